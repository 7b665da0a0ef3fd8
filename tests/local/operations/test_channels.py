from __future__ import annotations

from typing import Any

import pytest
from attrs import Factory, define

from pinpoint_sdk.local import Clock
from tests.local.support.boto import (
    APP_NOT_FOUND,
    NOT_FOUND,
    Boto,
    is_bad_request,
    new_app,
    refusal,
    status,
)

P8 = {"TokenKey": "s3cret-p8", "TokenKeyId": "s3cret-kid", "TeamId": "s3cret-t", "BundleId": "b.u"}
CERTIFICATE = {"Certificate": "s3cret-cert", "PrivateKey": "s3cret-key"}

SES = "arn:aws:ses:us-east-1:123456789012:identity/example.com"
MAILBOX = {"FromAddress": "shop@example.com", "Identity": SES}


@define(frozen=True)
class Kind:
    method: str
    request: str
    platform: str
    credentials: dict[str, str]
    shown: dict[str, Any]
    settings: dict[str, Any] = Factory(dict[str, Any])

    def update(self, client: Boto, app: str, **settings: Any) -> dict[str, Any]:
        call = getattr(client, f"update_{self.method}_channel")
        response: dict[str, Any] = call(
            ApplicationId=app, **{self.request: {**self.credentials, **self.settings, **settings}}
        )
        return response

    def read(self, response: dict[str, Any]) -> dict[str, Any]:
        channel: dict[str, Any] = response[self.request.removesuffix("Request") + "Response"]
        return channel


ADM = Kind(
    "adm", "ADMChannelRequest", "ADM", {"ClientId": "s3cret-id", "ClientSecret": "s3cret"}, {}
)
BAIDU = Kind(
    "baidu",
    "BaiduChannelRequest",
    "BAIDU",
    {"ApiKey": "s3cret-api", "SecretKey": "s3cret"},
    {"Credential": "********"},
)
APNS = Kind(
    "apns",
    "APNSChannelRequest",
    "APNS",
    P8,
    {"HasTokenKey": True, "DefaultAuthenticationMethod": "TOKEN"},
)
APNS_SANDBOX = Kind(
    "apns_sandbox",
    "APNSSandboxChannelRequest",
    "APNS_SANDBOX",
    CERTIFICATE,
    {"HasTokenKey": False, "DefaultAuthenticationMethod": "CERTIFICATE"},
)
APNS_VOIP = Kind(
    "apns_voip",
    "APNSVoipChannelRequest",
    "APNS_VOIP",
    P8,
    {"HasTokenKey": True, "DefaultAuthenticationMethod": "TOKEN"},
)
APNS_VOIP_SANDBOX = Kind(
    "apns_voip_sandbox",
    "APNSVoipSandboxChannelRequest",
    "APNS_VOIP_SANDBOX",
    CERTIFICATE,
    {"HasTokenKey": False, "DefaultAuthenticationMethod": "CERTIFICATE"},
)
EMAIL = Kind(
    "email",
    "EmailChannelRequest",
    "EMAIL",
    {},
    {**MAILBOX, "MessagesPerSecond": 14},
    MAILBOX,
)
GCM = Kind(
    "gcm",
    "GCMChannelRequest",
    "GCM",
    {"ApiKey": "s3cret-api"},
    {
        "Credential": "********",
        "DefaultAuthenticationMethod": "KEY",
        "HasFcmServiceCredentials": False,
    },
)
SMS = Kind(
    "sms",
    "SMSChannelRequest",
    "SMS",
    {},
    {"PromotionalMessagesPerSecond": 20, "TransactionalMessagesPerSecond": 20},
)
VOICE = Kind("voice", "VoiceChannelRequest", "VOICE", {}, {})
KINDS = [
    ADM,
    APNS,
    APNS_SANDBOX,
    APNS_VOIP,
    APNS_VOIP_SANDBOX,
    BAIDU,
    EMAIL,
    GCM,
    SMS,
    VOICE,
]


