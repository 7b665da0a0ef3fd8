from __future__ import annotations

import gc
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from tests.local.support.boto import Boto, boto_client, new_app, new_segment, refusal


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


def test_services_that_name_no_seed_have_different_ids_while_both_exist() -> None:
    def app_of(service: LocalPinpoint) -> str:
        return new_app(boto_client(service.session()))

    with LocalPinpoint() as one, LocalPinpoint() as other:
        first, second = app_of(one), app_of(other)
        with LocalPinpoint() as third:
            assert len({first, second, app_of(third)}) == 3
    with LocalPinpoint() as later:
        assert app_of(later) == first


def test_a_service_that_is_gone_gives_its_seed_back() -> None:
    with LocalPinpoint() as one:
        first = new_app(boto_client(one.session()))
    forgotten = LocalPinpoint()
    del forgotten
    gc.collect()
    with LocalPinpoint() as later:
        assert new_app(boto_client(later.session())) == first


def test_a_refused_request_does_not_shift_the_ids() -> None:
    calm, eventful = (boto_client(LocalPinpoint(seed=1).session()) for _ in range(2))
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
        "'pinpoint_sdk.models', 'pinpoint_sdk.converter', 'pinpoint_sdk._boto.transport'))])"
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
        ({"region_name": 7}, TypeError, "region_name: expected str, got 7"),
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
