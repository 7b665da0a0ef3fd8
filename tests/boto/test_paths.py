"""Which path a call goes, and that the user's hooks into boto3 work on it as ever."""

from __future__ import annotations

import json
from typing import Any

import boto3
import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.config import Config
from moto import mock_aws

from pinpoint_sdk import PinpointClient, models
from pinpoint_sdk.errors import NotFoundException, ValidationError
from tests.support.loopback import Loopback
from tests.support.paths import choose, on_both

ENDPOINT = models.EndpointRequest(address="+15555550100")


def goes_the_wire_path(pinpoint: PinpointClient) -> bool:
    boto3_client: Any = pinpoint._transport._client  # pyright: ignore[reportPrivateUsage]
    answer = boto3_client.meta.service_model.shape_for("GetCampaignResponse")
    return bool(answer.members["CampaignResponse"].type_name == "string")


def registered(session: boto3.Session, event: str, handler: Any) -> PinpointClient:
    session.events.register(event, handler)
    return PinpointClient(session=session, config=Config(retries={"total_max_attempts": 1}))


def ignore(**_: object) -> None:
    """See what boto3 shows."""


def test_a_client_of_ours_goes_the_wire_path(session: boto3.Session) -> None:
    assert goes_the_wire_path(PinpointClient(session=session))


def test_a_client_of_the_users_goes_the_plain_path(session: boto3.Session) -> None:
    assert not goes_the_wire_path(PinpointClient(client=session.client("pinpoint")))


@pytest.mark.parametrize("event", ["provide-client-params", "before-parameter-build", "after-call"])
@pytest.mark.parametrize("scope", ["", ".pinpoint", ".pinpoint.GetCampaign", ".*.GetCampaign"])
def test_a_session_whose_handlers_see_dicts_goes_the_plain_path(
    session: boto3.Session, event: str, scope: str
) -> None:
    assert not goes_the_wire_path(registered(session, event + scope, ignore))


@pytest.mark.parametrize("event", ["before-call", "before-sign", "before-send", "needs-retry"])
def test_a_session_whose_handlers_see_bytes_goes_the_wire_path(
    session: boto3.Session, event: str
) -> None:
    assert goes_the_wire_path(registered(session, f"{event}.pinpoint", ignore))


def test_handlers_for_another_service_do_not_matter(session: boto3.Session) -> None:
    assert goes_the_wire_path(registered(session, "after-call.s3", ignore))


def test_a_handler_may_change_the_dict_of_a_request_and_see_that_of_the_answer(
    session: boto3.Session, loopback: Loopback
) -> None:
    seen: list[Any] = []

    def rename(params: Any, **_: object) -> None:
        params["CreateApplicationRequest"]["Name"] = "renamed"

    def record(parsed: Any, **_: object) -> None:
        seen.append(parsed["ApplicationResponse"]["Name"])

    session.events.register("provide-client-params.pinpoint.CreateApp", rename)
    session.events.register("after-call.pinpoint.CreateApp", record)
    loopback.answer({"Name": "answered"})
    pinpoint = PinpointClient(session=session, endpoint_url=loopback.url)

    app = pinpoint.create_app(models.CreateApplicationRequest(name="shop"))

    assert loopback.take().json == {"Name": "renamed"}
    assert [app.name] == seen == ["answered"]


@on_both
def test_a_handler_sees_and_changes_the_body_before_the_call(
    path: str, session: boto3.Session, loopback: Loopback
) -> None:
    def change(params: Any, **_: object) -> None:
        params["body"] = params["body"].replace(b"0100", b"0199")
        params["headers"]["X-Trace"] = path

    choose(path, session)
    session.events.register("before-call.pinpoint.UpdateEndpoint", change)
    PinpointClient(session=session, endpoint_url=loopback.url).update_endpoint("a", "e", ENDPOINT)

    sent = loopback.take()
    assert (sent.json, sent.headers["X-Trace"]) == ({"Address": "+15555550199"}, path)


