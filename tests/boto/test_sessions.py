"""Making a client is nobody else's business: a session stays as it is, at any moment."""

from __future__ import annotations

import functools
import gc
import stat
import tracemalloc
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import boto3
import botocore.session
import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.credentials import RefreshableCredentials

from pinpoint_sdk import PinpointClient
from pinpoint_sdk.errors import ValidationError
from pinpoint_sdk.models import (
    AddressConfiguration,
    ADMMessage,
    DirectMessageConfiguration,
    MessageRequest,
)
from tests.support import figures, forks
from tests.support.interrupts import interrupted, moments_of
from tests.support.loopback import Loopback
from tests.support.sessions import (
    REGION,
    SERVICES,
    Maker,
    answer_each_service,
    changed,
    core_of,
    has_text_model,
    own_session,
    session_with_a_provider_that_makes_clients,
    session_with_handlers_that_make_clients,
    state_of,
    takes_2017_members,
)
from tests.support.threads import bounded, wrong_of

WITH_2017_MEMBER = MessageRequest(
    addresses={"device": AddressConfiguration(channel_type="ADM")},
    message_configuration=DirectMessageConfiguration(adm_message=ADMMessage(json_data="{}")),
)
KINDS_OF_SESSION = [
    own_session,
    session_with_a_provider_that_makes_clients,
    session_with_handlers_that_make_clients,
]


@pytest.fixture
def services(loopback: Loopback, monkeypatch: pytest.MonkeyPatch) -> Loopback:
    """Answers in place of every service."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", loopback.url)
    loopback.respond = answer_each_service
    return loopback


@pytest.fixture
def default_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """boto3's default session is not set up, and will be with keys."""
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")


@pytest.fixture
def role(monkeypatch: pytest.MonkeyPatch) -> None:
    """The profile ``role`` assumes a role with the keys of the environment."""
    import os

    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIDSOURCE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    Path(os.environ["AWS_CONFIG_FILE"]).write_text(
        "[profile role]\nrole_arn=arn:aws:iam::123456789012:role/r\n"
        f"credential_source=Environment\nregion={REGION}\n"
    )


def session_with_a_role() -> boto3.Session:
    return boto3.Session(profile_name="role")


def wrong_of_start_ups(what: str, make: Callable[[], Maker]) -> Counter[str]:
    """Let eight threads make and use clients, of a new session each time."""
    wrong: Counter[str] = Counter()
    for _ in range(3):
        wrong += wrong_of(make().jobs() * 4)
    figures.record(
        f"clients by eight threads, {what}",
        f"{3 * 4 * 2 * len(SERVICES)} made and used, {wrong.total()} wrong",
    )
    return wrong


@pytest.mark.no_cover
@pytest.mark.usefixtures("services")
@pytest.mark.parametrize("session_of", KINDS_OF_SESSION)
def test_eight_threads_make_clients_of_one_session(session_of: Callable[[], boto3.Session]) -> None:
    what = session_of.__name__.replace("_", " ")
    assert not bounded(lambda: wrong_of_start_ups(what, lambda: Maker.of(session_of())))


@pytest.mark.no_cover
@pytest.mark.usefixtures("services", "default_session")
def test_eight_threads_make_clients_of_the_default_session() -> None:
    def start_up() -> Maker:
        boto3.DEFAULT_SESSION = None
        return Maker.of_the_default_session()

    assert not wrong_of_start_ups("boto3's default session", start_up)


@pytest.mark.no_cover
@pytest.mark.usefixtures("role")
def test_eight_threads_make_clients_of_a_session_that_assumes_a_role(services: Loopback) -> None:
    assert not wrong_of_start_ups("session with a role", lambda: Maker.of(session_with_a_role()))

    for_others = [each for each in services.requests if b"Action=AssumeRole" not in each.body]
    assert len(for_others) == 3 * 4 * 2 * len(SERVICES)
    assert all("ASIAROLE" in each.headers["Authorization"] for each in for_others)


@pytest.mark.usefixtures("role")
def test_a_role_is_assumed_once_for_both_kinds_of_client(services: Loopback) -> None:
    maker = Maker.of(session_with_a_role())

    assert [job() for job in maker.jobs()] == [""] * 2 * len(SERVICES)

    assert sum(b"Action=AssumeRole" in each.body for each in services.requests) == 1


@pytest.mark.usefixtures("services")
@pytest.mark.parametrize("session_of", KINDS_OF_SESSION)
def test_our_client_comes_first_in_a_session(session_of: Callable[[], boto3.Session]) -> None:
    maker = Maker.of(session_of())

    assert bounded(maker.our_job) == ""
    assert [bounded(job) for job in maker.jobs()] == [""] * 2 * len(SERVICES)


