"""What holds for every model, whatever it holds and whatever AWS answers."""

from __future__ import annotations

import base64
import copy
import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from attrs import define, evolve, field
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pinpoint_sdk import structure, unstructure
from pinpoint_sdk.models import CampaignLimits
from pinpoint_sdk.models.base import Model, Response, Wire, members, secret
from tests.support import figures
from tests.support.strategies import SECRET, answers, broken_answers, instances, model_classes

pytestmark = pytest.mark.no_cover  # 10,000 examples that run what other tests cover


@define(kw_only=True, repr=False)
class EveryKind(Response):
    """A member of every kind that AWS's model has, required, optional and never None."""

    blob: Annotated[bytes, Wire("Blob")]
    moment: Annotated[datetime, Wire("Moment")]
    number: Annotated[float, Wire("Number")]
    switch: Annotated[bool, Wire("Switch")]
    choice: Annotated[Literal["A", "B"], Wire("Choice")]
    limits: Annotated[CampaignLimits, Wire("Limits")]
    nested: Annotated[dict[str, dict[str, list[CampaignLimits]]], Wire("Nested")]
    lists: Annotated[list[list[str]], Wire("Lists")] = field(factory=list)
    moments: Annotated[dict[str, datetime], Wire("Moments")] = field(factory=dict)
    last_blob: Annotated[bytes | None, Wire("lastBlob")] = None
    last_moment: Annotated[datetime | None, Wire("lastMoment")] = None
    password: Annotated[str | None, Wire("Password")] = field(default=None, repr=secret)


CLASSES = [*model_classes(), EveryKind]
EXAMPLES = 10

each_class = pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)


@pytest.fixture(scope="module")
def tally() -> Iterator[Counter[str]]:
    tally = Counter[str]()
    yield tally
    figures.record("properties", f"{tally.total()} random examples of {len(CLASSES)} classes")


