from __future__ import annotations

from typing import Any

import pytest

from .conftest import (
    APP_NOT_FOUND,
    ARN,
    NOT_FOUND,
    Boto,
    is_bad_request,
    new_segment,
    refusal,
    status,
)

CHANNEL = {"Demographic": {"Channel": {"DimensionType": "INCLUSIVE", "Values": ["SMS"]}}}


def create(client: Boto, app: str, **request: Any) -> dict[str, Any]:
    response: dict[str, Any] = client.create_segment(ApplicationId=app, WriteSegmentRequest=request)
    return response


def test_create_segment_answers_201_with_what_was_written(client: Boto, app: str) -> None:
    response = create(client, app, Name="sms", Dimensions=CHANNEL)
    segment = response["SegmentResponse"]
    assert status(response) == 201
    assert segment == {
        "ApplicationId": app,
        "Arn": f"{ARN}:apps/{app}/segments/{segment['Id']}",
        "CreationDate": "2017-09-27T12:00:00.581Z",
        "Dimensions": CHANNEL,
        "Id": segment["Id"],
        "LastModifiedDate": "2017-09-27T12:00:00.581Z",
        "Name": "sms",
        "SegmentType": "DIMENSIONAL",
        "Version": 1,
        "tags": {},
    }


def test_get_segment_answers_what_was_created(client: Boto, app: str) -> None:
    base = new_segment(client, app)
    groups = {"Groups": [{"SourceSegments": [{"Id": base}], "Type": "ALL"}], "Include": "ANY"}
    created = create(client, app, Name="group", SegmentGroups=groups)["SegmentResponse"]
    response = client.get_segment(ApplicationId=app, SegmentId=created["Id"])
    assert status(response) == 200
    assert response["SegmentResponse"] == created


def test_unknown_app_and_unknown_segment_are_404(client: Boto, app: str) -> None:
    assert refusal(client.get_segment, ApplicationId="x", SegmentId="y") == APP_NOT_FOUND
    assert refusal(client.get_segment, ApplicationId=app, SegmentId="y") == NOT_FOUND
    assert refusal(create, client=client, app="x") == APP_NOT_FOUND


def test_an_unknown_source_segment_is_a_404(client: Boto, app: str) -> None:
    groups = {"Groups": [{"SourceSegments": [{"Id": "nope"}]}]}
    assert refusal(create, client=client, app=app, SegmentGroups=groups) == NOT_FOUND


def test_dimensions_and_groups_exclude_each_other(client: Boto, app: str) -> None:
    found = refusal(create, client=client, app=app, Dimensions=CHANNEL, SegmentGroups={})
    assert is_bad_request(found, "not both")


@pytest.mark.parametrize("grouped", [False, True])
def test_a_segment_has_at_most_100_dimensions(client: Boto, app: str, grouped: bool) -> None:
    def request(number: int) -> dict[str, Any]:
        attributes = {f"a{index}": {"Values": ["v"]} for index in range(number)}
        dimensions = {"Attributes": attributes}
        if grouped:
            return {"SegmentGroups": {"Groups": [{"Dimensions": [dimensions]}]}}
        return {"Dimensions": dimensions}

    assert status(create(client, app, **request(100))) == 201
    found = refusal(create, client=client, app=app, **request(101))
    assert is_bad_request(found, "100 dimensions")
