# Written by "make aio" out of pinpoint_sdk/clients/tags.py: change that one.
"""The client for tags."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient

__all__ = ["AsyncTagsClient"]


class AsyncTagsClient(AsyncClient):
    """Tags: labels on projects, campaigns, segments and templates."""

    async def list_tags_for_resource(self, resource_arn: str) -> models.TagsModel:
        """Get all tags of a resource.

        AWS operation: ``ListTagsForResource``. AWS still runs it.

        Args:
            resource_arn: The ``arn`` of a project, campaign, segment or message template.

        Returns:
            The tags.

        Raises:
            ServiceError: AWS refused the call; its model names no errors for this operation.
        """
        return await self._call("ListTagsForResource", models.TagsModel, ResourceArn=resource_arn)

    async def tag_resource(self, resource_arn: str, tags_model: models.TagsModel) -> None:
        """Add tags to a resource.

        Since 2023-05-22 the update methods ignore tags; this one and ``untag_resource`` change
        them.

        AWS operation: ``TagResource``. AWS still runs it.

        Args:
            resource_arn: The ``arn`` of a project, campaign, segment or message template.
            tags_model: The tags to add; a resource takes up to 50.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            ServiceError: AWS refused the call; its model names no errors for this operation.
        """
        return await self._call("TagResource", None, ResourceArn=resource_arn, TagsModel=tags_model)

    async def untag_resource(self, resource_arn: str, *, tag_keys: list[str]) -> None:
        """Remove tags from a resource.

        AWS operation: ``UntagResource``. AWS still runs it.

        Args:
            resource_arn: The ``arn`` of a project, campaign, segment or message template.
            tag_keys: The keys of the tags to remove.

        Raises:
            ServiceError: AWS refused the call; its model names no errors for this operation.
        """
        return await self._call("UntagResource", None, ResourceArn=resource_arn, TagKeys=tag_keys)
