"""What AWS still runs of Amazon Pinpoint, operation by operation.

AWS ended the engagement half of Amazon Pinpoint on 2026-10-30; "SMS, Voice, Mobile Push, OTP and
Phone Number Validate" go on as AWS End User Messaging, on the same API. AWS published no list of
operations: this one is a reading of those words.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from attrs import frozen

__all__ = ["ENDED_ON", "LIFECYCLES", "Lifecycle", "LifecycleStatus"]

LifecycleStatus: TypeAlias = Literal["RUNS", "UNCLEAR", "ENDED"]
"""Whether AWS still runs an operation, by our reading.

- ``RUNS``: AWS goes on with it, as AWS End User Messaging.
- ``UNCLEAR``: AWS does not say.
- ``ENDED``: ended on ``ENDED_ON``.
"""

ENDED_ON = date(2026, 10, 30)
"""The day on which AWS ended the engagement half of Amazon Pinpoint."""


@frozen
class Lifecycle:
    """Whether AWS still runs one operation."""

    operation: str
    """AWS's name of the operation, such as ``CreateCampaign``."""
    status: LifecycleStatus
    """Whether AWS still runs it."""
    successor: str | None = None
    """What AWS names in its place; None unless it ended."""

    def __str__(self) -> str:
        match self.status:
            case "RUNS":
                return "AWS still runs it."
            case "UNCLEAR":
                return "Whether AWS still runs it is unclear."
            case "ENDED":
                return f"AWS ended it on {ENDED_ON}; it points to {self.successor}."


def _operations(
    status: LifecycleStatus, names: str, successor: str | None = None
) -> list[Lifecycle]:
    return [Lifecycle(name, status, successor) for name in names.split()]


_ALL = [
    *_operations(
        "RUNS",
        """
        CreateApp DeleteAdmChannel DeleteApnsChannel DeleteApnsSandboxChannel
        DeleteApnsVoipChannel DeleteApnsVoipSandboxChannel DeleteApp DeleteBaiduChannel
        DeleteGcmChannel DeleteSmsChannel DeleteVoiceChannel GetAdmChannel
        GetApnsChannel GetApnsSandboxChannel GetApnsVoipChannel
        GetApnsVoipSandboxChannel GetApp GetApps GetBaiduChannel GetChannels
        GetGcmChannel GetSmsChannel GetVoiceChannel ListTagsForResource
        PhoneNumberValidate SendMessages SendOTPMessage TagResource UntagResource
        UpdateAdmChannel UpdateApnsChannel UpdateApnsSandboxChannel
        UpdateApnsVoipChannel UpdateApnsVoipSandboxChannel UpdateBaiduChannel
        UpdateGcmChannel UpdateSmsChannel UpdateVoiceChannel VerifyOTPMessage
        """,
    ),
    *_operations("UNCLEAR", "SendUsersMessages"),
    *_operations(
        "ENDED",
        """
        CreateCampaign CreateEmailTemplate CreateExportJob CreateImportJob
        CreateInAppTemplate CreateJourney CreatePushTemplate
        CreateRecommenderConfiguration CreateSegment CreateSmsTemplate
        CreateVoiceTemplate DeleteCampaign DeleteEmailTemplate DeleteEndpoint
        DeleteInAppTemplate DeleteJourney DeletePushTemplate
        DeleteRecommenderConfiguration DeleteSegment DeleteSmsTemplate
        DeleteUserEndpoints DeleteVoiceTemplate GetApplicationDateRangeKpi
        GetApplicationSettings GetCampaign GetCampaignActivities GetCampaignDateRangeKpi
        GetCampaignVersion GetCampaignVersions GetCampaigns GetEmailTemplate GetEndpoint
        GetExportJob GetExportJobs GetImportJob GetImportJobs GetInAppMessages
        GetInAppTemplate GetJourney GetJourneyDateRangeKpi
        GetJourneyExecutionActivityMetrics GetJourneyExecutionMetrics
        GetJourneyRunExecutionActivityMetrics GetJourneyRunExecutionMetrics
        GetJourneyRuns GetPushTemplate GetRecommenderConfiguration
        GetRecommenderConfigurations GetSegment GetSegmentExportJobs
        GetSegmentImportJobs GetSegmentVersion GetSegmentVersions GetSegments
        GetSmsTemplate GetUserEndpoints GetVoiceTemplate ListJourneys
        ListTemplateVersions ListTemplates RemoveAttributes UpdateApplicationSettings
        UpdateCampaign UpdateEmailTemplate UpdateEndpoint UpdateEndpointsBatch
        UpdateInAppTemplate UpdateJourney UpdateJourneyState UpdatePushTemplate
        UpdateRecommenderConfiguration UpdateSegment UpdateSmsTemplate
        UpdateTemplateActiveVersion UpdateVoiceTemplate
        """,
        "Amazon Connect (outbound campaigns, Customer Profiles)",
    ),
    *_operations(
        "ENDED",
        """
        DeleteEventStream GetEventStream PutEventStream PutEvents
        """,
        "Amazon Kinesis",
    ),
    *_operations(
        "ENDED",
        """
        DeleteEmailChannel GetEmailChannel UpdateEmailChannel
        """,
        "Amazon SES",
    ),
]

LIFECYCLES = {each.operation: each for each in _ALL}
"""The lifecycle of each of the 122 operations, by AWS's name of the operation."""
