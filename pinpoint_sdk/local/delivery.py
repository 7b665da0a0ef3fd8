"""What becomes of a message to one recipient."""

from __future__ import annotations

import re

from attrs import Factory, define

from pinpoint_sdk.local.failures import Undelivered
from pinpoint_sdk.local.ids import Ids
from pinpoint_sdk.local.media import MEDIA, Medium
from pinpoint_sdk.local.state import Project
from pinpoint_sdk.local.wire import JSON

_E164 = re.compile(r"\+[1-9][0-9]{1,14}")


@define
class Delivery:
    """Sends one message to any number of recipients and says how each one fared.

    An address that was reached already counts as a DUPLICATE on the same channel type; one that
    failed does not, so that a second endpoint with that address still has its chance.
    """

    project: Project
    ids: Ids
    configuration: JSON
    templates: JSON
    _reached: set[tuple[str, str]] = Factory(set[tuple[str, str]])

    def to_address(self, channel_type: str, address: str) -> JSON:
        """The MessageResult of an address."""
        try:
            self._send(channel_type, address)
        except Undelivered as reason:
            return _failure(reason)
        return self._success()

    def to_endpoint(self, endpoint_id: str) -> JSON:
        """The EndpointMessageResult of an endpoint; an unknown one has an empty Address."""
        endpoint = self.project.endpoints.get(endpoint_id)
        address = (endpoint or {}).get("Address", "")
        try:
            self._send_to_endpoint(endpoint)
        except Undelivered as reason:
            return {**_failure(reason), "Address": address}
        return {**self._success(), "Address": address}

    def _success(self) -> JSON:
        message_id = self.ids.resource_id()
        return {
            "DeliveryStatus": "SUCCESSFUL",
            "MessageId": message_id,
            "StatusCode": 200,
            "StatusMessage": f"MessageId: {message_id}",
        }

    def _send_to_endpoint(self, endpoint: JSON | None) -> None:
        if endpoint is None:
            raise _lost("The endpoint does not exist.", 404)
        channel_type, address = endpoint.get("ChannelType"), endpoint.get("Address")
        if not channel_type or not address:
            raise _lost("The endpoint has no channel type or no address.")
        if (channel_type, address) in self._reached:
            raise Undelivered("DUPLICATE", 400, "The address was already sent to.")
        if endpoint["OptOut"] == "ALL":
            raise Undelivered("OPT_OUT", 400, "The endpoint has opted out.")
        if endpoint["EndpointStatus"] != "ACTIVE":
            raise _lost("The endpoint is inactive.")
        self._send(channel_type, address)

    def _send(self, channel_type: str, address: str) -> None:
        medium = MEDIA.get(channel_type)
        if medium is None:
            raise _lost(f"Messages cannot be sent to the channel type {channel_type}.")
        channel = self.project.channels.get(channel_type)
        if channel is None or not channel["Enabled"]:
            state = "not configured" if channel is None else "disabled"
            raise _lost(f"The {channel_type} channel of this application is {state}.")
        if medium.needs_phone_number and not _E164.fullmatch(address):
            raise _lost("The phone number is not in E.164 form.")
        self._require_message(medium)
        self._reached.add((channel_type, address))

    def _require_message(self, medium: Medium) -> None:
        """The channel's own message, for push the default one of push, or the default message.

        There are no templates here yet: naming one finds nothing.
        """
        if medium.template in self.templates:
            raise _lost("The template does not exist.")
        names = [medium.message, "DefaultMessage"]
        if medium.is_push:
            names.append("DefaultPushNotificationMessage")
        if not any(name in self.configuration for name in names):
            raise _lost(f"Either template or {medium.noun} message must be specified")


def _lost(text: str, code: int = 400) -> Undelivered:
    return Undelivered("PERMANENT_FAILURE", code, text)


def _failure(reason: Undelivered) -> JSON:
    return {
        "DeliveryStatus": reason.status,
        "StatusCode": reason.code,
        "StatusMessage": reason.text,
    }
