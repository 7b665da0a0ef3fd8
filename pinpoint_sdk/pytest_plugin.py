"""The pytest plugin, which pytest finds by itself where the package is installed.

Nothing else of the package is imported before a test asks for a fixture or compares models.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pinpoint_sdk.aio.client import AsyncPinpointClient
    from pinpoint_sdk.client import PinpointClient
    from pinpoint_sdk.local import LocalPinpoint


@pytest.fixture(scope="session")
def pinpoint_options() -> Mapping[str, Any]:
    """The arguments of every ``LocalPinpoint`` of the fixtures: override it to set some."""
    return {}


def _pinpoint_service(pinpoint_options: Mapping[str, Any]) -> Iterator[LocalPinpoint]:
    """An embedded Pinpoint, empty, which answers every pinpoint client that is used meanwhile."""
    from pinpoint_sdk.local import LocalPinpoint

    with LocalPinpoint(**pinpoint_options) as service, service.everywhere():
        yield service


def _client(service: LocalPinpoint) -> Iterator[PinpointClient]:
    with service.client() as client:
        yield client


@pytest.fixture
def pinpoint(pinpoint_service: LocalPinpoint) -> Iterator[PinpointClient]:
    """A typed client of ``pinpoint_service``."""
    yield from _client(pinpoint_service)


@pytest.fixture
def async_pinpoint(pinpoint_service: LocalPinpoint) -> AsyncPinpointClient:
    """A typed client for asyncio of ``pinpoint_service``; it ends with the loop of the test."""
    return pinpoint_service.async_client()


@pytest.fixture(scope="class")
def class_pinpoint(class_pinpoint_service: LocalPinpoint) -> Iterator[PinpointClient]:
    """A typed client of ``class_pinpoint_service``."""
    yield from _client(class_pinpoint_service)


@pytest.fixture(scope="module")
def module_pinpoint(module_pinpoint_service: LocalPinpoint) -> Iterator[PinpointClient]:
    """A typed client of ``module_pinpoint_service``."""
    yield from _client(module_pinpoint_service)


@pytest.fixture(scope="session")
def session_pinpoint(session_pinpoint_service: LocalPinpoint) -> Iterator[PinpointClient]:
    """A typed client of ``session_pinpoint_service``."""
    yield from _client(session_pinpoint_service)


pinpoint_service = pytest.fixture(_pinpoint_service)
class_pinpoint_service = pytest.fixture(scope="class")(_pinpoint_service)
module_pinpoint_service = pytest.fixture(scope="module")(_pinpoint_service)
session_pinpoint_service = pytest.fixture(scope="session")(_pinpoint_service)


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
