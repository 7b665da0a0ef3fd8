"""Reading JSON: by orjson where it is installed, else by the standard library."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

__all__ = ["read_json"]


def read_json(document: str | bytes) -> Any:
    """Parse a document. ``NaN`` and ``Infinity`` are numbers, as the standard library has it.

    Raises:
        ValueError: It is no JSON.
        RecursionError: It is nested too deeply.
    """
    try:
        return _loads(document)
    except ValueError:
        return json.loads(document)


_loads: Callable[[str | bytes], Any]
try:
    from orjson import loads as _loads
except ImportError:
    _loads = json.loads
