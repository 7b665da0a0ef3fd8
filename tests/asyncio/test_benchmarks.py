"""The benchmarks of the clients for asyncio run: one small round each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks import concurrency
from benchmarks.measure import Effort, Figure

SMALL = Effort(rounds=1, turn=0.0, largest=1000)


@pytest.mark.parametrize(
    ("measure", "figures_each"), [(concurrency.measure, 4), (concurrency.measure_bursts, 2)]
)
def test_a_part_measures_ours_beside_the_others(
    measure: Callable[[Effort], list[Figure]], figures_each: int
) -> None:
    figures = measure(SMALL)

    against = [figure.against for figure in figures]
    assert against.count("aiobotocore") == against.count("ours in 32 threads") == figures_each
    assert all(figure.ours > 0 and figure.theirs > 0 for figure in figures)


def test_more_sends_a_second_are_a_lower_ratio() -> None:
    *_, figure = [
        each for each in concurrency.measure_bursts(SMALL) if each.against == "aiobotocore"
    ]

    assert figure.unit == "sends"
    assert figure.ratio == pytest.approx(figure.theirs / figure.ours)
