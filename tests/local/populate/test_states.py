"""Campaigns, segments, journeys and templates work on from where they were."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from pinpoint_sdk.local.populate.answers import WHY_LEFT_OUT
from tests.local.populate.samples import (
    APP,
    ARN,
    CAMPAIGN,
    CAMPAIGN_DOCUMENT,
    DATES,
    ENDPOINT,
    JOB,
    JOURNEY,
    JOURNEY_DOCUMENT,
    JSON,
    PROJECT,
    SAMPLES,
    SEGMENT,
    SEGMENT_DOCUMENT,
    TEMPLATE,
)
from tests.local.support.boto import NOT_FOUND, Boto, boto_client, refusal

NOW = datetime(2021, 6, 1, 12, tzinfo=timezone.utc)
BEFORE, AFTER = "2021-05-31T12:00:00.000Z", "2021-06-02T12:00:00.000Z"
MUCH_LATER = "2021-07-01T12:00:00.000Z"
SMS = SAMPLES["GetSmsChannel"]
EVERYBODY: JSON = {**SEGMENT_DOCUMENT, "Dimensions": {}}
ADA = {**ENDPOINT, "OptOut": "NONE"}
ONE = {"ApplicationId": APP, "CampaignId": CAMPAIGN}
EVENT: JSON = {"FilterType": "ENDPOINT", "Dimensions": {"EventType": {"Values": ["cake"]}}}


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


def campaign(status: str, start: str = AFTER, frequency: str = "ONCE", **more: Any) -> JSON:
    return {
        **CAMPAIGN_DOCUMENT,
        "Limits": {},
        "IsPaused": status == "PAUSED",
        "MessageConfiguration": {"SMSMessage": {"Body": "Buns!"}},
        "Schedule": {"StartTime": start, "Frequency": frequency, **more.pop("schedule", {})},
        "State": {"CampaignStatus": status},
        **more,
    }


def activity(state: str, **more: Any) -> JSON:
    return {
        "ApplicationId": APP,
        "CampaignId": CAMPAIGN,
        "Id": "ac" * 16,
        "ScheduledStart": BEFORE,
        "State": state,
        **more,
    }


def status_of(client: Boto) -> str:
    return str(client.get_campaign(**ONE)["CampaignResponse"]["State"]["CampaignStatus"])


def update(client: Boto, **changes: Any) -> JSON:
    answer: JSON = client.update_campaign(**ONE, WriteCampaignRequest=changes)["CampaignResponse"]
    return answer


def reasons(report: Any) -> str:
    return "\n".join(f"{each.what}: {each.why}" for each in report.left_out)


def put_event(client: Boto) -> None:
    event = {"EventType": "cake", "Timestamp": "2021-06-01T12:00:00.000Z"}
    item = {"Endpoint": {}, "Events": {"one": event}}
    client.put_events(ApplicationId=APP, EventsRequest={"BatchItem": {ENDPOINT["Id"]: item}})


PEOPLE: tuple[JSON, ...] = (PROJECT, SMS, EVERYBODY, ADA)


@pytest.mark.parametrize(
    ("status", "start", "frequency", "days_of_messages", "why"),
    [
        ("SCHEDULED", AFTER, "ONCE", [1], ""),
        ("SCHEDULED", BEFORE, "ONCE", [], "its last start, 2021-05-31T12:00:00.000Z, has passed"),
        ("SCHEDULED", "IMMEDIATE", "ONCE", [], "IMMEDIATE, has passed"),
        ("SCHEDULED", "2021-05-31T18:00:00Z", "DAILY", [0.25, 1.25, 2.25], ""),
        ("PENDING_NEXT_RUN", "2021-05-27T12:00:00Z", "WEEKLY", [2], ""),
        ("PENDING_NEXT_RUN", "2021-05-04T12:00:00Z", "MONTHLY", [3], ""),
        ("PENDING_NEXT_RUN", "IMMEDIATE", "DAILY", [0.755, 1.755, 2.755], ""),
        ("EXECUTING", BEFORE, "ONCE", [], "whom it had reached"),
        ("EXECUTING", "2021-05-31T18:00Z", "DAILY", [0.25, 1.25, 2.25], "whom it had reached"),
        ("PAUSED", AFTER, "ONCE", [], ""),
        ("PAUSED", BEFORE, "ONCE", [], ""),
        ("COMPLETED", AFTER, "ONCE", [], ""),
        ("DELETED", AFTER, "ONCE", [], ""),
        ("INVALID", AFTER, "DAILY", [], ""),
    ],
)
def test_a_campaign_starts_when_it_would_have_and_makes_up_for_nothing(
    service: LocalPinpoint,
    client: Boto,
    status: str,
    start: str,
    frequency: str,
    days_of_messages: list[float],
    why: str,
) -> None:
    report = service.populate(campaign(status, start, frequency), *PEOPLE)
    assert why in reasons(report)
    assert bool(why) is bool(report.left_out)
    assert status_of(client) == status
    service.clock.advance(days=3, hours=1)
    sent = [round((each.sent_at - NOW) / timedelta(days=1), 4) for each in service.inbox]
    assert sent == days_of_messages


@pytest.mark.parametrize("status", ["SCHEDULED", "PAUSED"])
def test_what_has_not_begun_has_not_begun_after_an_update(
    service: LocalPinpoint, client: Boto, status: str
) -> None:
    service.populate(campaign(status), *PEOPLE)
    assert update(client, Name="renamed")["State"] == {"CampaignStatus": status}
    assert update(client, IsPaused=False)["State"] == {"CampaignStatus": "SCHEDULED"}


def test_the_first_of_all_dates(service: LocalPinpoint, client: Boto) -> None:
    first = "0001-01-01T00:00:00.000Z"
    document = campaign("PAUSED", first, "HOURLY", CreationDate=first, LastModifiedDate=first)
    service.populate(document, *PEOPLE)
    assert status_of(client) == "PAUSED"
    with LocalPinpoint(clock=Clock(NOW)) as other:
        other.populate(campaign("SCHEDULED", first, "HOURLY", CreationDate=first), *PEOPLE)
        other.clock.advance(hours=2, minutes=1)
        assert [each.sent_at.hour for each in other.inbox] == [12, 13, 14]


def test_a_recurring_campaign_that_is_paused_has_begun(
    service: LocalPinpoint, client: Boto
) -> None:
    changed = "2021-05-31T13:00:00.000Z"
    service.populate(campaign("PAUSED", BEFORE, "DAILY", LastModifiedDate=changed), *PEOPLE)
    assert update(client, IsPaused=False)["State"] == {"CampaignStatus": "PENDING_NEXT_RUN"}


def test_a_recurring_campaign_whose_end_has_passed(service: LocalPinpoint, client: Boto) -> None:
    schedule = {"EndTime": "2021-06-01T12:00:00.000Z"}
    report = service.populate(campaign("SCHEDULED", BEFORE, "HOURLY", schedule=schedule), *PEOPLE)
    assert "its last start, 2021-05-31T12:00:00.000Z, has passed" in reasons(report)
    service.clock.advance(days=1)
    assert (len(service.inbox), status_of(client)) == (0, "SCHEDULED")


@pytest.mark.parametrize("schedule", [{}, {"EventFilter": EVENT, "EndTime": BEFORE}])
def test_an_update_does_not_start_what_is_past(
    service: LocalPinpoint, client: Boto, schedule: JSON
) -> None:
    frequency = "EVENT" if schedule else "ONCE"
    start = "2021-05-30T12:00:00.000Z"
    service.populate(campaign("SCHEDULED", start, frequency, schedule=schedule), *PEOPLE)
    assert update(client, Name="renamed")["State"] == {"CampaignStatus": "COMPLETED"}
    put_event(client)
    service.clock.advance(days=1)
    assert len(service.inbox) == 0
    assert client.get_campaign_activities(**ONE)["ActivitiesResponse"]["Item"] == []


def test_local_time_is_not_past_while_some_zone_has_not_had_it(service: LocalPinpoint) -> None:
    schedule = {"IsLocalTime": True, "Timezone": "utc-05"}
    start = "2021-06-01T08:00:00.000Z"
    report = service.populate(campaign("SCHEDULED", start, schedule=schedule), *PEOPLE)
    assert not report.left_out
    service.clock.advance(days=1)
    assert [each.sent_at - NOW for each in service.inbox] == [timedelta(hours=1)]


@pytest.mark.parametrize(
    ("start", "changed", "messages"),
    [
        (AFTER, DATES["LastModifiedDate"], 1),
        (BEFORE, DATES["LastModifiedDate"], 1),  # it passed during the pause, and was the last
        (BEFORE, "2021-05-31T13:00:00.000Z", 0),  # it was under way when it was paused
        ("IMMEDIATE", DATES["CreationDate"], 1),
    ],
)
def test_a_paused_campaign_goes_on_as_after_a_pause(
    service: LocalPinpoint, client: Boto, start: str, changed: str, messages: int
) -> None:
    service.populate(campaign("PAUSED", start, LastModifiedDate=changed), *PEOPLE)
    service.clock.advance(days=2)
    assert len(service.inbox) == 0
    update(client, IsPaused=False)
    service.clock.advance(days=1)
    assert len(service.inbox) == messages
    assert status_of(client) == "COMPLETED"


@pytest.mark.parametrize("status", ["COMPLETED", "DELETED", "INVALID"])
def test_a_campaign_that_is_over_starts_over_with_another_schedule(
    service: LocalPinpoint, client: Boto, status: str
) -> None:
    service.populate(campaign(status), *PEOPLE)
    assert update(client, Name="again")["State"] == {"CampaignStatus": "COMPLETED"}
    service.clock.advance(days=2)
    assert len(service.inbox) == 0
    answer = update(client, Schedule={"StartTime": "IMMEDIATE"})
    assert (answer["Version"], answer["State"]) == (3, {"CampaignStatus": "SCHEDULED"})
    assert service.inbox.last.campaign_id == CAMPAIGN


def test_a_campaign_that_was_deleted_with_its_segment_stays_so(
    service: LocalPinpoint, client: Boto
) -> None:
    service.populate(campaign("DELETED"), PROJECT, SMS, ADA)
    assert update(client, Name="again")["State"] == {"CampaignStatus": "DELETED"}


def test_without_its_segment_or_its_version_a_campaign_does_not_run(
    service: LocalPinpoint, client: Boto
) -> None:
    report = service.populate(campaign("SCHEDULED"), PROJECT, SMS, ADA)
    assert "its segment, or the version of it, was not given" in reasons(report)
    assert status_of(client) == "SCHEDULED"
    assert update(client, Name="x")["State"] == {"CampaignStatus": "DELETED"}
    with LocalPinpoint(clock=Clock(NOW)) as other:
        report = other.populate(campaign("SCHEDULED", SegmentVersion=2), *PEOPLE)
        assert "was not given" in reasons(report)
        other.clock.advance(days=2)
        assert len(other.inbox) == 0
    with LocalPinpoint(clock=Clock(NOW)) as other:
        assert not other.populate(campaign("SCHEDULED", SegmentVersion=0), *PEOPLE).left_out


def test_treatments_have_their_own_states(service: LocalPinpoint, client: Boto) -> None:
    schedule = {"StartTime": AFTER}
    treatments = [
        {"Id": "1", "SizePercent": 50, "Schedule": schedule},
        {"Id": "2", "SizePercent": 50, "State": {"CampaignStatus": "SCHEDULED"}},
    ]
    document = campaign(
        "COMPLETED",
        AdditionalTreatments=treatments,
        DefaultState={"CampaignStatus": "COMPLETED"},
    )
    service.populate(document, *PEOPLE, *({**ADA, "Id": str(n)} for n in range(40)))
    service.clock.advance(days=2)
    assert {each.treatment_id for each in service.inbox} == {"2"}
    runs = client.get_campaign_activities(**ONE)["ActivitiesResponse"]["Item"]
    assert [each["TreatmentId"] for each in runs] == ["2"]
    assert status_of(client) == "COMPLETED"


@pytest.mark.parametrize("activities", [[], [activity("RUNNING")]])
@pytest.mark.parametrize("end", [None, MUCH_LATER])
def test_a_campaign_goes_on_waiting_for_events(
    service: LocalPinpoint, client: Boto, activities: list[JSON], end: str | None
) -> None:
    schedule = {"EventFilter": EVENT, **({"EndTime": end} if end else {})}
    document = campaign("EXECUTING", BEFORE, "EVENT", schedule=schedule)
    service.populate(document, {"Item": activities}, *PEOPLE)
    put_event(client)
    (run,) = client.get_campaign_activities(**ONE)["ActivitiesResponse"]["Item"]
    assert (run["State"], run["SuccessfulEndpointCount"]) == ("RUNNING", 1)
    assert (run["Id"] == "ac" * 16) is bool(activities)
    service.clock.advance(days=60)
    put_event(client)
    assert len(service.inbox) == (1 if end else 2)
    assert status_of(client) == ("COMPLETED" if end else "EXECUTING")


@pytest.mark.parametrize(
    ("status", "state", "after"),
    [("EXECUTING", "RUNNING", "COMPLETED"), ("PAUSED", "PAUSED", "PAUSED")],
)
def test_a_run_that_waits_for_events_ends_at_its_end_unless_it_is_paused(
    service: LocalPinpoint, client: Boto, status: str, state: str, after: str
) -> None:
    schedule = {"EventFilter": EVENT, "EndTime": MUCH_LATER}
    document = campaign(status, BEFORE, "EVENT", schedule=schedule)
    service.populate(document, {"Item": [activity(state)]}, *PEOPLE)
    service.clock.advance(days=60)
    (run,) = client.get_campaign_activities(**ONE)["ActivitiesResponse"]["Item"]
    assert (status_of(client), run["State"]) == (after, after)


@pytest.mark.parametrize("activities", [[], [activity("PAUSED")]])
def test_a_paused_campaign_of_events(
    service: LocalPinpoint, client: Boto, activities: list[JSON]
) -> None:
    schedule = {"EventFilter": EVENT, "EndTime": MUCH_LATER}
    service.populate(
        campaign("PAUSED", BEFORE, "EVENT", schedule=schedule), {"Item": activities}, *PEOPLE
    )
    put_event(client)
    assert len(service.inbox) == 0
    update(client, IsPaused=False)
    put_event(client)
    assert len(service.inbox) == 1
    service.clock.advance(days=60)
    assert status_of(client) == "COMPLETED"


def test_a_campaign_of_events_whose_end_has_passed(service: LocalPinpoint, client: Boto) -> None:
    schedule = {"EventFilter": EVENT, "EndTime": "2021-06-01T12:00:00.000Z"}
    report = service.populate(campaign("EXECUTING", BEFORE, "EVENT", schedule=schedule), *PEOPLE)
    assert "EndTime, 2021-06-01T12:00:00.000Z, has passed" in reasons(report)
    put_event(client)
    assert len(service.inbox) == 0


def test_runs_are_listed_the_newest_first_and_open_ones_stay_open(
    service: LocalPinpoint, client: Boto
) -> None:
    runs = [
        activity("RUNNING", Id="3", TotalEndpointCount=4, SuccessfulEndpointCount=2),
        activity("COMPLETED", Id="2", TreatmentId="gone"),
        activity("COMPLETED", Id="1", ScheduledStart="2021-05-01T12:00:00Z"),
        activity("RUNNING", Id="0", ScheduledStart="", Start="2021-04-30T12:00:00Z"),
        activity("COMPLETED", Id="-1", ScheduledStart=""),
        activity("RUNNING", CampaignId="another"),
    ]
    report = service.populate({"Item": runs}, campaign("EXECUTING", BEFORE, "DAILY"), *PEOPLE)
    assert report.loaded["campaign activities"] == 5
    assert "an activity: its campaign, another, was not given" in reasons(report)
    found = client.get_campaign_activities(**ONE)["ActivitiesResponse"]["Item"]
    assert [each["Id"] for each in found[1:]] == ["3", "2", "1", "0", "-1"]
    assert found[1]["TotalEndpointCount"] == 4
    assert [each.what for each in report.left_out].count("an activity") == 1
    counts = {name: value for name, value in found[2].items() if name.endswith("Count")}
    assert ([*counts.values()], found[2]["ExecutionMetrics"]) == ([0] * 4, {})
    assert update(client, Name="x")["State"] == {"CampaignStatus": "EXECUTING"}
    update(client, IsPaused=True)
    found = client.get_campaign_activities(**ONE)["ActivitiesResponse"]["Item"]
    assert [each["State"] for each in found[1:]] == [
        "PAUSED",
        "COMPLETED",
        "COMPLETED",
        "PAUSED",
        "COMPLETED",
    ]


def test_a_run_of_a_completed_campaign_is_over(service: LocalPinpoint, client: Boto) -> None:
    service.populate({"Item": [activity("RUNNING")]}, campaign("COMPLETED"), *PEOPLE)
    assert update(client, Name="x")["State"] == {"CampaignStatus": "COMPLETED"}


def test_defaults_of_what_a_document_lacks(service: LocalPinpoint, client: Boto) -> None:
    named = {"ApplicationId": APP, "Id": "1"}
    least = {"SegmentId": SEGMENT, "SegmentVersion": 1}
    report = service.populate(
        {"CampaignResponse": {**named, **least}},
        {"CampaignResponse": {**named, **least, "Id": "2", "IsPaused": True}},
        {"SegmentResponse": {**named, "SegmentType": "DIMENSIONAL"}},
        {"EndpointResponse": named},
        {"JourneyResponse": {**named, "Name": "n"}},
        {"SMSTemplateResponse": {"TemplateName": "t"}},
        {"BaiduChannelResponse": {}},
        {"ApplicationSettingsResource": {}},
        application_id=APP,
    )
    assert f"project {APP}: name and tags: its own answer was not given" in str(report)
    date = "2021-06-01T12:00:00.000Z"
    arn = f"arn:aws:mobiletargeting:us-east-1:123456789012:apps/{APP}"
    app = client.get_app(ApplicationId=APP)["ApplicationResponse"]
    assert app == {"Arn": arn, "CreationDate": date, "Id": APP, "Name": APP, "tags": {}}
    first, second = client.get_campaigns(ApplicationId=APP)["CampaignsResponse"]["Item"]
    assert first == {
        **named,
        **least,
        "AdditionalTreatments": [],
        "Arn": f"{arn}/campaigns/1",
        "CreationDate": date,
        "HoldoutPercent": 0,
        "IsPaused": False,
        "LastModifiedDate": date,
        "Limits": {},
        "State": {"CampaignStatus": "SCHEDULED"},
        "TemplateConfiguration": {},
        "Version": 1,
        "tags": {},
    }
    assert second["State"] == {"CampaignStatus": "PAUSED"}
    segment = client.get_segment(ApplicationId=APP, SegmentId="1")["SegmentResponse"]
    assert (segment["Arn"], segment["Version"]) == (f"{arn}/segments/1", 1)
    endpoint = client.get_endpoint(ApplicationId=APP, EndpointId="1")["EndpointResponse"]
    assert (endpoint["EffectiveDate"], endpoint["CohortId"]) == (date, "83")
    journey = client.get_journey(ApplicationId=APP, JourneyId="1")["JourneyResponse"]
    assert (journey["State"], journey["CreationDate"]) == ("DRAFT", date)
    template = client.get_sms_template(TemplateName="t")["SMSTemplateResponse"]
    assert template["Arn"] == "arn:aws:mobiletargeting:us-east-1:123456789012:templates/t/SMS"
    channel = client.get_baidu_channel(ApplicationId=APP)["BaiduChannelResponse"]
    assert (channel["Version"], channel["CreationDate"]) == (1, date)
    assert (channel["Enabled"], channel["IsArchived"]) == (True, False)
    settings = client.get_application_settings(ApplicationId=APP)["ApplicationSettingsResource"]
    assert settings["LastModifiedDate"] == date


def test_versions_that_were_not_saved_are_not_there(service: LocalPinpoint, client: Boto) -> None:
    service.populate(
        {**EVERYBODY, "Version": 3},
        {**EVERYBODY, "Version": 5, "Name": "later"},
        campaign("SCHEDULED", Version=4, SegmentVersion=3),
        *PEOPLE[:2],
        ADA,
    )
    one = {"ApplicationId": APP, "SegmentId": SEGMENT}
    listed = client.get_segment_versions(**one)["SegmentsResponse"]["Item"]
    assert [each["Version"] for each in listed] == [5, 3]
    assert refusal(client.get_segment_version, **one, Version="4") == NOT_FOUND
    assert refusal(client.get_campaign_version, **ONE, Version="1") == NOT_FOUND
    client.tag_resource(ResourceArn=EVERYBODY["Arn"], TagsModel={"tags": {"a": "b"}})
    assert refusal(client.get_segment_version, **one, Version="4") == NOT_FOUND
    changed = client.update_segment(**one, WriteSegmentRequest={"Name": "new"})["SegmentResponse"]
    assert (changed["Version"], changed["tags"]) == (6, {"a": "b"})
    source = {"Groups": [{"SourceSegments": [{"Id": SEGMENT, "Version": 4}]}]}
    request = {"Name": "x", "SegmentGroups": source}
    assert (
        refusal(client.create_segment, ApplicationId=APP, WriteSegmentRequest=request) == NOT_FOUND
    )
    service.clock.advance(days=1)
    assert len(service.inbox) == 1


@pytest.mark.parametrize("source", [{"Id": SEGMENT, "Version": 9}, {"Id": "nobody"}])
def test_a_segment_based_on_what_was_not_saved_has_nobody(
    service: LocalPinpoint, client: Boto, source: JSON
) -> None:
    other = "5f" * 16
    grouped = {
        **EVERYBODY,
        "Arn": f"{ARN}/segments/{other}",
        "Id": other,
        "SegmentGroups": {"Groups": [{"SourceSegments": [source]}]},
    }
    del grouped["Dimensions"]
    report = service.populate(grouped, campaign("SCHEDULED", SegmentId=other), *PEOPLE)
    assert ("nobody, which was not given" in reasons(report)) is (source["Id"] == "nobody")
    based_on_it = {"Groups": [{"SourceSegments": [{"Id": other}]}]}
    changed = client.create_segment(
        ApplicationId=APP, WriteSegmentRequest={"Name": "x", "SegmentGroups": based_on_it}
    )["SegmentResponse"]
    client.update_segment(
        ApplicationId=APP,
        SegmentId=changed["Id"],
        WriteSegmentRequest={"SegmentGroups": based_on_it},
    )
    service.clock.advance(days=1)
    assert len(service.inbox) == 0


IMPORTED: JSON = {
    **EVERYBODY,
    "SegmentType": "IMPORT",
    "ImportDefinition": {
        "ExternalId": "",
        "Format": "JSON",
        "RoleArn": "arn:aws:iam::123456789012:role/r",
        "S3Url": "s3://bakery/people",
        "Size": 2,
    },
}


def test_the_endpoints_of_an_imported_segment_come_in_a_folder_of_its_name(
    service: LocalPinpoint, client: Boto, tmp_path: Path
) -> None:
    people = [{**ADA, "Id": str(n), "Address": f"+1555555010{n}"} for n in range(4)]
    (tmp_path / SEGMENT).mkdir()
    lines = "\n".join(json.dumps(each) for each in (people[2], people[0]))
    (tmp_path / SEGMENT / "part.json").write_text(lines, "utf-8")
    report = service.populate(people, tmp_path, IMPORTED, campaign("SCHEDULED"), *PEOPLE[:2])
    assert not report.left_out
    service.clock.advance(days=1)
    assert {each.endpoint_id for each in service.inbox} == {"0", "2"}
    assert client.get_segment(ApplicationId=APP, SegmentId=SEGMENT)["SegmentResponse"] == IMPORTED


def test_without_such_a_folder_it_has_nobody(service: LocalPinpoint) -> None:
    report = service.populate(IMPORTED, ADA, campaign("SCHEDULED"), *PEOPLE[:2])
    assert "answers do not say which endpoints an imported segment has" in reasons(report)
    service.clock.advance(days=1)
    assert len(service.inbox) == 0


def test_updates_and_sends_work_on_what_was_loaded(service: LocalPinpoint, client: Boto) -> None:
    service.populate(*SAMPLES.values(), ADA | {"Id": "other"}, application_id=APP)
    to: JSON = {
        "Endpoints": {"other": {}},
        "TemplateConfiguration": {"SMSTemplate": {"Name": "ready"}},
    }
    client.send_messages(ApplicationId=APP, MessageRequest={**to, "MessageConfiguration": {}})
    assert service.inbox.last.body == "Your cake\n is ready"
    client.update_endpoint(
        ApplicationId=APP, EndpointId="other", EndpointRequest={"Attributes": {"a": ["b"]}}
    )
    found = client.get_endpoint(ApplicationId=APP, EndpointId="other")["EndpointResponse"]
    assert (found["CohortId"], found["Attributes"]) == (ENDPOINT["CohortId"], {"a": ["b"]})
    channel = client.update_sms_channel(ApplicationId=APP, SMSChannelRequest={"SenderId": "cake"})
    assert channel["SMSChannelResponse"]["Version"] == 3


# Journeys


def journey(state: str, start: str, **more: Any) -> JSON:
    activities = {
        "send": {"SMS": {"TemplateName": "ready"}},
    }
    return {
        **JOURNEY_DOCUMENT,
        "Activities": activities,
        "Schedule": {"StartTime": start, **more.pop("schedule", {})},
        "StartActivity": "send",
        "State": state,
        **more,
    }


ON_EVENT: JSON = {"EventStartCondition": {"EventFilter": EVENT}}
STATE = {"ApplicationId": APP, "JourneyId": JOURNEY}


def state_of(client: Boto) -> str:
    return str(client.get_journey(**STATE)["JourneyResponse"]["State"])


@pytest.mark.parametrize(
    ("document", "messages", "state", "why"),
    [
        (journey("ACTIVE", AFTER), 1, "COMPLETED", ""),
        (journey("ACTIVE", "2021-06-01T12:00:00.000Z"), 1, "COMPLETED", ""),
        (journey("ACTIVE", BEFORE), 0, "ACTIVE", "answers do not say who took part"),
        (
            journey("ACTIVE", AFTER, schedule={"EndTime": "2021-06-01T12:00:00.000Z"}),
            0,
            "ACTIVE",
            "EndTime, 2021-06-01T12:00:00.000Z, has passed",
        ),
        (
            journey("ACTIVE", BEFORE, schedule={"EndTime": AFTER}),
            0,
            "COMPLETED",
            "answers do not say who took part",
        ),
        (
            journey("ACTIVE", AFTER, schedule={"EndTime": BEFORE}),
            0,
            "ACTIVE",
            "has passed by the service's clock",
        ),
        (journey("ACTIVE", BEFORE, StartCondition=ON_EVENT), 1, "ACTIVE", ""),
        (
            journey("ACTIVE", BEFORE, StartCondition=ON_EVENT, schedule={"EndTime": AFTER}),
            1,
            "COMPLETED",
            "",
        ),
        (journey("ACTIVE", AFTER, StartActivity="nothing"), 0, "ACTIVE", "it cannot run here"),
        (journey("PAUSED", AFTER), 0, "PAUSED", ""),
        (journey("CLOSED", BEFORE), 0, "CLOSED", "who is still in the journey"),
        (journey("DRAFT", AFTER), 0, "DRAFT", ""),
        (journey("CANCELLED", AFTER), 0, "CANCELLED", ""),
        (journey("COMPLETED", AFTER), 0, "COMPLETED", ""),
    ],
)
def test_a_journey_begins_when_it_would_have(
    service: LocalPinpoint, client: Boto, document: JSON, messages: int, state: str, why: str
) -> None:
    report = service.populate(document, *PEOPLE, TEMPLATE)
    assert why in reasons(report)
    assert bool(why) is bool(report.left_out)
    saved = service.inspect(lambda account, _: account.projects[APP].journeys[JOURNEY].state)
    assert saved in (document["State"], state)
    put_event(client)
    service.clock.advance(days=3)
    assert (len(service.inbox), state_of(client)) == (messages, state)


def test_a_paused_journey_is_resumed(service: LocalPinpoint, client: Boto) -> None:
    service.populate(journey("PAUSED", AFTER, RefreshFrequency="P1D"), *PEOPLE, TEMPLATE)
    service.clock.advance(days=3)
    resumed = {"State": "ACTIVE"}
    client.update_journey_state(**STATE, JourneyStateRequest=resumed)
    service.clock.advance(hours=1)
    assert len(service.inbox) == 1


def test_a_journey_without_a_start_time_began_when_it_was_published(
    service: LocalPinpoint, client: Boto
) -> None:
    document = journey("ACTIVE", AFTER)
    del document["Schedule"]
    assert "who took part" in reasons(service.populate(document, *PEOPLE, TEMPLATE))
    service.clock.advance(days=1)
    assert (len(service.inbox), state_of(client)) == (0, "ACTIVE")


# Templates, tags, jobs


def versions(*numbers: int) -> list[JSON]:
    return [{**TEMPLATE, "Version": str(number), "Body": f"text {number}"} for number in numbers]


LISTED: JSON = {name: value for name, value in TEMPLATE.items() if name != "Body"}


@pytest.mark.parametrize(
    ("documents", "active", "next_version", "why"),
    [
        (versions(2), "text 2", 3, ""),
        (versions(3, 1, 2), "text 3", 4, ""),
        ([*versions(2, 1), {"TemplatesResponse": {"Item": [LISTED]}}], "text 1", 3, ""),
        ([*versions(2, 1), {"Item": [LISTED]}], "text 1", 3, ""),
        (
            [
                *versions(2, 1),
                {"TemplatesResponse": {"Item": [LISTED]}},
                {"TemplateVersionsResponse": {"Item": [LISTED, {**LISTED, "Version": "2"}]}},
            ],
            "text 1",
            3,
            "",
        ),
        (
            [*versions(2), {"Item": [LISTED]}],
            "text 2",
            3,
            "version 1 of a template: listings have no content",
        ),
        (
            [*versions(1), {"TemplateVersionsResponse": {"Item": [{**LISTED, "Version": "7"}]}}],
            "text 1",
            8,
            "version 7 of a template: listings have no content",
        ),
    ],
)
def test_versions_of_templates(
    service: LocalPinpoint,
    client: Boto,
    documents: list[JSON],
    active: str,
    next_version: int,
    why: str,
) -> None:
    report = service.populate(*documents)
    assert report.loaded == {"templates": 1}
    assert why in reasons(report)
    assert bool(why) is bool(report.left_out)
    found = client.get_sms_template(TemplateName="ready")["SMSTemplateResponse"]
    assert (found["Body"], found["Arn"]) == (active, TEMPLATE["Arn"])
    client.update_sms_template(
        TemplateName="ready", SMSTemplateRequest={"Body": "new"}, CreateNewVersion=True
    )
    new = client.get_sms_template(TemplateName="ready", Version=str(next_version))
    assert new["SMSTemplateResponse"]["Arn"] == TEMPLATE["Arn"]
    client.update_sms_template(TemplateName="ready", SMSTemplateRequest={"Body": "newer"})
    new = client.get_sms_template(TemplateName="ready", Version=str(next_version))
    assert (new["SMSTemplateResponse"]["Arn"], new["SMSTemplateResponse"]["Body"]) == (
        TEMPLATE["Arn"],
        "newer",
    )


def test_a_listing_alone_has_no_content(service: LocalPinpoint) -> None:
    report = service.populate({"Item": [LISTED]})
    assert report.loaded == {}
    assert "the template ready/SMS: listings have no content; save" in reasons(report)


def test_tags_with_the_arn_that_they_are_of(service: LocalPinpoint, client: Boto) -> None:
    tags = {"tags": {"a": "b"}}
    arns = [ARN, CAMPAIGN_DOCUMENT["Arn"], f"{ARN}/journeys/{JOURNEY}", TEMPLATE["Arn"]]
    report = service.populate(
        *SAMPLES.values(),
        *({"ResourceArn": each, "TagsModel": tags} for each in arns[:3]),
        {"ResourceArn": arns[3], **tags},
        {"ResourceArn": f"{ARN}/campaigns/gone", "TagsModel": tags},
        tags,
    )
    assert report.loaded["tags"] == 4
    assert "tags: there is no apps/" in reasons(report)
    assert "tags: it is not known of what" in reasons(report)
    for arn in arns:
        found = client.list_tags_for_resource(ResourceArn=arn)["TagsModel"]
        assert found == tags
    elsewhere = ARN.replace("eu-west-1", "eu-west-2")
    assert refusal(client.list_tags_for_resource, ResourceArn=elsewhere) == NOT_FOUND


def test_a_job_that_was_not_over_stays_so(service: LocalPinpoint, client: Boto) -> None:
    definition = SAMPLES["GetImportJob"]["ImportJobResponse"]["Definition"]
    job = {**JOB, "Definition": definition, "JobStatus": "CREATED"}
    del job["CompletionDate"], job["ApplicationId"]
    report = service.populate({"ImportJobResponse": job}, PROJECT, application_id=APP)
    assert f"the work of job {job['Id']}: it stays as it is" in reasons(report)
    service.clock.advance(days=1)
    found = client.get_import_job(ApplicationId=APP, JobId=job["Id"])["ImportJobResponse"]
    assert found == {**job, "ApplicationId": APP, "Type": "IMPORT"}
    done = {**SAMPLES["GetImportJob"]["ImportJobResponse"]}
    with LocalPinpoint() as other:
        report = other.populate(
            {"ImportJobResponse": job}, {"ImportJobResponse": done}, PROJECT, application_id=APP
        )
        assert [each.what for each in report.left_out] == ["jobs: 1"]
        (only,) = other.inspect(lambda account, _: account.projects[APP].jobs.values())
        assert only.document["JobStatus"] == "COMPLETED"


def test_an_arn_names_the_project_as_well(service: LocalPinpoint, client: Boto) -> None:
    bare = [
        {name: value for name, value in each.items() if name != "ApplicationId"}
        for each in (SEGMENT_DOCUMENT, CAMPAIGN_DOCUMENT)
    ]
    service.populate(*bare)
    found = client.get_campaign(**ONE)["CampaignResponse"]
    assert found == CAMPAIGN_DOCUMENT
    assert client.get_app(ApplicationId=APP)["ApplicationResponse"]["Arn"] == ARN


def test_the_least_that_tells_an_endpoint(service: LocalPinpoint, client: Boto) -> None:
    least: list[JSON] = [
        {"Id": "1", "User": {"UserId": "ada"}},
        {"Id": "2", "Address": "+15555550100"},
    ]
    assert service.populate(least, application_id=APP).loaded["endpoints"] == 2
    found = client.get_user_endpoints(ApplicationId=APP, UserId="ada")["EndpointsResponse"]
    assert [each["Id"] for each in found["Item"]] == ["1"]


def test_an_empty_enum_counts_as_absent(service: LocalPinpoint, client: Boto) -> None:
    hook = {"LambdaFunctionName": "", "Mode": "", "WebUrl": "https://example.com"}
    service.populate({"ApplicationId": APP, "CampaignHook": hook, "QuietTime": None})
    found = client.get_application_settings(ApplicationId=APP)["ApplicationSettingsResource"]
    del hook["Mode"]
    assert found["CampaignHook"] == hook


def test_in_app_is_not_a_channel_to_load(service: LocalPinpoint, client: Boto) -> None:
    channel = {"Enabled": True, "IsArchived": False, "Version": 0}
    channels = {"Channels": {"IN_APP": channel, "SMS": {"ApplicationId": APP, "Enabled": False}}}
    report = service.populate({"ChannelsResponse": channels})
    assert "the channel IN_APP: only ADM, APNS" in reasons(report)
    assert report.loaded["channels"] == 1
    assert not client.get_sms_channel(ApplicationId=APP)["SMSChannelResponse"]["Enabled"]


def test_more_pages_are_missed(service: LocalPinpoint) -> None:
    report = service.populate({"ApplicationsResponse": {"Item": [PROJECT], "NextToken": "t"}})
    assert "NextToken: the listing has more pages after this one" in reasons(report)


def test_ids_do_not_come_again(service: LocalPinpoint) -> None:
    """What was saved of an embedded service has the ids that its seed gives first."""
    with LocalPinpoint() as other:
        client = boto_client(other.session())
        made = [
            client.create_app(CreateApplicationRequest={"Name": n})["ApplicationResponse"]
            for n in "ab"
        ]
    service.populate(*made)
    again = boto_client(service.session()).create_app(CreateApplicationRequest={"Name": "c"})
    ids = {each["Id"] for each in made}
    assert again["ApplicationResponse"]["Id"] not in ids
    with LocalPinpoint() as other:
        other.populate(*made, again)
        client = boto_client(other.session())
        third = client.create_app(CreateApplicationRequest={"Name": "d"})["ApplicationResponse"]
        assert third["Id"] not in {*ids, again["ApplicationResponse"]["Id"]}


def test_projects_are_listed_by_their_age(service: LocalPinpoint, client: Boto) -> None:
    def app(app_id: str, created: str) -> JSON:
        arn = f"arn:aws:mobiletargeting:us-east-1:123456789012:apps/{app_id}"
        return {"Arn": arn, "Id": app_id, "Name": app_id, "CreationDate": created}

    service.populate(app("new", AFTER), app("old", BEFORE), app("old too", BEFORE))
    listed = client.get_apps()["ApplicationsResponse"]["Item"]
    assert [each["Id"] for each in listed] == ["old", "old too", "new"]


def test_the_report_reads_well(service: LocalPinpoint) -> None:
    runs: JSON = {"JourneyRunsResponse": {"Item": []}}
    report = service.populate(SAMPLES["GetApp"], TEMPLATE, runs, runs, {"TagsModel": {"tags": {}}})
    why = WHY_LEFT_OUT["JourneyRunResponse"]
    assert repr(report) == "Populated(projects: 1, templates: 1; 3 left out)"
    assert str(report).splitlines() == [
        "loaded: projects: 1, templates: 1",
        f"left out: document 3 and 1 more: JourneyRunResponse: {why}",
        f"left out: document 5: TagsModel: tags: {report.left_out[-1].why}",
    ]
    with LocalPinpoint() as other:
        assert str(other.populate()) == "loaded: nothing"
        assert repr(other.populate()) == "Populated(nothing; 0 left out)"


def test_loaded_state_is_saved_and_loaded(service: LocalPinpoint, tmp_path: Path) -> None:
    service.populate(*SAMPLES.values(), {**EVERYBODY, "Version": 3, "Name": "third"})
    service.save(tmp_path / "state.json")
    with LocalPinpoint.load(tmp_path / "state.json") as again:
        client = boto_client(again.session())
        one = {"ApplicationId": APP, "SegmentId": SEGMENT}
        assert refusal(client.get_segment_version, **one, Version="2") == NOT_FOUND
        assert client.get_segment(**one)["SegmentResponse"]["Name"] == "third"
