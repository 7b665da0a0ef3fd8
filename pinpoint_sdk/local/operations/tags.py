"""Tags of projects and of what is in them, by ARN."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from pinpoint_sdk.local.arns import read_arn
from pinpoint_sdk.local.call import Call
from pinpoint_sdk.local.faults import BadRequest, resource_not_found
from pinpoint_sdk.local.journeys.state import Journey
from pinpoint_sdk.local.operations.registry import operation
from pinpoint_sdk.local.quotas import check_tags
from pinpoint_sdk.local.state import Account, MessageTemplate, Project, Versioned
from pinpoint_sdk.local.wire import JSON

_Tagged: TypeAlias = "Project | Versioned | Journey | MessageTemplate"


@operation("TagResource")
def tag_resource(call: Call) -> JSON:
    """Add tags to a resource, in place of those with the same keys.

    The tags belong to the resource and not to a version of it: all its versions show them.
    """
    resource = _resource(call)
    sent: dict[str, str] = call.body["tags"]
    tags = {**_tags_of(resource), **sent}
    check_tags(tags, call.account.quotas)
    _set_tags(resource, tags)
    return {}


@operation("UntagResource")
def untag_resource(call: Call) -> JSON:
    """Take tags off a resource; keys that it does not have are no error."""
    resource, keys = _resource(call), call.query.get("TagKeys", ())
    if not keys:
        raise BadRequest("tagKeys is required")
    _set_tags(
        resource, {key: value for key, value in _tags_of(resource).items() if key not in keys}
    )
    return {}


@operation("ListTagsForResource")
def list_tags_for_resource(call: Call) -> JSON:
    """The tags of a resource."""
    return {"tags": _tags_of(_resource(call))}


def _resource(call: Call) -> _Tagged:
    """What the ARN names; one of another account or region names nothing here."""
    text, account = call.path["ResourceArn"], call.account
    arn = read_arn(text)
    if arn is None:
        raise BadRequest(f"ResourceArn must be an ARN, got {text!r}")
    found = _find(account, arn.resource) if text == account.arn(arn.resource) else None
    if found is None:
        raise resource_not_found()
    return found


def _find(account: Account, resource: str) -> _Tagged | None:
    """What the resource part of an ARN names."""
    if template := re.fullmatch("templates/(.+)", resource):
        return account.templates.get(template[1])
    path = re.fullmatch("apps/([^/]+)(?:/([^/]+)/([^/]+))?", resource)
    project = account.projects.get(path[1]) if path else None
    if path is None or project is None or path[2] is None:
        return project
    collections: Mapping[str, Mapping[str, _Tagged]] = {
        "campaigns": project.campaigns,
        "journeys": project.journeys,
        "segments": project.segments,
    }
    return collections.get(path[2], {}).get(path[3])


def _tags_of(resource: _Tagged) -> dict[str, str]:
    if isinstance(resource, MessageTemplate):
        return resource.tags
    document = resource.current if isinstance(resource, Versioned) else resource.document
    tags: dict[str, str] = document.get("tags", {})
    return tags


def _set_tags(resource: _Tagged, tags: dict[str, str]) -> None:
    if isinstance(resource, MessageTemplate):
        resource.tags = tags
    elif isinstance(resource, Versioned):
        resource.versions[:] = [{**document, "tags": tags} for document in resource.versions]
    else:
        resource.document = {**resource.document, "tags": tags}
