"""The collector waits while an answer is read, and is afterwards as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from pinpoint_sdk import from_json
from pinpoint_sdk.collector import uncollected
from pinpoint_sdk.models import CampaignsResponse


@pytest.fixture(autouse=True)
def collector_on() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_it_waits_while_reading_and_goes_on_afterwards() -> None:
    assert uncollected(gc.isenabled)() is False
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="line 1"):
        from_json("no JSON", CampaignsResponse)

    assert gc.isenabled()


def test_one_that_is_off_stays_off() -> None:
    gc.disable()

    assert uncollected(gc.isenabled)() is False
    assert not gc.isenabled()


def test_a_long_answer_is_read_without_collections() -> None:
    campaigns = ", ".join(['{"State": {}, "Limits": {}, "tags": {}}'] * 2_000)
    document = f'{{"Item": [{campaigns}]}}'
    started: list[str] = []

    def record(phase: str, _: object) -> None:
        if phase == "start":
            started.append(phase)

    gc.collect()
    gc.callbacks.append(record)
    try:
        page = from_json(document, CampaignsResponse)
        while_reading = len(started)
        copies = [[[each.name], [each.id]] for each in page.item]
    finally:
        gc.callbacks.remove(record)

    assert while_reading <= 1, "the one that was put off"
    assert len(started) > while_reading + 1, f"{len(copies)} other lists start some"
