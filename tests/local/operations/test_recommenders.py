from __future__ import annotations

from typing import Any

import pytest

from pinpoint_sdk.local import Clock
from tests.local.support.boto import NOT_FOUND, Boto, is_bad_request, refusal, status

PLAIN: dict[str, Any] = {
    "RecommendationProviderRoleArn": "arn:aws:iam::123456789012:role/recommend",
    "RecommendationProviderUri": "arn:aws:personalize:us-east-1:123456789012:campaign/shop",
    "RecommendationsDisplayName": "Shoes",
}
WITH_FUNCTION: dict[str, Any] = {
    **PLAIN,
    "Attributes": {"shoe_name": "Name of the shoe"},
    "Description": "what to buy next",
    "Name": "shoes",
    "RecommendationProviderIdType": "PINPOINT_USER_ID",
    "RecommendationTransformerUri": "look-up-shoes",
    "RecommendationsPerMessage": 3,
}


def create(client: Boto, **settings: Any) -> dict[str, Any]:
    response = client.create_recommender_configuration(CreateRecommenderConfiguration=settings)
    assert status(response) == 201
    recommender: dict[str, Any] = response["RecommenderConfigurationResponse"]
    return recommender


def test_create_answers_201_with_defaults_and_dates(client: Boto) -> None:
    recommender = create(client, **PLAIN)
    assert recommender == {
        **PLAIN,
        "CreationDate": "2017-09-27T12:00:00.581Z",
        "Id": recommender["Id"],
        "LastModifiedDate": "2017-09-27T12:00:00.581Z",
        "RecommendationProviderIdType": "PINPOINT_ENDPOINT_ID",
        "RecommendationsPerMessage": 5,
    }


def test_get_answers_all_that_was_created(client: Boto) -> None:
    recommender = create(client, **WITH_FUNCTION)
    assert {name: recommender[name] for name in WITH_FUNCTION} == WITH_FUNCTION
    response = client.get_recommender_configuration(RecommenderId=recommender["Id"])
    assert status(response) == 200
    assert response["RecommenderConfigurationResponse"] == recommender


def test_update_replaces_all_but_id_and_creation_date(client: Boto, clock: Clock) -> None:
    recommender = create(client, **WITH_FUNCTION)
    clock.advance(hours=1)
    response = client.update_recommender_configuration(
        RecommenderId=recommender["Id"], UpdateRecommenderConfiguration=PLAIN
    )
    assert status(response) == 200
    assert response["RecommenderConfigurationResponse"] == {
        **PLAIN,
        "CreationDate": "2017-09-27T12:00:00.581Z",
        "Id": recommender["Id"],
        "LastModifiedDate": "2017-09-27T13:00:00.581Z",
        "RecommendationProviderIdType": "PINPOINT_ENDPOINT_ID",
        "RecommendationsPerMessage": 5,
    }


def test_delete_answers_the_recommender_and_then_it_is_gone(client: Boto) -> None:
    recommender = create(client, **PLAIN)
    response = client.delete_recommender_configuration(RecommenderId=recommender["Id"])
    assert status(response) == 200
    assert response["RecommenderConfigurationResponse"] == recommender
    for call in (client.get_recommender_configuration, client.delete_recommender_configuration):
        assert refusal(call, RecommenderId=recommender["Id"]) == NOT_FOUND


def test_an_unknown_recommender_is_a_404(client: Boto) -> None:
    assert refusal(client.get_recommender_configuration, RecommenderId="nope") == NOT_FOUND
    found = refusal(
        client.update_recommender_configuration,
        RecommenderId="nope",
        UpdateRecommenderConfiguration=PLAIN,
    )
    assert found == NOT_FOUND


def test_the_listing_pages_oldest_first(client: Boto) -> None:
    created = [create(client, **PLAIN, Name=f"r{number}") for number in range(5)]
    listed: list[dict[str, Any]] = []
    token: dict[str, str] = {}
    while True:
        response = client.get_recommender_configurations(PageSize="2", **token)
        assert status(response) == 200
        page = response["ListRecommenderConfigurationsResponse"]
        listed += page["Item"]
        if "NextToken" not in page:
            break
        token = {"Token": page["NextToken"]}
    assert listed == created


REFUSED: list[tuple[dict[str, Any], tuple[str, ...]]] = [
    ({"RecommendationProviderIdType": "USER"}, ("PINPOINT_ENDPOINT_ID or PINPOINT_USER_ID",)),
    ({"RecommendationProviderUri": "shoes"}, ("RecommendationProviderUri", "Personalize")),
    ({"RecommendationProviderRoleArn": ""}, ("RecommendationProviderRoleArn", "IAM role")),
    ({"RecommendationsPerMessage": 0}, ("from 1 to 5",)),
    ({"RecommendationsPerMessage": 6}, ("from 1 to 5",)),
    ({"Name": "-shoes"}, ("Name", "128")),
    ({"Description": "d" * 129}, ("Description", "128")),
    ({"RecommendationsDisplayName": "d" * 26}, ("RecommendationsDisplayName", "25")),
    ({"Attributes": {"a": "b"}}, ("Attributes", "RecommendationTransformerUri")),
    ({"RecommendationTransformerUri": "f"}, ("1 to 10 names, got 0",)),
    (
        {
            "RecommendationTransformerUri": "f",
            "Attributes": {f"a{number}": "b" for number in range(11)},
        },
        ("1 to 10 names, got 11",),
    ),
    ({"RecommendationTransformerUri": "f", "Attributes": {"a b": "c"}}, ("'a b'", "50")),
    ({"RecommendationTransformerUri": "f", "Attributes": {"a": "c" * 26}}, ("'a'", "25")),
]


@pytest.mark.parametrize(("settings", "words"), REFUSED)
def test_settings_that_do_not_fit_are_refused(
    client: Boto, settings: dict[str, Any], words: tuple[str, ...]
) -> None:
    assert is_bad_request(refusal(create, client=client, **{**PLAIN, **settings}), *words)
    recommender = create(client, **PLAIN)
    found = refusal(
        client.update_recommender_configuration,
        RecommenderId=recommender["Id"],
        UpdateRecommenderConfiguration={**PLAIN, **settings},
    )
    assert is_bad_request(found, *words)


def test_a_display_name_is_needed_without_a_function(client: Boto) -> None:
    settings = {k: v for k, v in PLAIN.items() if k != "RecommendationsDisplayName"}
    found = refusal(create, client=client, **settings)
    assert is_bad_request(found, "RecommendationsDisplayName is required")
