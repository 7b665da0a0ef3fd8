"""JSON or boto3's dicts → models, by a hook that is generated for each model.

Hooks read without the checks of a constructor: every answer of AWS can be read, whatever it leaves
out or adds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Literal, TypeVar, get_args, get_origin

from pinpoint_sdk._codec.codegen import CodeBuilder, is_model
from pinpoint_sdk._codec.coerce import (
    EPOCH,
    as_bool,
    as_bytes,
    as_datetime,
    as_dict,
    as_float,
    as_int,
    as_list,
)
from pinpoint_sdk.models.base import (
    NO_METADATA,
    Member,
    Model,
    Response,
    ResponseMetadata,
    members,
)

_ModelT = TypeVar("_ModelT", bound=Model)

_READERS: dict[Any, Callable[[Any], object]] = {
    int: as_int,
    float: as_float,
    bool: as_bool,
    bytes: as_bytes,
}

_NAMES: dict[str, object] = {
    "NO_METADATA": NO_METADATA,
    "EPOCH": EPOCH,
    "as_dict": as_dict,
    "as_list": as_list,
    "as_datetime": as_datetime,
}


def response_metadata(answer: Mapping[str, object]) -> ResponseMetadata:
    """Read what boto3 puts beside the body of an answer."""
    raw = as_dict(answer.get("ResponseMetadata"))
    return ResponseMetadata(
        request_id=raw.get("RequestId", ""),
        http_status_code=raw.get("HTTPStatusCode", 0),
        retry_attempts=raw.get("RetryAttempts", 0),
        http_headers=raw.get("HTTPHeaders", {}),
    )


def structure_hook(cls: type[_ModelT]) -> Callable[[Any, Any], _ModelT]:
    """Generate the function that reads JSON or a boto3 dict into ``cls``.

    It reads the models inside as well, without a call for each.
    """
    source = _ReaderBuilder(f"{__name__} {cls.__qualname__}", **_NAMES)
    with source.block("def hook(data, _):"):
        source.line(f"return {source.read(cls, 'data')}")
    hook: Callable[[Any, Any], _ModelT] = source.function("hook")
    return hook


class _ReaderBuilder(CodeBuilder):
    """The source of a hook that reads; names end in the depth of nesting.

    The usual class is tested with ``.__class__ is``, which is faster than ``isinstance``.
    """

    def read(self, type_: Any, value: str, depth: int = 0) -> str:
        """Add lines that read ``value`` as ``type_``, and return the expression of the result."""
        if is_model(type_):
            return self._read_model(type_, value, depth)
        if type_ is datetime:
            return f"as_datetime({value})"
        if type_ in _READERS:
            reader = self.name(_READERS[type_])
            return f"{value} if {value}.__class__ is {type_.__name__} else {reader}({value})"
        if get_origin(type_) is Literal:  # one str for all equal values
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
        """Return the expression for a required member that AWS left out."""
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
