"""Campaigns to people, written in few words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pinpoint_sdk.local import Clock, LocalPinpoint
from tests.local.support.boto import Boto, boto_client, new_app, new_segment

HELLO = {"SMSMessage": {"Body": "Hello"}}


def add_people(client: Boto, app: str, count: int, **endpoint: Any) -> None:
    for first in range(0, count, 100):
        items = [
            {
                "Id": f"e{number}",
                "ChannelType": "SMS",
                "Address": f"+1555{number:07}",
                **endpoint,
            }
            for number in range(first, min(first + 100, count))
        ]
        client.update_endpoints_batch(ApplicationId=app, EndpointBatchRequest={"Item": items})


def plan(client: Boto, app: str, start: str = "IMMEDIATE", /, **campaign: Any) -> str:
    """A campaign to everybody; ``schedule`` has what its schedule has beside the start."""
    schedule = {"StartTime": start, **campaign.pop("schedule", {})}
    answer = client.create_campaign(
        ApplicationId=app,
        WriteCampaignRequest={
            "SegmentId": new_segment(client, app),
            "MessageConfiguration": HELLO,
            "Schedule": schedule,
            **campaign,
        },
    )
    return str(answer["CampaignResponse"]["Id"])


def state(client: Boto, app: str, campaign: str) -> str:
    answer = client.get_campaign(ApplicationId=app, CampaignId=campaign)
    return str(answer["CampaignResponse"]["State"]["CampaignStatus"])


def activities(client: Boto, app: str, campaign: str) -> list[dict[str, Any]]:
    answer = client.get_campaign_activities(ApplicationId=app, CampaignId=campaign)
    items: list[dict[str, Any]] = answer["ActivitiesResponse"]["Item"]
    return items


def update(client: Boto, app: str, campaign: str, **changes: Any) -> None:
    client.update_campaign(ApplicationId=app, CampaignId=campaign, WriteCampaignRequest=changes)


def event_campaign(client: Boto, app: str, **schedule: Any) -> str:
    dimensions = {
        "EventType": {"DimensionType": "INCLUSIVE", "Values": ["_cart.left"]},
        "Attributes": {"size": {"AttributeType": "INCLUSIVE", "Values": ["big"]}},
        "Metrics": {"price": {"ComparisonOperator": "GREATER_THAN", "Value": 10}},
    }
    return plan(
        client,
        app,
        "2017-09-27T13:00:00Z",
        schedule={
            "Frequency": "EVENT",
            "EventFilter": {"Dimensions": dimensions, "FilterType": "ENDPOINT"},
            "EndTime": "2017-09-28T13:00:00Z",
            **schedule,
        },
    )


def happen(client: Boto, app: str, endpoint: str, kind: str, size: str, price: float) -> None:
    event = {
        "EventType": kind,
        "Timestamp": "2017-09-27T13:00:00Z",
        "Attributes": {"size": size},
        "Metrics": {"price": price},
    }
    batch = {endpoint: {"Endpoint": {}, "Events": {"e": event}}}
    client.put_events(ApplicationId=app, EventsRequest={"BatchItem": batch})


def shop_at(moment: datetime) -> tuple[LocalPinpoint, Boto, str, Clock]:
    """A service at this time, a client of it, and a project with an SMS channel."""
    clock = Clock(moment)
    service = LocalPinpoint(clock=clock)
    client = boto_client(service.session())
    app = new_app(client)
    client.update_sms_channel(ApplicationId=app, SMSChannelRequest={"Enabled": True})
    return service, client, app, clock
