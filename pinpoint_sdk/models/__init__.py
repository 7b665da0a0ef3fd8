"""An attrs class for every request and response shape, a ``Literal`` alias for every enum.

A name is loaded with its module on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pinpoint_sdk._lazy import lazy_attributes

if TYPE_CHECKING:
    from pinpoint_sdk.models.apps import ApplicationResponse as ApplicationResponse
    from pinpoint_sdk.models.apps import (
        ApplicationSettingsJourneyLimits as ApplicationSettingsJourneyLimits,
    )
    from pinpoint_sdk.models.apps import ApplicationSettingsResource as ApplicationSettingsResource
    from pinpoint_sdk.models.apps import ApplicationsResponse as ApplicationsResponse
    from pinpoint_sdk.models.apps import CreateApplicationRequest as CreateApplicationRequest
    from pinpoint_sdk.models.apps import JourneyTimeframeCap as JourneyTimeframeCap
    from pinpoint_sdk.models.apps import (
        WriteApplicationSettingsRequest as WriteApplicationSettingsRequest,
    )
    from pinpoint_sdk.models.base import Model as Model
    from pinpoint_sdk.models.base import Response as Response
    from pinpoint_sdk.models.base import ResponseMetadata as ResponseMetadata
    from pinpoint_sdk.models.campaigns import ActivitiesResponse as ActivitiesResponse
    from pinpoint_sdk.models.campaigns import ActivityResponse as ActivityResponse
    from pinpoint_sdk.models.campaigns import CampaignCustomMessage as CampaignCustomMessage
    from pinpoint_sdk.models.campaigns import CampaignEmailMessage as CampaignEmailMessage
    from pinpoint_sdk.models.campaigns import CampaignInAppMessage as CampaignInAppMessage
    from pinpoint_sdk.models.campaigns import CampaignResponse as CampaignResponse
    from pinpoint_sdk.models.campaigns import CampaignSmsMessage as CampaignSmsMessage
    from pinpoint_sdk.models.campaigns import CampaignsResponse as CampaignsResponse
    from pinpoint_sdk.models.campaigns import CampaignState as CampaignState
    from pinpoint_sdk.models.campaigns import CampaignStatus as CampaignStatus
    from pinpoint_sdk.models.campaigns import (
        CustomDeliveryConfiguration as CustomDeliveryConfiguration,
    )
    from pinpoint_sdk.models.campaigns import Frequency as Frequency
    from pinpoint_sdk.models.campaigns import Message as Message
    from pinpoint_sdk.models.campaigns import MessageConfiguration as MessageConfiguration
    from pinpoint_sdk.models.campaigns import Schedule as Schedule
    from pinpoint_sdk.models.campaigns import TreatmentResource as TreatmentResource
    from pinpoint_sdk.models.campaigns import WriteCampaignRequest as WriteCampaignRequest
    from pinpoint_sdk.models.campaigns import WriteTreatmentResource as WriteTreatmentResource
    from pinpoint_sdk.models.channels import ADMChannelRequest as ADMChannelRequest
    from pinpoint_sdk.models.channels import ADMChannelResponse as ADMChannelResponse
    from pinpoint_sdk.models.channels import APNSChannelRequest as APNSChannelRequest
    from pinpoint_sdk.models.channels import APNSChannelResponse as APNSChannelResponse
    from pinpoint_sdk.models.channels import APNSSandboxChannelRequest as APNSSandboxChannelRequest
    from pinpoint_sdk.models.channels import (
        APNSSandboxChannelResponse as APNSSandboxChannelResponse,
    )
    from pinpoint_sdk.models.channels import APNSVoipChannelRequest as APNSVoipChannelRequest
    from pinpoint_sdk.models.channels import APNSVoipChannelResponse as APNSVoipChannelResponse
    from pinpoint_sdk.models.channels import (
        APNSVoipSandboxChannelRequest as APNSVoipSandboxChannelRequest,
    )
    from pinpoint_sdk.models.channels import (
        APNSVoipSandboxChannelResponse as APNSVoipSandboxChannelResponse,
    )
    from pinpoint_sdk.models.channels import BaiduChannelRequest as BaiduChannelRequest
    from pinpoint_sdk.models.channels import BaiduChannelResponse as BaiduChannelResponse
    from pinpoint_sdk.models.channels import ChannelResponse as ChannelResponse
    from pinpoint_sdk.models.channels import ChannelsResponse as ChannelsResponse
    from pinpoint_sdk.models.channels import EmailChannelRequest as EmailChannelRequest
    from pinpoint_sdk.models.channels import EmailChannelResponse as EmailChannelResponse
    from pinpoint_sdk.models.channels import GCMChannelRequest as GCMChannelRequest
    from pinpoint_sdk.models.channels import GCMChannelResponse as GCMChannelResponse
    from pinpoint_sdk.models.channels import SMSChannelRequest as SMSChannelRequest
    from pinpoint_sdk.models.channels import SMSChannelResponse as SMSChannelResponse
    from pinpoint_sdk.models.channels import VoiceChannelRequest as VoiceChannelRequest
    from pinpoint_sdk.models.channels import VoiceChannelResponse as VoiceChannelResponse
    from pinpoint_sdk.models.common import Action as Action
    from pinpoint_sdk.models.common import AttributeDimension as AttributeDimension
    from pinpoint_sdk.models.common import AttributeType as AttributeType
    from pinpoint_sdk.models.common import CampaignEventFilter as CampaignEventFilter
    from pinpoint_sdk.models.common import CampaignHook as CampaignHook
    from pinpoint_sdk.models.common import CampaignLimits as CampaignLimits
    from pinpoint_sdk.models.common import ChannelType as ChannelType
    from pinpoint_sdk.models.common import DimensionType as DimensionType
    from pinpoint_sdk.models.common import EndpointTypesElement as EndpointTypesElement
    from pinpoint_sdk.models.common import EventDimensions as EventDimensions
    from pinpoint_sdk.models.common import FilterType as FilterType
    from pinpoint_sdk.models.common import Format as Format
    from pinpoint_sdk.models.common import MessageBody as MessageBody
    from pinpoint_sdk.models.common import MessageHeader as MessageHeader
    from pinpoint_sdk.models.common import MessageType as MessageType
    from pinpoint_sdk.models.common import MetricDimension as MetricDimension
    from pinpoint_sdk.models.common import Mode as Mode
    from pinpoint_sdk.models.common import QuietTime as QuietTime
    from pinpoint_sdk.models.common import SetDimension as SetDimension
    from pinpoint_sdk.models.common import Template as Template
    from pinpoint_sdk.models.common import TemplateConfiguration as TemplateConfiguration
    from pinpoint_sdk.models.endpoints import AttributesResource as AttributesResource
    from pinpoint_sdk.models.endpoints import EndpointBatchItem as EndpointBatchItem
    from pinpoint_sdk.models.endpoints import EndpointBatchRequest as EndpointBatchRequest
    from pinpoint_sdk.models.endpoints import EndpointDemographic as EndpointDemographic
    from pinpoint_sdk.models.endpoints import EndpointLocation as EndpointLocation
    from pinpoint_sdk.models.endpoints import EndpointRequest as EndpointRequest
    from pinpoint_sdk.models.endpoints import EndpointResponse as EndpointResponse
    from pinpoint_sdk.models.endpoints import EndpointsResponse as EndpointsResponse
    from pinpoint_sdk.models.endpoints import EndpointUser as EndpointUser
    from pinpoint_sdk.models.endpoints import UpdateAttributesRequest as UpdateAttributesRequest
    from pinpoint_sdk.models.events import EndpointItemResponse as EndpointItemResponse
    from pinpoint_sdk.models.events import Event as Event
    from pinpoint_sdk.models.events import EventItemResponse as EventItemResponse
    from pinpoint_sdk.models.events import EventsBatch as EventsBatch
    from pinpoint_sdk.models.events import EventsRequest as EventsRequest
    from pinpoint_sdk.models.events import EventsResponse as EventsResponse
    from pinpoint_sdk.models.events import EventStream as EventStream
    from pinpoint_sdk.models.events import ItemResponse as ItemResponse
    from pinpoint_sdk.models.events import PublicEndpoint as PublicEndpoint
    from pinpoint_sdk.models.events import Session as Session
    from pinpoint_sdk.models.events import WriteEventStream as WriteEventStream
    from pinpoint_sdk.models.in_app import Alignment as Alignment
    from pinpoint_sdk.models.in_app import ButtonAction as ButtonAction
    from pinpoint_sdk.models.in_app import DefaultButtonConfiguration as DefaultButtonConfiguration
    from pinpoint_sdk.models.in_app import InAppCampaignSchedule as InAppCampaignSchedule
    from pinpoint_sdk.models.in_app import InAppMessage as InAppMessage
    from pinpoint_sdk.models.in_app import InAppMessageBodyConfig as InAppMessageBodyConfig
    from pinpoint_sdk.models.in_app import InAppMessageButton as InAppMessageButton
    from pinpoint_sdk.models.in_app import InAppMessageCampaign as InAppMessageCampaign
    from pinpoint_sdk.models.in_app import InAppMessageContent as InAppMessageContent
    from pinpoint_sdk.models.in_app import InAppMessageHeaderConfig as InAppMessageHeaderConfig
    from pinpoint_sdk.models.in_app import InAppMessagesResponse as InAppMessagesResponse
    from pinpoint_sdk.models.in_app import Layout as Layout
    from pinpoint_sdk.models.in_app import (
        OverrideButtonConfiguration as OverrideButtonConfiguration,
    )
    from pinpoint_sdk.models.jobs import ExportJobRequest as ExportJobRequest
    from pinpoint_sdk.models.jobs import ExportJobResource as ExportJobResource
    from pinpoint_sdk.models.jobs import ExportJobResponse as ExportJobResponse
    from pinpoint_sdk.models.jobs import ExportJobsResponse as ExportJobsResponse
    from pinpoint_sdk.models.jobs import ImportJobRequest as ImportJobRequest
    from pinpoint_sdk.models.jobs import ImportJobResource as ImportJobResource
    from pinpoint_sdk.models.jobs import ImportJobResponse as ImportJobResponse
    from pinpoint_sdk.models.jobs import ImportJobsResponse as ImportJobsResponse
    from pinpoint_sdk.models.jobs import JobStatus as JobStatus
    from pinpoint_sdk.models.journeys import Activity as Activity
    from pinpoint_sdk.models.journeys import ClosedDays as ClosedDays
    from pinpoint_sdk.models.journeys import ClosedDaysRule as ClosedDaysRule
    from pinpoint_sdk.models.journeys import Condition as Condition
    from pinpoint_sdk.models.journeys import ConditionalSplitActivity as ConditionalSplitActivity
    from pinpoint_sdk.models.journeys import ContactCenterActivity as ContactCenterActivity
    from pinpoint_sdk.models.journeys import CustomMessageActivity as CustomMessageActivity
    from pinpoint_sdk.models.journeys import DayOfWeek as DayOfWeek
    from pinpoint_sdk.models.journeys import EmailMessageActivity as EmailMessageActivity
    from pinpoint_sdk.models.journeys import EventCondition as EventCondition
    from pinpoint_sdk.models.journeys import EventFilter as EventFilter
    from pinpoint_sdk.models.journeys import EventStartCondition as EventStartCondition
    from pinpoint_sdk.models.journeys import HoldoutActivity as HoldoutActivity
    from pinpoint_sdk.models.journeys import JourneyChannelSettings as JourneyChannelSettings
    from pinpoint_sdk.models.journeys import JourneyCustomMessage as JourneyCustomMessage
    from pinpoint_sdk.models.journeys import JourneyEmailMessage as JourneyEmailMessage
    from pinpoint_sdk.models.journeys import JourneyLimits as JourneyLimits
    from pinpoint_sdk.models.journeys import JourneyPushMessage as JourneyPushMessage
    from pinpoint_sdk.models.journeys import JourneyResponse as JourneyResponse
    from pinpoint_sdk.models.journeys import JourneyRunResponse as JourneyRunResponse
    from pinpoint_sdk.models.journeys import JourneyRunsResponse as JourneyRunsResponse
    from pinpoint_sdk.models.journeys import JourneyRunStatus as JourneyRunStatus
    from pinpoint_sdk.models.journeys import JourneySchedule as JourneySchedule
    from pinpoint_sdk.models.journeys import JourneySMSMessage as JourneySMSMessage
    from pinpoint_sdk.models.journeys import JourneysResponse as JourneysResponse
    from pinpoint_sdk.models.journeys import JourneyStateRequest as JourneyStateRequest
    from pinpoint_sdk.models.journeys import MultiConditionalBranch as MultiConditionalBranch
    from pinpoint_sdk.models.journeys import (
        MultiConditionalSplitActivity as MultiConditionalSplitActivity,
    )
    from pinpoint_sdk.models.journeys import OpenHours as OpenHours
    from pinpoint_sdk.models.journeys import OpenHoursRule as OpenHoursRule
    from pinpoint_sdk.models.journeys import Operator as Operator
    from pinpoint_sdk.models.journeys import PushMessageActivity as PushMessageActivity
    from pinpoint_sdk.models.journeys import RandomSplitActivity as RandomSplitActivity
    from pinpoint_sdk.models.journeys import RandomSplitEntry as RandomSplitEntry
    from pinpoint_sdk.models.journeys import SegmentCondition as SegmentCondition
    from pinpoint_sdk.models.journeys import SimpleCondition as SimpleCondition
    from pinpoint_sdk.models.journeys import SMSMessageActivity as SMSMessageActivity
    from pinpoint_sdk.models.journeys import StartCondition as StartCondition
    from pinpoint_sdk.models.journeys import State as State
    from pinpoint_sdk.models.journeys import (
        TimezoneEstimationMethodsElement as TimezoneEstimationMethodsElement,
    )
    from pinpoint_sdk.models.journeys import WaitActivity as WaitActivity
    from pinpoint_sdk.models.journeys import WaitTime as WaitTime
    from pinpoint_sdk.models.journeys import WriteJourneyRequest as WriteJourneyRequest
    from pinpoint_sdk.models.messages import AddressConfiguration as AddressConfiguration
    from pinpoint_sdk.models.messages import ADMMessage as ADMMessage
    from pinpoint_sdk.models.messages import APNSMessage as APNSMessage
    from pinpoint_sdk.models.messages import BaiduMessage as BaiduMessage
    from pinpoint_sdk.models.messages import DefaultMessage as DefaultMessage
    from pinpoint_sdk.models.messages import (
        DefaultPushNotificationMessage as DefaultPushNotificationMessage,
    )
    from pinpoint_sdk.models.messages import (
        DirectMessageConfiguration as DirectMessageConfiguration,
    )
    from pinpoint_sdk.models.messages import EmailMessage as EmailMessage
    from pinpoint_sdk.models.messages import EndpointMessageResult as EndpointMessageResult
    from pinpoint_sdk.models.messages import EndpointSendConfiguration as EndpointSendConfiguration
    from pinpoint_sdk.models.messages import GCMMessage as GCMMessage
    from pinpoint_sdk.models.messages import MessageRequest as MessageRequest
    from pinpoint_sdk.models.messages import MessageResponse as MessageResponse
    from pinpoint_sdk.models.messages import MessageResult as MessageResult
    from pinpoint_sdk.models.messages import RawEmail as RawEmail
    from pinpoint_sdk.models.messages import SendUsersMessageRequest as SendUsersMessageRequest
    from pinpoint_sdk.models.messages import SendUsersMessageResponse as SendUsersMessageResponse
    from pinpoint_sdk.models.messages import SimpleEmail as SimpleEmail
    from pinpoint_sdk.models.messages import SimpleEmailPart as SimpleEmailPart
    from pinpoint_sdk.models.messages import SMSMessage as SMSMessage
    from pinpoint_sdk.models.messages import VoiceMessage as VoiceMessage
    from pinpoint_sdk.models.metrics import (
        ApplicationDateRangeKpiResponse as ApplicationDateRangeKpiResponse,
    )
    from pinpoint_sdk.models.metrics import BaseKpiResult as BaseKpiResult
    from pinpoint_sdk.models.metrics import (
        CampaignDateRangeKpiResponse as CampaignDateRangeKpiResponse,
    )
    from pinpoint_sdk.models.metrics import (
        JourneyDateRangeKpiResponse as JourneyDateRangeKpiResponse,
    )
    from pinpoint_sdk.models.metrics import (
        JourneyExecutionActivityMetricsResponse as JourneyExecutionActivityMetricsResponse,
    )
    from pinpoint_sdk.models.metrics import (
        JourneyExecutionMetricsResponse as JourneyExecutionMetricsResponse,
    )
    from pinpoint_sdk.models.metrics import (
        JourneyRunExecutionActivityMetricsResponse as JourneyRunExecutionActivityMetricsResponse,
    )
    from pinpoint_sdk.models.metrics import (
        JourneyRunExecutionMetricsResponse as JourneyRunExecutionMetricsResponse,
    )
    from pinpoint_sdk.models.metrics import ResultRow as ResultRow
    from pinpoint_sdk.models.metrics import ResultRowValue as ResultRowValue
    from pinpoint_sdk.models.otp import (
        SendOTPMessageRequestParameters as SendOTPMessageRequestParameters,
    )
    from pinpoint_sdk.models.otp import VerificationResponse as VerificationResponse
    from pinpoint_sdk.models.otp import (
        VerifyOTPMessageRequestParameters as VerifyOTPMessageRequestParameters,
    )
    from pinpoint_sdk.models.outcomes import DeliveryOutcome as DeliveryOutcome
    from pinpoint_sdk.models.outcomes import DeliveryReport as DeliveryReport
    from pinpoint_sdk.models.outcomes import DeliveryStatus as DeliveryStatus
    from pinpoint_sdk.models.outcomes import EventOutcome as EventOutcome
    from pinpoint_sdk.models.outcomes import EventReport as EventReport
    from pinpoint_sdk.models.phone_numbers import NumberValidateRequest as NumberValidateRequest
    from pinpoint_sdk.models.phone_numbers import NumberValidateResponse as NumberValidateResponse
    from pinpoint_sdk.models.recommenders import (
        CreateRecommenderConfiguration as CreateRecommenderConfiguration,
    )
    from pinpoint_sdk.models.recommenders import (
        ListRecommenderConfigurationsResponse as ListRecommenderConfigurationsResponse,
    )
    from pinpoint_sdk.models.recommenders import (
        RecommenderConfigurationResponse as RecommenderConfigurationResponse,
    )
    from pinpoint_sdk.models.recommenders import (
        UpdateRecommenderConfiguration as UpdateRecommenderConfiguration,
    )
    from pinpoint_sdk.models.segments import Duration as Duration
    from pinpoint_sdk.models.segments import GPSCoordinates as GPSCoordinates
    from pinpoint_sdk.models.segments import GPSPointDimension as GPSPointDimension
    from pinpoint_sdk.models.segments import Include as Include
    from pinpoint_sdk.models.segments import RecencyDimension as RecencyDimension
    from pinpoint_sdk.models.segments import RecencyType as RecencyType
    from pinpoint_sdk.models.segments import SegmentBehaviors as SegmentBehaviors
    from pinpoint_sdk.models.segments import SegmentDemographics as SegmentDemographics
    from pinpoint_sdk.models.segments import SegmentDimensions as SegmentDimensions
    from pinpoint_sdk.models.segments import SegmentGroup as SegmentGroup
    from pinpoint_sdk.models.segments import SegmentGroupList as SegmentGroupList
    from pinpoint_sdk.models.segments import SegmentImportResource as SegmentImportResource
    from pinpoint_sdk.models.segments import SegmentLocation as SegmentLocation
    from pinpoint_sdk.models.segments import SegmentReference as SegmentReference
    from pinpoint_sdk.models.segments import SegmentResponse as SegmentResponse
    from pinpoint_sdk.models.segments import SegmentsResponse as SegmentsResponse
    from pinpoint_sdk.models.segments import SegmentType as SegmentType
    from pinpoint_sdk.models.segments import SourceType as SourceType
    from pinpoint_sdk.models.segments import Type as Type
    from pinpoint_sdk.models.segments import WriteSegmentRequest as WriteSegmentRequest
    from pinpoint_sdk.models.tags import TagsModel as TagsModel
    from pinpoint_sdk.models.templates import (
        AndroidPushNotificationTemplate as AndroidPushNotificationTemplate,
    )
    from pinpoint_sdk.models.templates import (
        APNSPushNotificationTemplate as APNSPushNotificationTemplate,
    )
    from pinpoint_sdk.models.templates import CreateTemplateMessageBody as CreateTemplateMessageBody
    from pinpoint_sdk.models.templates import (
        DefaultPushNotificationTemplate as DefaultPushNotificationTemplate,
    )
    from pinpoint_sdk.models.templates import EmailTemplateRequest as EmailTemplateRequest
    from pinpoint_sdk.models.templates import EmailTemplateResponse as EmailTemplateResponse
    from pinpoint_sdk.models.templates import InAppTemplateRequest as InAppTemplateRequest
    from pinpoint_sdk.models.templates import InAppTemplateResponse as InAppTemplateResponse
    from pinpoint_sdk.models.templates import (
        PushNotificationTemplateRequest as PushNotificationTemplateRequest,
    )
    from pinpoint_sdk.models.templates import (
        PushNotificationTemplateResponse as PushNotificationTemplateResponse,
    )
    from pinpoint_sdk.models.templates import SMSTemplateRequest as SMSTemplateRequest
    from pinpoint_sdk.models.templates import SMSTemplateResponse as SMSTemplateResponse
    from pinpoint_sdk.models.templates import (
        TemplateActiveVersionRequest as TemplateActiveVersionRequest,
    )
    from pinpoint_sdk.models.templates import TemplateCreateMessageBody as TemplateCreateMessageBody
    from pinpoint_sdk.models.templates import TemplateResponse as TemplateResponse
    from pinpoint_sdk.models.templates import TemplatesResponse as TemplatesResponse
    from pinpoint_sdk.models.templates import TemplateType as TemplateType
    from pinpoint_sdk.models.templates import TemplateVersionResponse as TemplateVersionResponse
    from pinpoint_sdk.models.templates import TemplateVersionsResponse as TemplateVersionsResponse
    from pinpoint_sdk.models.templates import VoiceTemplateRequest as VoiceTemplateRequest
    from pinpoint_sdk.models.templates import VoiceTemplateResponse as VoiceTemplateResponse
else:
    __getattr__, __dir__ = lazy_attributes(__name__)
