"""Which answer of Amazon Pinpoint a document is, and whether it holds what such an answer does.

Answers come as boto3 and the AWS CLI give them, ``{"CampaignResponse": {...}}``, or as the REST API
does, without the member around. The shapes are those of botocore's model.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any, cast

from attrs import Factory, define, frozen
from botocore.model import (
    ListShape,
    MapShape,
    ServiceModel,
    Shape,
    StringShape,
    StructureShape,
)

from pinpoint_sdk.local.operations.channels import CHANNEL_KINDS
from pinpoint_sdk.local.operations.templates import TEMPLATES
from pinpoint_sdk.local.populate.places import Place, Refused, collecting
from pinpoint_sdk.local.populate.report import LeftOut
from pinpoint_sdk.local.protocol.bodies import parse_document
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.service_model import operations, service_model, shared_loader
from pinpoint_sdk.local.protocol.types import JSON


@frozen
class Answer:
    """One resource of an answer, by the name of its shape, and where it was."""

    shape: str
    document: JSON
    place: Place


def _outputs(form: str, kinds: Mapping[str, str]) -> dict[str, str]:
    """The name of the output shape of an operation of each kind, and what the kind stands for."""
    names = {each.name: each.output.name for each in operations() if each.output is not None}
    return {names[form.format(kind)]: meaning for kind, meaning in kinds.items()}


PLATFORMS: Mapping[str, str] = _outputs(
    "Get{}Channel", {each.name: each.platform for each in CHANNEL_KINDS}
)
"""The Platform of a channel, by the shape of its answer."""

TEMPLATE_TYPES: Mapping[str, str] = _outputs(
    "Get{}Template", {each.name: each.type for each in TEMPLATES}
)
"""The TemplateType of a template, by the shape of its answer."""

KINDS: Mapping[str, str] = {
    "ApplicationResponse": "projects",
    "ApplicationSettingsResource": "settings",
    **dict.fromkeys(PLATFORMS, "channels"),
    "EventStream": "event streams",
    "EndpointResponse": "endpoints",
    "SegmentResponse": "segments",
    "CampaignResponse": "campaigns",
    "ActivityResponse": "campaign activities",
    "JourneyResponse": "journeys",
    "ImportJobResponse": "jobs",
    "ExportJobResponse": "jobs",
    **dict.fromkeys(TEMPLATE_TYPES, "templates"),
    "TemplateResponse": "template listings",
    "TemplateVersionResponse": "template listings",
    "RecommenderConfigurationResponse": "recommenders",
    "TagsModel": "tags",
}
"""What is loaded: the kind of thing by the shape of its document."""

_METRICS = "metrics cannot be restored: they are counted from what is sent here"
_NOTHING_KEPT = "it tells of a request, and holds nothing that the service keeps"
WHY_LEFT_OUT: Mapping[str, str] = {
    "ApplicationDateRangeKpiResponse": _METRICS,
    "CampaignDateRangeKpiResponse": _METRICS,
    "JourneyDateRangeKpiResponse": _METRICS,
    "JourneyExecutionActivityMetricsResponse": _METRICS,
    "JourneyExecutionMetricsResponse": _METRICS,
    "JourneyRunExecutionActivityMetricsResponse": _METRICS,
    "JourneyRunExecutionMetricsResponse": _METRICS,
    "JourneyRunResponse": "a run does not say of which journey it is, nor who took part",
    "InAppMessagesResponse": "in-app messages come from the campaigns that show them",
}

_MARKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("EventStream", ("DestinationStreamArn",)),
    ("RecommenderConfigurationResponse", ("RecommendationProviderUri",)),
    ("SegmentResponse", ("SegmentType",)),
    ("CampaignResponse", ("Id", "SegmentId")),
    ("ActivityResponse", ("Id", "CampaignId")),
    ("JourneyResponse", ("StartCondition",)),
    ("JourneyResponse", ("Activities",)),
    ("JourneyResponse", ("Name", "State")),
    ("EndpointResponse", ("EndpointStatus",)),
    ("EndpointResponse", ("EffectiveDate",)),
    ("EndpointResponse", ("ChannelType",)),
    ("EndpointResponse", ("CohortId",)),
    ("EndpointResponse", ("Address",)),
    ("EndpointResponse", ("Id", "User")),
    ("ApplicationSettingsResource", ("CampaignHook",)),
    ("ApplicationSettingsResource", ("ApplicationId", "Limits")),
    ("ApplicationSettingsResource", ("ApplicationId", "QuietTime")),
    ("ApplicationResponse", ("Arn", "Name")),
)
"""What tells the documents of the REST API: the first shape of whose members all are there."""

_ACCEPTED = (
    "an answer of Amazon Pinpoint, as boto3, the AWS CLI or the REST API gives it, or endpoints"
    " as an export job writes them"
)
_BESIDE = frozenset({"ResponseMetadata", "ResourceArn"})

_MAY_LACK = frozenset(
    {
        "ApplicationId",  # the Create answers of jobs; the place of the document tells it
        "Arn",
        "CreationDate",
        "Credential",
        "FilterType",
        "LastModifiedDate",
        "Platform",
        "TemplateType",
        "Type",
    }
)
"""Members that the model requires, and that have a default or can be known without."""


@define
class Answers:
    """Sorts documents into what is to be loaded, what is left out, and what is refused."""

    found: list[Answer] = Factory(list[Answer])
    left_out: list[LeftOut] = Factory(list[LeftOut])
    problems: list[str] = Factory(list[str])

    def add(self, value: object, place: Place) -> None:
        """Take what is in a document: an answer, several by their names, or a list of them."""
        try:
            self._add(value, place)
        except RecursionError:
            self.problems.append(str(place.refusal("it is nested too deeply")))

    def _add(self, value: object, place: Place) -> None:
        if isinstance(value, list):
            for index, item in enumerate(cast("list[object]", value)):
                self._add(item, place.at(index))
            return
        with collecting(self.problems):
            document = _an_object(value, place)
            wrapped = document.keys() & _output_names()
            if wrapped:
                self._unwrap(document, wrapped, place)
            else:
                self._bare(document, place)

    def _unwrap(self, document: JSON, wrapped: set[str], place: Place) -> None:
        if unknown := sorted(document.keys() - wrapped - _BESIDE):
            raise place.refusal(f"expected {_ACCEPTED}, got {_names(unknown)} beside an answer")
        for name in sorted(wrapped):
            inner = _an_object(document[name], place.at(name))
            if "ResourceArn" in document and name == "TagsModel":
                inner = {**inner, "ResourceArn": document["ResourceArn"]}
            self._take(name, inner, place.at(name))

    def _bare(self, document: JSON, place: Place) -> None:
        """A document of the REST API; the items of a listing are of one of the kinds as well."""
        if isinstance(document.get("Item"), list):
            self._note_missing_pages(document, place)
            self._add(document["Item"], place.at("Item"))
        else:
            shape = _told_by_marks(document) or _told_by_members(document)
            if shape is None:
                held = _names(sorted(document)) if document else "an empty object"
                raise place.refusal(
                    f"expected {_ACCEPTED}, got {held}; remove it, or put it into the member that"
                    ' boto3 has around it, {"CampaignResponse": ...}'
                )
            self._take(shape, document, place)

    def _take(self, name: str, document: JSON, place: Place) -> None:
        """Take a document of a known shape: the items of a listing, or one resource."""
        items = _item_shape(name)
        if items is not None and items not in KINDS:
            self._leave_out(items, place)
        elif items is not None:
            self._note_missing_pages(document, place)
            listed = document.get("Item")
            if not isinstance(listed, list):
                raise place.refusal("Item is required, an array")
            for index, item in enumerate(cast("list[object]", listed)):
                self._try(items, item, place.at("Item", index))
        elif name == "ChannelsResponse":
            channels = _an_object(document.get("Channels"), place.at("Channels"))
            for platform, item in channels.items():
                self._add_channel(platform, item, place.at("Channels", f"[{platform!r}]"))
        else:
            self._try(name, document, place)

    def _try(self, name: str, value: object, place: Place) -> None:
        with collecting(self.problems):
            if name in KINDS:
                self.found.append(Answer(name, read_answer(value, name, place), place))
            else:
                self._leave_out(name, place)

    def _leave_out(self, name: str, place: Place) -> None:
        why = WHY_LEFT_OUT.get(name, _NOTHING_KEPT)
        self.left_out.append(LeftOut(place.document, name, why))

    def _add_channel(self, platform: str, value: object, place: Place) -> None:
        """A channel of GetChannels, which has not all that the channel's own answer has."""
        if platform in PLATFORMS.values():
            channel = {**_an_object(value, place), "Platform": platform}
            name = next(shape for shape, each in PLATFORMS.items() if each == platform)
            self._try(name, channel, place)
        else:
            why = f"only {', '.join(PLATFORMS.values())} have settings"
            self.left_out.append(LeftOut(str(place), f"the channel {platform}", why))

    def _note_missing_pages(self, document: JSON, place: Place) -> None:
        if document.get("NextToken"):
            why = "the listing has more pages after this one; have them all saved and given"
            self.left_out.append(LeftOut(str(place), "NextToken", why))


