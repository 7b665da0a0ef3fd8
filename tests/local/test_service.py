from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import NoCredentialsError, ParamValidationError

from pinpoint_sdk.clients.apps import AppsClient
from pinpoint_sdk.local import Clock, LocalPinpoint
from pinpoint_sdk.models import CreateApplicationRequest
from tests.local.support.boto import APP_NOT_FOUND, Boto, boto_client, new_app, new_segment, refusal


def make(session: boto3.Session, service: str = "pinpoint", **settings: Any) -> Boto:
    factory = cast("Callable[..., Boto]", getattr(session, "client"))  # noqa: B009
    return factory(service, **settings)


def users_session() -> boto3.Session:
    return boto3.Session(
        aws_access_key_id="AKIAUSER", aws_secret_access_key="x", region_name="eu-west-1"
    )


def test_sessions_and_clients_of_a_service_share_its_state(service: LocalPinpoint) -> None:
    app = new_app(boto_client(service.session()))
    boto_client(service.session()).get_app(ApplicationId=app)


def test_two_services_are_two_accounts(client: Boto) -> None:
    new_app(client)
    with LocalPinpoint() as other:
        assert boto_client(other.session()).get_apps()["ApplicationsResponse"]["Item"] == []


def test_region_and_account_stand_in_the_arn() -> None:
    with LocalPinpoint(region_name="eu-central-1", account_id="000000000042") as service:
        session = service.session()
        assert session.region_name == "eu-central-1"
        response = boto_client(session).create_app(CreateApplicationRequest={"Name": "x"})
        arn = response["ApplicationResponse"]["Arn"]
        assert arn.startswith("arn:aws:mobiletargeting:eu-central-1:000000000042:apps/")


def test_the_same_seed_gives_the_same_ids() -> None:
    def ids(seed: int) -> list[str]:
        client = boto_client(LocalPinpoint(seed=seed).session())
        app = new_app(client)
        return [app, new_segment(client, app)]

    assert ids(1) == ids(1)
    assert not set(ids(1)) & set(ids(2))


def test_a_refused_request_does_not_shift_the_ids() -> None:
    calm, eventful = (boto_client(LocalPinpoint().session()) for _ in range(2))
    refusal(eventful.get_app, ApplicationId="nope")
    assert new_app(calm) == new_app(eventful)


def test_every_answer_has_a_request_id_and_a_content_type(client: Boto) -> None:
    answers = [client.get_apps()["ResponseMetadata"] for _ in range(3)]
    for answer in answers:
        UUID(answer["RequestId"])
        assert answer["HTTPHeaders"]["content-type"] == "application/json"
    assert len({answer["RequestId"] for answer in answers}) == 3


def test_a_clock_without_a_zone_counts_as_utc() -> None:
    with LocalPinpoint(clock=Clock(datetime(2020, 1, 2, 3, 4, 5))) as service:
        response = boto_client(service.session()).create_app(CreateApplicationRequest={"Name": "x"})
        assert response["ApplicationResponse"]["CreationDate"] == "2020-01-02T03:04:05.000Z"


def test_after_close_a_call_says_so() -> None:
    with LocalPinpoint() as service:
        client = boto_client(service.session())
        client.get_apps()
    status, code, message = refusal(client.get_apps)
    assert (status, code) == (410, "LocalPinpointClosedException")
    assert "closed" in message


def test_attach_to_a_session(service: LocalPinpoint) -> None:
    session = users_session()
    service.attach(session)
    client = boto_client(session)
    assert client.meta.region_name == "eu-west-1"
    new_app(client)


def test_attach_to_a_finished_client(service: LocalPinpoint, client: Boto) -> None:
    mine = make(users_session())
    service.attach(mine)
    app = new_app(mine)
    client.get_app(ApplicationId=app)


def test_attach_to_a_typed_client(service: LocalPinpoint) -> None:
    made_on_import = AppsClient("eu-west-1", session=users_session())
    service.attach(made_on_import)
    assert made_on_import.meta.region_name == "eu-west-1"
    assert made_on_import.create_app(CreateApplicationRequest(name="shop")).name == "shop"


@pytest.mark.parametrize("target", [None, "x", boto3.Session, object()])
def test_attach_refuses_what_is_no_client(service: LocalPinpoint, target: Any) -> None:
    with pytest.raises(TypeError, match=f"a pinpoint client, got {re.escape(repr(target))}"):
        service.attach(target)


def test_attaching_twice_answers_once(service: LocalPinpoint) -> None:
    session = users_session()
    service.attach(session)
    service.attach(session)
    mine = make(session)
    service.attach(mine)
    new_app(mine)
    assert len(mine.get_apps()["ApplicationsResponse"]["Item"]) == 1


def test_the_service_attached_last_answers(service: LocalPinpoint) -> None:
    mine = make(users_session())
    service.attach(mine)
    app = new_app(mine)
    with LocalPinpoint(seed=1) as other:
        other.attach(mine)
        assert refusal(mine.get_app, ApplicationId=app) == APP_NOT_FOUND


def test_attach_refuses_a_client_of_another_service(service: LocalPinpoint) -> None:
    with pytest.raises(ValueError, match="sns"):
        service.attach(make(users_session(), "sns"))


def test_an_attached_session_still_needs_credentials_to_sign(service: LocalPinpoint) -> None:
    session = boto3.Session(region_name="eu-west-1")
    service.attach(session)
    with pytest.raises(NoCredentialsError):
        make(session).get_apps()