def test_a_handler_may_make_our_client_while_ours_is_made(session: boto3.Session) -> None:
    regions = ["eu-west-1", "eu-west-2"]
    made: list[PinpointClient] = []

    def make(**_: object) -> None:
        if regions:
            made.append(PinpointClient(regions.pop(), session=session))

    session.events.register("creating-client-class.pinpoint", make)
    made.append(bounded(lambda: PinpointClient(session=session)))

    assert [each.meta.region_name for each in made] == ["eu-west-1", "eu-west-2", REGION]
    assert all(map(takes_2017_members, made))


@pytest.mark.no_cover
def test_a_fork_while_clients_are_made_leaves_a_child_that_makes_them() -> None:
    endings = forks.endings_of("clients")

    figures.record("children of forks while clients are made", f"{dict(endings)}")
    assert endings == {forks.FINE: forks.FORKS}


@pytest.mark.no_cover
def test_an_interrupt_leaves_a_session_that_makes_clients(session: boto3.Session) -> None:
    def make() -> PinpointClient:
        return PinpointClient(session=session)

    def makes_each_kind() -> bool:
        session.client("s3")
        return takes_2017_members(make()) and not has_text_model(session.client("pinpoint"))

    def is_right_after(moment: int) -> bool:
        reached.append(interrupted(make, moment))
        return core_of(session).get_component("data_loader") is loader and makes_each_kind()

    reached: list[bool] = []
    assert makes_each_kind()
    loader = core_of(session).get_component("data_loader")
    is_ours = moments_of(make)[:-2]
    moments = [at for at, ours in enumerate(is_ours) if ours or at % 1000 == 0]
    right = [bounded(functools.partial(is_right_after, moment)) for moment in moments]

    figures.record(
        "interrupts while a client is made",
        f"at {reached.count(True)} of {len(is_ours):,} moments, "
        f"{right.count(False)} left something",
    )
    assert reached.count(True) > 100  # the last few are not, where a run has fewer moments
    assert all(right)


def test_a_session_is_the_same_afterwards(session: boto3.Session) -> None:
    session.client("pinpoint")
    before = state_of(session)

    PinpointClient(session=session)

    assert changed(before, state_of(session)) == []


def test_a_session_is_the_same_at_any_moment(session: boto3.Session) -> None:
    during: list[dict[str, object]] = []

    def record(**_: object) -> None:
        during.append(state_of(session))

    session.events.register("creating-client-class.pinpoint", record)
    session.client("pinpoint")
    before = during.pop()
    PinpointClient(session=session)

    assert changed(before, during[0]) == []


def test_a_new_session_has_what_boto3_fills_in_and_nothing_else() -> None:
    boto3s, ours = own_session(), own_session()

    boto3s.client("pinpoint")
    PinpointClient(session=ours)

    at_first_use = {name for name in state_of(boto3s) if not name.startswith("loaded ")}
    assert {name for name in state_of(ours) if not name.startswith("loaded ")} == at_first_use


def test_a_session_class_of_the_users_is_honoured(loopback: Loopback) -> None:
    class Directed(boto3.Session):
        """Sends everything to one address, and counts."""

        made = 0

        def client(self, *args: Any, **kwargs: Any) -> Any:
            self.made += 1
            return super().client(*args, **{**kwargs, "endpoint_url": loopback.url})

    session = Directed(region_name=REGION, aws_access_key_id="a", aws_secret_access_key="b")
    for _ in range(2):
        PinpointClient(session=session).get_app("app")
    session.client("s3")

    assert [each.target for each in loopback.requests] == ["/v1/apps/app"] * 2
    assert session.made == 3


def test_a_core_session_class_of_the_users_is_honoured(loopback: Loopback) -> None:
    class Core(botocore.session.Session):
        """Sends everything to one address, counts, and watches a component."""

        made = asked = 0

        def create_client(self, *args: Any, **kwargs: Any) -> Any:
            self.made += 1
            return super().create_client(*args, **{**kwargs, "endpoint_url": loopback.url})

        def get_component(self, name: str) -> Any:
            self.asked += name == "response_parser_factory"
            return super().get_component(name)

    core = Core()
    core.set_credentials("a", "b")
    session = boto3.Session(region_name=REGION, botocore_session=core)
    pinpoint = PinpointClient(session=session)
    pinpoint.get_app("app")

    assert loopback.take().target == "/v1/apps/app"
    assert has_text_model(pinpoint)
    assert (core.made, core.asked) == (1, 1)
    assert not has_text_model(session.client("pinpoint"))


