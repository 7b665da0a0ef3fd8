"""Who else hears of an event of an endpoint: campaigns and journeys that events set off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from pinpoint_sdk.local.call import Context
from pinpoint_sdk.local.state import Project
from pinpoint_sdk.local.wire import JSON

__all__ = ["EVENT_HOOKS", "EventHook", "on_event"]

EventHook: TypeAlias = Callable[[Context, Project, JSON, JSON], None]
"""Takes an accepted Event document and the document of its endpoint as it is by then."""

EVENT_HOOKS: list[EventHook] = []


def on_event(hook: EventHook) -> EventHook:
    """Have a function called after every accepted event; in the order of their registration."""
    EVENT_HOOKS.append(hook)
    return hook
