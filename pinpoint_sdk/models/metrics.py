"""Metrics: how projects, campaigns and journeys fare, in figures that Pinpoint has aggregated."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from attrs import define

from pinpoint_sdk.models.base import Model, Response, Wire


@define(kw_only=True, repr=False)
class BaseKpiResult(Model):
    """Figures for one metric; ``kpi_result`` of the responses of
    ``get_application_date_range_kpi``, ``get_campaign_date_range_kpi`` and
    ``get_journey_date_range_kpi``.

    AWS shape: ``BaseKpiResult``.
    """

    rows: Annotated[list[ResultRow], Wire("Rows")]
    """The rows; empty where the metric has no value."""


@define(kw_only=True, repr=False)
class ResultRow(Model):
    """One row of a ``BaseKpiResult``: values, and what they are grouped by.

    AWS shape: ``ResultRow``.
    """

    grouped_bys: Annotated[list[ResultRowValue], Wire("GroupedBys")]
    """Fields that the row is grouped by, with their values; empty where the result is not grouped,
    as AWS then leaves them out.
    """
    values: Annotated[list[ResultRowValue], Wire("Values")]
    """Values of the metric."""


@define(kw_only=True, repr=False)
class ResultRowValue(Model):
    """One value of a ``ResultRow``. It travels as a string; ``type`` says what it is.

    AWS shape: ``ResultRowValue``.
    """

    key: Annotated[str, Wire("Key")]
    """Readable name of the metric that ``value`` is for."""
    type: Annotated[str, Wire("Type")]
    """Data type of ``value``, such as ``Double``."""
    value: Annotated[str, Wire("Value")]
    """The value as a string, such as ``123.0``: of the metric in ``ResultRow.values``, of the field
    in ``ResultRow.grouped_bys``.
    """


class KpiPage:
    """Lets the response of a KPI operation be read as a page of its rows."""

    __slots__ = ()

    kpi_result: BaseKpiResult

    @property
    def item(self) -> list[ResultRow]:
        """The rows, ``kpi_result.rows``."""
        return self.kpi_result.rows


@define(kw_only=True, repr=False)
class ApplicationDateRangeKpiResponse(KpiPage, Response):
    """A metric of a project over a span of time, from ``get_application_date_range_kpi``.

    AWS shape: ``ApplicationDateRangeKpiResponse``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project."""
    end_time: Annotated[datetime, Wire("EndTime")]
    """Last moment of the span, which it includes."""
    kpi_name: Annotated[str, Wire("KpiName")]
    """Name of the metric, such as ``successful-delivery-rate``."""
    kpi_result: Annotated[BaseKpiResult, Wire("KpiResult")]
    """Figures for the metric."""
    start_time: Annotated[datetime, Wire("StartTime")]
    """First moment of the span, which it includes."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Stays ``None``: AWS returns the whole result as one page."""


@define(kw_only=True, repr=False)
class CampaignDateRangeKpiResponse(KpiPage, Response):
    """A metric of a campaign over a span of time, from ``get_campaign_date_range_kpi``.

    AWS shape: ``CampaignDateRangeKpiResponse``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project."""
    campaign_id: Annotated[str, Wire("CampaignId")]
    """Id of the campaign."""
    end_time: Annotated[datetime, Wire("EndTime")]
    """Last moment of the span, which it includes."""
    kpi_name: Annotated[str, Wire("KpiName")]
    """Name of the metric, such as ``successful-delivery-rate``."""
    kpi_result: Annotated[BaseKpiResult, Wire("KpiResult")]
    """Figures for the metric."""
    start_time: Annotated[datetime, Wire("StartTime")]
    """First moment of the span, which it includes."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Stays ``None``: AWS returns the whole result as one page."""


@define(kw_only=True, repr=False)
class JourneyDateRangeKpiResponse(KpiPage, Response):
    """A metric of a journey over a span of time, from ``get_journey_date_range_kpi``.

    AWS shape: ``JourneyDateRangeKpiResponse``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project."""
    end_time: Annotated[datetime, Wire("EndTime")]
    """Last moment of the span, which it includes."""
    journey_id: Annotated[str, Wire("JourneyId")]
    """Id of the journey."""
    kpi_name: Annotated[str, Wire("KpiName")]
    """Name of the metric, such as ``successful-delivery-rate``."""
    kpi_result: Annotated[BaseKpiResult, Wire("KpiResult")]
    """Figures for the metric."""
    start_time: Annotated[datetime, Wire("StartTime")]
    """First moment of the span, which it includes."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Stays ``None``: AWS returns the whole result as one page."""


