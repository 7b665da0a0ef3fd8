"""Handlers of botocore's events that answer the requests of a client before they are sent.

A request is not signed, so that boto3 never asks for credentials: it may have none, or some that
it would renew over the network.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias
from urllib.parse import urlsplit

import botocore
from botocore.awsrequest import AWSPreparedRequest, AWSRequest, AWSResponse
from botocore.hooks import BaseEventHooks

from pinpoint_sdk.local.boto.connection_errors import check_arrival, connection_error
from pinpoint_sdk.local.boto.responses import aio_response, boto_response
from pinpoint_sdk.local.clock import Clock
from pinpoint_sdk.local.failures import ConnectionFailed
from pinpoint_sdk.local.protocol.types import HttpRequest, HttpResponse

_CLIENT_HEADER = "X-Pinpoint-Sdk-Local-Client"
_ANSWERED = "answered_by_pinpoint_sdk_local"
_SHORTEST_WAIT = 1.0


class Service(Protocol):
    """An embedded service."""

    clock: Clock

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        ...


Choose: TypeAlias = Callable[[str], Service]
"""Chooses the service that answers a region."""


class Handlers:
    """The handlers of one client, or of all future clients of a session.

    Args:
        choose: Chooses the service.
        is_async: Whether the clients are aiobotocore's.
        unique_id: Registering others with the same id replaces them.
    """

    def __init__(
        self,
        choose: Choose,
        unique_id: str,
        *,
        is_async: bool,
    ) -> None:
        self._choose = choose
        self._is_async = is_async
        self._unique_id = unique_id
        self._handlers: dict[str, Callable[..., Any]] = {
            "request-created.pinpoint": self._note_client,
            "choose-signer.pinpoint": self._sign_nothing,
            "before-send.pinpoint": self._answer,
            "before-wait.pinpoint": self._wait,
        }

    def register(self, events: BaseEventHooks) -> None:
        """Answer before other handlers do, but for those that are registered first later."""
        for event, handler in self._handlers.items():
            events.unregister(event, unique_id=self._id(event))
            events.register_first(event, handler, unique_id=self._id(event))

    def register_after_others(self, events: BaseEventHooks) -> None:
        """Answer what no other handler of Pinpoint answers; moto's come later, as more general."""
        for event, handler in self._handlers.items():
            events.register(event, handler, unique_id=self._id(event))

    def unregister(self, events: BaseEventHooks) -> None:
        """Answer no more."""
        for event in self._handlers:
            events.unregister(event, unique_id=self._id(event))

    def _id(self, event: str) -> str:
        return f"{self._unique_id}.{event}"

    def _note_client(self, request: AWSRequest, **_: object) -> None:
        if _CLIENT_HEADER not in request.headers:
            region_name, config = request.context["client_region"], request.context["client_config"]
            request.headers[_CLIENT_HEADER] = f"{region_name} {config.read_timeout}"

    def _sign_nothing(self, **_: object) -> object:
        return botocore.UNSIGNED

    def _wait(self, seconds: float, region_name: str, **_: object) -> float:
        """Move the clock in place of waiting, and say by how many seconds."""
        seconds = max(seconds, _SHORTEST_WAIT)
        self._choose(region_name).clock.advance(seconds=seconds)
        return seconds

    def _answer(self, request: AWSPreparedRequest, **_: object) -> AWSResponse | None:
        """Answer a request; None if another handler has answered it already."""
        if hasattr(request, _ANSWERED):  # boto3 calls every handler
            return None
        setattr(request, _ANSWERED, True)
        region_name, timeout = _text(request.headers[_CLIENT_HEADER]).split()
        del request.headers[_CLIENT_HEADER]
        try:
            response = self._choose(region_name).answer(
                HttpRequest(
                    method=request.method,
                    target=_target(request.url),
                    headers=dict(request.headers.items()),
                    body=_body_bytes(request),
                    region_name=region_name,
                )
            )
        except ConnectionFailed as failure:
            raise connection_error(failure, request) from failure
        check_arrival(
            response,
            request,
            None if timeout == "None" else float(timeout),
            takes_cut_body=False if self._is_async else None,
        )
        respond = aio_response if self._is_async else boto_response
        return respond(request.url, response)


def _target(url: str) -> str:
    """The path and query of an operation, without the path that an endpoint_url may have."""
    parts = urlsplit(url)
    _, version, path = parts.path.partition("/v1/")
    return f"{version}{path}?{parts.query}"


def _text(header: str | bytes) -> str:
    """A header; boto3 encodes some before it sends them."""
    return header if isinstance(header, str) else header.decode()


def _body_bytes(request: AWSPreparedRequest) -> bytes:
    body = request.body
    if body is None:
        return b""
    if not isinstance(body, (str, bytes, bytearray)):
        body = body.read()
    return body.encode() if isinstance(body, str) else bytes(body)
