"""What the service answers, as JSON on the wire, and the people that requests are about."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

APPLICATION_ID = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
PAGE_SIZE = 100
LISTING = "listing-"
"""Begins the id of a project that has as many campaigns as the rest of the id says."""


class Person(NamedTuple):
    """What an application knows of one of its users."""

    endpoint_id: str
    user_id: str
    phone_number: str
    first_name: str
    city: str
    postal_code: str
    latitude: float
    interests: list[str]
    purchases: float


def people(count: int) -> list[Person]:
    """Make this many people, each different."""
    return [
        Person(
            endpoint_id=f"endpoint-{number:06}",
            user_id=f"user-{number:06}",
            phone_number=f"+1555{number:07}",
            first_name=("Ana", "Li", "Tom", "Zoë")[number % 4],
            city=("Seattle", "Lisboa", "上海")[number % 3],
            postal_code=f"{98000 + number % 1000}",
            latitude=47.5 + number % 100 / 1000,
            interests=["chess", "tea", f"club-{number % 7}"],
            purchases=float(number % 50),
        )
        for number in range(count)
    ]


def campaign(number: int) -> dict[str, Any]:
    """Make a campaign as the service answers it: scheduled, limited, with one more treatment."""
    campaign_id = f"{number:032x}"
    return {
        "ApplicationId": APPLICATION_ID,
        "Arn": f"arn:aws:mobiletargeting:us-east-1:123456789012:apps/{APPLICATION_ID}"
        f"/campaigns/{campaign_id}",
        "CreationDate": "2026-03-02T09:15:00.000Z",
        "LastModifiedDate": f"2026-04-02T09:15:{number % 60:02}.000Z",
        "Id": campaign_id,
        "SegmentId": f"{number + 7:032x}",
        "SegmentVersion": 1 + number % 5,
        "Version": 1 + number % 9,
        "Priority": number % 5,
        "Name": f"Chess night {number}",
        "Description": "Tells members of the club about the next evening",
        "HoldoutPercent": 10,
        "IsPaused": False,
        "TreatmentName": "Short text",
        "State": {"CampaignStatus": "SCHEDULED"},
        "DefaultState": {"CampaignStatus": "SCHEDULED"},
        "Hook": {"LambdaFunctionName": f"choose-recipients-{number % 10}", "Mode": "FILTER"},
        "Limits": {"Daily": 2, "MaximumDuration": 600, "MessagesPerSecond": 500, "Total": 20},
        "MessageConfiguration": message_configuration(f"Tonight at eight, table {number}"),
        "Schedule": schedule(number),
        "AdditionalTreatments": [
            {
                "Id": f"{number + 9:032x}",
                "SizePercent": 40,
                "TreatmentName": "Long text",
                "State": {"CampaignStatus": "SCHEDULED"},
                "Schedule": schedule(number + 1),
                "MessageConfiguration": message_configuration(
                    f"Tonight at eight we play at table {number}: bring a friend"
                ),
            }
        ],
        "tags": {"team": "events", "cost-center": f"cc-{number % 20}"},
    }


def message_configuration(body: str) -> dict[str, Any]:
    """Make a text message, and a push message that opens the application."""
    return {
        "SMSMessage": {"Body": body, "MessageType": "PROMOTIONAL", "SenderId": "CHESS"},
        "GCMMessage": {
            "Title": "Chess night",
            "Body": body,
            "Action": "OPEN_APP",
            "SilentPush": False,
            "TimeToLive": 3600,
        },
    }


def schedule(number: int) -> dict[str, Any]:
    """Make a weekly schedule with a quiet night."""
    return {
        "StartTime": f"2026-05-{1 + number % 28:02}T18:00:00Z",
        "EndTime": f"2026-09-{1 + number % 28:02}T18:00:00Z",
        "Frequency": "WEEKLY",
        "IsLocalTime": True,
        "Timezone": "UTC+02",
        "QuietTime": {"Start": "22:00", "End": "07:00"},
    }


def campaigns_page(start: int, count: int, next_token: str | None = None) -> bytes:
    """Make the body of a page with the campaigns from number ``start``."""
    page: dict[str, Any] = {"Item": [campaign(start + number) for number in range(count)]}
    if next_token is not None:
        page["NextToken"] = next_token
    return as_json(page)


def campaigns_pages(count: int) -> list[bytes]:
    """Make the bodies of all pages of a listing."""
    return [
        campaigns_page(start, min(PAGE_SIZE, count - start)) for start in range(0, count, PAGE_SIZE)
    ]


def message_response() -> bytes:
    """Make the body of the answer to a message to 100 addresses."""
    return as_json(
        {
            "ApplicationId": APPLICATION_ID,
            "RequestId": "5f0c8d8e-9d1c-4a77-8c53-6f0a1e7b2d34",
            "Result": {
                person.phone_number: {
                    "DeliveryStatus": "SUCCESSFUL",
                    "MessageId": f"message-{person.endpoint_id}",
                    "StatusCode": 200,
                    "StatusMessage": f"MessageId: message-{person.endpoint_id}",
                }
                for person in people(PAGE_SIZE)
            },
        }
    )


def as_json(value: object) -> bytes:
    """Write JSON without spaces, as the service does."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
