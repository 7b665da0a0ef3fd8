from __future__ import annotations

import re
from typing import Any

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint, Quotas
from tests.local.support.boto import (
    APP_NOT_FOUND,
    ARN,
    NOT_FOUND,
    Boto,
    boto_client,
    is_bad_request,
    new_app,
    new_segment,
    refusal,
    status,
)


def create(client: Boto, app: str, **request: Any) -> dict[str, Any]:
    response = client.create_campaign(ApplicationId=app, WriteCampaignRequest=request)
    campaign: dict[str, Any] = response["CampaignResponse"]
    return campaign


def update(client: Boto, campaign: dict[str, Any], **request: Any) -> dict[str, Any]:
    response = client.update_campaign(
        ApplicationId=campaign["ApplicationId"],
        CampaignId=campaign["Id"],
        WriteCampaignRequest=request,
    )
    updated: dict[str, Any] = response["CampaignResponse"]
    return updated


FULL: dict[str, Any] = {
    "Description": "all of it",
    "HoldoutPercent": 10,
    "Hook": {"LambdaFunctionName": "f", "Mode": "FILTER"},
    "IsPaused": False,
    "Limits": {"Daily": 1, "MaximumDuration": 60, "MessagesPerSecond": 50, "Total": 100},
    "MessageConfiguration": {
        "ADMMessage": {"Body": "b", "Action": "OPEN_APP", "RawContent": "{}"},
        "SMSMessage": {"Body": "b", "MessageType": "PROMOTIONAL", "SenderId": "s"},
    },
    "Name": "full",
    "Schedule": {
        "EndTime": "2017-10-02T00:00:00Z",
        "Frequency": "DAILY",
        "IsLocalTime": True,
        "QuietTime": {"Start": "22:00", "End": "06:00"},
        "StartTime": "2017-10-01T00:00:00Z",
        "Timezone": "UTC+01",
    },
    "TreatmentDescription": "the default one",
    "TreatmentName": "default",
    "tags": {"team": "growth"},
}


def test_create_campaign_answers_201_with_what_was_written(client: Boto, app: str) -> None:
    segment = new_segment(client, app)
    response = client.create_campaign(
        ApplicationId=app, WriteCampaignRequest={**FULL, "SegmentId": segment, "Trace": True}
    )
    campaign = response["CampaignResponse"]
    assert status(response) == 201
    assert re.fullmatch("[0-9a-f]{32}", campaign["Id"])
    assert campaign == {
        **FULL,
        "AdditionalTreatments": [],
        "ApplicationId": app,
        "Arn": f"{ARN}:apps/{app}/campaigns/{campaign['Id']}",
        "CreationDate": "2017-09-27T12:00:00.581Z",
        "Id": campaign["Id"],
        "LastModifiedDate": "2017-09-27T12:00:00.581Z",
        "SegmentId": segment,
        "SegmentVersion": 1,
        "State": {"CampaignStatus": "SCHEDULED"},
        "TemplateConfiguration": {},
        "Version": 1,
    }


def test_defaults_are_always_there(client: Boto, app: str) -> None:
    campaign = create(client, app, SegmentId=new_segment(client, app))
    assert campaign["AdditionalTreatments"] == []
    assert campaign["HoldoutPercent"] == 0
    assert campaign["IsPaused"] is False
    assert campaign["Limits"] == campaign["tags"] == campaign["TemplateConfiguration"] == {}


def test_get_campaign_answers_what_was_created(client: Boto, app: str) -> None:
    campaign = create(client, app, **FULL)
    response = client.get_campaign(ApplicationId=app, CampaignId=campaign["Id"])
    assert status(response) == 200
    assert response["CampaignResponse"] == campaign


def test_get_campaigns_lists_latest_versions(client: Boto, app: str) -> None:
    first, second = create(client, app, Name="1"), create(client, app, Name="2")
    first = update(client, first, Name="1b")
    response = client.get_campaigns(ApplicationId=app)
    assert status(response) == 200
    assert response["CampaignsResponse"] == {"Item": [first, second]}


def test_update_makes_a_version_and_keeps_what_is_not_sent(
    client: Boto, app: str, clock: Clock
) -> None:
    campaign = create(client, app, **FULL)
    clock.advance(seconds=2)
    updated = update(client, campaign, Name="new", Limits={"MaximumDuration": 600})
    assert updated == {
        **campaign,
        "LastModifiedDate": "2017-09-27T12:00:02.581Z",
        "Limits": {"MaximumDuration": 600},
        "Name": "new",
        "Version": 2,
    }


