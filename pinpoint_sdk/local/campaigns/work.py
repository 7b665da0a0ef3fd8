"""One campaign at one moment."""

from __future__ import annotations

from datetime import datetime

from attrs import define

from pinpoint_sdk.local.campaigns.status import with_status
from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.state.campaigns import Campaign, CampaignRun
from pinpoint_sdk.local.state.scheduler import Scheduler

START = "campaign.start"
"""The task that begins a run; its key: project, campaign, treatment."""
STEP = "campaign.step"
"""The task that continues one; its key: project, campaign, activity."""


@define(frozen=True, kw_only=True)
class CampaignWork:
    """A campaign, where and when something happens to it, and what all its tasks share."""

    context: Context
    project: Project
    campaign: Campaign

    @property
    def now(self) -> datetime:
        """The time."""
        return self.context.now

    def schedule_start(self, treatment_id: str, when: datetime) -> None:
        """Schedule the next run of a treatment."""
        self._scheduler.add(max(when, self.now), START, *self._key(treatment_id))

    def schedule_step(self, run: CampaignRun, when: datetime) -> None:
        """Schedule the next step of a run, in place of the one that was scheduled before."""
        self._cancel_step(run)
        run.next_step = max(when, self.now)
        self._scheduler.add(run.next_step, STEP, *self._key(run.activity["Id"]))

    def unschedule(self) -> None:
        """Remove every task of the campaign from the scheduler."""
        for treatment_id in self.campaign.next_starts:
            self._scheduler.cancel(START, *self._key(treatment_id))
        for run in self.campaign.open_runs():
            self._cancel_step(run)

    def _cancel_step(self, run: CampaignRun) -> None:
        if run.next_step is not None:
            self._scheduler.cancel(STEP, *self._key(run.activity["Id"]))

    @property
    def _scheduler(self) -> Scheduler:
        return self.context.account.scheduler

    def _key(self, of_task: str) -> tuple[str, str, str]:
        return self.project.id, self.campaign.id, of_task

    def close(self, run: CampaignRun, state: str) -> None:
        """End a run; it failed if it sent and reached nobody."""
        activity = run.activity
        failed = activity["TotalEndpointCount"] > 0 and activity["SuccessfulEndpointCount"] == 0
        run.activity = {
            **activity,
            "End": self.context.date,
            "Result": "FAIL" if failed else "SUCCESS",
            "State": state,
        }
        run.batches, run.next_collection, run.next_step = [], None, None
        run.notified.clear()
        self.campaign.open_run_ids.remove(activity["Id"])

    def show_status(self) -> None:
        """Write the status of the campaign and its treatments into its latest version."""
        segment_id = self.campaign.current["SegmentId"]
        is_lost = bool(segment_id) and segment_id not in self.project.segments
        self.campaign.versions[-1] = with_status(self.campaign, is_lost=is_lost)
