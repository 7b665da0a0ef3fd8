"""Application settings: the defaults of a project's campaigns."""

from __future__ import annotations

from collections.abc import Mapping

from pinpoint_sdk.local.call import Call
from pinpoint_sdk.local.campaigns.quiet_time import check_quiet_time
from pinpoint_sdk.local.journeys.check import check_limits as check_journey_limits
from pinpoint_sdk.local.operations.registry import operation
from pinpoint_sdk.local.quotas import check_limits
from pinpoint_sdk.local.state import Project
from pinpoint_sdk.local.wire import JSON

# CampaignHook.Mode stays out: an empty string is none of its enum's values.
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
    """Replace the members that are sent, whole; the others stay.

    A limit of 0 is taken as "none", so that what GetApplicationSettings says can be sent back.
    """
    project = call.project()
    check_limits(call.body.get("Limits", {}), zero_is_unset=True)
    check_journey_limits("JourneyLimits", call.body.get("JourneyLimits", {}))
    check_quiet_time(call.body.get("QuietTime", {}))
    project.settings = {**(project.settings or {}), **call.body, "LastModifiedDate": call.date}
    return _document(project)


def _document(project: Project) -> JSON:
    written = project.settings or {"LastModifiedDate": project.document["CreationDate"]}
    filled = {name: {**absent, **written.get(name, {})} for name, absent in _ABSENT.items()}
    return {**written, **filled, "ApplicationId": project.id}
