"""What the embedded service keeps: an account, its projects and what is in them.

Documents are the JSON that the service answers with. They are replaced, never changed in place,
and callers get bytes, so that nothing kept is shared with them.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from attrs import Factory, define

from pinpoint_sdk.local.inbox import Inbox
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.quotas import Quotas
from pinpoint_sdk.local.state.campaigns import Campaign, Versioned
from pinpoint_sdk.local.state.endpoints import EndpointStore
from pinpoint_sdk.local.state.ids import Ids
from pinpoint_sdk.local.state.journeys import Journey
from pinpoint_sdk.local.state.scheduler import Scheduler


@define
class Resource:
    """A resource without versions: a job, a recommender."""

    position: int
    document: JSON


@define(frozen=True, kw_only=True)
class Attempt:
    """One attempt to reach a recipient, and how it ended: what limits and metrics count."""

    when: datetime
    channel_type: str
    """Empty where the endpoint has none, or does not exist."""
    address: str
    endpoint_id: str | None
    user_id: str | None
    status: str
    """A DeliveryStatus."""
    sent_by: str
    """As in InboxMessage."""
    campaign_id: str | None
    treatment_id: str | None
    journey_id: str | None
    activity_id: str | None
    message_id: str | None
    """None where nothing was delivered."""


@define(frozen=True, kw_only=True)
class OneTimePassword:
    """A code that somebody was sent."""

    code: str
    expires: datetime
    attempts_left: int


@define
class MessageTemplate:
    """A message template and its versions, oldest first, by their numbers."""

    position: int
    versions: dict[str, JSON]
    active: str
    """The number of the version that is used by default."""
    newest: int
    """The highest number given; a number is not given again."""
    tags: dict[str, str]

    @property
    def latest(self) -> str:
        """The number of the newest version that is still there."""
        return next(reversed(self.versions))

    def version(self, number: str | None = None) -> JSON | None:
        """One version, by default the active one, as the service answers with it."""
        document = self.versions.get(number or self.active)
        return None if document is None else {**document, "tags": self.tags}


@define
class DeliveryIndex:
    """The deliveries of campaigns and journeys among a project's attempts, by endpoint."""

    indexed: int = 0
    """Number of attempts already indexed."""
    positions: dict[str, list[int]] = Factory(dict[str, list[int]])
    """Where in the list of attempts, oldest first."""
    totals: dict[str, dict[str, int]] = Factory(dict[str, dict[str, int]])
    """The number of each campaign's."""


@define
class Project:
    """A project ("application") and everything that goes when it is deleted."""

    position: int
    document: JSON
    settings: JSON | None = None
    channels: dict[str, JSON] = Factory(dict[str, JSON])
    campaigns: dict[str, Campaign] = Factory(dict[str, Campaign])
    segments: dict[str, Versioned] = Factory(dict[str, Versioned])
    endpoints: EndpointStore = Factory(EndpointStore)
    journeys: dict[str, Journey] = Factory(dict[str, Journey])
    imported: dict[str, list[str]] = Factory(dict[str, list[str]])
    """The ids of the endpoints in each imported segment."""
    jobs: dict[str, Resource] = Factory(dict[str, Resource])
    """Import and export jobs."""
    event_stream: JSON | None = None
    events: list[JSON] = Factory(list[JSON])
    """The accepted events, as they went to the event stream."""
    attempts: list[Attempt] = Factory(list[Attempt])
    deliveries: DeliveryIndex = Factory(DeliveryIndex)
    otps: dict[str, OneTimePassword] = Factory(dict[str, OneTimePassword])
    """Codes that may still be verified, by destination and reference."""

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
    scheduler: Scheduler = Factory(Scheduler)
    recommenders: dict[str, Resource] = Factory(dict[str, Resource])
    templates: dict[str, MessageTemplate] = Factory(dict[str, MessageTemplate])
    """By name and type, as in their ARNs: ``welcome/SMS``."""
    job_duration: timedelta = timedelta()
    """How long import and export jobs take."""
    last_position: int = 0

    def next_position(self) -> int:
        """A number above all given before: where a new resource is in its listing."""
        self.last_position += 1
        return self.last_position

    def arn(self, path: str) -> str:
        """The ARN of a resource, from the part after the account number."""
        return f"arn:aws:mobiletargeting:{self.region}:{self.number}:{path}"

    def template(self, template_type: str, name: str, version: str | None = None) -> JSON | None:
        """A version of a message template, by default the active one; None without it."""
        template = self.templates.get(f"{name}/{template_type}")
        return None if template is None else template.version(version)
