from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from pinpoint_sdk.local.protocol.types import HttpRequest
from tests.local.support.boto import (
    APP_NOT_FOUND,
    NOT_FOUND,
    START,
    Boto,
    is_bad_request,
    new_segment,
    refusal,
    status,
)
from tests.local.support.journeys import (
    JSON,
    email,
    journey_app,
    mailbox,
    phone,
    runs,
    sms,
    start,
    wait,
)

ANN, BOB = "+15555550100", "+15555550101"


@pytest.fixture
def app(client: Boto) -> str:
    return journey_app(client)


def text(client: Boto, app: str, *addresses: str, channel: str = "SMS") -> None:
    """A direct message."""
    client.send_messages(
        ApplicationId=app,
        MessageRequest={
            "Addresses": {address: {"ChannelType": channel} for address in addresses},
            "MessageConfiguration": {"DefaultMessage": {"Body": "hello"}},
        },
    )


def kpi(client: Boto, app: str, name: str, **members: Any) -> JSON:
    response = client.get_application_date_range_kpi(ApplicationId=app, KpiName=name, **members)
    assert status(response) == 200
    found: JSON = response["ApplicationDateRangeKpiResponse"]
    return found


def rows(answer: JSON) -> list[tuple[tuple[str, ...], str]]:
    """The groups and the value of each row."""
    return [
        (tuple(group["Value"] for group in row["GroupedBys"]), row["Values"][0]["Value"])
        for row in answer["KpiResult"]["Rows"]
    ]


def test_a_figure_is_a_string_with_a_type(client: Boto, app: str) -> None:
    text(client, app, ANN, BOB)
    assert kpi(client, app, "txn-sms-delivered") == {
        "ApplicationId": app,
        "EndTime": START,
        "KpiName": "txn-sms-delivered",
        "KpiResult": {
            "Rows": [
                {
                    "GroupedBys": [],
                    "Values": [{"Key": "TxnSmsDelivered", "Type": "Double", "Value": "2.0"}],
                }
            ]
        },
        "StartTime": START - timedelta(days=31),
    }


@pytest.mark.parametrize(
    "name", ["txn-sms-delivered", "unique-deliveries", "email-open-rate", "txn-emails-opened"]
)
def test_a_figure_that_is_not_known_has_no_rows(client: Boto, app: str, name: str) -> None:
    for each in (name, f"{name}-grouped-by-date"):
        assert kpi(client, app, each)["KpiResult"] == {"Rows": []}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("txn-sms-sent", "2.0"),
        ("txn-sms-delivered", "1.0"),
        ("txn-sms-delivered-rate", "0.5"),
        ("txn-emails-sent", "1.0"),
        ("txn-emails-delivered", "1.0"),
        ("txn-push-sent", "1.0"),
        ("txn-push-delivered", "1.0"),
    ],
)
def test_direct_messages_count_by_channel(
    client: Boto, app: str, service: LocalPinpoint, name: str, value: str
) -> None:
    service.failures.deliver(BOB, status="TEMPORARY_FAILURE")
    text(client, app, ANN, BOB)
    text(client, app, "ann@example.com", channel="EMAIL")
    text(client, app, "token", channel="GCM")
    phone(client, app, "ann")
    start(client, app, {"hello": sms()})  # of a journey: no direct message
    assert rows(kpi(client, app, name)) == [((), value)]


def test_who_opted_out_was_sent_nothing(client: Boto, app: str) -> None:
    phone(client, app, "out", OptOut="ALL")
    client.send_messages(
        ApplicationId=app,
        MessageRequest={
            "Endpoints": {"out": {}},
            "MessageConfiguration": {"DefaultMessage": {"Body": "hello"}},
        },
    )
    assert rows(kpi(client, app, "txn-sms-sent")) == []


def test_figures_go_by_date_and_channel(client: Boto, app: str, clock: Clock) -> None:
    text(client, app, ANN, BOB)
    clock.advance(days=2)
    text(client, app, ANN)
    by_date = kpi(client, app, "txn-sms-delivered-grouped-by-date")
    assert rows(by_date) == [(("2017-09-27",), "2.0"), (("2017-09-29",), "1.0")]
    assert by_date["KpiResult"]["Rows"][0]["GroupedBys"] == [
        {"Key": "Date", "Type": "String", "Value": "2017-09-27"}
    ]
    by_channel = kpi(client, app, "txn-sms-delivered-grouped-by-channel")
    assert rows(by_channel) == [(("SMS",), "3.0")]


