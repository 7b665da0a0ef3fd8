from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.local.support.boto import (
    ARN,
    NOT_FOUND,
    Boto,
    is_bad_request,
    new_segment,
    refusal,
    status,
)

Reader = Callable[[], dict[str, Any]]
"""Reads the document of a resource."""


def new_project(client: Boto, app: str) -> tuple[str, Reader]:
    return f"{ARN}:apps/{app}", lambda: client.get_app(ApplicationId=app)["ApplicationResponse"]


def new_campaign(client: Boto, app: str) -> tuple[str, Reader]:
    response = client.create_campaign(ApplicationId=app, WriteCampaignRequest={"Name": "c"})
    campaign = response["CampaignResponse"]
    return campaign["Arn"], lambda: client.get_campaign(
        ApplicationId=app, CampaignId=campaign["Id"]
    )["CampaignResponse"]


def new_tagged_segment(client: Boto, app: str) -> tuple[str, Reader]:
    segment = new_segment(client, app)
    return f"{ARN}:apps/{app}/segments/{segment}", lambda: client.get_segment(
        ApplicationId=app, SegmentId=segment
    )["SegmentResponse"]


def new_journey(client: Boto, app: str) -> tuple[str, Reader]:
    response = client.create_journey(ApplicationId=app, WriteJourneyRequest={"Name": "j"})
    journey = response["JourneyResponse"]["Id"]
    return f"{ARN}:apps/{app}/journeys/{journey}", lambda: client.get_journey(
        ApplicationId=app, JourneyId=journey
    )["JourneyResponse"]


def new_template(client: Boto, app: str) -> tuple[str, Reader]:
    assert app
    client.create_sms_template(TemplateName="t", SMSTemplateRequest={"Body": "b"})
    return f"{ARN}:templates/t/SMS", lambda: client.get_sms_template(TemplateName="t")[
        "SMSTemplateResponse"
    ]


KINDS = [new_project, new_campaign, new_tagged_segment, new_journey, new_template]


def tag(client: Boto, arn: str, **tags: str) -> None:
    response = client.tag_resource(ResourceArn=arn, TagsModel={"tags": tags})
    assert status(response) == 204


def tags_of(client: Boto, arn: str) -> dict[str, str]:
    response = client.list_tags_for_resource(ResourceArn=arn)
    assert status(response) == 200
    tags: dict[str, str] = response["TagsModel"]["tags"]
    return tags


@pytest.mark.parametrize("new", KINDS)
def test_tags_are_added_replaced_and_removed_on_every_kind_of_resource(
    client: Boto, app: str, new: Callable[[Boto, str], tuple[str, Reader]]
) -> None:
    arn, read = new(client, app)
    assert tags_of(client, arn) == {}
    tag(client, arn, team="growth", stage="test")
    tag(client, arn, stage="live", owner="ann")
    expected = {"team": "growth", "stage": "live", "owner": "ann"}
    assert tags_of(client, arn) == read()["tags"] == expected
    response = client.untag_resource(ResourceArn=arn, TagKeys=["team", "owner", "nothing"])
    assert status(response) == 204
    assert tags_of(client, arn) == read()["tags"] == {"stage": "live"}


def test_tags_given_at_creation_are_listed(client: Boto) -> None:
    response = client.create_app(CreateApplicationRequest={"Name": "n", "tags": {"a": "b"}})
    arn = response["ApplicationResponse"]["Arn"]
    assert tags_of(client, arn) == {"a": "b"}


def test_all_versions_of_a_resource_show_its_tags(client: Boto, app: str) -> None:
    arn, read = new_campaign(client, app)
    names = {"ApplicationId": app, "CampaignId": read()["Id"]}
    client.update_campaign(**names, WriteCampaignRequest={"Name": "d"})
    tag(client, arn, a="b")
    listed = client.get_campaign_versions(**names)["CampaignsResponse"]["Item"]
    assert [(each["Name"], each["tags"]) for each in listed] == [
        ("d", {"a": "b"}),
        ("c", {"a": "b"}),
    ]


@pytest.mark.parametrize(
    "arn",
    [
        f"{ARN}:apps/nope",
        f"{ARN}:templates/nope/SMS",
        f"{ARN}:recommenders/x",
        "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/APP",
        "arn:aws:mobiletargeting:us-east-1:999999999999:apps/APP",
        f"{ARN}:apps/APP/campaigns/nope",
        f"{ARN}:apps/APP/channels/sms",
    ],
)
def test_an_arn_that_names_nothing_is_a_404(client: Boto, app: str, arn: str) -> None:
    arn = arn.replace("APP", app)
    assert refusal(client.list_tags_for_resource, ResourceArn=arn) == NOT_FOUND
    assert refusal(client.untag_resource, ResourceArn=arn, TagKeys=["a"]) == NOT_FOUND
    assert refusal(client.tag_resource, ResourceArn=arn, TagsModel={"tags": {}}) == NOT_FOUND


def test_the_arn_of_a_deleted_resource_is_a_404(client: Boto, app: str) -> None:
    client.delete_app(ApplicationId=app)
    assert refusal(client.list_tags_for_resource, ResourceArn=f"{ARN}:apps/{app}") == NOT_FOUND


def test_what_is_no_arn_is_a_400(client: Boto) -> None:
    assert is_bad_request(refusal(client.list_tags_for_resource, ResourceArn="shop"), "'shop'")


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ({f"k{number}": "v" for number in range(50)}, ("50",)),
        ({"k" * 129: "v"}, ("128",)),
        ({"k": "v" * 257}, ("256",)),
        ({"aws:k": "v"}, ("aws:",)),
        ({"AWS:k": "v"}, ("aws:",)),
    ],
)
def test_tags_beyond_their_limits_are_refused_and_none_is_added(
    client: Boto, app: str, tags: dict[str, str], words: tuple[str, ...]
) -> None:
    arn, _ = new_project(client, app)
    tag(client, arn, first="one")
    found = refusal(client.tag_resource, ResourceArn=arn, TagsModel={"tags": tags})
    assert is_bad_request(found, *words)
    assert tags_of(client, arn) == {"first": "one"}


def test_untag_needs_a_key(client: Boto, app: str) -> None:
    found = refusal(client.untag_resource, ResourceArn=f"{ARN}:apps/{app}", TagKeys=[])
    assert is_bad_request(found, "tagKeys")
