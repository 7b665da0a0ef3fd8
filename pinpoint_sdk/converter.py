"""The one cattrs converter between boto3's dicts and the models.

A hook is generated for each model at its first use, out of its members. Hooks read without the
checks of a constructor: an answer of AWS never breaks its reader, whatever it leaves out or adds.
"""

from __future__ import annotations

import base64
import binascii
import functools
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Any, Literal, TypeVar, cast, get_args, get_origin

from cattrs import Converter

from pinpoint_sdk.errors import Problem, ValidationError
from pinpoint_sdk.json_text import read_json
from pinpoint_sdk.misuse import require_class, require_dict, require_model, require_text
from pinpoint_sdk.models.base import (
    NO_METADATA,
    Member,
    Model,
    Response,
    ResponseMetadata,
    members,
)
from pinpoint_sdk.source import Source, is_model
from pinpoint_sdk.strict import is_strict, misfits, read_unique
from pinpoint_sdk.validation import check, is_dict, problems, problems_of_unwritable, refuse

__all__ = ["converter", "from_json", "response_metadata", "structure", "to_json", "unstructure"]

ModelT = TypeVar("ModelT", bound=Model)

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def structure(
    data: Mapping[str, object], cls: type[ModelT], *, strict: bool | None = None
) -> ModelT:
    """Make a model out of a boto3 dict.

    A request is read strictly: what would be lost or is missing is an error. So is a part that no
    answer has, such as ``SMSMessage``. An answer is read leniently, and so is a part that answers
    have too, such as ``CampaignLimits``: unknown members are ignored, unknown enum values pass
    untouched, and a required member that is missing takes the empty value of its type. Nothing in
    ``data`` is changed.

    Args:
        data: The shape as boto3 takes or returns it, with the wrapper that names it or without:
            ``client.get_campaign(...)`` or its ``["CampaignResponse"]``. Blobs may be bytes or
            Base64, timestamps ``datetime`` or ISO 8601, as in JSON that the AWS CLI prints. None
            stands for a member that is left out.
        cls: The model to make, for example ``CampaignResponse``.
        strict: True to read any shape strictly, False to read any leniently; by default as above.

    Returns:
        An instance of ``cls``, with the ``response_metadata`` that stands beside a wrapper.

    Raises:
        TypeError: ``data`` is not a mapping, or ``cls`` is not a model class.
        ValidationError: The dict of a strict read has unknown members, lacks required ones or has
            values of the wrong kind; every problem is named by its path in the dict.
    """
    require_class("structure", "data", data, cls)
    require_dict(data, cls)
    if is_strict(cls, strict):
        refuse(misfits(data, cls))
    wrapped = data.get(cls.__name__)
    obj = converter.structure(data if wrapped is None else wrapped, cls)
    if wrapped is not None and isinstance(obj, Response):
        obj.response_metadata = response_metadata(data)
    return obj


def from_json(document: str | bytes, cls: type[ModelT], *, strict: bool | None = None) -> ModelT:
    """Make a model out of JSON, such as the AWS CLI prints or ``to_json`` writes.

    Requests are read strictly, answers leniently, as ``structure`` reads them.

    Args:
        document: A JSON object: the shape, with the wrapper that names it or without.
        cls: The model to make, for example ``CampaignResponse``.
        strict: True to read any shape strictly, False to read any leniently; by default as above.

    Returns:
        An instance of ``cls``, read as ``structure`` reads a dict.

    Raises:
        TypeError: The document is not an object, or ``cls`` is not a model class.
        ValueError: The document is not JSON, or is nested too deeply, or in a strict read a name
            stands twice in one object.
        ValidationError: The document of a strict read does not fit the shape.
    """
    require_class("from_json", "document", document, cls)
    require_text(document, cls)
    strictly = is_strict(cls, strict)
    try:
        body = read_unique(document) if strictly else read_json(document)
    except RecursionError as error:
        raise ValueError("the JSON is nested too deeply to be read") from error
    if strictly or not is_dict(body) or cls.__name__ in body:
        return structure(body, cls, strict=strict)
    return structure_json(document, body, cls)


