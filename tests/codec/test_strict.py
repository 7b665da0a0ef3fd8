"""Dicts and JSON of requests are read strictly: what would be lost or is missing is named."""

from __future__ import annotations

import base64
import contextlib
import copy
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

import attrs
import pytest
from botocore.model import StructureShape
from botocore.validate import ParamValidator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pinpoint_sdk import PinpointClient, from_json, models, structure, to_json, unstructure
from pinpoint_sdk._codec.strict import is_strict
from pinpoint_sdk._codec.validation import check
from pinpoint_sdk.errors import ValidationError
from pinpoint_sdk.models import (
    CampaignLimits,
    CampaignResponse,
    CreateApplicationRequest,
    GCMChannelRequest,
    JourneySchedule,
    MessageRequest,
    RawEmail,
    SegmentDimensions,
    SimpleCondition,
    SMSMessage,
    WriteCampaignRequest,
)
from pinpoint_sdk.models.base import Member, Model, members
from tests.support import figures
from tests.support.client_methods import client_methods
from tests.support.conformance import (
    answer_classes,
    class_name,
    operations_of,
    reachable_shapes,
    request_classes,
)
from tests.support.operations import body_key, input_of
from tests.support.service_model import fill, service_model
from tests.support.strategies import JUNK, SECRET, answers, instances, model_classes

OPERATIONS_WITH_BODY = [
    operation for operation in operations_of(service_model(), PinpointClient) if body_key(operation)
]
REQUESTS = sorted(
    {method.body_class for method in client_methods().values() if method.body},
    key=lambda cls: cls.__name__,
)
IN_REQUESTS = [
    each for each in model_classes() if each.__name__ in request_classes(service_model())
]

each_request = pytest.mark.parametrize("cls", REQUESTS, ids=lambda cls: cls.__name__)
each_class = pytest.mark.parametrize("cls", IN_REQUESTS, ids=lambda cls: cls.__name__)
each_model = pytest.mark.parametrize("cls", model_classes(), ids=lambda cls: cls.__name__)


@pytest.fixture(scope="module")
def refused() -> Iterator[list[str]]:
    refused: list[str] = []
    yield refused
    figures.record("strict reads", f"{len(refused):,} wrong dicts refused, each by its path")


STRUCTURES = {
    class_name(shape): shape
    for shape in reachable_shapes(operations_of(service_model(), PinpointClient)).values()
    if isinstance(shape, StructureShape)
}


def shape_of(cls: type[Model]) -> StructureShape:
    return STRUCTURES[cls.__name__]


def filled(cls: type[Model]) -> dict[str, Any]:
    """A dict with every member, at every depth."""
    data: dict[str, Any] = fill(shape_of(cls))
    return data


def problems_of(data: Any, cls: type[Model], strict: bool | None = None) -> dict[str, str]:
    """What a read refuses, by path."""
    before = copy.deepcopy(data)
    with pytest.raises(ValidationError) as caught:
        structure(data, cls, strict=strict)
    assert data == before
    return dict(caught.value.problems)


# What is read strictly


def test_what_no_answer_has_is_read_strictly() -> None:
    lenient = {cls.__name__ for cls in model_classes() if not is_strict(cls, None)}
    strict = {cls.__name__ for cls in model_classes() if is_strict(cls, None)}
    in_answers = {name.lstrip("_") for name in answer_classes(service_model())}
    assert lenient == in_answers & {*STRUCTURES}
    assert strict == {cls.__name__ for cls in IN_REQUESTS} - lenient
    assert len(strict) > 50


def test_every_body_is_read_strictly_but_tags_which_are_an_answer_too() -> None:
    assert [cls for cls in REQUESTS if not is_strict(cls, None)] == [models.TagsModel]


@attrs.define(kw_only=True)
class OurTemplate(models.SMSTemplateRequest):
    """A request of a user's own."""


@attrs.define(kw_only=True)
class OurLimits(CampaignLimits):
    """A part of answers of a user's own."""


def test_a_subclass_is_read_as_what_it_extends() -> None:
    assert is_strict(OurTemplate, None)
    assert not is_strict(OurLimits, None)