@on_both
def test_a_handler_that_answers_before_sending_is_read(
    path: str, session: boto3.Session, loopback: Loopback
) -> None:
    class Raw:
        def stream(self) -> list[bytes]:
            return [b'{"Name": "made up"}']

    def answer(request: AWSPreparedRequest, **_: object) -> AWSResponse:
        raw: Any = Raw()
        return AWSResponse(request.url, 200, headers, raw)

    headers: Any = {"x-amzn-RequestId": "made up"}
    handler: Any = answer
    choose(path, session)
    session.events.register("before-send.pinpoint", handler)
    app = PinpointClient(session=session, endpoint_url=loopback.url).get_app("a")

    assert (app.name, app.response_metadata.request_id) == ("made up", "made up")
    assert loopback.requests == []


def test_a_handler_that_answers_with_a_parsed_dict_is_read(session: boto3.Session) -> None:
    class Response:
        status_code = 200

    def answer(**_: object) -> object:
        metadata = {"RequestId": "1"}
        body = {"Name": "parsed"}
        return Response(), {"ApplicationResponse": body, "ResponseMetadata": metadata}

    pinpoint = registered(session, "before-call.pinpoint", answer)

    assert goes_the_wire_path(pinpoint)
    app = pinpoint.get_app("a")
    assert (app.name, app.response_metadata.request_id) == ("parsed", "1")


@on_both
def test_moto_answers(path: str, session: boto3.Session) -> None:
    with mock_aws():
        choose(path, session)
        pinpoint = PinpointClient(session=session)
        app = pinpoint.create_app(models.CreateApplicationRequest(name="shop", tags={"a": "b"}))
        assert pinpoint.get_app(app.id) == app
        assert [each.name for each in pinpoint.iter_apps()] == ["shop"]
        pinpoint.delete_app(app.id)
        with pytest.raises(NotFoundException):
            pinpoint.get_app(app.id)


def test_a_configuration_of_the_users_is_kept(session: boto3.Session, loopback: Loopback) -> None:
    config = Config(user_agent_extra="shop/1.0", parameter_validation=True)
    pinpoint = PinpointClient(session=session, endpoint_url=loopback.url, config=config)

    with pytest.raises(ValidationError):
        pinpoint.get_app("")
    pinpoint.get_app("app")

    assert "shop/1.0" in loopback.take().headers["User-Agent"]
    assert session.client("pinpoint", config=config).meta.config.parameter_validation is True


@on_both
@pytest.mark.parametrize(
    ("number", "read"), [("NaN", "nan"), ('"Infinity"', "inf"), ("5", "5.0"), ('"1.5"', "1.5")]
)
def test_a_number_is_read_as_boto3_reads_it(
    pinpoint: PinpointClient, loopback: Loopback, number: str, read: str
) -> None:
    loopback.answer(
        b'{"Metrics": {"visits": %s}, "Location": {"Latitude": %s}}' % ((number.encode(),) * 2)
    )

    endpoint = pinpoint.get_endpoint("app", "e")

    assert {name: str(value) for name, value in endpoint.metrics.items()} == {"visits": read}
    assert str(endpoint.location and endpoint.location.latitude) == read


@on_both
@pytest.mark.parametrize("given", ["5", 5])
def test_a_whole_number_and_a_switch_are_read_as_boto3_reads_them(
    pinpoint: PinpointClient, loopback: Loopback, given: object
) -> None:
    loopback.answer({"Version": given, "IsPaused": "true"})

    campaign = pinpoint.get_campaign("app", "campaign")

    assert (campaign.version, campaign.is_paused) == (5, True)


def test_a_text_that_is_no_text_to_a_json_library_is_read(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    loopback.answer(json.dumps({"Name": "\ud800"}).encode())

    assert pinpoint.get_app("a").name == "\ud800"
