"""Application settings: the defaults of a project's campaigns."""

from __future__ import annotations

from collections.abc import Mapping

from pinpoint_sdk.local.campaigns.limits import check_campaign_limits
from pinpoint_sdk.local.engine.call import Call
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.journeys.check import check_journey_limits
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.times.quiet_time import check_quiet_time

# CampaignHook.Mode is left out: an empty string is not a value of its enum.
_ABSENT: Mapping[str, JSON] = {
    "CampaignHook": {"LambdaFunctionName": "", "WebUrl": ""},
    "Limits": {
        "Daily": 0,
        "MaximumDuration": 0,
        "MessagesPerSecond": 0,
        "Session": 0,
        "Total": 0,
    },
    "QuietTime": {"End": "", "Start": ""},
}


@operation("GetApplicationSettings")
def get_application_settings(call: Call) -> JSON:
    """The settings. Until the first update LastModifiedDate is when the project was created."""
    return _document(call.project())


@operation("UpdateApplicationSettings")
def update_application_settings(call: Call) -> JSON:
    """Replace the members that are sent as a whole; the others stay.

    A limit of 0 means unlimited, so that what GetApplicationSettings returns can be sent back.
    """
    project = call.project()
    check_campaign_limits(call.body.get("Limits", {}), zero_is_unset=True)
    check_journey_limits("JourneyLimits", call.body.get("JourneyLimits", {}))
    check_quiet_time(call.body.get("QuietTime", {}))
    project.settings = {**(project.settings or {}), **call.body, "LastModifiedDate": call.date}
    return _document(project)


def _document(project: Project) -> JSON:
    written = project.settings or {"LastModifiedDate": project.document["CreationDate"]}
    filled = {name: {**absent, **written.get(name, {})} for name, absent in _ABSENT.items()}
    return {**written, **filled, "ApplicationId": project.id}
