from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeAlias

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from pinpoint_sdk.local.engine.aws import AwsClients
from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.engine.registry import TASKS
from pinpoint_sdk.local.failures import Failures
from pinpoint_sdk.local.protocol.types import HttpRequest
from pinpoint_sdk.local.state.account import Account
from pinpoint_sdk.local.state.ids import Ids
from pinpoint_sdk.local.state.scheduler import ScheduledTask, Scheduler, TaskFailed
from tests.local.support.boto import START

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

    while scheduler.next_due is not None and scheduler.next_due <= until:
        scheduler.perform_next(perform)


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
