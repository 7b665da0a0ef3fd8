"""Journeys: paths of activities that users go through, one step after the other."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from attrs import define, field

from pinpoint_sdk.models.apps import JourneyTimeframeCap
from pinpoint_sdk.models.base import Model, Response, Wire
from pinpoint_sdk.models.common import (
    EndpointTypesElement,
    EventDimensions,
    FilterType,
    MessageType,
    QuietTime,
)
from pinpoint_sdk.models.segments import SegmentDimensions

State: TypeAlias = Literal["DRAFT", "ACTIVE", "COMPLETED", "CANCELLED", "CLOSED", "PAUSED"]
"""Where a journey stands. ``create_journey`` and ``update_journey`` accept ``DRAFT`` and
``ACTIVE``, ``update_journey_state`` accepts ``ACTIVE``, ``PAUSED`` and ``CANCELLED``.

- ``DRAFT``: saved, but not yet published.
- ``ACTIVE``: published; runs, or waits for its start. Its activities are fixed.
- ``COMPLETED``: has run to its end; nobody waits in it any more.
- ``CANCELLED``: stopped. Its activities and its segment settings are fixed.
- ``CLOSED``: started, and nobody enters it for the first time any more, for instance because its
  end is past; those who wait for an activity may go on.
- ``PAUSED``: on hold through ``update_journey_state``.
"""


JourneyRunStatus: TypeAlias = Literal["SCHEDULED", "RUNNING", "COMPLETED", "CANCELLED"]
"""Where one run of a journey stands: still to start (``SCHEDULED``), under way (``RUNNING``), done
(``COMPLETED``) or cancelled (``CANCELLED``).
"""


DayOfWeek: TypeAlias = Literal[
    "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"
]
"""Day that a list of rules in ``OpenHours`` is for."""


Operator: TypeAlias = Literal["ALL", "ANY"]
"""How a ``Condition`` combines its conditions: every one must be met (``ALL``), or at least one
(``ANY``).
"""


TimezoneEstimationMethodsElement: TypeAlias = Literal["PHONE_NUMBER", "POSTAL_CODE"]
"""What the time zone of an endpoint without ``demographic.timezone`` is estimated from.

- ``PHONE_NUMBER``: ``address`` and ``location.country``.
- ``POSTAL_CODE``: ``location.postal_code`` and ``location.country``; in Australia, Canada, France,
  Germany, Italy, New Zealand, Spain, the United Kingdom, the United States and regions that have
  Pinpoint.
