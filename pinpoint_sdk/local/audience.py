"""Which endpoints a segment holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from math import asin, cos, radians, sin, sqrt
from operator import eq, ge, gt, le, lt
from typing import TypeAlias

from pinpoint_sdk.local.call import Context
from pinpoint_sdk.local.dates import as_utc, read_date
from pinpoint_sdk.local.faults import BadRequest
from pinpoint_sdk.local.state import Project
from pinpoint_sdk.local.wire import JSON

__all__ = ["check_dimensions", "has_member", "matches", "matches_event", "members_of", "sources_of"]

Predicate: TypeAlias = Callable[[JSON], bool]
Reference: TypeAlias = tuple[str, int]
"""A segment and its version."""


def members_of(
    context: Context, project: Project, segment_id: str, version: int | None = None
) -> list[JSON]:
    """The endpoints in a version of a segment, by default the latest; those of a deleted one: none.

    Inactive endpoints and those that opted out are among them.
    """
    return _selected(context, project, segment_id, version, project.endpoints.all())


def has_member(
    context: Context, project: Project, segment_id: str, version: int | None, endpoint: JSON
) -> bool:
    """Whether a version of a segment holds an endpoint."""
    return bool(_selected(context, project, segment_id, version, [endpoint]))


def matches(endpoint: JSON, dimensions: JSON, now: datetime) -> bool:
    """Whether an endpoint meets every dimension of a SegmentDimensions document."""
    return _all(_predicates(now, dimensions))(endpoint)


def matches_event(event: JSON, dimensions: JSON) -> bool:
    """Whether an event meets every dimension of an EventDimensions document."""
    predicates: list[Predicate] = []
    if "EventType" in dimensions:
        predicates.append(_in_set(_member("EventType"), dimensions["EventType"]))
    for name, dimension in dimensions.get("Attributes", {}).items():
        predicates.append(_attribute(_listed(_entry("Attributes", name)), dimension))
    for name, dimension in dimensions.get("Metrics", {}).items():
        predicates.append(_metric(name, dimension))
    return _all(predicates)(event)


def sources_of(segment: JSON) -> list[JSON]:
    """The references to other segments in a segment's document."""
    groups: list[JSON] = segment.get("SegmentGroups", {}).get("Groups", [])
    return [source for group in groups for source in group.get("SourceSegments", [])]


# Segments


def _selected(
    context: Context,
    project: Project,
    segment_id: str,
    version: int | None,
    endpoints: list[JSON],
) -> list[JSON]:
    """Segments that others are based on come first, so that each is looked at once."""
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
    return (segment_id, number) if number <= len(segment.versions) else None


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
    predicates = _predicates(context.now, segment.get("Dimensions", {}))
    groups: JSON = segment.get("SegmentGroups", {})
    in_groups = [
        _all([_base(project, group, found), _filter(context.now, group)])
        for group in groups.get("Groups", [])
    ]
    predicates.append(_combined(groups.get("Include", "ALL"), in_groups))
    is_in = _all(predicates)
    return {endpoint["Id"] for endpoint in endpoints if is_in(endpoint)}


def _base(project: Project, group: JSON, found: Mapping[Reference, set[str]]) -> Predicate:
    """What a group starts from: its source segments, every endpoint where it names none.

    A source segment that was deleted holds nobody.
    """
    sources: list[set[str]] = []
    for source in group.get("SourceSegments", []):
        reference = _resolved(project, source["Id"], source.get("Version"))
        sources.append(found[reference] if reference else set())
    return _combined(group.get("SourceType", "ANY"), [*map(_is_among, sources)])


def _filter(now: datetime, group: JSON) -> Predicate:
    dimensions: list[JSON] = group.get("Dimensions", [])
    return _combined(
        group.get("Type", "ANY"), [_all(_predicates(now, each)) for each in dimensions]
    )


def _is_among(ids: set[str]) -> Predicate:
    return lambda endpoint: endpoint["Id"] in ids


# Combining


