"""Documents of a state, checked by the shapes of the service model.

They are checked more strictly than a request: nothing unknown, nothing null, and dates are dates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias, cast

from botocore.model import ListShape, MapShape, Shape, StructureShape

from pinpoint_sdk.local.integrity.problems import Invalid
from pinpoint_sdk.local.protocol.bodies import expected_instead, members_of, required_members
from pinpoint_sdk.local.protocol.service_model import service_model
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.times.dates import as_utc, parse_date

_Check: TypeAlias = Callable[[Any], None]

# What requests may have that answers do not show; it is kept with the others.
_NOT_SHOWN: Mapping[str, tuple[str, ...]] = {
    "ApplicationSettingsResource": ("CloudWatchMetricsEnabled", "EventTaggingEnabled"),
    "CampaignResponse": ("Trace",),
}


def check_document(document: JSON, shape: str, *needed: str) -> None:
    """Check a document.

    Args:
        document: The document.
        shape: The name of its shape.
        needed: Members that the service always writes, though the shape does not require them.

    Raises:
        Invalid: It is not one.
    """
    _check_of(shape)(document)
    for name in needed:
        if name not in document:
            raise Invalid("is missing", name)


def check_part(document: JSON, shape: str) -> None:
    """Check a document that lacks some of what its shape requires.

    Raises:
        Invalid: It is not one.
    """
    _partial_check_of(shape)(document)


@cache
def _check_of(name: str) -> _Check:
    return _structure(_shape(name), required=True)


@cache
def _partial_check_of(name: str) -> _Check:
    return _structure(_shape(name), required=False)


def _shape(name: str) -> StructureShape:
    shape = service_model().shape_for(name)
    assert isinstance(shape, StructureShape)
    return shape


def _value(name: str, shape: Shape) -> _Check:
    if isinstance(shape, StructureShape):
        return _structure(shape, required=True)
    if isinstance(shape, ListShape):
        return _list(_value("", shape.member))
    if isinstance(shape, MapShape):
        return _map(_value("", shape.value))
    if name.endswith("Date") or shape.type_name == "timestamp":
        return _date
    return _scalar(shape)


def _structure(shape: StructureShape, *, required: bool) -> _Check:
    checks = {name: _value(name, member) for name, member in members_of(shape).items()}
    checks.update(dict.fromkeys(_NOT_SHOWN.get(shape.name, ()), _boolean))
    needed = required_members(shape) if required else ()

    def check(value: Any) -> None:
        members = _object(value)
        for name, item in members.items():
            if name not in checks:
                raise Invalid("is not a member that the service knows", name)
            _check_inside(checks[name], item, name)
        for name in needed:
            if name not in members:
                raise Invalid("is missing", name)

    return check


def _list(check_item: _Check) -> _Check:
    def check(value: Any) -> None:
        if not isinstance(value, list):
            raise Invalid("expected an array")
        items = cast("Sequence[Any]", value)
        for place, item in enumerate(items):
            _check_inside(check_item, item, place)

    return check


def _map(check_item: _Check) -> _Check:
    def check(value: Any) -> None:
        for key, item in _object(value).items():
            _check_inside(check_item, item, key)

    return check


def _scalar(shape: Shape) -> _Check:
    def check(value: Any) -> None:
        expected = expected_instead(value, shape)
        if expected:
            raise Invalid(f"expected {expected}")

    return check


def _boolean(value: Any) -> None:
    if not isinstance(value, bool):
        raise Invalid("expected a boolean")


def _date(value: Any) -> None:
    try:
        as_utc(parse_date(value))
    except (AttributeError, TypeError, ValueError, OverflowError) as error:
        raise Invalid("expected a date in ISO 8601 form") from error


def _object(value: Any) -> JSON:
    if not isinstance(value, dict):
        raise Invalid("expected an object")
    return cast("JSON", value)


def _check_inside(check: _Check, item: Any, place: str | int) -> None:
    try:
        check(item)
    except Invalid as invalid:
        raise invalid.inside(place) from invalid
