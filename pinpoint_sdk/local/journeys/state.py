"""What the service keeps of a journey beside its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from attrs import Factory, define

from pinpoint_sdk.local.pace import Pace
from pinpoint_sdk.local.wire import JSON


@define
class Run:
    """One evaluation of who takes part, and what became of those; its metrics only grow."""

    position: int
    id: str
    planned: datetime
    created: datetime
    updated: datetime
    status: str = "SCHEDULED"
    metrics: dict[str, int] = Factory(dict[str, int])
    activity_metrics: dict[str, dict[str, int]] = Factory(dict[str, dict[str, int]])

    @property
    def under_way(self) -> int:
        """How many have entered and are still in the journey."""
        gone = self.metrics.get("ENDPOINT_LEFT", 0) + self.metrics.get("CANCELLED", 0)
        return self.metrics.get("ENDPOINT_ENTERED", 0) - gone


@define
class Participant:
    """An endpoint on its way: the run that it entered in and the events of it since then."""

    run_id: str
    events: list[JSON] = Factory(list[JSON])


@define
class Waiting:
    """Participants of one run who stand at one activity until one time."""

    until: datetime
    run_id: str
    activity_id: str
    endpoint_ids: list[str]


@define
class Journey:
    """A journey, its runs and its participants by endpoint id."""

    position: int
    document: JSON
    runs: dict[str, Run] = Factory(dict[str, Run])
    participants: dict[str, Participant] = Factory(dict[str, Participant])
    waiting: dict[str, Waiting] = Factory(dict[str, Waiting])
    waited: int = 0
    entries: dict[str, list[datetime]] = Factory(dict[str, list[datetime]])
    """When each endpoint entered, so far."""
    sent: dict[str, list[datetime]] = Factory(dict[str, list[datetime]])
    """When each endpoint was sent a message, so far."""
    paused_at: datetime | None = None
    pace: Pace = Factory(Pace)

    @property
    def id(self) -> str:
        """The JourneyId of the API."""
        journey_id: str = self.document["Id"]
        return journey_id

    @property
    def state(self) -> str:
        """The State of the API."""
        state: str = self.document["State"]
        return state

    def set_state(self, state: str) -> None:
        """Go over to another State."""
        self.document = {**self.document, "State": state}

    def metrics(self) -> dict[str, int]:
        """The metrics of all runs together."""
        return _total(run.metrics for run in self.runs.values())

    def activity_metrics(self, activity_id: str) -> dict[str, int]:
        """The metrics of one activity in all runs together."""
        return _total(run.activity_metrics.get(activity_id, {}) for run in self.runs.values())


def _total(parts: Iterable[dict[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for part in parts:
        total.update(part)
    return dict(total)
