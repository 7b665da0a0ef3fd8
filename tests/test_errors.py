"""What comes out where AWS says no, or is not reached at all."""

from __future__ import annotations

import pickle
import socket
from typing import Any

import boto3
import pytest
from botocore import exceptions as boto
from botocore.config import Config

from pinpoint_sdk import PinpointClient, errors
from pinpoint_sdk.errors import PinpointError, ServiceError
from pinpoint_sdk.models import CampaignResponse
from tests.support.loopback import Loopback
from tests.support.paths import PLAIN, on_both
from tests.support.service_model import service_model

MODELLED = {
    shape.name: shape.metadata["error"]["httpStatusCode"] for shape in service_model().error_shapes
}


@on_both
@pytest.mark.parametrize(("name", "status"), MODELLED.items())
def test_each_modelled_error_is_a_class(
    pinpoint: PinpointClient, loopback: Loopback, name: str, status: int
) -> None:
    loopback.answer(
        {"Message": "Because.", "RequestID": "in-body"},
        status,
        {"x-amzn-ErrorType": name, "x-amzn-RequestId": "in-header"},
    )

    with pytest.raises(ServiceError) as caught:
        pinpoint.get_campaign("app", "campaign")

    error = caught.value
    assert type(error) is getattr(errors, name)
    assert (error.code, error.message, error.status) == (name, "Because.", status)
    assert (error.operation, error.request_id) == ("GetCampaign", "in-header")
    assert "GetCampaign" in str(error)
    assert "Because." in str(error)


def test_there_are_eight_modelled_errors() -> None:
    assert len(MODELLED) == 8
    assert {each.__name__ for each in ServiceError.__subclasses__()} == set(MODELLED)


def test_a_service_error_is_boto3s_client_error_too(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    loopback.answer({"Message": "Gone"}, 404, {"x-amzn-ErrorType": "NotFoundException"})

    with pytest.raises(boto.ClientError) as caught:
        pinpoint.get_app("app")

    assert caught.value.response.get("Error", {}).get("Code") == "NotFoundException"
    assert caught.value.operation_name == "GetApp"
    assert isinstance(caught.value, errors.NotFoundException)


def test_an_error_without_an_id_in_the_header_takes_the_one_of_the_body() -> None:
    response: Any = {"RequestID": "in-body"}
    error = ServiceError(response, "GetApp")

    assert error.request_id == "in-body"


@on_both
@pytest.mark.parametrize("code", ["ExpiredTokenException", "AccessDeniedException", ""])
def test_an_error_that_is_not_modelled_is_a_service_error(
    pinpoint: PinpointClient, loopback: Loopback, code: str
) -> None:
    loopback.answer({"message": "No."}, 403, {"x-amzn-ErrorType": code} if code else {})

    with pytest.raises(ServiceError) as caught:
        pinpoint.get_app("app")

    assert type(caught.value) is ServiceError
    assert caught.value.code == (code or "403")
    assert caught.value.status == 403


@on_both
@pytest.mark.parametrize("body", [b"", b"<html>Bad gateway</html>", b'{"Message": null}'])
def test_an_error_with_a_strange_body_is_still_a_service_error(
    pinpoint: PinpointClient, loopback: Loopback, body: bytes
) -> None:
    loopback.answer(body, 502)

    with pytest.raises(ServiceError) as caught:
        pinpoint.get_app("app")

    assert caught.value.status == 502


@on_both
@pytest.mark.parametrize("body", [[], 5, b"[" * 100_000], ids=repr)
def test_an_answer_that_cannot_be_read_is_an_error_of_ours(
    pinpoint: PinpointClient, loopback: Loopback, body: object
) -> None:
    loopback.answer(body)

    with pytest.raises(errors.UnreadableResponseError, match="GetCampaign"):
        pinpoint.get_campaign("app", "campaign")


@pytest.mark.parametrize("body", [b"<html>Sign in</html>", b"\xff", b'{"Id":'], ids=repr)
def test_an_answer_that_is_no_json_is_an_error_of_ours(
    pinpoint: PinpointClient, loopback: Loopback, body: bytes
) -> None:
    loopback.answer(body)

    with pytest.raises(errors.UnreadableResponseError, match="GetCampaign") as caught:
        pinpoint.get_campaign("app", "campaign")

    assert isinstance(caught.value.__cause__, ValueError)


MEMBERS_OF_OTHER_KINDS = [{"Version": "text"}, {"Limits": 5}, {"AdditionalTreatments": 5}]


@pytest.mark.parametrize("body", MEMBERS_OF_OTHER_KINDS, ids=repr)
def test_a_member_of_another_kind_breaks_no_reader(
    pinpoint: PinpointClient, loopback: Loopback, body: object
) -> None:
    loopback.answer(body)

    assert isinstance(pinpoint.get_campaign("app", "campaign"), CampaignResponse)


@pytest.mark.parametrize("path", [PLAIN])
@pytest.mark.parametrize("body", MEMBERS_OF_OTHER_KINDS, ids=repr)
def test_a_member_that_boto3_cannot_read_is_an_error_of_ours(
    pinpoint: PinpointClient, loopback: Loopback, body: object
) -> None:
    loopback.answer(body)

    with pytest.raises(errors.UnreadableResponseError, match="GetCampaign") as caught:
        pinpoint.get_campaign("app", "campaign")

    assert caught.value.__cause__ is not None


def test_errors_survive_pickling(pinpoint: PinpointClient, loopback: Loopback) -> None:
    loopback.answer({"Message": "Gone"}, 404, {"x-amzn-ErrorType": "NotFoundException"})
    with pytest.raises(PinpointError) as not_found:
        pinpoint.get_app("app")
    with pytest.raises(PinpointError) as invalid:
        pinpoint.get_app("")
    network = errors.NetworkError("no route")

    for error in (not_found.value, invalid.value, network):
        copy = pickle.loads(pickle.dumps(error))
        assert type(copy) is type(error)
        assert str(copy) == str(error)


def test_no_region_says_what_to_do() -> None:
    with pytest.raises(errors.RegionError, match="region_name") as caught:
        PinpointClient()

    assert isinstance(caught.value, boto.BotoCoreError)


def test_a_region_that_is_none_is_a_region_error(session: boto3.Session) -> None:
    with pytest.raises(errors.RegionError, match="not a region"):
        PinpointClient("not a region", session=session)


def test_no_credentials_says_what_to_do(loopback: Loopback) -> None:
    pinpoint = PinpointClient("us-east-1", endpoint_url=loopback.url)

    with pytest.raises(errors.CredentialsError, match=r"AWS_PROFILE.*LocalPinpoint"):
        pinpoint.get_app("app")

    assert loopback.requests == []


def test_a_missing_profile_is_a_configuration_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "nobody")

    with pytest.raises(errors.ConfigurationError, match="nobody"):
        PinpointClient("us-east-1")


