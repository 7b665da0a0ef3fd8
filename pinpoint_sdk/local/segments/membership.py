"""Which endpoints are in a segment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeAlias

from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.segments.dimensions import Predicate, all_of, combined, predicates_of
from pinpoint_sdk.local.state.account import Project

Reference: TypeAlias = tuple[str, int]
"""A segment and its version."""


def members_of(
    context: Context, project: Project, segment_id: str, version: int | None = None
) -> list[JSON]:
    """The endpoints in a version of a segment, by default the latest.

    Inactive endpoints and those that opted out are among them. A deleted segment is empty.
    """
    return _selected(context, project, segment_id, version, project.endpoints.all())


def has_member(
    context: Context, project: Project, segment_id: str, version: int | None, endpoint: JSON
) -> bool:
    """Whether an endpoint is in a version of a segment."""
    return bool(_selected(context, project, segment_id, version, [endpoint]))


def sources_of(segment: JSON) -> list[JSON]:
    """The references to other segments in a segment's document."""
    groups: list[JSON] = segment.get("SegmentGroups", {}).get("Groups", [])
    return [source for group in groups for source in group.get("SourceSegments", [])]


def _selected(
    context: Context,
    project: Project,
    segment_id: str,
    version: int | None,
    endpoints: list[JSON],
) -> list[JSON]:
    """Segments that others are based on come first, so that each is evaluated once."""
    found: dict[Reference, set[str]] = {}
    wanted = _resolved(project, segment_id, version)
    if wanted is None:
        return []
    for reference in _bases_first(project, wanted):
        document = _document(project, reference)
        found[reference] = _ids_in(context, project, document, endpoints, found)
    return [endpoint for endpoint in endpoints if endpoint["Id"] in found[wanted]]


def _resolved(project: Project, segment_id: str, version: int | None) -> Reference | None:
    segment = project.segments.get(segment_id)
    if segment is None:
        return None
    number = version or len(segment.versions)
    return (segment_id, number) if segment.version(number) else None


def _document(project: Project, reference: Reference) -> JSON:
    segment_id, version = reference
    return project.segments[segment_id].versions[version - 1]


def _source_references(project: Project, sources: Iterable[JSON]) -> list[Reference]:
    found = (_resolved(project, source["Id"], source.get("Version")) for source in sources)
    return [reference for reference in found if reference is not None]


def _bases_first(project: Project, wanted: Reference) -> list[Reference]:
    ordered: dict[Reference, None] = {}
    to_do = [wanted]
    while to_do:
        reference = to_do[-1]
        sources = sources_of(_document(project, reference))
        missing = [each for each in _source_references(project, sources) if each not in ordered]
        if missing:
            to_do += missing
        else:
            ordered[to_do.pop()] = None
    return [*ordered]


def _ids_in(
    context: Context,
    project: Project,
    segment: JSON,
    endpoints: list[JSON],
    found: Mapping[Reference, set[str]],
) -> set[str]:
    if segment["SegmentType"] == "IMPORT":
        size: int = segment["ImportDefinition"]["Size"]  # later imports brought the others
        return set(project.imported.get(segment["Id"], [])[:size])
    predicates = predicates_of(context.now, segment.get("Dimensions", {}))
    groups: JSON = segment.get("SegmentGroups", {})
    in_groups = [
        all_of([_base(project, group, found), _filter(context.now, group)])
        for group in groups.get("Groups", [])
    ]
    predicates.append(combined(groups.get("Include", "ALL"), in_groups))
    is_in = all_of(predicates)
    return {endpoint["Id"] for endpoint in endpoints if is_in(endpoint)}


def _base(project: Project, group: JSON, found: Mapping[Reference, set[str]]) -> Predicate:
    """What a group starts from: its source segments, or every endpoint if it names no segment.

    A source segment that was deleted is empty.
    """
    sources: list[set[str]] = []
    for source in group.get("SourceSegments", []):
        reference = _resolved(project, source["Id"], source.get("Version"))
        sources.append(found[reference] if reference else set())
    return combined(group.get("SourceType", "ANY"), [*map(_is_among, sources)])


def _filter(now: datetime, group: JSON) -> Predicate:
    dimensions: list[JSON] = group.get("Dimensions", [])
    return combined(
        group.get("Type", "ANY"), [all_of(predicates_of(now, each)) for each in dimensions]
    )


def _is_among(ids: set[str]) -> Predicate:
    return lambda endpoint: endpoint["Id"] in ids