def read_answer(value: object, name: str, place: Place) -> JSON:
    """The document of a shape as the service keeps it, with the names of the REST API.

    Members that the shape does not have are left out, and so are null and empty enums.

    Raises:
        Refused: A member has the wrong type or is not a value of its enum, or is missing and has
            no default.
    """
    shape = _shapes()[name]
    try:
        document = parse_document(_wire(value, shape), shape, place.path)
    except BadRequest as refusal:
        raise Refused(f"{place.document}: {refusal.message}") from refusal
    if name == "TagsModel" and isinstance(value, dict) and "ResourceArn" in value:
        return {**document, "ResourceArn": cast("JSON", value)["ResourceArn"]}
    return document


def _wire(value: object, shape: Shape) -> object:
    if isinstance(shape, StructureShape) and isinstance(value, dict):
        members = _members(shape)
        return {
            members[name][0]: _wire(item, members[name][1])
            for name, item in cast("JSON", value).items()
            if name in members and not _is_absent(item, members[name][1])
        }
    if isinstance(shape, ListShape) and isinstance(value, list):
        return [_wire(item, shape.member) for item in cast("list[object]", value)]
    if isinstance(shape, MapShape) and isinstance(value, dict):
        return {key: _wire(item, shape.value) for key, item in cast("JSON", value).items()}
    return value


