# Written by "make aio" out of pinpoint_sdk/clients/otp.py: change that one.
"""The client for one-time passwords."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient

__all__ = ["AsyncOTPClient"]


class AsyncOTPClient(AsyncClient):
    """One-time passwords: sent by SMS, and checked."""

    async def send_otp_message(
        self,
        application_id: str,
        send_otp_message_request_parameters: models.SendOTPMessageRequestParameters,
    ) -> models.MessageResponse:
        """Generate a one-time password and send it by SMS.

        The answer alone does not prove delivery: check ``outcomes`` and ``failed`` of the result,
        or call ``raise_for_failures``. There is no idempotency token: a send that is repeated after
        a lost answer can reach people twice.

        AWS operation: ``SendOTPMessage``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.
            send_otp_message_request_parameters: The phone number, the sender, a reference id, and
                how long and how often the code may be tried.

        Returns:
            The outcome of the send.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such project.
            TooManyRequestsException: The account's rate quota is used up.
        """
        return await self._call(
            "SendOTPMessage",
            models.MessageResponse,
            ApplicationId=application_id,
            SendOTPMessageRequestParameters=send_otp_message_request_parameters,
        )

    async def verify_otp_message(
        self,
        application_id: str,
        verify_otp_message_request_parameters: models.VerifyOTPMessageRequestParameters,
    ) -> models.VerificationResponse:
        """Check the one-time password that a user typed.

        A wrong code is not an error: check ``valid`` of the result.

        AWS operation: ``VerifyOTPMessage``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.
            verify_otp_message_request_parameters: The code, and the phone number and reference id
                it was sent with.

        Returns:
            Whether the code is valid.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "VerifyOTPMessage",
            models.VerificationResponse,
            ApplicationId=application_id,
            VerifyOTPMessageRequestParameters=verify_otp_message_request_parameters,
        )
