"""The two clients before one server: the same results, errors, messages, retries and metadata."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
import socket
import struct
from collections.abc import Callable
from contextlib import ExitStack
from importlib import import_module
from typing import Any

import boto3
import pytest
from attrs import asdict, define, field
from botocore.config import Config

from pinpoint_sdk import PinpointClient, models
from pinpoint_sdk.aio import AsyncPinpointClient
from pinpoint_sdk.errors import PinpointError
from pinpoint_sdk.local.boto.connection_errors import TAKES_CUT_BODY
from tests.support import figures
from tests.support.raw_server import Server, closed_port

APP = json.dumps({"Id": "1", "Arn": "arn", "Name": "shop"}).encode()


def answer(status: int, body: bytes, *headers: str, length: int | None = None) -> bytes:
    lines = (f"HTTP/1.1 {status} Any", "x-amzn-RequestId: rid", *headers, "Connection: close")
    sent = len(body) if length is None else length
    return "\r\n".join([*lines, f"Content-Length: {sent}", "", ""]).encode() + body


def error(status: int, name: str) -> bytes:
    return answer(status, b'{"Message": "No", "RequestID": "rid"}', f"x-amzn-ErrorType: {name}")


FINE = answer(200, APP)


class Resetting(Server):
    """Resets each connection once the request is there."""

    def _answer(self, connection: socket.socket) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        super()._answer(connection)


class Deaf(Server):
    """Says that it knows no TLS, whatever comes."""

    def _answer(self, connection: socket.socket) -> None:
        connection.recv(1)
        connection.sendall(b"HTTP/1.1 400 No TLS here\r\n\r\n")
        connection.close()


def retries(attempts: int, mode: str = "standard", **others: Any) -> Config:
    settings: Any = {"total_max_attempts": attempts, "mode": mode}
    return Config(retries=settings, **others)


Call = Callable[[Any], Any]


def get_app(client: Any) -> Any:
    return client.get_app("1")


def create_app(client: Any) -> Any:
    return client.create_app(models.CreateApplicationRequest(name="é"))


def no_handlers(_: Any) -> None:
    pass


def see_dicts(events: Any) -> None:
    events.register("provide-client-params.pinpoint.CreateApp", see)
    events.register("after-call.pinpoint.CreateApp", see)


def see(**_: Any) -> None:
    pass


class HandlersOwn(Exception):
    pass


def fail_in_a_handler(events: Any) -> None:
    def fail(**_: Any) -> None:
        raise HandlersOwn("mine")

    events.register("before-send.pinpoint", fail)


@define
class Scenario:
    answers: tuple[bytes | None, ...] = (FINE,)
    config: Config = field(factory=lambda: retries(1))
    call: Call = get_app
    prepare: Callable[[Any], None] = no_handlers
    server: type[Server] = Server
    url: str = ""
    differs: frozenset[str] = frozenset()
    """What is not the same, since aiohttp is not urllib3."""


BUSY = error(429, "TooManyRequestsException")
BROKEN = answer(500, b"{}")
FOLLOWS = frozenset({"kind", "text", "retries", "status", "request_id", "may_have_arrived"})
"""aiohttp follows redirects."""
REPEATS = frozenset({"requests"})
"""aiohttp repeats GET, PUT and DELETE once by itself where the connection closes; no POST."""
COUNTS = frozenset({"kind", "text", "may_have_arrived"} if TAKES_CUT_BODY else ())
"""aiohttp counts the bytes of a body; newer botocore does not."""
SCENARIOS = {
    "200": Scenario(),
    "200 with a body": Scenario(call=create_app),
    "dict handlers": Scenario(call=create_app, prepare=see_dicts),
    "an error of a handler": Scenario(prepare=fail_in_a_handler),
    "500, 500, 200, standard": Scenario((BROKEN, BROKEN, FINE), retries(3)),
    "500, 500, 200, legacy": Scenario((BROKEN, BROKEN, FINE), retries(3, "legacy")),
    "429, 200, adaptive": Scenario((BUSY, FINE), retries(3, "adaptive")),
    "500 for ever": Scenario((BROKEN,), retries(2)),
    "404": Scenario((error(404, "NotFoundException"),)),
    "403, not of the model": Scenario((error(403, "AccessDeniedException"),)),
    "301": Scenario((answer(301, b"", "Location: http://127.0.0.1:9/"),), differs=FOLLOWS),
    "500, HTML": Scenario((answer(500, b"<html>"),)),
    "200, HTML": Scenario((answer(200, b"<html>"),)),
    "200, a list": Scenario((answer(200, b"[1]"),)),
    "200, empty": Scenario((answer(200, b""),)),
    "200, of something else": Scenario((answer(200, b'{"Hello": 1}'),)),
    "200, of something else, dict handlers": Scenario(
        (answer(200, b'{"Hello": 1}'),), call=create_app, prepare=see_dicts
    ),
    "200, gzip": Scenario((answer(200, gzip.compress(APP, mtime=0), "Content-Encoding: gzip"),)),
    "GET, closed without an answer": Scenario((b"",), differs=REPEATS),
    "GET, closed, then 200": Scenario((b"", FINE), retries(2), differs=frozenset({"retries"})),
    "GET, reset": Scenario((b"",), server=Resetting, differs=REPEATS | {"text"}),
    "POST, closed without an answer": Scenario((b"",), call=create_app),
    "POST, closed, then 200": Scenario((b"", FINE), retries(2), call=create_app),
    "POST, reset": Scenario((b"",), server=Resetting, call=create_app, differs=frozenset({"text"})),
    "half an answer": Scenario((answer(200, APP[:9], length=len(APP)),), differs=COUNTS),
    "read timeout": Scenario((None,), retries(1, read_timeout=0.05)),
    "refused": Scenario(url=f"http://127.0.0.1:{closed_port()}"),
    "refused, 3 attempts": Scenario(url=f"http://127.0.0.1:{closed_port()}", config=retries(3)),
    "no such host": Scenario(url="http://nowhere.invalid"),
    "a proxy that refuses": Scenario(
        config=retries(1, proxies={"http": f"http://127.0.0.1:{closed_port()}"}),
        url="http://pinpoint.invalid",
    ),
    "no URL": Scenario(url="not-a-url"),
    "TLS to a server without": Scenario(
        server=Deaf, url="https", call=create_app, differs=frozenset({"text"})
    ),
    "a wrong argument": Scenario(call=lambda client: client.get_app("")),
}


@define
class Outcome:
    kind: str
    text: str
    retries: int
    status: int
    request_id: str
    may_have_arrived: bool | None


def outcome_of(result: Any) -> Outcome:
    if not isinstance(result, Exception):
        metadata = result.response_metadata
        return Outcome(
            type(result).__name__,
            repr(result),
            metadata.retry_attempts,
            metadata.http_status_code,
            metadata.request_id,
            None,
        )
    answer: dict[str, Any] = getattr(result, "response", {})
    metadata = answer.get("ResponseMetadata", {})
    return Outcome(
        type(result).__name__,
        re.sub(r"(127\.0\.0\.1|localhost):\d+", "here", str(result)),
        metadata.get("RetryAttempts", -1),
        metadata.get("HTTPStatusCode", -1),
        metadata.get("RequestId", ""),
        getattr(result, "may_have_arrived", None),
    )


def by_the_sync_client(scenario: Scenario, url: str) -> Any:
    session = boto3.Session("a", "b", region_name="us-east-1")
    scenario.prepare(session.events)
    try:
        with PinpointClient(session=session, endpoint_url=url, config=scenario.config) as client:
            return scenario.call(client)
    except (PinpointError, HandlersOwn) as error:
        return error


def by_the_async_client(scenario: Scenario, url: str) -> Any:
    session = import_module("aiobotocore.session").get_session()
    session.set_credentials("a", "b")
    scenario.prepare(session.get_component("event_emitter"))
    client = AsyncPinpointClient(
        "us-east-1", session=session, endpoint_url=url, config=scenario.config
    )

    async def run() -> Any:
        async with client:
            return await scenario.call(client)

    try:
        return asyncio.run(run())
    except (PinpointError, HandlersOwn) as error:
        return error


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sleeps before a retry."""
    real = asyncio.sleep

    async def sleep(_: float, result: Any = None) -> Any:
        return await real(0, result)

    def sleep_at_once(_: float) -> None:
        pass

    monkeypatch.setattr("time.sleep", sleep_at_once)
    monkeypatch.setattr("asyncio.sleep", sleep)


SAME: list[str] = []
DIFFERENT: list[str] = []


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("name", SCENARIOS)
def test_both_clients_end_alike(name: str) -> None:
    scenario = SCENARIOS[name]
    found: list[dict[str, Any]] = []
    for run in (by_the_sync_client, by_the_async_client):
        with ExitStack() as stack:
            server = stack.enter_context(scenario.server(*scenario.answers))
            url = scenario.url or server.url
            if url == "https":
                url = server.url.replace("http:", "https:")
            outcome = asdict(outcome_of(run(scenario, url)))
            found.append({**outcome, "requests": len(server.requests)})
    one, other = found
    assert {each for each in one if one[each] != other[each]} == scenario.differs, found
    (DIFFERENT if scenario.differs else SAME).append(name)
    figures.record("scenarios that end alike for both clients", f"{len(SAME)} of {len(SCENARIOS)}")
    figures.record("scenarios that aiohttp ends otherwise", ", ".join(DIFFERENT))