"""


@define(kw_only=True, repr=False)
class WriteJourneyRequest(Model):
    """A journey to create or change with ``create_journey`` or ``update_journey``: who takes part,
    which activities they go through, when, and within which limits. A region holds 50 active
    journeys of up to 40 activities each.

    AWS shape: ``WriteJourneyRequest``.
    """

    name: Annotated[str, Wire("Name")]
    """Name of the journey: up to 150 letters, digits and symbols such as ``_`` and ``-``, no
    spaces.
    """
    activities: Annotated[dict[str, Activity] | None, Wire("Activities")] = None
    """The activities by id, up to 100 letters and digits. None can be added, changed or removed
    while the journey is ``ACTIVE``.
    """
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the journey was created, in ISO 8601."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the journey was last changed, in ISO 8601."""
    limits: Annotated[JourneyLimits | None, Wire("Limits")] = None
    """Caps on messages and entries; they take precedence over the project's defaults."""
    local_time: Annotated[bool | None, Wire("LocalTime")] = None
    """Whether start and end of ``schedule`` are meant in the local time of each participant."""
    quiet_time: Annotated[QuietTime | None, Wire("QuietTime")] = None
    """Daily span in which participants get nothing from the journey; takes precedence over the
    project's default. See ``QuietTime`` for the conditions.
    """
    refresh_frequency: Annotated[str | None, Wire("RefreshFrequency")] = None
    """How often segment and event data are evaluated, as an ISO 8601 duration (``PT1H``)."""
    schedule: Annotated[JourneySchedule | None, Wire("Schedule")] = None
    """When the journey starts and ends."""
    start_activity: Annotated[str | None, Wire("StartActivity")] = None
    """Id of the first activity, a key of ``activities``."""
    start_condition: Annotated[StartCondition | None, Wire("StartCondition")] = None
    """Who takes part: the members of a segment, or those for whom an event occurs."""
    state: Annotated[State | None, Wire("State")] = None
    """``DRAFT`` saves the journey; ``ACTIVE`` publishes it as well, to run at once or from its
    scheduled start. To pause, resume or cancel it call ``update_journey_state``.
    """
    wait_for_quiet_time: Annotated[bool | None, Wire("WaitForQuietTime")] = None
    """Whether endpoints that are in their quiet time wait until it is over."""
    refresh_on_segment_update: Annotated[bool | None, Wire("RefreshOnSegmentUpdate")] = None
    """Whether an update of the segment refreshes who takes part."""
    journey_channel_settings: Annotated[
        JourneyChannelSettings | None, Wire("JourneyChannelSettings")
    ] = None
    """Settings for single channels: the Amazon Connect campaign to call with."""
    sending_schedule: Annotated[bool | None, Wire("SendingSchedule")] = None
    """Whether advanced quiet time is on; ``open_hours`` and ``closed_days`` need ``True``."""
    open_hours: Annotated[OpenHours | None, Wire("OpenHours")] = None
    """When the journey may send, by channel. Needs ``quiet_time`` and ``sending_schedule``
    ``True``.
    """
    closed_days: Annotated[ClosedDays | None, Wire("ClosedDays")] = None
    """When the journey may not send, by channel. Needs ``quiet_time`` and ``sending_schedule``
    ``True``.
    """
    timezone_estimation_methods: Annotated[
        list[TimezoneEstimationMethodsElement] | None, Wire("TimezoneEstimationMethods")
    ] = None
    """How to estimate the time zone of endpoints without ``demographic.timezone``."""


@define(kw_only=True, repr=False)
class JourneyResponse(Response):
    """A journey, as ``create_journey``, ``get_journey``, ``update_journey``,
    ``update_journey_state`` and ``delete_journey`` return it and ``list_journeys`` lists it.

    AWS shape: ``JourneyResponse``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project."""
    id: Annotated[str, Wire("Id")]
    """Id of the journey, 32 lower-case hex digits."""
    name: Annotated[str, Wire("Name")]
    """Name of the journey."""
    activities: Annotated[dict[str, Activity], Wire("Activities")] = field(factory=dict)
    """The activities by id."""
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the journey was created, in ISO 8601 (``2019-10-08T18:40:16.581Z``)."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the journey was last changed, in ISO 8601."""
    limits: Annotated[JourneyLimits | None, Wire("Limits")] = None
    """Caps on messages and entries; they take precedence over the project's defaults."""
    local_time: Annotated[bool | None, Wire("LocalTime")] = None
    """Whether start and end of ``schedule`` are meant in the local time of each participant."""
    quiet_time: Annotated[QuietTime | None, Wire("QuietTime")] = None
    """Daily span in which participants get nothing from the journey; takes precedence over the
    project's default. See ``QuietTime`` for the conditions.
    """
    refresh_frequency: Annotated[str | None, Wire("RefreshFrequency")] = None
    """How often segment and event data are evaluated, as an ISO 8601 duration (``PT1H``)."""
    schedule: Annotated[JourneySchedule | None, Wire("Schedule")] = None
    """When the journey starts and ends."""
    start_activity: Annotated[str | None, Wire("StartActivity")] = None
    """Id of the first activity, a key of ``activities``."""
    start_condition: Annotated[StartCondition | None, Wire("StartCondition")] = None
    """Who takes part: the members of a segment, or those for whom an event occurs."""
    state: Annotated[State | None, Wire("State")] = None
    """Where the journey stands."""
    tags: Annotated[dict[str, str], Wire("tags")] = field(factory=dict)
    """Has no use; AWS does not support it."""
    wait_for_quiet_time: Annotated[bool | None, Wire("WaitForQuietTime")] = None
    """Whether endpoints that are in their quiet time wait until it is over."""
    refresh_on_segment_update: Annotated[bool | None, Wire("RefreshOnSegmentUpdate")] = None
    """Whether an update of the segment refreshes who takes part."""
    journey_channel_settings: Annotated[
        JourneyChannelSettings | None, Wire("JourneyChannelSettings")
    ] = None
    """Settings for single channels: the Amazon Connect campaign to call with."""
    sending_schedule: Annotated[bool | None, Wire("SendingSchedule")] = None
    """Whether advanced quiet time is on; ``open_hours`` and ``closed_days`` need ``True``."""
    open_hours: Annotated[OpenHours | None, Wire("OpenHours")] = None
    """When the journey may send, by channel. Needs ``quiet_time`` and ``sending_schedule``
    ``True``.
    """
    closed_days: Annotated[ClosedDays | None, Wire("ClosedDays")] = None
    """When the journey may not send, by channel. Needs ``quiet_time`` and ``sending_schedule``
    ``True``.
    """
    timezone_estimation_methods: Annotated[
        list[TimezoneEstimationMethodsElement], Wire("TimezoneEstimationMethods")
    ] = field(factory=list)
    """How to estimate the time zone of endpoints without ``demographic.timezone``."""


