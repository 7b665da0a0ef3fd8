"""Endpoints: one by one, in batches, by user, and the attributes of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from fnmatch import fnmatchcase

from pinpoint_sdk.local.endpoints.write import write_endpoint
from pinpoint_sdk.local.engine.call import Call, found
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON


@operation("GetEndpoint")
def get_endpoint(call: Call) -> JSON:
    """One endpoint."""
    return found(call.project().endpoints.get(call.path["EndpointId"]))


@operation("UpdateEndpoint")
def update_endpoint(call: Call) -> JSON:
    """Create an endpoint or merge into it; ChannelType and Address are optional.

    A RequestId in the body is kept as the endpoint's, otherwise that of the request. An attribute
    cleared with [] stays as a name without values. Endpoint ids are case-sensitive here.
    """
    write_endpoint(call, call.project(), call.path["EndpointId"], call.body, call.request_id)
    return _accepted(call)


@operation("UpdateEndpointsBatch")
def update_endpoints_batch(call: Call) -> JSON:
    """Write every item in order, or no item if one is rejected."""
    project, limit = call.project(), call.account.quotas.endpoints_per_batch
    items: list[JSON] = call.body["Item"]
    if len(items) > limit:
        raise BadRequest(f"A batch has at most {limit} items, got {len(items)}")
    for index, item in enumerate(items):
        if not item.get("Id"):
            raise BadRequest(f"Item[{index}].Id is required")
    with project.endpoints.all_or_nothing():
        for item in items:
            write_endpoint(call, project, item["Id"], item, call.request_id)
    return _accepted(call)


@operation("DeleteEndpoint")
def delete_endpoint(call: Call) -> JSON:
    """Delete an endpoint; returns what it was."""
    endpoint = get_endpoint(call)
    call.project().endpoints.remove(endpoint["Id"])
    return endpoint


@operation("GetUserEndpoints")
def get_user_endpoints(call: Call) -> JSON:
    """The endpoints of a user, in the order in which it got them."""
    endpoints = call.project().endpoints.of_user(call.path["UserId"])
    return {"Item": found(endpoints or None)}


@operation("DeleteUserEndpoints")
def delete_user_endpoints(call: Call) -> JSON:
    """Delete the endpoints of a user, and so the user; an unknown user is a 404 here too."""
    deleted = get_user_endpoints(call)
    for endpoint in deleted["Item"]:
        call.project().endpoints.remove(endpoint["Id"])
    return deleted


@operation("RemoveAttributes")
def remove_attributes(call: Call) -> JSON:
    """Remove attributes from every endpoint, by name or by a pattern with ``*``.

    A later write may add such an attribute again. Returns the names that an endpoint had, sorted;
    it is not an error if no endpoint had any.
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