def test_strict_overrules_both_ways() -> None:
    wrong = {"Dialy": 1}
    assert structure(wrong, CampaignLimits) == CampaignLimits()
    assert from_json(json.dumps(wrong), CampaignLimits) == CampaignLimits()
    assert [*problems_of(wrong, CampaignLimits, strict=True)] == ["CampaignLimits.Dialy"]
    with pytest.raises(ValidationError, match="did you mean Daily"):
        from_json(json.dumps(wrong), CampaignLimits, strict=True)

    small = {"name": "bakery"}
    empty = CreateApplicationRequest(name="")
    assert structure(small, CreateApplicationRequest, strict=False) == empty
    assert from_json(json.dumps(small), CreateApplicationRequest, strict=False) == empty


def test_a_part_that_is_read_leniently_alone_is_read_strictly_inside_a_request() -> None:
    assert [*problems_of({"Limits": {"Dialy": 1}}, WriteCampaignRequest)] == [
        "WriteCampaignRequest.Limits.Dialy"
    ]


def test_an_answer_is_read_strictly_on_demand_with_what_stands_beside_its_wrapper() -> None:
    answer: dict[str, Any] = {
        "CampaignResponse": filled(CampaignResponse),
        "ResponseMetadata": {"RequestId": "r"},
    }
    campaign = structure(answer, CampaignResponse, strict=True)
    assert campaign.response_metadata.request_id == "r"
    answer["CampaignResponse"]["Mood"] = "sunny"
    assert [*problems_of(answer, CampaignResponse, strict=True)] == ["CampaignResponse.Mood"]


# Every mistake in every shape that a request can hold


@attrs.frozen
class Place:
    """A member of a dict, and how a path names it."""

    member: Member
    path: str

    def in_place(self, data: dict[str, Any], value: object) -> dict[str, Any]:
        return {**data, self.member.wire_name: value}

    def renamed(self, data: dict[str, Any], name: str) -> dict[str, Any]:
        old = self.member.wire_name
        return {name if key == old else key: value for key, value in data.items()}


def places(cls: type[Model]) -> list[Place]:
    return [Place(each, f"{cls.__name__}.{each.wire_name}") for each in members(cls)]


@each_class
def test_a_full_dict_and_one_of_what_is_required_alone_are_read(cls: type[Model]) -> None:
    data = filled(cls)
    assert unstructure(structure(data, cls, strict=True)) == data
    required = {each.wire_name: data[each.wire_name] for each in members(cls) if each.required}
    model = structure(required, cls, strict=True)
    assert model == structure(required, cls, strict=False)
    nulls = {each.wire_name: None for each in members(cls)}
    assert structure({**nulls, **required}, cls, strict=True) == model


@each_class
def test_a_misspelt_member_is_named_with_the_right_name(
    cls: type[Model], refused: list[str]
) -> None:
    data = filled(cls)
    for place in places(cls):
        name = place.member.wire_name
        for wrong in {f"{name}x", f"_{name}", name.swapcase(), place.member.name} - {name}:
            found = problems_of(place.renamed(data, wrong), cls, strict=True)
            assert found == {f"{cls.__name__}.{wrong}": f"unknown member; did you mean {name}?"}
            refused.append(wrong)


@each_class
def test_a_required_member_that_is_left_out_is_named(cls: type[Model], refused: list[str]) -> None:
    data = filled(cls)
    for place in places(cls):
        if place.member.required:
            without = place.in_place(data, None)
            assert problems_of(without, cls, strict=True) == {place.path: "missing, but required"}
            del without[place.member.wire_name]
            assert problems_of(without, cls, strict=True) == {place.path: "missing, but required"}
            refused.append(place.path)


@each_class
def test_a_value_of_the_wrong_kind_is_named(cls: type[Model], refused: list[str]) -> None:
    data = filled(cls)
    for place in places(cls):
        value = data[place.member.wire_name]
        for wrong, path in wrong_values(place.member.type, value):
            found = problems_of(place.in_place(data, wrong), cls, strict=True)
            assert [*found] == [place.path + path], wrong
            refused.append(place.path)


def wrong_values(type_: Any, right: Any) -> Iterator[tuple[object, str]]:
    """Values that are not of a type, and the paths to what is wrong in them."""
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is Literal:
        yield from ((each, "") for each in (arguments[0].lower(), "", 5, [arguments[0]]))
    elif origin is list:
        yield from ((each, "") for each in ("text", {}, 5, {"a"}, {"a": right[0]}))
        for wrong, path in [(None, ""), *wrong_values(arguments[0], right[0])]:
            yield [right[0], wrong], f"[1]{path}"
    elif origin is dict:
        yield from ((each, "") for each in ([], "text", 5, [*right.items()]))
        item = next(iter(right.values()))
        yield {5: item}, "[5]"
        key = next(iter(right))
        for wrong, path in [(None, ""), *wrong_values(arguments[1], item)]:
            yield {key: wrong}, f"[{key!r}]{path}"
    elif issubclass(type_, Model):
        yield from ((each, "") for each in ("text", [], 5, [right]))
    else:
        yield from ((each, "") for each in WRONG_SCALARS[type_])


