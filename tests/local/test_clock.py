from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from threading import Barrier, Thread
from typing import Any, TypeAlias, cast

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint, SystemClock
from pinpoint_sdk.local.engine.aws import AwsClients
from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.engine.registry import TASKS
from pinpoint_sdk.local.failures import Failures
from pinpoint_sdk.local.protocol.types import HttpRequest
from pinpoint_sdk.local.state.account import Account
from pinpoint_sdk.local.state.ids import Ids
from pinpoint_sdk.local.state.scheduler import ScheduledTask, Scheduler, TaskFailed
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


def test_all_who_watch_hear_of_a_move_in_their_order() -> None:
    clock, heard = Clock(START), list[str]()
    clock.watch(lambda: heard.append("a"))
    clock.watch(lambda: heard.append("b"))
    clock.advance(hours=1)
    assert heard == ["a", "b"]


def test_who_watches_no_more_keeps_nobody_from_hearing() -> None:
    clock, heard = Clock(START), list[str]()

    def once() -> None:
        heard.append("once")
        clock.unwatch(once)

    clock.watch(once)
    clock.watch(lambda: heard.append("next"))
    clock.advance(hours=1)
    clock.advance(hours=1)
    assert heard == ["once", "next", "next"]


def test_who_fails_keeps_nobody_from_hearing() -> None:
    clock, heard = Clock(START), list[str]()

    def fail() -> None:
        raise ZeroDivisionError("at once")

    clock.watch(lambda: heard.append("first"))
    clock.watch(fail)
    clock.watch(lambda: heard.append("last"))
    with pytest.raises(ZeroDivisionError, match="at once"):
        clock.advance(hours=1)
    assert heard == ["first", "last"]
    assert clock.now == START + timedelta(hours=1)


Log: TypeAlias = list[tuple[datetime, tuple[str, ...]]]


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Log:
    """What the tasks of this file did: the time it was for them, and their key."""
    log: Log = []

    def note(context: Context, *key: str) -> None:
        if key[0] == "bad":
            raise ZeroDivisionError(key[-1])
        log.append((context.now, key))
        if key == ("again",):
            context.account.scheduler.add(context.now + timedelta(hours=1), "note", "child")

    monkeypatch.setitem(TASKS, "note", note)
    return log


def plan(service: LocalPinpoint, when: datetime, *key: str) -> None:
    """Have a note taken at a time."""
    service.inspect(lambda account, _: account.scheduler.add(when, "note", *key))


def test_a_closed_service_watches_no_more(clock: Clock, done: Log) -> None:
    with LocalPinpoint(clock=clock) as service:
        plan(service, START + timedelta(minutes=1), "late")
    clock.advance(hours=1)
    assert done == []


def run(scheduler: Scheduler, until: datetime) -> None:
    account = Account("us-east-1", "123456789012", Ids(0), scheduler=scheduler)
    aws = AwsClients(None, "us-east-1")

    def perform(each: ScheduledTask) -> None:
        context = Context(account=account, now=each.when, failures=Failures(0), aws=aws)
        TASKS[each.name](context, *each.key)

    scheduler.run(until, perform)


def test_what_is_due_is_done_in_order_each_at_its_own_time(
    done: Log,
) -> None:
    scheduler = Scheduler()
    later, soon = START + timedelta(hours=2), START + timedelta(minutes=1)
    scheduler.add(later, "note", "later")
    scheduler.add(soon, "note", "first")
    scheduler.add(soon, "note", "second")
    run(scheduler, START + timedelta(hours=1))
    assert done == [(soon, ("first",)), (soon, ("second",))]
    run(scheduler, later)
    assert done[2:] == [(later, ("later",))]


def test_what_a_task_adds_is_done_in_the_same_run(
    done: Log,
) -> None:
    scheduler = Scheduler()
    scheduler.add(START, "note", "again")
    run(scheduler, START + timedelta(minutes=59))
    assert len(done) == 1
    run(scheduler, START + timedelta(minutes=60))
    assert done[1] == (START + timedelta(hours=1), ("child",))


def test_what_is_cancelled_is_not_done(done: Log) -> None:
    scheduler = Scheduler()
    for key in ("a", "b", "a"):
        scheduler.add(START, "note", key)
    scheduler.cancel("note", "a")
    run(scheduler, START)
    assert done == [(START, ("b",))]


LOGGER = "pinpoint_sdk.local.state.scheduler"
READS: list[Callable[[LocalPinpoint, Path], object]] = [
    lambda service, _: service.clock.advance(minutes=2),
    lambda service, _: len(service.inbox),
    lambda service, folder: service.save(folder / "saved.json"),
    lambda service, _: service.inspect(lambda account, _: account),
]


@pytest.mark.parametrize("read", READS)
def test_a_task_that_fails_is_reported_and_the_others_are_performed(
    service: LocalPinpoint,
    done: Log,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    read: Callable[[LocalPinpoint, Path], object],
) -> None:
    def plan_all(account: Account, now: datetime) -> None:
        for key in (("bad", "1"), ("good",), ("bad", "2"), ("fine",)):
            account.scheduler.add(now, "note", *key)

    service.inspect(plan_all)
    with pytest.raises(TaskFailed) as caught:
        read(service, tmp_path)
    due = "due at 2017-09-27T12:00:00.581000+00:00"
    assert str(caught.value) == f"note bad/1, {due}: ZeroDivisionError: 1"
    assert repr(caught.value.__cause__) == "ZeroDivisionError('1')"
    assert done == [(START, ("good",)), (START, ("fine",))]
    logged = [(each.name, each.getMessage()) for each in caplog.records if each.exc_info]
    assert logged == [
        (
            LOGGER,
            f"The embedded Pinpoint failed on note bad/{number}, {due}",
        )
        for number in (1, 2)
    ]
    read(service, tmp_path)


@pytest.mark.parametrize("seconds", [0, 60])
def test_a_request_that_meets_a_task_that_fails_is_answered(
    service: LocalPinpoint, done: Log, caplog: pytest.LogCaptureFixture, seconds: int
) -> None:
    plan(service, START + timedelta(seconds=seconds), "bad")
    service.failures.slow("GetApps", seconds=seconds)
    assert service.answer(HttpRequest("GET", "/v1/apps")).status == 200
    assert done == []
    assert "failed on note bad" in caplog.text


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
