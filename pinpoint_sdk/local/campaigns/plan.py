"""What campaigns have before them: the starts of their runs and the steps of those that go on.

Every treatment runs by its own schedule.
"""

from __future__ import annotations

from datetime import datetime

from pinpoint_sdk.local.call import Context
from pinpoint_sdk.local.campaigns import schedule as schedules
from pinpoint_sdk.local.campaigns.status import (
    close,
    has_yet_to_run,
    mark_runs,
    open_runs,
    show_state,
)
from pinpoint_sdk.local.campaigns.treatments import treatments_of
from pinpoint_sdk.local.state import Campaign, CampaignRun, Project
from pinpoint_sdk.local.wire import JSON

START = "campaign"
"""The task that begins a run; its key: project, campaign, treatment."""
STEP = "campaign run"
"""The task that goes on with one; its key: project, campaign, activity."""


def plan(context: Context, project: Project, campaign: Campaign, former: JSON | None) -> None:
    """Plan anew what a write of the campaign has changed; ``former`` is what it was before.

    A treatment with a new schedule starts over, and what it still had to send is cancelled; one
    with the old schedule goes on. A campaign without a schedule or a segment waits for both.
    Starts that passed during a pause are left out, but for one that would have been the last.
    """
    _unschedule(context, project, campaign)
    has_segment = campaign.current["SegmentId"] in project.segments
    old, new = _schedules(former) if former else {}, _schedules(campaign.current)
    for treatment_id in {**old, **new}:
        schedule = new.get(treatment_id)
        is_same = schedule == old.get(treatment_id)
        if is_same and not (has_segment and has_yet_to_run(campaign, treatment_id)):
            continue
        _clear(context, campaign, treatment_id)
        if schedule and has_segment:
            start = schedules.first_start(schedule, context.now)
            campaign.next_starts[treatment_id] = start
            campaign.first_days[treatment_id] = start.day
    if campaign.current["IsPaused"]:
        mark_runs(campaign, "PAUSED")
    else:
        mark_runs(campaign, "RUNNING")
        _schedule(context, project, campaign, new)
    show_state(project, campaign)


def forget(context: Context, project: Project, campaign: Campaign) -> None:
    """Take everything that a campaign has before it off the agenda."""
    _unschedule(context, project, campaign)


def end_campaigns_of(context: Context, project: Project, segment_id: str) -> None:
    """End the campaigns of a segment that was deleted; what they had to send is cancelled."""
    for campaign in project.campaigns.values():
        if campaign.current["SegmentId"] == segment_id:
            _unschedule(context, project, campaign)
            for treatment in treatments_of(campaign.current):
                _cut_off(context, campaign, treatment.id)
            show_state(project, campaign)


def _schedules(document: JSON) -> dict[str, JSON]:
    """The schedules by treatment."""
    return {each.id: each.schedule for each in treatments_of(document) if each.schedule}


def _cut_off(context: Context, campaign: Campaign, treatment_id: str) -> None:
    """Cancel what a treatment still had to send, and keep in mind that it had."""
    runs = open_runs(campaign, treatment_id)
    if campaign.next_starts.pop(treatment_id, None) or runs:
        campaign.cut_off.append(treatment_id)
    for run in runs:
        close(context, run, "CANCELLED")


def _clear(context: Context, campaign: Campaign, treatment_id: str) -> None:
    """Let a treatment be as if it had never begun."""
    _cut_off(context, campaign, treatment_id)
    for treatments in (campaign.begun, campaign.cut_off):
        if treatment_id in treatments:
            treatments.remove(treatment_id)


def _schedule(
    context: Context, project: Project, campaign: Campaign, wanted: dict[str, JSON]
) -> None:
    for treatment_id, start in campaign.next_starts.items():
        schedule = wanted[treatment_id]
        day = campaign.first_days[treatment_id]
        next_start = schedules.next_start(schedule, start, day, context.now)
        campaign.next_starts[treatment_id] = next_start
        put_start(context, project, campaign, treatment_id, schedules.begins(schedule, next_start))
    for run in open_runs(campaign):
        if run.next_step is not None:
            put_step(context, project, campaign, run, run.next_step)


def _unschedule(context: Context, project: Project, campaign: Campaign) -> None:
    campaign_id, agenda = campaign.current["Id"], context.account.agenda
    former = campaign.versions[-2:]  # the treatments of the version before may be gone by now
    for treatment in (each for document in former for each in treatments_of(document)):
        agenda.cancel(START, project.id, campaign_id, treatment.id)
    for run in campaign.runs:
        if run.next_step is not None:
            agenda.cancel(STEP, project.id, campaign_id, run.activity["Id"])


def put_start(
    context: Context, project: Project, campaign: Campaign, treatment_id: str, when: datetime
) -> None:
    """Have a treatment begin a run."""
    key = project.id, campaign.current["Id"], treatment_id
    context.account.agenda.add(max(when, context.now), START, *key)


def put_step(
    context: Context, project: Project, campaign: Campaign, run: CampaignRun, when: datetime
) -> None:
    """Have a run go on then, and not when it was to before."""
    key = project.id, campaign.current["Id"], run.activity["Id"]
    if run.next_step is not None:
        context.account.agenda.cancel(STEP, *key)
    run.next_step = max(when, context.now)
    context.account.agenda.add(run.next_step, STEP, *key)
