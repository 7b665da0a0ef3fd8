"""One connection: its requests one after the other, each with a deadline, and their answers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from email.utils import formatdate
from http import HTTPStatus
from http.client import responses

from pinpoint_sdk.local.failures import ConnectionFailed
from pinpoint_sdk.local.http.connections import Connections
from pinpoint_sdk.local.http.request_reader import BadMessage, RequestReader
from pinpoint_sdk.local.protocol.errors import error_response
from pinpoint_sdk.local.protocol.types import HttpRequest, HttpResponse

REQUEST_SECONDS = 10
"""How long a request may take to arrive; an idle connection is closed after it, too."""
ANSWER_SECONDS = 60
"""How long a client may take to read an answer."""
DRAIN_SECONDS = 1
"""How long a rejected client may go on sending, so that it reads the response."""
_PIECE_BYTES = 64 * 1024

_access = logging.getLogger("pinpoint_sdk.local.access")


class Connection:
    """A connection of a client.

    It waits for the client in the event loop, so that only ``answer`` needs a thread.

    Args:
        stream: What the client sends.
        writer: What it gets.
        connections: The open ones.
        body_limit: The most bytes that a body may have.
        answer: Answers a request.
        more_headers: The headers of every answer to a request from an origin.
    """

    def __init__(
        self,
        stream: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        *,
        connections: Connections,
        body_limit: int,
        answer: Callable[[HttpRequest], Awaitable[HttpResponse]],
        more_headers: Callable[[str | None], Mapping[str, str]],
    ) -> None:
        self._stream = stream
        self._writer = writer
        self._connections = connections
        self._body_limit = body_limit
        self._answer = answer
        self._more_headers = more_headers
        self.idle = True
        self.held = 0
        writer.transport.set_write_buffer_limits(high=0)  # drain() until all is sent

    def abort(self) -> None:
        """Close it at once."""
        self._writer.transport.abort()

    async def serve(self) -> None:
        """Answer its requests until it is closed."""
        self._connections.add(self)
        try:
            while first := await self._first_byte():
                if not await self._exchange(first):
                    break
        except OSError:
            pass  # the client has gone
        finally:
            self._writer.close()
            with suppress(OSError), self._within(DRAIN_SECONDS):
                await self._writer.wait_closed()
            self._connections.discard(self)

    async def _first_byte(self) -> bytes:
        """The first byte of the next request; empty if there will not be one."""
        self.idle = True
        with self._within(REQUEST_SECONDS):
            first = await self._stream.read(1)
        self.idle = False
        return first

    async def _exchange(self, first: bytes) -> bool:
        """Answer one request; returns whether the connection stays open."""
        reader = RequestReader(
            self._stream, self._body_limit, lambda size: self._connections.hold(self, size)
        )
        try:
            request = await asyncio.wait_for(self._read(reader, first), REQUEST_SECONDS)
        except asyncio.TimeoutError:
            return await self._reject(reader, HTTPStatus.REQUEST_TIMEOUT, "Request Timeout")
        except BadMessage as problem:
            return await self._reject(reader, problem.status, str(problem))
        try:
            with self._connections.answering(self):
                response = await self._answer(request)
        except ConnectionFailed:
            self._note(reader, "dropped")
            return False
        is_cut = len(response.body) < int(response.headers.get("Content-Length", 0))  # on demand
        keep_alive = reader.keep_alive and not is_cut and not self._connections.closing
        await self._send(reader, response, keep_alive=keep_alive)
        return keep_alive

    async def _read(self, reader: RequestReader, first: bytes) -> HttpRequest:
        await reader.read_head(first)
        if reader.expects_continue:
            self._writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        return await reader.read_body()

    async def _reject(self, reader: RequestReader, status: HTTPStatus, message: str) -> bool:
        """Answer with an error, and let the client read it before the connection is closed.

        Closing it with unread data would reset it, and the answer could be lost.
        """
        code = _CODES.get(status, "BadRequestException")
        await self._send(reader, error_response(status, code, message), keep_alive=False)
        self._writer.write_eof()
        with self._within(DRAIN_SECONDS):
            while await self._stream.read(_PIECE_BYTES):
                pass
        return False

    async def _send(
        self, reader: RequestReader, response: HttpResponse, *, keep_alive: bool
    ) -> None:
        self._note(reader, str(response.status))
        self._connections.release(self)
        headers = {
            **response.headers,
            **self._more_headers(reader.headers.get("ORIGIN")),
            "Date": formatdate(usegmt=True),
            "Server": "pinpoint-sdk",
        }
        if response.status != HTTPStatus.NO_CONTENT:
            headers.setdefault("Content-Length", str(len(response.body)))
        if not keep_alive:
            headers["Connection"] = "close"
        status = f"HTTP/1.1 {response.status} {responses.get(response.status, 'Unknown')}"
        head = "\r\n".join([status, *map(": ".join, headers.items()), "", ""])
        body = b"" if reader.method == "HEAD" else response.body
        self._writer.write(head.encode("latin-1") + body)
        self._connections.hold(self, self._writer.transport.get_write_buffer_size())
        with self._within(ANSWER_SECONDS):
            await self._writer.drain()
        self._connections.release(self)

    @contextmanager
    def _within(self, seconds: float) -> Generator[None, None, None]:
        """Close the connection unless this block ends in time."""
        timer = asyncio.get_running_loop().call_later(seconds, self.abort)
        try:
            yield
        finally:
            timer.cancel()

    def _note(self, reader: RequestReader, outcome: str) -> None:
        line = f"{reader.method} {reader.target}"
        _access.info("%s %a %s", self._writer.get_extra_info("peername")[0], line, outcome)


_CODES = {
    405: "MethodNotAllowedException",
    408: "RequestTimeoutException",
    413: "PayloadTooLargeException",
    501: "NotImplementedException",
}
