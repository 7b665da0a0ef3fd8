"""Waiting, with asyncio, for a state of jobs, journey runs and campaigns."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import TYPE_CHECKING, TypeVar

from pinpoint_sdk._waiting import Wait

if TYPE_CHECKING:
    from pinpoint_sdk.models.base import Model

__all__ = ["wait_until"]

ModelT = TypeVar("ModelT", bound="Model")


async def wait_until(
    what: str,
    fetch: Callable[[], Awaitable[ModelT | None]],
    state: Callable[[ModelT], str | None],
    *,
    wanted: str,
    ends: Collection[str],
    timeout: float,  # it ends with the last answer, as without asyncio
    delay: float,
    move_clock: Callable[[float], Awaitable[float]],
    failures: Callable[[ModelT], Sequence[str]] = lambda _: (),
) -> ModelT:
    """Poll until a resource is in a state: ``pinpoint_sdk.waiters.wait_until`` for asyncio.

    Raises:
        ValidationError: ``timeout`` or ``delay`` is not a number of seconds.
        WaitFailedError: The resource reached another of ``ends``.
        WaitTimeoutError: The resource did not reach the state in time.
    """
    wait = Wait(
        what, state, wanted=wanted, ends=ends, timeout=timeout, delay=delay, failures=failures
    )
    while not wait.is_over(last := await fetch()):
        pause = wait.pause
        moved = await move_clock(pause)
        if not moved:
            await asyncio.sleep(pause)
        wait.note_pause(moved or pause)
    return last