@define(kw_only=True, repr=False)
class JourneyExecutionMetricsResponse(Response):
    """Where the participants of a journey stand, all runs together; from
    ``get_journey_execution_metrics``.

    AWS shape: ``JourneyExecutionMetricsResponse``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project."""
    journey_id: Annotated[str, Wire("JourneyId")]
    """Id of the journey."""
    last_evaluated_time: Annotated[str, Wire("LastEvaluatedTime")]
    """When Pinpoint last evaluated the journey and refreshed the metrics, in ISO 8601."""
    metrics: Annotated[dict[str, str], Wire("Metrics")]
    """The metrics: figures as strings, by name."""


@define(kw_only=True, repr=False)
class JourneyExecutionActivityMetricsResponse(Response):
    """Where the participants of one activity of a journey stand, all runs together; from
    ``get_journey_execution_activity_metrics``.

    AWS shape: ``JourneyExecutionActivityMetricsResponse``.
    """

    activity_type: Annotated[str, Wire("ActivityType")]
    """Kind of the activity: ``CONDITIONAL_SPLIT`` (yes/no split), ``HOLDOUT``, ``MESSAGE`` (email),
    ``MULTI_CONDITIONAL_SPLIT`` (multivariate split), ``RANDOM_SPLIT`` or ``WAIT``.
    """
    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project."""
    journey_activity_id: Annotated[str, Wire("JourneyActivityId")]
    """Id of the activity."""
    journey_id: Annotated[str, Wire("JourneyId")]
    """Id of the journey."""
    last_evaluated_time: Annotated[str, Wire("LastEvaluatedTime")]
    """When Pinpoint last evaluated the activity and refreshed the metrics, in ISO 8601."""
    metrics: Annotated[dict[str, str], Wire("Metrics")]
    """The metrics: figures as strings, by name. Which ones depends on ``activity_type``."""


@define(kw_only=True, repr=False)
class JourneyRunExecutionMetricsResponse(Response):
    """Where the participants of one run of a journey stand; from
    ``get_journey_run_execution_metrics``.

    AWS shape: ``JourneyRunExecutionMetricsResponse``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project."""
    journey_id: Annotated[str, Wire("JourneyId")]
    """Id of the journey."""
    last_evaluated_time: Annotated[str, Wire("LastEvaluatedTime")]
    """When Pinpoint last evaluated the run and refreshed the metrics, in ISO 8601."""
    metrics: Annotated[dict[str, str], Wire("Metrics")]
    """The metrics: figures as strings, by name."""
    run_id: Annotated[str, Wire("RunId")]
    """Id of the run."""


@define(kw_only=True, repr=False)
class JourneyRunExecutionActivityMetricsResponse(Response):
    """Where the participants of one activity in one run of a journey stand; from
    ``get_journey_run_execution_activity_metrics``.

    AWS shape: ``JourneyRunExecutionActivityMetricsResponse``.
    """

    activity_type: Annotated[str, Wire("ActivityType")]
    """Kind of the activity: ``CONDITIONAL_SPLIT`` (yes/no split), ``HOLDOUT``, ``MESSAGE`` (email),
    ``MULTI_CONDITIONAL_SPLIT`` (multivariate split), ``RANDOM_SPLIT`` or ``WAIT``.
    """
    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project."""
    journey_activity_id: Annotated[str, Wire("JourneyActivityId")]
    """Id of the activity."""
    journey_id: Annotated[str, Wire("JourneyId")]
    """Id of the journey."""
    last_evaluated_time: Annotated[str, Wire("LastEvaluatedTime")]
    """When Pinpoint last evaluated the activity in the run and refreshed the metrics, in ISO 8601.
    """
    metrics: Annotated[dict[str, str], Wire("Metrics")]
    """The metrics: figures as strings, by name. Which ones depends on ``activity_type``."""
    run_id: Annotated[str, Wire("RunId")]
    """Id of the run."""
