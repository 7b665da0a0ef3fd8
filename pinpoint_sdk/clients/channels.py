"""Channels: the credentials and settings with which a project sends."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.clients.base import Client

__all__ = ["ChannelsClient"]


class ChannelsClient(Client):
    """Channels: the credentials and settings with which a project sends."""

    def update_adm_channel(
        self, application_id: str, adm_channel_request: models.ADMChannelRequest
    ) -> models.ADMChannelResponse:
        """Switch Amazon Device Messaging on or off, and set its credentials.

        AWS operation: ``UpdateAdmChannel``.

        Args:
            application_id: The project's id, 32 hex digits.
            adm_channel_request: The OAuth client of your Amazon app.

        Returns:
            The channel as it is now, without its secrets.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS or the push provider refused the credentials.
            NotFoundException: There is no such project.
        """
        return self._call(
            "UpdateAdmChannel",
            models.ADMChannelResponse,
            ApplicationId=application_id,
            ADMChannelRequest=adm_channel_request,
        )

    def get_adm_channel(self, application_id: str) -> models.ADMChannelResponse:
        """Get the Amazon Device Messaging channel.

        AWS operation: ``GetAdmChannel``.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return self._call("GetAdmChannel", models.ADMChannelResponse, ApplicationId=application_id)

    def delete_adm_channel(self, application_id: str) -> models.ADMChannelResponse:
        """Remove the Amazon Device Messaging channel with its credentials.

        AWS operation: ``DeleteAdmChannel``.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel as it was, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return self._call(
            "DeleteAdmChannel", models.ADMChannelResponse, ApplicationId=application_id
        )

    def update_apns_channel(
        self, application_id: str, apns_channel_request: models.APNSChannelRequest
    ) -> models.APNSChannelResponse:
        """Switch Apple's push service on or off, and set its credentials.

        AWS operation: ``UpdateApnsChannel``.

        Args:
            application_id: The project's id, 32 hex digits.
            apns_channel_request: A ``.p8`` token key with its ids, or a certificate.

        Returns:
            The channel as it is now, without its secrets.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS or the push provider refused the credentials.
            NotFoundException: There is no such project.
        """
        return self._call(
            "UpdateApnsChannel",
            models.APNSChannelResponse,
            ApplicationId=application_id,
            APNSChannelRequest=apns_channel_request,
        )

    def update_apns_sandbox_channel(
        self, application_id: str, apns_sandbox_channel_request: models.APNSSandboxChannelRequest
    ) -> models.APNSSandboxChannelResponse:
        """Switch the sandbox of Apple's push service on or off, and set its credentials.

        AWS operation: ``UpdateApnsSandboxChannel``.

        Args:
            application_id: The project's id, 32 hex digits.
            apns_sandbox_channel_request: A ``.p8`` token key with its ids, or a certificate.

        Returns:
            The channel as it is now, without its secrets.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS or the push provider refused the credentials.
            NotFoundException: There is no such project.
        """
        return self._call(
            "UpdateApnsSandboxChannel",
            models.APNSSandboxChannelResponse,
            ApplicationId=application_id,
            APNSSandboxChannelRequest=apns_sandbox_channel_request,
        )

    def update_baidu_channel(
        self, application_id: str, baidu_channel_request: models.BaiduChannelRequest
    ) -> models.BaiduChannelResponse:
        """Switch Baidu Cloud Push on or off, and set its credentials.

        AWS operation: ``UpdateBaiduChannel``.

        Args:
            application_id: The project's id, 32 hex digits.
            baidu_channel_request: The keys of your Baidu app.

        Returns:
            The channel as it is now, without its secrets.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS or the push provider refused the credentials.
            NotFoundException: There is no such project.
        """
        return self._call(
            "UpdateBaiduChannel",
            models.BaiduChannelResponse,
            ApplicationId=application_id,
            BaiduChannelRequest=baidu_channel_request,
        )

    def get_baidu_channel(self, application_id: str) -> models.BaiduChannelResponse:
        """Get the Baidu Cloud Push channel.

        AWS operation: ``GetBaiduChannel``.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return self._call(
            "GetBaiduChannel", models.BaiduChannelResponse, ApplicationId=application_id
        )

    def delete_baidu_channel(self, application_id: str) -> models.BaiduChannelResponse:
        """Remove the Baidu Cloud Push channel with its credentials.

        AWS operation: ``DeleteBaiduChannel``.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel as it was, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return self._call(
            "DeleteBaiduChannel", models.BaiduChannelResponse, ApplicationId=application_id
        )

    def update_sms_channel(
        self, application_id: str, sms_channel_request: models.SMSChannelRequest
    ) -> models.SMSChannelResponse:
        """Switch SMS on or off, and set who it comes from.

        AWS operation: ``UpdateSmsChannel``.

        Args:
            application_id: The project's id, 32 hex digits.
            sms_channel_request: Sender id, short code, and whether it is on.

        Returns:
            The channel as it is now, without its secrets.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such project.
        """
        return self._call(
            "UpdateSmsChannel",
            models.SMSChannelResponse,
            ApplicationId=application_id,
            SMSChannelRequest=sms_channel_request,
        )
