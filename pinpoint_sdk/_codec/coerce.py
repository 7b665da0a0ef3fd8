"""Conversion of an answer's values to their declared types; others stay as AWS sent them."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Any, cast

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def as_dict(value: Any) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def as_list(value: Any) -> Iterable[Any]:
    return cast("Iterable[Any]", value) if isinstance(value, (list, tuple, Consumed)) else ()


class Consumed:
    """The items of a list, each removed from it when it is read."""

    def __init__(self, items: list[Any]) -> None:
        self._items = items

    def __iter__(self) -> Iterator[Any]:
        self._items.reverse()
        while self._items:
            yield self._items.pop()


class LargeFloats:
    """Counts the large floats that were read as integers, in the whole process."""

    seen = 0


def as_int(value: Any) -> object:
    """Convert a text to an int as boto3 does; return anything else unchanged."""
    if value.__class__ is float and abs(value) >= 2**63:
        LargeFloats.seen += 1
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return value


def as_float(value: Any) -> object:
    """Convert a text such as ``NaN`` to a float as boto3 does; return anything else unchanged."""
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return value


def as_bool(value: object) -> object:
    """Convert a text to a bool as boto3 does; return anything else unchanged."""
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
    """Parse a timestamp in any form that boto3 or the AWS CLI writes; None if it is invalid."""
    try:
        if isinstance(value, (int, float)):
            return EPOCH + timedelta(seconds=value)
        moment = value if isinstance(value, datetime) else _parse_timestamp(str(value))
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def _parse_timestamp(text: str) -> datetime:
    if _SECONDS.fullmatch(text):
        return EPOCH + timedelta(seconds=float(text))
    try:
        iso = _FRACTION.sub(_six_digits, text.upper()).replace("Z", "+00:00")
        return datetime.fromisoformat(iso)
    except ValueError:
        if _YEAR_FIRST.match(text):
            from botocore.utils import parse_timestamp  # loads half of boto3

            moment: datetime = parse_timestamp(text)
            return moment
        return parsedate_to_datetime(text)  # as HTTP writes it


_SECONDS = re.compile(r"[+-]?\d+(\.\d*)?(e[+-]?\d+)?", re.IGNORECASE)

_YEAR_FIRST = re.compile(r"\d{4}-?\d\d")

_FRACTION = re.compile(r"\.(\d{1,6})\d*")


def _six_digits(fraction: re.Match[str]) -> str:
    """Pad a fraction: Python 3.10 reads three or six digits only."""
    return f".{fraction[1]:0<6}"
