"""A count that starts over with every second."""

from __future__ import annotations

from datetime import datetime

from attrs import define


@define
class FixedWindow:
    """How many messages, or calls, there were within one second of the clock."""

    second: datetime | None = None
    used: int = 0

    def left(self, limit: int, now: datetime) -> int:
        """How many more the present second allows."""
        return limit - self.used if self.second == _second(now) else limit

    def count(self, number: int, now: datetime) -> None:
        """Add some to the present second."""
        if self.second != _second(now):
            self.second, self.used = _second(now), 0
        self.used += number


def _second(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)