@define(kw_only=True, repr=False)
class JourneysResponse(Response):
    """One page of the journeys of a project, from ``list_journeys``.

    AWS shape: ``JourneysResponse``.
    """

    item: Annotated[list[JourneyResponse], Wire("Item")]
    """The journeys of the page."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Pass it as ``token`` to ``list_journeys`` for the next page; ``None`` on the last page."""


@define(kw_only=True, repr=False)
class JourneyStateRequest(Model):
    """New state of a journey; body of ``update_journey_state``.

    AWS shape: ``JourneyStateRequest``.
    """

    state: Annotated[State | None, Wire("State")] = None
    """``PAUSED``: no endpoint enters and the time of wait activities stands still, until ``ACTIVE``
    resumes the journey; only for journeys that refresh their segment at an interval. ``CANCELLED``:
    no further activity starts, the journey is no longer evaluated, its activities are fixed. Either
    way activities in progress run to their end.
    """


@define(kw_only=True, repr=False)
class JourneyRunsResponse(Response):
    """One page of the runs of a journey, from ``get_journey_runs``.

    AWS shape: ``JourneyRunsResponse``.
    """

    item: Annotated[list[JourneyRunResponse], Wire("Item")]
    """The runs of the page."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Pass it as ``token`` to ``get_journey_runs`` for the next page; ``None`` on the last page."""


@define(kw_only=True, repr=False)
class JourneyRunResponse(Model):
    """One run of a journey, as ``get_journey_runs`` lists it.

    AWS shape: ``JourneyRunResponse``.
    """

    creation_time: Annotated[str, Wire("CreationTime")]
    """When the run was created or put on the schedule, in ISO 8601."""
    last_update_time: Annotated[str, Wire("LastUpdateTime")]
    """When the run was last updated, in ISO 8601."""
    run_id: Annotated[str, Wire("RunId")]
    """Id of the run, 32 lower-case hex digits; ``get_journey_run_execution_metrics`` takes it."""
    status: Annotated[JourneyRunStatus, Wire("Status")]
    """Where the run stands."""


@define(kw_only=True, repr=False)
class JourneySchedule(Model):
    """When a journey starts and ends. Unlike in the ``Schedule`` of a campaign, both are datetimes.

    AWS shape: ``JourneySchedule``.
    """

    end_time: Annotated[datetime | None, Wire("EndTime")] = None
    """When the journey ends, a datetime with a time zone."""
    start_time: Annotated[datetime | None, Wire("StartTime")] = None
    """When the journey starts, a datetime with a time zone."""
    timezone: Annotated[str | None, Wire("Timezone")] = None
    """UTC offset that the schedule starts from where the journey's ``local_time`` is ``True``:
    ``UTC``, a whole hour (``UTC+01`` to ``UTC+13``, ``UTC-02`` to ``UTC-11``), a half hour
    (``UTC+03:30``, ``UTC+04:30``, ``UTC+05:30``, ``UTC+06:30``, ``UTC+09:30``, ``UTC+10:30``,
    ``UTC-02:30``, ``UTC-03:30``, ``UTC-09:30``) or ``UTC+05:45``, ``UTC+08:45``, ``UTC+12:45``,
    ``UTC+13:45``.
    """


