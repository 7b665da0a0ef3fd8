"""Clients that are slow, or too many: what they cost the others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from threading import Event

import pytest

from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.http import connection as http_connection
from pinpoint_sdk.local.http import connections as http_connections
from pinpoint_sdk.local.http import server as http_server
from pinpoint_sdk.local.http.connections import Connections
from pinpoint_sdk.local.http.server import THREADS, serve
from tests.local.support.boto import Boto, new_app
from tests.local.support.http import Peer, is_well
from tests.support import figures

POST = b"POST /v1/apps HTTP/1.1\r\nHost: localhost\r\n"
GET = b"GET /v1/apps HTTP/1.1\r\nHost: localhost\r\n\r\n"
BODY = b'{"Name": "shop"}'


@pytest.fixture
def url(service: LocalPinpoint) -> Iterator[str]:
    with serve(service) as url:
        yield url


def is_open(peer: Peer) -> bool:
    """Whether the server has said nothing to it, and has not hung up."""
    peer.socket.setblocking(False)
    try:
        peer.socket.recv(1)
    except BlockingIOError:
        return True
    except ConnectionResetError:
        pass
    finally:
        peer.socket.settimeout(15)
    return False


def is_gone(peer: Peer) -> bool:
    """Whether the server hangs up without another word."""
    try:
        return peer.everything() == b""
    except ConnectionResetError:
        return True


@pytest.mark.parametrize(
    ("begun", "more"),
    [
        (b"P", b""),
        (b"POST /v1", b"x"),
        (POST + b"X: ", b"x"),
        (POST + b"Content-Length: 1000\r\n\r\n", b"x"),
        (POST + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    ],
    ids=["one byte", "line", "header", "body", "chunks"],
)
def test_clients_that_drip_do_not_keep_others_waiting(url: str, begun: bytes, more: bytes) -> None:
    """Were they given threads, the others would be served only when those had timed out."""
    with ExitStack() as stack:
        slow = [stack.enter_context(Peer(url)) for _ in range(3 * THREADS)]
        for peer in slow:
            peer.send(begun)
        for _ in range(3):
            assert is_well(url)
            for peer in slow:
                peer.send(more)
        assert all(map(is_open, slow))
    figures.record("slow HTTP clients beside which one is served at once", str(len(slow)))


def test_a_request_that_dripped_is_served_once_it_is_whole(url: str) -> None:
    with ExitStack() as stack:
        slow = [stack.enter_context(Peer(url)) for _ in range(3 * THREADS)]
        request = POST + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY
        for place in range(0, len(request), 16):
            for peer in slow:
                peer.send(request[place : place + 16])
        for peer in slow:
            assert peer.everything().startswith(b"HTTP/1.1 201 Created\r\n")


def big_answer(service: LocalPinpoint, client: Boto, copies: int) -> None:
    """Fill the inbox, so that what it answers does not fit into the buffers of a socket."""
    app = new_app(client)
    client.update_email_channel(
        ApplicationId=app,
        EmailChannelRequest={
            "FromAddress": "shop@example.com",
            "Identity": "arn:aws:ses:us-east-1:123456789012:identity/example.com",
        },
    )
    part = {"Data": "x" * 500_000}
    for number in range(copies):
        client.send_messages(
            ApplicationId=app,
            MessageRequest={
                "Addresses": {f"{number}@example.com": {"ChannelType": "EMAIL"}},
                "MessageConfiguration": {
                    "EmailMessage": {"SimpleEmail": {"Subject": part, "HtmlPart": part}}
                },
            },
        )
    assert len(service.inbox) == copies


INBOX = b"GET /_local/inbox HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def messages(answer: bytes) -> int:
    """How many messages an answer has; raises if it is cut."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    return len(json.loads(body)["messages"])


def test_clients_that_do_not_read_do_not_keep_others_waiting(
    service: LocalPinpoint, client: Boto, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_server, "THREADS", 2)
    big_answer(service, client, 6)
    with serve(service) as url, ExitStack() as stack:
        slow = [stack.enter_context(Peer(url)) for _ in range(4)]
        for peer in slow:
            peer.send(INBOX)
            assert peer.socket.recv(1) == b"H"
        assert is_well(url)
        assert [messages(b"H" + peer.everything()) for peer in slow] == [6] * 4


def test_a_client_that_never_reads_is_dropped(
    service: LocalPinpoint, client: Boto, monkeypatch: pytest.MonkeyPatch
) -> None:
    dropped = Event()
    abort = http_connection.Connection.abort

    def noted_abort(connection: http_connection.Connection) -> None:
        abort(connection)
        dropped.set()

    monkeypatch.setattr(http_connection.Connection, "abort", noted_abort)
    monkeypatch.setattr(http_connection, "ANSWER_SECONDS", 0.2)
    big_answer(service, client, 6)
    with serve(service) as url, Peer(url) as peer:
        peer.send(INBOX)
        assert dropped.wait(10)
        with pytest.raises((ValueError, ConnectionResetError)):
            messages(peer.everything())


def test_an_idle_connection_is_closed_without_a_word(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_connection, "REQUEST_SECONDS", 0.2)
    with Peer(url) as peer:
        assert is_gone(peer)
    with Peer(url) as peer:
        peer.send(GET)
        assert peer.everything().endswith(b'{"Item": []}')


