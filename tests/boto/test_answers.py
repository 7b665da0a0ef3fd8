"""One answer reads the same whichever way it comes: three paths of a call, two JSON libraries."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any, TypeAlias

import boto3
import botocore.session
import pytest
from botocore import exceptions
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.config import Config

from pinpoint_sdk import PinpointClient, models, unstructure
from pinpoint_sdk._codec import json_reader
from pinpoint_sdk.errors import PinpointError, UnreadableResponseError
from tests.support import figures
from tests.support.loopback import Loopback
from tests.support.paths import PLAIN, WIRE, choose, on_both
from tests.support.sessions import make_session

HANDED_IN = "client="
PATHS = [WIRE, PLAIN, HANDED_IN]

Reader: TypeAlias = Callable[[str | bytes], Any]

READERS: dict[str, Reader] = {"json": json.loads, "orjson": json_reader.loads}
"""The same twice where orjson is not installed."""


@pytest.fixture
def path() -> str:
    return WIRE


@pytest.fixture
def clients(
    session: boto3.Session, loopback: Loopback, no_retries: Config
) -> dict[str, PinpointClient]:
    """A client for each path."""
    settings: Any = {"endpoint_url": loopback.url, "config": no_retries}
    seeing = make_session()
    choose(PLAIN, seeing)
    return {
        WIRE: PinpointClient(session=session, **settings),
        PLAIN: PinpointClient(session=seeing, **settings),
        HANDED_IN: PinpointClient(client=session.client("pinpoint", **settings)),
    }


def read_every_way(
    clients: dict[str, PinpointClient],
    monkeypatch: pytest.MonkeyPatch,
    call: Callable[[PinpointClient], Any],
) -> dict[tuple[str, str], str]:
    """The outcome of a call, by path and JSON library: what was read, or the class of the error."""
    found: dict[tuple[str, str], str] = {}
    for library, loads in READERS.items():
        monkeypatch.setattr(json_reader, "loads", loads)
        for path, client in clients.items():
            found[path, library] = outcome(call, client)
    return found


def outcome(call: Callable[[PinpointClient], Any], client: PinpointClient) -> str:
    try:
        return repr(unstructure(call(client)))
    except PinpointError as error:
        return type(error).__name__


SAME: set[str] = set()
REFUSED_BY_BOTO3: set[str] = set()


def count() -> None:
    figures.record(
        "answers that read the same on 3 paths with 2 JSON libraries",
        f"{len(SAME)}; and {len(REFUSED_BY_BOTO3)} that boto3's parser refuses, where the wire "
        "path leaves the member as AWS sent it",
    )


NUMBERS = [
    "5",
    "-0",
    "5.0",
    "5.7",
    '"5"',
    "true",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "-9223372036854775809",
    "123456789012345678901234567890",
    "1e3",
    "1e30",
    "null",
]
NOT_INTEGERS = ["1e400", "-1e400", "Infinity", "NaN", '"five"', '"1e400"', "[]", "{}"]
NOT_NUMBERS = ['"five"', "[]", "{}", "null"]


def get_campaign(pinpoint: PinpointClient) -> Any:
    return pinpoint.get_campaign("app", "campaign")


def get_endpoint(pinpoint: PinpointClient) -> Any:
    return pinpoint.get_endpoint("app", "endpoint")


def get_journey(pinpoint: PinpointClient) -> Any:
    return pinpoint.get_journey("app", "journey")


@pytest.mark.parametrize("number", NUMBERS)
def test_an_integer(
    number: str,
    clients: dict[str, PinpointClient],
    loopback: Loopback,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loopback.answer(b'{"Id": "c", "Version": %s}' % number.encode())

    found = read_every_way(clients, monkeypatch, get_campaign)

    assert len({*found.values()}) == 1, found
    if number != "null":
        parsed = json.loads(number)
        assert f"'Version': {int(parsed)}" in found[WIRE, "json"]
    SAME.add(f"integer {number}")
    count()


@pytest.mark.parametrize(
    "number", [*NUMBERS[:-1], "1e400", "-1e400", "Infinity", "NaN", '"Infinity"']
)
def test_a_float(
    number: str,
    clients: dict[str, PinpointClient],
    loopback: Loopback,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loopback.answer(b'{"Id": "e", "Metrics": {"a": %s}}' % number.encode())

    found = read_every_way(clients, monkeypatch, get_endpoint)

    assert len({*found.values()}) == 1, found
    SAME.add(f"float {number}")
    count()


@pytest.mark.parametrize(
    ("call", "body"),
    [
        *((get_campaign, f'{{"Id": "c", "Version": {each}}}') for each in NOT_INTEGERS),
        *((get_endpoint, f'{{"Id": "e", "Metrics": {{"a": {each}}}}}') for each in NOT_NUMBERS),
        (get_endpoint, '{"Id": "e", "Metrics": 5}'),
        (get_campaign, '{"Id": "c", "AdditionalTreatments": 5}'),
        (get_campaign, '{"Id": "c", "Limits": "none"}'),
        (get_journey, '{"Id": "j", "Schedule": {"StartTime": "?"}}'),
        (get_journey, '{"Id": "j", "Schedule": {"StartTime": 1e20}}'),
        (get_journey, '{"Id": "j", "Schedule": {"StartTime": "2026-11-23T09:00:61Z"}}'),
    ],
)
def test_a_member_that_boto3_refuses_breaks_the_answer_only_where_boto3_reads_it(
    call: Callable[[PinpointClient], Any],
    body: str,
    clients: dict[str, PinpointClient],
    loopback: Loopback,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loopback.answer(body.encode())

    found = read_every_way(clients, monkeypatch, call)

    for library in READERS:
        assert found[WIRE, library].startswith("{")
        assert found[PLAIN, library] == found[HANDED_IN, library]
        # older boto3 refuses less
        assert found[PLAIN, library] in ("UnreadableResponseError", found[WIRE, library])
    assert found[WIRE, "orjson"] == found[WIRE, "json"]
    REFUSED_BY_BOTO3.add(body)
    count()


NINE = datetime(2026, 11, 23, 9, tzinfo=timezone.utc)
MOMENTS: list[tuple[str, datetime]] = [
    ('"2026-11-23T09:00:00Z"', NINE),
    ('"2026-11-23t09:00:00z"', NINE),
    ('"2026-11-23T09:00:00.000z"', NINE),
    ('"2026-11-23 09:00:00Z"', NINE),
    ('"20261123T090000Z"', NINE),
    ('"2026-11-23T09:00Z"', NINE),
    ('"2026-11-23T10:00:00+01:00"', NINE),
    ('"2026-11-23T10:00:00+0100"', NINE),
    ('"2026-11-23T09:00:00"', NINE),
    ('"2026-11-23"', NINE - timedelta(hours=9)),
    ('"Mon, 23 Nov 2026 09:00:00 GMT"', NINE),
    ("1795424400", NINE),
    ("1795424400.0", NINE),
    ('"1795424400"', NINE),
    ('"1795424400.0"', NINE),
    ('"1.7954244e9"', NINE),
    ('"-1"', datetime(1969, 12, 31, 23, 59, 59, tzinfo=timezone.utc)),
    ("0", datetime(1970, 1, 1, tzinfo=timezone.utc)),
    ("253402300799", datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone.utc)),
    ('"9999-12-31T23:59:59Z"', datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone.utc)),
    ('"0001-01-01T00:00:00Z"', datetime(1, 1, 1, tzinfo=timezone.utc)),
]


@pytest.mark.parametrize(("written", "moment"), MOMENTS)
def test_a_moment(
    written: str,
    moment: datetime,
    clients: dict[str, PinpointClient],
    loopback: Loopback,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loopback.answer(b'{"Id": "j", "Schedule": {"StartTime": %s}}' % written.encode())

    for loads in READERS.values():
        monkeypatch.setattr(json_reader, "loads", loads)
        for path, client in clients.items():
            schedule = client.get_journey("app", "journey").schedule
            assert schedule is not None
            assert schedule.start_time == moment, path
    SAME.add(f"moment {written}")
    count()


def test_a_moment_behind_the_end_of_the_calendar_in_utc_keeps_its_offset(
    clients: dict[str, PinpointClient], loopback: Loopback
) -> None:
    loopback.answer({"Id": "j", "Schedule": {"StartTime": "9999-12-31T23:59:59-05:00"}})

    for client in clients.values():
        schedule = client.get_journey("app", "journey").schedule
        assert schedule is not None
        assert schedule.start_time is not None
        assert schedule.start_time.isoformat() == "9999-12-31T23:59:59-05:00"


def iterated(pinpoint: PinpointClient) -> Any:
    return [*pinpoint.iter_apps()]


def sent(pinpoint: PinpointClient) -> Any:
    number = models.AddressConfiguration(channel_type="SMS")
    message = models.DirectMessageConfiguration(sms_message=models.SMSMessage(body="Hello"))
    request = models.MessageRequest(
        addresses={"+15555550100": number}, message_configuration=message
    )
    return pinpoint.send_messages("app", request).raise_for_failures()


CALLS: list[Callable[[PinpointClient], Any]] = [get_campaign, iterated, sent]
HTML = {"Content-Type": "text/html"}
JSON = {"Content-Type": "application/json"}
UNREADABLE: list[tuple[str, bytes, dict[str, str]]] = [
    ("a login page", b"<html>Please sign in</html>", HTML),
    ("a login page without a type", b"<html>Please sign in</html>", {}),
    ("a login page that says it is JSON", b"<html>Please sign in</html>", JSON),
    ("a text", b"OK", {"Content-Type": "text/plain"}),
    ("JSON cut in half", b'{"Item": [{"Id": "a"}], "Next', JSON),
    ("nothing", b"", JSON),
    ("nothing, without a type", b"", {}),
    ("white space", b"  \n", JSON),
    ("null", b"null", JSON),
    ("a list", b"[{}]", JSON),
    ("a number", b"5", JSON),
    ("a string", b'"OK"', JSON),
    ("bytes that are not text", b"\xff\xfe\x00", {}),
    ("a byte order mark", b"\xef\xbb\xbf{}", JSON),
    ("JSON nested too deeply", b"[" * 100_000, JSON),
    ("an object of something else", b'{"message": "Sign in first"}', JSON),
    ("an object of null", b'{"message": null}', JSON),
    ("JSON of another encoding", '{"Id": "c"}'.encode("utf-16"), JSON),
]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(("name", "body", "headers"), UNREADABLE)
def test_an_answer_that_cannot_be_read_is_never_read_as_success(
    name: str,
    body: bytes,
    headers: dict[str, str],
    call: Callable[[PinpointClient], Any],
    clients: dict[str, PinpointClient],
    loopback: Loopback,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loopback.answer(body, headers=headers)

    found = read_every_way(clients, monkeypatch, call)

    assert {*found.values()} == {"UnreadableResponseError"}, found
    SAME.add(f"{call.__name__}: {name}")
    count()


@pytest.mark.parametrize("call", CALLS[:2])
def test_an_empty_object_is_an_answer(
    call: Callable[[PinpointClient], Any], clients: dict[str, PinpointClient], loopback: Loopback
) -> None:
    for body, headers in ((b"{}", {}), (b"{}", JSON)):
        loopback.answer(body, headers=headers)
        for client in clients.values():
            call(client)


def test_what_a_client_handed_in_cannot_see(clients: dict[str, PinpointClient]) -> None:
    """An answer in chunks has no length; one that says it is JSON reads as {} to boto3."""

    class Raw:
        def stream(self) -> list[bytes]:
            return [b"<html>Please sign in</html>"]

    def answer(request: AWSPreparedRequest, **_: object) -> AWSResponse:
        raw: Any = Raw()
        headers: Any = {"content-type": "application/json", "transfer-encoding": "chunked"}
        return AWSResponse(request.url, 200, headers, raw)

    handler: Any = answer
    for client in clients.values():
        client.meta.events.register("before-send.pinpoint", handler)

    for path in (WIRE, PLAIN):
        with pytest.raises(UnreadableResponseError):
            clients[path].get_apps()
    assert clients[HANDED_IN].get_apps().item == []


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_without_a_body_needs_none(
    path: str, clients: dict[str, PinpointClient], loopback: Loopback
) -> None:
    loopback.answer(b"", 204)

    clients[path].tag_resource("arn", models.TagsModel(tags={"a": "b"}))
    clients[path].untag_resource("arn", tag_keys=["a"])

    assert len(loopback.requests) == 2


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("event", ["before-call", "before-sign", "before-send", "needs-retry"])
@pytest.mark.parametrize(
    "kind", [AttributeError, KeyError, TypeError, ValueError, RecursionError, OSError]
)
def test_an_error_of_a_handler_comes_through_as_it_is(
    kind: type[Exception],
    event: str,
    path: str,
    clients: dict[str, PinpointClient],
    loopback: Loopback,
) -> None:
    def break_down(**_: object) -> None:
        raise raised

    raised = kind("broken")
    clients[path].meta.events.register(f"{event}.pinpoint", break_down)
    loopback.answer({"Id": "c"})

    with pytest.raises(kind) as caught:
        clients[path].get_campaign("app", "campaign")

    assert caught.value is raised
    assert caught.traceback[-1].name == "break_down"


@on_both
def test_an_error_of_a_handler_that_calls_aws_itself_comes_through_as_it_is(
    session: boto3.Session, loopback: Loopback, no_retries: Config, path: str
) -> None:
    """Its own answer is one that botocore's parser fails on."""
    choose(path, session)
    inner: Any = session.client("pinpoint", endpoint_url=loopback.url, config=no_retries)
    loopback.answer([5])

    def ask(**_: object) -> None:
        inner.get_app(ApplicationId="app")

    session.events.register("before-sign.pinpoint.GetCampaign", ask)
    pinpoint = PinpointClient(session=session, endpoint_url=loopback.url, config=no_retries)

    with pytest.raises(AttributeError, match="get"):
        pinpoint.get_campaign("app", "campaign")


