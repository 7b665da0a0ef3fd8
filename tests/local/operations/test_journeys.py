from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import Any

import attrs
import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from tests.local.support.boto import (
    APP_NOT_FOUND,
    NOT_FOUND,
    START,
    Boto,
    is_bad_request,
    new_app,
    new_segment,
    refusal,
    status,
)
from tests.local.support.journeys import (
    JSON,
    create,
    email,
    get,
    journey,
    runs,
    set_state,
    sms,
    start,
    wait,
)

FULL: JSON = {
    "Activities": {
        "first": email("second"),
        "second": {"ConditionalSplit": {"TrueActivity": "first", "FalseActivity": "nowhere"}},
    },
    "LocalTime": True,
    "Limits": {
        "DailyCap": 3,
        "EndpointReentryCap": 2,
        "EndpointReentryInterval": "PT1H",
        "MessagesPerSecond": 50,
        "TimeframeCap": {"Cap": 5, "Days": 7},
        "TotalCap": 9,
    },
    "Name": "full_of-it",
    "QuietTime": {"Start": "22:00", "End": "06:00"},
    "RefreshFrequency": "P1D",
    "Schedule": {
        "StartTime": datetime(2017, 10, 1, tzinfo=timezone.utc),
        "EndTime": datetime(2017, 11, 1, tzinfo=timezone.utc),
        "Timezone": "UTC+01",
    },
    "StartActivity": "first",
    "StartCondition": {"SegmentStartCondition": {"SegmentId": "gone"}, "Description": "who"},
    "State": "DRAFT",
    "WaitForQuietTime": True,
}


def update(client: Boto, app: str, journey_id: str, **request: Any) -> JSON:
    response = client.update_journey(
        ApplicationId=app, JourneyId=journey_id, WriteJourneyRequest={"Name": "new", **request}
    )
    assert status(response) == 200
    updated: JSON = response["JourneyResponse"]
    return updated


def change(client: Boto, app: str, journey_id: str, state: str) -> tuple[int, str, str]:
    return refusal(
        client.update_journey_state,
        ApplicationId=app,
        JourneyId=journey_id,
        JourneyStateRequest={"State": state},
    )


def test_create_journey_answers_201_with_what_was_written(client: Boto, app: str) -> None:
    response = client.create_journey(
        ApplicationId=app, WriteJourneyRequest={**FULL, "CreationDate": "1999-01-01"}
    )
    created = response["JourneyResponse"]
    assert status(response) == 201
    assert re.fullmatch("[0-9a-f]{32}", created["Id"])
    assert created == {
        **FULL,
        "ApplicationId": app,
        "CreationDate": "2017-09-27T12:00:00.581Z",
        "Id": created["Id"],
        "LastModifiedDate": "2017-09-27T12:00:00.581Z",
        "RefreshOnSegmentUpdate": False,
        "SendingSchedule": False,
        "tags": {},
    }
    assert get(client, app, created["Id"]) == created


def test_a_journey_is_a_draft_by_default(client: Boto, app: str) -> None:
    created = create(client, app, {"Name": "bare"})
    assert created["State"] == "DRAFT"
    assert created["Activities"] == created["Limits"] == created["tags"] == {}
    assert runs(client, app, created["Id"]) == []


def test_update_keeps_what_is_not_sent(client: Boto, app: str, clock: Clock) -> None:
    created = create(client, app, FULL)
    clock.advance(seconds=2)
    assert update(client, app, created["Id"], Name="new", Limits={"DailyCap": 1}) == {
        **created,
        "LastModifiedDate": "2017-09-27T12:00:02.581Z",
        "Limits": {"DailyCap": 1},
        "Name": "new",
    }


def test_update_publishes_with_the_state_active(client: Boto, app: str) -> None:
    created = create(client, app, {**journey(client, app, {"a": wait("P1D")}), "State": "DRAFT"})
    assert update(client, app, created["Id"], State="ACTIVE")["State"] == "ACTIVE"
    assert len(runs(client, app, created["Id"])) == 1


