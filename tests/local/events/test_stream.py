from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.exceptions import EndpointConnectionError
from moto import mock_aws

from pinpoint_sdk.local import Clock, LocalPinpoint, Quotas
from pinpoint_sdk.local.engine.aws import AwsClients
from tests.local.support.boto import (
    APP_NOT_FOUND,
    NOT_FOUND,
    Boto,
    boto_client,
    is_bad_request,
    new_app,
    refusal,
    status,
)

KINESIS = "arn:aws:kinesis:us-east-1:123456789012:stream/events"
FIREHOSE = "arn:aws:firehose:us-east-1:123456789012:deliverystream/events"
ROLE = "arn:aws:iam::123456789012:role/stream"


@pytest.fixture
def aws() -> Iterator[None]:
    with mock_aws():
        yield


def aws_client(name: str, region: str = "us-east-1") -> Any:
    session: Any = boto3.Session()
    return session.client(name, region_name=region)


def connect(client: Boto, app: str, arn: str = KINESIS, role: str = ROLE) -> dict[str, Any]:
    response = client.put_event_stream(
        ApplicationId=app, WriteEventStream={"DestinationStreamArn": arn, "RoleArn": role}
    )
    assert status(response) == 200
    stream: dict[str, Any] = response["EventStream"]
    return stream


def put(client: Boto, app: str, *types: str, endpoint_id: str = "e") -> None:
    events = {
        f"{number}": {"EventType": event_type, "Timestamp": "2017-09-27T12:00:00Z"}
        for number, event_type in enumerate(types)
    }
    batch = {endpoint_id: {"Endpoint": {}, "Events": events}}
    response = client.put_events(ApplicationId=app, EventsRequest={"BatchItem": batch})
    results = response["EventsResponse"]["Results"][endpoint_id]["EventsItemResponse"]
    assert {each["StatusCode"] for each in results.values()} == {202}


def on_kinesis(region: str = "us-east-1") -> list[dict[str, Any]]:
    """The records on the Kinesis stream."""
    kinesis = aws_client("kinesis", region)
    shard = kinesis.list_shards(StreamName="events")["Shards"][0]["ShardId"]
    place = kinesis.get_shard_iterator(
        StreamName="events", ShardId=shard, ShardIteratorType="TRIM_HORIZON"
    )["ShardIterator"]
    records = kinesis.get_records(ShardIterator=place, Limit=10_000)["Records"]
    return [json.loads(record["Data"]) for record in records]


def test_put_get_and_delete_answer_the_stream(client: Boto, app: str, clock: Clock) -> None:
    stream = connect(client, app)
    assert stream == {
        "ApplicationId": app,
        "DestinationStreamArn": KINESIS,
        "LastModifiedDate": "2017-09-27T12:00:00.581Z",
        "RoleArn": ROLE,
    }
    clock.advance(seconds=1)
    stream = connect(client, app, FIREHOSE)
    assert stream["DestinationStreamArn"] == FIREHOSE
    assert stream["LastModifiedDate"] == "2017-09-27T12:00:01.581Z"
    for call in (client.get_event_stream, client.delete_event_stream):
        response = call(ApplicationId=app)
        assert status(response) == 200
        assert response["EventStream"] == stream
    for call in (client.get_event_stream, client.delete_event_stream):
        assert refusal(call, ApplicationId=app) == NOT_FOUND


def test_an_app_without_a_stream_and_an_unknown_app_are_404(client: Boto, app: str) -> None:
    connect(client, new_app(client))
    assert refusal(client.get_event_stream, ApplicationId=app) == NOT_FOUND
    assert refusal(client.get_event_stream, ApplicationId="nope") == APP_NOT_FOUND
    assert refusal(client.delete_event_stream, ApplicationId="nope") == APP_NOT_FOUND
    assert refusal(connect, client=client, app="nope") == APP_NOT_FOUND


@pytest.mark.parametrize(
    "arn",
    [
        "events",
        "arn:aws:kinesis:us-east-1:123456789012:events",
        "arn:aws:kinesis:us-east-1:123456789012:stream/",
        "arn:aws:kinesis::123456789012:stream/events",
        "arn:aws:kinesis:us-east-1:123456789012:deliverystream/events",
        "arn:aws:sqs:us-east-1:123456789012:events",
    ],
)
def test_the_stream_must_be_one_of_kinesis_or_firehose(client: Boto, app: str, arn: str) -> None:
    found = refusal(connect, client=client, app=app, arn=arn)
    assert is_bad_request(found, "DestinationStreamArn", "Kinesis", "Firehose")
    assert refusal(client.get_event_stream, ApplicationId=app) == NOT_FOUND


def test_the_role_must_be_the_arn_of_one(client: Boto, app: str) -> None:
    assert is_bad_request(refusal(connect, client=client, app=app, role="r"), "RoleArn", "'r'")


