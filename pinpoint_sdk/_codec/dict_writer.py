"""Models → boto3's dicts, by a hook that is generated for each model."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar, get_args, get_origin

from cattrs import Converter

from pinpoint_sdk._codec.codegen import CodeBuilder, is_model
from pinpoint_sdk.models.base import Model, members

_ModelT = TypeVar("_ModelT", bound=Model)


def unstructure_hook(
    cls: type[_ModelT], converter: Converter
) -> Callable[[_ModelT], dict[str, object]]:
    """Generate the function that writes an instance of ``cls`` as a boto3 dict."""
    source = _WriterBuilder(f"{__name__} {cls.__qualname__}", converter)
    with source.block("def hook(self):"):
        source.line("data = {}")
        for member in members(cls):
            source.line(f"value = self.{member.name}")
            with source.block("if value is not None:"):
                written = source.write(member.type, "value")
                source.line(f"data[{member.wire_name!r}] = {written}")
        source.line("return data")
    hook: Callable[[_ModelT], dict[str, object]] = source.function("hook")
    return hook


class _WriterBuilder(CodeBuilder):
    """The source of a hook that writes."""

    def __init__(self, title: str, converter: Converter) -> None:
        super().__init__(title)
        self._converter = converter

    def write(self, type_: Any, value: str, depth: int = 0) -> str:
        """Return an expression that converts ``value``, of a model, for a boto3 dict."""
        if is_model(type_):
            return f"{self.name(self._converter.get_unstructure_hook(type_))}({value})"
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


def _plain_number(value: object) -> object:
    """Convert a Decimal, which older boto3 accepts but cannot write."""
    return float(value) if isinstance(value, Decimal) else value
