"""What the service does by itself, and when: campaigns, journeys, jobs.

A task is named, not held as a function, so that an agenda can be written to a file.
"""

from __future__ import annotations

import logging
from bisect import insort
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from attrs import Factory, define

if TYPE_CHECKING:
    from pinpoint_sdk.local.call import Context

__all__ = ["TASKS", "Agenda", "Due", "TaskFailed", "task"]

_log = logging.getLogger(__name__)

TASKS: dict[str, Callable[..., None]] = {}


def task(name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a function as the task of this name.

    It is called with a Context whose ``now`` is the time it was due, and with the key it was put
    on the agenda with. What the key names may be gone by then.
    """

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        TASKS[name] = function
        return function

    return register


@define(frozen=True, order=True)
class Due:
    """One task, the time it is due, and what it is about."""

    when: datetime
    position: int
    task: str
    key: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.task} {'/'.join(self.key)}, due at {self.when.isoformat()}"


class TaskFailed(RuntimeError):
    """A task raised an error: a mistake of the embedded service."""


@define
class Agenda:
    """The tasks to come; of those due at one time, first come, first served."""

    dues: list[Due] = Factory(list[Due])
    added: int = 0

    def add(self, when: datetime, task: str, *key: str) -> None:
        """Have a task done at a time; one that is past is done at the next look."""
        self.added += 1
        insort(self.dues, Due(when, self.added, task, key))

    def cancel(self, task: str, *key: str) -> None:
        """Take a task off again, however often it is on the agenda."""
        self.dues = [due for due in self.dues if (due.task, due.key) != (task, key)]

    def run(self, until: datetime, context_at: Callable[[datetime], Context]) -> None:
        """Do all that is due up to a moment, that which it brings along included.

        Raises:
            TaskFailed: something of it failed; the rest was done. It is the first failure, and
                each one was logged.
        """
        failures: list[tuple[Due, Exception]] = []
        while self.dues and self.dues[0].when <= until:
            due = self.dues.pop(0)
            try:
                TASKS[due.task](context_at(due.when), *due.key)
            except Exception as error:
                _log.exception("The embedded Pinpoint failed on %s", due)
                failures.append((due, error))
        if failures:
            first, cause = failures[0]
            raise TaskFailed(f"{first}: {type(cause).__name__}: {cause}") from cause
