"""A connection that fails on demand, beside a real one that fails."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import boto3
import pytest
from botocore import exceptions as boto
from botocore.awsrequest import AWSPreparedRequest
from botocore.compat import HTTPHeaders
from botocore.config import Config

from pinpoint_sdk import PinpointClient, errors
from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.boto.connection_errors import TAKES_CUT_BODY, check_arrival
from pinpoint_sdk.local.failures import Failures
from pinpoint_sdk.local.protocol.types import HttpResponse
from tests.support import figures
from tests.support.raw_server import Server, closed_port

CUT = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n"
    b'Connection: close\r\n\r\n{"Item'
)
READ_TIMEOUT = 60


# What botocore raises


@contextmanager
def answering(answer: bytes | None) -> Generator[str]:
    with Server(answer) as server:
        yield server.url


@contextmanager
def refusing() -> Generator[str]:
    yield f"http://127.0.0.1:{closed_port()}"


@contextmanager
def without_dns() -> Generator[str]:
    def not_found(*_: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("socket.getaddrinfo", not_found)
        yield "http://pinpoint.invalid"


@contextmanager
def without_route() -> Generator[str]:
    def too_late(*_: object, **__: object) -> None:
        raise TimeoutError("timed out")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("urllib3.util.connection.create_connection", too_late)
        yield "http://127.0.0.1:1"


@contextmanager
def distrusting() -> Generator[str]:
    def reject(*_: object, **__: object) -> None:
        raise ssl.SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] self-signed")

    with pytest.MonkeyPatch.context() as patch, socket.create_server(("127.0.0.1", 0)) as listener:
        patch.setattr("ssl.SSLContext.wrap_socket", reject)
        yield f"https://127.0.0.1:{listener.getsockname()[1]}"


REAL: list[tuple[Callable[[Failures], None], AbstractContextManager[str]]] = [
    (lambda failures: failures.drop("GetApps"), answering(b"")),
    (lambda failures: failures.drop("GetApps", how="read_timeout"), answering(None)),
    (lambda failures: failures.drop("GetApps", how="cut"), answering(CUT)),
    (lambda failures: failures.unreachable("GetApps"), refusing()),
    (lambda failures: failures.unreachable("GetApps", how="connect_timeout"), without_route()),
    (lambda failures: failures.unreachable("GetApps", how="unknown_host"), without_dns()),
    (lambda failures: failures.unreachable("GetApps", how="tls"), distrusting()),
    (lambda failures: failures.region_down(), refusing()),
]


@pytest.mark.parametrize(("ask", "real"), REAL)
def test_it_is_what_botocore_raises_for_a_real_connection(
    service: LocalPinpoint,
    session: boto3.Session,
    ask: Callable[[Failures], None],
    real: AbstractContextManager[str],
) -> None:
    ask(service.failures)
    once = Config(retries={"total_max_attempts": 1}, read_timeout=0.05)
    with real as url:
        clients = [session.client("pinpoint", endpoint_url=url, config=once) for _ in range(2)]
        service.attach(clients[1])

        results = [look_of(client.get_apps) for client in clients]
        ours = [look_of(PinpointClient(client=client).get_apps) for client in clients]

    assert results[1] == results[0]
    assert ours[1] == ours[0]


def look_of(call: Callable[[], object]) -> dict[str, object]:
    """All that a caller can see of how a call ends, but the connection, timeouts and TLS's words.

    A body that is cut may also give a result.
    """
    try:
        result: Any = call()
    except (boto.BotoCoreError, errors.PinpointError) as error:
        known = getattr(error, "kwargs", {})
        reason = known.get("error")
        return {
            "class": type(error),
            "text": str(error).partition("[SSL")[0],
            "members": {*known},
            "request": getattr(getattr(error, "request", None), "url", None),
            "may have arrived": getattr(error, "may_have_arrived", None),
            "reason": type(reason),
            "words": _VARIES.sub("", str(reason)),
        }
    return {"result": result["ApplicationsResponse"]}


_VARIES = re.compile(
    r"<?(botocore\.awsrequest\.)?AWSHTTPS?Connection(Pool)?(\([^)]*\)| object)( at 0x\w+>)?"
    r"| \((read|connect) timeout=[^)]*\)|\[SSL.*"
)


# How the client takes it

CLOSED = ("ConnectionClosedError", "NetworkError", 5, 3, True)
LATE = ("ReadTimeoutError", "NetworkError", 5, 3, True)
REFUSED = ("EndpointConnectionError", "NetworkError", 5, 3, False)
CUT_OFF = ("a result", "UnreadableResponseError", 1, 1, None) if TAKES_CUT_BODY else CLOSED

OUTCOMES: list[tuple[str, Callable[[Failures], None], tuple[str, str, int, int, bool | None]]] = [
    ("drop", lambda failures: failures.drop(), CLOSED),
    ("drop, read_timeout", lambda failures: failures.drop(how="read_timeout"), LATE),
    ("drop, cut", lambda failures: failures.drop(how="cut"), CUT_OFF),
    ("slow", lambda failures: failures.slow(seconds=READ_TIMEOUT + 0.1), LATE),
    ("unreachable", lambda failures: failures.unreachable(), REFUSED),
    (
        "unreachable, connect_timeout",
        lambda failures: failures.unreachable(how="connect_timeout"),
        ("ConnectTimeoutError", "NetworkError", 5, 3, False),
    ),
    (
        "unreachable, unknown_host",
        lambda failures: failures.unreachable(how="unknown_host"),
        REFUSED,
    ),
    (
        "unreachable, tls",
        lambda failures: failures.unreachable(how="tls"),
        ("SSLError", "NetworkError", 5, 3, False),
    ),
    ("region_down", lambda failures: failures.region_down(), REFUSED),
    (
        "throttle",
        lambda failures: failures.throttle(),
        ("ClientError", "TooManyRequestsException", 5, 3, None),
    ),
    (
        "fail",
        lambda failures: failures.fail(),
        ("ClientError", "InternalServerErrorException", 5, 3, None),
    ),
    (
        "fail, ExpiredTokenException",
        lambda failures: failures.fail(error="ExpiredTokenException"),
        ("ClientError", "ServiceError", 1, 1, None),
    ),
]


@pytest.fixture
def without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """boto3 tries again at once."""
    asked: list[float] = []
    monkeypatch.setattr("botocore.endpoint.time.sleep", asked.append)


@pytest.mark.usefixtures("without_waiting")
@pytest.mark.parametrize(("kind", "ask", "expected"), OUTCOMES)
def test_each_failure_as_clients_have_it(
    service: LocalPinpoint,
    kind: str,
    ask: Callable[[Failures], None],
    expected: tuple[str, str, int, int, bool | None],
) -> None:
    ask(service.failures)
    attempts: dict[str, int] = {}
    for mode in ("legacy", "standard"):
        with counted(service) as (session, count):
            client = session.client("pinpoint", config=Config(retries={"mode": mode}))
            raised = end_of(client.get_apps)
            attempts[mode] = len(count)
    with counted(service) as (session, count):
        ours = end_of(PinpointClient(session=session).get_apps)

    found = (
        by_boto3(raised),
        type(ours).__name__,
        attempts["legacy"],
        attempts["standard"],
        getattr(ours, "may_have_arrived", None),
    )
    figures.record(f"failures: {kind}", figure(found))
    assert found == expected


def figure(found: tuple[str, str, int, int, bool | None]) -> str:
    boto3s, ours, legacy, standard, arrived = found
    perhaps = {True: "may have arrived", False: "not sent", None: "answered"}[arrived]
    return f"boto3 {boto3s}, SDK {ours}, attempts {legacy} legacy, {standard} standard, {perhaps}"


@contextmanager
def counted(service: LocalPinpoint) -> Generator[tuple[boto3.Session, list[object]]]:
    """A session of the service, and the requests of its clients."""
    requests: list[object] = []

    def note(request: object, **_: object) -> None:
        requests.append(request)

    session = service.session()
    session.events.register("request-created.pinpoint", note)
    yield session, requests


def end_of(call: Callable[[], object]) -> Exception | None:
    try:
        call()
    except (boto.BotoCoreError, boto.ClientError, errors.PinpointError) as error:
        return error
    return None


def by_boto3(error: Exception | None) -> str:
    if isinstance(error, boto.ClientError):
        return "ClientError"
    return "a result" if error is None else type(error).__name__


# Whether it arrives

REQUEST = AWSPreparedRequest("GET", "https://example.com/v1/apps", HTTPHeaders(), b"", False)


def response(seconds: float = 0, missing: int = 0) -> HttpResponse:
    body = b'{"Item": []}'
    headers = {"Content-Length": str(len(body) + missing)} if missing else {}
    return HttpResponse(200, headers, body, seconds)


@pytest.mark.parametrize(
    ("seconds", "read_timeout", "arrives"),
    [(0, 0.1, True), (60, 60, True), (60.5, 60, False), (1, 0.5, False), (10**6, None, True)],
)
def test_a_response_arrives_within_the_read_timeout(
    seconds: float, read_timeout: float | None, arrives: bool
) -> None:
    if arrives:
        check_arrival(response(seconds), REQUEST, read_timeout)
    else:
        with pytest.raises(boto.ReadTimeoutError, match=r"https://example\.com/v1/apps"):
            check_arrival(response(seconds), REQUEST, read_timeout)


def test_a_body_that_ends_early_is_a_closed_connection_for_who_counts() -> None:
    check_arrival(response(), REQUEST, None, takes_cut_body=False)
    check_arrival(response(missing=8), REQUEST, None, takes_cut_body=True)
    with pytest.raises(boto.ConnectionClosedError) as caught:
        check_arrival(response(missing=8), REQUEST, None, takes_cut_body=False)
    error: Any = caught.value
    assert error.request is REQUEST
    assert "IncompleteRead(12 bytes read, 8 more expected)" in str(error.kwargs["error"])
