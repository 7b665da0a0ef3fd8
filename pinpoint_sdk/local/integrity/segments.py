"""Segments and what was imported into them."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from pinpoint_sdk.local.integrity.problems import Invalid, expect, inside
from pinpoint_sdk.local.integrity.versions import check_versions
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.segments.dimensions import check_dimensions
from pinpoint_sdk.local.segments.membership import Reference, sources_of
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.state.campaigns import Versioned


def check_segments(project: Project) -> None:
    """Check the segments of a project.

    One that others are based on may be deleted, but none is based on itself.

    Raises:
        Invalid: A segment is not one.
    """
    for segment_id, segment in project.segments.items():
        with inside("segments", segment_id):
            path = f"apps/{project.id}/segments/{segment_id}"
            check_versions(segment, "SegmentResponse", segment_id, path, "tags")
            for place, document in enumerate(segment.versions):
                with inside("versions", place):
                    if document:
                        _check_content(project, document)
    for segment_id in project.imported:
        is_imported = segment_id in project.segments and (
            project.segments[segment_id].current["SegmentType"] == "IMPORT"
        )
        expect(is_imported, "is not an imported segment", "imported", segment_id)
    _check_no_circle(project)


def _check_content(project: Project, document: JSON) -> None:
    if document["SegmentType"] == "IMPORT":
        expect("ImportDefinition" in document, "is missing", "ImportDefinition")
        size: int = document["ImportDefinition"]["Size"]
        expect(size >= 0, "must not be negative", "ImportDefinition", "Size")
    check_dimensions(document.get("Dimensions", {}))
    for group in document.get("SegmentGroups", {}).get("Groups", []):
        for dimensions in group.get("Dimensions", []):
            check_dimensions(dimensions)
    for source in sources_of(document):
        segment = project.segments.get(source["Id"])
        version = source.get("Version", 1)
        expect(
            version >= 1 and (segment is None or segment.version(version) is not None),
            f"refers to a version of {source['Id']!r} that does not exist",
            "SegmentGroups",
        )


def _check_no_circle(project: Project) -> None:
    graph = {
        (segment_id, number): [*_bases(project, document)]
        for segment_id, segment in project.segments.items()
        for number, document in enumerate(segment.versions, start=1)
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        segment_id = error.args[1][0][0]
        raise Invalid("is based on itself", "segments", segment_id) from error


def _bases(project: Project, document: JSON) -> Iterator[Reference]:
    for source in sources_of(document):
        segment: Versioned | None = project.segments.get(source["Id"])
        if segment is not None:
            yield source["Id"], source.get("Version") or len(segment.versions)
