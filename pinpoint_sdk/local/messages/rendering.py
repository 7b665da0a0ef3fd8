"""Filling in message variables, as ``{{User.UserAttributes.Name}}``."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, TypeAlias, cast

from attrs import define

from pinpoint_sdk.local.protocol.types import JSON

Sources: TypeAlias = Sequence[JSON]
"""Where values come from; the first one that has a value wins."""

# A block helper ({{#if x}}, {{/if}}) is not a variable, and stays.
_VARIABLE = re.compile(r"\{\{\s*([^{}\s#/^!>&][^{}]*)\}\}")


class TooLong(Exception):
    """A message has too many characters; the text says what the most are."""


@define
class Room:
    """How many characters there may be: those of the texts with variables, and of their values.

    What is rendered takes them before it is written, from ``outer`` as well: the room of all
    messages of a request.
    """

    what: str
    limit: int
    outer: Room | None = None
    used: int = 0

    def take(self, number: int) -> None:
        """Count characters.

        Raises:
            TooLong: There are more than the limit, here or in ``outer``.
        """
        self.used += number
        if self.used > self.limit:
            raise TooLong(
                f"{self.what} more than {self.limit} characters with variables filled in."
            )
        if self.outer is not None:
            self.outer.take(number)


def render(text: str, sources: Sources, room: Room) -> str:
    """A text with the values of its variables, in one pass: a value is not rendered again.

    A name is looked up as a whole (``Attributes.city``), then member by member. Of several values
    the first one counts, ``{{Attributes.city.[1]}}`` means the second. A variable without a value
    becomes empty; braces without a name stay as they are, and so do block helpers. Values are
    inserted as they are: nothing is escaped for HTML or JSON.

    Raises:
        TooLong: There is no room for it.
    """
    if "{{" not in text:
        return text
    room.take(len(text))
    known: dict[str, str] = {}

    def value(match: re.Match[str]) -> str:
        variable = match[1].rstrip()
        if variable not in known:
            known[variable] = _value(variable, sources)
        room.take(len(known[variable]))
        return known[variable]

    return _VARIABLE.sub(value, text)


def render_document(document: JSON, sources: Sources, room: Room) -> JSON:
    """A document with every text in it rendered; the names of its members stay as they are.

    Raises:
        TooLong: There is no room for it.
    """
    rendered: JSON = _render(document, sources, room)
    return rendered


def parse_substitutions(text: str | None) -> JSON:
    """Parse the DefaultSubstitutions of a template.

    Raises:
        ValueError: They are not the text of a JSON object.
    """
    if not text:
        return {}
    try:
        substitutions = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(substitutions, dict):
        raise ValueError("not a JSON object")
    return cast("JSON", substitutions)


def _render(value: Any, sources: Sources, room: Room) -> Any:
    if isinstance(value, str):
        return render(value, sources, room)
    if isinstance(value, dict):
        members = cast("JSON", value)
        return {name: _render(item, sources, room) for name, item in members.items()}
    if isinstance(value, list):
        items = cast("Sequence[Any]", value)
        return [_render(item, sources, room) for item in items]
    return value


def _value(variable: str, sources: Sources) -> str:
    name, index = _split_index(variable)
    for source in sources:
        text = _text(_find(source, name), index)
        if text is not None:
            return text
    return ""


def _split_index(variable: str) -> tuple[str, int]:
    """``x.[1]`` is the second value of ``x``."""
    if variable.endswith("]"):
        name, _, digits = variable[:-1].rpartition(".[")
        if name and digits.isascii() and digits.isdecimal() and len(digits) < 10:
            return name, int(digits)
    return variable, 0


def _find(source: JSON, name: str) -> Any:
    found: Any = source
    while isinstance(found, dict):
        members = cast("JSON", found)
        if name in members:
            return members[name]
        head, dot, name = name.partition(".")
        found = members.get(head) if dot else None
    return None


def _text(value: Any, index: int) -> str | None:
    """A value as a text has it; None if there is no value, as in a structure."""
    while isinstance(value, list):
        values = cast("Sequence[Any]", value)
        if index >= len(values):
            return None
        value, index = values[index], 0
    if value is None or isinstance(value, dict) or index:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
