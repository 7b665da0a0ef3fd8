"""What answers each operation, performs each task and hears of each event."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypeVar

from pinpoint_sdk.local.engine.call import Call, Context
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Project

Handler: TypeAlias = Callable[[Call], JSON]
"""Answers a call with the document of its output, or raises a ServiceException."""

Task: TypeAlias = Callable[..., None]
"""Takes a Context whose ``now`` is the time it was due, and the key it was scheduled with.

What the key names may be gone by then.
"""

EventListener: TypeAlias = Callable[[Context, Project, JSON, JSON], None]
"""Takes an accepted Event document and the document of its endpoint as it is by then."""

HANDLERS: dict[str, Handler] = {}
"""By the name of the operation."""

TASKS: dict[str, Task] = {}
"""By name: ``campaign.start``, ``journey.step``, ``job.import``."""

LISTENER_ORDER = ("campaigns", "journeys")
"""Who hears of an event first, and so sends first where it triggers several messages."""

EVENT_LISTENERS: dict[str, EventListener] = {}
"""By their names in LISTENER_ORDER."""

_Function = TypeVar("_Function", bound=Callable[..., object])


def operation(name: str) -> Callable[[Handler], Handler]:
    """Register a function as the handler of an operation."""
    return _registering(HANDLERS, name)


def task(name: str) -> Callable[[Task], Task]:
    """Register a function as the task of a name."""
    return _registering(TASKS, name)


def event_listener(name: str) -> Callable[[EventListener], EventListener]:
    """Register a function to be called after every accepted event.

    Args:
        name: One of LISTENER_ORDER.
    """
    assert name in LISTENER_ORDER
    return _registering(EVENT_LISTENERS, name)


def event_listeners() -> list[EventListener]:
    """The listeners, in their order."""
    return [EVENT_LISTENERS[name] for name in LISTENER_ORDER]


def _registering(table: dict[str, _Function], name: str) -> Callable[[_Function], _Function]:
    def register(function: _Function) -> _Function:
        assert name not in table, f"{name} is registered twice"
        table[name] = function
        return function

    return register
