"""Responses of the service as boto3 and aiobotocore read them from the network."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import Any

from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders

from pinpoint_sdk.local.protocol.types import HttpResponse


def boto_response(url: str, response: HttpResponse) -> AWSResponse:
    """A response for boto3."""
    return AWSResponse(url, response.status, _headers(response), _Body(response.body))


def aio_response(url: str, response: HttpResponse) -> AWSResponse:
    """A response for aiobotocore, and so for aioboto3."""
    module: Any = import_module("aiobotocore.awsrequest")  # only who has a client of it has it
    answer: AWSResponse = module.AioAWSResponse(
        url, response.status, _headers(response), _AioBody(response)
    )
    return answer


class _Body(BytesIO):
    """A body as botocore reads it from urllib3."""

    def stream(self) -> list[bytes]:
        return [self.read()]


class _AioBody:
    """A body as aiobotocore reads it from aiohttp; older releases look for its headers, too."""

    def __init__(self, response: HttpResponse) -> None:
        self._body = response.body
        self.raw_headers = [
            (name.lower().encode(), value.encode()) for name, value in response.headers.items()
        ]

    async def read(self) -> bytes:
        return self._body


def _headers(response: HttpResponse) -> HTTPHeaders:
    headers = HTTPHeaders()
    for name, value in response.headers.items():
        headers[name] = value
    return headers