def to_json(obj: Model, *, indent: int | None = None) -> str:
    """Write a model as JSON that ``from_json`` reads, and so does the AWS CLI as its input.

    Args:
        obj: A request or response model.
        indent: Spaces a level; by default all on one line.

    Returns:
        A JSON object with AWS's names: Base64 for blobs, ISO 8601 for timestamps.

    Raises:
        TypeError: ``obj`` is not a model.
        ValidationError: A value is not of the declared type and cannot be written.
    """
    require_model("to_json", obj)
    data = unstructure(obj)
    try:
        return json.dumps(data, default=_json_value, indent=indent, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError) as error:
        if wrong := wrong_values(obj):
            raise ValidationError(wrong) from error
        raise


def _json_value(value: object) -> str:
    match value:
        case bytes() | bytearray():
            return base64.b64encode(value).decode()
        case datetime():
            return value.isoformat()
        case _:
            raise TypeError(f"{type(value).__name__} is not JSON serializable")


def unstructure(obj: Model) -> dict[str, object]:
    """Make a plain boto3 dict out of a model.

    Members that are ``None`` are left out; an explicit ``[]`` or ``{}`` is kept. Nothing in the
    result is shared with the model.

    Args:
        obj: A request or response model. It is not checked, but must hold what its types say.

    Returns:
        The dict that boto3 takes or returns for the shape: AWS's names, ``bytes`` for blobs,
        ``datetime`` for timestamps.

    Raises:
        TypeError: ``obj`` is not a model.
        ValidationError: A value is not of the declared type and cannot be written.
    """
    require_model("unstructure", obj)
    try:
        result: dict[str, object] = converter.unstructure(obj)
    except (AttributeError, RuntimeError, TypeError) as error:
        cls: Any = type(obj)
        found = problems_of_unwritable(cls.__name__, obj, check(cls))
        raise ValidationError(found) from error
    return result


def wrong_values(obj: Model) -> Sequence[Problem]:
    """What a model holds that is not of the declared types."""
    cls: Any = type(obj)
    return problems(cls.__name__, obj, check(cls))


def response_metadata(answer: Mapping[str, object]) -> ResponseMetadata:
    """What boto3 puts beside the body of an answer."""
    raw = as_dict(answer.get("ResponseMetadata"))
    return ResponseMetadata(
        request_id=raw.get("RequestId", ""),
        http_status_code=raw.get("HTTPStatusCode", 0),
        retry_attempts=raw.get("RetryAttempts", 0),
        http_headers=raw.get("HTTPHeaders", {}),
    )


def structure_hook(cls: type[ModelT]) -> Callable[[Any, Any], ModelT]:
    """Generate the function that reads JSON or a boto3 dict into ``cls``.

    It reads the models inside as well, without a call for each.
    """
    source = ReaderSource(f"{__name__} {cls.__qualname__}", **NAMES)
    with source.block("def hook(data, _):"):
        source.line(f"return {source.read(cls, 'data')}")
    hook: Callable[[Any, Any], ModelT] = source.function("hook")
    return hook


