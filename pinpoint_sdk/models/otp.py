"""One-time passwords: a code sent by SMS, and the check of what the user typed."""

from __future__ import annotations

from typing import Annotated

from attrs import define, field

from pinpoint_sdk.models.base import Model, Response, Wire, secret


@define(kw_only=True, repr=False)
class SendOTPMessageRequestParameters(Model):
    """A one-time password to send, the body of ``send_otp_message``. AWS makes up the code and
    writes the message around it.

    AWS shape: ``SendOTPMessageRequestParameters``.
    """

    brand_name: Annotated[str, Wire("BrandName")]
    """Brand that the message names, up to 20 characters; it should belong to the AWS account."""
    channel: Annotated[str, Wire("Channel")]
    """Channel that carries the code; ``SMS`` is the only one."""
    destination_identity: Annotated[str, Wire("DestinationIdentity")]
    """Phone number that the code goes to, in E.164 form (``+12065550100``)."""
    origination_identity: Annotated[str, Wire("OriginationIdentity")]
    """Number or sender id to send from; long codes and toll-free numbers in E.164 form."""
    reference_id: Annotated[str, Wire("ReferenceId")]
    """Id of your choice, 1 to 48 characters, that ties the check to the code:
    ``verify_otp_message`` has to name the same one.
    """
    allowed_attempts: Annotated[int | None, Wire("AllowedAttempts")] = None
    """How often a check may fail before the code turns invalid: up to 5, by default 3."""
    code_length: Annotated[int | None, Wire("CodeLength")] = None
    """Digits of the code: 5 to 8, by default 6."""
    entity_id: Annotated[str | None, Wire("EntityId")] = None
    """Entity id (principal entity, PE) that the country's regulator gave you; for recipients in
    India alone.
    """
    language: Annotated[str | None, Wire("Language")] = None
    """Language of the message, as a BCP 47 tag: ``de-DE``, ``en-GB``, ``en-US``, ``es-419``,
    ``es-ES``, ``fr-CA``, ``fr-FR``, ``ja-JP``, ``ko-KR``, ``pt-BR``, ``zh-CN`` or ``zh-TW``.
    """
    template_id: Annotated[str | None, Wire("TemplateId")] = None
    """Template id that the country's regulator gave you; for recipients in India alone."""
    validity_period: Annotated[int | None, Wire("ValidityPeriod")] = None
    """Minutes for which the code is valid: 5 to 60, by default 15."""


@define(kw_only=True, repr=False)
class VerifyOTPMessageRequestParameters(Model):
    """A code to check, the body of ``verify_otp_message``. ``destination_identity`` and
    ``reference_id`` are those that the code was sent with.

    AWS shape: ``VerifyOTPMessageRequestParameters``.
    """

    destination_identity: Annotated[str, Wire("DestinationIdentity")]
    """Phone number that the code went to, in E.164 form (``+12065550100``)."""
    otp: Annotated[str, Wire("Otp")] = field(repr=secret)
    """Code that the user typed."""
    reference_id: Annotated[str, Wire("ReferenceId")]
    """Id that the code was sent with, 1 to 48 characters."""


@define(kw_only=True, repr=False)
class VerificationResponse(Response):
    """Outcome of ``verify_otp_message``.

    AWS shape: ``VerificationResponse``.
    """

    valid: Annotated[bool | None, Wire("Valid")] = None
    """Whether the code is valid."""
