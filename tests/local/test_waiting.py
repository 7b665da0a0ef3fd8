"""Code that waits for what happens later: it ends, at once, and never really sleeps."""

from __future__ import annotations

import asyncio
import time
import warnings
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta, timezone
from threading import Thread
from typing import Any

import pytest
import time_machine
from freezegun import freeze_time

from pinpoint_sdk import PinpointClient, models
from pinpoint_sdk.errors import WaitTimeoutError
from pinpoint_sdk.local import Clock, LocalPinpoint, SystemClock
from tests.local.support.boto import START

NOON = datetime(2026, 3, 2, 12, tzinfo=timezone.utc)
LATER = timedelta(minutes=5)


@pytest.fixture(autouse=True)
def no_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever sleeps for real fails."""

    def refuse(seconds: float) -> None:
        raise AssertionError(f"slept {seconds} s")

    monkeypatch.setattr("pinpoint_sdk.local.sleeping._sleep", refuse)
    monkeypatch.setattr(time, "sleep", refuse)


def campaign(service: LocalPinpoint, pinpoint: PinpointClient) -> tuple[str, str]:
    """A campaign that begins in five minutes: the ids of its project and of itself."""
    app = pinpoint.create_app(models.CreateApplicationRequest(name="shop")).id
    segment = pinpoint.create_segment(app, models.WriteSegmentRequest(name="all")).id
    sms = models.CampaignSmsMessage(body="Hello")
    request = models.WriteCampaignRequest(
        name="later",
        segment_id=segment,
        schedule=models.Schedule(start_time=(service.clock.now + LATER).isoformat()),
        message_configuration=models.MessageConfiguration(sms_message=sms),
    )
    return app, pinpoint.create_campaign(app, request).id


def status(pinpoint: PinpointClient, ids: tuple[str, str]) -> str | None:
    state = pinpoint.get_campaign(*ids).state
    return state.campaign_status if state else None


@contextmanager
def freezegun() -> Generator[None]:
    with freeze_time(NOON):
        yield


@contextmanager
def time_machine_travel() -> Generator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@contextmanager
def real_time() -> Generator[None]:
    yield


TOOLS = [real_time, freezegun, time_machine_travel]
CLOCKS = [Clock, SystemClock]


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("delay", [15, 0.001, 0])
def test_a_wait_of_ours_moves_the_clock(
    clock: Callable[[], Clock], tool: Callable[[], Any], delay: float
) -> None:
    with tool(), LocalPinpoint(clock=clock()) as service, service.client() as pinpoint:
        ids, start = campaign(service, pinpoint), service.clock.now
        pinpoint.wait_until_campaign_status(*ids, "COMPLETED", delay=delay)
        assert LATER <= service.clock.now - start < LATER + timedelta(minutes=1)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_wait_of_ours_ends_in_time_on_the_clock(tool: Callable[[], Any]) -> None:
    with tool(), LocalPinpoint() as service, service.client() as pinpoint:
        ids, start = campaign(service, pinpoint), service.clock.now
        with pytest.raises(WaitTimeoutError, match="is SCHEDULED after 60 s, not COMPLETED"):
            pinpoint.wait_until_campaign_status(*ids, "COMPLETED", timeout=60, delay=20)
        assert service.clock.now - start == timedelta(seconds=60)


def test_so_does_a_wait_in_a_block(pinpoint_service: LocalPinpoint) -> None:
    pinpoint = PinpointClient()
    ids = campaign(pinpoint_service, pinpoint)
    pinpoint.wait_until_campaign_status(*ids, "COMPLETED")


def test_a_wait_moves_the_clock_of_the_service_that_answers() -> None:
    west, east = (
        LocalPinpoint(region_name=name, clock=Clock(START)) for name in ("us-west-2", "us-east-1")
    )
    with west.everywhere(), east.everywhere():
        pinpoint = PinpointClient("us-west-2")
        ids = campaign(west, pinpoint)
        pinpoint.wait_until_campaign_status(*ids, "COMPLETED")
    assert west.clock.now - START >= LATER
    assert east.clock.now == START


# --- polling by others


def poll(pinpoint: PinpointClient, ids: tuple[str, str]) -> None:
    while status(pinpoint, ids) != "COMPLETED":
        time.sleep(30)


def test_a_clock_follows_sleep(service: LocalPinpoint) -> None:
    with service.client() as pinpoint, service.clock.follow_sleep():
        poll(pinpoint, campaign(service, pinpoint))
    assert service.clock.now == START + LATER


def test_a_clock_follows_the_sleep_of_asyncio(service: LocalPinpoint) -> None:
    async def poll_in_asyncio(pinpoint: PinpointClient, ids: tuple[str, str]) -> object:
        while status(pinpoint, ids) != "COMPLETED":
            assert await asyncio.sleep(30, "result") == "result"
        return await asyncio.sleep(0, "end")

    with service.client() as pinpoint, service.clock.follow_sleep():
        assert asyncio.run(poll_in_asyncio(pinpoint, campaign(service, pinpoint))) == "end"
    assert service.clock.now == START + LATER


def test_the_innermost_clock_follows_and_blocks_close_in_any_order() -> None:
    before, clocks = (time.sleep, asyncio.sleep), [Clock(START), Clock(START)]
    outer, inner = ExitStack(), ExitStack()
    outer.enter_context(clocks[0].follow_sleep())
    following = time.sleep
    inner.enter_context(clocks[1].follow_sleep())
    assert time.sleep is following
    time.sleep(1)
    outer.close()
    time.sleep(2)
    inner.close()
    assert [clock.now - START for clock in clocks] == [timedelta(), timedelta(seconds=3)]
    assert (time.sleep, asyncio.sleep) == before


def test_a_clock_follows_only_the_thread_of_the_block(service: LocalPinpoint) -> None:
    errors: list[str] = []

    def other() -> None:
        try:
            time.sleep(5)
        except AssertionError as slept:
            errors.append(str(slept))

    with service.clock.follow_sleep():
        thread = Thread(target=other)
        thread.start()
        thread.join()
    assert errors == ["slept 5 s"]
    assert service.clock.now == START


def test_who_only_lets_others_run_does_so(
    service: LocalPinpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []

    async def note(seconds: float, _: object) -> None:
        slept.append(seconds)

    monkeypatch.setattr("pinpoint_sdk.local.sleeping._sleep", slept.append)
    monkeypatch.setattr("pinpoint_sdk.local.sleeping._asyncio_sleep", note)
    with service.clock.follow_sleep():
        time.sleep(0)
        asyncio.run(asyncio.sleep(0))
        asyncio.run(asyncio.sleep(60))
    assert slept == [0, 0, 0]
    assert service.clock.now == START + timedelta(seconds=60)


@pytest.mark.parametrize("wrong", [-1, "x", None])
def test_what_cannot_be_slept_is_left_to_the_real_sleep(service: LocalPinpoint, wrong: Any) -> None:
    with service.clock.follow_sleep(), pytest.raises((TypeError, AssertionError)):
        time.sleep(wrong)
    assert service.clock.now == START


def test_the_retries_of_boto3_move_the_clock_too(service: LocalPinpoint) -> None:
    service.failures.throttle("GetApps", times=2)
    with service.client() as pinpoint, service.clock.follow_sleep():
        assert list(pinpoint.iter_apps()) == []
    assert service.clock.now > START


@pytest.fixture
def caught() -> Iterator[list[warnings.WarningMessage]]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield caught


def test_who_polls_while_the_clock_stands_is_told_how_to_go_on(
    service: LocalPinpoint, caught: list[warnings.WarningMessage]
) -> None:
    with service.client() as pinpoint:
        ids = campaign(service, pinpoint)
        for _ in range(4):
            status(pinpoint, ids)
        assert caught == []
        for _ in range(16):
            status(pinpoint, ids)
    (warning,) = caught
    assert str(warning.message) == (
        f"/v1/apps/{ids[0]}/campaigns/{ids[1]} was read 5 times in a row, and the clock of this "
        "LocalPinpoint stands at 2017-09-27 12:00:00. What is due next is due at "
        "2017-09-27 12:05:00. If the code waits for it, move the clock: "
        "service.clock.advance(...), or let it follow time.sleep: "
        "with service.clock.follow_sleep(): ..."
    )


def test_who_does_anything_between_is_not(
    service: LocalPinpoint, caught: list[warnings.WarningMessage]
) -> None:
    with service.client() as pinpoint:
        ids = campaign(service, pinpoint)
        for _ in range(20):
            status(pinpoint, ids)
            status(pinpoint, ids)
            pinpoint.get_app(ids[0])
        for _ in range(20):
            status(pinpoint, ids)
            service.clock.advance(seconds=1)
        service.clock.advance(days=1)
        for _ in range(20):
            status(pinpoint, ids)
    assert caught == []
