"""Whom a campaign sends to."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from pinpoint_sdk.local.audience import has_member, members_of
from pinpoint_sdk.local.call import Context
from pinpoint_sdk.local.campaigns.local_time import time_zone, zone_of
from pinpoint_sdk.local.campaigns.treatments import Treatment, treatment_for, treatments_of
from pinpoint_sdk.local.state import Project
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
    """The endpoints that get a treatment; of those with one address, only one is ever active."""
    treatments = treatments_of(campaign)
    return [
        endpoint
        for endpoint in members_of(context, project, *_segment(campaign))
        if may_get(treatment, endpoint)
        and treatment_for(campaign["Id"], treatments, endpoint["Id"]) == treatment
    ]


def may_get(treatment: Treatment, endpoint: JSON) -> bool:
    """Whether an endpoint wants messages, and the treatment has one for its channel."""
    return (
        endpoint["EndpointStatus"] == "ACTIVE"
        and endpoint["OptOut"] != "ALL"
        and bool(endpoint.get("Address"))
        and treatment.serves(endpoint.get("ChannelType"))
    )


def is_in_segment(context: Context, project: Project, campaign: JSON, endpoint: JSON) -> bool:
    """Whether an endpoint is in the segment of a campaign."""
    return has_member(context, project, *_segment(campaign), endpoint)


def _segment(document: JSON) -> tuple[str, int]:
    return document["SegmentId"], document["SegmentVersion"]