@pytest.mark.parametrize("base", ["ClientError", "BotoCoreError"])
def test_an_error_class_of_the_users_own_comes_through_as_it_is(
    base: str, clients: dict[str, PinpointClient]
) -> None:
    mine: Any = type("Mine", (getattr(exceptions, base),), {"__module__": "shop", "fmt": "mine"})
    raised = mine({"Error": {}}, "GetCampaign") if base == "ClientError" else mine()

    def break_down(**_: object) -> None:
        raise raised

    for client in clients.values():
        client.meta.events.register("before-sign.pinpoint", break_down)
        with pytest.raises(mine) as caught:
            client.get_campaign("app", "campaign")
        assert caught.value is raised


def test_an_error_of_a_credential_provider_comes_through_as_it_is(loopback: Loopback) -> None:
    class Provider:
        METHOD = CANONICAL_NAME = "shop"

        def load(self) -> None:
            raise raised

    raised = ValueError("the vault is sealed")
    core = botocore.session.Session()
    core.get_component("credential_provider").providers[:] = [Provider()]
    session = boto3.Session(botocore_session=core, region_name="us-east-1")

    with pytest.raises(ValueError, match="sealed") as caught:
        PinpointClient(session=session, endpoint_url=loopback.url)

    assert caught.value is raised