WRONG_SCALARS: Mapping[type, list[object]] = {
    str: [5, b"text", True, ["text"], {"S": "text"}],
    int: ["5", 1.5, 5.0, True, Decimal(5)],
    float: [
        "1.5",
        True,
        float("nan"),
        float("inf"),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("1e400"),
        10**400,
    ],
    bool: ["true", 1, 0],
    bytes: ["From: me", "RnJvbTogbWU", "RnJv\nbTog", "é", 5, [1]],
    datetime: [
        "soon",
        "2026-12-01",
        "2026-12-01T09:00:00",
        "2026-02-30T09:00:00Z",
        "2026-12-01T09:00:00+24:00",
        datetime(2026, 12, 1),
        True,
        1e20,
        float("nan"),
        [],
    ],
}


@each_request
def test_all_mistakes_at_every_depth_are_named_at_once(
    cls: type[Model], refused: list[str]
) -> None:
    right = filled(cls)
    expected: list[str] = []
    wrong = misspelt(right, cls, cls.__name__, expected)
    found = problems_of(wrong, cls, strict=True)
    assert sorted(found) == sorted(expected)
    assert all(" did you mean " in reason for reason in found.values())
    refused.extend(expected)


def misspelt(value: Any, type_: Any, path: str, paths: list[str]) -> Any:
    """A value with the members misspelt that hold no others."""
    if get_origin(type_) is list:
        (item,) = get_args(type_)
        return [misspelt(each, item, f"{path}[{at}]", paths) for at, each in enumerate(value)]
    if get_origin(type_) is dict:
        _, item = get_args(type_)
        return {k: misspelt(v, item, f"{path}[{k!r}]", paths) for k, v in value.items()}
    if not issubclass_of_model(type_):
        return value
    made: dict[str, Any] = {}
    for member in members(type_):
        name = member.wire_name
        before = len(paths)
        inner = misspelt(value[name], member.type, f"{path}.{name}", paths)
        if len(paths) == before:
            name = f"{name}_"
            paths.append(f"{path}.{name}")
        made[name] = inner
    return made


def issubclass_of_model(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, Model)


def test_a_mistake_made_many_times_is_named_each_time() -> None:
    wrong = {"Addresses": {"+1": {"ChannelTyp": "SMS"}}, "MessageConfiguraton": {}, 5: "five"}
    assert problems_of(wrong, MessageRequest) == {
        "MessageRequest.MessageConfiguraton": "unknown member; did you mean MessageConfiguration?",
        "MessageRequest[5]": "unknown member; expected a str, got int",
        "MessageRequest.Addresses['+1'].ChannelTyp": "unknown member; did you mean ChannelType?",
    }


def test_a_member_that_is_like_none_is_answered_with_all_that_there_are() -> None:
    assert problems_of({"Name": "x", "Colour": "red"}, CreateApplicationRequest) == {
        "CreateApplicationRequest.Colour": "unknown member; CreateApplicationRequest has Name, tags"
    }


@pytest.mark.parametrize(
    ("data", "path", "reason"),
    [
        (
            {"Addresses": {}, "GCMMessage": {}, "MessageConfiguration": {}},
            "MessageRequest.GCMMessage",
            "it belongs in MessageRequest.MessageConfiguration",
        ),
        (
            {"MessageConfiguration": {"Addresses": {}}},
            "MessageRequest.MessageConfiguration.Addresses",
            "it belongs in MessageRequest",
        ),
        (
            {"MessageConfiguration": {}, "BodyOverride": "x"},
            "MessageRequest.BodyOverride",
            "it belongs in MessageRequest.Addresses[…] or MessageRequest.Endpoints[…]",
        ),
    ],
)
def test_a_member_at_the_wrong_level_is_told_where_it_belongs(
    data: Any, path: str, reason: str
) -> None:
    assert problems_of(data, MessageRequest) == {path: f"unknown member; {reason}"}


# Wrappers


