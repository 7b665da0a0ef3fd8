from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from tests.local.support.boto import START, Boto, new_segment
from tests.local.support.journeys import (
    JSON,
    activity_metrics,
    email,
    get,
    journey_app,
    mailbox,
    metrics,
    phone,
    runs,
    set_state,
    sms,
    start,
    wait,
)


@pytest.fixture
def app(client: Boto) -> str:
    return journey_app(client)


def sent(service: LocalPinpoint) -> list[tuple[datetime, str | None, str | None]]:
    """When which activity sent to which endpoint."""
    return [(each.sent_at, each.activity_id, each.endpoint_id) for each in service.inbox]


def put_event(client: Boto, app: str, endpoint_id: str, event_type: str, **event: Any) -> None:
    """An event of an endpoint, which stays as it is."""
    event = {"EventType": event_type, "Timestamp": "2017-09-27T12:00:00Z", **event}
    batch = {endpoint_id: {"Endpoint": {}, "Events": {"e": event}}}
    client.put_events(ApplicationId=app, EventsRequest={"BatchItem": batch})


def on_event(*types: str, **more: Any) -> JSON:
    """A start condition."""
    dimensions = {"EventType": {"Values": list(types), "DimensionType": "INCLUSIVE"}}
    event_filter = {"FilterType": "ENDPOINT", "Dimensions": dimensions}
    return {"EventStartCondition": {"EventFilter": event_filter, **more}}


def of_users(client: Boto, app: str, value: str) -> str:
    """A segment of the endpoints whose attribute ``plan`` has a value."""
    dimension = {"plan": {"AttributeType": "INCLUSIVE", "Values": [value]}}
    request = {"Name": value, "Dimensions": {"Attributes": dimension}}
    response = client.create_segment(ApplicationId=app, WriteSegmentRequest=request)
    return str(response["SegmentResponse"]["Id"])


