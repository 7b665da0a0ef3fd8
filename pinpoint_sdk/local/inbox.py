"""The messages that would have reached people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import overload

from attrs import define, field

from pinpoint_sdk.local.protocol.types import JSON


@define(frozen=True, kw_only=True)
class InboxMessage:
    """One message as its recipient would get it, with every variable filled in."""

    channel_type: str
    """``SMS``, ``EMAIL``, ``GCM``, ..."""
    address: str
    """Where it was sent: a phone number, a device token, an e-mail address."""
    body: str
    """The text; of an e-mail the text part, or the HTML part if there is no text."""
    title: str | None = None
    """The title of a push notification, the subject of an e-mail."""
    html: str | None = None
    """The HTML part of an e-mail."""
    document: JSON = field(factory=dict)
    """The whole message as the channel sends it, members by AWS's names.

    An SMS: ``{"Body": "Hello Ana", "SenderId": "Shop", "MessageType": "TRANSACTIONAL"}``.
    """
    otp: str | None = None
    """The code, of a message that SendOTPMessage sent."""
    message_id: str
    application_id: str
    endpoint_id: str | None = None
    user_id: str | None = None
    sent_by: str
    """``SendMessages``, ``SendUsersMessages``, ``SendOTPMessage``, ``campaign`` or ``journey``."""
    campaign_id: str | None = None
    treatment_id: str | None = None
    journey_id: str | None = None
    activity_id: str | None = None
    """The activity of the journey that sent it; of a campaign, its run."""
    sent_at: datetime
    """By the service's clock."""

    def __repr__(self) -> str:
        return f"<InboxMessage {_line(self)}>"


class Inbox(Sequence[InboxMessage]):
    """The messages that the service delivered, oldest first.

    ``service.inbox.to("+15555550100")[0].body`` is the text that somebody got.
    """

    def __init__(self) -> None:
        self._all: list[InboxMessage] = []
        self._on_read: Callable[[], object] = lambda: None

    def on_read(self, catch_up: Callable[[], object]) -> None:
        """Have this called before each read, so that what is due by then is there."""
        self._on_read = catch_up

    @property
    def _messages(self) -> list[InboxMessage]:
        self._on_read()
        return self._all

    @overload
    def __getitem__(self, index: int) -> InboxMessage: ...

    @overload
    def __getitem__(self, index: slice) -> list[InboxMessage]: ...

    def __getitem__(self, index: int | slice) -> InboxMessage | list[InboxMessage]:
        return self._messages[index]

    def __len__(self) -> int:
        return len(self._messages)

    def __iter__(self) -> Iterator[InboxMessage]:
        return iter([*self._messages])

    def __repr__(self) -> str:
        messages = self._messages
        if not messages:
            return "<Inbox: empty>"
        lines = [f"  {_line(each)}" for each in messages[-SHOWN:]]
        older = len(messages) - len(lines)
        more = [f"  ... {older} older"] if older else []
        return "\n".join([f"<Inbox: {len(messages)}", *more, *lines]) + ">"

    @property
    def last(self) -> InboxMessage:
        """The latest message.

        Raises:
            LookupError: Nothing was delivered.
        """
        messages = self._messages
        if not messages:
            raise LookupError("the inbox is empty: nothing was delivered")
        return messages[-1]

    def to(self, recipient: str) -> list[InboxMessage]:
        """The messages to an address, an endpoint id or a user id, oldest first."""
        return [
            each
            for each in self._messages
            if recipient in (each.address, each.endpoint_id, each.user_id)
        ]

    def clear(self) -> None:
        """Remove all messages; what was sent still counts for limits."""
        self._messages.clear()

    def add(self, message: InboxMessage) -> None:
        """Add a message; the service calls this."""
        self._all.append(message)


SHOWN = 20
SHOWN_LENGTH = 70
SHOWN_SETTINGS = 100


_CONTENT = {"Body", "RawContent", "RawEmail", "SimpleEmail", "Title"}


def _line(message: InboxMessage) -> str:
    """When, to whom, the text, and what it was sent with."""
    head = f"{message.sent_at:%Y-%m-%d %H:%M} {message.channel_type} {message.address}"
    text = _shorten(f"{message.title or ''} {message.body}", SHOWN_LENGTH)
    settings = ", ".join(
        f"{name}={value}"
        for name, value in message.document.items()
        if value and name not in _CONTENT
    )
    return f"{head}: {text}" + (f" ({_shorten(settings, SHOWN_SETTINGS)})" if settings else "")


def _shorten(text: str, length: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"
