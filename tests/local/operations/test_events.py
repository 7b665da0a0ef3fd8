from __future__ import annotations

from typing import Any

import pytest

from pinpoint_sdk.local import Clock
from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.engine.registry import EVENT_LISTENERS, LISTENER_ORDER, event_listeners
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Project
from tests.local.support.boto import APP_NOT_FOUND, NOT_FOUND, Boto, is_bad_request, refusal, status

PLAIN: dict[str, Any] = {"EventType": "cart.add", "Timestamp": "2017-09-27T11:59:58.000Z"}
ACCEPTED = {"Message": "Accepted", "StatusCode": 202}


def put(client: Boto, app: str, **batches: Any) -> dict[str, Any]:
    response = client.put_events(ApplicationId=app, EventsRequest={"BatchItem": batches})
    assert status(response) == 202
    results: dict[str, Any] = response["EventsResponse"]["Results"]
    return results


def batch(*events: dict[str, Any], **endpoint: Any) -> dict[str, Any]:
    named = {f"event{number}": event for number, event in enumerate(events)}
    return {"Endpoint": endpoint, "Events": named}


def read(client: Boto, app: str, name: str = "e") -> dict[str, Any]:
    endpoint: dict[str, Any] = client.get_endpoint(ApplicationId=app, EndpointId=name)[
        "EndpointResponse"
    ]
    return endpoint


Heard = list[tuple[str, str]]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """The endpoint and the type of every event that a listener got."""
    heard: Heard = []

    def listen(context: Context, project: Project, endpoint: JSON, event: JSON) -> None:
        assert context.account.projects[project.id].endpoints.get(endpoint["Id"]) == endpoint
        heard.append((endpoint["Id"], event["EventType"]))

    monkeypatch.setitem(EVENT_LISTENERS, "journeys", listen)
    return heard


def test_events_are_accepted_one_by_one(client: Boto, app: str) -> None:
    results = put(client, app, e1=batch(PLAIN, PLAIN, Address="a"), e2=batch(PLAIN))
    assert results == {
        "e1": {
            "EndpointItemResponse": ACCEPTED,
            "EventsItemResponse": {"event0": ACCEPTED, "event1": ACCEPTED},
        },
        "e2": {"EndpointItemResponse": ACCEPTED, "EventsItemResponse": {"event0": ACCEPTED}},
    }


def test_put_events_creates_and_merges_endpoints(client: Boto, app: str) -> None:
    put(client, app, e=batch(PLAIN, Address="a", ChannelType="GCM", Attributes={"x": ["1"]}))
    assert read(client, app)["Address"] == "a"
    put(client, app, e=batch(Attributes={"y": ["2"]}, User={"UserId": "u"}))
    endpoint = read(client, app)
    assert endpoint["Attributes"] == {"x": ["1"], "y": ["2"]}
    assert endpoint["User"] == {"UserId": "u"}


def test_an_empty_endpoint_creates_one_and_leaves_an_old_one_alone(
    client: Boto, app: str, clock: Clock
) -> None:
    put(client, app, e=batch(PLAIN))
    client.update_endpoint(
        ApplicationId=app, EndpointId="e", EndpointRequest={"EndpointStatus": "INACTIVE"}
    )
    before = read(client, app)
    clock.advance(hours=1)
    put(client, app, e=batch(PLAIN))
    assert read(client, app) == before


def test_a_refused_endpoint_is_a_400_of_its_own(client: Boto, app: str, heard: Heard) -> None:
    results = put(client, app, e1=batch(PLAIN, OptOut="SOME"), e2=batch(PLAIN, OptOut="ALL"))
    refused = results["e1"]["EndpointItemResponse"]
    assert refused["StatusCode"] == 400
    assert "'SOME'" in refused["Message"]
    assert results["e1"]["EventsItemResponse"] == {"event0": ACCEPTED}
    assert results["e2"]["EndpointItemResponse"] == ACCEPTED
    assert refusal(client.get_endpoint, ApplicationId=app, EndpointId="e1") == NOT_FOUND
    assert heard == [("e2", "cart.add")]


REFUSED: list[tuple[dict[str, Any], tuple[str, ...]]] = [
    ({"EventType": ""}, ("EventType",)),
    ({"Timestamp": "yesterday"}, ("Timestamp", "ISO 8601")),
    ({"Session": {"Id": "s", "StartTimestamp": "now"}}, ("StartTimestamp", "ISO 8601")),
    ({"Attributes": {"k" * 51: "v"}}, ("50 characters",)),
    ({"Metrics": {"k" * 51: 1}}, ("50 characters",)),
    ({"Attributes": {"k": "v" * 201}}, ("200 characters",)),
    (
        {
            "Attributes": {f"a{number}": "v" for number in range(40)},
            "Metrics": {"one more": 1},
        },
        ("40",),
    ),
    ({"AppTitle": "t" * 1_024_000}, ("1024000 bytes",)),
]


@pytest.mark.parametrize(("members", "words"), REFUSED)
def test_a_refused_event_is_a_400_of_its_own(
    client: Boto, app: str, members: dict[str, Any], words: tuple[str, ...], heard: Heard
) -> None:
    results = put(client, app, e=batch({**PLAIN, **members}, PLAIN))
    refused = results["e"]["EventsItemResponse"]["event0"]
    assert refused["StatusCode"] == 400
    assert all(word in refused["Message"] for word in words)
    assert results["e"]["EventsItemResponse"]["event1"] == ACCEPTED
    assert results["e"]["EndpointItemResponse"] == ACCEPTED
    assert heard == [("e", "cart.add")]


def test_an_event_at_its_limits_is_accepted(client: Boto, app: str) -> None:
    attributes = {f"{number:k>50}": "v" * 200 for number in range(39)}
    event = {**PLAIN, "Attributes": attributes, "Metrics": {"m": 1.5}}
    assert put(client, app, e=batch(event))["e"]["EventsItemResponse"]["event0"] == ACCEPTED


def test_a_request_takes_100_events_and_no_more(client: Boto, app: str) -> None:
    put(client, app, e1=batch(*[PLAIN] * 60), e2=batch(*[PLAIN] * 40))
    found = refusal(
        lambda: put(client, app, e1=batch(*[PLAIN] * 60), new=batch(*[PLAIN] * 41)),
    )
    assert is_bad_request(found, "100 events", "101")
    assert refusal(client.get_endpoint, ApplicationId=app, EndpointId="new") == NOT_FOUND


def test_a_request_beyond_4_megabytes_is_a_413(client: Boto, app: str) -> None:
    event = {**PLAIN, "AppTitle": "t" * 1_000_000}
    found = refusal(lambda: put(client, app, e=batch(*[event] * 5)))
    assert found[:2] == (413, "PayloadTooLargeException")


def test_an_unknown_app_is_a_404(client: Boto) -> None:
    assert refusal(lambda: put(client, "nope", e=batch(PLAIN))) == APP_NOT_FOUND


def test_listeners_hear_of_accepted_events_in_order_with_the_endpoint_as_it_is(
    client: Boto, app: str, heard: Heard
) -> None:
    put(
        client,
        app,
        e1=batch({**PLAIN, "EventType": "one"}, {**PLAIN, "EventType": "two"}),
        e2=batch({**PLAIN, "EventType": "three"}, Address="a"),
    )
    assert heard == [("e1", "one"), ("e1", "two"), ("e2", "three")]


def test_campaigns_hear_of_an_event_before_journeys() -> None:
    assert LISTENER_ORDER == ("campaigns", "journeys")
    assert [each.__name__ for each in event_listeners()] == [
        "start_event_campaigns",
        "advance_journeys",
    ]
