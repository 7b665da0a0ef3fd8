"""HTTP 200 is not success for all: the outcome of each recipient of a send and of each event."""

from __future__ import annotations

from typing import Generic, Literal, TypeAlias, TypeVar

from attrs import frozen

DeliveryStatus: TypeAlias = Literal[
    "SUCCESSFUL",
    "THROTTLED",
    "TEMPORARY_FAILURE",
    "PERMANENT_FAILURE",
    "UNKNOWN_FAILURE",
    "OPT_OUT",
    "DUPLICATE",
]
"""How sending to one address or endpoint ended.

- ``SUCCESSFUL``: sent, as far as is known when the call returns.
- ``THROTTLED``: Pinpoint throttled the send.
- ``TEMPORARY_FAILURE``: a passing error; Pinpoint does not try again.
- ``PERMANENT_FAILURE``: a lasting error; Pinpoint does not try again.
- ``UNKNOWN_FAILURE``: an error of unknown cause.
- ``OPT_OUT``: the user opted out of messages; Pinpoint does not try again.
- ``DUPLICATE``: the address repeats that of another endpoint; Pinpoint does not try again.
"""


@frozen(kw_only=True)
class DeliveryOutcome:
    """The outcome of a send for one recipient: a row of the flat view over a response.

    AWS shapes: ``MessageResult`` and ``EndpointMessageResult``, without their nesting.
    """

    user_id: str | None = None
    """The user, where the send was to users."""
    endpoint_id: str | None = None
    """The endpoint, where the send was to endpoints or users; None for a user without one."""
    address: str | None = None
    """Phone number, device token or e-mail address, where AWS named it."""
    delivery_status: DeliveryStatus
    """How the send ended."""
    status_code: int
    """AWS's HTTP-like code for the recipient: 200, 400, 429, ..."""
    status_message: str | None = None
    """AWS's explanation."""
    message_id: str | None = None
    """The id of the accepted message."""
    updated_token: str | None = None
    """The device token to store in place of ``address``, where a push provider replaced it."""

    @property
    def recipient(self) -> str:
        """The user, endpoint or address that the request named."""
        return self.user_id or self.endpoint_id or self.address or ""

    @property
    def succeeded(self) -> bool:
        """Whether it was sent: ``SUCCESSFUL``."""
        return self.delivery_status == "SUCCESSFUL"

    @property
    def retryable(self) -> bool:
        """Whether sending again, later, may work: ``THROTTLED`` and ``TEMPORARY_FAILURE``."""
        return self.delivery_status in ("THROTTLED", "TEMPORARY_FAILURE")

    def __str__(self) -> str:
        where = f" at {self.endpoint_id}" if self.user_id and self.endpoint_id else ""
        why = f": {self.status_message}" if self.status_message else ""
        return f"{self.recipient}{where}: {self.delivery_status} ({self.status_code}){why}"


@frozen(kw_only=True)
class EventOutcome:
    """The outcome of one event of ``put_events``, or of the endpoint that it came with.

    AWS shapes: ``EventItemResponse`` and ``EndpointItemResponse``, without their nesting.
    """

    endpoint_id: str
    """The endpoint that the event came with."""
    event_id: str | None = None
    """The event; None where this is the outcome of the endpoint itself."""
    status_code: int
    """AWS's HTTP-like code for the item: 202 where it was accepted; 0 where AWS sent no code."""
    message: str | None = None
    """AWS's explanation."""

    @property
    def succeeded(self) -> bool:
        """Whether AWS accepted the item: a code from 200 to 299."""
        return 200 <= self.status_code <= 299

    @property
    def retryable(self) -> bool:
        """Whether sending again, later, may work: code 429, or 500 and above."""
        return self.status_code == 429 or self.status_code >= 500

    def __str__(self) -> str:
        what = f"event {self.event_id} of {self.endpoint_id}" if self.event_id else self.endpoint_id
        why = f": {self.message}" if self.message else ""
        return f"{what}: {self.status_code}{why}"


OutcomeT = TypeVar("OutcomeT", DeliveryOutcome, EventOutcome)


class Report(Generic[OutcomeT]):
    """The flat view over a response that has an outcome for each of its items."""

    __slots__ = ()

    @property
    def outcomes(self) -> list[OutcomeT]:
        """One entry per item, whatever the nesting of the response."""
        raise NotImplementedError

    @property
    def failed(self) -> list[OutcomeT]:
        """The outcomes that did not succeed."""
        return [each for each in self.outcomes if not each.succeeded]

    @property
    def retryable(self) -> list[OutcomeT]:
        """The failed outcomes where sending again, later, may work."""
        return [each for each in self.outcomes if each.retryable]


class DeliveryReport(Report[DeliveryOutcome]):
    """The flat view over the response of a direct send.

    A permanent failure, an unknown one, an opt-out and a duplicate have failed and are not
    retryable.
    """

    __slots__ = ()

    def raise_for_failures(self) -> None:
        """Raise if not every recipient was reached.

        Raises:
            DeliveryError: At least one outcome is not ``SUCCESSFUL``; it carries all that failed.
        """
        if failed := self.failed:
            from pinpoint_sdk.errors import DeliveryError  # keeps models free of botocore

            raise DeliveryError(failed)


class EventReport(Report[EventOutcome]):
    """The flat view over the response of ``put_events``."""

    __slots__ = ()

    def raise_for_failures(self) -> None:
        """Raise if AWS did not accept every endpoint and event.

        Raises:
            EventError: At least one was not accepted; it carries all that were not.
        """
        if failed := self.failed:
            from pinpoint_sdk.errors import EventError  # keeps models free of botocore

            raise EventError(failed)
