"""Many calls at once: the CPU time of each, and the time and the memory of a thousand sends.

Times are the minima of the rounds: what else the machine does can only add to them.
"""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Mapping

import attrs

from benchmarks.async_sdks import AIOBOTOCORE, IN_THREADS, Sdk, async_sdks
from benchmarks.data import PAGE_SIZE
from benchmarks.measure import CAPO, OURS, Effort, Figure, Run, rotated, take_turns
from benchmarks.memory import MEGABYTE
from benchmarks.server import serving

TARGETS = {"get_app": 0.95, "send_messages": 0.45}
NAMES = {"get_app": "`get_app`", "send_messages": "`send_messages`, 100 addresses"}
CALLS = 100
"""The fewest calls of a turn: where fewer callers call, each calls several times."""
ROUNDS = 7
"""At most: the largest turns take seconds."""


def measure(effort: Effort) -> list[Figure]:
    """Compare the CPU time of a call where 1, 10, 100 and 1,000 are made at once."""
    effort = attrs.evolve(effort, rounds=min(effort.rounds, ROUNDS))
    most = callers(effort)
    figures: list[Figure] = []
    with serving() as url, async_sdks(url, most) as every:
        for call, target in TARGETS.items():
            answers = [sdk.answer(call) for sdk in every.values()]
            assert all(answer == answers[0] for answer in answers), f"{call}: different answers"
            for at_once in (each for each in (1, 10, 100, 1000) if each <= most):
                taken = cpu_times(every, call, at_once, effort)
                figures += figures_of(f"{NAMES[call]}, {at_once:,} at once", taken, "ms", target)
    return figures


def measure_bursts(effort: Effort) -> list[Figure]:
    """Compare the memory and the time of a thousand sends that begin at once."""
    count = callers(effort)
    with serving() as url, async_sdks(url, count) as every:
        held = {name: peak(sdk, count) for name, sdk in every.items()}
        taken = {name: [wall_time(sdk, count)] for name, sdk in every.items()}
        for number in range(min(effort.rounds, ROUNDS) - 1):
            for name in rotated([*every], number):
                taken[name].append(wall_time(every[name], count))
    rates = {name: count / min(taken[name]) for name in every}
    return [
        *figures_of(f"{count:,} sends at once, at their peak", held, "MB", None),
        *(
            attrs.evolve(figure, ratios=[figure.theirs / figure.ours])
            for figure in figures_of(f"{count:,} sends at once, a second", rates, "sends", None)
        ),
    ]


def callers(effort: Effort) -> int:
    """The most callers: together they send to as many addresses as other parts have items."""
    return effort.largest // PAGE_SIZE


def cpu_times(
    every: Mapping[str, Sdk], call: str, at_once: int, effort: Effort
) -> dict[str, float]:
    """Measure the CPU milliseconds of a call by each."""
    each = max(1, CALLS // at_once)

    def calls_of(sdk: Sdk) -> Run:
        return lambda: sdk.at_once(call, at_once, each)

    turns = take_turns({name: calls_of(sdk) for name, sdk in every.items()}, effort)
    return {name: min(taken) / (at_once * each) for name, taken in turns.items()}


def peak(sdk: Sdk, count: int) -> float:
    """Measure the most megabytes of Python's memory, connections included."""
    sdk.answer("send_messages")  # what is made at the first call stays
    gc.collect()
    tracemalloc.start()
    sdk.at_once("send_messages", count, 1)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / MEGABYTE


def wall_time(sdk: Sdk, count: int) -> float:
    """Measure the seconds until all sends are answered."""
    gc.collect()
    start = time.perf_counter()
    sdk.at_once("send_messages", count, 1)
    return time.perf_counter() - start


def figures_of(
    what: str, amounts: Mapping[str, float], unit: str, target: float | None
) -> list[Figure]:
    """Set ours beside each of the others that took part; the target is beside aiobotocore."""
    ours = amounts[OURS]
    return [
        Figure(what, ours, other, amounts[other], unit, [ours / amounts[other]], limit)
        for other, limit in ((AIOBOTOCORE, target), (IN_THREADS, None), (CAPO, None))
        if other in amounts
    ]