@define(kw_only=True, repr=False)
class JourneyLimits(Model):
    """Caps on what a journey sends and on how often a participant enters it; they take precedence
    over the project's defaults, ``ApplicationSettingsJourneyLimits``.

    AWS shape: ``JourneyLimits``.
    """

    daily_cap: Annotated[int | None, Wire("DailyCap")] = None
    """Messages one participant may get from the journey within 24 hours, 100 at most."""
    endpoint_reentry_cap: Annotated[int | None, Wire("EndpointReentryCap")] = None
    """Times one participant may enter the journey, 100 at most; 0 means no cap."""
    messages_per_second: Annotated[int | None, Wire("MessagesPerSecond")] = None
    """Messages the journey may send per second."""
    endpoint_reentry_interval: Annotated[str | None, Wire("EndpointReentryInterval")] = None
    """Least time between two entries of an endpoint, as an ISO 8601 duration (``PT1H``)."""
    timeframe_cap: Annotated[JourneyTimeframeCap | None, Wire("TimeframeCap")] = None
    """Messages one endpoint may get within a span of days."""
    total_cap: Annotated[int | None, Wire("TotalCap")] = None
    """Messages one endpoint may get from the journey, 100 at most; 0 means no cap."""


@define(kw_only=True, repr=False)
class JourneyChannelSettings(Model):
    """Settings of a journey for single channels: the Amazon Connect campaign that it calls with.

    AWS shape: ``JourneyChannelSettings``.
    """

    connect_campaign_arn: Annotated[str | None, Wire("ConnectCampaignArn")] = None
    """ARN of the Amazon Connect campaign."""
    connect_campaign_execution_role_arn: Annotated[
        str | None, Wire("ConnectCampaignExecutionRoleArn")
    ] = None
    """ARN of the IAM role with which the campaign is told to dial."""


@define(kw_only=True, repr=False)
class StartCondition(Model):
    """Who takes part in a journey: the condition of its first activity.

    AWS shape: ``StartCondition``.
    """

    description: Annotated[str | None, Wire("Description")] = None
    """Free text about the condition."""
    event_start_condition: Annotated[EventStartCondition | None, Wire("EventStartCondition")] = None
    """Event that starts the activity."""
    segment_start_condition: Annotated[SegmentCondition | None, Wire("SegmentStartCondition")] = (
        None
    )
    """Segment whose members take part."""


@define(kw_only=True, repr=False)
class SegmentCondition(Model):
    """A segment that a journey refers to: its participants in ``StartCondition``, a condition in
    ``SimpleCondition``.

    AWS shape: ``SegmentCondition``.
    """

    segment_id: Annotated[str, Wire("SegmentId")]
    """Id of the segment, 32 lower-case hex digits."""


@define(kw_only=True, repr=False)
class EventStartCondition(Model):
    """Event that starts an activity of a journey; used in ``StartCondition``.

    AWS shape: ``EventStartCondition``.
    """

    event_filter: Annotated[EventFilter | None, Wire("EventFilter")] = None
    """Events that start the activity."""
    segment_id: Annotated[str | None, Wire("SegmentId")] = None
    """Id of a segment; AWS does not document its role here."""


@define(kw_only=True, repr=False)
class EventFilter(Model):
    """Events that start an activity of a journey; used in ``EventStartCondition``.

    AWS shape: ``EventFilter``.
    """

    dimensions: Annotated[EventDimensions, Wire("Dimensions")]
    """Names, attributes and metrics of the events."""
    filter_type: Annotated[FilterType, Wire("FilterType")]
    """Where the events come from."""


