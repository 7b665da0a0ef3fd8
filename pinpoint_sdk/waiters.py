"""Waiting for a state of jobs, journey runs and campaigns."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, TypeVar

from pinpoint_sdk._waiting import Wait

if TYPE_CHECKING:
    from pinpoint_sdk.models.base import Model

__all__ = ["wait_until"]

ModelT = TypeVar("ModelT", bound="Model")


def wait_until(
    what: str,
    fetch: Callable[[], ModelT | None],
    state: Callable[[ModelT], str | None],
    *,
    wanted: str,
    ends: Collection[str],
    timeout: float,
    delay: float,
    move_clock: Callable[[float], float],
    failures: Callable[[ModelT], Sequence[str]] = lambda _: (),
) -> ModelT:
    """Poll until a resource is in a state.

    Args:
        what: The resource, for error messages.
        fetch: Gets the resource; None if it does not exist yet.
        state: Reads its state.
        wanted: The state to wait for.
        ends: The final states.
        timeout: Seconds until giving up, from 0; with 0 there is one call.
        delay: Seconds between two calls, from 0.
        move_clock: Moves the clock of an embedded service by some seconds, and says by how many;
            by 0 if AWS answers, and the wait is a real one.
        failures: Reads what went wrong with it, for error messages; by default nothing.

    Returns:
        The resource, once it is in the wanted state.

    Raises:
        ValidationError: ``timeout`` or ``delay`` is not a number of seconds.
        WaitFailedError: The resource reached another of ``ends``.
        WaitTimeoutError: The resource did not reach the state in time.
    """
    wait = Wait(
        what, state, wanted=wanted, ends=ends, timeout=timeout, delay=delay, failures=failures
    )
    while not wait.is_over(last := fetch()):
        pause = wait.pause
        moved = move_clock(pause)
        if not moved:
            time.sleep(pause)
        wait.note_pause(moved or pause)
    return last
