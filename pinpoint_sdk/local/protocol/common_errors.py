"""The errors that every AWS service has, mostly sent before the service itself sees a request."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pinpoint_sdk.local.protocol.errors import ServiceException
from pinpoint_sdk.local.protocol.types import HttpResponse

COMMON_STATUSES: Mapping[str, int] = {
    "AccessDeniedException": 403,
    "ExpiredTokenException": 403,
    "IncompleteSignature": 403,
    "InternalFailure": 500,
    "InvalidClientTokenId": 403,
    "InvalidSignatureException": 403,
    "MalformedHttpRequestException": 400,
    "MissingAuthenticationTokenException": 403,
    "NotAuthorized": 401,
    "OptInRequired": 403,
    "RequestAbortedException": 400,
    "RequestEntityTooLargeException": 413,
    "RequestExpired": 400,
    "RequestLimitExceeded": 503,
    "RequestTimeoutException": 408,
    "ServiceUnavailable": 503,
    "ServiceUnavailableException": 503,
    "SignatureDoesNotMatch": 403,
    "Throttling": 400,
    "ThrottlingException": 400,
    "UnknownOperationException": 404,
    "UnrecognizedClientException": 403,
    "ValidationError": 400,
}
"""The HTTP status of each, by its code: AWS's Common Errors, and those of its signature check."""


class CommonError(ServiceException):
    """An error that is not one of the API: its code and its status can be any."""

    def __init__(self, code: str, status: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self._status = status

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._status

    def response(self, request_id: str | None = None) -> HttpResponse:
        """The response: its text is a ``message``, and only a header has the id of the request."""
        response = super().response(request_id)
        body = json.dumps({"message": self.message}).encode()
        return HttpResponse(response.status, response.headers, body)
