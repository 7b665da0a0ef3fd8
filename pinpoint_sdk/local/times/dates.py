"""Dates as Pinpoint parses and formats them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from pinpoint_sdk.local.protocol.errors import BadRequest

_ISO_8601 = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,](?P<fraction>\d{1,9}))?"
    r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?"
)


def utc_now() -> datetime:
    """The time of this machine."""
    return datetime.now(timezone.utc)


def as_utc(moment: datetime) -> datetime:
    """The same moment in UTC; a datetime without a zone is taken as UTC."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=timezone.utc)
    return moment.astimezone(timezone.utc)


def format_date(moment: datetime) -> str:
    """``2019-10-08T18:40:16.581Z``."""
    text = as_utc(moment).isoformat(timespec="milliseconds")
    return text.removesuffix("+00:00") + "Z"


def parse_date(text: str) -> datetime:
    """Parse an ISO 8601 date, or date and time; without a zone it is UTC.

    Raises:
        ValueError: It is something else.
    """
    match = _ISO_8601.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not an ISO 8601 date")
    moment = datetime.fromisoformat(f"{match['date']}T{match['time'] or '00:00'}")
    fraction = int((match["fraction"] or "0").ljust(6, "0")[:6])
    return moment.replace(microsecond=fraction, tzinfo=_zone(match["zone"]))


def checked_date(
    member: str, text: str, expected: str = "a date", *, in_utc: bool = True
) -> datetime:
    """Parse a date of a request.

    Args:
        member: Its name in the request.
        text: Its value.
        expected: What the member takes, for the message.
        in_utc: Whether the moment must lie in the years 1 to 9999 in UTC, too.

    Raises:
        BadRequest: It is not such a date.
    """
    try:
        moment = parse_date(text)
        if in_utc:
            as_utc(moment)
    except (ValueError, OverflowError) as error:
        wanted = f"{member} must be {expected} in ISO 8601 form"
        raise BadRequest(f"{wanted}, got {text!r}", discreet=wanted) from error
    return moment


def _zone(text: str | None) -> timezone:
    if text is None or text == "Z":
        return timezone.utc
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text.startswith("-") else offset)
