"""Projects, which the API calls apps."""

from __future__ import annotations

from operator import attrgetter

from pinpoint_sdk.local.engine.call import Call
from pinpoint_sdk.local.engine.checks import check_tags
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.operations.pagination import page
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Project


@operation("CreateApp")
def create_app(call: Call) -> JSON:
    """Create an empty project. Names need not be unique; an empty one is rejected."""
    account = call.account
    if not call.body["Name"].strip():
        raise BadRequest("Name must not be empty")
    check_tags(call.body.get("tags", {}), account.quotas)
    if len(account.projects) >= account.quotas.projects:
        raise BadRequest(f"An account has at most {account.quotas.projects} projects")
    project_id = account.ids.resource_id()
    document: JSON = {
        "Arn": account.arn(f"apps/{project_id}"),
        "CreationDate": call.date,
        "Id": project_id,
        "Name": call.body["Name"],
        "tags": call.body.get("tags", {}),
    }
    account.projects[project_id] = Project(account.next_position(), document)
    return document


@operation("GetApp")
def get_app(call: Call) -> JSON:
    """One project."""
    return call.project().document


@operation("GetApps")
def get_apps(call: Call) -> JSON:
    """The projects, oldest first."""
    projects = list(call.account.projects.values())
    return page(call, projects, attrgetter("position"), attrgetter("document"))


@operation("DeleteApp")
def delete_app(call: Call) -> JSON:
    """Delete a project with everything in it; returns what it was."""
    project = call.project()
    del call.account.projects[project.id]
    return project.document