def test_the_environment_of_the_user_does_not_reach_the_session(
    service: LocalPinpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "AWS_PROFILE": "missing",
        "AWS_DEFAULT_PROFILE": "missing",
        "AWS_DEFAULT_REGION": "mars-north-1",
        "AWS_CA_BUNDLE": "/nonexistent/bundle.pem",
        "AWS_ENDPOINT_URL": "http://localhost:1/base",
        "AWS_ENDPOINT_URL_PINPOINT": "http://localhost:1/base",
        "AWS_RETRY_MODE": "bogus",
        "AWS_MAX_ATTEMPTS": "many",
        "AWS_DEFAULTS_MODE": "bogus",
        "HTTPS_PROXY": "http://localhost:1",
        "HTTP_PROXY": "http://localhost:1",
    }.items():
        monkeypatch.setenv(name, value)
    client = boto_client(service.session())
    assert client.meta.endpoint_url == "https://pinpoint.us-east-1.amazonaws.com"
    new_app(client)


def test_sessions_of_the_service_know_the_members_of_2017(client: Boto, app: str) -> None:
    client.update_endpoint(ApplicationId=app, EndpointId="e", EndpointRequest={})
    shard = client.get_endpoint(ApplicationId=app, EndpointId="e")["EndpointResponse"]["ShardId"]
    assert shard.isdecimal()
    with pytest.raises(ParamValidationError, match="Bogus"):
        client.create_app(CreateApplicationRequest={"Name": "x", "Bogus": 1})


def test_a_repeated_signature_is_made_by_boto3_itself(service: LocalPinpoint) -> None:
    seen: list[str] = []
    client = boto_client(service.session())

    def note(request: Any, **_: object) -> None:
        seen.append(str(request.headers["Authorization"]))

    client.meta.events.register_first("before-send.pinpoint", note)
    client.get_apps()
    assert len(seen) == 1
    assert "/us-east-1/mobiletargeting/aws4_request" in seen[0]


def no_sleep(_: float) -> None:
    """Waits for nothing."""


def test_the_retries_of_boto3_run(service: LocalPinpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    from pinpoint_sdk.local.operations import HANDLERS

    calls: list[object] = []

    def fail_once(call: object) -> dict[str, Any]:
        calls.append(call)
        if len(calls) == 1:
            raise ZeroDivisionError("once")
        return {"Item": []}

    monkeypatch.setitem(HANDLERS, "GetApps", fail_once)
    monkeypatch.setattr("time.sleep", no_sleep)
    client = make(service.session(), config=Config(retries={"total_max_attempts": 2}))
    assert client.get_apps()["ResponseMetadata"]["RetryAttempts"] == 1


def test_32_threads_lose_no_campaign(client: Boto, app: str) -> None:
    def create(number: int) -> str:
        request = {"Name": str(number)}
        response = client.create_campaign(ApplicationId=app, WriteCampaignRequest=request)
        return str(response["CampaignResponse"]["Id"])

    with ThreadPoolExecutor(32) as threads:
        created = list(threads.map(create, range(192)))
    listed = client.get_campaigns(ApplicationId=app, PageSize="500")["CampaignsResponse"]["Item"]
    assert len(set(created)) == 192
    assert sorted(campaign["Id"] for campaign in listed) == sorted(created)
    assert sorted(int(campaign["Name"]) for campaign in listed) == list(range(192))


def test_32_threads_lose_no_version(client: Boto, app: str) -> None:
    response = client.create_campaign(ApplicationId=app, WriteCampaignRequest={})
    names = {"ApplicationId": app, "CampaignId": response["CampaignResponse"]["Id"]}

    def update(number: int) -> int:
        request = {"Name": str(number)}
        response = client.update_campaign(**names, WriteCampaignRequest=request)
        return int(response["CampaignResponse"]["Version"])

    with ThreadPoolExecutor(32) as threads:
        versions = list(threads.map(update, range(96)))
    assert sorted(versions) == list(range(2, 98))


def test_importing_the_embedded_service_imports_no_client_and_no_model() -> None:
    code = (
        "import sys, pinpoint_sdk.local;"
        "print([name for name in sys.modules if name.startswith(('pinpoint_sdk.client',"
        "'pinpoint_sdk.models', 'pinpoint_sdk.converter', 'pinpoint_sdk.transport'))])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_client_is_the_typed_client(service: LocalPinpoint) -> None:
    from pinpoint_sdk.client import PinpointClient

    assert isinstance(service.client(), PinpointClient)


def test_repr_names_region_and_account(service: LocalPinpoint) -> None:
    assert repr(service) == "LocalPinpoint(region_name='us-east-1', account_id='123456789012')"


@pytest.mark.parametrize(
    ("wrong", "error", "text"),
    [
        ({"region_name": ""}, ValueError, "region_name: expected one like us-east-1, got ''"),
        ({"region_name": "x y"}, ValueError, "region_name: expected one like us-east-1"),
        ({"region_name": None}, TypeError, "region_name: expected str, got None"),
        ({"account_id": "1"}, ValueError, "account_id: expected 12 digits, got '1'"),
        ({"account_id": 123456789012}, TypeError, "account_id: expected str, got 123456789012"),
        ({"clock": datetime(2026, 1, 1)}, TypeError, "clock: expected Clock, got datetime"),
        ({"aws": "default"}, TypeError, "aws: expected Session, got 'default'"),
        ({"quotas": {"projects": 3}}, TypeError, "quotas: expected Quotas, got {'projects': 3}"),
        ({"job_duration": 5}, TypeError, "job_duration: expected timedelta, got 5"),
        (
            {"job_duration": timedelta(seconds=-1)},
            ValueError,
            "job_duration: must not be negative, got -1 day",
        ),
    ],
)
def test_arguments_that_are_none(wrong: dict[str, Any], error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=text):
        LocalPinpoint(**wrong)
