"""Channels: one row of a table a kind, and three functions for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from attrs import Factory, define

from pinpoint_sdk.local.call import Call
from pinpoint_sdk.local.faults import BadRequest, resource_not_found
from pinpoint_sdk.local.operations.registry import operation
from pinpoint_sdk.local.wire import JSON

_GET, _UPDATE, _DELETE = "Get", "Update", "Delete"

MASK = "********"
"""Stands where a response has a member for a secret."""


def _nothing(_: JSON) -> JSON:
    return {}


def _echo(*names: str) -> Callable[[JSON], JSON]:
    return lambda sent: {name: sent[name] for name in names if name in sent}


@define(frozen=True)
class ChannelKind:
    """A kind of channel.

    ``name`` is the one in its operations (GetAdmChannel), ``platform`` the one in its answers.
    ``credentials`` are the sets of members of which one must be given in full, none where the
    channel needs none; ``shows`` makes what the answer has beside the members of every channel
    from what was sent, ``always`` is the same for all.
    """

    name: str
    platform: str
    verbs: tuple[str, ...]
    credentials: tuple[tuple[str, ...], ...] = ()
    shows: Callable[[JSON], JSON] = _nothing
    always: Mapping[str, int | str] = Factory(dict[str, int | str])


_APNS_CERTIFICATE = ("Certificate", "PrivateKey")
_APNS_TOKEN_KEY = ("TokenKey", "TokenKeyId", "TeamId", "BundleId")


def _apns_shows(sent: JSON) -> JSON:
    """Without DefaultAuthenticationMethod a certificate, where there is one, comes first."""
    method = "CERTIFICATE" if _given(_APNS_CERTIFICATE, sent) else "TOKEN"
    return {
        "DefaultAuthenticationMethod": sent.get("DefaultAuthenticationMethod", method),
        "HasTokenKey": _given(_APNS_TOKEN_KEY, sent),
    }


_apns = partial(ChannelKind, credentials=(_APNS_CERTIFICATE, _APNS_TOKEN_KEY), shows=_apns_shows)

CHANNELS = (
    ChannelKind(
        "Adm", "ADM", (_GET, _UPDATE, _DELETE), credentials=(("ClientId", "ClientSecret"),)
    ),
    ChannelKind(
        "Baidu",
        "BAIDU",
        (_GET, _UPDATE, _DELETE),
        credentials=(("ApiKey", "SecretKey"),),
        always={"Credential": MASK},
    ),
    _apns("Apns", "APNS", (_UPDATE,)),
    _apns("ApnsSandbox", "APNS_SANDBOX", (_UPDATE,)),
    ChannelKind(
        "Sms",
        "SMS",
        (_UPDATE,),
        shows=_echo("SenderId", "ShortCode"),
        always={"PromotionalMessagesPerSecond": 20, "TransactionalMessagesPerSecond": 20},
    ),
)


def get_channel(kind: ChannelKind, call: Call) -> JSON:
    """A channel of the project; one that was never configured is a 404."""
    channel = call.project().channels.get(kind.platform)
    if channel is None:
        raise resource_not_found()
    return channel


def update_channel(kind: ChannelKind, call: Call) -> JSON:
    """Configure a channel anew: nothing of a former one stays but its CreationDate and Version.

    Secrets are looked at and dropped: the service keeps only that they were given. In a missing
    project the 404 reads as for a missing channel, as AWS has it on this operation.
    """
    project = call.account.projects.get(call.path["ApplicationId"])
    if project is None:
        raise resource_not_found()
    _check_credentials(kind, call.body)
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
    """Remove a channel; answers with what it was."""
    document = get_channel(kind, call)
    del call.project().channels[kind.platform]
    return document


def _check_credentials(kind: ChannelKind, sent: JSON) -> None:
    if kind.credentials and not any(_given(names, sent) for names in kind.credentials):
        wanted = " or ".join(", ".join(names) for names in kind.credentials)
        raise BadRequest(f"The {kind.platform} channel needs {wanted}")


def _given(names: tuple[str, ...], sent: JSON) -> bool:
    return all(sent.get(name) for name in names)


_VERBS: Mapping[str, Callable[[ChannelKind, Call], JSON]] = {
    _GET: get_channel,
    _UPDATE: update_channel,
    _DELETE: delete_channel,
}

for _kind in CHANNELS:
    for _verb in _kind.verbs:
        operation(f"{_verb}{_kind.name}Channel")(partial(_VERBS[_verb], _kind))
