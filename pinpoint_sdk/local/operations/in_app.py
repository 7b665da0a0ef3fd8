"""In-app messages: what an application fetches, and shows when an event of its own happens."""

from __future__ import annotations

from pinpoint_sdk.local.call import Call
from pinpoint_sdk.local.campaigns.limits import limits_of
from pinpoint_sdk.local.campaigns.recipients import is_in_segment
from pinpoint_sdk.local.campaigns.status import open_runs
from pinpoint_sdk.local.campaigns.treatments import Treatment, treatment_for, treatments_of
from pinpoint_sdk.local.faults import resource_not_found
from pinpoint_sdk.local.operations.registry import operation
from pinpoint_sdk.local.state import Account, Campaign
from pinpoint_sdk.local.wire import JSON

_CAPS = {"DailyCap": "Daily", "SessionCap": "Session", "TotalCap": "Total"}


@operation("GetInAppMessages")
def get_in_app_messages(call: Call) -> JSON:
    """The in-app messages that an endpoint may show now, by Priority, 1 first.

    They are those of campaigns with the Frequency IN_APP_EVENT that have begun and not ended, are
    not paused, and have the endpoint in their segment. Its opt-out does not matter, since nothing
    is sent. A template's content comes before the campaign's own; where there is neither, the
    campaign is left out. Caps that are not set read 0. Showing is the application's, so caps are
    told and not counted.
    """
    project = call.project()
    endpoint = project.endpoints.get(call.path["EndpointId"])
    if endpoint is None:
        raise resource_not_found()
    found: list[JSON] = []
    for campaign in project.campaigns.values():
        document = campaign.current
        treatment = treatment_for(document["Id"], treatments_of(document), endpoint["Id"])
        if (
            treatment is not None
            and _is_shown(campaign, treatment)
            and is_in_segment(call, project, document, endpoint)
            and (message := _message(call.account, treatment))
        ):
            found.append(_shown(campaign, treatment, message))
    return {"InAppMessageCampaigns": sorted(found, key=_priority)}


def _is_shown(campaign: Campaign, treatment: Treatment) -> bool:
    return (treatment.schedule or {}).get("Frequency") == "IN_APP_EVENT" and any(
        run.activity["State"] == "RUNNING" for run in open_runs(campaign, treatment.id)
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
    """Those without one come last."""
    return int(shown["Priority"]) or 6
