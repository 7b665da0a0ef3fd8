"""What callers hand in, held against what it must be."""

from __future__ import annotations

from typing import TypeVar

__all__ = ["require"]

_T = TypeVar("_T")


def require(name: str, value: object, kind: type[_T]) -> _T:
    """Return the value if it is one of a kind; raise a TypeError that names both otherwise."""
    if not isinstance(value, kind):
        raise TypeError(f"{name}: expected {kind.__name__}, got {value!r}")
    return value
