"""What a message says: composed from a configuration and a template, shown to a person.

A kind of message (push, e-mail, text) is a row of a table: how its own message and its template
are written as one document, what a recipient's configuration overrides in it, what is seen of it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast

from attrs import define

from pinpoint_sdk.local.messages.media import Medium
from pinpoint_sdk.local.wire import JSON


@define(frozen=True)
class Shown:
    """What a person sees of a message."""

    body: str
    title: str | None = None
    html: str | None = None


def choose_message(medium: Medium, configuration: JSON) -> JSON | None:
    """The message that serves a channel: its own, for push the default one of push, the default.

    One of them is taken whole: nothing of a default message fills the gaps of a channel's own.
    """
    names = [medium.message, "DefaultMessage"]
    if medium.is_push:
        names.insert(1, "DefaultPushNotificationMessage")
    return next((configuration[name] for name in names if name in configuration), None)


def compose(medium: Medium, configuration: JSON, template: JSON | None) -> JSON:
    """The document of a message before its variables are filled in.

    Beside a template, the members of the channel's own message (FromAddress, MessageType, Body)
    take the place of the template's; of the default messages only Substitutions count then.
    """
    kind = _KINDS[medium.template_type]
    if template is None:
        return kind.write(choose_message(medium, configuration) or {})
    return kind.join(
        kind.from_template(medium, template), kind.write(configuration.get(medium.message, {}))
    )


def override(medium: Medium, document: JSON, overrides: JSON) -> JSON:
    """A document with what is said of one recipient.

    RawContent is for push alone, and takes the place of everything. TitleOverride is the title of
    a push notification and the subject of an e-mail, other channels have none. BodyOverride
    stands in each part that an e-mail has, in the text part where it has none.
    """
    return _KINDS[medium.template_type].override(document, overrides)


def show(medium: Medium, document: JSON) -> Shown:
    """What a person sees of a rendered document."""
    return _KINDS[medium.template_type].show(document)


@define(frozen=True)
class _Kind:
    write: Callable[[JSON], JSON]
    from_template: Callable[[Medium, JSON], JSON]
    join: Callable[[JSON, JSON], JSON]
    override: Callable[[JSON, JSON], JSON]
    show: Callable[[JSON], Shown]


def _without(document: JSON, *names: str) -> JSON:
    return {name: value for name, value in document.items() if name not in names}


def _only(document: JSON, *names: str) -> JSON:
    return {name: document[name] for name in names if name in document}


def _over(general: JSON, specific: JSON) -> JSON:
    return {**general, **specific}


# Text: SMS and voice


def _write_text(message: JSON) -> JSON:
    return _without(message, "Substitutions")


def _text_template(_: Medium, template: JSON) -> JSON:
    return _only(template, "Body", "LanguageCode", "VoiceId")


def _override_text(document: JSON, overrides: JSON) -> JSON:
    if "BodyOverride" not in overrides:
        return document
    return {**document, "Body": overrides["BodyOverride"]}


def _show_text(document: JSON) -> Shown:
    return Shown(document.get("Body", ""))


# Push

_OLD_RAW_CONTENT = ("JsonData", "JsonBody")
"""RawContent in the release of 2017, and in campaigns."""


def _write_push(message: JSON) -> JSON:
    document = _without(message, "Substitutions", *_OLD_RAW_CONTENT)
    for name in _OLD_RAW_CONTENT:
        if message.get(name):
            document.setdefault("RawContent", message[name])
    return document


def _push_template(medium: Medium, template: JSON) -> JSON:
    """The service's own part of a template, or its Default, whole."""
    name = medium.message.removesuffix("Message")
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


def _show_push(document: JSON) -> Shown:
    raw = document.get("RawContent")
    if raw:
        return _show_raw(raw)
    return Shown(document.get("Body", ""), document.get("Title"))


_ALERTS = (
    ("aps", "alert"),
    ("fcmV1Message", "message", "notification"),
    ("fcmV1Message", "message", "data"),
    ("notification",),
    ("data",),
    (),
)
_BODIES = ("body", "message", "description")


def _show_raw(raw: str) -> Shown:
    """The alert in a payload of APNs, FCM, ADM or Baidu; the payload itself where none is found."""
    try:
        payload: Any = json.loads(raw)
    except (ValueError, RecursionError):
        return Shown(raw)
    for place in _ALERTS:
        shown = _show_alert(_at(payload, place))
        if shown is not None:
            return shown
    return Shown(raw)


def _at(value: Any, place: tuple[str, ...]) -> Any:
    for name in place:
        if not isinstance(value, dict):
            return None
        value = cast("JSON", value).get(name)
    return value


def _show_alert(alert: Any) -> Shown | None:
    if isinstance(alert, str):
        return Shown(alert)
    if not isinstance(alert, dict):
        return None
    members = cast("JSON", alert)
    bodies = [members[name] for name in _BODIES if isinstance(members.get(name), str)]
    if not bodies:
        return None
    title = members.get("title")
    return Shown(bodies[0], title if isinstance(title, str) else None)


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


def _email_template(_: Medium, template: JSON) -> JSON:
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


def _show_email(document: JSON) -> Shown:
    raw = document.get("RawEmail", {}).get("Data")
    if raw:
        return _show_raw_email(base64.b64decode(raw))
    simple: JSON = document.get("SimpleEmail", {})
    title, text, html = (
        simple.get(part, {}).get("Data") for part in ("Subject", "TextPart", "HtmlPart")
    )
    return Shown(text or html or "", title, html)


def _show_raw_email(raw: bytes) -> Shown:
    message = message_from_bytes(raw, policy=policy.default)
    text, html = _part(message, "plain"), _part(message, "html")
    subject = message.get("Subject")
    return Shown(text or html or "", None if subject is None else str(subject), html)


def _part(message: EmailMessage, subtype: str) -> str | None:
    try:
        part = message.get_body((subtype,))
        return None if part is None else str(cast("EmailMessage", part).get_content())
    except (AttributeError, LookupError, ValueError):
        return None  # an encoding that nobody knows, or parts that are none


_TEXT = _Kind(_write_text, _text_template, _over, _override_text, _show_text)

_KINDS: Mapping[str, _Kind] = {
    "EMAIL": _Kind(_write_email, _email_template, _join_email, _override_email, _show_email),
    "PUSH": _Kind(_write_push, _push_template, _over, _override_push, _show_push),
    "SMS": _TEXT,
    "VOICE": _TEXT,
}
