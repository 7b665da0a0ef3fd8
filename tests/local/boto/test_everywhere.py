"""The block in which every Pinpoint client is answered."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import cache
from itertools import permutations
from typing import Any, cast

import boto3
import pytest
from attrs import define
from botocore.config import Config
from botocore.endpoint import Endpoint
from botocore.session import Session
from moto import mock_aws

from pinpoint_sdk import PinpointClient
from pinpoint_sdk.errors import NetworkError, ServiceError
from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.models import CreateApplicationRequest


def new_app(client: PinpointClient, name: str = "shop") -> str:
    return client.create_app(CreateApplicationRequest(name=name)).id


def boto_client(service_name: str, **options: Any) -> Any:
    make: Any = getattr(boto3, "client")  # noqa: B009  # the stubs know no pinpoint
    return make(service_name, **options)


def make_every_client() -> list[PinpointClient]:
    """Clients of the region of the block, as code under test may make them."""
    return [
        PinpointClient(),
        PinpointClient("us-east-1"),
        PinpointClient(session=boto3.Session()),
        PinpointClient(client=boto_client("pinpoint")),
    ]


def test_what_code_under_test_makes_is_answered(pinpoint_service: LocalPinpoint) -> None:
    app_id = new_app(pinpoint_service.client())

    assert [each.get_app(app_id).name for each in make_every_client()] == ["shop"] * 4


def test_so_is_what_is_made_within_mock_aws(pinpoint_service: LocalPinpoint) -> None:
    with mock_aws():
        app_id = new_app(pinpoint_service.client())
        assert [each.get_app(app_id).name for each in make_every_client()] == ["shop"] * 4
        s3 = boto_client("s3")
        s3.create_bucket(Bucket="moto-answers-this")
        assert [each["Name"] for each in s3.list_buckets()["Buckets"]] == ["moto-answers-this"]

    assert pinpoint_service.client().get_app(app_id).name == "shop"


@mock_aws
def test_within_mock_aws_as_a_decorator(pinpoint_service: LocalPinpoint) -> None:
    assert PinpointClient().get_app(new_app(pinpoint_service.client())).name == "shop"


def test_two_services_at_once_are_two_accounts() -> None:
    with LocalPinpoint() as outer, outer.everywhere():
        new_app(PinpointClient(), "outer")
        with LocalPinpoint() as inner:
            new_app(inner.client(), "attached")
            with inner.everywhere():
                new_app(PinpointClient(), "inner")
            assert [app.name for app in inner.client().iter_apps()] == ["attached", "inner"]
        assert [app.name for app in outer.client().iter_apps()] == ["outer"]


def test_a_session_from_before_is_answered_too(pinpoint_service: LocalPinpoint) -> None:
    app_id = new_app(pinpoint_service.client())

    for session in SESSIONS:
        assert PinpointClient(session=session).get_app(app_id).name == "shop"
        assert cast("Any", session).client("pinpoint").get_apps()["ApplicationsResponse"]["Item"]


SESSIONS = [boto3.Session("any key", "any secret", region_name="us-east-1")]
SESSIONS[0].client("s3")


@cache
def the_client() -> PinpointClient:
    """As code under test may keep one."""
    return PinpointClient()


@pytest.mark.parametrize("_", ["first", "second"])
def test_a_cached_client_is_answered_in_each_test(pinpoint_service: LocalPinpoint, _: str) -> None:
    new_app(the_client())

    assert [app.name for app in pinpoint_service.client().iter_apps()] == ["shop"]


def test_a_cached_client_stays_with_its_block_while_that_lasts() -> None:
    with LocalPinpoint() as outer, outer.everywhere():
        kept = PinpointClient()
        with LocalPinpoint() as inner, inner.everywhere():
            new_app(kept)
            assert list(inner.client().iter_apps()) == []
        assert [app.name for app in outer.client().iter_apps()] == ["shop"]

    with pytest.raises(ServiceError, match="is closed") as refused:
        kept.get_app("any")
    assert refused.value.status == 410


@pytest.mark.parametrize("url", ["http://localhost:4566", "http://localhost:4566/aws/"])
def test_an_endpoint_of_the_users_makes_no_difference(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", url)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    with LocalPinpoint() as service, service.everywhere():
        new_app(PinpointClient(), "one")
        new_app(PinpointClient(endpoint_url=f"{url}/more"), "two")

        assert service.region_name == "eu-west-1"
        assert [app.name for app in service.client().iter_apps()] == ["one", "two"]
        s3 = boto_client("s3")
        assert (s3.meta.endpoint_url, s3.meta.region_name) == (url, "eu-west-1")


def test_one_request_is_answered_once(pinpoint_service: LocalPinpoint) -> None:
    session = boto3.Session(region_name="us-east-1")
    pinpoint_service.attach(session)
    new_app(PinpointClient(session=session))

    assert [app.name for app in PinpointClient().iter_apps()] == ["shop"]


# --- blocks that overlap


def open_block(service: LocalPinpoint) -> ExitStack:
    block = ExitStack()
    block.enter_context(service.everywhere())
    return block


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_blocks_close_in_any_order(order: tuple[int, ...], before: ProcessState) -> None:
    services = [LocalPinpoint() for _ in range(3)]
    blocks = [open_block(services[0])]
    changed = ProcessState.now()
    blocks += [open_block(each) for each in services[1:]]
    assert ProcessState.now() == changed, "it is changed once"
    open_numbers = [0, 1, 2]
    for number in order:
        new_app(PinpointClient(), "shop")
        assert [len(apps_of(each)) for each in services] == [
            int(each == open_numbers[-1]) for each in range(3)
        ]
        for app in apps_of(services[open_numbers[-1]]):
            services[open_numbers[-1]].client().delete_app(app)
        blocks[number].close()
        open_numbers.remove(number)
    assert ProcessState.now() == before


def apps_of(service: LocalPinpoint) -> list[str]:
    return [app.id for app in service.client().iter_apps()]


def test_a_client_goes_to_the_service_of_its_region() -> None:
    """However the blocks are nested, as long as a service is at home there."""
    west, east = LocalPinpoint(region_name="us-west-2"), LocalPinpoint(region_name="us-east-1")
    for services in ((west, east), (east, west)):
        with services[0].everywhere(), services[1].everywhere():
            new_app(PinpointClient("us-west-2"))
            new_app(PinpointClient("us-east-1"))
            new_app(PinpointClient("eu-west-1"))
        last = services[1].client("eu-west-1")
        assert len(list(last.iter_apps())) == 1
    assert (len(apps_of(west)), len(apps_of(east))) == (2, 2)


def test_a_service_without_the_region_leaves_it_to_another() -> None:
    with LocalPinpoint() as world, LocalPinpoint(regions=["us-east-1"]) as narrow:
        with world.everywhere(), narrow.everywhere():
            new_app(PinpointClient("eu-west-1"))
        assert len(list(world.client("eu-west-1").iter_apps())) == 1
        with narrow.everywhere(), pytest.raises(ServiceError, match="has us-east-1, not eu-west-1"):
            new_app(PinpointClient("eu-west-1"))


def test_what_is_attached_stays_attached_in_a_block() -> None:
    with LocalPinpoint() as attached, LocalPinpoint() as around:
        session = boto3.Session("any key", "any secret", region_name="us-east-1")
        attached.attach(session)
        early = PinpointClient(session=session)
        with around.everywhere():
            late = PinpointClient(session=session)
            for client in (early, late):
                new_app(client)
            attached.attach(plain := boto_client("pinpoint"))
            plain.create_app(CreateApplicationRequest={"Name": "shop"})
        assert (len(apps_of(attached)), len(apps_of(around))) == (3, 0)


# --- what is changed in the process, and put back


@define
class ProcessState:
    """What a block may change, and has to put back."""

    environment: dict[str, str]
    default_session: boto3.Session | None
    methods: list[object]

    @classmethod
    def now(cls) -> ProcessState:
        methods = [vars(Endpoint)[name] for name in ("__init__", "make_request")]
        environment = {**os.environ}
        environment.pop("PYTEST_CURRENT_TEST")  # changes between setup and call
        return cls(environment, boto3.DEFAULT_SESSION, [*methods, Session.create_client])


@pytest.fixture
def before(monkeypatch: pytest.MonkeyPatch) -> ProcessState:
    """How the process was, with something in it that blocks change."""
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", boto3.Session(region_name="us-east-1"))
    monkeypatch.setenv("AWS_PROFILE", "mine")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "mine")
    return ProcessState.now()


def test_the_block_leaves_no_trace(before: ProcessState) -> None:
    with LocalPinpoint() as service, service.everywhere():
        PinpointClient().close()
        assert ProcessState.now() != before

    assert ProcessState.now() == before


def test_an_error_in_the_block_leaves_no_trace_either(before: ProcessState) -> None:
    with pytest.raises(ZeroDivisionError), LocalPinpoint() as service, service.everywhere():
        raise ZeroDivisionError

    assert ProcessState.now() == before


def test_what_the_user_changes_in_the_environment_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-west-2")
    monkeypatch.setenv("SHOP", "one")
    with LocalPinpoint() as service, service.everywhere():
        os.environ["AWS_DEFAULT_REGION"] = "eu-west-1"
        os.environ["SHOP"] = "two"
        os.environ["AWS_CONFIG_FILE"] = "mine"

    assert (os.environ["AWS_DEFAULT_REGION"], os.environ["SHOP"]) == ("eu-west-1", "two")
    assert os.environ["AWS_CONFIG_FILE"] == "mine"


def test_who_wraps_a_method_of_botocore_meanwhile_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a tracer does that is switched on in a test and stays on."""
    seen: list[object] = []
    with LocalPinpoint() as service, service.everywhere():
        inner = Endpoint.make_request

        def traced(self: Endpoint, *arguments: Any) -> Any:
            seen.append(self)
            return inner(self, *arguments)

        monkeypatch.setattr(Endpoint, "make_request", traced)
    assert Endpoint.make_request is traced
    with LocalPinpoint() as service, service.everywhere():
        new_app(PinpointClient())
        assert len(apps_of(service)) == 1
    assert len(seen) == 2
    assert Endpoint.make_request is traced


@pytest.mark.usefixtures("closed_proxy")
def test_a_client_from_before_is_the_users_own_again_after_the_block(no_retries: Config) -> None:
    session = boto3.Session("any key", "any secret", region_name="us-east-1")
    mine = PinpointClient(session=session, config=no_retries)
    for _ in range(2):
        with LocalPinpoint() as service, service.everywhere():
            new_app(mine)
            assert len(apps_of(service)) == 1
        with pytest.raises(NetworkError):
            mine.get_app("any")


def test_threads_share_a_client_from_before() -> None:
    mine = PinpointClient(session=boto3.Session("any key", "any secret", region_name="us-east-1"))
    with LocalPinpoint() as service, service.everywhere(), ThreadPoolExecutor(16) as threads:
        created = [*threads.map(new_app, [mine] * 64)]
        assert sorted(apps_of(service)) == sorted(created)


def test_blocks_of_many_threads(before: ProcessState) -> None:
    def use(_: int) -> int:
        with LocalPinpoint() as service, service.everywhere():
            new_app(service.client())
            return len(apps_of(service))

    with ThreadPoolExecutor(8) as threads:
        assert [*threads.map(use, range(64))] == [1] * 64
    assert ProcessState.now() == before