def test_rows_come_in_pages(client: Boto, app: str, clock: Clock) -> None:
    for _ in range(3):
        text(client, app, ANN)
        clock.advance(days=1)
    name = "txn-sms-sent-grouped-by-date"
    first = kpi(client, app, name, PageSize="2")
    second = kpi(client, app, name, PageSize="2", NextToken=first["NextToken"])
    assert rows(first) + rows(second) == rows(kpi(client, app, name))
    assert (len(rows(first)), len(rows(second))) == (2, 1)
    assert "NextToken" not in second


def test_both_ends_of_a_range_belong_to_it(client: Boto, app: str, clock: Clock) -> None:
    text(client, app, ANN)
    clock.advance(days=5)
    day, instant = timedelta(days=1), timedelta(milliseconds=1)

    def sent(start: datetime, end: datetime) -> bool:
        return bool(rows(kpi(client, app, "txn-sms-sent", StartTime=start, EndTime=end)))

    assert sent(START, START + day)
    assert sent(START - day, START)
    assert not sent(START + instant, START + day)
    assert not sent(START - day, START - instant)


def test_one_end_alone_is_completed_to_31_days(client: Boto, app: str, clock: Clock) -> None:
    at = datetime(2017, 8, 1, tzinfo=START.tzinfo)
    only_start = kpi(client, app, "txn-sms-sent", StartTime=at)
    assert (only_start["StartTime"], only_start["EndTime"]) == (at, at + timedelta(days=31))
    only_end = kpi(client, app, "txn-sms-sent", EndTime=at)
    assert (only_end["StartTime"], only_end["EndTime"]) == (at - timedelta(days=31), at)
    clock.advance(hours=1)
    recent = kpi(client, app, "txn-sms-sent", StartTime=START - timedelta(days=1))
    assert recent["EndTime"] == clock.now


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (-5, -6, ("StartTime", "later")),
        (-32, 0, ("31",)),
        (-91, -80, ("90 days",)),
        (-90, -80, ("90 days",)),
    ],
)
def test_a_range_has_its_bounds(
    client: Boto, app: str, start: int, end: int, words: tuple[str, ...]
) -> None:
    found = refusal(
        client.get_application_date_range_kpi,
        ApplicationId=app,
        KpiName="txn-sms-sent",
        StartTime=START + timedelta(days=start),
        EndTime=START + timedelta(days=end),
    )
    assert is_bad_request(found, *words)


@pytest.mark.parametrize(
    "query",
    [
        "start-time=9999-12-31",
        "end-time=0001-01-01",
        "start-time=9999-12-31T23:00:00-10:00&end-time=9999-12-31T23:59:59-10:00",
    ],
)
def test_a_range_at_the_end_of_time_is_a_400(app: str, service: LocalPinpoint, query: str) -> None:
    target = f"/v1/apps/{app}/kpis/daterange/txn-sms-sent?{query}"
    assert service.answer(HttpRequest(method="GET", target=target)).status == 400


@pytest.mark.parametrize(
    "name", ["nope", "txn-sms-delivered-grouped-by-mood", "txn-sms-delivered-grouped-by-", "Sms"]
)
def test_an_unknown_metric_is_a_404(client: Boto, app: str, name: str) -> None:
    found = refusal(client.get_application_date_range_kpi, ApplicationId=app, KpiName=name)
    assert found[:2] == (404, "NotFoundException")
    assert name in found[2]


