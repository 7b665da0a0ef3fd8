"""Time zones, and those of endpoints."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from pinpoint_sdk.local.protocol.types import JSON

FIRST_ZONE = timedelta(hours=14)
"""How far the earliest time zone is ahead of UTC."""
LAST_ZONE = timedelta(hours=12)
"""How far the latest one is behind UTC."""

_OFFSET = re.compile(r"UTC(?:(?P<sign>[+-])(?P<hours>\d\d)(?::(?P<minutes>\d\d))?)?", re.IGNORECASE)


@lru_cache(maxsize=1024)
def time_zone(name: str) -> tzinfo | None:
    """A time zone by its name, ``America/Los_Angeles`` or ``UTC-08``; None if unknown.

    The service takes ``utc-08`` as well.
    """
    if match := _OFFSET.fullmatch(name):
        offset = timedelta(hours=int(match["hours"] or 0), minutes=int(match["minutes"] or 0))
        offset = -offset if match["sign"] == "-" else offset
        return timezone(offset) if -LAST_ZONE <= offset <= FIRST_ZONE else None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def zone_of(endpoint: JSON) -> tzinfo | None:
    """The time zone of an endpoint; None where its Demographic.Timezone is missing or unknown."""
    name = endpoint.get("Demographic", {}).get("Timezone")
    return time_zone(name) if name else None
