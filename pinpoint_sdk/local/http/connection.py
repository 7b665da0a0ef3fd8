"""One HTTP connection: cheroot's, but stricter, and with errors as AWS sends them.

A request has a deadline, its body a limit, and its framing must be unambiguous.
"""

# cheroot's stubs leave most types open.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

from __future__ import annotations

import logging
import re
import socket
from collections.abc import Callable, Generator
from contextlib import suppress
from http import HTTPStatus
from io import BytesIO
from time import monotonic
from typing import Any

from cheroot import errors, makefile, server

from pinpoint_sdk.local.protocol.errors import error_response

REQUEST_SECONDS = 10
"""How long a request may take to arrive; an idle connection is closed after it, too."""
DRAIN_SECONDS = 1
"""How long a rejected client may go on sending, so that it reads the response."""
LINE_BYTES = 8 * 1024
PIECE_BYTES = 64 * 1024

_access = logging.getLogger("pinpoint_sdk.local.access")


class _Incoming(socket.SocketIO):
    """Reads what a client sends, until the deadline of the request."""

    def __init__(self, sock: socket.socket) -> None:
        super().__init__(sock, "r")
        self._source = sock
        self.begin()

    def begin(self) -> None:
        """Set the deadline of the next request."""
        self._deadline = monotonic() + REQUEST_SECONDS

    def readinto(self, b: Any) -> int | None:
        """Read what has arrived, or wait for it until the deadline."""
        left = self._deadline - monotonic()
        if left <= 0:
            raise TimeoutError("timed out")  # cheroot recognises timeouts by this message
        self._source.settimeout(left)
        try:
            return super().readinto(b)
        finally:
            self._source.settimeout(REQUEST_SECONDS)


class _Reader(makefile.StreamReader):
    """As cheroot's, but over _Incoming."""

    def __init__(self, source: _Incoming, size: int) -> None:
        super(makefile.StreamReader, self).__init__(source, size)
        self.bytes_read = 0


class _TooLarge(Exception):
    """The body has more bytes than the server accepts."""


class _HeaderReader(server.HeaderReader):
    """Reads headers as RFC 9112 defines them, without folded lines or ambiguous lengths."""

    def __call__(self, rfile: Any, hdict: dict[bytes, bytes] | None = None) -> dict[bytes, bytes]:
        headers = {} if hdict is None else hdict
        while (line := rfile.readline()) != b"\r\n":
            match = _HEADER.fullmatch(line)
            if match is None:
                raise ValueError("Malformed header line")
            name, value = match["name"].title(), match["value"].strip(b" \t")
            if name in headers:
                if name in _ONCE:
                    raise ValueError(f"Duplicate {name.decode()} header")
                value = headers[name] + b", " + value
            if b"_" not in name:  # WSGI cannot distinguish it from one with a hyphen
                headers[name] = value
        length = headers.get(b"Content-Length")
        if length is not None and not length.isdigit():
            raise ValueError("Malformed Content-Length")
        if length is not None and b"Transfer-Encoding" in headers:
            raise ValueError("Content-Length and Transfer-Encoding cannot be combined")
        return headers


_HEADER = re.compile(rb"(?P<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+):(?P<value>[^\x00\r\n]*)\r\n")
_ONCE = frozenset({b"Content-Length", b"Host", b"Transfer-Encoding"})
_CHUNK_SIZE = re.compile(rb"(?P<size>[0-9A-Fa-f]{1,8})[ \t]*(;[^\r\n]*)?\r\n")