def property_test(test: Callable[[type[Model], st.DataObject], None]) -> Callable[..., None]:
    """Run a test with random data; with the same data each time in hypothesis' profile ``ci``."""

    def counted(cls: type[Model], tally: Counter[str], data: st.DataObject) -> None:
        tally[cls.__name__] += 1
        test(cls, data)

    counted.__name__ = test.__name__
    limits = settings(
        max_examples=EXAMPLES,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    return limits(given(data=st.data())(counted))


@each_class
@property_test
def test_a_model_survives_the_way_to_a_boto3_dict_and_back(
    cls: type[Model], data: st.DataObject
) -> None:
    model = data.draw(instances(cls))
    before = copy.deepcopy(model)
    written = unstructure(model)
    assert model == before
    assert not {*containers(written)} & {*containers(model)}
    assert structure(written, cls) == model
    assert structure(json.loads(json.dumps(written, default=as_json)), cls) == model


@each_class
@property_test
def test_the_repr_of_a_model_shows_no_secret(cls: type[Model], data: st.DataObject) -> None:
    model = data.draw(instances(cls))
    assert SECRET not in repr(model) + str([model])


@each_class
@property_test
def test_an_answer_is_kept_whole_and_neither_changed_nor_shared(
    cls: type[Model], data: st.DataObject
) -> None:
    answer = data.draw(answers(cls))
    before = copy.deepcopy(answer)
    model = structure(answer, cls)
    assert answer == before
    assert not {*containers(answer)} & {*containers(model)}
    assert unstructure(model) == answer


@each_class
@property_test
def test_unknown_members_are_ignored_at_every_depth(cls: type[Model], data: st.DataObject) -> None:
    answer = data.draw(answers(cls))
    read = structure(with_unknown(answer, cls), cls, strict=False)
    assert read == structure(answer, cls)


@each_class
@property_test
def test_a_broken_answer_is_read_into_what_the_types_say(
    cls: type[Model], data: st.DataObject
) -> None:
    answer = data.draw(broken_answers(cls))
    before = copy.deepcopy(answer)
    model = structure(answer, cls, strict=False)
    assert answer == before
    assert [*departures(model, cls)] == []
    assert SECRET not in repr(model)


@each_class
def test_what_is_missing_reads_as_the_empty_value_of_its_type(cls: type[Model]) -> None:
    model = structure({}, cls, strict=False)
    assert [*departures(model, cls)] == []
    for member in members(cls):
        value = getattr(model, member.name)
        if not (member.required or member.never_none):
            assert value is None
        elif isinstance(value, Model):
            assert value == structure({}, type(value), strict=False)
        elif isinstance(value, datetime):
            assert value.timestamp() == 0
        else:
            assert value == (kind(member.type))()


@pytest.mark.parametrize(
    "broken", [1e20, -1e20, 2**63, 253402300800, float("nan"), float("inf"), "soon", [], {}]
)
def test_a_moment_that_is_none_reads_as_the_epoch(broken: object) -> None:
    assert structure({"Moment": broken}, EveryKind).moment.timestamp() == 0


def test_the_properties_are_tried_on_every_class() -> None:
    assert len(CLASSES) > 80


# How the properties are told


def kind(type_: Any) -> type:
    """The class whose instances a declared type accepts."""
    return str if get_origin(type_) is Literal else get_origin(type_) or type_


def departures(value: Any, type_: Any, path: str = "") -> Iterator[str]:
    """Where a value that was read departs from its declared type.

    A scalar passes untouched, so only models, containers, blobs and timestamps are told apart.
    """
    if kind(type_) in (str, int, float, bool):
        return
    if not isinstance(value, kind(type_)):
        yield f"{path}: {value!r} is no {kind(type_).__name__}"
    elif isinstance(value, Model):
        for member in members(type(value)):
            inner = getattr(value, member.name)
            if inner is not None:
                yield from departures(inner, member.type, f"{path}.{member.name}")
            elif member.required or member.never_none:
                yield f"{path}.{member.name}: None"
    elif get_args(type_):
        for key, item in items(value):
            yield from departures(item, get_args(type_)[-1], f"{path}[{key!r}]")


def with_unknown(value: Any, type_: Any) -> Any:
    """An answer with a member that no model has in each structure."""
    if issubclass(kind(type_), Model):
        known = {
            member.wire_name: with_unknown(value[member.wire_name], member.type)
            for member in members(type_)
        }
        return {**known, "New": {"In": ["2027"]}}
    if get_args(type_) and isinstance(value, (list, dict)):
        inner = {key: with_unknown(item, get_args(type_)[-1]) for key, item in items(value)}
        return inner if kind(type_) is dict else [*inner.values()]
    return value


def containers(value: Any) -> Iterator[int]:
    """The identities of all that can be changed in a value."""
    inner = items(value)
    if isinstance(value, Model):
        inner = [(each.name, getattr(value, each.name)) for each in members(type(value))]
    if inner or value in ([], {}):
        yield id(value)
    for _, item in inner:
        yield from containers(item)


def items(value: Any) -> list[tuple[Any, Any]]:
    """The keys and values of a dict, the indices and items of a list, nothing of others."""
    match value:
        case {}:
            return [*value.items()]
        case [*_]:
            return [*enumerate(value)]
        case _:
            return []


def as_json(value: Any) -> str:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value.isoformat()


# That they are told apart


@pytest.mark.parametrize(
    ("change", "departure"),
    [
        ({"blob": "text"}, ".blob: 'text' is no bytes"),
        ({"moment": None}, ".moment: None"),
        ({"moments": None}, ".moments: None"),
        ({"limits": {}}, ".limits: {} is no CampaignLimits"),
        ({"lists": ["a"]}, ".lists[0]: 'a' is no list"),
        ({"nested": {"a": {"b": [None]}}}, ".nested['a']['b'][0]: None is no CampaignLimits"),
    ],
)
def test_a_departure_is_noticed(change: dict[str, Any], departure: str) -> None:
    model = structure({}, EveryKind)
    assert [*departures(model, EveryKind)] == []
    assert [*departures(evolve(model, **change), EveryKind)] == [departure]


def test_what_is_shared_is_noticed() -> None:
    shared: list[str] = []
    model = evolve(structure({}, EveryKind), lists=[shared])
    assert {*containers({"a": [shared]})} & {*containers(model)} == {id(shared)}
