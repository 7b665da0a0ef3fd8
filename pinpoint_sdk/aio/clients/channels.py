# Written by "make aio" out of pinpoint_sdk/clients/channels.py: change that one.
"""The client for channels."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient

__all__ = ["AsyncChannelsClient"]


class AsyncChannelsClient(AsyncClient):
    """Channels: the credentials and settings with which a project sends."""

    async def get_channels(self, application_id: str) -> models.ChannelsResponse:
        """Get all channels of a project, including those that are off.

        Each has only what all channels share; ``get_sms_channel`` and the like return the rest.

        AWS operation: ``GetChannels``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channels by channel type.

        Raises:
            NotFoundException: There is no such project.
        """
        return await self._call(
            "GetChannels", models.ChannelsResponse, ApplicationId=application_id
        )

    async def get_adm_channel(self, application_id: str) -> models.ADMChannelResponse:
        """Get the Amazon Device Messaging channel.

        AWS operation: ``GetAdmChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "GetAdmChannel", models.ADMChannelResponse, ApplicationId=application_id
        )

    async def update_adm_channel(
        self, application_id: str, adm_channel_request: models.ADMChannelRequest
    ) -> models.ADMChannelResponse:
        """Switch Amazon Device Messaging on or off, and set its credentials.

        AWS operation: ``UpdateAdmChannel``. AWS still runs it.

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
        return await self._call(
            "UpdateAdmChannel",
            models.ADMChannelResponse,
            ApplicationId=application_id,
            ADMChannelRequest=adm_channel_request,
        )

    async def delete_adm_channel(self, application_id: str) -> models.ADMChannelResponse:
        """Remove the Amazon Device Messaging channel with its credentials.

        AWS operation: ``DeleteAdmChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel as it was, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "DeleteAdmChannel", models.ADMChannelResponse, ApplicationId=application_id
        )

    async def get_apns_channel(self, application_id: str) -> models.APNSChannelResponse:
        """Get the channel to Apple's push service.

        AWS operation: ``GetApnsChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "GetApnsChannel", models.APNSChannelResponse, ApplicationId=application_id
        )

    async def update_apns_channel(
        self, application_id: str, apns_channel_request: models.APNSChannelRequest
    ) -> models.APNSChannelResponse:
        """Switch Apple's push service on or off, and set its credentials.

        AWS operation: ``UpdateApnsChannel``. AWS still runs it.

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
        return await self._call(
            "UpdateApnsChannel",
            models.APNSChannelResponse,
            ApplicationId=application_id,
            APNSChannelRequest=apns_channel_request,
        )

    async def delete_apns_channel(self, application_id: str) -> models.APNSChannelResponse:
        """Remove the channel to Apple's push service with its credentials.

        AWS operation: ``DeleteApnsChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel as it was, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "DeleteApnsChannel", models.APNSChannelResponse, ApplicationId=application_id
        )

    async def get_apns_sandbox_channel(
        self, application_id: str
    ) -> models.APNSSandboxChannelResponse:
        """Get the channel to the sandbox of Apple's push service.

        AWS operation: ``GetApnsSandboxChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "GetApnsSandboxChannel", models.APNSSandboxChannelResponse, ApplicationId=application_id
        )

    async def update_apns_sandbox_channel(
        self, application_id: str, apns_sandbox_channel_request: models.APNSSandboxChannelRequest
    ) -> models.APNSSandboxChannelResponse:
        """Switch the sandbox of Apple's push service on or off, and set its credentials.

        AWS operation: ``UpdateApnsSandboxChannel``. AWS still runs it.

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
        return await self._call(
            "UpdateApnsSandboxChannel",
            models.APNSSandboxChannelResponse,
            ApplicationId=application_id,
            APNSSandboxChannelRequest=apns_sandbox_channel_request,
        )

    async def delete_apns_sandbox_channel(
        self, application_id: str
    ) -> models.APNSSandboxChannelResponse:
        """Remove the channel to the sandbox of Apple's push service with its credentials.

        AWS operation: ``DeleteApnsSandboxChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel as it was, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "DeleteApnsSandboxChannel",
            models.APNSSandboxChannelResponse,
            ApplicationId=application_id,
        )

    async def get_apns_voip_channel(self, application_id: str) -> models.APNSVoipChannelResponse:
        """Get the channel for VoIP through Apple's push service.

        AWS operation: ``GetApnsVoipChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "GetApnsVoipChannel", models.APNSVoipChannelResponse, ApplicationId=application_id
        )

    async def update_apns_voip_channel(
        self, application_id: str, apns_voip_channel_request: models.APNSVoipChannelRequest
    ) -> models.APNSVoipChannelResponse:
        """Switch VoIP through Apple's push service on or off, and set its credentials.

        AWS operation: ``UpdateApnsVoipChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.
            apns_voip_channel_request: A ``.p8`` token key with its ids, or a certificate.

        Returns:
            The channel as it is now, without its secrets.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS or the push provider refused the credentials.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "UpdateApnsVoipChannel",
            models.APNSVoipChannelResponse,
            ApplicationId=application_id,
            APNSVoipChannelRequest=apns_voip_channel_request,
        )

    async def delete_apns_voip_channel(self, application_id: str) -> models.APNSVoipChannelResponse:
        """Remove the channel for VoIP through Apple's push service with its credentials.

        AWS operation: ``DeleteApnsVoipChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel as it was, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "DeleteApnsVoipChannel", models.APNSVoipChannelResponse, ApplicationId=application_id
        )

    async def get_apns_voip_sandbox_channel(
        self, application_id: str
    ) -> models.APNSVoipSandboxChannelResponse:
        """Get the channel for VoIP through Apple's push sandbox.

        AWS operation: ``GetApnsVoipSandboxChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "GetApnsVoipSandboxChannel",
            models.APNSVoipSandboxChannelResponse,
            ApplicationId=application_id,
        )

    async def update_apns_voip_sandbox_channel(
        self,
        application_id: str,
        apns_voip_sandbox_channel_request: models.APNSVoipSandboxChannelRequest,
    ) -> models.APNSVoipSandboxChannelResponse:
        """Switch VoIP through Apple's push sandbox on or off, and set its credentials.

        AWS operation: ``UpdateApnsVoipSandboxChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.
            apns_voip_sandbox_channel_request: A ``.p8`` token key with its ids, or a certificate.

        Returns:
            The channel as it is now, without its secrets.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS or the push provider refused the credentials.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "UpdateApnsVoipSandboxChannel",
            models.APNSVoipSandboxChannelResponse,
            ApplicationId=application_id,
            APNSVoipSandboxChannelRequest=apns_voip_sandbox_channel_request,
        )

    async def delete_apns_voip_sandbox_channel(
        self, application_id: str
    ) -> models.APNSVoipSandboxChannelResponse:
        """Remove the channel for VoIP through Apple's push sandbox with its credentials.

        AWS operation: ``DeleteApnsVoipSandboxChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel as it was, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "DeleteApnsVoipSandboxChannel",
            models.APNSVoipSandboxChannelResponse,
            ApplicationId=application_id,
        )

    async def get_baidu_channel(self, application_id: str) -> models.BaiduChannelResponse:
        """Get the Baidu Cloud Push channel.

        AWS operation: ``GetBaiduChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "GetBaiduChannel", models.BaiduChannelResponse, ApplicationId=application_id
        )

    async def update_baidu_channel(
        self, application_id: str, baidu_channel_request: models.BaiduChannelRequest
    ) -> models.BaiduChannelResponse:
        """Switch Baidu Cloud Push on or off, and set its credentials.

        AWS operation: ``UpdateBaiduChannel``. AWS still runs it.

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
        return await self._call(
            "UpdateBaiduChannel",
            models.BaiduChannelResponse,
            ApplicationId=application_id,
            BaiduChannelRequest=baidu_channel_request,
        )

    async def delete_baidu_channel(self, application_id: str) -> models.BaiduChannelResponse:
        """Remove the Baidu Cloud Push channel with its credentials.

        AWS operation: ``DeleteBaiduChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel as it was, without its secrets.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "DeleteBaiduChannel", models.BaiduChannelResponse, ApplicationId=application_id
        )

    async def get_email_channel(self, application_id: str) -> models.EmailChannelResponse:
        """Get the email channel.

        AWS operation: ``GetEmailChannel``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "GetEmailChannel", models.EmailChannelResponse, ApplicationId=application_id
        )

    async def update_email_channel(
        self, application_id: str, email_channel_request: models.EmailChannelRequest
    ) -> models.EmailChannelResponse:
        """Switch email on or off, and set its sender.

        AWS operation: ``UpdateEmailChannel``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            email_channel_request: Sender, SES identity, IAM roles, and whether it is on.

        Returns:
            The channel as it is now.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "UpdateEmailChannel",
            models.EmailChannelResponse,
            ApplicationId=application_id,
            EmailChannelRequest=email_channel_request,
        )

    async def delete_email_channel(self, application_id: str) -> models.EmailChannelResponse:
        """Remove the email channel with its settings.

        AWS operation: ``DeleteEmailChannel``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel as it was.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "DeleteEmailChannel", models.EmailChannelResponse, ApplicationId=application_id
        )

    async def get_gcm_channel(self, application_id: str) -> models.GCMChannelResponse:
        """Get the Firebase Cloud Messaging channel.

        AWS operation: ``GetGcmChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel, with no secret but ``credential``.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "GetGcmChannel", models.GCMChannelResponse, ApplicationId=application_id
        )

    async def update_gcm_channel(
        self, application_id: str, gcm_channel_request: models.GCMChannelRequest
    ) -> models.GCMChannelResponse:
        """Switch Firebase Cloud Messaging on or off, and set its credentials.

        AWS operation: ``UpdateGcmChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.
            gcm_channel_request: The API key or the service JSON that Google gave you.

        Returns:
            The channel as it is now, with no secret but ``credential``.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS or the push provider refused the credentials.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "UpdateGcmChannel",
            models.GCMChannelResponse,
            ApplicationId=application_id,
            GCMChannelRequest=gcm_channel_request,
        )

    async def delete_gcm_channel(self, application_id: str) -> models.GCMChannelResponse:
        """Remove the Firebase Cloud Messaging channel with its credentials.

        AWS operation: ``DeleteGcmChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel as it was, with no secret but ``credential``.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "DeleteGcmChannel", models.GCMChannelResponse, ApplicationId=application_id
        )

    async def get_sms_channel(self, application_id: str) -> models.SMSChannelResponse:
        """Get the SMS channel.

        AWS operation: ``GetSmsChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "GetSmsChannel", models.SMSChannelResponse, ApplicationId=application_id
        )

    async def update_sms_channel(
        self, application_id: str, sms_channel_request: models.SMSChannelRequest
    ) -> models.SMSChannelResponse:
        """Switch SMS on or off, and set its sender.

        AWS operation: ``UpdateSmsChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.
            sms_channel_request: Sender id, short code, and whether it is on.

        Returns:
            The channel as it is now.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "UpdateSmsChannel",
            models.SMSChannelResponse,
            ApplicationId=application_id,
            SMSChannelRequest=sms_channel_request,
        )

    async def delete_sms_channel(self, application_id: str) -> models.SMSChannelResponse:
        """Remove the SMS channel with its settings.

        AWS operation: ``DeleteSmsChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel as it was.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "DeleteSmsChannel", models.SMSChannelResponse, ApplicationId=application_id
        )

    async def get_voice_channel(self, application_id: str) -> models.VoiceChannelResponse:
        """Get the voice channel.

        AWS operation: ``GetVoiceChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "GetVoiceChannel", models.VoiceChannelResponse, ApplicationId=application_id
        )

    async def update_voice_channel(
        self, application_id: str, voice_channel_request: models.VoiceChannelRequest
    ) -> models.VoiceChannelResponse:
        """Switch voice messages on or off.

        AWS operation: ``UpdateVoiceChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.
            voice_channel_request: Whether it is on.

        Returns:
            The channel as it is now.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "UpdateVoiceChannel",
            models.VoiceChannelResponse,
            ApplicationId=application_id,
            VoiceChannelRequest=voice_channel_request,
        )

    async def delete_voice_channel(self, application_id: str) -> models.VoiceChannelResponse:
        """Remove the voice channel with its settings.

        AWS operation: ``DeleteVoiceChannel``. AWS still runs it.

        Args:
            application_id: The project's id, 32 hex digits.

        Returns:
            The channel as it was.

        Raises:
            NotFoundException: There is no such project, or it never had the channel.
        """
        return await self._call(
            "DeleteVoiceChannel", models.VoiceChannelResponse, ApplicationId=application_id
        )
