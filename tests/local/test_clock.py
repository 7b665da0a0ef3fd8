from __future__ import annotations

import sys
from datetime import datetime, timedelta, timezone
from threading import Barrier, Thread
from typing import Any, cast

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint, SystemClock
from pinpoint_sdk.local.protocol.types import HttpRequest
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
