"""Campaigns that run at an hour of each time zone."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from tests.local.support.boto import Boto
from tests.local.support.campaigns import activities, add_people, plan, shop_at, state


def test_local_time_reaches_each_zone_at_its_own_hour(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    add_people(client, shop, 3)
    zones = {"e0": "America/New_York", "e1": "Asia/Tokyo", "e2": "Europe/Berlin"}
    for name, zone in zones.items():
        client.update_endpoint(
            ApplicationId=shop, EndpointId=name, EndpointRequest={"Demographic": {"Timezone": zone}}
        )
    campaign = plan(
        client, shop, "2017-09-29T09:00:00Z", schedule={"IsLocalTime": True, "Timezone": "UTC-08"}
    )
    clock.advance(days=3)
    assert [(each.endpoint_id, f"{each.sent_at:%d %H:%M}") for each in service.inbox] == [
        ("e1", "29 00:00"),
        ("e2", "29 07:00"),
        ("e0", "29 13:00"),
    ]
    (activity,) = activities(client, shop, campaign)
    assert (activity["TimezonesTotalCount"], activity["TimezonesCompletedCount"]) == (3, 3)


def sent(service: LocalPinpoint) -> list[tuple[str | None, str]]:
    return [(each.endpoint_id, f"{each.sent_at:%d %H:%M}") for each in service.inbox]


def live_in(client: Boto, app: str, *zones: str) -> None:
    """A person in each of these time zones, e0 in the first one."""
    add_people(client, app, len(zones))
    for number, zone in enumerate(zones):
        endpoint = {"Demographic": {"Timezone": zone}}
        client.update_endpoint(ApplicationId=app, EndpointId=f"e{number}", EndpointRequest=endpoint)


def test_the_first_and_the_last_zone_are_reached(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    live_in(client, shop, "UTC-12", "Pacific/Kiritimati", "UTC+05:37")
    plan(client, shop, "2017-09-29T09:00:00", schedule={"IsLocalTime": True})
    clock.advance(days=3)
    assert sent(service) == [("e1", "28 19:00"), ("e2", "29 03:30"), ("e0", "29 21:00")]


@pytest.mark.parametrize("zone", ["", "Mars", "UTC+20", "UTC-13"])
def test_who_has_no_zone_has_the_one_of_the_schedule(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock, zone: str
) -> None:
    live_in(client, shop, zone)
    schedule = {"IsLocalTime": True, "Timezone": "UTC-08"}
    plan(client, shop, "2017-09-29T09:00:00", schedule=schedule)
    clock.advance(days=3)
    assert sent(service) == [("e0", "29 17:00")]


def test_an_hour_that_comes_twice_is_the_first_one() -> None:
    service, client, app, clock = shop_at(datetime(2026, 10, 30))
    live_in(client, app, "America/New_York", "UTC-05")
    campaign = plan(client, app, "2026-11-01T01:30:00", schedule={"IsLocalTime": True})
    clock.advance(days=5)
    assert sent(service) == [("e0", "01 05:30"), ("e1", "01 06:30")]
    (activity,) = activities(client, app, campaign)
    assert activity["TotalEndpointCount"] == 2
    assert (activity["TimezonesTotalCount"], activity["TimezonesCompletedCount"]) == (2, 2)


def test_an_hour_that_is_left_out_is_the_one_after_it() -> None:
    service, client, app, clock = shop_at(datetime(2026, 3, 6))
    live_in(client, app, "America/New_York", "UTC-05")
    plan(client, app, "2026-03-08T02:30:00", schedule={"IsLocalTime": True})
    clock.advance(days=5)
    assert sent(service) == [("e0", "08 07:30"), ("e1", "08 07:30")]


def test_who_moves_to_another_zone_is_told_once_a_run(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    live_in(client, shop, "UTC")
    schedule = {"IsLocalTime": True, "Frequency": "DAILY", "EndTime": "2017-10-01T00:00:00"}
    plan(client, shop, "2017-09-29T10:00:00", schedule=schedule)
    clock.advance_to(datetime(2017, 9, 29, 11))
    live_in(client, shop, "UTC-05")
    clock.advance(days=3)
    assert sent(service) == [("e0", "29 10:00"), ("e0", "30 15:00")]


def test_an_end_in_the_last_year_of_all_is_no_end(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    live_in(client, shop, "UTC-08")
    schedule: dict[str, Any] = {"Frequency": "DAILY", "EndTime": "9999-12-31T23:59:59Z"}
    local = {**schedule, "IsLocalTime": True}
    campaigns = [
        plan(client, shop, "2017-09-29T10:00:00Z", schedule=each) for each in (schedule, local)
    ]
    clock.advance_to(datetime(2017, 9, 30, 20, tzinfo=timezone.utc))
    assert [when for _, when in sent(service)] == ["29 10:00", "29 18:00", "30 10:00", "30 18:00"]
    states = {state(client, shop, campaign) for campaign in campaigns}
    assert states == {"PENDING_NEXT_RUN", "EXECUTING"}
