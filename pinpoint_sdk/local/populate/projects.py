"""Projects: settings, channels, event streams, endpoints and jobs."""

from __future__ import annotations

from pinpoint_sdk.local.campaigns.limits import check_campaign_limits
from pinpoint_sdk.local.journeys.check import check_journey_limits
from pinpoint_sdk.local.operations.channels import CHANNEL_KINDS
from pinpoint_sdk.local.operations.event_streams import check_stream_arn
from pinpoint_sdk.local.populate.campaigns import restore_campaigns
from pinpoint_sdk.local.populate.journeys import restore_journeys
from pinpoint_sdk.local.populate.places import Place
from pinpoint_sdk.local.populate.restoring import Restoring, oldest_first
from pinpoint_sdk.local.populate.segments import restore_segments
from pinpoint_sdk.local.protocol.arns import check_role_arn
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Project, Resource
from pinpoint_sdk.local.state.ids import cohort_id, shard_id
from pinpoint_sdk.local.times.quiet_time import check_quiet_time

_KINDS = {kind.platform: kind for kind in CHANNEL_KINDS}
_ENDED = frozenset({"COMPLETED", "FAILED"})


def restore_project(restoring: Restoring, project_id: str) -> Project:
    """A project with everything that was saved of it; its position is yet to be given."""
    project = Project(0, _document(restoring, project_id))
    for restore in (
        _restore_settings,
        _restore_channels,
        _restore_event_stream,
        _restore_endpoints,
        _restore_jobs,
        restore_segments,
        restore_campaigns,
        restore_journeys,
    ):
        restore(restoring, project)
    return project


def _document(restoring: Restoring, project_id: str) -> JSON:
    """Of a project that was not saved itself: its name is its id."""
    known = restoring.saved.of(project_id, "projects").get(())
    if known is None:
        why = "its own answer was not given; the id takes the place of the name"
        restoring.leave_out(Place(f"project {project_id}"), "name and tags", why)
    return {
        "Arn": _arn(restoring, project_id),
        "CreationDate": restoring.context.date,
        "Id": project_id,
        "Name": project_id,
        "tags": {},
        **(known.document if known else {}),
    }


def _arn(restoring: Restoring, project_id: str) -> str:
    """The start of the ARN of anything in the project, or else the one of a new project."""
    resource = f"apps/{project_id}"
    for kind in ("campaigns", "segments"):
        for kept in restoring.saved.of(project_id, kind).values():
            arn: str = kept.document.get("Arn", "")
            if arn:
                return arn[: arn.index(resource)] + resource
    return restoring.account.arn(resource)


def _restore_settings(restoring: Restoring, project: Project) -> None:
    for kept in restoring.saved.of(project.id, "settings").values():
        with restoring.collecting_problems(kept.place):
            settings = kept.document
            check_campaign_limits(settings.get("Limits", {}), zero_is_unset=True)
            check_journey_limits("JourneyLimits", settings.get("JourneyLimits", {}))
            check_quiet_time(settings.get("QuietTime", {}))
            project.settings = {
                "LastModifiedDate": project.document["CreationDate"],
                **settings,
            }


def _restore_channels(restoring: Restoring, project: Project) -> None:
    for kept in restoring.saved.of(project.id, "channels").values():
        platform: str = kept.document["Platform"]
        project.channels[platform] = {
            **_KINDS[platform].always,
            "Enabled": True,
            "Id": platform.lower(),
            "IsArchived": False,
            "Version": 1,
            **restoring.dated(kept.document),
        }


def _restore_event_stream(restoring: Restoring, project: Project) -> None:
    for kept in restoring.saved.of(project.id, "event streams").values():
        with restoring.collecting_problems(kept.place):
            check_stream_arn(kept.document["DestinationStreamArn"])
            check_role_arn("RoleArn", kept.document["RoleArn"])
            project.event_stream = {"LastModifiedDate": restoring.context.date, **kept.document}


def _restore_endpoints(restoring: Restoring, project: Project) -> None:
    for kept in oldest_first(restoring.saved.of(project.id, "endpoints").values()):
        endpoint_id: str = kept.document["Id"]
        created: str = kept.document.get("CreationDate", restoring.context.date)
        project.endpoints.put(
            {
                "Attributes": {},
                "CohortId": cohort_id(endpoint_id),
                "CreationDate": created,
                "EffectiveDate": created,
                "EndpointStatus": "ACTIVE",
                "Metrics": {},
                "OptOut": "NONE",
                "ShardId": shard_id(endpoint_id),
                "User": {},
                **kept.document,
            }
        )


def _restore_jobs(restoring: Restoring, project: Project) -> None:
    """A job that was not over stays so: its files are not read again."""
    for kept in oldest_first(restoring.saved.of(project.id, "jobs").values()):
        document = {"CreationDate": restoring.context.date, **kept.document}
        project.jobs[document["Id"]] = Resource(restoring.position(), document)
        if document["JobStatus"] not in _ENDED:
            why = "it stays as it is; a job continues only in the service that started it"
            restoring.leave_out(kept.place, f"the work of job {document['Id']}", why)