def test_every_version_stays_as_it_was(client: Boto, app: str) -> None:
    first = create(client, app, Name="1", tags={"a": "b"})
    second = update(client, first, Name="2")
    third = update(client, first, HoldoutPercent=5)
    listed = client.get_campaign_versions(ApplicationId=app, CampaignId=first["Id"])
    assert status(listed) == 200
    assert listed["CampaignsResponse"]["Item"] == [third, second, first]
    for version, expected in enumerate((first, second, third), start=1):
        response = client.get_campaign_version(
            ApplicationId=app, CampaignId=first["Id"], Version=str(version)
        )
        assert status(response) == 200
        assert response["CampaignResponse"] == expected


@pytest.mark.parametrize("version", ["0", "2", "999999999"])
def test_an_unknown_version_is_a_404(client: Boto, app: str, version: str) -> None:
    campaign = create(client, app)["Id"]
    found = refusal(
        client.get_campaign_version, ApplicationId=app, CampaignId=campaign, Version=version
    )
    assert found == NOT_FOUND


@pytest.mark.parametrize("version", ["latest", "-1", "1.0", "9" * 5000])
def test_a_version_that_is_no_number_is_a_400(client: Boto, app: str, version: str) -> None:
    campaign = create(client, app)["Id"]
    found = refusal(
        client.get_campaign_version, ApplicationId=app, CampaignId=campaign, Version=version
    )
    assert is_bad_request(found, "Version")


def test_delete_answers_the_campaign_as_deleted_and_then_it_is_gone(client: Boto, app: str) -> None:
    campaign = create(client, app, Name="short")
    names = {"ApplicationId": app, "CampaignId": campaign["Id"]}
    response = client.delete_campaign(**names)
    assert status(response) == 200
    assert response["CampaignResponse"] == {**campaign, "State": {"CampaignStatus": "DELETED"}}
    for call in (client.get_campaign, client.delete_campaign, client.get_campaign_versions):
        assert refusal(call, **names) == NOT_FOUND
    assert refusal(client.update_campaign, **names, WriteCampaignRequest={}) == NOT_FOUND
    assert refusal(client.get_campaign_version, **names, Version="1") == NOT_FOUND
    assert client.get_campaigns(ApplicationId=app)["CampaignsResponse"]["Item"] == []


def test_an_unknown_app_is_a_404(client: Boto) -> None:
    names = {"ApplicationId": "nope", "CampaignId": "x"}
    body: dict[str, Any] = {"WriteCampaignRequest": {}}
    assert refusal(client.create_campaign, ApplicationId="nope", **body) == APP_NOT_FOUND
    assert refusal(client.get_campaigns, ApplicationId="nope") == APP_NOT_FOUND
    assert refusal(client.update_campaign, **names, **body) == APP_NOT_FOUND
    assert refusal(client.get_campaign, **names) == APP_NOT_FOUND
    assert refusal(client.delete_campaign, **names) == APP_NOT_FOUND


def test_a_campaign_of_another_app_is_a_404(client: Boto, app: str) -> None:
    campaign = create(client, app)["Id"]
    found = refusal(client.get_campaign, ApplicationId=new_app(client), CampaignId=campaign)
    assert found == NOT_FOUND


def test_an_unknown_segment_is_a_404(client: Boto, app: str) -> None:
    assert refusal(create, client=client, app=app, SegmentId="nope") == NOT_FOUND
    campaign = create(client, app)
    assert refusal(update, client=client, campaign=campaign, SegmentId="nope") == NOT_FOUND


def test_a_segment_version_that_does_not_exist_is_a_404(client: Boto, app: str) -> None:
    segment = new_segment(client, app)
    found = refusal(create, client=client, app=app, SegmentId=segment, SegmentVersion=2)
    assert found == NOT_FOUND
    campaign = create(client, app, SegmentId=segment, SegmentVersion=1)
    assert refusal(update, client=client, campaign=campaign, SegmentVersion=2) == NOT_FOUND


def test_update_can_change_the_segment(client: Boto, app: str) -> None:
    campaign = create(client, app, SegmentId=new_segment(client, app))
    other = new_segment(client, app)
    updated = update(client, campaign, SegmentId=other)
    assert (updated["SegmentId"], updated["SegmentVersion"]) == (other, 1)


