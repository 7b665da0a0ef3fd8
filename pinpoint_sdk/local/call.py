"""One call of an operation, as its handler sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from attrs import define

from pinpoint_sdk.local.dates import write_date
from pinpoint_sdk.local.faults import application_not_found
from pinpoint_sdk.local.service_model import Operation
from pinpoint_sdk.local.state import Account, Project
from pinpoint_sdk.local.wire import JSON


@define(frozen=True)
class Call:
    """What was asked, of whom and when; ``path`` and ``query`` go by member name."""

    operation: Operation
    account: Account
    path: Mapping[str, str]
    query: Mapping[str, Sequence[str]]
    body: JSON
    request_id: str
    now: datetime

    @property
    def date(self) -> str:
        """Now, as the service writes it."""
        return write_date(self.now)

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