@each_request
def test_a_request_is_read_as_boto3_and_the_cli_take_it(cls: type[Model]) -> None:
    data = filled(cls)
    for operation in OPERATIONS_WITH_BODY:
        if body_key(operation) == cls.__name__:
            given = {**fill(input_of(operation)), cls.__name__: data}
            assert structure(given, cls, strict=True) == structure(data, cls, strict=True)
            text = json.dumps(given, default=to_text)
            assert from_json(text, cls, strict=True) == structure(data, cls, strict=True)
            assert not {*given} & {each.wire_name for each in members(cls)}


def to_text(value: Any) -> str:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value.isoformat()


@pytest.mark.parametrize(
    "data",
    [
        {"CampaignRequest": {"Name": "x"}},
        {"CampaignResponse": {}, "ResponseMetadata": {}},
        {"ApplicationId": "a", "write_campaign_request": {}},
        {"body": {"Name": "x"}},
        {"RawEmail": {}},
    ],
)
def test_a_wrong_wrapper_is_named(data: dict[str, Any]) -> None:
    expected = "wrong wrapper; expected WriteCampaignRequest, or its members unwrapped"
    (name,) = {*data} - {"ApplicationId", "ResponseMetadata"}
    assert problems_of(data, WriteCampaignRequest) == {name: expected}


def test_a_member_is_not_taken_for_a_wrapper() -> None:
    assert problems_of({"GCMMessage": {"Body": "x"}}, MessageRequest) == {
        "MessageRequest.GCMMessage": "unknown member; it belongs in "
        "MessageRequest.MessageConfiguration",
        "MessageRequest.MessageConfiguration": "missing, but required",
    }
    with_another: Any = {"Name": "x", "CampaignHook": {}}
    assert [*problems_of(with_another, WriteCampaignRequest)] == [
        "WriteCampaignRequest.CampaignHook"
    ]


def test_what_stands_beside_a_wrapper_but_belongs_into_it_is_named() -> None:
    data = {"WriteCampaignRequest": {}, "Name": "x", "Hooc": {"Mode": "FILTER"}, "CampaignId": "c"}
    assert [*problems_of(data, WriteCampaignRequest)] == ["Name", "Hooc"]


@pytest.mark.parametrize("inside", [None, "text", [], 5])
def test_a_wrapper_around_what_is_not_a_dict_is_refused(inside: object) -> None:
    found = problems_of({"WriteCampaignRequest": inside}, WriteCampaignRequest)
    kind = "None" if inside is None else type(inside).__name__
    assert found == {"WriteCampaignRequest": f"expected dict, got {kind}"}


# What is taken


FORMS: Mapping[type, list[object]] = {
    bytes: [b"\xff", bytearray(b"\xff"), "/w==", ""],
    float: [1, 1.5, Decimal("1.5")],
    datetime: [
        "2026-12-01T09:00Z",
        "2026-12-01T09:00:00Z",
        "2026-12-01 09:00:00.123456789-05:30",
        1796115600,
        1796115600.5,
        datetime(2026, 12, 1, tzinfo=timezone.utc),
    ],
}


HOLDERS: Mapping[type, tuple[str, type[Model]]] = {
    bytes: ("Data", RawEmail),
    float: ("Latitude", models.GPSCoordinates),
    datetime: ("StartTime", JourneySchedule),
}


@pytest.mark.parametrize(
    ("type_", "value"), [(type_, value) for type_, values in FORMS.items() for value in values]
)
def test_each_form_that_boto3_or_json_has_of_a_value_is_taken(type_: Any, value: Any) -> None:
    name, cls = HOLDERS[type_]
    data = {**filled(cls), name: value}
    read: Model = structure(data, cls, strict=True)
    check_cls: Any = cls
    assert not check(check_cls)(read)
    assert read == structure(data, cls, strict=False)
    assert not ParamValidator().validate(data, shape_of(cls)).has_errors()


def test_tuples_and_mappings_of_every_kind_are_taken() -> None:
    sms = MappingProxyType({"Substitutions": MappingProxyType({"name": ("Ada", "Bob")})})
    assert structure(sms, SMSMessage) == SMSMessage(substitutions={"name": ["Ada", "Bob"]})


@pytest.mark.parametrize("name", ["SegmentDimensions", "segmentDimensions"])
def test_a_member_is_taken_by_the_name_of_boto3_and_by_that_of_json(name: str) -> None:
    read = structure({name: {}}, SimpleCondition, strict=True)
    assert read == SimpleCondition(segment_dimensions=SegmentDimensions())
    wrong: Any = {name: {"Behaviour": {}}}
    assert [*problems_of(wrong, SimpleCondition, strict=True)] == [
        f"SimpleCondition.{name}.Behaviour"
    ]


