"""Campaigns: what is sent, to which segment, when, how often and how much."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from attrs import define, field

from pinpoint_sdk.models.base import Model, Response, Wire
from pinpoint_sdk.models.common import (
    Action,
    CampaignEventFilter,
    CampaignHook,
    CampaignLimits,
    EndpointTypesElement,
    MessageHeader,
    MessageType,
    QuietTime,
    TemplateConfiguration,
)
from pinpoint_sdk.models.in_app import InAppMessageContent, Layout

CampaignStatus: TypeAlias = Literal[
    "SCHEDULED", "EXECUTING", "PENDING_NEXT_RUN", "COMPLETED", "PAUSED", "DELETED", "INVALID"
]
"""Where a campaign, or one treatment of it, stands.

- ``SCHEDULED``: waits for its start; ``create_campaign`` answers this.
- ``EXECUTING``: a run is under way.
- ``PENDING_NEXT_RUN``: between two runs of a recurring campaign.
- ``COMPLETED``: done; with A/B testing, once all treatments are.
- ``PAUSED``: on hold through ``is_paused``.
- ``DELETED``: deleted, or failed because its segment was deleted.
- ``INVALID``: listed by AWS without a meaning.
"""


Frequency: TypeAlias = Literal[
    "ONCE", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "EVENT", "IN_APP_EVENT"
]
"""How often a campaign is sent.

- ``ONCE``: a single time.
- ``HOURLY``, ``DAILY``, ``WEEKLY``, ``MONTHLY``: repeated at that interval.
- ``EVENT``: in response to the events of ``Schedule.event_filter``.
- ``IN_APP_EVENT``: as an in-app message, in response to events in the app.
"""


@define(kw_only=True, repr=False)
class WriteCampaignRequest(Model):
    """A campaign to create or change with ``create_campaign`` or ``update_campaign``. Message,
    template and schedule here make up the default treatment; ``additional_treatments`` turn the
    campaign into an A/B test. A region holds 200 active campaigns.

    AWS shape: ``WriteCampaignRequest``.
    """

    additional_treatments: Annotated[
        list[WriteTreatmentResource] | None, Wire("AdditionalTreatments")
    ] = None
    """Variants for A/B testing beside the default treatment."""
    custom_delivery_configuration: Annotated[
        CustomDeliveryConfiguration | None, Wire("CustomDeliveryConfiguration")
    ] = None
    """Receiver of the messages of a custom channel; required where ``message_configuration``
    carries a ``custom_message``.
    """
    description: Annotated[str | None, Wire("Description")] = None
    """Free text about the campaign."""
    holdout_percent: Annotated[int | None, Wire("HoldoutPercent")] = None
    """Percentage of the segment's members who get no message; an endpoint's ``cohort_id`` decides
    whether it is among them.
    """
    hook: Annotated[CampaignHook | None, Wire("Hook")] = None
    """Lambda function that tailors the segment for the campaign; takes precedence over the
    project's default hook.
    """
    is_paused: Annotated[bool | None, Wire("IsPaused")] = None
    """Whether the campaign is on hold; ``False`` lets it run again."""
    limits: Annotated[CampaignLimits | None, Wire("Limits")] = None
    """Caps on what the campaign sends; they take precedence over the project's defaults."""
    message_configuration: Annotated[MessageConfiguration | None, Wire("MessageConfiguration")] = (
        None
    )
    """What the default treatment sends, by channel."""
    name: Annotated[str | None, Wire("Name")] = None
    """Display name of the campaign."""
    schedule: Annotated[Schedule | None, Wire("Schedule")] = None
    """When, how often and until when the campaign is sent."""
    segment_id: Annotated[str | None, Wire("SegmentId")] = None
    """Id of the segment the campaign goes to."""
    segment_version: Annotated[int | None, Wire("SegmentVersion")] = None
    """Version of that segment."""
    tags: Annotated[dict[str, str] | None, Wire("tags")] = None
    """Tags of a new campaign. At most 50, keys up to 128 and values up to 256 characters; keys that
    start with ``aws:`` are AWS's own. Updates ignore them without an error since
    2023-05-22; use ``tag_resource`` there.
    """
    template_configuration: Annotated[
        TemplateConfiguration | None, Wire("TemplateConfiguration")
    ] = None
    """Message templates that the default treatment sends, one per channel."""
    treatment_description: Annotated[str | None, Wire("TreatmentDescription")] = None
    """Free text about the default treatment."""
    treatment_name: Annotated[str | None, Wire("TreatmentName")] = None
    """Display name of the default treatment; for campaigns with additional treatments."""
    priority: Annotated[int | None, Wire("Priority")] = None
    """Rank among in-app messages that are due at the same moment; decides the order in which the
    user sees them.
    """
    trace: Annotated[bool | None, Wire("Trace")] = None
    """2017-09-27 release; AWS no longer lists it. Turned trace logging for the campaign on;
    undocumented even then.
    """


