"""In-app messages: what an application fetches, and shows when an event of its own happens."""

from __future__ import annotations

from pinpoint_sdk.local.campaigns.collect import is_in_segment
from pinpoint_sdk.local.campaigns.limits import limits_of
from pinpoint_sdk.local.campaigns.work import CampaignWork
from pinpoint_sdk.local.engine.call import Call, found
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Account
from pinpoint_sdk.local.state.campaigns import Campaign
from pinpoint_sdk.local.state.treatments import Treatment

_CAPS = {"DailyCap": "Daily", "SessionCap": "Session", "TotalCap": "Total"}


@operation("GetInAppMessages")
def get_in_app_messages(call: Call) -> JSON:
    """The in-app messages that an endpoint may show now, by Priority, 1 first.

    They are those of campaigns with the Frequency IN_APP_EVENT that have started and not ended, are
    not paused, and have the endpoint in their segment. Its opt-out does not matter, since nothing
    is sent. A template's content takes precedence over the campaign's own; a campaign without
    either is left out. Caps that are not set are 0. The application shows messages, so caps are
    reported and not counted.
    """
    project = call.project()
    endpoint = found(project.endpoints.get(call.path["EndpointId"]))
    shown: list[JSON] = []
    for campaign in project.campaigns.values():
        treatment = campaign.treatment_for(endpoint["Id"])
        work = CampaignWork(context=call, project=project, campaign=campaign)
        if (
            treatment is not None
            and _is_shown(campaign, treatment)
            and is_in_segment(work, endpoint)
            and (message := _message(call.account, treatment))
        ):
            shown.append(_shown(campaign, treatment, message))
    return {"InAppMessageCampaigns": sorted(shown, key=_priority)}


def _is_shown(campaign: Campaign, treatment: Treatment) -> bool:
    return (treatment.schedule or {}).get("Frequency") == "IN_APP_EVENT" and any(
        run.activity["State"] == "RUNNING" for run in campaign.open_runs(treatment.id)
    )


def _message(account: Account, treatment: Treatment) -> JSON | None:
    """An InAppMessage."""
    source: JSON | None = treatment.messages.get("InAppMessage")
    if reference := treatment.templates.get("InAppTemplate"):
        source = account.template("INAPP", reference.get("Name", ""), reference.get("Version"))
    if source is None:
        return None
    return {name: source[name] for name in ("Content", "CustomConfig", "Layout") if name in source}


def _shown(campaign: Campaign, treatment: Treatment, message: JSON) -> JSON:
    """An InAppMessageCampaign."""
    schedule, limits = treatment.schedule or {}, limits_of(campaign)
    return {
        "CampaignId": campaign.current["Id"],
        **{cap: limits.get(limit, 0) for cap, limit in _CAPS.items()},
        "InAppMessage": message,
        "Priority": campaign.current.get("Priority", 0),
        "Schedule": {
            "EndDate": schedule.get("EndTime"),
            "EventFilter": schedule["EventFilter"],
            "QuietTime": schedule.get("QuietTime") or campaign.defaults.get("QuietTime"),
        },
        "TreatmentId": treatment.id,
    }


def _priority(shown: JSON) -> int:
    """Messages without a Priority come last."""
    return int(shown["Priority"]) or 6
