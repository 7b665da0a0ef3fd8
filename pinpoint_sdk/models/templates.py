"""Templates: message content stored under a name, in versions, for one kind of channel."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from attrs import define, field

from pinpoint_sdk.models.base import Model, Response, Wire
from pinpoint_sdk.models.common import Action, MessageHeader
from pinpoint_sdk.models.in_app import InAppMessageContent, Layout

TemplateType: TypeAlias = Literal["EMAIL", "SMS", "VOICE", "PUSH", "INAPP"]
"""Kind of message that a template is for.

- ``EMAIL``: email.
- ``SMS``: text messages.
- ``VOICE``: voice messages.
- ``PUSH``: push notifications.
- ``INAPP``: messages that show inside the app.
"""


@define(kw_only=True, repr=False)
class EmailTemplateRequest(Model):
    """Email template: subject, headers, and a body as plain text, HTML or both; body of
    ``create_email_template`` and ``update_email_template``. A template takes up to 600,000
    characters.

    AWS shape: ``EmailTemplateRequest``.
    """

    default_substitutions: Annotated[str | None, Wire("DefaultSubstitutions")] = None
    """Default values of the message variables, by variable name: a JSON object as a string. The
    ``substitutions`` of a message and of its recipients take precedence.
    """
    html_part: Annotated[str | None, Wire("HtmlPart")] = None
    """Body as HTML, with links and formatting, for clients that render it."""
    recommender_id: Annotated[str | None, Wire("RecommenderId")] = None
    """Id of the recommender configuration that supplies the values, where the template has message
    variables for recommendations.
    """
    subject: Annotated[str | None, Wire("Subject")] = None
    """Subject line."""
    headers: Annotated[list[MessageHeader] | None, Wire("Headers")] = None
    """Additional headers, up to 15."""
    tags: Annotated[dict[str, str] | None, Wire("tags")] = None
    """Tags of a new template. At most 50, keys up to 128 and values up to 256 characters; keys that
    start with ``aws:`` are AWS's own. Updates ignore them without an error since 2023-05-22; use
    ``tag_resource`` there.
    """
    template_description: Annotated[str | None, Wire("TemplateDescription")] = None
    """Free text about the template."""
    text_part: Annotated[str | None, Wire("TextPart")] = None
    """Body as plain text, for clients that show no HTML or sit on a slow network."""


@define(kw_only=True, repr=False)
class EmailTemplateResponse(Response):
    """An email template in one of its versions, as ``get_email_template`` returns it.

    AWS shape: ``EmailTemplateResponse``.
    """

    creation_date: Annotated[str, Wire("CreationDate")]
    """When the template was created, in ISO 8601 (``2019-10-08T18:40:16.581Z``)."""
    last_modified_date: Annotated[str, Wire("LastModifiedDate")]
    """When the template was last changed, in ISO 8601; at first equal to ``creation_date``."""
    template_name: Annotated[str, Wire("TemplateName")]
    """Name of the template."""
    template_type: Annotated[TemplateType, Wire("TemplateType")]
    """Kind of the template: ``EMAIL``."""
    arn: Annotated[str | None, Wire("Arn")] = None
    """ARN of the template, ``arn:aws:mobiletargeting:<region>:<account>:templates/<name>/<TYPE>``.
    """
    default_substitutions: Annotated[str | None, Wire("DefaultSubstitutions")] = None
    """Default values of the message variables, by variable name: a JSON object as a string."""
    html_part: Annotated[str | None, Wire("HtmlPart")] = None
    """Body as HTML, with links and formatting, for clients that render it."""
    recommender_id: Annotated[str | None, Wire("RecommenderId")] = None
    """Id of the recommender configuration that supplies the values, where the template has message
    variables for recommendations.
    """
    subject: Annotated[str | None, Wire("Subject")] = None
    """Subject line."""
    headers: Annotated[list[MessageHeader], Wire("Headers")] = field(factory=list)
    """Additional headers, up to 15."""
    tags: Annotated[dict[str, str], Wire("tags")] = field(factory=dict)
    """Tags of the template."""
    template_description: Annotated[str | None, Wire("TemplateDescription")] = None
    """Free text about the template."""
    text_part: Annotated[str | None, Wire("TextPart")] = None
    """Body as plain text, for clients that show no HTML or sit on a slow network."""
    version: Annotated[str | None, Wire("Version")] = None
    """Version of the template, a numeric string such as ``1``: the one that was asked for, by
    default the active one.
    """


@define(kw_only=True, repr=False)
class SMSTemplateRequest(Model):
    """SMS template: the text of the message; body of ``create_sms_template`` and
    ``update_sms_template``. A template takes up to 1,600 characters.

    AWS shape: ``SMSTemplateRequest``.
    """

    body: Annotated[str | None, Wire("Body")] = None
    """Text of the message."""
    default_substitutions: Annotated[str | None, Wire("DefaultSubstitutions")] = None
    """Default values of the message variables, by variable name: a JSON object as a string. The
    ``substitutions`` of a message and of its recipients take precedence.
    """
    recommender_id: Annotated[str | None, Wire("RecommenderId")] = None
    """Id of the recommender configuration that supplies the values, where the template has message
    variables for recommendations.
    """
    tags: Annotated[dict[str, str] | None, Wire("tags")] = None
    """Tags of a new template. At most 50, keys up to 128 and values up to 256 characters; keys that
    start with ``aws:`` are AWS's own. Updates ignore them without an error since 2023-05-22; use
    ``tag_resource`` there.
    """
    template_description: Annotated[str | None, Wire("TemplateDescription")] = None
    """Free text about the template."""


@define(kw_only=True, repr=False)
class SMSTemplateResponse(Response):
    """An SMS template in one of its versions, as ``get_sms_template`` returns it.

    AWS shape: ``SMSTemplateResponse``.
    """

    creation_date: Annotated[str, Wire("CreationDate")]
    """When the template was created, in ISO 8601 (``2019-10-08T18:40:16.581Z``)."""
    last_modified_date: Annotated[str, Wire("LastModifiedDate")]
    """When the template was last changed, in ISO 8601; at first equal to ``creation_date``."""
    template_name: Annotated[str, Wire("TemplateName")]
    """Name of the template."""
    template_type: Annotated[TemplateType, Wire("TemplateType")]
    """Kind of the template: ``SMS``."""
    arn: Annotated[str | None, Wire("Arn")] = None
    """ARN of the template, ``arn:aws:mobiletargeting:<region>:<account>:templates/<name>/<TYPE>``.
    """
    body: Annotated[str | None, Wire("Body")] = None
    """Text of the message."""
    default_substitutions: Annotated[str | None, Wire("DefaultSubstitutions")] = None
    """Default values of the message variables, by variable name: a JSON object as a string."""
    recommender_id: Annotated[str | None, Wire("RecommenderId")] = None
    """Id of the recommender configuration that supplies the values, where the template has message
    variables for recommendations.
    """
    tags: Annotated[dict[str, str], Wire("tags")] = field(factory=dict)
    """Tags of the template."""
    template_description: Annotated[str | None, Wire("TemplateDescription")] = None
    """Free text about the template."""
    version: Annotated[str | None, Wire("Version")] = None
    """Version of the template, a numeric string such as ``1``: the one that was asked for, by
    default the active one.
    """


@define(kw_only=True, repr=False)
class PushNotificationTemplateRequest(Model):
    """Push template: one ``default`` notification for all push channels, and for any channel one of
    its own that overrides it; body of ``create_push_template`` and ``update_push_template``. A
    template takes up to 4,000 characters, for ADM up to 6,000.

    AWS shape: ``PushNotificationTemplateRequest``.
    """

    adm: Annotated[AndroidPushNotificationTemplate | None, Wire("ADM")] = None
    """Notification for the ADM (Amazon Device Messaging) channel; overrides ``default``."""
    apns: Annotated[APNSPushNotificationTemplate | None, Wire("APNS")] = None
    """Notification for the APNs channel; overrides ``default``."""
    baidu: Annotated[AndroidPushNotificationTemplate | None, Wire("Baidu")] = None
    """Notification for the Baidu Cloud Push channel; overrides ``default``."""
    default: Annotated[DefaultPushNotificationTemplate | None, Wire("Default")] = None
    """Notification for every push channel without a notification of its own."""
    default_substitutions: Annotated[str | None, Wire("DefaultSubstitutions")] = None
    """Default values of the message variables, by variable name: a JSON object as a string. The
    ``substitutions`` of a message and of its recipients take precedence.
    """
    gcm: Annotated[AndroidPushNotificationTemplate | None, Wire("GCM")] = None
    """Notification for the GCM channel (Firebase Cloud Messaging); overrides ``default``."""
    recommender_id: Annotated[str | None, Wire("RecommenderId")] = None
    """Id of the recommender configuration that supplies the values, where the template has message
    variables for recommendations.
    """
    tags: Annotated[dict[str, str] | None, Wire("tags")] = None
    """Tags of a new template. At most 50, keys up to 128 and values up to 256 characters; keys that
    start with ``aws:`` are AWS's own. Updates ignore them without an error since 2023-05-22; use
    ``tag_resource`` there.
    """
    template_description: Annotated[str | None, Wire("TemplateDescription")] = None
    """Free text about the template."""


@define(kw_only=True, repr=False)
class PushNotificationTemplateResponse(Response):
    """A push template in one of its versions, as ``get_push_template`` returns it.

    AWS shape: ``PushNotificationTemplateResponse``.
    """

    creation_date: Annotated[str, Wire("CreationDate")]
    """When the template was created, in ISO 8601 (``2019-10-08T18:40:16.581Z``)."""
    last_modified_date: Annotated[str, Wire("LastModifiedDate")]
    """When the template was last changed, in ISO 8601; at first equal to ``creation_date``."""
    template_name: Annotated[str, Wire("TemplateName")]
    """Name of the template."""
    template_type: Annotated[TemplateType, Wire("TemplateType")]
    """Kind of the template: ``PUSH``."""
    adm: Annotated[AndroidPushNotificationTemplate | None, Wire("ADM")] = None
    """Notification for the ADM (Amazon Device Messaging) channel; overrides ``default``."""
    apns: Annotated[APNSPushNotificationTemplate | None, Wire("APNS")] = None
    """Notification for the APNs channel; overrides ``default``."""
    arn: Annotated[str | None, Wire("Arn")] = None
    """ARN of the template, ``arn:aws:mobiletargeting:<region>:<account>:templates/<name>/<TYPE>``.
    """
    baidu: Annotated[AndroidPushNotificationTemplate | None, Wire("Baidu")] = None
    """Notification for the Baidu Cloud Push channel; overrides ``default``."""
    default: Annotated[DefaultPushNotificationTemplate | None, Wire("Default")] = None
    """Notification for every push channel without a notification of its own."""
    default_substitutions: Annotated[str | None, Wire("DefaultSubstitutions")] = None
    """Default values of the message variables, by variable name: a JSON object as a string."""
    gcm: Annotated[AndroidPushNotificationTemplate | None, Wire("GCM")] = None
    """Notification for the GCM channel (Firebase Cloud Messaging); overrides ``default``."""
    recommender_id: Annotated[str | None, Wire("RecommenderId")] = None
    """Id of the recommender configuration that supplies the values, where the template has message
    variables for recommendations.
    """
    tags: Annotated[dict[str, str], Wire("tags")] = field(factory=dict)
    """Tags of the template."""
    template_description: Annotated[str | None, Wire("TemplateDescription")] = None
    """Free text about the template."""
    version: Annotated[str | None, Wire("Version")] = None
    """Version of the template, a numeric string such as ``1``: the one that was asked for, by
    default the active one.
    """


@define(kw_only=True, repr=False)
class DefaultPushNotificationTemplate(Model):
    """Notification of a push template for the channels without one of their own; ``default`` of a
    push template.

    AWS shape: ``DefaultPushNotificationTemplate``.
    """

    action: Annotated[Action | None, Wire("Action")] = None
    """What a tap on the notification does: ``OPEN_APP`` (default; opens the app or brings it to the
    front), ``DEEP_LINK`` (opens a screen of the app by iOS or Android deep linking) or ``URL``
    (opens ``url`` in the default browser).
    """
    body: Annotated[str | None, Wire("Body")] = None
    """Text of the notification."""
    sound: Annotated[str | None, Wire("Sound")] = None
    """Sound on arrival: ``default``, or the name of a sound file bundled in the app. On Android it
    lies in ``/res/raw/``, on iOS in the main bundle or in ``Library/Sounds`` of the data container;
    on iOS a missing file plays the default alert sound.
    """
    title: Annotated[str | None, Wire("Title")] = None
    """Heading shown above ``body`` on the device."""
    url: Annotated[str | None, Wire("Url")] = None
    """Web page opened by a tap when ``action`` is ``URL``."""


@define(kw_only=True, repr=False)
class AndroidPushNotificationTemplate(Model):
    """Notification of a push template for one of the Android channels; ``adm``, ``baidu`` and
    ``gcm`` of a push template. ``raw_content`` replaces all the rest.

    AWS shape: ``AndroidPushNotificationTemplate``.
    """

    action: Annotated[Action | None, Wire("Action")] = None
    """What a tap on the notification does: ``OPEN_APP`` (default; opens the app or brings it to the
    front), ``DEEP_LINK`` (opens a screen of the app by Android deep linking) or ``URL`` (opens
    ``url`` in the default browser).
    """
    body: Annotated[str | None, Wire("Body")] = None
    """Text of the notification."""
    image_icon_url: Annotated[str | None, Wire("ImageIconUrl")] = None
    """URL of the large icon, shown in the content view."""
    image_url: Annotated[str | None, Wire("ImageUrl")] = None
    """URL of an image shown in the notification."""
    raw_content: Annotated[str | None, Wire("RawContent")] = None
    """Whole payload as a JSON string, used in place of every other content member."""
    small_image_icon_url: Annotated[str | None, Wire("SmallImageIconUrl")] = None
    """URL of the small icon, shown in the status bar and in the content view."""
    sound: Annotated[str | None, Wire("Sound")] = None
    """Sound on arrival: ``default``, or the file name of a sound bundled in the app, which on
    Android lies in ``/res/raw/``.
    """
    title: Annotated[str | None, Wire("Title")] = None
    """Heading shown above ``body`` on the device."""
    url: Annotated[str | None, Wire("Url")] = None
    """Web page opened by a tap when ``action`` is ``URL``."""


@define(kw_only=True, repr=False)
class APNSPushNotificationTemplate(Model):
    """Notification of a push template for APNs; ``apns`` of a push template. ``raw_content``
    replaces all the rest.

    AWS shape: ``APNSPushNotificationTemplate``.
    """

    action: Annotated[Action | None, Wire("Action")] = None
    """What a tap on the notification does: ``OPEN_APP`` (default; opens the app or brings it to the
    front), ``DEEP_LINK`` (opens a screen of the app by iOS deep linking) or ``URL`` (opens ``url``
    in the default browser).
    """
    body: Annotated[str | None, Wire("Body")] = None
    """Text of the notification."""
    media_url: Annotated[str | None, Wire("MediaUrl")] = None
    """URL of an image or video shown in the notification."""
    raw_content: Annotated[str | None, Wire("RawContent")] = None
    """Whole payload as a JSON string, used in place of every other content member."""
    sound: Annotated[str | None, Wire("Sound")] = None
    """Sound on arrival: ``default``, or the name of a sound file in the app's main bundle or in
    ``Library/Sounds`` of its data container. A missing file plays the default alert sound.
    """
    title: Annotated[str | None, Wire("Title")] = None
    """Heading shown above ``body`` on the device."""
    url: Annotated[str | None, Wire("Url")] = None
    """Web page opened by a tap when ``action`` is ``URL``."""


@define(kw_only=True, repr=False)
class VoiceTemplateRequest(Model):
    """Voice template: a script that Amazon Polly reads aloud; body of ``create_voice_template`` and
    ``update_voice_template``. A template takes up to 10,000 characters.

    AWS shape: ``VoiceTemplateRequest``.
    """

    body: Annotated[str | None, Wire("Body")] = None
    """Script to be read aloud, as plain text."""
    default_substitutions: Annotated[str | None, Wire("DefaultSubstitutions")] = None
    """Default values of the message variables, by variable name: a JSON object as a string. The
    ``substitutions`` of a message and of its recipients take precedence.
    """
    language_code: Annotated[str | None, Wire("LanguageCode")] = None
    """Language of the script, as a language code of Amazon Polly."""
    tags: Annotated[dict[str, str] | None, Wire("tags")] = None
    """Tags of a new template. At most 50, keys up to 128 and values up to 256 characters; keys that
    start with ``aws:`` are AWS's own. Updates ignore them without an error since 2023-05-22; use
    ``tag_resource`` there.
    """
    template_description: Annotated[str | None, Wire("TemplateDescription")] = None
    """Free text about the template."""
    voice_id: Annotated[str | None, Wire("VoiceId")] = None
    """Name of the Amazon Polly voice that reads the script."""


@define(kw_only=True, repr=False)
class VoiceTemplateResponse(Response):
    """A voice template in one of its versions, as ``get_voice_template`` returns it.

    AWS shape: ``VoiceTemplateResponse``.
    """

    creation_date: Annotated[str, Wire("CreationDate")]
    """When the template was created, in ISO 8601 (``2019-10-08T18:40:16.581Z``)."""
    last_modified_date: Annotated[str, Wire("LastModifiedDate")]
    """When the template was last changed, in ISO 8601; at first equal to ``creation_date``."""
    template_name: Annotated[str, Wire("TemplateName")]
    """Name of the template."""
    template_type: Annotated[TemplateType, Wire("TemplateType")]
    """Kind of the template: ``VOICE``."""
    arn: Annotated[str | None, Wire("Arn")] = None
    """ARN of the template, ``arn:aws:mobiletargeting:<region>:<account>:templates/<name>/<TYPE>``.
    """
    body: Annotated[str | None, Wire("Body")] = None
    """Script to be read aloud, as plain text."""
    default_substitutions: Annotated[str | None, Wire("DefaultSubstitutions")] = None
    """Default values of the message variables, by variable name: a JSON object as a string."""
    language_code: Annotated[str | None, Wire("LanguageCode")] = None
    """Language of the script, as a language code of Amazon Polly."""
    tags: Annotated[dict[str, str], Wire("tags")] = field(factory=dict)
    """Tags of the template."""
    template_description: Annotated[str | None, Wire("TemplateDescription")] = None
    """Free text about the template."""
    version: Annotated[str | None, Wire("Version")] = None
    """Version of the template, a numeric string such as ``1``: the one that was asked for, by
    default the active one.
    """
    voice_id: Annotated[str | None, Wire("VoiceId")] = None
    """Name of the Amazon Polly voice that reads the script."""


@define(kw_only=True, repr=False)
class InAppTemplateRequest(Model):
    """In-app template: panels, layout and custom data; body of ``create_in_app_template`` and
    ``update_in_app_template``. A template takes up to 200,000 characters.

    AWS shape: ``InAppTemplateRequest``.
    """

    content: Annotated[list[InAppMessageContent] | None, Wire("Content")] = None
    """Panels of the message, up to 5."""
    custom_config: Annotated[dict[str, str] | None, Wire("CustomConfig")] = None
    """Custom data handed to the app, strings by key."""
    layout: Annotated[Layout | None, Wire("Layout")] = None
    """Where and how the message shows."""
    tags: Annotated[dict[str, str] | None, Wire("tags")] = None
    """Tags of a new template. At most 50, keys up to 128 and values up to 256 characters; keys that
    start with ``aws:`` are AWS's own. Updates ignore them without an error since 2023-05-22; use
    ``tag_resource`` there.
    """
    template_description: Annotated[str | None, Wire("TemplateDescription")] = None
    """Free text about the template."""


@define(kw_only=True, repr=False)
class InAppTemplateResponse(Response):
    """An in-app template in one of its versions, as ``get_in_app_template`` returns it.

    AWS shape: ``InAppTemplateResponse``.
    """

    creation_date: Annotated[str, Wire("CreationDate")]
    """When the template was created, in ISO 8601 (``2019-10-08T18:40:16.581Z``)."""
    last_modified_date: Annotated[str, Wire("LastModifiedDate")]
    """When the template was last changed, in ISO 8601; at first equal to ``creation_date``."""
    template_name: Annotated[str, Wire("TemplateName")]
    """Name of the template."""
    template_type: Annotated[TemplateType, Wire("TemplateType")]
    """Kind of the template: ``INAPP``."""
    arn: Annotated[str | None, Wire("Arn")] = None
    """ARN of the template, ``arn:aws:mobiletargeting:<region>:<account>:templates/<name>/<TYPE>``.
    """
    content: Annotated[list[InAppMessageContent], Wire("Content")] = field(factory=list)
    """Panels of the message, up to 5."""
    custom_config: Annotated[dict[str, str], Wire("CustomConfig")] = field(factory=dict)
    """Custom data handed to the app, strings by key."""
    layout: Annotated[Layout | None, Wire("Layout")] = None
    """Where and how the message shows."""
    tags: Annotated[dict[str, str], Wire("tags")] = field(factory=dict)
    """Tags of the template."""
    template_description: Annotated[str | None, Wire("TemplateDescription")] = None
    """Free text about the template."""
    version: Annotated[str | None, Wire("Version")] = None
    """Version of the template, a numeric string such as ``1``: the one that was asked for, by
    default the active one.
    """


@define(kw_only=True, repr=False)
class CreateTemplateMessageBody(Response):
    """Acknowledgement of a new template, from ``create_email_template``, ``create_sms_template``,
    ``create_voice_template`` and ``create_push_template``.

    AWS shape: ``CreateTemplateMessageBody``.
    """

    arn: Annotated[str | None, Wire("Arn")] = None
    """ARN of the new template,
    ``arn:aws:mobiletargeting:<region>:<account>:templates/<name>/<TYPE>``.
    """
    message: Annotated[str | None, Wire("Message")] = None
    """Text of the acknowledgement."""
    request_id: Annotated[str | None, Wire("RequestID")] = None
    """Id of the request, a UUID."""


@define(kw_only=True, repr=False)
class TemplateCreateMessageBody(Response):
    """Acknowledgement of a new in-app template, from ``create_in_app_template``; its members are
    those of ``CreateTemplateMessageBody``.

    AWS shape: ``TemplateCreateMessageBody``.
    """

    arn: Annotated[str | None, Wire("Arn")] = None
    """ARN of the new template,
    ``arn:aws:mobiletargeting:<region>:<account>:templates/<name>/<TYPE>``.
    """
    message: Annotated[str | None, Wire("Message")] = None
    """Text of the acknowledgement."""
    request_id: Annotated[str | None, Wire("RequestID")] = None
    """Id of the request, a UUID."""


@define(kw_only=True, repr=False)
class TemplateActiveVersionRequest(Model):
    """Version of a template that messages use if they do not name one; body of
    ``update_template_active_version``.

    AWS shape: ``TemplateActiveVersionRequest``.
    """

    version: Annotated[str | None, Wire("Version")] = None
    """Version to make the active one: ``latest``, or an existing one as a numeric string such as
    ``1``; ``list_template_versions`` lists them all.
    """


@define(kw_only=True, repr=False)
class TemplatesResponse(Response):
    """One page of an account's templates, from ``list_templates``.

    AWS shape: ``TemplatesResponse``.
    """

    item: Annotated[list[TemplateResponse], Wire("Item")]
    """The templates of the page."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Pass it as ``next_token`` to ``list_templates`` for the next page; ``None`` on the last page.
    """


@define(kw_only=True, repr=False)
class TemplateResponse(Model):
    """A template in brief, as ``list_templates`` lists it. AWS leaves out ``arn``,
    ``default_substitutions``, ``tags`` and ``template_description``; ``get_email_template``,
    ``get_sms_template``, ``get_voice_template``, ``get_push_template`` and ``get_in_app_template``
    return them.

    AWS shape: ``TemplateResponse``.
    """

    creation_date: Annotated[str, Wire("CreationDate")]
    """When the template was created, in ISO 8601 (``2019-10-08T18:40:16.581Z``)."""
    last_modified_date: Annotated[str, Wire("LastModifiedDate")]
    """When the template was last changed, in ISO 8601; at first equal to ``creation_date``."""
    template_name: Annotated[str, Wire("TemplateName")]
    """Name of the template."""
    template_type: Annotated[TemplateType, Wire("TemplateType")]
    """Kind of the template."""
    arn: Annotated[str | None, Wire("Arn")] = None
    """ARN of the template; left out of a listing."""
    default_substitutions: Annotated[str | None, Wire("DefaultSubstitutions")] = None
    """Default values of the message variables, a JSON object as a string; left out of a listing."""
    tags: Annotated[dict[str, str], Wire("tags")] = field(factory=dict)
    """Tags of the template; left out of a listing."""
    template_description: Annotated[str | None, Wire("TemplateDescription")] = None
    """Free text about the template; left out of a listing."""
    version: Annotated[str | None, Wire("Version")] = None
    """Active version of the template, a numeric string such as ``1``."""


@define(kw_only=True, repr=False)
class TemplateVersionsResponse(Response):
    """One page of the versions of a template, from ``list_template_versions``.

    AWS shape: ``TemplateVersionsResponse``.
    """

    item: Annotated[list[TemplateVersionResponse], Wire("Item")]
    """The versions of the page."""
    message: Annotated[str | None, Wire("Message")] = None
    """Text that comes with the page."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Pass it as ``next_token`` to ``list_template_versions`` for the next page; ``None`` on the
    last page.
    """
    request_id: Annotated[str | None, Wire("RequestID")] = None
    """Id of the request, a UUID."""


@define(kw_only=True, repr=False)
class TemplateVersionResponse(Model):
    """A version of a template in brief, as ``list_template_versions`` lists it.

    AWS shape: ``TemplateVersionResponse``.
    """

    creation_date: Annotated[str, Wire("CreationDate")]
    """When the version was created, in ISO 8601 (``2019-10-08T18:40:16.581Z``)."""
    last_modified_date: Annotated[str, Wire("LastModifiedDate")]
    """When the version was last changed, in ISO 8601."""
    template_name: Annotated[str, Wire("TemplateName")]
    """Name of the template."""
    template_type: Annotated[str, Wire("TemplateType")]
    """Kind of the template: ``EMAIL``, ``SMS``, ``VOICE``, ``PUSH`` or ``INAPP``."""
    default_substitutions: Annotated[str | None, Wire("DefaultSubstitutions")] = None
    """Default values of the message variables, by variable name: a JSON object as a string."""
    template_description: Annotated[str | None, Wire("TemplateDescription")] = None
    """Free text about the version."""
    version: Annotated[str | None, Wire("Version")] = None
    """Number of the version as a string, ``1`` at first, one more with each new version."""