@define(kw_only=True, repr=False)
class Activity(Model):
    """One activity of a journey, in ``WriteJourneyRequest.activities``. Each member but
    ``description`` stands for one kind of activity; the one that is set makes it that kind.

    AWS shape: ``Activity``.
    """

    custom: Annotated[CustomMessageActivity | None, Wire("CUSTOM")] = None
    """Message to the participants through a Lambda function or web service of yours."""
    conditional_split: Annotated[ConditionalSplitActivity | None, Wire("ConditionalSplit")] = None
    """Yes/no split: two paths, chosen by conditions."""
    description: Annotated[str | None, Wire("Description")] = None
    """Free text about the activity."""
    email: Annotated[EmailMessageActivity | None, Wire("EMAIL")] = None
    """Email to the participants."""
    holdout: Annotated[HoldoutActivity | None, Wire("Holdout")] = None
    """Holdout: the journey ends for a percentage of the participants."""
    multi_condition: Annotated[MultiConditionalSplitActivity | None, Wire("MultiCondition")] = None
    """Multivariate split: up to five paths, chosen by conditions."""
    push: Annotated[PushMessageActivity | None, Wire("PUSH")] = None
    """Push notification to the participants."""
    random_split: Annotated[RandomSplitActivity | None, Wire("RandomSplit")] = None
    """Random split: up to five paths, chosen at random by percentage."""
    sms: Annotated[SMSMessageActivity | None, Wire("SMS")] = None
    """SMS to the participants."""
    wait: Annotated[WaitActivity | None, Wire("Wait")] = None
    """Wait: for a span of time, or until a point in time."""
    contact_center: Annotated[ContactCenterActivity | None, Wire("ContactCenter")] = None
    """Call to the participants from a contact center."""


@define(kw_only=True, repr=False)
class EmailMessageActivity(Model):
    """Activity that sends an email, out of a template.

    AWS shape: ``EmailMessageActivity``.
    """

    message_config: Annotated[JourneyEmailMessage | None, Wire("MessageConfig")] = None
    """Sender of the email."""
    next_activity: Annotated[str | None, Wire("NextActivity")] = None
    """Id of the activity to go on with once the message is sent."""
    template_name: Annotated[str | None, Wire("TemplateName")] = None
    """Name of an existing email template."""
    template_version: Annotated[str | None, Wire("TemplateVersion")] = None
    """Existing version of the template, a numeric string such as ``1``. Without it the active
    version is sent, which need not be the latest; ``list_template_versions`` lists them all.
    """


@define(kw_only=True, repr=False)
class JourneyEmailMessage(Model):
    """Email of a journey: its sender. The rest comes from the template.

    AWS shape: ``JourneyEmailMessage``.
    """

    from_address: Annotated[str | None, Wire("FromAddress")] = None
    """Verified sender address; by default that of the project's email channel."""


@define(kw_only=True, repr=False)
class PushMessageActivity(Model):
    """Activity that sends a push notification, out of a template.

    AWS shape: ``PushMessageActivity``.
    """

    message_config: Annotated[JourneyPushMessage | None, Wire("MessageConfig")] = None
    """How long the push service keeps the notification."""
    next_activity: Annotated[str | None, Wire("NextActivity")] = None
    """Id of the activity to go on with once the message is sent."""
    template_name: Annotated[str | None, Wire("TemplateName")] = None
    """Name of an existing push notification template."""
    template_version: Annotated[str | None, Wire("TemplateVersion")] = None
    """Existing version of the template, a numeric string such as ``1``. Without it the active
    version is sent, which need not be the latest; ``list_template_versions`` lists them all.
    """


@define(kw_only=True, repr=False)
class JourneyPushMessage(Model):
    """Push notification of a journey: how long it is kept. The rest comes from the template.

    AWS shape: ``JourneyPushMessage``.
    """

    time_to_live: Annotated[str | None, Wire("TimeToLive")] = None
    """Seconds, as a string, for which the push service keeps a notification it could not deliver;
    with ``0`` it tries once and keeps nothing. ADM does not use it.
    """


