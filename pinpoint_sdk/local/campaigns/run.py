"""Campaigns at work.

Each run of a treatment is an activity of the campaign. It goes in steps: it collects endpoints,
once or, in local time, for every time zone; it sends what a second allows; it schedules its next
step. The run of a campaign that waits for events lasts from its start to its end.
"""

from __future__ import annotations

from datetime import datetime

from pinpoint_sdk.local.campaigns import schedule as schedules
from pinpoint_sdk.local.campaigns.collect import (
    collect,
    count_time_zones,
    is_in_segment,
    may_receive,
)
from pinpoint_sdk.local.campaigns.send import send
from pinpoint_sdk.local.campaigns.step import Step
from pinpoint_sdk.local.campaigns.work import START, STEP, CampaignWork
from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.engine.registry import event_listener, task
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.segments.dimensions import matches_event
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.state.campaigns import CampaignRun
from pinpoint_sdk.local.times.dates import format_date


@task(START)
def start_run(context: Context, project_id: str, campaign_id: str, treatment_id: str) -> None:
    """Begin a run of a treatment, and schedule the one after it: runs may overlap."""
    work = _find(context, project_id, campaign_id)
    if work is None:
        return
    campaign = work.campaign
    schedule = campaign.treatments[treatment_id].schedule or {}
    scheduled = campaign.next_starts.pop(treatment_id)
    following = schedules.start_after(schedule, scheduled, campaign.first_days[treatment_id])
    if following:
        campaign.next_starts[treatment_id] = following
        work.schedule_start(treatment_id, schedules.run_begin(schedule, following))
    if treatment_id not in campaign.started_treatments:
        campaign.started_treatments.append(treatment_id)
    step = _new_run(work, treatment_id, scheduled)
    count_time_zones(step)
    _perform(step)


@task(STEP)
def continue_run(context: Context, project_id: str, campaign_id: str, activity_id: str) -> None:
    """Perform the next step of a run."""
    work = _find(context, project_id, campaign_id)
    if work is not None:
        run = work.campaign.runs[activity_id]
        run.next_step = None
        _perform(_step(work, run))


@event_listener("campaigns")
def start_event_campaigns(context: Context, project: Project, endpoint: JSON, event: JSON) -> None:
    """Let the campaigns that wait for such an event send to its endpoint.

    FilterType makes no difference here: the EventType says which event it is.
    """
    for campaign in project.campaigns.values():
        treatment = campaign.treatment_for(endpoint["Id"])
        schedule = treatment.schedule if treatment else None
        if treatment is None or schedule is None or schedule.get("Frequency") != "EVENT":
            continue
        work = CampaignWork(context=context, project=project, campaign=campaign)
        for run in campaign.open_runs(treatment.id):
            if (
                run.activity["State"] == "RUNNING"
                and matches_event(event, schedule["EventFilter"]["Dimensions"])
                and may_receive(treatment, endpoint)
                and is_in_segment(work, endpoint)
            ):
                step = _step(work, run)
                step.add_batch([endpoint["Id"]])
                _perform(step)


def _find(context: Context, project_id: str, campaign_id: str) -> CampaignWork | None:
    project = context.account.projects.get(project_id)
    campaign = project.campaigns.get(campaign_id) if project else None
    if project is None or campaign is None:
        return None
    return CampaignWork(context=context, project=project, campaign=campaign)


def _step(work: CampaignWork, run: CampaignRun) -> Step:
    return Step(context=work.context, project=work.project, campaign=work.campaign, run=run)


def _new_run(work: CampaignWork, treatment_id: str, scheduled: datetime) -> Step:
    """A run in local time begins with the zones that have not had the hour yet."""
    account, campaign = work.context.account, work.campaign
    schedule = campaign.treatments[treatment_id].schedule or {}
    activity: JSON = {
        "ApplicationId": work.project.id,
        "CampaignId": campaign.id,
        "ExecutionMetrics": {},
        "Id": account.ids.resource_id(),
        "ScheduledStart": format_date(scheduled),
        "Start": work.context.date,
        "State": "RUNNING",
        "SuccessfulEndpointCount": 0,
        "TimezonesCompletedCount": 0,
        "TimezonesTotalCount": 0,
        "TotalEndpointCount": 0,
        "TreatmentId": treatment_id,
    }
    run = CampaignRun(
        position=account.next_position(),
        treatment_id=treatment_id,
        scheduled=scheduled,
        activity=activity,
        next_collection=_first_collection(schedule, scheduled, work.now),
    )
    campaign.runs[activity["Id"]] = run
    campaign.open_run_ids.append(activity["Id"])
    return _step(work, run)


def _first_collection(schedule: JSON, scheduled: datetime, now: datetime) -> datetime | None:
    if schedules.waits_for_events(schedule):
        return None
    return schedules.run_begin(schedule, scheduled) if schedules.is_local(schedule) else now


def _perform(step: Step) -> None:
    collect(step)
    if step.run.batches:
        send(step)
    if when := step.following():
        step.schedule_step(step.run, when)
    elif step.run.next_collection is None and not schedules.is_endless(step.schedule):
        step.close(step.run, "COMPLETED")
    step.show_status()
