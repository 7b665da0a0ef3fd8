"""Checks of requests that several operations share."""

from __future__ import annotations

from collections.abc import Mapping

from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.quotas import Quotas


def check_percent(name: str, value: int) -> None:
    """Validate a percentage.

    Raises:
        BadRequest: It is not from 0 to 100.
    """
    if not 0 <= value <= 100:
        raise BadRequest(f"{name} must be from 0 to 100, got {value}")


def check_tags(tags: Mapping[str, str], quotas: Quotas) -> None:
    """Validate the tags of one resource.

    Raises:
        BadRequest: There are too many, or one is too long or reserved.
    """
    if len(tags) > quotas.tags:
        raise BadRequest(f"tags: at most {quotas.tags} on a resource, got {len(tags)}")
    for key, value in tags.items():
        if not 1 <= len(key) <= quotas.tag_key_characters:
            raise BadRequest(f"tags: a key has 1 to {quotas.tag_key_characters} characters")
        if len(value) > quotas.tag_value_characters:
            raise BadRequest(f"tags: a value has at most {quotas.tag_value_characters} characters")
        if key.lower().startswith("aws:"):
            raise BadRequest("tags: keys that start with aws: are reserved")
