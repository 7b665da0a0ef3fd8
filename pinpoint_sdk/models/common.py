"""What several modules share: channel types, sending limits, quiet time, filters, templates."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from attrs import define

from pinpoint_sdk.models.base import Model, Response, Wire

ChannelType: TypeAlias = Literal[
    "PUSH",
    "GCM",
    "APNS",
    "APNS_SANDBOX",
    "APNS_VOIP",
    "APNS_VOIP_SANDBOX",
    "ADM",
    "SMS",
    "VOICE",
    "EMAIL",
    "BAIDU",
    "CUSTOM",
    "IN_APP",
]
"""Channel that reaches an endpoint or an address.

- ``ADM``: push through Amazon Device Messaging.
- ``APNS``, ``APNS_SANDBOX``: push through Apple Push Notification service and its sandbox.
- ``APNS_VOIP``, ``APNS_VOIP_SANDBOX``: the same for VoIP notifications.
- ``BAIDU``: push through Baidu Cloud Push.
- ``GCM``: push through Firebase Cloud Messaging, formerly Google Cloud Messaging.
- ``PUSH``: push, without naming a service.
- ``SMS``, ``VOICE``, ``EMAIL``: text messages, voice messages, email.
- ``CUSTOM``: a Lambda function or web service of yours.
- ``IN_APP``: messages that show inside the app.
"""


Mode: TypeAlias = Literal["DELIVERY", "FILTER"]
"""What the Lambda function of a ``CampaignHook`` is called for.

- ``FILTER``: tailors the segment that a campaign goes to.
- ``DELIVERY``: once sent messages through a custom channel and no longer works; use
  ``CustomDeliveryConfiguration`` with ``CampaignCustomMessage``.
"""


Action: TypeAlias = Literal["OPEN_APP", "DEEP_LINK", "URL"]
"""What a tap on a push notification does.

- ``OPEN_APP``: launches the app or brings it back to the foreground; the default.
- ``DEEP_LINK``: opens the app at one of its screens, through the deep links of iOS or Android.
- ``URL``: opens a web page in the device's default browser.
"""


MessageType: TypeAlias = Literal["TRANSACTIONAL", "PROMOTIONAL"]
"""Urgency of an SMS message.

- ``TRANSACTIONAL``: critical or urgent, for instance a one-time password.
- ``PROMOTIONAL``: neither, for instance marketing.
"""


AttributeType: TypeAlias = Literal[
    "INCLUSIVE", "EXCLUSIVE", "CONTAINS", "BEFORE", "AFTER", "ON", "BETWEEN"
]
"""How attribute values are compared with the values of an ``AttributeDimension``.

- ``INCLUSIVE``, ``EXCLUSIVE``: a match puts the endpoint into the segment, or keeps it out.
- ``CONTAINS``: one of the values is a substring of the attribute.
- ``BEFORE``, ``AFTER``, ``BETWEEN``: the attribute is an ISO 8601 instant
  (``2026-01-31T09:30:00Z``) earlier than, later than or between the values.
- ``ON``: the attribute falls on the day of the value, whatever its time of day.

