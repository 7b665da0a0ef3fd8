# Written by "make aio" out of pinpoint_sdk/clients/recommenders.py: change that one.
"""The client for recommenders."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient
from pinpoint_sdk.aio.pagination import AsyncPaginator

__all__ = ["AsyncRecommendersClient"]


class AsyncRecommendersClient(AsyncClient):
    """Recommenders: Amazon Personalize campaigns that supply messages with recommended items."""

    async def create_recommender_configuration(
        self, create_recommender_configuration: models.CreateRecommenderConfiguration
    ) -> models.RecommenderConfigurationResponse:
        """Create a configuration for a recommender model.

        It belongs to the account, not to a project.

        AWS operation: ``CreateRecommenderConfiguration``. AWS ended it on 2026-10-30.

        Args:
            create_recommender_configuration: Where items come from, through which role, and what to
                do with them.

        Returns:
            The configuration with its id.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
        """
        return await self._call(
            "CreateRecommenderConfiguration",
            models.RecommenderConfigurationResponse,
            CreateRecommenderConfiguration=create_recommender_configuration,
        )

    async def get_recommender_configuration(
        self, recommender_id: str
    ) -> models.RecommenderConfigurationResponse:
        """Get one recommender configuration.

        AWS operation: ``GetRecommenderConfiguration``. AWS ended it on 2026-10-30.

        Args:
            recommender_id: The configuration's id; the console calls it recommender ID.

        Returns:
            The configuration.

        Raises:
            NotFoundException: There is no such configuration.
        """
        return await self._call(
            "GetRecommenderConfiguration",
            models.RecommenderConfigurationResponse,
            RecommenderId=recommender_id,
        )

    async def get_recommender_configurations(
        self, *, page_size: int | None = None, token: str | None = None
    ) -> models.ListRecommenderConfigurationsResponse:
        """Get one page of the account's recommender configurations.

        ``iter_recommender_configurations`` reads all pages.

        AWS operation: ``GetRecommenderConfigurations``. AWS ended it on 2026-10-30.

        Args:
            page_size: Configurations per page, from 1; by default AWS's choice.
            token: The page to get: ``next_token`` of the page before.

        Returns:
            The page.
        """
        return await self._call(
            "GetRecommenderConfigurations",
            models.ListRecommenderConfigurationsResponse,
            PageSize=page_size,
            Token=token,
        )

    def iter_recommender_configurations(
        self,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.RecommenderConfigurationResponse]:
        """Iterate over the account's recommender configurations, page by page as they are read.

        AWS operation: ``GetRecommenderConfigurations``. AWS ended it on 2026-10-30.

        Args:
            page_size: Configurations per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the configurations.
        """
        return AsyncPaginator(
            lambda size, start: self.get_recommender_configurations(page_size=size, token=start),
            page_size,
            max_items,
            token,
        )

    async def update_recommender_configuration(
        self,
        recommender_id: str,
        update_recommender_configuration: models.UpdateRecommenderConfiguration,
    ) -> models.RecommenderConfigurationResponse:
        """Change a recommender configuration.

        AWS operation: ``UpdateRecommenderConfiguration``. AWS ended it on 2026-10-30.

        Args:
            recommender_id: The configuration's id; the console calls it recommender ID.
            update_recommender_configuration: Where items come from, through which role, and what to
                do with them.

        Returns:
            The configuration as it is now.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such configuration.
        """
        return await self._call(
            "UpdateRecommenderConfiguration",
            models.RecommenderConfigurationResponse,
            RecommenderId=recommender_id,
            UpdateRecommenderConfiguration=update_recommender_configuration,
        )

    async def delete_recommender_configuration(
        self, recommender_id: str
    ) -> models.RecommenderConfigurationResponse:
        """Delete a recommender configuration.

        AWS operation: ``DeleteRecommenderConfiguration``. AWS ended it on 2026-10-30.

        Args:
            recommender_id: The configuration's id; the console calls it recommender ID.

        Returns:
            The configuration as it was.

        Raises:
            NotFoundException: There is no such configuration.
        """
        return await self._call(
            "DeleteRecommenderConfiguration",
            models.RecommenderConfigurationResponse,
            RecommenderId=recommender_id,
        )