def _is_absent(item: object, shape: Shape) -> bool:
    return item is None or (item == "" and isinstance(shape, StringShape) and bool(shape.enum))


@cache
def _members(shape: StructureShape) -> Mapping[str, tuple[str, Shape]]:
    """The members by their names in boto3 and in the REST API: the latter, and the shape."""
    members: dict[str, tuple[str, Shape]] = {}
    for name, member in shape.members.items():
        wire = str(member.serialization.get("name", name))
        members[name] = members[wire] = wire, member
    return members


@cache
def _shapes() -> Mapping[str, StructureShape]:
    """The shapes of answers, and of the items of listings, with what documented ones may lack."""
    description = deepcopy(
        cast("dict[str, Any]", shared_loader().load_service_model("pinpoint", "service-2"))
    )
    for shape in description["shapes"].values():
        if "required" in shape:
            shape["required"] = [each for each in shape["required"] if each not in _MAY_LACK]
    model = ServiceModel(description, "pinpoint")
    found: dict[str, StructureShape] = {}
    for name in (*_output_names(), *KINDS, *filter(None, map(_item_shape, _output_names()))):
        shape = model.shape_for(name)
        assert isinstance(shape, StructureShape)
        found[name] = shape
    return found


@cache
def _output_names() -> frozenset[str]:
    """The members that boto3 has around answers, which are also the names of their shapes."""
    return frozenset(each.output.name for each in operations() if each.output is not None)


@cache
def _item_shape(name: str) -> str | None:
    """The shape of the items of a listing."""
    shape = service_model().shape_for(name)
    items = shape.members.get("Item") if isinstance(shape, StructureShape) else None
    return items.member.name if isinstance(items, ListShape) else None


def _told_by_marks(document: JSON) -> str | None:
    if {"TemplateName", "TemplateType"} <= document.keys():
        return _template_shape(document)
    if "Platform" in document:
        return _key_of(PLATFORMS, document["Platform"])
    if {"JobStatus", "Definition"} <= document.keys():
        return "ExportJobResponse" if document.get("Type") == "EXPORT" else "ImportJobResponse"
    if document.keys() in ({"tags"}, {"tags", "ResourceArn"}):
        return "TagsModel"
    return next((name for name, marks in _MARKS if document.keys() >= {*marks}), None)


def _template_shape(document: JSON) -> str | None:
    """The shape of a template; one without content is an item of a listing."""
    name = _key_of(TEMPLATE_TYPES, document["TemplateType"])
    listed = _shapes()["TemplateResponse"].members
    if name is None or not document.keys() <= listed.keys():
        return name
    return "TemplateResponse" if "Arn" in document else "TemplateVersionResponse"


def _told_by_members(document: JSON) -> str | None:
    """Another shape that has every member of the document."""
    if not document:
        return None
    shapes = _shapes()
    return next(
        (
            name
            for name in sorted(shapes.keys() - KINDS.keys())
            if document.keys() <= shapes[name].members.keys()
        ),
        None,
    )


def _key_of(table: Mapping[str, str], value: object) -> str | None:
    return next((key for key, each in table.items() if each == value), None)


def _an_object(value: object, place: Place) -> JSON:
    if not isinstance(value, dict):
        noun = "nothing" if value is None else type(value).__name__
        raise place.refusal(f"expected {_ACCEPTED}, got {noun}")
    return cast("JSON", value)


def _names(names: list[str]) -> str:
    shown = ", ".join(names[:8])
    return f"{shown}, and {len(names) - 8} more" if len(names) > 8 else shown
