"""Tags of projects and of what is in them, by ARN."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from pinpoint_sdk.local.engine.call import Call
from pinpoint_sdk.local.engine.checks import check_tags
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.protocol.arns import parse_arn
from pinpoint_sdk.local.protocol.errors import BadRequest, resource_not_found
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Account, MessageTemplate, Project
from pinpoint_sdk.local.state.campaigns import Versioned
from pinpoint_sdk.local.state.journeys import Journey

_Tagged: TypeAlias = "Project | Versioned | Journey | MessageTemplate"


@operation("TagResource")
def tag_resource(call: Call) -> JSON:
    """Add tags to a resource, replacing those with the same keys.

    The tags belong to the resource and not to a version of it: all its versions show them.
    """
    resource = _resource(call)
    sent: dict[str, str] = call.body["tags"]
    tags = {**_tags_of(resource), **sent}
    check_tags(tags, call.account.quotas)
    set_tags(resource, tags)
    return {}


@operation("UntagResource")
def untag_resource(call: Call) -> JSON:
    """Remove tags from a resource; keys that it does not have are ignored."""
    resource, keys = _resource(call), call.query.get("TagKeys", ())
    if not keys:
        raise BadRequest("tagKeys is required")
    set_tags(resource, {key: value for key, value in _tags_of(resource).items() if key not in keys})
    return {}


@operation("ListTagsForResource")
def list_tags_for_resource(call: Call) -> JSON:
    """The tags of a resource."""
    return {"tags": _tags_of(_resource(call))}


def _resource(call: Call) -> _Tagged:
    """The resource of the ARN: one of this account and region, or one that was saved with it."""
    text, account = call.path["ResourceArn"], call.account
    arn = parse_arn(text)
    if arn is None:
        raise BadRequest(f"ResourceArn must be an ARN, got {text!r}")
    tagged = find_tagged(account, arn.resource)
    if tagged is None or text not in (account.arn(arn.resource), _own_arn(account, arn.resource)):
        raise resource_not_found()
    return tagged


def _own_arn(account: Account, resource: str) -> str:
    """The ARN of a resource by what its answers say; a project's starts all ARNs in it."""
    template = account.templates.get(resource.removeprefix("templates/"))
    if template is not None:
        return str((template.version() or {})["Arn"])
    project_id = resource.split("/")[1]
    home: str = account.projects[project_id].document["Arn"]
    return home + resource.removeprefix(f"apps/{project_id}")


def find_tagged(account: Account, resource: str) -> _Tagged | None:
    """The resource by that part of an ARN, if it is there and can have tags."""
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


def set_tags(resource: _Tagged, tags: dict[str, str]) -> None:
    """Give a resource these tags in place of those it has."""
    if isinstance(resource, MessageTemplate):
        resource.tags = tags
    elif isinstance(resource, Versioned):
        resource.versions[:] = [
            {**document, "tags": tags} if document else document for document in resource.versions
        ]
    else:
        resource.document = {**resource.document, "tags": tags}
