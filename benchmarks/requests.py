"""The same two requests, written for each SDK as its user writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.data import Person
from pinpoint_sdk.models import (
    AddressConfiguration,
    DirectMessageConfiguration,
    EndpointBatchItem,
    EndpointBatchRequest,
    EndpointDemographic,
    EndpointLocation,
    EndpointUser,
    MessageRequest,
    SMSMessage,
)

TEXT = "Hello {{name}}, tonight at eight we play"


def endpoints_in_models(people: Sequence[Person]) -> EndpointBatchRequest:
    """Build the request for this SDK."""
    return EndpointBatchRequest(
        item=[
            EndpointBatchItem(
                id=person.endpoint_id,
                channel_type="SMS",
                address=person.phone_number,
                opt_out="NONE",
                attributes={"interests": person.interests, "plan": ["gold"]},
                metrics={"purchases": person.purchases, "visits": 12.0},
                demographic=EndpointDemographic(
                    app_version="4.2.1",
                    locale="en_US",
                    make="Apple",
                    model="iPhone",
                    platform="ios",
                    platform_version="19.1",
                    timezone="America/Los_Angeles",
                ),
                location=EndpointLocation(
                    city=person.city,
                    country="USA",
                    latitude=person.latitude,
                    longitude=-122.3,
                    postal_code=person.postal_code,
                ),
                user=EndpointUser(
                    user_id=person.user_id, user_attributes={"first_name": [person.first_name]}
                ),
            )
            for person in people
        ]
    )


def endpoints_in_dicts(people: Sequence[Person]) -> dict[str, Any]:
    """Build the request for boto3."""
    return {
        "Item": [
            {
                "Id": person.endpoint_id,
                "ChannelType": "SMS",
                "Address": person.phone_number,
                "OptOut": "NONE",
                "Attributes": {"interests": person.interests, "plan": ["gold"]},
                "Metrics": {"purchases": person.purchases, "visits": 12.0},
                "Demographic": {
                    "AppVersion": "4.2.1",
                    "Locale": "en_US",
                    "Make": "Apple",
                    "Model": "iPhone",
                    "Platform": "ios",
                    "PlatformVersion": "19.1",
                    "Timezone": "America/Los_Angeles",
                },
                "Location": {
                    "City": person.city,
                    "Country": "USA",
                    "Latitude": person.latitude,
                    "Longitude": -122.3,
                    "PostalCode": person.postal_code,
                },
                "User": {
                    "UserId": person.user_id,
                    "UserAttributes": {"first_name": [person.first_name]},
                },
            }
            for person in people
        ]
    }


def endpoints_in_typed_dicts(people: Sequence[Person]) -> dict[str, Any]:
    """Build the request for capo-pinpoint."""
    return {
        "item": [
            {
                "id": person.endpoint_id,
                "channel_type": "SMS",
                "address": person.phone_number,
                "opt_out": "NONE",
                "attributes": {"interests": person.interests, "plan": ["gold"]},
                "metrics": {"purchases": person.purchases, "visits": 12.0},
                "demographic": {
                    "app_version": "4.2.1",
                    "locale": "en_US",
                    "make": "Apple",
                    "model": "iPhone",
                    "platform": "ios",
                    "platform_version": "19.1",
                    "timezone": "America/Los_Angeles",
                },
                "location": {
                    "city": person.city,
                    "country": "USA",
                    "latitude": person.latitude,
                    "longitude": -122.3,
                    "postal_code": person.postal_code,
                },
                "user": {
                    "user_id": person.user_id,
                    "user_attributes": {"first_name": [person.first_name]},
                },
            }
            for person in people
        ]
    }


def message_in_models(people: Sequence[Person]) -> MessageRequest:
    """Build the request for this SDK."""
    return MessageRequest(
        addresses={
            person.phone_number: AddressConfiguration(
                channel_type="SMS", substitutions={"name": [person.first_name]}
            )
            for person in people
        },
        message_configuration=DirectMessageConfiguration(
            sms_message=SMSMessage(body=TEXT, message_type="PROMOTIONAL", sender_id="CHESS")
        ),
    )


def message_in_dicts(people: Sequence[Person]) -> dict[str, Any]:
    """Build the request for boto3."""
    return {
        "Addresses": {
            person.phone_number: {
                "ChannelType": "SMS",
                "Substitutions": {"name": [person.first_name]},
            }
            for person in people
        },
        "MessageConfiguration": {
            "SMSMessage": {"Body": TEXT, "MessageType": "PROMOTIONAL", "SenderId": "CHESS"}
        },
    }


def message_in_typed_dicts(people: Sequence[Person]) -> dict[str, Any]:
    """Build the request for capo-pinpoint."""
    return {
        "addresses": {
            person.phone_number: {
                "channel_type": "SMS",
                "substitutions": {"name": [person.first_name]},
            }
            for person in people
        },
        "message_configuration": {
            "sms_message": {"body": TEXT, "message_type": "PROMOTIONAL", "sender_id": "CHESS"}
        },
    }
