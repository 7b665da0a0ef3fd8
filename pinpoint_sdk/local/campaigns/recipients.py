"""Whom a campaign sends to."""

from __future__ import annotations

from datetime import datetime, timezone, tzinfo

from pinpoint_sdk.local.audience import has_member, members_of
from pinpoint_sdk.local.call import Context
from pinpoint_sdk.local.campaigns.local_time import time_zone, zone_of
from pinpoint_sdk.local.campaigns.treatments import Treatment, treatment_for, treatments_of
from pinpoint_sdk.local.dates import as_utc
from pinpoint_sdk.local.state import Project
from pinpoint_sdk.local.wire import JSON


class Turns:
    """When it is a local hour where endpoints are, the first time where the hour comes twice.

    An hour that a time zone leaves out is the one after it. Endpoints without a valid zone have
    the schedule's, or UTC.
    """

    def __init__(self, schedule: JSON, hour: datetime) -> None:
        """``hour`` is the local one, as if it were UTC."""
        self._default = time_zone(schedule.get("Timezone") or "UTC") or timezone.utc
        self._hour = hour
        self._known: dict[tzinfo, datetime] = {}

    def of(self, endpoint: JSON) -> datetime:
        """The moment when it is the hour where an endpoint is."""
        zone = zone_of(endpoint) or self._default
        if zone not in self._known:
            self._known[zone] = as_utc(self._hour.replace(tzinfo=zone, fold=0))
        return self._known[zone]


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
