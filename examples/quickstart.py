"""The main job: set a project up, send to addresses and to users, run a campaign.

    python examples/quickstart.py          on the embedded Pinpoint: no account, no network
    python examples/quickstart.py --aws    on the AWS account of your environment

With ``--aws`` it creates a project, sends to fictitious recipients, and deletes the project. AWS
ended endpoints and campaigns on 2026-10-30 and knows no made-up push credentials: what it refuses
is printed, and the example goes on.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime, timezone

from pinpoint_sdk import PinpointClient
from pinpoint_sdk.errors import DeliveryError, PinpointError, ServiceError
from pinpoint_sdk.local import Clock, LocalPinpoint
from pinpoint_sdk.models import (
    AddressConfiguration,
    ADMChannelRequest,
    ADMMessage,
    APNSChannelRequest,
    APNSMessage,
    AttributeDimension,
    BaiduChannelRequest,
    BaiduMessage,
    CampaignLimits,
    CreateApplicationRequest,
    DeliveryOutcome,
    DirectMessageConfiguration,
    EndpointBatchItem,
    EndpointBatchRequest,
    EndpointDemographic,
    EndpointSendConfiguration,
    EndpointUser,
    Message,
    MessageConfiguration,
    MessageRequest,
    QuietTime,
    Schedule,
    SegmentDimensions,
    SendUsersMessageRequest,
    SMSChannelRequest,
    SMSMessage,
    WriteCampaignRequest,
    WriteSegmentRequest,
)

ENDPOINTS = [
    EndpointBatchItem(
        id="ana-phone",
        channel_type="SMS",
        address="+15555550100",
        user=EndpointUser(user_id="ana"),
        attributes={"interests": ["chess", "tea"]},
    ),
    EndpointBatchItem(
        id="ana-fire",
        channel_type="ADM",
        address="adm-registration-of-ana",
        user=EndpointUser(user_id="ana"),
        demographic=EndpointDemographic(platform="fireos", model="KFMUWI"),
    ),
    EndpointBatchItem(
        id="li-baidu",
        channel_type="BAIDU",
        address="baidu-channel-of-li",
        user=EndpointUser(user_id="li"),
    ),
    EndpointBatchItem(
        id="tom-iphone",
        channel_type="APNS",
        address="apns-token-of-tom",
        user=EndpointUser(user_id="tom"),
        opt_out="ALL",
    ),
]

MESSAGE = DirectMessageConfiguration(
    sms_message=SMSMessage(body="Your table is ready.", message_type="TRANSACTIONAL"),
    adm_message=ADMMessage(title="Table", body="Your table is ready.", action="OPEN_APP"),
    apns_message=APNSMessage(title="Table", body="Your table is ready.", badge=1),
    baidu_message=BaiduMessage(title="Table", body="Your table is ready."),
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Set a project up, send, run a campaign.")
    parser.add_argument("--aws", action="store_true", help="call AWS, not the embedded Pinpoint")
    try:
        if parser.parse_args().aws:
            with PinpointClient() as pinpoint:
                run(pinpoint)
        else:
            noon = Clock(datetime(2026, 3, 2, 12, tzinfo=timezone.utc))
            with LocalPinpoint(clock=noon) as service, service.client() as pinpoint:
                run(pinpoint)
                print(f"\nWhat people got\n{service.inbox}")
    except PinpointError as error:
        sys.exit(f"{type(error).__name__}: {error}")


def run(pinpoint: PinpointClient) -> None:
    app = pinpoint.create_app(CreateApplicationRequest(name="quickstart", tags={"stage": "demo"}))
    print(f"Project {app.name!r}, {app.arn}")
    try:
        with step("Channels"):
            switch_channels_on(pinpoint, app.id)
        with step("Endpoints"):
            store_endpoints(pinpoint, app.id)
        with step("Sending to addresses"):
            send_to_addresses(pinpoint, app.id)
        with step("Sending to users"):
            send_to_users(pinpoint, app.id)
        with step("Campaign"):
            run_campaign(pinpoint, app.id)
    finally:
        pinpoint.delete_app(app.id)
        print(f"\nProject {app.name!r} deleted.")


@contextmanager
def step(title: str) -> Generator[None]:
    print(f"\n{title}")
    with printing_refusals():
        yield


@contextmanager
def printing_refusals() -> Generator[None]:
    try:
        yield
    except ServiceError as error:
        print(f"  refused: {error.code} ({error.status}): {error.message}")


def switch_channels_on(pinpoint: PinpointClient, app_id: str) -> None:
    with printing_refusals():
        adm = pinpoint.update_adm_channel(
            app_id, ADMChannelRequest(client_id="amzn1.app", client_secret="made-up")
        )
        print(f"  {adm.platform}: enabled {adm.enabled}, credentials {adm.has_credential}")
    with printing_refusals():
        baidu = pinpoint.update_baidu_channel(
            app_id, BaiduChannelRequest(api_key="made-up", secret_key="made-up")
        )
        print(f"  {baidu.platform}: enabled {baidu.enabled}, credentials {baidu.has_credential}")
    with printing_refusals():
        request = APNSChannelRequest(
            bundle_id="com.example.table",
            team_id="TEAM123456",
            token_key="-----BEGIN PRIVATE KEY-----\nmade up\n-----END PRIVATE KEY-----",
            token_key_id="KEY1234567",
            default_authentication_method="TOKEN",
        )
        apns = pinpoint.update_apns_channel(app_id, request)
        print(f"  {apns.platform}: enabled {apns.enabled}, .p8 token key {apns.has_token_key}")
        print(f"    out of {request}")
    with printing_refusals():
        sms = pinpoint.update_sms_channel(app_id, SMSChannelRequest(sender_id="TABLE"))
        print(f"  {sms.platform}: enabled {sms.enabled}, sender {sms.sender_id}")


def store_endpoints(pinpoint: PinpointClient, app_id: str) -> None:
    answer = pinpoint.update_endpoints_batch(app_id, EndpointBatchRequest(item=ENDPOINTS))
    print(f"  {len(ENDPOINTS)} stored: {answer.message}")
    endpoint = pinpoint.get_endpoint(app_id, "ana-phone")
    print(f"  ana-phone: {endpoint.channel_type} {endpoint.address}, {endpoint.attributes}")


def send_to_addresses(pinpoint: PinpointClient, app_id: str) -> None:
    response = pinpoint.send_messages(
        app_id,
        MessageRequest(
            message_configuration=MESSAGE,
            addresses={
                "+15555550100": AddressConfiguration(channel_type="SMS"),
                "555-0101": AddressConfiguration(channel_type="SMS"),
                "adm-registration-of-ana": AddressConfiguration(channel_type="ADM"),
                "fcm-token-of-mia": AddressConfiguration(channel_type="GCM"),
            },
        ),
    )
    report(response.outcomes)
    try:
        response.raise_for_failures()
    except DeliveryError as error:
        print(f"  raise_for_failures: {len(error.failed)} of {len(response.outcomes)} failed")


def send_to_users(pinpoint: PinpointClient, app_id: str) -> None:
    response = pinpoint.send_users_messages(
        app_id,
        SendUsersMessageRequest(
            message_configuration=MESSAGE,
            users={
                user_id: EndpointSendConfiguration() for user_id in ("ana", "li", "tom", "nobody")
            },
        ),
    )
    report(response.outcomes)


def report(outcomes: list[DeliveryOutcome]) -> None:
    for outcome in outcomes:
        print(f"  {'sent  ' if outcome.delivery_status == 'SUCCESSFUL' else 'FAILED'} {outcome}")


def run_campaign(pinpoint: PinpointClient, app_id: str) -> None:
    segment = pinpoint.create_segment(
        app_id,
        WriteSegmentRequest(
            name="chess players",
            dimensions=SegmentDimensions(
                attributes={"interests": AttributeDimension(values=["chess"])}
            ),
        ),
    )
    campaign = pinpoint.create_campaign(
        app_id,
        WriteCampaignRequest(
            name="Chess night",
            segment_id=segment.id,
            segment_version=segment.version,
            message_configuration=MessageConfiguration(
                default_message=Message(title="Chess night", body="Tonight at eight.")
            ),
            schedule=Schedule(
                start_time="IMMEDIATE",
                frequency="ONCE",
                quiet_time=QuietTime(start="22:00", end="08:00"),
            ),
            limits=CampaignLimits(maximum_duration=3600, messages_per_second=50),
        ),
    )
    pinpoint.update_campaign(
        app_id,
        campaign.id,
        WriteCampaignRequest(limits=CampaignLimits(maximum_duration=600, messages_per_second=100)),
    )
    for version in pinpoint.iter_campaign_versions(app_id, campaign.id, page_size=1):
        limits = version.limits or CampaignLimits()
        status = version.state.campaign_status if version.state else None
        print(
            f"  {version.name!r} version {version.version}: {status}, at most "
            f"{limits.messages_per_second} messages a second for {limits.maximum_duration} s"
        )


if __name__ == "__main__":
    main()
