"""Journeys, in the state that they had."""

from __future__ import annotations

from datetime import datetime, timezone
from functools import partial

from pinpoint_sdk.local.journeys.check import check_journey, check_to_publish
from pinpoint_sdk.local.journeys.run import pause, publish, schedule_close
from pinpoint_sdk.local.operations.journeys import DEFAULTS
from pinpoint_sdk.local.populate.places import Place
from pinpoint_sdk.local.populate.restoring import Restoring, oldest_first
from pinpoint_sdk.local.protocol.errors import BadRequest, ServiceException
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.state.journeys import Journey
from pinpoint_sdk.local.times.dates import checked_date, format_date, parse_date

_UNKNOWN = "answers do not say who took part"


def restore_journeys(restoring: Restoring, project: Project) -> None:
    """The journeys of a project, oldest first."""
    for kept in oldest_first(restoring.saved.of(project.id, "journeys").values()):
        with restoring.collecting_problems(kept.place):
            document: JSON = {**DEFAULTS, **restoring.dated(kept.document)}
            if "Schedule" in document:
                document["Schedule"] = _written(document["Schedule"])
            check_journey(document, restoring.account.quotas)
            journey = Journey(restoring.position(), document)
            project.journeys[journey.id] = journey
            if journey.state in ("ACTIVE", "PAUSED"):
                _go_on(restoring, project, journey, kept.place)
            elif journey.state == "CLOSED":
                restoring.leave_out(kept.place, "who is still in the journey", _UNKNOWN)


def _go_on(restoring: Restoring, project: Project, journey: Journey, place: Place) -> None:
    """Let a journey start that is yet to start, or go on waiting for events.

    One of a segment that has started lets nobody in: whom it has had already is unknown.
    """
    context = restoring.context
    schedule: JSON = journey.document.get("Schedule", {})
    condition: JSON = journey.document["StartCondition"]
    published: str = journey.document["LastModifiedDate"]
    start = parse_date(schedule.get("StartTime") or published)
    end = parse_date(schedule["EndTime"]) if "EndTime" in schedule else None
    if end is not None and end <= context.now:
        why = f"its EndTime, {schedule['EndTime']}, has passed by the service's clock"
        restoring.leave_out(place, f"the work of the {journey.state} journey", why)
        return
    if "EventStartCondition" not in condition and start < context.now:
        why = f"it has started, and {_UNKNOWN}; nobody enters it"
        restoring.leave_out(place, f"the participants of the {journey.state} journey", why)
        restoring.afterwards.append(partial(schedule_close, context, project, journey))
        return
    try:
        check_to_publish(context, project, journey.document)
    except ServiceException as refusal:
        why = f"it cannot run here: {refusal.message}"
        restoring.leave_out(place, f"the work of the {journey.state} journey", why)
        return
    restoring.afterwards.append(partial(publish, context, project, journey))
    if journey.state == "PAUSED":
        restoring.afterwards.append(partial(pause, context, project, journey))


def _written(schedule: JSON) -> JSON:
    """A schedule with its dates as texts; as numbers they are seconds."""
    written = dict(schedule)
    for name in ("StartTime", "EndTime"):
        value = written.get(name)
        if isinstance(value, str):
            checked_date(f"Schedule.{name}", value)
        elif value is not None:
            written[name] = _text(f"Schedule.{name}", value)
    return written


def _text(path: str, seconds: float) -> str:
    try:
        return format_date(datetime.fromtimestamp(seconds, timezone.utc))
    except (ValueError, OverflowError, OSError) as error:
        raise BadRequest(f"{path} must be a date, got {seconds}") from error
