"""A service with a little of everything in it, for the page; and the picture of it in docs/.

    python -m tests.local.support.demo_data

needs Chromium, and takes the picture anew.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from pinpoint_sdk.local import Clock, LocalPinpoint
from pinpoint_sdk.local.http.server import serve
from tests.local.support.browser import browse

START = datetime(2026, 3, 14, 8, 30, tzinfo=timezone.utc)
PICTURE = Path(__file__).parents[3] / "docs" / "images" / "local-page.png"

_PEOPLE = (
    ("ada", "SMS", "+15555550100"),
    ("ada", "EMAIL", "ada@example.com"),
    ("grace", "SMS", "+15555550101"),
    ("grace", "GCM", "fcm-token-7Yq0"),
    ("katherine", "EMAIL", "katherine@example.com"),
    ("radia", "SMS", "+15555550104"),
)


def open_shop() -> LocalPinpoint:
    """A shop that has sent a few messages and will send more."""
    service = LocalPinpoint(clock=Clock(START))
    make: Any = service.session()
    client = make.client("pinpoint")
    app = _project(client, "Corner shop", "SMS", "EMAIL", "GCM")
    _project(client, "Staging", "SMS")
    for number, (user, channel, address) in enumerate(_PEOPLE):
        client.update_endpoint(
            ApplicationId=app,
            EndpointId=f"{user}-{channel.lower()}",
            EndpointRequest={
                "Address": address,
                "ChannelType": channel,
                "OptOut": "ALL" if number == 5 else "NONE",
                "User": {"UserId": user},
            },
        )
    client.create_sms_template(
        TemplateName="parcel",
        SMSTemplateRequest={"Body": "Hello {{User.UserId}}, your parcel is on its way."},
    )
    client.create_email_template(
        TemplateName="spring-sale",
        EmailTemplateRequest={"Subject": "Spring sale", "TextPart": "Everything in green: -20 %."},
    )
    segment = client.create_segment(ApplicationId=app, WriteSegmentRequest={"Name": "everybody"})
    segment_id = segment["SegmentResponse"]["Id"]
    for name, hours in (("Good morning", 0.5), ("Lunch break", 4)):
        start = START + timedelta(hours=hours)
        client.create_campaign(
            ApplicationId=app,
            WriteCampaignRequest={
                "Name": name,
                "SegmentId": segment_id,
                "Schedule": {
                    "StartTime": start.isoformat(),
                    "Frequency": "DAILY",
                    "EndTime": (start + timedelta(days=14)).isoformat(),
                },
                "MessageConfiguration": {
                    "SMSMessage": {"Body": f"{name}! Today's special: carrot cake."},
                    "EmailMessage": {
                        "Title": name,
                        "Body": "Today's special: carrot cake.\nSee you soon!",
                    },
                },
            },
        )
    client.create_campaign(
        ApplicationId=app,
        WriteCampaignRequest={"Name": "Spring sale", "SegmentId": segment_id, "IsPaused": True},
    )
    client.create_journey(
        ApplicationId=app, WriteJourneyRequest={"Name": "Welcome", "State": "DRAFT"}
    )
    service.clock.advance(hours=1)
    _send(
        client,
        app,
        {"fcm-token-7Yq0": {"ChannelType": "GCM"}},
        {"GCMMessage": {"Title": "Back in stock", "Body": "The blue kettle is here again."}},
    )
    service.clock.advance(minutes=12)
    _send(
        client,
        app,
        {"+15555550101": {"ChannelType": "SMS"}},
        {"SMSMessage": {"Body": "Your code is 493021. It is good for ten minutes."}},
    )
    return service


def _project(client: Any, name: str, *channels: str) -> str:
    created = client.create_app(CreateApplicationRequest={"Name": name})
    app = str(created["ApplicationResponse"]["Id"])
    if "SMS" in channels:
        client.update_sms_channel(ApplicationId=app, SMSChannelRequest={"Enabled": True})
    if "GCM" in channels:
        client.update_gcm_channel(ApplicationId=app, GCMChannelRequest={"ApiKey": "s3cr3t"})
    if "EMAIL" in channels:
        client.update_email_channel(
            ApplicationId=app,
            EmailChannelRequest={
                "FromAddress": "shop@example.com",
                "Identity": "arn:aws:ses:us-east-1:123456789012:identity/example.com",
            },
        )
    return app


def _send(client: Any, app: str, addresses: dict[str, Any], messages: dict[str, Any]) -> None:
    client.send_messages(
        ApplicationId=app,
        MessageRequest={"Addresses": addresses, "MessageConfiguration": messages},
    )


def main() -> None:
    """Take the picture."""
    with open_shop() as service, serve(service) as url:
        browse(url, f"--screenshot={PICTURE}", "--window-size=1280,1060", "--hide-scrollbars")


if __name__ == "__main__":
    main()
