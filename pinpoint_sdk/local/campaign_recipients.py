"""Whom a campaign sends to."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from pinpoint_sdk.local.audience import has_member, members_of
from pinpoint_sdk.local.call import Context
from pinpoint_sdk.local.local_time import time_zone, zone_of
from pinpoint_sdk.local.state import Project
from pinpoint_sdk.local.treatments import Treatment, treatment_for, treatments_of
from pinpoint_sdk.local.wire import JSON


class Zones:
    """What the clocks of endpoints show; those without a valid zone have the schedule's, or UTC."""

    def __init__(self, schedule: JSON) -> None:
        self._default = time_zone(schedule.get("Timezone") or "UTC") or timezone.utc

    def shown_by(self, endpoint: JSON, moment: datetime) -> datetime:
        """The time where an endpoint is, as if it were UTC."""
        offset = moment.astimezone(zone_of(endpoint) or self._default).utcoffset()
        return moment + (offset or timedelta())


def recipients(
    context: Context, project: Project, campaign: JSON, treatment: Treatment
) -> list[JSON]:
    """The endpoints that get a treatment: of those with one address, the oldest stands for all."""
    treatments = treatments_of(campaign)
    seen: set[tuple[str, str]] = set()
    found: list[JSON] = []
    for endpoint in members_of(context, project, *_segment(campaign)):
        address = endpoint.get("ChannelType", ""), endpoint.get("Address", "")
        if address in seen or not _is_reachable(endpoint):
            continue
        seen.add(address)
        gets = treatment_for(campaign["Id"], treatments, endpoint["Id"])
        if gets == treatment and may_get(treatment, endpoint):
            found.append(endpoint)
    return found


def _is_reachable(endpoint: JSON) -> bool:
    return (
        endpoint["EndpointStatus"] == "ACTIVE"
        and endpoint["OptOut"] != "ALL"
        and bool(endpoint.get("Address"))
    )


def may_get(treatment: Treatment, endpoint: JSON) -> bool:
    """Whether an endpoint wants messages, and the treatment has one for its channel."""
    return _is_reachable(endpoint) and treatment.serves(endpoint.get("ChannelType"))


def is_in_segment(context: Context, project: Project, campaign: JSON, endpoint: JSON) -> bool:
    """Whether an endpoint is in the segment of a campaign."""
    return has_member(context, project, *_segment(campaign), endpoint)


def _segment(document: JSON) -> tuple[str, int]:
    return document["SegmentId"], document["SegmentVersion"]
