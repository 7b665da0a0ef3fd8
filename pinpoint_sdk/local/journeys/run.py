"""How journeys go: their runs, and the way of the participants from activity to activity."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from attrs import define

from pinpoint_sdk.local.agenda import task
from pinpoint_sdk.local.audience import has_member, matches_event, members_of
from pinpoint_sdk.local.call import Context
from pinpoint_sdk.local.dates import read_date
from pinpoint_sdk.local.event_hooks import on_event as hook
from pinpoint_sdk.local.journeys.activities import KINDS, Paths, kind_of
from pinpoint_sdk.local.journeys.durations import read_duration
from pinpoint_sdk.local.journeys.state import Journey, Participant, Run
from pinpoint_sdk.local.journeys.step import Step
from pinpoint_sdk.local.state import Project
from pinpoint_sdk.local.wire import JSON

__all__ = ["cancel", "forget", "on_event", "pause", "publish", "resume"]

_START, _GO_ON, _CLOSE = "journey.start", "journey.go-on", "journey.close"


def publish(context: Context, project: Project, journey: Journey) -> None:
    """Let a journey that has become ACTIVE start at its StartTime, or now where that is past."""
    schedule: JSON = journey.document.get("Schedule", {})
    start = read_date(schedule["StartTime"]) if "StartTime" in schedule else context.now
    _plan_run(context, project, journey, max(start, context.now))
    if "EndTime" in schedule:
        end = read_date(schedule["EndTime"])
        context.account.agenda.add(end, _CLOSE, project.id, journey.id)


def pause(context: Context, project: Project, journey: Journey) -> None:
    """Let nothing happen in a journey until it is resumed."""
    _stop_tasks(context, project, journey)
    journey.paused_at = context.now


def resume(context: Context, project: Project, journey: Journey) -> None:
    """Go on where the journey was paused.

    Participants wait as much longer as it stood still, but not those who wait for a date. A run
    that fell into the pause starts now.
    """
    stood_still = context.now - (journey.paused_at or context.now)
    journey.paused_at = None
    for name, waiting in journey.waiting.items():
        activity: JSON = journey.document["Activities"][waiting.activity_id]
        if "WaitUntil" not in _wait_time(activity):
            waiting.until += stood_still
        waiting.until = max(waiting.until, context.now)
        context.account.agenda.add(waiting.until, _GO_ON, project.id, journey.id, name)
    for run in journey.runs.values():
        if run.status == "SCHEDULED":
            when = max(run.planned, context.now)
            context.account.agenda.add(when, _START, project.id, journey.id, run.id)


def cancel(context: Context, project: Project, journey: Journey) -> None:
    """End a journey and all that is not complete of it."""
    forget(context, project, journey)
    for participant in journey.participants.values():
        _add(journey.runs[participant.run_id], "CANCELLED")
    journey.participants.clear()
    for run in journey.runs.values():
        if run.status != "COMPLETED":
            _set_status(context, run, "CANCELLED")
    journey.set_state("CANCELLED")


def forget(context: Context, project: Project, journey: Journey) -> None:
    """Take everything of a journey off the agenda for good."""
    _stop_tasks(context, project, journey)
    context.account.agenda.cancel(_CLOSE, project.id, journey.id)
    journey.waiting.clear()


@hook
def on_event(context: Context, project: Project, endpoint: JSON, event: JSON) -> None:
    """Take in an event of an endpoint: journeys start by it, and splits ask for it later."""
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
) -> Run | None:
    """The run of an ACTIVE journey that the event lets an endpoint of its segment enter."""
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
    run = Run(
        position=context.account.next_position(),
        id=context.account.ids.resource_id(),
        planned=when,
        created=context.now,
        updated=context.now,
    )
    journey.runs[run.id] = run
    context.account.agenda.add(when, _START, project.id, journey.id, run.id)


def _stop_tasks(context: Context, project: Project, journey: Journey) -> None:
    for name in journey.waiting:
        context.account.agenda.cancel(_GO_ON, project.id, journey.id, name)
    for run in journey.runs.values():
        if run.status == "SCHEDULED":
            context.account.agenda.cancel(_START, project.id, journey.id, run.id)


def _find(context: Context, project_id: str, journey_id: str) -> tuple[Project, Journey] | None:
    project = context.account.projects.get(project_id)
    journey = project.journeys.get(journey_id) if project is not None else None
    return None if project is None or journey is None else (project, journey)


@task(_START)
def _start(context: Context, project_id: str, journey_id: str, run_id: str) -> None:
    """Begin a run: a segment's members enter now, whom an event brings enters when it does.

    With RefreshFrequency the next run is planned, unless the journey ends before it. A journey of
    a segment without it is CLOSED: nobody else enters.
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
            _plan_next_run(context, project, journey, read_duration(frequency))
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
    if end is None or when < read_date(end):
        _plan_run(context, project, journey, when)


