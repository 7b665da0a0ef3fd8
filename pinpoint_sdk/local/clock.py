"""The time of the embedded service."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime, timedelta
from threading import RLock

from pinpoint_sdk.local.arguments import require
from pinpoint_sdk.local.times.dates import as_utc, utc_now


class Clock:
    """A clock that moves only when it is told to.

        service.clock.advance(hours=2)

    What is due on the way happens at its own time and in order: campaigns run, journeys continue,
    jobs finish, codes expire.

    Args:
        now: The time it shows at first; a datetime without a zone counts as UTC. By default the
            time of this machine.
    """

    def __init__(self, now: datetime | None = None) -> None:
        self._now = utc_now() if now is None else as_utc(require("now", now, datetime))
        self._watchers: list[Callable[[], object]] = []
        self.lock = RLock()
        """Held while a request or a task runs; re-entrant: a request may advance the clock."""

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
        """Advance by the sum of the arguments, and return the new time.

        Args:
            by: A timedelta.
            days: Days.
            hours: Hours.
            minutes: Minutes.
            seconds: Seconds.

        Raises:
            TypeError: ``by`` is not a timedelta, or another argument is not a number.
            ValueError: The sum is negative, or leads beyond the year 9999.
        """
        if by is not None:
            require("by", by, timedelta)
        with self.lock:
            try:
                step = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
                step += by or timedelta()
                _ = self.now + step
            except OverflowError as error:
                raise ValueError("a clock cannot go beyond the year 9999") from error
            if step < timedelta():
                raise ValueError(f"a clock cannot go back, got {step}")
            self._move(step)
            with ExitStack() as all_of_them:
                for watcher in reversed(self._watchers):
                    all_of_them.callback(watcher)
            return self.now

    def advance_to(self, moment: datetime) -> datetime:
        """Advance to a moment, and return it; a datetime without a zone counts as UTC.

        Raises:
            TypeError: It is not a datetime.
            ValueError: It is past.
        """
        return self.advance(as_utc(require("moment", moment, datetime)) - self.now)

    def watch(self, watcher: Callable[[], object]) -> None:
        """Call ``watcher`` whenever the clock has been moved."""
        self._watchers.append(watcher)

    def unwatch(self, watcher: Callable[[], object]) -> None:
        """Stop calling ``watcher``."""
        if watcher in self._watchers:
            self._watchers.remove(watcher)

    def _move(self, step: timedelta) -> None:
        self._now += step


class SystemClock(Clock):
    """The clock of this machine, which ``advance`` sets ahead.

    What is due happens before the next request, or when the clock is set ahead.
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