def test_a_duplicate_member_is_refused() -> None:
    twice: Any = {"SegmentDimensions": {}, "segmentDimensions": {}}
    assert problems_of(twice, SimpleCondition, strict=True) == {
        "SimpleCondition.segmentDimensions": "duplicate of SegmentDimensions"
    }
    with pytest.raises(ValueError, match="the JSON has the name '\\+1' twice in one object"):
        from_json('{"Addresses": {"+1": {}, "+2": {}, "+1": {}}}', MessageRequest)
    assert from_json('{"Daily": 1, "Daily": 2}', CampaignLimits) == CampaignLimits(daily=2)


def property_test(test: Callable[[type[Model], st.DataObject], None]) -> Callable[..., None]:
    """Run a test with random data."""
    limits = settings(
        max_examples=10,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    return limits(given(data=st.data())(test))


@pytest.mark.no_cover
@each_model
@property_test
def test_what_was_written_is_read_strictly_as_it_was(cls: type[Model], data: st.DataObject) -> None:
    model = data.draw(instances(cls))
    assert structure(unstructure(model), cls, strict=True) == model
    assert structure({cls.__name__: unstructure(model)}, cls, strict=True) == model
    assert from_json(to_json(model), cls, strict=True) == model


@each_class
@property_test
def test_what_a_strict_read_takes_passes_the_check_of_requests_and_is_kept_whole(
    cls: Any, data: st.DataObject
) -> None:
    body = changed(data.draw(answers(cls)), data)
    with contextlib.suppress(ValidationError):
        model = structure({cls.__name__: body}, cls, strict=True)
        assert not check(cls)(model)
        assert names_in(unstructure(model)) == names_in(body)


def test_a_moment_in_an_odd_zone_survives_json() -> None:
    zone = timezone(timedelta(minutes=53, seconds=28))
    schedule = JourneySchedule(start_time=datetime(1880, 1, 1, 0, 0, 0, 5, tzinfo=zone))
    assert from_json(to_json(schedule), JourneySchedule, strict=True) == schedule


OTHER_FORMS = st.sampled_from([form for forms in FORMS.values() for form in forms])


def changed(value: Any, data: st.DataObject) -> Any:
    """A value with one that is inside of it, or itself, replaced."""
    match value:
        case {} if value and data.draw(st.integers(0, 5)):
            key = data.draw(st.sampled_from([*value]))
            return {**value, key: changed(value[key], data)}
        case [*_] if value and data.draw(st.integers(0, 5)):
            first, *others = value
            return data.draw(st.sampled_from([list, tuple]))([changed(first, data), *others])
        case _:
            return data.draw(JUNK | OTHER_FORMS)


def names_in(value: Any) -> Any:
    """A value with nothing in it but the names and the lengths; None is as if left out."""
    match value:
        case {}:
            return {key: names_in(item) for key, item in value.items() if item is not None}
        case [*_]:
            return [names_in(item) for item in value]
        case _:
            return "value"


# Secrets


@pytest.mark.parametrize("wrong", [[SECRET], {SECRET: 1}, 8675309, SECRET.encode()])
def test_no_secret_is_shown(wrong: object) -> None:
    data = {"ApiKey": wrong, "api_key": SECRET, "ServiceJso": SECRET, "Enabled": "yes"}
    found = problems_of(data, GCMChannelRequest)
    assert [*found] == [
        "GCMChannelRequest.api_key",
        "GCMChannelRequest.ServiceJso",
        "GCMChannelRequest.ApiKey",
        "GCMChannelRequest.Enabled",
    ]
    assert SECRET not in str(found)
    assert "8675309" not in str(found)
    assert SECRET not in str(problems_of({"GCMChannelRequest": SECRET}, GCMChannelRequest))


# Depth


def test_a_dict_that_is_nested_too_deeply_is_refused_as_any_other() -> None:
    with pytest.raises(ValidationError) as caught:
        structure({"Name": deep_list(), "Colour": deep_list()}, CreateApplicationRequest)
    assert [each.path for each in caught.value.problems] == [
        "CreateApplicationRequest.Colour",
        "CreateApplicationRequest.Name",
    ]


def deep_list() -> Any:
    value: list[Any] = []
    for _ in range(100_000):
        value = [value]
    return value


def test_no_shape_holds_itself_so_only_values_can_be_nested_deeply() -> None:
    for cls in model_classes():
        structure(filled(cls), cls)
