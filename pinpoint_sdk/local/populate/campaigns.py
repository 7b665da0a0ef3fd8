"""Campaigns, in the state that they had, with their versions and runs.

Loading sends nothing: a start that has passed by the service's clock is not made up for, and a run
that was under way does not go on, since answers do not say whom it had reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone
from functools import partial

from pinpoint_sdk.local.campaigns import schedule as schedules
from pinpoint_sdk.local.campaigns.limits import check_campaign_limits
from pinpoint_sdk.local.campaigns.work import CampaignWork
from pinpoint_sdk.local.operations.campaigns import DEFAULTS
from pinpoint_sdk.local.populate.places import Place
from pinpoint_sdk.local.populate.restoring import Restoring, oldest_first
from pinpoint_sdk.local.populate.saved import Kept
from pinpoint_sdk.local.populate.segments import with_gaps
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.segments.dimensions import check_dimensions
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.state.campaigns import Campaign, CampaignRun
from pinpoint_sdk.local.state.treatments import DEFAULT_TREATMENT, Treatment
from pinpoint_sdk.local.times.dates import parse_date
from pinpoint_sdk.local.times.time_zones import LAST_ZONE

_LONG_AGO = datetime.min.replace(tzinfo=timezone.utc)
_OVER = frozenset({"COMPLETED", "DELETED", "INVALID"})
_OPEN = frozenset({"RUNNING", "PAUSED"})
_ACTIVITY: JSON = {
    "ExecutionMetrics": {},
    "SuccessfulEndpointCount": 0,
    "TimezonesCompletedCount": 0,
    "TimezonesTotalCount": 0,
    "TotalEndpointCount": 0,
}


def restore_campaigns(restoring: Restoring, project: Project) -> None:
    """The campaigns of a project, oldest first."""
    by_id = restoring.saved.versions(project.id, "campaigns")
    activities: dict[str, list[Kept]] = {}
    for kept in restoring.saved.of(project.id, "campaign activities").values():
        activities.setdefault(kept.document["CampaignId"], []).append(kept)
    for latest in oldest_first(versions[max(versions)] for versions in by_id.values()):
        campaign_id: str = latest.document["Id"]
        versions = by_id[campaign_id]
        before = len(restoring.problems)
        for kept in versions.values():
            with restoring.collecting_problems(kept.place):
                _check(kept.document)
        if len(restoring.problems) > before:
            continue
        paused = latest.document.get("IsPaused", False)
        defaults: JSON = {
            **DEFAULTS,
            "Arn": f"{project.document['Arn']}/campaigns/{campaign_id}",
            "State": {"CampaignStatus": "PAUSED" if paused else "SCHEDULED"},
        }
        campaign = Campaign(
            restoring.position(),
            with_gaps(restoring, versions, defaults),
            defaults=project.settings or {},
        )
        project.campaigns[campaign_id] = campaign
        work = CampaignWork(context=restoring.context, project=project, campaign=campaign)
        _restore_runs(restoring, campaign, activities.get(campaign_id, []))
        for treatment in campaign.treatments.values():
            _go_on(restoring, work, treatment, latest.place)
    for campaign_id in [each for each in activities if each not in by_id]:
        for kept in activities[campaign_id]:
            why = f"its campaign, {campaign_id}, was not given"
            restoring.leave_out(kept.place, "an activity", why)


def _check(campaign: JSON) -> None:
    """Whether the service can work with it; that a start has passed does not matter."""
    check_campaign_limits(campaign.get("Limits", {}), zero_is_unset=True)
    treatments: list[JSON] = campaign.get("AdditionalTreatments", [])
    ids = [DEFAULT_TREATMENT, *(each["Id"] for each in treatments)]
    if len({*ids}) < len(ids):
        raise BadRequest(f"AdditionalTreatments: the ids must differ, and not be 0, got {ids[1:]}")
    shares = [campaign.get("HoldoutPercent", 0), *(each["SizePercent"] for each in treatments)]
    if min(shares) < 0 or sum(shares) > 100:
        raise BadRequest(
            f"HoldoutPercent and SizePercent must be from 0 to 100 together, got {shares}"
        )
    if campaign.get("SegmentVersion", 0) < 0:
        raise BadRequest("SegmentVersion must not be negative")
    for source in (campaign, *treatments):
        if "Schedule" in source:
            schedules.check_schedule(source["Schedule"], _LONG_AGO)
            event_filter: JSON = source["Schedule"].get("EventFilter", {})
            check_dimensions(event_filter.get("Dimensions", {}))


def _restore_runs(restoring: Restoring, campaign: Campaign, activities: Sequence[Kept]) -> None:
    """The runs of a campaign; one that was under way stays so.

    Answers list the newest first: those of one date are taken in the other order.
    """
    documents: list[JSON] = [{**_ACTIVITY, **kept.document} for kept in activities[::-1]]
    for activity in sorted(documents, key=partial(_scheduled, campaign)):
        run = CampaignRun(
            position=restoring.position(),
            treatment_id=activity.get("TreatmentId") or DEFAULT_TREATMENT,
            scheduled=_scheduled(campaign, activity),
            activity=activity,
            next_collection=None,
        )
        campaign.runs[activity["Id"]] = run
        treatment = campaign.treatments.get(run.treatment_id)
        if (
            treatment
            and activity.get("State") in _OPEN
            and _status(campaign, treatment) not in _OVER
        ):
            campaign.open_run_ids.append(activity["Id"])


def _scheduled(campaign: Campaign, activity: JSON) -> datetime:
    dates = (activity.get("ScheduledStart"), activity.get("Start"))
    return parse_date(next(filter(None, dates), campaign.current["CreationDate"]))


def _go_on(restoring: Restoring, work: CampaignWork, treatment: Treatment, place: Place) -> None:
    """Plan the next start of a treatment, if there is one, by the state that it had."""
    campaign, status = work.campaign, _status(work.campaign, treatment)
    segment = work.project.segments.get(campaign.current["SegmentId"])
    if status == "DELETED" and segment is None:
        campaign.cancelled_treatments.append(treatment.id)
    has_run = any(run.treatment_id == treatment.id for run in campaign.runs.values())
    if has_run or status not in ("SCHEDULED", "PAUSED"):
        campaign.started_treatments.append(treatment.id)
    if status in _OVER or not treatment.schedule:
        return
    number: int = campaign.current["SegmentVersion"]
    if segment is None or (number and segment.version(number) is None):
        why = "its segment, or the version of it, was not given"
        restoring.leave_out(place, f"the work of the {status} campaign", why)
    elif schedules.waits_for_events(treatment.schedule):
        _wait_for_events(restoring, work, treatment, place)
    else:
        _plan(restoring, work, treatment, place)


def _plan(restoring: Restoring, work: CampaignWork, treatment: Treatment, place: Place) -> None:
    """Plan the next start by the time; during a pause it is the first one of the pause."""
    campaign, schedule = work.campaign, treatment.schedule or {}
    status, is_paused = _status(campaign, treatment), campaign.current["IsPaused"]
    since = parse_date(campaign.current["LastModifiedDate"]) if is_paused else work.now
    first = schedules.first_start(schedule, parse_date(campaign.current["CreationDate"]))
    start = _start_from(schedule, first, since)
    if status == "EXECUTING":
        why = "answers do not say whom it had reached; it does not go on"
        restoring.leave_out(place, "the run of the EXECUTING campaign", why)
    elif start is None:
        why = f"its last start, {schedule['StartTime']}, has passed"
        restoring.leave_out(place, f"the work of the {status} campaign", why)
    if start is None or (is_paused and first < since):
        _note_start(campaign, treatment)
    if start is not None:
        _start_at(restoring, work, treatment, first, start)


def _wait_for_events(
    restoring: Restoring, work: CampaignWork, treatment: Treatment, place: Place
) -> None:
    """Let the run that waits for events go on, or a new one begin."""
    campaign, schedule = work.campaign, treatment.schedule or {}
    end, runs = schedules.end_of(schedule), campaign.open_runs(treatment.id)
    if end is not None and end <= work.now:
        why = f"its EndTime, {schedule['EndTime']}, has passed"
        restoring.leave_out(place, "the work of the campaign", why)
        _note_start(campaign, treatment)
    elif runs:
        for run in runs:
            run.next_step = end
            if end is not None and not campaign.current["IsPaused"]:
                restoring.afterwards.append(partial(work.schedule_step, run, end))
    else:
        start = schedules.first_start(schedule, parse_date(campaign.current["CreationDate"]))
        _start_at(restoring, work, treatment, start, start)


def _start_at(
    restoring: Restoring,
    work: CampaignWork,
    treatment: Treatment,
    first: datetime,
    start: datetime,
) -> None:
    campaign = work.campaign
    campaign.next_starts[treatment.id] = start
    campaign.first_days[treatment.id] = first.day
    if not campaign.current["IsPaused"]:
        begin = schedules.run_begin(treatment.schedule or {}, start)
        restoring.afterwards.append(partial(work.schedule_start, treatment.id, begin))


def _note_start(campaign: Campaign, treatment: Treatment) -> None:
    """Have an update without a new schedule not start the treatment again."""
    if treatment.id not in campaign.started_treatments:
        campaign.started_treatments.append(treatment.id)


def _start_from(schedule: JSON, first: datetime, since: datetime) -> datetime | None:
    """The first start that is not past at a time; None if there is none."""
    end = schedules.end_of(schedule)
    if end is not None and end <= since:
        return None
    near = first
    if step := schedules.STEPS.get(schedule.get("Frequency", "ONCE")):
        near += max(0, (since - first - LAST_ZONE) // step) * step
    start = schedules.next_start(schedule, near, first.day, since)
    reach = LAST_ZONE if schedules.is_local(schedule) else since - since
    return start if start + reach >= since else None


def _status(campaign: Campaign, treatment: Treatment) -> str:
    """The CampaignStatus of a treatment; where it has none of its own, the campaign's."""
    document = campaign.current
    states = {each["Id"]: each.get("State") for each in document["AdditionalTreatments"]}
    states[DEFAULT_TREATMENT] = document.get("DefaultState")
    state: JSON = states[treatment.id] or document["State"]
    status: str = state.get("CampaignStatus", "SCHEDULED")
    return status
