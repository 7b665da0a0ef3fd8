"""One call of an operation, as its handler sees it; one moment, as a task sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from attrs import define

from pinpoint_sdk.local.engine.aws import AwsClients
from pinpoint_sdk.local.failures import Failures
from pinpoint_sdk.local.protocol.errors import application_not_found, resource_not_found
from pinpoint_sdk.local.protocol.service_model import OperationBinding
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Account, Project
from pinpoint_sdk.local.times.dates import format_date

_T = TypeVar("_T")


@define(frozen=True, kw_only=True)
class Context:
    """Where and when something happens; ``failures`` says what is to fail."""

    account: Account
    now: datetime
    failures: Failures
    aws: AwsClients

    @property
    def date(self) -> str:
        """Now, as the service writes it."""
        return format_date(self.now)


@define(frozen=True, kw_only=True)
class Call(Context):
    """One call of an operation; ``path`` and ``query`` go by member name."""

    operation: OperationBinding
    path: Mapping[str, str]
    query: Mapping[str, Sequence[str]]
    body: JSON
    request_id: str

    def query_value(self, member: str) -> str | None:
        """The value of a query key, the last one where it was repeated."""
        values = self.query.get(member)
        return values[-1] if values else None

    def project(self) -> Project:
        """The project that the path names.

        Raises:
            NotFound: It does not exist.
        """
        project = self.account.projects.get(self.path["ApplicationId"])
        if project is None:
            raise application_not_found()
        return project

    def found(self, resources: Mapping[str, _T], member: str) -> _T:
        """The resource whose id, or other key, a member of the path holds.

        Raises:
            NotFound: It does not exist.
        """
        return found(resources.get(self.path[member]))


def found(resource: _T | None) -> _T:
    """Return a resource that was looked up.

    Raises:
        NotFound: There is no such resource.
    """
    if resource is None:
        raise resource_not_found()
    return resource
