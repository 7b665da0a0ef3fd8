"""In-app messages: layout, texts, images and buttons, for campaigns and templates alike."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from attrs import define, field

from pinpoint_sdk.models.base import Model, Response, Wire
from pinpoint_sdk.models.common import CampaignEventFilter, QuietTime

Alignment: TypeAlias = Literal["LEFT", "CENTER", "RIGHT"]
"""Horizontal alignment of a text: ``LEFT``, ``CENTER`` or ``RIGHT``."""


ButtonAction: TypeAlias = Literal["LINK", "DEEP_LINK", "CLOSE"]
"""What a button does.

- ``LINK``: opens a web page.
- ``DEEP_LINK``: opens a place inside an app.
- ``CLOSE``: dismisses the message.
"""


Layout: TypeAlias = Literal[
    "BOTTOM_BANNER", "TOP_BANNER", "OVERLAYS", "MOBILE_FEED", "MIDDLE_BANNER", "CAROUSEL"
]
"""Where and how an in-app message shows.

- ``TOP_BANNER``, ``MIDDLE_BANNER``, ``BOTTOM_BANNER``: a banner at that height of the screen.
- ``OVERLAYS``: covers the whole screen.
- ``MOBILE_FEED``: a window in front of the app.
- ``CAROUSEL``: several panels to leaf through.
"""


@define(kw_only=True, repr=False)
class InAppMessageContent(Model):
    """One panel of an in-app message. A template holds up to 5, and each of them needs
    ``header_config``, ``body_config`` and ``background_color``; image and buttons are optional.

    AWS shape: ``InAppMessageContent``.
    """

    background_color: Annotated[str | None, Wire("BackgroundColor")] = None
    """Color behind the message."""
    body_config: Annotated[InAppMessageBodyConfig | None, Wire("BodyConfig")] = None
    """Body text and its style."""
    header_config: Annotated[InAppMessageHeaderConfig | None, Wire("HeaderConfig")] = None
    """Heading and its style."""
    image_url: Annotated[str | None, Wire("ImageUrl")] = None
    """URL of the background image."""
    primary_btn: Annotated[InAppMessageButton | None, Wire("PrimaryBtn")] = None
    """First button."""
    secondary_btn: Annotated[InAppMessageButton | None, Wire("SecondaryBtn")] = None
    """Second button."""


@define(kw_only=True, repr=False)
class InAppMessageHeaderConfig(Model):
    """Heading of one panel of an in-app message.

    AWS shape: ``InAppMessageHeaderConfig``.
    """

    alignment: Annotated[Alignment, Wire("Alignment")]
    """Horizontal alignment of the text."""
    header: Annotated[str, Wire("Header")]
    """Text of the heading."""
    text_color: Annotated[str, Wire("TextColor")]
    """Color of the text."""


@define(kw_only=True, repr=False)
class InAppMessageBodyConfig(Model):
    """Body text of one panel of an in-app message.

    AWS shape: ``InAppMessageBodyConfig``.
    """

    alignment: Annotated[Alignment, Wire("Alignment")]
    """Horizontal alignment of the text."""
    body: Annotated[str, Wire("Body")]
    """Text of the body."""
    text_color: Annotated[str, Wire("TextColor")]
    """Color of the text."""


@define(kw_only=True, repr=False)
class InAppMessageButton(Model):
    """A button of an in-app message: its default configuration, and an action of its own for any
    platform that needs one.

    AWS shape: ``InAppMessageButton``.
    """

    android: Annotated[OverrideButtonConfiguration | None, Wire("Android")] = None
    """Action on Android instead of the default one."""
    default_config: Annotated[DefaultButtonConfiguration | None, Wire("DefaultConfig")] = None
    """Text, style and action of the button."""
    ios: Annotated[OverrideButtonConfiguration | None, Wire("IOS")] = None
    """Action on iOS instead of the default one."""
    web: Annotated[OverrideButtonConfiguration | None, Wire("Web")] = None
    """Action in web browsers instead of the default one."""


@define(kw_only=True, repr=False)
class DefaultButtonConfiguration(Model):
    """Text, style and action of a button, on every platform without an
    ``OverrideButtonConfiguration``.

    AWS shape: ``DefaultButtonConfiguration``.
    """

    button_action: Annotated[ButtonAction, Wire("ButtonAction")]
    """What the button does."""
    text: Annotated[str, Wire("Text")]
    """Text on the button."""
    background_color: Annotated[str | None, Wire("BackgroundColor")] = None
    """Color of the button."""
    border_radius: Annotated[int | None, Wire("BorderRadius")] = None
    """Radius of the button's corners."""
    link: Annotated[str | None, Wire("Link")] = None
    """Where a ``LINK`` or ``DEEP_LINK`` button leads."""
    text_color: Annotated[str | None, Wire("TextColor")] = None
    """Color of the text."""


