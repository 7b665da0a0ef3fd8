"""Campaigns: messages to a segment, on a schedule."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.clients.base import Client
from pinpoint_sdk.pagination import Paginator

__all__ = ["CampaignsClient"]


class CampaignsClient(Client):
    """Campaigns: messages to a segment, on a schedule."""

    def create_campaign(
        self, application_id: str, write_campaign_request: models.WriteCampaignRequest
    ) -> models.CampaignResponse:
        """Create a campaign and schedule it.

        AWS operation: ``CreateCampaign``.

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
        return self._call(
            "CreateCampaign",
            models.CampaignResponse,
            ApplicationId=application_id,
            WriteCampaignRequest=write_campaign_request,
        )

    def get_campaign(self, application_id: str, campaign_id: str) -> models.CampaignResponse:
        """Get the latest version of a campaign.

        AWS operation: ``GetCampaign``.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.

        Returns:
            The campaign.

        Raises:
            NotFoundException: There is no such project or campaign.
        """
        return self._call(
            "GetCampaign",
            models.CampaignResponse,
            ApplicationId=application_id,
            CampaignId=campaign_id,
        )

    def get_campaigns(
        self, application_id: str, *, page_size: int | None = None, token: str | None = None
    ) -> models.CampaignsResponse:
        """Get one page of a project's campaigns; ``iter_campaigns`` turns the pages.

        AWS operation: ``GetCampaigns``.

        Args:
            application_id: The project's id, 32 hex digits.
            page_size: Campaigns a page, from 1; by default AWS's choice.
            token: The page to get, out of ``next_token`` of the page before.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such project.
        """
        return self._call(
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
    ) -> Paginator[models.CampaignResponse]:
        """Go through a project's campaigns, page after page as they are read.

        AWS operation: ``GetCampaigns``.

        Args:
            application_id: The project's id, 32 hex digits.
            page_size: Campaigns a page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start, out of a paginator's ``next_token``.

        Returns:
            An iterator over the campaigns.
        """
        return Paginator(
            lambda size, start: self.get_campaigns(application_id, page_size=size, token=start),
            page_size,
            max_items,
            token,
        )

    def get_campaign_version(
        self, application_id: str, campaign_id: str, version: str | int
    ) -> models.CampaignResponse:
        """Get a campaign as one of its versions had it.

        AWS operation: ``GetCampaignVersion``.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.
            version: The version, from 1; ``version`` of a campaign fits.

        Returns:
            The campaign at that version.

        Raises:
            NotFoundException: There is no such project, campaign or version.
        """
        return self._call(
            "GetCampaignVersion",
            models.CampaignResponse,
            ApplicationId=application_id,
            CampaignId=campaign_id,
            Version=version,
        )

    def get_campaign_versions(
        self,
        application_id: str,
        campaign_id: str,
        *,
        page_size: int | None = None,
        token: str | None = None,
    ) -> models.CampaignsResponse:
        """Get one page of a campaign's versions; ``iter_campaign_versions`` turns the pages.

        AWS operation: ``GetCampaignVersions``.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.
            page_size: Versions a page, from 1; by default AWS's choice.
            token: The page to get, out of ``next_token`` of the page before.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such project or campaign.
        """
        return self._call(
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
    ) -> Paginator[models.CampaignResponse]:
        """Go through all versions of a campaign, page after page as they are read.

        AWS operation: ``GetCampaignVersions``.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.
            page_size: Versions a page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start, out of a paginator's ``next_token``.

        Returns:
            An iterator over the campaign's versions.
        """
        return Paginator(
            lambda size, start: self.get_campaign_versions(
                application_id, campaign_id, page_size=size, token=start
            ),
            page_size,
            max_items,
            token,
        )

    def update_campaign(
        self,
        application_id: str,
        campaign_id: str,
        write_campaign_request: models.WriteCampaignRequest,
    ) -> models.CampaignResponse:
        """Change a campaign, which makes a new version of it.

        AWS operation: ``UpdateCampaign``.

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
        return self._call(
            "UpdateCampaign",
            models.CampaignResponse,
            ApplicationId=application_id,
            CampaignId=campaign_id,
            WriteCampaignRequest=write_campaign_request,
        )

    def delete_campaign(self, application_id: str, campaign_id: str) -> models.CampaignResponse:
        """Delete a campaign.

        AWS operation: ``DeleteCampaign``.

        Args:
            application_id: The project's id, 32 hex digits.
            campaign_id: The campaign's id, 32 hex digits.

        Returns:
            The campaign as it was, its state ``DELETED``.

        Raises:
            NotFoundException: There is no such project or campaign.
        """
        return self._call(
            "DeleteCampaign",
            models.CampaignResponse,
            ApplicationId=application_id,
            CampaignId=campaign_id,
        )