def test_a_core_session_that_is_patched_is_honoured(
    session: boto3.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = core_of(session)
    monkeypatch.setattr(core, "get_component", asked := Mock(wraps=core.get_component))

    assert has_text_model(PinpointClient(session=session))
    asked.assert_any_call("response_parser_factory")


@pytest.mark.parametrize("method", ["client", "create_client"])
def test_a_session_that_is_patched_makes_clients_with_boto3s_model(
    session: boto3.Session, loopback: Loopback, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    patched: Any = session if method == "client" else core_of(session)
    monkeypatch.setattr(patched, method, Mock(wraps=getattr(patched, method)))
    pinpoint = PinpointClient(session=session, endpoint_url=loopback.url)

    pinpoint.get_app("app")
    assert loopback.take().target == "/v1/apps/app"
    with pytest.raises(ValidationError, match="JsonData"):
        pinpoint.send_messages("app", WITH_2017_MEMBER)


@pytest.mark.usefixtures("default_session")
def test_boto3s_default_session_is_set_up_where_there_is_none() -> None:
    pinpoint = PinpointClient()

    assert isinstance(boto3.DEFAULT_SESSION, boto3.Session)
    assert pinpoint.meta.region_name == REGION


@pytest.mark.usefixtures("default_session")
def test_the_default_session_that_is_there_is_used(session: boto3.Session) -> None:
    boto3.DEFAULT_SESSION = session
    session.client("pinpoint")
    before = state_of(session)

    PinpointClient()

    assert boto3.DEFAULT_SESSION is session
    assert changed(before, state_of(session)) == []


def test_five_clients_run_a_credential_process_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log, script = tmp_path / "log", tmp_path / "keys.sh"
    script.write_text(
        f"#!/bin/sh\necho asked >> {log}\n"
        """echo '{"Version": 1, "AccessKeyId": "a", "SecretAccessKey": "b"}'\n"""
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "config").write_text(f"[default]\nregion={REGION}\ncredential_process={script}\n")
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)

    for _ in range(5):
        PinpointClient()
    boto3.client("pinpoint")

    assert log.read_text().split() == ["asked"]


def test_credentials_are_refreshed_once_for_both_kinds_of_client(loopback: Loopback) -> None:
    now = datetime(2030, 1, 1, tzinfo=timezone.utc)
    refreshed: list[str] = []

    def refresh() -> dict[str, str]:
        refreshed.append(f"ASIA{len(refreshed)}")
        return {
            "access_key": refreshed[-1],
            "secret_key": "secret",
            "token": "token",
            "expiry_time": (now + timedelta(hours=1)).isoformat(),
        }

    session = boto3.Session(region_name=REGION)
    core_of(session)._credentials = RefreshableCredentials(
        "AKIDOLD", "secret", "token", now + timedelta(hours=1), refresh, "test", lambda: now
    )
    plain: Any = session.client("pinpoint", endpoint_url=loopback.url)
    pinpoint = PinpointClient(session=session, endpoint_url=loopback.url)
    for _ in range(2):
        plain.get_app(ApplicationId="app")
        pinpoint.get_app("app")
        pinpoint.get_app("app")
        now += timedelta(hours=2)

    keys = [each.headers["Authorization"].split("/")[0][-9:] for each in loopback.requests]
    assert [key.rpartition("=")[2] for key in keys] == ["AKIDOLD"] * 3 + ["ASIA0"] * 3


def kilobytes_held(run: Callable[[], object], times: int) -> float:
    """What each of many runs leaves behind, once the first are through."""
    run()
    tracemalloc.start()
    for _ in range(times // 20 + 2):
        run()
    gc.collect()
    before, _ = tracemalloc.get_traced_memory()
    for _ in range(times):
        run()
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) / times / 1000


@pytest.mark.no_cover
def test_clients_of_one_core_session_take_no_memory_of_their_own(session: boto3.Session) -> None:
    core = core_of(session)

    def of_another() -> boto3.Session:
        return boto3.Session(botocore_session=core)

    ours = kilobytes_held(lambda: PinpointClient(session=of_another()), 80)
    theirs = kilobytes_held(lambda: of_another().client("pinpoint"), 40)

    figures.record(
        "kept of each of 80 clients of one core session", f"{ours:.1f} kB, boto3 {theirs:.1f} kB"
    )
    assert ours < 2 * theirs + 1


@pytest.mark.no_cover
def test_sessions_that_are_gone_leave_no_memory() -> None:
    ours = kilobytes_held(lambda: PinpointClient(session=own_session()), 4)

    figures.record("kept of each of 4 sessions", f"{ours:.1f} kB")
    assert ours < 50


@pytest.mark.no_cover
def test_calls_keep_no_memory(session: boto3.Session) -> None:
    class Raw:
        def stream(self) -> list[bytes]:
            return [b'{"Name": "made up"}']

    def answer(request: AWSPreparedRequest, **_: object) -> AWSResponse:
        raw: Any = Raw()
        headers: Any = {"x-amzn-RequestId": "made up"}
        return AWSResponse(request.url, 200, headers, raw)

    handler: Any = answer
    session.events.register("before-send.pinpoint", handler)
    pinpoint = PinpointClient(session=session)
    held = kilobytes_held(lambda: pinpoint.get_app("app"), 1_000)

    figures.record("kept of each of 1,000 calls", f"{held * 1000:.1f} B")
    assert held < 0.1
