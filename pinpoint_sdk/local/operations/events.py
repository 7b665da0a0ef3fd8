"""Events of endpoints."""

from __future__ import annotations

from pinpoint_sdk.local.endpoints.write import write_endpoint
from pinpoint_sdk.local.engine.call import Call
from pinpoint_sdk.local.engine.registry import event_listeners, operation
from pinpoint_sdk.local.events.stream import event_record, publish
from pinpoint_sdk.local.protocol.errors import BadRequest, PayloadTooLarge
from pinpoint_sdk.local.protocol.types import JSON, json_bytes
from pinpoint_sdk.local.quotas import Quotas
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.times.dates import checked_date

_ACCEPTED: JSON = {"Message": "Accepted", "StatusCode": 202}


@operation("PutEvents")
def put_events(call: Call) -> JSON:
    """Accept events and write their endpoints.

    The whole request is rejected for too many events (400) or too large a body (413), and if a
    required member (EventType, Timestamp) is missing. Any other problem affects a single endpoint
    or event, whose item says 400. An event of a rejected endpoint may still be accepted; campaigns
    and journeys get it only if the endpoint exists. An empty Endpoint leaves an existing one as
    it is.
    """
    project, quotas = call.project(), call.account.quotas
    batches: dict[str, JSON] = call.body["BatchItem"]
    _check_request(call.body, batches, quotas)
    accepted: list[tuple[JSON, JSON]] = []
    results: JSON = {}
    for endpoint_id, batch in batches.items():
        endpoint_result = _take_endpoint(call, project, endpoint_id, batch["Endpoint"])
        endpoint = project.endpoints.get(endpoint_id) or {**batch["Endpoint"], "Id": endpoint_id}
        events: JSON = {}
        for event_id, event in batch["Events"].items():
            events[event_id] = _checked(event, quotas)
            if events[event_id] is _ACCEPTED:
                accepted.append((endpoint, event))
        results[endpoint_id] = {
            "EndpointItemResponse": endpoint_result,
            "EventsItemResponse": events,
        }
    records = [event_record(call, project, endpoint, event) for endpoint, event in accepted]
    project.events += records
    publish(call, project, records)
    _notify(call, project, accepted)
    return {"Results": results}


def _notify(call: Call, project: Project, accepted: list[tuple[JSON, JSON]]) -> None:
    for former, event in accepted:
        endpoint = project.endpoints.get(former["Id"])
        if endpoint is not None:
            for listener in event_listeners():
                listener(call, project, endpoint, event)


def _take_endpoint(call: Call, project: Project, endpoint_id: str, sent: JSON) -> JSON:
    try:
        if not endpoint_id:
            raise BadRequest("An endpoint needs an id")
        if sent or project.endpoints.get(endpoint_id) is None:
            write_endpoint(call, project, endpoint_id, sent, call.request_id)
    except BadRequest as refusal:
        return {"Message": refusal.message, "StatusCode": refusal.status}
    return _ACCEPTED


def _checked(event: JSON, quotas: Quotas) -> JSON:
    try:
        _check_event(event, quotas)
    except BadRequest as refusal:
        return {"Message": refusal.message, "StatusCode": refusal.status}
    return _ACCEPTED


def _check_request(body: JSON, batches: dict[str, JSON], quotas: Quotas) -> None:
    if json_bytes(body) > quotas.events_bytes:
        raise PayloadTooLarge(f"Events have at most {quotas.events_bytes} bytes a request")
    number = sum(len(batch["Events"]) for batch in batches.values())
    if number > quotas.events_per_request:
        raise BadRequest(f"A request has at most {quotas.events_per_request} events, got {number}")


def _check_event(event: JSON, quotas: Quotas) -> None:
    attributes: dict[str, str] = event.get("Attributes", {})
    keys = [*attributes, *event.get("Metrics", {})]
    if not event["EventType"]:
        raise BadRequest("EventType must not be empty")
    session: JSON = event.get("Session", {})
    checked_date("Timestamp", event["Timestamp"])
    for member in ("StartTimestamp", "StopTimestamp"):
        if member in session:
            checked_date(member, session[member])
    if len(keys) > quotas.event_keys:
        raise BadRequest(f"An event has at most {quotas.event_keys} attributes and metrics")
    for key in keys:
        if len(key) > quotas.event_key_characters:
            raise BadRequest(f"{key}: longer than {quotas.event_key_characters} characters")
    for key, value in attributes.items():
        if len(value) > quotas.event_value_characters:
            raise BadRequest(
                f"{key}: a value longer than {quotas.event_value_characters} characters"
            )
    if json_bytes(event) > quotas.event_bytes:
        raise BadRequest(f"An event has at most {quotas.event_bytes} bytes")
