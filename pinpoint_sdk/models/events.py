"""Events: what endpoints report, what became of each, and the stream that carries them on."""

from __future__ import annotations

from typing import Annotated

from attrs import define, field

from pinpoint_sdk.models.base import Model, Response, Wire
from pinpoint_sdk.models.common import ChannelType
from pinpoint_sdk.models.endpoints import EndpointDemographic, EndpointLocation, EndpointUser
from pinpoint_sdk.models.outcomes import EventOutcome, EventReport


@define(kw_only=True, repr=False)
class EventsRequest(Model):
    """Events to report, and what to store about the endpoints behind them; body of ``put_events``.
    A request takes up to 100 events and 4 MB.

    AWS shape: ``EventsRequest``.
    """

    batch_item: Annotated[dict[str, EventsBatch], Wire("BatchItem")]
    """Endpoints and their events, by endpoint id."""


@define(kw_only=True, repr=False)
class EventsBatch(Model):
    """Events of one endpoint, and what to store about it; a value of ``EventsRequest.batch_item``,
    where the key is the endpoint's id.

    AWS shape: ``EventsBatch``.
    """

    endpoint: Annotated[PublicEndpoint, Wire("Endpoint")]
    """What to store about the endpoint."""
    events: Annotated[dict[str, Event], Wire("Events")]
    """The events, by an event id of your choice; ``ItemResponse.events_item_response`` repeats it.
    """


@define(kw_only=True, repr=False)
class PublicEndpoint(Model):
    """What to store about the endpoint of an ``EventsBatch``, which ``put_events`` creates or
    updates. It has the members of an ``EndpointRequest``; an endpoint takes up to 15 KB.

    AWS shape: ``PublicEndpoint``.
    """

    address: Annotated[str | None, Wire("Address")] = None
    """Where messages arrive. Push: the token the push service gave the device. SMS: a phone number
    in E.164 form. Email: an email address.
    """
    attributes: Annotated[dict[str, list[str]] | None, Wire("Attributes")] = None
    """Custom attributes, each a list of strings even for one value; segments can filter on them. At
    most 250 attributes with up to 50 values each; names up to 50 characters, values up to 100.
    """
    channel_type: Annotated[ChannelType | None, Wire("ChannelType")] = None
    """Channel that messages to ``address`` go through."""
    demographic: Annotated[EndpointDemographic | None, Wire("Demographic")] = None
    """The device, the app on it, its locale and time zone."""
    effective_date: Annotated[str | None, Wire("EffectiveDate")] = None
    """When the endpoint was last updated, ISO 8601."""
    endpoint_status: Annotated[str | None, Wire("EndpointStatus")] = None
    """``ACTIVE``: the endpoint gets messages; ``INACTIVE``: it does not. Every create or update
    sets ``ACTIVE``; updating an endpoint sets ``INACTIVE`` on any other with that ``address``.
    """
    location: Annotated[EndpointLocation | None, Wire("Location")] = None
    """Where the endpoint is."""
    metrics: Annotated[dict[str, float] | None, Wire("Metrics")] = None
    """Custom numbers by name; segments can filter on them."""
    opt_out: Annotated[str | None, Wire("OptOut")] = None
    """``NONE``: the user takes messages. ``ALL``: the user has opted out of every one."""
    request_id: Annotated[str | None, Wire("RequestId")] = None
    """Id of the latest update request for the endpoint."""
    user: Annotated[EndpointUser | None, Wire("User")] = None
    """The user the endpoint belongs to: id and attributes."""


@define(kw_only=True, repr=False)
class Event(Model):
    """One event of an ``EventsBatch``. It takes up to 1,000 KB, and up to 40 keys of ``attributes``
    and ``metrics`` together.

    AWS shape: ``Event``.
    """

    event_type: Annotated[str, Wire("EventType")]
    """Name of the event; ``EventDimensions.event_type`` filters on it."""
    timestamp: Annotated[str, Wire("Timestamp")]
    """When the event occurred, ISO 8601 (``2019-10-08T18:40:16.581Z``)."""
    app_package_name: Annotated[str | None, Wire("AppPackageName")] = None
    """Package name of the app that reports the event."""
    app_title: Annotated[str | None, Wire("AppTitle")] = None
    """Title of that app."""
    app_version_code: Annotated[str | None, Wire("AppVersionCode")] = None
    """Version number of that app."""
    attributes: Annotated[dict[str, str] | None, Wire("Attributes")] = None
    """Custom attributes by name, each one string, not a list as on an endpoint. Names up to 50
    characters, values up to 200.
    """
    client_sdk_version: Annotated[str | None, Wire("ClientSdkVersion")] = None
    """Version of the SDK on the device."""
    metrics: Annotated[dict[str, float] | None, Wire("Metrics")] = None
    """Custom numbers by name."""
    sdk_name: Annotated[str | None, Wire("SdkName")] = None
    """Name of the SDK that reports the event."""
    session: Annotated[Session | None, Wire("Session")] = None
    """The session in which the event occurred."""


