"""Campaigns and their versions."""

from __future__ import annotations

from operator import attrgetter, itemgetter

from pinpoint_sdk.local.campaigns import run as run  # registers the tasks
from pinpoint_sdk.local.campaigns.limits import check_campaign_limits
from pinpoint_sdk.local.campaigns.plan import replan
from pinpoint_sdk.local.campaigns.schedule import check_schedule
from pinpoint_sdk.local.campaigns.work import CampaignWork
from pinpoint_sdk.local.engine.call import Call, found
from pinpoint_sdk.local.engine.checks import check_percent, check_tags
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.operations.pagination import page
from pinpoint_sdk.local.operations.versions import get_version, newest_first
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.segments.dimensions import check_dimensions
from pinpoint_sdk.local.state.account import Account, Project
from pinpoint_sdk.local.state.campaigns import Campaign, CampaignRun

_ACTIVE = frozenset({"SCHEDULED", "EXECUTING", "PENDING_NEXT_RUN", "PAUSED"})

# A campaign without a segment answers with the empty values of the required members.
DEFAULTS: JSON = {
    "AdditionalTreatments": [],
    "HoldoutPercent": 0,
    "IsPaused": False,
    "Limits": {},
    "SegmentId": "",
    "SegmentVersion": 0,
    "TemplateConfiguration": {},
    "tags": {},
}


@operation("CreateCampaign")
def create_campaign(call: Call) -> JSON:
    """Create a campaign, SCHEDULED or, with IsPaused, PAUSED.

    A SegmentVersion that the segment does not have is a 404. A paused campaign counts as active.
    Later changes of the project's settings do not affect it. It runs when it has a schedule and a
    segment; an IMMEDIATE one before the next request or when the clock moves. Its Hook is kept and
    not called.
    """
    project, account = call.project(), call.account
    check_tags(call.body.get("tags", {}), account.quotas)
    _check(call)
    segment = _segment_reference(project, call.body, {})
    _check_room(account)
    campaign_id = account.ids.resource_id()
    document: JSON = {
        **DEFAULTS,
        **call.body,
        **segment,
        "ApplicationId": project.id,
        "Arn": account.arn(f"apps/{project.id}/campaigns/{campaign_id}"),
        "CreationDate": call.date,
        "Id": campaign_id,
        "LastModifiedDate": call.date,
        "Version": 1,
    }
    campaign = Campaign(
        account.next_position(),
        [_with_treatment_ids(account, document, [])],
        defaults=project.settings or {},
    )
    replan(CampaignWork(context=call, project=project, campaign=campaign), {})
    project.campaigns[campaign_id] = campaign
    return campaign.current


@operation("UpdateCampaign")
def update_campaign(call: Call) -> JSON:
    """Make a new version: members that are sent replace the old ones whole, the others stay.

    A new SegmentId without SegmentVersion means the latest version of that segment. A treatment
    keeps its id by its position in the list. Only a Schedule that differs from the one before lets
    a campaign start over; a run continues with the new message. Tags are ignored: since 2023 the
    service accepts them only on create and from TagResource.
    """
    project = call.project()
    campaign = _campaign(call, project)
    former, former_treatments = campaign.current, campaign.treatments
    _check(call)
    document: JSON = {
        **former,
        **call.body,
        **_segment_reference(project, call.body, former),
        "tags": former["tags"],
        "LastModifiedDate": call.date,
        "Version": former["Version"] + 1,
    }
    _check_shares(document)
    if "Schedule" in call.body and not _is_active(campaign):
        _check_room(call.account)
    treatments: list[JSON] = former["AdditionalTreatments"]
    campaign.versions.append(_with_treatment_ids(call.account, document, treatments))
    replan(CampaignWork(context=call, project=project, campaign=campaign), former_treatments)
    return campaign.current


@operation("DeleteCampaign")
def delete_campaign(call: Call) -> JSON:
    """Delete a campaign with its versions and runs; returns it in the state DELETED."""
    project = call.project()
    campaign = _campaign(call, project)
    CampaignWork(context=call, project=project, campaign=campaign).unschedule()
    del project.campaigns[campaign.id]
    return {
        **campaign.current,
        "LastModifiedDate": call.date,
        "State": {"CampaignStatus": "DELETED"},
    }


