"""Typed clients for asyncio, over aiobotocore, which the extra ``async`` installs.

Names are loaded on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pinpoint_sdk._lazy import lazy_attributes

if TYPE_CHECKING:
    from pinpoint_sdk.aio.client import AsyncPinpointClient as AsyncPinpointClient
    from pinpoint_sdk.aio.clients.apps import AsyncAppsClient as AsyncAppsClient
    from pinpoint_sdk.aio.clients.campaigns import AsyncCampaignsClient as AsyncCampaignsClient
    from pinpoint_sdk.aio.clients.channels import AsyncChannelsClient as AsyncChannelsClient
    from pinpoint_sdk.aio.clients.endpoints import AsyncEndpointsClient as AsyncEndpointsClient
    from pinpoint_sdk.aio.clients.events import AsyncEventsClient as AsyncEventsClient
    from pinpoint_sdk.aio.clients.jobs import AsyncJobsClient as AsyncJobsClient
    from pinpoint_sdk.aio.clients.journeys import AsyncJourneysClient as AsyncJourneysClient
    from pinpoint_sdk.aio.clients.messages import AsyncMessagesClient as AsyncMessagesClient
    from pinpoint_sdk.aio.clients.metrics import AsyncMetricsClient as AsyncMetricsClient
    from pinpoint_sdk.aio.clients.otp import AsyncOTPClient as AsyncOTPClient
    from pinpoint_sdk.aio.clients.phone_numbers import (
        AsyncPhoneNumbersClient as AsyncPhoneNumbersClient,
    )
    from pinpoint_sdk.aio.clients.recommenders import (
        AsyncRecommendersClient as AsyncRecommendersClient,
    )
    from pinpoint_sdk.aio.clients.segments import AsyncSegmentsClient as AsyncSegmentsClient
    from pinpoint_sdk.aio.clients.tags import AsyncTagsClient as AsyncTagsClient
    from pinpoint_sdk.aio.clients.templates import AsyncTemplatesClient as AsyncTemplatesClient
    from pinpoint_sdk.aio.pagination import AsyncPaginator as AsyncPaginator
else:
    __getattr__, __dir__ = lazy_attributes(__name__)
