from __future__ import annotations

from typing import Any

import pytest
from attrs import define

from pinpoint_sdk.local import Clock

from .conftest import APP_NOT_FOUND, NOT_FOUND, Boto, is_bad_request, refusal, status

P8 = {"TokenKey": "s3cret-p8", "TokenKeyId": "s3cret-kid", "TeamId": "s3cret-t", "BundleId": "b.u"}
CERTIFICATE = {"Certificate": "s3cret-cert", "PrivateKey": "s3cret-key"}


@define(frozen=True)
class Kind:
    method: str
    request: str
    platform: str
    credentials: dict[str, str]
    shown: dict[str, Any]

    def update(self, client: Boto, app: str, **settings: Any) -> dict[str, Any]:
        call = getattr(client, f"update_{self.method}_channel")
        response: dict[str, Any] = call(
            ApplicationId=app, **{self.request: {**self.credentials, **settings}}
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
SMS = Kind(
    "sms",
    "SMSChannelRequest",
    "SMS",
    {},
    {"PromotionalMessagesPerSecond": 20, "TransactionalMessagesPerSecond": 20},
)
KINDS = [ADM, BAIDU, APNS, APNS_SANDBOX, SMS]
READABLE = [ADM, BAIDU]


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
    if kind in READABLE:
        for verb in ("get", "delete"):
            call = getattr(client, f"{verb}_{kind.method}_channel")
            responses.append(call(ApplicationId=app))
    assert "s3cret" not in repr(responses)


@pytest.mark.parametrize("kind", KINDS)
def test_no_secret_is_in_a_refusal(client: Boto, app: str, kind: Kind) -> None:
    for name in kind.credentials:
        call = getattr(client, f"update_{kind.method}_channel")
        settings = {**kind.credentials, name: ""}
        found = refusal(call, ApplicationId=app, **{kind.request: settings})
        assert is_bad_request(found, kind.platform, name)
        assert "s3cret" not in repr(found)


@pytest.mark.parametrize("kind", READABLE)
def test_get_answers_the_channel(client: Boto, app: str, kind: Kind) -> None:
    updated = kind.read(kind.update(client, app))
    response = getattr(client, f"get_{kind.method}_channel")(ApplicationId=app)
    assert status(response) == 200
    assert kind.read(response) == updated


@pytest.mark.parametrize("kind", READABLE)
def test_delete_answers_the_channel_and_then_it_is_gone(client: Boto, app: str, kind: Kind) -> None:
    updated = kind.read(kind.update(client, app))
    delete = getattr(client, f"delete_{kind.method}_channel")
    response = delete(ApplicationId=app)
    assert status(response) == 200
    assert kind.read(response) == updated
    assert refusal(delete, ApplicationId=app) == NOT_FOUND
    assert refusal(getattr(client, f"get_{kind.method}_channel"), ApplicationId=app) == NOT_FOUND


@pytest.mark.parametrize("kind", READABLE)
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