def test_an_update_of_something_else_keeps_the_segments_version(client: Boto, app: str) -> None:
    segment = new_segment(client, app)
    campaign = create(client, app, SegmentId=segment)
    client.update_segment(
        ApplicationId=app, SegmentId=segment, WriteSegmentRequest={"Name": "changed"}
    )
    assert update(client, campaign, Name="new")["SegmentVersion"] == 1
    assert update(client, campaign, SegmentId=segment)["SegmentVersion"] == 2


def test_treatments_get_id_and_state(client: Boto, app: str) -> None:
    treatments = [{"SizePercent": 20, "TreatmentName": "a"}, {"SizePercent": 30}]
    campaign = create(client, app, AdditionalTreatments=treatments)
    first, second = campaign["AdditionalTreatments"]
    assert re.fullmatch("[0-9a-f]{32}", first["Id"])
    assert first["Id"] != second["Id"]
    assert first == {
        "Id": first["Id"],
        "SizePercent": 20,
        "State": {"CampaignStatus": "SCHEDULED"},
        "TreatmentName": "a",
    }
    assert campaign["DefaultState"] == {"CampaignStatus": "SCHEDULED"}


def test_treatments_keep_their_ids_over_updates(client: Boto, app: str) -> None:
    campaign = create(client, app, AdditionalTreatments=[{"SizePercent": 20}])
    renamed = update(client, campaign, Name="new")
    assert renamed["AdditionalTreatments"] == campaign["AdditionalTreatments"]
    grown = update(client, campaign, AdditionalTreatments=[{"SizePercent": 5}] * 2)
    ids = [treatment["Id"] for treatment in grown["AdditionalTreatments"]]
    assert ids[0] == campaign["AdditionalTreatments"][0]["Id"]
    assert len(set(ids)) == 2
    assert "DefaultState" not in update(client, campaign, AdditionalTreatments=[])


@pytest.mark.parametrize(
    "request_",
    [
        {"HoldoutPercent": 101},
        {"HoldoutPercent": -1},
        {"AdditionalTreatments": [{"SizePercent": 101}]},
        {"AdditionalTreatments": [{"SizePercent": -1}]},
        {"HoldoutPercent": 50, "AdditionalTreatments": [{"SizePercent": 51}]},
    ],
)
def test_shares_outside_0_to_100_are_refused(
    client: Boto, app: str, request_: dict[str, Any]
) -> None:
    assert is_bad_request(refusal(create, client=client, app=app, **request_), "Percent")


@pytest.mark.parametrize(
    ("former", "changes"),
    [
        ({"AdditionalTreatments": [{"SizePercent": 50}]}, {"HoldoutPercent": 51}),
        ({"HoldoutPercent": 60}, {"AdditionalTreatments": [{"SizePercent": 41}]}),
    ],
)
def test_an_update_counts_the_shares_that_stay(
    client: Boto, app: str, former: dict[str, Any], changes: dict[str, Any]
) -> None:
    campaign = create(client, app, **former)
    found = refusal(update, client=client, campaign=campaign, **changes)
    assert is_bad_request(found, "Percent", "100")


def test_tags_of_an_update_are_looked_past(client: Boto, app: str) -> None:
    campaign = create(client, app, tags={"a": "b"})
    updated = update(client, campaign, tags={"aws:c": "d"})
    assert (updated["tags"], updated["Version"]) == ({"a": "b"}, 2)


def test_a_start_time_in_the_past_is_refused(client: Boto, app: str) -> None:
    past = {"StartTime": "2017-09-27T12:00:00.580Z"}
    text = "StartTime must be at least current time."
    refused = (400, "BadRequestException", text)
    assert refusal(create, client=client, app=app, Schedule=past) == refused
    treatments = [{"SizePercent": 1, "Schedule": past}]
    assert refusal(create, client=client, app=app, AdditionalTreatments=treatments) == refused
    campaign = create(client, app)
    assert refusal(update, client=client, campaign=campaign, Schedule=past) == refused


@pytest.mark.parametrize(
    "start",
    [
        "IMMEDIATE",
        "2017-09-27T12:00:00.581Z",
        "2017-09-27T14:00:01+02:00",
        "2017-09-27T12:00:01",
        "2017-09-28",
        "9999-12-31T23:59:59-1200",
    ],
)
def test_a_start_time_now_or_later_is_taken(client: Boto, app: str, start: str) -> None:
    campaign = create(client, app, Schedule={"StartTime": start})
    assert campaign["Schedule"] == {"StartTime": start}


