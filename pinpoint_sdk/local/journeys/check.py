"""Validating journeys: what every journey must satisfy, and what one to publish must."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta

from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.engine.checks import check_percent
from pinpoint_sdk.local.journeys.activities import KINDS, kind_of
from pinpoint_sdk.local.protocol.errors import BadRequest, resource_not_found
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.quotas import Quotas
from pinpoint_sdk.local.segments.dimensions import check_dimensions
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.times.dates import checked_date, parse_date
from pinpoint_sdk.local.times.durations import parse_duration
from pinpoint_sdk.local.times.quiet_time import check_quiet_time

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
    """Validate a journey as far as a draft must be valid, too.

    Raises:
        BadRequest: It has values that a journey cannot have.
    """
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
    check_journey_limits("Limits", journey.get("Limits", {}))
    start: JSON = journey.get("StartCondition", {}).get("EventStartCondition", {})
    check_dimensions(start.get("EventFilter", {}).get("Dimensions", {}))
    _check_refresh(journey.get("RefreshFrequency"))
    check_quiet_time(journey.get("QuietTime", {}))


def check_to_publish(context: Context, project: Project, journey: JSON) -> None:
    """Validate that a journey can run from now on: its segment exists, and it is not over.

    Raises:
        BadRequest: It cannot run.
        NotFound: Its segment does not exist.
    """
    check_to_run(journey)
    start: JSON = journey["StartCondition"]
    condition: JSON = start.get("EventStartCondition") or start["SegmentStartCondition"]
    segment_id = condition.get("SegmentId")
    if segment_id and segment_id not in project.segments:
        raise resource_not_found()
    schedule: JSON = journey.get("Schedule", {})
    if "EndTime" in schedule:
        start_time = max(context.now, parse_date(schedule.get("StartTime", context.date)))
        if parse_date(schedule["EndTime"]) <= start_time:
            raise BadRequest("Schedule.EndTime must be later than StartTime and the current time")


def check_to_run(journey: JSON) -> None:
    """Validate that a journey has no gaps, and that no activity leads back to an earlier one.

    Raises:
        BadRequest: It has.
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
    _check_start(journey["StartCondition"])


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
        wait: JSON = settings.get(member, {})
        _check_duration(f"{path}.{member}.WaitFor", wait.get("WaitFor"))
        if "WaitUntil" in wait:
            checked_date(f"{path}.{member}.WaitUntil", wait["WaitUntil"])


def _check_duration(path: str, text: str | None) -> None:
    if text is None:
        return
    try:
        parse_duration(text)
    except ValueError as error:
        raise BadRequest(f"{path}: {error}") from error


def check_journey_limits(member: str, limits: JSON) -> None:
    """Validate the limits of a journey.

    Args:
        member: The member that holds them.
        limits: JourneyLimits.

    Raises:
        BadRequest: A limit is out of its range.
    """
    frame: JSON = limits.get("TimeframeCap", {})
    given = {**limits, **{f"TimeframeCap.{name}": value for name, value in frame.items()}}
    for name, (lowest, highest) in _CAPS.items():
        if name in given and not lowest <= given[name] <= highest:
            raise BadRequest(
                f"{member}.{name} must be from {lowest} to {highest}, got {given[name]}"
            )
    _check_duration(f"{member}.EndpointReentryInterval", limits.get("EndpointReentryInterval"))


def _check_refresh(frequency: str | None) -> None:
    if frequency:
        _check_duration("RefreshFrequency", frequency)
        if parse_duration(frequency) < _LEAST_REFRESH:
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
    """The activities that an activity leads to, each after the path of the member that names it."""
    for member in ("NextActivity", "TrueActivity", "FalseActivity", "DefaultActivity"):
        if settings.get(member):
            yield member, settings[member]
    for place, branch in enumerate(settings.get("Branches", [])):
        if branch.get("NextActivity"):
            yield f"Branches[{place}].NextActivity", branch["NextActivity"]


def _check_no_way_back(start: str, activities: JSON) -> None:
    """The number of ways through 40 activities may be large, so each activity is visited once."""
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


def _check_start(condition: JSON) -> None:
    event: JSON | None = condition.get("EventStartCondition")
    segment: JSON | None = condition.get("SegmentStartCondition")
    if (event is None) is (segment is None):
        raise BadRequest(
            "StartCondition needs SegmentStartCondition or EventStartCondition"
            " to publish a journey, not both"
        )
    if event is not None and "EventFilter" not in event:
        raise BadRequest("StartCondition.EventStartCondition.EventFilter is required")