@define(kw_only=True, repr=False)
class SMSMessageActivity(Model):
    """Activity that sends an SMS, out of a template.

    AWS shape: ``SMSMessageActivity``.
    """

    message_config: Annotated[JourneySMSMessage | None, Wire("MessageConfig")] = None
    """Kind and sender of the SMS."""
    next_activity: Annotated[str | None, Wire("NextActivity")] = None
    """Id of the activity to go on with once the message is sent."""
    template_name: Annotated[str | None, Wire("TemplateName")] = None
    """Name of an existing SMS template."""
    template_version: Annotated[str | None, Wire("TemplateVersion")] = None
    """Existing version of the template, a numeric string such as ``1``. Without it the active
    version is sent, which need not be the latest; ``list_template_versions`` lists them all.
    """


@define(kw_only=True, repr=False)
class JourneySMSMessage(Model):
    """SMS of a journey: kind and sender; the text comes from the template. ``entity_id`` and
    ``template_id`` serve countries whose regulator registers senders and texts.

    AWS shape: ``JourneySMSMessage``.
    """

    message_type: Annotated[MessageType | None, Wire("MessageType")] = None
    """``TRANSACTIONAL`` for urgent or critical texts such as one-time passwords, ``PROMOTIONAL``
    for the rest, such as marketing.
    """
    origination_number: Annotated[str | None, Wire("OriginationNumber")] = None
    """Dedicated long code of your AWS account to send from, best in E.164 (``+12065550100``)."""
    sender_id: Annotated[str | None, Wire("SenderId")] = None
    """Sender that the recipient's device shows, in countries and regions that support sender ids.
    """
    entity_id: Annotated[str | None, Wire("EntityId")] = None
    """Entity id (principal entity, PE) that the country's regulator gave you."""
    template_id: Annotated[str | None, Wire("TemplateId")] = None
    """Template id that the country's regulator gave you."""


@define(kw_only=True, repr=False)
class CustomMessageActivity(Model):
    """Activity that calls a Lambda function or web service of yours, which sends the message.

    AWS shape: ``CustomMessageActivity``.
    """

    delivery_uri: Annotated[str | None, Wire("DeliveryUri")] = None
    """Name or ARN of a Lambda function, or the full ``https://`` URL of a web service."""
    endpoint_types: Annotated[list[EndpointTypesElement] | None, Wire("EndpointTypes")] = None
    """Kinds of endpoints that get the message, by the ``channel_type`` of an endpoint."""
    message_config: Annotated[JourneyCustomMessage | None, Wire("MessageConfig")] = None
    """Content of the message."""
    next_activity: Annotated[str | None, Wire("NextActivity")] = None
    """Id of the activity to go on with once the function or web service was called."""
    template_name: Annotated[str | None, Wire("TemplateName")] = None
    """Name of an existing template for custom messages."""
    template_version: Annotated[str | None, Wire("TemplateVersion")] = None
    """Existing version of the template, a numeric string such as ``1``. Without it the active
    version is sent, which need not be the latest; ``list_template_versions`` lists them all.
    """


@define(kw_only=True, repr=False)
class JourneyCustomMessage(Model):
    """Message of a journey for a custom channel.

    AWS shape: ``JourneyCustomMessage``.
    """

    data: Annotated[str | None, Wire("Data")] = None
    """Content handed to the Lambda function or web service."""


@define(kw_only=True, repr=False)
class ContactCenterActivity(Model):
    """Activity that starts a call from a contact center, by the Amazon Connect campaign in
    ``JourneyChannelSettings``.

    AWS shape: ``ContactCenterActivity``.
    """

    next_activity: Annotated[str | None, Wire("NextActivity")] = None
    """Id of the activity to go on with afterwards."""


@define(kw_only=True, repr=False)
class WaitActivity(Model):
    """Activity that holds participants for a span of time, or until a point in time.

    AWS shape: ``WaitActivity``.
    """

    next_activity: Annotated[str | None, Wire("NextActivity")] = None
    """Id of the activity to go on with after the wait."""
    wait_time: Annotated[WaitTime | None, Wire("WaitTime")] = None
    """How long to wait, or until when."""


