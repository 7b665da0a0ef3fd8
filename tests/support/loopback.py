"""An HTTP server on loopback that records what reaches it and answers as it is told."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

import attrs
from typing_extensions import Self


@attrs.frozen
class Request:
    """What arrived: exactly what was on the wire."""

    method: str
    target: str
    """Path and query, undecoded."""
    body: bytes
    headers: Mapping[str, str] = attrs.field(eq=False, repr=False)

    @property
    def json(self) -> Any:
        return json.loads(self.body) if self.body else None


@attrs.frozen
class Answer:
    status: int = 200
    body: Any = attrs.field(factory=dict)
    """JSON, or bytes to send as they are."""
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str])


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # callers that connect at once; the default of 5 resets the others


class Loopback:
    """Records requests; answers each with ``respond``, by default 200 and ``{}``."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.respond: Callable[[Request], Answer]
        self.forget()
        self._server = Server(("127.0.0.1", 0), handler_for(self))
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        )

    def forget(self) -> None:
        """Be as new."""
        self.requests = []
        self.respond = lambda _: Answer()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def answer(
        self, body: Any, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        """Answer every request from now on with this."""
        self.respond = lambda _: Answer(status, body, headers or {})

    def take(self) -> Request:
        """The one request that came since the last call."""
        (request,) = self.requests
        self.requests.clear()
        return request

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


def handler_for(loopback: Loopback) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet: two would wait for each other

        def answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            request = Request(
                self.command, self.path, self.rfile.read(length), dict(self.headers.items())
            )
            loopback.requests.append(request)
            answer = loopback.respond(request)
            body = (
                answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
            )
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_DELETE = answer

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler
