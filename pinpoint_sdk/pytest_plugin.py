"""The pytest plugin, which pytest finds by itself where the package is installed.

Nothing else of the package is imported before a test asks for a fixture or compares models.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pinpoint_sdk.client import PinpointClient
    from pinpoint_sdk.local import LocalPinpoint


@pytest.fixture
def pinpoint_service() -> Iterator[LocalPinpoint]:
    """An embedded Pinpoint, empty, which answers every pinpoint client made during the test."""
    from pinpoint_sdk.local import LocalPinpoint

    with LocalPinpoint() as service, service.everywhere():
        yield service


@pytest.fixture
def pinpoint(pinpoint_service: LocalPinpoint) -> Iterator[PinpointClient]:
    """A typed client of ``pinpoint_service``."""
    with pinpoint_service.client() as client:
        yield client


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Explain an ``==`` of models that failed; pytest's own explanation shows secrets."""
    if op != "==" or "pinpoint_sdk.models.base" not in sys.modules:
        return None
    from pinpoint_sdk._comparison import explain
    from pinpoint_sdk.models.base import Model

    try:
        return explain(left, right)
    except Exception as error:  # from == or repr() of a class of the user's own
        if not isinstance(left, Model):
            return None
        return [f"{type(left).__name__} == {type(right).__name__}", f"Not explained: {error!r}"]
