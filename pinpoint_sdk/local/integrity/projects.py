"""Projects and what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from pinpoint_sdk.local.failures import Status
from pinpoint_sdk.local.integrity.campaigns import check_campaigns
from pinpoint_sdk.local.integrity.documents import check_document
from pinpoint_sdk.local.integrity.journeys import check_journeys
from pinpoint_sdk.local.integrity.problems import expect, expect_known, inside
from pinpoint_sdk.local.integrity.segments import check_segments
from pinpoint_sdk.local.integrity.settings import check_settings
from pinpoint_sdk.local.integrity.versions import check_arn, check_identity, check_listing
from pinpoint_sdk.local.jobs.s3 import parse_s3_url
from pinpoint_sdk.local.operations.channels import CHANNEL_KINDS
from pinpoint_sdk.local.operations.event_streams import check_stream_arn
from pinpoint_sdk.local.protocol.service_model import operations
from pinpoint_sdk.local.state.account import Account, Project, Resource

_STATUSES = frozenset({"SUCCESSFUL", *get_args(Status)})
_ENDPOINT = (
    "Attributes",
    "CreationDate",
    "EffectiveDate",
    "EndpointStatus",
    "Metrics",
    "OptOut",
    "User",
)
_CHANNEL = ("CreationDate", "Enabled", "Version")
_JOBS: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "IMPORT": ("ImportJobResponse", "S3Url", ("DefineSegment", "RegisterEndpoints")),
    "EXPORT": ("ExportJobResponse", "S3UrlPrefix", ()),
}
"""The shape, the member with the location and what is always in the Definition, by Type."""


def check_project(account: Account, project_id: str, project: Project) -> None:
    """Check a project.

    Raises:
        Invalid: It is not one.
    """
    with inside("document"):
        check_document(project.document, "ApplicationResponse", "CreationDate", "tags")
        check_identity(project.document, Id=project_id)
        check_arn(project.document, f"apps/{project_id}")
    with inside("settings"):
        check_settings(project.settings or {})
    _check_channels(project)
    _check_endpoints(project)
    for name in ("campaigns", "segments", "journeys", "jobs"):
        check_listing(account, name, getattr(project, name))
    check_segments(project)
    check_campaigns(account, project)
    check_journeys(account, project)
    for job_id, job in project.jobs.items():
        with inside("jobs", job_id, "document"):
            _check_job(project, job_id, job)
    with inside("event_stream"):
        _check_event_stream(project)
    _check_attempts(project)


def _check_channels(project: Project) -> None:
    shapes = {kind.platform: f"Get{kind.name}Channel" for kind in CHANNEL_KINDS}
    outputs = {each.name: each.output for each in operations()}
    with inside("channels"):
        expect_known(project.channels, shapes, "channel")
        for platform, document in project.channels.items():
            output = outputs[shapes[platform]]
            assert output is not None
            with inside(platform):
                check_document(document, output.name, *_CHANNEL)
                check_identity(document, Platform=platform, ApplicationId=project.id)


def _check_endpoints(project: Project) -> None:
    for endpoint in project.endpoints.all():
        with inside("endpoints", endpoint["Id"]):
            check_document(endpoint, "EndpointResponse", *_ENDPOINT)
            check_identity(endpoint, ApplicationId=project.id)


def _check_job(project: Project, job_id: str, job: Resource) -> None:
    kind = job.document.get("Type")
    expect(kind in [*_JOBS], f"is not one of {', '.join(_JOBS)}", "Type")
    shape, location, needed = _JOBS[str(kind)]
    check_document(job.document, shape)
    check_identity(job.document, Id=job_id, ApplicationId=project.id)
    with inside("Definition"):
        parse_s3_url(location, job.document["Definition"][location])
        for name in needed:
            expect(name in job.document["Definition"], "is missing", name)


def _check_event_stream(project: Project) -> None:
    if project.event_stream is not None:
        check_document(project.event_stream, "EventStream")
        check_identity(project.event_stream, ApplicationId=project.id)
        check_stream_arn(project.event_stream["DestinationStreamArn"])


def _check_attempts(project: Project) -> None:
    number = len(project.attempts)
    for place, attempt in enumerate(project.attempts):
        expect(attempt.status in _STATUSES, "is not a status", "attempts", place, "status")
    deliveries = project.deliveries
    expect(deliveries.indexed <= number, "is more than there are attempts", "deliveries", "indexed")
    for endpoint_id, positions in deliveries.positions.items():
        in_range = all(position < number for position in positions)
        expect(in_range, "is not among the attempts", "deliveries", "positions", endpoint_id)