def test_unknown_resources_are_a_404(client: Boto, app: str) -> None:
    name = {"KpiName": "unique-deliveries"}
    assert (
        refusal(client.get_application_date_range_kpi, ApplicationId="x", **name) == APP_NOT_FOUND
    )
    journey_id = start(client, app, {"hello": sms()})
    of_app = {"ApplicationId": app}
    assert (
        refusal(client.get_campaign_date_range_kpi, **of_app, **name, CampaignId="x") == NOT_FOUND
    )
    assert refusal(client.get_journey_date_range_kpi, **of_app, **name, JourneyId="x") == NOT_FOUND
    assert refusal(client.get_journey_execution_metrics, **of_app, JourneyId="x") == NOT_FOUND
    known = {**of_app, "JourneyId": journey_id}
    assert refusal(client.get_journey_run_execution_metrics, **known, RunId="x") == NOT_FOUND
    activity = {"JourneyActivityId": "x"}
    assert refusal(client.get_journey_execution_activity_metrics, **known, **activity) == NOT_FOUND


def journey_kpi(client: Boto, app: str, journey_id: str, name: str) -> JSON:
    response = client.get_journey_date_range_kpi(
        ApplicationId=app, JourneyId=journey_id, KpiName=name
    )
    found: JSON = response["JourneyDateRangeKpiResponse"]
    return found


def test_a_journey_counts_its_own_messages(client: Boto, app: str, service: LocalPinpoint) -> None:
    phone(client, app, "ann", User={"UserId": "ann"})
    mailbox(client, app, "mail", User={"UserId": "ann"})
    service.failures.deliver("mail", status="PERMANENT_FAILURE")
    journey_id = start(client, app, {"a": sms("b"), "b": sms("c"), "c": email()})
    start(client, app, {"other": sms()})
    text(client, app, ANN)
    expected = {
        "attempted-deliveries": [((), "4.0")],
        "successful-deliveries": [((), "2.0")],
        "unique-deliveries": [((), "1.0")],
        "hard-bounce-rate": [((), "1.0")],
        "successful-delivery-rate-grouped-by-channel": [(("EMAIL",), "0.0"), (("SMS",), "1.0")],
    }
    found = {name: rows(journey_kpi(client, app, journey_id, name)) for name in expected}
    assert found == expected
    answer = journey_kpi(client, app, journey_id, "unique-deliveries")
    assert (answer["JourneyId"], answer["KpiName"]) == (journey_id, "unique-deliveries")
    by_activity = "unique-deliveries-grouped-by-journey-activity"
    grouped = journey_kpi(client, app, journey_id, by_activity)
    assert rows(grouped) == [(("a",), "1.0"), (("b",), "1.0"), (("c",), "0.0")]


def test_a_campaign_counts_its_own_messages(client: Boto, app: str, clock: Clock) -> None:
    phone(client, app, "ann")
    phone(client, app, "bob")
    segment = client.create_segment(ApplicationId=app, WriteSegmentRequest={"Name": "all"})
    campaign = client.create_campaign(
        ApplicationId=app,
        WriteCampaignRequest={
            "Name": "c",
            "SegmentId": segment["SegmentResponse"]["Id"],
            "MessageConfiguration": {"SMSMessage": {"Body": "hi"}},
            "Schedule": {"StartTime": "IMMEDIATE"},
        },
    )["CampaignResponse"]["Id"]
    clock.advance(hours=1)
    response = client.get_campaign_date_range_kpi(
        ApplicationId=app, CampaignId=campaign, KpiName="unique-deliveries"
    )["CampaignDateRangeKpiResponse"]
    assert (response["CampaignId"], rows(response)) == (campaign, [((), "2.0")])
    of_app = kpi(client, app, "unique-deliveries-grouped-by-campaign")
    assert rows(of_app) == [((campaign,), "2.0")]
    (run,) = client.get_campaign_activities(ApplicationId=app, CampaignId=campaign)[
        "ActivitiesResponse"
    ]["Item"]
    by_run = kpi(client, app, "unique-deliveries-grouped-by-campaign-activity")
    assert rows(by_run) == [((run["Id"],), "2.0")]
    assert rows(kpi(client, app, "unique-deliveries-grouped-by-journey-activity")) == []
    assert rows(kpi(client, app, "txn-sms-sent")) == []


