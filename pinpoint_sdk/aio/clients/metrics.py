# Written by "make aio" out of pinpoint_sdk/clients/metrics.py: change that one.
"""The client for metrics."""

from __future__ import annotations

from datetime import datetime

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient
from pinpoint_sdk.aio.pagination import AsyncPaginator

__all__ = ["AsyncMetricsClient"]


class AsyncMetricsClient(AsyncClient):
    """Metrics: how projects, campaigns and journeys fare."""

    async def get_application_date_range_kpi(
        self,
        application_id: str,
        kpi_name: str,
        *,
        end_time: datetime | None = None,
        next_token: str | None = None,
        page_size: int | None = None,
        start_time: datetime | None = None,
    ) -> models.ApplicationDateRangeKpiResponse:
        """Get a metric of a project over a span of time.

        The span includes both ends, is at most 31 days long and starts less than 90 days ago; by
        default it is the preceding 31 days. AWS returns the whole result as one page and supports
        no paging here.

        AWS operation: ``GetApplicationDateRangeKpi``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            kpi_name: The metric's name: lower-case terms joined by hyphens, such as
                ``email-open-rate``.
            end_time: Last moment of the span, a datetime with a time zone.
            next_token: Not supported by AWS here.
            page_size: From 1; not supported by AWS here.
            start_time: First moment of the span, a datetime with a time zone.

        Returns:
            The metric's values, as strings with a type; no rows where it has no value.

        Raises:
            BadRequestException: AWS refused the metric's name or the span.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "GetApplicationDateRangeKpi",
            models.ApplicationDateRangeKpiResponse,
            ApplicationId=application_id,
            KpiName=kpi_name,
            EndTime=end_time,
            NextToken=next_token,
            PageSize=page_size,
            StartTime=start_time,
        )

    def iter_application_date_range_kpi(
        self,
        application_id: str,
        kpi_name: str,
        *,
        end_time: datetime | None = None,
        start_time: datetime | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.ResultRow]:
        """Iterate over the rows of a metric of a project, page by page as they are read.

        AWS operation: ``GetApplicationDateRangeKpi``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            kpi_name: The metric's name: lower-case terms joined by hyphens, such as
                ``email-open-rate``.
            end_time: Last moment of the span, a datetime with a time zone.
            start_time: First moment of the span, a datetime with a time zone.
            page_size: Rows per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the rows.
        """
        return AsyncPaginator(
            lambda size, start: self.get_application_date_range_kpi(
                application_id,
                kpi_name,
                end_time=end_time,
                start_time=start_time,
                page_size=size,
                next_token=start,
            ),
            page_size,
            max_items,
            token,
        )

    async def get_campaign_date_range_kpi(
        self,
        application_id: str,
        campaign_id: str,
        kpi_name: str,
        *,
        end_time: datetime | None = None,
        next_token: str | None = None,
        page_size: int | None = None,
        start_time: datetime | None = None,
    ) -> models.CampaignDateRangeKpiResponse:
        """Get a metric of a campaign over a span of time.

        The span includes both ends, is at most 31 days long and starts less than 90 days ago; by
        default it is the preceding 31 days. AWS returns the whole result as one page and supports
        no paging here.

        AWS operation: ``GetCampaignDateRangeKpi``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.
            kpi_name: The metric's name: lower-case terms joined by hyphens, such as
                ``email-open-rate``.
            end_time: Last moment of the span, a datetime with a time zone.
            next_token: Not supported by AWS here.
            page_size: From 1; not supported by AWS here.
            start_time: First moment of the span, a datetime with a time zone.

        Returns:
            The metric's values, as strings with a type; no rows where it has no value.

        Raises:
            BadRequestException: AWS refused the metric's name or the span.
            NotFoundException: There is no such project or campaign.
        """
        return await self._call(
            "GetCampaignDateRangeKpi",
            models.CampaignDateRangeKpiResponse,
            ApplicationId=application_id,
            CampaignId=campaign_id,
            KpiName=kpi_name,
            EndTime=end_time,
            NextToken=next_token,
            PageSize=page_size,
            StartTime=start_time,
        )

    def iter_campaign_date_range_kpi(
        self,
        application_id: str,
        campaign_id: str,
        kpi_name: str,
        *,
        end_time: datetime | None = None,
        start_time: datetime | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.ResultRow]:
        """Iterate over the rows of a metric of a campaign, page by page as they are read.

        AWS operation: ``GetCampaignDateRangeKpi``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.
            kpi_name: The metric's name: lower-case terms joined by hyphens, such as
                ``email-open-rate``.
            end_time: Last moment of the span, a datetime with a time zone.
            start_time: First moment of the span, a datetime with a time zone.
            page_size: Rows per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the rows.
        """
        return AsyncPaginator(
            lambda size, start: self.get_campaign_date_range_kpi(
                application_id,
                campaign_id,
                kpi_name,
                end_time=end_time,
                start_time=start_time,
                page_size=size,
                next_token=start,
            ),
            page_size,
            max_items,
            token,
        )

    async def get_journey_date_range_kpi(
        self,
        application_id: str,
        journey_id: str,
        kpi_name: str,
        *,
        end_time: datetime | None = None,
        next_token: str | None = None,
        page_size: int | None = None,
        start_time: datetime | None = None,
    ) -> models.JourneyDateRangeKpiResponse:
        """Get a metric of a journey over a span of time.

        The span includes both ends, is at most 31 days long and starts less than 90 days ago; by
        default it is the preceding 31 days. AWS returns the whole result as one page and supports
        no paging here.

        AWS operation: ``GetJourneyDateRangeKpi``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            journey_id: The journey's id, 32 hex digits.
            kpi_name: The metric's name: lower-case terms joined by hyphens, such as
                ``email-open-rate``.
            end_time: Last moment of the span, a datetime with a time zone.
            next_token: Not supported by AWS here.
            page_size: From 1; not supported by AWS here.
            start_time: First moment of the span, a datetime with a time zone.

        Returns:
            The metric's values, as strings with a type; no rows where it has no value.

        Raises:
            BadRequestException: AWS refused the metric's name or the span.
            NotFoundException: There is no such project or journey.
        """
        return await self._call(
            "GetJourneyDateRangeKpi",
            models.JourneyDateRangeKpiResponse,
            ApplicationId=application_id,
            JourneyId=journey_id,
            KpiName=kpi_name,
            EndTime=end_time,
            NextToken=next_token,
            PageSize=page_size,
            StartTime=start_time,
        )

    def iter_journey_date_range_kpi(
        self,
        application_id: str,
        journey_id: str,
        kpi_name: str,
        *,
        end_time: datetime | None = None,
        start_time: datetime | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.ResultRow]:
        """Iterate over the rows of a metric of a journey, page by page as they are read.

        AWS operation: ``GetJourneyDateRangeKpi``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            journey_id: The journey's id, 32 hex digits.
            kpi_name: The metric's name: lower-case terms joined by hyphens, such as
                ``email-open-rate``.
            end_time: Last moment of the span, a datetime with a time zone.
            start_time: First moment of the span, a datetime with a time zone.
            page_size: Rows per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the rows.
        """
        return AsyncPaginator(
            lambda size, start: self.get_journey_date_range_kpi(
                application_id,
                journey_id,
                kpi_name,
                end_time=end_time,
                start_time=start_time,
                page_size=size,
                next_token=start,
            ),
            page_size,
            max_items,
            token,
        )

    async def get_journey_execution_metrics(
        self,
        application_id: str,
        journey_id: str,
        *,
        next_token: str | None = None,
        page_size: int | None = None,
    ) -> models.JourneyExecutionMetricsResponse:
        """Get the execution metrics of a journey, all its runs together.

        AWS returns all metrics at once and supports no paging here.

        AWS operation: ``GetJourneyExecutionMetrics``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            journey_id: The journey's id, 32 hex digits.
            next_token: Not supported by AWS here.
            page_size: From 1; not supported by AWS here.

        Returns:
            The metrics by name, and when they were last refreshed.

        Raises:
            NotFoundException: There is no such project or journey.
        """
        return await self._call(
            "GetJourneyExecutionMetrics",
            models.JourneyExecutionMetricsResponse,
            ApplicationId=application_id,
            JourneyId=journey_id,
            NextToken=next_token,
            PageSize=page_size,
        )

    async def get_journey_execution_activity_metrics(
        self,
        application_id: str,
        journey_id: str,
        journey_activity_id: str,
        *,
        next_token: str | None = None,
        page_size: int | None = None,
    ) -> models.JourneyExecutionActivityMetricsResponse:
        """Get the execution metrics of one activity of a journey, all runs together.

        AWS returns all metrics at once and supports no paging here.

        AWS operation: ``GetJourneyExecutionActivityMetrics``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            journey_id: The journey's id, 32 hex digits.
            journey_activity_id: The activity's id, its key in the journey's ``activities``.
            next_token: Not supported by AWS here.
            page_size: From 1; not supported by AWS here.

        Returns:
            The metrics by name, and when they were last refreshed.

        Raises:
            NotFoundException: There is no such project, journey or activity.
        """
        return await self._call(
            "GetJourneyExecutionActivityMetrics",
            models.JourneyExecutionActivityMetricsResponse,
            ApplicationId=application_id,
            JourneyId=journey_id,
            JourneyActivityId=journey_activity_id,
            NextToken=next_token,
            PageSize=page_size,
        )

    async def get_journey_run_execution_metrics(
        self,
        application_id: str,
        journey_id: str,
        run_id: str,
        *,
        next_token: str | None = None,
        page_size: int | None = None,
    ) -> models.JourneyRunExecutionMetricsResponse:
        """Get the execution metrics of one run of a journey.

        AWS returns all metrics at once and supports no paging here.

        AWS operation: ``GetJourneyRunExecutionMetrics``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            journey_id: The journey's id, 32 hex digits.
            run_id: The run's id, from ``get_journey_runs``.
            next_token: Not supported by AWS here.
            page_size: From 1; not supported by AWS here.

        Returns:
            The metrics by name, and when they were last refreshed.

        Raises:
            NotFoundException: There is no such project, journey or run.
        """
        return await self._call(
            "GetJourneyRunExecutionMetrics",
            models.JourneyRunExecutionMetricsResponse,
            ApplicationId=application_id,
            JourneyId=journey_id,
            RunId=run_id,
            NextToken=next_token,
            PageSize=page_size,
        )

    async def get_journey_run_execution_activity_metrics(
        self,
        application_id: str,
        journey_id: str,
        run_id: str,
        journey_activity_id: str,
        *,
        next_token: str | None = None,
        page_size: int | None = None,
    ) -> models.JourneyRunExecutionActivityMetricsResponse:
        """Get the execution metrics of one activity in one run of a journey.

        AWS returns all metrics at once and supports no paging here.

        AWS operation: ``GetJourneyRunExecutionActivityMetrics``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            journey_id: The journey's id, 32 hex digits.
            run_id: The run's id, from ``get_journey_runs``.
            journey_activity_id: The activity's id, its key in the journey's ``activities``.
            next_token: Not supported by AWS here.
            page_size: From 1; not supported by AWS here.

        Returns:
            The metrics by name, and when they were last refreshed.

        Raises:
            NotFoundException: There is no such project, journey, run or activity.
        """
        return await self._call(
            "GetJourneyRunExecutionActivityMetrics",
            models.JourneyRunExecutionActivityMetricsResponse,
            ApplicationId=application_id,
            JourneyId=journey_id,
            RunId=run_id,
            JourneyActivityId=journey_activity_id,
            NextToken=next_token,
            PageSize=page_size,
        )
