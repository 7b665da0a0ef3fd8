"""The time of the embedded service."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime, timedelta
from threading import RLock

from pinpoint_sdk.local.arguments import require
from pinpoint_sdk.local.dates import as_utc, utc_now

__all__ = ["Clock", "SystemClock"]


class Clock:
    """A clock that moves only when it is told to.

        service.clock.advance(hours=2)

    What falls due on the way happens at its own time and in order: campaigns run, journeys go on,
    jobs finish, codes expire.

    Args:
        now: the time it shows at first; a datetime without a zone counts as UTC. By default the
            time of this machine.
    """

    def __init__(self, now: datetime | None = None) -> None:
        self._now = utc_now() if now is None else as_utc(require("now", now, datetime))
        self._watchers: list[Callable[[], object]] = []
        self.lock = RLock()
        """Held while something happens; a request may move the clock, and so bring more about."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.now.isoformat()})"

    @property
    def now(self) -> datetime:
        """The time, in UTC."""
        return self._now

    def advance(
        self,
        by: timedelta | None = None,
        /,
        *,
        days: float = 0,
        hours: float = 0,
        minutes: float = 0,
        seconds: float = 0,
    ) -> datetime:
        """Move on, and return the new time.

        Args:
            by: how far.
            days: so many more.
            hours: so many more.
            minutes: so many more.
            seconds: so many more.

        Raises:
            TypeError: ``by`` is no timedelta, or another one no number.
            ValueError: the sum is negative, or leads beyond the year 9999.
        """
        if by is not None:
            require("by", by, timedelta)
        with self.lock:
            try:
                step = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
                step += by or timedelta()
                _ = self.now + step
            except OverflowError as error:
                raise ValueError("a clock goes to the year 9999") from error
            if step < timedelta():
                raise ValueError(f"a clock does not go back, got {step}")
            self._move(step)
            with ExitStack() as all_of_them:
                for watcher in reversed(self._watchers):
                    all_of_them.callback(watcher)
            return self.now

    def advance_to(self, moment: datetime) -> datetime:
        """Move on to a moment, and return it; a datetime without a zone counts as UTC.

        Raises:
            TypeError: it is no datetime.
            ValueError: it is past.
        """
        return self.advance(as_utc(require("moment", moment, datetime)) - self.now)

    def watch(self, watcher: Callable[[], object]) -> None:
        """Call ``watcher`` whenever the clock was moved."""
        self._watchers.append(watcher)

    def unwatch(self, watcher: Callable[[], object]) -> None:
        """Call ``watcher`` no more."""
        if watcher in self._watchers:
            self._watchers.remove(watcher)

    def _move(self, step: timedelta) -> None:
        self._now += step


class SystemClock(Clock):
    """The clock of this machine, which ``advance`` sets ahead.

    What falls due happens at the next request, or when the clock is set ahead.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ahead = timedelta()

    @property
    def now(self) -> datetime:
        """The time, in UTC."""
        return utc_now() + self._ahead

    def _move(self, step: timedelta) -> None:
        self._ahead += step
