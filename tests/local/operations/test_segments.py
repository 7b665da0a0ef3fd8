from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from pinpoint_sdk.local.engine.aws import AwsClients
from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.failures import Failures
from pinpoint_sdk.local.segments.create import new_imported_segment
from pinpoint_sdk.local.state.account import Account
from tests.local.support.boto import (
    APP_NOT_FOUND,
    ARN,
    NOT_FOUND,
    Boto,
    is_bad_request,
    new_app,
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


def update(client: Boto, app: str, segment: str, **changes: Any) -> dict[str, Any]:
    answer = client.update_segment(
        ApplicationId=app, SegmentId=segment, WriteSegmentRequest=changes
    )
    found: dict[str, Any] = answer["SegmentResponse"]
    return found


def test_update_makes_a_version_and_keeps_what_is_not_sent(
    client: Boto, app: str, clock: Clock
) -> None:
    created = create(client, app, Name="sms", Dimensions=CHANNEL, tags={"a": "b"})[
        "SegmentResponse"
    ]
    clock.advance(hours=1)
    updated = update(client, app, created["Id"], Name="new", tags={"aws:c": "looked past"})
    assert updated == {
        **created,
        "LastModifiedDate": "2017-09-27T13:00:00.581Z",
        "Name": "new",
        "Version": 2,
    }
    where = {"ApplicationId": app, "SegmentId": created["Id"]}
    assert client.get_segment(**where)["SegmentResponse"] == updated
    assert client.get_segment_version(**where, Version="1")["SegmentResponse"] == created


def test_dimensions_and_groups_take_each_others_place(client: Boto, app: str) -> None:
    segment = create(client, app, Dimensions=CHANNEL)["SegmentResponse"]["Id"]
    groups = {"Groups": [{"Dimensions": [CHANNEL], "Type": "ANY"}]}
    grouped = update(client, app, segment, SegmentGroups=groups)
    assert (grouped["SegmentGroups"], "Dimensions" in grouped) == (groups, False)
    dimensional = update(client, app, segment, Dimensions=CHANNEL)
    assert (dimensional["Dimensions"], "SegmentGroups" in dimensional) == (CHANNEL, False)


def test_a_refused_update_makes_no_version(client: Boto, app: str) -> None:
    segment = new_segment(client, app)
    groups = {"Groups": [{"SourceSegments": [{"Id": "nope"}]}]}
    assert refusal(update, client=client, app=app, segment=segment, SegmentGroups=groups) == (
        NOT_FOUND
    )
    found = client.get_segment(ApplicationId=app, SegmentId=segment)
    assert found["SegmentResponse"]["Version"] == 1


def test_a_source_segment_must_have_the_version(client: Boto, app: str) -> None:
    base = new_segment(client, app)

    def based_on(version: int) -> dict[str, Any]:
        return {"Groups": [{"SourceSegments": [{"Id": base, "Version": version}]}]}

    assert status(create(client, app, SegmentGroups=based_on(1))) == 201
    for version in (0, 2):
        groups = based_on(version)
        assert refusal(create, client=client, app=app, SegmentGroups=groups) == NOT_FOUND


def test_a_segment_may_be_based_on_what_it_was(client: Boto, app: str) -> None:
    segment = create(client, app, Dimensions=CHANNEL)["SegmentResponse"]["Id"]
    groups = {"Groups": [{"SourceSegments": [{"Id": segment, "Version": 1}]}]}
    updated = update(client, app, segment, SegmentGroups=groups)
    assert (updated["Version"], updated["SegmentGroups"]) == (2, groups)


def test_a_segment_of_another_project_is_a_404(client: Boto, app: str) -> None:
    segment = new_segment(client, new_app(client, "other"))
    for call in (client.get_segment, client.get_segment_versions, client.delete_segment):
        assert refusal(call, ApplicationId=app, SegmentId=segment) == NOT_FOUND


def test_listings_page_without_loss(client: Boto, app: str) -> None:
    segments = [new_segment(client, app) for _ in range(5)]
    for _ in range(4):
        update(client, app, segments[0], Name="again")
    assert [each["Id"] for each in paged(client.get_segments, ApplicationId=app)] == segments
    versions = paged(client.get_segment_versions, ApplicationId=app, SegmentId=segments[0])
    assert [each["Version"] for each in versions] == [5, 4, 3, 2, 1]


def paged(call: Callable[..., dict[str, Any]], **where: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    token: dict[str, str] = {}
    while True:
        answer = call(**where, **token, PageSize="2")["SegmentsResponse"]
        found += answer["Item"]
        if "NextToken" not in answer:
            return found
        token = {"Token": answer["NextToken"]}


def test_only_the_name_of_an_imported_segment_can_be_updated(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    definition = {
        "ExternalId": "",
        "Format": "CSV",
        "RoleArn": "arn:aws:iam::123456789012:role/r",
        "S3Url": "s3://bucket/key",
        "Size": 0,
    }

    def imported(account: Account, now: datetime) -> str:
        context = Context(
            account=account, now=now, failures=Failures(0), aws=AwsClients(None, "us-east-1")
        )
        project = account.projects[app]
        return str(new_imported_segment(context, project, "people", definition)["Id"])

    segment = service.inspect(imported)
    answer = client.get_segment(ApplicationId=app, SegmentId=segment)["SegmentResponse"]
    assert (answer["SegmentType"], answer["ImportDefinition"]) == ("IMPORT", definition)
    renamed = update(client, app, segment, Name="renamed")
    assert (renamed["Name"], renamed["Version"]) == ("renamed", 2)
    assert renamed["ImportDefinition"] == definition
    found = refusal(update, client=client, app=app, segment=segment, Dimensions=CHANNEL)
    assert is_bad_request(found, "imported segment")
