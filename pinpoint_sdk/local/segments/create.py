"""Creating segments, of dimensions and from files."""

from __future__ import annotations

from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.state.campaigns import Versioned


def new_segment(context: Context, project: Project, written: JSON) -> JSON:
    """Add a segment to a project; returns its document."""
    account = context.account
    segment_id = account.ids.resource_id()
    document: JSON = {
        "tags": {},
        **written,
        "ApplicationId": project.id,
        "Arn": account.arn(f"apps/{project.id}/segments/{segment_id}"),
        "CreationDate": context.date,
        "Id": segment_id,
        "LastModifiedDate": context.date,
        "Version": 1,
    }
    project.segments[segment_id] = Versioned(account.next_position(), [document])
    return document


def new_imported_segment(context: Context, project: Project, name: str, definition: JSON) -> JSON:
    """Add a segment that an import job fills; returns its document.

    Args:
        context: Where and when.
        project: The project; the ids of the endpoints go into its ``imported``.
        name: Its Name.
        definition: Its SegmentImportResource.
    """
    written: JSON = {"ImportDefinition": definition, "Name": name, "SegmentType": "IMPORT"}
    return new_segment(context, project, written)