@define(kw_only=True, repr=False)
class Session(Model):
    """The session in which an event occurred; ``session`` of an ``Event``.

    AWS shape: ``Session``.
    """

    id: Annotated[str, Wire("Id")]
    """Id of the session."""
    start_timestamp: Annotated[str, Wire("StartTimestamp")]
    """When the session began."""
    duration: Annotated[int | None, Wire("Duration")] = None
    """Length of the session in milliseconds."""
    stop_timestamp: Annotated[str | None, Wire("StopTimestamp")] = None
    """When the session ended."""


@define(kw_only=True, repr=False)
class EventsResponse(EventReport, Response):
    """Outcome of ``put_events``, endpoint by endpoint. The call succeeds even when AWS refuses some
    events: check each ``status_code``.

    AWS shape: ``EventsResponse``.
    """

    results: Annotated[dict[str, ItemResponse], Wire("Results")] = field(factory=dict)
    """Outcomes by endpoint id."""

    @property
    def outcomes(self) -> list[EventOutcome]:
        """What became of each endpoint, followed by its events."""
        outcomes: list[EventOutcome] = []
        for endpoint_id, item in self.results.items():
            if endpoint := item.endpoint_item_response:
                outcomes.append(_outcome(endpoint, endpoint_id))
            outcomes.extend(
                _outcome(event, endpoint_id, event_id)
                for event_id, event in item.events_item_response.items()
            )
        return outcomes


def _outcome(
    item: EndpointItemResponse | EventItemResponse, endpoint_id: str, event_id: str | None = None
) -> EventOutcome:
    return EventOutcome(
        endpoint_id=endpoint_id,
        event_id=event_id,
        status_code=item.status_code or 0,
        message=item.message,
    )


@define(kw_only=True, repr=False)
class ItemResponse(Model):
    """Outcome for one endpoint and for each of its events; a value of ``EventsResponse.results``.

    AWS shape: ``ItemResponse``.
    """

    endpoint_item_response: Annotated[EndpointItemResponse | None, Wire("EndpointItemResponse")] = (
        None
    )
    """Outcome for the endpoint itself."""
    events_item_response: Annotated[dict[str, EventItemResponse], Wire("EventsItemResponse")] = (
        field(factory=dict)
    )
    """Outcomes by event id."""


@define(kw_only=True, repr=False)
class EndpointItemResponse(Model):
    """Outcome for the endpoint of an ``EventsBatch``.

    AWS shape: ``EndpointItemResponse``.
    """

    message: Annotated[str | None, Wire("Message")] = None
    """Explanation that goes with ``status_code``."""
    status_code: Annotated[int | None, Wire("StatusCode")] = None
    """202 where AWS took in what was sent about the endpoint, 400 where not."""


@define(kw_only=True, repr=False)
class EventItemResponse(Model):
    """Outcome for one event of an ``EventsBatch``.

    AWS shape: ``EventItemResponse``.
    """

    message: Annotated[str | None, Wire("Message")] = None
    """Explanation that goes with ``status_code``."""
    status_code: Annotated[int | None, Wire("StatusCode")] = None
    """202 where AWS took in the event, 400 where not."""


@define(kw_only=True, repr=False)
class WriteEventStream(Model):
    """Where to send the events of a project; body of ``put_event_stream``.

    AWS shape: ``WriteEventStream``.
    """

    destination_stream_arn: Annotated[str, Wire("DestinationStreamArn")]
    """ARN of the stream: of Kinesis Data Streams,
    ``arn:aws:kinesis:<region>:<account>:stream/<name>``, or of Data Firehose,
    ``arn:aws:firehose:<region>:<account>:deliverystream/<name>``.
    """
    role_arn: Annotated[str, Wire("RoleArn")]
    """ARN of the IAM role that lets Pinpoint write to the stream."""


@define(kw_only=True, repr=False)
class EventStream(Response):
    """Where the events of a project are sent, as ``put_event_stream``, ``get_event_stream`` and
    ``delete_event_stream`` return it.

    AWS shape: ``EventStream``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project that the events come from, 32 lower-case hex digits."""
    destination_stream_arn: Annotated[str, Wire("DestinationStreamArn")]
    """ARN of the stream: of Kinesis Data Streams,
    ``arn:aws:kinesis:<region>:<account>:stream/<name>``, or of Data Firehose,
    ``arn:aws:firehose:<region>:<account>:deliverystream/<name>``.
    """
    role_arn: Annotated[str, Wire("RoleArn")]
    """ARN of the IAM role that lets Pinpoint write to the stream."""
    external_id: Annotated[str | None, Wire("ExternalId")] = None
    """Deprecated: the AWS account id, set as external id in the role's trust policy. Pinpoint no
    longer needs it, and AWS advises against it.
    """
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When these settings last changed, ISO 8601."""
    last_updated_by: Annotated[str | None, Wire("LastUpdatedBy")] = None
    """IAM user who made that change."""
