"""One run of a campaign at one moment."""

from __future__ import annotations

from datetime import datetime, timedelta

from attrs import define

from pinpoint_sdk.local.campaigns import schedule as schedules
from pinpoint_sdk.local.campaigns.limits import limits_of
from pinpoint_sdk.local.campaigns.work import CampaignWork
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.campaigns import Batch, CampaignRun
from pinpoint_sdk.local.state.treatments import Treatment


@define(frozen=True, kw_only=True)
class Step(CampaignWork):
    """A run, its treatment, and what it has yet to do."""

    run: CampaignRun

    @property
    def treatment(self) -> Treatment:
        """The treatment, by the latest version of the campaign."""
        return self.campaign.treatments[self.run.treatment_id]

    @property
    def schedule(self) -> JSON:
        """The Schedule of the treatment."""
        return self.treatment.schedule or {}

    def count(self, **numbers: int) -> None:
        """Add to numbers of the run's activity."""
        activity = self.run.activity
        self.run.activity = {
            **activity,
            **{name: activity[name] + number for name, number in numbers.items()},
        }

    def add_batch(self, endpoint_ids: list[str], behind: timedelta = timedelta()) -> None:
        """Have the run send to endpoints until MaximumDuration or EndTime is over.

        Args:
            endpoint_ids: The endpoints.
            behind: How far their hour is behind UTC.
        """
        duration = limits_of(self.campaign).get("MaximumDuration")
        end = schedules.end_of(self.schedule)
        ends = [self.now + timedelta(seconds=duration)] if duration else []
        until = min([*ends, end + behind] if end else ends, default=None)
        self.run.batches.append(Batch(endpoint_ids=endpoint_ids, until=until))

    def following(self) -> datetime | None:
        """When the run has something more to do; None if it waits for events, or is complete."""
        if self.run.batches:
            return self.now + timedelta(seconds=1)
        if self.run.next_collection is not None:
            return self.run.next_collection
        end = schedules.end_of(self.schedule)
        waits = schedules.waits_for_events(self.schedule)
        return end if waits and end and end > self.now else None
