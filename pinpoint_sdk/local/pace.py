"""How fast messages go out."""

from __future__ import annotations

from datetime import datetime

from attrs import define

__all__ = ["Pace"]


@define
class Pace:
    """What was sent in one second."""

    second: datetime | None = None
    sent: int = 0

    def left(self, limit: int, now: datetime) -> int:
        """How much more may go out in the second that it is now."""
        return limit - self.sent if self.second == _second(now) else limit

    def count(self, number: int, now: datetime) -> None:
        """Take note of what was sent."""
        if self.second != _second(now):
            self.second, self.sent = _second(now), 0
        self.sent += number


def _second(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)
