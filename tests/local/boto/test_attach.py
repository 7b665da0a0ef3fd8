from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any, cast

import boto3
import botocore.session
import pytest
from botocore.config import Config
from botocore.credentials import RefreshableCredentials
from botocore.exceptions import ParamValidationError

from pinpoint_sdk.clients.apps import AppsClient
from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.models import CreateApplicationRequest
from tests.local.support.boto import APP_NOT_FOUND, Boto, boto_client, new_app, refusal


def make(session: boto3.Session, service: str = "pinpoint", **settings: Any) -> Boto:
    factory = cast("Callable[..., Boto]", getattr(session, "client"))  # noqa: B009
    return factory(service, **settings)


def users_session() -> boto3.Session:
    return boto3.Session(
        aws_access_key_id="AKIAUSER", aws_secret_access_key="x", region_name="eu-west-1"
    )


def test_attach_to_a_session(service: LocalPinpoint) -> None:
    session = users_session()
    service.attach(session)
    client = boto_client(session)
    assert client.meta.region_name == "eu-west-1"
    new_app(client)


def test_attach_to_a_finished_client(service: LocalPinpoint) -> None:
    mine = make(users_session())
    service.attach(mine)
    app = new_app(mine)
    assert service.client("eu-west-1").get_app(app).name == "shop"


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


def test_an_attached_session_needs_no_credentials(service: LocalPinpoint) -> None:
    session = boto3.Session(region_name="eu-west-1")
    service.attach(session)
    assert make(session).get_apps()["ApplicationsResponse"]["Item"] == []


def test_the_credentials_of_an_attached_client_are_not_even_looked_at(
    service: LocalPinpoint,
) -> None:
    core = botocore.session.get_session()

    def renew() -> dict[str, str]:
        raise AssertionError("this would call AWS")

    expired = RefreshableCredentials("a", "b", "c", EXPIRED, renew, "assume-role")
    vars(core)["_credentials"] = expired
    client = make(boto3.Session(botocore_session=core, region_name="eu-west-1"))
    service.attach(client)
    assert client.get_apps()["ApplicationsResponse"]["Item"] == []


EXPIRED = datetime(2020, 1, 1, tzinfo=timezone.utc)


@pytest.mark.parametrize("url", [None, "http://localhost:4566/aws"])
def test_an_attached_session_makes_clients_of_any_region(
    service: LocalPinpoint, url: str | None
) -> None:
    session = boto3.Session()
    service.attach(session)
    for region_name in ("eu-west-1", "us-west-2"):
        client = make(session, region_name=region_name, endpoint_url=url)
        arn = client.create_app(CreateApplicationRequest={"Name": "x"})["ApplicationResponse"]
        assert f":{region_name}:" in arn["Arn"]
        assert len(client.get_apps()["ApplicationsResponse"]["Item"]) == 1


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


def test_nothing_of_ours_stays_in_the_headers(service: LocalPinpoint) -> None:
    client = boto_client(service.session())
    sent: list[Any] = []

    def note(request: Any, **_: object) -> None:
        sent.append(request)

    client.meta.events.register_last("before-send.pinpoint", note)
    client.get_apps()
    assert not [name for name in sent[0].headers if "local" in name.lower()]


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
