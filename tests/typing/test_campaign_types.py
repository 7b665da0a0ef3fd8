"""The types of segments, jobs, campaigns, journeys and metrics."""

from __future__ import annotations

from datetime import datetime, timezone

from typing_extensions import assert_type

from pinpoint_sdk import Paginator, PinpointClient, models
from tests.support.loopback import Loopback

START = datetime(2026, 10, 1, tzinfo=timezone.utc)
END = datetime(2026, 10, 30, tzinfo=timezone.utc)


def test_segments(pinpoint: PinpointClient, loopback: Loopback) -> None:
    request = models.WriteSegmentRequest(name="all")
    assert_type(pinpoint.create_segment("app", request), models.SegmentResponse)
    assert_type(pinpoint.get_segments("app", page_size=5), models.SegmentsResponse)
    assert_type(pinpoint.iter_segments("app"), Paginator[models.SegmentResponse])
    assert_type(pinpoint.get_segment_version("app", "segment", 1), models.SegmentResponse)
    assert_type(pinpoint.get_segment_versions("app", "segment"), models.SegmentsResponse)
    versions = pinpoint.iter_segment_versions("app", "segment", page_size=5)
    assert_type(versions, Paginator[models.SegmentResponse])
    assert_type(pinpoint.update_segment("app", "segment", request), models.SegmentResponse)
    assert_type(pinpoint.delete_segment("app", "segment"), models.SegmentResponse)
    team = {"AttributeType": "INCLUSIVE", "Values": ["red"]}
    dimensions = {"Attributes": {"team": team}, "Metrics": {"age": {"Value": 18}}}
    groups = {"Include": "ANY", "Groups": [{"Type": "ALL", "SourceSegments": [{"Id": "segment"}]}]}
    loopback.answer({"Dimensions": dimensions, "SegmentGroups": groups, "ImportDefinition": {}})
    segment = pinpoint.get_segment("app", "segment")
    assert_type(segment, models.SegmentResponse)
    assert_type(segment.segment_type, models.SegmentType)
    assert_type(segment.version, int | None)
    assert_type(segment.tags, dict[str, str])
    assert segment.dimensions
    assert segment.dimensions.attributes
    assert segment.dimensions.metrics
    assert_type(segment.dimensions.behavior, models.SegmentBehaviors | None)
    assert_type(segment.dimensions.attributes, dict[str, models.AttributeDimension])
    assert_type(segment.dimensions.attributes["team"].values, list[str])
    assert_type(segment.dimensions.attributes["team"].attribute_type, models.AttributeType | None)
    assert_type(segment.dimensions.metrics["age"].value, float)
    assert segment.segment_groups
    assert segment.segment_groups.groups
    assert_type(segment.segment_groups.include, models.Include | None)
    for group in segment.segment_groups.groups:
        assert_type(group, models.SegmentGroup)
        assert_type(group.type, models.Type | None)
        assert_type(group.source_segments, list[models.SegmentReference] | None)
    assert segment.import_definition
    assert_type(segment.import_definition.channel_counts, dict[str, int])


def test_import_jobs(pinpoint: PinpointClient, loopback: Loopback) -> None:
    request = models.ImportJobRequest(format="CSV", role_arn="arn", s3_url="s3://bucket/file")
    assert_type(pinpoint.create_import_job("app", request), models.ImportJobResponse)
    assert_type(pinpoint.get_import_jobs("app"), models.ImportJobsResponse)
    assert_type(pinpoint.iter_import_jobs("app"), Paginator[models.ImportJobResponse])
    assert_type(pinpoint.get_segment_import_jobs("app", "segment"), models.ImportJobsResponse)
    of_a_segment = pinpoint.iter_segment_import_jobs("app", "segment")
    assert_type(of_a_segment, Paginator[models.ImportJobResponse])
    job = pinpoint.get_import_job("app", "job")
    assert_type(job, models.ImportJobResponse)
    assert_type(job.job_status, models.JobStatus)
    assert_type(job.definition, models.ImportJobResource)
    assert_type(job.definition.format, models.Format)
    assert_type(job.failures, list[str])
    assert_type(job.total_processed, int | None)
    loopback.answer({"JobStatus": "COMPLETED"})
    completed = pinpoint.wait_until_import_job_completed("app", "job", timeout=60, delay=0.5)
    assert_type(completed, models.ImportJobResponse)


