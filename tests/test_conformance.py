"""The client and the models are what botocore's model says, and the walk notices if not."""

from __future__ import annotations

import functools
import importlib
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, Any, Literal

import attrs
import pytest
from botocore import xform_name
from botocore.model import ServiceModel, StructureShape

import pinpoint_sdk
from pinpoint_sdk import PinpointClient, models
from pinpoint_sdk._lazy import lazy_names
from pinpoint_sdk.clients.apps import AppsClient
from pinpoint_sdk.models.base import Model, Response, Wire, secret
from tests.support import figures
from tests.support.conformance import (
    class_name,
    client_differences,
    count,
    differences,
    enum_differences,
    operations_of,
    reachable_shapes,
    request_classes,
    returned_classes,
    structure_differences,
)
from tests.support.docstrings import Documented, aws_runs, documented, runs
from tests.support.imports import type_checking_imports
from tests.support.operations import OPERATIONS
from tests.support.service_model import service_description, service_model

PACKAGE = Path(pinpoint_sdk.__file__).parent
OURS = {
    "DeliveryOutcome",
    "DeliveryReport",
    "EventOutcome",
    "EventReport",
    "Model",
    "Response",
    "ResponseMetadata",
}
"""The public names of ``pinpoint_sdk.models`` that are no shape of AWS."""


def test_the_client_and_the_models_are_what_aws_says() -> None:
    model = service_model()
    assert [*differences(model, models, PinpointClient, OPERATIONS)] == []

    operations = operations_of(model, PinpointClient)
    structures, enums, members = count(reachable_shapes(operations))
    assert (len(operations), structures, enums) == (122, 209, 28)
    figures.record(
        "conformance to botocore's model",
        f"{len(operations)} operations, {structures} structures, {enums} enums, "
        f"{members} members compared, 0 differences",
    )


PUBLIC = lazy_names("pinpoint_sdk.models")


def test_there_is_no_model_that_no_operation_needs() -> None:
    shapes = reachable_shapes(operations_of(service_model(), PinpointClient)).values()
    assert {*PUBLIC} - OURS == {class_name(shape) for shape in shapes}


# The walk sees every kind of difference. First AWS's model is changed under it: at each path
# something is put in place, or nothing with None.

STRING, INTEGER = {"shape": "__string"}, {"shape": "__integer"}
DAILY = "shapes/CampaignLimits/members/Daily"
GET_APPS = "shapes/GetAppsRequest/members"

