"""The errors of the service: raised by whoever finds one, turned into an answer by the core."""

from __future__ import annotations

from typing import ClassVar

from pinpoint_sdk.local.service_model import error_statuses


class Fault(Exception):
    """A refusal in the form of AWS: a code, a status and a text for the caller."""

    code: ClassVar[str]

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    @property
    def status(self) -> int:
        """The HTTP status, as the service model has it."""
        return error_statuses()[self.code]


class BadRequest(Fault):
    """The request cannot be served as it is."""

    code = "BadRequestException"


class Forbidden(Fault):
    """The caller may not do this."""

    code = "ForbiddenException"


class NotFound(Fault):
    """Something that the request names does not exist."""

    code = "NotFoundException"


class MethodNotAllowed(Fault):
    """The path exists, the method on it does not."""

    code = "MethodNotAllowedException"


class Conflict(Fault):
    """The request contradicts the state of what it would change."""

    code = "ConflictException"


class PayloadTooLarge(Fault):
    """The body is larger than the service takes."""

    code = "PayloadTooLargeException"


class TooManyRequests(Fault):
    """The caller is faster than its rate."""

    code = "TooManyRequestsException"


class InternalServerError(Fault):
    """The service failed: a mistake of the embedded one, or a failure that was asked for."""

    code = "InternalServerErrorException"


class Closed(Fault):
    """The embedded service was closed before this request."""

    code = "LocalPinpointClosedException"

    @property
    def status(self) -> int:
        """410: no error of the model, botocore does not retry it."""
        return 410


class Missing(Fault):
    """What is asked for needs a library that is not installed."""

    code = "LocalPinpointMissingException"

    @property
    def status(self) -> int:
        """501: no error of the model, botocore does not retry it."""
        return 501


def application_not_found() -> NotFound:
    """The 404 of a project that does not exist."""
    return NotFound("Application not found")


def resource_not_found() -> NotFound:
    """The 404 of anything else that does not exist."""
    return NotFound("Resource not found")


FAULTS: dict[str, type[Fault]] = {
    each.code: each
    for each in (
        BadRequest,
        Forbidden,
        NotFound,
        MethodNotAllowed,
        Conflict,
        PayloadTooLarge,
        TooManyRequests,
        InternalServerError,
    )
}
"""The errors of the API, by their codes."""
