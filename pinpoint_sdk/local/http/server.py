"""The embedded service over HTTP, for any AWS SDK and for the AWS CLI."""

# cheroot's stubs leave most types open.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager
from ipaddress import ip_address
from socket import socket
from threading import Thread
from typing import Any

from pinpoint_sdk.local.http.application import Application
from pinpoint_sdk.local.service import LocalPinpoint

try:
    from cheroot import wsgi

    from pinpoint_sdk.local.http.connection import REQUEST_SECONDS, Connection
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"The HTTP server needs {error.name}: pip install 'pinpoint-sdk[local]'", name=error.name
    ) from error

__all__ = ["serve"]

THREADS = 32
KEPT_CONNECTIONS = 1024
BACKLOG = 128
STOP_SECONDS = 5
HEADER_BYTES = 64 * 1024

_log = logging.getLogger(__name__)


@contextmanager
def serve(
    service: LocalPinpoint, host: str = "127.0.0.1", port: int = 0
) -> Generator[str, None, None]:
    """Serve a service over HTTP within this block, which gets the URL.

        with serve(LocalPinpoint()) as url:
            client = boto3.client("pinpoint", endpoint_url=url)

    Requests that are in progress at its end are still answered. The service stays open.

    Args:
        service: The service.
        host: The address to listen on. Anyone who can reach it has full access.
        port: The port; by default a free one.

    Raises:
        OSError: The address cannot be listened on.
        ValueError: The port is out of range.
    """
    if not 0 <= port <= 65535:
        raise ValueError(f"port: must be from 0 to 65535, got {port}")
    with LocalServer(service, host, port).running() as url:
        yield url


class LocalServer(wsgi.Server):
    """A server for one service. A connection has a thread only while it has a request."""

    expiration_interval = 0.1  # how long stopping may wait for nothing
    keep_alive_conn_limit = KEPT_CONNECTIONS
    max_request_header_size = HEADER_BYTES

    def __init__(self, service: LocalPinpoint, host: str, port: int) -> None:
        self.application = Application(service)
        super().__init__(
            (host, port),
            self.application,
            numthreads=THREADS,
            server_name="pinpoint-sdk",
            request_queue_size=BACKLOG,
            timeout=REQUEST_SECONDS,
            shutdown_timeout=STOP_SECONDS,
        )
        self.ConnectionClass = Connection
        self.max_request_body_size = service.inspect(lambda account, _: account.quotas.body_bytes)
        self._host = host

    @contextmanager
    def running(self) -> Generator[str, None, None]:
        """Listen within this block, which gets the URL."""
        self.prepare()
        bound, port = self.bind_addr
        if ip_address(bound).is_loopback:
            self.application.accept_hosts(self._host, bound, "localhost", "127.0.0.1", "::1")
        thread = Thread(target=self.serve, name="pinpoint-sdk HTTP server", daemon=True)
        thread.start()
        try:
            yield f"http://[{bound}]:{port}" if ":" in bound else f"http://{bound}:{port}"
        finally:
            self.stop()
            thread.join()

    @staticmethod
    def bind_socket(socket_: socket, bind_addr: tuple[str, int]) -> socket:
        """Bind the socket; close it if that fails."""
        try:
            socket_.bind(bind_addr)
        except OSError:
            socket_.close()
            raise
        return socket_

    def process_conn(self, conn: Any) -> None:
        """Give a connection to a thread; a new one waits until it sends something."""
        if conn.last_used is None:
            self.put_conn(conn)
        else:
            super().process_conn(conn)

    def error_log(self, msg: str = "", level: int = logging.INFO, traceback: bool = False) -> None:
        """Log what cheroot reports."""
        _log.log(level, msg, exc_info=traceback)
