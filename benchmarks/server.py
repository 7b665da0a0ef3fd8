"""A Pinpoint on loopback that answers out of memory: a process of its own, never the bottleneck."""

from __future__ import annotations

import asyncio
import re
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from benchmarks.data import (
    LISTING,
    PAGE_SIZE,
    as_json,
    campaign,
    campaigns_page,
    message_response,
)

ROOT = Path(__file__).parents[1]
CONTENT_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
REQUEST_LINE = re.compile(rb"(\w+) (\S+) ")
END_OF_HEAD = b"\r\n\r\n"
BACKLOG = 1024
"""Connections that may begin at once."""


@contextmanager
def serving() -> Generator[str]:
    """Run the server in another process; yields its URL."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.server"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


async def serve() -> None:
    """Print the port, then answer until the process is ended."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Conversation, "127.0.0.1", 0, backlog=BACKLOG)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


class Conversation(asyncio.Protocol):
    """A connection: answers one request after another until the client hangs up."""

    def __init__(self) -> None:
        self.received = b""
        self.missing = 0
        self.request: re.Match[bytes] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep what the answers go to."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.acknowledge()

    def data_received(self, data: bytes) -> None:
        """Answer if the request is complete."""
        self.acknowledge()
        if self.request is None:
            self.received += data
            if END_OF_HEAD not in self.received:
                return
            head, _, data = self.received.partition(END_OF_HEAD)
            self.request = REQUEST_LINE.match(head)
            length = CONTENT_LENGTH.search(head)
            self.missing = int(length[1]) if length else 0
            self.received = b""
        self.missing -= len(data)
        if self.missing <= 0:
            assert self.request is not None
            self.transport.write(answer(self.request[1].decode(), self.request[2].decode()))
            self.request = None

    def acknowledge(self) -> None:
        """Acknowledge at once: a client that sends its head alone waits for that."""
        if sys.platform == "linux":
            connection = self.transport.get_extra_info("socket")
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)


@cache
def answer(method: str, target: str) -> bytes:
    """Build the whole answer to a request, head and body."""
    url = urlsplit(target)
    _, _, _, application_id, *rest = url.path.split("/")
    match method, rest:
        case "GET", []:
            return response(as_json({"Id": application_id, "Arn": "", "Name": "chess club"}))
        case "GET", ["campaigns", campaign_id]:
            return response(as_json(campaign(int(campaign_id, 16))))
        case "GET", ["campaigns"]:
            token = parse_qs(url.query).get("token", ["0"])[0]
            return response(listing_page(int(application_id.removeprefix(LISTING)), int(token)))
        case "PUT", ["endpoints"]:
            accepted = {"Message": "Accepted", "RequestID": "5f0c8d8e-9d1c-4a77-8c53-6f0a1e7b2d34"}
            return response(as_json(accepted), HTTPStatus.ACCEPTED)
        case "POST", ["messages"]:
            return response(message_response())
        case _:
            return response(b'{"Message":"Not Found"}', HTTPStatus.NOT_FOUND)


def listing_page(total: int, start: int) -> bytes:
    """Build a page of a project's campaigns; its token is the number of its first."""
    end = min(start + PAGE_SIZE, total)
    return campaigns_page(start, end - start, str(end) if end < total else None)


def response(body: bytes, status: HTTPStatus = HTTPStatus.OK) -> bytes:
    """Build an HTTP answer with the headers that the service sends."""
    head = (
        f"HTTP/1.1 {status.value} {status.phrase}\r\n"
        "Date: Mon, 02 Mar 2026 09:15:00 GMT\r\n"
        "Content-Type: application/json\r\n"
        "x-amzn-RequestId: 5f0c8d8e-9d1c-4a77-8c53-6f0a1e7b2d34\r\n"
        "Access-Control-Allow-Origin: *\r\n"
        f"Content-Length: {len(body)}\r\n"
    )
    return head.encode() + b"\r\n" + body


if __name__ == "__main__":
    asyncio.run(serve())
