"""The records that the event stream of a project gets."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.protocol.arns import parse_arn
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.times.dates import parse_date

_log = logging.getLogger(__name__)

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_RECORDS_PER_CALL = 500

STREAM_RESOURCES: Mapping[str, str] = {"kinesis": "stream/", "firehose": "deliverystream/"}
"""How the resource in a stream's ARN starts, by service."""


def publish(context: Context, project: Project, events: Sequence[JSON]) -> None:
    """Write event records to the project's stream, if it has one.

    If the stream rejects them, they are lost to it: that is logged, and does not fail the request.
    """
    arn = parse_arn(project.event_stream["DestinationStreamArn"]) if project.event_stream else None
    if arn is None or not events:
        return
    name = arn.resource.removeprefix(STREAM_RESOURCES[arn.service])
    put = _WRITERS[arn.service]
    try:
        client = context.aws.client(arn.service, arn.region)
        for start in range(0, len(events), _RECORDS_PER_CALL):
            failed = put(client, name, events[start : start + _RECORDS_PER_CALL])
            if failed:
                _log.warning("The event stream %s rejected %d records", name, failed)
    except Exception as error:  # any failure of boto3 or of its configuration
        _log.warning("The event stream %s could not be written: %s", name, error)


def event_record(context: Context, project: Project, endpoint: JSON, event: JSON) -> JSON:
    """The record of an Event document, in the form that AWS documents for event streams."""
    return {
        "event_type": event["EventType"],
        "event_timestamp": _milliseconds(parse_date(event["Timestamp"])),
        "arrival_timestamp": _milliseconds(context.now),
        "event_version": "3.1",
        "application": _application(project, event),
        "client": {"client_id": endpoint["Id"]},
        "device": _device(endpoint.get("Demographic", {})),
        "session": _session(event.get("Session", {})),
        "attributes": event.get("Attributes", {}),
        "metrics": event.get("Metrics", {}),
        "client_context": {"custom": {"endpoint": json.dumps(endpoint)}},
        "awsAccountId": context.account.number,
    }


def _put_to_kinesis(client: Any, name: str, events: Sequence[JSON]) -> int:
    records = [
        {"Data": json.dumps(event).encode(), "PartitionKey": event["client"]["client_id"][:256]}
        for event in events
    ]
    answer: JSON = client.put_records(StreamName=name, Records=records)
    return int(answer.get("FailedRecordCount", 0))


def _put_to_firehose(client: Any, name: str, events: Sequence[JSON]) -> int:
    records = [{"Data": f"{json.dumps(event)}\n".encode()} for event in events]
    answer: JSON = client.put_record_batch(DeliveryStreamName=name, Records=records)
    return int(answer.get("FailedPutCount", 0))


_WRITERS: Mapping[str, Callable[[Any, str, Sequence[JSON]], int]] = {
    "kinesis": _put_to_kinesis,
    "firehose": _put_to_firehose,
}


def _application(project: Project, event: JSON) -> JSON:
    return {
        "app_id": project.id,
        "sdk": _present(name=event.get("SdkName"), version=event.get("ClientSdkVersion")),
        **_present(
            package_name=event.get("AppPackageName"),
            title=event.get("AppTitle"),
            version_code=event.get("AppVersionCode"),
        ),
    }


def _device(demographic: JSON) -> JSON:
    platform = _present(
        name=demographic.get("Platform"), version=demographic.get("PlatformVersion")
    )
    locale: str | None = demographic.get("Locale")
    device = _present(make=demographic.get("Make"), model=demographic.get("Model"))
    if locale:
        language, _, country = locale.replace("-", "_").partition("_")
        device["locale"] = _present(code=locale, language=language, country=country or None)
    return {**device, "platform": platform}


def _session(session: JSON) -> JSON:
    times = {
        name: _milliseconds(parse_date(session[member]))
        for name, member in (
            ("start_timestamp", "StartTimestamp"),
            ("stop_timestamp", "StopTimestamp"),
        )
        if member in session
    }
    return {
        **_present(session_id=session.get("Id"), duration=session.get("Duration")),
        **times,
    }


def _present(**values: object) -> JSON:
    return {name: value for name, value in values.items() if value is not None}


def _milliseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(milliseconds=1)
