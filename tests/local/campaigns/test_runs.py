"""Campaigns that run when the clock passes their time."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from pinpoint_sdk.local.state.account import Account
from tests.local.support.boto import (
    NOT_FOUND,
    START,
    Boto,
    is_bad_request,
    new_segment,
    refusal,
)
from tests.local.support.campaigns import (
    activities,
    add_people,
    event_campaign,
    happen,
    plan,
    shop_at,
    state,
    update,
)


def test_an_immediate_campaign_runs_before_the_next_request(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    add_people(client, shop, 3)
    campaign = plan(client, shop)
    assert state(client, shop, campaign) == "COMPLETED"
    assert [each.address for each in service.inbox] == [f"+1555{n:07}" for n in range(3)]
    message = service.inbox.last
    assert (message.sent_by, message.campaign_id, message.treatment_id) == (
        "campaign",
        campaign,
        None,
    )
    (activity,) = activities(client, shop, campaign)
    assert (activity["State"], activity["Result"]) == ("COMPLETED", "SUCCESS")
    assert (activity["TotalEndpointCount"], activity["SuccessfulEndpointCount"]) == (3, 3)
    assert (
        client.get_campaign(ApplicationId=shop, CampaignId=campaign)["CampaignResponse"]["Version"]
        == 1
    ), "a run makes no version"


def test_a_campaign_waits_for_its_time(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 1)
    campaign = plan(client, shop, "2017-09-27T15:00:00Z")
    clock.advance_to(datetime(2017, 9, 27, 14, 59, 59))
    assert (state(client, shop, campaign), len(service.inbox)) == ("SCHEDULED", 0)
    clock.advance(hours=3)
    assert state(client, shop, campaign) == "COMPLETED"
    assert f"{service.inbox.last.sent_at:%H:%M}" == "15:00", "at its own time, not at the look"


FREQUENCIES = {
    "HOURLY": ["27 13:00", "27 14:00", "27 15:00"],
    "DAILY": ["27 13:00", "28 13:00", "29 13:00"],
    "WEEKLY": ["27 13:00", "04 13:00", "11 13:00"],
    "MONTHLY": ["27 13:00", "27 13:00", "27 13:00"],
}


@pytest.mark.parametrize("frequency", FREQUENCIES)
def test_a_campaign_runs_again_and_again(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock, frequency: str
) -> None:
    add_people(client, shop, 1)
    campaign = plan(client, shop, "2017-09-27T13:00:00Z", schedule={"Frequency": frequency})
    clock.advance(hours=2)
    assert state(client, shop, campaign) == "PENDING_NEXT_RUN"
    clock.advance(days=90)
    times = [f"{each.sent_at:%d %H:%M}" for each in service.inbox][:3]
    assert times == FREQUENCIES[frequency]
    assert len(activities(client, shop, campaign)) == min(100, len(service.inbox))


def test_a_campaign_ends_at_its_end(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 1)
    schedule = {"Frequency": "DAILY", "EndTime": "2017-09-29T13:00:00Z"}
    campaign = plan(client, shop, "2017-09-27T13:00:00Z", schedule=schedule)
    clock.advance(days=30)
    assert state(client, shop, campaign) == "COMPLETED"
    assert [f"{each.sent_at:%d}" for each in service.inbox] == ["27", "28"], "not at the end itself"
    assert len(activities(client, shop, campaign)) == 2


def test_only_those_get_it_who_can_and_want(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    add_people(client, shop, 4)
    for name, change in {
        "e0": {"OptOut": "ALL"},
        "e1": {"EndpointStatus": "INACTIVE"},
        "e2": {"ChannelType": "EMAIL", "Address": "a@example.com"},
    }.items():
        client.update_endpoint(ApplicationId=shop, EndpointId=name, EndpointRequest=change)
    campaign = plan(client, shop)
    assert [each.endpoint_id for each in service.inbox] == ["e3"]
    assert activities(client, shop, campaign)[0]["TotalEndpointCount"] == 1


def test_a_paused_campaign_waits(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 1)
    schedule = {"Frequency": "DAILY"}
    campaign = plan(client, shop, "2017-09-27T13:00:00Z", schedule=schedule, IsPaused=True)
    clock.advance(days=3)
    assert (state(client, shop, campaign), len(service.inbox)) == ("PAUSED", 0)
    update(client, shop, campaign, IsPaused=False)
    assert state(client, shop, campaign) == "SCHEDULED"
    clock.advance(days=1)
    assert [f"{each.sent_at:%d %H:%M}" for each in service.inbox] == ["30 13:00"]


def test_messages_per_second_stretch_a_run(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 250)
    campaign = plan(client, shop, Limits={"MessagesPerSecond": 100})
    assert (state(client, shop, campaign), len(service.inbox)) == ("EXECUTING", 100)
    assert activities(client, shop, campaign)[0]["State"] == "RUNNING"
    clock.advance(seconds=1)
    assert len(service.inbox) == 200
    clock.advance(seconds=1)
    assert (state(client, shop, campaign), len(service.inbox)) == ("COMPLETED", 250)
    (activity,) = activities(client, shop, campaign)
    assert (activity["Start"], activity["End"]) == (
        "2017-09-27T12:00:00.581Z",
        "2017-09-27T12:00:02.581Z",
    )


def test_a_pause_holds_a_run_up(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 4)
    campaign = plan(client, shop, Limits={"MessagesPerSecond": 1})
    clock.advance(seconds=1)
    update(client, shop, campaign, IsPaused=True)
    clock.advance(hours=1)
    assert (state(client, shop, campaign), len(service.inbox)) == ("PAUSED", 2)
    assert activities(client, shop, campaign)[0]["State"] == "PAUSED"
    update(client, shop, campaign, IsPaused=False)
    clock.advance(minutes=1)
    assert (state(client, shop, campaign), len(service.inbox)) == ("COMPLETED", 4)


def test_what_is_not_sent_in_maximum_duration_is_not_sent(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 100)
    limits = {"MessagesPerSecond": 1, "MaximumDuration": 60}
    campaign = plan(client, shop, Limits=limits)
    clock.advance(hours=1)
    assert state(client, shop, campaign) == "COMPLETED"
    assert 59 <= len(service.inbox) <= 61


@pytest.mark.parametrize(("limit", "sent"), [("Daily", 14), ("Total", 2)])
def test_an_endpoint_has_no_more_than_the_limits(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock, limit: str, sent: int
) -> None:
    """Hourly for a week: two a day, or two at all."""
    add_people(client, shop, 1)
    schedule = {"Frequency": "HOURLY", "EndTime": "2017-10-04T12:30:00Z"}
    plan(client, shop, "2017-09-27T13:00:00Z", schedule=schedule, Limits={limit: 2})
    clock.advance(days=10)
    assert len(service.inbox) == sent


def test_what_did_not_arrive_does_not_count_towards_the_limits(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 1)
    service.failures.deliver("e0", status="THROTTLED", times=2)
    schedule = {"Frequency": "HOURLY"}
    plan(client, shop, "2017-09-27T13:00:00Z", schedule=schedule, Limits={"Total": 1})
    clock.advance(days=1)
    assert [each.sent_at.hour for each in service.inbox] == [15]


def test_limits_of_the_project_count_over_all_its_campaigns(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 1)
    client.update_application_settings(
        ApplicationId=shop, WriteApplicationSettingsRequest={"Limits": {"Daily": 2}}
    )
    for _ in range(3):
        plan(client, shop)
    assert len(service.inbox) == 2
    clock.advance(days=1)
    plan(client, shop)
    assert len(service.inbox) == 3


def test_quiet_time_is_kept_where_the_endpoint_is(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    """It is noon in UTC: five in the morning in Los Angeles."""
    add_people(client, shop, 3)
    for name, zone in (("e0", "America/Los_Angeles"), ("e1", "Europe/Berlin")):
        client.update_endpoint(
            ApplicationId=shop, EndpointId=name, EndpointRequest={"Demographic": {"Timezone": zone}}
        )
    plan(client, shop, schedule={"QuietTime": {"Start": "22:00", "End": "07:00"}})
    assert [each.endpoint_id for each in service.inbox] == ["e1", "e2"]


def test_holdout_and_treatments_share_the_audience(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    add_people(client, shop, 1000)
    other = {
        "MessageConfiguration": {"SMSMessage": {"Body": "Other"}},
        "Schedule": {"StartTime": "IMMEDIATE"},
        "SizePercent": 30,
    }
    campaign = plan(client, shop, HoldoutPercent=20, AdditionalTreatments=[other])
    bodies = Counter(each.body for each in service.inbox)
    assert 700 < len(service.inbox) < 900
    assert 200 < bodies["Other"] < 400
    assert len({each.endpoint_id for each in service.inbox}) == len(service.inbox)
    treatments = {each.treatment_id for each in service.inbox if each.body == "Other"}
    answer = client.get_campaign(ApplicationId=shop, CampaignId=campaign)["CampaignResponse"]
    assert treatments == {answer["AdditionalTreatments"][0]["Id"]}
    assert {each["TreatmentId"] for each in activities(client, shop, campaign)} == {
        "0",
        *treatments,
    }


def test_the_same_people_are_held_out_each_time(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 100)
    schedule = {"Frequency": "DAILY", "EndTime": "2017-09-28T14:00:00Z"}
    plan(client, shop, "2017-09-27T13:00:00Z", schedule=schedule, HoldoutPercent=50)
    clock.advance(days=3)
    by_day = [
        {each.endpoint_id for each in service.inbox if each.sent_at.day == day} for day in (27, 28)
    ]
    assert by_day[0] == by_day[1]
    assert 0 < len(by_day[0]) < 100


def test_one_address_gets_it_once(client: Boto, shop: str, service: LocalPinpoint) -> None:
    for name in ("a", "b"):
        endpoint = {"ChannelType": "SMS", "Address": "+15555550100"}
        client.update_endpoint(ApplicationId=shop, EndpointId=name, EndpointRequest=endpoint)
    plan(client, shop)
    assert [each.endpoint_id for each in service.inbox] == ["b"], "the one written last"


def test_a_new_schedule_starts_over_and_a_deleted_campaign_does_nothing(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 1)
    moved = plan(client, shop, "2017-09-27T13:00:00Z")
    deleted = plan(client, shop, "2017-09-27T13:00:00Z")
    update(client, shop, moved, Schedule={"StartTime": "2017-09-27T14:00:00Z"})
    client.delete_campaign(ApplicationId=shop, CampaignId=deleted)
    clock.advance(days=1)
    assert [f"{each.sent_at:%H:%M}" for each in service.inbox] == ["14:00"]
    assert (
        refusal(client.get_campaign_activities, ApplicationId=shop, CampaignId=deleted) == NOT_FOUND
    )


def test_deleting_the_project_ends_its_campaigns(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 1)
    plan(client, shop, "2017-09-27T13:00:00Z")
    client.delete_app(ApplicationId=shop)
    clock.advance(days=1)
    assert len(service.inbox) == 0


def delete_segment(client: Boto, app: str, campaign: str) -> None:
    answer = client.get_campaign(ApplicationId=app, CampaignId=campaign)["CampaignResponse"]
    client.delete_segment(ApplicationId=app, SegmentId=answer["SegmentId"])


def test_deleting_the_segment_ends_a_campaign_before_its_start(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 1)
    campaign = plan(client, shop, "2017-09-27T13:00:00Z")
    delete_segment(client, shop, campaign)
    assert state(client, shop, campaign) == "DELETED"
    clock.advance(days=1)
    assert (state(client, shop, campaign), len(service.inbox)) == ("DELETED", 0)


def test_deleting_the_segment_ends_a_campaign_between_two_runs(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 1)
    campaign = plan(client, shop, "2017-09-27T13:00:00Z", schedule={"Frequency": "DAILY"})
    clock.advance(hours=2)
    delete_segment(client, shop, campaign)
    assert state(client, shop, campaign) == "DELETED"
    clock.advance(days=3)
    assert len(service.inbox) == 1
    update(client, shop, campaign, SegmentId=new_segment(client, shop))
    assert state(client, shop, campaign) == "SCHEDULED", "it starts over"
    clock.advance(days=1)
    assert len(service.inbox) == 2


def test_a_campaign_that_was_through_stays_so_without_its_segment(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    add_people(client, shop, 1)
    campaign = plan(client, shop)
    assert state(client, shop, campaign) == "COMPLETED"
    delete_segment(client, shop, campaign)
    assert state(client, shop, campaign) == "COMPLETED"
    update(client, shop, campaign, SegmentId=new_segment(client, shop))
    assert (state(client, shop, campaign), len(service.inbox)) == ("COMPLETED", 1)


def test_a_campaign_without_a_segment_waits_for_one(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    add_people(client, shop, 1)
    campaign = plan(client, shop, SegmentId="")
    assert (state(client, shop, campaign), len(service.inbox)) == ("SCHEDULED", 0)
    update(client, shop, campaign, SegmentId=new_segment(client, shop))
    assert (state(client, shop, campaign), len(service.inbox)) == ("COMPLETED", 1)


def test_an_event_lets_a_campaign_send(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 2)
    campaign = event_campaign(client, shop)
    happen(client, shop, "e0", "_cart.left", "big", 11)
    assert len(service.inbox) == 0, "before its start"
    clock.advance(hours=2)
    assert state(client, shop, campaign) == "EXECUTING"
    happen(client, shop, "e0", "_cart.left", "big", 11)
    happen(client, shop, "e1", "_cart.left", "small", 11)
    happen(client, shop, "e1", "_cart.left", "big", 10)
    happen(client, shop, "e1", "other", "big", 11)
    assert [each.endpoint_id for each in service.inbox] == ["e0"]
    clock.advance(days=1)
    happen(client, shop, "e1", "_cart.left", "big", 11)
    assert (state(client, shop, campaign), len(service.inbox)) == ("COMPLETED", 1)


NEXT_DAY = "2017-09-28T12:00:00Z"


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        ({"StartTime": "soon"}, ("StartTime", "ISO 8601")),
        ({"StartTime": "IMMEDIATE", "EndTime": "2017-09-27T11:00:00Z"}, ("EndTime",)),
        ({"StartTime": "IMMEDIATE", "Frequency": "EVENT"}, ("EventFilter", "EVENT")),
        ({"StartTime": "IMMEDIATE", "Timezone": "Mars"}, ("Timezone", "Mars")),
        ({"StartTime": "IMMEDIATE", "Timezone": "UTC+24"}, ("Timezone", "UTC+24")),
        ({"StartTime": "IMMEDIATE", "QuietTime": {"Start": "25:00"}}, ("QuietTime.Start",)),
        ({"StartTime": NEXT_DAY, "EndTime": NEXT_DAY}, ("EndTime", "later than StartTime")),
    ],
)
def test_a_schedule_that_cannot_be_kept_is_refused(
    client: Boto, shop: str, schedule: dict[str, Any], words: tuple[str, ...]
) -> None:
    found = refusal(
        client.create_campaign,
        ApplicationId=shop,
        WriteCampaignRequest={"SegmentId": new_segment(client, shop), "Schedule": schedule},
    )
    assert is_bad_request(found, *words)


def test_a_run_goes_on_with_the_new_message_and_without_who_was_lost(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 4)
    campaign = plan(client, shop, Limits={"MessagesPerSecond": 1})
    assert len(service.inbox) == 1, "it runs at the look"
    update(client, shop, campaign, MessageConfiguration={"SMSMessage": {"Body": "New"}})
    client.delete_endpoint(ApplicationId=shop, EndpointId="e1")
    client.update_endpoint(ApplicationId=shop, EndpointId="e2", EndpointRequest={"OptOut": "ALL"})
    clock.advance(minutes=1)
    assert [(each.endpoint_id, each.body) for each in service.inbox] == [
        ("e0", "Hello"),
        ("e3", "New"),
    ]
    (activity,) = activities(client, shop, campaign)
    assert activity["TotalEndpointCount"] == 2


def test_the_end_of_the_schedule_cuts_a_run_off(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 100)
    schedule = {"Frequency": "DAILY", "EndTime": "2017-09-27T13:00:10Z"}
    limits = {"MessagesPerSecond": 1}
    campaign = plan(client, shop, "2017-09-27T13:00:00Z", schedule=schedule, Limits=limits)
    clock.advance(days=2)
    assert (state(client, shop, campaign), len(service.inbox)) == ("COMPLETED", 10)


def test_a_new_schedule_cancels_a_run(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 3)
    campaign = plan(client, shop, Limits={"MessagesPerSecond": 1})
    update(client, shop, campaign, Schedule={"StartTime": "2017-09-28T13:00:00Z"})
    clock.advance(minutes=1)
    assert (state(client, shop, campaign), len(service.inbox)) == ("SCHEDULED", 1)
    assert [each["State"] for each in activities(client, shop, campaign)] == ["CANCELLED"]
    clock.advance(days=2)
    assert (state(client, shop, campaign), len(service.inbox)) == ("COMPLETED", 4)
    assert [each["State"] for each in activities(client, shop, campaign)] == [
        "COMPLETED",
        "CANCELLED",
    ]


def test_activities_page_newest_first(client: Boto, shop: str, clock: Clock) -> None:
    schedule = {"Frequency": "DAILY", "EndTime": "2017-09-30T14:00:00Z"}
    campaign = plan(client, shop, "2017-09-27T13:00:00Z", schedule=schedule)
    clock.advance(days=5)
    found: list[str] = []
    token: dict[str, str] = {}
    while True:
        answer = client.get_campaign_activities(
            ApplicationId=shop, CampaignId=campaign, PageSize="3", **token
        )["ActivitiesResponse"]
        found += [each["ScheduledStart"][8:10] for each in answer["Item"]]
        if "NextToken" not in answer:
            break
        token = {"Token": answer["NextToken"]}
    assert found == ["30", "29", "28", "27"]


def test_treatments_share_the_messages_per_second_and_run_by_their_own_schedule(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 1000)
    other = {
        "MessageConfiguration": {"SMSMessage": {"Body": "Other"}},
        "Schedule": {"StartTime": "2017-09-27T14:00:00Z"},
        "SizePercent": 25,
    }
    campaign = plan(client, shop, AdditionalTreatments=[other], Limits={"MessagesPerSecond": 100})
    assert [each.body for each in service.inbox] == ["Hello"] * 75
    clock.advance_to(datetime(2017, 9, 27, 14))
    assert Counter(each.body for each in service.inbox)["Other"] == 25
    answer = client.get_campaign(ApplicationId=shop, CampaignId=campaign)["CampaignResponse"]
    states = [answer["DefaultState"], answer["AdditionalTreatments"][0]["State"], answer["State"]]
    assert [each["CampaignStatus"] for each in states] == ["COMPLETED", "EXECUTING", "EXECUTING"]
    clock.advance(minutes=1)
    assert len(service.inbox) == 1000


def test_a_campaign_takes_the_segment_as_it_was_and_the_endpoints_as_they_are(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 2)
    campaign = plan(client, shop, "2017-09-27T13:00:00Z")
    answer = client.get_campaign(ApplicationId=shop, CampaignId=campaign)["CampaignResponse"]
    nobody = {"Attributes": {"none": {"Values": ["x"]}}}
    client.update_segment(
        ApplicationId=shop,
        SegmentId=answer["SegmentId"],
        WriteSegmentRequest={"Dimensions": nobody},
    )
    add_people(client, shop, 3)
    clock.advance(hours=1)
    assert [each.endpoint_id for each in service.inbox] == ["e0", "e1", "e2"]


def test_later_settings_of_the_project_do_not_reach_a_campaign(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 2)
    plan(client, shop, "2017-09-27T13:00:00Z")
    client.update_application_settings(
        ApplicationId=shop,
        WriteApplicationSettingsRequest={"Limits": {"MessagesPerSecond": 1}},
    )
    plan(client, shop, "2017-09-27T13:00:00Z")
    clock.advance_to(datetime(2017, 9, 27, 13))
    assert len(service.inbox) == 2 + 1


def test_an_event_sends_nothing_in_quiet_time_or_over_the_limits(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    """It is two in the afternoon in UTC: seven in the morning in Los Angeles."""
    los_angeles = {"Timezone": "America/Los_Angeles"}
    add_people(client, shop, 2)
    client.update_endpoint(
        ApplicationId=shop, EndpointId="e0", EndpointRequest={"Demographic": los_angeles}
    )
    campaign = event_campaign(client, shop, QuietTime={"Start": "22:00", "End": "07:30"})
    update(client, shop, campaign, Limits={"Total": 2})
    clock.advance_to(datetime(2017, 9, 27, 14))
    for name in ("e0", "e1", "e1", "e1"):
        happen(client, shop, name, "_cart.left", "big", 11)
    assert [each.endpoint_id for each in service.inbox] == ["e1", "e1"]


def test_a_paused_campaign_sends_nothing_on_events(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 1)
    campaign = event_campaign(client, shop)
    clock.advance(hours=2)
    update(client, shop, campaign, IsPaused=True)
    happen(client, shop, "e0", "_cart.left", "big", 11)
    assert (state(client, shop, campaign), len(service.inbox)) == ("PAUSED", 0)
    update(client, shop, campaign, IsPaused=False)
    happen(client, shop, "e0", "_cart.left", "big", 11)
    assert (state(client, shop, campaign), len(service.inbox)) == ("EXECUTING", 1)


def test_a_failed_delivery_counts_as_tried(client: Boto, shop: str, service: LocalPinpoint) -> None:
    add_people(client, shop, 2)
    service.failures.deliver("e0", "e1", status="THROTTLED")
    campaign = plan(client, shop)
    (activity,) = activities(client, shop, campaign)
    assert (activity["TotalEndpointCount"], activity["SuccessfulEndpointCount"]) == (2, 0)
    assert activity["Result"] == "FAIL"


def test_ten_thousand_endpoints_are_reached_by_moving_the_clock(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 10_000)
    campaign = plan(client, shop, "2017-09-27T18:00:00Z", Limits={"MessagesPerSecond": 5_000})
    clock.advance_to(datetime(2017, 9, 27, 18))
    assert len(service.inbox) == 5_000
    clock.advance(timedelta(seconds=1))
    assert (len(service.inbox), state(client, shop, campaign)) == (10_000, "COMPLETED")


@pytest.mark.parametrize("start", ["IMMEDIATE", "2017-12-31T13:00:00Z"])
def test_a_month_that_is_too_short_does_not_move_the_day(start: str) -> None:
    service, client, app, clock = shop_at(datetime(2017, 12, 31, 13))
    add_people(client, app, 1)
    plan(client, app, start, schedule={"Frequency": "MONTHLY"})
    clock.advance(days=100)
    times = [f"{each.sent_at:%m-%d}" for each in service.inbox]
    assert times == ["12-31", "01-31", "02-28", "03-31"]


def test_a_treatment_that_is_taken_out_does_not_start(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 20)
    later = {"SizePercent": 50, "Schedule": {"StartTime": "2017-09-27T14:00:00Z"}}
    campaign = plan(client, shop, "2017-09-27T13:00:00Z", AdditionalTreatments=[later])
    update(client, shop, campaign, AdditionalTreatments=[])
    clock.advance(hours=3)
    assert len(service.inbox) == 20


def test_a_treatment_without_a_message_has_the_campaigns(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    add_people(client, shop, 50)
    plan(client, shop, AdditionalTreatments=[{"SizePercent": 50}])
    assert [each.body for each in service.inbox] == ["Hello"] * 50


def test_a_treatment_sends_one_message_a_second_at_least(
    client: Boto, shop: str, clock: Clock, service: LocalPinpoint
) -> None:
    add_people(client, shop, 4)
    other = {"SizePercent": 50}
    campaign = plan(client, shop, AdditionalTreatments=[other], Limits={"MessagesPerSecond": 1})
    clock.advance(minutes=1)
    assert (state(client, shop, campaign), len(service.inbox)) == ("COMPLETED", 4)


def test_runs_that_overlap_share_the_messages_per_second(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 3_700)
    schedule = {"Frequency": "HOURLY", "EndTime": "2017-09-27T14:30:00Z"}
    plan(
        client,
        shop,
        "2017-09-27T13:00:00Z",
        schedule=schedule,
        Limits={"MessagesPerSecond": 1},
    )
    clock.advance_to(datetime(2017, 9, 27, 14, 10))
    seconds = Counter(each.sent_at for each in service.inbox)
    assert (len(seconds), {*seconds.values()}) == (70 * 60 + 1, {1})


def test_events_wait_for_the_messages_per_second(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 2)
    campaign = event_campaign(client, shop)
    update(client, shop, campaign, Limits={"MessagesPerSecond": 2})
    clock.advance_to(datetime(2017, 9, 27, 14))
    for name in ("e0", "e0", "e1", "e1", "e1"):
        happen(client, shop, name, "_cart.left", "big", 11)
    assert [each.endpoint_id for each in service.inbox] == ["e0", "e0"]
    clock.advance(seconds=1)
    assert [each.endpoint_id for each in service.inbox][2:] == ["e1", "e1"], "each event counts"
    clock.advance(seconds=1)
    assert [f"{each.sent_at:%S}" for each in service.inbox] == ["00", "00", "01", "01", "02"]
    clock.advance(days=2)
    assert (state(client, shop, campaign), len(service.inbox)) == ("COMPLETED", 5)


def test_messages_of_journeys_count_for_the_limits_of_the_project(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    add_people(client, shop, 1)
    client.create_sms_template(TemplateName="hi", SMSTemplateRequest={"Body": "Hi"})
    activity = {"SMS": {"TemplateName": "hi"}}
    start = {"SegmentStartCondition": {"SegmentId": new_segment(client, shop)}}
    journey = {
        "Name": "one",
        "Activities": {"a": activity},
        "StartActivity": "a",
        "StartCondition": start,
        "State": "ACTIVE",
    }
    limits = {"Limits": {"Daily": 1}}
    client.update_application_settings(ApplicationId=shop, WriteApplicationSettingsRequest=limits)
    client.create_journey(ApplicationId=shop, WriteJourneyRequest=journey)
    plan(client, shop)
    assert [each.sent_by for each in service.inbox] == ["journey"]


def test_a_run_that_was_held_up_goes_on_at_once(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 2)
    campaign = plan(client, shop, Limits={"MessagesPerSecond": 1})
    assert len(service.inbox) == 1
    update(client, shop, campaign, IsPaused=True)
    clock.advance(hours=1)
    update(client, shop, campaign, IsPaused=False)
    assert [each.sent_at for each in service.inbox] == [START, START + timedelta(hours=1)]


def test_a_start_that_fell_into_a_pause_is_made_up_for(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 1)
    campaign = plan(client, shop, "2017-09-27T13:00:00Z", IsPaused=True)
    clock.advance(hours=5)
    update(client, shop, campaign, IsPaused=False)
    assert [f"{each.sent_at:%H}" for each in service.inbox] == ["17"]
    (activity,) = activities(client, shop, campaign)
    assert activity["ScheduledStart"] == "2017-09-27T13:00:00.000Z"


def test_an_endpoint_without_an_address_is_not_tried(client: Boto, shop: str) -> None:
    endpoint = {"ChannelType": "SMS"}
    client.update_endpoint(ApplicationId=shop, EndpointId="e", EndpointRequest=endpoint)
    (activity,) = activities(client, shop, plan(client, shop))
    assert (activity["TotalEndpointCount"], activity["Result"]) == (0, "SUCCESS")


def test_the_projects_quiet_time_is_kept_too(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    add_people(client, shop, 1, Demographic={"Timezone": "UTC"})
    noon = {"QuietTime": {"Start": "11:00", "End": "13:00"}}
    client.update_application_settings(ApplicationId=shop, WriteApplicationSettingsRequest=noon)
    plan(client, shop)
    assert len(service.inbox) == 0


def test_a_look_at_everything_sees_what_is_due(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    add_people(client, shop, 1)
    plan(client, shop)
    assert service.inspect(lambda account, _: len(account.projects[shop].attempts)) == 1


def test_only_runs_that_are_not_over_are_open(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    """What goes through the open runs must not grow with all runs of a campaign."""
    add_people(client, shop, 2)
    schedule = {"Frequency": "HOURLY"}
    start = "2017-09-27T13:00:00Z"
    slow = plan(client, shop, start, schedule=schedule, Limits={"MessagesPerSecond": 1})
    service.clock.advance_to(datetime(2017, 9, 30, 13, tzinfo=timezone.utc))

    def runs(account: Account, _: datetime) -> tuple[int, list[str]]:
        campaign = account.projects[shop].campaigns[slow]
        return len(campaign.runs), [run.activity["State"] for run in campaign.open_runs()]

    assert service.inspect(runs) == (73, ["RUNNING"])
    update(client, shop, slow, IsPaused=True)
    assert service.inspect(runs) == (73, ["PAUSED"])
    update(client, shop, slow, IsPaused=False)
    service.clock.advance(seconds=1)
    assert service.inspect(runs) == (73, [])