def test_the_connection_that_has_waited_longest_makes_room(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_connections, "MAX_CONNECTIONS", 3)
    with Peer(url) as first, Peer(url) as second, Peer(url) as third:
        for peer in (third, first, second):
            peer.send(GET)
            assert peer.socket.recv(65536).endswith(b'{"Item": []}')
        first.send(b"G")  # what has begun waits since its last answer
        assert is_well(url)
        assert is_gone(third)
        assert is_open(first)
        assert is_open(second)
        second.send(GET)
        assert second.socket.recv(65536).endswith(b'{"Item": []}')


def test_connections_that_ended_leave_room(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_connections, "MAX_CONNECTIONS", 2)
    with Peer(url) as peer:
        for _ in range(5):
            assert is_well(url)
        assert is_open(peer)


def test_the_body_that_holds_most_makes_room(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_connections, "MAX_BYTES", 100_000)
    with Peer(url) as small, Peer(url) as large, Peer(url) as late:
        for peer, size in ((small, 30_000), (large, 50_000)):
            peer.send(POST + b"Content-Length: 200000\r\n\r\n" + b" " * size)
            assert is_well(url)
        late.send(POST + b"Content-Length: 40016\r\n\r\n" + b" " * 40_000)
        assert is_gone(large)
        late.send(BODY)
        assert late.socket.recv(65536).startswith(b"HTTP/1.1 201 Created\r\n")
        assert is_open(small)


def test_bytes_are_counted_while_they_are_held(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_connections, "MAX_BYTES", 100_000)
    whole = POST + b"Content-Length: 60016\r\n\r\n" + b" " * 60_000 + BODY
    with Peer(url) as begun, Peer(url) as other:
        begun.send(POST + b"Content-Length: 30016\r\n\r\n" + b" " * 30_000)
        assert is_well(url)
        for _ in range(5):
            other.send(whole)
            assert other.socket.recv(65536).startswith(b"HTTP/1.1 201 Created\r\n")
        begun.send(BODY)
        assert begun.socket.recv(65536).startswith(b"HTTP/1.1 201 Created\r\n")


def test_one_that_holds_more_than_there_is_room_for_is_served(
    service: LocalPinpoint, client: Boto, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_connections, "MAX_BYTES", 1000)
    big_answer(service, client, 10)
    with serve(service) as url, Peer(url) as peer:
        peer.send(INBOX.replace(b"Connection: close\r\n", b"") + INBOX)
        first, _, second = peer.everything().rpartition(b"HTTP/1.1 ")
        assert messages(first) == messages(b"HTTP/1.1 " + second) == 10


def test_the_answer_that_holds_most_makes_room(
    service: LocalPinpoint, client: Boto, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_connections, "MAX_BYTES", 10_000_000)
    big_answer(service, client, 6)
    with serve(service) as url, Peer(url) as slow, Peer(url) as later:
        slow.send(INBOX)
        assert slow.socket.recv(1) == b"H"
        later.send(INBOX)
        assert messages(later.everything()) == 6
        with pytest.raises((ValueError, ConnectionResetError)):
            messages(b"H" + slow.everything())


class Fake:
    """A connection of which nothing is known but whether it was dropped."""

    idle = True
    held = 0
    dropped = False

    def abort(self) -> None:
        self.dropped = True


def test_one_that_has_ended_makes_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_connections, "MAX_CONNECTIONS", 2)
    connections, (ended, first, second, third) = Connections(), (Fake(), Fake(), Fake(), Fake())
    connections.add(ended)
    connections.discard(ended)
    for each in (first, second, third):
        connections.add(each)
    assert [each.dropped for each in (ended, first, second, third)] == [False, True, False, False]


def test_one_that_is_being_answered_makes_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_connections, "MAX_CONNECTIONS", 1)
    connections, first, second = Connections(), Fake(), Fake()
    connections.add(first)
    assert not connections.busy
    with connections.answering(first):
        assert connections.busy
        connections.add(second)
        connections.close_waiting()
    assert not connections.busy
    assert (first.dropped, second.dropped) == (False, True)


# --- the end


def test_the_end_drops_what_is_idle_and_what_is_new_at_once() -> None:
    connections, idle, begun, late = Connections(), Fake(), Fake(), Fake()
    connections.add(idle)
    connections.add(begun)
    begun.idle = False
    connections.close_idle()
    connections.add(late)
    assert (idle.dropped, begun.dropped, late.dropped) == (True, False, True)
    connections.close_waiting()
    assert begun.dropped


def test_the_end_leaves_a_clock_alone_that_no_request_advances(
    service: LocalPinpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_server, "STOP_SECONDS", 0)
    monkeypatch.setattr(service.clock, "interrupt", lambda: pytest.fail("interrupted"))
    with ExitStack() as stack:
        with serve(service) as url:
            idle, begun = (stack.enter_context(Peer(url)) for _ in range(2))
            idle.send(GET)
            assert idle.socket.recv(1) == b"H"
            begun.send(POST)
            assert is_well(url)
        assert is_gone(begun)


def test_what_has_not_arrived_when_the_server_stops_is_dropped(
    service: LocalPinpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_server, "STOP_SECONDS", 0.2)
    with ExitStack() as stack:
        with serve(service) as url:
            slow = [stack.enter_context(Peer(url)) for _ in range(3 * THREADS)]
            for peer in slow:
                peer.send(POST)
            idle = stack.enter_context(Peer(url))
            assert is_well(url)
        assert all(map(is_gone, [*slow, idle]))
