"""Direct messages: what to send, to whom, and what became of each recipient."""

from __future__ import annotations

from typing import Annotated

from attrs import define, field

from pinpoint_sdk.models.base import Model, Response, Wire
from pinpoint_sdk.models.common import (
    Action,
    ChannelType,
    MessageHeader,
    MessageType,
    TemplateConfiguration,
)
from pinpoint_sdk.models.outcomes import DeliveryOutcome, DeliveryReport, DeliveryStatus


@define(kw_only=True, repr=False)
class MessageRequest(Model):
    """A message and its recipients, the body of ``send_messages``.

    Recipients are named by address or by endpoint id, at most 100 a request.

    AWS shape: ``MessageRequest``.
    """

    message_configuration: Annotated[DirectMessageConfiguration, Wire("MessageConfiguration")]
    """Content and settings: the default message and those of single channels."""
    addresses: Annotated[dict[str, AddressConfiguration] | None, Wire("Addresses")] = None
    """Recipients by address: push token, phone number (E.164) or email address, each with its own
    settings and overrides. Outcomes arrive in ``MessageResponse.result``."""
    context: Annotated[dict[str, str] | None, Wire("Context")] = None
    """Custom attributes of the message. A push notification carries them in ``data.pinpoint``,
    email and SMS in the attributes of their delivery receipt events."""
    endpoints: Annotated[dict[str, EndpointSendConfiguration] | None, Wire("Endpoints")] = None
    """Recipients by endpoint id, each with its own overrides. Outcomes arrive in
    ``MessageResponse.endpoint_result``."""
    template_configuration: Annotated[
        TemplateConfiguration | None, Wire("TemplateConfiguration")
    ] = None
    """Stored templates to take the content from, one for each kind of channel. ``send_messages``
    does not support ``in_app_template``."""
    trace_id: Annotated[str | None, Wire("TraceId")] = None
    """Id to trace the message by. Recipients can see it."""
    campaign: Annotated[dict[str, str] | None, Wire("Campaign")] = None
    """2017-09-27 release; AWS no longer lists it. Campaign attributes, placed in
    ``data.pinpoint.campaign`` on iOS and as flat ``pinpoint.campaign.<name>`` keys on Android;
    email used ``campaign_id`` to save the templates."""
    request_id: Annotated[str | None, Wire("RequestId")] = None
    """2017-09-27 release; AWS no longer lists it. Id of the original request behind the message."""


@define(kw_only=True, repr=False)
class MessageResponse(DeliveryReport, Response):
    """Outcome of ``send_messages``, recipient by recipient.

    The call succeeds even when every recipient failed: check each ``delivery_status``.

    AWS shape: ``MessageResponse``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project the message was sent from."""
    endpoint_result: Annotated[dict[str, EndpointMessageResult], Wire("EndpointResult")] = field(
        factory=dict
    )
    """Outcomes by endpoint id, for recipients named in ``MessageRequest.endpoints``."""
    request_id: Annotated[str | None, Wire("RequestId")] = None
    """Id of the request that led to this delivery."""
    result: Annotated[dict[str, MessageResult], Wire("Result")] = field(factory=dict)
    """Outcomes by address, for recipients named in ``MessageRequest.addresses``."""

    @property
    def outcomes(self) -> list[DeliveryOutcome]:
        """What became of the message for each address, then for each endpoint."""
        return [
            *(_outcome(result, address=address) for address, result in self.result.items()),
            *(
                _outcome(result, endpoint_id=endpoint_id, address=result.address)
                for endpoint_id, result in self.endpoint_result.items()
            ),
        ]


@define(kw_only=True, repr=False)
class MessageResult(Model):
    """Outcome for one address of ``MessageRequest.addresses``.

    AWS shape: ``MessageResult``.
    """

    delivery_status: Annotated[DeliveryStatus, Wire("DeliveryStatus")]
    """How the send to the address ended."""
    status_code: Annotated[int, Wire("StatusCode")]
    """Status code of the delivering service downstream; 429 goes with ``THROTTLED``."""
    message_id: Annotated[str | None, Wire("MessageId")] = None
    """Id of the message sent."""
    status_message: Annotated[str | None, Wire("StatusMessage")] = None
    """Explanation that goes with ``status_code``; ``MessageId: <id>`` on success."""
    updated_token: Annotated[str | None, Wire("UpdatedToken")] = None
    """GCM channel only: the device's registration token, where delivery changed it; store it in
    place of the old one."""


