from __future__ import annotations

import re

import pytest

from tests.local.support.boto import (
    APP_NOT_FOUND,
    Boto,
    is_bad_request,
    new_app,
    new_segment,
    refusal,
    status,
)


def test_create_app_answers_201_with_id_arn_date_and_tags(client: Boto) -> None:
    response = client.create_app(CreateApplicationRequest={"Name": "shop", "tags": {"a": "b"}})
    app = response["ApplicationResponse"]
    assert status(response) == 201
    assert re.fullmatch("[0-9a-f]{32}", app["Id"])
    assert app["Arn"] == f"arn:aws:mobiletargeting:us-east-1:123456789012:apps/{app['Id']}"
    assert app["CreationDate"] == "2017-09-27T12:00:00.581Z"
    assert (app["Name"], app["tags"]) == ("shop", {"a": "b"})


def test_get_app_answers_what_was_created(client: Boto) -> None:
    created = client.create_app(CreateApplicationRequest={"Name": "shop"})["ApplicationResponse"]
    response = client.get_app(ApplicationId=created["Id"])
    assert status(response) == 200
    assert response["ApplicationResponse"] == created


def test_delete_app_answers_the_app_and_then_it_is_gone(client: Boto, app: str) -> None:
    response = client.delete_app(ApplicationId=app)
    assert status(response) == 200
    assert response["ApplicationResponse"]["Id"] == app
    assert refusal(client.get_app, ApplicationId=app) == APP_NOT_FOUND
    assert refusal(client.delete_app, ApplicationId=app) == APP_NOT_FOUND


def test_deleting_an_app_removes_what_is_in_it(client: Boto, app: str) -> None:
    campaign = client.create_campaign(
        ApplicationId=app, WriteCampaignRequest={"SegmentId": new_segment(client, app)}
    )["CampaignResponse"]["Id"]
    client.update_endpoint(ApplicationId=app, EndpointId="e", EndpointRequest={})
    client.delete_app(ApplicationId=app)
    assert refusal(client.get_campaign, ApplicationId=app, CampaignId=campaign) == APP_NOT_FOUND
    assert refusal(client.get_endpoint, ApplicationId=app, EndpointId="e") == APP_NOT_FOUND
    assert refusal(client.get_application_settings, ApplicationId=app) == APP_NOT_FOUND


def test_an_unknown_app_is_a_404(client: Boto) -> None:
    assert refusal(client.get_app, ApplicationId="nope") == APP_NOT_FOUND


def test_an_account_has_at_most_100_projects(client: Boto) -> None:
    apps = [new_app(client) for _ in range(100)]
    found = refusal(client.create_app, CreateApplicationRequest={"Name": "one more"})
    assert is_bad_request(found, "100 projects")
    client.delete_app(ApplicationId=apps[0])
    new_app(client)


def test_an_empty_name_is_refused(client: Boto) -> None:
    found = refusal(client.create_app, CreateApplicationRequest={"Name": " "})
    assert is_bad_request(found, "Name")


@pytest.mark.parametrize(
    ("tags", "word"),
    [
        ({str(number): "" for number in range(51)}, "at most 50"),
        ({"k" * 129: ""}, "128"),
        ({"": "v"}, "128"),
        ({"k": "v" * 257}, "256"),
        ({"aws:mine": ""}, "reserved"),
    ],
)
def test_tags_have_limits(client: Boto, tags: dict[str, str], word: str) -> None:
    request = {"Name": "shop", "tags": tags}
    assert is_bad_request(refusal(client.create_app, CreateApplicationRequest=request), word)


def test_tags_at_their_limits_are_taken(client: Boto) -> None:
    tags = {f"{number:0128}": "v" * 256 for number in range(50)}
    response = client.create_app(CreateApplicationRequest={"Name": "shop", "tags": tags})
    assert response["ApplicationResponse"]["tags"] == tags


def test_get_apps_of_an_empty_account_is_an_empty_page(client: Boto) -> None:
    response = client.get_apps()
    assert status(response) == 200
    assert response["ApplicationsResponse"] == {"Item": []}


def test_get_apps_lists_in_order_of_creation(client: Boto) -> None:
    apps = [new_app(client, name) for name in ("b", "a", "c")]
    listed = client.get_apps()["ApplicationsResponse"]["Item"]
    assert [app["Id"] for app in listed] == apps
