"""Which endpoints, and which events, meet dimensions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from math import asin, cos, radians, sin, sqrt
from operator import eq, ge, gt, le, lt
from typing import TypeAlias

from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.times.dates import as_utc, checked_date, parse_date

Predicate: TypeAlias = Callable[[JSON], bool]


def matches(endpoint: JSON, dimensions: JSON, now: datetime) -> bool:
    """Whether an endpoint meets every dimension of a SegmentDimensions document."""
    return all_of(predicates_of(now, dimensions))(endpoint)


def matches_event(event: JSON, dimensions: JSON) -> bool:
    """Whether an event meets every dimension of an EventDimensions document."""
    predicates: list[Predicate] = []
    if "EventType" in dimensions:
        predicates.append(_in_set(_member("EventType"), dimensions["EventType"]))
    for name, dimension in dimensions.get("Attributes", {}).items():
        predicates.append(_attribute(_listed(_entry("Attributes", name)), dimension))
    for name, dimension in dimensions.get("Metrics", {}).items():
        predicates.append(_metric(name, dimension))
    return all_of(predicates)(event)


def combined(how: str, predicates: Sequence[Predicate]) -> Predicate:
    """ALL, ANY or NONE of the predicates; everything matches an empty sequence."""
    if not predicates:
        return lambda _: True
    if how == "ALL":
        return all_of(predicates)
    if how == "ANY":
        return lambda document: any(predicate(document) for predicate in predicates)
    return lambda document: not any(predicate(document) for predicate in predicates)


def all_of(predicates: Sequence[Predicate]) -> Predicate:
    """The predicate that holds where all of them do."""
    if len(predicates) == 1:
        return predicates[0]
    return lambda document: all(predicate(document) for predicate in predicates)


def predicates_of(now: datetime, dimensions: JSON) -> list[Predicate]:
    """The predicates of a SegmentDimensions document, one each for what it asks for."""
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
    """The value at a path of names; None where one is missing."""
    *outer, last = names

    def value(document: JSON) -> object:
        for name in outer:
            document = document.get(name, {})
        return document.get(last)

    return value


def _listed(value: _Value) -> _Value:
    """The attribute of an event, a plain string, as a list, which that of an endpoint is."""

    def values(document: JSON) -> object:
        found = value(document)
        return None if found is None else [found]

    return values


def _in_set(value: _Value, dimension: JSON) -> Predicate:
    """A SetDimension, INCLUSIVE unless it says otherwise. EXCLUSIVE matches a missing value."""
    wanted = frozenset[object](dimension["Values"])
    if dimension.get("DimensionType") == "EXCLUSIVE":
        return lambda document: value(document) not in wanted
    return lambda document: value(document) in wanted


_Test: TypeAlias = Callable[[str], bool]


def _attribute(values: _Value, dimension: JSON) -> Predicate:
    """An AttributeDimension: one matching value is enough, with EXCLUSIVE to be left out."""
    kind: str = dimension.get("AttributeType", "INCLUSIVE")
    test = _TESTS[kind](dimension["Values"])
    wanted = kind != "EXCLUSIVE"

    def matches_attribute(document: JSON) -> bool:
        found = values(document)
        return (isinstance(found, list) and any(map(test, found))) is wanted  # pyright: ignore[reportUnknownArgumentType]

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
    """Both ends are included."""
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
    return as_utc(parse_date(text))


def _dated(test: Callable[[datetime], bool]) -> _Test:
    """A value that is not a date does not match."""

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
    """A missing metric does not match."""
    compare, wanted = _OPERATORS[dimension["ComparisonOperator"]], dimension["Value"]

    def matches_metric(document: JSON) -> bool:
        value = document.get("Metrics", {}).get(name)
        return value is not None and compare(value, wanted)

    return matches_metric


_EARTH_RADIUS = 6371.0088


def _near(dimension: JSON) -> Predicate:
    """Within the range as the crow flies; without RangeInKilometers exactly at the point."""
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
    """An endpoint was last active at its EffectiveDate, which events update too."""
    since = now - _DURATIONS[dimension["Duration"]]
    wanted = dimension["RecencyType"] == "ACTIVE"
    return lambda endpoint: (parse_date(endpoint["EffectiveDate"]) >= since) is wanted


def check_dimensions(dimensions: JSON) -> None:
    """Validate SegmentDimensions or EventDimensions.

    The model has no enum for ComparisonOperator.

    Raises:
        BadRequest: They cannot be evaluated.
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
        raise BadRequest(f"{name}.Values: {kind} takes a date, got an empty list")
    for value in values:
        checked_date(f"{name}.Values", value)
