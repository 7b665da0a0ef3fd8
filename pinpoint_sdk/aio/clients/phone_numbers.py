# Written by "make aio" out of pinpoint_sdk/clients/phone_numbers.py: change that one.
"""The client for phone numbers."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient

__all__ = ["AsyncPhoneNumbersClient"]


class AsyncPhoneNumbersClient(AsyncClient):
    """Phone numbers: whether one is valid, of what type, and where it was registered."""

    async def phone_number_validate(
        self, number_validate_request: models.NumberValidateRequest
    ) -> models.NumberValidateResponse:
        """Look up a phone number: whether it is valid, its type, carrier and place.

        AWS answers HTTP 200 even for an invalid number: check ``phone_type`` of the result, which
        is then ``INVALID``.

        AWS operation: ``PhoneNumberValidate``. AWS still runs it.

        Args:
            number_validate_request: The number with its country code, and the country or region it
                was registered in.

        Returns:
            What is known about the number.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused the request, such as a number without country code.
            TooManyRequestsException: The account's rate quota is used up; documented once as 20
                calls a second.
        """
        return await self._call(
            "PhoneNumberValidate",
            models.NumberValidateResponse,
            NumberValidateRequest=number_validate_request,
        )
