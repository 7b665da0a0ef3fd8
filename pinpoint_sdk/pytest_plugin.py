"""Fixtures for pytest, which finds them by itself where the package is installed.

Nothing else of the package is imported before a test asks for one.
"""

from __future__ import annotations

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
