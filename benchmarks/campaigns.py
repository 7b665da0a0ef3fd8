"""Whether a run of a campaign costs the same after years of runs, and a message among thousands.

The embedded Pinpoint's own work, without clients: the clock advances, and campaigns send.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from benchmarks.growth import BASE, grown
from benchmarks.measure import Effort, Figure, Run
from pinpoint_sdk.local import Clock, LocalPinpoint

START = datetime(2026, 1, 1, tzinfo=timezone.utc)
HOUR = timedelta(hours=1)
FOUR_YEARS = 35_040
"""Runs of an hourly campaign."""


def measure(effort: Effort) -> list[Figure]:
    """Compare what a run, and a message, costs in each size with what it costs among 100."""
    return [
        *grown("a run of an hourly campaign", hourly, effort, sizes(effort, FOUR_YEARS)),
        *grown("a message of a campaign", to_endpoints, effort, sizes(effort, 10_000)),
    ]


def sizes(effort: Effort, largest: int) -> list[int]:
    """List the sizes, from 100 to the largest that the effort allows."""
    return [
        each for each in (BASE, 1000, 10_000, FOUR_YEARS) if each <= min(largest, effort.largest)
    ]


def hourly(runs: int) -> Run:
    """Make a run of an hourly campaign to one endpoint, from its first run to its last."""
    shop = Shop(1)

    def run() -> None:
        first = shop.service.clock.now + HOUR
        shop.begin_campaign(
            StartTime=first.isoformat(),
            EndTime=(first + runs * HOUR).isoformat(),
            Frequency="HOURLY",
        )
        shop.send_until(first + runs * HOUR, runs)

    return run


def to_endpoints(count: int) -> Run:
    """Make a run of a campaign that is sent once, to this many endpoints."""
    shop = Shop(count)

    def run() -> None:
        shop.begin_campaign(StartTime="IMMEDIATE")
        shop.send_until(shop.service.clock.now + HOUR, count)

    return run


class Shop:
    """A project with endpoints for SMS, all of them in a segment."""

    def __init__(self, endpoints: int) -> None:
        self.service = LocalPinpoint(clock=Clock(START))
        untyped: Any = self.service.session()
        self._client = untyped.client("pinpoint")
        app = self._client.create_app(CreateApplicationRequest={"Name": "shop"})
        self._app: str = app["ApplicationResponse"]["Id"]
        self._client.update_sms_channel(ApplicationId=self._app, SMSChannelRequest={})
        for number in range(endpoints):
            self._client.update_endpoint(
                ApplicationId=self._app,
                EndpointId=f"e{number}",
                EndpointRequest={"ChannelType": "SMS", "Address": f"+1555{number:07}"},
            )
        segment = self._client.create_segment(
            ApplicationId=self._app, WriteSegmentRequest={"Name": "everybody"}
        )
        self._segment: str = segment["SegmentResponse"]["Id"]

    def begin_campaign(self, **schedule: str) -> None:
        """Create a campaign to all endpoints."""
        self._client.create_campaign(
            ApplicationId=self._app,
            WriteCampaignRequest={
                "SegmentId": self._segment,
                "MessageConfiguration": {"SMSMessage": {"Body": "Hello"}},
                "Schedule": schedule,
            },
        )

    def send_until(self, moment: datetime, messages: int) -> None:
        """Let the campaign send, and check the number of its messages."""
        self.service.clock.advance_to(moment)
        assert len(self.service.inbox) == messages
        self.service.inbox.clear()
