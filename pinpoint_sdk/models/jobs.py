"""Jobs: endpoint definitions imported from Amazon S3, or exported to it."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from attrs import define, field

from pinpoint_sdk.models.base import Model, Response, Wire
from pinpoint_sdk.models.common import Format

JobStatus: TypeAlias = Literal[
    "CREATED",
    "PREPARING_FOR_INITIALIZATION",
    "INITIALIZING",
    "PROCESSING",
    "PENDING_JOB",
    "COMPLETING",
    "COMPLETED",
    "FAILING",
    "FAILED",
]
"""Where a job stands.

- ``CREATED``: accepted; ``create_import_job`` and ``create_export_job`` answer this.
- ``PREPARING_FOR_INITIALIZATION``, ``INITIALIZING``, ``PROCESSING``, ``PENDING_JOB``,
  ``COMPLETING``, ``FAILING``: on its way; AWS does not document the steps.
- ``COMPLETED``: done.
- ``FAILED``: over, and at least one piece could not be processed.
"""


@define(kw_only=True, repr=False)
class ImportJobRequest(Model):
    """What to import and what to make of it; body of ``create_import_job``. A region takes 10
    import jobs of up to 1 GB each at a time.

    AWS shape: ``ImportJobRequest``.
    """

    format: Annotated[Format, Wire("Format")]
    """Format of the files: ``CSV`` or ``JSON`` (newline-delimited). Files in the other format are
    skipped.
    """
    role_arn: Annotated[str, Wire("RoleArn")]
    """ARN of the IAM role that lets Pinpoint read ``s3_url``."""
    s3_url: Annotated[str, Wire("S3Url")]
    """Amazon S3 location the files come from: a file, a folder with its subfolders, or a prefix of
    several objects (``s3://bucket/folder/file``).
    """
    define_segment: Annotated[bool | None, Wire("DefineSegment")] = None
    """Whether the job creates a segment out of the endpoints."""
    external_id: Annotated[str | None, Wire("ExternalId")] = None
    """Deprecated: the AWS account id, set as external id in the role's trust policy. Pinpoint no
    longer needs it, and AWS advises against it.
    """
    register_endpoints: Annotated[bool | None, Wire("RegisterEndpoints")] = None
    """Whether the job registers the endpoints with Pinpoint."""
    segment_id: Annotated[str | None, Wire("SegmentId")] = None
    """Id of an existing segment to update with the endpoints, 32 lower-case hex digits."""
    segment_name: Annotated[str | None, Wire("SegmentName")] = None
    """Name of the new segment where ``define_segment`` is ``True``."""


@define(kw_only=True, repr=False)
class ImportJobResponse(Response):
    """An import job: its settings and how far it is; returned by ``create_import_job`` and
    ``get_import_job``, listed by ``get_import_jobs`` and ``get_segment_import_jobs``.

    AWS shape: ``ImportJobResponse``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project; some of AWS's sample responses lack it."""
    creation_date: Annotated[str, Wire("CreationDate")]
    """When the job was created, in ISO 8601 (``2019-10-08T18:40:16.581Z``)."""
    definition: Annotated[ImportJobResource, Wire("Definition")]
    """Settings of the job."""
    id: Annotated[str, Wire("Id")]
    """Id of the job, 32 lower-case hex digits."""
    job_status: Annotated[JobStatus, Wire("JobStatus")]
    """Where the job stands."""
    type: Annotated[str, Wire("Type")]
    """Kind of the job: ``IMPORT``."""
    completed_pieces: Annotated[int | None, Wire("CompletedPieces")] = None
    """Pieces processed with success so far."""
    completion_date: Annotated[str | None, Wire("CompletionDate")] = None
    """When the job was completed, in ISO 8601."""
    failed_pieces: Annotated[int | None, Wire("FailedPieces")] = None
    """Pieces that failed so far."""
    failures: Annotated[list[str], Wire("Failures")] = field(factory=list)
    """The entries that failed, the first 100 of them."""
    total_failures: Annotated[int | None, Wire("TotalFailures")] = None
    """Endpoint definitions that failed, typically for an error such as wrong syntax."""
    total_pieces: Annotated[int | None, Wire("TotalPieces")] = None
    """Pieces the job consists of, each with about as many endpoint definitions as the next."""
    total_processed: Annotated[int | None, Wire("TotalProcessed")] = None
    """Endpoint definitions processed."""


@define(kw_only=True, repr=False)
class ImportJobsResponse(Response):
    """One page of import jobs: those of a project from ``get_import_jobs``, or those of a segment
    from ``get_segment_import_jobs``.

    AWS shape: ``ImportJobsResponse``.
    """

    item: Annotated[list[ImportJobResponse], Wire("Item")]
    """The jobs of the page."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Pass it as ``token`` to the same method for the next page; ``None`` on the last page."""


@define(kw_only=True, repr=False)
class ImportJobResource(Model):
    """Settings of an import job; ``definition`` of an ``ImportJobResponse``.

    AWS shape: ``ImportJobResource``.
    """

    format: Annotated[Format, Wire("Format")]
    """Format of the files: ``CSV`` or ``JSON`` (newline-delimited). Files in the other format are
    skipped.
    """
    role_arn: Annotated[str, Wire("RoleArn")]
    """ARN of the IAM role that lets Pinpoint read ``s3_url``."""
    s3_url: Annotated[str, Wire("S3Url")]
    """Amazon S3 location the files come from: a file, a folder with its subfolders, or a prefix of
    several objects (``s3://bucket/folder/file``).
    """
    define_segment: Annotated[bool | None, Wire("DefineSegment")] = None
    """Whether the job creates a segment out of the endpoints."""
    external_id: Annotated[str | None, Wire("ExternalId")] = None
    """Deprecated: the AWS account id, set as external id in the role's trust policy. Pinpoint no
    longer needs it, and AWS advises against it.
    """
    register_endpoints: Annotated[bool | None, Wire("RegisterEndpoints")] = None
    """Whether the job registers the endpoints with Pinpoint."""
    segment_id: Annotated[str | None, Wire("SegmentId")] = None
    """Id of an existing segment to update with the endpoints, 32 lower-case hex digits."""
    segment_name: Annotated[str | None, Wire("SegmentName")] = None
    """Name of the new segment where ``define_segment`` is ``True``."""


@define(kw_only=True, repr=False)
class ExportJobRequest(Model):
    """What to export, and where to; body of ``create_export_job``.

    AWS shape: ``ExportJobRequest``.
    """

    role_arn: Annotated[str, Wire("RoleArn")]
    """ARN of the IAM role that lets Pinpoint write to ``s3_url_prefix``."""
    s3_url_prefix: Annotated[str, Wire("S3UrlPrefix")]
    """Amazon S3 location the files go to, typically a folder: ``s3://bucket/folder/``."""
    segment_id: Annotated[str | None, Wire("SegmentId")] = None
    """Id of the segment to export, 32 lower-case hex digits; without it, every endpoint of the
    project is exported.
    """
    segment_version: Annotated[int | None, Wire("SegmentVersion")] = None
    """Version of that segment."""


@define(kw_only=True, repr=False)
class ExportJobResponse(Response):
    """An export job: its settings and how far it is; returned by ``create_export_job`` and
    ``get_export_job``, listed by ``get_export_jobs`` and ``get_segment_export_jobs``.

    AWS shape: ``ExportJobResponse``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project; some of AWS's sample responses lack it."""
    creation_date: Annotated[str, Wire("CreationDate")]
    """When the job was created, in ISO 8601 (``2019-10-08T18:40:16.581Z``)."""
    definition: Annotated[ExportJobResource, Wire("Definition")]
    """Settings of the job."""
    id: Annotated[str, Wire("Id")]
    """Id of the job, 32 lower-case hex digits."""
    job_status: Annotated[JobStatus, Wire("JobStatus")]
    """Where the job stands."""
    type: Annotated[str, Wire("Type")]
    """Kind of the job: ``EXPORT``."""
    completed_pieces: Annotated[int | None, Wire("CompletedPieces")] = None
    """Pieces processed with success so far."""
    completion_date: Annotated[str | None, Wire("CompletionDate")] = None
    """When the job was completed, in ISO 8601."""
    failed_pieces: Annotated[int | None, Wire("FailedPieces")] = None
    """Pieces that failed so far."""
    failures: Annotated[list[str], Wire("Failures")] = field(factory=list)
    """The entries that failed, the first 100 of them."""
    total_failures: Annotated[int | None, Wire("TotalFailures")] = None
    """Endpoint definitions that failed, typically for an error such as wrong syntax."""
    total_pieces: Annotated[int | None, Wire("TotalPieces")] = None
    """Pieces the job consists of, each with about as many endpoint definitions as the next."""
    total_processed: Annotated[int | None, Wire("TotalProcessed")] = None
    """Endpoint definitions processed."""


@define(kw_only=True, repr=False)
class ExportJobsResponse(Response):
    """One page of export jobs: those of a project from ``get_export_jobs``, or those of a segment
    from ``get_segment_export_jobs``.

    AWS shape: ``ExportJobsResponse``.
    """

    item: Annotated[list[ExportJobResponse], Wire("Item")]
    """The jobs of the page."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Pass it as ``token`` to the same method for the next page; ``None`` on the last page."""


@define(kw_only=True, repr=False)
class ExportJobResource(Model):
    """Settings of an export job; ``definition`` of an ``ExportJobResponse``.

    AWS shape: ``ExportJobResource``.
    """

    role_arn: Annotated[str, Wire("RoleArn")]
    """ARN of the IAM role that lets Pinpoint write to ``s3_url_prefix``."""
    s3_url_prefix: Annotated[str, Wire("S3UrlPrefix")]
    """Amazon S3 location the files go to, typically a folder: ``s3://bucket/folder/``."""
    segment_id: Annotated[str | None, Wire("SegmentId")] = None
    """Id of the exported segment, 32 lower-case hex digits; without it, every endpoint of the
    project is exported.
    """
    segment_version: Annotated[int | None, Wire("SegmentVersion")] = None
    """Version of that segment."""
