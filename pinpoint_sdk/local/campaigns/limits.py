"""How much a campaign may send, and how often to one endpoint."""

from __future__ import annotations

from datetime import datetime, timedelta

from attrs import define

from pinpoint_sdk.local.state import Campaign, Project, Reached
from pinpoint_sdk.local.wire import JSON

MESSAGES_PER_SECOND = 20_000
_DAY = timedelta(hours=24)


def limits_of(campaign: Campaign) -> JSON:
    """CampaignLimits: the campaign's own over those of its project; 0 is no limit."""
    found: JSON = {}
    for limits in (campaign.defaults.get("Limits", {}), campaign.current["Limits"]):
        found.update({name: value for name, value in limits.items() if value})
    return found


@define(frozen=True)
class Allowance:
    """Says whether an endpoint may have one more message of a campaign.

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
        reached = _reached(self.project)
        so_far = reached.totals.get(self.campaign_id, {}).get(endpoint_id, 0)
        if self.total is not None and so_far >= self.total:
            return False
        return self.daily is None or self._lately(reached, endpoint_id, now) < self.daily

    def _lately(self, reached: Reached, endpoint_id: str, now: datetime) -> int:
        number = 0
        for place in reversed(reached.places.get(endpoint_id, [])):
            attempt = self.project.attempts[place]
            if attempt.when <= now - _DAY:
                break
            number += self.daily_is_for_all or attempt.campaign_id == self.campaign_id
        return number


def allowance(project: Project, campaign: Campaign) -> Allowance:
    """What the limits of a campaign come to."""
    limits = limits_of(campaign)
    return Allowance(
        project,
        campaign.current["Id"],
        daily=limits.get("Daily"),
        daily_is_for_all=not campaign.current["Limits"].get("Daily"),
        total=limits.get("Total"),
    )


def _reached(project: Project) -> Reached:
    """Where the messages of campaigns and journeys stand that endpoints had, up to now."""
    reached, attempts = project.reached, project.attempts
    for place in range(reached.counted, len(attempts)):
        attempt = attempts[place]
        if attempt.endpoint_id is None or attempt.status != "SUCCESSFUL":
            continue
        if attempt.campaign_id or attempt.journey_id:
            reached.places.setdefault(attempt.endpoint_id, []).append(place)
        if attempt.campaign_id:
            totals = reached.totals.setdefault(attempt.campaign_id, {})
            totals[attempt.endpoint_id] = totals.get(attempt.endpoint_id, 0) + 1
    reached.counted = len(attempts)
    return reached
