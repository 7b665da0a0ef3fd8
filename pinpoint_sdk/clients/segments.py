"""Segments: which endpoints a campaign addresses."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.clients.base import Client

__all__ = ["SegmentsClient"]


class SegmentsClient(Client):
    """Segments: which endpoints a campaign addresses."""

    def create_segment(
        self, application_id: str, write_segment_request: models.WriteSegmentRequest
    ) -> models.SegmentResponse:
        """Create a segment out of dimensions or groups.

        AWS operation: ``CreateSegment``.

        Args:
            application_id: The project's id, 32 hex digits.
            write_segment_request: Its name, and ``dimensions`` or ``segment_groups``.

        Returns:
            The segment with its id and version 1.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such project.
        """
        return self._call(
            "CreateSegment",
            models.SegmentResponse,
            ApplicationId=application_id,
            WriteSegmentRequest=write_segment_request,
        )

    def get_segment(self, application_id: str, segment_id: str) -> models.SegmentResponse:
        """Get the latest version of a segment.

        AWS operation: ``GetSegment``.

        Args:
            application_id: The project's id, 32 hex digits.
            segment_id: The segment's id, 32 hex digits.

        Returns:
            The segment.

        Raises:
            NotFoundException: There is no such project or segment.
        """
        return self._call(
            "GetSegment",
            models.SegmentResponse,
            ApplicationId=application_id,
            SegmentId=segment_id,
        )