@define(kw_only=True, repr=False)
class SendUsersMessageRequest(Model):
    """A message to every endpoint of up to 100 users, the body of ``send_users_messages``.

    AWS shape: ``SendUsersMessageRequest``.
    """

    message_configuration: Annotated[DirectMessageConfiguration, Wire("MessageConfiguration")]
    """Content and settings: the default message and those of single channels."""
    users: Annotated[dict[str, EndpointSendConfiguration], Wire("Users")]
    """Recipients by user id, each with its own overrides. At most 100."""
    context: Annotated[dict[str, str] | None, Wire("Context")] = None
    """Custom attributes of the message. A push notification carries them in ``data.pinpoint``, and
    the events about the delivery repeat them."""
    template_configuration: Annotated[
        TemplateConfiguration | None, Wire("TemplateConfiguration")
    ] = None
    """Stored templates to take the content from, one for each kind of channel."""
    trace_id: Annotated[str | None, Wire("TraceId")] = None
    """Id to trace the message by. Recipients can see it."""
    request_id: Annotated[str | None, Wire("RequestId")] = None
    """2017-09-27 release; AWS no longer lists it. Id of the original request behind the message."""


@define(kw_only=True, repr=False)
class SendUsersMessageResponse(DeliveryReport, Response):
    """Outcome of ``send_users_messages``, user by user and endpoint by endpoint.

    The call succeeds even when every recipient failed: check each ``delivery_status``.

    AWS shape: ``SendUsersMessageResponse``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project the message was sent from."""
    request_id: Annotated[str | None, Wire("RequestId")] = None
    """Id given to the send request."""
    result: Annotated[dict[str, dict[str, EndpointMessageResult]], Wire("Result")] = field(
        factory=dict
    )
    """Outcomes by user id, then by endpoint id."""

    @property
    def outcomes(self) -> list[DeliveryOutcome]:
        """What became of the message for each endpoint of each user."""
        return [
            _outcome(
                result,
                user_id=user_id,
                endpoint_id=endpoint_id or None,
                address=result.address or None,
            )
            for user_id, endpoints in self.result.items()
            for endpoint_id, result in endpoints.items()
        ]


@define(kw_only=True, repr=False)
class EndpointMessageResult(Model):
    """Outcome for one endpoint, in ``MessageResponse`` and ``SendUsersMessageResponse``.

    AWS shape: ``EndpointMessageResult``.
    """

    delivery_status: Annotated[DeliveryStatus, Wire("DeliveryStatus")]
    """How the send to the endpoint ended."""
    status_code: Annotated[int, Wire("StatusCode")]
    """Status code of the delivering service downstream; 429 goes with ``THROTTLED``."""
    address: Annotated[str | None, Wire("Address")] = None
    """Address of the endpoint that the message went to."""
    message_id: Annotated[str | None, Wire("MessageId")] = None
    """Id of the message sent."""
    status_message: Annotated[str | None, Wire("StatusMessage")] = None
    """Explanation that goes with ``status_code``; ``MessageId: <id>`` on success, and for an
    unknown user ``No endpoints found for userId.``"""
    updated_token: Annotated[str | None, Wire("UpdatedToken")] = None
    """GCM channel only: the device's registration token, where delivery changed it; store it in
    place of the old one."""


def _outcome(
    result: MessageResult | EndpointMessageResult,
    *,
    user_id: str | None = None,
    endpoint_id: str | None = None,
    address: str | None = None,
) -> DeliveryOutcome:
    return DeliveryOutcome(
        user_id=user_id,
        endpoint_id=endpoint_id,
        address=address,
        delivery_status=result.delivery_status,
        status_code=result.status_code,
        status_message=result.status_message,
        message_id=result.message_id,
        updated_token=result.updated_token,
    )


