"""Fault injection: operations, connections, the region and deliveries that fail on demand."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from math import inf
from typing import Literal, TypeAlias, get_args

from attrs import define

from pinpoint_sdk.local.arguments import require
from pinpoint_sdk.local.protocol.errors import SERVICE_EXCEPTIONS, ServiceException
from pinpoint_sdk.local.protocol.service_model import require_operation

Status: TypeAlias = Literal[
    "DUPLICATE",
    "OPT_OUT",
    "PERMANENT_FAILURE",
    "TEMPORARY_FAILURE",
    "THROTTLED",
    "UNKNOWN_FAILURE",
]


class ConnectionDropped(Exception):
    """The work was done, and the connection was closed without a response."""


class RegionDown(Exception):
    """The region cannot be reached."""


@define(frozen=True)
class Undelivered(Exception):
    """Why a recipient does not get the message."""

    status: str
    code: int
    text: str


@define
class _Rule:
    """Something to fail: how many times more (None: always), and with which probability."""

    names: frozenset[str]
    what: ServiceException | Undelivered | ConnectionDropped | float
    left: int | None
    rate: float

    def applies(self, names: Iterable[str], generator: random.Random) -> bool:
        """Whether it fails now for what has these names; if so, it is counted."""
        if self.left == 0 or (self.names and self.names.isdisjoint(names)):
            return False
        if self.rate < 1 and generator.random() >= self.rate:
            return False
        if self.left is not None:
            self.left -= 1
        return True


class Failures:
    """What is to fail in the service, until ``clear()``.

    Every method but ``region_down`` and ``region_up`` takes ``times`` (how many calls; unlimited
    by default) and ``rate`` (probability, 0 to 1). The same seed and the same calls have the same
    failures. Operations have AWS's names (``SendMessages``); without a name, all operations fail.
    An unknown operation, or a number out of range, is a ValueError.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self.clear()

    def clear(self) -> None:
        """Let nothing fail any more."""
        self._random = random.Random(f"{self._seed}:failures")
        self._before: list[_Rule] = []
        self._after: list[_Rule] = []
        self._deliveries: list[_Rule] = []
        self._region_is_down = False

    def throttle(self, *operations: str, times: int | None = None, rate: float = 1) -> None:
        """Answer operations with 429, before any work; boto3 retries as it is configured."""
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
            operations: The operations; all of them by default.
            error: The code of one of the eight errors of the API.
            message: Its text.
            times: How many calls; unlimited by default.
            rate: Probability, 0 to 1.

        Raises:
            ValueError: An operation or the error does not exist, or a number is out of range.
        """
        if error not in SERVICE_EXCEPTIONS:
            raise ValueError(f"{error!r} is not one of {', '.join(SERVICE_EXCEPTIONS)}")
        names = map(require_operation, operations)
        self._before.append(_rule(names, SERVICE_EXCEPTIONS[error](message), times, rate))

    def slow(
        self, *operations: str, seconds: float, times: int | None = None, rate: float = 1
    ) -> None:
        """Let operations take time on the service's clock, which advances before they work."""
        if not (_is_number(seconds) and 0 <= seconds < inf):
            raise ValueError(f"seconds: must be a number of at least 0, got {seconds!r}")
        names = map(require_operation, operations)
        self._before.append(_rule(names, float(seconds), times, rate))

    def drop(self, *operations: str, times: int | None = None, rate: float = 1) -> None:
        """Do the work of operations, then close the connection without a response."""
        names = map(require_operation, operations)
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
        """Let messages to recipients end with a delivery status.

        Args:
            recipients: Addresses, endpoint ids and user ids; everybody by default.
            status: The DeliveryStatus.
            status_code: The StatusCode; by default 429 for THROTTLED, 500 or 400 for the others.
            message: The StatusMessage; by default it says that it was asked for.
            times: How many messages; unlimited by default.
            rate: Probability, 0 to 1.

        Raises:
            TypeError: A recipient is not a string.
            ValueError: A recipient is empty, the status does not exist, or a number is out of
                range.
        """
        if status not in get_args(Status):
            raise ValueError(f"{status!r} is not one of {', '.join(get_args(Status))}")
        for recipient in recipients:
            if not require("recipients", recipient, str):
                raise ValueError("recipients: must not be empty")
        reason = Undelivered(
            status, status_code or _CODES.get(status, 400), message or "This failure was asked for"
        )
        self._deliveries.append(_rule(recipients, reason, times, rate))

    def before(self, operation: str) -> float:
        """Raise the failure of an operation before it works, or return the seconds it takes."""
        if self._region_is_down:
            raise RegionDown
        seconds = 0.0
        for what in self._hits(self._before, operation):
            if isinstance(what, Exception):
                raise _without_traceback(what)
            seconds += what
        return seconds

    def after(self, operation: str) -> None:
        """Raise the failure of an operation after it has worked."""
        for what in self._hits(self._after, operation):
            assert isinstance(what, Exception)
            raise _without_traceback(what)

    def at_delivery(self, *names: str) -> None:
        """Raise Undelivered if a delivery to this address, endpoint or user is to fail."""
        for what in self._hits(self._deliveries, *names):
            assert isinstance(what, Exception)
            raise _without_traceback(what)

    def _hits(
        self, rules: Iterable[_Rule], *names: str
    ) -> Iterator[ServiceException | Undelivered | ConnectionDropped | float]:
        return (rule.what for rule in rules if rule.applies(names, self._random))


def _without_traceback(what: Exception) -> Exception:
    """An error of a rule without the traceback of its last use, which would grow."""
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
    what: ServiceException | Undelivered | ConnectionDropped | float,
    times: int | None,
    rate: float,
) -> _Rule:
    if times is not None and require("times", times, int) < 1:
        raise ValueError(f"times: must be at least 1, got {times}")
    if not (_is_number(rate) and 0 <= rate <= 1):
        raise ValueError(f"rate: must be a number from 0 to 1, got {rate!r}")
    return _Rule(frozenset(names), what, times, rate)
