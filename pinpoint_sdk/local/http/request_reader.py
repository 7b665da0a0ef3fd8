"""Reads one HTTP request as RFC 9112 defines it, and nothing that could be read in two ways."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from http import HTTPStatus

from pinpoint_sdk.local.protocol.types import HttpRequest

HEAD_BYTES = 64 * 1024
"""The most that the request line and the headers together may have."""
_PIECE_BYTES = 64 * 1024

_TOKEN = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_REQUEST_LINE = re.compile(rb"(?P<method>" + _TOKEN + rb") (?P<target>\S+) (?P<version>\S+)\r\n")
_VERSION = re.compile(r"HTTP/[0-9]+\.[0-9]+")
_TARGET = re.compile(r"/(?!/)[^\x00-\x20\x7f#]*")
_HEADER = re.compile(rb"(?P<name>" + _TOKEN + rb"):(?P<value>[^\x00\r\n]*)\r\n")
_ONCE = frozenset({"CONTENT-LENGTH", "HOST", "TRANSFER-ENCODING"})
_LENGTH = re.compile(r"[0-9]{1,18}")
_CHUNK_SIZE = re.compile(rb"(?P<size>[0-9A-Fa-f]{1,8})[ \t]*(;[^\r\n]*)?\r\n")
_URI_TOO_LONG = ("The Request-URI is too long", HTTPStatus.REQUEST_URI_TOO_LONG)
_HEADERS_TOO_LARGE = ("The headers are too large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


class BadMessage(Exception):
    """What arrived is not a request that this server takes."""

    def __init__(self, message: str, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> None:
        super().__init__(message)
        self.status = status


class RequestReader:
    """One request, as far as it has been read.

    Args:
        stream: Where it comes from; its limit is HEAD_BYTES.
        body_limit: The most bytes that its body may have.
        on_bytes: Told how many bytes of the body have arrived.
    """

    def __init__(
        self, stream: asyncio.StreamReader, body_limit: int, on_bytes: Callable[[int], None]
    ) -> None:
        self._stream = stream
        self._body_limit = body_limit
        self._on_bytes = on_bytes
        self.method = self.target = "-"  # a request line may be too bad to have them
        self.headers: dict[str, str] = {}
        self.keep_alive = False
        """Whether the client wants to send another request on the connection."""

    @property
    def expects_continue(self) -> bool:
        """Whether the client waits for a 100 before it sends the body."""
        return self.headers.get("EXPECT", "").lower() == "100-continue"

    async def read_head(self, first: bytes) -> None:
        """Read all but the body.

        Args:
            first: The first byte, which has been read already.

        Raises:
            BadMessage: It is malformed, or too large.
        """
        line = first + await self._line(*_URI_TOO_LONG)
        if line == b"\r\n":  # RFC 9112, 2.2: some clients send one behind a body
            line = await self._line(*_URI_TOO_LONG)
        version = self._take_request_line(line)
        size = len(line)
        while (line := await self._line(*_HEADERS_TOO_LARGE)) != b"\r\n":
            size += len(line)
            if size > HEAD_BYTES:
                raise BadMessage(*_HEADERS_TOO_LARGE)
            self._take_header(line)
        if version == "HTTP/1.1" and "HOST" not in self.headers:
            raise BadMessage("Missing Host header")
        self._check_length()
        options = self.headers.get("CONNECTION", "").lower().replace(" ", "").split(",")
        self.keep_alive = version == "HTTP/1.1" and "close" not in options

    async def read_body(self) -> HttpRequest:
        """Read the body; returns the whole request.

        Raises:
            BadMessage: It is malformed, incomplete, or too large.
        """
        body = bytearray()
        if "TRANSFER-ENCODING" in self.headers:
            await self._read_chunks(body)
        else:
            await self._read_exactly(int(self.headers.get("CONTENT-LENGTH", 0)), body)
        return HttpRequest(self.method, self.target, self.headers, bytes(body))

    def _take_request_line(self, line: bytes) -> str:
        if not line.endswith(b"\r\n"):
            raise BadMessage("Malformed Request-Line: it must end with CRLF")
        match = _REQUEST_LINE.fullmatch(line)
        if match is None:
            raise BadMessage("Malformed Request-Line")
        self.method, self.target, version = (part.decode("latin-1") for part in match.groups())
        if version not in ("HTTP/1.1", "HTTP/1.0"):
            if _VERSION.fullmatch(version):
                raise BadMessage(f"Not {version}", HTTPStatus.HTTP_VERSION_NOT_SUPPORTED)
            raise BadMessage("Malformed Request-Line: bad version")
        if self.method != self.method.upper():
            raise BadMessage("A method name must be in upper case")
        if self.method == "CONNECT":
            raise BadMessage("This server is not a proxy", HTTPStatus.METHOD_NOT_ALLOWED)
        if not _TARGET.fullmatch(self.target) and (self.method, self.target) != ("OPTIONS", "*"):
            raise BadMessage(
                "Malformed Request-URI: it must begin with one slash, since this is not a proxy"
            )
        return version

    def _take_header(self, line: bytes) -> None:
        match = _HEADER.fullmatch(line)
        if match is None:
            raise BadMessage("Malformed header line")
        name = match["name"].decode("ascii").upper()
        value = match["value"].decode("latin-1").strip(" \t")
        if name in self.headers:
            if name in _ONCE:
                raise BadMessage(f"Duplicate {name.title()} header")
            value = f"{self.headers[name]}, {value}"
        self.headers[name] = value

    def _check_length(self) -> None:
        length = self.headers.get("CONTENT-LENGTH")
        coding = self.headers.get("TRANSFER-ENCODING")
        if coding is not None and length is not None:
            raise BadMessage("Content-Length and Transfer-Encoding cannot be combined")
        if coding is not None and coding.lower() != "chunked":
            raise BadMessage("Transfer-Encoding must be chunked", HTTPStatus.NOT_IMPLEMENTED)
        if length is not None and not _LENGTH.fullmatch(length):
            raise BadMessage("Malformed Content-Length")
        if length is not None and int(length) > self._body_limit:
            raise self._too_large()

    async def _read_chunks(self, body: bytearray) -> None:
        while size := await self._chunk_size():
            if len(body) + size > self._body_limit:
                raise self._too_large()
            await self._read_exactly(size + 2, body)
            if not body.endswith(b"\r\n"):
                raise BadMessage("Malformed chunk")
            del body[-2:]
        while (trailer := await self._line("Malformed trailer")) != b"\r\n":
            if not trailer.endswith(b"\r\n"):
                raise BadMessage("Malformed trailer")

    async def _chunk_size(self) -> int:
        match = _CHUNK_SIZE.fullmatch(await self._line("Malformed chunk size"))
        if match is None:
            raise BadMessage("Malformed chunk size")
        return int(match["size"], 16)

    async def _read_exactly(self, size: int, body: bytearray) -> None:
        while size:
            piece = await self._stream.read(min(size, _PIECE_BYTES))
            if not piece:
                raise BadMessage("The body is incomplete")
            self._on_bytes(len(piece))
            body += piece
            size -= len(piece)

    async def _line(self, problem: str, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> bytes:
        """The next line, without its end if the client stopped there; one too long is a problem."""
        try:
            return await self._stream.readuntil(b"\n")
        except asyncio.IncompleteReadError as end:
            return end.partial
        except asyncio.LimitOverrunError:
            raise BadMessage(problem, status) from None

    def _too_large(self) -> BadMessage:
        return BadMessage(
            f"The body is too large: an entity has at most {self._body_limit} bytes",
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        )