@define(kw_only=True, repr=False)
class WriteTreatmentResource(Model):
    """Variant of a campaign for A/B testing, in ``WriteCampaignRequest.additional_treatments``. It
    has its own message or template, its own schedule and its own share of the segment.

    AWS shape: ``WriteTreatmentResource``.
    """

    size_percent: Annotated[int, Wire("SizePercent")]
    """Percentage of the segment's members who get the treatment."""
    custom_delivery_configuration: Annotated[
        CustomDeliveryConfiguration | None, Wire("CustomDeliveryConfiguration")
    ] = None
    """Receiver of the messages of a custom channel; required where ``message_configuration``
    carries a ``custom_message``.
    """
    message_configuration: Annotated[MessageConfiguration | None, Wire("MessageConfiguration")] = (
        None
    )
    """What the treatment sends, by channel."""
    schedule: Annotated[Schedule | None, Wire("Schedule")] = None
    """When, and how often, the treatment is sent."""
    template_configuration: Annotated[
        TemplateConfiguration | None, Wire("TemplateConfiguration")
    ] = None
    """Message templates that the treatment sends, one per channel."""
    treatment_description: Annotated[str | None, Wire("TreatmentDescription")] = None
    """Free text about the treatment."""
    treatment_name: Annotated[str | None, Wire("TreatmentName")] = None
    """Display name of the treatment."""


