"""How a campaign and its runs are getting on."""

from __future__ import annotations

from pinpoint_sdk.local.call import Context
from pinpoint_sdk.local.campaigns.treatments import treatments_of
from pinpoint_sdk.local.state import Campaign, CampaignRun, Project
from pinpoint_sdk.local.wire import JSON

_OPEN = frozenset({"RUNNING", "PAUSED"})


def show_state(project: Project, campaign: Campaign) -> None:
    """Write into the latest version how the campaign and its treatments are getting on."""
    document = campaign.current
    is_lost = bool(document["SegmentId"]) and document["SegmentId"] not in project.segments
    by_treatment = {
        treatment.id: _status(campaign, treatment.id, is_lost=is_lost)
        for treatment in treatments_of(document)
    }
    default, *others = by_treatment.values()
    shown: JSON = {**document, "State": _state(_combined([default, *others]))}
    shown["AdditionalTreatments"] = [
        {**treatment, "State": _state(by_treatment[treatment["Id"]])}
        for treatment in document["AdditionalTreatments"]
    ]
    shown.pop("DefaultState", None)
    if others:
        shown["DefaultState"] = _state(default)
    campaign.versions[-1] = shown


_ORDER = ("PAUSED", "EXECUTING", "PENDING_NEXT_RUN", "SCHEDULED", "DELETED", "COMPLETED")


def _combined(statuses: list[str]) -> str:
    return min(statuses, key=_ORDER.index)


def _status(campaign: Campaign, treatment_id: str, *, is_lost: bool) -> str:
    has_begun = treatment_id in campaign.begun
    is_planned = treatment_id in campaign.next_starts
    is_running = bool(open_runs(campaign, treatment_id))
    if has_begun and not is_planned and not is_running:
        return "DELETED" if is_lost and treatment_id in campaign.cut_off else "COMPLETED"
    if is_lost:
        return "DELETED"
    if campaign.current["IsPaused"]:
        return "PAUSED"
    if is_running:
        return "EXECUTING"
    return "PENDING_NEXT_RUN" if has_begun else "SCHEDULED"


def has_yet_to_run(campaign: Campaign, treatment_id: str) -> bool:
    """Whether a treatment has nothing before it, but not because it is through."""
    if treatment_id in campaign.next_starts or open_runs(campaign, treatment_id):
        return False
    return treatment_id not in campaign.begun or treatment_id in campaign.cut_off


def _state(status: str) -> JSON:
    return {"CampaignStatus": status}


def close(context: Context, run: CampaignRun, state: str) -> None:
    """End a run. It failed where it tried and reached nobody."""
    activity = run.activity
    failed = activity["TotalEndpointCount"] > 0 and activity["SuccessfulEndpointCount"] == 0
    run.activity = {
        **activity,
        "End": context.date,
        "Result": "FAIL" if failed else "SUCCESS",
        "State": state,
    }
    run.waves, run.next_look, run.next_step = [], None, None
    run.told.clear()


def mark_runs(campaign: Campaign, state: str) -> None:
    """Give the runs that are not over a state, RUNNING or PAUSED."""
    for run in open_runs(campaign):
        run.activity = {**run.activity, "State": state}


def open_runs(campaign: Campaign, treatment_id: str | None = None) -> list[CampaignRun]:
    """The runs that are not over, of all treatments or of one."""
    return [
        run
        for run in campaign.runs
        if run.activity["State"] in _OPEN and treatment_id in (None, run.treatment_id)
    ]