class ReaderSource(Source):
    """The source of a hook that reads. Values inside each other have names with a number behind."""

    def read(self, type_: Any, value: str, depth: int = 0) -> str:
        """Add lines that read ``value`` as ``type_``; an expression for what was read."""
        if is_model(type_):
            return self._read_model(type_, value, depth)
        if type_ is datetime:
            return f"as_datetime({value})"
        if type_ in READERS:
            reader = self.name(READERS[type_])
            return f"{value} if {value}.__class__ is {type_.__name__} else {reader}({value})"
        if get_origin(type_) is Literal:  # one text for all that have it
            known = self.name({name: name for name in get_args(type_)})
            return f"{known}.get({value}, {value}) if {value}.__class__ is str else {value}"
        if get_origin(type_) is list:
            return self._read_list(get_args(type_)[0], value, depth)
        if get_origin(type_) is dict:
            return self._read_dict(get_args(type_)[1], value, depth)
        return value

    def _read_model(self, cls: type[Model], value: str, depth: int) -> str:
        model, get = f"model{depth}", f"get{depth}"
        self.line(f"{get} = ({value} if {value}.__class__ is dict else as_dict({value})).get")
        self.line(f"{model} = {self.name(cls.__new__)}({self.name(cls)})")
        if issubclass(cls, Response):
            self.line(f"{model}.response_metadata = NO_METADATA")
        for member in members(cls):
            self._read_member(member, model, get, f"value{depth}", depth + 1)
        return model

    def _read_member(self, member: Member, model: str, get: str, value: str, depth: int) -> None:
        target = f"{model}.{member.name}"
        self.line(f"{value} = {get}({member.wire_name!r})")
        if member.json_name != member.wire_name:
            with self.block(f"if {value} is None:"):
                self.line(f"{value} = {get}({member.json_name!r})")
        if is_model(member.type) and member.required:
            with self.block(f"if {value} is None:"):
                self.line(f"{value} = {{}}")
            self.line(f"{target} = {self.read(member.type, value, depth)}")
            return
        never_none = member.required or member.never_none
        with self.block(f"if {value} is None:"):
            self.line(f"{target} = {self._empty(member.type) if never_none else None}")
        with self.block("else:"):
            read = self.read(member.type, value, depth)
            if member.required and member.type is datetime:
                read = f"{read} or EPOCH"
            self.line(f"{target} = {read}")

    def _empty(self, type_: Any) -> str:
        """What a required member that AWS left out reads as."""
        if type_ is datetime:
            return "EPOCH"
        if get_origin(type_) is Literal:
            return "''"
        return repr((get_origin(type_) or type_)())

    def _read_list(self, item: Any, value: str, depth: int) -> str:
        items = f"({value} if {value}.__class__ is list else as_list({value}))"
        if item is str:
            return f"[*{items}]"
        result, each = f"result{depth}", f"each{depth}"
        self.line(f"{result} = []")
        with self.block(f"for {each} in {items}:"):
            self.line(f"{result}.append({self._read_inside(item, each, depth)})")
        return result

    def _read_dict(self, item: Any, value: str, depth: int) -> str:
        items = f"({value} if {value}.__class__ is dict else as_dict({value}))"
        if item is str:
            return f"{{**{items}}}"
        result, key, each = f"result{depth}", f"key{depth}", f"each{depth}"
        self.line(f"{result} = {{}}")
        with self.block(f"for {key}, {each} in {items}.items():"):
            self.line(f"{result}[{key}] = {self._read_inside(item, each, depth)}")
        return result

    def _read_inside(self, item: Any, each: str, depth: int) -> str:
        read = self.read(item, each, depth + 1)
        return f"{read} or EPOCH" if item is datetime else read


def unstructure_hook(cls: type[ModelT]) -> Callable[[ModelT], dict[str, object]]:
    """Generate the function that writes an instance of ``cls`` as a boto3 dict."""
    source = WriterSource(f"{__name__} {cls.__qualname__}")
    with source.block("def hook(self):"):
        source.line("data = {}")
        for member in members(cls):
            source.line(f"value = self.{member.name}")
            with source.block("if value is not None:"):
                written = source.write(member.type, "value")
                source.line(f"data[{member.wire_name!r}] = {written}")
        source.line("return data")
    hook: Callable[[ModelT], dict[str, object]] = source.function("hook")
    return hook


class WriterSource(Source):
    """The source of a hook that writes."""

    def write(self, type_: Any, value: str, depth: int = 0) -> str:
        """An expression that writes ``value``, of a model, for a boto3 dict."""
        if is_model(type_):
            return f"{self.name(converter.get_unstructure_hook(type_))}({value})"
        if type_ is float:
            return f"{value} if {value}.__class__ is float else {self.name(_plain_number)}({value})"
        each, key = f"each{depth}", f"key{depth}"
        if get_origin(type_) is list:
            item = self.write(get_args(type_)[0], each, depth + 1)
            return f"[*{value}]" if item == each else f"[{item} for {each} in {value}]"
        if get_origin(type_) is dict:
            item = self.write(get_args(type_)[1], each, depth + 1)
            copied, entry = f"{{**{value}}}", f"{key}: {item}"
            return copied if item == each else f"{{{entry} for {key}, {each} in {value}.items()}}"
        return value


