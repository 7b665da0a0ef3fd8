"""Delivering a message to one recipient after another."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from attrs import Factory, asdict, define, field

from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.failures import Undelivered
from pinpoint_sdk.local.inbox import InboxMessage
from pinpoint_sdk.local.messages.channels import CHANNELS, Channel
from pinpoint_sdk.local.messages.content import Preview, choose_message, compose, override, preview
from pinpoint_sdk.local.messages.rendering import (
    Room,
    TooLong,
    parse_substitutions,
    render_document,
)
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Attempt, Project

_E164 = re.compile(r"\+[1-9][0-9]{1,14}")


@define(frozen=True, kw_only=True)
class Origin:
    """What sends a message: an operation by its name, a ``campaign`` or a ``journey``."""

    sent_by: str
    campaign_id: str | None = None
    treatment_id: str | None = None
    journey_id: str | None = None
    activity_id: str | None = None


@define(frozen=True, kw_only=True)
class _Recipient:
    """An address, and what is known of it: the document of the endpoint, if it is one."""

    channel_type: str
    address: str
    document: JSON
    endpoint_id: str | None = None
    user_id: str | None = None


@define(frozen=True, kw_only=True)
class _Message:
    """What all recipients on a channel get, before their variables are filled in."""

    document: JSON
    substitutions: JSON
    default_substitutions: JSON


@define
class Delivery:
    """Sends one message to any number of recipients, and returns the result for each.

    A delivered message is in the inbox, and every attempt is among those of the project. Failures
    on demand come last: a recipient that fails anyway does not use one up.

    An address that was reached is a DUPLICATE when it comes again on the same channel type; one
    that failed is not, so that a second endpoint with that address is still tried.

    The values of variables come from the recipient's substitutions, those of the message, the
    endpoint and the defaults of the template, in this order.

    Args:
        context: Where and when.
        project: The project.
        configuration: A DirectMessageConfiguration, or the messages of a campaign.
        templates: A TemplateConfiguration; content.py says how the two are combined.
        origin: What sends the message.
        otp: The one-time code in it, if it has one.
        room: How many characters the messages may have together; by default each alone counts.
    """

    context: Context
    project: Project
    configuration: JSON
    templates: JSON
    origin: Origin
    otp: str | None = None
    room: Room | None = None
    _reached: set[tuple[str, str]] = Factory(set[tuple[str, str]])
    _messages: dict[str, _Message] = Factory(dict[str, _Message])
    _origin: dict[str, Any] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._origin = asdict(self.origin)

    def to_address(self, channel_type: str, address: str, overrides: JSON | None = None) -> JSON:
        """The MessageResult of an address; ``overrides`` is its AddressConfiguration."""
        known: JSON = {"Address": address, "ChannelType": channel_type}
        recipient = _Recipient(channel_type=channel_type, address=address, document=known)
        return self._deliver(recipient, overrides or {})

    def to_endpoint(self, endpoint_id: str, overrides: JSON | None = None) -> JSON:
        """The EndpointMessageResult of an endpoint; an unknown one has an empty Address.

        ``overrides`` is its EndpointSendConfiguration.
        """
        endpoint = self.project.endpoints.get(endpoint_id) or {}
        recipient = _Recipient(
            channel_type=endpoint.get("ChannelType", ""),
            address=endpoint.get("Address", ""),
            document=endpoint,
            endpoint_id=endpoint_id,
            user_id=endpoint.get("User", {}).get("UserId"),
        )
        return {**self._deliver(recipient, overrides or {}), "Address": recipient.address}

    def deliver_to_service(
        self, endpoint: JSON, service: str, address: str, body: str, document: JSON
    ) -> None:
        """Record what is delivered to a service of the user's, and not on a channel.

        ``service`` takes the place of the channel type.
        """
        recipient = _Recipient(
            channel_type=service,
            address=address,
            document=endpoint,
            endpoint_id=endpoint["Id"],
            user_id=endpoint["User"].get("UserId"),
        )
        message_id = self._arrive(recipient, Preview(body), deepcopy(document))
        self._record(recipient, "SUCCESSFUL", message_id)

    def _deliver(self, recipient: _Recipient, overrides: JSON) -> JSON:
        try:
            message_id = self._send(recipient, overrides)
        except Undelivered as reason:
            self._record(recipient, reason.status, None)
            return {
                "DeliveryStatus": reason.status,
                "StatusCode": reason.code,
                "StatusMessage": reason.text,
            }
        self._record(recipient, "SUCCESSFUL", message_id)
        return {
            "DeliveryStatus": "SUCCESSFUL",
            "MessageId": message_id,
            "StatusCode": 200,
            "StatusMessage": f"MessageId: {message_id}",
        }

    def _send(self, recipient: _Recipient, overrides: JSON) -> str:
        """Put the message into the inbox and return its id, or raise Undelivered."""
        if recipient.endpoint_id is not None:
            self._check_endpoint(recipient)
        channel = self._open_channel(recipient)
        message = self._message(channel)
        self.context.failures.at_delivery(*_names(recipient))
        most = self.context.account.quotas.characters_per_message
        room = Room("The message has", most, self.room)
        try:
            document = _fill_in(channel, message, recipient, overrides, room)
        except TooLong as reason:
            raise _permanent_failure(str(reason)) from reason
        message_id = self._arrive(recipient, preview(channel, document), document)
        self._reached.add((recipient.channel_type, recipient.address))
        return message_id

    def _arrive(self, recipient: _Recipient, seen: Preview, document: JSON) -> str:
        """Put a message into the inbox and return its id."""
        message_id = self.context.account.ids.resource_id()
        self.context.account.inbox.add(
            InboxMessage(
                channel_type=recipient.channel_type,
                address=recipient.address,
                body=seen.body,
                title=seen.title,
                html=seen.html,
                document=document,
                otp=self.otp,
                message_id=message_id,
                application_id=self.project.id,
                endpoint_id=recipient.endpoint_id,
                user_id=recipient.user_id,
                **self._origin,
                sent_at=self.context.now,
            )
        )
        return message_id

    def _check_endpoint(self, recipient: _Recipient) -> None:
        endpoint = recipient.document
        if not endpoint:
            raise _permanent_failure("The endpoint does not exist.", 404)
        if not recipient.channel_type or not recipient.address:
            raise _permanent_failure("The endpoint has no channel type or no address.")
        if (recipient.channel_type, recipient.address) in self._reached:
            raise Undelivered("DUPLICATE", 400, "The address was already sent to.")
        if endpoint["OptOut"] == "ALL":
            raise Undelivered("OPT_OUT", 400, "The endpoint has opted out.")
        if endpoint["EndpointStatus"] != "ACTIVE":
            raise _permanent_failure("The endpoint is inactive.")

    def _open_channel(self, recipient: _Recipient) -> Channel:
        channel_type = recipient.channel_type
        channel = CHANNELS.get(channel_type)
        if channel is None:
            raise _permanent_failure(f"Messages cannot be sent to the channel type {channel_type}.")
        settings = self.project.channels.get(channel_type)
        if settings is None or not settings["Enabled"]:
            state = "not configured" if settings is None else "disabled"
            raise _permanent_failure(f"The {channel_type} channel of this application is {state}.")
        if channel.needs_phone_number and not _E164.fullmatch(recipient.address):
            raise _permanent_failure("The phone number is not in E.164 form.")
        return channel

    def _message(self, channel: Channel) -> _Message:
        known = self._messages.get(channel.message)
        if known is not None:
            return known
        template = self._template(channel)
        chosen = choose_message(channel, self.configuration)
        if template is None and chosen is None:
            raise _permanent_failure(f"Either template or {channel.noun} message must be specified")
        message = _Message(
            document=compose(channel, self.configuration, template),
            substitutions=(chosen or {}).get("Substitutions", {}),
            default_substitutions=parse_substitutions((template or {}).get("DefaultSubstitutions")),
        )
        self._messages[channel.message] = message
        return message

    def _template(self, channel: Channel) -> JSON | None:
        reference = self.templates.get(channel.template)
        if reference is None:
            return None
        name, version = reference.get("Name", ""), reference.get("Version")
        template = self.context.account.template(channel.template_type, name, version)
        if template is None:
            detail = f"{name!r}, version {version}" if version else repr(name)
            raise _permanent_failure(f"The {channel.noun} template does not exist: {detail}")
        return template

    def _record(self, recipient: _Recipient, status: str, message_id: str | None) -> None:
        self.project.attempts.append(
            Attempt(
                when=self.context.now,
                channel_type=recipient.channel_type,
                address=recipient.address,
                endpoint_id=recipient.endpoint_id,
                user_id=recipient.user_id,
                status=status,
                **self._origin,
                message_id=message_id,
            )
        )


def _fill_in(
    channel: Channel, message: _Message, recipient: _Recipient, overrides: JSON, room: Room
) -> JSON:
    """The document for one recipient; Context goes along with it."""
    document = override(channel, message.document, overrides)
    sources = (
        overrides.get("Substitutions", {}),
        message.substitutions,
        recipient.document,
        message.default_substitutions,
    )
    rendered = render_document(document, sources, room)
    if "RawEmail" in document:
        rendered["RawEmail"] = document["RawEmail"]  # Base64: nothing in it is a variable
    if overrides.get("Context"):
        rendered["Context"] = overrides["Context"]
    return rendered


def _names(recipient: _Recipient) -> list[str]:
    names = (recipient.address, recipient.endpoint_id, recipient.user_id)
    return [name for name in names if name]


def _permanent_failure(text: str, code: int = 400) -> Undelivered:
    return Undelivered("PERMANENT_FAILURE", code, text)
