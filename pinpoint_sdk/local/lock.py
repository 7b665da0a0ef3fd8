"""The lock of the embedded service."""

from __future__ import annotations

from threading import Lock, RLock
from time import sleep

_TURN_SECONDS = 0.0005


class FairLock:
    """A re-entrant lock whose holder can let waiting threads go first between two steps.

    Releasing a lock is not enough: who acquires it again at once mostly gets it.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._depth = 0
        self._count = Lock()
        self._waiting = 0

    def __enter__(self) -> None:
        if not self._lock.acquire(blocking=False):
            with self._count:
                self._waiting += 1
            try:
                self._lock.acquire()
            finally:
                with self._count:
                    self._waiting -= 1
        self._depth += 1

    def __exit__(self, *exc_info: object) -> None:
        self._depth -= 1
        self._lock.release()

    def yield_turn(self) -> None:
        """Let a waiting thread acquire the lock, unless this thread, or another, still holds it."""
        if self._waiting and not self._depth:
            sleep(_TURN_SECONDS)
