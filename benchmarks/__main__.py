"""Measure, print, and keep what was measured: ``python -m benchmarks --help``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TypeAlias

import attrs

from benchmarks import (
    building,
    calls,
    campaigns,
    decoding,
    embedded,
    growth,
    memory,
    report,
    startup,
)
from benchmarks.measure import Effort, Figure

Parts: TypeAlias = dict[str, Callable[[Effort], list[Figure]]]

PARTS: Parts = {
    "calls": calls.measure,
    "decoding": decoding.measure,
    "building": building.measure,
    "startup": startup.measure,
    "memory": memory.measure,
    "growth": growth.measure,
    "embedded": embedded.measure,
    "campaigns": campaigns.measure,
}


def parts_for_asyncio() -> Parts:
    """List the parts that need aiobotocore, which has an environment of its own."""
    from benchmarks import concurrency

    return {"concurrency": concurrency.measure, "bursts": concurrency.measure_bursts}


def main() -> None:
    """Run what the command line asks for."""
    defaults = Effort()
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--asyncio", action="store_true", help="the clients for asyncio instead")
    parser.add_argument("--only", help=f"some of {','.join(PARTS)}; concurrency,bursts")
    parser.add_argument("--rounds", type=int, default=defaults.rounds, help="turns of each")
    parser.add_argument("--write", action="store_true", help="into docs/performance.md")
    given = parser.parse_args()
    measures = parts_for_asyncio() if given.asyncio else PARTS
    chosen = given.only.split(",") if given.only else [*measures]
    if unknown := {*chosen} - {*measures}:
        parser.error(f"--only: {', '.join(unknown)}: expected some of {','.join(measures)}")
    if given.rounds < 1:
        parser.error("--rounds: expected at least 1")
    if given.write and len(chosen) < len(measures):
        parser.error("--write keeps whole runs; leave --only away")
    parts: dict[str, list[Figure]] = {}
    for name in chosen:
        print(f"measuring {name} ...", file=sys.stderr)
        parts[name] = measures[name](attrs.evolve(defaults, rounds=given.rounds))
    print(report.render(parts))
    if given.write:
        (report.write_asyncio if given.asyncio else report.write)(parts)


if __name__ == "__main__":
    main()
