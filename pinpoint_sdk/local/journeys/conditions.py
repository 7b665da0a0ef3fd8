"""Which participants meet the conditions of a split."""

from __future__ import annotations

from collections.abc import Iterable

from pinpoint_sdk.local.journeys.step import Step
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.segments.dimensions import matches, matches_event
from pinpoint_sdk.local.segments.membership import members_of
from pinpoint_sdk.local.state.journeys import Journey


def all_meeting(step: Step, condition: JSON, endpoint_ids: Iterable[str]) -> set[str]:
    """Those of the endpoints for which a Condition holds; an empty one holds for no endpoint."""
    conditions: list[JSON] = condition.get("Conditions", [])
    found = [meeting(step, each, endpoint_ids) for each in conditions]
    if condition.get("Operator") == "ANY":
        return set[str]().union(*found)
    return found[0].intersection(*found) if found else set[str]()


def meeting(step: Step, condition: JSON, endpoint_ids: Iterable[str]) -> set[str]:
    """Those of the endpoints for which every part of a SimpleCondition holds."""
    found = set(endpoint_ids) if condition else set[str]()
    if segment := condition.get("SegmentCondition"):
        members = members_of(step.context, step.project, segment["SegmentId"])
        found &= {endpoint["Id"] for endpoint in members}
    if dimensions := condition.get("segmentDimensions"):
        found = {name for name in found if _fits(step, name, dimensions)}
    if event := condition.get("EventCondition"):
        found = {name for name in found if _did(step.journey, name, event)}
    return found


def _fits(step: Step, endpoint_id: str, dimensions: JSON) -> bool:
    endpoint = step.project.endpoints.get(endpoint_id)
    return endpoint is not None and matches(endpoint, dimensions, step.context.now)


def _did(journey: Journey, endpoint_id: str, condition: JSON) -> bool:
    """Whether an event of the participant since it entered meets an EventCondition.

    With MessageActivity, only events of that activity's message count, and those that do not name
    a message.
    """
    message: str | None = condition.get("MessageActivity")
    dimensions: JSON = condition.get("Dimensions", {})
    return any(
        matches_event(event, dimensions)
        and message in (None, event.get("Attributes", {}).get("journey_activity_id", message))
        for event in journey.participants[endpoint_id].events
    )
