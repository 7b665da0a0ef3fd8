"""What each channel type is: its message, its template, its form of address."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define


@define(frozen=True)
class Medium:
    """How a message goes out on one channel type.

    ``message`` is the member of DirectMessageConfiguration and ``template`` the one of
    TemplateConfiguration that serve it; ``noun`` names its messages in texts.
    """

    message: str
    template: str
    noun: str
    is_push: bool = False
    needs_phone_number: bool = False


_APNS = Medium("APNSMessage", "PushTemplate", "push", is_push=True)

MEDIA: Mapping[str, Medium] = {
    "ADM": Medium("ADMMessage", "PushTemplate", "push", is_push=True),
    "APNS": _APNS,
    "APNS_SANDBOX": _APNS,
    "APNS_VOIP": _APNS,
    "APNS_VOIP_SANDBOX": _APNS,
    "BAIDU": Medium("BaiduMessage", "PushTemplate", "push", is_push=True),
    "EMAIL": Medium("EmailMessage", "EmailTemplate", "email"),
    "GCM": Medium("GCMMessage", "PushTemplate", "push", is_push=True),
    "SMS": Medium("SMSMessage", "SMSTemplate", "SMS", needs_phone_number=True),
    "VOICE": Medium("VoiceMessage", "VoiceTemplate", "voice", needs_phone_number=True),
}
"""The channel types that a message can be sent to. PUSH, CUSTOM and IN_APP are not among them."""


def is_push(channel_type: str | None) -> bool:
    """Whether an endpoint of this channel type gets push notifications."""
    medium = MEDIA.get(channel_type or "")
    return medium is not None and medium.is_push
