"""The event stream of a project."""

from __future__ import annotations

from pinpoint_sdk.local.arns import check_role_arn, read_arn
from pinpoint_sdk.local.call import Call
from pinpoint_sdk.local.event_stream import STREAM_RESOURCES
from pinpoint_sdk.local.faults import BadRequest, resource_not_found
from pinpoint_sdk.local.operations.registry import operation
from pinpoint_sdk.local.wire import JSON


@operation("PutEventStream")
def put_event_stream(call: Call) -> JSON:
    """Send the events of a project to a stream from now on, in place of the one before.

    The ARN is checked, not whether there is such a stream: that shows when events are written.
    """
    project = call.project()
    _check_stream_arn(call.body["DestinationStreamArn"])
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
    stream = call.project().event_stream
    if stream is None:
        raise resource_not_found()
    return stream


@operation("DeleteEventStream")
def delete_event_stream(call: Call) -> JSON:
    """Send events nowhere any more; answers with what the stream was."""
    stream = get_event_stream(call)
    call.project().event_stream = None
    return stream


def _check_stream_arn(text: str) -> None:
    arn = read_arn(text)
    if arn is None or not _is_stream(arn.service, arn.resource) or not arn.region:
        raise BadRequest(
            f"DestinationStreamArn must be the ARN of a Kinesis stream (kinesis, stream/NAME) or "
            f"of a Firehose delivery stream (firehose, deliverystream/NAME), got {text!r}"
        )


def _is_stream(service: str, resource: str) -> bool:
    start = STREAM_RESOURCES.get(service)
    return start is not None and resource.startswith(start) and resource != start
