"""A typed Python SDK for Amazon Pinpoint, over boto3.

Names are loaded on first use, so importing the package costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

__version__ = "0.4.0"

HOMES = {
    "PinpointClient": "client",
    "AppsClient": "clients.apps",
    "CampaignsClient": "clients.campaigns",
    "ChannelsClient": "clients.channels",
    "EndpointsClient": "clients.endpoints",
    "EventsClient": "clients.events",
    "JobsClient": "clients.jobs",
    "JourneysClient": "clients.journeys",
    "MessagesClient": "clients.messages",
    "MetricsClient": "clients.metrics",
    "OTPClient": "clients.otp",
    "PhoneNumbersClient": "clients.phone_numbers",
    "RecommendersClient": "clients.recommenders",
    "SegmentsClient": "clients.segments",
    "TagsClient": "clients.tags",
    "TemplatesClient": "clients.templates",
    "from_json": "converter",
    "structure": "converter",
    "to_json": "converter",
    "unstructure": "converter",
    "Page": "pagination",
    "Paginator": "pagination",
}
"""Where each public name lives."""

MODULES = ("client", "clients", "converter", "errors", "lifecycle", "local", "models", "pagination")
"""The modules that users import; a type checker takes them for attributes without an import."""


if not TYPE_CHECKING:  # a checker would take any misspelt name for an object
    __all__ = [*HOMES]

    def __getattr__(name: str) -> object:
        if name in MODULES:
            return importlib.import_module(f"{__name__}.{name}")
        if name not in HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"{__name__}.{HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *HOMES, *MODULES})
