"""The numbers of the service, and the checks that several operations share."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any

from attrs import Attribute, define, field
from attrs.validators import ge, instance_of

from pinpoint_sdk.local.arguments import require
from pinpoint_sdk.local.faults import BadRequest
from pinpoint_sdk.local.service_model import known_operation
from pinpoint_sdk.local.wire import JSON

MEGABYTE = 1024 * 1024


def _number(default: int) -> int:
    number: int = field(default=default, validator=[instance_of(int), ge(0)])
    return number


def _copied(rates: dict[str, int]) -> dict[str, int]:
    return copy(rates)


def _check_rates(_: object, attribute: Attribute[Any], rates: Mapping[str, int]) -> None:
    require(attribute.name, rates, dict)
    for operation, most in rates.items():
        known_operation(operation)
        if require(f"{attribute.name}[{operation!r}]", most, int) < 0:
            raise ValueError(f"{attribute.name}[{operation!r}]: from 0, got {most}")


@define(frozen=True, kw_only=True)
class Quotas:
    """What an account may have and send.

    ``calls_per_second`` goes by operation (``SendMessages``), and counts on the service's clock;
    operations that it does not name may be called as often as one likes.

    Raises:
        TypeError: a quota is no int.
        ValueError: a quota is negative, or there is no such operation.
    """

    projects: int = _number(100)
    active_campaigns: int = _number(200)
    active_journeys: int = _number(50)
    activities_per_journey: int = _number(40)
    recipients_per_request: int = _number(100)
    endpoints_per_batch: int = _number(100)
    endpoints_per_user: int = _number(15)
    endpoint_bytes: int = _number(15 * 1024)
    endpoint_attributes: int = _number(250)
    attribute_name_characters: int = _number(50)
    attribute_value_characters: int = _number(100)
    values_per_attribute: int = _number(50)
    events_per_request: int = _number(100)
    events_bytes: int = _number(4 * MEGABYTE)
    event_bytes: int = _number(1_000 * 1024)
    event_keys: int = _number(40)
    event_key_characters: int = _number(50)
    event_value_characters: int = _number(200)
    running_import_jobs: int = _number(10)
    import_job_bytes: int = _number(1024 * MEGABYTE)
    segment_dimensions: int = _number(100)
    templates: int = _number(20_000)
    versions_per_template: int = _number(5_000)
    tags: int = _number(50)
    tag_key_characters: int = _number(128)
    tag_value_characters: int = _number(256)
    body_bytes: int = _number(7 * MEGABYTE)
    calls_per_second: dict[str, int] = field(
        factory=dict[str, int], converter=_copied, validator=_check_rates
    )


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
