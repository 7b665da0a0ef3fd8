# Written by "make aio" out of pinpoint_sdk/clients/campaigns.py: change that one.
"""The client for campaigns."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient
from pinpoint_sdk.aio.pagination import AsyncPaginator
from pinpoint_sdk.aio.waiters import wait_until

__all__ = ["AsyncCampaignsClient"]


class AsyncCampaignsClient(AsyncClient):
    """Campaigns: messages to a segment, on a schedule."""

    async def create_campaign(
        self, application_id: str, write_campaign_request: models.WriteCampaignRequest
    ) -> models.CampaignResponse:
        """Create a campaign and schedule it.

        AWS operation: ``CreateCampaign``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            write_campaign_request: What to send, to which segment, when, and within which limits.

        Returns:
            The campaign with its id and version 1.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, such as a start in the past.
            NotFoundException: There is no such project or segment.
        """
        return await self._call(
            "CreateCampaign",
            models.CampaignResponse,
            ApplicationId=application_id,
            WriteCampaignRequest=write_campaign_request,
        )

    async def get_campaign(self, application_id: str, campaign_id: str) -> models.CampaignResponse:
        """Get the latest version of a campaign.

        AWS operation: ``GetCampaign``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.

        Returns:
            The campaign.

        Raises:
            NotFoundException: There is no such project or campaign.
        """
        return await self._call(
            "GetCampaign",
            models.CampaignResponse,
            ApplicationId=application_id,
            CampaignId=campaign_id,
        )

    async def get_campaigns(
        self, application_id: str, *, page_size: int | None = None, token: str | None = None
    ) -> models.CampaignsResponse:
        """Get one page of a project's campaigns; ``iter_campaigns`` reads all pages.

        AWS operation: ``GetCampaigns``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            page_size: Campaigns per page, from 1; by default AWS's choice.
            token: The page to get: ``next_token`` of the page before.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such project.
        """
        return await self._call(
            "GetCampaigns",
            models.CampaignsResponse,
            ApplicationId=application_id,
            PageSize=page_size,
            Token=token,
        )

    def iter_campaigns(
        self,
        application_id: str,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.CampaignResponse]:
        """Iterate over a project's campaigns, page by page as they are read.

        AWS operation: ``GetCampaigns``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            page_size: Campaigns per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the campaigns.
        """
        return AsyncPaginator(
            lambda size, start: self.get_campaigns(application_id, page_size=size, token=start),
            page_size,
            max_items,
            token,
        )

    async def get_campaign_version(
        self, application_id: str, campaign_id: str, version: str | int
    ) -> models.CampaignResponse:
        """Get one version of a campaign.

        AWS operation: ``GetCampaignVersion``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.
            version: The version, from 1, such as a campaign's ``version``.

        Returns:
            The campaign at that version.

        Raises:
            NotFoundException: There is no such project, campaign or version.
        """
        return await self._call(
            "GetCampaignVersion",
            models.CampaignResponse,
            ApplicationId=application_id,
            CampaignId=campaign_id,
            Version=version,
        )

    async def get_campaign_versions(
        self,
        application_id: str,
        campaign_id: str,
        *,
        page_size: int | None = None,
        token: str | None = None,
    ) -> models.CampaignsResponse:
        """Get one page of a campaign's versions; ``iter_campaign_versions`` reads all pages.

        AWS operation: ``GetCampaignVersions``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.
            page_size: Versions per page, from 1; by default AWS's choice.
            token: The page to get: ``next_token`` of the page before.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such project or campaign.
        """
        return await self._call(
            "GetCampaignVersions",
            models.CampaignsResponse,
            ApplicationId=application_id,
            CampaignId=campaign_id,
            PageSize=page_size,
            Token=token,
        )

    def iter_campaign_versions(
        self,
        application_id: str,
        campaign_id: str,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.CampaignResponse]:
        """Iterate over all versions of a campaign, page by page as they are read.

        AWS operation: ``GetCampaignVersions``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.
            page_size: Versions per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the campaign's versions.
        """
        return AsyncPaginator(
            lambda size, start: self.get_campaign_versions(
                application_id, campaign_id, page_size=size, token=start
            ),
            page_size,
            max_items,
            token,
        )

    async def update_campaign(
        self,
        application_id: str,
        campaign_id: str,
        write_campaign_request: models.WriteCampaignRequest,
    ) -> models.CampaignResponse:
        """Change a campaign, which makes a new version of it.

        AWS operation: ``UpdateCampaign``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.
            write_campaign_request: What to change; what is ``None`` stays.

        Returns:
            The campaign as it is now, its version one higher.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, such as a start in the past.
            NotFoundException: There is no such project, campaign or segment.
        """
        return await self._call(
            "UpdateCampaign",
            models.CampaignResponse,
            ApplicationId=application_id,
            CampaignId=campaign_id,
            WriteCampaignRequest=write_campaign_request,
        )

    async def delete_campaign(
        self, application_id: str, campaign_id: str
    ) -> models.CampaignResponse:
        """Delete a campaign.

        AWS operation: ``DeleteCampaign``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.

        Returns:
            The campaign as it was, its state ``DELETED``.

        Raises:
            NotFoundException: There is no such project or campaign.
        """
        return await self._call(
            "DeleteCampaign",
            models.CampaignResponse,
            ApplicationId=application_id,
            CampaignId=campaign_id,
        )

    async def get_campaign_activities(
        self,
        application_id: str,
        campaign_id: str,
        *,
        page_size: int | None = None,
        token: str | None = None,
    ) -> models.ActivitiesResponse:
        """Get one page of a campaign's activities; ``iter_campaign_activities`` reads all pages.

        AWS operation: ``GetCampaignActivities``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.
            page_size: Activities per page, from 1; by default AWS's choice.
            token: The page to get: ``next_token`` of the page before.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such project or campaign.
        """
        return await self._call(
            "GetCampaignActivities",
            models.ActivitiesResponse,
            ApplicationId=application_id,
            CampaignId=campaign_id,
            PageSize=page_size,
            Token=token,
        )

    def iter_campaign_activities(
        self,
        application_id: str,
        campaign_id: str,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.ActivityResponse]:
        """Iterate over a campaign's activities, page by page as they are read.

        AWS operation: ``GetCampaignActivities``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.
            page_size: Activities per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the activities.
        """
        return AsyncPaginator(
            lambda size, start: self.get_campaign_activities(
                application_id, campaign_id, page_size=size, token=start
            ),
            page_size,
            max_items,
            token,
        )

    async def wait_until_campaign_status(
        self,
        application_id: str,
        campaign_id: str,
        campaign_status: models.CampaignStatus,
        *,
        timeout: float = 3600,
        delay: float = 15,
    ) -> models.CampaignResponse:
        """Wait until a campaign has a status, such as ``COMPLETED``.

        AWS operation: ``GetCampaign``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.
            campaign_status: The status to wait for.
            timeout: Seconds until giving up; with 0 there is one call.
            delay: Seconds between two calls.

        Returns:
            The campaign, once it has that status.

        Raises:
            ValidationError: ``campaign_status`` is not a valid status; nothing was sent.
            WaitFailedError: The campaign is ``COMPLETED``, ``DELETED`` or ``INVALID`` instead;
                ``last`` is the campaign.
            WaitTimeoutError: The campaign has another status; ``last`` is the campaign.
            NotFoundException: There is no such project or campaign.
        """
        # Here and not at the top, because importing clients must be fast.
        from pinpoint_sdk._codec.validation import check, problems, refuse

        refuse(problems("campaign_status", campaign_status, check(models.CampaignStatus)))
        return await wait_until(
            f"campaign {campaign_id}",
            lambda: self.get_campaign(application_id, campaign_id),
            lambda campaign: campaign.state.campaign_status if campaign.state else None,
            wanted=campaign_status,
            ends=("COMPLETED", "DELETED", "INVALID"),
            timeout=timeout,
            delay=delay,
            move_clock=self._transport.move_clock,
        )
