"""When a campaign runs.

A schedule in local time starts and ends at a different moment in every time zone; here these times
are datetimes that show the local hour in UTC.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime, timedelta, timezone

from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.times.dates import checked_date, parse_date
from pinpoint_sdk.local.times.quiet_time import check_quiet_time
from pinpoint_sdk.local.times.time_zones import FIRST_ZONE, LAST_ZONE, time_zone

_IMMEDIATE = "IMMEDIATE"
_NEVER = datetime(9999, 12, 30, tzinfo=timezone.utc)
"""The last day that every time zone can express."""
_EVENTS = frozenset({"EVENT", "IN_APP_EVENT"})
STEPS = {
    "HOURLY": timedelta(hours=1),
    "DAILY": timedelta(days=1),
    "WEEKLY": timedelta(weeks=1),
}
"""How far apart the starts of a Frequency are, where that is always the same."""


def waits_for_events(schedule: JSON) -> bool:
    """Whether events make the campaign send, or show, rather than the time."""
    return schedule.get("Frequency") in _EVENTS


def is_local(schedule: JSON) -> bool:
    """Whether every time zone has its own start; not if it starts at once or waits for events."""
    return (
        schedule.get("IsLocalTime", False)
        and schedule["StartTime"] != _IMMEDIATE
        and not waits_for_events(schedule)
    )


def first_start(schedule: JSON, now: datetime) -> datetime:
    """The first start, which may be past."""
    return now if schedule["StartTime"] == _IMMEDIATE else _read(schedule, schedule["StartTime"])


def start_after(schedule: JSON, start: datetime, day: int) -> datetime | None:
    """The start that follows one, None after the last.

    Nothing starts at EndTime itself.

    Args:
        schedule: The schedule.
        start: The start before.
        day: The day of the month of the first start: monthly starts keep to it, a 31st is the last
            day of any month.
    """
    try:
        following = _following(schedule, start, day)
    except (OverflowError, ValueError):  # after the year 9999
        return None
    end = end_of(schedule)
    return None if following is None or (end and following >= end) else following


def next_start(schedule: JSON, start: datetime, day: int, now: datetime) -> datetime:
    """The first start from ``start`` on that is not past, or the last one."""
    while (start + LAST_ZONE if is_local(schedule) else start) < now:
        following = start_after(schedule, start, day)
        if following is None:
            break
        start = following
    return start


def end_of(schedule: JSON) -> datetime | None:
    """The end, where it has one."""
    return _read(schedule, schedule["EndTime"]) if schedule.get("EndTime") else None


def is_endless(schedule: JSON) -> bool:
    """Whether a run waits for events without an end."""
    return waits_for_events(schedule) and end_of(schedule) is None


def run_begin(schedule: JSON, start: datetime) -> datetime:
    """When the run of a start begins: in local time, with the earliest time zone."""
    return start - FIRST_ZONE if is_local(schedule) else start


def check_schedule(schedule: JSON, now: datetime) -> None:
    """Validate a schedule.

    A local start time is past when it is past in every time zone. EndTime must be after the start,
    and a campaign that waits for events must say for which.

    Raises:
        BadRequest: It cannot be kept.
    """
    start = _checked(schedule, "StartTime", "IMMEDIATE or a date")
    if start and now - start > (LAST_ZONE if schedule.get("IsLocalTime") else timedelta()):
        raise BadRequest("StartTime must be at least current time.")
    end = _checked(schedule, "EndTime", "a date") if schedule.get("EndTime") else None
    if end and end <= (start or now):
        raise BadRequest("EndTime must be later than StartTime.")
    if waits_for_events(schedule) and "EventFilter" not in schedule:
        raise BadRequest(f"EventFilter is required for the Frequency {schedule['Frequency']}")
    if schedule.get("Timezone") and time_zone(schedule["Timezone"]) is None:
        raise BadRequest(f"Timezone must be like UTC or UTC-08, got {schedule['Timezone']!r}")
    check_quiet_time(schedule.get("QuietTime", {}))


def _checked(schedule: JSON, name: str, wanted: str) -> datetime | None:
    if schedule[name] == _IMMEDIATE and name == "StartTime":
        return None
    checked_date(name, schedule[name], wanted, in_utc=False)
    return _read(schedule, schedule[name])


def _read(schedule: JSON, text: str) -> datetime:
    moment = parse_date(text)
    if is_local(schedule):
        moment = moment.replace(tzinfo=timezone.utc)
    return min(moment, _NEVER)


def _following(schedule: JSON, start: datetime, day: int) -> datetime | None:
    frequency = schedule.get("Frequency", "ONCE")
    if frequency in STEPS:
        return start + STEPS[frequency]
    return _a_month_after(start, day) if frequency == "MONTHLY" else None


def _a_month_after(start: datetime, day: int) -> datetime:
    year, month = (start.year, start.month + 1) if start.month < 12 else (start.year + 1, 1)
    return start.replace(year=year, month=month, day=min(day, monthrange(year, month)[1]))
