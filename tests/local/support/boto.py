"""Plain boto3 clients of the embedded service, and what tests ask of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any, TypeAlias, cast

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.model import OperationModel

from tests.local.support.shape_check import check_answer

ARN = "arn:aws:mobiletargeting:us-east-1:123456789012"
START = datetime(2017, 9, 27, 12, 0, 0, 581_000, tzinfo=timezone.utc)

Boto: TypeAlias = Any
"""A boto3 client: its methods are made at run time."""


def boto_client(session: boto3.Session) -> Boto:
    """A plain boto3 client whose every successful answer is held against the service model."""
    make = cast("Callable[..., Boto]", getattr(session, "client"))  # noqa: B009
    client = make("pinpoint", config=Config(retries={"total_max_attempts": 1}))
    client.meta.events.register("after-call.pinpoint", _check)
    return client


def _check(http_response: Any, model: OperationModel, **_: object) -> None:
    if http_response.status_code < 300:
        check_answer(http_response.content, model)


def new_app(client: Boto, name: str = "shop") -> str:
    response = client.create_app(CreateApplicationRequest={"Name": name})
    return str(response["ApplicationResponse"]["Id"])


def new_segment(client: Boto, app: str) -> str:
    response = client.create_segment(ApplicationId=app, WriteSegmentRequest={"Name": "all"})
    return str(response["SegmentResponse"]["Id"])


def status(response: dict[str, Any]) -> int:
    return int(response["ResponseMetadata"]["HTTPStatusCode"])


def refusal(call: Callable[..., object], **arguments: object) -> tuple[int, str, str]:
    """Status, code and message of the error that a call ends in."""
    with pytest.raises(ClientError) as caught:
        call(**arguments)
    response = cast("dict[str, Any]", caught.value.response)
    error = response["Error"]
    return status(response), error["Code"], error["Message"]


APP_NOT_FOUND = (404, "NotFoundException", "Application not found")
NOT_FOUND = (404, "NotFoundException", "Resource not found")


def is_bad_request(found: tuple[int, str, str], *words: str) -> bool:
    """Whether it is a 400 whose message has all these words."""
    return found[:2] == (400, "BadRequestException") and all(word in found[2] for word in words)
