"""Reading the versions of a resource: campaigns and segments answer alike."""

from __future__ import annotations

from pinpoint_sdk.local.call import Call
from pinpoint_sdk.local.faults import BadRequest, resource_not_found
from pinpoint_sdk.local.paging import page
from pinpoint_sdk.local.state import Versioned
from pinpoint_sdk.local.wire import JSON


def get_version(resource: Versioned, text: str) -> JSON:
    """The version of this number; one that is no number is a 400."""
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise BadRequest("Version must be a whole number")
    number = int(text)
    if not 1 <= number <= len(resource.versions):
        raise resource_not_found()
    return resource.versions[number - 1]


def newest_first(call: Call, resource: Versioned) -> JSON:
    """A page of the versions, newest first."""
    return page(call, resource.versions[::-1], _place, _itself)


def _place(document: JSON) -> int:
    return -int(document["Version"])


def _itself(document: JSON) -> JSON:
    return document
