"""Waiting for what changes by itself: jobs, journey runs, campaigns."""

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
    failures: Callable[[ModelT], Sequence[str]] = lambda _: (),
) -> ModelT:
    """Ask again and again until something is in a state.

    Args:
        what: What is waited for, for the errors.
        fetch: Asks for it; None where it is not there yet.
        state: Its state.
        wanted: The state to wait for.
        ends: The states that nothing follows.
        timeout: Seconds until giving up, from 0; at 0 it is asked once.
        delay: Seconds between two calls, from 0.
        failures: What went wrong with it, for the error; by default nothing is told.

    Returns:
        It, in the state that was waited for.

    Raises:
        ValidationError: ``timeout`` or ``delay`` is not a number of seconds.
        WaitFailedError: It reached another of ``ends``.
        WaitTimeoutError: It was not there in time.
    """
    from pinpoint_sdk._codec.validation import check_seconds, problems, refuse

    refuse(
        problems("timeout", timeout, check_seconds),
        problems("delay", delay, check_seconds),
    )
    deadline = time.monotonic() + timeout
    while True:
        last = fetch()
        seen = state(last) if last is not None else None
        if last is not None and seen == wanted:
            return last
        if last is not None and seen in ends:
            why = "".join(f": {each}" for each in failures(last)[:1])
            raise WaitFailedError(f"{what} is {seen} and will not be {wanted}{why}", last)
        left = deadline - time.monotonic()
        if left <= 0:
            raise WaitTimeoutError(
                f"{what} is {seen or 'not there'} after {timeout} s, not {wanted}", last
            )
        time.sleep(min(delay, left))
