"""What the service keeps of journeys, their runs and their participants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from attrs import Factory, define

from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.fixed_window import FixedWindow


@define
class JourneyRun:
    """One evaluation of who takes part, and what became of them; its metrics only grow."""

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
    """Participants of one run who wait at one activity until one time."""

    until: datetime
    run_id: str
    activity_id: str
    endpoint_ids: list[str]


@define
class Journey:
    """A journey, its runs and its participants by endpoint id."""

    position: int
    document: JSON
    runs: dict[str, JourneyRun] = Factory(dict[str, JourneyRun])
    participants: dict[str, Participant] = Factory(dict[str, Participant])
    waiting: dict[str, Waiting] = Factory(dict[str, Waiting])
    waited: int = 0
    entries: dict[str, list[datetime]] = Factory(dict[str, list[datetime]])
    """When each endpoint entered, so far."""
    sent: dict[str, list[datetime]] = Factory(dict[str, list[datetime]])
    """When each endpoint was sent a message, so far."""
    paused_at: datetime | None = None
    window: FixedWindow = Factory(FixedWindow)

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
        """Change its State."""
        self.document = {**self.document, "State": state}

    def metrics(self) -> dict[str, int]:
        """The metrics of all runs together."""
        return _total(run.metrics for run in self.runs.values())

    def activity_metrics(self, activity_id: str) -> dict[str, int]:
        """The metrics of one activity in all runs together."""
        return _total(run.activity_metrics.get(activity_id, {}) for run in self.runs.values())


def _total(parts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for part in parts:
        total.update(part)
    return dict(total)
