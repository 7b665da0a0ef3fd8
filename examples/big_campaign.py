"""A campaign to ten thousand people, run by moving the embedded Pinpoint's clock.

    python examples/big_campaign.py

It is written at noon for six in the evening, at most 2,000 messages a second. Nothing waits.
"""

from __future__ import annotations

from datetime import datetime, timezone

from pinpoint_sdk import PinpointClient
from pinpoint_sdk.local import Clock, LocalPinpoint
from pinpoint_sdk.models import (
    CampaignLimits,
    CampaignSmsMessage,
    CreateApplicationRequest,
    EndpointBatchItem,
    EndpointBatchRequest,
    EndpointUser,
    MessageConfiguration,
    Schedule,
    SMSChannelRequest,
    WriteCampaignRequest,
    WriteSegmentRequest,
)

PEOPLE = 10_000
BATCH = 100


def main() -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=timezone.utc)
    with LocalPinpoint(clock=Clock(noon)) as service, service.client() as pinpoint:
        app_id = pinpoint.create_app(CreateApplicationRequest(name="chess club")).id
        pinpoint.update_sms_channel(app_id, SMSChannelRequest(enabled=True))
        store_people(pinpoint, app_id)
        campaign_id = plan_campaign(pinpoint, app_id)
        print(f"{PEOPLE:,} endpoints stored, campaign planned")
        for step in ({"hours": 5}, {"hours": 1}, {"seconds": 2}, {"minutes": 1}):
            time = service.clock.advance(**step)
            print(
                f"{time:%H:%M:%S}  {status(pinpoint, app_id, campaign_id):<16}"
                f"{len(service.inbox):>7,} delivered"
            )
        print(f"The last one: {service.inbox.last.address}: {service.inbox.last.body}")


def store_people(pinpoint: PinpointClient, app_id: str) -> None:
    for first in range(0, PEOPLE, BATCH):
        items = [
            EndpointBatchItem(
                id=f"phone-{number}",
                channel_type="SMS",
                address=f"+1555{number:07}",
                user=EndpointUser(
                    user_id=f"user-{number}", user_attributes={"table": [f"{number}"]}
                ),
            )
            for number in range(first, first + BATCH)
        ]
        pinpoint.update_endpoints_batch(app_id, EndpointBatchRequest(item=items))


def plan_campaign(pinpoint: PinpointClient, app_id: str) -> str:
    everybody = pinpoint.create_segment(app_id, WriteSegmentRequest(name="everybody"))
    sms = CampaignSmsMessage(
        body="Chess night at eight. Your table is {{User.UserAttributes.table}}.",
        message_type="PROMOTIONAL",
    )
    return pinpoint.create_campaign(
        app_id,
        WriteCampaignRequest(
            name="Chess night",
            segment_id=everybody.id,
            message_configuration=MessageConfiguration(sms_message=sms),
            schedule=Schedule(start_time="2026-03-02T18:00:00Z", frequency="ONCE"),
            limits=CampaignLimits(messages_per_second=2_000),
        ),
    ).id


def status(pinpoint: PinpointClient, app_id: str, campaign_id: str) -> str:
    state = pinpoint.get_campaign(app_id, campaign_id).state
    return (state and state.campaign_status) or ""


if __name__ == "__main__":
    main()