@define(kw_only=True, repr=False)
class CampaignResponse(Response):
    """A campaign in one of its versions, as ``create_campaign``, ``get_campaign``,
    ``get_campaign_version``, ``update_campaign`` and ``delete_campaign`` return it.

    AWS shape: ``CampaignResponse``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project."""
    arn: Annotated[str, Wire("Arn")]
    """ARN of the campaign, ``arn:aws:mobiletargeting:<region>:<account>:apps/<id>/campaigns/<id>``;
    some of AWS's sample responses lack it.
    """
    creation_date: Annotated[str, Wire("CreationDate")]
    """When the campaign was created, in ISO 8601 (``2019-10-08T18:40:16.581Z``)."""
    id: Annotated[str, Wire("Id")]
    """Id of the campaign, 32 lower-case hex digits."""
    last_modified_date: Annotated[str, Wire("LastModifiedDate")]
    """When the campaign was last changed, in ISO 8601; at first equal to ``creation_date``."""
    segment_id: Annotated[str, Wire("SegmentId")]
    """Id of the segment the campaign goes to."""
    segment_version: Annotated[int, Wire("SegmentVersion")]
    """Version of that segment."""
    additional_treatments: Annotated[list[TreatmentResource], Wire("AdditionalTreatments")] = field(
        factory=list
    )
    """Variants for A/B testing beside the default treatment."""
    custom_delivery_configuration: Annotated[
        CustomDeliveryConfiguration | None, Wire("CustomDeliveryConfiguration")
    ] = None
    """Receiver of the messages of a custom channel."""
    default_state: Annotated[CampaignState | None, Wire("DefaultState")] = None
    """Status of the default treatment; only for campaigns with additional treatments."""
    description: Annotated[str | None, Wire("Description")] = None
    """Free text about the campaign."""
    holdout_percent: Annotated[int | None, Wire("HoldoutPercent")] = None
    """Percentage of the segment's members who get no message; an endpoint's ``cohort_id`` decides
    whether it is among them.
    """
    hook: Annotated[CampaignHook | None, Wire("Hook")] = None
    """Lambda function that tailors the segment for the campaign; takes precedence over the
    project's default hook.
    """
    is_paused: Annotated[bool | None, Wire("IsPaused")] = None
    """Whether the campaign is on hold; ``False`` lets it run again."""
    limits: Annotated[CampaignLimits | None, Wire("Limits")] = None
    """Caps on what the campaign sends; they take precedence over the project's defaults."""
    message_configuration: Annotated[MessageConfiguration | None, Wire("MessageConfiguration")] = (
        None
    )
    """What the default treatment sends, by channel."""
    name: Annotated[str | None, Wire("Name")] = None
    """Display name of the campaign."""
    schedule: Annotated[Schedule | None, Wire("Schedule")] = None
    """When, how often and until when the campaign is sent."""
    state: Annotated[CampaignState | None, Wire("State")] = None
    """Status of the campaign as a whole."""
    tags: Annotated[dict[str, str], Wire("tags")] = field(factory=dict)
    """Tags of the campaign."""
    template_configuration: Annotated[
        TemplateConfiguration | None, Wire("TemplateConfiguration")
    ] = None
    """Message templates that the default treatment sends, one per channel."""
    treatment_description: Annotated[str | None, Wire("TreatmentDescription")] = None
    """Free text about the default treatment."""
    treatment_name: Annotated[str | None, Wire("TreatmentName")] = None
    """Display name of the default treatment; for campaigns with additional treatments."""
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the campaign: 1 at first, one more with each update. ``get_campaign_version``
    fetches an earlier one.
    """
    priority: Annotated[int | None, Wire("Priority")] = None
    """Rank among in-app messages that are due at the same moment; decides the order in which the
    user sees them.
    """


@define(kw_only=True, repr=False)
class CampaignsResponse(Response):
    """One page of campaigns: those of a project from ``get_campaigns``, or all versions of one from
    ``get_campaign_versions``.

    AWS shape: ``CampaignsResponse``.
    """

    item: Annotated[list[CampaignResponse], Wire("Item")]
    """The campaigns, or versions, of the page."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Pass it as ``token`` to the same method for the next page; ``None`` on the last page."""


@define(kw_only=True, repr=False)
class CampaignState(Model):
    """Status of a campaign or of one of its treatments.

    AWS shape: ``CampaignState``.
    """

    campaign_status: Annotated[CampaignStatus | None, Wire("CampaignStatus")] = None
    """Where it stands; an A/B test is ``COMPLETED`` once all its treatments are."""


@define(kw_only=True, repr=False)
class TreatmentResource(Model):
    """Variant of a campaign for A/B testing, in ``CampaignResponse.additional_treatments``.

    AWS shape: ``TreatmentResource``.
    """

    id: Annotated[str, Wire("Id")]
    """Id of the treatment."""
    size_percent: Annotated[int, Wire("SizePercent")]
    """Percentage of the segment's members who get the treatment."""
    custom_delivery_configuration: Annotated[
        CustomDeliveryConfiguration | None, Wire("CustomDeliveryConfiguration")
    ] = None
    """Receiver of the messages of a custom channel."""
    message_configuration: Annotated[MessageConfiguration | None, Wire("MessageConfiguration")] = (
        None
    )
    """What the treatment sends, by channel."""
    schedule: Annotated[Schedule | None, Wire("Schedule")] = None
    """When, and how often, the treatment is sent."""
    state: Annotated[CampaignState | None, Wire("State")] = None
    """Status of the treatment."""
    template_configuration: Annotated[
        TemplateConfiguration | None, Wire("TemplateConfiguration")
    ] = None
    """Message templates that the treatment sends, one per channel."""
    treatment_description: Annotated[str | None, Wire("TreatmentDescription")] = None
    """Free text about the treatment."""
    treatment_name: Annotated[str | None, Wire("TreatmentName")] = None
    """Display name of the treatment."""


