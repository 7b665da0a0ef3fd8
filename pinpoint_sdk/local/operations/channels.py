"""Channels: a table of channel types, and three handlers shared by all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from attrs import Factory, define

from pinpoint_sdk.local.engine.call import Call, found
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON

MASK = "********"
"""Takes the place of a secret in a response."""


def _nothing(_: JSON) -> JSON:
    return {}


def _echo(*names: str) -> Callable[[JSON], JSON]:
    return lambda sent: {name: sent[name] for name in names if name in sent}


@define(frozen=True, kw_only=True)
class ChannelKind:
    """A kind of channel.

    ``name`` is the one in its operations (GetAdmChannel), ``platform`` the one in responses.
    ``credentials`` are sets of secrets of which one must be given in full, unless there are no
    sets; ``needs`` are other required members. ``shows`` makes the channel's own members of a
    response from the request, ``always`` are those that are the same for all requests.
    """

    name: str
    platform: str
    credentials: tuple[tuple[str, ...], ...] = ()
    needs: tuple[str, ...] = ()
    shows: Callable[[JSON], JSON] = _nothing
    always: Mapping[str, int | str] = Factory(dict[str, int | str])


_APNS_CERTIFICATE = ("Certificate", "PrivateKey")
_APNS_TOKEN_KEY = ("TokenKey", "TokenKeyId", "TeamId", "BundleId")
_GCM_KEY = ("ApiKey",)
_GCM_TOKEN = ("ServiceJson",)


def _apns_shows(sent: JSON) -> JSON:
    """Without DefaultAuthenticationMethod it is the certificate, if there is one."""
    method = "CERTIFICATE" if _given(_APNS_CERTIFICATE, sent) else "TOKEN"
    return {
        "DefaultAuthenticationMethod": sent.get("DefaultAuthenticationMethod", method),
        "HasTokenKey": _given(_APNS_TOKEN_KEY, sent),
    }


def _gcm_shows(sent: JSON) -> JSON:
    """Without DefaultAuthenticationMethod it is the key, if there is one."""
    methods = {"KEY": _GCM_KEY, "TOKEN": _GCM_TOKEN}
    default = "KEY" if _given(_GCM_KEY, sent) else "TOKEN"
    method: str = sent.get("DefaultAuthenticationMethod", default)
    if method not in methods:
        raise BadRequest(f"DefaultAuthenticationMethod: {method!r} is not one of KEY, TOKEN")
    if not _given(methods[method], sent):
        raise BadRequest(f"DefaultAuthenticationMethod {method} needs {methods[method][0]}")
    key = {"Credential": MASK} if _given(_GCM_KEY, sent) else {}
    return {
        **key,
        "DefaultAuthenticationMethod": method,
        "HasFcmServiceCredentials": _given(_GCM_TOKEN, sent),
    }


_apns = partial(ChannelKind, credentials=(_APNS_CERTIFICATE, _APNS_TOKEN_KEY), shows=_apns_shows)

CHANNEL_KINDS = (
    ChannelKind(name="Adm", platform="ADM", credentials=(("ClientId", "ClientSecret"),)),
    _apns(name="Apns", platform="APNS"),
    _apns(name="ApnsSandbox", platform="APNS_SANDBOX"),
    _apns(name="ApnsVoip", platform="APNS_VOIP"),
    _apns(name="ApnsVoipSandbox", platform="APNS_VOIP_SANDBOX"),
    ChannelKind(
        name="Baidu",
        platform="BAIDU",
        credentials=(("ApiKey", "SecretKey"),),
        always={"Credential": MASK},
    ),
    ChannelKind(
        name="Email",
        platform="EMAIL",
        needs=("FromAddress", "Identity"),
        shows=_echo(
            "ConfigurationSet", "FromAddress", "Identity", "OrchestrationSendingRoleArn", "RoleArn"
        ),
        always={"MessagesPerSecond": 14},
    ),
    ChannelKind(name="Gcm", platform="GCM", credentials=(_GCM_KEY, _GCM_TOKEN), shows=_gcm_shows),
    ChannelKind(
        name="Sms",
        platform="SMS",
        shows=_echo("SenderId", "ShortCode"),
        always={"PromotionalMessagesPerSecond": 20, "TransactionalMessagesPerSecond": 20},
    ),
    ChannelKind(name="Voice", platform="VOICE"),
)


def get_channel(kind: ChannelKind, call: Call) -> JSON:
    """A channel of the project; one that was never configured is a 404."""
    return found(call.project().channels.get(kind.platform))


def update_channel(kind: ChannelKind, call: Call) -> JSON:
    """Replace the configuration of a channel; only its CreationDate and Version are kept.

    Secrets are checked and dropped: the service keeps only that they were given. For a missing
    project the 404 has the text of a missing channel, as with AWS on this operation.
    """
    project = call.found(call.account.projects, "ApplicationId")
    _check(kind, call.body)
    former = project.channels.get(kind.platform)
    document: JSON = {
        **kind.shows(call.body),
        **kind.always,
        "ApplicationId": project.id,
        "CreationDate": former["CreationDate"] if former else call.date,
        "Enabled": call.body.get("Enabled", True),
        "HasCredential": bool(kind.credentials),
        "Id": kind.platform.lower(),
        "IsArchived": False,
        "LastModifiedDate": call.date,
        "Platform": kind.platform,
        "Version": former["Version"] + 1 if former else 1,
    }
    project.channels[kind.platform] = document
    return document


def delete_channel(kind: ChannelKind, call: Call) -> JSON:
    """Remove a channel; returns what it was."""
    document = get_channel(kind, call)
    del call.project().channels[kind.platform]
    return document


@operation("GetChannels")
def get_channels(call: Call) -> JSON:
    """The channels that are configured, by platform, in the order of the table."""
    channels = call.project().channels
    return {
        "Channels": {
            kind.platform: channels[kind.platform]
            for kind in CHANNEL_KINDS
            if kind.platform in channels
        }
    }


def _check(kind: ChannelKind, sent: JSON) -> None:
    """An empty secret or name counts as missing."""
    choices = kind.credentials or (kind.needs,)
    if not any(_given(names, sent) for names in choices):
        wanted = " or ".join(", ".join(names) for names in choices)
        raise BadRequest(f"The {kind.platform} channel needs {wanted}")


def _given(names: tuple[str, ...], sent: JSON) -> bool:
    return all(sent.get(name) for name in names)


for _kind in CHANNEL_KINDS:
    operation(f"Get{_kind.name}Channel")(partial(get_channel, _kind))
    operation(f"Update{_kind.name}Channel")(partial(update_channel, _kind))
    operation(f"Delete{_kind.name}Channel")(partial(delete_channel, _kind))