def _combined(how: str, predicates: Sequence[Predicate]) -> Predicate:
    """ALL, ANY or NONE of them; without any, everything is in."""
    if not predicates:
        return lambda _: True
    if how == "ALL":
        return _all(predicates)
    if how == "ANY":
        return lambda document: any(predicate(document) for predicate in predicates)
    return lambda document: not any(predicate(document) for predicate in predicates)


def _all(predicates: Sequence[Predicate]) -> Predicate:
    if len(predicates) == 1:
        return predicates[0]
    return lambda document: all(predicate(document) for predicate in predicates)


# Dimensions


def _predicates(now: datetime, dimensions: JSON) -> list[Predicate]:
    """What a SegmentDimensions document asks for, a function each."""
    found: list[Predicate] = []
    for name, dimension in dimensions.get("Attributes", {}).items():
        found.append(_attribute(_entry("Attributes", name), dimension))
    for name, dimension in dimensions.get("UserAttributes", {}).items():
        found.append(_attribute(_entry("User", "UserAttributes", name), dimension))
    for name, dimension in dimensions.get("Metrics", {}).items():
        found.append(_metric(name, dimension))
    for name, dimension in dimensions.get("Demographic", {}).items():
        value = _member("ChannelType") if name == "Channel" else _entry("Demographic", name)
        found.append(_in_set(value, dimension))
    location: JSON = dimensions.get("Location", {})
    if "Country" in location:
        found.append(_in_set(_entry("Location", "Country"), location["Country"]))
    if "GPSPoint" in location:
        found.append(_near(location["GPSPoint"]))
    if "Recency" in dimensions.get("Behavior", {}):
        found.append(_recency(now, dimensions["Behavior"]["Recency"]))
    return found


_Value: TypeAlias = Callable[[JSON], object]


def _member(name: str) -> _Value:
    return lambda document: document.get(name)


def _entry(*names: str) -> _Value:
    """What lies under names within each other; None where one is missing."""
    *outer, last = names

    def value(document: JSON) -> object:
        for name in outer:
            document = document.get(name, {})
        return document.get(last)

    return value


def _listed(value: _Value) -> _Value:
    """An event's attribute, a plain string, as an endpoint has its own: a list."""

    def values(document: JSON) -> object:
        found = value(document)
        return None if found is None else [found]

    return values


def _in_set(value: _Value, dimension: JSON) -> Predicate:
    """A SetDimension, INCLUSIVE unless it says otherwise. EXCLUSIVE takes in who has no value."""
    wanted = frozenset[object](dimension["Values"])
    if dimension.get("DimensionType") == "EXCLUSIVE":
        return lambda document: value(document) not in wanted
    return lambda document: value(document) in wanted


_Test: TypeAlias = Callable[[str], bool]


def _attribute(values: _Value, dimension: JSON) -> Predicate:
    """An AttributeDimension: one value that fits is enough, for EXCLUSIVE to be left out."""
    kind: str = dimension.get("AttributeType", "INCLUSIVE")
    test = _TESTS[kind](dimension["Values"])
    wanted = kind != "EXCLUSIVE"

    def matches_attribute(document: JSON) -> bool:
        found = values(document)
        return (isinstance(found, list) and any(map(test, found))) is wanted  # pyright: ignore

    return matches_attribute


def _equals(given: list[str]) -> _Test:
    return frozenset(given).__contains__


def _contains(given: list[str]) -> _Test:
    return lambda value: any(part in value for part in given)


def _before(given: list[str]) -> _Test:
    """Before one of the dates is enough."""
    latest = max(map(_date, given))
    return _dated(lambda moment: moment < latest)


def _after(given: list[str]) -> _Test:
    earliest = min(map(_date, given))
    return _dated(lambda moment: moment > earliest)


def _on(given: list[str]) -> _Test:
    days = {_date(each).date() for each in given}
    return _dated(lambda moment: moment.date() in days)


def _between(given: list[str]) -> _Test:
    """The ends are in."""
    first, last = map(_date, given)
    return _dated(lambda moment: first <= moment <= last)


