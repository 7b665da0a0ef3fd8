"""HTTP 200 is not delivery: who was reached by a send, who was not, who may be tried again."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

__all__ = ["DeliveryOutcome", "DeliveryReport", "DeliveryStatus"]


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

- ``SUCCESSFUL``: delivered.
- ``THROTTLED``: Pinpoint throttled the send.
- ``TEMPORARY_FAILURE``: a passing error; Pinpoint does not try again.
- ``PERMANENT_FAILURE``: a lasting error; Pinpoint does not try again.
- ``UNKNOWN_FAILURE``: an error of unknown cause.
- ``OPT_OUT``: the user opted out of messages; Pinpoint does not try again.
- ``DUPLICATE``: the address repeats that of another endpoint; Pinpoint does not try again.
"""


@frozen(kw_only=True)
class DeliveryOutcome:
    """What became of a send for one recipient: a row of the flat view over a response.

    AWS shapes: ``MessageResult`` and ``EndpointMessageResult``, without their nesting.
    """

    user_id: str | None = None
    """The user, where the send was to users."""
    endpoint_id: str | None = None
    """The endpoint, where the send was to endpoints or users; None for a user without one."""
    address: str | None = None
    """Phone number, device token or e-mail address, where AWS named it."""
    delivery_status: DeliveryStatus
    """What became of the message."""
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
    def retryable(self) -> bool:
        """Whether sending again, later, may work: ``THROTTLED`` and ``TEMPORARY_FAILURE``."""
        return self.delivery_status in ("THROTTLED", "TEMPORARY_FAILURE")

    def __str__(self) -> str:
        where = f" at {self.endpoint_id}" if self.user_id and self.endpoint_id else ""
        why = f": {self.status_message}" if self.status_message else ""
        return f"{self.recipient}{where}: {self.delivery_status} ({self.status_code}){why}"


class DeliveryReport:
    """The flat view over the response of a direct send."""

    __slots__ = ()

    @property
    def outcomes(self) -> list[DeliveryOutcome]:
        """One entry a recipient, whatever the nesting of the response."""
        raise NotImplementedError

    @property
    def failed(self) -> list[DeliveryOutcome]:
        """Every outcome but ``SUCCESSFUL``."""
        return [each for each in self.outcomes if each.delivery_status != "SUCCESSFUL"]

    @property
    def retryable(self) -> list[DeliveryOutcome]:
        """The failed ones that may work later: ``THROTTLED`` and ``TEMPORARY_FAILURE``.

        A permanent failure, an unknown one, an opt-out and a duplicate are never among them.
        """
        return [each for each in self.outcomes if each.retryable]

    def raise_for_failures(self) -> None:
        """Raise if not everybody was reached.

        Raises:
            DeliveryError: At least one outcome is not ``SUCCESSFUL``; it carries all that failed.
        """
        if failed := self.failed:
            from pinpoint_sdk.errors import DeliveryError  # keeps models free of botocore

            raise DeliveryError(failed)
