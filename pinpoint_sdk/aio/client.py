"""The whole API in one client for asyncio."""

from __future__ import annotations

from pinpoint_sdk.aio.clients.apps import AsyncAppsClient
from pinpoint_sdk.aio.clients.campaigns import AsyncCampaignsClient
from pinpoint_sdk.aio.clients.channels import AsyncChannelsClient
from pinpoint_sdk.aio.clients.endpoints import AsyncEndpointsClient
from pinpoint_sdk.aio.clients.events import AsyncEventsClient
from pinpoint_sdk.aio.clients.jobs import AsyncJobsClient
from pinpoint_sdk.aio.clients.journeys import AsyncJourneysClient
from pinpoint_sdk.aio.clients.messages import AsyncMessagesClient
from pinpoint_sdk.aio.clients.metrics import AsyncMetricsClient
from pinpoint_sdk.aio.clients.otp import AsyncOTPClient
from pinpoint_sdk.aio.clients.phone_numbers import AsyncPhoneNumbersClient
from pinpoint_sdk.aio.clients.recommenders import AsyncRecommendersClient
from pinpoint_sdk.aio.clients.segments import AsyncSegmentsClient
from pinpoint_sdk.aio.clients.tags import AsyncTagsClient
from pinpoint_sdk.aio.clients.templates import AsyncTemplatesClient

__all__ = ["AsyncPinpointClient"]


class AsyncPinpointClient(
    AsyncAppsClient,
    AsyncCampaignsClient,
    AsyncChannelsClient,
    AsyncEndpointsClient,
    AsyncEventsClient,
    AsyncJobsClient,
    AsyncJourneysClient,
    AsyncMessagesClient,
    AsyncMetricsClient,
    AsyncOTPClient,
    AsyncPhoneNumbersClient,
    AsyncRecommendersClient,
    AsyncSegmentsClient,
    AsyncTagsClient,
    AsyncTemplatesClient,
):
    """A typed client for Amazon Pinpoint with asyncio, over aiobotocore: every operation.

    It is ``PinpointClient`` in all but that methods are awaited, and that ``iter_...`` is for
    ``async for``: the same names, models and errors. Tasks can share one instance.

        async with AsyncPinpointClient("us-east-1") as pinpoint:
            await pinpoint.send_messages(application_id, request)

    Without ``async with`` it connects at its first call. Each of the clients that it inherits from
    can be used alone.
    """
