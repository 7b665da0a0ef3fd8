"""Endpoints: one by one, in batches, of a user, and the attributes of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from fnmatch import fnmatchcase

from pinpoint_sdk.local.call import Call
from pinpoint_sdk.local.endpoint_write import write_endpoint
from pinpoint_sdk.local.faults import BadRequest, resource_not_found
from pinpoint_sdk.local.operations.registry import operation
from pinpoint_sdk.local.wire import JSON


@operation("GetEndpoint")
def get_endpoint(call: Call) -> JSON:
    """One endpoint."""
    endpoint = call.project().endpoints.get(call.path["EndpointId"])
    if endpoint is None:
        raise resource_not_found()
    return endpoint


@operation("UpdateEndpoint")
def update_endpoint(call: Call) -> JSON:
    """Create an endpoint or merge into it; neither ChannelType nor Address is asked for.

    A RequestId in the body is kept as the endpoint's, otherwise that of the request. An attribute
    cleared with [] stays as a name without values. Ids that differ in case are two endpoints here.
    """
    write_endpoint(call, call.project(), call.path["EndpointId"], call.body, call.request_id)
    return _accepted(call)


@operation("UpdateEndpointsBatch")
def update_endpoints_batch(call: Call) -> JSON:
    """Write every item in order, or none where one is refused."""
    project, most = call.project(), call.account.quotas.endpoints_per_batch
    items: list[JSON] = call.body["Item"]
    if len(items) > most:
        raise BadRequest(f"A batch has at most {most} items, got {len(items)}")
    for index, item in enumerate(items):
        if not item.get("Id"):
            raise BadRequest(f"Item[{index}].Id is required")
    with project.endpoints.all_or_nothing():
        for item in items:
            write_endpoint(call, project, item["Id"], item, call.request_id)
    return _accepted(call)


@operation("DeleteEndpoint")
def delete_endpoint(call: Call) -> JSON:
    """Delete an endpoint; answers with what it was."""
    endpoint = get_endpoint(call)
    call.project().endpoints.remove(endpoint["Id"])
    return endpoint


@operation("GetUserEndpoints")
def get_user_endpoints(call: Call) -> JSON:
    """The endpoints of a user, in the order in which they came to it."""
    endpoints = call.project().endpoints.of_user(call.path["UserId"])
    if not endpoints:
        raise resource_not_found()
    return {"Item": endpoints}


@operation("DeleteUserEndpoints")
def delete_user_endpoints(call: Call) -> JSON:
    """Delete the endpoints of a user, and so the user; a user without any is a 404 here too."""
    deleted = get_user_endpoints(call)
    for endpoint in deleted["Item"]:
        call.project().endpoints.remove(endpoint["Id"])
    return deleted


@operation("RemoveAttributes")
def remove_attributes(call: Call) -> JSON:
    """Take attributes off every endpoint, those that a name or a pattern with ``*`` fits.

    A later write may bring such an attribute back. Answers with the names that were found on an
    endpoint, sorted; that none was is no error.
    """
    project, kind = call.project(), call.path["AttributeType"]
    if kind not in _ATTRIBUTE_PATHS:
        raise BadRequest(f"AttributeType: {kind!r} is not one of {', '.join(_ATTRIBUTE_PATHS)}")
    path = _ATTRIBUTE_PATHS[kind]
    endpoints = project.endpoints.all()
    names = {name for endpoint in endpoints for name in _attributes(endpoint, path)}
    removed = {name for name in names if _is_listed(name, call.body.get("Blacklist", []))}
    for endpoint in endpoints:
        if not removed.isdisjoint(_attributes(endpoint, path)):
            project.endpoints.put(_without(endpoint, path, removed))
    return {"ApplicationId": project.id, "AttributeType": kind, "Attributes": sorted(removed)}


_ATTRIBUTE_PATHS: Mapping[str, tuple[str, ...]] = {
    "endpoint-custom-attributes": ("Attributes",),
    "endpoint-metric-attributes": ("Metrics",),
    "endpoint-user-attributes": ("User", "UserAttributes"),
}


def _attributes(endpoint: JSON, path: Sequence[str]) -> JSON:
    found = endpoint
    for member in path:
        found = found.get(member, {})
    return found


def _without(document: JSON, path: Sequence[str], removed: Set[str]) -> JSON:
    """A copy of a document without some keys of the map at a path."""
    if not path:
        return {name: value for name, value in document.items() if name not in removed}
    member, *rest = path
    return {**document, member: _without(document[member], rest, removed)}


def _is_listed(name: str, patterns: Iterable[str]) -> bool:
    return any(name == pattern or fnmatchcase(name, pattern) for pattern in patterns)


def _accepted(call: Call) -> JSON:
    return {"Message": "Accepted", "RequestID": call.request_id}