def test_an_endpoint_without_scheme_is_a_configuration_error(session: boto3.Session) -> None:
    with pytest.raises(errors.ConfigurationError, match="localhost"):
        PinpointClient(session=session, endpoint_url="localhost")


def test_a_closed_port_is_a_network_error(session: boto3.Session, no_retries: Config) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    pinpoint = PinpointClient(
        session=session, config=no_retries, endpoint_url=f"http://127.0.0.1:{port}"
    )

    with pytest.raises(errors.NetworkError, match=r"endpoint_url") as caught:
        pinpoint.get_app("app")

    assert isinstance(caught.value, boto.BotoCoreError)
    assert isinstance(caught.value.__cause__, boto.EndpointConnectionError)


@pytest.mark.parametrize(
    "error",
    [
        boto.ReadTimeoutError(endpoint_url="https://pinpoint"),
        boto.ConnectTimeoutError(endpoint_url="https://pinpoint"),
        boto.ConnectionClosedError(endpoint_url="https://pinpoint"),
        boto.SSLError(endpoint_url="https://pinpoint", error=OSError("self-signed")),
        boto.ProxyConnectionError(proxy_url="https://proxy"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_goes_wrong_on_the_network_is_a_network_error(
    session: boto3.Session, no_retries: Config, error: boto.BotoCoreError
) -> None:
    def fail(**_: object) -> None:
        raise error

    session.events.register("before-send.pinpoint", fail)
    pinpoint = PinpointClient(session=session, config=no_retries)

    with pytest.raises(errors.NetworkError) as caught:
        pinpoint.get_app("app")

    assert caught.value.__cause__ is error


def test_ctrl_c_goes_through(session: boto3.Session) -> None:
    def interrupt(**_: object) -> None:
        raise KeyboardInterrupt

    session.events.register("before-send.pinpoint", interrupt)

    with pytest.raises(KeyboardInterrupt):
        PinpointClient(session=session).get_app("app")


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    assert errors.__doc__ is not None
    public = {
        name
        for name in errors.__all__
        if isinstance(each := getattr(errors, name), type) and issubclass(each, PinpointError)
    }
    drawn = {word for word in errors.__doc__.replace("─", " ").split() if word in public}
    assert drawn == public