@define(kw_only=True, repr=False)
class Schedule(Model):
    """When a campaign or treatment starts, how often it repeats and when it ends. With
    ``frequency`` ``EVENT`` it is sent in response to the events of ``event_filter``.

    AWS shape: ``Schedule``.
    """

    start_time: Annotated[str, Wire("StartTime")]
    """When the campaign starts: a time in ISO 8601, not in the past, or ``IMMEDIATE``."""
    end_time: Annotated[str | None, Wire("EndTime")] = None
    """When the campaign ends, in ISO 8601."""
    event_filter: Annotated[CampaignEventFilter | None, Wire("EventFilter")] = None
    """Events that start the campaign where ``frequency`` is ``EVENT``."""
    frequency: Annotated[Frequency | None, Wire("Frequency")] = None
    """How often the campaign is sent, or that an event starts it."""
    is_local_time: Annotated[bool | None, Wire("IsLocalTime")] = None
    """Whether start and end are meant in the local time of each recipient."""
    quiet_time: Annotated[QuietTime | None, Wire("QuietTime")] = None
    """Daily span in which endpoints get nothing from the campaign; takes precedence over the
    project's default. See ``QuietTime`` for the conditions.
    """
    timezone: Annotated[str | None, Wire("Timezone")] = None
    """UTC offset that the schedule starts from where ``is_local_time`` is ``True``: ``UTC``, a
    whole hour (``UTC+01`` to ``UTC+13``, ``UTC-02`` to ``UTC-11``), a half hour (``UTC+03:30``,
    ``UTC+04:30``, ``UTC+05:30``, ``UTC+06:30``, ``UTC+09:30``, ``UTC+10:30``) or ``UTC+05:45``.
    """


@define(kw_only=True, repr=False)
class CustomDeliveryConfiguration(Model):
    """Receiver of what a campaign or treatment sends through a custom channel; goes together with a
    ``CampaignCustomMessage``.

    AWS shape: ``CustomDeliveryConfiguration``.
    """

    delivery_uri: Annotated[str, Wire("DeliveryUri")]
    """Name or ARN of a Lambda function, or the full ``https://`` URL of a web service."""
    endpoint_types: Annotated[list[EndpointTypesElement] | None, Wire("EndpointTypes")] = None
    """Kinds of endpoints that get the message, by the ``channel_type`` of an endpoint."""


@define(kw_only=True, repr=False)
class MessageConfiguration(Model):
    """What a campaign or treatment sends: one ``default_message`` for all channels, and for any
    channel a message of its own that replaces it.

    AWS shape: ``MessageConfiguration``.
    """

    adm_message: Annotated[Message | None, Wire("ADMMessage")] = None
    """Message for Amazon Device Messaging; takes precedence over ``default_message``."""
    apns_message: Annotated[Message | None, Wire("APNSMessage")] = None
    """Message for Apple Push Notification service; takes precedence over ``default_message``."""
    baidu_message: Annotated[Message | None, Wire("BaiduMessage")] = None
    """Message for Baidu Cloud Push; takes precedence over ``default_message``."""
    custom_message: Annotated[CampaignCustomMessage | None, Wire("CustomMessage")] = None
    """Message for a custom channel, delivered as ``custom_delivery_configuration`` of the campaign
    or treatment says; takes precedence over ``default_message``.
    """
    default_message: Annotated[Message | None, Wire("DefaultMessage")] = None
    """Message for every channel without a message of its own."""
    email_message: Annotated[CampaignEmailMessage | None, Wire("EmailMessage")] = None
    """Message for email; takes precedence over ``default_message``."""
    gcm_message: Annotated[Message | None, Wire("GCMMessage")] = None
    """Message for Firebase Cloud Messaging, formerly Google Cloud Messaging; takes precedence over
    ``default_message``.
    """
    sms_message: Annotated[CampaignSmsMessage | None, Wire("SMSMessage")] = None
    """Message for SMS; takes precedence over ``default_message``."""
    in_app_message: Annotated[CampaignInAppMessage | None, Wire("InAppMessage")] = None
    """Message that shows inside the app."""


