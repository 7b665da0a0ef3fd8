"""What goes wrong on demand: operations, connections, the region, deliveries."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from math import inf
from typing import Literal, TypeAlias, get_args

from attrs import define

from pinpoint_sdk.local.arguments import require
from pinpoint_sdk.local.faults import FAULTS, Fault
from pinpoint_sdk.local.service_model import known_operation

__all__ = ["ConnectionDropped", "Failures", "RegionDown", "Undelivered"]

Status: TypeAlias = Literal[
    "DUPLICATE",
    "OPT_OUT",
    "PERMANENT_FAILURE",
    "TEMPORARY_FAILURE",
    "THROTTLED",
    "UNKNOWN_FAILURE",
]


class ConnectionDropped(Exception):
    """The work was done, and nobody is told."""


class RegionDown(Exception):
    """Nobody answers in this region."""


@define(frozen=True)
class Undelivered(Exception):
    """Why a recipient does not get the message."""

    status: str
    code: int
    text: str


@define
class _Rule:
    """Something that goes wrong, so many times still (None: always), each with a probability."""

    names: frozenset[str]
    what: Fault | Undelivered | ConnectionDropped | float
    left: int | None
    rate: float

    def applies(self, names: Iterable[str], dice: random.Random) -> bool:
        """Whether it goes wrong now for what has these names; counts it where it does."""
        if self.left == 0 or (self.names and self.names.isdisjoint(names)):
            return False
        if self.rate < 1 and dice.random() >= self.rate:
            return False
        if self.left is not None:
            self.left -= 1
        return True


class Failures:
    """What goes wrong in the service, until ``clear()``.

    But for the region's, every method takes ``times``, after so many it is over, by default it
    goes on; and ``rate``, from 0 to 1, the share that it hits. The same seed and the same calls
    have the same failures. Operations are named as AWS does (``SendMessages``); without a name,
    all are meant. What is out of range, or no operation, is a ValueError.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self.clear()

    def clear(self) -> None:
        """Let everything go well again."""
        self._dice = random.Random(f"{self._seed}:failures")
        self._before: list[_Rule] = []
        self._after: list[_Rule] = []
        self._deliveries: list[_Rule] = []
        self._region_is_down = False

    def throttle(self, *operations: str, times: int | None = None, rate: float = 1) -> None:
        """Answer operations with 429, before any work. boto3 retries it as it is configured."""
        self.fail(
            *operations,
            error="TooManyRequestsException",
            message="Too many requests",
            times=times,
            rate=rate,
        )

    def fail(
        self,
        *operations: str,
        error: str = "InternalServerErrorException",
        message: str = "This failure was asked for",
        times: int | None = None,
        rate: float = 1,
    ) -> None:
        """Answer operations with an error, before any work.

        Args:
            operations: which.
            error: the code of one of the eight errors of the API.
            message: its text.
            times: how often.
            rate: how likely, from 0 to 1.

        Raises:
            ValueError: an operation or the error does not exist, or a number is out of range.
        """
        if error not in FAULTS:
            raise ValueError(f"{error!r} is not one of {', '.join(FAULTS)}")
        names = map(known_operation, operations)
        self._before.append(_rule(names, FAULTS[error](message), times, rate))

    def slow(
        self, *operations: str, seconds: float, times: int | None = None, rate: float = 1
    ) -> None:
        """Let operations take time on the service's clock, which moves on before they work."""
        if not (_is_number(seconds) and 0 <= seconds < inf):
            raise ValueError(f"seconds: a number from 0, got {seconds!r}")
        names = map(known_operation, operations)
        self._before.append(_rule(names, float(seconds), times, rate))

    def drop(self, *operations: str, times: int | None = None, rate: float = 1) -> None:
        """Do the work of operations, then close the connection instead of answering."""
        names = map(known_operation, operations)
        self._after.append(_rule(names, ConnectionDropped(), times, rate))

    def region_down(self) -> None:
        """Let every connection fail, until ``region_up()``."""
        self._region_is_down = True

    def region_up(self) -> None:
        """Answer again."""
        self._region_is_down = False

    def deliver(
        self,
        *recipients: str,
        status: Status,
        status_code: int = 0,
        message: str = "",
        times: int | None = None,
        rate: float = 1,
    ) -> None:
        """Let messages to somebody end with a delivery status.

        Args:
            recipients: addresses, endpoint ids and user ids; without one, all are meant.
            status: the DeliveryStatus.
            status_code: the StatusCode; by default 429 for THROTTLED, 500 or 400 for the others.
            message: the StatusMessage; by default it says that it was asked for.
            times: how often.
            rate: how likely, from 0 to 1.

        Raises:
            TypeError: a recipient is no text.
            ValueError: the status does not exist, or a number is out of range.
        """
        if status not in get_args(Status):
            raise ValueError(f"{status!r} is not one of {', '.join(get_args(Status))}")
        for recipient in recipients:
            if not require("recipients", recipient, str):
                raise ValueError("recipients: '' is nobody")
        reason = Undelivered(
            status, status_code or _CODES.get(status, 400), message or "This failure was asked for"
        )
        self._deliveries.append(_rule(recipients, reason, times, rate))

    def before(self, operation: str) -> float:
        """What goes wrong before an operation works: raise it, or return seconds to wait."""
        if self._region_is_down:
            raise RegionDown
        seconds = 0.0
        for what in self._hits(self._before, operation):
            if isinstance(what, Exception):
                raise _afresh(what)
            seconds += what
        return seconds

    def after(self, operation: str) -> None:
        """Raise what goes wrong after an operation has worked."""
        for what in self._hits(self._after, operation):
            assert isinstance(what, Exception)
            raise _afresh(what)

    def at_delivery(self, *names: str) -> None:
        """Raise Undelivered where a delivery to this address or endpoint is to go wrong."""
        for what in self._hits(self._deliveries, *names):
            assert isinstance(what, Exception)
            raise _afresh(what)

    def _hits(
        self, rules: Iterable[_Rule], *names: str
    ) -> Iterator[Fault | Undelivered | ConnectionDropped | float]:
        return (rule.what for rule in rules if rule.applies(names, self._dice))


def _afresh(what: Exception) -> Exception:
    """An error of a rule without the places where it was raised before, which would add up."""
    return what.with_traceback(None)


_CODES = {
    "THROTTLED": 429,
    "TEMPORARY_FAILURE": 500,
    "UNKNOWN_FAILURE": 500,
}


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float))


def _rule(
    names: Iterable[str],
    what: Fault | Undelivered | ConnectionDropped | float,
    times: int | None,
    rate: float,
) -> _Rule:
    if times is not None and require("times", times, int) < 1:
        raise ValueError(f"times: from 1, got {times}")
    if not (_is_number(rate) and 0 <= rate <= 1):
        raise ValueError(f"rate: a number from 0 to 1, got {rate!r}")
    return _Rule(frozenset(names), what, times, rate)
