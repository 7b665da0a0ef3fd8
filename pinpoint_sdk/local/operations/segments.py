"""Segments and their versions."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from pinpoint_sdk.local.campaigns.plan import end_campaigns_of
from pinpoint_sdk.local.engine.call import Call, found
from pinpoint_sdk.local.engine.checks import check_tags
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.operations.pagination import page
from pinpoint_sdk.local.operations.versions import get_version, newest_first
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.segments.create import new_segment
from pinpoint_sdk.local.segments.dimensions import check_dimensions
from pinpoint_sdk.local.segments.membership import sources_of
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.state.campaigns import Versioned


@operation("CreateSegment")
def create_segment(call: Call) -> JSON:
    """Create a dimensional segment.

    Dimensions and SegmentGroups exclude each other; with neither it has every endpoint. A source
    segment, or a version of it, that does not exist is a 404.
    """
    project = call.project()
    check_tags(call.body.get("tags", {}), call.account.quotas)
    _check(call, project)
    return new_segment(call, project, {**call.body, "SegmentType": "DIMENSIONAL"})


@operation("UpdateSegment")
def update_segment(call: Call) -> JSON:
    """Make a new version: members that are sent replace the old ones whole, the others stay.

    Dimensions replace SegmentGroups and the other way round. A segment cannot be based on itself,
    directly or through others. Of an imported segment only the name can be updated: its endpoints
    come from a file. Tags are ignored: since 2023 the service accepts them only on create and from
    TagResource.
    """
    project = call.project()
    segment = _segment(call, project)
    former = segment.current
    _check(call, project)
    if former["SegmentType"] == "IMPORT" and {"Dimensions", "SegmentGroups"} & call.body.keys():
        raise BadRequest("An imported segment cannot have Dimensions or SegmentGroups")
    if _is_based_on(project, call.body, former["Id"]):
        raise BadRequest("SegmentGroups: a segment cannot be based on itself")
    kept = dict(former)
    for member, other in (("Dimensions", "SegmentGroups"), ("SegmentGroups", "Dimensions")):
        if member in call.body:
            kept.pop(other, None)
    document: JSON = {
        **kept,
        **call.body,
        "tags": former["tags"],
        "LastModifiedDate": call.date,
        "Version": former["Version"] + 1,
    }
    segment.versions.append(document)
    return document


@operation("DeleteSegment")
def delete_segment(call: Call) -> JSON:
    """Delete a segment with its versions; returns what it was.

    Campaigns that still have something to send to it end in the state DELETED. Segments that are
    based on it treat it as empty.
    """
    project = call.project()
    document = _segment(call, project).current
    del project.segments[document["Id"]]
    project.imported.pop(document["Id"], None)
    end_campaigns_of(call, project, document["Id"])
    return document


@operation("GetSegment")
def get_segment(call: Call) -> JSON:
    """One segment, in its latest version."""
    return _segment(call, call.project()).current


@operation("GetSegments")
def get_segments(call: Call) -> JSON:
    """The segments of a project in their latest versions, oldest segment first."""
    segments = list(call.project().segments.values())
    return page(call, segments, attrgetter("position"), attrgetter("current"))


@operation("GetSegmentVersion")
def get_segment_version(call: Call) -> JSON:
    """One version of a segment; a version that is not a number is a 400."""
    return get_version(_segment(call, call.project()), call.path["Version"])


@operation("GetSegmentVersions")
def get_segment_versions(call: Call) -> JSON:
    """The versions of a segment, newest first."""
    return newest_first(call, _segment(call, call.project()))


def _segment(call: Call, project: Project) -> Versioned:
    return call.found(project.segments, "SegmentId")


def _check(call: Call, project: Project) -> None:
    quotas = call.account.quotas
    if "Dimensions" in call.body and "SegmentGroups" in call.body:
        raise BadRequest("A segment has either Dimensions or SegmentGroups, not both")
    for source in sources_of(call.body):
        segment = found(project.segments.get(source["Id"]))
        found(segment.version(source.get("Version", 1)))
    dimensions: list[JSON] = [call.body.get("Dimensions", {})]
    for group in call.body.get("SegmentGroups", {}).get("Groups", []):
        dimensions += group.get("Dimensions", [])
    for each in dimensions:
        check_dimensions(each)
    number = sum(map(_count, dimensions))
    if number > quotas.segment_dimensions:
        raise BadRequest(
            f"A segment has at most {quotas.segment_dimensions} dimensions, got {number}"
        )


def _count(dimensions: JSON) -> int:
    """Every named attribute, metric, demographic, location or behaviour counts as one."""
    members: list[dict[str, Any]] = list(dimensions.values())
    return sum(map(len, members))


def _is_based_on(project: Project, document: JSON, segment_id: str) -> bool:
    """Whether a document refers to the latest version of a segment, however many steps away."""
    seen: set[tuple[str, int | None]] = set()
    to_do = sources_of(document)
    while to_do:
        source = to_do.pop()
        reference = source["Id"], source.get("Version")
        if reference == (segment_id, None):
            return True
        segment = project.segments.get(source["Id"])
        if reference in seen or segment is None:
            continue
        seen.add(reference)
        to_do += sources_of(segment.version(reference[1] or len(segment.versions)) or {})
    return False