@define(kw_only=True, repr=False)
class OverrideButtonConfiguration(Model):
    """Action of a button on one platform, instead of that of ``DefaultButtonConfiguration``; text
    and style stay.

    AWS shape: ``OverrideButtonConfiguration``.
    """

    button_action: Annotated[ButtonAction, Wire("ButtonAction")]
    """What the button does."""
    link: Annotated[str | None, Wire("Link")] = None
    """Where a ``LINK`` or ``DEEP_LINK`` button leads."""


@define(kw_only=True, repr=False)
class InAppMessagesResponse(Response):
    """The in-app messages meant for an endpoint; returned by ``get_in_app_messages``.

    AWS shape: ``InAppMessagesResponse``.
    """

    in_app_message_campaigns: Annotated[
        list[InAppMessageCampaign], Wire("InAppMessageCampaigns")
    ] = field(factory=list)
    """The campaigns that address the endpoint, each with its message."""


@define(kw_only=True, repr=False)
class InAppMessageCampaign(Model):
    """A campaign's in-app message, with the schedule and the caps that say when and how often it
    may show.

    AWS shape: ``InAppMessageCampaign``.
    """

    campaign_id: Annotated[str | None, Wire("CampaignId")] = None
    """Id of the campaign, 32 lower-case hex digits."""
    daily_cap: Annotated[int | None, Wire("DailyCap")] = None
    """Times that in-app messages, whichever they are, may show on the endpoint in a day."""
    in_app_message: Annotated[InAppMessage | None, Wire("InAppMessage")] = None
    """The message and its layout."""
    priority: Annotated[int | None, Wire("Priority")] = None
    """Rank among in-app messages that are due at the same moment; decides the order in which the
    user sees them.
    """
    schedule: Annotated[InAppCampaignSchedule | None, Wire("Schedule")] = None
    """When the message may show, and in response to which events."""
    session_cap: Annotated[int | None, Wire("SessionCap")] = None
    """Times that an in-app message may show on the endpoint in one session of the app."""
    total_cap: Annotated[int | None, Wire("TotalCap")] = None
    """Times that an in-app message may show on the endpoint in all."""
    treatment_id: Annotated[str | None, Wire("TreatmentId")] = None
    """Id of the treatment of the campaign."""


@define(kw_only=True, repr=False)
class InAppMessage(Model):
    """Content and layout of an in-app message: all that an app needs to show it.

    AWS shape: ``InAppMessage``.
    """

    content: Annotated[list[InAppMessageContent], Wire("Content")] = field(factory=list)
    """Panels of the message."""
    custom_config: Annotated[dict[str, str], Wire("CustomConfig")] = field(factory=dict)
    """Custom data handed to the app, strings by key."""
    layout: Annotated[Layout | None, Wire("Layout")] = None
    """Where and how the message shows."""


@define(kw_only=True, repr=False)
class InAppCampaignSchedule(Model):
    """When an in-app message may show; ``schedule`` of ``InAppMessageCampaign``.

    AWS shape: ``InAppCampaignSchedule``.
    """

    end_date: Annotated[str | None, Wire("EndDate")] = None
    """When the message stops being shown, in ISO 8601."""
    event_filter: Annotated[CampaignEventFilter | None, Wire("EventFilter")] = None
    """Events in the app that make it show the message."""
    quiet_time: Annotated[QuietTime | None, Wire("QuietTime")] = None
    """Daily span in which the user does not see the message."""
