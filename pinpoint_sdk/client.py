"""The whole API in one client."""

from __future__ import annotations

# First, and not through the clients: CPython maps memory for every call that crosses a certain
# depth, and boto3's own imports, nested below ours, spend a quarter of their time there.
import boto3  # noqa: F401  # pyright: ignore[reportUnusedImport]

from pinpoint_sdk.clients.apps import AppsClient
from pinpoint_sdk.clients.campaigns import CampaignsClient
from pinpoint_sdk.clients.channels import ChannelsClient
from pinpoint_sdk.clients.endpoints import EndpointsClient
from pinpoint_sdk.clients.events import EventsClient
from pinpoint_sdk.clients.jobs import JobsClient
from pinpoint_sdk.clients.journeys import JourneysClient
from pinpoint_sdk.clients.messages import MessagesClient
from pinpoint_sdk.clients.metrics import MetricsClient
from pinpoint_sdk.clients.otp import OTPClient
from pinpoint_sdk.clients.phone_numbers import PhoneNumbersClient
from pinpoint_sdk.clients.recommenders import RecommendersClient
from pinpoint_sdk.clients.segments import SegmentsClient
from pinpoint_sdk.clients.tags import TagsClient
from pinpoint_sdk.clients.templates import TemplatesClient

__all__ = ["PinpointClient"]


class PinpointClient(
    AppsClient,
    CampaignsClient,
    ChannelsClient,
    EndpointsClient,
    EventsClient,
    JobsClient,
    JourneysClient,
    MessagesClient,
    MetricsClient,
    OTPClient,
    PhoneNumbersClient,
    RecommendersClient,
    SegmentsClient,
    TagsClient,
    TemplatesClient,
):
    """A typed client for Amazon Pinpoint: every operation, one method each.

    Methods are named as in boto3, take and return models, and raise the errors of
    ``pinpoint_sdk.errors``. Threads can share one instance; as a context manager it closes its
    connections at the end. Each of the clients that it inherits from can be used alone.
    """
