"""The settings of a project."""

from __future__ import annotations

from pinpoint_sdk.local.campaigns.limits import check_campaign_limits
from pinpoint_sdk.local.integrity.documents import check_part
from pinpoint_sdk.local.journeys.check import check_journey_limits
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.times.quiet_time import check_quiet_time


def check_settings(settings: JSON) -> None:
    """Check the settings of a project, or those that a campaign had when it was created.

    Raises:
        Invalid: They are not.
        BadRequest: A limit is out of range.
    """
    check_part(settings, "ApplicationSettingsResource")
    check_campaign_limits(settings.get("Limits", {}), zero_is_unset=True)
    check_journey_limits("JourneyLimits", settings.get("JourneyLimits", {}))
    check_quiet_time(settings.get("QuietTime", {}))
