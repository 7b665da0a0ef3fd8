"""A typed Python SDK for Amazon Pinpoint, over boto3.

Names are loaded on first use, so importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pinpoint_sdk._lazy import lazy_attributes

if TYPE_CHECKING:
    from pinpoint_sdk import aio as aio
    from pinpoint_sdk import client as client
    from pinpoint_sdk import clients as clients
    from pinpoint_sdk import converter as converter
    from pinpoint_sdk import errors as errors
    from pinpoint_sdk import lifecycle as lifecycle
    from pinpoint_sdk import local as local
    from pinpoint_sdk import models as models
    from pinpoint_sdk import pagination as pagination
    from pinpoint_sdk.client import PinpointClient as PinpointClient
    from pinpoint_sdk.clients.apps import AppsClient as AppsClient
    from pinpoint_sdk.clients.campaigns import CampaignsClient as CampaignsClient
    from pinpoint_sdk.clients.channels import ChannelsClient as ChannelsClient
    from pinpoint_sdk.clients.endpoints import EndpointsClient as EndpointsClient
    from pinpoint_sdk.clients.events import EventsClient as EventsClient
    from pinpoint_sdk.clients.jobs import JobsClient as JobsClient
    from pinpoint_sdk.clients.journeys import JourneysClient as JourneysClient
    from pinpoint_sdk.clients.messages import MessagesClient as MessagesClient
    from pinpoint_sdk.clients.metrics import MetricsClient as MetricsClient
    from pinpoint_sdk.clients.otp import OTPClient as OTPClient
    from pinpoint_sdk.clients.phone_numbers import PhoneNumbersClient as PhoneNumbersClient
    from pinpoint_sdk.clients.recommenders import RecommendersClient as RecommendersClient
    from pinpoint_sdk.clients.segments import SegmentsClient as SegmentsClient
    from pinpoint_sdk.clients.tags import TagsClient as TagsClient
    from pinpoint_sdk.clients.templates import TemplatesClient as TemplatesClient
    from pinpoint_sdk.converter import from_json as from_json
    from pinpoint_sdk.converter import structure as structure
    from pinpoint_sdk.converter import to_json as to_json
    from pinpoint_sdk.converter import unstructure as unstructure
    from pinpoint_sdk.pagination import Page as Page
    from pinpoint_sdk.pagination import Paginator as Paginator
else:
    __getattr__, __dir__ = lazy_attributes(__name__)

__version__ = "0.6.0"