@pytest.mark.parametrize("state", ["ACTIVE", "PAUSED", "CANCELLED", "COMPLETED"])
def test_what_is_published_can_no_longer_be_updated(client: Boto, app: str, state: str) -> None:
    refresh = {} if state == "COMPLETED" else {"RefreshFrequency": "P1D"}
    journey_id = start(client, app, {"a": wait("P1D")}, **refresh)
    if state in ("PAUSED", "CANCELLED"):
        set_state(client, app, journey_id, state)
    assert get(client, app, journey_id)["State"] == state
    found = refusal(
        client.update_journey,
        ApplicationId=app,
        JourneyId=journey_id,
        WriteJourneyRequest={"Name": "new"},
    )
    assert found[:2] == (409, "ConflictException")
    assert state in found[2]


@pytest.mark.parametrize("state", ["PAUSED", "CANCELLED", "COMPLETED", "CLOSED"])
def test_only_draft_and_active_can_be_written(client: Boto, app: str, state: str) -> None:
    found = refusal(create, client=client, app=app, request={"Name": "n", "State": state})
    assert is_bad_request(found, "State", "DRAFT or ACTIVE", state)


def test_a_paused_journey_can_go_on_or_be_cancelled(client: Boto, app: str, clock: Clock) -> None:
    journey_id = start(client, app, {"a": wait("P1D")}, RefreshFrequency="P1D")
    clock.advance(seconds=1)
    paused = set_state(client, app, journey_id, "PAUSED")
    assert (paused["State"], paused["LastModifiedDate"]) == ("PAUSED", "2017-09-27T12:00:01.581Z")
    assert set_state(client, app, journey_id, "ACTIVE")["State"] == "ACTIVE"
    set_state(client, app, journey_id, "PAUSED")
    assert set_state(client, app, journey_id, "CANCELLED")["State"] == "CANCELLED"


def test_a_draft_can_be_published_by_its_state(client: Boto, app: str) -> None:
    created = create(client, app, {**journey(client, app, {"a": wait("P1D")}), "State": "DRAFT"})
    assert set_state(client, app, created["Id"], "ACTIVE")["State"] == "ACTIVE"
    unfit = create(client, app, {"Name": "unfit"})
    assert is_bad_request(change(client, app, unfit["Id"], "ACTIVE"), "StartActivity")
    assert get(client, app, unfit["Id"]) == unfit


@pytest.mark.parametrize("state", ["DRAFT", "COMPLETED", "CLOSED"])
def test_other_states_cannot_be_asked_for(client: Boto, app: str, state: str) -> None:
    journey_id = start(client, app, {"a": wait("P1D")}, RefreshFrequency="P1D")
    assert is_bad_request(change(client, app, journey_id, state), "PAUSED or CANCELLED")
    found = refusal(
        client.update_journey_state,
        ApplicationId=app,
        JourneyId=journey_id,
        JourneyStateRequest={},
    )
    assert is_bad_request(found, "State is required")


def test_a_cancelled_journey_stays_so(client: Boto, app: str) -> None:
    journey_id = start(client, app, {"a": wait("P1D")}, RefreshFrequency="P1D")
    set_state(client, app, journey_id, "CANCELLED")
    for state in ("ACTIVE", "PAUSED", "CANCELLED"):
        assert is_bad_request(change(client, app, journey_id, state), "nothing else")


def test_only_a_journey_that_refreshes_can_be_paused(client: Boto, app: str) -> None:
    later = {"Schedule": {"StartTime": START + timedelta(days=1)}}
    journey_id = start(client, app, {"a": wait("P1D")}, **later)
    assert is_bad_request(change(client, app, journey_id, "PAUSED"), "RefreshFrequency")
    assert get(client, app, journey_id)["State"] == "ACTIVE"


def test_delete_answers_what_it_was_and_then_it_is_gone(
    client: Boto, app: str, clock: Clock
) -> None:
    journey_id = start(client, app, {"a": wait("P1D")}, RefreshFrequency="P1D")
    known = get(client, app, journey_id)
    names = {"ApplicationId": app, "JourneyId": journey_id}
    response = client.delete_journey(**names)
    assert status(response) == 200
    assert response["JourneyResponse"] == known
    clock.advance(days=7)
    for call in (client.get_journey, client.delete_journey, client.get_journey_runs):
        assert refusal(call, **names) == NOT_FOUND
    body: JSON = {"WriteJourneyRequest": {"Name": "new"}}
    assert refusal(client.update_journey, **names, **body) == NOT_FOUND
    assert change(client, app, journey_id, "ACTIVE") == NOT_FOUND


