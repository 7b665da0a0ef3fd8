"""Fault injection: operations, connections, the region and deliveries that fail on demand."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from math import inf
from typing import Literal, TypeAlias, get_args

from attrs import define, evolve

from pinpoint_sdk.local.arguments import require, require_region
from pinpoint_sdk.local.protocol.common_errors import COMMON_STATUSES, CommonError
from pinpoint_sdk.local.protocol.errors import SERVICE_EXCEPTIONS, ServiceException
from pinpoint_sdk.local.protocol.service_model import require_operation
from pinpoint_sdk.local.protocol.types import HttpResponse

ErrorCode: TypeAlias = Literal[
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "MethodNotAllowedException",
    "ConflictException",
    "PayloadTooLargeException",
    "TooManyRequestsException",
    "InternalServerErrorException",
    "AccessDeniedException",
    "ExpiredTokenException",
    "IncompleteSignature",
    "InternalFailure",
    "InvalidClientTokenId",
    "InvalidSignatureException",
    "MalformedHttpRequestException",
    "MissingAuthenticationTokenException",
    "NotAuthorized",
    "OptInRequired",
    "RequestAbortedException",
    "RequestEntityTooLargeException",
    "RequestExpired",
    "RequestLimitExceeded",
    "RequestTimeoutException",
    "ServiceUnavailable",
    "ServiceUnavailableException",
    "SignatureDoesNotMatch",
    "Throttling",
    "ThrottlingException",
    "UnknownOperationException",
    "UnrecognizedClientException",
    "ValidationError",
]
"""The errors of the API, and those that every AWS service has."""

Status: TypeAlias = Literal[
    "DUPLICATE",
    "OPT_OUT",
    "PERMANENT_FAILURE",
    "TEMPORARY_FAILURE",
    "THROTTLED",
    "UNKNOWN_FAILURE",
]


Lost: TypeAlias = Literal["closed", "read_timeout", "cut"]
"""How a response does not arrive."""

Unreachable: TypeAlias = Literal["refused", "connect_timeout", "unknown_host", "tls"]
"""Why there is no connection."""


@define(frozen=True)
class ConnectionFailed(Exception):
    """The client gets no response, since its connection fails; after the work if it was lost."""

    how: Lost | Unreachable


@define(frozen=True)
class Undelivered(Exception):
    """Why a recipient does not get the message."""

    status: str
    code: int
    text: str


_Failure: TypeAlias = ServiceException | Undelivered | ConnectionFailed | float


@define
class _Rule:
    """Something to fail: how many times more (None: always), and with which probability."""

    names: frozenset[str]
    what: _Failure
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
    by default) and ``rate`` (probability, 0 to 1), and is for all regions. The same seed and the
    same calls have the same failures. Operations have AWS's names (``SendMessages``); without a
    name, all operations fail. An unknown operation, or a number out of range, is a ValueError.
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
        self._all_regions_down = False
        self._other_regions: set[str] = set()

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
        error: ErrorCode | str = "InternalServerErrorException",
        status: int | None = None,
        message: str = "This failure was asked for",
        times: int | None = None,
        rate: float = 1,
    ) -> None:
        """Answer operations with an error, before any work.

        Args:
            operations: The operations; all of them by default.
            error: The code of an error of the API, of one that every AWS service has
                (``ExpiredTokenException``, ``ThrottlingException``), or any other with its status.
            status: The HTTP status, 400 to 599; by default the one that AWS sends with the error.
            message: Its text.
            times: How many calls; unlimited by default.
            rate: Probability, 0 to 1.

        Raises:
            ValueError: An operation does not exist, the error is unknown and has no status, or a
                number is out of range.
        """
        names = map(require_operation, operations)
        self._before.append(_rule(names, _service_error(error, status, message), times, rate))

    def slow(
        self, *operations: str, seconds: float, times: int | None = None, rate: float = 1
    ) -> None:
        """Let operations take time on the service's clock, which advances before they work.

        A boto3 client whose ``read_timeout`` (60 seconds by default) is shorter gets a
        ReadTimeoutError, although the work is done.
        """
        if not (_is_number(seconds) and 0 <= seconds < inf):
            raise ValueError(f"seconds: must be a number of at least 0, got {seconds!r}")
        names = map(require_operation, operations)
        self._before.append(_rule(names, float(seconds), times, rate))

    def drop(
        self,
        *operations: str,
        how: Lost = "closed",
        times: int | None = None,
        rate: float = 1,
    ) -> None:
        """Let the response of operations be lost, after their work is done.

        Args:
            operations: The operations; all of them by default.
            how: The connection is ``closed`` without a response; nothing comes before the client's
                ``read_timeout``; or the response is ``cut``, and the connection closed after half
                of its body.
            times: How many calls; unlimited by default.
            rate: Probability, 0 to 1.

        Raises:
            ValueError: An operation does not exist, ``how`` is another word, or a number is out of
                range.
        """
        _require_one_of("how", how, get_args(Lost))
        names = map(require_operation, operations)
        self._after.append(_rule(names, ConnectionFailed(how), times, rate))

    def unreachable(
        self,
        *operations: str,
        how: Unreachable = "refused",
        times: int | None = None,
        rate: float = 1,
    ) -> None:
        """Let the connection for operations fail, before any work.

        Args:
            operations: The operations; all of them by default.
            how: The connection is ``refused``; there is none before the client's
                ``connect_timeout``; DNS does not know the host (``unknown_host``); or its
                certificate is not trusted (``tls``).
            times: How many calls; unlimited by default.
            rate: Probability, 0 to 1.

        Raises:
            ValueError: An operation does not exist, ``how`` is another word, or a number is out of
                range.
        """
        _require_one_of("how", how, get_args(Unreachable))
        names = map(require_operation, operations)
        self._before.append(_rule(names, ConnectionFailed(how), times, rate))

    def region_down(self, *regions: str) -> None:
        """Refuse every connection to regions, before any work, until ``region_up()``.

        Args:
            regions: The regions; all of them by default.

        Raises:
            TypeError: A region is not a string.
            ValueError: A region is malformed.
        """
        self._set_regions(regions, down=True)

    def region_up(self, *regions: str) -> None:
        """Take connections to regions again.

        Args:
            regions: The regions; all of them by default.

        Raises:
            TypeError: A region is not a string.
            ValueError: A region is malformed.
        """
        self._set_regions(regions, down=False)

    def _set_regions(self, regions: tuple[str, ...], *, down: bool) -> None:
        named = {require_region("regions", region) for region in regions}
        if not named:
            self._all_regions_down, self._other_regions = down, named
        elif down is self._all_regions_down:
            self._other_regions -= named
        else:
            self._other_regions |= named

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
        _require_one_of("status", status, get_args(Status))
        for recipient in recipients:
            if not require("recipients", recipient, str):
                raise ValueError("recipients: must not be empty")
        reason = Undelivered(
            status, status_code or _CODES.get(status, 400), message or "This failure was asked for"
        )
        self._deliveries.append(_rule(recipients, reason, times, rate))

    def before(self, operation: str, region_name: str) -> float:
        """Raise the failure of an operation before it works, or return the seconds it takes."""
        if self._all_regions_down is not (region_name in self._other_regions):
            raise ConnectionFailed("refused")
        seconds = 0.0
        for what in self._hits(self._before, operation):
            if isinstance(what, Exception):
                raise _without_traceback(what)
            seconds += what
        return seconds

    def after(self, operation: str, response: HttpResponse) -> HttpResponse:
        """Raise the failure of an operation after it has worked, or return what arrives."""
        for what in self._hits(self._after, operation):
            assert isinstance(what, ConnectionFailed)
            if what.how == "cut" and response.body:
                return _cut(response)
            raise _without_traceback(what)
        return response

    def at_delivery(self, *names: str) -> None:
        """Raise Undelivered if a delivery to this address, endpoint or user is to fail."""
        for what in self._hits(self._deliveries, *names):
            assert isinstance(what, Exception)
            raise _without_traceback(what)

    def _hits(self, rules: Iterable[_Rule], *names: str) -> Iterator[_Failure]:
        return (rule.what for rule in rules if rule.applies(names, self._random))


def _without_traceback(what: Exception) -> Exception:
    """An error of a rule without the traceback of its last use, which would grow."""
    return what.with_traceback(None)


_CODES = {
    "THROTTLED": 429,
    "TEMPORARY_FAILURE": 500,
    "UNKNOWN_FAILURE": 500,
}


_CODE = re.compile(r"[A-Za-z0-9._-]+")


def _service_error(code: str, status: int | None, message: str) -> ServiceException:
    if not _CODE.fullmatch(require("error", code, str)):
        raise ValueError(f"error: expected a code such as ThrottlingException, got {code!r}")
    if status is not None and not 400 <= require("status", status, int) <= 599:
        raise ValueError(f"status: must be from 400 to 599, got {status}")
    if code in SERVICE_EXCEPTIONS:
        error = SERVICE_EXCEPTIONS[code](message)
        return error if status in (None, error.status) else CommonError(code, status, message)
    if status is None and code not in COMMON_STATUSES:
        raise ValueError(_unknown_error(code))
    return CommonError(code, status or COMMON_STATUSES[code], message)


def _unknown_error(code: str) -> str:
    known = [*SERVICE_EXCEPTIONS, *COMMON_STATUSES]
    names = {name.removesuffix("Exception"): name for name in known}
    close = get_close_matches(code.removesuffix("Exception"), names)
    meant = " or ".join(names[name] for name in close)
    return (
        f"error: {code!r} is not known{f', did you mean {meant}?' if meant else '.'} "
        f"Give any code with status=, or one of {', '.join(known)}"
    )


def _require_one_of(name: str, value: object, accepted: tuple[str, ...]) -> None:
    if value not in accepted:
        raise ValueError(f"{name}: {value!r} is not one of {', '.join(accepted)}")


def _cut(response: HttpResponse) -> HttpResponse:
    """A response whose body ends before the length that its header announces."""
    length = len(response.body)
    headers = {**response.headers, "Content-Length": str(length)}
    return evolve(response, headers=headers, body=response.body[: length // 2])


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float))


def _rule(
    names: Iterable[str],
    what: _Failure,
    times: int | None,
    rate: float,
) -> _Rule:
    if times is not None and require("times", times, int) < 1:
        raise ValueError(f"times: must be at least 1, got {times}")
    if not (_is_number(rate) and 0 <= rate <= 1):
        raise ValueError(f"rate: must be a number from 0 to 1, got {rate!r}")
    return _Rule(frozenset(names), what, times, rate)
