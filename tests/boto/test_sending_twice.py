"""A request that is sent again can arrive twice: how often it is sent, and whether it may have."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import attrs
import boto3
import pytest
from botocore import exceptions as boto
from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders
from botocore.config import Config

from pinpoint_sdk import MessagesClient, OTPClient, PinpointClient, errors, models
from pinpoint_sdk.errors import NetworkError
from pinpoint_sdk.local import LocalPinpoint
from tests.support.loopback import Loopback
from tests.support.paths import choose, on_both
from tests.support.raw_server import Server, closed_port

ONCE = Config(retries={"total_max_attempts": 1})
ANA = "+15555550100"
SEND = models.MessageRequest(
    addresses={ANA: models.AddressConfiguration(channel_type="SMS")},
    message_configuration=models.DirectMessageConfiguration(
        sms_message=models.SMSMessage(body="Hello")
    ),
)

OK = b'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 13\r\n\r\n{"Result":{}}'
FAILED = b"HTTP/1.1 500 Oops\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"
DROPPED = b""
DROPPED_IN_HEAD = b"HTTP/1.1 2"
CUT_IN_CHUNK = b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{"Res'
CUT = b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"Result":'
NEVER = None
LOST = [DROPPED, DROPPED_IN_HEAD, CUT_IN_CHUNK, NEVER]


@attrs.define
class Waits:
    """How long boto3 wants to wait before it tries again; nobody does."""

    asked: list[float] = attrs.field(factory=list[float])

    def sleep(self, seconds: float) -> None:
        self.asked.append(seconds)


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> Waits:
    waits = Waits()
    monkeypatch.setattr("botocore.endpoint.time.sleep", waits.sleep)
    return waits


def lost(client: PinpointClient) -> NetworkError:
    """The error of a send."""
    with pytest.raises(NetworkError) as caught:
        client.send_messages("app", SEND)
    return caught.value


# What travels


@on_both
@pytest.mark.parametrize(
    "answer", [DROPPED, DROPPED_IN_HEAD, CUT_IN_CHUNK, FAILED, NEVER], ids=repr
)
def test_a_default_client_sends_again_and_one_with_a_single_attempt_does_not(
    session: boto3.Session, path: str, answer: bytes | None
) -> None:
    choose(path, session)
    with Server(answer) as server:
        pinpoint = PinpointClient(
            session=session, endpoint_url=server.url, config=Config(read_timeout=0.05)
        )
        once = pinpoint.with_config(ONCE)

        for client in (pinpoint, once):
            server.requests.clear()
            with pytest.raises((NetworkError, errors.ServiceError)):
                client.send_messages("app", SEND)
            assert server.read(client.max_attempts) == client.max_attempts

    assert pinpoint.max_attempts > 1
    assert once.max_attempts == 1


def test_a_send_after_a_lost_answer_says_so(session: boto3.Session) -> None:
    with Server(DROPPED, OK) as server:
        pinpoint = PinpointClient(session=session, endpoint_url=server.url)

        sent = pinpoint.send_messages("app", SEND)

        assert server.read(2) == 2
    assert sent.response_metadata.retry_attempts == 1


def test_a_refusal_after_a_lost_answer_says_so(session: boto3.Session) -> None:
    refused = FAILED.replace(b"500 Oops", b"404 Gone")
    with Server(DROPPED, refused) as server:
        pinpoint = PinpointClient(session=session, endpoint_url=server.url)

        with pytest.raises(errors.ServiceError) as caught:
            pinpoint.send_messages("app", SEND)

        assert server.read(2) == 2
    response: Any = caught.value.response
    assert response["ResponseMetadata"]["RetryAttempts"] == 1


@pytest.mark.parametrize("attempts", [1, None])
def test_people_get_it_twice_unless_it_is_sent_once(attempts: int | None) -> None:
    with LocalPinpoint() as service, service.client() as pinpoint:
        app = pinpoint.create_app(models.CreateApplicationRequest(name="shop"))
        pinpoint.update_sms_channel(app.id, models.SMSChannelRequest(enabled=True))
        code = models.SendOTPMessageRequestParameters(
            channel="SMS",
            brand_name="Shop",
            destination_identity=ANA,
            origination_identity="+15555550199",
            reference_id="sign-in",
        )
        client = pinpoint.with_config(ONCE) if attempts else pinpoint
        sends: list[Callable[[], models.MessageResponse]] = [
            lambda: client.send_messages(app.id, SEND),
            lambda: client.send_otp_message(app.id, code),
        ]
        for send in sends:
            service.failures.drop("SendMessages", "SendOTPMessage", times=1)
            if attempts:
                with pytest.raises(NetworkError) as caught:
                    send()
                assert caught.value.may_have_arrived
            else:
                assert send().response_metadata.retry_attempts == 1
            service.failures.clear()

        assert len(service.inbox.to(ANA)) == (2 if attempts else 4)


# Other settings


def test_another_client_has_the_session_the_region_and_the_address(
    session: boto3.Session, loopback: Loopback
) -> None:
    first = PinpointClient("eu-west-1", session=session, endpoint_url=loopback.url)

    second = first.with_config(Config(user_agent_extra="second"))
    second.get_app("app")

    request = loopback.take()
    assert type(second) is PinpointClient
    assert repr(second) == repr(first)
    assert "AKIDEXAMPLE" in request.headers["Authorization"]
    assert "/eu-west-1/" in request.headers["Authorization"]
    assert "second" in request.headers["User-Agent"]


def test_settings_are_added_to_those_of_the_first(session: boto3.Session) -> None:
    first = PinpointClient(
        session=session,
        config=Config(read_timeout=7, connect_timeout=5, retries={"mode": "legacy"}),
    )

    second = first.with_config(Config(connect_timeout=3, retries={"total_max_attempts": 2}))
    third = second.with_config(Config(read_timeout=9))

    assert [first.max_attempts, second.max_attempts, third.max_attempts] == [5, 2, 2]
    configs: list[Any] = [each.meta.config for each in (first, second, third)]
    timeouts = [(each.read_timeout, each.connect_timeout) for each in configs]
    assert timeouts == [(7, 5), (7, 3), (9, 3)]


@on_both
@pytest.mark.parametrize("cls", [MessagesClient, OTPClient, PinpointClient])
def test_each_client_closes_its_own_connections(
    session: boto3.Session, loopback: Loopback, path: str, cls: type[MessagesClient]
) -> None:
    choose(path, session)
    first = cls(session=session, endpoint_url=loopback.url)
    second = first.with_config(ONCE)
    third = second.with_config(ONCE)
    assert type(third) is cls

    second.close()
    for works in (first, third):
        works._call("GetApp", models.ApplicationResponse, ApplicationId="app")  # pyright: ignore[reportPrivateUsage]
    with pytest.raises(errors.ConfigurationError, match="closed"):
        second._call("GetApp", models.ApplicationResponse, ApplicationId="app")  # pyright: ignore[reportPrivateUsage]

    assert len(loopback.requests) == 2


def test_a_boto3_client_passed_in_keeps_its_settings(session: boto3.Session) -> None:
    pinpoint = PinpointClient(client=session.client("pinpoint"))

    with pytest.raises(TypeError) as caught:
        pinpoint.with_config(ONCE)

    assert str(caught.value) == (
        "with_config: this client was made with client=, and boto3 cannot change an existing "
        "client. Pass client=boto3.client('pinpoint', config=...)"
    )


@pytest.mark.parametrize("wrong", [{"retries": {"total_max_attempts": 1}}, None], ids=str)
def test_other_settings_are_a_config(session: boto3.Session, wrong: Any) -> None:
    pinpoint = PinpointClient(session=session)

    with pytest.raises(TypeError, match=r"config: expected a botocore\.config\.Config, got "):
        pinpoint.with_config(wrong)


# How often

SETTINGS: list[dict[str, Any]] = [
    {},
    {"max_attempts": 0},
    {"max_attempts": 2},
    {"total_max_attempts": 1},
    {"total_max_attempts": 4},
    {"max_attempts": 1, "total_max_attempts": 4},
]


@pytest.mark.parametrize("mode", [None, "legacy", "standard", "adaptive"])
@pytest.mark.parametrize("handed_in", [False, True])
@pytest.mark.parametrize("environment", [{}, {"AWS_MAX_ATTEMPTS": "2"}], ids=str)
def test_max_attempts_is_what_happens(
    session: boto3.Session,
    loopback: Loopback,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    mode: str | None,
    *,
    handed_in: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for settings in SETTINGS:
        retries: Any = {**settings, **({"mode": mode} if mode else {})}
        attempts_are_as_said(session, loopback, Config(retries=retries), handed_in=handed_in)


@pytest.mark.parametrize("mode", ["legacy", "standard", "adaptive"])
@pytest.mark.parametrize("attempts", [None, "1", "4"])
def test_max_attempts_knows_the_environment(
    session: boto3.Session,
    loopback: Loopback,
    monkeypatch: pytest.MonkeyPatch,
    mode: str,
    attempts: str | None,
) -> None:
    monkeypatch.setenv("AWS_RETRY_MODE", mode)
    if attempts:
        monkeypatch.setenv("AWS_MAX_ATTEMPTS", attempts)

    said = attempts_are_as_said(session, loopback, None)

    assert said == (int(attempts) if attempts else {"legacy": 5}.get(mode, 3))


def attempts_are_as_said(
    session: boto3.Session, loopback: Loopback, config: Config | None, *, handed_in: bool = False
) -> int:
    """Count the attempts of a call that always fails."""
    loopback.answer({}, 500)
    loopback.requests.clear()
    if handed_in:
        finished = session.client("pinpoint", endpoint_url=loopback.url, config=config)
        pinpoint = PinpointClient(client=finished)
    else:
        pinpoint = PinpointClient(session=session, endpoint_url=loopback.url, config=config)
    with pytest.raises(errors.ServiceError):
        pinpoint.get_app("app")
    assert len(loopback.requests) == pinpoint.max_attempts
    return pinpoint.max_attempts


# Whether it may have arrived


@on_both
@pytest.mark.parametrize("answer", LOST, ids=repr)
def test_a_request_whose_answer_was_lost_may_have_arrived(
    session: boto3.Session, path: str, answer: bytes | None
) -> None:
    choose(path, session)
    with Server(answer) as server:
        config = Config(read_timeout=0.05).merge(ONCE)
        error = lost(PinpointClient(session=session, endpoint_url=server.url, config=config))

        assert server.read(1) == 1
    assert error.may_have_arrived
    assert "AWS may have received the request" in str(error)
    assert "The request was not carried out" not in str(error)


@on_both
def test_a_body_that_is_cut_is_never_a_result(session: boto3.Session, path: str) -> None:
    """Newer boto3 takes it for an answer, and does not send again; older boto3 for a lost one."""
    choose(path, session)
    with Server(CUT) as server:
        pinpoint = PinpointClient(session=session, endpoint_url=server.url, config=ONCE)

        with pytest.raises((errors.UnreadableResponseError, errors.NetworkError)) as caught:
            pinpoint.send_messages("app", SEND)

        assert server.read(1) == 1
    assert getattr(caught.value, "may_have_arrived", True)


def not_sent(session: boto3.Session, url: str, config: Config = ONCE) -> None:
    error = lost(PinpointClient(session=session, endpoint_url=url, config=ONCE.merge(config)))

    assert not error.may_have_arrived
    assert "The request was not carried out" in str(error)
    assert "AWS may have received the request" not in str(error)


def test_a_refused_connection_sends_nothing(session: boto3.Session) -> None:
    not_sent(session, f"http://127.0.0.1:{closed_port()}")


def test_a_name_that_is_not_found_sends_nothing(
    session: boto3.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_found(*_: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", not_found)
    not_sent(session, "http://pinpoint.invalid")


def test_a_connection_that_takes_too_long_sends_nothing(
    session: boto3.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_late(*_: object, **__: object) -> None:
        raise TimeoutError("timed out")

    monkeypatch.setattr("urllib3.util.connection.create_connection", too_late)
    not_sent(session, "http://127.0.0.1:1")


def test_a_proxy_that_refuses_sends_nothing(session: boto3.Session) -> None:
    proxy = f"http://127.0.0.1:{closed_port()}"

    not_sent(session, "http://pinpoint.invalid", Config(proxies={"http": proxy}))
    not_sent(session, "https://pinpoint.invalid", Config(proxies={"https": proxy}))


def test_a_proxy_that_makes_no_tunnel_sends_nothing(session: boto3.Session) -> None:
    with Server(b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n") as proxy:
        not_sent(session, "https://pinpoint.invalid", Config(proxies={"https": proxy.url}))

        assert [head.split()[0] for head in proxy.requests] == [b"CONNECT"]


def test_a_proxy_that_drops_the_answer_may_have_passed_the_request_on(
    session: boto3.Session,
) -> None:
    with Server(DROPPED) as proxy:
        config = ONCE.merge(Config(proxies={"http": proxy.url}))
        error = lost(
            PinpointClient(session=session, endpoint_url="http://pinpoint.invalid", config=config)
        )

        assert [head.split()[0] for head in proxy.requests] == [b"POST"]
    assert error.may_have_arrived


def test_a_server_without_tls_gets_nothing(session: boto3.Session) -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def refuse() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(1)
            connection.sendall(FAILED)

    thread = threading.Thread(target=refuse, daemon=True)
    thread.start()
    with listener:
        not_sent(session, f"https://127.0.0.1:{listener.getsockname()[1]}")
        thread.join()


def test_tls_that_breaks_over_the_answer_may_have_carried_the_request(
    session: boto3.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def garbage(*_: object) -> None:
        raise ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number")

    monkeypatch.setattr("http.client.HTTPResponse.begin", garbage)
    with Server(OK) as server:
        error = lost(PinpointClient(session=session, endpoint_url=server.url, config=ONCE))

    assert isinstance(error.__cause__, boto.SSLError)
    assert error.may_have_arrived


# Several attempts

URL = "https://pinpoint.us-east-1.amazonaws.com"
Attempt = int | type[boto.BotoCoreError]
"""The status of the answer that an attempt gets, or how it fails."""
REFUSED = boto.EndpointConnectionError
TOO_LATE = boto.ConnectTimeoutError
READ_TIMEOUT = boto.ReadTimeoutError
BROKEN = boto.ConnectionClosedError


@pytest.fixture
def network(session: boto3.Session) -> Iterator[list[Attempt]]:
    """What becomes of each attempt; it is all used up in the end."""
    attempts: list[Attempt] = []

    def attempt(**_: object) -> AWSResponse:
        became = attempts.pop(0)
        if not isinstance(became, int):
            raise became(endpoint_url=URL)
        raw: Any = SimpleNamespace(stream=lambda: [b"{}"])
        headers = HTTPHeaders()
        if became == 429:
            headers["x-amzn-ErrorType"] = "TooManyRequestsException"
        return AWSResponse(URL, became, headers, raw)

    events: Any = session.events
    events.register("before-send.pinpoint", attempt)
    yield attempts
    assert attempts == []


SEQUENCES: list[tuple[list[Attempt], bool]] = [
    ([REFUSED, REFUSED], False),
    ([REFUSED, TOO_LATE], False),
    ([429, REFUSED], False),
    ([429, 429, TOO_LATE], False),
    ([READ_TIMEOUT, REFUSED], True),
    ([BROKEN, REFUSED], True),
    ([500, REFUSED], True),
    ([503, TOO_LATE], True),
    ([500, 429, REFUSED], True),
    ([REFUSED, READ_TIMEOUT], True),
    ([BROKEN, REFUSED, REFUSED], True),
]


@on_both
@pytest.mark.parametrize("mode", ["legacy", "standard", "adaptive"])
def test_every_attempt_counts(
    session: boto3.Session, network: list[Attempt], path: str, mode: str
) -> None:
    choose(path, session)
    for attempts, may_have_arrived in SEQUENCES:
        if mode == "adaptive" and 429 in attempts:
            continue  # it then waits, whoever keeps it from sleeping
        network += attempts
        retries: Any = {"mode": mode, "total_max_attempts": len(attempts)}
        pinpoint = PinpointClient(session=session, config=Config(retries=retries))

        assert lost(pinpoint).may_have_arrived is may_have_arrived, attempts


def test_a_call_knows_nothing_of_the_one_before(
    session: boto3.Session, network: list[Attempt]
) -> None:
    pinpoint = PinpointClient(session=session, config=ONCE)

    network += [READ_TIMEOUT]
    assert lost(pinpoint).may_have_arrived
    network += [REFUSED]
    assert not lost(pinpoint).may_have_arrived
    network += [200]
    pinpoint.get_app("app")


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("on_client", [True, False])
def test_a_handler_of_the_users_own_may_try_again(
    session: boto3.Session, network: list[Attempt], *, on_client: bool, first: bool
) -> None:
    def once_more(attempts: int, **_: object) -> int | None:
        return 0 if attempts == 1 else None

    def register(events: Any) -> None:
        (events.register_first if first else events.register)("needs-retry.pinpoint", once_more)

    if not on_client:
        register(session.events)
    standard = Config(retries={"mode": "standard", "total_max_attempts": 1})  # legacy asks nobody
    pinpoint = PinpointClient(session=session, config=standard)
    if on_client:
        register(pinpoint.meta.events)

    network += [READ_TIMEOUT, REFUSED]
    assert lost(pinpoint).may_have_arrived
    network += [REFUSED, REFUSED]
    assert not lost(pinpoint).may_have_arrived
    assert pinpoint.max_attempts == 1, "what boto3 does as it is configured"


@pytest.mark.parametrize(
    ("attempts", "network_error", "may_have_arrived"),
    [
        (1, REFUSED, False),
        (1, TOO_LATE, False),
        (1, READ_TIMEOUT, True),
        (1, BROKEN, True),
        (2, REFUSED, True),
        (2, READ_TIMEOUT, True),
    ],
)
def test_several_attempts_of_a_boto3_client_passed_in_cannot_be_seen(
    session: boto3.Session,
    network: list[Attempt],
    attempts: int,
    network_error: type[boto.BotoCoreError],
    may_have_arrived: bool,
) -> None:
    config = Config(retries={"total_max_attempts": attempts})
    network += [network_error] * attempts

    error = lost(PinpointClient(client=session.client("pinpoint", config=config)))

    assert error.may_have_arrived is may_have_arrived