@pytest.mark.parametrize("kind", KINDS)
def test_update_answers_200_with_the_channel(client: Boto, app: str, kind: Kind) -> None:
    response = kind.update(client, app)
    assert status(response) == 200
    assert kind.read(response) == {
        "ApplicationId": app,
        "CreationDate": "2017-09-27T12:00:00.581Z",
        "Enabled": True,
        "HasCredential": bool(kind.credentials),
        "Id": kind.platform.lower(),
        "IsArchived": False,
        "LastModifiedDate": "2017-09-27T12:00:00.581Z",
        "Platform": kind.platform,
        "Version": 1,
        **kind.shown,
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_update_is_version_2_of_the_same_channel(
    client: Boto, app: str, kind: Kind, clock: Clock
) -> None:
    first = kind.read(kind.update(client, app))
    clock.advance(hours=1)
    second = kind.read(kind.update(client, app, Enabled=False))
    assert second == {
        **first,
        "Enabled": False,
        "LastModifiedDate": "2017-09-27T13:00:00.581Z",
        "Version": 2,
    }


@pytest.mark.parametrize("kind", KINDS)
def test_no_secret_is_in_any_answer(client: Boto, app: str, kind: Kind) -> None:
    responses = [kind.update(client, app), kind.update(client, app, Enabled=False)]
    responses.append(client.get_channels(ApplicationId=app))
    for verb in ("get", "delete"):
        call = getattr(client, f"{verb}_{kind.method}_channel")
        responses.append(call(ApplicationId=app))
    assert "s3cret" not in repr(responses)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.credentials])
def test_no_secret_is_in_a_refusal(client: Boto, app: str, kind: Kind) -> None:
    for name in kind.credentials:
        call = getattr(client, f"update_{kind.method}_channel")
        settings = {**kind.credentials, name: ""}
        found = refusal(call, ApplicationId=app, **{kind.request: settings})
        assert is_bad_request(found, kind.platform, name)
        assert "s3cret" not in repr(found)


@pytest.mark.parametrize("kind", KINDS)
def test_get_answers_the_channel(client: Boto, app: str, kind: Kind) -> None:
    updated = kind.read(kind.update(client, app))
    response = getattr(client, f"get_{kind.method}_channel")(ApplicationId=app)
    assert status(response) == 200
    assert kind.read(response) == updated


@pytest.mark.parametrize("kind", KINDS)
def test_delete_answers_the_channel_and_then_it_is_gone(client: Boto, app: str, kind: Kind) -> None:
    updated = kind.read(kind.update(client, app))
    delete = getattr(client, f"delete_{kind.method}_channel")
    response = delete(ApplicationId=app)
    assert status(response) == 200
    assert kind.read(response) == updated
    assert refusal(delete, ApplicationId=app) == NOT_FOUND
    assert refusal(getattr(client, f"get_{kind.method}_channel"), ApplicationId=app) == NOT_FOUND


@pytest.mark.parametrize("kind", KINDS)
def test_a_channel_never_configured_is_a_404(client: Boto, app: str, kind: Kind) -> None:
    for verb in ("get", "delete"):
        call = getattr(client, f"{verb}_{kind.method}_channel")
        assert refusal(call, ApplicationId=app) == NOT_FOUND
        assert refusal(call, ApplicationId="nope") == APP_NOT_FOUND


@pytest.mark.parametrize("kind", KINDS)
def test_updating_a_channel_of_an_unknown_app_is_a_404(client: Boto, kind: Kind) -> None:
    assert refusal(kind.update, client=client, app="nope") == NOT_FOUND


def test_apns_takes_a_certificate_and_a_token_key_together(client: Boto, app: str) -> None:
    channel = APNS.read(APNS.update(client, app, **CERTIFICATE))
    assert channel["HasTokenKey"] is True
    assert channel["DefaultAuthenticationMethod"] == "CERTIFICATE"


def test_apns_shows_the_authentication_method_that_was_chosen(client: Boto, app: str) -> None:
    channel = APNS.read(
        APNS.update(client, app, **CERTIFICATE, DefaultAuthenticationMethod="TOKEN")
    )
    assert channel["DefaultAuthenticationMethod"] == "TOKEN"


@pytest.mark.parametrize(
    "settings",
    [{}, {"Enabled": False}, {"Certificate": "c"}, *({**P8, name: ""} for name in P8)],
)
def test_apns_without_full_credentials_is_a_400(
    client: Boto, app: str, settings: dict[str, Any]
) -> None:
    found = refusal(client.update_apns_channel, ApplicationId=app, APNSChannelRequest=settings)
    assert is_bad_request(found, "Certificate, PrivateKey", "TokenKey, TokenKeyId, TeamId")


