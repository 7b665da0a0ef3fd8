# Written by "make aio" out of pinpoint_sdk/clients/segments.py: change that one.
"""The client for segments."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient
from pinpoint_sdk.aio.pagination import AsyncPaginator

__all__ = ["AsyncSegmentsClient"]


class AsyncSegmentsClient(AsyncClient):
    """Segments: which endpoints a campaign addresses."""

    async def create_segment(
        self, application_id: str, write_segment_request: models.WriteSegmentRequest
    ) -> models.SegmentResponse:
        """Create a segment out of dimensions or groups.

        AWS operation: ``CreateSegment``. AWS ended it on 2026-10-30.

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
        return await self._call(
            "CreateSegment",
            models.SegmentResponse,
            ApplicationId=application_id,
            WriteSegmentRequest=write_segment_request,
        )

    async def get_segment(self, application_id: str, segment_id: str) -> models.SegmentResponse:
        """Get the latest version of a segment.

        AWS operation: ``GetSegment``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            segment_id: The segment's id, 32 hex digits.

        Returns:
            The segment.

        Raises:
            NotFoundException: There is no such project or segment.
        """
        return await self._call(
            "GetSegment",
            models.SegmentResponse,
            ApplicationId=application_id,
            SegmentId=segment_id,
        )

    async def get_segments(
        self, application_id: str, *, page_size: int | None = None, token: str | None = None
    ) -> models.SegmentsResponse:
        """Get one page of a project's segments; ``iter_segments`` reads all pages.

        AWS operation: ``GetSegments``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            page_size: Segments per page, from 1; by default AWS's choice.
            token: The page to get: ``next_token`` of the page before.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such project.
        """
        return await self._call(
            "GetSegments",
            models.SegmentsResponse,
            ApplicationId=application_id,
            PageSize=page_size,
            Token=token,
        )

    def iter_segments(
        self,
        application_id: str,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.SegmentResponse]:
        """Iterate over a project's segments, page by page as they are read.

        AWS operation: ``GetSegments``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            page_size: Segments per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the segments.
        """
        return AsyncPaginator(
            lambda size, start: self.get_segments(application_id, page_size=size, token=start),
            page_size,
            max_items,
            token,
        )

    async def get_segment_version(
        self, application_id: str, segment_id: str, version: str | int
    ) -> models.SegmentResponse:
        """Get one version of a segment.

        AWS operation: ``GetSegmentVersion``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            segment_id: The segment's id, 32 hex digits.
            version: The version, from 1, such as a segment's ``version``.

        Returns:
            The segment at that version.

        Raises:
            NotFoundException: There is no such project, segment or version.
        """
        return await self._call(
            "GetSegmentVersion",
            models.SegmentResponse,
            ApplicationId=application_id,
            SegmentId=segment_id,
            Version=version,
        )

    async def get_segment_versions(
        self,
        application_id: str,
        segment_id: str,
        *,
        page_size: int | None = None,
        token: str | None = None,
    ) -> models.SegmentsResponse:
        """Get one page of a segment's versions; ``iter_segment_versions`` reads all pages.

        AWS operation: ``GetSegmentVersions``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            segment_id: The segment's id, 32 hex digits.
            page_size: Versions per page, from 1; by default AWS's choice.
            token: The page to get: ``next_token`` of the page before.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such project or segment.
        """
        return await self._call(
            "GetSegmentVersions",
            models.SegmentsResponse,
            ApplicationId=application_id,
            SegmentId=segment_id,
            PageSize=page_size,
            Token=token,
        )

    def iter_segment_versions(
        self,
        application_id: str,
        segment_id: str,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.SegmentResponse]:
        """Iterate over all versions of a segment, page by page as they are read.

        AWS operation: ``GetSegmentVersions``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            segment_id: The segment's id, 32 hex digits.
            page_size: Versions per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the segment's versions.
        """
        return AsyncPaginator(
            lambda size, start: self.get_segment_versions(
                application_id, segment_id, page_size=size, token=start
            ),
            page_size,
            max_items,
            token,
        )

    async def update_segment(
        self,
        application_id: str,
        segment_id: str,
        write_segment_request: models.WriteSegmentRequest,
    ) -> models.SegmentResponse:
        """Change a segment, which makes a new version of it.

        AWS operation: ``UpdateSegment``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            segment_id: The segment's id, 32 hex digits.
            write_segment_request: Its name, and ``dimensions`` or ``segment_groups``; ``tags`` are
                ignored.

        Returns:
            The segment as it is now, its version one higher.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such project or segment.
        """
        return await self._call(
            "UpdateSegment",
            models.SegmentResponse,
            ApplicationId=application_id,
            SegmentId=segment_id,
            WriteSegmentRequest=write_segment_request,
        )

    async def delete_segment(self, application_id: str, segment_id: str) -> models.SegmentResponse:
        """Delete a segment.

        A campaign that sends to it fails, and its status becomes ``DELETED``.

        AWS operation: ``DeleteSegment``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            segment_id: The segment's id, 32 hex digits.

        Returns:
            The segment as it was.

        Raises:
            NotFoundException: There is no such project or segment.
        """
        return await self._call(
            "DeleteSegment",
            models.SegmentResponse,
            ApplicationId=application_id,
            SegmentId=segment_id,
        )