All but ``EXCLUSIVE`` select the endpoints that match.
"""


DimensionType: TypeAlias = Literal["INCLUSIVE", "EXCLUSIVE"]
"""What a match does: ``INCLUSIVE`` puts endpoints into a segment, ``EXCLUSIVE`` keeps them out."""


EndpointTypesElement: TypeAlias = ChannelType
"""Kind of endpoint that a custom channel serves."""


Format: TypeAlias = Literal["CSV", "JSON"]
"""Format of endpoint definition files: ``CSV``, comma-separated values; ``JSON``, newline-delimited
JSON.
"""


@define(kw_only=True, repr=False)
class CampaignLimits(Model):
    """Caps on what a campaign sends: its own in ``create_campaign`` and ``update_campaign``, the
    defaults of all campaigns of a project in ``update_application_settings``.
    ``get_application_settings`` returns 0 for a cap never set.

    AWS shape: ``CampaignLimits``.
    """

    daily: Annotated[int | None, Wire("Daily")] = None
    """Messages one endpoint may get from the campaign within 24 hours, 100 at most. As a project's
    default it covers journeys too.
    """
    maximum_duration: Annotated[int | None, Wire("MaximumDuration")] = None
    """Seconds after the scheduled start in which the campaign may try to deliver; at least 60."""
    messages_per_second: Annotated[int | None, Wire("MessagesPerSecond")] = None
    """Messages the campaign may send per second, 1 to 20,000. The 2017-09-27 release called it a
    best-effort cap of no less than 50.
    """
    total: Annotated[int | None, Wire("Total")] = None
    """Messages one endpoint may get from the campaign over all its runs, 100 at most."""
    session: Annotated[int | None, Wire("Session")] = None
    """Messages the campaign may send per user session."""


@define(kw_only=True, repr=False)
class QuietTime(Model):
    """Daily span in which an endpoint gets no messages. It holds only for endpoints with a valid
    ``demographic.timezone`` and covers ``start`` and ``end`` themselves, read as the endpoint's
    local time; all others get their messages regardless.

    AWS shape: ``QuietTime``.
    """

    end: Annotated[str | None, Wire("End")] = None
    """When the span ends: ``HH:MM`` on the 24-hour clock, with leading zeros (``07:00``)."""
    start: Annotated[str | None, Wire("Start")] = None
    """When the span begins: ``HH:MM`` on the 24-hour clock, with leading zeros (``22:30``)."""


@define(kw_only=True, repr=False)
class CampaignHook(Model):
    """AWS Lambda function that tailors the segment of a campaign: for one campaign as
    ``WriteCampaignRequest.hook``, for all of a project as
    ``WriteApplicationSettingsRequest.campaign_hook``.

    AWS shape: ``CampaignHook``.
    """

    lambda_function_name: Annotated[str | None, Wire("LambdaFunctionName")] = None
    """Name or ARN of the function."""
    mode: Annotated[Mode | None, Wire("Mode")] = None
    """What the function is called for; ``FILTER`` alone still works."""
    web_url: Annotated[str | None, Wire("WebUrl")] = None
    """HTTPS address through which the function is called."""


@define(kw_only=True, repr=False)
class AttributeDimension(Model):
    """Criterion on one attribute, for a segment or an event filter. The attribute's name is the key
    under which the dimension stands.

    AWS shape: ``AttributeDimension``.
    """

    values: Annotated[list[str], Wire("Values")]
    """Values to compare the attribute with; instants in ISO 8601 for ``BEFORE``, ``AFTER``, ``ON``
    and ``BETWEEN``.
    """
    attribute_type: Annotated[AttributeType | None, Wire("AttributeType")] = None
    """How to compare."""


@define(kw_only=True, repr=False)
class MetricDimension(Model):
    """Criterion on one custom metric, for a segment or an event filter. The metric's name is the
    key under which the dimension stands.

    AWS shape: ``MetricDimension``.
    """

    comparison_operator: Annotated[str, Wire("ComparisonOperator")]
    """How the metric must relate to ``value``: ``LESS_THAN``, ``LESS_THAN_OR_EQUAL``, ``EQUAL``,
    ``GREATER_THAN_OR_EQUAL`` or ``GREATER_THAN``.
    """
    value: Annotated[float, Wire("Value")]
    """Number to compare the metric with."""


@define(kw_only=True, repr=False)
class SetDimension(Model):
    """Criterion on a property with a set of values, such as country, platform, channel or event
    type.

    AWS shape: ``SetDimension``.
    """

    values: Annotated[list[str], Wire("Values")]
    """Values that match."""
    dimension_type: Annotated[DimensionType | None, Wire("DimensionType")] = None
    """Whether a match includes or excludes."""


@define(kw_only=True, repr=False)
class EventDimensions(Model):
    """Events that a filter lets through: they start a campaign (``CampaignEventFilter``) or an
    activity of a journey.

    AWS shape: ``EventDimensions``.
    """

    attributes: Annotated[dict[str, AttributeDimension] | None, Wire("Attributes")] = None
    """Criteria on custom attributes that your app reports, by attribute name."""
    event_type: Annotated[SetDimension | None, Wire("EventType")] = None
    """Names of the events: standard ones such as ``_email.delivered``, in campaigns also those of
    your app.
    """
    metrics: Annotated[dict[str, MetricDimension] | None, Wire("Metrics")] = None
    """Criteria on custom metrics that your app reports, by metric name."""


FilterType: TypeAlias = Literal["SYSTEM", "ENDPOINT"]
"""Which events are meant.

