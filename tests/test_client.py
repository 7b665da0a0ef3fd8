"""How a client is made, what it takes from boto3 and what it leaves alone."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import boto3
import pytest
from botocore.awsrequest import AWSRequest
from botocore.stub import Stubber

import pinpoint_sdk
from pinpoint_sdk import CampaignsClient, MessagesClient, PinpointClient, models
from pinpoint_sdk.errors import ValidationError
from pinpoint_sdk.models import (
    AddressConfiguration,
    ADMMessage,
    ApplicationResponse,
    DirectMessageConfiguration,
    EndpointRequest,
    MessageRequest,
)
from tests.support.loopback import Answer, Loopback, Request

WITH_2017_MEMBER = MessageRequest(
    addresses={"device": AddressConfiguration(channel_type="ADM")},
    message_configuration=DirectMessageConfiguration(adm_message=ADMMessage(json_data="{}")),
)


def members_of_adm_message(client: Any) -> set[str]:
    return set(client.meta.service_model.shape_for("ADMMessage").members)


def test_a_session_handed_in_takes_the_2017_members(
    session: boto3.Session, loopback: Loopback
) -> None:
    pinpoint = PinpointClient(session=session, endpoint_url=loopback.url)

    pinpoint.send_messages("app", WITH_2017_MEMBER)

    sent = loopback.take().json["MessageConfiguration"]["ADMMessage"]
    assert sent == {"JsonData": "{}"}


def test_a_session_that_has_made_clients_before_takes_the_2017_members(
    session: boto3.Session, loopback: Loopback
) -> None:
    session.client("pinpoint")

    PinpointClient(session=session, endpoint_url=loopback.url).send_messages(
        "app", WITH_2017_MEMBER
    )

    assert b"JsonData" in loopback.take().body


def test_a_session_is_left_as_it_was(session: boto3.Session) -> None:
    PinpointClient(session=session)

    assert "JsonData" not in members_of_adm_message(session.client("pinpoint"))


def test_without_a_session_boto3s_default_session_is_used(
    session: boto3.Session, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", session)

    PinpointClient(endpoint_url=loopback.url).get_app("app")

    assert "AKIDEXAMPLE" in loopback.take().headers["Authorization"]


def test_the_region_is_passed_on(session: boto3.Session, loopback: Loopback) -> None:
    PinpointClient("eu-west-1", session=session, endpoint_url=loopback.url).get_app("app")

    assert "/eu-west-1/mobiletargeting/" in loopback.take().headers["Authorization"]


def test_boto3s_meta_is_there_for_handlers(session: boto3.Session, loopback: Loopback) -> None:
    pinpoint = PinpointClient("eu-west-1", session=session, endpoint_url=loopback.url)
    seen: list[str] = []

    def note(request: AWSRequest, **_: object) -> None:
        seen.append(str(request.method))

    pinpoint.meta.events.register("before-sign.pinpoint.GetApp", note)
    pinpoint.get_app("app")

    assert (pinpoint.meta.region_name, pinpoint.meta.endpoint_url) == ("eu-west-1", loopback.url)
    assert seen == ["GET"]


def test_a_boto3_client_handed_in_is_used_as_it_is(
    session: boto3.Session, loopback: Loopback
) -> None:
    finished = session.client("pinpoint", endpoint_url=loopback.url)

    with PinpointClient(client=finished) as pinpoint:
        pinpoint.get_app("app")
    finished.get_app(ApplicationId="app")  # still open

    assert [request.target for request in loopback.requests] == ["/v1/apps/app"] * 2


def test_a_boto3_client_handed_in_refuses_the_2017_members(
    session: boto3.Session, loopback: Loopback
) -> None:
    pinpoint = PinpointClient(client=session.client("pinpoint", endpoint_url=loopback.url))

    with pytest.raises(ValidationError, match="JsonData"):
        pinpoint.send_messages("app", WITH_2017_MEMBER)

    assert loopback.requests == []


def test_a_boto3_client_takes_no_other_argument(session: boto3.Session) -> None:
    with pytest.raises(TypeError, match="client: cannot be combined with region_name"):
        PinpointClient("us-east-1", client=session.client("pinpoint"))


def test_a_stubbed_client_works(session: boto3.Session) -> None:
    finished = session.client("pinpoint")
    application = {"Id": "app", "Arn": "arn", "Name": "Shop"}
    with Stubber(finished) as stubber:
        stubber.add_response(
            "get_app", {"ApplicationResponse": application}, {"ApplicationId": "app"}
        )
        found = PinpointClient(client=finished).get_app("app")

    assert found == ApplicationResponse(id="app", arn="arn", name="Shop")


def test_the_clients_of_a_domain_work_alone(session: boto3.Session, loopback: Loopback) -> None:
    CampaignsClient(session=session, endpoint_url=loopback.url).get_campaigns("app")
    MessagesClient(session=session, endpoint_url=loopback.url).send_messages(
        "app", WITH_2017_MEMBER
    )

    assert [request.target for request in loopback.requests] == [
        "/v1/apps/app/campaigns",
        "/v1/apps/app/messages",
    ]


def test_response_metadata_is_the_answers_and_takes_no_part_in_equality(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    body = {"Id": "app", "Arn": "arn", "Name": "Shop"}
    loopback.answer(body, headers={"x-amzn-RequestId": "request 1"})
    first = pinpoint.get_app("app")
    loopback.answer(body, headers={"x-amzn-RequestId": "request 2"})
    second = pinpoint.get_app("app")

    assert first.response_metadata.request_id == "request 1"
    assert second.response_metadata.request_id == "request 2"
    assert first.response_metadata.http_status_code == 200
    assert first.response_metadata.retry_attempts == 0
    assert first.response_metadata.http_headers["x-amzn-requestid"] == "request 1"
    assert first == second
    assert "request" not in repr(first)


@pytest.mark.no_cover
def test_32_threads_share_a_client(pinpoint: PinpointClient, loopback: Loopback) -> None:
    def echo(request: Request) -> Answer:
        name = request.target.rpartition("/")[2]
        body = {"Id": name, "Arn": name, "Name": name, "Message": request.json}
        return Answer(body=body, headers={"x-amzn-RequestId": name})

    def call(number: int) -> bool:
        name = f"name-{number}"
        if number % 2:
            app = pinpoint.get_app(name)
            return (app.id, app.name, app.response_metadata.request_id) == (name, name, name)
        answer = pinpoint.update_endpoint("app", name, EndpointRequest(address=name))
        sent: object = answer.message
        return (sent, answer.response_metadata.request_id) == ({"Address": name}, name)

    loopback.respond = echo
    with ThreadPoolExecutor(32) as threads:
        right = list(threads.map(call, range(4_000)))

    assert right.count(True) == 4_000
    assert len(loopback.requests) == 4_000


def test_importing_the_package_imports_neither_boto3_nor_a_model() -> None:
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, pinpoint_sdk, pinpoint_sdk.models; print(*sys.modules)",
        ],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()

    assert "pinpoint_sdk" in loaded
    for heavy in ("boto3", "botocore", "attr", "cattrs", "pinpoint_sdk.models.messages"):
        assert heavy not in loaded


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="PinpointClint"):
        getattr(pinpoint_sdk, "PinpointClint")  # noqa: B009
    with pytest.raises(AttributeError, match="Campain"):
        getattr(models, "Campain")  # noqa: B009


def test_a_star_imports_what_is_public() -> None:
    namespace: dict[str, object] = {}
    exec("from pinpoint_sdk import *; from pinpoint_sdk.models import *", namespace)

    assert namespace["PinpointClient"] is PinpointClient
    assert namespace["CampaignResponse"] is models.CampaignResponse


def test_dir_names_what_is_public() -> None:
    assert "PinpointClient" in dir(pinpoint_sdk)
    assert "CampaignResponse" in dir(models)
