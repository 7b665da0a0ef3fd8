"""The edges of structure and unstructure; the properties are in test_properties.py."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import attrs
import pytest

from pinpoint_sdk import from_json, models, structure, to_json, unstructure
from pinpoint_sdk._lazy import lazy_names
from pinpoint_sdk.converter import converter
from pinpoint_sdk.errors import ValidationError
from pinpoint_sdk.models import (
    CampaignDateRangeKpiResponse,
    CampaignLimits,
    CampaignResponse,
    CampaignsResponse,
    JourneySchedule,
    RawEmail,
    Schedule,
    WriteCampaignRequest,
    WriteJourneyRequest,
)
from pinpoint_sdk.models.base import Model, members


def test_a_document_that_awss_own_samples_show_incomplete_is_read() -> None:
    campaign = structure({"Id": "c", "Schedule": {}, "Surprise": {"new": 1}}, CampaignResponse)

    assert (campaign.id, campaign.arn, campaign.segment_version) == ("c", "", 0)
    assert campaign.schedule == Schedule(start_time="")
    assert campaign.additional_treatments == []
    assert campaign.limits is None


@pytest.mark.parametrize("wrong", [None, "text", 5, [("Daily", 1)]])
def test_what_is_no_dict_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="takes a dict for CampaignLimits, got "):
        structure(wrong, CampaignLimits)


def test_a_model_that_holds_what_it_must_not_is_named_on_the_way_out() -> None:
    limits: Any = {"Daily": 1}

    with pytest.raises(ValidationError) as caught:
        unstructure(WriteCampaignRequest(limits=limits))

    assert str(caught.value) == (
        "WriteCampaignRequest.limits: expected CampaignLimits, got dict: "
        "make a model of it with structure(..., CampaignLimits)"
    )


def test_what_is_no_model_stays_a_type_error() -> None:
    no_model: Any = 5

    with pytest.raises(TypeError, match="takes a model, got int"):
        unstructure(no_model)


def test_blobs_are_read_as_bytes_and_as_base64() -> None:
    assert structure({"Data": b"From: me"}, RawEmail).data == b"From: me"
    assert structure({"Data": "RnJvbTogbWU="}, RawEmail).data == b"From: me"
    assert unstructure(RawEmail(data=b"From: me")) == {"Data": b"From: me"}


def test_the_converter_takes_other_types_around_the_models() -> None:
    limits = converter.structure([{"Daily": 1}, {"Total": 2}], list[CampaignLimits])

    assert limits == [CampaignLimits(daily=1), CampaignLimits(total=2)]
    assert converter.unstructure(limits) == [{"Daily": 1}, {"Total": 2}]


def test_a_page_of_campaigns_round_trips() -> None:
    page = CampaignsResponse(
        item=[
            CampaignResponse(
                application_id="a",
                arn="arn",
                creation_date="2026-11-23T00:00:00.000Z",
                id="c",
                last_modified_date="2026-11-23T00:00:00.000Z",
                segment_id="s",
                segment_version=1,
                limits=CampaignLimits(),
                tags={},
            )
        ]
    )

    data = unstructure(page)

    assert structure(data, CampaignsResponse) == page
    assert data["Item"] == [
        {
            "AdditionalTreatments": [],
            "ApplicationId": "a",
            "Arn": "arn",
            "CreationDate": "2026-11-23T00:00:00.000Z",
            "Id": "c",
            "LastModifiedDate": "2026-11-23T00:00:00.000Z",
            "Limits": {},
            "SegmentId": "s",
            "SegmentVersion": 1,
            "tags": {},
        }
    ]


CLI_CAMPAIGN = """
{
    "CampaignResponse": {
        "Id": "c",
        "Arn": "arn",
        "Limits": {"Daily": 3},
        "tags": {"stage": "dev"}
    },
    "ResponseMetadata": {"RequestId": "r", "HTTPStatusCode": 200, "RetryAttempts": 1}
}
"""


def test_json_of_the_cli_is_read_with_its_wrapper() -> None:
    campaign = from_json(CLI_CAMPAIGN, CampaignResponse)

    assert (campaign.id, campaign.limits, campaign.tags) == (
        "c",
        CampaignLimits(daily=3),
        {"stage": "dev"},
    )
    assert campaign.response_metadata.request_id == "r"
    assert campaign.response_metadata.retry_attempts == 1


def test_what_is_written_as_json_is_read_as_it_was() -> None:
    start = datetime(2026, 11, 23, 9, tzinfo=timezone.utc)
    journey = WriteJourneyRequest(name="Zoë", schedule=JourneySchedule(start_time=start))

    assert '"2026-11-23T09:00:00+00:00"' in to_json(journey)
    assert from_json(to_json(journey, indent=2), WriteJourneyRequest) == journey
    assert from_json(to_json(RawEmail(data=b"\xff")), RawEmail) == RawEmail(data=b"\xff")


@pytest.mark.parametrize(
    "given",
    [
        "2026-11-23T09:00:00Z",
        "2026-11-23T09:00:00.000Z",
        "2026-11-23T09:00:00.0Z",
        "2026-11-23T09:00:00.000000000Z",
        "2026-11-23T10:00:00+01:00",
        1795424400,
        1795424400.0,
        datetime(2026, 11, 23, 9, tzinfo=timezone.utc),
        datetime(2026, 11, 23, 9),
    ],
)
def test_a_timestamp_is_read_in_every_form_that_it_is_saved_in(given: object) -> None:
    read = structure({"StartTime": given}, JourneySchedule).start_time

    assert read == datetime(2026, 11, 23, 9, tzinfo=timezone.utc)


def test_a_timestamp_that_is_none_reads_as_absent() -> None:
    assert structure({"StartTime": "01/12/2026"}, JourneySchedule).start_time is None
    assert structure({"StartTime": "?"}, CampaignDateRangeKpiResponse).start_time == datetime(
        1970, 1, 1, tzinfo=timezone.utc
    )


def test_json_that_is_no_object_is_refused() -> None:
    with pytest.raises(TypeError, match="takes a dict for RawEmail, got list"):
        from_json("[]", RawEmail)
    with pytest.raises(ValueError, match="Expecting value"):
        from_json("nothing", RawEmail)


def test_no_shape_has_a_member_that_looks_like_its_own_wrapper() -> None:
    for name in lazy_names("pinpoint_sdk.models"):
        cls = getattr(models, name)
        if isinstance(cls, type) and attrs.has(cls) and issubclass(cls, Model):
            assert name not in {member.wire_name for member in members(cls)}
