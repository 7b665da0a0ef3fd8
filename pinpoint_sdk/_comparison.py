"""How two models differ, member by member: pytest's explanation of a failed assertion."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import attrs

from pinpoint_sdk._codec.validation import is_dict, is_list
from pinpoint_sdk.models.base import Model, secret


def explain(left: object, right: object) -> list[str] | None:
    """Explain how two values differ, and how many members are equal.

    Args:
        left: The left side of the ``==``.
        right: The right side.

    Returns:
        A title, and a line per difference. None unless both are of one class, and are models that
        differ or contain some.
    """
    if type(left) is not type(right) or not hidden_by_member(left):
        return None
    comparison = Comparison()
    comparison.compare("", left, right)
    if not comparison.has_models:
        return None
    name = type(left).__name__
    return [f"{name} == {name}", f"Equal members left out: {comparison.equal}", *comparison.lines]


@attrs.define
class Comparison:
    """A walk over two values that are not equal."""

    equal: int = 0
    """How many members are equal beside those that differ."""
    has_models: bool = False
    """Whether two models differ."""
    lines: list[str] = attrs.field(factory=list)
    """The differences, each with its path."""

    def compare(self, path: str, left: object, right: object) -> None:
        """Add what differs in two values, down to the members, indices and keys."""
        if type(left) is not type(right):
            self._add(path, f"{left!r} != {right!r}")
        elif hidden := hidden_by_member(left):
            self.has_models |= isinstance(left, Model)
            self._compare_members(path, left, right, hidden)
        elif is_dict(left) and is_dict(right):
            self._compare_items(path, left, right)
        elif is_list(left) and is_list(right):
            self._compare_items(path, dict(enumerate(left)), dict(enumerate(right)))
        else:
            self._add(path, f"{left!r} != {right!r}")

    def _compare_members(
        self, path: str, left: object, right: object, hidden: Mapping[str, bool]
    ) -> None:
        for name in hidden:
            one, other = getattr(left, name), getattr(right, name)
            inner = f"{path}.{name}"
            if one == other:
                self.equal += 1
            elif hidden[name]:
                self._add(inner, f"{secret(one)} != {secret(other)} (hidden, and they differ)")
            else:
                self.compare(inner, one, other)

    def _compare_items(
        self, path: str, left: Mapping[Any, object], right: Mapping[Any, object]
    ) -> None:
        for key in {**left, **right}:
            inner = f"{path}[{key!r}]"
            if key not in right:
                self._add(inner, f"only on the left: {left[key]!r}")
            elif key not in left:
                self._add(inner, f"only on the right: {right[key]!r}")
            elif left[key] != right[key]:
                self.compare(inner, left[key], right[key])

    def _add(self, path: str, difference: str) -> None:
        self.lines.append(f"{path.removeprefix('.')}: {difference}")


def hidden_by_member(value: object) -> dict[str, bool]:
    """Map the members that count in ``==`` to whether reprs hide them; empty for other values."""
    cls: type[Any] = type(value)
    if attrs.has(cls):
        return {each.name: each.repr is not True for each in attrs.fields(cls) if each.eq}
    if dataclasses.is_dataclass(cls):
        return {each.name: not each.repr for each in dataclasses.fields(cls) if each.compare}
    return dict.fromkeys(cls._fields, False) if is_list(value) and hasattr(cls, "_fields") else {}
