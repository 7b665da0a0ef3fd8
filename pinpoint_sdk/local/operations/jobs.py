"""Import and export jobs."""

from __future__ import annotations

from functools import partial
from operator import attrgetter

from pinpoint_sdk.local.arns import check_role_arn
from pinpoint_sdk.local.call import Call
from pinpoint_sdk.local.faults import BadRequest, resource_not_found
from pinpoint_sdk.local.jobs.run import JOB_TASKS
from pinpoint_sdk.local.jobs.s3_place import read_s3_url
from pinpoint_sdk.local.operations.registry import operation
from pinpoint_sdk.local.paging import page
from pinpoint_sdk.local.state import Account, Listed, Project
from pinpoint_sdk.local.wire import JSON

_IMPORT, _EXPORT = "IMPORT", "EXPORT"
_ENDED = frozenset({"COMPLETED", "FAILED"})


@operation("CreateImportJob")
def create_import_job(call: Call) -> JSON:
    """Have endpoints imported from S3; it is done when the service's ``job_duration`` has passed.

    Without RegisterEndpoints they are registered; without DefineSegment a segment is defined where
    SegmentName or SegmentId is given. SegmentId must name an imported segment: what is imported
    is added to it, in a new version.
    """
    project, sent = call.project(), call.body
    read_s3_url("S3Url", sent["S3Url"])
    check_role_arn("RoleArn", sent["RoleArn"])
    definition = {
        "DefineSegment": "SegmentName" in sent or "SegmentId" in sent,
        "RegisterEndpoints": True,
        **sent,
    }
    if "SegmentId" in sent:
        segment = project.segments.get(sent["SegmentId"])
        if segment is None:
            raise resource_not_found()
        if segment.current["SegmentType"] != "IMPORT":
            raise BadRequest("SegmentId must be that of an imported segment")
    most = call.account.quotas.running_import_jobs
    if _running_imports(call.account) >= most:
        raise BadRequest(f"At most {most} import jobs run at once")
    return _start(call, project, _IMPORT, definition)


@operation("CreateExportJob")
def create_export_job(call: Call) -> JSON:
    """Have the endpoints of a segment, or all, exported to S3."""
    project, sent = call.project(), call.body
    read_s3_url("S3UrlPrefix", sent["S3UrlPrefix"])
    check_role_arn("RoleArn", sent["RoleArn"])
    if "SegmentId" in sent:
        segment = project.segments.get(sent["SegmentId"])
        if segment is None or not 1 <= sent.get("SegmentVersion", 1) <= len(segment.versions):
            raise resource_not_found()
    elif "SegmentVersion" in sent:
        raise BadRequest("SegmentVersion needs a SegmentId")
    return _start(call, project, _EXPORT, sent)


def get_job(kind: str, call: Call) -> JSON:
    """One job; that of the other type is a 404."""
    job = call.project().jobs.get(call.path["JobId"])
    if job is None or job.document["Type"] != kind:
        raise resource_not_found()
    return job.document


def get_jobs(kind: str, call: Call) -> JSON:
    """The jobs of a type, oldest first."""
    return _page(call, [job for job in call.project().jobs.values() if _is(kind, job)])


def get_segment_jobs(kind: str, call: Call) -> JSON:
    """The jobs of a type that made, filled or exported a segment, oldest first."""
    project, segment_id = call.project(), call.path["SegmentId"]
    if segment_id not in project.segments:
        raise resource_not_found()
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
    project.jobs[job_id] = Listed(account.next_position(), document)
    account.agenda.add(call.now + account.job_duration, JOB_TASKS[kind], project.id, job_id)
    return document


def _running_imports(account: Account) -> int:
    return sum(
        _is(_IMPORT, job) and job.document["JobStatus"] not in _ENDED
        for project in account.projects.values()
        for job in project.jobs.values()
    )


def _is(kind: str, job: Listed) -> bool:
    return bool(job.document["Type"] == kind)


def _page(call: Call, jobs: list[Listed]) -> JSON:
    return page(call, jobs, attrgetter("position"), attrgetter("document"))