@define(kw_only=True, repr=False)
class AddressConfiguration(Model):
    """Channel and overrides for one address of ``MessageRequest.addresses``.

    AWS shape: ``AddressConfiguration``.
    """

    body_override: Annotated[str | None, Wire("BodyOverride")] = None
    """Body for this address, in place of the default one."""
    channel_type: Annotated[ChannelType | None, Wire("ChannelType")] = None
    """Channel that reaches the address."""
    context: Annotated[dict[str, str] | None, Wire("Context")] = None
    """Custom attributes of the message for this address. A push notification carries them in
    ``data.pinpoint``, email and SMS in the attributes of their delivery receipt events. Names are
    case-sensitive."""
    raw_content: Annotated[str | None, Wire("RawContent")] = None
    """Whole payload for this address as a JSON string, used in place of all other content."""
    substitutions: Annotated[dict[str, list[str]] | None, Wire("Substitutions")] = None
    """Message variables for this address, name to list of values. Merged with
    ``DefaultMessage.substitutions``; these take precedence over all others."""
    title_override: Annotated[str | None, Wire("TitleOverride")] = None
    """Title for this address, in place of the default one."""


@define(kw_only=True, repr=False)
class EndpointSendConfiguration(Model):
    """Overrides for one recipient, named by endpoint id or by user id.

    Used in ``MessageRequest.endpoints`` and ``SendUsersMessageRequest.users``.

    AWS shape: ``EndpointSendConfiguration``.
    """

    body_override: Annotated[str | None, Wire("BodyOverride")] = None
    """Body for this recipient, in place of the default one."""
    context: Annotated[dict[str, str] | None, Wire("Context")] = None
    """Custom attributes of the message for this recipient. A push notification carries them in
    ``data.pinpoint``, email and SMS in the attributes of their delivery receipt events. Names are
    case-sensitive."""
    raw_content: Annotated[str | None, Wire("RawContent")] = None
    """Whole payload for this recipient as a JSON string, used in place of all other content."""
    substitutions: Annotated[dict[str, list[str]] | None, Wire("Substitutions")] = None
    """Message variables for this recipient, name to list of values. Merged with
    ``DefaultMessage.substitutions``; these take precedence over all others."""
    title_override: Annotated[str | None, Wire("TitleOverride")] = None
    """Title or subject line for this recipient, in place of the default one."""


@define(kw_only=True, repr=False)
class DirectMessageConfiguration(Model):
    """Content of a direct message: a default, and variants for single channels.

    The variant of a push channel overrides ``default_push_notification_message``; that of email,
    SMS or voice overrides ``default_message``.

    AWS shape: ``DirectMessageConfiguration``.
    """

    adm_message: Annotated[ADMMessage | None, Wire("ADMMessage")] = None
    """Notification for the ADM (Amazon Device Messaging) channel; overrides
    ``default_push_notification_message``."""
    apns_message: Annotated[APNSMessage | None, Wire("APNSMessage")] = None
    """Notification for the APNs channel; overrides ``default_push_notification_message``."""
    baidu_message: Annotated[BaiduMessage | None, Wire("BaiduMessage")] = None
    """Notification for the Baidu Cloud Push channel; overrides
    ``default_push_notification_message``."""
    default_message: Annotated[DefaultMessage | None, Wire("DefaultMessage")] = None
    """Message for every channel that has no message of its own."""
    default_push_notification_message: Annotated[
        DefaultPushNotificationMessage | None, Wire("DefaultPushNotificationMessage")
    ] = None
    """Notification for every push channel that has no message of its own."""
    email_message: Annotated[EmailMessage | None, Wire("EmailMessage")] = None
    """Message for the email channel; overrides ``default_message``."""
    gcm_message: Annotated[GCMMessage | None, Wire("GCMMessage")] = None
    """Notification for the GCM channel (Firebase Cloud Messaging); overrides
    ``default_push_notification_message``."""
    sms_message: Annotated[SMSMessage | None, Wire("SMSMessage")] = None
    """Message for the SMS channel; overrides ``default_message``."""
    voice_message: Annotated[VoiceMessage | None, Wire("VoiceMessage")] = None
    """Message for the voice channel; overrides ``default_message``."""


