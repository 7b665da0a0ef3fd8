from __future__ import annotations

from typing import Any

import pytest

from pinpoint_sdk.local import Clock
from tests.local.support.boto import APP_NOT_FOUND, NOT_FOUND, Boto, new_segment, refusal

MESSAGE: dict[str, Any] = {
    "Content": [{"BackgroundColor": "#ffffff"}],
    "CustomConfig": {"a": "b"},
    "Layout": "TOP_BANNER",
}
FILTER = {
    "Dimensions": {"EventType": {"DimensionType": "INCLUSIVE", "Values": ["opened"]}},
    "FilterType": "ENDPOINT",
}
SCHEDULE: dict[str, Any] = {
    "StartTime": "2017-09-27T13:00:00Z",
    "EndTime": "2017-09-28T13:00:00Z",
    "Frequency": "IN_APP_EVENT",
    "EventFilter": FILTER,
}


@pytest.fixture
def shop(client: Boto, app: str) -> str:
    """A project with an endpoint, which has opted out of what is sent."""
    client.update_endpoint(
        ApplicationId=app,
        EndpointId="phone",
        EndpointRequest={"Address": "token", "ChannelType": "GCM", "OptOut": "ALL"},
    )
    return app


def plan(client: Boto, app: str, **campaign: Any) -> str:
    request = {
        "MessageConfiguration": {"InAppMessage": MESSAGE},
        "Schedule": SCHEDULE,
        "SegmentId": new_segment(client, app),
        **campaign,
    }
    answer = client.create_campaign(ApplicationId=app, WriteCampaignRequest=request)
    return str(answer["CampaignResponse"]["Id"])


def shown(client: Boto, app: str) -> list[dict[str, Any]]:
    answer = client.get_in_app_messages(ApplicationId=app, EndpointId="phone")
    found: list[dict[str, Any]] = answer["InAppMessagesResponse"]["InAppMessageCampaigns"]
    return found


def ids(client: Boto, app: str) -> list[str]:
    return [each["CampaignId"] for each in shown(client, app)]


def test_a_campaign_is_shown_from_its_start_to_its_end(
    client: Boto, shop: str, clock: Clock
) -> None:
    campaign = plan(client, shop, Limits={"Daily": 1, "Session": 2, "Total": 3}, Priority=2)
    assert shown(client, shop) == []
    clock.advance(hours=1)
    assert shown(client, shop) == [
        {
            "CampaignId": campaign,
            "DailyCap": 1,
            "InAppMessage": MESSAGE,
            "Priority": 2,
            "Schedule": {"EndDate": SCHEDULE["EndTime"], "EventFilter": FILTER},
            "SessionCap": 2,
            "TotalCap": 3,
            "TreatmentId": "0",
        }
    ]
    clock.advance(days=1)
    assert shown(client, shop) == []


def test_those_with_a_priority_come_first(client: Boto, shop: str, clock: Clock) -> None:
    late, first, second = (
        plan(client, shop, **({"Priority": number} if number else {})) for number in (0, 1, 5)
    )
    clock.advance(hours=1)
    assert ids(client, shop) == [first, second, late]


def test_nothing_is_shown_of_others(client: Boto, shop: str, clock: Clock) -> None:
    email = {"Channel": {"DimensionType": "INCLUSIVE", "Values": ["EMAIL"]}}
    elsewhere = client.create_segment(
        ApplicationId=shop,
        WriteSegmentRequest={"Name": "mail", "Dimensions": {"Demographic": email}},
    )["SegmentResponse"]["Id"]
    plan(client, shop, SegmentId=elsewhere)
    plan(client, shop, HoldoutPercent=100)
    plan(client, shop, IsPaused=True)
    plan(client, shop, MessageConfiguration={"SMSMessage": {"Body": "B"}})
    plan(client, shop, Schedule={"StartTime": "IMMEDIATE"})
    clock.advance(hours=1)
    assert shown(client, shop) == []


def test_nothing_is_shown_while_a_campaign_is_paused(client: Boto, shop: str, clock: Clock) -> None:
    campaign = plan(client, shop)
    clock.advance(hours=1)
    for paused, expected in ((False, [campaign]), (True, []), (False, [campaign])):
        client.update_campaign(
            ApplicationId=shop, CampaignId=campaign, WriteCampaignRequest={"IsPaused": paused}
        )
        assert ids(client, shop) == expected


def test_a_template_comes_before_the_message(client: Boto, shop: str, clock: Clock) -> None:
    client.create_in_app_template(
        TemplateName="t", InAppTemplateRequest={"Layout": "MOBILE_FEED", "Content": []}
    )
    plan(client, shop, TemplateConfiguration={"InAppTemplate": {"Name": "t"}})
    plan(client, shop, TemplateConfiguration={"InAppTemplate": {"Name": "none"}})
    clock.advance(hours=1)
    (one,) = shown(client, shop)
    assert one["InAppMessage"] == {"Layout": "MOBILE_FEED", "Content": []}


def test_an_endpoint_has_its_treatment(client: Boto, shop: str, clock: Clock) -> None:
    other = {
        "MessageConfiguration": {"InAppMessage": {**MESSAGE, "Layout": "OVERLAYS"}},
        "SizePercent": 100,
    }
    plan(client, shop, AdditionalTreatments=[other])
    clock.advance(hours=1)
    (one,) = shown(client, shop)
    assert one["InAppMessage"]["Layout"] == "OVERLAYS"
    assert one["TreatmentId"] != "0"


def test_unknown_endpoints_and_projects_are_404(client: Boto, shop: str) -> None:
    call = client.get_in_app_messages
    assert refusal(call, ApplicationId=shop, EndpointId="none") == NOT_FOUND
    assert refusal(call, ApplicationId="none", EndpointId="phone") == APP_NOT_FOUND
