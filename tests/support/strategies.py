"""Hypothesis strategies for the models and for what AWS may answer, built from the members."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any, Literal, TypeAlias, get_args, get_origin

from hypothesis import strategies as st

from pinpoint_sdk import models
from pinpoint_sdk._lazy import lazy_names
from pinpoint_sdk.models.base import Member, Model, Response, members

SECRET = "s3cr3t"
"""Part of every value of a secret member."""

Strategy: TypeAlias = st.SearchStrategy[Any]

TEXT = st.text(max_size=5)
INTEGERS = st.integers(-(2**63), 2**63)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
SCALARS: dict[Any, Strategy] = {
    str: TEXT,
    int: INTEGERS,
    float: FLOATS,
    bool: st.booleans(),
    bytes: st.binary(max_size=5),
    datetime: st.datetimes(timezones=st.just(timezone.utc)),
}
JUNK = st.recursive(
    st.none() | st.booleans() | INTEGERS | FLOATS | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=3,
)
"""Any JSON."""


def model_classes() -> list[type[Model]]:
    """Every class of ``pinpoint_sdk.models`` that stands for a shape of AWS."""
    public = [getattr(models, name) for name in lazy_names("pinpoint_sdk.models")]
    classes = [each for each in public if isinstance(each, type) and issubclass(each, Model)]
    return [each for each in classes if each not in (Model, Response)]


def cached(strategy: Callable[[Any], Strategy]) -> Callable[[Any], Strategy]:
    """Make the strategy for a class once; hypothesis is slow to make them and quick to draw."""
    return functools.cache(strategy)


@cached
def instances(cls: Any) -> Strategy:
    """Models, random members of them set."""
    values = {member: _secretly(member, _instance(member.type)) for member in members(cls)}
    return st.fixed_dictionaries(
        {member.name: value for member, value in values.items() if member.required},
        optional={member.name: value for member, value in values.items() if not member.required},
    ).map(lambda given: cls(**given))


@cached
def answers(cls: Any) -> Strategy:
    """boto3 dicts with every member."""
    return st.fixed_dictionaries(
        {member.wire_name: _secretly(member, _answer(member.type)) for member in members(cls)}
    )


@cached
def broken_answers(cls: Any) -> Strategy:
    """boto3 dicts as they must not be: random members missing, null, of a wrong kind, or new."""
    known = {member.wire_name: _broken(member.type) for member in members(cls)}
    return st.fixed_dictionaries({}, optional={**known, "New": JUNK, "new": JUNK})


def _instance(type_: Any) -> Strategy:
    return instances(type_) if _is_model(type_) else _value(type_, _instance)


def _answer(type_: Any) -> Strategy:
    return answers(type_) if _is_model(type_) else _value(type_, _answer)


def _broken(type_: Any) -> Strategy:
    if _is_model(type_):
        likely = broken_answers(type_)
    elif get_origin(type_) is Literal:
        likely = TEXT
    else:
        likely = _value(type_, _broken)
    return st.integers(0, 3).flatmap(lambda number: likely if number else JUNK)


def _value(type_: Any, inner: Callable[[Any], Strategy]) -> Strategy:
    arguments = get_args(type_)
    match get_origin(type_):
        case None:
            return SCALARS[type_]
        case origin if origin is Literal:
            return st.sampled_from(arguments)
        case origin if origin is list:
            return st.lists(inner(arguments[0]), max_size=2)
        case _:
            key, item = arguments
            keys = TEXT if key is str else st.sampled_from(get_args(key))
            return st.dictionaries(keys, inner(item), max_size=2)


def _secretly(member: Member, value: Strategy) -> Strategy:
    return value.map(lambda text: text + SECRET) if member.secret else value


def _is_model(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, Model)
