# Written by "make aio" out of pinpoint_sdk/clients/messages.py: change that one.
"""The client for direct messages."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient

__all__ = ["AsyncMessagesClient"]


class AsyncMessagesClient(AsyncClient):
    """Direct messages: to addresses, to endpoints, to users."""

    async def send_messages(
        self, application_id: str, message_request: models.MessageRequest
    ) -> models.MessageResponse:
        """Send a message to up to 100 addresses and endpoints.

        AWS answers HTTP 200 even if it reached no recipient: check ``outcomes`` and ``failed`` of
        the result, or call ``raise_for_failures``. There is no idempotency token: a send that is
        repeated after a lost answer can reach people twice.

        AWS operation: ``SendMessages``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.
            message_request: The recipients and what to send them, for each kind of channel.

        Returns:
            The outcome for each recipient.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused the request as a whole: no recipient, or too many.
            NotFoundException: There is no such project.
            TooManyRequestsException: The account's rate quota is used up.
        """
        return await self._call(
            "SendMessages",
            models.MessageResponse,
            ApplicationId=application_id,
            MessageRequest=message_request,
        )

    async def send_users_messages(
        self, application_id: str, send_users_message_request: models.SendUsersMessageRequest
    ) -> models.SendUsersMessageResponse:
        """Send a message to all endpoints of up to 100 users.

        AWS answers HTTP 200 even if it reached no recipient: check ``outcomes`` and ``failed`` of
        the result, or call ``raise_for_failures``. There is no idempotency token: a send that is
        repeated after a lost answer can reach people twice.

        AWS operation: ``SendUsersMessages``. Whether AWS still runs it is unclear.

        Args:
            application_id: The project's id, 32 hex digits.
            send_users_message_request: The user ids and what to send, for each kind of channel.

        Returns:
            The outcome for each endpoint of each user.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused the request as a whole: no user, or too many.
            NotFoundException: There is no such project.
            TooManyRequestsException: The account's rate quota is used up.
        """
        return await self._call(
            "SendUsersMessages",
            models.SendUsersMessageResponse,
            ApplicationId=application_id,
            SendUsersMessageRequest=send_users_message_request,
        )

    async def get_in_app_messages(
        self, application_id: str, endpoint_id: str
    ) -> models.InAppMessagesResponse:
        """Get the in-app messages that campaigns have for an endpoint.

        Each has the schedule and the caps that say when and how often the app may show it.

        AWS operation: ``GetInAppMessages``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            endpoint_id: The endpoint's id, as it was stored.

        Returns:
            The messages, one per campaign.

        Raises:
            NotFoundException: There is no such project or endpoint.
        """
        return await self._call(
            "GetInAppMessages",
            models.InAppMessagesResponse,
            ApplicationId=application_id,
            EndpointId=endpoint_id,
        )
