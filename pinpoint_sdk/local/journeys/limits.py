"""What keeps a journey from sending to a participant: caps and quiet time."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from pinpoint_sdk.local.journeys.step import Step
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.times.dates import as_utc
from pinpoint_sdk.local.times.quiet_time import is_quiet
from pinpoint_sdk.local.times.time_zones import zone_of


def exceeded_cap(step: Step, endpoint_id: str) -> str | None:
    """The execution metric of the cap that one more message would exceed.

    The JourneyLimits of the application settings apply where the journey sets no limit. A cap of 0
    means unlimited. Messages that arrived count; for TimeframeCap those of all journeys.
    """
    defaults: JSON = (step.project.settings or {}).get("JourneyLimits", {})
    limits: JSON = {**defaults, **step.journey.document["Limits"]}
    frame: JSON = limits.get("TimeframeCap", {})
    days = frame.get("Days", 0)
    sent = step.journey.sent.get(endpoint_id, [])
    if 0 < limits.get("DailyCap", 0) <= _since(step, sent, 1):
        return "DAILY_CAP_EXCEEDED"
    if 0 < limits.get("TotalCap", 0) <= len(sent):
        return "TOTAL_CAP_EXCEEDED"
    if 0 < frame.get("Cap", 0) <= _since(step, _by_all(step, endpoint_id), days):
        return "TIMEFRAME_CAP_EXCEEDED"
    return None


def _by_all(step: Step, endpoint_id: str) -> list[datetime]:
    journeys = step.project.journeys.values()
    return [when for journey in journeys for when in journey.sent.get(endpoint_id, [])]


def _since(step: Step, sent: list[datetime], days: int) -> int:
    start = step.context.now - timedelta(days=days)
    return sum(when > start for when in sent)


def quiet_until(step: Step, endpoint_id: str) -> datetime | None:
    """Return when the quiet time an endpoint is in ends; None outside quiet time.

    An hour that comes twice is quiet twice.
    """
    now = step.context.now
    quiet_time: JSON = step.journey.document.get("QuietTime", {})
    endpoint = step.project.endpoints.get(endpoint_id) or {}
    if not is_quiet(quiet_time, endpoint, now):
        return None
    there = now.astimezone(zone_of(endpoint))
    last = time.fromisoformat(quiet_time["End"])
    over = datetime.combine(there.date(), last, there.tzinfo) + timedelta(minutes=1)
    over = over if over > there else over + timedelta(days=1)
    return max(as_utc(over.replace(fold=there.fold)), now + timedelta(minutes=1))