@task(_CLOSE)
def _close(context: Context, project_id: str, journey_id: str) -> None:
    """Let nobody enter from now on; who is in it goes on. A run that never started is CANCELLED."""
    found = _find(context, project_id, journey_id)
    if found is None:
        return
    project, journey = found
    if journey.state == "PAUSED":
        resume(context, project, journey)
    for run in journey.runs.values():
        if run.status == "SCHEDULED":
            context.account.agenda.cancel(_START, project.id, journey.id, run.id)
            _set_status(context, run, "CANCELLED")
    if journey.state != "COMPLETED":
        journey.set_state("CLOSED")
    _settle(context, journey)


@task(_GO_ON)
def _go_on(context: Context, project_id: str, journey_id: str, name: str) -> None:
    """Perform an activity for participants who waited at it."""
    found = _find(context, project_id, journey_id)
    if found is None:
        return
    project, journey = found
    waiting = journey.waiting.pop(name)
    run = journey.runs[waiting.run_id]
    _Walk(context, project, journey, run).go_on(waiting.activity_id, waiting.endpoint_ids)
    _settle(context, journey)


def _settle(context: Context, journey: Journey) -> None:
    """Complete what nobody is under way in any more, or can still enter."""
    may_enter = _start_event(journey) is not None and journey.state != "CLOSED"
    for run in journey.runs.values():
        if run.status == "RUNNING" and not run.under_way and not may_enter:
            _set_status(context, run, "COMPLETED")
    if journey.state == "CLOSED" and not journey.participants:
        journey.set_state("COMPLETED")


def _set_status(context: Context, run: Run, status: str) -> None:
    run.status = status
    run.updated = context.now


def _add(run: Run, metric: str, number: int = 1) -> None:
    run.metrics[metric] = run.metrics.get(metric, 0) + number


def _wait_time(activity: JSON) -> JSON:
    settings: JSON = activity[kind_of(activity)]
    wait_time: JSON = settings.get("WaitTime") or settings.get("EvaluationWaitTime") or {}
    return wait_time


def _end_of_wait(activity: JSON, now: datetime) -> datetime:
    wait_time = _wait_time(activity)
    if "WaitUntil" in wait_time:
        return read_date(wait_time["WaitUntil"])
    return now + read_duration(wait_time["WaitFor"]) if "WaitFor" in wait_time else now


@define(frozen=True)
class _Walk:
    """The way of participants of one run at one time, as far as it goes without waiting."""

    context: Context
    project: Project
    journey: Journey
    run: Run

    def enter(self, endpoints: Iterable[JSON]) -> None:
        """Let those of the endpoints enter that may."""
        entered: list[str] = []
        for endpoint in endpoints:
            _add(self.run, "ENDPOINT_PRODUCED")
            hindrance = self._hindrance(endpoint)
            if hindrance is not None:
                _add(self.run, hindrance)
                continue
            _add(self.run, "ENDPOINT_ENTERED")
            endpoint_id: str = endpoint["Id"]
            self.journey.participants[endpoint_id] = Participant(self.run.id)
            self.journey.entries.setdefault(endpoint_id, []).append(self.context.now)
            entered.append(endpoint_id)
        self._lead([(self.journey.document["StartActivity"], entered)])

    def _hindrance(self, endpoint: JSON) -> str | None:
        """The execution metric of what keeps an endpoint out.

        EndpointReentryCap is 1 where it is not said: a refresh brings those who are new.
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
        interval = read_duration(limits.get("EndpointReentryInterval", "PT0S"))
        if (most and len(entries) >= most) or (
            entries and self.context.now - entries[-1] < interval
        ):
            return "REENTRY_CAP_EXCEEDED"
        return None

    def go_on(self, activity_id: str, endpoint_ids: list[str]) -> None:
        """Lead participants on who waited at an activity."""
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
