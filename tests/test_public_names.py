"""What users of an earlier release import is still where they import it from."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from tests.support import figures

NAMES = (Path(__file__).parent / "contract" / "names-0.4.0.txt").read_text().splitlines()
THERE: set[str] = set()


@pytest.mark.parametrize("module", dict.fromkeys(line.split()[0] for line in NAMES))
def test_each_public_name_of_0_4_0_is_there(module: str) -> None:
    wanted = [line for line in NAMES if line.split()[0] == module]

    found = importlib.import_module(module)

    there = [line for line in wanted if hasattr(found, line.split()[1])]
    THERE.update(there)
    figures.record("public names of 0.4.0 that are there", f"{len(THERE)} of {len(NAMES)}")
    assert there == wanted
