# Written by "make aio" out of pinpoint_sdk/clients/templates.py: change that one.
"""The client for templates."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient
from pinpoint_sdk.aio.pagination import AsyncPaginator

__all__ = ["AsyncTemplatesClient"]


class AsyncTemplatesClient(AsyncClient):
    """Templates: message content stored under a name, in versions."""

    async def create_email_template(
        self, template_name: str, email_template_request: models.EmailTemplateRequest
    ) -> models.CreateTemplateMessageBody:
        """Create an email template, which starts at version 1.

        A region holds up to 20,000 templates of up to 5,000 versions each.

        AWS operation: ``CreateEmailTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: A name of your choice: up to 128 letters, digits, ``_`` and ``-``, the
                first a letter or digit; case counts.
            email_template_request: Its subject, bodies and headers.

        Returns:
            AWS's acknowledgement, with the template's ARN.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or a quota is exceeded.
        """
        return await self._call(
            "CreateEmailTemplate",
            models.CreateTemplateMessageBody,
            TemplateName=template_name,
            EmailTemplateRequest=email_template_request,
        )

    async def create_sms_template(
        self, template_name: str, sms_template_request: models.SMSTemplateRequest
    ) -> models.CreateTemplateMessageBody:
        """Create an SMS template, which starts at version 1.

        A region holds up to 20,000 templates of up to 5,000 versions each.

        AWS operation: ``CreateSmsTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: A name of your choice: up to 128 letters, digits, ``_`` and ``-``, the
                first a letter or digit; case counts.
            sms_template_request: Its text.

        Returns:
            AWS's acknowledgement, with the template's ARN.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or a quota is exceeded.
        """
        return await self._call(
            "CreateSmsTemplate",
            models.CreateTemplateMessageBody,
            TemplateName=template_name,
            SMSTemplateRequest=sms_template_request,
        )

    async def create_voice_template(
        self, template_name: str, voice_template_request: models.VoiceTemplateRequest
    ) -> models.CreateTemplateMessageBody:
        """Create a voice template, which starts at version 1.

        A region holds up to 20,000 templates of up to 5,000 versions each.

        AWS operation: ``CreateVoiceTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: A name of your choice: up to 128 letters, digits, ``_`` and ``-``, the
                first a letter or digit; case counts.
            voice_template_request: Its script, its language and its voice.

        Returns:
            AWS's acknowledgement, with the template's ARN.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or a quota is exceeded.
        """
        return await self._call(
            "CreateVoiceTemplate",
            models.CreateTemplateMessageBody,
            TemplateName=template_name,
            VoiceTemplateRequest=voice_template_request,
        )

    async def create_push_template(
        self,
        template_name: str,
        push_notification_template_request: models.PushNotificationTemplateRequest,
    ) -> models.CreateTemplateMessageBody:
        """Create a template for push notifications, which starts at version 1.

        A region holds up to 20,000 templates of up to 5,000 versions each.

        AWS operation: ``CreatePushTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: A name of your choice: up to 128 letters, digits, ``_`` and ``-``, the
                first a letter or digit; case counts.
            push_notification_template_request: Its notifications, for all push channels or for
                single ones.

        Returns:
            AWS's acknowledgement, with the template's ARN.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or a quota is exceeded.
        """
        return await self._call(
            "CreatePushTemplate",
            models.CreateTemplateMessageBody,
            TemplateName=template_name,
            PushNotificationTemplateRequest=push_notification_template_request,
        )

    async def create_in_app_template(
        self, template_name: str, in_app_template_request: models.InAppTemplateRequest
    ) -> models.TemplateCreateMessageBody:
        """Create an in-app template, which starts at version 1.

        A region holds up to 20,000 templates of up to 5,000 versions each.

        AWS operation: ``CreateInAppTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: A name of your choice: up to 128 letters, digits, ``_`` and ``-``, the
                first a letter or digit; case counts.
            in_app_template_request: Its panels and layout.

        Returns:
            AWS's acknowledgement, with the template's ARN.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or a quota is exceeded.
        """
        return await self._call(
            "CreateInAppTemplate",
            models.TemplateCreateMessageBody,
            TemplateName=template_name,
            InAppTemplateRequest=in_app_template_request,
        )

    async def get_email_template(
        self, template_name: str, *, version: str | None = None
    ) -> models.EmailTemplateResponse:
        """Get an email template, in its active version or another.

        AWS operation: ``GetEmailTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            version: The version, a numeric string such as ``1``; by default the active one.

        Returns:
            The template at that version.

        Raises:
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "GetEmailTemplate",
            models.EmailTemplateResponse,
            TemplateName=template_name,
            Version=version,
        )

    async def get_sms_template(
        self, template_name: str, *, version: str | None = None
    ) -> models.SMSTemplateResponse:
        """Get an SMS template, in its active version or another.

        AWS operation: ``GetSmsTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            version: The version, a numeric string such as ``1``; by default the active one.

        Returns:
            The template at that version.

        Raises:
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "GetSmsTemplate",
            models.SMSTemplateResponse,
            TemplateName=template_name,
            Version=version,
        )

    async def get_voice_template(
        self, template_name: str, *, version: str | None = None
    ) -> models.VoiceTemplateResponse:
        """Get a voice template, in its active version or another.

        AWS operation: ``GetVoiceTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            version: The version, a numeric string such as ``1``; by default the active one.

        Returns:
            The template at that version.

        Raises:
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "GetVoiceTemplate",
            models.VoiceTemplateResponse,
            TemplateName=template_name,
            Version=version,
        )

    async def get_push_template(
        self, template_name: str, *, version: str | None = None
    ) -> models.PushNotificationTemplateResponse:
        """Get a template for push notifications, in its active version or another.

        AWS operation: ``GetPushTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            version: The version, a numeric string such as ``1``; by default the active one.

        Returns:
            The template at that version.

        Raises:
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "GetPushTemplate",
            models.PushNotificationTemplateResponse,
            TemplateName=template_name,
            Version=version,
        )

    async def get_in_app_template(
        self, template_name: str, *, version: str | None = None
    ) -> models.InAppTemplateResponse:
        """Get an in-app template, in its active version or another.

        AWS operation: ``GetInAppTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            version: The version, a numeric string such as ``1``; by default the active one.

        Returns:
            The template at that version.

        Raises:
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "GetInAppTemplate",
            models.InAppTemplateResponse,
            TemplateName=template_name,
            Version=version,
        )

    async def list_templates(
        self,
        *,
        next_token: str | None = None,
        page_size: int | None = None,
        prefix: str | None = None,
        template_type: str | None = None,
    ) -> models.TemplatesResponse:
        """Get one page of the region's templates; ``iter_templates`` reads all pages.

        AWS operation: ``ListTemplates``. AWS ended it on 2026-10-30.

        Args:
            next_token: The page to get: ``next_token`` of the page before.
            page_size: Templates per page, from 1; by default AWS's choice.
            prefix: Only templates whose name starts with it.
            template_type: Only templates of this kind: ``EMAIL``, ``SMS``, ``VOICE`` or ``PUSH``;
                AWS's list has no ``INAPP`` here.

        Returns:
            The page.
        """
        return await self._call(
            "ListTemplates",
            models.TemplatesResponse,
            NextToken=next_token,
            PageSize=page_size,
            Prefix=prefix,
            TemplateType=template_type,
        )

    def iter_templates(
        self,
        *,
        prefix: str | None = None,
        template_type: str | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.TemplateResponse]:
        """Iterate over the region's templates, page by page as they are read.

        AWS operation: ``ListTemplates``. AWS ended it on 2026-10-30.

        Args:
            prefix: Only templates whose name starts with it.
            template_type: Only templates of this kind: ``EMAIL``, ``SMS``, ``VOICE`` or ``PUSH``;
                AWS's list has no ``INAPP`` here.
            page_size: Templates per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the templates.
        """
        return AsyncPaginator(
            lambda size, start: self.list_templates(
                prefix=prefix, template_type=template_type, page_size=size, next_token=start
            ),
            page_size,
            max_items,
            token,
        )

    async def list_template_versions(
        self,
        template_name: str,
        template_type: str,
        *,
        next_token: str | None = None,
        page_size: int | None = None,
    ) -> models.TemplateVersionsResponse:
        """Get one page of a template's versions; ``iter_template_versions`` reads all pages.

        AWS operation: ``ListTemplateVersions``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            template_type: ``EMAIL``, ``SMS``, ``VOICE`` or ``PUSH``; AWS's list has no ``INAPP``
                here.
            next_token: The page to get: ``next_token`` of the page before.
            page_size: Versions per page, from 1; by default AWS's choice.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such template.
        """
        return await self._call(
            "ListTemplateVersions",
            models.TemplateVersionsResponse,
            TemplateName=template_name,
            TemplateType=template_type,
            NextToken=next_token,
            PageSize=page_size,
        )

    def iter_template_versions(
        self,
        template_name: str,
        template_type: str,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.TemplateVersionResponse]:
        """Iterate over all versions of a template, page by page as they are read.

        AWS operation: ``ListTemplateVersions``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            template_type: ``EMAIL``, ``SMS``, ``VOICE`` or ``PUSH``; AWS's list has no ``INAPP``
                here.
            page_size: Versions per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the template's versions.
        """
        return AsyncPaginator(
            lambda size, start: self.list_template_versions(
                template_name, template_type, page_size=size, next_token=start
            ),
            page_size,
            max_items,
            token,
        )

    async def update_email_template(
        self,
        template_name: str,
        email_template_request: models.EmailTemplateRequest,
        *,
        create_new_version: bool | None = None,
        version: str | None = None,
    ) -> models.MessageBody:
        """Change an email template, in its latest version or as a new one.

        AWS accepts the change with HTTP 202; it may not be visible at once. Messages without a
        version use the active one, which need not be the latest: see
        ``update_template_active_version``.

        AWS operation: ``UpdateEmailTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            email_template_request: Its subject, bodies and headers, in full: AWS does not say that
                what is ``None`` stays.
            create_new_version: ``True`` saves a new version, and then ``version`` must be ``None``;
                by default the latest version is overwritten.
            version: The latest version, a numeric string such as ``1``: AWS refuses any other, so
                that no change made meanwhile is overwritten unseen. By default it is not checked.

        Returns:
            AWS's acknowledgement.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or ``version`` beside ``create_new_version``.
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "UpdateEmailTemplate",
            models.MessageBody,
            TemplateName=template_name,
            EmailTemplateRequest=email_template_request,
            CreateNewVersion=create_new_version,
            Version=version,
        )

    async def update_sms_template(
        self,
        template_name: str,
        sms_template_request: models.SMSTemplateRequest,
        *,
        create_new_version: bool | None = None,
        version: str | None = None,
    ) -> models.MessageBody:
        """Change an SMS template, in its latest version or as a new one.

        AWS accepts the change with HTTP 202; it may not be visible at once. Messages without a
        version use the active one, which need not be the latest: see
        ``update_template_active_version``.

        AWS operation: ``UpdateSmsTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            sms_template_request: Its text, in full: AWS does not say that what is ``None`` stays.
            create_new_version: ``True`` saves a new version, and then ``version`` must be ``None``;
                by default the latest version is overwritten.
            version: The latest version, a numeric string such as ``1``: AWS refuses any other, so
                that no change made meanwhile is overwritten unseen. By default it is not checked.

        Returns:
            AWS's acknowledgement.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or ``version`` beside ``create_new_version``.
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "UpdateSmsTemplate",
            models.MessageBody,
            TemplateName=template_name,
            SMSTemplateRequest=sms_template_request,
            CreateNewVersion=create_new_version,
            Version=version,
        )

    async def update_voice_template(
        self,
        template_name: str,
        voice_template_request: models.VoiceTemplateRequest,
        *,
        create_new_version: bool | None = None,
        version: str | None = None,
    ) -> models.MessageBody:
        """Change a voice template, in its latest version or as a new one.

        AWS accepts the change with HTTP 202; it may not be visible at once. Messages without a
        version use the active one, which need not be the latest: see
        ``update_template_active_version``.

        AWS operation: ``UpdateVoiceTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            voice_template_request: Its script, its language and its voice, in full: AWS does not
                say that what is ``None`` stays.
            create_new_version: ``True`` saves a new version, and then ``version`` must be ``None``;
                by default the latest version is overwritten.
            version: The latest version, a numeric string such as ``1``: AWS refuses any other, so
                that no change made meanwhile is overwritten unseen. By default it is not checked.

        Returns:
            AWS's acknowledgement.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or ``version`` beside ``create_new_version``.
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "UpdateVoiceTemplate",
            models.MessageBody,
            TemplateName=template_name,
            VoiceTemplateRequest=voice_template_request,
            CreateNewVersion=create_new_version,
            Version=version,
        )

    async def update_push_template(
        self,
        template_name: str,
        push_notification_template_request: models.PushNotificationTemplateRequest,
        *,
        create_new_version: bool | None = None,
        version: str | None = None,
    ) -> models.MessageBody:
        """Change a template for push notifications, in its latest version or as a new one.

        AWS accepts the change with HTTP 202; it may not be visible at once. Messages without a
        version use the active one, which need not be the latest: see
        ``update_template_active_version``.

        AWS operation: ``UpdatePushTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            push_notification_template_request: Its notifications, for all push channels or for
                single ones, in full: AWS does not say that what is ``None`` stays.
            create_new_version: ``True`` saves a new version, and then ``version`` must be ``None``;
                by default the latest version is overwritten.
            version: The latest version, a numeric string such as ``1``: AWS refuses any other, so
                that no change made meanwhile is overwritten unseen. By default it is not checked.

        Returns:
            AWS's acknowledgement.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or ``version`` beside ``create_new_version``.
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "UpdatePushTemplate",
            models.MessageBody,
            TemplateName=template_name,
            PushNotificationTemplateRequest=push_notification_template_request,
            CreateNewVersion=create_new_version,
            Version=version,
        )

    async def update_in_app_template(
        self,
        template_name: str,
        in_app_template_request: models.InAppTemplateRequest,
        *,
        create_new_version: bool | None = None,
        version: str | None = None,
    ) -> models.MessageBody:
        """Change an in-app template, in its latest version or as a new one.

        AWS accepts the change with HTTP 202; it may not be visible at once. Messages without a
        version use the active one, which need not be the latest: see
        ``update_template_active_version``.

        AWS operation: ``UpdateInAppTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            in_app_template_request: Its panels and layout, in full: AWS does not say that what is
                ``None`` stays.
            create_new_version: ``True`` saves a new version, and then ``version`` must be ``None``;
                by default the latest version is overwritten.
            version: The latest version, a numeric string such as ``1``: AWS refuses any other, so
                that no change made meanwhile is overwritten unseen. By default it is not checked.

        Returns:
            AWS's acknowledgement.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or ``version`` beside ``create_new_version``.
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "UpdateInAppTemplate",
            models.MessageBody,
            TemplateName=template_name,
            InAppTemplateRequest=in_app_template_request,
            CreateNewVersion=create_new_version,
            Version=version,
        )

    async def update_template_active_version(
        self,
        template_name: str,
        template_type: str,
        template_active_version_request: models.TemplateActiveVersionRequest,
    ) -> models.MessageBody:
        """Choose the version of a template that messages use if they do not name one.

        AWS operation: ``UpdateTemplateActiveVersion``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            template_type: ``EMAIL``, ``SMS``, ``VOICE`` or ``PUSH``; AWS's list has no ``INAPP``
                here.
            template_active_version_request: The version, or ``latest``.

        Returns:
            AWS's acknowledgement.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "UpdateTemplateActiveVersion",
            models.MessageBody,
            TemplateName=template_name,
            TemplateType=template_type,
            TemplateActiveVersionRequest=template_active_version_request,
        )

    async def delete_email_template(
        self, template_name: str, *, version: str | None = None
    ) -> models.MessageBody:
        """Delete an email template with all its versions, or one version of it.

        AWS accepts the change with HTTP 202; it may not be visible at once.

        AWS operation: ``DeleteEmailTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            version: The version to delete, a numeric string such as ``1``; by default all of them.

        Returns:
            AWS's acknowledgement.

        Raises:
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "DeleteEmailTemplate", models.MessageBody, TemplateName=template_name, Version=version
        )

    async def delete_sms_template(
        self, template_name: str, *, version: str | None = None
    ) -> models.MessageBody:
        """Delete an SMS template with all its versions, or one version of it.

        AWS accepts the change with HTTP 202; it may not be visible at once.

        AWS operation: ``DeleteSmsTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            version: The version to delete, a numeric string such as ``1``; by default all of them.

        Returns:
            AWS's acknowledgement.

        Raises:
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "DeleteSmsTemplate", models.MessageBody, TemplateName=template_name, Version=version
        )

    async def delete_voice_template(
        self, template_name: str, *, version: str | None = None
    ) -> models.MessageBody:
        """Delete a voice template with all its versions, or one version of it.

        AWS accepts the change with HTTP 202; it may not be visible at once.

        AWS operation: ``DeleteVoiceTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            version: The version to delete, a numeric string such as ``1``; by default all of them.

        Returns:
            AWS's acknowledgement.

        Raises:
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "DeleteVoiceTemplate", models.MessageBody, TemplateName=template_name, Version=version
        )

    async def delete_push_template(
        self, template_name: str, *, version: str | None = None
    ) -> models.MessageBody:
        """Delete a template for push notifications with all its versions, or one version of it.

        AWS accepts the change with HTTP 202; it may not be visible at once.

        AWS operation: ``DeletePushTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            version: The version to delete, a numeric string such as ``1``; by default all of them.

        Returns:
            AWS's acknowledgement.

        Raises:
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "DeletePushTemplate", models.MessageBody, TemplateName=template_name, Version=version
        )

    async def delete_in_app_template(
        self, template_name: str, *, version: str | None = None
    ) -> models.MessageBody:
        """Delete an in-app template with all its versions, or one version of it.

        AWS accepts the change with HTTP 202; it may not be visible at once.

        AWS operation: ``DeleteInAppTemplate``. AWS ended it on 2026-10-30.

        Args:
            template_name: The template's name.
            version: The version to delete, a numeric string such as ``1``; by default all of them.

        Returns:
            AWS's acknowledgement.

        Raises:
            NotFoundException: There is no such template or version.
        """
        return await self._call(
            "DeleteInAppTemplate", models.MessageBody, TemplateName=template_name, Version=version
        )
