"""Everything this package raises.

PinpointError
├── ValidationError         (also ValueError)     the request is wrong; nothing was sent
├── ConfigurationError      (also BotoCoreError)  boto3 cannot make the call as configured
│   ├── RegionError                               no region, or what is not a region
│   └── CredentialsError                          no credentials, or they could not be loaded
├── NetworkError            (also BotoCoreError)  AWS was not reached, or did not answer in time
├── ServiceError            (also ClientError)    AWS answered with an error
│   ├── BadRequestException           400
│   ├── ForbiddenException            403
│   ├── NotFoundException             404
│   ├── MethodNotAllowedException     405
│   ├── ConflictException             409
│   ├── PayloadTooLargeException      413
│   ├── TooManyRequestsException      429
│   └── InternalServerErrorException  500
├── UnreadableResponseError                       AWS answered, but the answer cannot be read
├── DeliveryError                                 HTTP 200, but not every recipient was reached
├── EventError                                    HTTP 202, but not every event was accepted
├── PaginationError                               a listing that would never end
└── WaitError                                     a resource did not reach the wanted state
    ├── WaitFailedError                           it reached another final state
    └── WaitTimeoutError    (also TimeoutError)   it took too long

Code that catches botocore's ``ClientError`` or ``BotoCoreError`` keeps working.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from botocore.exceptions import BotoCoreError, ClientError

if TYPE_CHECKING:
    from typing_extensions import Self

    from pinpoint_sdk.lifecycle import Lifecycle
    from pinpoint_sdk.models.base import Model
    from pinpoint_sdk.models.outcomes import DeliveryOutcome, EventOutcome

__all__ = [
    "BadRequestException",
    "ConfigurationError",
    "ConflictException",
    "CredentialsError",
    "DeliveryError",
    "EventError",
    "ForbiddenException",
    "InternalServerErrorException",
    "MethodNotAllowedException",
    "NetworkError",
    "NotFoundException",
    "PaginationError",
    "PayloadTooLargeException",
    "PinpointError",
    "Problem",
    "RegionError",
    "ServiceError",
    "TooManyRequestsException",
    "UnreadableResponseError",
    "ValidationError",
    "WaitError",
    "WaitFailedError",
    "WaitTimeoutError",
]

SHOWN_AT_MOST = 10


class PinpointError(Exception):
    """Base of every error of this package."""


class Problem(NamedTuple):
    """One thing wrong with a request."""

    path: str
    """Where: ``message_request.addresses['+15555550100'].channel_type``."""
    reason: str
    """What was given and what is accepted."""

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def _listed(title: str, items: Sequence[object]) -> str:
    more = len(items) - SHOWN_AT_MOST
    return "\n".join(
        [title, *map(str, items[:SHOWN_AT_MOST]), *([f"and {more} more"] if more > 0 else [])]
    )


class ValidationError(PinpointError, ValueError):
    """A request is wrong; nothing was sent.

    Attributes:
        problems: All that is wrong with it, each with its path.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return str(self.problems[0])
        return _listed(f"{len(self.problems)} problems:", self.problems)


class _BotoCoreError(PinpointError, BotoCoreError):
    """Base of the errors that code written against boto3 catches as ``BotoCoreError``."""

    fmt = "{message}"

    def __init__(self, message: str) -> None:
        BotoCoreError.__init__(self, message=message)


class ConfigurationError(_BotoCoreError):
    """boto3 cannot make the call with the given settings, or the client is closed."""


class RegionError(ConfigurationError):
    """No AWS region is set, or what is set is not a region."""


class CredentialsError(ConfigurationError):
    """boto3 found no AWS credentials, or could not load those it found."""


class NetworkError(_BotoCoreError):
    """AWS was not reached, or did not answer in time.

    Pinpoint has no idempotency token, so a send that may have arrived and is repeated can be
    delivered twice.

    Attributes:
        may_have_arrived: Whether AWS may have received the request. False if no attempt got
            through: the connection was refused or not made in time, or the name was not found.
            True if an attempt was sent and its answer was lost, late or an internal error; and if
            a boto3 client passed with ``client=`` may have made attempts that cannot be seen.
    """

    def __init__(self, message: str, may_have_arrived: bool = True) -> None:
        BotoCoreError.__init__(self, message=message, may_have_arrived=may_have_arrived)
        self.may_have_arrived = may_have_arrived