def test_a_project_may_go_with_its_journeys_under_way(client: Boto, clock: Clock) -> None:
    app = new_app(client)
    start(client, app, {"a": wait("P1D")}, RefreshFrequency="P1D")
    client.delete_app(ApplicationId=app)
    clock.advance(days=7)


def test_an_unknown_app_is_a_404(client: Boto) -> None:
    names = {"ApplicationId": "nope", "JourneyId": "x"}
    body: JSON = {"WriteJourneyRequest": {"Name": "new"}}
    assert refusal(client.create_journey, ApplicationId="nope", **body) == APP_NOT_FOUND
    assert refusal(client.list_journeys, ApplicationId="nope") == APP_NOT_FOUND
    for call in (client.get_journey, client.delete_journey, client.get_journey_runs):
        assert refusal(call, **names) == APP_NOT_FOUND
    assert refusal(client.update_journey, **names, **body) == APP_NOT_FOUND
    assert change(client, "nope", "x", "ACTIVE") == APP_NOT_FOUND


def test_a_listing_pages_oldest_first(client: Boto, app: str) -> None:
    created = [create(client, app, {"Name": f"number{number}"}) for number in range(3)]
    first = client.list_journeys(ApplicationId=app, PageSize="2")["JourneysResponse"]
    second = client.list_journeys(ApplicationId=app, PageSize="2", Token=first["NextToken"])
    assert first["Item"] == created[:2]
    assert second["JourneysResponse"] == {"Item": created[2:]}


@pytest.mark.parametrize("name", ["", "two words", "a" * 151, "dot."])
def test_a_name_has_letters_digits_and_two_signs(client: Boto, app: str, name: str) -> None:
    assert is_bad_request(refusal(create, client=client, app=app, request={"Name": name}), "Name")


METRICS: JSON = {"Metrics": {"visits": {"ComparisonOperator": "LIKE", "Value": 1}}}
LIKE: JSON = {"SegmentDimensions": METRICS}
EVENT: JSON = {"Dimensions": METRICS}
EVENT_FILTER: JSON = {**EVENT, "FilterType": "ENDPOINT"}

