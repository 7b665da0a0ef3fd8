from __future__ import annotations

import sys
from collections.abc import Iterator
from threading import Event, Thread

import pytest

from pinpoint_sdk.local import lock as module
from pinpoint_sdk.local.lock import FairLock


@pytest.fixture
def lock() -> FairLock:
    return FairLock()


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was slept; nothing sleeps."""
    slept: list[float] = []
    monkeypatch.setattr(module, "sleep", slept.append)
    return slept


@pytest.fixture
def eager_threads() -> Iterator[None]:
    """Threads that take turns as often as they can."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("eager_threads")
def test_one_thread_holds_it_at_a_time(lock: FairLock) -> None:
    inside = most = 0

    def hold() -> None:
        nonlocal inside, most
        for _ in range(500):
            with lock, lock:  # it is re-entrant
                inside += 1
                most = max(most, inside)
                inside -= 1

    threads = [Thread(target=hold) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert most == 1


class Waiter:
    """A thread that waits for a lock, and holds it until it is let go."""

    def __init__(self, lock: FairLock) -> None:
        self._lock, self.holds, self.may_end = lock, Event(), Event()
        self.thread = Thread(target=self._run, daemon=True)
        self.thread.start()
        while not lock._waiting:  # pyright: ignore[reportPrivateUsage]
            pass

    def _run(self) -> None:
        with self._lock:
            self.holds.set()
            self.may_end.wait(30)

    def end(self) -> None:
        self.may_end.set()
        self.thread.join(30)


def test_a_turn_is_yielded_to_who_waits(lock: FairLock, slept: list[float]) -> None:
    with lock:
        waiter = Waiter(lock)
        lock.yield_turn()
        assert slept == []  # it is still held: nobody else could have it
        with lock:
            pass
        lock.yield_turn()
        assert slept == []
    assert waiter.holds.wait(30)
    lock.yield_turn()
    assert slept == []  # who waited has it already
    waiter.end()
    lock.yield_turn()
    assert slept == []


def test_a_turn_is_yielded_between_release_and_the_next_acquisition(
    lock: FairLock, slept: list[float]
) -> None:
    interval = sys.getswitchinterval()
    with lock:
        waiter = Waiter(lock)
        sys.setswitchinterval(1000)  # the other thread runs only if this one lets it
    try:
        lock.yield_turn()
        assert len(slept) == 1
        assert 0 < slept[0] < 0.01
    finally:
        sys.setswitchinterval(interval)
    assert waiter.holds.wait(30)
    waiter.end()
    with lock:
        pass


def test_who_is_interrupted_while_waiting_is_not_waited_for(
    lock: FairLock, slept: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted:
        def acquire(self, *, blocking: bool = True) -> bool:
            if blocking:
                raise KeyboardInterrupt
            return False

    monkeypatch.setattr(lock, "_lock", Interrupted())
    with pytest.raises(KeyboardInterrupt), lock:
        pass
    lock.yield_turn()
    assert slept == []
