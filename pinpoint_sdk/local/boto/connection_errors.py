"""What botocore raises when a connection fails: errors of its own, around those of urllib3."""

from __future__ import annotations

import errno
import os
import socket
import ssl
from http.client import RemoteDisconnected
from urllib.parse import urlsplit

import botocore
from botocore import exceptions as boto
from botocore.awsrequest import AWSHTTPSConnection, AWSHTTPSConnectionPool, AWSPreparedRequest
from urllib3 import exceptions as http
from urllib3.connection import HTTPConnection

from pinpoint_sdk.local.failures import ConnectionFailed
from pinpoint_sdk.local.protocol.types import HttpResponse


def connection_error(failure: ConnectionFailed, request: AWSPreparedRequest) -> boto.BotoCoreError:
    """What botocore raises for a request whose connection fails like this."""
    url, host = request.url, urlsplit(request.url).hostname or ""
    connection = AWSHTTPSConnection(host)
    match failure.how:
        case "closed" | "cut":
            gone = RemoteDisconnected("Remote end closed connection without response")
            return _closed(request, http.ProtocolError("Connection aborted.", gone))
        case "read_timeout":
            pool = AWSHTTPSConnectionPool(host)
            error = http.ReadTimeoutError(pool, url, "Read timed out.")
            return boto.ReadTimeoutError(endpoint_url=url, error=error)
        case "connect_timeout":
            late = http.ConnectTimeoutError(connection, f"Connection to {host} timed out.")
            return boto.ConnectTimeoutError(endpoint_url=url, error=late)
        case "refused":
            return boto.EndpointConnectionError(endpoint_url=url, error=_refused(connection))
        case "unknown_host":
            return boto.EndpointConnectionError(endpoint_url=url, error=_not_found(connection))
        case "tls":
            return boto.SSLError(endpoint_url=url, error=_not_trusted(host))


def check_arrival(
    response: HttpResponse,
    request: AWSPreparedRequest,
    read_timeout: float | None,
    *,
    takes_cut_body: bool | None = None,
) -> None:
    """Check that a response reaches a client in time, and whole.

    Args:
        response: The response.
        request: What it is the response to.
        read_timeout: How many seconds the client waits for it; None is forever.
        takes_cut_body: Whether the client takes a body that ends early for a whole one; by
            default, whether botocore does, which depends on its version.

    Raises:
        ReadTimeoutError: It comes too late.
        ConnectionClosedError: The connection is closed before the end of the body.
    """
    if read_timeout is not None and response.seconds > read_timeout:
        raise connection_error(ConnectionFailed("read_timeout"), request)
    received = len(response.body)
    missing = int(response.headers.get("Content-Length", received)) - received
    if missing and not (TAKES_CUT_BODY if takes_cut_body is None else takes_cut_body):
        error = http.IncompleteRead(received, missing)
        raise _closed(request, http.ProtocolError(f"Connection broken: {error!r}", error))


_HAS_URLLIB3_2 = hasattr(http, "NameResolutionError")

_BOTOCORE = tuple(int(part) for part in botocore.__version__.split(".") if part.isdecimal())

TAKES_CUT_BODY = not _HAS_URLLIB3_2 or _BOTOCORE >= (1, 43, 115)
"""Only urllib3 2 checks the length of a body, and newer botocore tells it not to."""


def _closed(request: AWSPreparedRequest, error: http.ProtocolError) -> boto.BotoCoreError:
    return boto.ConnectionClosedError(error=error, request=request, endpoint_url=request.url)


def _refused(connection: HTTPConnection) -> http.NewConnectionError:
    reason = ConnectionRefusedError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED))
    return http.NewConnectionError(connection, f"Failed to establish a new connection: {reason}")


def _not_found(connection: HTTPConnection) -> http.NewConnectionError:
    reason = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    if _HAS_URLLIB3_2:
        return http.NameResolutionError(connection.host, connection, reason)
    return http.NewConnectionError(connection, f"Failed to establish a new connection: {reason}")


def _not_trusted(host: str) -> http.SSLError:
    """An error whose traceback shows, as a real one's, that there was no connection yet."""
    error = http.SSLError()
    try:
        _Untrusted(host).connect()
    except ssl.SSLError as reason:
        error.args = (reason,)
        error.__context__ = reason
    return error


class _Untrusted(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        raise ssl.SSLCertVerificationError(
            ssl.SSL_ERROR_SSL,
            "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: "
            "unable to get local issuer certificate",
        )
