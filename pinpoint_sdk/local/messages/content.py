"""The content of a message: composed from a configuration and a template, and previewed.

A kind of message (push, e-mail, text) is a row of a table: how its own message and its template
are written as one document, what a recipient's configuration overrides in it, and what a person
sees of it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import lru_cache
from typing import Any, cast

from attrs import define

from pinpoint_sdk.local.messages.channels import Channel
from pinpoint_sdk.local.protocol.types import JSON


@define(frozen=True)
class Preview:
    """What a person sees of a message."""

    body: str
    title: str | None = None
    html: str | None = None


def choose_message(channel: Channel, configuration: JSON) -> JSON | None:
    """The message for a channel: its own, for push the default of push, or the default.

    It is used as it is: a default message does not fill gaps in a channel's own.
    """
    names = [channel.message, "DefaultMessage"]
    if channel.is_push:
        names.insert(1, "DefaultPushNotificationMessage")
    return next((configuration[name] for name in names if name in configuration), None)


def compose(channel: Channel, configuration: JSON, template: JSON | None) -> JSON:
    """The document of a message before its variables are filled in.

    The members of the channel's own message (FromAddress, MessageType, Body) override those of a
    template; of a default message only Substitutions count then.
    """
    kind = _KINDS[channel.template_type]
    if template is None:
        return kind.write(choose_message(channel, configuration) or {})
    return kind.join(
        kind.from_template(channel, template), kind.write(configuration.get(channel.message, {}))
    )


def override(channel: Channel, document: JSON, overrides: JSON) -> JSON:
    """Apply what the configuration of one recipient overrides.

    RawContent is for push alone, and replaces everything. TitleOverride is the title of
    a push notification and the subject of an e-mail, other channels have no title. BodyOverride
    replaces each part that an e-mail has, or becomes its text part.
    """
    return _KINDS[channel.template_type].override(document, overrides)


def preview(channel: Channel, document: JSON) -> Preview:
    """What a person sees of a rendered document."""
    return _KINDS[channel.template_type].preview(document)


@define(frozen=True)
class _Kind:
    write: Callable[[JSON], JSON]
    from_template: Callable[[Channel, JSON], JSON]
    join: Callable[[JSON, JSON], JSON]
    override: Callable[[JSON, JSON], JSON]
    preview: Callable[[JSON], Preview]


def _without(document: JSON, *names: str) -> JSON:
    return {name: value for name, value in document.items() if name not in names}


def _only(document: JSON, *names: str) -> JSON:
    return {name: document[name] for name in names if name in document}


def _over(general: JSON, specific: JSON) -> JSON:
    return {**general, **specific}


# Text: SMS and voice


def _write_text(message: JSON) -> JSON:
    return _without(message, "Substitutions")


def _text_template(_: Channel, template: JSON) -> JSON:
    return _only(template, "Body", "LanguageCode", "VoiceId")


def _override_text(document: JSON, overrides: JSON) -> JSON:
    if "BodyOverride" not in overrides:
        return document
    return {**document, "Body": overrides["BodyOverride"]}


def _preview_text(document: JSON) -> Preview:
    return Preview(document.get("Body", ""))


# Push

_OLD_RAW_CONTENT = ("JsonData", "JsonBody")
"""RawContent in the release of 2017, and in campaigns."""


def _write_push(message: JSON) -> JSON:
    document = _without(message, "Substitutions", *_OLD_RAW_CONTENT)
    for name in _OLD_RAW_CONTENT:
        if message.get(name):
            document.setdefault("RawContent", message[name])
    return document


def _push_template(channel: Channel, template: JSON) -> JSON:
    """The push service's own part of a template, or its Default."""
    name = channel.message.removesuffix("Message")
    part: JSON = template[name] if name in template else template.get("Default", {})
    return part


def _override_push(document: JSON, overrides: JSON) -> JSON:
    if "RawContent" in overrides:
        return {"RawContent": overrides["RawContent"]}
    given: JSON = {}
    if "TitleOverride" in overrides:
        given["Title"] = overrides["TitleOverride"]
    if "BodyOverride" in overrides:
        given["Body"] = overrides["BodyOverride"]
    return _over(document, given)


def _preview_push(document: JSON) -> Preview:
    raw = document.get("RawContent")
    if raw:
        return _preview_raw(raw)
    return Preview(document.get("Body", ""), document.get("Title"))