- ``SYSTEM``: events of the service.
- ``ENDPOINT``: events that ``put_events`` reports for an endpoint.
"""


@define(kw_only=True, repr=False)
class CampaignEventFilter(Model):
    """Events that start a campaign; used as ``Schedule.event_filter`` where ``frequency`` is
    ``EVENT``.

    AWS shape: ``CampaignEventFilter``.
    """

    dimensions: Annotated[EventDimensions, Wire("Dimensions")]
    """Names, attributes and metrics of the events."""
    filter_type: Annotated[FilterType, Wire("FilterType")]
    """Where the events come from; some of AWS's sample responses lack it."""


@define(kw_only=True, repr=False)
class Template(Model):
    """Message template to send, in one of its versions; a ``TemplateConfiguration`` holds one per
    channel.

    AWS shape: ``Template``.
    """

    name: Annotated[str | None, Wire("Name")] = None
    """Name of an existing template; up to 128 letters, digits, ``_`` and ``-``, the first a letter
    or digit.
    """
    version: Annotated[str | None, Wire("Version")] = None
    """Existing version of the template, a numeric string such as ``1``. Without it the active
    version is sent, which need not be the latest; ``list_template_versions`` lists them all.
    """


@define(kw_only=True, repr=False)
class TemplateConfiguration(Model):
    """Message templates to send, one per channel, in campaigns and their treatments,
    ``send_messages`` and ``send_users_messages``.

    AWS shape: ``TemplateConfiguration``.
    """

    email_template: Annotated[Template | None, Wire("EmailTemplate")] = None
    """Template for email."""
    push_template: Annotated[Template | None, Wire("PushTemplate")] = None
    """Template for push notifications."""
    sms_template: Annotated[Template | None, Wire("SMSTemplate")] = None
    """Template for SMS."""
    voice_template: Annotated[Template | None, Wire("VoiceTemplate")] = None
    """Template for voice messages; campaigns do not support it."""
    in_app_template: Annotated[Template | None, Wire("InAppTemplate")] = None
    """Template for in-app messages; ``send_messages`` does not support it."""


@define(kw_only=True, repr=False)
class MessageHeader(Model):
    """One header of an email: of a campaign, an email template or a ``SimpleEmail``. An email takes
    up to 15.

    AWS shape: ``MessageHeader``.
    """

    name: Annotated[str | None, Wire("Name")] = None
    """Name of the header, up to 126 characters."""
    value: Annotated[str | None, Wire("Value")] = None
    """Content of the header, up to 870 characters once attributes are filled in:
    ``{CreationDate}``, for one, takes 24 of them.
    """


@define(kw_only=True, repr=False)
class MessageBody(Response):
    """Acknowledgement of a write that returns nothing else: ``update_endpoint``,
    ``update_endpoints_batch``, ``update_template_active_version`` and the methods that update or
    delete a message template.

    AWS shape: ``MessageBody``.
    """

    message: Annotated[str | None, Wire("Message")] = None
    """Text of the acknowledgement, such as ``Accepted`` from ``update_endpoint``."""
    request_id: Annotated[str | None, Wire("RequestID")] = None
    """Id of the request, a UUID."""
