"""Durations in ISO 8601 form, as journeys have them."""

from __future__ import annotations

import re
from datetime import timedelta

_LONGEST = timedelta(days=3653)
_DURATION = re.compile(
    r"P(?=.)(?:(?P<weeks>\d{1,6})W)?(?:(?P<days>\d{1,6})D)?"
    r"(?:T(?=.)(?:(?P<hours>\d{1,9})H)?(?:(?P<minutes>\d{1,9})M)?(?:(?P<seconds>\d{1,9})S)?)?"
)


def parse_duration(text: str) -> timedelta:
    """Parse a duration of at most ten years: ``P3D``, ``PT1H30M``.

    Raises:
        ValueError: It is something else, or has months or years, whose lengths differ.
    """
    match = _DURATION.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not an ISO 8601 duration of weeks, days, hours or minutes")
    duration = timedelta(**{unit: int(number or 0) for unit, number in match.groupdict().items()})
    if duration > _LONGEST:
        raise ValueError(f"{text!r} is longer than ten years")
    return duration
