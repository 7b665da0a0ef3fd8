"""Import and export jobs at work: endpoints from and to files in S3."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, TextIO

from attrs import Factory, define, field

from pinpoint_sdk.local.endpoints.write import write_endpoint
from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.engine.registry import task
from pinpoint_sdk.local.jobs.endpoint_files import NEWLINES, read_endpoints, write_endpoints
from pinpoint_sdk.local.jobs.s3 import parse_s3_url
from pinpoint_sdk.local.jobs.text_stream import BadFile, ByteCount, TooManyBytes, open_text
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.segments.create import new_imported_segment
from pinpoint_sdk.local.segments.membership import members_of
from pinpoint_sdk.local.state.account import Project

JOB_TASKS = {"IMPORT": "job.import", "EXPORT": "job.export"}
"""The task of each type of job; its key is the ids of the project and of the job."""

_FAILURES_SHOWN = 100
_MOST_REFUSED = 1_000_000
"""A file with more endpoints that are refused is not one of endpoints, and given up."""

# Files whose names say that they have the other format are skipped.
_OTHER_SUFFIXES = {"CSV": (".json", ".jsonl", ".ndjson"), "JSON": (".csv",)}


@task(JOB_TASKS["IMPORT"])
def import_endpoints(context: Context, project_id: str, job_id: str) -> None:
    """Perform an import job, unless its project was deleted."""
    project = context.account.projects.get(project_id)
    if project is not None:
        definition: JSON = project.jobs[job_id].document["Definition"]
        run = _Import(context, project, definition)
        run.import_files()
        run.define_segment()
        _finish(context, project, job_id, run.tally, run.definition)


@task(JOB_TASKS["EXPORT"])
def export_endpoints(context: Context, project_id: str, job_id: str) -> None:
    """Perform an export job, unless its project was deleted.

    It writes one file of JSON lines, packed with gzip, that an import job can read. Its key is the
    prefix, as a folder, and the id of the job.
    """
    project = context.account.projects.get(project_id)
    if project is None:
        return
    definition: JSON = project.jobs[job_id].document["Definition"]
    endpoints = _exported(context, project, definition)
    content = write_endpoints(endpoints)
    location = parse_s3_url("S3UrlPrefix", definition["S3UrlPrefix"])
    tally = _Tally(pieces=1)
    try:
        s3 = context.aws.client("s3")
        location.write(s3, f"{job_id}.json.gz", content)
        tally.processed = len(endpoints)
    except Exception as error:  # any failure of boto3 or of its configuration
        tally.fail_piece(str(error))
    _finish(context, project, job_id, tally, definition)


def _exported(context: Context, project: Project, definition: JSON) -> list[JSON]:
    if "SegmentId" not in definition:
        return project.endpoints.all()
    version: int | None = definition.get("SegmentVersion")
    return members_of(context, project, definition["SegmentId"], version)


@define
class _Tally:
    """The numbers of what a job has done so far."""

    pieces: int = 0
    failed_pieces: int = 0
    processed: int = 0
    failed: int = 0
    failures: list[str] = Factory(list[str])

    def fail_piece(self, reason: str) -> None:
        """Count a piece as failed."""
        self.failed_pieces += 1
        self._note(reason)

    def fail_endpoint(self, reason: str) -> None:
        """Count an endpoint as failed."""
        self.failed += 1
        self._note(reason)

    def _note(self, reason: str) -> None:
        if len(self.failures) < _FAILURES_SHOWN:
            self.failures.append(reason)

    def document(self) -> JSON:
        """The members of the job that hold the numbers."""
        return {
            "CompletedPieces": self.pieces - self.failed_pieces,
            "FailedPieces": self.failed_pieces,
            "Failures": self.failures,
            "TotalFailures": self.failed,
            "TotalPieces": self.pieces,
            "TotalProcessed": self.processed,
        }


def _finish(
    context: Context, project: Project, job_id: str, tally: _Tally, definition: JSON
) -> None:
    job = project.jobs[job_id]
    job.document = {
        **job.document,
        **tally.document(),
        "CompletionDate": context.date,
        "Definition": definition,
        "JobStatus": "FAILED" if tally.failed_pieces else "COMPLETED",
    }


class _CannotStart(Exception):
    """Why a job cannot begin."""


class _Refused(Exception):
    """Why an endpoint is not imported; the text quotes nothing of its file."""


@define
class _Import:
    """An import job: every file is a piece of it, and a rejected row does not affect the others.

    It fails if S3 or a file cannot be read; what was read before stays imported.
    """

    context: Context
    project: Project
    definition: JSON
    tally: _Tally = Factory(_Tally)
    _imported: dict[str, None] = Factory(dict[str, None])  # endpoint ids, each once, in order
    _count: ByteCount = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._count = ByteCount(self.context.account.quotas.import_job_bytes)

    def import_files(self) -> None:
        """Import the endpoints in the files."""
        form: str = self.definition["Format"]
        for key, body in self._readable_files():
            self.tally.pieces += 1
            try:
                with open_text(body, self._count, NEWLINES[form]) as text:
                    self._import_file(key, text)
            except BadFile as error:
                self.tally.fail_piece(f"{key}: {error}")
                if isinstance(error, TooManyBytes):
                    return

    def define_segment(self) -> None:
        """Put what was imported into a new segment, or add it to the one that SegmentId names.

        A job of which every piece failed does not change segments.
        """
        if not self.definition["DefineSegment"] or self.tally.failed_pieces == self.tally.pieces:
            return
        context, project = self.context, self.project
        former = project.imported.get(self.definition.get("SegmentId", ""), [])
        ids = [*dict.fromkeys([*former, *self._imported])]
        content = self._segment_definition(ids)
        if "SegmentId" in self.definition:
            versions = project.segments[self.definition["SegmentId"]].versions
            document: JSON = {
                **versions[-1],
                "ImportDefinition": content,
                "LastModifiedDate": context.date,
                "Name": self.definition.get("SegmentName", versions[-1].get("Name", "")),
                "Version": versions[-1]["Version"] + 1,
            }
            versions.append(document)
        else:
            name: str = self.definition.get("SegmentName", "")
            document = new_imported_segment(context, project, name, content)
            self.definition = {**self.definition, "SegmentId": document["Id"]}
        project.imported[document["Id"]] = ids

    def _segment_definition(self, ids: list[str]) -> JSON:
        endpoints = [self.project.endpoints.get(endpoint_id) or {} for endpoint_id in ids]
        channels = Counter(
            str(endpoint["ChannelType"]) for endpoint in endpoints if "ChannelType" in endpoint
        )
        return {
            "ChannelCounts": dict(channels),
            "ExternalId": self.definition.get("ExternalId", ""),
            "Format": self.definition["Format"],
            "RoleArn": self.definition["RoleArn"],
            "S3Url": self.definition["S3Url"],
            "Size": len(ids),
        }

    def _readable_files(self) -> Iterator[tuple[str, Any]]:
        try:
            yield from self._files()
        except Exception as error:  # any failure of boto3 or of its configuration
            self.tally.pieces += 1
            self.tally.fail_piece(f"{self.definition['S3Url']}: {error}")

    def _files(self) -> Iterator[tuple[str, Any]]:
        """The keys and bodies of the files."""
        segment_id: str | None = self.definition.get("SegmentId")
        if segment_id is not None and segment_id not in self.project.segments:
            raise _CannotStart(f"The segment {segment_id} was deleted")
        form: str = self.definition["Format"]
        location = parse_s3_url("S3Url", self.definition["S3Url"])
        s3 = self.context.aws.client("s3")
        sizes = {key: size for key, size in location.sizes(s3).items() if _may_be(form, key)}
        if not sizes:
            raise _CannotStart(f"No {form} file was found")
        ByteCount(self._count.limit).add(sum(sizes.values()))  # if packed, at least as many
        for key in sizes:
            yield key, location.open(s3, key)

    def _import_file(self, key: str, text: TextIO) -> None:
        refused = 0
        for entry in read_endpoints(text, self.definition["Format"]):
            self.tally.processed += 1
            problem = entry.problem
            if entry.endpoint is not None:
                problem = self._import_endpoint(entry.endpoint)
            if problem:
                self.tally.fail_endpoint(f"{key} line {entry.line}: {problem}")
                refused += 1
            if refused > _MOST_REFUSED:
                raise BadFile(f"more than {_MOST_REFUSED} of its endpoints are not valid")

    def _import_endpoint(self, endpoint: JSON) -> str:
        """Import an endpoint; returns the problem with it, empty if there is none."""
        try:
            self._imported.update(dict.fromkeys(self._write(endpoint)))
        except _Refused as refusal:
            return str(refusal)
        except BadRequest as refusal:
            return refusal.discreet
        return ""

    def _write(self, sent: JSON) -> list[str]:
        """Write an endpoint, and return its id; a user alone means all endpoints of the user.

        A new endpoint needs ChannelType and Address, and gets an id if it has none. If endpoints
        are not to be registered, those that the file names must exist.
        """
        store, ids = self.project.endpoints, self.context.account.ids
        endpoint_id: str = sent.get("Id", "")
        user_id: str = sent.get("User", {}).get("UserId", "")
        if user_id and not endpoint_id and "Address" not in sent:
            return self._of_user(user_id)
        is_new = store.get(endpoint_id) is None
        if not self.definition["RegisterEndpoints"]:
            if is_new:
                raise _Refused("The endpoint does not exist")
            return [endpoint_id]
        if is_new and not (sent.get("ChannelType") and sent.get("Address")):
            raise _Refused("A new endpoint needs ChannelType and Address")
        endpoint_id = endpoint_id or ids.resource_id()
        write_endpoint(self.context, self.project, endpoint_id, sent, ids.request_id())
        return [endpoint_id]

    def _of_user(self, user_id: str) -> list[str]:
        known = self.project.endpoints.of_user(user_id)
        if not known:
            raise _Refused("The user has no endpoints")
        return [endpoint["Id"] for endpoint in known]


def _may_be(form: str, key: str) -> bool:
    name = key.lower().removesuffix(".gz")
    return not name.endswith(("/", *_OTHER_SUFFIXES[form]))
