"""Import and export jobs on moto's S3."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from moto import mock_aws

from pinpoint_sdk.local import Clock, LocalPinpoint, Quotas
from tests.local.support.boto import (
    APP_NOT_FOUND,
    NOT_FOUND,
    START,
    Boto,
    boto_client,
    is_bad_request,
    new_app,
    new_segment,
    refusal,
    status,
)
from tests.local.support.segments import people
from tests.support.sessions import make_session

ROLE = "arn:aws:iam::123456789012:role/import"
BUCKET = "people"


@pytest.fixture(autouse=True)
def s3() -> Iterator[Any]:
    with mock_aws():
        session: Any = make_session()
        client = session.client("s3")
        client.create_bucket(Bucket=BUCKET)
        yield client


def put(s3: Any, key: str, content: str | bytes) -> None:
    body = content if isinstance(content, bytes) else content.encode()
    s3.put_object(Bucket=BUCKET, Key=key, Body=body)


def start_import(client: Boto, app: str, key: str, form: str = "CSV", **more: Any) -> str:
    answer = client.create_import_job(
        ApplicationId=app,
        ImportJobRequest={
            "Format": form,
            "RoleArn": ROLE,
            "S3Url": f"s3://{BUCKET}/{key}",
            **more,
        },
    )
    assert (status(answer), answer["ImportJobResponse"]["JobStatus"]) == (201, "CREATED")
    return str(answer["ImportJobResponse"]["Id"])


def run_import(client: Boto, app: str, key: str, form: str = "CSV", **more: Any) -> dict[str, Any]:
    job = start_import(client, app, key, form, **more)
    answer = client.get_import_job(ApplicationId=app, JobId=job)
    found: dict[str, Any] = answer["ImportJobResponse"]
    return found


def run_export(client: Boto, app: str, prefix: str, **more: Any) -> dict[str, Any]:
    answer = client.create_export_job(
        ApplicationId=app,
        ExportJobRequest={"RoleArn": ROLE, "S3UrlPrefix": f"s3://{BUCKET}/{prefix}", **more},
    )
    assert (status(answer), answer["ExportJobResponse"]["JobStatus"]) == (202, "CREATED")
    job = answer["ExportJobResponse"]["Id"]
    found: dict[str, Any] = client.get_export_job(ApplicationId=app, JobId=job)["ExportJobResponse"]
    return found


def endpoint(client: Boto, app: str, endpoint_id: str) -> dict[str, Any]:
    answer = client.get_endpoint(ApplicationId=app, EndpointId=endpoint_id)
    found: dict[str, Any] = answer["EndpointResponse"]
    return found


CSV = (
    "Id,ChannelType,Address,User.UserId,User.UserAttributes.name,Attributes.tags[0],"
    "Attributes.tags[1],Metrics.visits,Location.Country,OptOut\n"
    "ana,SMS,+15555550100,ana,Ana,chess,tea,3.5,US,NONE\n"
    'li,EMAIL,li@example.com,li,"Li, the second",,,,CN,ALL\n'
)


def test_a_csv_file_is_imported(client: Boto, app: str, s3: Any) -> None:
    put(s3, "people.csv", CSV)
    job = run_import(client, app, "people.csv")
    counts = {name: job[name] for name in job if name.startswith(("Total", "Completed", "Failed"))}
    assert job["JobStatus"] == "COMPLETED"
    assert counts == {
        "CompletedPieces": 1,
        "FailedPieces": 0,
        "TotalFailures": 0,
        "TotalPieces": 1,
        "TotalProcessed": 2,
    }
    assert job["CompletionDate"] == job["CreationDate"]
    ana, li = endpoint(client, app, "ana"), endpoint(client, app, "li")
    assert ana["Attributes"] == {"tags": ["chess", "tea"]}
    assert (ana["Metrics"], ana["Location"]) == ({"visits": 3.5}, {"Country": "US"})
    assert li["User"] == {"UserId": "li", "UserAttributes": {"name": ["Li, the second"]}}
    assert (li["OptOut"], li["ChannelType"]) == ("ALL", "EMAIL")


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_json_lines_are_imported(client: Boto, app: str, s3: Any, pack: Any) -> None:
    lines = [
        {"Id": "ana", "ChannelType": "SMS", "Address": "+1", "Attributes": {"a": ["b"]}},
        {"ChannelType": "SMS", "Address": "+2", "User": {"UserId": "li"}},
    ]
    put(s3, "people.json", pack("\n".join(map(json.dumps, lines)).encode()))
    assert run_import(client, app, "people.json", "JSON")["TotalProcessed"] == 2
    assert endpoint(client, app, "ana")["Attributes"] == {"a": ["b"]}
    (li,) = client.get_user_endpoints(ApplicationId=app, UserId="li")["EndpointsResponse"]["Item"]
    assert li["Address"] == "+2"


def test_a_folder_is_imported_file_by_file(client: Boto, app: str, s3: Any) -> None:
    for name in ("a", "b"):
        put(s3, f"in/{name}.csv", f"Id,ChannelType,Address\n{name},SMS,+1{name}\n")
    put(s3, "in/other.json", "{}")
    put(s3, "out/c.csv", "Id,ChannelType,Address\nc,SMS,+1c\n")
    job = run_import(client, app, "in/")
    assert (job["TotalPieces"], job["TotalProcessed"]) == (2, 2)
    assert refusal(client.get_endpoint, ApplicationId=app, EndpointId="c") == NOT_FOUND


def test_a_file_whose_key_begins_alike_is_another(client: Boto, app: str, s3: Any) -> None:
    put(s3, "people.csv", CSV)
    put(s3, "people.csv.bak", CSV)
    job = run_import(client, app, "people.csv")
    assert (job["TotalPieces"], job["TotalProcessed"]) == (1, 2)


def test_a_bad_row_hinders_no_other(client: Boto, app: str, s3: Any) -> None:
    rows = [
        "Id,ChannelType,Address,Metrics.visits",
        "a,SMS,+1,1",
        "b,PAGER,+1,1",
        "c,SMS,+1,many",
        "d,SMS,+1",
        "e,,,1",
        "f,SMS,+2,nan",
        "g,SMS,+3,",
    ]
    put(s3, "people.csv", "\n".join(rows))
    job = run_import(client, app, "people.csv")
    assert (job["JobStatus"], job["TotalProcessed"], job["TotalFailures"]) == ("COMPLETED", 7, 5)
    failures = job["Failures"]
    assert [each.partition(":")[0] for each in failures] == [
        f"people.csv line {line}" for line in (3, 4, 5, 6, 7)
    ]
    for text, failure in zip(
        [
            "ChannelType: it is not one of PUSH, GCM",
            "column 4: it is not a number",
            "3 cells under 4",
            "A new endpoint needs ChannelType",
            "column 4: it is not a number",
        ],
        failures,
        strict=True,
    ):
        assert text in failure
    assert endpoint(client, app, "g")["Metrics"] == {}


@pytest.mark.parametrize("row", ["a,SMS,", "a,,+1"])
def test_a_new_endpoint_needs_a_channel_type_and_an_address(
    client: Boto, app: str, s3: Any, row: str
) -> None:
    put(s3, "people.csv", f"Id,ChannelType,Address\n{row}\n")
    job = run_import(client, app, "people.csv")
    assert job["Failures"] == ["people.csv line 2: A new endpoint needs ChannelType and Address"]


def test_a_job_shows_100_failures_and_counts_all(client: Boto, app: str, s3: Any) -> None:
    put(s3, "people.csv", "Id,ChannelType\n" + "a,PAGER\n" * 101)
    job = run_import(client, app, "people.csv")
    assert (len(job["Failures"]), job["TotalFailures"]) == (100, 101)


@pytest.mark.parametrize(
    ("form", "content", "reason"),
    [
        ("CSV", b"Id,Shoe\n1,2\n", "line 1: the name of column 2 is not that of a member"),
        ("CSV", b"Id,Attributes.\n1,2\n", "the name of column 2 is not"),
        ("CSV", b"Address.x,Id\n1,2\n", "the name of column 1 is not"),
        ("CSV", b"\xff\xfe", "not encoded in UTF-8"),
        ("JSON", b"\x1f\x8bno gzip", "gzip data is damaged"),
        ("JSON", gzip.compress(b"{}")[:-1], "gzip data is damaged"),
    ],
)
def test_a_file_that_cannot_be_read_fails_the_job(
    client: Boto, app: str, s3: Any, form: str, content: bytes, reason: str
) -> None:
    put(s3, "people", content)
    job = run_import(client, app, "people", form)
    assert (job["JobStatus"], job["FailedPieces"]) == ("FAILED", 1)
    assert reason in job["Failures"][0]


@pytest.mark.parametrize("line", [1, 2])
def test_a_cell_that_does_not_end_fails_the_job(client: Boto, app: str, s3: Any, line: int) -> None:
    put(s3, "people.csv", "Id,ChannelType,Address\n" * (line - 1) + '"' + "x" * 131_073)
    job = run_import(client, app, "people.csv")
    assert (job["JobStatus"], job["FailedPieces"]) == ("FAILED", 1)
    assert job["Failures"] == [
        f"people.csv: line {line}: field larger than field limit (131072)",
    ]


@pytest.mark.parametrize(("spare", "job_status"), [(0, "COMPLETED"), (-1, "FAILED")])
def test_files_may_have_as_many_bytes_as_the_quota(s3: Any, spare: int, job_status: str) -> None:
    put(s3, "in/a.csv", CSV)
    put(s3, "in/b.csv", CSV)
    quotas = Quotas(import_job_bytes=2 * len(CSV) + spare)
    with LocalPinpoint(clock=Clock(START), quotas=quotas) as service:
        client = boto_client(service.session())
        job = run_import(client, new_app(client), "in/")
    assert job["JobStatus"] == job_status
    assert all(f"more than {quotas.import_job_bytes} bytes" in each for each in job["Failures"])


def test_a_broken_line_is_a_failure(client: Boto, app: str, s3: Any) -> None:
    put(s3, "people", '{"Id": "a", "ChannelType": "SMS", "Address": "+1"}\n\nno JSON\n[]\n')
    job = run_import(client, app, "people", "JSON")
    assert (job["TotalProcessed"], job["TotalFailures"]) == (3, 2)


def test_what_s3_refuses_fails_the_job(client: Boto, app: str) -> None:
    job = run_import(client, app, "nothing.csv")
    assert job["JobStatus"] == "FAILED"
    assert "No CSV file was found" in job["Failures"][0]
    answer = client.create_import_job(
        ApplicationId=app,
        ImportJobRequest={"Format": "CSV", "RoleArn": ROLE, "S3Url": "s3://nobody/x"},
    )
    where = {"ApplicationId": app, "JobId": answer["ImportJobResponse"]["Id"]}
    job = client.get_import_job(**where)["ImportJobResponse"]
    assert job["JobStatus"] == "FAILED"
    assert "NoSuchBucket" in job["Failures"][0]
    export = client.create_export_job(
        ApplicationId=app, ExportJobRequest={"RoleArn": ROLE, "S3UrlPrefix": "s3://nobody/x"}
    )
    where["JobId"] = export["ExportJobResponse"]["Id"]
    job = client.get_export_job(**where)["ExportJobResponse"]
    assert (job["JobStatus"], job["FailedPieces"]) == ("FAILED", 1)
    assert "NoSuchBucket" in job["Failures"][0]


def test_an_s3_that_is_set_up_wrongly_fails_the_job(
    client: Boto, app: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "localhost:4566")
    for job in (run_import(client, app, "people.csv"), run_export(client, app, "out")):
        assert (job["JobStatus"], job["FailedPieces"]) == ("FAILED", 1)
        assert "Invalid endpoint: localhost:4566" in job["Failures"][0]


def test_an_imported_segment_holds_what_was_imported(
    client: Boto, app: str, s3: Any, service: LocalPinpoint
) -> None:
    client.update_endpoint(ApplicationId=app, EndpointId="other", EndpointRequest={})
    put(s3, "people.csv", CSV)
    job = run_import(client, app, "people.csv", SegmentName="s")
    segment = job["Definition"]["SegmentId"]
    assert people(service, app, segment) == "ana li"
    assert run_export(client, app, "out", SegmentId=segment)["TotalProcessed"] == 2


def test_a_version_of_an_imported_segment_holds_nothing_of_later_imports(
    client: Boto, app: str, s3: Any, service: LocalPinpoint
) -> None:
    put(s3, "one.csv", "Id,ChannelType,Address\na,SMS,+1\nb,GCM,t\n")
    put(s3, "two.csv", "Id,ChannelType,Address\nc,SMS,+3\na,SMS,+1\n")
    job = run_import(client, app, "one.csv", SegmentName="s")
    segment = job["Definition"]["SegmentId"]
    run_import(client, app, "two.csv", SegmentId=segment)
    assert people(service, app, segment, 1) == "a b"
    assert people(service, app, segment, 2) == people(service, app, segment) == "a b c"
    job = run_export(client, app, "out", SegmentId=segment, SegmentVersion=1)
    assert job["TotalProcessed"] == 2


def test_what_a_failed_job_has_read_is_in_its_segment(client: Boto, app: str, s3: Any) -> None:
    put(s3, "in/a.csv", "Id,ChannelType,Address\na,SMS,+1\n")
    put(s3, "in/b.csv", "Id,Shoe\nb,1\n")
    job = run_import(client, app, "in/", SegmentName="s")
    assert (job["JobStatus"], job["CompletedPieces"], job["FailedPieces"]) == ("FAILED", 1, 1)
    where = {"ApplicationId": app, "SegmentId": job["Definition"]["SegmentId"]}
    assert client.get_segment(**where)["SegmentResponse"]["ImportDefinition"]["Size"] == 1


def test_a_segment_is_defined_and_added_to(client: Boto, app: str, s3: Any) -> None:
    put(s3, "one.csv", "Id,ChannelType,Address\na,SMS,+1\nb,GCM,t\n")
    put(s3, "two.csv", "Id,ChannelType,Address\nc,SMS,+3\na,SMS,+1\n")
    job = run_import(client, app, "one.csv", SegmentName="imported", DefineSegment=True)
    segment = job["Definition"]["SegmentId"]
    where = {"ApplicationId": app, "SegmentId": segment}
    document = client.get_segment(**where)["SegmentResponse"]
    assert (document["Name"], document["SegmentType"]) == ("imported", "IMPORT")
    assert document["ImportDefinition"]["Size"] == 2
    assert document["ImportDefinition"]["ChannelCounts"] == {"GCM": 1, "SMS": 1}
    second = run_import(client, app, "two.csv", SegmentId=segment)
    document = client.get_segment(**where)["SegmentResponse"]
    assert (document["Version"], document["ImportDefinition"]["Size"]) == (2, 3)
    jobs = client.get_segment_import_jobs(**where)["ImportJobsResponse"]["Item"]
    assert [each["Id"] for each in jobs] == [job["Id"], second["Id"]]


def test_without_registering_only_what_is_known_is_taken(client: Boto, app: str, s3: Any) -> None:
    client.update_endpoint(
        ApplicationId=app,
        EndpointId="known",
        EndpointRequest={"Address": "+1", "ChannelType": "SMS", "User": {"UserId": "ana"}},
    )
    put(s3, "x.csv", "Id,User.UserId,OptOut\nknown,,ALL\nnew,,ALL\n,ana,\n,nobody,\n")
    job = run_import(client, app, "x.csv", RegisterEndpoints=False, SegmentName="s")
    assert job["Failures"] == [
        "x.csv line 3: The endpoint does not exist",
        "x.csv line 5: The user has no endpoints",
    ]
    assert endpoint(client, app, "known")["OptOut"] == "NONE"
    where = {"ApplicationId": app, "SegmentId": job["Definition"]["SegmentId"]}
    assert client.get_segment(**where)["SegmentResponse"]["ImportDefinition"]["Size"] == 1


@pytest.mark.parametrize("prefix", ["out", "out/"])
def test_what_is_exported_can_be_imported(client: Boto, app: str, s3: Any, prefix: str) -> None:
    put(s3, "people.csv", CSV)
    run_import(client, app, "people.csv")
    job = run_export(client, app, prefix)
    assert (job["JobStatus"], job["TotalProcessed"]) == ("COMPLETED", 2)
    (item,) = s3.list_objects_v2(Bucket=BUCKET, Prefix="out/")["Contents"]
    assert item["Key"] == f"out/{job['Id']}.json.gz"
    other = new_app(client, "other")
    assert run_import(client, other, "out/", "JSON")["TotalFailures"] == 0
    for name in ("ana", "li"):
        there, here = endpoint(client, other, name), endpoint(client, app, name)
        assert {**there, "ApplicationId": app, "RequestId": here["RequestId"]} == here


def test_a_segment_is_exported(client: Boto, app: str, s3: Any) -> None:
    put(s3, "people.csv", CSV)
    run_import(client, app, "people.csv")
    countries = {"Country": {"DimensionType": "INCLUSIVE", "Values": ["CN"]}}
    answer = client.create_segment(
        ApplicationId=app,
        WriteSegmentRequest={"Name": "cn", "Dimensions": {"Location": countries}},
    )
    segment = answer["SegmentResponse"]["Id"]
    job = run_export(client, app, "", SegmentId=segment, SegmentVersion=1)
    content = s3.get_object(Bucket=BUCKET, Key=f"{job['Id']}.json.gz")["Body"].read()
    assert [json.loads(line)["Id"] for line in gzip.decompress(content).splitlines()] == ["li"]
    jobs = client.get_segment_export_jobs(ApplicationId=app, SegmentId=segment)
    assert [each["Id"] for each in jobs["ExportJobsResponse"]["Item"]] == [job["Id"]]
    assert refusal(client.get_segment_export_jobs, ApplicationId=app, SegmentId="x") == NOT_FOUND


def test_a_job_takes_its_time_on_the_clock(s3: Any) -> None:
    put(s3, "people.csv", CSV)
    clock = Clock(START)
    with LocalPinpoint(clock=clock, job_duration=timedelta(minutes=5)) as service:
        client = boto_client(service.session())
        app = new_app(client)
        job = start_import(client, app, "people.csv")
        where = {"ApplicationId": app, "JobId": job}
        clock.advance(minutes=4)
        assert client.get_import_job(**where)["ImportJobResponse"]["JobStatus"] == "CREATED"
        clock.advance(minutes=1)
        assert client.get_import_job(**where)["ImportJobResponse"]["JobStatus"] == "COMPLETED"


def test_no_more_than_ten_import_jobs_run_at_once(s3: Any) -> None:
    put(s3, "people.csv", CSV)
    clock = Clock(START)
    with LocalPinpoint(clock=clock, job_duration=timedelta(minutes=5)) as service:
        client = boto_client(service.session())
        app = new_app(client)
        for _ in range(10):
            start_import(client, app, "people.csv")
        request = {"Format": "CSV", "RoleArn": ROLE, "S3Url": "s3://people/people.csv"}
        found = refusal(client.create_import_job, ApplicationId=app, ImportJobRequest=request)
        assert is_bad_request(found, "10 import jobs")
        clock.advance(minutes=5)
        start_import(client, app, "people.csv")
        client.delete_app(ApplicationId=app)
        clock.advance(minutes=5)


def test_jobs_are_listed_by_type_and_page(client: Boto, app: str, s3: Any) -> None:
    put(s3, "people.csv", CSV)
    imports = [start_import(client, app, "people.csv") for _ in range(3)]
    export = run_export(client, app, "out")
    first = client.get_import_jobs(ApplicationId=app, PageSize="2")["ImportJobsResponse"]
    second = client.get_import_jobs(ApplicationId=app, Token=first["NextToken"])
    items = [*first["Item"], *second["ImportJobsResponse"]["Item"]]
    assert [each["Id"] for each in items] == imports
    exports = client.get_export_jobs(ApplicationId=app)["ExportJobsResponse"]["Item"]
    assert [each["Id"] for each in exports] == [export["Id"]]
    assert refusal(client.get_import_job, ApplicationId=app, JobId=export["Id"]) == NOT_FOUND


def test_jobs_are_refused_for_what_is_not_there(client: Boto, app: str) -> None:
    request: dict[str, Any] = {"Format": "CSV", "RoleArn": ROLE, "S3Url": "s3://people/x"}

    def refused(**changes: Any) -> tuple[int, str, str]:
        return refusal(
            client.create_import_job, ApplicationId=app, ImportJobRequest={**request, **changes}
        )

    assert is_bad_request(refused(S3Url="https://people/x"), "S3Url", "s3://")
    assert is_bad_request(refused(S3Url="s3://b/x"), "3 to 63 lower-case letters", "'s3://b/x'")
    assert is_bad_request(refused(RoleArn="me"), "RoleArn")
    assert refused(SegmentId="none") == NOT_FOUND
    assert is_bad_request(refused(SegmentId=new_segment(client, app)), "imported segment")
    assert (
        refusal(client.create_import_job, ApplicationId="none", ImportJobRequest=request)
        == APP_NOT_FOUND
    )
    export: dict[str, Any] = {"RoleArn": ROLE, "S3UrlPrefix": "s3://people/x"}
    for changes in ({"SegmentId": "none"}, {"SegmentId": new_segment(client, app)}):
        found = refusal(
            client.create_export_job,
            ApplicationId=app,
            ExportJobRequest={**export, **changes, "SegmentVersion": 2},
        )
        assert found == NOT_FOUND
    found = refusal(
        client.create_export_job,
        ApplicationId=app,
        ExportJobRequest={**export, "SegmentVersion": 1},
    )
    assert is_bad_request(found, "SegmentId")


def test_a_segment_that_is_deleted_meanwhile_fails_the_job(s3: Any) -> None:
    put(s3, "people.csv", CSV)
    clock = Clock(START)
    with LocalPinpoint(clock=clock, job_duration=timedelta(minutes=5)) as service:
        client = boto_client(service.session())
        app = new_app(client)
        first = start_import(client, app, "people.csv", SegmentName="s")
        clock.advance(minutes=5)
        done = client.get_import_job(ApplicationId=app, JobId=first)["ImportJobResponse"]
        segment = done["Definition"]["SegmentId"]
        second = start_import(client, app, "people.csv", SegmentId=segment)
        client.delete_segment(ApplicationId=app, SegmentId=segment)
        clock.advance(minutes=5)
        failed = client.get_import_job(ApplicationId=app, JobId=second)["ImportJobResponse"]
        assert failed["JobStatus"] == "FAILED"
        assert "was deleted" in failed["Failures"][0]
