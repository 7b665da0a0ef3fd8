from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from pinpoint_sdk.local.times.time_zones import time_zone


@pytest.mark.parametrize("name", ["UTC-08", "utc-08", "Utc-08:00"])
def test_offsets_are_known_in_either_case(name: str) -> None:
    assert time_zone(name) == timezone(timedelta(hours=-8))


def test_utc_is_known_in_either_case() -> None:
    assert time_zone("utc") == time_zone("UTC") == timezone.utc
