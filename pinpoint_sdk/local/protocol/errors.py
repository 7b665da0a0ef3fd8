"""The errors that the service answers with: raised by whoever finds one, sent by the dispatcher."""

from __future__ import annotations

import json

from pinpoint_sdk.local.protocol.service_model import error_statuses
from pinpoint_sdk.local.protocol.types import HttpResponse


def error_response(
    status: int, code: str, message: str, request_id: str | None = None
) -> HttpResponse:
    """An error as AWS sends it, without a RequestID if the service never saw the request."""
    headers = {"Content-Type": "application/json", "x-amzn-ErrorType": code}
    body = {"Message": message}
    if request_id is not None:
        headers["x-amzn-RequestId"] = request_id
        body["RequestID"] = request_id
    return HttpResponse(status, headers, json.dumps(body).encode())


class ServiceException(Exception):
    """An error in AWS's form: a code, a status and a text for the caller."""

    code: str

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    @property
    def status(self) -> int:
        """The HTTP status, as the service model has it."""
        return error_statuses()[self.code]

    def response(self, request_id: str | None = None) -> HttpResponse:
        """The response to the request that it ends."""
        return error_response(self.status, self.code, self.message, request_id)


class BadRequest(ServiceException):
    """The request cannot be served as it is.

    ``discreet`` is its text where somebody else than the sender may read it: it quotes nothing of
    what was sent. Where it is not given it says no more than that something is wrong.
    """

    code = "BadRequestException"

    def __init__(self, message: str, *, discreet: str = "It has a value that is not valid") -> None:
        super().__init__(message)
        self.discreet = discreet


class Forbidden(ServiceException):
    """The caller may not do this."""

    code = "ForbiddenException"


class NotFound(ServiceException):
    """Something that the request names does not exist."""

    code = "NotFoundException"


class MethodNotAllowed(ServiceException):
    """The path exists, the method on it does not."""

    code = "MethodNotAllowedException"


class Conflict(ServiceException):
    """The request contradicts the state of what it would change."""

    code = "ConflictException"


class PayloadTooLarge(ServiceException):
    """The body is larger than the service accepts."""

    code = "PayloadTooLargeException"


class TooManyRequests(ServiceException):
    """The caller exceeds its rate."""

    code = "TooManyRequestsException"


class InternalServerError(ServiceException):
    """The service failed: a bug of the embedded one, or a failure that was asked for."""

    code = "InternalServerErrorException"

    @classmethod
    def of_bug(cls, error: Exception) -> InternalServerError:
        """The answer to a request that an unexpected error ended."""
        return cls(f"{type(error).__name__}: {error}")


class Closed(ServiceException):
    """The embedded service was closed before this request."""

    code = "LocalPinpointClosedException"

    @property
    def status(self) -> int:
        """410: not an error of the model; botocore does not retry it."""
        return 410


class OtherRegion(ServiceException):
    """The request is for a region that the embedded service does not have."""

    code = "LocalPinpointRegionException"

    @property
    def status(self) -> int:
        """421: not an error of the model; botocore does not retry it."""
        return 421


class MissingDependency(ServiceException):
    """The operation needs a library that is not installed."""

    code = "LocalPinpointMissingException"

    @property
    def status(self) -> int:
        """501: not an error of the model; botocore does not retry it."""
        return 501


def application_not_found() -> NotFound:
    """The 404 of a project that does not exist."""
    return NotFound("Application not found")


def resource_not_found() -> NotFound:
    """The 404 of anything else that does not exist."""
    return NotFound("Resource not found")


SERVICE_EXCEPTIONS: dict[str, type[ServiceException]] = {
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
