"""Metrics of messages, and of the participants of journeys."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from operator import itemgetter

from pinpoint_sdk.local.engine.call import Call
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.journeys.activities import KINDS, kind_of
from pinpoint_sdk.local.operations.kpis import application_rows, campaign_rows, journey_rows
from pinpoint_sdk.local.operations.pagination import page
from pinpoint_sdk.local.protocol.errors import BadRequest, NotFound
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Attempt, Project
from pinpoint_sdk.local.state.journeys import Journey, JourneyRun
from pinpoint_sdk.local.times.dates import as_utc, checked_date, format_date

_LONGEST_RANGE = timedelta(days=31)
_KEPT = timedelta(days=90)


@operation("GetApplicationDateRangeKpi")
def get_application_date_range_kpi(call: Call) -> JSON:
    """A metric of a project over a time; an unknown one is a 404.

    Metrics of campaigns are about all campaigns of the project, txn- metrics about its direct
    messages. Rows come in pages, though AWS returns them all at once.
    """
    project = call.project()
    start, end = _range(call)
    rows = application_rows(call.path["KpiName"], _attempts(project, start, end))
    return _kpi_answer(call, start, end, rows)


@operation("GetCampaignDateRangeKpi")
def get_campaign_date_range_kpi(call: Call) -> JSON:
    """A metric of one campaign over a time, as for a project."""
    project = call.project()
    campaign_id = call.found(project.campaigns, "CampaignId").id
    start, end = _range(call)
    rows = campaign_rows(call.path["KpiName"], campaign_id, _attempts(project, start, end))
    return {**_kpi_answer(call, start, end, rows), "CampaignId": campaign_id}


@operation("GetJourneyDateRangeKpi")
def get_journey_date_range_kpi(call: Call) -> JSON:
    """A metric of one journey over a time, as for a project."""
    journey = _journey(call)
    start, end = _range(call)
    rows = journey_rows(call.path["KpiName"], journey.id, _attempts(call.project(), start, end))
    return {**_kpi_answer(call, start, end, rows), "JourneyId": journey.id}


@operation("GetJourneyExecutionMetrics")
def get_journey_execution_metrics(call: Call) -> JSON:
    """How many participants of all runs of a journey entered, left and are in it."""
    journey = _journey(call)
    return _journey_answer(call, journey.runs.values(), _of_participants(journey.metrics()))


@operation("GetJourneyRunExecutionMetrics")
def get_journey_run_execution_metrics(call: Call) -> JSON:
    """How many participants of one run entered, left and are in it."""
    journey = _journey(call)
    run = call.found(journey.runs, "RunId")
    return {**_journey_answer(call, [run], _of_participants(run.metrics)), "RunId": run.id}


@operation("GetJourneyExecutionActivityMetrics")
def get_journey_execution_activity_metrics(call: Call) -> JSON:
    """What happened to the participants of all runs at one activity."""
    journey = _journey(call)
    activity = _activity_members(call, journey)
    metrics = journey.activity_metrics(activity["JourneyActivityId"])
    return {**_journey_answer(call, journey.runs.values(), metrics), **activity}


@operation("GetJourneyRunExecutionActivityMetrics")
def get_journey_run_execution_activity_metrics(call: Call) -> JSON:
    """What happened to the participants of one run at one activity."""
    journey = _journey(call)
    run = call.found(journey.runs, "RunId")
    activity = _activity_members(call, journey)
    metrics = run.activity_metrics.get(activity["JourneyActivityId"], {})
    return {**_journey_answer(call, [run], metrics), **activity, "RunId": run.id}


def _range(call: Call) -> tuple[datetime, datetime]:
    """The time of the query: by default, and from or up to a single date, 31 days."""
    start, end = _query_date(call, "StartTime"), _query_date(call, "EndTime")
    try:
        if end is None:
            end = call.now if start is None else min(call.now, start + _LONGEST_RANGE)
        if start is None:
            start = end - _LONGEST_RANGE
    except OverflowError as error:
        raise BadRequest("StartTime and EndTime must lie in the years 1 to 9999") from error
    if start > end:
        raise BadRequest("StartTime must not be later than EndTime")
    if end - start > _LONGEST_RANGE:
        raise BadRequest(f"StartTime and EndTime are at most {_LONGEST_RANGE.days} days apart")
    if call.now - start >= _KEPT:
        raise BadRequest(f"StartTime must be less than {_KEPT.days} days ago")
    return start, end


def _query_date(call: Call, member: str) -> datetime | None:
    text = call.query_value(member)
    if text is None:
        return None
    return as_utc(checked_date(member, text))


def _attempts(project: Project, start: datetime, end: datetime) -> list[Attempt]:
    return [attempt for attempt in project.attempts if start <= attempt.when <= end]


def _kpi_answer(call: Call, start: datetime, end: datetime, rows: list[JSON] | None) -> JSON:
    name = call.path["KpiName"]
    if rows is None:
        raise NotFound(f"Unknown metric: {name!r}")
    found = page(call, list(enumerate(rows)), itemgetter(0), itemgetter(1))
    return {
        "ApplicationId": call.path["ApplicationId"],
        "EndTime": format_date(end),
        "KpiName": name,
        "KpiResult": {"Rows": found["Item"]},
        "NextToken": found.get("NextToken"),
        "StartTime": format_date(start),
    }


def _journey(call: Call) -> Journey:
    return call.found(call.project().journeys, "JourneyId")


def _activity_members(call: Call, journey: Journey) -> JSON:
    """Which activity it is, and its type: with AWS that is EMAIL, not the model's MESSAGE."""
    activity_id = call.path["JourneyActivityId"]
    activities: dict[str, JSON] = journey.document["Activities"]
    activity = call.found(activities, "JourneyActivityId")
    kind = kind_of(activity)
    return {
        "ActivityType": KINDS[kind].type if kind else "",
        "JourneyActivityId": activity_id,
    }


def _of_participants(counted: dict[str, int]) -> dict[str, int]:
    """The metrics with those that are always there, and the number of active participants."""
    always = dict.fromkeys(("ENDPOINT_PRODUCED", "ENDPOINT_ENTERED", "ENDPOINT_LEFT"), 0)
    metrics = {**always, **counted}
    gone = metrics["ENDPOINT_LEFT"] + metrics.get("CANCELLED", 0)
    return {**metrics, "ENDPOINT_ACTIVE": metrics["ENDPOINT_ENTERED"] - gone}


def _journey_answer(call: Call, runs: Iterable[JourneyRun], metrics: dict[str, int]) -> JSON:
    """LastEvaluatedTime is when something last happened in the runs, or now without runs."""
    return {
        "ApplicationId": call.path["ApplicationId"],
        "JourneyId": call.path["JourneyId"],
        "LastEvaluatedTime": format_date(max((run.updated for run in runs), default=call.now)),
        "Metrics": {name: str(number) for name, number in sorted(metrics.items())},
    }
