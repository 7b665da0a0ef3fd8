"""Recommenders: Amazon Personalize campaigns that supply messages with recommended items."""

from __future__ import annotations

from typing import Annotated

from attrs import define, field

from pinpoint_sdk.models.base import Model, Response, Wire


@define(kw_only=True, repr=False)
class CreateRecommenderConfiguration(Model):
    """How to get recommended items from a model, and what to do with them; body of
    ``create_recommender_configuration``. With a Lambda function in
    ``recommendation_transformer_uri``, ``attributes`` is required; without one,
    ``recommendations_display_name`` is.

    AWS shape: ``CreateRecommenderConfiguration``.
    """

    recommendation_provider_role_arn: Annotated[str, Wire("RecommendationProviderRoleArn")]
    """ARN of the IAM role that lets Pinpoint get items from the model."""
    recommendation_provider_uri: Annotated[str, Wire("RecommendationProviderUri")]
    """ARN of the model to get items from, an Amazon Personalize campaign."""
    attributes: Annotated[dict[str, str] | None, Wire("Attributes")] = None
    """Display names by attribute name, for the 1 to 10 custom attributes that each hold an item for
    the Lambda function and serve as message variables. Required with
    ``recommendation_transformer_uri``, to be left out without it. Attribute names: up to 50
    letters, digits, ``_`` and ``-``, case sensitive and unique. Display names, which the console's
    template editor shows: up to 25 letters, digits, spaces, ``_`` and ``-``. Both start with a
    letter or digit.
    """
    description: Annotated[str | None, Wire("Description")] = None
    """Free text about the configuration, up to 128 letters, digits, spaces, hyphens and the symbols
    ``_``, ``;``, ``(``, ``)`` and ``,``.
    """
    name: Annotated[str | None, Wire("Name")] = None
    """Display name of the configuration; up to 128 letters, digits, spaces, ``_`` and ``-``, the
    first a letter or digit.
    """
    recommendation_provider_id_type: Annotated[str | None, Wire("RecommendationProviderIdType")] = (
        None
    )
    """What a user of the model is to Pinpoint: an endpoint, by its id (``PINPOINT_ENDPOINT_ID``,
    the default), or a user, by user id (``PINPOINT_USER_ID``). With the latter, an endpoint without
    ``user.user_id`` gets no message.
    """
    recommendation_transformer_uri: Annotated[str | None, Wire("RecommendationTransformerUri")] = (
        None
    )
    """Name or ARN of the Lambda function that processes the items further; goes with
    ``attributes``.
    """
    recommendations_display_name: Annotated[str | None, Wire("RecommendationsDisplayName")] = None
    """Name under which the console's template editor shows ``RecommendationItems``, the standard
    attribute that holds the items for a while; up to 25 letters, digits, spaces, ``_`` and ``-``.
    Required without ``recommendation_transformer_uri``.
    """
    recommendations_per_message: Annotated[int | None, Wire("RecommendationsPerMessage")] = None
    """Items to get for each endpoint or user, 1 to 5, by default 5. Message variables with several
    items and custom attributes take a Lambda function.
    """