@define(kw_only=True, repr=False)
class ADMMessage(Model):
    """A push notification through ADM (Amazon Device Messaging), for one direct send.

    AWS shape: ``ADMMessage``.
    """

    action: Annotated[Action | None, Wire("Action")] = None
    """What a tap on the notification does: ``OPEN_APP`` (default; opens the app or brings it to the
    front), ``DEEP_LINK`` (opens a screen of the app by Android deep linking) or ``URL`` (opens
    ``url`` in the default browser)."""
    body: Annotated[str | None, Wire("Body")] = None
    """Text of the notification."""
    consolidation_key: Annotated[str | None, Wire("ConsolidationKey")] = None
    """Any string that marks messages as the same in meaning: ADM may drop those still queued in
    favor of the newest."""
    data: Annotated[dict[str, str] | None, Wire("Data")] = None
    """JSON payload of a silent push, placed in the notification's ``data.pinpoint.jsonBody``."""
    expires_after: Annotated[str | None, Wire("ExpiresAfter")] = None
    """How long ADM keeps the message for an offline device: seconds, as a string. Travels as ADM's
    ``expiresAfter``."""
    icon_reference: Annotated[str | None, Wire("IconReference")] = None
    """Name of the icon image among the app's assets."""
    image_icon_url: Annotated[str | None, Wire("ImageIconUrl")] = None
    """URL of the large icon, shown in the content view."""
    image_url: Annotated[str | None, Wire("ImageUrl")] = None
    """URL of an image shown in the notification."""
    md5: Annotated[str | None, Wire("MD5")] = None
    """MD5 checksum of ``data``, Base64-encoded, by which ADM verifies the payload."""
    raw_content: Annotated[str | None, Wire("RawContent")] = None
    """Whole payload as a JSON string, used in place of every other content member."""
    silent_push: Annotated[bool | None, Wire("SilentPush")] = None
    """Whether the notification stays invisible on the device, for instance to refresh the app's
    configuration or to have the app phone home."""
    small_image_icon_url: Annotated[str | None, Wire("SmallImageIconUrl")] = None
    """URL of the small icon, shown in the status bar and in the content view."""
    sound: Annotated[str | None, Wire("Sound")] = None
    """Sound on arrival: ``default``, or the file name of a sound bundled in the app, which on
    Android lies in ``/res/raw/``."""
    substitutions: Annotated[dict[str, list[str]] | None, Wire("Substitutions")] = None
    """Message variables, name to list of values. A recipient's own ``substitutions`` take
    precedence."""
    title: Annotated[str | None, Wire("Title")] = None
    """Heading shown above ``body`` on the device."""
    url: Annotated[str | None, Wire("Url")] = None
    """Web page opened by a tap when ``action`` is ``URL``."""
    json_data: Annotated[str | None, Wire("JsonData")] = None
    """2017-09-27 release; AWS no longer lists it. Payload of a silent push as one string, placed
    like ``data`` in ``data.pinpoint.jsonBody``."""