def test_a_journey_starts_at_once_without_a_schedule(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    address = phone(client, app, "ann")
    journey_id = start(client, app, {"hello": sms()})
    (message,) = service.inbox
    assert (message.address, message.body) == (address, "Hello")
    assert (message.channel_type, message.sent_by) == ("SMS", "journey")
    assert (message.journey_id, message.activity_id) == (journey_id, "hello")
    assert message.sent_at == START


def test_a_journey_starts_when_the_clock_passes_its_start_time(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    phone(client, app, "ann")
    tomorrow = START + timedelta(days=1)
    journey_id = start(client, app, {"hello": sms()}, Schedule={"StartTime": tomorrow})
    (run,) = runs(client, app, journey_id)
    assert run["Status"] == "SCHEDULED"
    clock.advance(hours=23)
    assert not service.inbox
    phone(client, app, "bob")
    clock.advance(hours=3)
    start_time = tomorrow.replace(microsecond=581_000)
    assert sent(service) == [(start_time, "hello", name) for name in ("ann", "bob")]
    assert runs(client, app, journey_id) == [
        {
            "CreationTime": "2017-09-27T12:00:00.581Z",
            "LastUpdateTime": "2017-09-28T12:00:00.581Z",
            "RunId": run["RunId"],
            "Status": "COMPLETED",
        }
    ]


def test_a_journey_is_closed_while_its_last_participants_are_under_way(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    phone(client, app, "ann")
    journey_id = start(
        client, app, {"hello": sms("pause"), "pause": wait("P2D", "bye"), "bye": sms()}
    )
    assert get(client, app, journey_id)["State"] == "CLOSED"
    assert runs(client, app, journey_id)[0]["Status"] == "RUNNING"
    phone(client, app, "late")
    clock.advance(days=2)
    assert sent(service) == [
        (START, "hello", "ann"),
        (START + timedelta(days=2), "bye", "ann"),
    ]
    assert get(client, app, journey_id)["State"] == "COMPLETED"
    assert runs(client, app, journey_id)[0]["Status"] == "COMPLETED"


def test_only_those_enter_who_can_be_sent_to(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    phone(client, app, "ann")
    phone(client, app, "out", OptOut="ALL")
    phone(client, app, "asleep", EndpointStatus="INACTIVE")
    client.update_endpoint(ApplicationId=app, EndpointId="bare", EndpointRequest={"Address": "x"})
    only_type = {"ChannelType": "SMS"}
    client.update_endpoint(ApplicationId=app, EndpointId="lost", EndpointRequest=only_type)
    journey_id = start(client, app, {"hello": sms()})
    assert metrics(client, app, journey_id) == {
        "ENDPOINT_ACTIVE": "0",
        "ENDPOINT_ENTERED": "1",
        "ENDPOINT_INACTIVE": "1",
        "ENDPOINT_LEFT": "1",
        "ENDPOINT_MISSING_ADDRESS": "1",
        "ENDPOINT_MISSING_CHANNEL": "1",
        "ENDPOINT_OPT_OUT": "1",
        "ENDPOINT_PRODUCED": "5",
    }
    assert [message.endpoint_id for message in service.inbox] == ["ann"]


def test_only_the_segment_enters(client: Boto, app: str, service: LocalPinpoint) -> None:
    phone(client, app, "ann", Attributes={"plan": ["gold"]})
    phone(client, app, "bob", Attributes={"plan": ["tin"]})
    segment = {"SegmentId": of_users(client, app, "gold")}
    start(client, app, {"hello": sms()}, StartCondition={"SegmentStartCondition": segment})
    assert [message.endpoint_id for message in service.inbox] == ["ann"]


def test_a_refresh_brings_those_who_are_new(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    phone(client, app, "ann")
    journey_id = start(client, app, {"hello": sms()}, RefreshFrequency="P1D")
    assert [run["Status"] for run in runs(client, app, journey_id)] == ["COMPLETED", "SCHEDULED"]
    phone(client, app, "bob")
    clock.advance(days=2)
    assert sent(service) == [(START, "hello", "ann"), (START + timedelta(days=1), "hello", "bob")]
    statuses = [run["Status"] for run in runs(client, app, journey_id)]
    assert statuses == ["COMPLETED"] * 3 + ["SCHEDULED"]
    assert metrics(client, app, journey_id)["REENTRY_CAP_EXCEEDED"] == "3"
    assert get(client, app, journey_id)["State"] == "ACTIVE"


@pytest.mark.parametrize(
    ("limits", "entries"),
    [
        ({"EndpointReentryCap": 0}, 5),
        ({"EndpointReentryCap": 3}, 3),
        ({"EndpointReentryCap": 0, "EndpointReentryInterval": "P2D"}, 3),
    ],
)
def test_participants_enter_again_as_often_as_they_may(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock, limits: JSON, entries: int
) -> None:
    phone(client, app, "ann")
    start(client, app, {"hello": sms()}, RefreshFrequency="P1D", Limits=limits)
    clock.advance(days=4)
    assert len(service.inbox) == entries


def test_who_is_under_way_does_not_enter_twice(client: Boto, app: str, clock: Clock) -> None:
    phone(client, app, "ann")
    limits = {"EndpointReentryCap": 0}
    journey_id = start(client, app, {"a": wait("P3D")}, RefreshFrequency="P1D", Limits=limits)
    clock.advance(days=1)
    assert metrics(client, app, journey_id)["ACTIVE_ENDPOINT_REJECTED"] == "1"


def test_a_journey_closes_at_its_end_time(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    phone(client, app, "ann")
    journey_id = start(
        client,
        app,
        {"pause": wait("P3D", "hello"), "hello": sms()},
        RefreshFrequency="P1D",
        Schedule={"EndTime": START + timedelta(hours=36)},
    )
    clock.advance(days=1)
    assert get(client, app, journey_id)["State"] == "ACTIVE"
    assert len(runs(client, app, journey_id)) == 2
    clock.advance(days=1)
    assert get(client, app, journey_id)["State"] == "CLOSED"
    clock.advance(days=1)
    assert sent(service) == [(START + timedelta(days=3), "hello", "ann")]
    assert get(client, app, journey_id)["State"] == "COMPLETED"


def test_a_paused_journey_goes_on_at_its_end_time(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    phone(client, app, "ann")
    journey_id = start(
        client,
        app,
        {"pause": wait("P3D", "hello"), "hello": sms()},
        RefreshFrequency="P1D",
        Schedule={"EndTime": START + timedelta(hours=36)},
    )
    set_state(client, app, journey_id, "PAUSED")
    clock.advance(days=2)
    assert get(client, app, journey_id)["State"] == "CLOSED"
    clock.advance(days=3)
    assert sent(service) == [(START + timedelta(days=3, hours=36), "hello", "ann")]
    statuses = [run["Status"] for run in runs(client, app, journey_id)]
    assert statuses == ["COMPLETED", "CANCELLED"], "the second one never started"
    assert get(client, app, journey_id)["State"] == "COMPLETED"


def test_no_run_starts_at_the_end_time(client: Boto, app: str, clock: Clock) -> None:
    schedule = {"EndTime": START + timedelta(days=2)}
    journey_id = start(client, app, {"a": sms()}, RefreshFrequency="P1D", Schedule=schedule)
    clock.advance(days=3)
    assert [run["Status"] for run in runs(client, app, journey_id)] == ["COMPLETED"] * 2


def test_a_paused_journey_stands_still(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    phone(client, app, "ann")
    phone(client, app, "bob", Attributes={"plan": ["gold"]})
    date = {"WaitUntil": (START + timedelta(days=1)).isoformat()}
    gold = {"SegmentCondition": {"SegmentId": of_users(client, app, "gold")}}
    activities: JSON = {
        "split": {
            "ConditionalSplit": {
                "Condition": {"Conditions": [gold]},
                "TrueActivity": "date",
                "FalseActivity": "pause",
            }
        },
        "pause": wait("P1D", "hello"),
        "date": {"Wait": {"WaitTime": date, "NextActivity": "hello"}},
        "hello": sms(),
    }
    journey_id = start(client, app, activities, RefreshFrequency="PT36H")
    clock.advance(hours=12)
    set_state(client, app, journey_id, "PAUSED")
    phone(client, app, "new")
    clock.advance(days=7)
    assert not service.inbox
    set_state(client, app, journey_id, "ACTIVE")
    clock.advance(days=3)
    resumed = START + timedelta(days=7, hours=12)
    assert sent(service) == [
        (resumed, "hello", "bob"),
        (resumed + timedelta(hours=12), "hello", "ann"),
        (resumed + timedelta(days=1), "hello", "new"),
    ]


@pytest.mark.parametrize("states", [["CANCELLED"], ["PAUSED", "CANCELLED"]])
def test_a_cancelled_journey_does_nothing_more(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock, states: list[str]
) -> None:
    phone(client, app, "ann")
    activities = {"pause": wait("P1D", "hello"), "hello": sms()}
    journey_id = start(client, app, activities, RefreshFrequency="P2D")
    for state in states:
        set_state(client, app, journey_id, state)
    phone(client, app, "bob")
    clock.advance(days=7)
    assert not service.inbox
    assert [run["Status"] for run in runs(client, app, journey_id)] == ["CANCELLED"] * 2
    assert metrics(client, app, journey_id) == {
        "CANCELLED": "1",
        "ENDPOINT_ACTIVE": "0",
        "ENDPOINT_ENTERED": "1",
        "ENDPOINT_LEFT": "0",
        "ENDPOINT_PRODUCED": "1",
    }


def test_a_cancelled_journey_stays_so_after_its_end_time(
    client: Boto, app: str, clock: Clock
) -> None:
    schedule = {"EndTime": START + timedelta(days=2)}
    journey_id = start(client, app, {"a": sms()}, RefreshFrequency="P1D", Schedule=schedule)
    set_state(client, app, journey_id, "CANCELLED")
    clock.advance(days=3)
    assert get(client, app, journey_id)["State"] == "CANCELLED"


@pytest.mark.parametrize(("days", "metric"), [(2, "WAIT_STARTED"), (-2, "WAIT_SKIPPED")])
def test_a_wait_until_a_date(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock, days: int, metric: str
) -> None:
    phone(client, app, "ann")
    date = {"WaitUntil": (START + timedelta(days=days)).isoformat()}
    pause = {"Wait": {"WaitTime": date, "NextActivity": "hello"}}
    journey_id = start(client, app, {"pause": pause, "hello": sms()})
    clock.advance(days=7)
    assert sent(service) == [(START + timedelta(days=max(days, 0)), "hello", "ann")]
    counted = activity_metrics(client, app, journey_id, "pause")
    assert counted == {metric: "1", **({"WAIT_FINISHED": "1"} if days > 0 else {})}


def test_an_email_goes_to_the_users_mailbox(client: Boto, app: str, service: LocalPinpoint) -> None:
    phone(client, app, "ann", User={"UserId": "ann"}, Attributes={"plan": ["gold"]})
    mailbox(client, app, "mail", User={"UserId": "ann"})
    phone(client, app, "bob", Attributes={"plan": ["gold"]})
    segment = {"SegmentId": of_users(client, app, "gold")}
    config = {"FromAddress": "ceo@example.com"}
    activities = {"letter": email(MessageConfig=config)}
    condition = {"SegmentStartCondition": segment}
    journey_id = start(client, app, activities, StartCondition=condition)
    (message,) = service.inbox
    assert (message.address, message.title) == ("mail@example.com", "Hello")
    assert message.document["FromAddress"] == "ceo@example.com"
    assert activity_metrics(client, app, journey_id, "letter") == {
        "ENDPOINT_CHANNEL_MISMATCH": "1",
        "SUCCESS": "1",
    }


def test_an_email_goes_to_no_inactive_mailbox(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    phone(client, app, "ann", User={"UserId": "ann"})
    mailbox(client, app, "mail", User={"UserId": "ann"}, EndpointStatus="INACTIVE")
    journey_id = start(client, app, {"letter": email()})
    assert not service.inbox
    counted = activity_metrics(client, app, journey_id, "letter")
    assert counted == {"ENDPOINT_CHANNEL_MISMATCH": "1"}


def test_a_push_notification_has_its_time_to_live(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    request = {"ChannelType": "GCM", "Address": "token"}
    client.update_endpoint(ApplicationId=app, EndpointId="e", EndpointRequest=request)
    for time_to_live in ("60", "soon", "9" * 5_000):
        config = {"TimeToLive": time_to_live}
        push = {"PUSH": {"TemplateName": "hello", "MessageConfig": config}}
        start(client, app, {"push": push})
    assert [each.body for each in service.inbox] == ["Hello"] * 3
    assert [each.document.get("TimeToLive") for each in service.inbox] == [60, None, None]


def test_a_text_has_its_message_type(client: Boto, app: str, service: LocalPinpoint) -> None:
    phone(client, app, "ann")
    config = {"MessageType": "PROMOTIONAL", "SenderId": "shop"}
    start(client, app, {"hello": sms(MessageConfig=config)})
    assert service.inbox.last.document["MessageType"] == "PROMOTIONAL"
    assert service.inbox.last.body == "Hello"


def test_a_custom_message_and_a_call_are_recorded(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    address = phone(client, app, "ann")
    mailbox(client, app, "mail")
    custom = {
        "DeliveryUri": "https://example.com/hook",
        "EndpointTypes": ["SMS", "PUSH"],
        "MessageConfig": {"Data": "{}"},
        "NextActivity": "call",
    }
    journey_id = start(client, app, {"custom": {"CUSTOM": custom}, "call": {"ContactCenter": {}}})
    found = [(each.channel_type, each.address, each.endpoint_id) for each in service.inbox]
    assert found == [
        ("CUSTOM", "https://example.com/hook", "ann"),
        ("CONTACT_CENTER", address, "ann"),
        ("CONTACT_CENTER", "mail@example.com", "mail"),
    ]
    assert service.inbox[0].body == "{}"
    service.inbox[0].document["DeliveryUri"] = "changed"
    journey = client.get_journey(ApplicationId=app, JourneyId=journey_id)["JourneyResponse"]
    assert journey["Activities"]["custom"]["CUSTOM"] == custom
    assert activity_metrics(client, app, journey_id, "call") == {"SUCCESS": "2"}


def test_a_message_that_fails_ends_nobodys_journey(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    address = phone(client, app, "ann")
    service.failures.deliver(address, status="THROTTLED", times=1)
    service.failures.deliver(address, status="TEMPORARY_FAILURE", times=1)
    activities: JSON = {"a": sms("b"), "b": sms("c"), "c": sms("d"), "d": sms()}
    activities["c"]["SMS"]["TemplateName"] = "gone"
    journey_id = start(client, app, activities)
    found = [activity_metrics(client, app, journey_id, name) for name in "abcd"]
    assert found == [
        {"THROTTLED": "1"},
        {"TRANSIENT_FAILURE": "1"},
        {"FAILURE_PERMANENT": "1"},
        {"SUCCESS": "1"},
    ]
    assert [message.activity_id for message in service.inbox] == ["d"]


def test_who_opts_out_on_the_way_gets_nothing_more(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    phone(client, app, "ann")
    journey_id = start(client, app, {"pause": wait("P1D", "hello"), "hello": sms()})
    client.update_endpoint(ApplicationId=app, EndpointId="ann", EndpointRequest={"OptOut": "ALL"})
    clock.advance(days=1)
    assert not service.inbox
    assert activity_metrics(client, app, journey_id, "hello") == {"UNSUBSCRIBED": "1"}


def test_an_endpoint_may_be_deleted_on_the_way(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    phone(client, app, "ann")
    journey_id = start(client, app, {"pause": wait("P1D", "hello"), "hello": sms()})
    client.delete_endpoint(ApplicationId=app, EndpointId="ann")
    clock.advance(days=1)
    assert not service.inbox
    assert get(client, app, journey_id)["State"] == "COMPLETED"


def split(conditions: list[JSON], operator: str | None = None, **more: Any) -> JSON:
    """A split, and the texts that tell its ways apart."""
    condition = {"Conditions": conditions, **({"Operator": operator} if operator else {})}
    settings = {"Condition": condition, "TrueActivity": "yes", "FalseActivity": "no", **more}
    return {"split": {"ConditionalSplit": settings}, "yes": sms(), "no": sms()}


def ways(service: LocalPinpoint) -> dict[str | None, str | None]:
    """The activity that sent to each endpoint."""
    return {message.endpoint_id: message.activity_id for message in service.inbox}


def test_a_split_asks_for_segments_and_attributes(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    phone(client, app, "ann", Attributes={"plan": ["gold"], "town": ["Rome"]})
    phone(client, app, "bob", Attributes={"plan": ["gold"]})
    phone(client, app, "cid", Attributes={"town": ["Rome"]})
    phone(client, app, "dan")
    gold = {"SegmentCondition": {"SegmentId": of_users(client, app, "gold")}}
    rome = {"SegmentDimensions": {"Attributes": {"town": {"Values": ["Rome"]}}}}
    expected: dict[str | None, set[str]] = {
        None: {"ann"},
        "ALL": {"ann"},
        "ANY": {"ann", "bob", "cid"},
    }
    for operator, yes in expected.items():
        service.inbox.clear()
        journey_id = start(client, app, split([gold, rome], operator))
        found = ways(service)
        assert found == {
            name: "yes" if name in yes else "no" for name in ("ann", "bob", "cid", "dan")
        }
        counted = activity_metrics(client, app, journey_id, "split")
        assert counted == {"Branch_TRUE": str(len(yes)), "Branch_FALSE": str(4 - len(yes))}


@pytest.mark.parametrize("conditions", [[], [{}]])
def test_a_split_without_conditions_says_no(
    client: Boto, app: str, service: LocalPinpoint, conditions: list[JSON]
) -> None:
    phone(client, app, "ann")
    start(client, app, split(conditions))
    assert ways(service) == {"ann": "no"}


def asked(event_type: str, **more: Any) -> JSON:
    dimensions = {"EventType": {"Values": [event_type], "DimensionType": "INCLUSIVE"}}
    return {"EventCondition": {"Dimensions": dimensions, **more}}


def test_a_split_waits_for_events(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    for name in ("ann", "bob", "cid"):
        phone(client, app, name)
    put_event(client, app, "cid", "bought")  # before the journey: does not count
    start(client, app, split([asked("bought")], EvaluationWaitTime={"WaitFor": "P1D"}))
    clock.advance(hours=23)
    put_event(client, app, "ann", "bought")
    put_event(client, app, "bob", "looked")
    assert not service.inbox
    clock.advance(hours=1)
    put_event(client, app, "bob", "bought")  # too late
    assert ways(service) == {"ann": "yes", "bob": "no", "cid": "no"}
    assert {message.sent_at for message in service.inbox} == {START + timedelta(days=1)}


def test_a_split_asks_what_became_of_a_message(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    phone(client, app, "ann")
    service.failures.deliver(phone(client, app, "bob"), status="PERMANENT_FAILURE", times=1)
    activities = {"hello": sms("split"), **split([asked("_SMS.SUCCESS", MessageActivity="hello")])}
    start(client, app, activities)
    assert ways(service) == {"ann": "yes", "bob": "no"}
    service.inbox.clear()
    other = split([asked("_SMS.SUCCESS", MessageActivity="other")])
    start(client, app, {"hello": sms("split"), "other": sms(), **other})
    assert ways(service) == {"ann": "no", "bob": "no"}


def test_an_event_may_name_its_message(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    for name in ("ann", "bob", "cid"):
        mailbox(client, app, name)
    activities = {
        "first": email("second"),
        "second": email("split"),
        "split": {
            "ConditionalSplit": {
                "Condition": {
                    "Conditions": [asked("_email.open", MessageActivity="second")],
                    "Operator": "ALL",
                },
                "EvaluationWaitTime": {"WaitFor": "P1D"},
                "TrueActivity": "yes",
                "FalseActivity": "no",
            }
        },
        "yes": email(),
        "no": email(),
    }
    start(client, app, activities)
    put_event(client, app, "ann", "_email.open", Attributes={"journey_activity_id": "second"})
    put_event(client, app, "bob", "_email.open", Attributes={"journey_activity_id": "first"})
    put_event(client, app, "cid", "_email.open")
    clock.advance(days=1)
    assert ways(service) == {"ann": "yes", "bob": "no", "cid": "yes"}


def test_of_many_ways_the_first_that_fits_is_taken(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    phone(client, app, "ann", Attributes={"plan": ["gold"]})
    phone(client, app, "bob", Attributes={"plan": ["gold", "tin"]})
    phone(client, app, "cid", Attributes={"plan": ["tin"]})
    phone(client, app, "dan")
    branches = [
        {
            "Condition": {"SegmentCondition": {"SegmentId": of_users(client, app, plan)}},
            "NextActivity": plan,
        }
        for plan in ("tin", "gold")
    ]
    many = {"MultiCondition": {"Branches": branches, "DefaultActivity": "else"}}
    activities = {"many": many, "tin": sms(), "gold": sms(), "else": sms()}
    journey_id = start(client, app, activities)
    assert ways(service) == {"ann": "gold", "bob": "tin", "cid": "tin", "dan": "else"}
    assert activity_metrics(client, app, journey_id, "many") == {
        "Branch_1": "2",
        "Branch_2": "1",
        "Branch_ELSE": "1",
    }


def many_phones(client: Boto, app: str, number: int) -> None:
    for first in range(0, number, 100):
        items = [
            {"Id": f"e{each}", "ChannelType": "SMS", "Address": f"+1555{each:07d}"}
            for each in range(first, min(first + 100, number))
        ]
        client.update_endpoints_batch(ApplicationId=app, EndpointBatchRequest={"Item": items})


def test_chance_splits_by_percentages(client: Boto, app: str, service: LocalPinpoint) -> None:
    many_phones(client, app, 500)
    shares = [{"Percentage": 80, "NextActivity": "a"}, {"Percentage": 20, "NextActivity": "b"}]
    activities: JSON = {"split": {"RandomSplit": {"Branches": shares}}, "a": sms(), "b": sms()}
    journey_id = start(client, app, activities)
    counted = activity_metrics(client, app, journey_id, "split")
    went = [message.activity_id for message in service.inbox]
    assert counted == {"Branch_1": str(went.count("a")), "Branch_2": str(went.count("b"))}
    assert 370 < went.count("a") < 430
    assert len(went) == 500


def test_nobody_goes_where_no_share_leads(client: Boto, app: str, service: LocalPinpoint) -> None:
    many_phones(client, app, 300)
    shares = [{"Percentage": 0, "NextActivity": "a"}, {"Percentage": 100, "NextActivity": "b"}]
    start(client, app, {"split": {"RandomSplit": {"Branches": shares}}, "a": sms(), "b": sms()})
    assert [message.activity_id for message in service.inbox] == ["b"] * 300


def test_chance_is_the_same_for_the_same_seed() -> None:
    def outcome() -> list[str | None]:
        with LocalPinpoint(clock=Clock(START), seed=7) as service:
            client = service.session().client("pinpoint")
            app = journey_app(client)
            many_phones(client, app, 50)
            hold = {"Holdout": {"Percentage": 50, "NextActivity": "hello"}}
            start(client, app, {"hold": hold, "hello": sms()})
            return [message.endpoint_id for message in service.inbox]

    first = outcome()
    assert 0 < len(first) < 50
    assert outcome() == first


def test_who_is_held_out_leaves(client: Boto, app: str, service: LocalPinpoint) -> None:
    many_phones(client, app, 500)
    hold = {"Holdout": {"Percentage": 30, "NextActivity": "hello"}}
    journey_id = start(client, app, {"hold": hold, "hello": sms()})
    reached = len(service.inbox)
    assert 315 < reached < 385
    counted = activity_metrics(client, app, journey_id, "hold")
    assert counted == {"HOLDOUT": str(500 - reached), "PASSED": str(reached)}
    assert metrics(client, app, journey_id)["ENDPOINT_LEFT"] == "500"


@pytest.mark.parametrize("percentage", [0, 100])
def test_all_or_nobody_is_held_out(
    client: Boto, app: str, service: LocalPinpoint, percentage: int
) -> None:
    many_phones(client, app, 100)
    hold = {"Holdout": {"Percentage": percentage, "NextActivity": "hello"}}
    start(client, app, {"hold": hold, "hello": sms()})
    assert len(service.inbox) == 100 - percentage


def hourly(number: int) -> JSON:
    """That many texts, an hour apart."""
    activities: JSON = {}
    for each in range(number):
        activities[f"s{each}"] = sms(f"w{each}" if each + 1 < number else None)
        if each + 1 < number:
            activities[f"w{each}"] = wait("PT1H", f"s{each + 1}")
    return activities


@pytest.mark.parametrize(
    ("limits", "metric"),
    [
        ({"DailyCap": 2}, "DAILY_CAP_EXCEEDED"),
        ({"TotalCap": 2}, "TOTAL_CAP_EXCEEDED"),
        ({"TimeframeCap": {"Cap": 2, "Days": 3}}, "TIMEFRAME_CAP_EXCEEDED"),
    ],
)
def test_caps_hold_messages_back(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock, limits: JSON, metric: str
) -> None:
    phone(client, app, "ann")
    journey_id = start(client, app, hourly(4), Limits=limits)
    clock.advance(days=1)
    assert [message.activity_id for message in service.inbox] == ["s0", "s1"]
    assert activity_metrics(client, app, journey_id, "s2") == {metric: "1"}
    assert activity_metrics(client, app, journey_id, "s3") == {metric: "1"}
    assert get(client, app, journey_id)["State"] == "COMPLETED"


def test_a_daily_cap_is_over_after_24_hours(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    phone(client, app, "ann")
    activities = {"a": sms("b"), "b": wait("P1D", "c"), "c": sms()}
    start(client, app, activities, Limits={"DailyCap": 1})
    clock.advance(days=1)
    assert [message.activity_id for message in service.inbox] == ["a", "c"]


def test_the_projects_caps_stand_in(client: Boto, app: str, service: LocalPinpoint) -> None:
    phone(client, app, "ann")
    settings = {"JourneyLimits": {"TimeframeCap": {"Cap": 1, "Days": 7}}}
    client.update_application_settings(ApplicationId=app, WriteApplicationSettingsRequest=settings)
    start(client, app, {"hello": sms()})
    start(client, app, {"again": sms()})
    assert [message.activity_id for message in service.inbox] == ["hello"]


def test_the_journeys_own_caps_come_first(client: Boto, app: str, service: LocalPinpoint) -> None:
    phone(client, app, "ann")
    settings = {"JourneyLimits": {"DailyCap": 1}}
    client.update_application_settings(ApplicationId=app, WriteApplicationSettingsRequest=settings)
    start(client, app, {"a": sms("b"), "b": sms()}, Limits={"DailyCap": 2})
    assert [message.activity_id for message in service.inbox] == ["a", "b"]


def test_a_message_that_fails_counts_for_no_cap(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    service.failures.deliver(phone(client, app, "ann"), status="THROTTLED", times=1)
    start(client, app, {"a": sms("b"), "b": sms()}, Limits={"TotalCap": 1})
    assert [message.activity_id for message in service.inbox] == ["b"]


def test_messages_go_at_most_so_many_a_second(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    many_phones(client, app, 25)
    journey_id = start(client, app, {"hello": sms()}, Limits={"MessagesPerSecond": 10})
    clock.advance(minutes=1)
    seconds = [(message.sent_at - START).total_seconds() for message in service.inbox]
    assert seconds == [0.0] * 10 + [1.0] * 10 + [2.0] * 5
    assert get(client, app, journey_id)["State"] == "COMPLETED"


def test_two_activities_send_at_most_so_many_a_second_together(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    many_phones(client, app, 20)
    shares = [{"Percentage": 50, "NextActivity": "a"}, {"Percentage": 50, "NextActivity": "b"}]
    activities: JSON = {"split": {"RandomSplit": {"Branches": shares}}, "a": sms(), "b": sms()}
    start(client, app, activities, Limits={"MessagesPerSecond": 2})
    clock.advance(minutes=1)
    seconds = [(message.sent_at - START).total_seconds() for message in service.inbox]
    assert seconds == [number // 2 for number in range(20)]
    assert {message.activity_id for message in service.inbox} == {"a", "b"}


NIGHT = {"Start": "11:00", "End": "13:00"}


def in_zone(zone: str) -> JSON:
    return {"Demographic": {"Timezone": zone}}


def test_quiet_time_is_where_the_endpoint_is(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    phone(client, app, "here", **in_zone("UTC"))
    phone(client, app, "there", **in_zone("Asia/Tokyo"))
    phone(client, app, "nowhere")
    journey_id = start(client, app, {"hello": sms()}, QuietTime=NIGHT)
    clock.advance(days=1)
    assert ways(service) == {"there": "hello", "nowhere": "hello"}
    counted = activity_metrics(client, app, journey_id, "hello")
    assert counted == {"QUIET_TIME": "1", "SUCCESS": "2"}


@pytest.mark.parametrize(
    ("night", "hours"),
    [(NIGHT, 13), ({"Start": "08:00", "End": "07:00"}, 24 + 7)],
)
def test_messages_may_wait_for_the_end_of_quiet_time(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock, night: JSON, hours: int
) -> None:
    phone(client, app, "ann", **in_zone("UTC"))
    start(client, app, {"hello": sms()}, QuietTime=night, WaitForQuietTime=True)
    clock.advance(days=2)
    midnight = START.replace(hour=0, minute=0, second=0, microsecond=0)
    assert [message.sent_at for message in service.inbox] == [
        midnight + timedelta(hours=hours, minutes=1)
    ]


def test_those_whom_quiet_time_held_up_go_at_most_so_many_a_second(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    start(
        client,
        app,
        {"hello": sms()},
        StartCondition=on_event("bought"),
        QuietTime=NIGHT,
        WaitForQuietTime=True,
        Limits={"MessagesPerSecond": 2},
    )
    for number in range(6):
        phone(client, app, f"e{number}", **in_zone("UTC"))
        put_event(client, app, f"e{number}", "bought")
    clock.advance(days=1)
    over = START.replace(hour=13, minute=1, second=0, microsecond=0)
    seconds = [(message.sent_at - over).total_seconds() for message in service.inbox]
    assert seconds == [0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize("hour", [5, 6])
def test_quiet_time_is_over_twice_in_an_hour_that_comes_twice(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock, hour: int
) -> None:
    ten_past = datetime(2026, 11, 1, hour, 10, tzinfo=timezone.utc)
    clock.advance_to(ten_past)
    phone(client, app, "ann", **in_zone("America/New_York"))
    night = {"Start": "22:00", "End": "01:30"}
    start(client, app, {"hello": sms()}, QuietTime=night, WaitForQuietTime=True)
    clock.advance(days=1)
    assert [message.sent_at for message in service.inbox] == [ten_past.replace(minute=31)]


def test_an_event_starts_a_journey(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    phone(client, app, "ann")
    phone(client, app, "bob")
    journey_id = start(client, app, {"hello": sms()}, StartCondition=on_event("bought"))
    put_event(client, app, "ann", "looked")
    assert not service.inbox
    clock.advance(hours=1)
    put_event(client, app, "ann", "bought")
    assert sent(service) == [(START + timedelta(hours=1), "hello", "ann")]
    assert get(client, app, journey_id)["State"] == "ACTIVE"
    assert [run["Status"] for run in runs(client, app, journey_id)] == ["RUNNING"]


def test_an_event_starts_every_journey_that_waits_for_it(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    phone(client, app, "ann")
    for name in ("first", "second"):
        start(client, app, {name: sms()}, StartCondition=on_event("bought"))
    put_event(client, app, "ann", "bought")
    assert [message.activity_id for message in service.inbox] == ["first", "second"]


def test_an_event_starts_nothing_before_after_or_outside_of_the_segment(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    phone(client, app, "ann", Attributes={"plan": ["gold"]})
    phone(client, app, "bob")
    phone(client, app, "cid", Attributes={"plan": ["gold"]})
    schedule = {"StartTime": START + timedelta(days=1), "EndTime": START + timedelta(days=2)}
    condition = on_event("bought", SegmentId=of_users(client, app, "gold"))
    journey_id = start(client, app, {"hello": sms()}, StartCondition=condition, Schedule=schedule)
    for _ in range(3):
        put_event(client, app, "ann", "bought")
        put_event(client, app, "bob", "bought")
        clock.advance(days=1)
    put_event(client, app, "cid", "bought")
    assert sent(service) == [(START + timedelta(days=1), "hello", "ann")]
    assert get(client, app, journey_id)["State"] == "COMPLETED"
    assert [run["Status"] for run in runs(client, app, journey_id)] == ["COMPLETED"]


def test_runs_page_oldest_first(client: Boto, app: str, clock: Clock) -> None:
    journey_id = start(client, app, {"a": wait("P1D")}, RefreshFrequency="P1D")
    clock.advance(days=3)
    known = runs(client, app, journey_id)
    assert len(known) == 5
    found: list[JSON] = []
    token: JSON = {}
    while True:
        page = client.get_journey_runs(
            ApplicationId=app, JourneyId=journey_id, PageSize="2", **token
        )["JourneyRunsResponse"]
        found += page["Item"]
        if "NextToken" not in page:
            break
        token = {"Token": page["NextToken"]}
    assert found == known


def test_a_segment_that_is_gone_brings_nobody(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    phone(client, app, "ann")
    segment = new_segment(client, app)
    condition = {"SegmentStartCondition": {"SegmentId": segment}}
    tomorrow = {"StartTime": START + timedelta(days=1)}
    journey_id = start(client, app, {"hello": sms()}, StartCondition=condition, Schedule=tomorrow)
    client.delete_segment(ApplicationId=app, SegmentId=segment)
    clock.advance(days=2)
    assert not service.inbox
    assert get(client, app, journey_id)["State"] == "COMPLETED"


def test_10_000_participants_go_their_way(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    many_phones(client, app, 10_000)
    shares = [{"Percentage": 50, "NextActivity": "a"}, {"Percentage": 50, "NextActivity": "b"}]
    activities: JSON = {
        "hello": sms("pause"),
        "pause": wait("P1D", "split"),
        "split": {"RandomSplit": {"Branches": shares}},
        "a": sms(),
        "b": sms(),
    }
    journey_id = start(client, app, activities)
    clock.advance(days=1)
    assert len(service.inbox) == 20_000
    assert metrics(client, app, journey_id)["ENDPOINT_LEFT"] == "10000"
    assert get(client, app, journey_id)["State"] == "COMPLETED"


def test_a_journey_goes_on_after_it_was_saved_and_loaded(
    client: Boto, app: str, service: LocalPinpoint, tmp_path: Path
) -> None:
    phone(client, app, "ann")
    start(client, app, {"hello": sms("pause"), "pause": wait("P1D", "bye"), "bye": sms()})
    service.save(tmp_path / "state.json")
    with LocalPinpoint.load(tmp_path / "state.json") as loaded:
        loaded.clock.advance(days=1)
        assert [message.activity_id for message in loaded.inbox] == ["hello", "bye"]
