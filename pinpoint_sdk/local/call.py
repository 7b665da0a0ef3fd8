"""One call of an operation, as its handler sees it; one moment, as a task of the agenda does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from attrs import define

from pinpoint_sdk.local.dates import write_date
from pinpoint_sdk.local.failures import Failures
from pinpoint_sdk.local.faults import application_not_found
from pinpoint_sdk.local.outside import Outside
from pinpoint_sdk.local.service_model import Operation
from pinpoint_sdk.local.state import Account, Project
from pinpoint_sdk.local.wire import JSON


@define(frozen=True, kw_only=True)
class Context:
    """Where and when something happens; ``failures`` says what is to go wrong."""

    account: Account
    now: datetime
    failures: Failures
    outside: Outside

    @property
    def date(self) -> str:
        """Now, as the service writes it."""
        return write_date(self.now)


@define(frozen=True, kw_only=True)
class Call(Context):
    """One call of an operation; ``path`` and ``query`` go by member name."""

    operation: Operation
    path: Mapping[str, str]
    query: Mapping[str, Sequence[str]]
    body: JSON
    request_id: str

    def query_value(self, member: str) -> str | None:
        """The value of a query key, the last one where it was repeated."""
        values = self.query.get(member)
        return values[-1] if values else None

    def project(self) -> Project:
        """The project that the path names; raises NotFound."""
        project = self.account.projects.get(self.path["ApplicationId"])
        if project is None:
            raise application_not_found()
        return project
