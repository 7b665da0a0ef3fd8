"""The CampaignStatus of a campaign and of its treatments."""

from __future__ import annotations

from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.campaigns import Campaign

_ORDER = ("PAUSED", "EXECUTING", "PENDING_NEXT_RUN", "SCHEDULED", "DELETED", "COMPLETED")
"""The first status that a treatment has is the campaign's."""


def with_status(campaign: Campaign, *, is_lost: bool) -> JSON:
    """The latest version with the present status of the campaign and its treatments.

    Args:
        campaign: The campaign.
        is_lost: Whether its segment was deleted.
    """
    document = campaign.current
    by_treatment = {each: _status(campaign, each, is_lost=is_lost) for each in campaign.treatments}
    default, *others = by_treatment.values()
    shown: JSON = {**document, "State": _state(min(by_treatment.values(), key=_ORDER.index))}
    shown["AdditionalTreatments"] = [
        {**treatment, "State": _state(by_treatment[treatment["Id"]])}
        for treatment in document["AdditionalTreatments"]
    ]
    shown.pop("DefaultState", None)
    if others:
        shown["DefaultState"] = _state(default)
    return shown


def is_unscheduled(campaign: Campaign, treatment_id: str) -> bool:
    """Whether a treatment has no run scheduled or open, and has not finished."""
    if treatment_id in campaign.next_starts or campaign.open_runs(treatment_id):
        return False
    return (
        treatment_id not in campaign.started_treatments
        or treatment_id in campaign.cancelled_treatments
    )


def _status(campaign: Campaign, treatment_id: str, *, is_lost: bool) -> str:
    has_started = treatment_id in campaign.started_treatments
    is_scheduled = treatment_id in campaign.next_starts
    is_running = bool(campaign.open_runs(treatment_id))
    if has_started and not is_scheduled and not is_running:
        was_cancelled = is_lost and treatment_id in campaign.cancelled_treatments
        return "DELETED" if was_cancelled else "COMPLETED"
    if is_lost:
        return "DELETED"
    if campaign.current["IsPaused"]:
        return "PAUSED"
    if is_running:
        return "EXECUTING"
    return "PENDING_NEXT_RUN" if has_started else "SCHEDULED"


def _state(status: str) -> JSON:
    return {"CampaignStatus": status}
