"""The numbers of the service, and the checks that several operations share."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import Factory, define

from pinpoint_sdk.local.faults import BadRequest
from pinpoint_sdk.local.wire import JSON

MEGABYTE = 1024 * 1024


@define(frozen=True, kw_only=True)
class Quotas:
    """What an account may have and send.

    ``calls_per_second`` goes by operation (``SendMessages``), and counts on the service's clock;
    operations that it does not name may be called as often as one likes.
    """

    projects: int = 100
    active_campaigns: int = 200
    active_journeys: int = 50
    activities_per_journey: int = 40
    recipients_per_request: int = 100
    endpoints_per_batch: int = 100
    endpoints_per_user: int = 15
    endpoint_bytes: int = 15 * 1024
    endpoint_attributes: int = 250
    attribute_name_characters: int = 50
    attribute_value_characters: int = 100
    values_per_attribute: int = 50
    events_per_request: int = 100
    events_bytes: int = 4 * MEGABYTE
    event_bytes: int = 1_000 * 1024
    event_keys: int = 40
    event_key_characters: int = 50
    event_value_characters: int = 200
    running_import_jobs: int = 10
    import_job_bytes: int = 1024 * MEGABYTE
    segment_dimensions: int = 100
    templates: int = 20_000
    versions_per_template: int = 5_000
    tags: int = 50
    tag_key_characters: int = 128
    tag_value_characters: int = 256
    body_bytes: int = 7 * MEGABYTE
    calls_per_second: dict[str, int] = Factory(dict[str, int])


_LIMIT_RANGES: Mapping[str, tuple[int, int | None]] = {
    "Daily": (0, 100),
    "MaximumDuration": (60, None),
    "MessagesPerSecond": (1, 20_000),
    "Session": (0, None),
    "Total": (0, 100),
}


def check_limits(limits: JSON, *, zero_is_unset: bool = False) -> None:
    """Hold CampaignLimits against their ranges; raises BadRequest."""
    for name, value in limits.items():
        lowest, highest = _LIMIT_RANGES[name]
        if value == 0 and zero_is_unset:
            continue
        if value < lowest or (highest is not None and value > highest):
            wanted = f"at least {lowest}" if highest is None else f"from {lowest} to {highest}"
            raise BadRequest(f"Limits.{name} must be {wanted}, got {value}")


def check_percent(name: str, value: int) -> None:
    """Raise BadRequest unless a percentage lies between 0 and 100."""
    if not 0 <= value <= 100:
        raise BadRequest(f"{name} must be from 0 to 100, got {value}")


def check_tags(tags: Mapping[str, str], quotas: Quotas) -> None:
    """Hold the tags of one resource against their number and lengths; raises BadRequest."""
    if len(tags) > quotas.tags:
        raise BadRequest(f"tags: at most {quotas.tags} on a resource, got {len(tags)}")
    for key, value in tags.items():
        if not 1 <= len(key) <= quotas.tag_key_characters:
            raise BadRequest(f"tags: a key has 1 to {quotas.tag_key_characters} characters")
        if len(value) > quotas.tag_value_characters:
            raise BadRequest(f"tags: a value has at most {quotas.tag_value_characters} characters")
        if key.lower().startswith("aws:"):
            raise BadRequest("tags: keys that start with aws: are reserved")
