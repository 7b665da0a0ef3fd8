"""The embedded service over HTTP, for any AWS SDK, for the AWS CLI and for web pages."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Collection, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Thread

from pinpoint_sdk.local.arguments import require
from pinpoint_sdk.local.http.application import Application
from pinpoint_sdk.local.http.connection import Connection
from pinpoint_sdk.local.http.connections import Connections
from pinpoint_sdk.local.http.hosts import Hosts, host_name
from pinpoint_sdk.local.http.origins import Origins, origin
from pinpoint_sdk.local.http.request_reader import HEAD_BYTES
from pinpoint_sdk.local.protocol.types import HttpRequest, HttpResponse
from pinpoint_sdk.local.service import LocalPinpoint

__all__ = ["serve"]

THREADS = 32
BACKLOG = 128
STOP_SECONDS = 1
"""How long clients may go on with what they have begun when the server stops."""
POLL_SECONDS = 0.1


@contextmanager
def serve(
    service: LocalPinpoint,
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    allow_origins: Collection[str] = (),
    allow_hosts: Collection[str] = (),
) -> Generator[str, None, None]:
    """Serve a service over HTTP within this block, which gets the URL.

        with serve(LocalPinpoint()) as url:
            client = boto3.client("pinpoint", endpoint_url=url)

    Requests that are in progress at its end are still answered; if they advance the clock, it stays
    where it is then. The service stays open.

    Args:
        service: The service.
        host: The address to listen on. Anyone who can reach it has full access.
        port: The port; by default a free one.
        allow_origins: The web pages that have full access, by their origins, such as
            ``http://localhost:3000``; ``*`` gives it to every web site that a browser opens which
            can reach the server. By default pages get 403.
        allow_hosts: Names under which the server is called, beside those of this machine. By
            default other names get 403 if it listens on loopback, and nobody otherwise.

    Raises:
        OSError: The address cannot be listened on.
        TypeError: ``allow_origins`` or ``allow_hosts`` is a string, or has something else in it.
        ValueError: The port is out of range, or an origin or a host is malformed.
    """
    if not 0 <= port <= 65535:
        raise ValueError(f"port: must be from 0 to 65535, got {port}")
    origins = Origins(_checked("allow_origins", allow_origins, origin))
    hosts = _checked("allow_hosts", allow_hosts, host_name)
    with _listen(host, port) as listener:
        bound, port = listener.getsockname()[:2]
        application = Application(service, Hosts(host, bound, hosts), origins)
        with _Server(service, application, origins).running(listener):
            yield f"http://[{bound}]:{port}" if ":" in bound else f"http://{bound}:{port}"


def _checked(name: str, values: Collection[str], check: Callable[[str], str]) -> set[str]:
    if isinstance(values, str):
        raise TypeError(f"{name}: expected several strings, got {values!r}")
    try:
        return {check(require(name, value, str)) for value in values}
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from error


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens on the first address of a host where it can."""
    if not host:
        raise ValueError("host: must not be empty")
    problem = OSError(f"{host} has no address")
    for family, *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        dual = family == socket.AF_INET6 and socket.has_dualstack_ipv6()
        try:
            return socket.create_server(address, family=family, dualstack_ipv6=dual)
        except OSError as error:
            problem = error
    raise problem


class _Server:
    """Waits for clients in an event loop of its own, and answers their requests in threads."""

    def __init__(self, service: LocalPinpoint, application: Application, origins: Origins) -> None:
        self._clock = service.clock
        self._application = application
        self._origins = origins
        self._body_limit = service.inspect(lambda account, _: account.quotas.body_bytes)
        self._loop = asyncio.SelectorEventLoop()
        self._end = asyncio.Event()
        self._pool = ThreadPoolExecutor(THREADS, "pinpoint-sdk HTTP")
        self._connections = Connections()
        self._tasks: set[asyncio.Task[None]] = set()

    @contextmanager
    def running(self, listener: socket.socket) -> Generator[None, None, None]:
        """Serve within this block."""
        thread = Thread(
            target=self._loop.run_until_complete,
            args=(self._serve(listener),),
            name="pinpoint-sdk HTTP server",
            daemon=True,
        )
        thread.start()
        try:
            yield
        finally:
            self._loop.call_soon_threadsafe(self._end.set)
            thread.join()
            self._loop.close()

    async def _serve(self, listener: socket.socket) -> None:
        server = await asyncio.start_server(
            self._connected, sock=listener, limit=HEAD_BYTES, backlog=BACKLOG
        )
        await self._end.wait()
        self._loop.remove_reader(listener)
        await asyncio.sleep(0)  # close() would lose what is being accepted
        server.close()
        self._connections.close_idle()
        give_up = self._loop.time() + STOP_SECONDS
        while others := asyncio.all_tasks() - {asyncio.current_task()}:
            if self._connections.busy:
                self._clock.interrupt()
            await asyncio.wait(others, timeout=POLL_SECONDS)
            if self._loop.time() > give_up:
                self._connections.close_waiting()
        self._pool.shutdown()

    def _connected(self, stream: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = Connection(
            stream,
            writer,
            connections=self._connections,
            body_limit=self._body_limit,
            answer=self._answer,
            more_headers=self._origins.headers,
        )
        task = self._loop.create_task(connection.serve())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, request: HttpRequest) -> HttpResponse:
        return await self._loop.run_in_executor(self._pool, self._application.answer, request)
