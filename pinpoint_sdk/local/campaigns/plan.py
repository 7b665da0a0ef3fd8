"""Queueing the starts and steps of campaign runs; every treatment has its own schedule."""

from __future__ import annotations

from collections.abc import Mapping

from pinpoint_sdk.local.campaigns import schedule as schedules
from pinpoint_sdk.local.campaigns.status import is_unscheduled
from pinpoint_sdk.local.campaigns.work import CampaignWork
from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.state.treatments import Treatment


def replan(work: CampaignWork, former: Mapping[str, Treatment]) -> None:
    """Plan the runs of a campaign anew after it was written.

    A treatment with a new schedule starts over, and what it still had to send is cancelled; one
    with the old schedule continues. A campaign without a schedule or a segment waits for both.
    Starts that passed during a pause are skipped, except for one that would have been the last.

    Args:
        work: The campaign, with the new version.
        former: The treatments of the version before.
    """
    campaign = work.campaign
    work.unschedule()
    has_segment = campaign.current["SegmentId"] in work.project.segments
    old, new = _schedules(former), _schedules(campaign.treatments)
    for treatment_id in {**old, **new}:
        schedule = new.get(treatment_id)
        is_same = schedule == old.get(treatment_id)
        if is_same and not (has_segment and is_unscheduled(campaign, treatment_id)):
            continue
        _reset(work, treatment_id)
        if schedule and has_segment:
            start = schedules.first_start(schedule, work.now)
            campaign.next_starts[treatment_id] = start
            campaign.first_days[treatment_id] = start.day
    is_paused = campaign.current["IsPaused"]
    for run in campaign.open_runs():
        run.activity = {**run.activity, "State": "PAUSED" if is_paused else "RUNNING"}
    if not is_paused:
        _schedule(work, new)
    work.show_status()


def end_campaigns_of(context: Context, project: Project, segment_id: str) -> None:
    """End the campaigns of a deleted segment; what they still had to send is cancelled."""
    for campaign in project.campaigns.values():
        if campaign.current["SegmentId"] == segment_id:
            work = CampaignWork(context=context, project=project, campaign=campaign)
            work.unschedule()
            for treatment_id in campaign.treatments:
                _cancel(work, treatment_id)
            work.show_status()


def _schedules(treatments: Mapping[str, Treatment]) -> dict[str, JSON]:
    return {each.id: each.schedule for each in treatments.values() if each.schedule}


def _cancel(work: CampaignWork, treatment_id: str) -> None:
    """Cancel what a treatment still had to send, and note that it had something."""
    campaign = work.campaign
    runs = campaign.open_runs(treatment_id)
    if campaign.next_starts.pop(treatment_id, None) or runs:
        campaign.cancelled_treatments.append(treatment_id)
    for run in runs:
        work.close(run, "CANCELLED")


def _reset(work: CampaignWork, treatment_id: str) -> None:
    """Let a treatment be as if it had never started."""
    _cancel(work, treatment_id)
    for treatments in (work.campaign.started_treatments, work.campaign.cancelled_treatments):
        if treatment_id in treatments:
            treatments.remove(treatment_id)


def _schedule(work: CampaignWork, wanted: Mapping[str, JSON]) -> None:
    campaign = work.campaign
    for treatment_id, start in campaign.next_starts.items():
        schedule, day = wanted[treatment_id], campaign.first_days[treatment_id]
        next_start = schedules.next_start(schedule, start, day, work.now)
        campaign.next_starts[treatment_id] = next_start
        work.schedule_start(treatment_id, schedules.run_begin(schedule, next_start))
    for run in campaign.open_runs():
        if run.next_step is not None:
            work.schedule_step(run, run.next_step)
