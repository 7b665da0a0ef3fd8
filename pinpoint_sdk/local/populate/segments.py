"""Segments, with the versions that were saved of them."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

from pinpoint_sdk.local.populate.restoring import Restoring, oldest_first
from pinpoint_sdk.local.populate.saved import Kept
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.segments.dimensions import check_dimensions
from pinpoint_sdk.local.segments.membership import sources_of
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.state.campaigns import Versioned


def restore_segments(restoring: Restoring, project: Project) -> None:
    """The segments of a project, oldest first."""
    by_id = restoring.saved.versions(project.id, "segments")
    for latest in oldest_first(versions[max(versions)] for versions in by_id.values()):
        segment_id: str = latest.document["Id"]
        for kept in by_id[segment_id].values():
            with restoring.collecting_problems(kept.place):
                _check(kept.document)
        arn = f"{project.document['Arn']}/segments/{segment_id}"
        defaults: JSON = {"Arn": arn, "tags": {}}
        project.segments[segment_id] = Versioned(
            restoring.position(), with_gaps(restoring, by_id[segment_id], defaults)
        )
        if latest.document["SegmentType"] == "IMPORT":
            _restore_members(restoring, project, latest)
    for kept in restoring.saved.of(project.id, "segments").values():
        for source in sources_of(kept.document):
            if source["Id"] not in project.segments:
                why = f"it is based on the segment {source['Id']}, which was not given"
                restoring.leave_out(kept.place, "SegmentGroups", f"{why}: nobody is in that one")
    _check_no_circle(restoring, project)


def with_gaps(restoring: Restoring, versions: Mapping[int, Kept], defaults: JSON) -> list[JSON]:
    """The versions as the service keeps them; those that were not saved are empty."""
    nothing: JSON = {}
    return [
        {**defaults, **restoring.dated(versions[number].document)}
        if number in versions
        else nothing
        for number in range(1, max(versions) + 1)
    ]


def _check(segment: JSON) -> None:
    """Whether the service can evaluate it."""
    if segment["SegmentType"] == "IMPORT" and "ImportDefinition" not in segment:
        raise BadRequest("ImportDefinition is required where SegmentType is IMPORT")
    groups: list[JSON] = segment.get("SegmentGroups", {}).get("Groups", [])
    for dimensions in (
        segment.get("Dimensions", {}),
        *(each for group in groups for each in group.get("Dimensions", [])),
    ):
        check_dimensions(dimensions)


def _restore_members(restoring: Restoring, project: Project, latest: Kept) -> None:
    segment_id: str = latest.document["Id"]
    members = [
        endpoint["Id"]
        for endpoint in project.endpoints.all()
        if endpoint["Id"] in restoring.saved.members[segment_id]
    ]
    project.imported[segment_id] = members
    if not members:
        why = (
            "answers do not say which endpoints an imported segment has; put an export of the"
            " segment into a folder with the segment's id for its name, or import them again"
        )
        restoring.leave_out(latest.place, f"the endpoints of segment {segment_id}", why)


def _check_no_circle(restoring: Restoring, project: Project) -> None:
    """No version of a segment is based on itself, whichever way."""
    arrows: dict[tuple[str, int], list[tuple[str, int]]] = {}
    for segment_id, segment in project.segments.items():
        for number, document in enumerate(segment.versions, start=1):
            arrows[segment_id, number] = [
                (
                    source["Id"],
                    source.get("Version") or len(project.segments[source["Id"]].versions),
                )
                for source in sources_of(document)
                if source["Id"] in project.segments
            ]
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        segment_id, number = error.args[1][0]
        kept = restoring.saved.of(project.id, "segments")[segment_id, number]
        restoring.problems.append(
            str(kept.place.refusal("SegmentGroups: the segment is based on itself"))
        )
