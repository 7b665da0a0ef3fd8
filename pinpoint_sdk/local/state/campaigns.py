"""What the service keeps of campaigns and their runs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from attrs import Factory, define, field

from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.fixed_window import FixedWindow
from pinpoint_sdk.local.state.ids import bucket
from pinpoint_sdk.local.state.treatments import Treatment, read_treatments


@define
class Versioned:
    """A resource with versions, oldest first: a campaign, a segment.

    A version that is not known, because only later ones were saved from AWS, is empty.
    """

    position: int
    versions: list[JSON]

    @property
    def current(self) -> JSON:
        """The latest version."""
        return self.versions[-1]

    def version(self, number: int) -> JSON | None:
        """One version; None if there is no such version."""
        return (self.versions[number - 1] or None) if 1 <= number <= len(self.versions) else None


@define(kw_only=True)
class Batch:
    """Endpoints that a run of a campaign has yet to send to, and until when it may."""

    endpoint_ids: list[str]
    until: datetime | None


@define(kw_only=True)
class CampaignRun:
    """One run of one treatment of a campaign."""

    position: int
    treatment_id: str
    scheduled: datetime
    activity: JSON
    next_collection: datetime | None
    """When it collects endpoints from its segment; None once it has collected all."""
    next_step: datetime | None = None
    """When its next step is scheduled; None where no step is."""
    batches: list[Batch] = Factory(list[Batch])
    notified: dict[str, bool] = Factory(dict[str, bool])
    """The endpoints collected so far, where every time zone has its own hour."""


@define
class Campaign(Versioned):
    """A campaign: its versions, its runs so far, and when the next ones start, by treatment."""

    defaults: JSON = Factory(dict[str, Any])
    """The settings of the project when it was created."""
    first_days: dict[str, int] = Factory(dict[str, int])
    """On which day of the month each treatment started first."""
    next_starts: dict[str, datetime] = Factory(dict[str, datetime])
    started_treatments: list[str] = Factory(list[str])
    """The treatments that have had a run by their present schedule."""
    cancelled_treatments: list[str] = Factory(list[str])
    """The treatments that still had something to send when their segment was deleted."""
    runs: dict[str, CampaignRun] = Factory(dict[str, CampaignRun])
    """By the ids of their activities, oldest first."""
    open_run_ids: list[str] = Factory(list[str])
    """The runs that are not over."""
    windows: dict[str, FixedWindow] = Factory(dict[str, FixedWindow])
    """What each treatment sent in the present second."""
    _treatments: tuple[int, dict[str, Treatment]] | None = field(
        default=None, init=False, eq=False, repr=False
    )

    @property
    def id(self) -> str:
        """The CampaignId of the API."""
        campaign_id: str = self.current["Id"]
        return campaign_id

    @property
    def treatments(self) -> Mapping[str, Treatment]:
        """The treatments of the latest version by id; they are read once a version."""
        version: int = self.current["Version"]
        if self._treatments is None or self._treatments[0] != version:
            self._treatments = version, read_treatments(self.current)
        return self._treatments[1]

    def treatment_for(self, endpoint_id: str) -> Treatment | None:
        """The treatment that an endpoint gets, always the same; None where it is held out."""
        number = bucket(f"{self.id}/{endpoint_id}")
        return next((each for each in self.treatments.values() if number in each.buckets), None)

    def open_runs(self, treatment_id: str | None = None) -> list[CampaignRun]:
        """The runs that are not over, of all treatments or of one."""
        runs = [self.runs[each] for each in self.open_run_ids]
        return [run for run in runs if treatment_id in (None, run.treatment_id)]
