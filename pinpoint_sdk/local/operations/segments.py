"""Segments."""

from __future__ import annotations

from typing import Any

from pinpoint_sdk.local.call import Call
from pinpoint_sdk.local.faults import BadRequest, resource_not_found
from pinpoint_sdk.local.operations.registry import operation
from pinpoint_sdk.local.quotas import check_tags
from pinpoint_sdk.local.state import Project, Versioned
from pinpoint_sdk.local.wire import JSON


@operation("CreateSegment")
def create_segment(call: Call) -> JSON:
    """Create a dimensional segment.

    Dimensions and SegmentGroups exclude each other; with neither it takes in every endpoint. A
    source segment that does not exist is a 404.
    """
    project, account = call.project(), call.account
    _check(call, project)
    segment_id = account.ids.resource_id()
    document: JSON = {
        "tags": {},
        **call.body,
        "ApplicationId": project.id,
        "Arn": account.arn(f"apps/{project.id}/segments/{segment_id}"),
        "CreationDate": call.date,
        "Id": segment_id,
        "LastModifiedDate": call.date,
        "SegmentType": "DIMENSIONAL",
        "Version": 1,
    }
    project.segments[segment_id] = Versioned(account.next_position(), [document])
    return document


@operation("GetSegment")
def get_segment(call: Call) -> JSON:
    """One segment, in its latest version."""
    segment = call.project().segments.get(call.path["SegmentId"])
    if segment is None:
        raise resource_not_found()
    return segment.current


def _check(call: Call, project: Project) -> None:
    quotas = call.account.quotas
    check_tags(call.body.get("tags", {}), quotas)
    if "Dimensions" in call.body and "SegmentGroups" in call.body:
        raise BadRequest("A segment has either Dimensions or SegmentGroups, not both")
    groups: list[JSON] = call.body.get("SegmentGroups", {}).get("Groups", [])
    for group in groups:
        for source in group.get("SourceSegments", []):
            if source["Id"] not in project.segments:
                raise resource_not_found()
    dimensions: list[JSON] = [call.body.get("Dimensions", {})]
    for group in groups:
        dimensions += group.get("Dimensions", [])
    number = sum(map(_count, dimensions))
    if number > quotas.segment_dimensions:
        raise BadRequest(
            f"A segment has at most {quotas.segment_dimensions} dimensions, got {number}"
        )


def _count(dimensions: JSON) -> int:
    """Every named attribute, metric, demographic, place or behaviour counts as one."""
    members: list[dict[str, Any]] = list(dimensions.values())
    return sum(map(len, members))
