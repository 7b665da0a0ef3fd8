"""The event stream of a project."""

from __future__ import annotations

from pinpoint_sdk.local.engine.call import Call, found
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.events.stream import STREAM_RESOURCES
from pinpoint_sdk.local.protocol.arns import check_role_arn, parse_arn
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON


@operation("PutEventStream")
def put_event_stream(call: Call) -> JSON:
    """Send the events of a project to a stream from now on, in place of the one before.

    The form of the ARN is checked; whether the stream exists shows when events are written.
    """
    project = call.project()
    check_stream_arn(call.body["DestinationStreamArn"])
    check_role_arn("RoleArn", call.body["RoleArn"])
    project.event_stream = {
        **call.body,
        "ApplicationId": project.id,
        "LastModifiedDate": call.date,
    }
    return project.event_stream


@operation("GetEventStream")
def get_event_stream(call: Call) -> JSON:
    """The event stream of a project; without one it is a 404."""
    return found(call.project().event_stream)


@operation("DeleteEventStream")
def delete_event_stream(call: Call) -> JSON:
    """Stop sending events to the stream; returns what it was."""
    stream = get_event_stream(call)
    call.project().event_stream = None
    return stream


def check_stream_arn(text: str) -> None:
    """Validate the ARN of a stream; whether it exists is not checked.

    Raises:
        BadRequest: It is not the ARN of a stream of Kinesis or Firehose.
    """
    arn = parse_arn(text)
    if arn is None or not _is_stream(arn.service, arn.resource) or not arn.region:
        raise BadRequest(
            f"DestinationStreamArn must be the ARN of a Kinesis stream (kinesis, stream/NAME) or "
            f"of a Firehose delivery stream (firehose, deliverystream/NAME), got {text!r}"
        )


def _is_stream(service: str, resource: str) -> bool:
    start = STREAM_RESOURCES.get(service)
    return start is not None and resource.startswith(start) and resource != start