CHANGES_OF_AWS: dict[str, tuple[dict[str, Any], set[str]]] = {
    "a member more": (
        {"shapes/CampaignLimits/members/Weekly": INTEGER},
        {"CampaignLimits.weekly: missing"},
    ),
    "a member less": ({DAILY: None}, {"CampaignLimits.daily: AWS has no such member"}),
    "a member's wire name": (
        {DAILY: None, "shapes/CampaignLimits/members/DAILY": INTEGER},
        {"CampaignLimits.daily: wire name Daily, not DAILY"},
    ),
    "a member's name": (
        {DAILY: None, "shapes/CampaignLimits/members/ADay": INTEGER},
        {"CampaignLimits.a_day: missing", "CampaignLimits.daily: AWS has no such member"},
    ),
    "str for int": (
        {f"{DAILY}/shape": "__string"},
        {"CampaignLimits.daily: int | None, not str | None"},
    ),
    "bool for int": (
        {f"{DAILY}/shape": "__boolean"},
        {"CampaignLimits.daily: int | None, not bool | None"},
    ),
    "float for int": (
        {f"{DAILY}/shape": "__double"},
        {"CampaignLimits.daily: int | None, not float | None"},
    ),
    "int for float": (
        {"shapes/GPSCoordinates/members/Latitude/shape": "__integer"},
        {"GPSCoordinates.latitude: float, not int"},
    ),
    "str for bytes": (
        {"shapes/RawEmail/members/Data/shape": "__string"},
        {"RawEmail.data: bytes | None, not str | None"},
    ),
    "datetime for str": (
        {"shapes/Schedule/members/EndTime/shape": "__timestampIso8601"},
        {"Schedule.end_time: str | None, not datetime | None"},
    ),
    "dict for list": (
        {"shapes/AttributeDimension/members/Values/shape": "MapOf__string"},
        {"AttributeDimension.values: list[str], not dict[str, str]"},
    ),
    "the items of a list": (
        {"shapes/EndpointBatchRequest/members/Item/shape": "ListOfSegmentGroup"},
        {"EndpointBatchRequest.item: list[EndpointBatchItem], not list[SegmentGroup]"},
    ),
    "another class": (
        {"shapes/Schedule/members/QuietTime/shape": "CampaignHook"},
        {"Schedule.quiet_time: QuietTime | None, not CampaignHook | None"},
    ),
    "another enum of the same values": (
        {"shapes/SegmentGroup/members/SourceType/shape": "Include"},
        {"SegmentGroup.source_type: not spelled Include"},
    ),
    "str for an enum": (
        {"shapes/RecencyDimension/members/RecencyType/shape": "__string"},
        {"RecencyDimension.recency_type: Literal['ACTIVE', 'INACTIVE'], not str"},
    ),
    "a member required": (
        {"shapes/QuietTime/required": ["Start"]},
        {
            "QuietTime.start: str | None, not str",
            "QuietTime.start: None by default, not required",
        },
    ),
    "a member no longer required": (
        {"shapes/AttributeDimension/required": []},
        {
            "AttributeDimension.values: list[str], not list[str] | None",
            "AttributeDimension.values: required, not None by default",
        },
    ),
    "an enum value more": (
        {"shapes/Mode/enum": ["DELIVERY", "FILTER", "TEST"]},
        {"Mode: DELIVERY, FILTER, not DELIVERY, FILTER, TEST"},
    ),
    "an enum value less": (
        {"shapes/Mode/enum": ["DELIVERY"]},
        {"Mode: DELIVERY, FILTER, not DELIVERY"},
    ),
    "the order of enum values": (
        {"shapes/Mode/enum": ["FILTER", "DELIVERY"]},
        {"Mode: DELIVERY, FILTER, not FILTER, DELIVERY"},
    ),
    "a structure more": (
        {
            "shapes/Budget": {"type": "structure", "members": {}},
            "shapes/CampaignLimits/members/Budget": {"shape": "Budget"},
        },
        {"CampaignLimits.budget: missing", "Budget: no class"},
    ),
    "an enum more": (
        {
            "shapes/Pace": {"type": "string", "enum": ["SLOW", "FAST"]},
            "shapes/CampaignLimits/members/Pace": {"shape": "Pace"},
        },
        {"CampaignLimits.pace: missing", "Pace: no Literal alias"},
    ),
    "a response's class in a request": (
        {"shapes/CampaignHook/members/Page": {"shape": "SendUsersMessageResponse"}},
        {
            "CampaignHook.page: missing",
            (
                "SendUsersMessageResponse.result: dict[str, dict[str, EndpointMessageResult]], "
                "not dict[str, dict[str, EndpointMessageResult]] | None"
            ),
            "SendUsersMessageResponse.result: dict() by default, not None by default",
        },
    ),
    "a class inside others as a result": (
        {"shapes/GetChannelsResponse/members/ChannelsResponse/shape": "QuietTime"},
        {
            "PinpointClient.get_channels: returns ChannelsResponse, not QuietTime",
            "QuietTime: no subclass of Response",
        },
    ),
    "an operation less": (
        {"operations/DeleteApp": None},
        {"PinpointClient.delete_app: AWS has no such operation"},
    ),
    "a query key more": (
        {f"{GET_APPS}/Prefix": {**STRING, "location": "querystring", "locationName": "prefix"}},
        {
            "PinpointClient.get_apps: no parameter prefix",
            "PinpointClient.iter_apps: no parameter prefix",
        },
    ),
    "a query key required": (
        {"shapes/GetAppsRequest/required": ["Token"]},
        {
            (
                "PinpointClient.get_apps: keyword-only token: str | None = None, "
                "not keyword-only token: str"
            )
        },
    ),
    "a query key less": (
        {f"{GET_APPS}/Token": None},
        {"PinpointClient.get_apps: AWS has no parameter token"},
    ),
    "the type of a query key": (
        {f"{GET_APPS}/Token/shape": "__boolean"},
        {
            (
                "PinpointClient.get_apps: keyword-only token: str | None = None, "
                "not keyword-only token: bool | None = None"
            )
        },
    ),
    "the order in the path": (
        {"operations/GetSegment/http/requestUri": "/{segment-id}/{application-id}"},
        {
            (
                "PinpointClient.get_segment: takes application_id, segment_id, "
                "not segment_id, application_id"
            )
        },
    ),
    "a path key in the query": (
        {
            "operations/GetSegment/http/requestUri": "/{application-id}",
            "shapes/GetSegmentRequest/members/SegmentId/location": "querystring",
        },
        {
            (
                "PinpointClient.get_segment: positional or keyword segment_id: str, "
                "not keyword-only segment_id: str"
            )
        },
    ),
    "the class of a body": (
        {"shapes/CreateAppRequest/members/CreateApplicationRequest/shape": "CampaignHook"},
        {
            (
                "PinpointClient.create_app: positional or keyword create_application_request: "
                "CreateApplicationRequest, "
                "not positional or keyword create_application_request: CampaignHook"
            )
        },
    ),
    "the class of a result": (
        {"shapes/CreateAppResponse/members/ApplicationResponse/shape": "SegmentResponse"},
        {"PinpointClient.create_app: returns ApplicationResponse, not SegmentResponse"},
    ),
    "what is listed": (
        {"shapes/ListOfApplicationResponse/member/shape": "SegmentResponse"},
        {
            (
                "PinpointClient.iter_apps: returns Paginator[ApplicationResponse], "
                "not Paginator[SegmentResponse]"
            ),
            "ApplicationsResponse.item: list[ApplicationResponse], not list[SegmentResponse]",
        },
    ),
    "a listing that ends": (
        {"shapes/ApplicationsResponse/members/NextToken": None},
        {
            "PinpointClient.iter_apps: AWS has no such operation",
            "ApplicationsResponse.next_token: AWS has no such member",
        },
    ),
}


