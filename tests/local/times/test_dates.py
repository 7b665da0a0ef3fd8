from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from pinpoint_sdk.local.times.dates import format_date, parse_date, utc_now

UTC = timezone.utc


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2019-10-08T18:40:16.581Z", datetime(2019, 10, 8, 18, 40, 16, 581_000, tzinfo=UTC)),
        ("2019-10-08T18:40:16Z", datetime(2019, 10, 8, 18, 40, 16, tzinfo=UTC)),
        ("2019-10-08T18:40:16.123456789Z", datetime(2019, 10, 8, 18, 40, 16, 123_456, tzinfo=UTC)),
        ("2019-10-08T18:40+02:00", datetime(2019, 10, 8, 16, 40, tzinfo=UTC)),
        ("2019-10-08T18:40:00-0530", datetime(2019, 10, 9, 0, 10, tzinfo=UTC)),
        ("2019-10-08T18:40:00+02", datetime(2019, 10, 8, 16, 40, tzinfo=UTC)),
        ("2019-10-08 18:40:16", datetime(2019, 10, 8, 18, 40, 16, tzinfo=UTC)),
        ("2019-10-08", datetime(2019, 10, 8, tzinfo=UTC)),
    ],
)
def test_iso_8601_is_read(text: str, moment: datetime) -> None:
    assert parse_date(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2019",
        "2019-02-30",
        "2019-10-08T24:01",
        "2019-10-08T18:40:16+99:00",
        "2019-10-08Z",
        "08.10.2019",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_date(text)


def test_dates_are_written_in_utc_with_milliseconds() -> None:
    zone = timezone(timedelta(hours=2))
    moment = datetime(2019, 10, 8, 20, 40, 16, 581_999, tzinfo=zone)
    assert format_date(moment) == "2019-10-08T18:40:16.581Z"
    assert format_date(datetime(2019, 10, 8)) == "2019-10-08T00:00:00.000Z"


def test_the_default_clock_is_aware() -> None:
    assert utc_now().tzinfo is UTC
