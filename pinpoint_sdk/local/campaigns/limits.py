"""How much a campaign may send, and how often to one endpoint."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from attrs import define

from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import DeliveryIndex, Project
from pinpoint_sdk.local.state.campaigns import Campaign

MESSAGES_PER_SECOND = 20_000
_DAY = timedelta(hours=24)

_RANGES: Mapping[str, tuple[int, int | None]] = {
    "Daily": (0, 100),
    "MaximumDuration": (60, None),
    "MessagesPerSecond": (1, MESSAGES_PER_SECOND),
    "Session": (0, None),
    "Total": (0, 100),
}


def check_campaign_limits(limits: JSON, *, zero_is_unset: bool = False) -> None:
    """Validate CampaignLimits.

    Raises:
        BadRequest: A limit is out of its range.
    """
    for name, value in limits.items():
        lowest, highest = _RANGES[name]
        if value == 0 and zero_is_unset:
            continue
        if value < lowest or (highest is not None and value > highest):
            wanted = f"at least {lowest}" if highest is None else f"from {lowest} to {highest}"
            raise BadRequest(f"Limits.{name} must be {wanted}, got {value}")


def limits_of(campaign: Campaign) -> JSON:
    """CampaignLimits: the campaign's own over those of its project; 0 means unlimited."""
    found: JSON = {}
    for limits in (campaign.defaults.get("Limits", {}), campaign.current["Limits"]):
        found.update({name: value for name, value in limits.items() if value})
    return found


@define(frozen=True)
class Allowance:
    """Says whether an endpoint may get one more message of a campaign.

    Total counts what the campaign sent in all its runs. Daily counts what it sent in the last 24
    hours; where the limit is the project's, what all campaigns and journeys did. Only messages
    that were delivered count.
    """

    project: Project
    campaign_id: str
    daily: int | None
    daily_is_for_all: bool
    total: int | None

    def allows(self, endpoint_id: str, now: datetime) -> bool:
        """Whether one more is within the limits now."""
        if self.daily is None and self.total is None:
            return True
        deliveries = _indexed(self.project)
        so_far = deliveries.totals.get(self.campaign_id, {}).get(endpoint_id, 0)
        if self.total is not None and so_far >= self.total:
            return False
        return self.daily is None or self._lately(deliveries, endpoint_id, now) < self.daily

    def _lately(self, deliveries: DeliveryIndex, endpoint_id: str, now: datetime) -> int:
        number = 0
        for position in reversed(deliveries.positions.get(endpoint_id, [])):
            attempt = self.project.attempts[position]
            if attempt.when <= now - _DAY:
                break
            number += self.daily_is_for_all or attempt.campaign_id == self.campaign_id
        return number


def allowance(project: Project, campaign: Campaign) -> Allowance:
    """The limits of a campaign."""
    limits = limits_of(campaign)
    return Allowance(
        project,
        campaign.id,
        daily=limits.get("Daily"),
        daily_is_for_all=not campaign.current["Limits"].get("Daily"),
        total=limits.get("Total"),
    )


def _indexed(project: Project) -> DeliveryIndex:
    """The index of a project's deliveries, brought up to date."""
    deliveries, attempts = project.deliveries, project.attempts
    for position in range(deliveries.indexed, len(attempts)):
        attempt = attempts[position]
        if attempt.endpoint_id is None or attempt.status != "SUCCESSFUL":
            continue
        if attempt.campaign_id or attempt.journey_id:
            deliveries.positions.setdefault(attempt.endpoint_id, []).append(position)
        if attempt.campaign_id:
            totals = deliveries.totals.setdefault(attempt.campaign_id, {})
            totals[attempt.endpoint_id] = totals.get(attempt.endpoint_id, 0) + 1
    deliveries.indexed = len(attempts)
    return deliveries
