"""Which endpoints a run sends to: all at once or, in local time, time zone by time zone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone, tzinfo

from pinpoint_sdk.local.campaigns import schedule as schedules
from pinpoint_sdk.local.campaigns.step import Step
from pinpoint_sdk.local.campaigns.work import CampaignWork
from pinpoint_sdk.local.messages.channels import CHANNELS
from pinpoint_sdk.local.messages.content import choose_message
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.segments.membership import has_member, members_of
from pinpoint_sdk.local.state.ids import bucket
from pinpoint_sdk.local.state.treatments import Treatment
from pinpoint_sdk.local.times.dates import as_utc
from pinpoint_sdk.local.times.time_zones import LAST_ZONE, time_zone, zone_of

_BETWEEN_ZONES = timedelta(minutes=15)


def collect(step: Step) -> None:
    """Add the endpoints whose time has come to the run."""
    run = step.run
    if run.next_collection is None or run.next_collection > step.now:
        return
    behind = timedelta()
    if schedules.is_local(step.schedule):
        endpoints = _whose_hour_it_is(step)
        behind = step.now - run.scheduled
    else:
        endpoints = _recipients(step)
        run.next_collection = None
    if endpoints:
        step.add_batch([endpoint["Id"] for endpoint in endpoints], behind)


def count_time_zones(step: Step) -> None:
    """Write into the activity how many start times the recipients have; 0 if not in local time."""
    if schedules.is_local(step.schedule):
        start_of = _local_start_times(step)
        step.count(TimezonesTotalCount=len({*map(start_of, _recipients(step))}))


def may_receive(treatment: Treatment, endpoint: JSON) -> bool:
    """Whether an endpoint accepts messages, and the treatment has one for its channel.

    Custom channels get no messages: nothing outside is called. In-app messages are not sent either.
    """
    channel = CHANNELS.get(endpoint.get("ChannelType") or "")
    return (
        channel is not None
        and endpoint["EndpointStatus"] == "ACTIVE"
        and endpoint["OptOut"] != "ALL"
        and bool(endpoint.get("Address"))
        and (
            channel.template in treatment.templates
            or choose_message(channel, treatment.messages) is not None
        )
    )


def is_in_segment(work: CampaignWork, endpoint: JSON) -> bool:
    """Whether an endpoint is in the segment of a campaign."""
    campaign = work.campaign.current
    segment = campaign["SegmentId"], campaign["SegmentVersion"]
    return has_member(work.context, work.project, *segment, endpoint)


def _recipients(step: Step) -> list[JSON]:
    """The endpoints that get the treatment; of those with one address, only one is ever active."""
    campaign, treatment = step.campaign.current, step.treatment
    segment = campaign["SegmentId"], campaign["SegmentVersion"]
    return [
        endpoint
        for endpoint in members_of(step.context, step.project, *segment)
        if bucket(f"{campaign['Id']}/{endpoint['Id']}") in treatment.buckets
        and may_receive(treatment, endpoint)
    ]


def _whose_hour_it_is(step: Step) -> list[JSON]:
    """The recipients who had the hour of the start since the last collection; plans the next one.

    Zones that had it before the campaign was created, or during a pause, are skipped. Whoever
    moves to another zone afterwards is not collected again.
    """
    run, now = step.run, step.now
    assert run.next_collection is not None
    turn = run.next_collection
    while turn < now:
        turn += _BETWEEN_ZONES
    following = turn if turn > now else turn + _BETWEEN_ZONES
    run.next_collection = following if following <= run.scheduled + LAST_ZONE else None
    if turn > now:
        return []
    start_of = _local_start_times(step)

    def is_due(endpoint: JSON) -> bool:
        is_now = now - _BETWEEN_ZONES < start_of(endpoint) <= now
        return is_now and endpoint["Id"] not in run.notified

    if not any(map(is_due, step.project.endpoints.all())):
        return []
    found = [*filter(is_due, _recipients(step))]
    if found:
        run.notified.update((endpoint["Id"], True) for endpoint in found)
        step.count(TimezonesCompletedCount=len({*map(start_of, found)}))
        done, total = (run.activity[f"Timezones{each}Count"] for each in ("Completed", "Total"))
        step.count(TimezonesTotalCount=max(0, done - total))
    return found


def _local_start_times(step: Step) -> Callable[[JSON], datetime]:
    """Maps an endpoint to the moment at which its clock shows the hour of the start.

    It is the first one where the hour comes twice, the hour after it where a time zone skips it.
    Endpoints without a valid zone have the schedule's, or UTC.
    """
    default = time_zone(step.schedule.get("Timezone") or "UTC") or timezone.utc
    hour = step.run.scheduled  # the local one, as if it were UTC
    known: dict[tzinfo, datetime] = {}

    def start_of(endpoint: JSON) -> datetime:
        zone = zone_of(endpoint) or default
        if zone not in known:
            known[zone] = as_utc(hour.replace(tzinfo=zone, fold=0))
        return known[zone]

    return start_of
