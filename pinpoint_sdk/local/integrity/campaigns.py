"""Campaigns, their runs and their tasks."""

from __future__ import annotations

from datetime import datetime, timezone

from pinpoint_sdk.local.campaigns.limits import check_campaign_limits
from pinpoint_sdk.local.campaigns.schedule import check_schedule
from pinpoint_sdk.local.engine.checks import check_percent
from pinpoint_sdk.local.integrity.documents import check_document
from pinpoint_sdk.local.integrity.problems import expect, expect_known, inside
from pinpoint_sdk.local.integrity.settings import check_settings
from pinpoint_sdk.local.integrity.versions import check_identity, check_listing, check_versions
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.segments.dimensions import check_dimensions
from pinpoint_sdk.local.state.account import Account, Project
from pinpoint_sdk.local.state.campaigns import Campaign, CampaignRun

_ALWAYS = (
    "AdditionalTreatments",
    "HoldoutPercent",
    "IsPaused",
    "Limits",
    "State",
    "TemplateConfiguration",
    "tags",
)
_COUNTS = (
    "SuccessfulEndpointCount",
    "TimezonesCompletedCount",
    "TimezonesTotalCount",
    "TotalEndpointCount",
)
_LONG_AGO = datetime(1, 1, 2, tzinfo=timezone.utc)  # whatever has started by now is valid


def check_campaigns(account: Account, project: Project) -> None:
    """Check the campaigns of a project; the segment of one may be deleted.

    Raises:
        Invalid: A campaign is not one.
    """
    for campaign_id, campaign in project.campaigns.items():
        with inside("campaigns", campaign_id):
            path = f"apps/{project.id}/campaigns/{campaign_id}"
            check_versions(campaign, "CampaignResponse", campaign_id, path, *_ALWAYS)
            with inside("versions", len(campaign.versions) - 1):
                _check_present(campaign.current)
            with inside("defaults"):
                check_settings(campaign.defaults)
            _check_plan(campaign)
            check_listing(account, "runs", campaign.runs)
            for run_id, run in campaign.runs.items():
                with inside("runs", run_id):
                    _check_run(project, campaign, run_id, run)
            with inside("open_run_ids"):
                _check_open_runs(campaign)


def check_start(project: Project, campaign_id: str, treatment_id: str) -> None:
    """Check the task that starts a run of a treatment.

    Raises:
        Invalid: There is no such start.
    """
    campaign = project.campaigns.get(campaign_id)
    if campaign is not None:
        expect_known([treatment_id], campaign.next_starts, "start of the treatment")


def check_step(project: Project, campaign_id: str, run_id: str) -> None:
    """Check the task that continues a run.

    Raises:
        Invalid: There is no such run.
    """
    campaign = project.campaigns.get(campaign_id)
    if campaign is not None:
        expect_known([run_id], campaign.open_run_ids, "open run")


def _check_present(document: JSON) -> None:
    expect(document["SegmentVersion"] >= 0, "must not be negative", "SegmentVersion")
    expect("CampaignStatus" in document["State"], "is missing", "State", "CampaignStatus")
    check_campaign_limits(document["Limits"], zero_is_unset=True)
    treatments: list[JSON] = document["AdditionalTreatments"]
    shares = [document["HoldoutPercent"], *(each["SizePercent"] for each in treatments)]
    for share in (*shares, sum(shares)):
        check_percent("HoldoutPercent and SizePercent", share)
    for source in (document, *treatments):
        if "Schedule" in source:
            check_schedule(source["Schedule"], _LONG_AGO)
            check_dimensions(source["Schedule"].get("EventFilter", {}).get("Dimensions", {}))


def _check_plan(campaign: Campaign) -> None:
    scheduled = [each.id for each in campaign.treatments.values() if each.schedule]
    treatments = len(campaign.current["AdditionalTreatments"]) + 1
    expect(len(campaign.treatments) == treatments, "two treatments have one id", "versions")
    with inside("next_starts"):
        expect_known(campaign.next_starts, scheduled, "treatment with a schedule")
        expect_known(campaign.next_starts, campaign.first_days, "first day of the treatment")
    for treatment_id, day in campaign.first_days.items():
        expect(1 <= day <= 31, "must be a day of a month", "first_days", treatment_id)


def _check_run(project: Project, campaign: Campaign, run_id: str, run: CampaignRun) -> None:
    with inside("activity"):
        check_document(run.activity, "ActivityResponse", "State", *_COUNTS)
        check_identity(
            run.activity,
            Id=run_id,
            ApplicationId=project.id,
            CampaignId=campaign.id,
            TreatmentId=run.treatment_id,
        )
        for name in _COUNTS:
            expect(run.activity[name] >= 0, "must not be negative", name)


def _check_open_runs(campaign: Campaign) -> None:
    ids = campaign.open_run_ids
    expect(len(ids) == len(set(ids)), "a run is there twice")
    expect_known(ids, campaign.runs, "run")
    for run in campaign.open_runs():
        expect_known([run.treatment_id], campaign.treatments, "treatment")
