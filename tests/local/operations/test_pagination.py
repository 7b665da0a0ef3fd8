from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.local.support.boto import Boto, is_bad_request, new_app, refusal

SIZES = (1, 7, 100)


def pages(call: Callable[..., Any], size: int, **arguments: object) -> Iterator[list[Any]]:
    token: dict[str, str] = {}
    while True:
        (body,) = (
            value
            for name, value in call(PageSize=str(size), **arguments, **token).items()
            if name != "ResponseMetadata"
        )
        yield body["Item"]
        if "NextToken" not in body:
            return
        token = {"Token": body["NextToken"]}


def new_campaign(client: Boto, app: str) -> str:
    response = client.create_campaign(ApplicationId=app, WriteCampaignRequest={})
    return str(response["CampaignResponse"]["Id"])


@pytest.mark.parametrize("size", SIZES)
def test_200_campaigns_page_without_loss_or_repeat(client: Boto, app: str, size: int) -> None:
    created = [new_campaign(client, app) for _ in range(200)]
    found = list(pages(client.get_campaigns, size, ApplicationId=app))
    assert [campaign["Id"] for page in found for campaign in page] == created
    assert all(len(page) == size for page in found[:-1])
    assert found[-1]


@pytest.mark.parametrize("size", SIZES)
def test_250_versions_page_newest_first_without_loss_or_repeat(
    client: Boto, app: str, size: int
) -> None:
    campaign = new_campaign(client, app)
    for number in range(2, 251):
        client.update_campaign(
            ApplicationId=app, CampaignId=campaign, WriteCampaignRequest={"Name": str(number)}
        )
    found = pages(client.get_campaign_versions, size, ApplicationId=app, CampaignId=campaign)
    assert [version["Version"] for page in found for version in page] == list(range(250, 0, -1))


@pytest.mark.parametrize("size", SIZES)
def test_apps_page_without_loss_or_repeat(client: Boto, size: int) -> None:
    created = [new_app(client) for _ in range(30)]
    found = pages(client.get_apps, size)
    assert [app["Id"] for page in found for app in page] == created


def test_a_full_last_page_has_no_token(client: Boto, app: str) -> None:
    for _ in range(4):
        new_campaign(client, app)
    assert len(list(pages(client.get_campaigns, 2, ApplicationId=app))) == 2


def test_without_page_size_a_page_has_100_items(client: Boto, app: str) -> None:
    for _ in range(101):
        new_campaign(client, app)
    page = client.get_campaigns(ApplicationId=app)["CampaignsResponse"]
    assert len(page["Item"]) == 100
    assert "NextToken" in page


def test_deleting_and_adding_between_pages_neither_loses_nor_repeats(
    client: Boto, app: str
) -> None:
    first, second, third, fourth = (new_campaign(client, app) for _ in range(4))
    listing = pages(client.get_campaigns, 2, ApplicationId=app)
    seen = [campaign["Id"] for campaign in next(listing)]
    for gone in (first, second):
        client.delete_campaign(ApplicationId=app, CampaignId=gone)
    fifth = new_campaign(client, app)
    seen += [campaign["Id"] for page in listing for campaign in page]
    assert seen == [first, second, third, fourth, fifth]


@pytest.mark.parametrize("size", ["0", "-1", "ten", "", "1.5", "²", "9" * 5000])
def test_a_bad_page_size_is_a_400(client: Boto, app: str, size: str) -> None:
    found = refusal(client.get_campaigns, ApplicationId=app, PageSize=size)
    assert is_bad_request(found, "PageSize")


def encoded(content: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode()


@pytest.mark.parametrize(
    "token",
    [
        "",
        "nonsense",
        "é",
        encoded([]),
        encoded({}),
        encoded(7),
        encoded({"listing": "GetApps", "after": "x"}),
        base64.urlsafe_b64encode(b"[" * 100_000).decode(),
    ],
)
def test_a_bad_token_is_a_400(client: Boto, token: str) -> None:
    assert is_bad_request(refusal(client.get_apps, Token=token), "Token")


def test_a_token_is_good_only_for_its_own_listing(client: Boto, app: str) -> None:
    for _ in range(2):
        new_campaign(client, app)
    token = client.get_campaigns(ApplicationId=app, PageSize="1")["CampaignsResponse"]["NextToken"]
    other = new_app(client)
    for found in (
        refusal(client.get_campaigns, ApplicationId=other, Token=token),
        refusal(client.get_apps, Token=token),
    ):
        assert is_bad_request(found, "Token")
