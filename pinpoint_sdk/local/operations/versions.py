"""The versions of campaigns and segments."""

from __future__ import annotations

from pinpoint_sdk.local.engine.call import Call, found
from pinpoint_sdk.local.operations.pagination import page
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.campaigns import Versioned


def get_version(resource: Versioned, text: str) -> JSON:
    """The version with a number; a text that is not a number is a 400."""
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise BadRequest("Version must be a whole number")
    return found(resource.version(int(text)))


def newest_first(call: Call, resource: Versioned) -> JSON:
    """A page of the versions, newest first."""
    return page(call, [*filter(None, reversed(resource.versions))], _place, _itself)


def _place(document: JSON) -> int:
    return -int(document["Version"])


def _itself(document: JSON) -> JSON:
    return document