@define(kw_only=True, repr=False)
class APNSMessage(Model):
    """A push notification through APNs (Apple Push Notification service), for one direct send.

    AWS shape: ``APNSMessage``.
    """

    apns_push_type: Annotated[str | None, Wire("APNSPushType")] = None
    """Kind of notification, sent as the ``apns-push-type`` header: ``alert`` (shown to the user),
    ``background`` (silent), ``complication`` (update of a complication timeline), ``fileprovider``
    (change in a File Provider extension), ``mdm`` (have the device contact its MDM server) or
    ``voip`` (incoming call). Without it Pinpoint derives ``alert`` or ``background`` from
    ``silent_push`` or ``raw_content``."""
    action: Annotated[Action | None, Wire("Action")] = None
    """What a tap on the notification does: ``OPEN_APP`` (default; opens the app or brings it to the
    front), ``DEEP_LINK`` (opens a screen of the app by iOS deep linking) or ``URL`` (opens ``url``
    in the default browser)."""
    badge: Annotated[int | None, Wire("Badge")] = None
    """Badge on the app's icon: 0 removes it, ``None`` leaves it as it is."""
    body: Annotated[str | None, Wire("Body")] = None
    """Text of the notification."""
    category: Annotated[str | None, Wire("Category")] = None
    """Notification type: the ``identifier`` of a category that the app has registered."""
    collapse_id: Annotated[str | None, Wire("CollapseId")] = None
    """Any string, at most 64 bytes: APNs merges messages that share it into one notification.
    Travels as the ``apns-collapse-id`` header."""
    data: Annotated[dict[str, str] | None, Wire("Data")] = None
    """JSON payload of a silent push, placed in the notification's ``data.pinpoint.jsonBody``."""
    media_url: Annotated[str | None, Wire("MediaUrl")] = None
    """URL of an image or video shown in the notification."""
    preferred_authentication_method: Annotated[
        str | None, Wire("PreferredAuthenticationMethod")
    ] = None
    """How Pinpoint signs in to APNs: ``CERTIFICATE`` or ``TOKEN``."""
    priority: Annotated[str | None, Wire("Priority")] = None
    """``5`` (low: may be delayed, grouped or throttled) or ``10`` (high, the default: sent at once
    and meant to alert, sound or badge). Travels as the ``apns-priority`` header. FCM's ``normal``
    and ``high`` are accepted and converted."""
    raw_content: Annotated[str | None, Wire("RawContent")] = None
    """Whole payload as a JSON string, used in place of every other content member. Must hold the
    integer ``content-available``: 0 for a visible notification, 1 for a silent one, which must not
    hold ``alert``, ``badge`` or ``sound``."""
    silent_push: Annotated[bool | None, Wire("SilentPush")] = None
    """Whether the notification stays invisible on the device, for instance to update the app or to
    fill its message center. ``True`` sets ``apns-push-type`` to ``background``. Apple throttles
    excess and advises at most 3 an hour to a recipient."""
    sound: Annotated[str | None, Wire("Sound")] = None
    """Sound on arrival: ``default``, or the name of a sound file in the app's main bundle or in
    ``Library/Sounds`` of its data container. A missing file plays the default alert sound."""
    substitutions: Annotated[dict[str, list[str]] | None, Wire("Substitutions")] = None
    """Message variables, name to list of values. A recipient's own ``substitutions`` take
    precedence."""
    thread_id: Annotated[str | None, Wire("ThreadId")] = None
    """App-specific id that groups notifications; a Notification Content app extension can group by
    it."""
    time_to_live: Annotated[int | None, Wire("TimeToLive")] = None
    """Seconds that APNs keeps the notification and retries it when the first attempt fails; 0 means
    a single attempt. Travels as the ``apns-expiration`` header."""
    title: Annotated[str | None, Wire("Title")] = None
    """Heading shown above ``body`` on the device."""
    url: Annotated[str | None, Wire("Url")] = None
    """Web page opened by a tap when ``action`` is ``URL``."""
    json_data: Annotated[str | None, Wire("JsonData")] = None
    """2017-09-27 release; AWS no longer lists it. Payload of a silent push as one string, placed
    like ``data`` in ``data.pinpoint.jsonBody``."""


@define(kw_only=True, repr=False)
class BaiduMessage(Model):
    """A push notification through Baidu Cloud Push, for one direct send.

    AWS shape: ``BaiduMessage``.
    """

    action: Annotated[Action | None, Wire("Action")] = None
    """What a tap on the notification does: ``OPEN_APP`` (default; opens the app or brings it to the
    front), ``DEEP_LINK`` (opens a screen of the app by Android deep linking) or ``URL`` (opens
    ``url`` in the default browser)."""
    body: Annotated[str | None, Wire("Body")] = None
    """Text of the notification."""
    data: Annotated[dict[str, str] | None, Wire("Data")] = None
    """JSON payload of a silent push, placed in the notification's ``data.pinpoint.jsonBody``."""
    icon_reference: Annotated[str | None, Wire("IconReference")] = None
    """Name of the icon image among the app's assets."""
    image_icon_url: Annotated[str | None, Wire("ImageIconUrl")] = None
    """URL of the large icon, shown in the content view."""
    image_url: Annotated[str | None, Wire("ImageUrl")] = None
    """URL of an image shown in the notification."""
    raw_content: Annotated[str | None, Wire("RawContent")] = None
    """Whole payload as a JSON string, used in place of every other content member."""
    silent_push: Annotated[bool | None, Wire("SilentPush")] = None
    """Whether the notification stays invisible on the device, for instance to refresh the app's
    configuration or to have the app phone home."""
    small_image_icon_url: Annotated[str | None, Wire("SmallImageIconUrl")] = None
    """URL of the small icon, shown in the status bar and in the content view."""
    sound: Annotated[str | None, Wire("Sound")] = None
    """Sound on arrival: ``default``, or the file name of a sound bundled in the app, which on
    Android lies in ``/res/raw/``."""
    substitutions: Annotated[dict[str, list[str]] | None, Wire("Substitutions")] = None
    """Message variables, name to list of values. A recipient's own ``substitutions`` take
    precedence."""
    time_to_live: Annotated[int | None, Wire("TimeToLive")] = None
    """Seconds that Baidu keeps the notification for an offline device: at most, and by default,
    604,800 (7 days)."""
    title: Annotated[str | None, Wire("Title")] = None
    """Heading shown above ``body`` on the device."""
    url: Annotated[str | None, Wire("Url")] = None
    """Web page opened by a tap when ``action`` is ``URL``."""
    json_data: Annotated[str | None, Wire("JsonData")] = None
    """2017-09-27 release; AWS no longer lists it. Payload of a silent push as one string, placed
    like ``data`` in ``data.pinpoint.jsonBody``."""