class ServiceError(PinpointError, ClientError):
    """AWS answered with an error. Those in AWS's model have a class of their own.

    Attributes:
        response: The parsed answer, as ``ClientError`` has it.
        operation_name: The AWS operation, such as ``GetCampaign``.
    """

    def __reduce__(self) -> tuple[type[Self], tuple[Any, str], dict[str, Any]]:
        return type(self), (self.response, self.operation_name), self.__dict__

    @property
    def lifecycle(self) -> Lifecycle | None:
        """Whether AWS still runs the operation, by our reading; None if it is not of Pinpoint."""
        from pinpoint_sdk.lifecycle import LIFECYCLES  # few programs read it

        return LIFECYCLES.get(self.operation_name)

    @property
    def operation(self) -> str:
        """The AWS operation, such as ``GetCampaign``."""
        return self.operation_name

    @property
    def code(self) -> str:
        """AWS's name for the error, such as ``NotFoundException``."""
        return str(self._error.get("Code", ""))

    @property
    def message(self) -> str:
        """What AWS says about it."""
        return str(self._error.get("Message", ""))

    @property
    def status(self) -> int:
        """The HTTP status, 300 or more; 0 if it is unknown."""
        return int(self._metadata.get("HTTPStatusCode", 0))

    @property
    def request_id(self) -> str:
        """The id of the request, which AWS Support asks for; empty if AWS sent no id."""
        return str(self._metadata.get("RequestId") or self.response.get("RequestID") or "")

    @property
    def _error(self) -> dict[str, Any]:
        return dict(self.response.get("Error", {}))

    @property
    def _metadata(self) -> dict[str, Any]:
        return dict(self.response.get("ResponseMetadata", {}))


class BadRequestException(ServiceError):
    """HTTP 400: the request does not satisfy the service's rules."""


class ForbiddenException(ServiceError):
    """HTTP 403: the credentials may not do this, or AWS no longer offers it to the account."""


class NotFoundException(ServiceError):
    """HTTP 404: the project, or what was named inside it, does not exist."""


class MethodNotAllowedException(ServiceError):
    """HTTP 405: the path does not take this HTTP method."""


class ConflictException(ServiceError):
    """HTTP 409: the state of the resource does not allow the change."""


class PayloadTooLargeException(ServiceError):
    """HTTP 413: the request's body is too large."""


class TooManyRequestsException(ServiceError):
    """HTTP 429: a rate quota is used up; boto3 has already retried as it is configured to."""


class InternalServerErrorException(ServiceError):
    """HTTP 500: the service failed; boto3 has already retried as it is configured to."""


MODELLED_ERRORS = {each.__name__: each for each in ServiceError.__subclasses__()}


def service_error(error: ClientError) -> ServiceError:
    """Convert botocore's error for an answer of AWS."""
    code = error.response.get("Error", {}).get("Code", "")
    ours = MODELLED_ERRORS.get(code, ServiceError)(error.response, error.operation_name)
    if sys.version_info >= (3, 11) and ours.lifecycle and ours.lifecycle.status == "ENDED":
        ours.add_note(str(ours.lifecycle))
    return ours


class UnreadableResponseError(PinpointError):
    """AWS answered, but the answer cannot be read: not a JSON object of the operation's shape.

    Usually something between you and AWS answered in its place, such as a proxy.
    """


OutcomeT = TypeVar("OutcomeT", "DeliveryOutcome", "EventOutcome")


class _FailedOutcomes(PinpointError, Generic[OutcomeT]):
    what: str

    def __init__(self, failed: Sequence[OutcomeT]) -> None:
        super().__init__(failed)
        self.failed: tuple[OutcomeT, ...] = tuple(failed)

    def __str__(self) -> str:
        return _listed(f"{len(self.failed)} {self.what}:", self.failed)


class DeliveryError(_FailedOutcomes["DeliveryOutcome"]):
    """AWS accepted the send (HTTP 200), but did not reach every recipient.

    Attributes:
        failed: The outcome of each recipient that was not reached.
    """

    what = "not delivered"


class EventError(_FailedOutcomes["EventOutcome"]):
    """AWS answered HTTP 202, but did not accept every endpoint and event.

    Attributes:
        failed: The outcome of each endpoint and event that was not accepted.
    """

    what = "not accepted"


class PaginationError(PinpointError):
    """AWS sent a page token twice, so the listing would never end."""


class WaitError(PinpointError):
    """A resource did not reach the wanted state.

    Attributes:
        last: The resource as the client last returned it; None if it was never found.
    """

    def __init__(self, message: str, last: Model | None) -> None:
        super().__init__(message, last)
        self.last = last

    def __str__(self) -> str:
        return str(self.args[0])


class WaitFailedError(WaitError):
    """The resource reached another final state."""


class WaitTimeoutError(WaitError, TimeoutError):
    """The resource did not reach the state before the timeout."""
