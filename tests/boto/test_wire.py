"""A call is on the wire what plain boto3 makes of the same values, and reads what boto3 reads."""

from __future__ import annotations

import base64
import functools
import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import attrs
import boto3
import botocore.session
import pytest
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ParamValidationError
from botocore.loaders import Loader
from botocore.model import ListShape, MapShape, Shape, StructureShape

from pinpoint_sdk import PinpointClient, models, structure, unstructure
from pinpoint_sdk._boto.loaders import DATA_PATH
from tests.support import figures
from tests.support.calls import Values, call_ours, values_for
from tests.support.loopback import Answer, Loopback, Request
from tests.support.operations import (
    OPERATIONS,
    body_key,
    path_keys,
    result_key,
    result_of,
)
from tests.support.paths import on_both
from tests.support.service_model import fill, service_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botocore.model import OperationModel

APP = "0123456789abcdef0123456789abcdef"


def boto3_client(loopback: Loopback, *search_paths: str) -> Any:
    core = botocore.session.Session()
    core.register_component("data_loader", loader(search_paths))
    session = boto3.Session(
        botocore_session=core,
        region_name="us-east-1",
        aws_access_key_id="AKIDEXAMPLE",
        aws_secret_access_key="secret",
    )
    once = Config(retries={"total_max_attempts": 1})
    return session.client("pinpoint", endpoint_url=loopback.url, config=once)


@functools.cache
def loader(search_paths: tuple[str, ...]) -> Loader:
    """As a session makes one for itself; shared, because it remembers what it has read."""
    return Loader(list(search_paths))


@pytest.fixture(scope="module")
def plain(loopback_of_module: Loopback) -> Iterator[Any]:
    """boto3 as everybody has it."""
    client = boto3_client(loopback_of_module)
    yield client
    client.close()


@pytest.fixture(scope="module")
def extended(loopback_of_module: Loopback) -> Iterator[Any]:
    """boto3 whose loader finds our additions to AWS's model."""
    client = boto3_client(loopback_of_module, DATA_PATH)
    yield client
    client.close()


def aws_operation(name: str, *, with_2017_members: bool = False) -> OperationModel:
    return service_model(with_2017_members=with_2017_members).operation_model(name)


def call_boto3(client: Any, operation: OperationModel, values: Values) -> Any:
    return getattr(client, xform_name(operation.name))(**values)


def in_our_order(operation: OperationModel, values: Values) -> Values:
    """The same values, the members of the body in the order of our classes."""
    body = body_key(operation)
    if not body:
        return values
    return {**values, body: unstructure(structure(values[body], getattr(models, body)))}


def same_but_for_order(one: Request, other: Request) -> bool:
    """Whether two requests differ in the order of JSON members at most.

    botocore writes members in the order it is given them. That of our classes is not that of AWS's
    model: required members come first.
    """
    read = (one.method, one.target, one.json) == (other.method, other.target, other.json)
    return read and sorted(one.body) == sorted(other.body)


def status_of(operation: OperationModel) -> int:
    return int(operation.http["responseCode"])


def on_the_wire(value: Any, shape: Shape) -> Any:
    """A boto3 value as JSON carries it: the location names of members, ISO 8601, Base64."""
    if isinstance(shape, StructureShape):
        members = shape.members
        return {
            members[name].serialization.get("name", name): on_the_wire(item, members[name])
            for name, item in value.items()
        }
    if isinstance(shape, ListShape):
        return [on_the_wire(item, shape.member) for item in value]
    if isinstance(shape, MapShape):
        return {key: on_the_wire(item, shape.value) for key, item in value.items()}
    return value.isoformat() if isinstance(value, datetime) else value


SENT: set[str] = set()
READ: set[str] = set()


@on_both
@pytest.mark.parametrize("name", OPERATIONS)
def test_a_call_puts_on_the_wire_what_boto3_puts_there(
    name: str, loopback: Loopback, pinpoint: PinpointClient, plain: Any
) -> None:
    operation = aws_operation(name)
    values = values_for(operation)
    call_ours(pinpoint, operation, values)
    sent = loopback.take()
    call_boto3(plain, operation, values)
    assert same_but_for_order(sent, loopback.take())
    call_boto3(plain, operation, in_our_order(operation, values))
    assert sent == loopback.take()
    SENT.add(name)
    figures.record("sent as plain boto3 sends it", f"{len(SENT)} operations")


