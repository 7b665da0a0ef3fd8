"""Checks of what callers pass."""

from __future__ import annotations

import re
from typing import TypeVar

_T = TypeVar("_T")

REGION = re.compile(r"[a-z]{2,}(-[a-z0-9]+)+")


def require(name: str, value: object, kind: type[_T]) -> _T:
    """Return an argument that has the right type.

    Raises:
        TypeError: It has another type.
    """
    if not isinstance(value, kind):
        raise TypeError(f"{name}: expected {kind.__name__}, got {value!r}")
    return value


def require_region(name: str, value: object) -> str:
    """Return the name of an AWS region.

    Raises:
        TypeError: It is not a str.
        ValueError: It is malformed.
    """
    region_name = require(name, value, str)
    if not REGION.fullmatch(region_name):
        raise ValueError(f"{name}: expected one like us-east-1, got {region_name!r}")
    return region_name
