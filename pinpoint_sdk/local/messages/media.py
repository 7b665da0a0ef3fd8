"""What each channel type is: its message, its template, its form of address."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define


@define(frozen=True)
class Medium:
    """How a message goes out on one channel type.

    ``message`` is the member of DirectMessageConfiguration and ``template`` the one of
    TemplateConfiguration that serve it, ``template_type`` the type of that template; ``noun``
    names its messages in texts.
    """

    message: str
    template: str
    template_type: str
    noun: str
    needs_phone_number: bool = False

    @property
    def is_push(self) -> bool:
        """Whether its messages are push notifications."""
        return self.template_type == "PUSH"


def _push(name: str) -> Medium:
    return Medium(f"{name}Message", "PushTemplate", "PUSH", "push")


_APNS = _push("APNS")

MEDIA: Mapping[str, Medium] = {
    "ADM": _push("ADM"),
    "APNS": _APNS,
    "APNS_SANDBOX": _APNS,
    "APNS_VOIP": _APNS,
    "APNS_VOIP_SANDBOX": _APNS,
    "BAIDU": _push("Baidu"),
    "EMAIL": Medium("EmailMessage", "EmailTemplate", "EMAIL", "email"),
    "GCM": _push("GCM"),
    "SMS": Medium("SMSMessage", "SMSTemplate", "SMS", "SMS", needs_phone_number=True),
    "VOICE": Medium("VoiceMessage", "VoiceTemplate", "VOICE", "voice", needs_phone_number=True),
}
"""The channel types that a message can be sent to. PUSH, CUSTOM and IN_APP are not among them."""


def is_push(channel_type: str | None) -> bool:
    """Whether an endpoint of this channel type gets push notifications."""
    medium = MEDIA.get(channel_type or "")
    return medium is not None and medium.is_push
