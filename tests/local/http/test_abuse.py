"""The HTTP server against clients that do not behave."""

from __future__ import annotations

import gc
import re
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.http import connection as http_connection
from pinpoint_sdk.local.http.server import THREADS, serve
from pinpoint_sdk.local.quotas import Quotas
from tests.local.support.http import Peer, is_well, refused, reply

LIMIT = Quotas().body_bytes
POST = b"POST /v1/apps HTTP/1.1\r\nHost: localhost\r\n"
BODY = b'{"Name": "shop"}'


@pytest.fixture
def url(service: LocalPinpoint) -> Iterator[str]:
    with serve(service) as url:
        yield url
        assert is_well(url)


MALFORMED: list[tuple[bytes, int, str]] = [
    (b"GARBAGE\r\n\r\n", 400, "Request-Line"),
    (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n", 400, "Request-Line"),
    (b"GET /v1/apps\r\n\r\n", 400, "Request-Line"),
    (b"GET /v1/apps HTTP/x\r\n\r\n", 400, "version"),
    (b"GET /v1/apps HTTP/2.0\r\n\r\n", 505, ""),
    (b"GET /v1/apps HTTP/1.1\n\n", 400, "CRLF"),
    (b"get /v1/apps HTTP/1.1\r\n\r\n", 400, "method"),
    (b"GET v1/apps HTTP/1.1\r\n\r\n", 400, "slash"),
    (b"GET http://[ HTTP/1.1\r\n\r\n", 400, "Request-URI"),
    (b"GET http://example.com/ HTTP/1.1\r\n\r\n", 400, "proxy"),
    (b"CONNECT example.com:443 HTTP/1.1\r\n\r\n", 405, ""),
    (b"GET / HTTP/1.1\r\n folded: 1\r\n\r\n", 400, "header"),
    (b"GET / HTTP/1.1\r\nNo colon\r\n\r\n", 400, "header"),
    (b"GET / HTTP/1.1\r\nSpace : 1\r\n\r\n", 400, "header"),
    (b"GET / HTTP/1.1\r\nNul: \x00\r\n\r\n", 400, "header"),
    (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "Host"),
    (b"GET / HTTP/1.1\r\nHost: a\r\n", 400, "header"),
    (POST + b"Content-Length: x\r\n\r\n", 400, "Content-Length"),
    (POST + b"Content-Length: -1\r\n\r\n", 400, "Content-Length"),
    (POST + b"Content-Length: +1\r\n\r\n1", 400, "Content-Length"),
    (POST + b"Content-Length: 1_0\r\n\r\n", 400, "Content-Length"),
    (POST + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n", 400, "Content-Length"),
    (POST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400, "Content-Length"),
    (POST + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400, "cannot be combined"),
    (POST + b"Transfer-Encoding: gzip\r\n\r\n", 501, ""),
    (POST + b"Content-Length: 50\r\n\r\n" + BODY, 400, "incomplete"),
    (POST + b"Transfer-Encoding: chunked\r\n\r\n-1\r\n", 400, "chunk"),
    (POST + b"Transfer-Encoding: chunked\r\n\r\n0x1\r\n1\r\n0\r\n\r\n", 400, "chunk"),
    (POST + b"Transfer-Encoding: chunked\r\n\r\n1\r\n12\r\n0\r\n\r\n", 400, "chunk"),
    (
        POST + b"Transfer-Encoding: chunked\r\n\r\n10\r\n" + BODY + b"XX0\r\n\r\n",
        400,
        "Malformed chunk",
    ),
    (POST + b"Transfer-Encoding: chunked\r\n\r\n5\r\n12", 400, "incomplete"),
    (POST + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}", 400, "incomplete"),
    (POST + b"Transfer-Encoding: chunked\r\n\r\n1;" + b"x" * 100_000, 400, "chunk"),
    (POST + b"Transfer-Encoding: chunked\r\n\r\n0\r\nTrailer: 1", 400, "trailer"),
    (b"GET /" + b"x" * 100_000 + b" HTTP/1.1\r\n\r\n", 414, "URI"),
    (b"GET / HTTP/1.1\r\nX: " + b"x" * 100_000 + b"\r\n\r\n", 413, "headers"),
    (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 20_000 + b"\r\n", 413, "headers"),
    (POST + b"Content-Length: %d\r\n\r\n" % (LIMIT + 1), 413, "entity"),
    (POST + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % (LIMIT + 1), 413, "body"),
]


@pytest.mark.parametrize(
    ("data", "status", "words"), MALFORMED, ids=[str(number) for number in range(len(MALFORMED))]
)
def test_what_is_no_request_gets_one_error_in_the_form_of_aws(
    service: LocalPinpoint, url: str, data: bytes, status: int, words: str
) -> None:
    answer = reply(url, data)
    found, code, message = refused(answer)
    assert found == status
    assert words in message
    assert b"\r\nConnection: close\r\n" in answer
    assert code == {
        405: "MethodNotAllowedException",
        413: "PayloadTooLargeException",
        501: "NotImplementedException",
    }.get(status, "BadRequestException")
    assert service.inspect(lambda account, _: account.projects) == {}


def test_a_refused_connection_is_closed_and_what_follows_is_not_read(
    service: LocalPinpoint, url: str
) -> None:
    hidden = POST + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY
    for broken in (
        POST + b"Content-Length: 0, 0\r\n\r\n",
        POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        POST + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % (LIMIT + 1),
    ):
        refused(reply(url, broken + hidden))
    assert service.inspect(lambda account, _: account.projects) == {}


@pytest.mark.parametrize(
    "data",
    [
        POST + b"Content-Length: 16\r\nConnection: close\r\n\r\n" + BODY,
        b"\r\n" + POST + b"Content-Length: 16\r\nConnection: close\r\n\r\n" + BODY,
        POST
        + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        + b"6\r\n"
        + BODY[:6]
        + b"\r\na;name=value\r\n"
        + BODY[6:]
        + b"\r\n0\r\nTrailer: 1\r\n\r\n",
        b"POST /v1/apps HTTP/1.0\r\nContent-Length: 16\r\n\r\n" + BODY,
    ],
    ids=["length", "empty line before", "chunked", "HTTP/1.0"],
)
def test_unusual_but_sound_requests_are_served(
    service: LocalPinpoint, url: str, data: bytes
) -> None:
    assert reply(url, data).startswith(b"HTTP/1.1 201 Created\r\n")
    assert len(service.inspect(lambda account, _: account.projects)) == 1


def test_pipelined_requests_are_answered_in_order(url: str) -> None:
    chunked = b"Transfer-Encoding: chunked\r\n\r\n10\r\n" + BODY + b"\r\n0\r\nT: 1\r\n\r\n"
    last = b"GET /v1/apps HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    answer = reply(url, (POST + chunked) * 2 + last)
    assert re.findall(rb"HTTP/1\.1 (\d+)", answer) == [b"201", b"201", b"200"]


def test_a_header_with_an_underscore_is_not_the_one_with_a_hyphen(url: str) -> None:
    data = b"POST /_local/clock HTTP/1.1\r\nHost: localhost\r\nContent_Type: application/json\r\n"
    body = b'{"advance_seconds": 1}'
    answer = reply(url, data + b"Content-Length: %d\r\n\r\n" % len(body) + body)
    assert "Content-Type" in refused(answer)[2]


@pytest.mark.parametrize("chunked", [False, True])
def test_a_client_that_sends_too_much_gets_to_read_why(url: str, chunked: bool) -> None:
    """Without draining what it still sends, the answer would be lost in a reset."""
    size = LIMIT + 1_000_000
    with Peer(url) as peer:
        if chunked:
            peer.send(POST + b"Transfer-Encoding: chunked\r\n\r\n")
            for _ in range(0, size, 1_000_000):
                peer.send(b"f4240\r\n" + b"x" * 1_000_000 + b"\r\n")
        else:
            peer.send(POST + b"Content-Length: %d\r\n\r\n" % size)
            peer.send(b"x" * size)
        assert refused(peer.everything())[:2] == (413, "PayloadTooLargeException")


def test_a_declared_body_that_is_too_large_is_refused_before_it_is_sent(url: str) -> None:
    with Peer(url) as peer:
        peer.send(POST + b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % (LIMIT + 1))
        assert refused(peer.everything())[0] == 413


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_of_the_largest_size_is_read(url: str, chunked: bool) -> None:
    data = POST + b"Expect: 100-continue\r\nConnection: close\r\n"
    body = b"[" * LIMIT
    if chunked:
        data += b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % LIMIT + body + b"\r\n0\r\n\r\n"
    else:
        data += b"Content-Length: %d\r\n\r\n" % LIMIT + body
    answer = reply(url, data)
    assert answer.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 Bad Request\r\n")
    assert b"not valid JSON" in answer


@pytest.mark.parametrize("body", [b"{", b"\xff", b"[]", b'{"Name": 7}', b"{}", b""])
def test_broken_json_is_a_400_of_the_service(url: str, body: bytes) -> None:
    data = POST + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    status, code, _ = refused(reply(url, data))
    assert (status, code) == (400, "BadRequestException")


@pytest.mark.parametrize(
    ("method", "target", "status"),
    [
        ("GET", "/nope", 404),
        ("GET", "/v1", 404),
        ("GET", "//v1/apps", 400),
        ("GET", "/v1/apps/%", 404),
        ("GET", "/v1/apps/%ff", 404),
        ("GET", "/_local/", 404),
        ("GET", "/_local/inbox/", 404),
        ("OPTIONS", "/v1/apps", 405),
        ("OPTIONS", "*", 404),
        ("BREW", "/v1/apps", 405),
        ("TRACE", "/", 405),
    ],
)
def test_unknown_paths_and_methods_are_errors_of_the_service(
    url: str, method: str, target: str, status: int
) -> None:
    request = f"{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    assert refused(reply(url, request.encode()))[0] == status


@pytest.mark.parametrize(("target", "status"), [("/", 200), ("/v1/apps", 405), ("/nope", 404)])
def test_head_has_no_body(url: str, target: str, status: int) -> None:
    answer = reply(
        url, f"HEAD {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
    )
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    assert answer.endswith(b"\r\n\r\n")
    assert answer.count(b"\r\n\r\n") == 1


def test_connections_that_say_nothing_do_not_keep_others_waiting(url: str) -> None:
    with ExitStack() as stack:
        for _ in range(3 * THREADS):
            stack.enter_context(Peer(url))
        assert is_well(url)


@pytest.mark.parametrize(
    "begun",
    [b"GET /v1/apps HT", POST, POST + b"Content-Length: 16\r\n\r\n{"],
    ids=["line", "headers", "body"],
)
def test_a_slow_request_ends_in_a_408(
    url: str, monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    monkeypatch.setattr(http_connection, "REQUEST_SECONDS", 0.2)
    with Peer(url) as peer:
        peer.send(begun)
        assert refused(peer.everything())[:2] == (408, "RequestTimeoutException")


def test_a_request_that_drips_has_one_deadline_for_all_of_it(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each byte comes in time; a limit on the pauses alone would let it go on forever."""
    monkeypatch.setattr(http_connection, "REQUEST_SECONDS", 0.3)
    with Peer(url) as peer:
        peer.socket.settimeout(0.02)
        peer.send(POST + b"Content-Length: 1000000\r\n\r\n")
        for _ in range(500):
            try:
                peer.send(b"x")
                if answer := peer.socket.recv(65536):
                    break
            except TimeoutError:
                continue
        else:
            pytest.fail("it was never refused")
        assert answer.startswith(b"HTTP/1.1 408 Request Timeout\r\n")


def test_as_many_slow_clients_as_threads_hold_others_up_only_for_so_long(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_connection, "REQUEST_SECONDS", 0.3)
    with ExitStack() as stack:
        for _ in range(THREADS):
            stack.enter_context(Peer(url)).send(POST)
        assert is_well(url)


def test_clients_that_leave_early_harm_nobody(url: str) -> None:
    for data in (
        b"",
        b"GET",
        POST,
        POST + b"Content-Length: 9\r\n\r\n1",
        b"GET / HTTP/1.1\r\n\r\n",
    ):
        with Peer(url) as peer:
            peer.send(data)
            peer.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    assert is_well(url)


def test_clients_that_hang_up_on_an_answer_leave_nothing_open(
    service: LocalPinpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python 3.13 tells of what is closed too late."""
    late: list[object] = []

    def note(what: sys.UnraisableHookArgs) -> None:
        late.append(what.exc_value)

    monkeypatch.setattr(sys, "unraisablehook", note)
    with serve(service) as url:
        for _ in range(200):
            with Peer(url) as peer:
                reset_on_close = struct.pack("ii", 1, 0)
                peer.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset_on_close)
                peer.send(b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n" * 3)
        assert is_well(url)
    gc.collect()
    assert late == []
