"""The types that a user's checker and editor see, in every domain; each has its own file beside.

The checkers prove the types; running the same lines proves that what they name exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import attrs
import boto3
import pytest
from botocore.client import ClientMeta
from botocore.config import Config
from botocore.exceptions import ClientError
from typing_extensions import assert_type

import pinpoint_sdk
from pinpoint_sdk import (
    AppsClient,
    CampaignsClient,
    Page,
    Paginator,
    PinpointClient,
    models,
    structure,
    unstructure,
)
from pinpoint_sdk.errors import (
    NetworkError,
    NotFoundException,
    PinpointError,
    Problem,
    ServiceError,
    ValidationError,
    WaitError,
    WaitFailedError,
    WaitTimeoutError,
)
from pinpoint_sdk.lifecycle import ENDED_ON, LIFECYCLES, Lifecycle, LifecycleStatus
from pinpoint_sdk.local import LocalPinpoint
from tests.support.loopback import Loopback


def test_listings(pinpoint: PinpointClient, loopback: Loopback) -> None:
    loopback.answer({"Item": [{}]})
    campaigns = pinpoint.iter_campaigns("app", page_size=5, max_items=5, token="next")
    assert_type(campaigns, Paginator[models.CampaignResponse])
    assert_type(campaigns.next_token, str | None)
    assert_type(next(campaigns), models.CampaignResponse)
    assert_type([*campaigns], list[models.CampaignResponse])
    pages = pinpoint.iter_campaigns("app").pages()
    assert_type(pages, Iterator[Page[models.CampaignResponse]])
    for page in pages:
        assert_type(page.item, list[models.CampaignResponse])
        assert_type(page.next_token, str | None)
        assert_type(page.response_metadata, models.ResponseMetadata)
        assert len(page.item) == 1


def test_the_modules_are_attributes_of_the_package() -> None:
    assert_type(pinpoint_sdk.errors.Problem("path", "reason"), Problem)
    assert_type(pinpoint_sdk.models.APNSMessage(), models.APNSMessage)
    assert_type(pinpoint_sdk.lifecycle.LIFECYCLES, dict[str, Lifecycle])
    assert_type(pinpoint_sdk.local.LocalPinpoint(), LocalPinpoint)


def test_a_client_with_other_settings(session: boto3.Session, no_retries: Config) -> None:
    assert_type(PinpointClient(session=session).with_config(no_retries), PinpointClient)
    assert_type(AppsClient(session=session).with_config(no_retries), AppsClient)
    assert_type(PinpointClient(session=session).max_attempts, int)
    assert_type(NetworkError("lost").may_have_arrived, bool)


def test_what_boto3_says_of_its_client(pinpoint: PinpointClient) -> None:
    assert_type(pinpoint.meta, ClientMeta)
    assert_type(pinpoint.meta.region_name, str)


def test_what_came_beside_the_body(pinpoint: PinpointClient) -> None:
    metadata = pinpoint.get_app("app").response_metadata
    assert_type(metadata, models.ResponseMetadata)
    assert_type(metadata.request_id, str)
    assert_type(metadata.http_status_code, int)
    assert_type(metadata.retry_attempts, int)
    assert_type(metadata.http_headers, dict[str, str])


def test_clients() -> None:
    def takes_a_part(client: AppsClient | CampaignsClient) -> None:
        with client as entered:
            assert_type(entered, AppsClient | CampaignsClient)

    with PinpointClient("us-east-1") as pinpoint:
        assert_type(pinpoint, PinpointClient)
        takes_a_part(pinpoint)


def test_models() -> None:
    limits = structure({"Daily": 1}, models.CampaignLimits)
    assert_type(limits, models.CampaignLimits)
    assert_type(unstructure(limits), dict[str, object])
    assert_type(attrs.evolve(limits, daily=2), models.CampaignLimits)
    assert_type(limits.daily, int | None)
    limits.daily = None
    address = models.AddressConfiguration(channel_type="SMS")
    assert_type(address.substitutions, dict[str, list[str]] | None)
    assert_type(models.RawEmail(data=b"x").data, bytes | None)
    kind: models.MessageType = "PROMOTIONAL"
    assert_type(models.SMSMessage(message_type=kind).message_type, models.MessageType | None)
    either: Literal["TRANSACTIONAL", "PROMOTIONAL"] = kind
    assert unstructure(models.SMSMessage(message_type=either)) == {"MessageType": "PROMOTIONAL"}


def test_errors_of_the_service(pinpoint: PinpointClient, loopback: Loopback) -> None:
    loopback.answer({}, status=404, headers={"x-amzn-ErrorType": "NotFoundException"})
    with pytest.raises(NotFoundException) as missing:
        pinpoint.get_app("app")
    error = missing.value
    assert_type(error, NotFoundException)
    assert_type(error.code, str)
    assert_type(error.message, str)
    assert_type(error.status, int)
    assert_type(error.request_id, str)
    assert_type(error.operation, str)
    assert_type(error.lifecycle, Lifecycle | None)
    caught_by_either: ServiceError | ClientError | PinpointError = error
    assert caught_by_either.args


def test_errors_in_a_request(pinpoint: PinpointClient) -> None:
    with pytest.raises(ValidationError) as wrong:
        pinpoint.get_app("")
    assert_type(wrong.value.problems, tuple[Problem, ...])
    assert_type(wrong.value.problems[0].path, str)
    assert_type(wrong.value.problems[0].reason, str)


def test_waiters(pinpoint: PinpointClient, loopback: Loopback) -> None:
    loopback.answer({"JobStatus": "FAILED", "Failures": ["no such file"]})
    with pytest.raises(WaitFailedError) as failed:
        pinpoint.wait_until_import_job_completed("app", "job")
    assert_type(failed.value.last, models.Model | None)
    assert isinstance(failed.value.last, models.ImportJobResponse)
    assert_type(failed.value.last.failures, list[str])
    loopback.answer({"Item": []})
    with pytest.raises(WaitTimeoutError) as late:
        pinpoint.wait_until_journey_run_completed("app", "journey", "run", timeout=0, delay=0.5)
    caught_by_either: WaitError | TimeoutError = late.value
    assert caught_by_either.args
    assert late.value.last is None


def test_lifecycle() -> None:
    assert_type(LIFECYCLES, dict[str, Lifecycle])
    assert_type(ENDED_ON, date)
    lifecycle = LIFECYCLES["CreateCampaign"]
    assert_type(lifecycle.operation, str)
    assert_type(lifecycle.status, LifecycleStatus)
    assert_type(lifecycle.successor, str | None)
    either: Literal["RUNS", "UNCLEAR", "ENDED"] = lifecycle.status
    assert either == "ENDED"
