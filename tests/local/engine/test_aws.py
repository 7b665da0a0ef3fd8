"""What the embedded service calls of AWS's other services, and when."""

from __future__ import annotations

import logging

import boto3
import pytest

from pinpoint_sdk.local import LocalPinpoint
from tests.local.support.boto import Boto, boto_client, new_app
from tests.support.loopback import Loopback

ROLE = "arn:aws:iam::123456789012:role/any"
STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/prod"


@pytest.fixture(autouse=True)
def real(loopback: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's shell, in which AWS itself would be called."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", loopback.url)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAREAL")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")


def work_with_others(client: Boto) -> list[str]:
    """An import job and an event; returns why the job failed."""
    app = new_app(client)
    stream = {"DestinationStreamArn": STREAM, "RoleArn": ROLE}
    client.put_event_stream(ApplicationId=app, WriteEventStream=stream)
    event = {"EventType": "opened", "Timestamp": "2026-03-02T12:00:00Z"}
    batch = {"ana": {"Endpoint": {}, "Events": {"1": event}}}
    client.put_events(ApplicationId=app, EventsRequest={"BatchItem": batch})
    wanted = {"Format": "CSV", "RoleArn": ROLE, "S3Url": "s3://people/people.csv"}
    job = client.create_import_job(ApplicationId=app, ImportJobRequest=wanted)["ImportJobResponse"]
    done = client.get_import_job(ApplicationId=app, JobId=job["Id"])["ImportJobResponse"]
    assert done["JobStatus"] == "FAILED"
    failures: list[str] = done["Failures"]
    return failures


def test_nothing_leaves_without_a_session(
    service: LocalPinpoint, loopback: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING), service.everywhere():
        (why,) = work_with_others(boto_client(service.session()))

    assert loopback.requests == []
    assert "LocalPinpoint(aws=boto3.Session())" in why
    assert "LocalPinpoint(aws=boto3.Session())" in caplog.text


def test_a_session_is_used(loopback: Loopback) -> None:
    loopback.answer({"__type": "ResourceNotFoundException"}, status=400)
    with LocalPinpoint(aws=boto3.Session()) as service:
        work_with_others(boto_client(service.session()))

    assert {each.method for each in loopback.requests} == {"GET", "POST"}
    assert all("AKIAREAL" in each.headers["Authorization"] for each in loopback.requests)
