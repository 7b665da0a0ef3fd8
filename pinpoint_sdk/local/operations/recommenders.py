"""Recommender models: configurations that name one and say how its answers are used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from operator import attrgetter

from pinpoint_sdk.local.engine.call import Call
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.operations.pagination import page
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Account, Resource

_ID_TYPES = ("PINPOINT_ENDPOINT_ID", "PINPOINT_USER_ID")
_DEFAULTS: JSON = {
    "RecommendationProviderIdType": "PINPOINT_ENDPOINT_ID",
    "RecommendationsPerMessage": 5,
}
_ARN = "arn:[^:]+:{service}:[^:]*:[^:]*:.+"

# The form of each member, and the words for it in an error.
_FORMS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "Description": (re.compile(".{0,128}", re.DOTALL), "at most 128 characters"),
    "Name": (
        re.compile("[A-Za-z0-9][A-Za-z0-9 _-]{0,127}"),
        "at most 128 letters, numbers, spaces, _ and -, the first a letter or a number",
    ),
    "RecommendationProviderIdType": (re.compile("|".join(_ID_TYPES)), " or ".join(_ID_TYPES)),
    "RecommendationProviderRoleArn": (
        re.compile(_ARN.format(service="iam")),
        "the ARN of an IAM role",
    ),
    "RecommendationProviderUri": (
        re.compile(_ARN.format(service="personalize")),
        "the ARN of an Amazon Personalize campaign",
    ),
    "RecommendationsDisplayName": (
        re.compile("[A-Za-z0-9 _-]{1,25}"),
        "1 to 25 letters, numbers, spaces, _ and -",
    ),
}
_ATTRIBUTE_NAME = re.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,49}")
_ATTRIBUTE_DISPLAY_NAME = re.compile("[A-Za-z0-9][A-Za-z0-9 _-]{0,24}")


@operation("CreateRecommenderConfiguration")
def create_recommender_configuration(call: Call) -> JSON:
    """Add a recommender to the account; whether its model and role exist is not checked."""
    _check(call.body)
    recommender_id = call.account.ids.resource_id()
    document: JSON = {
        "CreationDate": call.date,
        "Id": recommender_id,
        **_settings(call),
    }
    recommender = Resource(call.account.next_position(), document)
    call.account.recommenders[recommender_id] = recommender
    return document


@operation("GetRecommenderConfiguration")
def get_recommender_configuration(call: Call) -> JSON:
    """One recommender."""
    return _recommender(call, call.account).document


@operation("GetRecommenderConfigurations")
def get_recommender_configurations(call: Call) -> JSON:
    """The recommenders of the account, oldest first."""
    recommenders = list(call.account.recommenders.values())
    return page(call, recommenders, attrgetter("position"), attrgetter("document"))


@operation("UpdateRecommenderConfiguration")
def update_recommender_configuration(call: Call) -> JSON:
    """Replace a recommender; its former settings are not kept."""
    recommender = _recommender(call, call.account)
    _check(call.body)
    recommender.document = {
        "CreationDate": recommender.document["CreationDate"],
        "Id": recommender.document["Id"],
        **_settings(call),
    }
    return recommender.document


@operation("DeleteRecommenderConfiguration")
def delete_recommender_configuration(call: Call) -> JSON:
    """Delete a recommender; returns what it was. Templates that name it stay as they are."""
    document = get_recommender_configuration(call)
    del call.account.recommenders[document["Id"]]
    return document


def _recommender(call: Call, account: Account) -> Resource:
    return call.found(account.recommenders, "RecommenderId")


def _settings(call: Call) -> JSON:
    return {**_DEFAULTS, **call.body, "LastModifiedDate": call.date}


def _check(sent: JSON) -> None:
    for member, (form, words) in _FORMS.items():
        if member in sent and not form.fullmatch(sent[member]):
            raise BadRequest(f"{member} must be {words}")
    if not 1 <= sent.get("RecommendationsPerMessage", 1) <= 5:
        raise BadRequest("RecommendationsPerMessage must be from 1 to 5")
    _check_use(sent)


def _check_use(sent: JSON) -> None:
    """A transformer function fills Attributes; without one there is only the display name."""
    attributes: dict[str, str] = sent.get("Attributes", {})
    if not sent.get("RecommendationTransformerUri"):
        if attributes:
            raise BadRequest("Attributes need a RecommendationTransformerUri")
        if "RecommendationsDisplayName" not in sent:
            raise BadRequest(
                "RecommendationsDisplayName is required without a RecommendationTransformerUri"
            )
        return
    if not 1 <= len(attributes) <= 10:
        raise BadRequest(
            f"With a RecommendationTransformerUri Attributes has 1 to 10 names, got "
            f"{len(attributes)}"
        )
    for name, display_name in attributes.items():
        if not _ATTRIBUTE_NAME.fullmatch(name):
            raise BadRequest(
                f"Attributes: {name!r} must be at most 50 letters, numbers, _ and -, the first a "
                "letter or a number"
            )
        if not _ATTRIBUTE_DISPLAY_NAME.fullmatch(display_name):
            raise BadRequest(
                f"Attributes[{name!r}] must be at most 25 letters, numbers, spaces, _ and -, the "
                "first a letter or a number"
            )
