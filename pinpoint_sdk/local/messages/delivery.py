"""What becomes of a message to one recipient."""

from __future__ import annotations

import re
from copy import deepcopy

from attrs import Factory, define

from pinpoint_sdk.local.call import Context
from pinpoint_sdk.local.failures import Undelivered
from pinpoint_sdk.local.inbox import InboxMessage
from pinpoint_sdk.local.messages.content import Shown, choose_message, compose, override, show
from pinpoint_sdk.local.messages.media import MEDIA, Medium
from pinpoint_sdk.local.messages.rendering import read_substitutions, render_document
from pinpoint_sdk.local.state import Attempt, Project
from pinpoint_sdk.local.wire import JSON

_E164 = re.compile(r"\+[1-9][0-9]{1,14}")


@define(frozen=True, kw_only=True)
class Origin:
    """What a message comes from: an operation by its name, a ``campaign`` or a ``journey``."""

    sent_by: str
    campaign_id: str | None = None
    treatment_id: str | None = None
    journey_id: str | None = None
    activity_id: str | None = None


@define(frozen=True, kw_only=True)
class _Recipient:
    """An address, with what is known of it in ``document``, an endpoint's where it is one."""

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
    """Sends one message to any number of recipients and says how each one fared.

    A message that arrives is in the inbox, and every try is among the project's attempts. What
    fails on demand does so last: a recipient who fails anyhow does not use it up.

    An address that was reached already counts as a DUPLICATE on the same channel type; one that
    failed does not, so that a second endpoint with that address still has its chance.

    ``configuration`` is a DirectMessageConfiguration (the messages of a campaign will do too),
    ``templates`` a TemplateConfiguration; content.py says how they go together. The values of
    variables come from the recipient's substitutions, those of the message, the endpoint and the
    defaults of the template, in this order.
    """

    context: Context
    project: Project
    configuration: JSON
    templates: JSON
    origin: Origin
    _reached: set[tuple[str, str]] = Factory(set[tuple[str, str]])
    _messages: dict[str, _Message] = Factory(dict[str, _Message])

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

    def hand_over(
        self, endpoint: JSON, service: str, address: str, body: str, document: JSON
    ) -> None:
        """Record as delivered what goes to a service of the user's, not out on a channel.

        ``service`` stands where a message has its channel type.
        """
        recipient = _Recipient(
            channel_type=service,
            address=address,
            document=endpoint,
            endpoint_id=endpoint["Id"],
            user_id=endpoint["User"].get("UserId"),
        )
        message_id = self._arrive(recipient, Shown(body), deepcopy(document))
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
        medium = self._open_medium(recipient)
        message = self._message(medium)
        self.context.failures.at_delivery(*_names(recipient))
        document = _fill_in(medium, message, recipient, overrides)
        message_id = self._arrive(recipient, show(medium, document), document)
        self._reached.add((recipient.channel_type, recipient.address))
        return message_id

    def _arrive(self, recipient: _Recipient, shown: Shown, document: JSON) -> str:
        """Put a message into the inbox and return its id."""
        message_id = self.context.account.ids.resource_id()
        self.context.account.inbox.add(
            InboxMessage(
                channel_type=recipient.channel_type,
                address=recipient.address,
                body=shown.body,
                title=shown.title,
                html=shown.html,
                document=document,
                message_id=message_id,
                application_id=self.project.id,
                endpoint_id=recipient.endpoint_id,
                user_id=recipient.user_id,
                sent_by=self.origin.sent_by,
                campaign_id=self.origin.campaign_id,
                treatment_id=self.origin.treatment_id,
                journey_id=self.origin.journey_id,
                activity_id=self.origin.activity_id,
                sent_at=self.context.now,
            )
        )
        return message_id

    def _check_endpoint(self, recipient: _Recipient) -> None:
        endpoint = recipient.document
        if not endpoint:
            raise _lost("The endpoint does not exist.", 404)
        if not recipient.channel_type or not recipient.address:
            raise _lost("The endpoint has no channel type or no address.")
        if (recipient.channel_type, recipient.address) in self._reached:
            raise Undelivered("DUPLICATE", 400, "The address was already sent to.")
        if endpoint["OptOut"] == "ALL":
            raise Undelivered("OPT_OUT", 400, "The endpoint has opted out.")
        if endpoint["EndpointStatus"] != "ACTIVE":
            raise _lost("The endpoint is inactive.")

    def _open_medium(self, recipient: _Recipient) -> Medium:
        channel_type = recipient.channel_type
        medium = MEDIA.get(channel_type)
        if medium is None:
            raise _lost(f"Messages cannot be sent to the channel type {channel_type}.")
        channel = self.project.channels.get(channel_type)
        if channel is None or not channel["Enabled"]:
            state = "not configured" if channel is None else "disabled"
            raise _lost(f"The {channel_type} channel of this application is {state}.")
        if medium.needs_phone_number and not _E164.fullmatch(recipient.address):
            raise _lost("The phone number is not in E.164 form.")
        return medium

    def _message(self, medium: Medium) -> _Message:
        known = self._messages.get(medium.message)
        if known is not None:
            return known
        template = self._template(medium)
        chosen = choose_message(medium, self.configuration)
        if template is None and chosen is None:
            raise _lost(f"Either template or {medium.noun} message must be specified")
        message = _Message(
            document=compose(medium, self.configuration, template),
            substitutions=(chosen or {}).get("Substitutions", {}),
            default_substitutions=read_substitutions((template or {}).get("DefaultSubstitutions")),
        )
        self._messages[medium.message] = message
        return message

    def _template(self, medium: Medium) -> JSON | None:
        reference = self.templates.get(medium.template)
        if reference is None:
            return None
        name, version = reference.get("Name", ""), reference.get("Version")
        template = self.context.account.template(medium.template_type, name, version)
        if template is None:
            detail = f"{name!r}, version {version}" if version else repr(name)
            raise _lost(f"The {medium.noun} template does not exist: {detail}")
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
                sent_by=self.origin.sent_by,
                campaign_id=self.origin.campaign_id,
                treatment_id=self.origin.treatment_id,
                journey_id=self.origin.journey_id,
                activity_id=self.origin.activity_id,
                message_id=message_id,
            )
        )


def _fill_in(medium: Medium, message: _Message, recipient: _Recipient, overrides: JSON) -> JSON:
    """The document for one recipient; Context goes along with it."""
    document = override(medium, message.document, overrides)
    sources = (
        overrides.get("Substitutions", {}),
        message.substitutions,
        recipient.document,
        message.default_substitutions,
    )
    rendered = render_document(document, sources)
    if "RawEmail" in document:
        rendered["RawEmail"] = document["RawEmail"]  # Base64: nothing in it is a variable
    if overrides.get("Context"):
        rendered["Context"] = overrides["Context"]
    return rendered


def _names(recipient: _Recipient) -> list[str]:
    names = (recipient.address, recipient.endpoint_id, recipient.user_id)
    return [name for name in names if name]


def _lost(text: str, code: int = 400) -> Undelivered:
    return Undelivered("PERMANENT_FAILURE", code, text)
