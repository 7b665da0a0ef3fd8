from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from pinpoint_sdk.local.times.quiet_time import is_quiet
from pinpoint_sdk.local.times.time_zones import time_zone

NIGHT = {"Start": "22:30", "End": "07:00"}
LUNCH = {"Start": "12:00", "End": "13:00"}


def someone(zone: str = "UTC") -> dict[str, Any]:
    return {"Demographic": {"Timezone": zone}}


@pytest.mark.parametrize(
    ("quiet_time", "clock_time", "expected"),
    [
        (NIGHT, "22:29", False),
        (NIGHT, "22:30", True),
        (NIGHT, "00:00", True),
        (NIGHT, "07:00", True),
        (NIGHT, "07:01", False),
        (LUNCH, "11:59", False),
        (LUNCH, "12:00", True),
        (LUNCH, "13:00", True),
        (LUNCH, "13:01", False),
    ],
)
def test_it_is_quiet_between_both_ends_also_over_midnight(
    quiet_time: dict[str, Any], clock_time: str, expected: bool
) -> None:
    moment = datetime.fromisoformat(f"2017-09-27T{clock_time}+00:00")
    assert is_quiet(quiet_time, someone(), moment) is expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("UTC-10", True), ("UTC+05:30", False), ("Pacific/Honolulu", True), ("Europe/Berlin", False)],
)
def test_the_hour_is_that_of_the_endpoint(zone: str, expected: bool) -> None:
    noon = datetime(2017, 9, 27, 12, tzinfo=timezone.utc)
    assert is_quiet(NIGHT, someone(zone), noon) is expected


@pytest.mark.parametrize("endpoint", [{}, {"Demographic": {}}, someone("Mars"), someone("UTC+99")])
def test_it_is_never_quiet_where_the_zone_is_not_known(endpoint: dict[str, Any]) -> None:
    assert not is_quiet(NIGHT, endpoint, datetime(2017, 9, 27, tzinfo=timezone.utc))


@pytest.mark.parametrize("quiet_time", [{}, {"Start": "", "End": ""}, {"Start": "00:00"}])
def test_it_is_never_quiet_without_both_ends(quiet_time: dict[str, Any]) -> None:
    assert not is_quiet(quiet_time, someone(), datetime(2017, 9, 27, tzinfo=timezone.utc))


@pytest.mark.parametrize(
    ("name", "hours"), [("UTC", 0), ("UTC-08", -8), ("UTC+05:30", 5.5), ("Asia/Tokyo", 9)]
)
def test_zones_have_names_and_offsets(name: str, hours: float) -> None:
    zone = time_zone(name)
    assert zone is not None
    assert zone.utcoffset(datetime(2017, 9, 27)) == timedelta(hours=hours)


@pytest.mark.parametrize("name", ["", "Mars", "UTC+99", "UTC8", "/etc/passwd", "../UTC"])
def test_what_is_no_zone_is_none(name: str) -> None:
    assert time_zone(name) is None
