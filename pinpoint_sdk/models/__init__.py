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
    from pinpoint_sdk.models.in_app import *
    from pinpoint_sdk.models.messages import *
    from pinpoint_sdk.models.outcomes import *
    from pinpoint_sdk.models.segments import *

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
        "CampaignCustomMessage",
        "CampaignEmailMessage",
        "CampaignEventFilter",
        "CampaignInAppMessage",
        "CampaignResponse",
        "CampaignSmsMessage",
        "CampaignState",
        "CampaignStatus",
        "CampaignsResponse",
        "CustomDeliveryConfiguration",
        "EndpointTypesElement",
        "FilterType",
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
        "BaiduChannelRequest",
        "BaiduChannelResponse",
        "SMSChannelRequest",
        "SMSChannelResponse",
    ],
    "common": [
        "Action",
        "AttributeDimension",
        "AttributeType",
        "CampaignHook",
        "CampaignLimits",
        "ChannelType",
        "DimensionType",
        "EventDimensions",
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
        "EndpointBatchItem",
        "EndpointBatchRequest",
        "EndpointDemographic",
        "EndpointLocation",
        "EndpointRequest",
        "EndpointResponse",
        "EndpointUser",
    ],
    "in_app": [
        "Alignment",
        "ButtonAction",
        "DefaultButtonConfiguration",
        "InAppMessageBodyConfig",
        "InAppMessageButton",
        "InAppMessageContent",
        "InAppMessageHeaderConfig",
        "Layout",
        "OverrideButtonConfiguration",
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
    "outcomes": [
        "DeliveryOutcome",
        "DeliveryReport",
        "DeliveryStatus",
    ],
    "segments": [
        "Duration",
        "Format",
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
        "SourceType",
        "Type",
        "WriteSegmentRequest",
    ],
}
"""Where each name lives."""

HOMES = {name: room for room, names in ROOMS.items() for name in names}


if not TYPE_CHECKING:  # a checker would take any misspelt name for an object

    def __getattr__(name: str) -> object:
        if name not in HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"{__name__}.{HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *HOMES})