@define(kw_only=True, repr=False)
class Message(Model):
    """Push notification of a campaign, also used as ``MessageConfiguration.default_message``.
    ``raw_content`` replaces all the rest.

    AWS shape: ``Message``.
    """

    action: Annotated[Action | None, Wire("Action")] = None
    """What a tap on the notification does; ``OPEN_APP`` by default."""
    body: Annotated[str | None, Wire("Body")] = None
    """Text of the notification, up to 200 characters (140 in the 2017-09-27 release)."""
    image_icon_url: Annotated[str | None, Wire("ImageIconUrl")] = None
    """URL of the icon, such as that of the app."""
    image_small_icon_url: Annotated[str | None, Wire("ImageSmallIconUrl")] = None
    """URL of the small icon, such as a smaller one of the app."""
    image_url: Annotated[str | None, Wire("ImageUrl")] = None
    """URL of an image to show in the notification."""
    json_body: Annotated[str | None, Wire("JsonBody")] = None
    """JSON payload of a silent push; goes with ``silent_push``."""
    media_url: Annotated[str | None, Wire("MediaUrl")] = None
    """URL of an image or video to show in the notification, such as a ``.gif`` or ``.mp4``."""
    raw_content: Annotated[str | None, Wire("RawContent")] = None
    """Whole payload as a JSON string; replaces every other member."""
    silent_push: Annotated[bool | None, Wire("SilentPush")] = None
    """Whether the app alone gets the notification and the device shows nothing, as for remote
    configuration.
    """
    time_to_live: Annotated[int | None, Wire("TimeToLive")] = None
    """Seconds for which the push service keeps a notification it could not deliver; with 0 it tries
    once and keeps nothing. ADM does not use it.
    """
    title: Annotated[str | None, Wire("Title")] = None
    """Heading above the text."""
    url: Annotated[str | None, Wire("Url")] = None
    """Web page to open on a tap where ``action`` is ``URL``."""


@define(kw_only=True, repr=False)
class CampaignCustomMessage(Model):
    """Message of a campaign for a custom channel. Needs a ``CustomDeliveryConfiguration`` on the
    campaign or treatment.

    AWS shape: ``CampaignCustomMessage``.
    """

    data: Annotated[str | None, Wire("Data")] = None
    """Payload as a JSON string, up to 5 KB."""


@define(kw_only=True, repr=False)
class CampaignEmailMessage(Model):
    """Email of a campaign: sender, subject, headers, and a body as plain text, HTML or both.

    AWS shape: ``CampaignEmailMessage``.
    """

    body: Annotated[str | None, Wire("Body")] = None
    """Body as plain text, for mail clients that do not show HTML."""
    from_address: Annotated[str | None, Wire("FromAddress")] = None
    """Verified sender address; by default that of the project's email channel."""
    headers: Annotated[list[MessageHeader] | None, Wire("Headers")] = None
    """Additional headers, up to 15."""
    html_body: Annotated[str | None, Wire("HtmlBody")] = None
    """Body as HTML."""
    title: Annotated[str | None, Wire("Title")] = None
    """Subject line."""


@define(kw_only=True, repr=False)
class CampaignInAppMessage(Model):
    """In-app message of a campaign; apps fetch it with ``get_in_app_messages``.

    AWS shape: ``CampaignInAppMessage``.
    """

    body: Annotated[str | None, Wire("Body")] = None
    """Text of the message."""
    content: Annotated[list[InAppMessageContent] | None, Wire("Content")] = None
    """Panels of the message."""
    custom_config: Annotated[dict[str, str] | None, Wire("CustomConfig")] = None
    """Custom data handed to the app, strings by key."""
    layout: Annotated[Layout | None, Wire("Layout")] = None
    """Where and how the message shows."""


