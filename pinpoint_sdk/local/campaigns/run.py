"""Campaigns at work.

Each run of a treatment is an activity of the campaign. It goes in steps: it looks for endpoints,
once or, in local time, for every time zone; it sends what a second may take; it puts its next step
on the agenda. The run of a campaign that waits for events lasts from its start to its end.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial

from pinpoint_sdk.local import event_hooks
from pinpoint_sdk.local.agenda import task
from pinpoint_sdk.local.audience import matches_event
from pinpoint_sdk.local.call import Context
from pinpoint_sdk.local.campaigns import schedule as schedules
from pinpoint_sdk.local.campaigns.limits import MESSAGES_PER_SECOND, allowance, limits_of
from pinpoint_sdk.local.campaigns.local_time import LAST_ZONE
from pinpoint_sdk.local.campaigns.plan import START, STEP, put_start, put_step
from pinpoint_sdk.local.campaigns.quiet_time import is_quiet
from pinpoint_sdk.local.campaigns.recipients import Turns, is_in_segment, may_get, recipients
from pinpoint_sdk.local.campaigns.status import close, open_runs, show_state
from pinpoint_sdk.local.campaigns.treatments import Treatment, treatment_for, treatments_of
from pinpoint_sdk.local.dates import write_date
from pinpoint_sdk.local.messages.delivery import Delivery, Origin
from pinpoint_sdk.local.pace import Pace
from pinpoint_sdk.local.state import Campaign, CampaignRun, Project, Wave
from pinpoint_sdk.local.wire import JSON

_SECOND = timedelta(seconds=1)
_BETWEEN_ZONES = timedelta(minutes=15)


@task(START)
def start(context: Context, project_id: str, campaign_id: str, treatment_id: str) -> None:
    """Begin a run of a treatment, and plan the one after it: runs may overlap."""
    project = context.account.projects.get(project_id)
    campaign = project.campaigns.get(campaign_id) if project else None
    if project is None or campaign is None:
        return
    treatment = _treatment(campaign, treatment_id)
    schedule = treatment.schedule or {}
    scheduled = campaign.next_starts.pop(treatment_id)
    following = schedules.start_after(schedule, scheduled, campaign.first_days[treatment_id])
    if following:
        campaign.next_starts[treatment_id] = following
        when = schedules.begins(schedule, following)
        put_start(context, project, campaign, treatment_id, when)
    if treatment_id not in campaign.begun:
        campaign.begun.append(treatment_id)
    run = _new_run(context, project, campaign, treatment, scheduled)
    campaign.runs.append(run)
    _go_on(context, project, campaign, run)


@task(STEP)
def step(context: Context, project_id: str, campaign_id: str, activity_id: str) -> None:
    """Go on with a run."""
    project = context.account.projects.get(project_id)
    campaign = project.campaigns.get(campaign_id) if project else None
    if project is None or campaign is None:
        return
    run = next(each for each in campaign.runs if each.activity["Id"] == activity_id)
    run.next_step = None
    _go_on(context, project, campaign, run)


@event_hooks.on_event
def on_event(context: Context, project: Project, endpoint: JSON, event: JSON) -> None:
    """Let the campaigns that wait for such an event send to its endpoint.

    FilterType makes no difference here: the EventType says which event it is.
    """
    for campaign in project.campaigns.values():
        document = campaign.current
        treatment = treatment_for(document["Id"], treatments_of(document), endpoint["Id"])
        schedule = treatment.schedule if treatment else None
        if treatment is None or schedule is None or schedule.get("Frequency") != "EVENT":
            continue
        for run in open_runs(campaign, treatment.id):
            if (
                run.activity["State"] == "RUNNING"
                and matches_event(event, schedule["EventFilter"]["Dimensions"])
                and may_get(treatment, endpoint)
                and is_in_segment(context, project, document, endpoint)
            ):
                until = _until(context, campaign, schedule)
                run.waves.append(Wave(endpoint_ids=[endpoint["Id"]], until=until))
                _go_on(context, project, campaign, run)


def _new_run(
    context: Context,
    project: Project,
    campaign: Campaign,
    treatment: Treatment,
    scheduled: datetime,
) -> CampaignRun:
    """A run in local time begins with the zones that have not had the hour yet."""
    schedule = treatment.schedule or {}
    next_look: datetime | None = None
    time_zones = 0
    if schedules.is_local(schedule):
        next_look = schedules.begins(schedule, scheduled)
        turns = Turns(schedule, scheduled)
        endpoints = recipients(context, project, campaign.current, treatment)
        time_zones = len({*map(turns.of, endpoints)})
    elif not schedules.waits_for_events(schedule):
        next_look = context.now
    account = context.account
    activity: JSON = {
        "ApplicationId": project.id,
        "CampaignId": campaign.current["Id"],
        "ExecutionMetrics": {},
        "Id": account.ids.resource_id(),
        "ScheduledStart": write_date(scheduled),
        "Start": context.date,
        "State": "RUNNING",
        "SuccessfulEndpointCount": 0,
        "TimezonesCompletedCount": 0,
        "TimezonesTotalCount": time_zones,
        "TotalEndpointCount": 0,
        "TreatmentId": treatment.id,
    }
    return CampaignRun(
        position=account.next_position(),
        treatment_id=treatment.id,
        scheduled=scheduled,
        activity=activity,
        next_look=next_look,
    )


def _go_on(context: Context, project: Project, campaign: Campaign, run: CampaignRun) -> None:
    treatment = _treatment(campaign, run.treatment_id)
    schedule = treatment.schedule or {}
    _look(context, project, campaign, run, treatment)
    if run.waves:
        with closing(_waiting(run, context.now)) as endpoint_ids:
            _send(context, project, campaign, run, treatment, endpoint_ids)
    if when := _next_step(context.now, run, schedule):
        put_step(context, project, campaign, run, when)
    elif run.next_look is None and not _goes_on_forever(schedule):
        close(context, run, "COMPLETED")
    show_state(project, campaign)


def _next_step(now: datetime, run: CampaignRun, schedule: JSON) -> datetime | None:
    if run.waves:
        return now + _SECOND
    if run.next_look is not None:
        return run.next_look
    if schedules.waits_for_events(schedule):
        end = schedules.end_of(schedule)
        return end if end and end > now else None
    return None


def _goes_on_forever(schedule: JSON) -> bool:
    return schedules.waits_for_events(schedule) and schedules.end_of(schedule) is None


# Looking


def _look(
    context: Context,
    project: Project,
    campaign: Campaign,
    run: CampaignRun,
    treatment: Treatment,
) -> None:
    """Add the endpoints whose turn has come. MaximumDuration and EndTime say until when it is."""
    if run.next_look is None or run.next_look > context.now:
        return
    schedule = treatment.schedule or {}
    behind = timedelta()
    if schedules.is_local(schedule):
        endpoints = _those_whose_turn_it_is(context, project, campaign, run, treatment)
        behind = context.now - run.scheduled
    else:
        endpoints = recipients(context, project, campaign.current, treatment)
        run.next_look = None
    if endpoints:
        ids = [endpoint["Id"] for endpoint in endpoints]
        run.waves.append(Wave(endpoint_ids=ids, until=_until(context, campaign, schedule, behind)))


def _those_whose_turn_it_is(
    context: Context,
    project: Project,
    campaign: Campaign,
    run: CampaignRun,
    treatment: Treatment,
) -> list[JSON]:
    """The recipients who had the hour of the start since the last look, and the next look set.

    Zones that had it before the campaign was created, or during a pause, are left out. Who moves
    to another zone afterwards has no second turn.
    """
    assert run.next_look is not None
    turns = Turns(treatment.schedule or {}, run.scheduled)
    turn = run.next_look
    while turn < context.now:
        turn += _BETWEEN_ZONES
    following = turn if turn > context.now else turn + _BETWEEN_ZONES
    run.next_look = following if following <= run.scheduled + LAST_ZONE else None
    if turn > context.now:
        return []

    def has_the_turn(endpoint: JSON) -> bool:
        is_now = context.now - _BETWEEN_ZONES < turns.of(endpoint) <= context.now
        return is_now and endpoint["Id"] not in run.told

    if not any(map(has_the_turn, project.endpoints.all())):
        return []
    found = [*filter(has_the_turn, recipients(context, project, campaign.current, treatment))]
    if found:
        run.told.update((endpoint["Id"], True) for endpoint in found)
        done = run.activity["TimezonesCompletedCount"] + len({*map(turns.of, found)})
        total = max(done, run.activity["TimezonesTotalCount"])
        run.activity = {
            **run.activity,
            "TimezonesCompletedCount": done,
            "TimezonesTotalCount": total,
        }
    return found


def _until(
    context: Context, campaign: Campaign, schedule: JSON, behind: timedelta = timedelta()
) -> datetime | None:
    """``behind`` is how far a local hour is behind UTC."""
    duration = limits_of(campaign).get("MaximumDuration")
    end = schedules.end_of(schedule)
    ends = [context.now + timedelta(seconds=duration)] if duration else []
    return min([*ends, end + behind] if end else ends, default=None)


# Sending


def _send(
    context: Context,
    project: Project,
    campaign: Campaign,
    run: CampaignRun,
    treatment: Treatment,
    endpoint_ids: Iterator[str],
) -> None:
    """Send to as many endpoints as the present second still takes.

    Who is in quiet time, at a limit, or was lost since the run looked gets nothing from it, not
    later either. Of endpoints with one address one is reached, but each event counts for itself.
    """
    schedule = treatment.schedule or {}
    quiet_time = schedule.get("QuietTime") or campaign.defaults.get("QuietTime")
    limits, now = allowance(project, campaign), context.now
    origin = Origin(
        sent_by="campaign",
        campaign_id=campaign.current["Id"],
        treatment_id=treatment.origin_id,
        activity_id=run.activity["Id"],
    )
    new_delivery = partial(
        Delivery, context, project, treatment.messages, treatment.templates, origin
    )
    delivery = new_delivery()
    pace = campaign.paces.setdefault(treatment.id, Pace())
    most = pace.left(_messages_per_second(campaign, treatment), now)
    tried = reached = 0
    while tried < most and (endpoint_id := next(endpoint_ids, None)) is not None:
        endpoint = project.endpoints.get(endpoint_id)
        if endpoint is None or not may_get(treatment, endpoint):
            continue
        if quiet_time and is_quiet(quiet_time, endpoint, now):
            continue
        if not limits.allows(endpoint_id, now):
            continue
        if schedules.waits_for_events(schedule):
            delivery = new_delivery()
        tried += 1
        reached += delivery.to_endpoint(endpoint_id)["DeliveryStatus"] == "SUCCESSFUL"
    pace.count(tried, now)
    run.activity = {
        **run.activity,
        "SuccessfulEndpointCount": run.activity["SuccessfulEndpointCount"] + reached,
        "TotalEndpointCount": run.activity["TotalEndpointCount"] + tried,
    }


def _waiting(run: CampaignRun, now: datetime) -> Generator[str, None, None]:
    """Those who wait for their message, in order; closed, it forgets who was taken."""
    while run.waves:
        wave = run.waves[0]
        in_time = wave.until is None or now < wave.until
        taken = 0
        try:
            for endpoint_id in wave.endpoint_ids if in_time else ():
                taken += 1
                yield endpoint_id
        finally:
            wave.endpoint_ids = wave.endpoint_ids[taken:] if in_time else []
            if not wave.endpoint_ids:
                run.waves.pop(0)


def _messages_per_second(campaign: Campaign, treatment: Treatment) -> int:
    """The treatments share what the campaign may send a second by their sizes, one at least."""
    limit: int = limits_of(campaign).get("MessagesPerSecond", MESSAGES_PER_SECOND)
    everybody: int = 100 - campaign.current["HoldoutPercent"]
    return max(1, limit * len(treatment.hundredths) // max(1, everybody))


def _treatment(campaign: Campaign, treatment_id: str) -> Treatment:
    return next(each for each in treatments_of(campaign.current) if each.id == treatment_id)
