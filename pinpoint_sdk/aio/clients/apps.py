# Written by "make aio" out of pinpoint_sdk/clients/apps.py: change that one.
"""The client for projects."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient
from pinpoint_sdk.aio.pagination import AsyncPaginator

__all__ = ["AsyncAppsClient"]


class AsyncAppsClient(AsyncClient):
    """Projects, which the API calls applications, and their settings."""

    async def create_app(
        self, create_application_request: models.CreateApplicationRequest
    ) -> models.ApplicationResponse:
        """Create a project, the container of channels, endpoints, segments and campaigns.

        AWS operation: ``CreateApp``. AWS still runs it.

        Args:
            create_application_request: Its name and tags.

        Returns:
            The project with its id.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused it, for example beyond 100 projects a region.
        """
        return await self._call(
            "CreateApp",
            models.ApplicationResponse,
            CreateApplicationRequest=create_application_request,
        )

    async def get_app(self, application_id: str) -> models.ApplicationResponse:
        """Get one project.

        AWS operation: ``GetApp``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The project.

        Raises:
            NotFoundException: There is no such project.
        """
        return await self._call("GetApp", models.ApplicationResponse, ApplicationId=application_id)

    async def get_apps(
        self, *, page_size: int | None = None, token: str | None = None
    ) -> models.ApplicationsResponse:
        """Get one page of the account's projects in the region; ``iter_apps`` reads all pages.

        AWS operation: ``GetApps``. AWS still runs it.

        Args:
            page_size: Projects per page, from 1; by default AWS's choice.
            token: The page to get: ``next_token`` of the page before.

        Returns:
            The page.
        """
        return await self._call(
            "GetApps", models.ApplicationsResponse, PageSize=page_size, Token=token
        )

    def iter_apps(
        self,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.ApplicationResponse]:
        """Iterate over the account's projects in the region, page by page as they are read.

        AWS operation: ``GetApps``. AWS still runs it.

        Args:
            page_size: Projects per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the projects.
        """
        return AsyncPaginator(
            lambda size, start: self.get_apps(page_size=size, token=start),
            page_size,
            max_items,
            token,
        )

    async def delete_app(self, application_id: str) -> models.ApplicationResponse:
        """Delete a project and all that is in it, for good.

        AWS operation: ``DeleteApp``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The project as it was.

        Raises:
            NotFoundException: There is no such project.
        """
        return await self._call(
            "DeleteApp", models.ApplicationResponse, ApplicationId=application_id
        )

    async def get_application_settings(
        self, application_id: str
    ) -> models.ApplicationSettingsResource:
        """Get the defaults for the campaigns of a project: limits, quiet time, hook.

        AWS operation: ``GetApplicationSettings``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The settings; limits that were never set are 0, texts "".

        Raises:
            NotFoundException: There is no such project.
        """
        return await self._call(
            "GetApplicationSettings",
            models.ApplicationSettingsResource,
            ApplicationId=application_id,
        )

    async def update_application_settings(
        self,
        application_id: str,
        write_application_settings_request: models.WriteApplicationSettingsRequest,
    ) -> models.ApplicationSettingsResource:
        """Set the defaults for the campaigns of a project without settings of their own.

        AWS operation: ``UpdateApplicationSettings``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            write_application_settings_request: The settings to change.

        Returns:
            All settings of the project, as they are now.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "UpdateApplicationSettings",
            models.ApplicationSettingsResource,
            ApplicationId=application_id,
            WriteApplicationSettingsRequest=write_application_settings_request,
        )
