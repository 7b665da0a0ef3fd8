"""Journeys at work: their runs, and the way of participants from activity to activity."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from attrs import define

from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.engine.registry import event_listener, task
from pinpoint_sdk.local.journeys.activities import KINDS, Paths, kind_of
from pinpoint_sdk.local.journeys.step import STEP, Step
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.segments.dimensions import matches_event
from pinpoint_sdk.local.segments.membership import has_member, members_of
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.state.journeys import Journey, JourneyRun, Participant
from pinpoint_sdk.local.times.dates import parse_date
from pinpoint_sdk.local.times.durations import parse_duration

_START, _CLOSE = "journey.start", "journey.close"


def publish(context: Context, project: Project, journey: Journey) -> None:
    """Schedule the first run of a journey that became ACTIVE: at its StartTime, or now if past."""
    schedule: JSON = journey.document.get("Schedule", {})
    start = parse_date(schedule["StartTime"]) if "StartTime" in schedule else context.now
    _plan_run(context, project, journey, max(start, context.now))
    schedule_close(context, project, journey)


def schedule_close(context: Context, project: Project, journey: Journey) -> None:
    """Have nobody enter after the EndTime, where there is one."""
    schedule: JSON = journey.document.get("Schedule", {})
    if "EndTime" in schedule:
        end = parse_date(schedule["EndTime"])
        context.account.scheduler.add(end, _CLOSE, project.id, journey.id)


def pause(context: Context, project: Project, journey: Journey) -> None:
    """Stop everything in a journey until it is resumed."""
    _stop_tasks(context, project, journey)
    journey.paused_at = context.now


def resume(context: Context, project: Project, journey: Journey) -> None:
    """Continue where the journey was paused.

    Participants wait longer by the length of the pause, except those who wait for a date. A run
    that was due during the pause starts now.
    """
    pause_length = context.now - (journey.paused_at or context.now)
    journey.paused_at = None
    for name, waiting in journey.waiting.items():
        activity: JSON = journey.document["Activities"][waiting.activity_id]
        if "WaitUntil" not in _wait_time(activity):
            waiting.until += pause_length
        waiting.until = max(waiting.until, context.now)
        context.account.scheduler.add(waiting.until, STEP, project.id, journey.id, name)
    for run in journey.runs.values():
        if run.status == "SCHEDULED":
            when = max(run.planned, context.now)
            context.account.scheduler.add(when, _START, project.id, journey.id, run.id)


def cancel(context: Context, project: Project, journey: Journey) -> None:
    """Cancel a journey and everything in it that is not complete."""
    forget(context, project, journey)
    for participant in journey.participants.values():
        _add(journey.runs[participant.run_id], "CANCELLED")
    journey.participants.clear()
    for run in journey.runs.values():
        if run.status != "COMPLETED":
            _set_status(context, run, "CANCELLED")
    journey.set_state("CANCELLED")


def forget(context: Context, project: Project, journey: Journey) -> None:
    """Remove everything of a journey from the scheduler for good."""
    _stop_tasks(context, project, journey)
    context.account.scheduler.cancel(_CLOSE, project.id, journey.id)
    journey.waiting.clear()


@event_listener("journeys")
def advance_journeys(context: Context, project: Project, endpoint: JSON, event: JSON) -> None:
    """Let an event start journeys of an endpoint, and keep it for splits that ask for it later."""
    for journey in list(project.journeys.values()):
        participant = journey.participants.get(endpoint["Id"])
        if participant is not None:
            participant.events.append(event)
        run = _run_that_waits_for(context, project, journey, endpoint, event)
        if run is not None:
            _Walk(context, project, journey, run).enter([endpoint])
            _settle(context, journey)


def _run_that_waits_for(
    context: Context, project: Project, journey: Journey, endpoint: JSON, event: JSON
) -> JourneyRun | None:
    """The run of an ACTIVE journey that an event lets an endpoint of its segment enter."""
    condition = _start_event(journey)
    if condition is None or journey.state != "ACTIVE":
        return None
    run = next((run for run in journey.runs.values() if run.status == "RUNNING"), None)
    if run is None or not matches_event(event, condition["EventFilter"]["Dimensions"]):
        return None
    segment_id = condition.get("SegmentId")
    if segment_id and not has_member(context, project, segment_id, None, endpoint):
        return None
    return run


def _start_event(journey: Journey) -> JSON | None:
    condition: JSON | None = journey.document["StartCondition"].get("EventStartCondition")
    return condition


def _plan_run(context: Context, project: Project, journey: Journey, when: datetime) -> None:
    run = JourneyRun(
        position=context.account.next_position(),
        id=context.account.ids.resource_id(),
        planned=when,
        created=context.now,
        updated=context.now,
    )
    journey.runs[run.id] = run
    context.account.scheduler.add(when, _START, project.id, journey.id, run.id)


def _stop_tasks(context: Context, project: Project, journey: Journey) -> None:
    for name in journey.waiting:
        context.account.scheduler.cancel(STEP, project.id, journey.id, name)
    for run in journey.runs.values():
        if run.status == "SCHEDULED":
            context.account.scheduler.cancel(_START, project.id, journey.id, run.id)


def _find(context: Context, project_id: str, journey_id: str) -> tuple[Project, Journey] | None:
    project = context.account.projects.get(project_id)
    journey = project.journeys.get(journey_id) if project is not None else None
    return None if project is None or journey is None else (project, journey)


@task(_START)
def _start(context: Context, project_id: str, journey_id: str, run_id: str) -> None:
    """Begin a run: the members of a segment enter now, others when an event of theirs happens.

    With RefreshFrequency the next run is scheduled, unless the journey ends before it. A journey
    of a segment without it is CLOSED: nobody else enters.
    """
    found = _find(context, project_id, journey_id)
    if found is None:
        return
    project, journey = found
    run = journey.runs[run_id]
    _set_status(context, run, "RUNNING")
    if _start_event(journey) is None:
        frequency = journey.document.get("RefreshFrequency")
        if frequency:
            _plan_next_run(context, project, journey, parse_duration(frequency))
        else:
            journey.set_state("CLOSED")
        segment_id = journey.document["StartCondition"]["SegmentStartCondition"]["SegmentId"]
        _Walk(context, project, journey, run).enter(members_of(context, project, segment_id))
    _settle(context, journey)


def _plan_next_run(
    context: Context, project: Project, journey: Journey, frequency: timedelta
) -> None:
    when = context.now + frequency
    end = journey.document.get("Schedule", {}).get("EndTime")
    if end is None or when < parse_date(end):
        _plan_run(context, project, journey, when)


@task(_CLOSE)
def _close(context: Context, project_id: str, journey_id: str) -> None:
    """Let nobody enter from now on; participants continue. A run that never began is CANCELLED."""
    found = _find(context, project_id, journey_id)
    if found is None:
        return
    project, journey = found
    if journey.state == "PAUSED":
        resume(context, project, journey)
    for run in journey.runs.values():
        if run.status == "SCHEDULED":
            context.account.scheduler.cancel(_START, project.id, journey.id, run.id)
            _set_status(context, run, "CANCELLED")
    if journey.state != "COMPLETED":
        journey.set_state("CLOSED")
    _settle(context, journey)


@task(STEP)
def _continue(context: Context, project_id: str, journey_id: str, name: str) -> None:
    """Perform an activity for participants who waited at it."""
    found = _find(context, project_id, journey_id)
    if found is None:
        return
    project, journey = found
    waiting = journey.waiting.pop(name)
    run = journey.runs[waiting.run_id]
    _Walk(context, project, journey, run).resume(waiting.activity_id, waiting.endpoint_ids)
    _settle(context, journey)


def _settle(context: Context, journey: Journey) -> None:
    """Complete every run, and the journey, that nobody is in or can still enter."""
    may_enter = _start_event(journey) is not None and journey.state != "CLOSED"
    for run in journey.runs.values():
        if run.status == "RUNNING" and not run.under_way and not may_enter:
            _set_status(context, run, "COMPLETED")
    if journey.state == "CLOSED" and not journey.participants:
        journey.set_state("COMPLETED")


def _set_status(context: Context, run: JourneyRun, status: str) -> None:
    run.status = status
    run.updated = context.now


def _add(run: JourneyRun, metric: str, number: int = 1) -> None:
    run.metrics[metric] = run.metrics.get(metric, 0) + number


def _wait_time(activity: JSON) -> JSON:
    settings: JSON = activity[kind_of(activity)]
    wait_time: JSON = settings.get("WaitTime") or settings.get("EvaluationWaitTime") or {}
    return wait_time


def _end_of_wait(activity: JSON, now: datetime) -> datetime:
    wait_time = _wait_time(activity)
    if "WaitUntil" in wait_time:
        return parse_date(wait_time["WaitUntil"])
    return now + parse_duration(wait_time["WaitFor"]) if "WaitFor" in wait_time else now


@define(frozen=True)
class _Walk:
    """The way of participants of one run at one time, up to where they wait."""

    context: Context
    project: Project
    journey: Journey
    run: JourneyRun

    def enter(self, endpoints: Iterable[JSON]) -> None:
        """Let the endpoints enter that may."""
        entered: list[str] = []
        for endpoint in endpoints:
            _add(self.run, "ENDPOINT_PRODUCED")
            rejection = self._rejection(endpoint)
            if rejection is not None:
                _add(self.run, rejection)
                continue
            _add(self.run, "ENDPOINT_ENTERED")
            endpoint_id: str = endpoint["Id"]
            self.journey.participants[endpoint_id] = Participant(self.run.id)
            self.journey.entries.setdefault(endpoint_id, []).append(self.context.now)
            entered.append(endpoint_id)
        self._lead([(self.journey.document["StartActivity"], entered)])

    def _rejection(self, endpoint: JSON) -> str | None:
        """The execution metric of what keeps an endpoint out.

        EndpointReentryCap is 1 by default: a refresh brings only new endpoints.
        """
        if not endpoint.get("ChannelType"):
            return "ENDPOINT_MISSING_CHANNEL"
        if not endpoint.get("Address"):
            return "ENDPOINT_MISSING_ADDRESS"
        if endpoint["OptOut"] == "ALL":
            return "ENDPOINT_OPT_OUT"
        if endpoint["EndpointStatus"] != "ACTIVE":
            return "ENDPOINT_INACTIVE"
        if endpoint["Id"] in self.journey.participants:
            return "ACTIVE_ENDPOINT_REJECTED"
        limits: JSON = self.journey.document["Limits"]
        entries = self.journey.entries.get(endpoint["Id"], [])
        most = limits.get("EndpointReentryCap", 1)
        interval = parse_duration(limits.get("EndpointReentryInterval", "PT0S"))
        if (most and len(entries) >= most) or (
            entries and self.context.now - entries[-1] < interval
        ):
            return "REENTRY_CAP_EXCEEDED"
        return None

    def resume(self, activity_id: str, endpoint_ids: list[str]) -> None:
        """Perform an activity for participants who waited at it."""
        step = self._step(activity_id)
        if "Wait" in step.activity:
            step.count("WAIT_FINISHED", len(endpoint_ids))
        self._perform(step, endpoint_ids)

    def _perform(self, step: Step, endpoint_ids: list[str]) -> None:
        kind = kind_of(step.activity)
        self._lead(KINDS[kind].perform(step, step.activity[kind], endpoint_ids))

    def _lead(self, paths: Paths) -> None:
        self.run.updated = self.context.now
        for activity_id, endpoint_ids in paths:
            if not endpoint_ids:
                continue
            if activity_id:
                self._arrive(activity_id, endpoint_ids)
            else:
                self._leave(endpoint_ids)

    def _arrive(self, activity_id: str, endpoint_ids: list[str]) -> None:
        step = self._step(activity_id)
        until = _end_of_wait(step.activity, self.context.now)
        waits = until > self.context.now
        if "Wait" in step.activity:
            step.count("WAIT_STARTED" if waits else "WAIT_SKIPPED", len(endpoint_ids))
        if waits:
            step.wait(until, endpoint_ids)
        else:
            self._perform(step, endpoint_ids)

    def _leave(self, endpoint_ids: list[str]) -> None:
        _add(self.run, "ENDPOINT_LEFT", len(endpoint_ids))
        for endpoint_id in endpoint_ids:
            del self.journey.participants[endpoint_id]

    def _step(self, activity_id: str) -> Step:
        return Step(
            context=self.context,
            project=self.project,
            journey=self.journey,
            run=self.run,
            activity_id=activity_id,
        )
