"""Figures that tests measure and the run's summary prints."""

from __future__ import annotations

_figures: dict[str, str] = {}


def record(label: str, figure: str) -> None:
    _figures[label] = figure


def recorded() -> dict[str, str]:
    return {**_figures}


def lines() -> list[str]:
    return [f"{label}: {figure}" for label, figure in sorted(_figures.items())]
