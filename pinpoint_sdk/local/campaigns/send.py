"""What a run sends in one second, and to whom."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from datetime import datetime
from functools import partial

from pinpoint_sdk.local.campaigns import schedule as schedules
from pinpoint_sdk.local.campaigns.collect import may_receive
from pinpoint_sdk.local.campaigns.limits import MESSAGES_PER_SECOND, allowance, limits_of
from pinpoint_sdk.local.campaigns.step import Step
from pinpoint_sdk.local.messages.delivery import Delivery, Origin
from pinpoint_sdk.local.state.campaigns import CampaignRun
from pinpoint_sdk.local.state.fixed_window import FixedWindow
from pinpoint_sdk.local.times.quiet_time import is_quiet


def send(step: Step) -> None:
    """Send to as many endpoints as the present second still allows.

    An endpoint that is in quiet time, at a limit, or gone since it was collected gets nothing from
    the run, not later either. Of endpoints with one address one is reached, but each event counts
    for itself.
    """
    treatment, campaign, now = step.treatment, step.campaign, step.now
    quiet_time = step.schedule.get("QuietTime") or campaign.defaults.get("QuietTime")
    waits_for_events = schedules.waits_for_events(step.schedule)
    limits = allowance(step.project, campaign)
    origin = Origin(
        sent_by="campaign",
        campaign_id=campaign.id,
        treatment_id=treatment.origin_id,
        activity_id=step.run.activity["Id"],
    )
    new_delivery = partial(
        Delivery, step.context, step.project, treatment.messages, treatment.templates, origin
    )
    delivery = new_delivery()
    window = campaign.windows.setdefault(treatment.id, FixedWindow())
    allowed = window.left(_messages_per_second(step), now)
    tried = reached = 0
    with closing(_waiting(step.run, now)) as endpoint_ids:
        while tried < allowed and (endpoint_id := next(endpoint_ids, None)) is not None:
            endpoint = step.project.endpoints.get(endpoint_id)
            if endpoint is None or not may_receive(treatment, endpoint):
                continue
            if quiet_time and is_quiet(quiet_time, endpoint, now):
                continue
            if not limits.allows(endpoint_id, now):
                continue
            if waits_for_events:
                delivery = new_delivery()
            tried += 1
            reached += delivery.to_endpoint(endpoint_id)["DeliveryStatus"] == "SUCCESSFUL"
    window.count(tried, now)
    step.count(SuccessfulEndpointCount=reached, TotalEndpointCount=tried)


def _waiting(run: CampaignRun, now: datetime) -> Generator[str, None, None]:
    """The endpoints that wait for their message, in order; closing it removes those taken."""
    while run.batches:
        batch = run.batches[0]
        in_time = batch.until is None or now < batch.until
        taken = 0
        try:
            for endpoint_id in batch.endpoint_ids if in_time else ():
                taken += 1
                yield endpoint_id
        finally:
            batch.endpoint_ids = batch.endpoint_ids[taken:] if in_time else []
            if not batch.endpoint_ids:
                run.batches.pop(0)


def _messages_per_second(step: Step) -> int:
    """The treatments share the campaign's MessagesPerSecond by their sizes; each has at least 1."""
    limit: int = limits_of(step.campaign).get("MessagesPerSecond", MESSAGES_PER_SECOND)
    everybody: int = 100 - step.campaign.current["HoldoutPercent"]
    return max(1, limit * len(step.treatment.buckets) // max(1, everybody))