@define(kw_only=True, repr=False)
class UpdateRecommenderConfiguration(Model):
    """How to get recommended items from a model, and what to do with them; body of
    ``update_recommender_configuration``. With a Lambda function in
    ``recommendation_transformer_uri``, ``attributes`` is required; without one,
    ``recommendations_display_name`` is.

    AWS shape: ``UpdateRecommenderConfiguration``.
    """

    recommendation_provider_role_arn: Annotated[str, Wire("RecommendationProviderRoleArn")]
    """ARN of the IAM role that lets Pinpoint get items from the model."""
    recommendation_provider_uri: Annotated[str, Wire("RecommendationProviderUri")]
    """ARN of the model to get items from, an Amazon Personalize campaign."""
    attributes: Annotated[dict[str, str] | None, Wire("Attributes")] = None
    """Display names by attribute name, for the 1 to 10 custom attributes that each hold an item for
    the Lambda function and serve as message variables. Required with
    ``recommendation_transformer_uri``, to be left out without it. Attribute names: up to 50
    letters, digits, ``_`` and ``-``, case sensitive and unique. Display names, which the console's
    template editor shows: up to 25 letters, digits, spaces, ``_`` and ``-``. Both start with a
    letter or digit.
    """
    description: Annotated[str | None, Wire("Description")] = None
    """Free text about the configuration, up to 128 letters, digits, spaces, hyphens and the symbols
    ``_``, ``;``, ``(``, ``)`` and ``,``.
    """
    name: Annotated[str | None, Wire("Name")] = None
    """Display name of the configuration; up to 128 letters, digits, spaces, ``_`` and ``-``, the
    first a letter or digit.
    """
    recommendation_provider_id_type: Annotated[str | None, Wire("RecommendationProviderIdType")] = (
        None
    )
    """What a user of the model is to Pinpoint: an endpoint, by its id (``PINPOINT_ENDPOINT_ID``,
    the default), or a user, by user id (``PINPOINT_USER_ID``). With the latter, an endpoint without
    ``user.user_id`` gets no message.
    """
    recommendation_transformer_uri: Annotated[str | None, Wire("RecommendationTransformerUri")] = (
        None
    )
    """Name or ARN of the Lambda function that processes the items further; goes with
    ``attributes``.
    """
    recommendations_display_name: Annotated[str | None, Wire("RecommendationsDisplayName")] = None
    """Name under which the console's template editor shows ``RecommendationItems``, the standard
    attribute that holds the items for a while; up to 25 letters, digits, spaces, ``_`` and ``-``.
    Required without ``recommendation_transformer_uri``.
    """
    recommendations_per_message: Annotated[int | None, Wire("RecommendationsPerMessage")] = None
    """Items to get for each endpoint or user, 1 to 5, by default 5. Message variables with several
    items and custom attributes take a Lambda function.
    """


@define(kw_only=True, repr=False)
class RecommenderConfigurationResponse(Response):
    """The configuration of a recommender model, as ``create_recommender_configuration``,
    ``get_recommender_configuration``, ``update_recommender_configuration`` and
    ``delete_recommender_configuration`` return it and ``get_recommender_configurations`` lists it.

    AWS shape: ``RecommenderConfigurationResponse``.
    """

    creation_date: Annotated[str, Wire("CreationDate")]
    """When the configuration was created, in ISO 8601."""
    id: Annotated[str, Wire("Id")]
    """Id of the configuration, which the console shows as recommender ID."""
    last_modified_date: Annotated[str, Wire("LastModifiedDate")]
    """When the configuration was last changed, in ISO 8601; at first equal to ``creation_date``."""
    recommendation_provider_role_arn: Annotated[str, Wire("RecommendationProviderRoleArn")]
    """ARN of the IAM role that lets Pinpoint get items from the model."""
    recommendation_provider_uri: Annotated[str, Wire("RecommendationProviderUri")]
    """ARN of the model that items come from, an Amazon Personalize campaign."""
    attributes: Annotated[dict[str, str], Wire("Attributes")] = field(factory=dict)
    """Display names by attribute name, for the custom attributes that each hold an item for the
    Lambda function and serve as message variables; empty without a function.
    """
    description: Annotated[str | None, Wire("Description")] = None
    """Free text about the configuration."""
    name: Annotated[str | None, Wire("Name")] = None
    """Display name of the configuration."""
    recommendation_provider_id_type: Annotated[str | None, Wire("RecommendationProviderIdType")] = (
        None
    )
    """What a user of the model is to Pinpoint: an endpoint, by its id (``PINPOINT_ENDPOINT_ID``,
    the default), or a user, by user id (``PINPOINT_USER_ID``). With the latter, an endpoint without
    ``user.user_id`` gets no message.
    """
    recommendation_transformer_uri: Annotated[str | None, Wire("RecommendationTransformerUri")] = (
        None
    )
    """Name or ARN of the Lambda function that processes the items further."""
    recommendations_display_name: Annotated[str | None, Wire("RecommendationsDisplayName")] = None
    """Name under which the console's template editor shows ``RecommendationItems``, the standard
    attribute that holds the items for a while.
    """
    recommendations_per_message: Annotated[int | None, Wire("RecommendationsPerMessage")] = None
    """Items to get for each endpoint or user."""


@define(kw_only=True, repr=False)
class ListRecommenderConfigurationsResponse(Response):
    """One page of the recommender configurations of an account, from
    ``get_recommender_configurations``.

    AWS shape: ``ListRecommenderConfigurationsResponse``.
    """

    item: Annotated[list[RecommenderConfigurationResponse], Wire("Item")]
    """The configurations of the page."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Pass it as ``token`` to ``get_recommender_configurations`` for the next page; ``None`` on the
    last page.
    """
