"""The operations that the embedded Pinpoint has, a function each."""

from pinpoint_sdk.local.operations import (
    apps,
    campaigns,
    channels,
    endpoints,
    messages,
    segments,
    settings,
)
from pinpoint_sdk.local.operations.registry import HANDLERS

__all__ = [
    "HANDLERS",
    "apps",
    "campaigns",
    "channels",
    "endpoints",
    "messages",
    "segments",
    "settings",
]