@operation("GetCampaign")
def get_campaign(call: Call) -> JSON:
    """One campaign, in its latest version."""
    return _campaign(call, call.project()).current


@operation("GetCampaignVersion")
def get_campaign_version(call: Call) -> JSON:
    """One version of a campaign; a version that is not a number is a 400."""
    return get_version(_campaign(call, call.project()), call.path["Version"])


@operation("GetCampaignVersions")
def get_campaign_versions(call: Call) -> JSON:
    """The versions of a campaign, newest first."""
    return newest_first(call, _campaign(call, call.project()))


@operation("GetCampaignActivities")
def get_campaign_activities(call: Call) -> JSON:
    """The runs of a campaign, one per treatment, newest first.

    The TreatmentId of the campaign's own message is "0". Time zones are counted only where the
    schedule is in local time. ExecutionMetrics are empty.
    """
    runs = [*_campaign(call, call.project()).runs.values()]
    return page(call, runs[::-1], _newest_first, attrgetter("activity"))


@operation("GetCampaigns")
def get_campaigns(call: Call) -> JSON:
    """The campaigns of a project in their latest versions, oldest campaign first."""
    campaigns = list(call.project().campaigns.values())
    return page(call, campaigns, attrgetter("position"), attrgetter("current"))


def _newest_first(run: CampaignRun) -> int:
    return -run.position


def _campaign(call: Call, project: Project) -> Campaign:
    return call.found(project.campaigns, "CampaignId")


def _is_active(campaign: Campaign) -> bool:
    return campaign.current["State"]["CampaignStatus"] in _ACTIVE


def _check_room(account: Account) -> None:
    limit = account.quotas.active_campaigns
    campaigns = (
        each for project in account.projects.values() for each in project.campaigns.values()
    )
    if sum(map(_is_active, campaigns)) >= limit:
        raise BadRequest(f"At most {limit} campaigns are active at once")


def _check(call: Call) -> None:
    check_campaign_limits(call.body.get("Limits", {}))
    treatments: list[JSON] = call.body.get("AdditionalTreatments", [])
    for source in (call.body, *treatments):
        if "Schedule" in source:
            check_schedule(source["Schedule"], call.now)
            event_filter: JSON = source["Schedule"].get("EventFilter", {})
            check_dimensions(event_filter.get("Dimensions", {}))
    _check_shares(call.body)


def _check_shares(campaign: JSON) -> None:
    holdout: int = campaign.get("HoldoutPercent", 0)
    treatments: list[JSON] = campaign.get("AdditionalTreatments", [])
    check_percent("HoldoutPercent", holdout)
    for treatment in treatments:
        check_percent("AdditionalTreatments.SizePercent", treatment["SizePercent"])
    if holdout + sum(map(itemgetter("SizePercent"), treatments)) > 100:
        raise BadRequest("HoldoutPercent and the treatments' SizePercent exceed 100 together")


def _segment_reference(project: Project, sent: JSON, former: JSON) -> JSON:
    """SegmentId and SegmentVersion of a campaign, if the request has either."""
    segment_id = sent.get("SegmentId") or former.get("SegmentId")
    if not segment_id or not ("SegmentId" in sent or "SegmentVersion" in sent):
        return {}
    segment = found(project.segments.get(segment_id))
    latest: int = segment.current["Version"]
    version = int(sent.get("SegmentVersion", latest))
    found(segment.version(version))
    return {"SegmentId": segment_id, "SegmentVersion": version}


def _with_treatment_ids(account: Account, document: JSON, former_treatments: list[JSON]) -> JSON:
    treatments: list[JSON] = []
    for index, treatment in enumerate(document["AdditionalTreatments"]):
        known = former_treatments[index]["Id"] if index < len(former_treatments) else None
        treatments.append({**treatment, "Id": known or account.ids.resource_id()})
    return {**document, "AdditionalTreatments": treatments}