class _Request(server.HTTPRequest):
    """One request, whose body is read before the application is called."""

    header_reader = _HeaderReader()
    method = uri = b"-"  # a request line may be too bad to have them

    def read_request_line(self) -> bool:
        """Read the request line; returns whether it is well-formed."""
        try:
            return bool(super().read_request_line())  # type: ignore[no-untyped-call]
        except ValueError:  # of urlsplit
            self.simple_response("400", "Malformed Request-URI")
            return False

    def respond(self) -> None:
        """Let the application respond."""
        try:
            body = self._body()
        except _TooLarge:
            return self.simple_response("413", "The body is too large")
        except ValueError as broken:
            return self.simple_response("400", str(broken))
        self.rfile = BytesIO(body)
        try:
            self.server.gateway(self).respond()
            self.ensure_headers_sent()
        finally:
            status: Any = self.status  # bytes, once the application has begun to answer
            self._note(status[:3].decode() if status else "dropped")
        return None

    def simple_response(self, status: str, msg: str = "") -> None:
        """Reject a request with an error in AWS's form, and close the connection."""
        code = HTTPStatus(int(status[:3]))
        name = _CODES.get(code, "BadRequestException")
        response = error_response(code, name, msg or code.phrase)
        headers = {
            **response.headers,
            "Connection": "close",
            "Content-Length": str(len(response.body)),
        }
        lines = [f"HTTP/1.1 {code.value} {code.phrase}", *map(": ".join, headers.items()), "", ""]
        self.close_connection = self.sent_headers = self.conn.drain = True
        self._note(str(code.value))
        try:
            self.conn.wfile.write("\r\n".join(lines).encode("latin-1") + response.body)
        except OSError as error:
            if error.args[0] not in errors.socket_errors_to_ignore:
                raise

    def _body(self) -> bytes:
        if self.chunked_read:
            return b"".join(self._chunks())
        return self._exactly(int(self.inheaders.get(b"Content-Length", 0)))

    def _chunks(self) -> Generator[bytes, None, None]:
        total = 0
        while size := self._chunk_size():
            total += size
            if total > self.server.max_request_body_size:
                raise _TooLarge
            yield self._exactly(size)
            if self._exactly(2) != b"\r\n":
                raise ValueError("Malformed chunk")
        while (trailer := self._line()) != b"\r\n":
            if not trailer.endswith(b"\r\n"):
                raise ValueError("Malformed trailer")

    def _chunk_size(self) -> int:
        match = _CHUNK_SIZE.fullmatch(self._line())
        if match is None:
            raise ValueError("Malformed chunk size")
        return int(match["size"], 16)

    def _line(self) -> bytes:
        line: bytes = self.conn.rfile.readline(LINE_BYTES)
        return line

    def _exactly(self, size: int) -> bytes:
        pieces: list[bytes] = []
        while size:
            piece: bytes = self.conn.rfile.read(min(size, PIECE_BYTES))
            if not piece:
                raise ValueError("The body is incomplete")
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def _note(self, outcome: str) -> None:
        line = b" ".join((self.method, self.uri)).decode("latin-1")
        _access.info("%s %a %s", self.conn.remote_addr, line, outcome)


_CODES = {
    405: "MethodNotAllowedException",
    408: "RequestTimeoutException",
    413: "PayloadTooLargeException",
    500: "InternalServerErrorException",
    501: "NotImplementedException",
    503: "InternalServerErrorException",
}


class Connection(server.HTTPConnection):
    """A connection each of whose requests has a deadline."""

    RequestHandlerClass = _Request

    def __init__(
        self, server: server.HTTPServer, sock: socket.socket, makefile: Callable[..., Any]
    ) -> None:
        super().__init__(server, sock, makefile)
        self._incoming = _Incoming(sock)
        self.rfile.close()
        self.rfile = _Reader(self._incoming, self.rbufsize)
        self.drain = False

    def communicate(self) -> bool:
        """Serve one request; returns whether the connection stays open."""
        self._incoming.begin()
        return bool(super().communicate())  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """Close it; after an error not before the client had time to read the response."""
        with suppress(OSError):
            if self.drain:
                self._drain()
        with suppress(OSError):  # the client hung up before the response
            self.wfile.close()
        super().close()

    def _drain(self) -> None:
        """Closing with unread data would reset the connection before the response is read."""
        self.socket.shutdown(socket.SHUT_WR)
        deadline = monotonic() + DRAIN_SECONDS
        while (left := deadline - monotonic()) > 0:
            self.socket.settimeout(left)
            if not self.socket.recv(PIECE_BYTES):
                return
