from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from typing import Any, TypeAlias, cast

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.model import OperationModel

from pinpoint_sdk.local import Clock, LocalPinpoint

from .shape_check import check_answer

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


@pytest.fixture(autouse=True)
def no_aws_account(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's AWS configuration reaches a test."""
    for name in ("AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nonexistent/config")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent/credentials")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


@pytest.fixture
def service(clock: Clock) -> Iterator[LocalPinpoint]:
    with LocalPinpoint(clock=clock) as service:
        yield service


@pytest.fixture
def client(service: LocalPinpoint) -> Boto:
    return boto_client(service.session())


@pytest.fixture
def app(client: Boto) -> str:
    """The id of a project."""
    return new_app(client)


@pytest.fixture
def shop(client: Boto, app: str) -> str:
    """A project with an SMS channel."""
    client.update_sms_channel(ApplicationId=app, SMSChannelRequest={"Enabled": True})
    return app


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