@on_both
@pytest.mark.parametrize("name", OPERATIONS)
def test_a_result_is_what_boto3_reads(
    name: str, loopback: Loopback, pinpoint: PinpointClient, plain: Any
) -> None:
    operation = aws_operation(name)
    values, wrapper, shape = values_for(operation), result_key(operation), result_of(operation)
    loopback.answer(on_the_wire(fill(shape), shape) if shape else b"", status_of(operation))
    result = call_ours(pinpoint, operation, values)
    answer = call_boto3(plain, operation, values)
    del answer["ResponseMetadata"]
    if wrapper is None:
        assert (answer, result) == ({}, None)
    else:
        assert answer == {wrapper: unstructure(result)}
        assert type(result) is getattr(models, wrapper)
    READ.add(name)
    figures.record("read as plain boto3 reads it", f"{len(READ)} operations")


WITH_2017_MEMBERS = ["SendMessages", "SendUsersMessages", "CreateCampaign", "UpdateCampaign"]


@on_both
@pytest.mark.parametrize("name", WITH_2017_MEMBERS)
def test_members_that_aws_dropped_reach_the_wire(
    name: str, loopback: Loopback, pinpoint: PinpointClient, plain: Any, extended: Any
) -> None:
    operation = aws_operation(name, with_2017_members=True)
    values = values_for(operation)
    with pytest.raises(ParamValidationError, match="Unknown parameter"):
        call_boto3(plain, operation, values)

    call_ours(pinpoint, operation, values)
    sent = loopback.take()
    assert sent.json == as_json(values[str(body_key(operation))])
    call_boto3(extended, operation, values)
    assert same_but_for_order(sent, loopback.take())
    call_boto3(extended, operation, in_our_order(operation, values))
    assert sent == loopback.take()


def test_no_other_request_has_members_that_aws_dropped() -> None:
    assert {
        name
        for name in OPERATIONS
        if values_for(aws_operation(name))
        != values_for(aws_operation(name, with_2017_members=True))
    } == {*WITH_2017_MEMBERS}


def as_json(value: Any) -> Any:
    return json.loads(json.dumps(value, default=lambda blob: base64.b64encode(blob).decode()))


@on_both
def test_the_shard_id_that_aws_dropped_is_read_back(
    loopback: Loopback, pinpoint: PinpointClient, plain: Any, extended: Any
) -> None:
    shape = result_of(aws_operation("GetEndpoint", with_2017_members=True))
    assert shape is not None
    loopback.answer(fill(shape) | {"ShardId": "shard 7"})
    keys = {"ApplicationId": APP, "EndpointId": "phone"}
    result = pinpoint.get_endpoint(APP, "phone")
    assert result.shard_id == "shard 7"
    assert unstructure(result) == extended.get_endpoint(**keys)["EndpointResponse"]
    assert "ShardId" not in plain.get_endpoint(**keys)["EndpointResponse"]


@on_both
@pytest.mark.parametrize("name", ["GetApp", "CreateApp", "UpdateEndpoint", "GetCampaignVersions"])
def test_response_metadata_is_boto3s(
    name: str, loopback: Loopback, pinpoint: PinpointClient, plain: Any
) -> None:
    operation = aws_operation(name)
    values, status = values_for(operation), status_of(operation)
    loopback.answer({}, status, {"x-amzn-RequestId": "6f8a9d53", "X-Trace": "Root=1"})
    ours = call_ours(pinpoint, operation, values).response_metadata
    theirs = call_boto3(plain, operation, values)["ResponseMetadata"]
    assert (ours.request_id, ours.http_status_code, ours.retry_attempts) == ("6f8a9d53", status, 0)
    assert ours.http_headers["x-trace"] == "Root=1"
    del ours.http_headers["date"], theirs["HTTPHeaders"]["date"]  # the server's, to the second
    assert attrs.asdict(ours) == {
        "request_id": theirs["RequestId"],
        "http_status_code": theirs["HTTPStatusCode"],
        "retry_attempts": theirs["RetryAttempts"],
        "http_headers": theirs["HTTPHeaders"],
    }


@on_both
@pytest.mark.parametrize(
    ("id_", "encoded"),
    [
        ("a/b", "a%2Fb"),
        ("a//b", "a%2F%2Fb"),
        ("/a", "%2Fa"),
        ("a?b", "a%3Fb"),
        ("a#b", "a%23b"),
        ("100%", "100%25"),
        ("a%2Fb", "a%252Fb"),
        ("a b", "a%20b"),
        (" a ", "%20a%20"),
        ("a+b", "a%2Bb"),
        ("a&b=c", "a%26b%3Dc"),
        ("+15555550100", "%2B15555550100"),
        ("me@example.com", "me%40example.com"),
        ("a~b-c_d.e", "a~b-c_d.e"),
        ("Zoë", "Zo%C3%AB"),
        ("電話", "%E9%9B%BB%E8%A9%B1"),
        ("😀", "%F0%9F%98%80"),
        ("a\nb", "a%0Ab"),
        ("../a", "..%2Fa"),
        ("a/../b", "a%2F..%2Fb"),
    ],
)
def test_an_id_arrives_in_the_path_as_boto3_encodes_it(
    id_: str, encoded: str, loopback: Loopback, pinpoint: PinpointClient, plain: Any
) -> None:
    pinpoint.get_endpoint(id_, id_)
    sent = loopback.take()
    plain.get_endpoint(ApplicationId=id_, EndpointId=id_)
    assert sent == loopback.take()
    assert sent.target == f"/v1/apps/{encoded}/endpoints/{encoded}"


