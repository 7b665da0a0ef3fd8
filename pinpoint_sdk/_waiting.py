"""What a wait makes of each answer: the same with and without asyncio."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from typing_extensions import TypeIs

from pinpoint_sdk.errors import WaitFailedError, WaitTimeoutError

if TYPE_CHECKING:
    from pinpoint_sdk.models.base import Model

_ModelT = TypeVar("_ModelT", bound="Model")


class Wait(Generic[_ModelT]):
    """A wait for a state of a resource; the arguments are those of ``waiters.wait_until``."""

    def __init__(
        self,
        what: str,
        state: Callable[[_ModelT], str | None],
        *,
        wanted: str,
        ends: Collection[str],
        timeout: float,
        delay: float,
        failures: Callable[[_ModelT], Sequence[str]],
    ) -> None:
        # Here and not at the top, because importing clients must be fast.
        from pinpoint_sdk._codec.validation import check_seconds, problems, refuse

        refuse(
            problems("timeout", timeout, check_seconds),
            problems("delay", delay, check_seconds),
        )
        self._what, self._state, self._failures = what, state, failures
        self._wanted, self._ends = wanted, ends
        self._timeout, self._delay = timeout, delay
        self._started, self._waited = time.monotonic(), 0.0

    def is_over(self, last: _ModelT | None) -> TypeIs[_ModelT]:
        """Judge an answer: whether the resource is in the wanted state.

        Raises:
            WaitFailedError: It reached another final state.
            WaitTimeoutError: The time is over.
        """
        seen = self._state(last) if last is not None else None
        if last is not None and seen == self._wanted:
            return True
        if last is not None and seen in self._ends:
            why = "".join(f": {each}" for each in self._failures(last)[:1])
            raise WaitFailedError(
                f"{self._what} is {seen} and will not be {self._wanted}{why}", last
            )
        if self._left <= 0:
            raise WaitTimeoutError(
                f"{self._what} is {seen or 'not found'} after {self._timeout} s, "
                f"not {self._wanted}",
                last,
            )
        return False

    @property
    def pause(self) -> float:
        """Seconds to wait now."""
        return max(0, min(self._delay, self._left))

    def note_pause(self, seconds: float) -> None:
        """Note that there was a pause; a clock that a test has frozen shows nothing of it."""
        self._waited += seconds

    @property
    def _left(self) -> float:
        return self._timeout - max(self._waited, time.monotonic() - self._started)
