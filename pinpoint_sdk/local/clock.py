"""The time of the embedded service."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime, timedelta, timezone
from typing import Protocol

from pinpoint_sdk.local.arguments import require
from pinpoint_sdk.local.lock import FairLock
from pinpoint_sdk.local.sleeping import following_sleep
from pinpoint_sdk.local.state.scheduler import TaskFailed
from pinpoint_sdk.local.times.dates import as_utc, utc_now


class Agenda(Protocol):
    """Tasks that a clock has performed when they are due."""

    @property
    def next_due(self) -> datetime | None:
        """When the next task is due; None if there is no task."""
        ...

    def perform_next(self) -> None:
        """Perform the next task.

        Raises:
            TaskFailed: It failed. It is not performed again.
        """
        ...


class Clock:
    """A clock that moves only when it is told to.

        service.clock.advance(hours=2)

    What is due on the way happens at its own time and in order: campaigns run, journeys continue,
    jobs finish, codes expire. The clock moves from one such task to the next, and other threads
    have their turn between them. If Ctrl-C or an error ends it early, it stays where it is.

    Args:
        now: The time it shows at first; a datetime without a zone counts as UTC. By default the
            time of this machine.
    """

    def __init__(self, now: datetime | None = None) -> None:
        self._now = utc_now() if now is None else as_utc(require("now", now, datetime))
        self._agendas: list[Agenda] = []
        self._interruptions = 0
        self.lock = FairLock()
        """Held while a request or a task runs."""

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
            TaskFailed: A task failed, which is a bug of the embedded service; the others were
                performed.
        """
        try:
            step = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
            step += timedelta() if by is None else require("by", by, timedelta)
            _ = self.now + step
        except OverflowError as error:
            raise ValueError("a clock cannot go beyond the year 9999") from error
        if step < timedelta():
            raise ValueError(f"a clock cannot go back, got {step}")
        self._pass(step)
        return self.now

    def advance_to(self, moment: datetime) -> datetime:
        """Advance to a moment, and return it; a datetime without a zone counts as UTC.

        Raises:
            TypeError: It is not a datetime.
            ValueError: It is past.
        """
        return self.advance(as_utc(require("moment", moment, datetime)) - self.now)

    def follow_sleep(self) -> AbstractContextManager[None]:
        """Advance where this thread would sleep, within a ``with`` block, and do not sleep.

            with service.clock.follow_sleep():
                wait_for_the_campaign()  # polls, and calls time.sleep(15) in between

        It replaces ``time.sleep`` and ``asyncio.sleep``; code that has imported the function by
        name (``from time import sleep``) before keeps the real one.
        """
        return following_sleep(lambda seconds: self.advance(seconds=seconds))

    def catch_up(self) -> None:
        """Perform what is due by now.

        Raises:
            TaskFailed: A task failed; the others were performed.
        """
        self._pass(timedelta())

    def interrupt(self) -> None:
        """End every ``advance`` that is under way in another thread, where it is."""
        self._interruptions += 1

    def add(self, agenda: Agenda) -> None:
        """Perform the tasks of an agenda, together with those of all others, in order."""
        self._agendas.append(agenda)

    def remove(self, agenda: Agenda) -> None:
        """Perform the tasks of an agenda no more."""
        self._agendas.remove(agenda)

    def _pass(self, left: timedelta) -> None:
        """Let time pass, and perform each task that is due on the way at its time."""
        before, failure = self._interruptions, None
        while self._interruptions == before:
            with self.lock:
                agenda = min(self._agendas, key=_next_due, default=None)
                due = _END if agenda is None else _next_due(agenda)
                step = min(left, max(due - self.now, timedelta()))
                self._move(step)
                left -= step
                if agenda is None or due > self.now:
                    break
                try:
                    agenda.perform_next()
                except TaskFailed as error:
                    failure = failure or error
            self.lock.yield_turn()
        if failure is not None:
            raise failure

    def _move(self, step: timedelta) -> None:
        self._now += step


_END = datetime.max.replace(tzinfo=timezone.utc)


def _next_due(agenda: Agenda) -> datetime:
    return agenda.next_due or _END


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