def test_export_jobs(pinpoint: PinpointClient, loopback: Loopback) -> None:
    request = models.ExportJobRequest(role_arn="arn", s3_url_prefix="s3://bucket/folder")
    assert_type(pinpoint.create_export_job("app", request), models.ExportJobResponse)
    assert_type(pinpoint.get_export_jobs("app"), models.ExportJobsResponse)
    assert_type(pinpoint.iter_export_jobs("app"), Paginator[models.ExportJobResponse])
    assert_type(pinpoint.get_segment_export_jobs("app", "segment"), models.ExportJobsResponse)
    of_a_segment = pinpoint.iter_segment_export_jobs("app", "segment")
    assert_type(of_a_segment, Paginator[models.ExportJobResponse])
    job = pinpoint.get_export_job("app", "job")
    assert_type(job, models.ExportJobResponse)
    assert_type(job.definition.segment_version, int | None)
    loopback.answer({"JobStatus": "COMPLETED"})
    completed = pinpoint.wait_until_export_job_completed("app", "job")
    assert_type(completed, models.ExportJobResponse)


def test_campaigns(pinpoint: PinpointClient, loopback: Loopback) -> None:
    request = models.WriteCampaignRequest(name="spring")
    assert_type(pinpoint.create_campaign("app", request), models.CampaignResponse)
    assert_type(pinpoint.get_campaigns("app", page_size=5), models.CampaignsResponse)
    assert_type(pinpoint.iter_campaigns("app"), Paginator[models.CampaignResponse])
    assert_type(pinpoint.get_campaign_version("app", "campaign", "1"), models.CampaignResponse)
    assert_type(pinpoint.get_campaign_version("app", "campaign", 1), models.CampaignResponse)
    assert_type(pinpoint.get_campaign_versions("app", "campaign"), models.CampaignsResponse)
    versions = pinpoint.iter_campaign_versions("app", "campaign", page_size=5, max_items=5)
    assert_type(versions, Paginator[models.CampaignResponse])
    assert_type(pinpoint.update_campaign("app", "campaign", request), models.CampaignResponse)
    assert_type(pinpoint.delete_campaign("app", "campaign"), models.CampaignResponse)
    loopback.answer({"Limits": {"Daily": 1}, "State": {"CampaignStatus": "PAUSED"}})
    campaign = pinpoint.get_campaign("app", "campaign")
    assert_type(campaign, models.CampaignResponse)
    assert_type(campaign.id, str)
    assert_type(campaign.segment_version, int)
    assert_type(campaign.version, int | None)
    assert_type(campaign.tags, dict[str, str])
    assert_type(campaign.additional_treatments, list[models.TreatmentResource])
    assert_type(campaign.limits, models.CampaignLimits | None)
    assert campaign.limits
    assert campaign.state
    assert_type(campaign.limits.daily, int | None)
    assert_type(campaign.state.campaign_status, models.CampaignStatus | None)
    assert (campaign.limits.daily, campaign.state.campaign_status) == (1, "PAUSED")
    paused = pinpoint.wait_until_campaign_status("app", "campaign", "PAUSED", timeout=0)
    assert_type(paused, models.CampaignResponse)


def test_activities_of_a_campaign(pinpoint: PinpointClient, loopback: Loopback) -> None:
    loopback.answer({"Item": [{}]})
    assert_type(pinpoint.get_campaign_activities("app", "campaign"), models.ActivitiesResponse)
    activities = pinpoint.iter_campaign_activities("app", "campaign")
    assert_type(activities, Paginator[models.ActivityResponse])
    for activity in activities:
        assert_type(activity.state, str | None)
        assert_type(activity.total_endpoint_count, int | None)
        assert_type(activity.execution_metrics, dict[str, str])