@pytest.mark.parametrize("change", CHANGES_OF_AWS)
def test_a_change_of_aws_is_named(change: str) -> None:
    edits, lines = CHANGES_OF_AWS[change]
    description = service_description()
    for path, value in edits.items():
        put(description, path.split("/"), value)
    found = {*differences(ServiceModel(description), models, PinpointClient, [])}
    assert found - without_a_change() == lines


@functools.cache
def without_a_change() -> set[str]:
    """None, or the first test of this file says which."""
    return {*differences(service_model(), models, PinpointClient, [])}


def put(inside: Any, path: list[str], value: Any) -> None:
    *way, last = path
    for name in way:
        inside = inside[name]
    if value is None:
        del inside[last]
    else:
        inside[last] = value


# Then the classes are changed.


def wrong(
    name: str, base: type = Model, /, *, kw_only: bool = True, **members: tuple[Any, Any]
) -> type:
    """A throw-away model; each member with its type and field."""
    annotations = {member: type_ for member, (type_, _) in members.items()}
    fields = {member: field for member, (_, field) in members.items()}
    cls = type(name, (base,), {"__annotations__": annotations, **fields})
    return attrs.define(cls, kw_only=kw_only)


def member(type_: Any, wire_name: str, default: Any = None, **options: Any) -> tuple[Any, Any]:
    """The type and the field of a member; a class as the default makes one."""
    annotated: Any = Annotated
    if isinstance(default, type):
        default = attrs.Factory(default)
    return annotated[type_, Wire(wire_name)], attrs.field(default=default, **options)


NO_DEFAULT = attrs.NOTHING
END = member(str | None, "End")
START = member(str | None, "Start")

