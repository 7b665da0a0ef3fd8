from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from pinpoint_sdk import PinpointClient, models
from pinpoint_sdk.errors import NotFoundException, ServiceError
from pinpoint_sdk.local import Clock, LocalPinpoint
from pinpoint_sdk.local.protocol.types import HttpRequest
from tests.local.support.boto import START

AUTHORIZATION = (
    "AWS4-HMAC-SHA256 Credential=AKIA/20260302/{}/mobiletargeting/aws4_request, "
    "SignedHeaders=host, Signature=0"
)


def new_app(client: PinpointClient, name: str = "shop") -> models.ApplicationResponse:
    return client.create_app(models.CreateApplicationRequest(name=name))


def names(client: PinpointClient) -> list[str]:
    return [app.name for app in client.iter_apps()]


def test_each_region_has_projects_of_its_own(service: LocalPinpoint) -> None:
    home, west = service.client(), service.client("us-west-2")
    here, there = new_app(home, "here"), new_app(west, "there")
    assert here.arn == f"arn:aws:mobiletargeting:us-east-1:123456789012:apps/{here.id}"
    assert there.arn == f"arn:aws:mobiletargeting:us-west-2:123456789012:apps/{there.id}"
    assert (names(home), names(west)) == (["here"], ["there"])
    with pytest.raises(NotFoundException):
        home.get_app(there.id)


def test_two_regions_have_different_ids(service: LocalPinpoint) -> None:
    ids = {new_app(service.client(name)).id for name in ("us-east-1", "us-west-2", "eu-west-1")}
    assert len(ids) == 3


def test_people_have_one_inbox_and_the_clock_is_the_same_everywhere(
    service: LocalPinpoint,
) -> None:
    for hours, region_name in ((2, "us-west-2"), (1, "eu-west-1"), (3, "us-east-1")):
        pinpoint = service.client(region_name)
        app = new_app(pinpoint).id
        pinpoint.update_sms_channel(app, models.SMSChannelRequest(enabled=True))
        ana = models.EndpointRequest(channel_type="SMS", address="+15555550100")
        pinpoint.update_endpoint(app, "ana", ana)
        segment = pinpoint.create_segment(app, models.WriteSegmentRequest(name="all")).id
        start = (START + timedelta(hours=hours)).isoformat()
        sms = models.CampaignSmsMessage(body=region_name)
        pinpoint.create_campaign(
            app,
            models.WriteCampaignRequest(
                name=region_name,
                segment_id=segment,
                schedule=models.Schedule(start_time=start),
                message_configuration=models.MessageConfiguration(sms_message=sms),
            ),
        )
    service.clock.advance(days=1)
    assert [each.body for each in service.inbox] == ["eu-west-1", "us-west-2", "us-east-1"]


def test_a_service_of_some_regions_refuses_the_others() -> None:
    with LocalPinpoint(region_name="us-west-2", regions=["us-west-2", "eu-west-1"]) as service:
        new_app(service.client("eu-west-1"))
        with pytest.raises(ServiceError) as caught:
            new_app(service.client("us-east-1"))
    assert caught.value.status == 421
    assert caught.value.message == (
        "This LocalPinpoint has us-west-2, eu-west-1, not us-east-1. Name the regions that it "
        "should have: LocalPinpoint(regions=[...])"
    )
    assert "RetryAttempts': 0" in repr(caught.value.response)


@pytest.mark.parametrize(
    ("wrong", "error", "text"),
    [
        (["us-west-2"], ValueError, "regions: must include region_name, 'us-east-1', got"),
        (["us-east-1", "x"], ValueError, "regions: expected one like us-east-1, got 'x'"),
        ("us-east-1", TypeError, r"regions: expected several, as in \['us-east-1'\]"),
        ([7], TypeError, "regions: expected str, got 7"),
    ],
)
def test_wrong_regions_are_refused(wrong: Any, error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=text):
        LocalPinpoint(regions=wrong)


@pytest.mark.parametrize(
    ("authorization", "region_name"),
    [
        (AUTHORIZATION.format("eu-west-1"), "eu-west-1"),
        (AUTHORIZATION.format("us-gov-west-1"), "us-gov-west-1"),
        (AUTHORIZATION.format("../../x"), "us-east-1"),
        (AUTHORIZATION.format("x" * 1000), "us-east-1"),
        (AUTHORIZATION.format("eu-west-1").replace("mobiletargeting", "s3"), "us-east-1"),
        ("Bearer x", "us-east-1"),
        ("", "us-east-1"),
    ],
)
def test_a_request_belongs_to_the_region_that_it_is_signed_for(
    service: LocalPinpoint, authorization: str, region_name: str
) -> None:
    headers = {"AUTHORIZATION": authorization}
    service.answer(HttpRequest("POST", "/v1/apps", headers, b'{"Name": "shop"}'))
    assert names(service.client(region_name)) == ["shop"]


def test_the_region_of_the_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    with LocalPinpoint() as service:
        assert service.region_name == "eu-west-1"
        assert ":eu-west-1:" in new_app(service.client()).arn
    with LocalPinpoint(region_name="us-west-2") as service:
        assert service.region_name == "us-west-2"


def test_a_region_that_is_first_used_after_closing_is_closed_too() -> None:
    service = LocalPinpoint()
    service.close()
    with pytest.raises(ServiceError, match="is closed"):
        new_app(service.client("eu-west-1"))


def test_all_regions_are_saved(tmp_path: Any, clock: Clock) -> None:
    file = tmp_path / "state.json"
    with LocalPinpoint(clock=clock, region_name="us-west-2") as service:
        new_app(service.client(), "west")
        new_app(service.client("eu-west-1"), "ireland")
        service.save(file)
    with LocalPinpoint.load(file) as loaded:
        assert loaded.region_name == "us-west-2"
        assert names(loaded.client()) == ["west"]
        assert names(loaded.client("eu-west-1")) == ["ireland"]
        assert names(loaded.client("eu-central-1")) == []
        again = {
            new_app(loaded.client(each)).id for each in ("us-west-2", "eu-west-1", "eu-north-1")
        }
        assert len(again) == 3
