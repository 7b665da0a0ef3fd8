"""The figures as tables and as a chart, on the screen and on the page of the documentation."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from importlib import metadata

from benchmarks.chart import chart
from benchmarks.measure import CAPO, DATACLASSES, MOTO, PYDANTIC, Figure
from benchmarks.server import ROOT

PAGE = ROOT / "docs" / "performance.md"
CHART = ROOT / "docs" / "images" / "performance.svg"
BEGIN = "<!-- figures: written by python -m benchmarks --write -->"
BEGIN_ASYNCIO = "<!-- figures: written by python -m benchmarks --asyncio --write -->"
END = "<!-- end of figures -->"
HEADER = ("what", "takes", "beside", "which takes", "ratio", "middle half", "target", "result")
VERDICTS = {True: "met", False: "**missed**", None: ""}
MEASURED_WITH = (
    "boto3",
    "aiobotocore",
    "aiohttp",
    "attrs",
    "cattrs",
    CAPO,
    PYDANTIC,
    "pydantic",
    DATACLASSES,
    MOTO,
)


def render(parts: Mapping[str, Sequence[Figure]]) -> str:
    """Write a table per part, with targets beside what was measured, and the machine."""
    sections = [f"### {part.capitalize()}\n\n{table(parts[part])}" for part in parts]
    return "\n\n".join([*sections, *summary(parts), machine()])


def table(figures: Iterable[Figure]) -> str:
    """Write Markdown that also reads well as text."""
    rows = [HEADER, *map(row, figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    head, *body = [f"| {' | '.join(map(str.ljust, cells, widths))} |" for cells in rows]
    rule = f"| {' | '.join('-' * width for width in widths)} |"
    return "\n".join([head, rule, *body])


def row(figure: Figure) -> tuple[str, ...]:
    """Write the cells of a figure."""
    lower, upper = figure.quartiles
    return (
        figure.what,
        quantity(figure.ours, figure.unit),
        figure.against,
        quantity(figure.theirs, figure.unit),
        f"{figure.ratio:.2f}",
        f"{lower:.2f} to {upper:.2f}" if len(figure.ratios) > 1 else "",
        "" if figure.target is None else f"≤ {figure.target:.2f}",
        VERDICTS[figure.met],
    )


def quantity(amount: float, unit: str) -> str:
    """Write three significant digits."""
    digits = 0 if amount >= 100 else 1 if amount >= 10 else 2
    return f"{amount:,.{digits}f} {unit}"


def summary(parts: Mapping[str, Sequence[Figure]]) -> list[str]:
    """Say how many targets are met, if there are targets."""
    verdicts = [figure.met for figure in with_targets(parts)]
    return [f"{verdicts.count(True)} of {len(verdicts)} targets met."] if verdicts else []


def with_targets(parts: Mapping[str, Sequence[Figure]]) -> list[Figure]:
    """Select the figures that have a target."""
    return [figure for figures in parts.values() for figure in figures if figure.target]


def machine() -> str:
    """Name the machine and the versions."""
    installed = {each.name.replace("_", "-"): each.version for each in metadata.distributions()}
    packages = [f"{name} {installed[name]}" for name in MEASURED_WITH if name in installed]
    python = f"{platform.python_implementation()} {platform.python_version()}"
    system = f"{platform.system()} on {platform.machine()}, {os.cpu_count()} CPUs"
    return f"Measured with {', '.join([python, *packages])}; {system}."


def write(parts: Mapping[str, Sequence[Figure]]) -> None:
    """Put the tables between the markers of the page, and the chart beside it."""
    put(BEGIN, f"![Ratios beside their targets](images/{CHART.name})\n\n{render(parts)}")
    CHART.write_text(chart(with_targets(parts)))


def write_asyncio(parts: Mapping[str, Sequence[Figure]]) -> None:
    """Put the tables between the markers of the chapter about asyncio."""
    put(BEGIN_ASYNCIO, render(parts))


def put(begin: str, figures: str) -> None:
    """Put figures between a marker of the page and the end that follows it."""
    before, _, rest = PAGE.read_text().partition(begin)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{begin}\n\n{figures}\n\n{END}{after}")