CHANGES_OF_CLASSES: dict[str, tuple[type, set[str]]] = {
    "no model": (wrong("QuietTime", object, end=END, start=START), {"QuietTime: no class"}),
    "a model that no operation returns as a response": (
        wrong("QuietTime", Response, end=END, start=START),
        {"QuietTime: a subclass of Response"},
    ),
    "positional": (
        wrong("QuietTime", kw_only=False, end=END, start=START),
        {"QuietTime.end: not keyword-only", "QuietTime.start: not keyword-only"},
    ),
    "a member less": (wrong("QuietTime", end=END), {"QuietTime.start: missing"}),
    "a member more": (
        wrong("QuietTime", end=END, start=START, zone=member(str, "Zone", "")),
        {"QuietTime.zone: AWS has no such member"},
    ),
    "a member's name": (
        wrong("QuietTime", end=END, begin=START),
        {"QuietTime.begin: not named start"},
    ),
    "a wire name": (
        wrong("QuietTime", end=END, start=member(str | None, "start")),
        {"QuietTime.start: wire name start, not Start"},
    ),
    "no wire name": (
        wrong("QuietTime", end=END, start=(str | None, attrs.field(default=None))),
        {"QuietTime.start: no wire name"},
    ),
    "a type": (
        wrong("QuietTime", end=END, start=member(int | None, "Start")),
        {"QuietTime.start: int | None, not str | None"},
    ),
    "never None": (
        wrong("QuietTime", end=END, start=member(str, "Start")),
        {"QuietTime.start: str, not str | None"},
    ),
    "a default": (
        wrong("QuietTime", end=END, start=member(str | None, "Start", "")),
        {"QuietTime.start: '' by default, not None by default"},
    ),
    "required": (
        wrong("QuietTime", end=END, start=member(str | None, "Start", NO_DEFAULT)),
        {"QuietTime.start: required, not None by default"},
    ),
    "not required": (
        wrong(
            "ADMChannelRequest",
            client_id=member(str, "ClientId", ""),
            client_secret=member(str, "ClientSecret", NO_DEFAULT, repr=secret),
            enabled=member(bool | None, "Enabled"),
        ),
        {"ADMChannelRequest.client_id: '' by default, not required"},
    ),
    "a secret in the open": (
        wrong(
            "ADMChannelRequest",
            client_id=member(str, "ClientId", NO_DEFAULT),
            client_secret=member(str, "ClientSecret", NO_DEFAULT),
            enabled=member(bool | None, "Enabled"),
        ),
        {"ADMChannelRequest.client_secret: no secret"},
    ),
    "a secret that is none": (
        wrong("QuietTime", end=END, start=member(str | None, "Start", repr=secret)),
        {"QuietTime.start: a secret"},
    ),
    "a request's collection that cannot be left out": (
        wrong(
            "EndpointUser",
            user_attributes=member(dict[str, list[str]], "UserAttributes", dict),
            user_id=member(str | None, "UserId"),
        ),
        {
            "EndpointUser.user_attributes: dict[str, list[str]], not dict[str, list[str]] | None",
            "EndpointUser.user_attributes: dict() by default, not None by default",
        },
    ),
    "a response's collection that can be None": (
        wrong(
            "ApplicationsResponse",
            Response,
            item=member(list[models.ApplicationResponse] | None, "Item"),
            next_token=member(str | None, "NextToken"),
        ),
        {
            (
                "ApplicationsResponse.item: list[ApplicationResponse] | None, "
                "not list[ApplicationResponse]"
            ),
            "ApplicationsResponse.item: None by default, not list() by default",
        },
    ),
    "a result that is no response": (
        wrong(
            "ApplicationsResponse",
            item=member(list[models.ApplicationResponse], "Item", list),
            next_token=member(str | None, "NextToken"),
        ),
        {"ApplicationsResponse: no subclass of Response"},
    ),
}


@pytest.mark.parametrize("change", CHANGES_OF_CLASSES)
def test_a_change_of_a_class_is_named(change: str) -> None:
    cls, lines = CHANGES_OF_CLASSES[change]
    model = service_model()
    shape = model.shape_for(cls.__name__)
    assert isinstance(shape, StructureShape)
    found = structure_differences(
        shape,
        instead(**{cls.__name__: cls}),
        requested=shape.name in request_classes(model),
        returned=shape.name in returned_classes(model),
    )
    assert sorted(found) == sorted(lines)