WRONG: dict[str, tuple[JSON, tuple[str, ...]]] = {
    "activity id": ({"Activities": {"a b": wait("P1D")}}, ("Activities['a b']", "letters")),
    "two kinds": ({"Activities": {"a": {**wait("P1D"), **sms()}}}, ("Activities['a']", "SMS")),
    "wait for": ({"Activities": {"a": wait("1 day")}}, ("Activities['a'].Wait.WaitTime.WaitFor",)),
    "wait too long": (
        {"Activities": {"a": wait("P600000W")}},
        ("Activities['a'].Wait.WaitTime.WaitFor", "longer than ten years"),
    ),
    "wait until": (
        {"Activities": {"a": {"Wait": {"WaitTime": {"WaitUntil": "noon"}}}}},
        ("Activities['a'].Wait.WaitTime.WaitUntil",),
    ),
    "evaluation": (
        {"Activities": {"a": {"ConditionalSplit": {"EvaluationWaitTime": {"WaitFor": "P1M"}}}}},
        ("Activities['a'].ConditionalSplit.EvaluationWaitTime.WaitFor",),
    ),
    "holdout": (
        {"Activities": {"a": {"Holdout": {"Percentage": 101}}}},
        ("Activities['a'].Holdout.Percentage", "101"),
    ),
    "share": (
        {"Activities": {"a": {"RandomSplit": {"Branches": [{"Percentage": -1}]}}}},
        ("Activities['a'].RandomSplit.Branches[0].Percentage", "-1"),
    ),
    "branches": (
        {"Activities": {"a": {"RandomSplit": {"Branches": [{"Percentage": 1}] * 6}}}},
        ("Activities['a'].RandomSplit.Branches", "5"),
    ),
    "daily cap": ({"Limits": {"DailyCap": 101}}, ("Limits.DailyCap", "101")),
    "reentry cap": ({"Limits": {"EndpointReentryCap": -1}}, ("Limits.EndpointReentryCap",)),
    "total cap": ({"Limits": {"TotalCap": 101}}, ("Limits.TotalCap",)),
    "speed": ({"Limits": {"MessagesPerSecond": 0}}, ("Limits.MessagesPerSecond",)),
    "frame cap": ({"Limits": {"TimeframeCap": {"Cap": 101}}}, ("Limits.TimeframeCap.Cap",)),
    "frame days": ({"Limits": {"TimeframeCap": {"Days": 31}}}, ("Limits.TimeframeCap.Days",)),
    "interval": (
        {"Limits": {"EndpointReentryInterval": "often"}},
        ("Limits.EndpointReentryInterval",),
    ),
    "refresh": ({"RefreshFrequency": "daily"}, ("RefreshFrequency", "daily")),
    "too often": ({"RefreshFrequency": "PT0S"}, ("RefreshFrequency",)),
    "too seldom": (
        {"RefreshFrequency": "P600000W"},
        ("RefreshFrequency", "longer than ten years"),
    ),
    "condition": (
        {"Activities": {"a": {"ConditionalSplit": {"Condition": {"Conditions": [LIKE]}}}}},
        ("Metrics.visits.ComparisonOperator", "LIKE"),
    ),
    "branch": (
        {"Activities": {"a": {"MultiCondition": {"Branches": [{"Condition": LIKE}]}}}},
        ("Metrics.visits.ComparisonOperator", "LIKE"),
    ),
    "event of a condition": (
        {
            "Activities": {
                "a": {
                    "ConditionalSplit": {"Condition": {"Conditions": [{"EventCondition": EVENT}]}}
                }
            }
        },
        ("Metrics.visits.ComparisonOperator", "LIKE"),
    ),
    "event of the start": (
        {"StartCondition": {"EventStartCondition": {"EventFilter": EVENT_FILTER}}},
        ("Metrics.visits.ComparisonOperator", "LIKE"),
    ),
    "quiet time": ({"QuietTime": {"Start": "25:00", "End": "06:00"}}, ("QuietTime.Start",)),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_no_journey_may_have_is_refused_in_a_draft_too(
    client: Boto, app: str, what: str
) -> None:
    request, words = WRONG[what]
    refused = refusal(create, client=client, app=app, request={"Name": "n", **request})
    assert is_bad_request(refused, *words)
    journey_id = create(client, app, {"Name": "n"})["Id"]
    refused = refusal(update, client=client, app=app, journey_id=journey_id, **request)
    assert is_bad_request(refused, *words)


def test_a_journey_has_at_most_40_activities(client: Boto, app: str) -> None:
    activities = {f"a{number}": wait("P1D") for number in range(41)}
    found = refusal(create, client=client, app=app, request={"Name": "n", "Activities": activities})
    assert is_bad_request(found, "40", "41")
    del activities["a0"]
    create(client, app, {"Name": "n", "Activities": activities})


UNFIT: dict[str, tuple[JSON, tuple[str, ...]]] = {
    "no start": ({"StartActivity": ""}, ("StartActivity is required",)),
    "unknown start": ({"StartActivity": "x"}, ("StartActivity", "'x'")),
    "next": ({"Activities": {"a": wait("P1D", "x")}}, ("Activities['a'].Wait.NextActivity", "'x'")),
    "true": (
        {"Activities": {"a": {"ConditionalSplit": {"TrueActivity": "x"}}}},
        ("Activities['a'].ConditionalSplit.TrueActivity",),
    ),
    "false": (
        {"Activities": {"a": {"ConditionalSplit": {"FalseActivity": "x"}}}},
        ("Activities['a'].ConditionalSplit.FalseActivity",),
    ),
    "default": (
        {"Activities": {"a": {"MultiCondition": {"DefaultActivity": "x"}}}},
        ("Activities['a'].MultiCondition.DefaultActivity",),
    ),
    "branch": (
        {"Activities": {"a": {"MultiCondition": {"Branches": [{}, {"NextActivity": "x"}]}}}},
        ("Activities['a'].MultiCondition.Branches[1].NextActivity",),
    ),
    "shares": (
        {"Activities": {"a": {"RandomSplit": {"Branches": [{"Percentage": 99}]}}}},
        ("Activities['a'].RandomSplit.Branches", "100"),
    ),
    "no kind": ({"Activities": {"a": {"Description": "?"}}}, ("Activities['a']", "EMAIL")),
    "no template": ({"Activities": {"a": {"SMS": {}}}}, ("Activities['a'].SMS.TemplateName",)),
    "no wait": ({"Activities": {"a": {"Wait": {}}}}, ("Activities['a'].Wait.WaitTime",)),
    "itself": ({"Activities": {"a": wait("P1D", "a")}}, ("Activities['a']", "back", "'a'")),
    "circle": (
        {"Activities": {"a": wait("P1D", "b"), "b": wait("P1D", "a")}},
        ("Activities['b']", "back", "'a'"),
    ),
    "nobody": ({"StartCondition": {"Description": "?"}}, ("SegmentStartCondition",)),
    "over": ({"Schedule": {"EndTime": START}}, ("Schedule.EndTime",)),
    "backwards": (
        {"Schedule": {"StartTime": datetime(2018, 2, 1), "EndTime": datetime(2018, 1, 1)}},
        ("Schedule.EndTime",),
    ),
}


@pytest.mark.parametrize("what", UNFIT)
def test_what_cannot_run_is_refused_when_it_is_to_be_published(
    client: Boto, app: str, what: str
) -> None:
    change, words = UNFIT[what]
    request = {**journey(client, app, {"a": wait("P1D")}), **change}
    refused = refusal(create, client=client, app=app, request=request)
    assert is_bad_request(refused, *words)
    draft = create(client, app, {**request, "State": "DRAFT"})
    refused = refusal(update, client=client, app=app, journey_id=draft["Id"], State="ACTIVE")
    assert is_bad_request(refused, *words)
    assert get(client, app, draft["Id"]) == draft


def test_an_unknown_segment_is_a_404_once_it_matters(client: Boto, app: str) -> None:
    condition = {"SegmentStartCondition": {"SegmentId": "nope"}}
    request = journey(client, app, {"a": wait("P1D")}, StartCondition=condition)
    assert refusal(create, client=client, app=app, request=request) == NOT_FOUND
    create(client, app, {**request, "State": "DRAFT"})


def test_ways_may_meet_again(client: Boto, app: str) -> None:
    halves = [{"Percentage": 50, "NextActivity": "b"}, {"Percentage": 50, "NextActivity": "c"}]
    activities: JSON = {
        "a": {"RandomSplit": {"Branches": halves}},
        "b": wait("P1D", "d"),
        "c": wait("P2D", "d"),
        "d": wait("P3D"),
    }
    start(client, app, activities)


def test_ways_may_meet_after_every_activity(client: Boto, app: str) -> None:
    activities: JSON = {
        f"a{number}": {
            "RandomSplit": {"Branches": [{"Percentage": 20, "NextActivity": f"a{number + 1}"}] * 5}
        }
        for number in range(39)
    }
    activities["a39"] = wait("P1D")
    start(client, app, activities)


def test_at_most_50_journeys_are_active(client: Boto, app: str) -> None:
    request = journey(client, app, {"a": wait("P1D")}, RefreshFrequency="P1D")
    other = new_app(client)
    segment = {"SegmentStartCondition": {"SegmentId": new_segment(client, other)}}
    ids = [create(client, app, request)["Id"] for _ in range(49)]
    create(client, other, {**request, "StartCondition": segment})
    assert is_bad_request(refusal(create, client=client, app=app, request=request), "50")
    draft = create(client, app, {**request, "State": "DRAFT"})["Id"]
    assert is_bad_request(change(client, app, draft, "ACTIVE"), "50")
    set_state(client, app, ids[0], "CANCELLED")
    set_state(client, app, draft, "ACTIVE")


def test_a_paused_journey_counts_as_active(client: Boto, app: str, service: LocalPinpoint) -> None:
    account = service.inspect(lambda account, _: account)
    account.quotas = attrs.evolve(account.quotas, active_journeys=1)
    request = journey(client, app, {"a": wait("P1D")}, RefreshFrequency="P1D")
    set_state(client, app, create(client, app, request)["Id"], "PAUSED")
    assert is_bad_request(refusal(create, client=client, app=app, request=request), "At most 1")
