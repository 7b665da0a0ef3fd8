"""What the modules that restore one kind of thing each have in common."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from datetime import datetime

from attrs import Factory, define

from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.populate.places import Place, collecting
from pinpoint_sdk.local.populate.report import LeftOut
from pinpoint_sdk.local.populate.saved import Kept, Saved
from pinpoint_sdk.local.protocol.errors import ServiceException
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Account
from pinpoint_sdk.local.times.dates import parse_date


@define
class Restoring:
    """Things on their way from documents into an account, which is not changed meanwhile.

    ``afterwards`` is what is done once everything is in the account: tasks are scheduled.
    """

    context: Context
    saved: Saved
    problems: list[str]
    left_out: list[LeftOut]
    afterwards: list[Callable[[], None]] = Factory(list[Callable[[], None]])

    @property
    def account(self) -> Account:
        """The account."""
        return self.context.account

    def position(self) -> int:
        """Where the next thing is in its listing."""
        return self.account.next_position()

    def leave_out(self, place: Place, what: str, why: str) -> None:
        """Note something that is not loaded, or not in full."""
        self.left_out.append(LeftOut(str(place), what, why))

    @contextmanager
    def collecting_problems(self, place: Place) -> Generator[None]:
        """Note what the service refuses in this block as a problem of the document."""
        with collecting(self.problems):
            try:
                yield
            except ServiceException as refusal:
                raise place.refusal(refusal.message) from refusal

    def dated(self, document: JSON) -> JSON:
        """A document with the dates that a new one has: those that it lacks are now's."""
        created = document.get("CreationDate", self.context.date)
        return {"CreationDate": created, "LastModifiedDate": created, **document}


def oldest_first(kept: Iterable[Kept]) -> list[Kept]:
    """By CreationDate; those of one date, and those without one, as they came."""
    return sorted(kept, key=_created)


def _created(kept: Kept) -> datetime:
    text = kept.document.get("CreationDate")
    return parse_date(text) if text else _LAST


_LAST = parse_date("9999-12-31")
