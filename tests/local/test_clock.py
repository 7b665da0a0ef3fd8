from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any, cast

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint, SystemClock
from pinpoint_sdk.local.agenda import TASKS, Agenda, task
from pinpoint_sdk.local.call import Context
from pinpoint_sdk.local.failures import Failures
from pinpoint_sdk.local.ids import Ids
from pinpoint_sdk.local.outside import Outside
from pinpoint_sdk.local.state import Account

from .conftest import START


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
    with pytest.raises(ValueError, match="does not go back"):
        clock.advance(seconds=-1)
    with pytest.raises(ValueError, match="does not go back"):
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


@pytest.mark.parametrize("kind", [Clock, SystemClock])
def test_a_clock_that_would_go_too_far_stays_where_it_is(kind: type[Clock]) -> None:
    clock = kind()
    before = clock.now
    for days in (10**7, 1e300):
        with pytest.raises(ValueError, match="to the year 9999"):
            clock.advance(days=days)
    assert timedelta() <= clock.now - before < timedelta(hours=1)


def test_the_system_clock_goes_with_the_machines_and_is_set_ahead() -> None:
    clock, machine = SystemClock(), datetime.now(timezone.utc)
    assert timedelta() <= clock.now - machine < timedelta(hours=1)
    clock.advance(days=1)
    assert timedelta(days=1) <= clock.now - machine < timedelta(days=1, hours=1)


def test_who_watches_hears_of_each_move() -> None:
    clock, heard = Clock(START), list[str]()

    def watcher() -> None:
        heard.append(f"{clock.now:%H}")

    clock.watch(watcher)
    clock.advance(hours=1)
    clock.advance(hours=1)
    clock.unwatch(watcher)
    clock.unwatch(watcher)
    clock.advance(hours=1)
    assert heard == ["13", "14"]


def test_a_closed_service_watches_no_more() -> None:
    clock = Clock(START)
    with LocalPinpoint(clock=clock):
        pass
    clock.advance(hours=1)


@pytest.fixture
def done() -> Iterator[list[tuple[datetime, tuple[str, ...]]]]:
    """What the tasks of this file did: the time it was for them, and their key."""
    log: list[tuple[datetime, tuple[str, ...]]] = []

    @task("note")
    def note(context: Context, *key: str) -> None:
        log.append((context.now, key))
        if key == ("again",):
            context.account.agenda.add(context.now + timedelta(hours=1), "note", "child")

    yield log
    del TASKS["note"]


def run(agenda: Agenda, until: datetime) -> None:
    account = Account("us-east-1", "123456789012", Ids(0), agenda=agenda)

    def context_at(now: datetime) -> Context:
        return Context(
            account=account, now=now, failures=Failures(0), outside=Outside(None, "us-east-1")
        )

    agenda.run(until, context_at)


def test_what_is_due_is_done_in_order_each_at_its_own_time(
    done: list[tuple[datetime, tuple[str, ...]]],
) -> None:
    agenda = Agenda()
    later, soon = START + timedelta(hours=2), START + timedelta(minutes=1)
    agenda.add(later, "note", "later")
    agenda.add(soon, "note", "first")
    agenda.add(soon, "note", "second")
    run(agenda, START + timedelta(hours=1))
    assert done == [(soon, ("first",)), (soon, ("second",))]
    run(agenda, later)
    assert done[2:] == [(later, ("later",))]


def test_what_a_task_brings_along_is_done_in_the_same_run(
    done: list[tuple[datetime, tuple[str, ...]]],
) -> None:
    agenda = Agenda()
    agenda.add(START, "note", "again")
    run(agenda, START + timedelta(minutes=59))
    assert len(done) == 1
    run(agenda, START + timedelta(minutes=60))
    assert done[1] == (START + timedelta(hours=1), ("child",))


def test_what_is_cancelled_is_not_done(done: list[tuple[datetime, tuple[str, ...]]]) -> None:
    agenda = Agenda()
    for key in ("a", "b", "a"):
        agenda.add(START, "note", key)
    agenda.cancel("note", "a")
    run(agenda, START)
    assert done == [(START, ("b",))]
