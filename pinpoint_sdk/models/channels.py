"""Channels: the platforms a project sends through, and the credentials they need."""

from __future__ import annotations

from typing import Annotated

from attrs import define, field

from pinpoint_sdk.models.base import Model, Response, Wire, secret


@define(kw_only=True, repr=False)
class ADMChannelRequest(Model):
    """Credentials and on/off switch of the Amazon Device Messaging (ADM) channel; body of
    ``update_adm_channel``, which sets the channel up or changes it.

    AWS shape: ``ADMChannelRequest``.
    """

    client_id: Annotated[str, Wire("ClientId")]
    """Client ID issued by Amazon for sending through ADM."""
    client_secret: Annotated[str, Wire("ClientSecret")] = field(repr=secret)
    """Client secret that belongs to ``client_id``. Secret: hidden in reprs."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """``True`` turns the channel on, ``False`` turns it off."""


@define(kw_only=True, repr=False)
class ADMChannelResponse(Response):
    """State of a project's ADM channel; returned by ``get_adm_channel``, ``update_adm_channel`` and
    ``delete_adm_channel``. The credentials themselves never come back.

    AWS shape: ``ADMChannelResponse``.
    """

    platform: Annotated[str, Wire("Platform")]
    """Always ``ADM``."""
    application_id: Annotated[str | None, Wire("ApplicationId")] = None
    """Id of the project that owns the channel, 32 lower-case hex digits."""
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the channel was enabled, ISO 8601."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """Whether the channel is on."""
    has_credential: Annotated[bool | None, Wire("HasCredential")] = None
    """Unused; AWS keeps it for older callers."""
    id: Annotated[str | None, Wire("Id")] = None
    """Deprecated, kept for older callers: the channel's name in lower case."""
    is_archived: Annotated[bool | None, Wire("IsArchived")] = None
    """Whether the channel is archived."""
    last_modified_by: Annotated[str | None, Wire("LastModifiedBy")] = None
    """Who changed the channel last."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the channel last changed, ISO 8601."""
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the channel: 1 at first, one more with every update."""


@define(kw_only=True, repr=False)
class APNSChannelRequest(Model):
    """Credentials and on/off switch of the Apple Push Notification service (APNs) channel; body of
    ``update_apns_channel``, which sets the channel up or changes it. Certificate authentication
    uses ``certificate`` and ``private_key``; key authentication uses ``bundle_id``, ``team_id``,
    ``token_key`` and ``token_key_id``.

    AWS shape: ``APNSChannelRequest``.
    """

    bundle_id: Annotated[str | None, Wire("BundleId")] = None
    """Bundle identifier of the iOS app, for key authentication."""
    certificate: Annotated[str | None, Wire("Certificate")] = field(default=None, repr=secret)
    """Client certificate issued by Apple, for certificate authentication; goes with
    ``private_key``. Secret: hidden in reprs.
    """
    default_authentication_method: Annotated[str | None, Wire("DefaultAuthenticationMethod")] = None
    """How Pinpoint authenticates with APNs by default: by key or by certificate. Code
    in use sends ``TOKEN`` or ``CERTIFICATE``."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """``True`` turns the channel on, ``False`` turns it off."""
    private_key: Annotated[str | None, Wire("PrivateKey")] = field(default=None, repr=secret)
    """Private key of ``certificate``. Secret: hidden in reprs."""
    team_id: Annotated[str | None, Wire("TeamId")] = None
    """Identifier of the Apple developer team, for key authentication."""
    token_key: Annotated[str | None, Wire("TokenKey")] = field(default=None, repr=secret)
    """Signing key from Apple (``.p8`` file), for key authentication. Secret: hidden in reprs."""
    token_key_id: Annotated[str | None, Wire("TokenKeyId")] = None
    """Identifier Apple gave the signing key in ``token_key``."""


@define(kw_only=True, repr=False)
class APNSChannelResponse(Response):
    """State of a project's APNs channel; returned by ``get_apns_channel``, ``update_apns_channel``
    and ``delete_apns_channel``. The credentials themselves never come back.

    AWS shape: ``APNSChannelResponse``.
    """

    platform: Annotated[str, Wire("Platform")]
    """Always ``APNS``."""
    application_id: Annotated[str | None, Wire("ApplicationId")] = None
    """Id of the project that owns the channel, 32 lower-case hex digits."""
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the channel was enabled, ISO 8601."""
    default_authentication_method: Annotated[str | None, Wire("DefaultAuthenticationMethod")] = None
    """How Pinpoint authenticates with APNs by default: by key or by certificate. Code
    in use sends ``TOKEN`` or ``CERTIFICATE``."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """Whether the channel is on."""
    has_credential: Annotated[bool | None, Wire("HasCredential")] = None
    """Unused; AWS keeps it for older callers."""
    has_token_key: Annotated[bool | None, Wire("HasTokenKey")] = None
    """Whether key authentication is set up, that is, whether a ``token_key`` is stored."""
    id: Annotated[str | None, Wire("Id")] = None
    """Deprecated, kept for older callers: the channel's name in lower case."""
    is_archived: Annotated[bool | None, Wire("IsArchived")] = None
    """Whether the channel is archived."""
    last_modified_by: Annotated[str | None, Wire("LastModifiedBy")] = None
    """Who changed the channel last."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the channel last changed, ISO 8601."""
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the channel: 1 at first, one more with every update."""


@define(kw_only=True, repr=False)
class APNSSandboxChannelRequest(Model):
    """Credentials and on/off switch of the channel to the sandbox of the Apple Push Notification
    service (APNs), for development builds; body of ``update_apns_sandbox_channel``, which sets the
    channel up or changes it. Certificate authentication uses ``certificate`` and ``private_key``;
    key authentication uses ``bundle_id``, ``team_id``, ``token_key`` and ``token_key_id``.

    AWS shape: ``APNSSandboxChannelRequest``.
    """

    bundle_id: Annotated[str | None, Wire("BundleId")] = None
    """Bundle identifier of the iOS app, for key authentication."""
    certificate: Annotated[str | None, Wire("Certificate")] = field(default=None, repr=secret)
    """Client certificate issued by Apple, for certificate authentication; goes with
    ``private_key``. Secret: hidden in reprs.
    """
    default_authentication_method: Annotated[str | None, Wire("DefaultAuthenticationMethod")] = None
    """How Pinpoint authenticates with the APNs sandbox by default: by key or by certificate. Code
    in use sends ``TOKEN`` or ``CERTIFICATE``."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """``True`` turns the channel on, ``False`` turns it off."""
    private_key: Annotated[str | None, Wire("PrivateKey")] = field(default=None, repr=secret)
    """Private key of ``certificate``. Secret: hidden in reprs."""
    team_id: Annotated[str | None, Wire("TeamId")] = None
    """Identifier of the Apple developer team, for key authentication."""
    token_key: Annotated[str | None, Wire("TokenKey")] = field(default=None, repr=secret)
    """Signing key from Apple (``.p8`` file), for key authentication. Secret: hidden in reprs."""
    token_key_id: Annotated[str | None, Wire("TokenKeyId")] = None
    """Identifier Apple gave the signing key in ``token_key``."""


@define(kw_only=True, repr=False)
class APNSSandboxChannelResponse(Response):
    """State of a project's APNs sandbox channel; returned by ``get_apns_sandbox_channel``,
    ``update_apns_sandbox_channel`` and ``delete_apns_sandbox_channel``. The credentials themselves
    never come back.

    AWS shape: ``APNSSandboxChannelResponse``.
    """

    platform: Annotated[str, Wire("Platform")]
    """Always ``APNS_SANDBOX``."""
    application_id: Annotated[str | None, Wire("ApplicationId")] = None
    """Id of the project that owns the channel, 32 lower-case hex digits."""
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the channel was enabled, ISO 8601."""
    default_authentication_method: Annotated[str | None, Wire("DefaultAuthenticationMethod")] = None
    """How Pinpoint authenticates with the APNs sandbox by default: by key or by certificate. Code
    in use sends ``TOKEN`` or ``CERTIFICATE``."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """Whether the channel is on."""
    has_credential: Annotated[bool | None, Wire("HasCredential")] = None
    """Unused; AWS keeps it for older callers."""
    has_token_key: Annotated[bool | None, Wire("HasTokenKey")] = None
    """Whether key authentication is set up, that is, whether a ``token_key`` is stored."""
    id: Annotated[str | None, Wire("Id")] = None
    """Deprecated, kept for older callers: the channel's name in lower case."""
    is_archived: Annotated[bool | None, Wire("IsArchived")] = None
    """Whether the channel is archived."""
    last_modified_by: Annotated[str | None, Wire("LastModifiedBy")] = None
    """Who changed the channel last."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the channel last changed, ISO 8601."""
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the channel: 1 at first, one more with every update."""


@define(kw_only=True, repr=False)
class BaiduChannelRequest(Model):
    """Credentials and on/off switch of the Baidu Cloud Push channel; body of
    ``update_baidu_channel``, which sets the channel up or changes it.

    AWS shape: ``BaiduChannelRequest``.
    """

    api_key: Annotated[str, Wire("ApiKey")] = field(repr=secret)
    """API key issued by Baidu Cloud Push. Secret: hidden in reprs."""
    secret_key: Annotated[str, Wire("SecretKey")] = field(repr=secret)
    """Secret key issued by Baidu Cloud Push along with ``api_key``. Secret: hidden in reprs."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """``True`` turns the channel on, ``False`` turns it off."""


@define(kw_only=True, repr=False)
class BaiduChannelResponse(Response):
    """State of a project's Baidu Cloud Push channel; returned by ``get_baidu_channel``,
    ``update_baidu_channel`` and ``delete_baidu_channel``. The API key comes back in ``credential``,
    the secret key never does.

    AWS shape: ``BaiduChannelResponse``.
    """

    credential: Annotated[str, Wire("Credential")] = field(repr=secret)
    """The ``api_key`` the channel was set up with. Secret: hidden in reprs."""
    platform: Annotated[str, Wire("Platform")]
    """Always ``BAIDU``."""
    application_id: Annotated[str | None, Wire("ApplicationId")] = None
    """Id of the project that owns the channel, 32 lower-case hex digits."""
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the channel was enabled, ISO 8601."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """Whether the channel is on."""
    has_credential: Annotated[bool | None, Wire("HasCredential")] = None
    """Unused; AWS keeps it for older callers."""
    id: Annotated[str | None, Wire("Id")] = None
    """Deprecated, kept for older callers: the channel's name in lower case."""
    is_archived: Annotated[bool | None, Wire("IsArchived")] = None
    """Whether the channel is archived."""
    last_modified_by: Annotated[str | None, Wire("LastModifiedBy")] = None
    """Who changed the channel last."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the channel last changed, ISO 8601."""
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the channel: 1 at first, one more with every update."""


@define(kw_only=True, repr=False)
class SMSChannelRequest(Model):
    """Sender and on/off switch of the SMS channel; body of ``update_sms_channel``, which sets the
    channel up or changes it.

    AWS shape: ``SMSChannelRequest``.
    """

    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """``True`` turns the channel on, ``False`` turns it off."""
    sender_id: Annotated[str | None, Wire("SenderId")] = None
    """Sender name that recipients' devices show; not every country or region supports one."""
    short_code: Annotated[str | None, Wire("ShortCode")] = None
    """Short code, registered with the phone provider, that messages go out from."""