def test_an_update_replaces_the_channel(client: Boto, app: str) -> None:
    channel = SMS.read(SMS.update(client, app, SenderId="shop", ShortCode="12345", Enabled=False))
    assert (channel["SenderId"], channel["ShortCode"]) == ("shop", "12345")
    channel = SMS.read(SMS.update(client, app))
    assert channel["Enabled"] is True
    assert "SenderId" not in channel


def test_get_channels_has_every_configured_channel_by_platform(client: Boto, app: str) -> None:
    assert client.get_channels(ApplicationId=app)["ChannelsResponse"] == {"Channels": {}}
    for kind in KINDS:
        kind.update(client, app)
    EMAIL.update(client, app, Enabled=False)
    client.delete_adm_channel(ApplicationId=app)
    response = client.get_channels(ApplicationId=app)
    assert status(response) == 200
    channels = response["ChannelsResponse"]["Channels"]
    assert list(channels) == [kind.platform for kind in KINDS if kind is not ADM]
    assert channels["EMAIL"] == {
        "ApplicationId": app,
        "CreationDate": "2017-09-27T12:00:00.581Z",
        "Enabled": False,
        "HasCredential": False,
        "Id": "email",
        "IsArchived": False,
        "LastModifiedDate": "2017-09-27T12:00:00.581Z",
        "Version": 2,
    }
    assert refusal(client.get_channels, ApplicationId="nope") == APP_NOT_FOUND


def test_gcm_takes_service_credentials_in_place_of_a_key(client: Boto, app: str) -> None:
    token = {"ServiceJson": '{"private_key": "s3cret"}'}
    response = client.update_gcm_channel(ApplicationId=app, GCMChannelRequest=token)
    channel = response["GCMChannelResponse"]
    assert channel["HasFcmServiceCredentials"] is True
    assert channel["HasCredential"] is True
    assert channel["DefaultAuthenticationMethod"] == "TOKEN"
    assert "Credential" not in channel
    assert "s3cret" not in repr(response)


def test_gcm_with_both_defaults_to_the_key_unless_read(client: Boto, app: str) -> None:
    channel = GCM.read(GCM.update(client, app, ServiceJson="{}"))
    assert channel["DefaultAuthenticationMethod"] == "KEY"
    assert channel["HasFcmServiceCredentials"] is True
    read = GCM.read(GCM.update(client, app, ServiceJson="{}", DefaultAuthenticationMethod="TOKEN"))
    assert read["DefaultAuthenticationMethod"] == "TOKEN"


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, ("GCM", "ApiKey or ServiceJson")),
        ({"DefaultAuthenticationMethod": "TOKEN"}, ("ApiKey or ServiceJson",)),
        ({"ApiKey": "k", "DefaultAuthenticationMethod": "TOKEN"}, ("TOKEN", "ServiceJson")),
        ({"ServiceJson": "{}", "DefaultAuthenticationMethod": "KEY"}, ("KEY", "ApiKey")),
        ({"ApiKey": "k", "DefaultAuthenticationMethod": "key"}, ("'key'", "KEY, TOKEN")),
    ],
)
def test_gcm_without_what_its_method_needs_is_a_400(
    client: Boto, app: str, settings: dict[str, Any], words: tuple[str, ...]
) -> None:
    found = refusal(client.update_gcm_channel, ApplicationId=app, GCMChannelRequest=settings)
    assert is_bad_request(found, *words)
    assert refusal(client.get_gcm_channel, ApplicationId=app) == NOT_FOUND


def test_email_shows_all_that_was_set(client: Boto, app: str) -> None:
    settings = {
        "ConfigurationSet": "events",
        "OrchestrationSendingRoleArn": "arn:aws:iam::123456789012:role/send",
        "RoleArn": "arn:aws:iam::123456789012:role/report",
    }
    channel = EMAIL.read(EMAIL.update(client, app, **settings))
    assert {name: channel[name] for name in settings} == settings


@pytest.mark.parametrize("name", MAILBOX)
def test_email_needs_an_address_and_an_identity(client: Boto, app: str, name: str) -> None:
    found = refusal(EMAIL.update, client=client, app=app, **{name: ""})
    assert is_bad_request(found, "EMAIL", "FromAddress, Identity")


def test_channels_of_two_projects_are_apart(client: Boto, app: str) -> None:
    SMS.update(client, app)
    other = new_app(client)
    assert refusal(client.get_sms_channel, ApplicationId=other) == NOT_FOUND