@define(kw_only=True, repr=False)
class DefaultMessage(Model):
    """Fallback content of a direct message, for channels without a message of their own.

    AWS shape: ``DefaultMessage``.
    """

    body: Annotated[str | None, Wire("Body")] = None
    """Text of the message."""
    substitutions: Annotated[dict[str, list[str]] | None, Wire("Substitutions")] = None
    """Message variables, name to list of values. A recipient's own ``substitutions`` take
    precedence."""


@define(kw_only=True, repr=False)
class DefaultPushNotificationMessage(Model):
    """Fallback notification of a direct message, for push channels without a message of their own.

    AWS shape: ``DefaultPushNotificationMessage``.
    """

    action: Annotated[Action | None, Wire("Action")] = None
    """What a tap on the notification does: ``OPEN_APP`` (default; opens the app or brings it to the
    front), ``DEEP_LINK`` (opens a screen of the app by iOS or Android deep linking) or ``URL``
    (opens ``url`` in the default browser)."""
    body: Annotated[str | None, Wire("Body")] = None
    """Text of the notification."""
    data: Annotated[dict[str, str] | None, Wire("Data")] = None
    """JSON payload of a silent push, placed in the notification's ``data.pinpoint.jsonBody``."""
    silent_push: Annotated[bool | None, Wire("SilentPush")] = None
    """Whether the notification stays invisible on the device, for instance to refresh the app's
    configuration or to fill its notification center."""
    substitutions: Annotated[dict[str, list[str]] | None, Wire("Substitutions")] = None
    """Message variables, name to list of values. A recipient's own ``substitutions`` take
    precedence."""
    title: Annotated[str | None, Wire("Title")] = None
    """Heading shown above ``body`` on the device."""
    url: Annotated[str | None, Wire("Url")] = None
    """Web page opened by a tap when ``action`` is ``URL``."""
    json_data: Annotated[str | None, Wire("JsonData")] = None
    """2017-09-27 release; AWS no longer lists it. Payload of a silent push as one string, placed
    like ``data`` in ``data.pinpoint.jsonBody``."""