@on_both
def test_every_path_key_has_its_own_place(loopback: Loopback, pinpoint: PinpointClient) -> None:
    pinpoint.get_campaign_version("app", "campaign", 3)
    assert loopback.take().target == "/v1/apps/app/campaigns/campaign/versions/3"
    assert path_keys(aws_operation("GetCampaignVersion")) == [
        "ApplicationId",
        "CampaignId",
        "Version",
    ]


@on_both
@pytest.mark.parametrize(
    ("given", "query"),
    [
        ({}, ""),
        ({"page_size": 7}, "?page-size=7"),
        ({"token": "a+b/c=="}, "?token=a%2Bb%2Fc%3D%3D"),
        ({"page_size": 100, "token": "t"}, "?page-size=100&token=t"),
        ({"page_size": None, "token": None}, ""),
    ],
)
def test_page_size_and_token_arrive_in_the_query(
    given: dict[str, Any], query: str, loopback: Loopback, pinpoint: PinpointClient
) -> None:
    pinpoint.get_apps(**given)
    assert loopback.take().target == f"/v1/apps{query}"
    pinpoint.get_campaigns(APP, **given)
    assert loopback.take().target == f"/v1/apps/{APP}/campaigns{query}"
    pinpoint.get_campaign_versions(APP, "c", **given)
    assert loopback.take().target == f"/v1/apps/{APP}/campaigns/c/versions{query}"


@on_both
def test_an_explicit_empty_collection_is_sent_and_none_is_not(
    loopback: Loopback, pinpoint: PinpointClient
) -> None:
    pinpoint.update_endpoint(
        APP,
        "phone",
        models.EndpointRequest(attributes={"cars": []}, metrics={}, address="", channel_type=None),
    )
    assert loopback.take().json == {"Attributes": {"cars": []}, "Metrics": {}, "Address": ""}


@on_both
def test_a_body_without_members_is_sent_as_boto3_sends_it(
    loopback: Loopback, pinpoint: PinpointClient, plain: Any
) -> None:
    pinpoint.update_sms_channel(APP, models.SMSChannelRequest())
    sent = loopback.take()
    plain.update_sms_channel(ApplicationId=APP, SMSChannelRequest={})
    assert sent == loopback.take()


@on_both
@pytest.mark.parametrize("blob", [b"", b"From: me", b"\x00\xff", base64.b64encode(b"once")])
def test_a_blob_arrives_as_base64_once(
    blob: bytes, loopback: Loopback, pinpoint: PinpointClient, plain: Any
) -> None:
    configuration = models.DirectMessageConfiguration(
        email_message=models.EmailMessage(raw_email=models.RawEmail(data=blob))
    )
    request = models.MessageRequest(message_configuration=configuration)
    pinpoint.send_messages(APP, request)
    sent = loopback.take()
    arrived = sent.json["MessageConfiguration"]["EmailMessage"]["RawEmail"]["Data"]
    assert base64.b64decode(arrived, validate=True) == blob
    plain.send_messages(ApplicationId=APP, MessageRequest=unstructure(request))
    assert sent == loopback.take()


def test_a_retry_of_boto3_shows_in_the_metadata(session: boto3.Session, loopback: Loopback) -> None:
    answers = iter([Answer(500), Answer(200, {"Name": "shop"})])
    loopback.respond = lambda _: next(answers)
    at_once: Any = at_once_if_it_failed
    session.events.register("needs-retry.pinpoint", at_once)
    with PinpointClient(session=session, endpoint_url=loopback.url) as pinpoint:
        app = pinpoint.create_app(models.CreateApplicationRequest(name="shop"))
    assert (app.name, app.response_metadata.retry_attempts) == ("shop", 1)
    first, second = loopback.requests
    assert first == second


def at_once_if_it_failed(response: Any, **_: object) -> int | None:
    """Ask for a retry without the wait that boto3's own handlers would ask for."""
    return 0 if response[0].status_code == 500 else None
