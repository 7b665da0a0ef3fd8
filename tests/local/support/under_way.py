"""A service in the middle of its work: campaigns, journeys and jobs that have begun.

``tests/local/data/state-0.4.0.json`` is what release 0.4.0 saved of it.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import boto3

from pinpoint_sdk.local import Clock, LocalPinpoint

JSON = dict[str, Any]

START = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
BUCKET = "pinpoint-data"
CONTACTS = "ChannelType,Address,Id\nSMS,+12065550150,imported\n"
ROLE = "arn:aws:iam::123456789012:role/pinpoint"
ZONES = ("Asia/Tokyo", "Europe/Berlin", "America/New_York", "America/Los_Angeles")

_EVENT_FILTER = {
    "Dimensions": {"EventType": {"DimensionType": "INCLUSIVE", "Values": ["cart"]}},
    "FilterType": "ENDPOINT",
}


def make_bucket() -> None:
    """Make what the jobs need of S3; under moto."""
    untyped: Any = boto3.Session()
    s3 = untyped.client("s3", region_name="us-east-1")
    s3.create_bucket(Bucket=BUCKET)
    s3.put_object(Bucket=BUCKET, Key="contacts.csv", Body=CONTACTS.encode())


def service_under_way() -> LocalPinpoint:
    service = LocalPinpoint(clock=Clock(START), seed=4, job_duration=timedelta(hours=3))
    client: Any = service.session()
    client = client.client("pinpoint")
    app = client.create_app(CreateApplicationRequest={"Name": "shop"})["ApplicationResponse"]["Id"]
    client.update_sms_channel(ApplicationId=app, SMSChannelRequest={})
    client.create_sms_template(TemplateName="hello", SMSTemplateRequest={"Body": "Hello"})
    for number, zone in enumerate(ZONES):
        request = {
            "ChannelType": "SMS",
            "Address": f"+1206555010{number}",
            "Demographic": {"Timezone": zone},
            "User": {"UserId": f"user-{number}"},
        }
        client.update_endpoint(ApplicationId=app, EndpointId=f"e{number}", EndpointRequest=request)
    everybody, lost = (
        client.create_segment(ApplicationId=app, WriteSegmentRequest={"Name": name})
        for name in ("everybody", "lost")
    )
    segment = everybody["SegmentResponse"]["Id"]
    _begin_campaigns(client, app, segment, lost["SegmentResponse"]["Id"])
    _begin_journeys(client, app, segment)
    _begin_jobs(client, app, segment)
    service.clock.advance(seconds=2)
    client.delete_segment(ApplicationId=app, SegmentId=lost["SegmentResponse"]["Id"])
    paused = _named(client, app, "paused")
    client.update_campaign(
        ApplicationId=app, CampaignId=paused, WriteCampaignRequest={"IsPaused": True}
    )
    _put_event(client, app)
    return service


def _begin_campaigns(client: Any, app: str, segment: str, lost: str) -> None:
    schedules: dict[str, JSON] = {
        "slow": {},
        "paused": {},
        "lost": {},
        "hourly": {"StartTime": "2026-03-02T12:00:01Z", "Frequency": "HOURLY"},
        "local": {
            "StartTime": "2026-03-02T21:00:00",
            "Frequency": "DAILY",
            "IsLocalTime": True,
            "EndTime": "2026-03-05T21:00:00",
        },
        "event": {"Frequency": "EVENT", "EventFilter": _EVENT_FILTER},
    }
    for name, schedule in schedules.items():
        request: JSON = {
            "Name": name,
            "SegmentId": lost if name == "lost" else segment,
            "MessageConfiguration": {"SMSMessage": {"Body": f"Hello from {name}"}},
            "Schedule": {"StartTime": "IMMEDIATE", **schedule},
        }
        if name in ("slow", "paused", "lost"):
            request["Limits"] = {"MessagesPerSecond": 1}
        if name == "hourly":
            treatment = {"SizePercent": 50, "TemplateConfiguration": {"SMSTemplate": _TEMPLATE}}
            request["AdditionalTreatments"] = [treatment]
        client.create_campaign(ApplicationId=app, WriteCampaignRequest=request)


_TEMPLATE = {"Name": "hello"}


def _begin_journeys(client: Any, app: str, segment: str) -> None:
    to_everybody = {"SegmentStartCondition": {"SegmentId": segment}}
    activities: JSON = {
        "wait": {"Wait": {"WaitTime": {"WaitFor": "PT1H"}, "NextActivity": "send"}},
        "send": {"SMS": {"TemplateName": "hello"}},
    }
    requests: dict[str, JSON] = {
        "waiting": {"StartCondition": to_everybody},
        "refreshed": {"StartCondition": to_everybody, "RefreshFrequency": "PT2H"},
        "later": {
            "StartCondition": to_everybody,
            "Schedule": {
                "StartTime": datetime(2026, 3, 3, tzinfo=timezone.utc),
                "EndTime": datetime(2026, 3, 4, tzinfo=timezone.utc),
            },
        },
        "event": {"StartCondition": {"EventStartCondition": {"EventFilter": _EVENT_FILTER}}},
    }
    for name, request in requests.items():
        client.create_journey(
            ApplicationId=app,
            WriteJourneyRequest={
                "Name": name,
                "State": "ACTIVE",
                "StartActivity": "wait",
                "Activities": activities,
                **request,
            },
        )


def _begin_jobs(client: Any, app: str, segment: str) -> None:
    client.create_import_job(
        ApplicationId=app,
        ImportJobRequest={
            "Format": "CSV",
            "RoleArn": ROLE,
            "S3Url": f"s3://{BUCKET}/contacts.csv",
            "SegmentName": "imported",
        },
    )
    client.create_export_job(
        ApplicationId=app,
        ExportJobRequest={
            "RoleArn": ROLE,
            "S3UrlPrefix": f"s3://{BUCKET}/exported",
            "SegmentId": segment,
        },
    )


def _named(client: Any, app: str, name: str) -> str:
    campaigns = client.get_campaigns(ApplicationId=app)["CampaignsResponse"]["Item"]
    return next(str(each["Id"]) for each in campaigns if each["Name"] == name)


def _put_event(client: Any, app: str) -> None:
    event = {"EventType": "cart", "Timestamp": "2026-03-02T12:00:00Z"}
    client.put_events(
        ApplicationId=app,
        EventsRequest={"BatchItem": {"e1": {"Endpoint": {}, "Events": {"cart": event}}}},
    )


def outcome(service: LocalPinpoint) -> list[Any]:
    """What has come of the work three days later."""
    service.clock.advance(days=3)
    client: Any = service.session()
    client = client.client("pinpoint")
    (project,) = client.get_apps()["ApplicationsResponse"]["Item"]
    name = {"ApplicationId": project["Id"]}
    campaigns = client.get_campaigns(**name)["CampaignsResponse"]["Item"]
    journeys = client.list_journeys(**name)["JourneysResponse"]["Item"]
    return [
        [*service.inbox],
        campaigns,
        [
            client.get_campaign_activities(**name, CampaignId=each["Id"])["ActivitiesResponse"]
            for each in campaigns
        ],
        journeys,
        [
            client.get_journey_runs(**name, JourneyId=each["Id"])["JourneyRunsResponse"]
            for each in journeys
        ],
        client.get_segments(**name)["SegmentsResponse"],
        client.get_import_jobs(**name)["ImportJobsResponse"],
        client.get_export_jobs(**name)["ExportJobsResponse"],
    ]