def test_a_local_start_time_may_still_come_in_some_zone(client: Boto, app: str) -> None:
    create(client, app, Schedule={"StartTime": "2017-09-27T00:01:00Z", "IsLocalTime": True})
    past = {"StartTime": "2017-09-27T00:00:00Z", "IsLocalTime": True}
    assert is_bad_request(refusal(create, client=client, app=app, Schedule=past), "StartTime")


@pytest.mark.parametrize("start", ["tomorrow", "", "2017-13-01", "2017-09-28T25:00:00Z"])
def test_a_start_time_that_is_no_date_is_refused(client: Boto, app: str, start: str) -> None:
    found = refusal(create, client=client, app=app, Schedule={"StartTime": start})
    assert is_bad_request(found, "StartTime", "ISO 8601")


def test_a_running_schedule_does_not_hinder_other_updates(
    client: Boto, app: str, clock: Clock
) -> None:
    campaign = create(client, app, Schedule={"StartTime": "2017-09-28T00:00:00Z"})
    clock.advance(days=2)
    assert update(client, campaign, Name="later")["Version"] == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Daily", 101),
        ("Daily", -1),
        ("Total", 101),
        ("MaximumDuration", 59),
        ("MessagesPerSecond", 0),
        ("MessagesPerSecond", 20_001),
    ],
)
def test_limits_outside_their_ranges_are_refused(
    client: Boto, app: str, name: str, value: int
) -> None:
    found = refusal(create, client=client, app=app, Limits={name: value})
    assert is_bad_request(found, f"Limits.{name}", str(value))
    campaign = create(client, app)
    found = refusal(update, client=client, campaign=campaign, Limits={name: value})
    assert is_bad_request(found, f"Limits.{name}", str(value))


def test_limits_at_the_ends_of_their_ranges_are_taken(client: Boto, app: str) -> None:
    lowest = {"Daily": 0, "MaximumDuration": 60, "MessagesPerSecond": 1, "Total": 0}
    highest = {"Daily": 100, "MessagesPerSecond": 20_000, "Total": 100}
    for limits in (lowest, highest):
        assert create(client, app, Limits=limits)["Limits"] == limits


def test_is_paused_is_the_state_paused_and_back(client: Boto, app: str) -> None:
    campaign = create(client, app, IsPaused=True)
    assert campaign["State"] == {"CampaignStatus": "PAUSED"}
    assert update(client, campaign, Name="x")["State"] == {"CampaignStatus": "PAUSED"}
    assert update(client, campaign, IsPaused=False)["State"] == {"CampaignStatus": "SCHEDULED"}


def test_at_most_200_campaigns_are_active(client: Boto, app: str) -> None:
    other = new_app(client)
    campaigns = [
        create(client, (app, other)[number % 2], IsPaused=number == 0) for number in range(200)
    ]
    assert is_bad_request(refusal(create, client=client, app=app), "200")
    client.delete_campaign(ApplicationId=other, CampaignId=campaigns[1]["Id"])
    create(client, app)


def test_an_update_makes_no_campaign_too_many_active() -> None:
    with LocalPinpoint(quotas=Quotas(active_campaigns=1)) as service:
        client = boto_client(service.session())
        app = new_app(client)
        schedule = {"StartTime": "IMMEDIATE"}
        ended = create(client, app, SegmentId=new_segment(client, app), Schedule=schedule)
        active = create(client, app)
        update(client, active, Name="still active")
        update(client, ended, Name="still over")
        found = refusal(
            update, client=client, campaign=ended, Schedule=schedule | {"Timezone": "UTC"}
        )
        assert is_bad_request(found, "At most 1")


def test_a_campaign_at_the_end_of_time_harms_no_other(client: Boto, app: str) -> None:
    schedule = {
        "StartTime": "9999-12-31T23:00:00Z",
        "IsLocalTime": True,
        "Frequency": "DAILY",
    }
    create(client, app, SegmentId=new_segment(client, app), Schedule=schedule)
    create(client, app)


def test_a_refused_update_makes_no_version(client: Boto, app: str) -> None:
    campaign = create(client, app, Name="1")
    refusal(update, client=client, campaign=campaign, Name="2", Limits={"Daily": 101})
    response = client.get_campaign(ApplicationId=app, CampaignId=campaign["Id"])
    assert response["CampaignResponse"] == campaign
