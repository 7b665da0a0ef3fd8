"""Events of endpoints."""

from __future__ import annotations

from pinpoint_sdk.local.call import Call
from pinpoint_sdk.local.dates import read_date
from pinpoint_sdk.local.endpoint_write import write_endpoint
from pinpoint_sdk.local.event_hooks import EVENT_HOOKS
from pinpoint_sdk.local.event_stream import event_record, publish
from pinpoint_sdk.local.faults import BadRequest, PayloadTooLarge
from pinpoint_sdk.local.operations.registry import operation
from pinpoint_sdk.local.quotas import Quotas
from pinpoint_sdk.local.state import Project
from pinpoint_sdk.local.wire import JSON, json_bytes

_ACCEPTED: JSON = {"Message": "Accepted", "StatusCode": 202}


@operation("PutEvents")
def put_events(call: Call) -> JSON:
    """Take in events and write their endpoints.

    The request is refused whole for too many events (400) or too large a body (413), and where
    the model requires a member (EventType, Timestamp). All else is the matter of the single
    endpoint or event, whose item says 400. An event of a refused endpoint may still be accepted;
    campaigns and journeys hear of it only if the endpoint exists. An empty Endpoint leaves one
    that exists as it is.
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
    _tell(call, project, accepted)
    return {"Results": results}


def _tell(call: Call, project: Project, accepted: list[tuple[JSON, JSON]]) -> None:
    for former, event in accepted:
        endpoint = project.endpoints.get(former["Id"])
        if endpoint is not None:
            for hook in EVENT_HOOKS:
                hook(call, project, endpoint, event)


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
    _check_date("Timestamp", event)
    for member in ("StartTimestamp", "StopTimestamp"):
        _check_date(member, event.get("Session", {}))
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


def _check_date(member: str, document: JSON) -> None:
    if member not in document:
        return
    try:
        read_date(document[member])
    except ValueError as error:
        raise BadRequest(f"{member} must be a date in ISO 8601 form") from error