@define(kw_only=True, repr=False)
class EmailMessage(Model):
    """An email, for one direct send.

    The content is composed of parts (``simple_email``) or a finished MIME message (``raw_email``).

    AWS shape: ``EmailMessage``.
    """

    body: Annotated[str | None, Wire("Body")] = None
    """Text of the email."""
    feedback_forwarding_address: Annotated[str | None, Wire("FeedbackForwardingAddress")] = None
    """Address that bounces and complaints are forwarded to, where feedback forwarding is on."""
    from_address: Annotated[str | None, Wire("FromAddress")] = None
    """Sender, a verified address. Default: ``from_address`` of the project's email channel."""
    raw_email: Annotated[RawEmail | None, Wire("RawEmail")] = None
    """Finished MIME message."""
    reply_to_addresses: Annotated[list[str] | None, Wire("ReplyToAddresses")] = None
    """Addresses for replies; a reply goes to every one."""
    simple_email: Annotated[SimpleEmail | None, Wire("SimpleEmail")] = None
    """Email composed of subject, text part and HTML part."""
    substitutions: Annotated[dict[str, list[str]] | None, Wire("Substitutions")] = None
    """Message variables, name to list of values. A recipient's own ``substitutions`` take
    precedence."""
    html_body: Annotated[str | None, Wire("HtmlBody")] = None
    """2017-09-27 release; AWS no longer lists it. HTML part of the email; today see
    ``SimpleEmail.html_part``."""
    template_arn: Annotated[str | None, Wire("TemplateArn")] = None
    """2017-09-27 release; AWS no longer lists it. ARN of the template to build the email from;
    today see ``TemplateConfiguration.email_template``."""
    title: Annotated[str | None, Wire("Title")] = None
    """2017-09-27 release; AWS no longer lists it. Subject of the email; today see
    ``SimpleEmail.subject``."""


@define(kw_only=True, repr=False)
class RawEmail(Model):
    """An email as one finished MIME message.

    AWS shape: ``RawEmail``.
    """

    data: Annotated[bytes | None, Wire("Data")] = None
    """Whole MIME message as plain bytes; boto3 does the Base64 encoding that AWS asks for."""


@define(kw_only=True, repr=False)
class SimpleEmail(Model):
    """An email composed of subject, text part and HTML part.

    AWS shape: ``SimpleEmail``.
    """

    html_part: Annotated[SimpleEmailPart | None, Wire("HtmlPart")] = None
    """Body as HTML, with links and formatting, for clients that render it."""
    subject: Annotated[SimpleEmailPart | None, Wire("Subject")] = None
    """Subject line."""
    text_part: Annotated[SimpleEmailPart | None, Wire("TextPart")] = None
    """Body as plain text, for clients that show no HTML or sit on a slow network."""
    headers: Annotated[list[MessageHeader] | None, Wire("Headers")] = None
    """Extra headers, at most 15."""


@define(kw_only=True, repr=False)
class SimpleEmailPart(Model):
    """Subject or body of a ``SimpleEmail``, with its character set.

    AWS shape: ``SimpleEmailPart``.
    """

    charset: Annotated[str | None, Wire("Charset")] = None
    """Character set of ``data``."""
    data: Annotated[str | None, Wire("Data")] = None
    """The text itself."""