def structure_json(document: str | bytes, body: dict[str, Any], cls: type[ModelT]) -> ModelT:
    """Make a model out of a JSON object that nobody else holds.

    The lists of ``body`` let go of each item that was read. So the models take the place of the
    JSON instead of standing beside it, and Python's collector of cycles has less to count.

    Args:
        document: The object as text.
        body: The same, parsed. It is used up.
        cls: The model to make.
    """
    before = _LargeFloats.seen
    result = _structure_once(body, cls)
    if _LargeFloats.seen != before:  # orjson makes floats of integers beyond 64 bits
        result = _structure_once(json.loads(document), cls)
    return result


def _structure_once(body: dict[str, Any], cls: type[ModelT]) -> ModelT:
    shape: Any = cls
    for name in _list_names(shape):
        if body.get(name).__class__ is list:
            body[name] = _Consumed(body[name])
    result: ModelT = converter.structure(body, cls)
    return result


@functools.cache
def _list_names(cls: Any) -> tuple[str, ...]:
    return tuple(each.json_name for each in members(cls) if get_origin(each.type) is list)


class _Consumed:
    """The items of a list, which is empty when they were read."""

    def __init__(self, items: list[Any]) -> None:
        self._items = items

    def __iter__(self) -> Iterator[Any]:
        self._items.reverse()
        while self._items:
            yield self._items.pop()


def _plain_number(value: object) -> object:
    """Older boto3 checks a Decimal but cannot write it."""
    return float(value) if isinstance(value, Decimal) else value


def as_dict(value: Any) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def as_list(value: Any) -> Iterable[Any]:
    return cast("Iterable[Any]", value) if isinstance(value, (list, tuple, _Consumed)) else ()


class _LargeFloats:
    """Counts the large floats that were read for integers, whoever read them."""

    seen = 0


def as_int(value: Any) -> object:
    """The number that boto3 makes of a text; anything else stays as it is."""
    if value.__class__ is float and abs(value) >= 2**63:
        _LargeFloats.seen += 1
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return value


def as_float(value: Any) -> object:
    """The number that boto3 makes of a text such as ``NaN``; what is none stays as it is."""
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return value


def as_bool(value: object) -> object:
    """What boto3 makes of a text; what is none stays as it is."""
    return value.lower() == "true" if isinstance(value, str) else value


def as_bytes(value: object) -> bytes:
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    text = str(value)
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return text.encode()


def as_datetime(value: object) -> datetime | None:
    """The moment in any form that boto3 or the AWS CLI saves it in; None if it cannot be read."""
    try:
        if isinstance(value, (int, float)):
            return EPOCH + timedelta(seconds=value)
        moment = value if isinstance(value, datetime) else _parse_timestamp(str(value))
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def _parse_timestamp(text: str) -> datetime:
    if SECONDS.fullmatch(text):
        return EPOCH + timedelta(seconds=float(text))
    try:
        iso = FRACTION.sub(_six_digits, text.upper()).replace("Z", "+00:00")
        return datetime.fromisoformat(iso)
    except ValueError:
        if YEAR_FIRST.match(text):
            from botocore.utils import parse_timestamp  # brings half of boto3 along

            moment: datetime = parse_timestamp(text)
            return moment
        return parsedate_to_datetime(text)  # as HTTP writes it


SECONDS = re.compile(r"[+-]?\d+(\.\d*)?(e[+-]?\d+)?", re.IGNORECASE)
YEAR_FIRST = re.compile(r"\d{4}-?\d\d")
FRACTION = re.compile(r"\.(\d{1,6})\d*")


def _six_digits(fraction: re.Match[str]) -> str:
    """Python 3.10 reads no other number of digits but three."""
    return f".{fraction[1]:0<6}"


READERS: dict[Any, Callable[[Any], object]] = {
    int: as_int,
    float: as_float,
    bool: as_bool,
    bytes: as_bytes,
}
NAMES: dict[str, object] = {
    "NO_METADATA": NO_METADATA,
    "EPOCH": EPOCH,
    "as_dict": as_dict,
    "as_list": as_list,
    "as_datetime": as_datetime,
}

converter = Converter()
converter.register_structure_hook_factory(is_model, structure_hook)
converter.register_unstructure_hook_factory(is_model, unstructure_hook)
