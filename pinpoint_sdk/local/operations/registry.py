"""Which function answers which operation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from pinpoint_sdk.local.call import Call
from pinpoint_sdk.local.wire import JSON

Handler: TypeAlias = Callable[[Call], JSON]
"""Answers a call with the document of its output, or raises a Fault."""

HANDLERS: dict[str, Handler] = {}


def operation(name: str) -> Callable[[Handler], Handler]:
    """Register a function as the answer to the operation of this name."""

    def register(handler: Handler) -> Handler:
        HANDLERS[name] = handler
        return handler

    return register