@define(kw_only=True, repr=False)
class SMSChannelResponse(Response):
    """State of a project's SMS channel; returned by ``get_sms_channel``, ``update_sms_channel`` and
    ``delete_sms_channel``. Its sending rates depend on the kind of message: promotional or
    transactional.

    AWS shape: ``SMSChannelResponse``.
    """

    platform: Annotated[str, Wire("Platform")]
    """Always ``SMS``."""
    application_id: Annotated[str | None, Wire("ApplicationId")] = None
    """Id of the project that owns the channel, 32 lower-case hex digits."""
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the channel was enabled, ISO 8601."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """Whether the channel is on."""
    has_credential: Annotated[bool | None, Wire("HasCredential")] = None
    """Unused; AWS keeps it for older callers."""
    id: Annotated[str | None, Wire("Id")] = None
    """Deprecated, kept for older callers: the channel's name in lower case."""
    is_archived: Annotated[bool | None, Wire("IsArchived")] = None
    """Whether the channel is archived."""
    last_modified_by: Annotated[str | None, Wire("LastModifiedBy")] = None
    """Who changed the channel last."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the channel last changed, ISO 8601."""
    promotional_messages_per_second: Annotated[int | None, Wire("PromotionalMessagesPerSecond")] = (
        None
    )
    """Most promotional messages the channel sends in a second."""
    sender_id: Annotated[str | None, Wire("SenderId")] = None
    """Sender name that recipients' devices show; not every country or region supports one."""
    short_code: Annotated[str | None, Wire("ShortCode")] = None
    """Short code, registered with the phone provider, that messages go out from."""
    transactional_messages_per_second: Annotated[
        int | None, Wire("TransactionalMessagesPerSecond")
    ] = None
    """Most transactional messages the channel sends in a second."""
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the channel: 1 at first, one more with every update."""


@define(kw_only=True, repr=False)
class APNSVoipChannelRequest(Model):
    """Credentials and on/off switch of the channel for VoIP notifications through the Apple Push
    Notification service (APNs); body of ``update_apns_voip_channel``, which sets the channel up or
    changes it. Certificate authentication uses ``certificate`` and ``private_key``; key
    authentication uses ``bundle_id``, ``team_id``, ``token_key`` and ``token_key_id``.

    AWS shape: ``APNSVoipChannelRequest``.
    """

    bundle_id: Annotated[str | None, Wire("BundleId")] = None
    """Bundle identifier of the iOS app, for key authentication."""
    certificate: Annotated[str | None, Wire("Certificate")] = field(default=None, repr=secret)
    """Client certificate issued by Apple, for certificate authentication; goes with
    ``private_key``. Secret: hidden in reprs.
    """
    default_authentication_method: Annotated[str | None, Wire("DefaultAuthenticationMethod")] = None
    """How Pinpoint authenticates with APNs by default: by key or by certificate. Code
    in use sends ``TOKEN`` or ``CERTIFICATE``."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """``True`` turns the channel on, ``False`` turns it off."""
    private_key: Annotated[str | None, Wire("PrivateKey")] = field(default=None, repr=secret)
    """Private key of ``certificate``. Secret: hidden in reprs."""
    team_id: Annotated[str | None, Wire("TeamId")] = None
    """Identifier of the Apple developer team, for key authentication."""
    token_key: Annotated[str | None, Wire("TokenKey")] = field(default=None, repr=secret)
    """Signing key from Apple (``.p8`` file), for key authentication. Secret: hidden in reprs."""
    token_key_id: Annotated[str | None, Wire("TokenKeyId")] = None
    """Identifier Apple gave the signing key in ``token_key``."""


@define(kw_only=True, repr=False)
class APNSVoipChannelResponse(Response):
    """State of a project's APNs VoIP channel; returned by ``get_apns_voip_channel``,
    ``update_apns_voip_channel`` and ``delete_apns_voip_channel``. The credentials themselves never
    come back.

    AWS shape: ``APNSVoipChannelResponse``.
    """

    platform: Annotated[str, Wire("Platform")]
    """Always ``APNS_VOIP``."""
    application_id: Annotated[str | None, Wire("ApplicationId")] = None
    """Id of the project that owns the channel, 32 lower-case hex digits."""
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the channel was enabled, ISO 8601."""
    default_authentication_method: Annotated[str | None, Wire("DefaultAuthenticationMethod")] = None
    """How Pinpoint authenticates with APNs by default: by key or by certificate. Code
    in use sends ``TOKEN`` or ``CERTIFICATE``."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """Whether the channel is on."""
    has_credential: Annotated[bool | None, Wire("HasCredential")] = None
    """Unused; AWS keeps it for older callers."""
    has_token_key: Annotated[bool | None, Wire("HasTokenKey")] = None
    """Whether key authentication is set up, that is, whether a ``token_key`` is stored."""
    id: Annotated[str | None, Wire("Id")] = None
    """Deprecated, kept for older callers: the channel's name in lower case."""
    is_archived: Annotated[bool | None, Wire("IsArchived")] = None
    """Whether the channel is archived."""
    last_modified_by: Annotated[str | None, Wire("LastModifiedBy")] = None
    """Who changed the channel last."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the channel last changed, ISO 8601."""
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the channel: 1 at first, one more with every update."""


@define(kw_only=True, repr=False)
class APNSVoipSandboxChannelRequest(Model):
    """Credentials and on/off switch of the channel for VoIP notifications through the sandbox of
    the Apple Push Notification service (APNs), for development builds; body of
    ``update_apns_voip_sandbox_channel``, which sets the channel up or changes it. Certificate
    authentication uses ``certificate`` and ``private_key``; key authentication uses ``bundle_id``,
    ``team_id``, ``token_key`` and ``token_key_id``.

    AWS shape: ``APNSVoipSandboxChannelRequest``.
    """

    bundle_id: Annotated[str | None, Wire("BundleId")] = None
    """Bundle identifier of the iOS app, for key authentication."""
    certificate: Annotated[str | None, Wire("Certificate")] = field(default=None, repr=secret)
    """Client certificate issued by Apple, for certificate authentication; goes with
    ``private_key``. Secret: hidden in reprs.
    """
    default_authentication_method: Annotated[str | None, Wire("DefaultAuthenticationMethod")] = None
    """How Pinpoint authenticates with the APNs sandbox by default: by key or by certificate. Code
    in use sends ``TOKEN`` or ``CERTIFICATE``."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """``True`` turns the channel on, ``False`` turns it off."""
    private_key: Annotated[str | None, Wire("PrivateKey")] = field(default=None, repr=secret)
    """Private key of ``certificate``. Secret: hidden in reprs."""
    team_id: Annotated[str | None, Wire("TeamId")] = None
    """Identifier of the Apple developer team, for key authentication."""
    token_key: Annotated[str | None, Wire("TokenKey")] = field(default=None, repr=secret)
    """Signing key from Apple (``.p8`` file), for key authentication. Secret: hidden in reprs."""
    token_key_id: Annotated[str | None, Wire("TokenKeyId")] = None
    """Identifier Apple gave the signing key in ``token_key``."""


@define(kw_only=True, repr=False)
class APNSVoipSandboxChannelResponse(Response):
    """State of a project's APNs VoIP sandbox channel; returned by
    ``get_apns_voip_sandbox_channel``, ``update_apns_voip_sandbox_channel`` and
    ``delete_apns_voip_sandbox_channel``. The credentials themselves never come back.

    AWS shape: ``APNSVoipSandboxChannelResponse``.
    """

    platform: Annotated[str, Wire("Platform")]
    """Always ``APNS_VOIP_SANDBOX``."""
    application_id: Annotated[str | None, Wire("ApplicationId")] = None
    """Id of the project that owns the channel, 32 lower-case hex digits."""
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the channel was enabled, ISO 8601."""
    default_authentication_method: Annotated[str | None, Wire("DefaultAuthenticationMethod")] = None
    """How Pinpoint authenticates with the APNs sandbox by default: by key or by certificate. Code
    in use sends ``TOKEN`` or ``CERTIFICATE``."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """Whether the channel is on."""
    has_credential: Annotated[bool | None, Wire("HasCredential")] = None
    """Unused; AWS keeps it for older callers."""
    has_token_key: Annotated[bool | None, Wire("HasTokenKey")] = None
    """Whether key authentication is set up, that is, whether a ``token_key`` is stored."""
    id: Annotated[str | None, Wire("Id")] = None
    """Deprecated, kept for older callers: the channel's name in lower case."""
    is_archived: Annotated[bool | None, Wire("IsArchived")] = None
    """Whether the channel is archived."""
    last_modified_by: Annotated[str | None, Wire("LastModifiedBy")] = None
    """Who changed the channel last."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the channel last changed, ISO 8601."""
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the channel: 1 at first, one more with every update."""


@define(kw_only=True, repr=False)
class EmailChannelRequest(Model):
    """Sender and on/off switch of the email channel; body of ``update_email_channel``, which sets
    the channel up or changes it. Email goes out through Amazon Simple Email Service (SES).

    AWS shape: ``EmailChannelRequest``.
    """

    from_address: Annotated[str, Wire("FromAddress")]
    """Verified email address that messages come from."""
    identity: Annotated[str, Wire("Identity")]
    """ARN of the identity, verified with Amazon SES, that messages are sent with."""
    configuration_set: Annotated[str | None, Wire("ConfigurationSet")] = None
    """Amazon SES configuration set for the messages of the channel."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """``True`` turns the channel on, ``False`` turns it off."""
    role_arn: Annotated[str | None, Wire("RoleArn")] = None
    """ARN of the IAM role with which Pinpoint submits event data about email."""
    orchestration_sending_role_arn: Annotated[str | None, Wire("OrchestrationSendingRoleArn")] = (
        None
    )
    """ARN of the IAM role with which Pinpoint sends the email of campaigns and journeys through
    Amazon SES.
    """


@define(kw_only=True, repr=False)
class EmailChannelResponse(Response):
    """State of a project's email channel; returned by ``get_email_channel``,
    ``update_email_channel`` and ``delete_email_channel``.

    AWS shape: ``EmailChannelResponse``.
    """

    platform: Annotated[str, Wire("Platform")]
    """Always ``EMAIL``."""
    application_id: Annotated[str | None, Wire("ApplicationId")] = None
    """Id of the project that owns the channel, 32 lower-case hex digits."""
    configuration_set: Annotated[str | None, Wire("ConfigurationSet")] = None
    """Amazon SES configuration set for the messages of the channel."""
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the channel was enabled, ISO 8601."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """Whether the channel is on."""
    from_address: Annotated[str | None, Wire("FromAddress")] = None
    """Verified email address that messages come from."""
    has_credential: Annotated[bool | None, Wire("HasCredential")] = None
    """Unused; AWS keeps it for older callers."""
    id: Annotated[str | None, Wire("Id")] = None
    """Deprecated, kept for older callers: the channel's name in lower case."""
    identity: Annotated[str | None, Wire("Identity")] = None
    """ARN of the identity, verified with Amazon SES, that messages are sent with."""
    is_archived: Annotated[bool | None, Wire("IsArchived")] = None
    """Whether the channel is archived."""
    last_modified_by: Annotated[str | None, Wire("LastModifiedBy")] = None
    """Who changed the channel last."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the channel last changed, ISO 8601."""
    messages_per_second: Annotated[int | None, Wire("MessagesPerSecond")] = None
    """Most emails the channel sends in a second."""
    role_arn: Annotated[str | None, Wire("RoleArn")] = None
    """ARN of the IAM role with which Pinpoint submits event data about email."""
    orchestration_sending_role_arn: Annotated[str | None, Wire("OrchestrationSendingRoleArn")] = (
        None
    )
    """ARN of the IAM role with which Pinpoint sends the email of campaigns and journeys through
    Amazon SES.
    """
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the channel: 1 at first, one more with every update."""


@define(kw_only=True, repr=False)
class GCMChannelRequest(Model):
    """Credentials and on/off switch of the GCM channel, which sends push notifications through
    Firebase Cloud Messaging (once named Google Cloud Messaging); body of ``update_gcm_channel``,
    which sets the channel up or changes it.

    AWS shape: ``GCMChannelRequest``.
    """

    api_key: Annotated[str | None, Wire("ApiKey")] = field(default=None, repr=secret)
    """Web API key issued by Google, also called server key. Secret: hidden in reprs."""
    default_authentication_method: Annotated[str | None, Wire("DefaultAuthenticationMethod")] = None
    """How Pinpoint authenticates with Google by default: ``KEY`` (the default) or ``TOKEN``."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """``True`` turns the channel on, ``False`` turns it off."""
    service_json: Annotated[str | None, Wire("ServiceJson")] = field(default=None, repr=secret)
    """Content of the JSON file issued by Google, from which access tokens are made. Secret: hidden
    in reprs.
    """


@define(kw_only=True, repr=False)
class GCMChannelResponse(Response):
    """State of a project's GCM channel; returned by ``get_gcm_channel``, ``update_gcm_channel`` and
    ``delete_gcm_channel``. The API key comes back in ``credential``, the service JSON never does.

    AWS shape: ``GCMChannelResponse``.
    """

    platform: Annotated[str, Wire("Platform")]
    """Always ``GCM``."""
    application_id: Annotated[str | None, Wire("ApplicationId")] = None
    """Id of the project that owns the channel, 32 lower-case hex digits."""
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the channel was enabled, ISO 8601."""
    credential: Annotated[str | None, Wire("Credential")] = field(default=None, repr=secret)
    """The ``api_key`` the channel was set up with. Secret: hidden in reprs."""
    default_authentication_method: Annotated[str | None, Wire("DefaultAuthenticationMethod")] = None
    """How Pinpoint authenticates with Google by default: ``KEY`` (the default) or ``TOKEN``."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """Whether the channel is on."""
    has_credential: Annotated[bool | None, Wire("HasCredential")] = None
    """Unused; AWS keeps it for older callers."""
    has_fcm_service_credentials: Annotated[bool | None, Wire("HasFcmServiceCredentials")] = None
    """Whether the channel was set up with a ``service_json``."""
    id: Annotated[str | None, Wire("Id")] = None
    """Deprecated, kept for older callers: the channel's name in lower case."""
    is_archived: Annotated[bool | None, Wire("IsArchived")] = None
    """Whether the channel is archived."""
    last_modified_by: Annotated[str | None, Wire("LastModifiedBy")] = None
    """Who changed the channel last."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the channel last changed, ISO 8601."""
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the channel: 1 at first, one more with every update."""


@define(kw_only=True, repr=False)
class VoiceChannelRequest(Model):
    """On/off switch of the voice channel; body of ``update_voice_channel``, which sets the channel
    up or changes it.

    AWS shape: ``VoiceChannelRequest``.
    """

    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """``True`` turns the channel on, ``False`` turns it off."""


@define(kw_only=True, repr=False)
class VoiceChannelResponse(Response):
    """State of a project's voice channel; returned by ``get_voice_channel``,
    ``update_voice_channel`` and ``delete_voice_channel``.

    AWS shape: ``VoiceChannelResponse``.
    """

    platform: Annotated[str, Wire("Platform")]
    """Always ``VOICE``."""
    application_id: Annotated[str | None, Wire("ApplicationId")] = None
    """Id of the project that owns the channel, 32 lower-case hex digits."""
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the channel was enabled, ISO 8601."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """Whether the channel is on."""
    has_credential: Annotated[bool | None, Wire("HasCredential")] = None
    """Unused; AWS keeps it for older callers."""
    id: Annotated[str | None, Wire("Id")] = None
    """Deprecated, kept for older callers: the channel's name in lower case."""
    is_archived: Annotated[bool | None, Wire("IsArchived")] = None
    """Whether the channel is archived."""
    last_modified_by: Annotated[str | None, Wire("LastModifiedBy")] = None
    """Who changed the channel last."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the channel last changed, ISO 8601."""
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the channel: 1 at first, one more with every update."""


@define(kw_only=True, repr=False)
class ChannelsResponse(Response):
    """All channels of a project, those that are off included; returned by ``get_channels``.

    AWS shape: ``ChannelsResponse``.
    """

    channels: Annotated[dict[str, ChannelResponse], Wire("Channels")]
    """State of each channel by channel type, named as in ``ChannelType``."""


@define(kw_only=True, repr=False)
class ChannelResponse(Model):
    """State of one channel, whatever its type, in ``ChannelsResponse.channels``. What only one type
    has is left to the method of that type, such as ``get_sms_channel``.

    AWS shape: ``ChannelResponse``.
    """

    application_id: Annotated[str | None, Wire("ApplicationId")] = None
    """Id of the project that owns the channel, 32 lower-case hex digits."""
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the channel was enabled, ISO 8601."""
    enabled: Annotated[bool | None, Wire("Enabled")] = None
    """Whether the channel is on."""
    has_credential: Annotated[bool | None, Wire("HasCredential")] = None
    """Unused; AWS keeps it for older callers."""
    id: Annotated[str | None, Wire("Id")] = None
    """Deprecated, kept for older callers: the channel's name in lower case."""
    is_archived: Annotated[bool | None, Wire("IsArchived")] = None
    """Whether the channel is archived."""
    last_modified_by: Annotated[str | None, Wire("LastModifiedBy")] = None
    """Who changed the channel last."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the channel last changed, ISO 8601."""
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the channel: 1 at first, one more with every update."""
