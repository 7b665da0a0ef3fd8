"""Everything that can be read of an embedded service, operation by operation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, TypeAlias, cast

import attrs
from botocore import xform_name
from botocore.exceptions import ClientError

from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.operations.channels import CHANNEL_KINDS
from pinpoint_sdk.local.operations.templates import TEMPLATES
from pinpoint_sdk.local.state.account import Account, Project
from pinpoint_sdk.local.state.campaigns import Versioned
from pinpoint_sdk.local.state.journeys import Journey
from tests.local.support.boto import Boto

JSON: TypeAlias = dict[str, Any]


@attrs.frozen
class Read:
    """A call that changes nothing, and what it gave: an output, or the code of an error."""

    operation: str
    input: tuple[tuple[str, str], ...]
    output: JSON | None = attrs.field(default=None, eq=False)
    error: str = attrs.field(default="", eq=False)

    def __str__(self) -> str:
        return f"{self.operation}({', '.join(value for _, value in self.input)})"


def read_everything(client: Boto, calls: list[Read]) -> list[Read]:
    """The outputs of calls, with what boto3 adds taken away."""
    return [_read(client, each) for each in calls]


def _read(client: Boto, call: Read) -> Read:
    try:
        output = getattr(client, xform_name(call.operation))(**dict(call.input))
    except ClientError as error:
        return attrs.evolve(call, error=str(error.response.get("Error", {}).get("Code")))
    output.pop("ResponseMetadata")
    return attrs.evolve(call, output=output)


def all_reads(service: LocalPinpoint) -> list[Read]:
    """A call of every operation that reads, for everything that the service has."""
    return service.inspect(lambda account, _: [*_reads(account)])


def _reads(account: Account) -> Iterator[Read]:
    yield _call("GetApps")
    yield _call("ListTemplates")
    yield _call("GetRecommenderConfigurations")
    for recommender_id in account.recommenders:
        yield _call("GetRecommenderConfiguration", RecommenderId=recommender_id)
    for key, template in account.templates.items():
        name, _, template_type = key.partition("/")
        (kind,) = (each.name for each in TEMPLATES if each.type == template_type)
        yield _call("ListTemplateVersions", TemplateName=name, TemplateType=template_type)
        yield _call("ListTagsForResource", ResourceArn=account.arn(f"templates/{key}"))
        yield _call(f"Get{kind}Template", TemplateName=name)
        for version in template.versions:
            yield _call(f"Get{kind}Template", TemplateName=name, Version=version)
    for project in account.projects.values():
        for call in _reads_of(project):
            yield attrs.evolve(call, input=(("ApplicationId", project.id), *call.input))
        for path in ("", *_tagged(project)):
            yield _call("ListTagsForResource", ResourceArn=project.document["Arn"] + path)


def _tagged(project: Project) -> Iterator[str]:
    for kind in ("campaigns", "journeys", "segments"):
        yield from (f"/{kind}/{each}" for each in getattr(project, kind))


def _reads_of(project: Project) -> Iterator[Read]:
    for operation in _OF_PROJECTS:
        yield _call(operation)
    yield _call("GetApplicationDateRangeKpi", KpiName="txn-sms-sent")
    for endpoint in project.endpoints.all():
        yield _call("GetEndpoint", EndpointId=endpoint["Id"])
        yield _call("GetInAppMessages", EndpointId=endpoint["Id"])
    users: list[str] = [each["User"].get("UserId", "") for each in project.endpoints.all()]
    for user in dict.fromkeys(filter(None, users)):
        yield _call("GetUserEndpoints", UserId=user)
    for segment_id, segment in project.segments.items():
        yield from _versions("Segment", segment_id, segment)
        for operation in ("GetSegmentImportJobs", "GetSegmentExportJobs"):
            yield _call(operation, SegmentId=segment_id)
    for job_id, job in project.jobs.items():
        yield _call(f"Get{job.document['Type'].title()}Job", JobId=job_id)
    for campaign_id, campaign in project.campaigns.items():
        yield from _versions("Campaign", campaign_id, campaign)
        yield _call("GetCampaignActivities", CampaignId=campaign_id)
        kpi = {"KpiName": "unique-deliveries"}
        yield _call("GetCampaignDateRangeKpi", CampaignId=campaign_id, **kpi)
    for journey in project.journeys.values():
        yield from _reads_of_journey(journey)


_OF_PROJECTS = (
    "GetApp",
    "GetApplicationSettings",
    "GetChannels",
    "GetEventStream",
    "GetSegments",
    "GetCampaigns",
    "ListJourneys",
    "GetImportJobs",
    "GetExportJobs",
    *(f"Get{kind.name}Channel" for kind in CHANNEL_KINDS),
)


def _versions(kind: str, resource_id: str, resource: Versioned) -> Iterator[Read]:
    one = {f"{kind}Id": resource_id}
    yield _call(f"Get{kind}", **one)
    yield _call(f"Get{kind}Versions", **one)
    for number in range(1, len(resource.versions) + 1):
        yield _call(f"Get{kind}Version", **one, Version=str(number))


def _reads_of_journey(journey: Journey) -> Iterator[Read]:
    one = {"JourneyId": journey.id}
    for operation in ("GetJourney", "GetJourneyRuns", "GetJourneyExecutionMetrics"):
        yield _call(operation, **one)
    yield _call("GetJourneyDateRangeKpi", **one, KpiName="unique-deliveries")
    for run_id in journey.runs:
        yield _call("GetJourneyRunExecutionMetrics", **one, RunId=run_id)
    for activity_id in journey.document["Activities"]:
        where = {**one, "JourneyActivityId": activity_id}
        yield _call("GetJourneyExecutionActivityMetrics", **where)
        for run_id in journey.runs:
            yield _call("GetJourneyRunExecutionActivityMetrics", **where, RunId=run_id)


def _call(operation: str, **members: str) -> Read:
    return Read(operation, (*members.items(),))


def plain(value: Any) -> Any:
    """A boto3 output as it would be written to a file."""
    match value:
        case dict():
            return {key: plain(item) for key, item in cast("JSON", value).items()}
        case [*items]:
            return [plain(item) for item in items]
        case datetime():
            return value.isoformat()
        case _:
            return value
