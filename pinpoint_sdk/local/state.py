"""What the embedded service holds: an account, its projects and what is in them.

Documents are the JSON that the service answers with. They are replaced, never changed in place,
and only bytes cross the border, so that nothing kept is shared with a caller.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from attrs import Factory, define

from pinpoint_sdk.local.agenda import Agenda
from pinpoint_sdk.local.endpoint_store import EndpointStore
from pinpoint_sdk.local.ids import Ids
from pinpoint_sdk.local.inbox import Inbox
from pinpoint_sdk.local.journeys.state import Journey
from pinpoint_sdk.local.pace import Pace
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
class Listed:
    """A resource without versions: a job, a recommender."""

    position: int
    document: JSON


@define(frozen=True, kw_only=True)
class Attempt:
    """One try to reach a recipient, and how it ended: what limits and figures count."""

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
    """The number of the version that is used where none is named."""
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


@define(kw_only=True)
class Wave:
    """Endpoints whose turn has come in a run of a campaign, and when it is over."""

    endpoint_ids: list[str]
    until: datetime | None


@define(kw_only=True)
class CampaignRun:
    """One run of one treatment of a campaign."""

    position: int
    treatment_id: str
    scheduled: datetime
    activity: JSON
    next_look: datetime | None
    """When it looks for endpoints in its segment; None where it is through with that."""
    next_step: datetime | None = None
    """When the agenda has it go on; None where nothing is to come."""
    waves: list[Wave] = Factory(list[Wave])
    told: dict[str, bool] = Factory(dict[str, bool])
    """The endpoints whose turn it has been, where time zones take turns."""


@define
class Campaign(Versioned):
    """A campaign: its versions, its runs so far, and when the next ones start, by treatment."""

    defaults: JSON = Factory(dict[str, Any])
    """The settings of the project when it was created."""
    first_days: dict[str, int] = Factory(dict[str, int])
    """On which day of the month each treatment started first."""
    next_starts: dict[str, datetime] = Factory(dict[str, datetime])
    begun: list[str] = Factory(list[str])
    """The treatments that have had a run by their present schedule."""
    cut_off: list[str] = Factory(list[str])
    """The treatments that still had something to send when their segment was deleted."""
    runs: list[CampaignRun] = Factory(list[CampaignRun])
    paces: dict[str, Pace] = Factory(dict[str, Pace])
    """How fast each treatment sends."""


@define
class Reached:
    """How often, and where in a project's attempts, campaigns and journeys reached endpoints."""

    counted: int = 0
    """So many of the attempts are in it."""
    places: dict[str, list[int]] = Factory(dict[str, list[int]])
    """By endpoint, oldest first."""
    totals: dict[str, dict[str, int]] = Factory(dict[str, dict[str, int]])
    """By campaign and endpoint."""


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
    jobs: dict[str, Listed] = Factory(dict[str, Listed])
    """Import and export jobs."""
    event_stream: JSON | None = None
    events: list[JSON] = Factory(list[JSON])
    """The accepted events, as they went to the event stream."""
    attempts: list[Attempt] = Factory(list[Attempt])
    reached: Reached = Factory(Reached)
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
    agenda: Agenda = Factory(Agenda)
    recommenders: dict[str, Listed] = Factory(dict[str, Listed])
    templates: dict[str, MessageTemplate] = Factory(dict[str, MessageTemplate])
    """By name and type, as in their ARNs: ``welcome/SMS``."""
    job_duration: timedelta = timedelta()
    """How long import and export jobs take."""
    last_position: int = 0

    def next_position(self) -> int:
        """A number above all given before: the place of a new resource in its listing."""
        self.last_position += 1
        return self.last_position

    def arn(self, path: str) -> str:
        """The ARN of a resource, from its part behind the account number."""
        return f"arn:aws:mobiletargeting:{self.region}:{self.number}:{path}"

    def template(self, template_type: str, name: str, version: str | None = None) -> JSON | None:
        """A version of a message template, by default the active one; None without it."""
        template = self.templates.get(f"{name}/{template_type}")
        return None if template is None else template.version(version)
