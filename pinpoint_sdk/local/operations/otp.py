"""One-time passwords: sent by SMS, verified once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from attrs import evolve

from pinpoint_sdk.local.engine.call import Call
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.messages.delivery import Delivery, Origin
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import OneTimePassword

_LENGTHS: Mapping[str, tuple[int, int]] = {"BrandName": (1, 20), "ReferenceId": (1, 48)}

_NUMBERS: Mapping[str, tuple[int, int, int]] = {
    "AllowedAttempts": (1, 5, 3),
    "CodeLength": (5, 8, 6),
    "ValidityPeriod": (5, 60, 15),
}
"""Least, most and default."""

_TEXT = (
    "{{code}} is your {{brand}} verification code. It is valid for {{minutes}} minutes. "
    "Do not share it."
)


@operation("SendOTPMessage")
def send_otp_message(call: Call) -> JSON:
    """Send a new code; one sent before with the same reference and number is no longer valid.

    A code that cannot be delivered is not kept, and the one before stays valid. The text is the
    same in every Language.
    """
    project, sent = call.project(), call.body
    numbers = _check(sent)
    code = call.account.ids.code(numbers["CodeLength"])
    destination = sent["DestinationIdentity"]
    result = Delivery(
        context=call,
        project=project,
        configuration={"SMSMessage": _message(sent, code, numbers["ValidityPeriod"])},
        templates={},
        origin=Origin(sent_by=call.operation.name),
        otp=code,
    ).to_address("SMS", destination)
    if result["DeliveryStatus"] == "SUCCESSFUL":
        project.otps[_key(sent)] = OneTimePassword(
            code=code,
            expires=call.now + timedelta(minutes=numbers["ValidityPeriod"]),
            attempts_left=numbers["AllowedAttempts"],
        )
    return {
        "ApplicationId": project.id,
        "RequestId": call.request_id,
        "Result": {destination: result},
    }


@operation("VerifyOTPMessage")
def verify_otp_message(call: Call) -> JSON:
    """Whether a code is the one that was sent, in time, and for the first time.

    After as many wrong codes as AllowedAttempts, the right one is not valid either.
    """
    otps, key = call.project().otps, _key(call.body)
    sent = otps.pop(key, None)
    if sent is None or call.now >= sent.expires:
        return {"Valid": False}
    if call.body["Otp"] == sent.code:
        return {"Valid": True}
    if sent.attempts_left > 1:
        otps[key] = evolve(sent, attempts_left=sent.attempts_left - 1)
    return {"Valid": False}


def _key(sent: JSON) -> str:
    """Phone numbers have no spaces, so that every pair has a key of its own."""
    return f"{sent['DestinationIdentity']} {sent['ReferenceId']}"


def _message(sent: JSON, code: str, minutes: int) -> JSON:
    message: JSON = {
        "Body": _TEXT,
        "MessageType": "TRANSACTIONAL",
        "OriginationNumber": sent["OriginationIdentity"],
        "Substitutions": {
            "code": [code],
            "brand": [sent["BrandName"]],
            "minutes": [str(minutes)],
        },
    }
    carried = ("EntityId", "TemplateId")
    return {**message, **{name: sent[name] for name in carried if name in sent}}


def _check(sent: JSON) -> dict[str, int]:
    """Validate the request; returns its numbers, or their defaults."""
    if sent["Channel"] != "SMS":
        raise BadRequest(f"Channel: {sent['Channel']!r} is not one of SMS")
    for name in ("DestinationIdentity", "OriginationIdentity"):
        if not sent[name]:
            raise BadRequest(f"{name} must not be empty")
    for name, (least, most) in _LENGTHS.items():
        if not least <= len(sent[name]) <= most:
            raise BadRequest(f"{name} has {least} to {most} characters, got {len(sent[name])}")
    numbers: dict[str, int] = {}
    for name, (least, most, default) in _NUMBERS.items():
        number = sent.get(name, default)
        if not least <= number <= most:
            raise BadRequest(f"{name} must be from {least} to {most}, got {number}")
        numbers[name] = number
    return numbers
