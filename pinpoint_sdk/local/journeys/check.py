"""What a journey must be like: to be kept at all, and to be published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from pinpoint_sdk.local.audience import check_dimensions
from pinpoint_sdk.local.call import Context
from pinpoint_sdk.local.campaigns.quiet_time import check_quiet_time
from pinpoint_sdk.local.dates import read_date
from pinpoint_sdk.local.faults import BadRequest, resource_not_found
from pinpoint_sdk.local.journeys.activities import KINDS, kind_of
from pinpoint_sdk.local.journeys.durations import read_duration
from pinpoint_sdk.local.quotas import Quotas, check_percent
from pinpoint_sdk.local.state import Project
from pinpoint_sdk.local.wire import JSON

_NAME = re.compile(r"[A-Za-z0-9_-]{1,150}")
_ACTIVITY_ID = re.compile(r"[A-Za-z0-9]{1,100}")
_MOST_BRANCHES = 5
_LEAST_REFRESH = timedelta(minutes=1)

_CAPS: Mapping[str, tuple[int, int]] = {
    "DailyCap": (0, 100),
    "EndpointReentryCap": (0, 100),
    "MessagesPerSecond": (1, 20_000),
    "TotalCap": (0, 100),
    "TimeframeCap.Cap": (0, 100),
    "TimeframeCap.Days": (0, 30),
}


def check_journey(journey: JSON, quotas: Quotas) -> None:
    """Refuse values that no journey may have, a draft neither; raises BadRequest."""
    if not _NAME.fullmatch(journey["Name"]):
        raise BadRequest("Name must have 1 to 150 letters, digits, underscores or hyphens")
    activities: JSON = journey.get("Activities", {})
    if len(activities) > quotas.activities_per_journey:
        raise BadRequest(
            f"A journey has at most {quotas.activities_per_journey} activities,"
            f" got {len(activities)}"
        )
    for activity_id, activity in activities.items():
        _check_activity(activity_id, activity)
    check_limits("Limits", journey.get("Limits", {}))
    start: JSON = journey.get("StartCondition", {}).get("EventStartCondition", {})
    check_dimensions(start.get("EventFilter", {}).get("Dimensions", {}))
    _check_refresh(journey.get("RefreshFrequency"))
    check_quiet_time(journey.get("QuietTime", {}))


def check_to_publish(context: Context, project: Project, journey: JSON) -> None:
    """Refuse a journey that cannot run as it is.

    Activities must not lead back to where participants come from, a segment must exist, and the
    journey must not be over. Raises BadRequest, and NotFound for a segment.
    """
    activities: JSON = journey["Activities"]
    start = journey.get("StartActivity")
    if not start:
        raise BadRequest("StartActivity is required to publish a journey")
    if start not in activities:
        raise BadRequest(f"StartActivity: {start!r} is not one of the journey's Activities")
    for activity_id, activity in activities.items():
        _check_to_perform(f"Activities[{activity_id!r}]", activity, activities)
    _check_no_way_back(start, activities)
    _check_start(project, journey["StartCondition"])
    schedule: JSON = journey.get("Schedule", {})
    if "EndTime" in schedule:
        start_time = max(context.now, read_date(schedule.get("StartTime", context.date)))
        if read_date(schedule["EndTime"]) <= start_time:
            raise BadRequest("Schedule.EndTime must be later than StartTime and the current time")


def _check_activity(activity_id: str, activity: JSON) -> None:
    path = f"Activities[{activity_id!r}]"
    if not _ACTIVITY_ID.fullmatch(activity_id):
        raise BadRequest(f"{path}: an id has 1 to 100 letters and digits")
    kinds = [member for member in KINDS if member in activity]
    if len(kinds) > 1:
        raise BadRequest(f"{path}: an activity is of one kind, got {', '.join(kinds)}")
    for kind in kinds:
        _check_settings(f"{path}.{kind}", activity[kind])


def _check_settings(path: str, settings: JSON) -> None:
    if "Percentage" in settings:
        check_percent(f"{path}.Percentage", settings["Percentage"])
    branches: list[JSON] = settings.get("Branches", [])
    if len(branches) > _MOST_BRANCHES:
        raise BadRequest(f"{path}.Branches: at most {_MOST_BRANCHES}, got {len(branches)}")
    for place, branch in enumerate(branches):
        check_percent(f"{path}.Branches[{place}].Percentage", branch.get("Percentage", 0))
    conditions = [settings.get("Condition", {}), *(each.get("Condition", {}) for each in branches)]
    for condition in conditions:
        for simple in (condition, *condition.get("Conditions", [])):
            check_dimensions(simple.get("segmentDimensions", {}))
            check_dimensions(simple.get("EventCondition", {}).get("Dimensions", {}))
    for member in ("WaitTime", "EvaluationWaitTime"):
        _check_text(f"{path}.{member}.WaitFor", settings.get(member, {}), read_duration)
        _check_text(f"{path}.{member}.WaitUntil", settings.get(member, {}), read_date)


def _check_text(path: str, document: JSON, read: Callable[[str], Any]) -> None:
    """Hold the last member of a path, where it is there, against its form."""
    member = path.rpartition(".")[2]
    if member not in document:
        return
    try:
        read(document[member])
    except ValueError as error:
        raise BadRequest(f"{path}: {error}") from error


def check_limits(member: str, limits: JSON) -> None:
    """Hold the limits of a journey against their ranges; raises BadRequest."""
    frame: JSON = limits.get("TimeframeCap", {})
    given = {**limits, **{f"TimeframeCap.{name}": value for name, value in frame.items()}}
    for name, (lowest, highest) in _CAPS.items():
        if name in given and not lowest <= given[name] <= highest:
            raise BadRequest(
                f"{member}.{name} must be from {lowest} to {highest}, got {given[name]}"
            )
    _check_text(f"{member}.EndpointReentryInterval", limits, read_duration)


def _check_refresh(frequency: str | None) -> None:
    if frequency:
        _check_text("RefreshFrequency", {"RefreshFrequency": frequency}, read_duration)
        if read_duration(frequency) < _LEAST_REFRESH:
            raise BadRequest("RefreshFrequency must be at least a minute")


def _check_to_perform(path: str, activity: JSON, activities: JSON) -> None:
    kind = kind_of(activity)
    if not kind:
        raise BadRequest(f"{path}: one of {', '.join(KINDS)} is required to publish a journey")
    settings: JSON = activity[kind]
    if KINDS[kind].needs_template and not settings.get("TemplateName"):
        raise BadRequest(f"{path}.{kind}.TemplateName is required to publish a journey")
    if kind == "Wait" and not settings.get("WaitTime"):
        raise BadRequest(f"{path}.Wait.WaitTime is required to publish a journey")
    if kind == "RandomSplit":
        shares = [branch.get("Percentage", 0) for branch in settings.get("Branches", [])]
        if sum(shares) != 100:
            raise BadRequest(f"{path}.RandomSplit.Branches: Percentage must add up to 100")
    for member, following in _following(settings):
        if following not in activities:
            raise BadRequest(
                f"{path}.{kind}.{member}: {following!r} is not one of the journey's Activities"
            )


def _following(settings: JSON) -> Iterator[tuple[str, str]]:
    """The activities that an activity leads to, with where it says so."""
    for member in ("NextActivity", "TrueActivity", "FalseActivity", "DefaultActivity"):
        if settings.get(member):
            yield member, settings[member]
    for place, branch in enumerate(settings.get("Branches", [])):
        if branch.get("NextActivity"):
            yield f"Branches[{place}].NextActivity", branch["NextActivity"]


def _check_no_way_back(start: str, activities: JSON) -> None:
    """Activities are at most 40: the number of ways may be large, so each is walked once."""
    done: set[str] = set()

    def walk(activity_id: str, before: tuple[str, ...]) -> None:
        if activity_id in before:
            raise BadRequest(f"Activities[{before[-1]!r}] leads back to {activity_id!r}")
        if activity_id in done:
            return
        activity: JSON = activities[activity_id]
        for _, following in _following(activity[kind_of(activity)]):
            walk(following, (*before, activity_id))
        done.add(activity_id)

    walk(start, ())


def _check_start(project: Project, condition: JSON) -> None:
    event: JSON | None = condition.get("EventStartCondition")
    segment: JSON | None = condition.get("SegmentStartCondition")
    if (event is None) is (segment is None):
        raise BadRequest(
            "StartCondition needs SegmentStartCondition or EventStartCondition"
            " to publish a journey, not both"
        )
    if event is not None and "EventFilter" not in event:
        raise BadRequest("StartCondition.EventStartCondition.EventFilter is required")
    segment_id = (event or segment or {}).get("SegmentId")
    if segment_id and segment_id not in project.segments:
        raise resource_not_found()
