"""An attrs class for every request and response shape, a ``Literal`` alias for every enum.

A name is loaded with its room on first use.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pinpoint_sdk.models.apps import *
    from pinpoint_sdk.models.base import Model as Model
    from pinpoint_sdk.models.base import Response as Response
    from pinpoint_sdk.models.base import ResponseMetadata as ResponseMetadata
    from pinpoint_sdk.models.campaigns import *
    from pinpoint_sdk.models.channels import *
    from pinpoint_sdk.models.common import *
    from pinpoint_sdk.models.endpoints import *
    from pinpoint_sdk.models.events import *
    from pinpoint_sdk.models.in_app import *
    from pinpoint_sdk.models.jobs import *
    from pinpoint_sdk.models.journeys import *
    from pinpoint_sdk.models.messages import *
    from pinpoint_sdk.models.metrics import *
    from pinpoint_sdk.models.otp import *
    from pinpoint_sdk.models.outcomes import *
    from pinpoint_sdk.models.phone_numbers import *
    from pinpoint_sdk.models.recommenders import *
    from pinpoint_sdk.models.segments import *
    from pinpoint_sdk.models.tags import *
    from pinpoint_sdk.models.templates import *

ROOMS = {
    "base": ["Model", "Response", "ResponseMetadata"],
    "apps": [
        "ApplicationResponse",
        "ApplicationSettingsJourneyLimits",
        "ApplicationSettingsResource",
        "ApplicationsResponse",
        "CreateApplicationRequest",
        "JourneyTimeframeCap",
        "WriteApplicationSettingsRequest",
    ],
    "campaigns": [
        "ActivitiesResponse",
        "ActivityResponse",
        "CampaignCustomMessage",
        "CampaignEmailMessage",
        "CampaignInAppMessage",
        "CampaignResponse",
        "CampaignSmsMessage",
        "CampaignState",
        "CampaignStatus",
        "CampaignsResponse",
        "CustomDeliveryConfiguration",
        "Frequency",
        "Message",
        "MessageConfiguration",
        "Schedule",
        "TreatmentResource",
        "WriteCampaignRequest",
        "WriteTreatmentResource",
    ],
    "channels": [
        "ADMChannelRequest",
        "ADMChannelResponse",
        "APNSChannelRequest",
        "APNSChannelResponse",
        "APNSSandboxChannelRequest",
        "APNSSandboxChannelResponse",
        "APNSVoipChannelRequest",
        "APNSVoipChannelResponse",
        "APNSVoipSandboxChannelRequest",
        "APNSVoipSandboxChannelResponse",
        "BaiduChannelRequest",
        "BaiduChannelResponse",
        "ChannelResponse",
        "ChannelsResponse",
        "EmailChannelRequest",
        "EmailChannelResponse",
        "GCMChannelRequest",
        "GCMChannelResponse",
        "SMSChannelRequest",
        "SMSChannelResponse",
        "VoiceChannelRequest",
        "VoiceChannelResponse",
    ],
    "common": [
        "Action",
        "AttributeDimension",
        "AttributeType",
        "CampaignEventFilter",
        "CampaignHook",
        "CampaignLimits",
        "ChannelType",
        "DimensionType",
        "EndpointTypesElement",
        "EventDimensions",
        "FilterType",
        "Format",
        "MessageBody",
        "MessageHeader",
        "MessageType",
        "MetricDimension",
        "Mode",
        "QuietTime",
        "SetDimension",
        "Template",
        "TemplateConfiguration",
    ],
    "endpoints": [
        "AttributesResource",
        "EndpointBatchItem",
        "EndpointBatchRequest",
        "EndpointDemographic",
        "EndpointLocation",
        "EndpointRequest",
        "EndpointResponse",
        "EndpointUser",
        "EndpointsResponse",
        "UpdateAttributesRequest",
    ],
    "events": [
        "EndpointItemResponse",
        "Event",
        "EventItemResponse",
        "EventStream",
        "EventsBatch",
        "EventsRequest",
        "EventsResponse",
        "ItemResponse",
        "PublicEndpoint",
        "Session",
        "WriteEventStream",
    ],
    "in_app": [
        "Alignment",
        "ButtonAction",
        "DefaultButtonConfiguration",
        "InAppCampaignSchedule",
        "InAppMessage",
        "InAppMessageBodyConfig",
        "InAppMessageButton",
        "InAppMessageCampaign",
        "InAppMessageContent",
        "InAppMessageHeaderConfig",
        "InAppMessagesResponse",
        "Layout",
        "OverrideButtonConfiguration",
    ],
    "jobs": [
        "ExportJobRequest",
        "ExportJobResource",
        "ExportJobResponse",
        "ExportJobsResponse",
        "ImportJobRequest",
        "ImportJobResource",
        "ImportJobResponse",
        "ImportJobsResponse",
        "JobStatus",
    ],
    "journeys": [
        "Activity",
        "ClosedDays",
        "ClosedDaysRule",
        "Condition",
        "ConditionalSplitActivity",
        "ContactCenterActivity",
        "CustomMessageActivity",
        "DayOfWeek",
        "EmailMessageActivity",
        "EventCondition",
        "EventFilter",
        "EventStartCondition",
        "HoldoutActivity",
        "JourneyChannelSettings",
        "JourneyCustomMessage",
        "JourneyEmailMessage",
        "JourneyLimits",
        "JourneyPushMessage",
        "JourneyResponse",
        "JourneyRunResponse",
        "JourneyRunStatus",
        "JourneyRunsResponse",
        "JourneySMSMessage",
        "JourneySchedule",
        "JourneyStateRequest",
        "JourneysResponse",
        "MultiConditionalBranch",
        "MultiConditionalSplitActivity",
        "OpenHours",
        "OpenHoursRule",
        "Operator",
        "PushMessageActivity",
        "RandomSplitActivity",
        "RandomSplitEntry",
        "SMSMessageActivity",
        "SegmentCondition",
        "SimpleCondition",
        "StartCondition",
        "State",
        "TimezoneEstimationMethodsElement",
        "WaitActivity",
        "WaitTime",
        "WriteJourneyRequest",
    ],
    "messages": [
        "ADMMessage",
        "APNSMessage",
        "AddressConfiguration",
        "BaiduMessage",
        "DefaultMessage",
        "DefaultPushNotificationMessage",
        "DirectMessageConfiguration",
        "EmailMessage",
        "EndpointMessageResult",
        "EndpointSendConfiguration",
        "GCMMessage",
        "MessageRequest",
        "MessageResponse",
        "MessageResult",
        "RawEmail",
        "SMSMessage",
        "SendUsersMessageRequest",
        "SendUsersMessageResponse",
        "SimpleEmail",
        "SimpleEmailPart",
        "VoiceMessage",
    ],
    "metrics": [
        "ApplicationDateRangeKpiResponse",
        "BaseKpiResult",
        "CampaignDateRangeKpiResponse",
        "JourneyDateRangeKpiResponse",
        "JourneyExecutionActivityMetricsResponse",
        "JourneyExecutionMetricsResponse",
        "JourneyRunExecutionActivityMetricsResponse",
        "JourneyRunExecutionMetricsResponse",
        "ResultRow",
        "ResultRowValue",
    ],
    "otp": [
        "SendOTPMessageRequestParameters",
        "VerificationResponse",
        "VerifyOTPMessageRequestParameters",
    ],
    "outcomes": [
        "DeliveryOutcome",
        "DeliveryReport",
        "DeliveryStatus",
        "EventOutcome",
        "EventReport",
    ],
    "phone_numbers": [
        "NumberValidateRequest",
        "NumberValidateResponse",
    ],
    "recommenders": [
        "CreateRecommenderConfiguration",
        "ListRecommenderConfigurationsResponse",
        "RecommenderConfigurationResponse",
        "UpdateRecommenderConfiguration",
    ],
    "segments": [
        "Duration",
        "GPSCoordinates",
        "GPSPointDimension",
        "Include",
        "RecencyDimension",
        "RecencyType",
        "SegmentBehaviors",
        "SegmentDemographics",
        "SegmentDimensions",
        "SegmentGroup",
        "SegmentGroupList",
        "SegmentImportResource",
        "SegmentLocation",
        "SegmentReference",
        "SegmentResponse",
        "SegmentType",
        "SegmentsResponse",
        "SourceType",
        "Type",
        "WriteSegmentRequest",
    ],
    "tags": [
        "TagsModel",
    ],
    "templates": [
        "APNSPushNotificationTemplate",
        "AndroidPushNotificationTemplate",
        "CreateTemplateMessageBody",
        "DefaultPushNotificationTemplate",
        "EmailTemplateRequest",
        "EmailTemplateResponse",
        "InAppTemplateRequest",
        "InAppTemplateResponse",
        "PushNotificationTemplateRequest",
        "PushNotificationTemplateResponse",
        "SMSTemplateRequest",
        "SMSTemplateResponse",
        "TemplateActiveVersionRequest",
        "TemplateCreateMessageBody",
        "TemplateResponse",
        "TemplateType",
        "TemplateVersionResponse",
        "TemplateVersionsResponse",
        "TemplatesResponse",
        "VoiceTemplateRequest",
        "VoiceTemplateResponse",
    ],
}
"""Where each name lives."""

HOMES = {name: room for room, names in ROOMS.items() for name in names}


if not TYPE_CHECKING:  # a checker would take any misspelt name for an object
    __all__ = [*HOMES]

    def __getattr__(name: str) -> object:
        if name not in HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"{__name__}.{HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *HOMES})
