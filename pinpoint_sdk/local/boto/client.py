"""Answering boto3's clients: their requests handed over before they would be sent."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from typing import Any, Protocol, TypeAlias
from urllib.parse import urlsplit

import boto3
import botocore.session
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.client import ClientMeta
from botocore.compat import HTTPHeaders
from botocore.configprovider import BOTOCORE_DEFAUT_SESSION_VARIABLES
from botocore.exceptions import ConnectionClosedError, EndpointConnectionError
from botocore.hooks import BaseEventHooks

from pinpoint_sdk.local.failures import ConnectionDropped, RegionDown
from pinpoint_sdk.local.protocol.service_model import shared_loader
from pinpoint_sdk.local.protocol.types import HttpRequest, HttpResponse

EVENT = "before-send.pinpoint"
_HANDLER_ID = "pinpoint_sdk.local"
_ANSWERED = "answered_by_pinpoint_sdk_local"

Dispatch: TypeAlias = Callable[[HttpRequest], HttpResponse]
Handler: TypeAlias = Callable[..., Any]
"""A handler of EVENT; what it returns is the response."""


class BotoClient(Protocol):
    """A client of boto3, or a typed one over it."""

    @property
    def meta(self) -> ClientMeta:
        """What boto3 keeps about the client."""
        ...


def attach_handler(target: boto3.Session | BotoClient, handler: Handler) -> None:
    """Have a handler answer a session or a client, in place of the one that was attached before.

    Raises:
        TypeError: The target is neither.
        ValueError: The client belongs to another service.
    """
    events = _events_of(target)
    events.unregister(EVENT, unique_id=_HANDLER_ID)
    events.register_first(EVENT, handler, unique_id=_HANDLER_ID)


def answer_boto(dispatch: Dispatch, request: AWSPreparedRequest) -> AWSResponse | None:
    """Answer a request of boto3's; None if another handler has answered it already."""
    if hasattr(request, _ANSWERED):  # boto3 calls every handler
        return None
    setattr(request, _ANSWERED, True)
    try:
        response = dispatch(
            HttpRequest(
                method=request.method,
                target=_target(request.url),
                headers=dict(request.headers.items()),
                body=_body_bytes(request),
            )
        )
    except RegionDown as error:
        raise EndpointConnectionError(endpoint_url=request.url) from error
    except ConnectionDropped as error:
        raise ConnectionClosedError(endpoint_url=request.url) from error
    return _boto_response(request.url, response)


def isolated_session() -> botocore.session.Session:
    """A botocore session that no file and no environment variable of the user influences."""
    variables = {
        name: (None, None, default, convert)
        for name, (_, _, default, convert) in BOTOCORE_DEFAUT_SESSION_VARIABLES.items()
    }
    for name in ("config_file", "credentials_file"):
        variables[name] = (None, None, os.devnull, None)
    session = botocore.session.Session(session_vars=variables)
    session.set_config_variable("ignore_configured_endpoint_urls", True)
    session.register_component("data_loader", shared_loader())
    return session


def _events_of(target: boto3.Session | BotoClient) -> BaseEventHooks:
    if isinstance(target, boto3.Session):
        return target.events
    meta: object = getattr(target, "meta", None)
    if not isinstance(meta, ClientMeta):
        raise TypeError(f"attach takes a boto3 session or a pinpoint client, got {target!r}")
    if meta.service_model.service_name != "pinpoint":
        raise ValueError(
            "attach takes a boto3 session or a pinpoint client, "
            f"got a client of {meta.service_model.service_name}"
        )
    return meta.events


class _Body(BytesIO):
    """A body as botocore reads it from urllib3."""

    def stream(self) -> list[bytes]:
        return [self.read()]


def _boto_response(url: str, response: HttpResponse) -> AWSResponse:
    headers = HTTPHeaders()
    for name, value in response.headers.items():
        headers[name] = value
    return AWSResponse(url, response.status, headers, _Body(response.body))


def _target(url: str) -> str:
    """The path and query of an operation, without the path that an endpoint_url may have."""
    parts = urlsplit(url)
    _, version, path = parts.path.partition("/v1/")
    return f"{version}{path}?{parts.query}"


def _body_bytes(request: AWSPreparedRequest) -> bytes:
    body = request.body
    if body is None:
        return b""
    if not isinstance(body, (str, bytes, bytearray)):
        body = body.read()
    return body.encode() if isinstance(body, str) else bytes(body)
