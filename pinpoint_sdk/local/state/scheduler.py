"""What the service does by itself, and when: campaigns, journeys, jobs.

A task is named, not held as a function, so that a scheduler can be saved to a file.
"""

from __future__ import annotations

import logging
from bisect import insort
from collections.abc import Callable
from datetime import datetime

from attrs import Factory, define

_log = logging.getLogger(__name__)


@define(frozen=True, order=True)
class ScheduledTask:
    """One task: the time it is due, its name, and the ids of what it is about."""

    when: datetime
    position: int
    name: str
    key: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} {'/'.join(self.key)}, due at {self.when.isoformat()}"


class TaskFailed(RuntimeError):
    """A task raised an error: a bug of the embedded service."""


@define
class Scheduler:
    """The tasks to come; of those due at one time, the one that was added first is first."""

    tasks: list[ScheduledTask] = Factory(list[ScheduledTask])
    added: int = 0

    def add(self, when: datetime, name: str, *key: str) -> None:
        """Schedule a task; one that is due already is run before the next request."""
        self.added += 1
        insort(self.tasks, ScheduledTask(when, self.added, name, key))

    def cancel(self, name: str, *key: str) -> None:
        """Remove a task, however often it is scheduled."""
        self.tasks = [task for task in self.tasks if (task.name, task.key) != (name, key)]

    @property
    def next_due(self) -> datetime | None:
        """When the next task is due; None if there is no task."""
        return self.tasks[0].when if self.tasks else None

    def perform_next(self, perform: Callable[[ScheduledTask], None]) -> None:
        """Remove the next task, and perform it.

        Raises:
            TaskFailed: It failed, which was logged.
        """
        task = self.tasks.pop(0)
        try:
            perform(task)
        except Exception as error:
            _log.exception("The embedded Pinpoint failed on %s", task)
            raise TaskFailed(f"{task}: {type(error).__name__}: {error}") from error
