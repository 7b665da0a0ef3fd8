"""HTTP 200 is not delivery: the flat view over what became of a direct send."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from pinpoint_sdk import structure
from pinpoint_sdk.errors import DeliveryError, EventError
from pinpoint_sdk.models import (
    DeliveryOutcome,
    EventOutcome,
    EventsResponse,
    MessageResponse,
    SendUsersMessageResponse,
)


def result(status: str, code: int = 400, **more: object) -> dict[str, Any]:
    return {"DeliveryStatus": status, "StatusCode": code, **more}


TO_ADDRESSES = structure(
    {
        "ApplicationId": "app",
        "Result": {
            "+15555550100": result("SUCCESSFUL", 200, MessageId="m-1", StatusMessage="MessageId"),
            "+15555550101": result("THROTTLED", 429, StatusMessage="Slow down"),
            "device": result("PERMANENT_FAILURE", UpdatedToken="new-device"),
        },
        "EndpointResult": {
            "endpoint-1": result("OPT_OUT", Address="+15555550102"),
            "endpoint-2": result("TEMPORARY_FAILURE", 503, Address="+15555550103"),
            "endpoint-3": result("DUPLICATE", Address="+15555550100"),
            "endpoint-4": result("UNKNOWN_FAILURE", Address="+15555550104"),
            "endpoint-5": result("SOMETHING_NEW", Address="+15555550105"),
        },
    },
    MessageResponse,
)
TO_USERS = structure(
    {
        "ApplicationId": "app",
        "Result": {
            "alice": {
                "phone": result("SUCCESSFUL", 200, Address="+15555550100", MessageId="m-1"),
                "tablet": result("TEMPORARY_FAILURE", 500, Address="token"),
            },
            "nobody": {
                "": result(
                    "PERMANENT_FAILURE", Address="", StatusMessage="No endpoints found for userId."
                )
            },
        },
    },
    SendUsersMessageResponse,
)


def test_addresses_and_endpoints_become_one_flat_list() -> None:
    assert [each.recipient for each in TO_ADDRESSES.outcomes] == [
        "+15555550100",
        "+15555550101",
        "device",
        "endpoint-1",
        "endpoint-2",
        "endpoint-3",
        "endpoint-4",
        "endpoint-5",
    ]
    assert TO_ADDRESSES.outcomes[0] == DeliveryOutcome(
        address="+15555550100",
        delivery_status="SUCCESSFUL",
        status_code=200,
        status_message="MessageId",
        message_id="m-1",
    )
    assert TO_ADDRESSES.outcomes[2].updated_token == "new-device"
    assert TO_ADDRESSES.outcomes[3].endpoint_id == "endpoint-1"
    assert TO_ADDRESSES.outcomes[3].address == "+15555550102"


def test_users_and_their_endpoints_become_one_flat_list() -> None:
    assert [(each.user_id, each.endpoint_id, each.address) for each in TO_USERS.outcomes] == [
        ("alice", "phone", "+15555550100"),
        ("alice", "tablet", "token"),
        ("nobody", None, None),
    ]


def test_failed_is_all_but_the_successful() -> None:
    assert [each.delivery_status for each in TO_ADDRESSES.failed] == [
        "THROTTLED",
        "PERMANENT_FAILURE",
        "OPT_OUT",
        "TEMPORARY_FAILURE",
        "DUPLICATE",
        "UNKNOWN_FAILURE",
        "SOMETHING_NEW",
    ]


def test_retryable_is_throttled_and_temporary_only() -> None:
    assert [each.delivery_status for each in TO_ADDRESSES.retryable] == [
        "THROTTLED",
        "TEMPORARY_FAILURE",
    ]
    assert [each.endpoint_id for each in TO_USERS.retryable] == ["tablet"]


def test_raise_for_failures_names_who_and_why() -> None:
    with pytest.raises(DeliveryError) as caught:
        TO_USERS.raise_for_failures()

    assert list(caught.value.failed) == TO_USERS.failed
    assert str(caught.value) == (
        "2 not delivered:\n"
        "alice at tablet: TEMPORARY_FAILURE (500)\n"
        "nobody: PERMANENT_FAILURE (400): No endpoints found for userId."
    )
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_long_list_of_failures_is_cut_in_the_message_only() -> None:
    response = structure(
        {"ApplicationId": "app", "Result": {f"+{n}": result("OPT_OUT") for n in range(100)}},
        MessageResponse,
    )

    with pytest.raises(DeliveryError, match="and 90 more") as caught:
        response.raise_for_failures()

    assert len(caught.value.failed) == 100


def test_nothing_is_raised_where_all_were_reached() -> None:
    response = structure(
        {"ApplicationId": "app", "Result": {"+1": result("SUCCESSFUL", 200)}}, MessageResponse
    )

    response.raise_for_failures()
    structure({"ApplicationId": "app"}, MessageResponse).raise_for_failures()
    assert response.failed == []


EVENTS = structure(
    {
        "Results": {
            "phone": {
                "EndpointItemResponse": {"StatusCode": 202, "Message": "Accepted"},
                "EventsItemResponse": {
                    "open": {"StatusCode": 202, "Message": "Accepted"},
                    "buy": {"StatusCode": 400, "Message": "Timestamp missing"},
                    "close": {"StatusCode": 429},
                },
            },
            "tablet": {"EventsItemResponse": {"open": {}}},
        }
    },
    EventsResponse,
)


def test_events_and_their_endpoints_become_one_flat_list() -> None:
    assert [(each.endpoint_id, each.event_id, each.status_code) for each in EVENTS.outcomes] == [
        ("phone", None, 202),
        ("phone", "open", 202),
        ("phone", "buy", 400),
        ("phone", "close", 429),
        ("tablet", "open", 0),
    ]
    assert EVENTS.outcomes[0] == EventOutcome(
        endpoint_id="phone", status_code=202, message="Accepted"
    )
    assert [each.event_id for each in EVENTS.failed] == ["buy", "close", "open"]
    assert [each.event_id for each in EVENTS.retryable] == ["close"]


def test_events_that_were_not_accepted_are_raised() -> None:
    with pytest.raises(EventError) as caught:
        EVENTS.raise_for_failures()

    assert str(caught.value) == (
        "3 not accepted:\n"
        "event buy of phone: 400: Timestamp missing\n"
        "event close of phone: 429\n"
        "event open of tablet: 0"
    )
    structure({}, EventsResponse).raise_for_failures()