_ALERTS = (
    ("aps", "alert"),
    ("fcmV1Message", "message", "notification"),
    ("fcmV1Message", "message", "data"),
    ("notification",),
    ("data",),
    (),
)
_BODIES = ("body", "message", "description")


def _preview_raw(raw: str) -> Preview:
    """The alert in a payload of APNs, FCM, ADM or Baidu, or else the payload itself."""
    try:
        payload: Any = json.loads(raw)
    except (ValueError, RecursionError):
        return Preview(raw)
    for place in _ALERTS:
        found = _preview_alert(_at(payload, place))
        if found is not None:
            return found
    return Preview(raw)


def _at(value: Any, place: tuple[str, ...]) -> Any:
    for name in place:
        if not isinstance(value, dict):
            return None
        value = cast("JSON", value).get(name)
    return value


def _preview_alert(alert: Any) -> Preview | None:
    if isinstance(alert, str):
        return Preview(alert)
    if not isinstance(alert, dict):
        return None
    members = cast("JSON", alert)
    bodies = [members[name] for name in _BODIES if isinstance(members.get(name), str)]
    if not bodies:
        return None
    title = members.get("title")
    return Preview(bodies[0], title if isinstance(title, str) else None)


# E-mail

_OLD_PARTS = {"Title": "Subject", "Body": "TextPart", "HtmlBody": "HtmlPart"}
"""The parts of an e-mail in the release of 2017, in campaigns and in default messages."""


def _write_email(message: JSON) -> JSON:
    simple: JSON = {
        part: {"Data": message[name]} for name, part in _OLD_PARTS.items() if name in message
    }
    simple.update(_only(message, "Headers"))
    simple.update(message.get("SimpleEmail", {}))
    document = _without(message, "Substitutions", "Headers", *_OLD_PARTS)
    return {**document, "SimpleEmail": simple} if simple else document


def _email_template(_: Channel, template: JSON) -> JSON:
    simple: JSON = {
        part: {"Data": template[part]}
        for part in ("Subject", "TextPart", "HtmlPart")
        if part in template
    }
    return {"SimpleEmail": {**simple, **_only(template, "Headers")}}


def _join_email(general: JSON, specific: JSON) -> JSON:
    simple = _over(general["SimpleEmail"], specific.get("SimpleEmail", {}))
    return {**general, **specific, "SimpleEmail": simple}


def _override_email(document: JSON, overrides: JSON) -> JSON:
    simple: JSON = {**document.get("SimpleEmail", {})}
    if "TitleOverride" in overrides:
        simple["Subject"] = {"Data": overrides["TitleOverride"]}
    if "BodyOverride" in overrides:
        parts = [part for part in ("TextPart", "HtmlPart") if part in simple] or ["TextPart"]
        simple.update({part: {"Data": overrides["BodyOverride"]} for part in parts})
    return {**document, "SimpleEmail": simple} if simple else document


def _preview_email(document: JSON) -> Preview:
    raw = document.get("RawEmail", {}).get("Data")
    if raw:
        return _preview_raw_email(raw)
    simple: JSON = document.get("SimpleEmail", {})
    title, text, html = (
        simple.get(part, {}).get("Data") for part in ("Subject", "TextPart", "HtmlPart")
    )
    return Preview(text or html or "", title, html)


@lru_cache(maxsize=1)
def _preview_raw_email(raw: str) -> Preview:
    """It is the same for all recipients of a request, and may be large."""
    message = message_from_bytes(base64.b64decode(raw), policy=policy.default)
    text, html = _part(message, "plain"), _part(message, "html")
    subject = message.get("Subject")
    return Preview(text or html or "", None if subject is None else str(subject), html)


def _part(message: EmailMessage, subtype: str) -> str | None:
    try:
        part = message.get_body((subtype,))
        return None if part is None else str(cast("EmailMessage", part).get_content())
    except (AttributeError, LookupError, ValueError):
        return None  # an unknown encoding, or malformed parts


_TEXT = _Kind(_write_text, _text_template, _over, _override_text, _preview_text)

_KINDS: Mapping[str, _Kind] = {
    "EMAIL": _Kind(_write_email, _email_template, _join_email, _override_email, _preview_email),
    "PUSH": _Kind(_write_push, _push_template, _over, _override_push, _preview_push),
    "SMS": _TEXT,
    "VOICE": _TEXT,
}
