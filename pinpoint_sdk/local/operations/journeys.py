"""Journeys: written, published, stopped and listed, with their runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from operator import attrgetter
from typing import TypeAlias

from attrs import define

from pinpoint_sdk.local.engine.call import Call, Context
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.journeys.check import check_journey, check_to_publish
from pinpoint_sdk.local.journeys.run import cancel, forget, pause, publish, resume
from pinpoint_sdk.local.operations.pagination import page
from pinpoint_sdk.local.protocol.errors import BadRequest, Conflict
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Account, Project
from pinpoint_sdk.local.state.journeys import Journey, JourneyRun
from pinpoint_sdk.local.times.dates import checked_date, format_date

_WRITABLE_STATES = ("DRAFT", "ACTIVE")

DEFAULTS: JSON = {
    "Activities": {},
    "Limits": {},
    "LocalTime": False,
    "RefreshOnSegmentUpdate": False,
    "SendingSchedule": False,
    "StartCondition": {},
    "State": "DRAFT",
    "WaitForQuietTime": False,
    "tags": {},
}


@operation("CreateJourney")
def create_journey(call: Call) -> JSON:
    """Create a journey, by default a DRAFT; an ACTIVE one is published at once.

    A draft may have gaps, one that is published may not (journeys/check.py). CreationDate and
    LastModifiedDate of the request are ignored. LocalTime, OpenHours, ClosedDays and
    RefreshOnSegmentUpdate are kept, and change nothing.
    """
    project, account = call.project(), call.account
    document: JSON = {
        **DEFAULTS,
        **_sent(call),
        "ApplicationId": project.id,
        "CreationDate": call.date,
        "Id": account.ids.resource_id(),
        "LastModifiedDate": call.date,
    }
    _check(call, project, document)
    journey = Journey(account.next_position(), document)
    project.journeys[journey.id] = journey
    if journey.state == "ACTIVE":
        publish(call, project, journey)
    return journey.document


@operation("UpdateJourney")
def update_journey(call: Call) -> JSON:
    """Change a draft, and publish it with the State ACTIVE; a published journey is a 409.

    Members that are sent replace the old ones whole, the others stay.
    """
    project = call.project()
    journey = _journey(call, project)
    if journey.state != "DRAFT":
        raise Conflict(f"The journey is {journey.state}: only a DRAFT can be changed")
    document: JSON = {**journey.document, **_sent(call), "LastModifiedDate": call.date}
    _check(call, project, document)
    journey.document = document
    if document["State"] == "ACTIVE":
        publish(call, project, journey)
    return journey.document


@operation("UpdateJourneyState")
def update_journey_state(call: Call) -> JSON:
    """Publish a draft, pause, resume or cancel a journey; every other change is a 400.

    Only a journey with RefreshFrequency can be paused. Participants of a cancelled journey stop at
    once: between two activities nothing is in progress here.
    """
    project = call.project()
    journey = _journey(call, project)
    if "State" not in call.body:
        raise BadRequest("State is required")
    wanted: str = call.body["State"]
    change = _CHANGES.get((journey.state, wanted))
    if change is None:
        possible = [new for old, new in _CHANGES if old == journey.state]
        raise BadRequest(
            f"A journey that is {journey.state} cannot become {wanted};"
            f" it can become {' or '.join(possible) or 'nothing else'}"
        )
    document: JSON = {**journey.document, "State": wanted, "LastModifiedDate": call.date}
    change.check(call, project, document)
    journey.document = document
    change.perform(call, project, journey)
    return journey.document


@operation("DeleteJourney")
def delete_journey(call: Call) -> JSON:
    """Delete a journey in any state, with its runs; returns what it was."""
    project = call.project()
    journey = _journey(call, project)
    forget(call, project, journey)
    del project.journeys[journey.id]
    return journey.document


@operation("GetJourney")
def get_journey(call: Call) -> JSON:
    """One journey."""
    return _journey(call, call.project()).document


@operation("ListJourneys")
def list_journeys(call: Call) -> JSON:
    """The journeys of a project, oldest first."""
    journeys = list(call.project().journeys.values())
    return page(call, journeys, attrgetter("position"), attrgetter("document"))


@operation("GetJourneyRuns")
def get_journey_runs(call: Call) -> JSON:
    """The runs of a journey, oldest first; a scheduled one is the last."""
    runs = list(_journey(call, call.project()).runs.values())
    return page(call, runs, attrgetter("position"), _run_document)


def _run_document(run: JourneyRun) -> JSON:
    return {
        "CreationTime": format_date(run.created),
        "LastUpdateTime": format_date(run.updated),
        "RunId": run.id,
        "Status": run.status,
    }


def _journey(call: Call, project: Project) -> Journey:
    return call.found(project.journeys, "JourneyId")


def _sent(call: Call) -> JSON:
    """The request, with the dates of its schedule in the form in which the service writes them."""
    schedule: JSON = call.body.get("Schedule", {})
    written = {
        name: _date(f"Schedule.{name}", value)
        for name, value in schedule.items()
        if name in ("StartTime", "EndTime")
    }
    return {**call.body, **({"Schedule": {**schedule, **written}} if schedule else {})}


def _date(path: str, value: str | float) -> str:
    if isinstance(value, str):
        return format_date(checked_date(path, value))
    try:
        return format_date(datetime.fromtimestamp(value, timezone.utc))
    except (ValueError, OverflowError, OSError) as error:
        raise BadRequest(f"{path} must be a date in ISO 8601 form") from error


def _check(call: Call, project: Project, document: JSON) -> None:
    state = document["State"]
    if state not in _WRITABLE_STATES:
        raise BadRequest(f"State must be {' or '.join(_WRITABLE_STATES)}, got {state}")
    check_journey(document, call.account.quotas)
    if state == "ACTIVE":
        _check_to_publish(call, project, document)


def _check_to_publish(context: Context, project: Project, document: JSON) -> None:
    check_to_publish(context, project, document)
    limit = context.account.quotas.active_journeys
    if _active_journeys(context.account) >= limit:
        raise BadRequest(f"At most {limit} journeys are active at once")


def _active_journeys(account: Account) -> int:
    return sum(
        journey.state in ("ACTIVE", "PAUSED")
        for project in account.projects.values()
        for journey in project.journeys.values()
    )


def _nothing(_: Context, __: Project, ___: JSON) -> None:
    pass


def _check_to_pause(_: Context, __: Project, document: JSON) -> None:
    if not document.get("RefreshFrequency"):
        raise BadRequest("Only a journey with RefreshFrequency can be PAUSED")


@define(frozen=True)
class _Change:
    """How to change to another State: ``check`` gets the document as it would be."""

    perform: Callable[[Context, Project, Journey], None]
    check: Callable[[Context, Project, JSON], None] = _nothing


_States: TypeAlias = tuple[str, str]

_CHANGES: Mapping[_States, _Change] = {
    ("DRAFT", "ACTIVE"): _Change(publish, _check_to_publish),
    ("DRAFT", "CANCELLED"): _Change(cancel),
    ("ACTIVE", "PAUSED"): _Change(pause, _check_to_pause),
    ("ACTIVE", "CANCELLED"): _Change(cancel),
    ("PAUSED", "ACTIVE"): _Change(resume),
    ("PAUSED", "CANCELLED"): _Change(cancel),
    ("CLOSED", "CANCELLED"): _Change(cancel),
}
