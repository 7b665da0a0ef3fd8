"""Quiet time: the hours in which people are sent nothing."""

from __future__ import annotations

import re
from datetime import datetime, time

from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.times.time_zones import zone_of

_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def check_quiet_time(quiet_time: JSON) -> None:
    """Validate Start and End; an empty string counts as absent.

    Raises:
        BadRequest: One of them is not an hour.
    """
    for name in ("Start", "End"):
        text = quiet_time.get(name)
        if text and not _HOUR.fullmatch(text):
            raise BadRequest(f"QuietTime.{name} must be an hour as in 22:30, got {text!r}")


def is_quiet(quiet_time: JSON, endpoint: JSON, moment: datetime) -> bool:
    """Whether it is quiet time where an endpoint is; without a valid time zone it never is.

    Both ends are included, and it may cross midnight.
    """
    start, end = quiet_time.get("Start"), quiet_time.get("End")
    zone = zone_of(endpoint) if start and end else None
    if zone is None:
        return False
    first, last = time.fromisoformat(start or ""), time.fromisoformat(end or "")
    now = moment.astimezone(zone).time()
    return first <= now <= last if first <= last else now >= first or now <= last
