"""How contenders are compared: they take turns, and each is judged within the round.

A machine is never equally fast for long, so times of one minute say little beside times of another.
The ratio of two turns that follow each other says much: the machine was the same for both.
"""

from __future__ import annotations

import gc
import importlib
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import repeat
from typing import Any, TypeAlias

import attrs

Run: TypeAlias = Callable[[], object]

OURS = "pinpoint_sdk"
BOTO3 = "boto3"
CAPO = "capo-pinpoint"
PYDANTIC = "aws-resource-validator-pinpoint"
DATACLASSES = "boto3-dataclass-pinpoint"
MOTO = "moto"


@attrs.frozen
class Effort:
    """How much is measured.

    Args:
        rounds: How often each contender has its turn.
        turn: The least CPU time of a turn, in seconds; a contender is called as often as it takes.
        largest: The most items that are read, decoded and built.
    """

    rounds: int = 25
    turn: float = 0.1
    largest: int = 100_000


@attrs.frozen
class Figure:
    """What ours takes beside another."""

    what: str
    ours: float
    against: str
    theirs: float
    unit: str
    ratios: Sequence[float]
    """Ours over theirs, round by round."""
    target: float | None = None
    """What the ratio must not exceed; None where it is only reported."""

    @property
    def ratio(self) -> float:
        """The median of the rounds."""
        return statistics.median(self.ratios)

    @property
    def quartiles(self) -> tuple[float, float]:
        """Between them lies the middle half of the rounds."""
        if len(self.ratios) == 1:
            return self.ratio, self.ratio
        lower, _, upper = statistics.quantiles(self.ratios, n=4, method="inclusive")
        return lower, upper

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None if there is no target."""
        return None if self.target is None else self.ratio <= self.target


def take_turns(contenders: Mapping[str, Run], effort: Effort) -> dict[str, list[float]]:
    """Let the contenders take turns, another one first in each round.

    Returns:
        The CPU milliseconds that a call of each took, a number a round.
    """
    calls = {name: calls_a_turn(run, effort.turn) for name, run in contenders.items()}
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(effort.rounds):
        for name in rotated([*contenders], number):
            taken[name].append(deeper(number, cpu_time, contenders[name], calls[name]))
    return taken


def deeper(frames: int, function: Callable[[Run, int], float], run: Run, calls: int) -> float:
    """Call a function this many frames deeper.

    CPython keeps frames in chunks of 16 KB, and maps and unmaps memory for each call that crosses
    from one to the next: what crosses often takes half as long again at some depths. Applications
    call from any depth, so each round is measured at another.
    """
    if frames:
        return deeper(frames - 1, function, run, calls)
    return function(run, calls)


def calls_a_turn(run: Run, seconds: float) -> int:
    """Count the calls that take at least this many seconds; they warm the contender up, too."""
    run()
    calls = 1
    while cpu_time(run, calls) * calls < seconds * 1000:
        calls *= 2
    return calls


def cpu_time(run: Run, calls: int) -> float:
    """Measure the CPU milliseconds per call, the kernel's share included.

    The collector stays on; only what others left behind is collected before.
    """
    gc.collect()
    start = time.process_time()
    for _ in repeat(None, calls):
        run()
    return (time.process_time() - start) * 1000 / calls


def rotated(names: Sequence[str], number: int) -> Sequence[str]:
    """Rotate the names, so that another one is first."""
    first = number % len(names)
    return [*names[first:], *names[:first]]


def compare(
    what: str,
    taken: Mapping[str, Sequence[float]],
    targets: Mapping[str, float | None],
    ours: str = OURS,
    unit: str = "ms",
) -> list[Figure]:
    """Set what one contender took beside each of the others that took part.

    Args:
        what: What was done.
        taken: What each took, a number a round, as ``take_turns`` returns.
        targets: The contenders to compare with, and what the ratio must not exceed.
        ours: The contender to compare.
        unit: What the numbers in ``taken`` count.
    """
    return [
        Figure(
            what,
            statistics.median(taken[ours]),
            other,
            statistics.median(taken[other]),
            unit,
            [mine / theirs for mine, theirs in zip(taken[ours], taken[other], strict=True)],
            target,
        )
        for other, target in targets.items()
        if other in taken
    ]


def competitor(module: str) -> Any:
    """Import a module of a package of the ``bench`` extra; None if that is not installed."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError:
        return None
