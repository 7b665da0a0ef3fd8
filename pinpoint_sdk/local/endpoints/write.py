"""Writing an endpoint: merging it with what it was, and the consequences for other endpoints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.messages.channels import is_push
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON, json_bytes
from pinpoint_sdk.local.quotas import Quotas
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.state.endpoints import EndpointStore
from pinpoint_sdk.local.state.ids import cohort_id, shard_id
from pinpoint_sdk.local.times.dates import checked_date, parse_date

# Members whose own members (or keys) are merged one by one; a sent [] takes the place of values.
_MERGED = ("Attributes", "Demographic", "Location", "Metrics")

_NO_BRACES = re.compile(r"[^${}]*", re.DOTALL)

_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "EndpointStatus": ("ACTIVE", "INACTIVE"),
    "OptOut": ("ALL", "NONE"),
}


def write_endpoint(
    context: Context, project: Project, endpoint_id: str, sent: JSON, request_id: str
) -> JSON:
    """Create an endpoint or merge into it, as a whole or not at all; returns what it is now.

    A RequestId that is sent is kept as the endpoint's, otherwise the one of the request.

    Raises:
        BadRequest: The service does not accept a value, or more than an endpoint may hold.
    """
    with project.endpoints.all_or_nothing():
        return _write(context, project, endpoint_id, sent, request_id)


def _write(
    context: Context, project: Project, endpoint_id: str, sent: JSON, request_id: str
) -> JSON:
    if not _NO_BRACES.fullmatch(endpoint_id):
        raise _unfit("An endpoint id must not contain $ or braces")
    _check_values(sent)
    store = project.endpoints
    former = store.get(endpoint_id) or _new_endpoint(context, project, endpoint_id)
    endpoint = {
        **_merged(former, sent),
        "EffectiveDate": sent.get("EffectiveDate", context.date),
        "EndpointStatus": sent.get("EndpointStatus", "ACTIVE"),
        "RequestId": sent.get("RequestId") or request_id,
        "User": _merged_user(store, former, sent.get("User", {})),
    }
    _check_size(endpoint, context.account.quotas)
    _make_room(store, endpoint, context.account.quotas.endpoints_per_user)
    store.put(endpoint)
    _share_user_attributes(store, endpoint, context.account.quotas)
    _deactivate_duplicates(store, endpoint)
    return endpoint


def _new_endpoint(context: Context, project: Project, endpoint_id: str) -> JSON:
    return {
        "ApplicationId": project.id,
        "Attributes": {},
        "CohortId": cohort_id(endpoint_id),
        "CreationDate": context.date,
        "Id": endpoint_id,
        "Metrics": {},
        "OptOut": "NONE",
        "ShardId": shard_id(endpoint_id),
        "User": {},
    }


def _merged(former: JSON, sent: JSON) -> JSON:
    endpoint = {**former, **sent, "Id": former["Id"]}
    for member in _MERGED:
        if member in sent:
            endpoint[member] = {**former.get(member, {}), **sent[member]}
    if "Location" in sent:
        endpoint["Location"] = _rounded(endpoint["Location"])
    return endpoint


def _rounded(location: JSON) -> JSON:
    coordinates: JSON = {
        name: round(location[name], 1) + 0.0
        for name in ("Latitude", "Longitude")
        if name in location
    }
    return {**location, **coordinates}


def _merged_user(store: EndpointStore, former: JSON, sent: JSON) -> JSON:
    """UserAttributes belong to the user: a user with other endpoints has them already."""
    own: JSON = former["User"]
    user: JSON = {**own, **sent}
    attributes: JSON = own.get("UserAttributes", {})
    user_id = user.get("UserId")
    if user_id and user_id != own.get("UserId"):
        others = store.of_user(user_id)
        known: JSON = others[0]["User"].get("UserAttributes", {}) if others else {}
        attributes = known if own.get("UserId") else {**attributes, **known}
    attributes = {**attributes, **sent.get("UserAttributes", {})}
    user.pop("UserAttributes", None)
    return {**user, "UserAttributes": attributes} if attributes else user


def _share_user_attributes(store: EndpointStore, endpoint: JSON, quotas: Quotas) -> None:
    """Every endpoint of a user has the same UserAttributes, and room for them."""
    user: JSON = endpoint["User"]
    if not user.get("UserId"):
        return
    for other in store.of_user(user["UserId"]):
        if other["User"] != user:
            shared = {**other, "User": user}
            _check_size(shared, quotas)
            store.put(shared)


def _deactivate_duplicates(store: EndpointStore, endpoint: JSON) -> None:
    """Of the endpoints with one address, only the one written last is active."""
    if endpoint["EndpointStatus"] != "ACTIVE":
        return
    for other in store.at_address(endpoint.get("ChannelType", ""), endpoint.get("Address", "")):
        if other["Id"] != endpoint["Id"] and other["EndpointStatus"] == "ACTIVE":
            store.put({**other, "EndpointStatus": "INACTIVE"})


def _make_room(store: EndpointStore, endpoint: JSON, most: int) -> None:
    """Keep a user within the number of endpoints it may have.

    For one more push endpoint the user's oldest one, by EffectiveDate, loses its UserId and becomes
    INACTIVE; one of another channel, or without a push endpoint to evict, is rejected.
    """
    user_id = endpoint["User"].get("UserId")
    others = [other for other in store.of_user(user_id or "") if other["Id"] != endpoint["Id"]]
    if not user_id or len(others) < most:
        return
    evictable = [other for other in others if is_push(other.get("ChannelType"))]
    if not evictable or not is_push(endpoint.get("ChannelType")):
        raise _unfit(f"Exceeded maximum endpoint per user count:{most}")
    oldest = min(evictable, key=_effective)
    user = {name: value for name, value in oldest["User"].items() if name != "UserId"}
    store.put({**oldest, "EndpointStatus": "INACTIVE", "User": user})


def _effective(endpoint: JSON) -> datetime:
    return parse_date(endpoint["EffectiveDate"])


def _check_values(sent: JSON) -> None:
    for member, allowed in _ALLOWED.items():
        if member in sent and sent[member] not in allowed:
            expected = f"not one of {', '.join(allowed)}"
            raise BadRequest(
                f"{member}: {sent[member]!r} is {expected}", discreet=f"{member}: it is {expected}"
            )
    if "EffectiveDate" in sent:
        checked_date("EffectiveDate", sent["EffectiveDate"])


def _check_size(endpoint: JSON, quotas: Quotas) -> None:
    """Attributes, user attributes and metrics are counted together."""
    listed: dict[str, list[str]] = {
        **{f"Attributes.{name}": values for name, values in endpoint["Attributes"].items()},
        **{
            f"UserAttributes.{name}": values
            for name, values in endpoint["User"].get("UserAttributes", {}).items()
        },
    }
    names = [*listed, *(f"Metrics.{name}" for name in endpoint["Metrics"])]
    if len(names) > quotas.endpoint_attributes:
        raise _unfit(f"An endpoint has at most {quotas.endpoint_attributes} attributes")
    for name in names:
        if len(name.split(".", 1)[1]) > quotas.attribute_name_characters:
            raise _unfit(f"longer than {quotas.attribute_name_characters} characters", name)
    for name, values in listed.items():
        if len(values) > quotas.values_per_attribute:
            raise _unfit(f"more than {quotas.values_per_attribute} values", name)
        if any(len(value) > quotas.attribute_value_characters for value in values):
            most = quotas.attribute_value_characters
            raise _unfit(f"a value is longer than {most} characters", name)
    if json_bytes(endpoint) > quotas.endpoint_bytes:
        raise _unfit(f"An endpoint has at most {quotas.endpoint_bytes} bytes")


def _unfit(problem: str, attribute: str = "") -> BadRequest:
    """The refusal of an endpoint, or of one of its attributes."""
    if not attribute:
        return BadRequest(problem, discreet=problem)
    kind, _, _ = attribute.partition(".")
    return BadRequest(f"{attribute}: {problem}", discreet=f"{kind}[*]: {problem}")
