"""What the embedded service holds: an account, its projects and what is in them.

Documents are the JSON that the service answers with. They are replaced, never changed in place,
and only bytes cross the border, so that nothing kept is shared with a caller.
"""

from __future__ import annotations

from attrs import Factory, define

from pinpoint_sdk.local.agenda import Agenda
from pinpoint_sdk.local.endpoint_store import EndpointStore
from pinpoint_sdk.local.ids import Ids
from pinpoint_sdk.local.inbox import Inbox
from pinpoint_sdk.local.quotas import Quotas
from pinpoint_sdk.local.wire import JSON


@define
class Versioned:
    """A resource with versions, oldest first: a campaign, a segment."""

    position: int
    versions: list[JSON]

    @property
    def current(self) -> JSON:
        """What it is now."""
        return self.versions[-1]


@define
class Project:
    """A project ("application") and everything that goes when it is deleted."""

    position: int
    document: JSON
    settings: JSON | None = None
    channels: dict[str, JSON] = Factory(dict[str, JSON])
    campaigns: dict[str, Versioned] = Factory(dict[str, Versioned])
    segments: dict[str, Versioned] = Factory(dict[str, Versioned])
    endpoints: EndpointStore = Factory(EndpointStore)

    @property
    def id(self) -> str:
        """The ApplicationId of the API."""
        project_id: str = self.document["Id"]
        return project_id


@define
class Account:
    """One AWS account in one region."""

    region: str
    number: str
    ids: Ids
    quotas: Quotas = Factory(Quotas)
    projects: dict[str, Project] = Factory(dict[str, Project])
    inbox: Inbox = Factory(Inbox)
    agenda: Agenda = Factory(Agenda)
    last_position: int = 0

    def next_position(self) -> int:
        """A number above all given before: the place of a new resource in its listing."""
        self.last_position += 1
        return self.last_position

    def arn(self, path: str) -> str:
        """The ARN of a resource, from its part behind the account number."""
        return f"arn:aws:mobiletargeting:{self.region}:{self.number}:{path}"
