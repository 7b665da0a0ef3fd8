"""Work in other threads, which comes to an end."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

BOUND = 60.0
"""Seconds after which what waits for ever is given up; no test that passes comes near."""


def bounded(run: Callable[[], T]) -> T:
    """Run in a thread that may wait for ever: a ``TimeoutError`` if it does."""
    outcome: Future[T] = Future()

    def work() -> None:
        try:
            outcome.set_result(run())
        except BaseException as error:  # the caller gets it
            outcome.set_exception(error)

    threading.Thread(target=work, daemon=True).start()
    return outcome.result(BOUND)


def wrong_of(jobs: Iterable[Callable[[], str]]) -> Counter[str]:
    """Do the jobs with eight threads and count what they say that went wrong."""

    def done(job: Callable[[], str]) -> str:
        try:
            return job()
        except Exception as error:
            return f"{type(error).__name__}: {error}"

    with ThreadPoolExecutor(8) as threads:
        return Counter(said for said in threads.map(done, jobs) if said)