def test_journeys(pinpoint: PinpointClient, loopback: Loopback) -> None:
    request = models.WriteJourneyRequest(name="welcome")
    state = models.JourneyStateRequest(state="ACTIVE")
    assert_type(pinpoint.create_journey("app", request), models.JourneyResponse)
    assert_type(pinpoint.list_journeys("app", token="next"), models.JourneysResponse)
    assert_type(pinpoint.iter_journeys("app"), Paginator[models.JourneyResponse])
    assert_type(pinpoint.update_journey("app", "journey", request), models.JourneyResponse)
    assert_type(pinpoint.update_journey_state("app", "journey", state), models.JourneyResponse)
    assert_type(pinpoint.delete_journey("app", "journey"), models.JourneyResponse)
    rule = {"StartTime": "09:00", "EndTime": "17:00"}
    loopback.answer(
        {
            "Schedule": {"StartTime": "2026-10-01T00:00:00Z"},
            "OpenHours": {"SMS": {"MONDAY": [rule]}},
            "StartCondition": {"SegmentStartCondition": {"SegmentId": "segment"}},
        }
    )
    journey = pinpoint.get_journey("app", "journey")
    assert_type(journey, models.JourneyResponse)
    assert_type(journey.state, models.State | None)
    assert_type(journey.creation_date, str | None)
    assert_type(journey.local_time, bool | None)
    assert_type(journey.tags, dict[str, str])
    assert_type(journey.timezone_estimation_methods, list[models.TimezoneEstimationMethodsElement])
    assert journey.schedule
    assert_type(journey.schedule.start_time, datetime | None)
    assert journey.open_hours
    assert journey.open_hours.sms
    assert_type(journey.open_hours.sms, dict[models.DayOfWeek, list[models.OpenHoursRule]])
    assert_type(journey.open_hours.sms["MONDAY"][0].start_time, str | None)
    assert journey.start_condition
    assert journey.start_condition.segment_start_condition
    assert_type(journey.start_condition.segment_start_condition.segment_id, str)


def test_activities_of_a_journey(pinpoint: PinpointClient, loopback: Loopback) -> None:
    dimensions = {"EventType": {"Values": ["bought"]}}
    condition = {"Operator": "ANY", "Conditions": [{"EventCondition": {"Dimensions": dimensions}}]}
    split = {"Condition": condition, "TrueActivity": "text"}
    text = {"MessageConfig": {"MessageType": "PROMOTIONAL"}}
    loopback.answer({"Activities": {"split": {"ConditionalSplit": split}, "text": {"SMS": text}}})
    activities = pinpoint.get_journey("app", "journey").activities
    assert_type(activities, dict[str, models.Activity])
    assert_type(activities["text"].email, models.EmailMessageActivity | None)
    assert_type(activities["text"].push, models.PushMessageActivity | None)
    assert_type(activities["text"].custom, models.CustomMessageActivity | None)
    assert_type(activities["text"].wait, models.WaitActivity | None)
    assert_type(activities["text"].holdout, models.HoldoutActivity | None)
    assert_type(activities["text"].random_split, models.RandomSplitActivity | None)
    assert_type(activities["text"].multi_condition, models.MultiConditionalSplitActivity | None)
    assert_type(activities["text"].contact_center, models.ContactCenterActivity | None)
    assert_type(activities["text"].sms, models.SMSMessageActivity | None)
    assert activities["text"].sms
    assert activities["text"].sms.message_config
    assert_type(activities["text"].sms.message_config.message_type, models.MessageType | None)
    branch = activities["split"].conditional_split
    assert_type(branch, models.ConditionalSplitActivity | None)
    assert branch
    assert branch.condition
    assert branch.condition.conditions
    assert_type(branch.true_activity, str | None)
    assert_type(branch.evaluation_wait_time, models.WaitTime | None)
    assert_type(branch.condition.operator, models.Operator | None)
    for each in branch.condition.conditions:
        assert_type(each, models.SimpleCondition)
        assert_type(each.segment_condition, models.SegmentCondition | None)
        assert_type(each.segment_dimensions, models.SegmentDimensions | None)
        assert each.event_condition
        assert each.event_condition.dimensions
        assert_type(each.event_condition.dimensions.event_type, models.SetDimension | None)


