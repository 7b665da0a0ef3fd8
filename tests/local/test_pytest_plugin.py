"""The fixtures that users get, and the block behind them."""

from __future__ import annotations

import os
from typing import Any

import boto3
import pytest
from moto import mock_aws

from pinpoint_sdk import PinpointClient
from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.models import CreateApplicationRequest

pytest_plugins = ["pytester"]


def new_app(client: PinpointClient, name: str = "shop") -> str:
    return client.create_app(CreateApplicationRequest(name=name)).id


def boto_client(service_name: str, **options: Any) -> Any:
    make: Any = getattr(boto3, "client")  # noqa: B009  # the stubs know no pinpoint
    return make(service_name, **options)


def test_a_clean_installation_brings_the_fixtures(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        def test_one(pinpoint, pinpoint_service):
            assert list(pinpoint.iter_apps()) == []
            assert pinpoint_service.inbox[:] == []
        """
    )

    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)


def make_every_client() -> list[PinpointClient]:
    """Clients as code under test may make them."""
    return [
        PinpointClient(),
        PinpointClient("eu-west-1"),
        PinpointClient(session=boto3.Session()),
        PinpointClient(client=boto_client("pinpoint")),
    ]


def test_what_code_under_test_makes_is_answered(pinpoint_service: LocalPinpoint) -> None:
    app_id = new_app(pinpoint_service.client())

    assert [each.get_app(app_id).name for each in make_every_client()] == ["shop"] * 4


def test_so_is_what_is_made_within_mock_aws(pinpoint_service: LocalPinpoint) -> None:
    with mock_aws():
        app_id = new_app(pinpoint_service.client())
        assert [each.get_app(app_id).name for each in make_every_client()] == ["shop"] * 4
        s3 = boto_client("s3")
        s3.create_bucket(Bucket="moto-answers-this")
        assert [each["Name"] for each in s3.list_buckets()["Buckets"]] == ["moto-answers-this"]

    assert pinpoint_service.client().get_app(app_id).name == "shop"


@mock_aws
def test_within_mock_aws_as_a_decorator(pinpoint_service: LocalPinpoint) -> None:
    assert PinpointClient().get_app(new_app(pinpoint_service.client())).name == "shop"


def test_two_services_at_once_are_two_accounts() -> None:
    with LocalPinpoint() as outer, outer.everywhere():
        new_app(PinpointClient(), "outer")
        with LocalPinpoint() as inner:
            new_app(inner.client(), "attached")
            with inner.everywhere():
                new_app(PinpointClient(), "inner")
            assert [app.name for app in inner.client().iter_apps()] == ["attached", "inner"]
        assert [app.name for app in outer.client().iter_apps()] == ["outer"]


def test_one_request_is_answered_once(pinpoint_service: LocalPinpoint) -> None:
    session = boto3.Session(region_name="us-east-1")
    pinpoint_service.attach(session)
    new_app(PinpointClient(session=session))

    assert [app.name for app in PinpointClient().iter_apps()] == ["shop"]


def test_the_block_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    default = boto3.Session(region_name="us-east-1")
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", default)
    monkeypatch.setenv("AWS_PROFILE", "mine")
    before = dict(os.environ)

    with LocalPinpoint() as service, service.everywhere():
        PinpointClient().close()

    assert dict(os.environ) == before
    assert boto3.DEFAULT_SESSION is default
    monkeypatch.delenv("AWS_PROFILE")
    events: Any = boto3.Session(region_name="us-east-1").events
    handlers = events._emitter._handlers.prefix_search("before-send.pinpoint.GetApp")
    assert not [each for each in handlers if getattr(each, "__self__", None) is service]
