"""Checks of what callers pass."""

from __future__ import annotations

from typing import TypeVar

_T = TypeVar("_T")


def require(name: str, value: object, kind: type[_T]) -> _T:
    """Return an argument that has the right type.

    Raises:
        TypeError: It has another type.
    """
    if not isinstance(value, kind):
        raise TypeError(f"{name}: expected {kind.__name__}, got {value!r}")
    return value