@pytest.mark.usefixtures("aws")
def test_events_reach_kinesis_in_the_form_that_aws_documents(client: Boto, app: str) -> None:
    aws_client("kinesis").create_stream(StreamName="events", ShardCount=1)
    connect(client, app)
    event = {
        "AppPackageName": "com.example.shop",
        "AppTitle": "Shop",
        "AppVersionCode": "7",
        "Attributes": {"item": "shoe"},
        "ClientSdkVersion": "2.1",
        "EventType": "cart.add",
        "Metrics": {"price": 19.5},
        "SdkName": "sdk",
        "Session": {
            "Duration": 1000,
            "Id": "s1",
            "StartTimestamp": "2017-09-27T11:59:58Z",
            "StopTimestamp": "2017-09-27T11:59:59Z",
        },
        "Timestamp": "2017-09-27T11:59:58.250Z",
    }
    endpoint = {
        "Address": "token",
        "ChannelType": "GCM",
        "Demographic": {
            "Locale": "en_US",
            "Make": "Acme",
            "Model": "One",
            "Platform": "Android",
            "PlatformVersion": "14",
        },
        "User": {"UserId": "u"},
    }
    batch = {"e": {"Endpoint": endpoint, "Events": {"x": event}}}
    client.put_events(ApplicationId=app, EventsRequest={"BatchItem": batch})
    (record,) = on_kinesis()
    stored = json.loads(record.pop("client_context")["custom"]["endpoint"])
    assert {name: stored[name] for name in endpoint} == endpoint
    assert stored["EndpointStatus"] == "ACTIVE"
    assert record == {
        "event_type": "cart.add",
        "event_timestamp": 1506513598250,
        "arrival_timestamp": 1506513600581,
        "event_version": "3.1",
        "application": {
            "app_id": app,
            "package_name": "com.example.shop",
            "sdk": {"name": "sdk", "version": "2.1"},
            "title": "Shop",
            "version_code": "7",
        },
        "client": {"client_id": "e"},
        "device": {
            "locale": {"code": "en_US", "language": "en", "country": "US"},
            "make": "Acme",
            "model": "One",
            "platform": {"name": "Android", "version": "14"},
        },
        "session": {
            "session_id": "s1",
            "duration": 1000,
            "start_timestamp": 1506513598000,
            "stop_timestamp": 1506513599000,
        },
        "attributes": {"item": "shoe"},
        "metrics": {"price": 19.5},
        "awsAccountId": "123456789012",
    }


@pytest.mark.usefixtures("aws")
def test_only_accepted_events_reach_the_stream_and_none_after_its_end(
    client: Boto, app: str
) -> None:
    aws_client("kinesis", "eu-west-1").create_stream(StreamName="events", ShardCount=1)
    put(client, app, "before")
    connect(client, app, KINESIS.replace("us-east-1", "eu-west-1"))
    put(client, app, "one", "two")
    bad = {"EventType": "bad", "Timestamp": "never"}
    batch = {"e": {"Endpoint": {}, "Events": {"x": bad}}}
    client.put_events(ApplicationId=app, EventsRequest={"BatchItem": batch})
    client.delete_event_stream(ApplicationId=app)
    put(client, app, "after")
    assert [record["event_type"] for record in on_kinesis("eu-west-1")] == ["one", "two"]


@pytest.mark.usefixtures("aws")
def test_more_events_than_one_call_takes_reach_the_stream_once_each() -> None:
    aws_client("kinesis").create_stream(StreamName="events", ShardCount=1)
    with LocalPinpoint(quotas=Quotas(events_per_request=1_000)) as service:
        client = boto_client(service.session())
        app = new_app(client)
        connect(client, app)
        types = [f"t{number}" for number in range(501)]
        put(client, app, *types)
    assert [record["event_type"] for record in on_kinesis()] == types


@pytest.mark.usefixtures("aws")
def test_an_endpoint_with_a_long_id_has_its_events_on_the_stream(client: Boto, app: str) -> None:
    aws_client("kinesis").create_stream(StreamName="events", ShardCount=1)
    connect(client, app)
    put(client, app, "one", endpoint_id="e" * 300)
    (record,) = on_kinesis()
    assert record["client"] == {"client_id": "e" * 300}


@pytest.mark.usefixtures("aws")
def test_events_reach_s3_through_firehose_a_line_each(client: Boto, app: str) -> None:
    s3 = aws_client("s3")
    s3.create_bucket(Bucket="event-lines")
    aws_client("firehose").create_delivery_stream(
        DeliveryStreamName="events",
        ExtendedS3DestinationConfiguration={
            "RoleARN": ROLE,
            "BucketARN": "arn:aws:s3:::event-lines",
        },
    )
    connect(client, app, FIREHOSE)
    put(client, app, "one", "two")
    (item,) = s3.list_objects_v2(Bucket="event-lines")["Contents"]
    text = s3.get_object(Bucket="event-lines", Key=item["Key"])["Body"].read().decode()
    assert text.endswith("\n")
    assert [json.loads(line)["event_type"] for line in text.splitlines()] == ["one", "two"]


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize("arn", [KINESIS, FIREHOSE])
def test_a_stream_that_does_not_exist_costs_no_request(
    client: Boto, app: str, arn: str, caplog: pytest.LogCaptureFixture
) -> None:
    connect(client, app, arn)
    with caplog.at_level(logging.WARNING, logger="pinpoint_sdk.local.events.stream"):
        put(client, app, "one")
    assert "events could not be written" in caplog.text
    assert client.get_endpoint(ApplicationId=app, EndpointId="e")["EndpointResponse"]["Id"] == "e"


@pytest.mark.parametrize(
    "error",
    [EndpointConnectionError(endpoint_url="http://nowhere"), ValueError("Invalid endpoint")],
)
def test_a_stream_that_is_out_of_reach_costs_no_request(
    client: Boto,
    app: str,
    error: Exception,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def no_client(*_: object) -> None:
        raise error

    monkeypatch.setattr(AwsClients, "client", no_client)
    connect(client, app)
    with caplog.at_level(logging.WARNING, logger="pinpoint_sdk.local.events.stream"):
        put(client, app, "one")
    assert f"events could not be written: {error}" in caplog.text
