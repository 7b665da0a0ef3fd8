from __future__ import annotations

import sys
from datetime import datetime, timedelta, timezone
from threading import Barrier, Thread
from typing import Any, cast

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint, SystemClock
from pinpoint_sdk.local.protocol.types import HttpRequest
from pinpoint_sdk.local.state.scheduler import TaskFailed
from tests.local.support.boto import START


def test_a_clock_stands_still_until_it_is_moved() -> None:
    clock = Clock(START)
    assert clock.now == START == clock.now
    assert clock.advance(timedelta(hours=1), days=1, minutes=1, seconds=1) == clock.now
    assert clock.now == START + timedelta(days=1, hours=1, minutes=1, seconds=1)


def test_a_clock_is_moved_to_a_moment() -> None:
    clock = Clock(datetime(2020, 1, 1))
    assert clock.advance_to(datetime(2020, 1, 2)) == datetime(2020, 1, 2, tzinfo=timezone.utc)
    assert repr(clock) == "Clock(2020-01-02T00:00:00+00:00)"


def test_a_clock_does_not_go_back() -> None:
    clock = Clock(START)
    with pytest.raises(ValueError, match="cannot go back"):
        clock.advance(seconds=-1)
    with pytest.raises(ValueError, match="cannot go back"):
        clock.advance_to(START - timedelta(microseconds=1))
    assert clock.now == START


@pytest.mark.parametrize("wrong", ["2026-01-01", 0, START.date()])
def test_a_clock_is_told_datetimes(wrong: Any) -> None:
    with pytest.raises(TypeError, match="now: expected datetime, got"):
        Clock(wrong)
    with pytest.raises(TypeError, match="moment: expected datetime, got"):
        Clock(START).advance_to(wrong)
    with pytest.raises(TypeError, match="by: expected timedelta, got 5"):
        Clock(START).advance(cast("Any", 5))


def test_a_clock_is_moved_by_nothing() -> None:
    clock = Clock(START)
    assert clock.advance() == clock.advance_to(START) == START


def test_a_clock_at_the_end_of_time_stays_there() -> None:
    clock = Clock(datetime(9999, 12, 31))
    with pytest.raises(ValueError, match="beyond the year 9999"):
        clock.advance(days=1)
    assert clock.now == datetime(9999, 12, 31, tzinfo=timezone.utc)


@pytest.mark.parametrize("kind", [Clock, SystemClock])
def test_a_clock_that_would_go_too_far_stays_where_it_is(kind: type[Clock]) -> None:
    clock = kind()
    before = clock.now
    for days in (10**7, 1e300):
        with pytest.raises(ValueError, match="beyond the year 9999"):
            clock.advance(days=days)
    assert timedelta() <= clock.now - before < timedelta(hours=1)


def test_the_system_clock_goes_with_the_machines_and_is_set_ahead() -> None:
    clock, machine = SystemClock(), datetime.now(timezone.utc)
    assert timedelta() <= clock.now - machine < timedelta(hours=1)
    clock.advance(days=1)
    assert timedelta(days=1) <= clock.now - machine < timedelta(days=1, hours=1)


class Plan:
    """Tasks by the hours after START at which they are due; each notes its name and the time."""

    def __init__(self, clock: Clock, log: list[str], **tasks: float) -> None:
        self._clock, self._log = clock, log
        self._tasks = sorted((START + timedelta(hours=when), name) for name, when in tasks.items())
        clock.add(self)

    @property
    def next_due(self) -> datetime | None:
        return self._tasks[0][0] if self._tasks else None

    def perform_next(self) -> None:
        when, name = self._tasks.pop(0)
        assert when <= self._clock.now
        self._log.append(f"{name} {self._clock.now:%H:%M}")
        if name == "failing":
            raise TaskFailed(name)
        if name == "ending":
            self._clock.interrupt()
        if name == "pressing_ctrl_c":
            raise KeyboardInterrupt


def test_what_is_due_happens_at_its_time_and_in_order_whoever_has_it() -> None:
    clock, log = Clock(START), list[str]()
    Plan(clock, log, a=1, c=2.5)
    Plan(clock, log, b=2, b2=2, later=9)
    clock.advance(hours=3)
    assert log == ["a 13:00", "b 14:00", "b2 14:00", "c 14:30"]
    assert clock.now == START + timedelta(hours=3)
    clock.catch_up()
    assert len(log) == 4


