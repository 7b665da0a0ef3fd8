"""The fixtures that users get, and the block behind them."""

from __future__ import annotations

import os
from functools import cache
from typing import Any, cast

import boto3
import pytest
from botocore.session import Session
from moto import mock_aws

from pinpoint_sdk import PinpointClient
from pinpoint_sdk.errors import ServiceError
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


def test_the_fixtures_are_closed_after_the_test(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest
        from botocore.exceptions import ClientError

        kept, closed = [], []

        def test_one(pinpoint, pinpoint_service):
            kept.append(pinpoint_service.session().client("pinpoint"))
            pinpoint.close = lambda: closed.append(pinpoint)
            kept[0].get_apps()

        def test_two():
            assert len(closed) == 1
            with pytest.raises(ClientError, match="closed"):
                kept[0].get_apps()
        """
    )

    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=2)


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


def test_a_session_from_before_is_answered_too(pinpoint_service: LocalPinpoint) -> None:
    app_id = new_app(pinpoint_service.client())

    for session in SESSIONS:
        assert PinpointClient(session=session).get_app(app_id).name == "shop"
        assert cast("Any", session).client("pinpoint").get_apps()["ApplicationsResponse"]["Item"]


SESSIONS = [boto3.Session("any key", "any secret", region_name="eu-west-1")]
SESSIONS[0].client("s3")


@cache
def the_client() -> PinpointClient:
    """As code under test may keep one."""
    return PinpointClient()


@pytest.mark.parametrize("_", ["first", "second"])
def test_a_cached_client_is_answered_in_each_test(pinpoint_service: LocalPinpoint, _: str) -> None:
    new_app(the_client())

    assert [app.name for app in pinpoint_service.client().iter_apps()] == ["shop"]


def test_a_cached_client_stays_with_its_block_while_that_lasts() -> None:
    with LocalPinpoint() as outer, outer.everywhere():
        kept = PinpointClient()
        with LocalPinpoint() as inner, inner.everywhere():
            new_app(kept)
            assert list(inner.client().iter_apps()) == []
        assert [app.name for app in outer.client().iter_apps()] == ["shop"]

    with pytest.raises(ServiceError, match="is closed") as refused:
        kept.get_app("any")
    assert refused.value.status == 410


@pytest.mark.parametrize("url", ["http://localhost:4566", "http://localhost:4566/aws/"])
def test_an_endpoint_of_the_users_makes_no_difference(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", url)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    with LocalPinpoint() as service, service.everywhere():
        new_app(PinpointClient(), "one")
        new_app(PinpointClient(endpoint_url=f"{url}/more"), "two")

        assert [app.name for app in service.client().iter_apps()] == ["one", "two"]
        s3 = boto_client("s3")
        assert (s3.meta.endpoint_url, s3.meta.region_name) == (url, "eu-west-1")


def test_one_request_is_answered_once(pinpoint_service: LocalPinpoint) -> None:
    session = boto3.Session(region_name="us-east-1")
    pinpoint_service.attach(session)
    new_app(PinpointClient(session=session))

    assert [app.name for app in PinpointClient().iter_apps()] == ["shop"]


def test_the_block_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    default = boto3.Session(region_name="us-east-1")
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", default)
    monkeypatch.setenv("AWS_PROFILE", "mine")
    before, create_client = dict(os.environ), Session.create_client

    with LocalPinpoint() as service, service.everywhere():
        PinpointClient().close()

    assert dict(os.environ) == before
    assert boto3.DEFAULT_SESSION is default
    assert Session.create_client is create_client
