# Written by "make aio" out of pinpoint_sdk/clients/jobs.py: change that one.
"""The client for import and export jobs."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient
from pinpoint_sdk.aio.pagination import AsyncPaginator
from pinpoint_sdk.aio.waiters import wait_until

__all__ = ["AsyncJobsClient"]


class AsyncJobsClient(AsyncClient):
    """Jobs: endpoint definitions imported from Amazon S3, or exported to it."""

    async def create_import_job(
        self, application_id: str, import_job_request: models.ImportJobRequest
    ) -> models.ImportJobResponse:
        """Start to import endpoints from Amazon S3.

        AWS accepts the job, status ``CREATED``, and runs it afterwards: follow it with
        ``get_import_job``. With ``define_segment`` it leaves a segment of type ``IMPORT``, which
        nothing else creates. A region takes 10 import jobs of up to 1 GB each at a time.

        AWS operation: ``CreateImportJob``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            import_job_request: Where the files are, their format, the role to read them with, and
                what to make of them.

        Returns:
            The job with its id.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or a quota is exceeded.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "CreateImportJob",
            models.ImportJobResponse,
            ApplicationId=application_id,
            ImportJobRequest=import_job_request,
        )

    async def get_import_job(self, application_id: str, job_id: str) -> models.ImportJobResponse:
        """Get one import job: its settings and its progress.

        AWS operation: ``GetImportJob``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            job_id: The job's id, 32 hex digits.

        Returns:
            The job.

        Raises:
            NotFoundException: There is no such project or job.
        """
        return await self._call(
            "GetImportJob", models.ImportJobResponse, ApplicationId=application_id, JobId=job_id
        )

    async def get_import_jobs(
        self, application_id: str, *, page_size: int | None = None, token: str | None = None
    ) -> models.ImportJobsResponse:
        """Get one page of a project's import jobs; ``iter_import_jobs`` reads all pages.

        AWS operation: ``GetImportJobs``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            page_size: Jobs per page, from 1; by default AWS's choice.
            token: The page to get: ``next_token`` of the page before.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such project.
        """
        return await self._call(
            "GetImportJobs",
            models.ImportJobsResponse,
            ApplicationId=application_id,
            PageSize=page_size,
            Token=token,
        )

    def iter_import_jobs(
        self,
        application_id: str,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.ImportJobResponse]:
        """Iterate over a project's import jobs, page by page as they are read.

        AWS operation: ``GetImportJobs``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            page_size: Jobs per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the import jobs.
        """
        return AsyncPaginator(
            lambda size, start: self.get_import_jobs(application_id, page_size=size, token=start),
            page_size,
            max_items,
            token,
        )

    async def get_segment_import_jobs(
        self,
        application_id: str,
        segment_id: str,
        *,
        page_size: int | None = None,
        token: str | None = None,
    ) -> models.ImportJobsResponse:
        """Get one page of a segment's import jobs; ``iter_segment_import_jobs`` reads all pages.

        AWS operation: ``GetSegmentImportJobs``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            segment_id: The segment's id, 32 hex digits.
            page_size: Jobs per page, from 1; by default AWS's choice.
            token: The page to get: ``next_token`` of the page before.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such project or segment.
        """
        return await self._call(
            "GetSegmentImportJobs",
            models.ImportJobsResponse,
            ApplicationId=application_id,
            SegmentId=segment_id,
            PageSize=page_size,
            Token=token,
        )

    def iter_segment_import_jobs(
        self,
        application_id: str,
        segment_id: str,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.ImportJobResponse]:
        """Iterate over a segment's import jobs, page by page as they are read.

        AWS operation: ``GetSegmentImportJobs``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            segment_id: The segment's id, 32 hex digits.
            page_size: Jobs per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the segment's import jobs.
        """
        return AsyncPaginator(
            lambda size, start: self.get_segment_import_jobs(
                application_id, segment_id, page_size=size, token=start
            ),
            page_size,
            max_items,
            token,
        )

    async def create_export_job(
        self, application_id: str, export_job_request: models.ExportJobRequest
    ) -> models.ExportJobResponse:
        """Start to export a segment's endpoints, or all of a project's, to Amazon S3.

        AWS accepts the job (HTTP 202), status ``CREATED``, and runs it afterwards: follow it with
        ``get_export_job``.

        AWS operation: ``CreateExportJob``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            export_job_request: Where to write, the role to write with, and which segment; without
                one, all endpoints.

        Returns:
            The job with its id.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "CreateExportJob",
            models.ExportJobResponse,
            ApplicationId=application_id,
            ExportJobRequest=export_job_request,
        )

    async def get_export_job(self, application_id: str, job_id: str) -> models.ExportJobResponse:
        """Get one export job: its settings and its progress.

        AWS operation: ``GetExportJob``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            job_id: The job's id, 32 hex digits.

        Returns:
            The job.

        Raises:
            NotFoundException: There is no such project or job.
        """
        return await self._call(
            "GetExportJob", models.ExportJobResponse, ApplicationId=application_id, JobId=job_id
        )

    async def get_export_jobs(
        self, application_id: str, *, page_size: int | None = None, token: str | None = None
    ) -> models.ExportJobsResponse:
        """Get one page of a project's export jobs; ``iter_export_jobs`` reads all pages.

        AWS operation: ``GetExportJobs``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            page_size: Jobs per page, from 1; by default AWS's choice.
            token: The page to get: ``next_token`` of the page before.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such project.
        """
        return await self._call(
            "GetExportJobs",
            models.ExportJobsResponse,
            ApplicationId=application_id,
            PageSize=page_size,
            Token=token,
        )

    def iter_export_jobs(
        self,
        application_id: str,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.ExportJobResponse]:
        """Iterate over a project's export jobs, page by page as they are read.

        AWS operation: ``GetExportJobs``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            page_size: Jobs per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the export jobs.
        """
        return AsyncPaginator(
            lambda size, start: self.get_export_jobs(application_id, page_size=size, token=start),
            page_size,
            max_items,
            token,
        )

    async def get_segment_export_jobs(
        self,
        application_id: str,
        segment_id: str,
        *,
        page_size: int | None = None,
        token: str | None = None,
    ) -> models.ExportJobsResponse:
        """Get one page of a segment's export jobs; ``iter_segment_export_jobs`` reads all pages.

        AWS operation: ``GetSegmentExportJobs``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            segment_id: The segment's id, 32 hex digits.
            page_size: Jobs per page, from 1; by default AWS's choice.
            token: The page to get: ``next_token`` of the page before.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such project or segment.
        """
        return await self._call(
            "GetSegmentExportJobs",
            models.ExportJobsResponse,
            ApplicationId=application_id,
            SegmentId=segment_id,
            PageSize=page_size,
            Token=token,
        )

    def iter_segment_export_jobs(
        self,
        application_id: str,
        segment_id: str,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.ExportJobResponse]:
        """Iterate over a segment's export jobs, page by page as they are read.

        AWS operation: ``GetSegmentExportJobs``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            segment_id: The segment's id, 32 hex digits.
            page_size: Jobs per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the segment's export jobs.
        """
        return AsyncPaginator(
            lambda size, start: self.get_segment_export_jobs(
                application_id, segment_id, page_size=size, token=start
            ),
            page_size,
            max_items,
            token,
        )

    async def wait_until_import_job_completed(
        self, application_id: str, job_id: str, *, timeout: float = 3600, delay: float = 15
    ) -> models.ImportJobResponse:
        """Wait until an import job is ``COMPLETED``.

        AWS operation: ``GetImportJob``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            job_id: The job's id, 32 hex digits.
            timeout: Seconds until giving up; with 0 there is one call.
            delay: Seconds between two calls.

        Returns:
            The completed job.

        Raises:
            WaitFailedError: The job is ``FAILED``, with its first failure; ``last`` is the job.
            WaitTimeoutError: The job is still running; ``last`` is the job.
            NotFoundException: There is no such project or job.
        """
        return await wait_until(
            f"import job {job_id}",
            lambda: self.get_import_job(application_id, job_id),
            lambda job: job.job_status,
            wanted="COMPLETED",
            ends=("COMPLETED", "FAILED"),
            timeout=timeout,
            delay=delay,
            move_clock=self._transport.move_clock,
            failures=lambda job: job.failures,
        )

    async def wait_until_export_job_completed(
        self, application_id: str, job_id: str, *, timeout: float = 3600, delay: float = 15
    ) -> models.ExportJobResponse:
        """Wait until an export job is ``COMPLETED``.

        AWS operation: ``GetExportJob``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            job_id: The job's id, 32 hex digits.
            timeout: Seconds until giving up; with 0 there is one call.
            delay: Seconds between two calls.

        Returns:
            The completed job.

        Raises:
            WaitFailedError: The job is ``FAILED``, with its first failure; ``last`` is the job.
            WaitTimeoutError: The job is still running; ``last`` is the job.
            NotFoundException: There is no such project or job.
        """
        return await wait_until(
            f"export job {job_id}",
            lambda: self.get_export_job(application_id, job_id),
            lambda job: job.job_status,
            wanted="COMPLETED",
            ends=("COMPLETED", "FAILED"),
            timeout=timeout,
            delay=delay,
            move_clock=self._transport.move_clock,
            failures=lambda job: job.failures,
        )
