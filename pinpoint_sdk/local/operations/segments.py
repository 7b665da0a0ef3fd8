"""Segments and their versions."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from pinpoint_sdk.local.audience import check_dimensions, sources_of
from pinpoint_sdk.local.call import Call, Context
from pinpoint_sdk.local.campaigns.plan import end_campaigns_of
from pinpoint_sdk.local.faults import BadRequest, resource_not_found
from pinpoint_sdk.local.operations.registry import operation
from pinpoint_sdk.local.paging import page
from pinpoint_sdk.local.quotas import check_tags
from pinpoint_sdk.local.state import Project, Versioned
from pinpoint_sdk.local.versions import get_version, newest_first
from pinpoint_sdk.local.wire import JSON


@operation("CreateSegment")
def create_segment(call: Call) -> JSON:
    """Create a dimensional segment.

    Dimensions and SegmentGroups exclude each other; with neither it takes in every endpoint. A
    source segment that does not exist, or not in that version, is a 404.
    """
    project = call.project()
    check_tags(call.body.get("tags", {}), call.account.quotas)
    _check(call, project)
    return _new_segment(call, project, {**call.body, "SegmentType": "DIMENSIONAL"})


def new_imported_segment(context: Context, project: Project, name: str, definition: JSON) -> JSON:
    """The document of a new segment that an import job fills.

    ``definition`` is its SegmentImportResource; who is in it goes into ``project.imported``.
    """
    written: JSON = {"ImportDefinition": definition, "Name": name, "SegmentType": "IMPORT"}
    return _new_segment(context, project, written)


@operation("UpdateSegment")
def update_segment(call: Call) -> JSON:
    """Make a new version: members that are sent replace the old ones whole, the others stay.

    Dimensions take the place of SegmentGroups and the other way round. A segment cannot be based
    on itself, not by way of others either. Of an imported segment only the name can be updated:
    its endpoints come from a file. Tags are looked past: since 2023 the service takes them only on
    create and from TagResource.
    """
    project = call.project()
    segment = _segment(call, project)
    former = segment.current
    _check(call, project)
    if former["SegmentType"] == "IMPORT" and {"Dimensions", "SegmentGroups"} & call.body.keys():
        raise BadRequest("An imported segment takes no Dimensions and no SegmentGroups")
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
    """Delete a segment with its versions; answers with what it was.

    Campaigns that still have something to send to it end in the state DELETED. For segments that
    are based on it, it holds nobody any more.
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
    """One version of a segment; a version that is no number is a 400."""
    return get_version(_segment(call, call.project()), call.path["Version"])


@operation("GetSegmentVersions")
def get_segment_versions(call: Call) -> JSON:
    """The versions of a segment, newest first."""
    return newest_first(call, _segment(call, call.project()))


def _segment(call: Call, project: Project) -> Versioned:
    segment = project.segments.get(call.path["SegmentId"])
    if segment is None:
        raise resource_not_found()
    return segment


def _new_segment(context: Context, project: Project, written: JSON) -> JSON:
    account = context.account
    segment_id = account.ids.resource_id()
    document: JSON = {
        "tags": {},
        **written,
        "ApplicationId": project.id,
        "Arn": account.arn(f"apps/{project.id}/segments/{segment_id}"),
        "CreationDate": context.date,
        "Id": segment_id,
        "LastModifiedDate": context.date,
        "Version": 1,
    }
    project.segments[segment_id] = Versioned(account.next_position(), [document])
    return document


def _check(call: Call, project: Project) -> None:
    quotas = call.account.quotas
    if "Dimensions" in call.body and "SegmentGroups" in call.body:
        raise BadRequest("A segment has either Dimensions or SegmentGroups, not both")
    for source in sources_of(call.body):
        segment = project.segments.get(source["Id"])
        if segment is None or not 1 <= source.get("Version", 1) <= len(segment.versions):
            raise resource_not_found()
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
    """Every named attribute, metric, demographic, place or behaviour counts as one."""
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
        to_do += sources_of(segment.versions[(reference[1] or len(segment.versions)) - 1])
    return False