def test_what_a_journey_is_made_of(pinpoint: PinpointClient, loopback: Loopback) -> None:
    bought = models.EventDimensions(event_type=models.SetDimension(values=["bought"]))
    condition = models.Condition(
        conditions=[
            models.SimpleCondition(event_condition=models.EventCondition(dimensions=bought)),
            models.SimpleCondition(segment_dimensions=models.SegmentDimensions()),
        ],
        operator="ANY",
    )
    branch = models.ConditionalSplitActivity(condition=condition, true_activity="text")
    request = models.WriteJourneyRequest(
        name="welcome",
        activities={
            "split": models.Activity(conditional_split=branch),
            "text": models.Activity(sms=models.SMSMessageActivity(template_name="hello")),
        },
        open_hours=models.OpenHours(sms={"MONDAY": [models.OpenHoursRule(start_time="09:00")]}),
        schedule=models.JourneySchedule(start_time=START, end_time=END),
        state="DRAFT",
        timezone_estimation_methods=["PHONE_NUMBER"],
    )
    assert_type(request.activities, dict[str, models.Activity] | None)
    pinpoint.create_journey("app", request)
    sent = loopback.take().json
    assert sent["OpenHours"] == {"SMS": {"MONDAY": [{"StartTime": "09:00"}]}}
    assert sent["Activities"]["split"]["ConditionalSplit"]["Condition"]["Operator"] == "ANY"


def test_runs_of_a_journey(pinpoint: PinpointClient, loopback: Loopback) -> None:
    loopback.answer({"Item": [{"RunId": "run", "Status": "COMPLETED"}]})
    assert_type(pinpoint.get_journey_runs("app", "journey"), models.JourneyRunsResponse)
    runs = pinpoint.iter_journey_runs("app", "journey")
    assert_type(runs, Paginator[models.JourneyRunResponse])
    for run in runs:
        assert_type(run.run_id, str)
        assert_type(run.status, models.JourneyRunStatus)
        assert_type(run.creation_time, str)
    completed = pinpoint.wait_until_journey_run_completed("app", "journey", "run")
    assert_type(completed, models.JourneyRunResponse)


def test_kpis(pinpoint: PinpointClient, loopback: Loopback) -> None:
    value = {"Key": "UniqueDeliveries", "Type": "Double", "Value": "3.0"}
    loopback.answer({"KpiResult": {"Rows": [{"GroupedBys": [], "Values": [value]}]}})
    of_project = pinpoint.get_application_date_range_kpi("app", "kpi", start_time=START)
    of_campaign = pinpoint.get_campaign_date_range_kpi("app", "campaign", "kpi", end_time=END)
    of_journey = pinpoint.get_journey_date_range_kpi("app", "journey", "kpi", page_size=5)
    assert_type(of_project, models.ApplicationDateRangeKpiResponse)
    assert_type(of_campaign, models.CampaignDateRangeKpiResponse)
    assert_type(of_journey, models.JourneyDateRangeKpiResponse)
    assert_type(of_project.start_time, datetime)
    assert_type(of_project.next_token, str | None)
    assert_type(of_project.kpi_result, models.BaseKpiResult)
    assert_type(of_project.kpi_result.rows, list[models.ResultRow])
    assert_type(of_campaign.campaign_id, str)
    assert_type(of_journey.journey_id, str)
    rows = pinpoint.iter_application_date_range_kpi("app", "kpi", start_time=START, end_time=END)
    assert_type(rows, Paginator[models.ResultRow])
    assert_type(
        pinpoint.iter_campaign_date_range_kpi("app", "campaign", "kpi", start_time=START),
        Paginator[models.ResultRow],
    )
    assert_type(
        pinpoint.iter_journey_date_range_kpi("app", "journey", "kpi", max_items=5),
        Paginator[models.ResultRow],
    )
    for row in rows:
        assert_type(row.grouped_bys, list[models.ResultRowValue])
        assert_type(row.values, list[models.ResultRowValue])
        assert_type(row.values[0].key, str)
        assert_type(row.values[0].value, str)


def test_metrics_of_journeys(pinpoint: PinpointClient) -> None:
    of_journey = pinpoint.get_journey_execution_metrics("app", "journey")
    assert_type(of_journey, models.JourneyExecutionMetricsResponse)
    assert_type(of_journey.metrics, dict[str, str])
    assert_type(of_journey.last_evaluated_time, str)
    of_activity = pinpoint.get_journey_execution_activity_metrics("app", "journey", "activity")
    assert_type(of_activity, models.JourneyExecutionActivityMetricsResponse)
    assert_type(of_activity.activity_type, str)
    of_run = pinpoint.get_journey_run_execution_metrics("app", "journey", "run")
    assert_type(of_run, models.JourneyRunExecutionMetricsResponse)
    assert_type(of_run.run_id, str)
    assert_type(
        pinpoint.get_journey_run_execution_activity_metrics("app", "journey", "run", "activity"),
        models.JourneyRunExecutionActivityMetricsResponse,
    )