@define(kw_only=True, repr=False)
class WaitTime(Model):
    """A span or a point in time: when a ``WaitActivity`` lets participants go on, or when a split
    evaluates its conditions.

    AWS shape: ``WaitTime``.
    """

    wait_for: Annotated[str | None, Wire("WaitFor")] = None
    """How long to wait, as an ISO 8601 duration (``PT1H``)."""
    wait_until: Annotated[str | None, Wire("WaitUntil")] = None
    """When the wait is over, in ISO 8601."""


@define(kw_only=True, repr=False)
class ConditionalSplitActivity(Model):
    """Activity that splits participants over two paths, yes and no, by conditions. Conditions on
    push events, such as opened or received, need an app that reports user id and endpoint id.

    AWS shape: ``ConditionalSplitActivity``.
    """

    condition: Annotated[Condition | None, Wire("Condition")] = None
    """Conditions that decide between the paths."""
    evaluation_wait_time: Annotated[WaitTime | None, Wire("EvaluationWaitTime")] = None
    """How long to wait before the conditions are evaluated, or until when."""
    false_activity: Annotated[str | None, Wire("FalseActivity")] = None
    """Id of the activity for participants who do not meet the conditions."""
    true_activity: Annotated[str | None, Wire("TrueActivity")] = None
    """Id of the activity for participants who meet the conditions."""


@define(kw_only=True, repr=False)
class Condition(Model):
    """Conditions of a ``ConditionalSplitActivity``, and how they combine.

    AWS shape: ``Condition``.
    """

    conditions: Annotated[list[SimpleCondition] | None, Wire("Conditions")] = None
    """The conditions; ``operator`` says how they combine."""
    operator: Annotated[Operator | None, Wire("Operator")] = None
    """Whether all of ``conditions`` must be met, or any one of them."""


@define(kw_only=True, repr=False)
class SimpleCondition(Model):
    """One condition of a split, in ``Condition`` or ``MultiConditionalBranch``: on events, on a
    segment, or on criteria as a segment has them.

    AWS shape: ``SimpleCondition``.
    """

    event_condition: Annotated[EventCondition | None, Wire("EventCondition")] = None
    """Events that meet the condition."""
    segment_condition: Annotated[SegmentCondition | None, Wire("SegmentCondition")] = None
    """Segment whose members meet the condition."""
    segment_dimensions: Annotated[
        SegmentDimensions | None, Wire("SegmentDimensions", json="segmentDimensions")
    ] = None
    """Criteria for the endpoints that meet the condition."""


@define(kw_only=True, repr=False)
class EventCondition(Model):
    """Events that meet a ``SimpleCondition``.

    AWS shape: ``EventCondition``.
    """

    dimensions: Annotated[EventDimensions | None, Wire("Dimensions")] = None
    """Names, attributes and metrics of the events."""
    message_activity: Annotated[str | None, Wire("MessageActivity")] = None
    """Id (``message_id``) of the message whose events count."""


@define(kw_only=True, repr=False)
class MultiConditionalSplitActivity(Model):
    """Activity that splits participants over up to five paths, the default one included, by
    conditions. Conditions on push events, such as opened or received, need an app that reports user
    id and endpoint id.

    AWS shape: ``MultiConditionalSplitActivity``.
    """

    branches: Annotated[list[MultiConditionalBranch] | None, Wire("Branches")] = None
    """The paths with their conditions, all but the default one."""
    default_activity: Annotated[str | None, Wire("DefaultActivity")] = None
    """Id of the activity for participants who do not meet any of the conditions."""
    evaluation_wait_time: Annotated[WaitTime | None, Wire("EvaluationWaitTime")] = None
    """How long to wait before the conditions are evaluated, or until when."""


@define(kw_only=True, repr=False)
class MultiConditionalBranch(Model):
    """One path of a ``MultiConditionalSplitActivity``.

    AWS shape: ``MultiConditionalBranch``.
    """

    condition: Annotated[SimpleCondition | None, Wire("Condition")] = None
    """Condition for taking the path."""
    next_activity: Annotated[str | None, Wire("NextActivity")] = None
    """Id of the activity to go on with on the path."""


