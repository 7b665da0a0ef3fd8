"""Participants at one activity of a journey at one time."""

from __future__ import annotations

from datetime import datetime

from attrs import define

from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.state.journeys import Journey, JourneyRun, Waiting

STEP = "journey.step"
"""The task that performs an activity after a wait; its key: project, journey, wait."""


@define(frozen=True, kw_only=True)
class Step:
    """What an activity knows of where it is, and what it can do beside its own work."""

    context: Context
    project: Project
    journey: Journey
    run: JourneyRun
    activity_id: str

    @property
    def activity(self) -> JSON:
        """The Activity document."""
        activity: JSON = self.journey.document["Activities"][self.activity_id]
        return activity

    def count(self, metric: str, number: int = 1) -> None:
        """Add to an execution metric of the activity."""
        if number:
            metrics = self.run.activity_metrics.setdefault(self.activity_id, {})
            metrics[metric] = metrics.get(metric, 0) + number

    def wait(self, until: datetime, endpoint_ids: list[str]) -> None:
        """Have participants wait here; then the activity is performed for them."""
        if not endpoint_ids:
            return
        journey = self.journey
        journey.waited += 1
        name = str(journey.waited)
        journey.waiting[name] = Waiting(until, self.run.id, self.activity_id, endpoint_ids)
        self.context.account.scheduler.add(until, STEP, self.project.id, journey.id, name)
