"""How often boto3 sends a request, and whether an attempt that failed may have arrived."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Any

from botocore import exceptions as boto

if TYPE_CHECKING:
    from botocore.client import BaseClient
    from botocore.config import Config

_MAY_HAVE_ARRIVED = "pinpoint_may_have_arrived"

_URLLIB3 = "urllib3.connection"

_NO_CONNECTION = ("ClientConnectorError", "ClientHttpProxyError")
"""aiohttp's errors for a connection that was never made."""


def max_attempts(config: Config) -> int:
    """Read how often boto3 sends a request at most."""
    retries: dict[str, Any] = getattr(config, "retries", None) or {}
    by_default = 5 if retries.get("mode") == "legacy" else 3
    return int(retries.get("total_max_attempts", by_default))


def note_attempts(client: BaseClient) -> None:
    """Record on the errors of a client whether any attempt of their call may have arrived."""

    def note(
        response: tuple[Any, Any] | None,
        caught_exception: Exception | None,
        request_dict: dict[str, Any],
        **_: object,
    ) -> None:
        context: dict[str, Any] = request_dict["context"]
        failed = response is not None and response[0].status_code >= 500
        lost = caught_exception is not None and not _never_left(caught_exception)
        context[_MAY_HAVE_ARRIVED] = context.get(_MAY_HAVE_ARRIVED, False) or failed or lost
        if caught_exception is not None:
            setattr(caught_exception, _MAY_HAVE_ARRIVED, context[_MAY_HAVE_ARRIVED])

    client.meta.events.register_first("needs-retry.pinpoint", note)


def may_have_arrived(error: Exception, attempts: int) -> bool:
    """Whether AWS may have received a request.

    Args:
        error: What boto3 raised for its last attempt.
        attempts: How often boto3 sends a request at most; counts if ``note_attempts`` was not
            called for the client.
    """
    unnoted = attempts > 1 or not _never_left(error)
    arrived: bool = getattr(error, _MAY_HAVE_ARRIVED, unnoted)
    return arrived


def _never_left(error: Exception) -> bool:
    """Whether an attempt ended before its request left: no address, no connection, no TLS."""
    if isinstance(error, boto.ConnectTimeoutError):
        return True
    if (aiohttps := _error_of_aiohttp(error)) is not None:
        return any(cls.__name__ in _NO_CONNECTION for cls in type(aiohttps).__mro__)
    if isinstance(error, (boto.SSLError, boto.ProxyConnectionError)):
        return _failed_connecting(error)  # or later, on a connection that existed
    return isinstance(error, boto.EndpointConnectionError)


def _error_of_aiohttp(error: Exception) -> Exception | None:
    """The error that aiobotocore converted.

    It makes an EndpointConnectionError also of a connection that breaks after the request was sent.
    """
    cause = getattr(error, "kwargs", {}).get("error")
    is_aiohttps = type(cause).__module__.partition(".")[0] == "aiohttp"
    return cause if is_aiohttps else None


def _failed_connecting(error: boto.BotoCoreError) -> bool:
    """Whether urllib3 was making the connection, with tunnel and TLS, when it failed."""
    urllib3s = error.kwargs.get("error")
    first = getattr(urllib3s, "__context__", None)
    return any(
        frame.f_code.co_name == "connect" and frame.f_globals.get("__name__") == _URLLIB3
        for each in (urllib3s, first)
        for frame, _ in traceback.walk_tb(getattr(each, "__traceback__", None))
    )