@define(kw_only=True, repr=False)
class RandomSplitActivity(Model):
    """Activity that splits participants at random over up to five paths, by percentages.

    AWS shape: ``RandomSplitActivity``.
    """

    branches: Annotated[list[RandomSplitEntry] | None, Wire("Branches")] = None
    """The paths with their percentages."""


@define(kw_only=True, repr=False)
class RandomSplitEntry(Model):
    """One path of a ``RandomSplitActivity``.

    AWS shape: ``RandomSplitEntry``.
    """

    next_activity: Annotated[str | None, Wire("NextActivity")] = None
    """Id of the activity to go on with on the path."""
    percentage: Annotated[int | None, Wire("Percentage")] = None
    """Percentage of the participants who take the path. Chance decides who, so the actual share can
    differ.
    """


@define(kw_only=True, repr=False)
class HoldoutActivity(Model):
    """Activity at which the journey ends for a percentage of the participants.

    AWS shape: ``HoldoutActivity``.
    """

    percentage: Annotated[int, Wire("Percentage")]
    """Percentage of the participants who do not go on. Chance decides who, so the actual share can
    differ.
    """
    next_activity: Annotated[str | None, Wire("NextActivity")] = None
    """Id of the activity to go on with after the holdout."""


@define(kw_only=True, repr=False)
class OpenHours(Model):
    """When a journey may send, by channel and day of the week. Needs ``quiet_time`` and
    ``sending_schedule`` ``True`` in the journey.

    AWS shape: ``OpenHours``.
    """

    email: Annotated[dict[DayOfWeek, list[OpenHoursRule]] | None, Wire("EMAIL")] = None
    """Hours for email."""
    sms: Annotated[dict[DayOfWeek, list[OpenHoursRule]] | None, Wire("SMS")] = None
    """Hours for SMS."""
    push: Annotated[dict[DayOfWeek, list[OpenHoursRule]] | None, Wire("PUSH")] = None
    """Hours for push notifications."""
    voice: Annotated[dict[DayOfWeek, list[OpenHoursRule]] | None, Wire("VOICE")] = None
    """Hours for voice messages."""
    custom: Annotated[dict[DayOfWeek, list[OpenHoursRule]] | None, Wire("CUSTOM")] = None
    """Hours for custom channels."""


@define(kw_only=True, repr=False)
class OpenHoursRule(Model):
    """One span of a day in which a channel may send, in ``OpenHours``.

    AWS shape: ``OpenHoursRule``.
    """

    start_time: Annotated[str | None, Wire("StartTime")] = None
    """When the span begins, in ISO 8601."""
    end_time: Annotated[str | None, Wire("EndTime")] = None
    """When the span ends, in ISO 8601."""


@define(kw_only=True, repr=False)
class ClosedDays(Model):
    """When a journey may not send, by channel. Needs ``quiet_time`` and ``sending_schedule``
    ``True`` in the journey.

    AWS shape: ``ClosedDays``.
    """

    email: Annotated[list[ClosedDaysRule] | None, Wire("EMAIL")] = None
    """Closed spans for email."""
    sms: Annotated[list[ClosedDaysRule] | None, Wire("SMS")] = None
    """Closed spans for SMS."""
    push: Annotated[list[ClosedDaysRule] | None, Wire("PUSH")] = None
    """Closed spans for push notifications."""
    voice: Annotated[list[ClosedDaysRule] | None, Wire("VOICE")] = None
    """Closed spans for voice messages."""
    custom: Annotated[list[ClosedDaysRule] | None, Wire("CUSTOM")] = None
    """Closed spans for custom channels."""


@define(kw_only=True, repr=False)
class ClosedDaysRule(Model):
    """One span in which a channel may not send, in ``ClosedDays``.

    AWS shape: ``ClosedDaysRule``.
    """

    name: Annotated[str | None, Wire("Name")] = None
    """Name of the rule."""
    start_date_time: Annotated[str | None, Wire("StartDateTime")] = None
    """When the span begins, in ISO 8601."""
    end_date_time: Annotated[str | None, Wire("EndDateTime")] = None
    """When the span ends, in ISO 8601."""
