"""Import and export jobs."""

from __future__ import annotations

from functools import partial
from operator import attrgetter

from pinpoint_sdk.local.engine.call import Call, found
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.jobs.run import JOB_TASKS
from pinpoint_sdk.local.jobs.s3 import parse_s3_url
from pinpoint_sdk.local.operations.pagination import page
from pinpoint_sdk.local.protocol.arns import check_role_arn
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Account, Project, Resource

_IMPORT, _EXPORT = "IMPORT", "EXPORT"
_ENDED = frozenset({"COMPLETED", "FAILED"})


@operation("CreateImportJob")
def create_import_job(call: Call) -> JSON:
    """Start an import of endpoints from S3; it takes the service's ``job_duration``.

    By default endpoints are registered, and a segment is defined if SegmentName or SegmentId is
    given. SegmentId must name an imported segment: what is imported
    is added to it, in a new version.
    """
    project, sent = call.project(), call.body
    parse_s3_url("S3Url", sent["S3Url"])
    check_role_arn("RoleArn", sent["RoleArn"])
    definition = {
        "DefineSegment": "SegmentName" in sent or "SegmentId" in sent,
        "RegisterEndpoints": True,
        **sent,
    }
    if "SegmentId" in sent:
        segment = found(project.segments.get(sent["SegmentId"]))
        if segment.current["SegmentType"] != "IMPORT":
            raise BadRequest("SegmentId must be that of an imported segment")
    limit = call.account.quotas.running_import_jobs
    if _running_imports(call.account) >= limit:
        raise BadRequest(f"At most {limit} import jobs run at once")
    return _start(call, project, _IMPORT, definition)


@operation("CreateExportJob")
def create_export_job(call: Call) -> JSON:
    """Start an export of the endpoints of a segment, or of all, to S3."""
    project, sent = call.project(), call.body
    parse_s3_url("S3UrlPrefix", sent["S3UrlPrefix"])
    check_role_arn("RoleArn", sent["RoleArn"])
    if "SegmentId" in sent:
        segment = found(project.segments.get(sent["SegmentId"]))
        found(segment.version(sent.get("SegmentVersion", 1)))
    elif "SegmentVersion" in sent:
        raise BadRequest("SegmentVersion needs a SegmentId")
    return _start(call, project, _EXPORT, sent)


def get_job(kind: str, call: Call) -> JSON:
    """One job; that of the other type is a 404."""
    job = call.found(call.project().jobs, "JobId")
    return found(job.document if _is(kind, job) else None)


def get_jobs(kind: str, call: Call) -> JSON:
    """The jobs of a type, oldest first."""
    return _page(call, [job for job in call.project().jobs.values() if _is(kind, job)])


def get_segment_jobs(kind: str, call: Call) -> JSON:
    """The jobs of a type that made, filled or exported a segment, oldest first."""
    project, segment_id = call.project(), call.path["SegmentId"]
    call.found(project.segments, "SegmentId")
    jobs = [
        job
        for job in project.jobs.values()
        if _is(kind, job) and job.document["Definition"].get("SegmentId") == segment_id
    ]
    return _page(call, jobs)


for _kind, _name in ((_IMPORT, "Import"), (_EXPORT, "Export")):
    operation(f"Get{_name}Job")(partial(get_job, _kind))
    operation(f"Get{_name}Jobs")(partial(get_jobs, _kind))
    operation(f"GetSegment{_name}Jobs")(partial(get_segment_jobs, _kind))


def _start(call: Call, project: Project, kind: str, definition: JSON) -> JSON:
    account = call.account
    job_id = account.ids.resource_id()
    document: JSON = {
        "ApplicationId": project.id,
        "CreationDate": call.date,
        "Definition": definition,
        "Id": job_id,
        "JobStatus": "CREATED",
        "Type": kind,
    }
    project.jobs[job_id] = Resource(account.next_position(), document)
    account.scheduler.add(call.now + account.job_duration, JOB_TASKS[kind], project.id, job_id)
    return document


def _running_imports(account: Account) -> int:
    return sum(
        _is(_IMPORT, job) and job.document["JobStatus"] not in _ENDED
        for project in account.projects.values()
        for job in project.jobs.values()
    )


def _is(kind: str, job: Resource) -> bool:
    return bool(job.document["Type"] == kind)


def _page(call: Call, jobs: list[Resource]) -> JSON:
    return page(call, jobs, attrgetter("position"), attrgetter("document"))