_TESTS: Mapping[str, Callable[[list[str]], _Test]] = {
    "INCLUSIVE": _equals,
    "EXCLUSIVE": _equals,
    "CONTAINS": _contains,
    "BEFORE": _before,
    "AFTER": _after,
    "ON": _on,
    "BETWEEN": _between,
}
_DATED = frozenset({"BEFORE", "AFTER", "ON", "BETWEEN"})


def _date(text: str) -> datetime:
    return as_utc(read_date(text))


def _dated(test: Callable[[datetime], bool]) -> _Test:
    """A value that is no date does not fit."""

    def test_text(value: str) -> bool:
        try:
            return test(_date(value))
        except (ValueError, OverflowError):
            return False

    return test_text


_OPERATORS: Mapping[str, Callable[[float, float], bool]] = {
    "EQUAL": eq,
    "GREATER_THAN": gt,
    "GREATER_THAN_OR_EQUAL": ge,
    "LESS_THAN": lt,
    "LESS_THAN_OR_EQUAL": le,
}


def _metric(name: str, dimension: JSON) -> Predicate:
    """Who does not have the metric is not in."""
    compare, wanted = _OPERATORS[dimension["ComparisonOperator"]], dimension["Value"]

    def matches_metric(document: JSON) -> bool:
        value = document.get("Metrics", {}).get(name)
        return value is not None and compare(value, wanted)

    return matches_metric


_EARTH_RADIUS = 6371.0088


def _near(dimension: JSON) -> Predicate:
    """Within the range as the crow flies; without RangeInKilometers at just that point."""
    coordinates: JSON = dimension["Coordinates"]
    reach = dimension.get("RangeInKilometers", 0)
    latitude, longitude = radians(coordinates["Latitude"]), radians(coordinates["Longitude"])

    def is_near(endpoint: JSON) -> bool:
        location: JSON = endpoint.get("Location", {})
        if "Latitude" not in location or "Longitude" not in location:
            return False
        north, east = radians(location["Latitude"]), radians(location["Longitude"])
        half = sin((north - latitude) / 2) ** 2
        half += cos(latitude) * cos(north) * sin((east - longitude) / 2) ** 2
        return bool(2 * _EARTH_RADIUS * asin(sqrt(min(1, max(0, half)))) <= reach)

    return is_near


_DURATIONS = {
    "HR_24": timedelta(hours=24),
    "DAY_7": timedelta(days=7),
    "DAY_14": timedelta(days=14),
    "DAY_30": timedelta(days=30),
}


def _recency(now: datetime, dimension: JSON) -> Predicate:
    """An endpoint was last active at its EffectiveDate, which events move on too."""
    since = now - _DURATIONS[dimension["Duration"]]
    wanted = dimension["RecencyType"] == "ACTIVE"
    return lambda endpoint: (read_date(endpoint["EffectiveDate"]) >= since) is wanted


# Checks


def check_dimensions(dimensions: JSON) -> None:
    """Refuse what could not be evaluated, in SegmentDimensions or EventDimensions.

    Dates must be dates, BETWEEN takes two of them, and a ComparisonOperator must be one that there
    is; the model has no enum for it. Raises BadRequest.
    """
    for member in ("Attributes", "UserAttributes"):
        for name, dimension in dimensions.get(member, {}).items():
            _check_attribute(f"{member}.{name}", dimension)
    for name, dimension in dimensions.get("Metrics", {}).items():
        operator = dimension["ComparisonOperator"]
        if operator not in _OPERATORS:
            accepted = ", ".join(_OPERATORS)
            raise BadRequest(
                f"Metrics.{name}.ComparisonOperator: {operator!r} is not one of {accepted}"
            )


def _check_attribute(name: str, dimension: JSON) -> None:
    kind, values = dimension.get("AttributeType", "INCLUSIVE"), dimension["Values"]
    if kind not in _DATED:
        return
    if kind == "BETWEEN" and len(values) != 2:
        raise BadRequest(f"{name}.Values: BETWEEN takes two dates, got {len(values)}")
    if not values:
        raise BadRequest(f"{name}.Values: {kind} takes a date, got none")
    try:
        for value in values:
            _date(value)
    except (ValueError, OverflowError) as error:
        raise BadRequest(f"{name}.Values: {error}") from error
