"""Waiting for a state of jobs, journey runs and campaigns."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, TypeVar

from pinpoint_sdk.errors import WaitFailedError, WaitTimeoutError

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
    # Here and not at the top, because importing clients must be fast.
    from pinpoint_sdk._codec.validation import check_seconds, problems, refuse

    refuse(
        problems("timeout", timeout, check_seconds),
        problems("delay", delay, check_seconds),
    )
    started, waited = time.monotonic(), 0.0
    while True:
        last = fetch()
        seen = state(last) if last is not None else None
        if last is not None and seen == wanted:
            return last
        if last is not None and seen in ends:
            why = "".join(f": {each}" for each in failures(last)[:1])
            raise WaitFailedError(f"{what} is {seen} and will not be {wanted}{why}", last)
        # A clock that a test has frozen shows nothing of what was waited.
        left = timeout - max(waited, time.monotonic() - started)
        if left <= 0:
            raise WaitTimeoutError(
                f"{what} is {seen or 'not found'} after {timeout} s, not {wanted}", last
            )
        pause = min(delay, left)
        moved = move_clock(pause)
        if not moved:
            time.sleep(pause)
        waited += moved or pause