@define(kw_only=True, repr=False)
class GCMMessage(Model):
    """A push notification through the GCM channel (Firebase Cloud Messaging), for one direct send.

    AWS shape: ``GCMMessage``.
    """

    action: Annotated[Action | None, Wire("Action")] = None
    """What a tap on the notification does: ``OPEN_APP`` (default; opens the app or brings it to the
    front), ``DEEP_LINK`` (opens a screen of the app by Android deep linking) or ``URL`` (opens
    ``url`` in the default browser)."""
    body: Annotated[str | None, Wire("Body")] = None
    """Text of the notification."""
    collapse_key: Annotated[str | None, Wire("CollapseKey")] = None
    """Any string that groups messages: once the device is reachable again, only the last of a group
    is sent. Travels as FCM's ``collapse_key``."""
    data: Annotated[dict[str, str] | None, Wire("Data")] = None
    """JSON payload of a silent push, placed in the notification's ``data.pinpoint.jsonBody``."""
    icon_reference: Annotated[str | None, Wire("IconReference")] = None
    """Name of the icon image among the app's assets."""
    image_icon_url: Annotated[str | None, Wire("ImageIconUrl")] = None
    """URL of the large icon, shown in the content view."""
    image_url: Annotated[str | None, Wire("ImageUrl")] = None
    """URL of an image shown in the notification."""
    preferred_authentication_method: Annotated[
        str | None, Wire("PreferredAuthenticationMethod")
    ] = None
    """How Pinpoint signs in to FCM: ``KEY`` or ``TOKEN``. Default:
    ``default_authentication_method`` of the project's GCM channel."""
    priority: Annotated[str | None, Wire("Priority")] = None
    """``normal`` (may be delayed, spares the battery) or ``high`` (sent at once, may wake the
    device). Travels as FCM's ``priority``. APNs' ``5`` and ``10`` are accepted and converted."""
    raw_content: Annotated[str | None, Wire("RawContent")] = None
    """Whole payload as a JSON string, used in place of every other content member."""
    restricted_package_name: Annotated[str | None, Wire("RestrictedPackageName")] = None
    """App package name that a registration token must belong to; other devices get nothing."""
    silent_push: Annotated[bool | None, Wire("SilentPush")] = None
    """Whether the notification stays invisible on the device, for instance to refresh the app's
    configuration or to have the app phone home."""
    small_image_icon_url: Annotated[str | None, Wire("SmallImageIconUrl")] = None
    """URL of the small icon, shown in the status bar and in the content view."""
    sound: Annotated[str | None, Wire("Sound")] = None
    """Sound on arrival: ``default``, or the file name of a sound bundled in the app, which on
    Android lies in ``/res/raw/``."""
    substitutions: Annotated[dict[str, list[str]] | None, Wire("Substitutions")] = None
    """Message variables, name to list of values. A recipient's own ``substitutions`` take
    precedence."""
    time_to_live: Annotated[int | None, Wire("TimeToLive")] = None
    """Seconds that FCM keeps the notification and retries it when the first attempt fails: at most,
    and by default, 2,419,200 (28 days). Travels as FCM's ``time_to_live``."""
    title: Annotated[str | None, Wire("Title")] = None
    """Heading shown above ``body`` on the device."""
    url: Annotated[str | None, Wire("Url")] = None
    """Web page opened by a tap when ``action`` is ``URL``."""
    json_data: Annotated[str | None, Wire("JsonData")] = None
    """2017-09-27 release; AWS no longer lists it. Payload of a silent push as one string, placed
    like ``data`` in ``data.pinpoint.jsonBody``."""


@define(kw_only=True, repr=False)
class SMSMessage(Model):
    """A text message, for one direct send.

    AWS shape: ``SMSMessage``.
    """

    body: Annotated[str | None, Wire("Body")] = None
    """Text of the message."""
    keyword: Annotated[str | None, Wire("Keyword")] = None
    """SMS program name given to AWS Support when the dedicated number was requested."""
    media_url: Annotated[str | None, Wire("MediaUrl")] = None
    """Reserved by AWS; has no use yet."""
    message_type: Annotated[MessageType | None, Wire("MessageType")] = None
    """``TRANSACTIONAL`` (critical or time-sensitive) or ``PROMOTIONAL``."""
    origination_number: Annotated[str | None, Wire("OriginationNumber")] = None
    """Number to send from, a dedicated long or short code of the AWS account. Without one Pinpoint
    picks a random long code."""
    sender_id: Annotated[str | None, Wire("SenderId")] = None
    """Sender shown on the device, in countries and regions that support sender ids."""
    substitutions: Annotated[dict[str, list[str]] | None, Wire("Substitutions")] = None
    """Message variables, name to list of values. A recipient's own ``substitutions`` take
    precedence."""
    entity_id: Annotated[str | None, Wire("EntityId")] = None
    """Principal Entity (PE) id that the country's regulator issued to the sender."""
    template_id: Annotated[str | None, Wire("TemplateId")] = None
    """Template id that the country's regulator issued for the text."""


@define(kw_only=True, repr=False)
class VoiceMessage(Model):
    """A spoken message, for one direct send: Amazon Polly reads ``body`` aloud.

    AWS shape: ``VoiceMessage``.
    """

    body: Annotated[str | None, Wire("Body")] = None
    """Script to be read aloud."""
    language_code: Annotated[str | None, Wire("LanguageCode")] = None
    """Language of the script, as a language code of Amazon Polly."""
    origination_number: Annotated[str | None, Wire("OriginationNumber")] = None
    """Number to call from, a dedicated long code of the AWS account; best in E.164 form, such as
    ``+12065550100``."""
    substitutions: Annotated[dict[str, list[str]] | None, Wire("Substitutions")] = None
    """Message variables, name to list of values. A recipient's own ``substitutions`` take
    precedence."""
    voice_id: Annotated[str | None, Wire("VoiceId")] = None
    """Name of the Amazon Polly voice that reads the script."""
