"""Waiting: asks until the state is there, gives up in time, and never sleeps in a test."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import attrs
import pytest

from pinpoint_sdk import PinpointClient, _waiting, waiters
from pinpoint_sdk.aio import waiters as aio_waiters
from pinpoint_sdk.errors import ValidationError, WaitError, WaitFailedError, WaitTimeoutError
from pinpoint_sdk.models import ExportJobResponse, ImportJobResponse, JourneyRunResponse
from tests.support.loopback import Answer, Loopback


@attrs.define
class Clock:
    """Stands in for the ``time`` module: sleeping moves it on."""

    now: float = 0.0
    slept: list[float] = attrs.field(factory=list[float])

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def sleep_in_asyncio(self, seconds: float) -> None:
        self.sleep(seconds)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    for module in (waiters, _waiting):
        monkeypatch.setattr(module, "time", clock)
    monkeypatch.setattr(aio_waiters, "asyncio", SimpleNamespace(sleep=clock.sleep_in_asyncio))
    return clock


def answer_with(loopback: Loopback, *bodies: dict[str, Any]) -> None:
    """Answer with each in turn, then with the last."""
    left = [*bodies]
    loopback.respond = lambda _: Answer(body=left.pop(0) if len(left) > 1 else left[0])


@pytest.mark.parametrize(
    ("method", "result"),
    [
        ("wait_until_import_job_completed", ImportJobResponse),
        ("wait_until_export_job_completed", ExportJobResponse),
    ],
)
def test_a_job_is_asked_for_until_it_is_completed(
    pinpoint: PinpointClient, loopback: Loopback, clock: Clock, method: str, result: type
) -> None:
    answer_with(
        loopback,
        {"Id": "job", "JobStatus": "CREATED"},
        {"Id": "job", "JobStatus": "PROCESSING"},
        {"Id": "job", "JobStatus": "COMPLETED"},
    )

    job = getattr(pinpoint, method)("app", "job", delay=5)

    assert job.job_status == "COMPLETED"
    assert type(job) is result
    assert clock.slept == [5, 5]
    assert len(loopback.requests) == 3


def test_a_failed_end_raises_with_the_object(pinpoint: PinpointClient, loopback: Loopback) -> None:
    answer_with(loopback, {"JobStatus": "FAILING"}, {"JobStatus": "FAILED", "Failures": ["bad"]})

    with pytest.raises(WaitFailedError, match="import job job is FAILED") as caught:
        pinpoint.wait_until_import_job_completed("app", "job")

    assert isinstance(caught.value.last, ImportJobResponse)
    assert caught.value.last.failures == ["bad"]


def test_the_timeout_raises_with_what_was_last_seen(
    pinpoint: PinpointClient, loopback: Loopback, clock: Clock
) -> None:
    answer_with(loopback, {"JobStatus": "PROCESSING"})

    with pytest.raises(WaitTimeoutError, match="PROCESSING after 20 s, not COMPLETED") as caught:
        pinpoint.wait_until_export_job_completed("app", "job", timeout=20, delay=15)

    assert isinstance(caught.value, TimeoutError)
    assert isinstance(caught.value, WaitError)
    assert isinstance(caught.value.last, ExportJobResponse)
    assert clock.slept == [15, 5], "the last wait ends with the timeout"


def test_a_timeout_of_zero_asks_once(
    pinpoint: PinpointClient, loopback: Loopback, clock: Clock
) -> None:
    answer_with(loopback, {"JobStatus": "PROCESSING"})

    with pytest.raises(WaitTimeoutError):
        pinpoint.wait_until_export_job_completed("app", "job", timeout=0)

    assert len(loopback.requests) == 1
    assert clock.slept == []


def test_a_journey_run_is_looked_for_on_every_page(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    answer_with(
        loopback,
        {"Item": []},
        {"Item": [{"RunId": "other", "Status": "COMPLETED"}], "NextToken": "2"},
        {"Item": [{"RunId": "run", "Status": "RUNNING"}]},
        {"Item": [{"RunId": "run", "Status": "COMPLETED"}]},
    )

    run = pinpoint.wait_until_journey_run_completed("app", "journey", "run")

    assert type(run) is JourneyRunResponse
    assert (run.run_id, run.status) == ("run", "COMPLETED")


def test_a_journey_run_that_is_not_found_times_out_without_last(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    answer_with(loopback, {"Item": []})

    with pytest.raises(WaitTimeoutError, match="not found after") as caught:
        pinpoint.wait_until_journey_run_completed("app", "journey", "run", timeout=1)

    assert caught.value.last is None


def test_a_campaign_is_waited_for_in_any_state(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    answer_with(
        loopback,
        {"Id": "c"},
        {"Id": "c", "State": {"CampaignStatus": "SCHEDULED"}},
        {"Id": "c", "State": {"CampaignStatus": "EXECUTING"}},
    )

    campaign = pinpoint.wait_until_campaign_status("app", "c", "EXECUTING")

    assert campaign.state is not None
    assert campaign.state.campaign_status == "EXECUTING"


@pytest.mark.parametrize("end", ["COMPLETED", "DELETED", "INVALID"])
def test_a_campaign_that_is_over_is_not_waited_for(
    pinpoint: PinpointClient, loopback: Loopback, end: str
) -> None:
    answer_with(loopback, {"Id": "c", "State": {"CampaignStatus": end}})

    with pytest.raises(WaitFailedError, match=f"is {end} and will not be EXECUTING"):
        pinpoint.wait_until_campaign_status("app", "c", "EXECUTING")


def test_a_wait_is_interrupted_by_ctrl_c(
    pinpoint: PinpointClient, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: Clock, __: float) -> None:
        raise KeyboardInterrupt

    answer_with(loopback, {"JobStatus": "PROCESSING"})
    monkeypatch.setattr(Clock, "sleep", interrupt)

    with pytest.raises(KeyboardInterrupt):
        pinpoint.wait_until_import_job_completed("app", "job")


def test_wrong_arguments_are_refused_before_anything_is_sent(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    status: Any = "DONE"
    with pytest.raises(ValidationError, match="campaign_status: 'DONE' is not one of"):
        pinpoint.wait_until_campaign_status("app", "c", status)
    with pytest.raises(ValidationError, match=r"timeout: .*\n.*delay: "):
        pinpoint.wait_until_import_job_completed("app", "job", timeout=-1, delay=float("nan"))

    assert loopback.requests == []
