"""The edges of structure and unstructure; the properties are in test_properties.py."""

from __future__ import annotations

from typing import Any

import pytest

from pinpoint_sdk import structure, unstructure
from pinpoint_sdk.converter import converter
from pinpoint_sdk.errors import ValidationError
from pinpoint_sdk.models import (
    CampaignLimits,
    CampaignResponse,
    CampaignsResponse,
    RawEmail,
    Schedule,
    WriteCampaignRequest,
)


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

    assert str(caught.value) == "WriteCampaignRequest.limits: expected CampaignLimits, got dict"


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