@define(kw_only=True, repr=False)
class CampaignSmsMessage(Model):
    """SMS of a campaign: text, kind and sender. ``entity_id`` and ``template_id`` serve countries
    whose regulator registers senders and texts.

    AWS shape: ``CampaignSmsMessage``.
    """

    body: Annotated[str | None, Wire("Body")] = None
    """Text of the message."""
    message_type: Annotated[MessageType | None, Wire("MessageType")] = None
    """``TRANSACTIONAL`` for urgent or critical texts such as one-time passwords, ``PROMOTIONAL``
    for the rest, such as marketing.
    """
    origination_number: Annotated[str | None, Wire("OriginationNumber")] = None
    """Dedicated long code of your AWS account to send from, best in E.164 (``+12065550100``)."""
    sender_id: Annotated[str | None, Wire("SenderId")] = None
    """Sender that the recipient's device shows."""
    entity_id: Annotated[str | None, Wire("EntityId")] = None
    """Entity id (principal entity, PE) that the country's regulator gave you."""
    template_id: Annotated[str | None, Wire("TemplateId")] = None
    """Template id that the country's regulator gave you."""


@define(kw_only=True, repr=False)
class ActivitiesResponse(Response):
    """One page of the activities of a campaign, from ``get_campaign_activities``.

    AWS shape: ``ActivitiesResponse``.
    """

    item: Annotated[list[ActivityResponse], Wire("Item")]
    """The activities of the page."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Pass it as ``token`` to ``get_campaign_activities`` for the next page; ``None`` on the last
    page.
    """


@define(kw_only=True, repr=False)
class ActivityResponse(Model):
    """An activity of a campaign, or of one of its treatments: when it ran, how it ended and how
    many endpoints it reached.

    AWS shape: ``ActivityResponse``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project."""
    campaign_id: Annotated[str, Wire("CampaignId")]
    """Id of the campaign, 32 lower-case hex digits."""
    id: Annotated[str, Wire("Id")]
    """Id of the activity."""
    end: Annotated[str | None, Wire("End")] = None
    """When the activity became ``COMPLETED`` or ``CANCELLED``, in ISO 8601."""
    result: Annotated[str | None, Wire("Result")] = None
    """Whether the activity succeeded: ``SUCCESS`` or ``FAIL``."""
    scheduled_start: Annotated[str | None, Wire("ScheduledStart")] = None
    """When the activity was to start, in ISO 8601."""
    start: Annotated[str | None, Wire("Start")] = None
    """When the activity did start, in ISO 8601."""
    state: Annotated[str | None, Wire("State")] = None
    """Where the activity stands: ``PENDING``, ``INITIALIZING``, ``RUNNING``, ``PAUSED``,
    ``CANCELLED`` or ``COMPLETED``.
    """
    successful_endpoint_count: Annotated[int | None, Wire("SuccessfulEndpointCount")] = None
    """Endpoints that the campaign delivered messages to."""
    timezones_completed_count: Annotated[int | None, Wire("TimezonesCompletedCount")] = None
    """Time zones that are done, out of ``timezones_total_count``."""
    timezones_total_count: Annotated[int | None, Wire("TimezonesTotalCount")] = None
    """Different time zones in the campaign's segment."""
    total_endpoint_count: Annotated[int | None, Wire("TotalEndpointCount")] = None
    """Endpoints that the campaign tried to deliver messages to."""
    treatment_id: Annotated[str | None, Wire("TreatmentId")] = None
    """Id of the treatment the activity belongs to, in an A/B test."""
    execution_metrics: Annotated[dict[str, str], Wire("ExecutionMetrics")] = field(factory=dict)
    """Metrics of the activity's execution, strings by metric name."""
