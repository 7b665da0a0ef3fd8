"""The benchmarks run: one small round each, without the packages of the bench extra."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks import (
    building,
    calls,
    campaigns,
    decoding,
    embedded,
    growth,
    memory,
    report,
    requests,
    startup,
)
from benchmarks.data import people
from benchmarks.measure import Effort, Figure, take_turns
from pinpoint_sdk import to_json


@pytest.fixture(autouse=True)
def only_what_a_benchmark_makes_is_collected() -> Iterator[None]:
    """Each turn collects garbage first; what pytest holds need not be gone through."""
    gc.freeze()
    yield
    gc.unfreeze()


SMALL = Effort(rounds=1, turn=0.0, largest=1000)
PARTS = [
    (calls.measure, "boto3"),
    (decoding.measure, "boto3"),
    (building.measure, "botocore's validation alone"),
    (startup.measure, "boto3"),
    (memory.measure, "boto3"),
    (growth.measure, "among 100"),
    (embedded.measure, "ours in process"),
    (campaigns.measure, "among 100"),
]


@pytest.mark.no_cover
@pytest.mark.parametrize(("measure", "against"), PARTS)
def test_a_part_measures_ours_beside_another(
    measure: Callable[[Effort], list[Figure]], against: str
) -> None:
    figures = measure(SMALL)

    assert against in {figure.against for figure in figures}
    assert all(figure.ours >= 0 and figure.theirs > 0 for figure in figures)


def test_each_sdk_sends_the_same() -> None:
    those = people(3)

    endpoints = json.loads(to_json(requests.endpoints_in_models(those)))
    message = json.loads(to_json(requests.message_in_models(those)))

    assert endpoints == requests.endpoints_in_dicts(those)
    assert message == requests.message_in_dicts(those)


def test_contenders_take_turns() -> None:
    order: list[str] = []
    contenders = {name: lambda name=name: order.append(name) for name in "abc"}

    taken = take_turns(contenders, Effort(rounds=3, turn=0.0))

    assert "".join(order[-9:]) == "abcbcacab"
    assert [len(each) for each in taken.values()] == [3, 3, 3]


def test_a_target_is_met_by_the_median_of_the_rounds() -> None:
    figure = Figure("a call", 1.0, "boto3", 2.0, "ms", [0.4, 0.5, 0.9], target=0.5)

    assert figure.met
    assert figure.ratio == 0.5
    assert figure.quartiles == pytest.approx((0.45, 0.7))


def test_the_page_says_what_is_met_and_what_is_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "performance.md"
    page.write_text(f"before\n\n{report.BEGIN}\n\nold\n\n{report.END}\n\nafter\n")
    monkeypatch.setattr(report, "PAGE", page)
    monkeypatch.setattr(report, "CHART", tmp_path / "chart.svg")
    figures = [
        Figure("`fast`", 1.0, "boto3", 2.0, "ms", [0.5], target=0.6),
        Figure("slow", 2.0, "boto3", 1.0, "ms", [2.0], target=0.6),
        Figure("reported", 2.0, "boto3 & others", 1.0, "ms", [2.0]),
    ]

    report.write({"calls": figures})

    text = page.read_text()
    assert text.startswith("before")
    assert text.endswith("after\n")
    assert "old" not in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert [row.split("|")[-2].strip() for row in rows[2:]] == ["met", "**missed**", ""]
    assert "1 of 2 targets met." in text
    bars = ElementTree.parse(tmp_path / "chart.svg").findall("{*}rect")
    assert [bar.get("class") for bar in bars] == ["met", "missed"]


def test_figures_for_asyncio_have_a_chapter_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "performance.md"
    page.write_text(
        f"{report.BEGIN}\n\nkept\n\n{report.END}\n{report.BEGIN_ASYNCIO}\n\nold\n\n{report.END}\n"
    )
    monkeypatch.setattr(report, "PAGE", page)
    monkeypatch.setattr(report, "CHART", tmp_path / "chart.svg")

    report.write_asyncio({"concurrency": [Figure("a call", 1.0, "aiobotocore", 2.0, "ms", [0.5])]})

    kept, _, written = page.read_text().partition(report.BEGIN_ASYNCIO)
    assert "kept" in kept
    assert "a call" in written
    assert "old" not in written
    assert not (tmp_path / "chart.svg").exists()