def test_what_is_overdue_happens_now() -> None:
    clock, log = Clock(START), list[str]()
    Plan(clock, log, overdue=-1)
    clock.catch_up()
    assert log == ["overdue 12:00"]
    assert clock.now == START


def test_the_tasks_of_who_was_removed_do_not_happen() -> None:
    clock, log = Clock(START), list[str]()
    clock.remove(Plan(clock, log, a=1))
    clock.advance(hours=2)
    assert log == []


def test_a_task_that_fails_keeps_no_other_from_happening() -> None:
    clock, log = Clock(START), list[str]()
    Plan(clock, log, first=1, failing=2, last=3)
    with pytest.raises(TaskFailed, match="failing"):
        clock.advance(hours=4)
    assert [each.split()[0] for each in log] == ["first", "failing", "last"]
    assert clock.now == START + timedelta(hours=4)


@pytest.mark.parametrize("kind", [Clock, SystemClock])
def test_an_interrupted_clock_stays_where_it_is_and_can_go_on(kind: type[Clock]) -> None:
    clock, log = kind(), list[str]()
    start = clock.now
    late = (start - START) / timedelta(hours=1)
    Plan(clock, log, ending=late + 1, last=late + 2)
    clock.advance(hours=3)
    assert len(log) == 1
    assert timedelta(hours=1) <= clock.now - start < timedelta(hours=2)
    clock.advance(hours=3)
    assert len(log) == 2
    assert clock.now - start >= timedelta(hours=4)


def test_ctrl_c_ends_an_advance_between_two_tasks() -> None:
    clock, log = Clock(START), list[str]()
    Plan(clock, log, pressing_ctrl_c=1, last=2)
    with pytest.raises(KeyboardInterrupt):
        clock.advance(hours=3)
    assert clock.now == START + timedelta(hours=1)
    clock.advance(hours=2)
    assert log == ["pressing_ctrl_c 13:00", "last 14:00"]


class Endless:
    """A task an hour; after the first one somebody else is waiting for the clock."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.performed, self.seen = clock, 0, 0
        self.next_due: datetime | None = START
        self.other = Thread(target=self.come_between, daemon=True)
        clock.add(self)

    def come_between(self) -> None:
        with self.clock.lock:
            self.seen = self.performed
            self.clock.interrupt()

    def perform_next(self) -> None:
        self.performed += 1
        self.next_due = self.clock.now + timedelta(hours=1)
        if self.performed == 1:
            self.other.start()


def test_others_have_their_turn_while_a_clock_moves_far() -> None:
    clock = Clock(START)
    endless = Endless(clock)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1000)  # so that a thread runs only if another one lets it
    try:
        clock.advance(days=365 * 1000)
    finally:
        sys.setswitchinterval(interval)
    endless.other.join(30)
    assert 1 <= endless.seen <= endless.performed < 1000


def test_two_that_advance_a_clock_move_it_by_the_sum() -> None:
    clock, log = Clock(START), list[str]()
    Plan(clock, log, **{f"task{number}": number / 10 for number in range(400)})
    threads = [Thread(target=clock.advance, kwargs={"hours": 20}) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert clock.now == START + timedelta(hours=80)
    assert len(log) == 400


def test_services_that_share_a_clock_do_not_wait_for_each_other(clock: Clock) -> None:
    services = [LocalPinpoint(clock=clock), LocalPinpoint(clock=clock)]
    request = HttpRequest("GET", "/v1/apps")
    calls, together = 2_000, Barrier(2)

    def call(service: LocalPinpoint) -> None:
        together.wait()
        for _ in range(calls):
            service.answer(request)

    threads = [Thread(target=call, args=[each], daemon=True) for each in services]
    for each in services:
        each.failures.slow("GetApps", seconds=1)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
    finally:
        sys.setswitchinterval(interval)
    assert not any(thread.is_alive() for thread in threads)
    assert clock.now == START + timedelta(seconds=2 * calls)
