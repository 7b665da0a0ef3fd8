"""Direct messages: to addresses and endpoints, and to users."""

from __future__ import annotations

from pinpoint_sdk.local.engine.call import Call
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.messages.delivery import Delivery, Origin
from pinpoint_sdk.local.messages.rendering import Room
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Project

_NO_ENDPOINTS: JSON = {
    "": {
        "Address": "",
        "DeliveryStatus": "PERMANENT_FAILURE",
        "StatusCode": 400,
        "StatusMessage": "No endpoints found for userId.",
    }
}


@operation("SendMessages")
def send_messages(call: Call) -> JSON:
    """Send to addresses and endpoints; the result for each is in the response, always HTTP 200.

    An address without ChannelType makes the whole request a 400. Addresses come first, so that
    an endpoint with an address of the request is the duplicate.
    """
    project = call.project()
    addresses: dict[str, JSON] = call.body.get("Addresses", {})
    endpoints: dict[str, JSON] = call.body.get("Endpoints", {})
    _check_recipients(call, len(addresses) + len(endpoints))
    for address, configuration in addresses.items():
        if not address:
            raise BadRequest("Missing Address")
        if "ChannelType" not in configuration:
            raise BadRequest(f"Addresses[{address!r}].ChannelType is required")
    delivery = _delivery(call, project)
    answer = _answer(call, project)
    if addresses:
        answer["Result"] = {
            address: delivery.to_address(
                configuration["ChannelType"], address, _with_context(call, configuration)
            )
            for address, configuration in addresses.items()
        }
    if endpoints:
        answer["EndpointResult"] = {
            name: delivery.to_endpoint(name, _with_context(call, configuration))
            for name, configuration in endpoints.items()
        }
    return answer


@operation("SendUsersMessages")
def send_users_messages(call: Call) -> JSON:
    """Send to every active endpoint of each user.

    Inactive endpoints are skipped. A user without active endpoints gets a result under the empty
    endpoint id, as AWS was seen to answer.
    """
    project = call.project()
    users: dict[str, JSON] = call.body["Users"]
    _check_recipients(call, len(users))
    delivery = _delivery(call, project)
    result = {
        user: _to_user(delivery, project, user, _with_context(call, configuration))
        for user, configuration in users.items()
    }
    return {**_answer(call, project), "Result": result}


def _to_user(delivery: Delivery, project: Project, user: str, configuration: JSON) -> JSON:
    active = [
        endpoint["Id"]
        for endpoint in project.endpoints.of_user(user)
        if endpoint["EndpointStatus"] == "ACTIVE"
    ]
    return {name: delivery.to_endpoint(name, configuration) for name in active} or _NO_ENDPOINTS


def _with_context(call: Call, configuration: JSON) -> JSON:
    """The configuration of one recipient, its Context merged into that of the whole request."""
    context = {**call.body.get("Context", {}), **configuration.get("Context", {})}
    return {**configuration, "Context": context}


def _check_recipients(call: Call, number: int) -> None:
    if not number:
        raise BadRequest("Missing Address")
    limit = call.account.quotas.recipients_per_request
    if number > limit:
        raise BadRequest(f"A request has at most {limit} recipients, got {number}")


def _delivery(call: Call, project: Project) -> Delivery:
    return Delivery(
        context=call,
        project=project,
        configuration=call.body["MessageConfiguration"],
        templates=call.body.get("TemplateConfiguration", {}),
        origin=Origin(sent_by=call.operation.name),
        room=Room("The messages of the request have", call.account.quotas.characters_per_request),
    )


def _answer(call: Call, project: Project) -> JSON:
    """RequestId is the caller's own if it sent one, a member of the 2017-09-27 release."""
    return {
        "ApplicationId": project.id,
        "RequestId": call.body.get("RequestId") or call.request_id,
    }
