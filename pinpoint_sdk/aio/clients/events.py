# Written by "make aio" out of pinpoint_sdk/clients/events.py: change that one.
"""The client for events."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient

__all__ = ["AsyncEventsClient"]


class AsyncEventsClient(AsyncClient):
    """Events: what endpoints report, and the stream that carries them on."""

    async def put_events(
        self, application_id: str, events_request: models.EventsRequest
    ) -> models.EventsResponse:
        """Report up to 100 events of endpoints, and create or update these endpoints.

        AWS answers HTTP 202 even if it refused some of them: check ``status_code`` of each
        endpoint and event in the result, 202 or 400.

        AWS operation: ``PutEvents``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            events_request: The events and their endpoints, by endpoint id; 4 MB at most.

        Returns:
            The outcome of each endpoint and each event.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused the request as a whole, or a quota is exceeded.
            NotFoundException: There is no such project.
            PayloadTooLargeException: The request is over 4 MB.
            TooManyRequestsException: The account's rate quota is used up.
        """
        return await self._call(
            "PutEvents",
            models.EventsResponse,
            ApplicationId=application_id,
            EventsRequest=events_request,
        )

    async def put_event_stream(
        self, application_id: str, write_event_stream: models.WriteEventStream
    ) -> models.EventStream:
        """Send a project's events to a stream, or change where they go.

        AWS operation: ``PutEventStream``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            write_event_stream: The stream of Kinesis or Data Firehose, and the role to write to it
                with.

        Returns:
            The event stream as it is now.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "PutEventStream",
            models.EventStream,
            ApplicationId=application_id,
            WriteEventStream=write_event_stream,
        )

    async def get_event_stream(self, application_id: str) -> models.EventStream:
        """Get the stream that a project's events are sent to.

        AWS operation: ``GetEventStream``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The event stream.

        Raises:
            NotFoundException: There is no such project, or it has no event stream.
        """
        return await self._call("GetEventStream", models.EventStream, ApplicationId=application_id)

    async def delete_event_stream(self, application_id: str) -> models.EventStream:
        """Stop sending a project's events to its stream.

        AWS operation: ``DeleteEventStream``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The event stream as it was.

        Raises:
            NotFoundException: There is no such project, or it has no event stream.
        """
        return await self._call(
            "DeleteEventStream", models.EventStream, ApplicationId=application_id
        )
