"""Tags: labels on projects, campaigns, segments and templates."""

from __future__ import annotations

from typing import Annotated

from attrs import define

from pinpoint_sdk.models.base import Response, Wire


@define(kw_only=True, repr=False)
class TagsModel(Response):
    """Tags of a project, campaign, segment or message template: those that ``tag_resource`` adds,
    and those that ``list_tags_for_resource`` returns.

    AWS shape: ``TagsModel``.
    """

    tags: Annotated[dict[str, str], Wire("tags")]
    """Tags of the resource. At most 50, keys up to 128 and values up to 256 characters; keys that
    start with ``aws:`` are AWS's own.
    """
