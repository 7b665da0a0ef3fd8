"""What an account may have and send."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any

from attrs import Attribute, define, field
from attrs.validators import ge, instance_of

from pinpoint_sdk.local.arguments import require
from pinpoint_sdk.local.protocol.service_model import require_operation

MEGABYTE = 1024 * 1024


def _number(default: int) -> int:
    number: int = field(default=default, validator=[instance_of(int), ge(0)])
    return number


def _copied(rates: dict[str, int]) -> dict[str, int]:
    return copy(rates)


def _check_rates(_: object, attribute: Attribute[Any], rates: Mapping[str, int]) -> None:
    require(attribute.name, rates, dict)
    for operation, limit in rates.items():
        require_operation(operation)
        if require(f"{attribute.name}[{operation!r}]", limit, int) < 0:
            raise ValueError(f"{attribute.name}[{operation!r}]: must be at least 0, got {limit}")


@define(frozen=True, kw_only=True)
class Quotas:
    """What an account may have and send.

    ``calls_per_second`` goes by operation (``SendMessages``), and counts on the service's clock;
    operations that it does not name may be called without limit. ``characters_per_message`` and
    ``characters_per_request`` count texts that have variables, and the values; AWS names neither.

    Raises:
        TypeError: A quota is not an int.
        ValueError: A quota is negative, or an operation does not exist.
    """

    projects: int = _number(100)
    active_campaigns: int = _number(200)
    active_journeys: int = _number(50)
    activities_per_journey: int = _number(40)
    recipients_per_request: int = _number(100)
    characters_per_message: int = _number(2_000_000)
    characters_per_request: int = _number(64_000_000)
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