def test_a_recipient_with_a_new_address_is_the_same_one(
    client: Boto, app: str, clock: Clock
) -> None:
    phone(client, app, "ann")
    client.create_campaign(
        ApplicationId=app,
        WriteCampaignRequest={
            "Name": "c",
            "SegmentId": new_segment(client, app),
            "MessageConfiguration": {"SMSMessage": {"Body": "hi"}},
            "Schedule": {
                "StartTime": "2017-09-27T13:00:00Z",
                "EndTime": "2017-09-27T14:30:00Z",
                "Frequency": "HOURLY",
            },
        },
    )
    clock.advance(hours=1)
    phone(client, app, "ann", Address=BOB)
    clock.advance(hours=1)
    assert rows(kpi(client, app, "successful-deliveries")) == [((), "2.0")]
    assert rows(kpi(client, app, "unique-deliveries")) == [((), "1.0")]


def test_direct_messages_are_no_figures_of_campaigns(client: Boto, app: str) -> None:
    text(client, app, ANN)
    assert rows(kpi(client, app, "successful-deliveries")) == []


def test_metrics_of_a_journey_and_of_its_runs(client: Boto, app: str, clock: Clock) -> None:
    phone(client, app, "ann")
    activities = {"pause": wait("PT30H", "hello"), "hello": sms()}
    journey_id = start(client, app, activities, RefreshFrequency="P1D")
    phone(client, app, "bob")
    clock.advance(hours=30)
    names = {"ApplicationId": app, "JourneyId": journey_id}
    whole = client.get_journey_execution_metrics(**names)["JourneyExecutionMetricsResponse"]
    assert whole == {
        **names,
        "LastEvaluatedTime": "2017-09-28T18:00:00.581Z",
        "Metrics": {
            "ACTIVE_ENDPOINT_REJECTED": "1",
            "ENDPOINT_ACTIVE": "1",
            "ENDPOINT_ENTERED": "2",
            "ENDPOINT_LEFT": "1",
            "ENDPOINT_PRODUCED": "3",
        },
    }
    first, second, _ = runs(client, app, journey_id)
    one = client.get_journey_run_execution_metrics(**names, RunId=second["RunId"])
    assert one["JourneyRunExecutionMetricsResponse"] == {
        **names,
        "LastEvaluatedTime": "2017-09-28T12:00:00.581Z",
        "Metrics": {
            "ACTIVE_ENDPOINT_REJECTED": "1",
            "ENDPOINT_ACTIVE": "1",
            "ENDPOINT_ENTERED": "1",
            "ENDPOINT_LEFT": "0",
            "ENDPOINT_PRODUCED": "2",
        },
        "RunId": second["RunId"],
    }
    pause = client.get_journey_execution_activity_metrics(**names, JourneyActivityId="pause")
    assert pause["JourneyExecutionActivityMetricsResponse"] == {
        **names,
        "ActivityType": "WAIT",
        "JourneyActivityId": "pause",
        "LastEvaluatedTime": "2017-09-28T18:00:00.581Z",
        "Metrics": {"WAIT_FINISHED": "1", "WAIT_STARTED": "2"},
    }
    hello = client.get_journey_run_execution_activity_metrics(
        **names, RunId=first["RunId"], JourneyActivityId="hello"
    )
    assert hello["JourneyRunExecutionActivityMetricsResponse"] == {
        **names,
        "ActivityType": "SMS",
        "JourneyActivityId": "hello",
        "LastEvaluatedTime": "2017-09-28T18:00:00.581Z",
        "Metrics": {"SUCCESS": "1"},
        "RunId": first["RunId"],
    }


def test_a_draft_has_metrics_of_nothing(client: Boto, app: str) -> None:
    journey = client.create_journey(
        ApplicationId=app,
        WriteJourneyRequest={"Name": "n", "Activities": {"a": {"Description": "to come"}}},
    )["JourneyResponse"]
    names = {"ApplicationId": app, "JourneyId": journey["Id"]}
    whole = client.get_journey_execution_metrics(**names)["JourneyExecutionMetricsResponse"]
    assert whole["LastEvaluatedTime"] == "2017-09-27T12:00:00.581Z"
    assert set(whole["Metrics"].values()) == {"0"}
    activity = client.get_journey_execution_activity_metrics(**names, JourneyActivityId="a")
    assert activity["JourneyExecutionActivityMetricsResponse"]["Metrics"] == {}