@pytest.mark.parametrize(
    ("alias", "line"),
    [
        (Literal["DELIVERY"], "Mode: DELIVERY, not DELIVERY, FILTER"),
        (
            Literal["DELIVERY", "FILTER", "TEST"],
            "Mode: DELIVERY, FILTER, TEST, not DELIVERY, FILTER",
        ),
        (Literal["DELIVERY", "FILTERS"], "Mode: DELIVERY, FILTERS, not DELIVERY, FILTER"),
        (Literal["FILTER", "DELIVERY"], "Mode: FILTER, DELIVERY, not DELIVERY, FILTER"),
        (str, "Mode: no Literal alias"),
        (None, "Mode: no Literal alias"),
    ],
)
def test_a_change_of_an_enum_is_named(alias: object, line: str) -> None:
    shape = service_model().shape_for("Mode")
    assert [*enum_differences(shape, instead(Mode=alias))] == [line]


def instead(**changed: object) -> SimpleNamespace:
    """The models with some of them changed."""
    return SimpleNamespace(**{**{name: getattr(models, name) for name in PUBLIC}, **changed})


# Last the client's methods are changed.


class Wrong:
    """Methods that differ from the right ones, which are get_app(application_id) and so on."""

    def renamed(self, app: str) -> models.ApplicationResponse:
        raise NotImplementedError

    def retyped(self, application_id: int) -> models.ApplicationResponse:
        raise NotImplementedError

    def optional(self, application_id: str = "") -> models.ApplicationResponse:
        raise NotImplementedError

    def keyword(self, *, application_id: str) -> models.ApplicationResponse:
        raise NotImplementedError

    def more(self, application_id: str, version: str) -> models.ApplicationResponse:
        raise NotImplementedError

    def wrapped(self, application_id: str) -> dict[str, models.ApplicationResponse]:
        raise NotImplementedError

    def positional_page(
        self, page_size: int | None = None, *, token: str | None = None
    ) -> models.ApplicationsResponse:
        raise NotImplementedError

    def text_page(
        self, *, page_size: str | None = None, token: str | None = None
    ) -> models.ApplicationsResponse:
        raise NotImplementedError

    def listed(
        self,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> list[models.ApplicationResponse]:
        raise NotImplementedError


@pytest.mark.parametrize(
    ("name", "method", "lines"),
    [
        (
            "get_app",
            Wrong.renamed,
            {
                "Client.get_app: no parameter application_id",
                "Client.get_app: AWS has no parameter app",
            },
        ),
        (
            "get_app",
            Wrong.retyped,
            {
                (
                    "Client.get_app: positional or keyword application_id: int, "
                    "not positional or keyword application_id: str"
                )
            },
        ),
        (
            "get_app",
            Wrong.optional,
            {
                (
                    "Client.get_app: positional or keyword application_id: str = '', "
                    "not positional or keyword application_id: str"
                )
            },
        ),
        (
            "get_app",
            Wrong.keyword,
            {
                (
                    "Client.get_app: keyword-only application_id: str, "
                    "not positional or keyword application_id: str"
                )
            },
        ),
        ("get_app", Wrong.more, {"Client.get_app: AWS has no parameter version"}),
        (
            "get_app",
            Wrong.wrapped,
            {
                "Client.get_app: returns dict[str, ApplicationResponse], not ApplicationResponse",
            },
        ),
        (
            "get_apps",
            Wrong.positional_page,
            {
                (
                    "Client.get_apps: positional or keyword page_size: int | None = None, "
                    "not keyword-only page_size: int | None = None"
                ),
            },
        ),
        (
            "get_apps",
            Wrong.text_page,
            {
                (
                    "Client.get_apps: keyword-only page_size: str | None = None, "
                    "not keyword-only page_size: int | None = None"
                ),
            },
        ),
        (
            "iter_apps",
            Wrong.listed,
            {
                (
                    "Client.iter_apps: returns list[ApplicationResponse], "
                    "not Paginator[ApplicationResponse]"
                )
            },
        ),
        ("iter_apps", None, {"Client.iter_apps: missing"}),
        ("drop_app", Wrong.renamed, {"Client.drop_app: AWS has no such operation"}),
    ],
)
def test_a_change_of_a_method_is_named(name: str, method: object, lines: set[str]) -> None:
    methods = {each: getattr(AppsClient, each) for each in dir(AppsClient) if each[0] != "_"}
    methods[name] = method
    client = type("Client", (), {each: method for each, method in methods.items() if method})
    assert {*client_differences(service_model(), models, client)} == lines


def test_an_operation_without_a_method_is_named() -> None:
    found = {*differences(service_model(), models, AppsClient, OPERATIONS)}
    missing = [name for name in OPERATIONS if xform_name(name) not in dir(AppsClient)]
    assert found == {f"AppsClient.{xform_name(name)}: missing" for name in missing}
    assert len(missing) == 122 - 6


# What else the models owe to their readers.

MODEL_FILES = sorted((PACKAGE / "models").glob("*.py"))
SOURCE_FILES = sorted(PACKAGE.rglob("*.py"))


def public_documented() -> list[Documented]:
    """Every public model, its members, and every public alias."""
    return [
        each
        for path in MODEL_FILES
        for each in documented(path)
        if each.name.split(".")[0] in PUBLIC and "__" not in each.name
    ]


def test_every_model_every_member_and_every_alias_has_a_docstring() -> None:
    everything = public_documented()
    assert [str(each) for each in everything if not (each.text or "").strip()] == []
    named = {each.name for each in everything}
    for name in PUBLIC:
        cls = getattr(models, name)
        fields = attrs.fields_dict(cls) if attrs.has(cls) else {}
        assert {
            name,
            *(f"{name}.{each}" for each in fields if each != "response_metadata"),
        } <= named


def test_every_class_says_which_shape_of_aws_it_is() -> None:
    texts = {each.name: each.text or "" for each in public_documented()}
    shapes = {*PUBLIC} - OURS
    classes = [name for name in shapes if isinstance(getattr(models, name), type)]
    lost = [name for name in classes if not texts[name].endswith(f"AWS shape: ``{name}``.")]
    assert lost == []


def test_the_members_that_aws_dropped_say_so() -> None:
    texts = {each.name: each.text or "" for each in public_documented()}
    aws, ours = service_model(with_2017_members=False), service_model()
    dropped = [
        f"{name}.{xform_name(member)}"
        for name in aws.shape_names
        if isinstance(shape := ours.shape_for(name), StructureShape)
        for member in {*shape.members} - {*getattr(aws.shape_for(name), "members", {})}
    ]
    assert len(dropped) == 13
    assert {
        name
        for name, text in texts.items()
        if "2017-09-27 release; AWS no longer lists it" in " ".join(text.split())
    } == {*dropped}


def test_no_docstring_speaks_with_the_words_of_aws() -> None:
    theirs = aws_runs(service_model())
    borrowed = [
        f"{each}: {' '.join(run)}"
        for path in SOURCE_FILES
        for each in documented(path)
        for run in runs(each.text or "") & theirs
    ]
    assert borrowed == []


def test_the_words_of_aws_are_recognised() -> None:
    shape = service_model().shape_for("CampaignLimits")
    assert isinstance(shape, StructureShape)
    assert runs(shape.members["Daily"].documentation) <= aws_runs(service_model())
    assert runs(f"Mind: {shape.members['Daily'].documentation}") & aws_runs(service_model())


def test_a_missing_docstring_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(
        'class A:\n    """Text."""\n    x: int\n    """Text."""\n    y: int\nB: int = 1\n'
    )
    silent = [str(each) for each in documented(path) if each.text is None]
    assert silent == ["module.py:1", "module.py:5 A.y", "module.py:6 B"]


@pytest.mark.parametrize("package", ["pinpoint_sdk", "pinpoint_sdk.models"])
def test_what_loads_on_first_use_is_what_type_checkers_see(package: str) -> None:
    path = PACKAGE.parent / package.replace(".", "/") / "__init__.py"
    assert lazy_names(package) == {name: module for module, name in type_checking_imports(path)}
    assert importlib.import_module(package).__all__ == [*lazy_names(package)]


def test_every_model_and_enum_is_public() -> None:
    defined = {
        name
        for home in MODEL_FILES
        for name, value in vars(importlib.import_module(f"pinpoint_sdk.models.{home.stem}")).items()
        if getattr(value, "__module__", None) == f"pinpoint_sdk.models.{home.stem}"
        and isinstance(value, type)
    }
    assert defined - {*PUBLIC} == {"KpiPage", "Member", "Report", "Wire"}
