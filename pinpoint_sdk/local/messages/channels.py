"""The channel types: their message, their template, their form of address."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define


@define(frozen=True)
class Channel:
    """How a message goes out on one channel type.

    ``message`` is its member of DirectMessageConfiguration, ``template`` its member of
    TemplateConfiguration, ``template_type`` the type of that template; ``noun`` is its name in
    error messages.
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


def _push(name: str) -> Channel:
    return Channel(f"{name}Message", "PushTemplate", "PUSH", "push")


_APNS = _push("APNS")

CHANNELS: Mapping[str, Channel] = {
    "ADM": _push("ADM"),
    "APNS": _APNS,
    "APNS_SANDBOX": _APNS,
    "APNS_VOIP": _APNS,
    "APNS_VOIP_SANDBOX": _APNS,
    "BAIDU": _push("Baidu"),
    "EMAIL": Channel("EmailMessage", "EmailTemplate", "EMAIL", "email"),
    "GCM": _push("GCM"),
    "SMS": Channel("SMSMessage", "SMSTemplate", "SMS", "SMS", needs_phone_number=True),
    "VOICE": Channel("VoiceMessage", "VoiceTemplate", "VOICE", "voice", needs_phone_number=True),
}
"""The channel types that a message can be sent to. PUSH, CUSTOM and IN_APP are not among them."""


def is_push(channel_type: str | None) -> bool:
    """Whether an endpoint of this channel type gets push notifications."""
    channel = CHANNELS.get(channel_type or "")
    return channel is not None and channel.is_push
