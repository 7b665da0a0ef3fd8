# Written by "make aio" out of pinpoint_sdk/clients/endpoints.py: change that one.
"""The client for endpoints."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient

__all__ = ["AsyncEndpointsClient"]


class AsyncEndpointsClient(AsyncClient):
    """Endpoints: the devices, phone numbers and mailboxes that messages go to."""

    async def get_endpoint(self, application_id: str, endpoint_id: str) -> models.EndpointResponse:
        """Get one endpoint: its address, channel, user and attributes.

        AWS operation: ``GetEndpoint``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            endpoint_id: The endpoint's id, as it was stored.

        Returns:
            The endpoint.

        Raises:
            NotFoundException: There is no such project or endpoint.
        """
        return await self._call(
            "GetEndpoint",
            models.EndpointResponse,
            ApplicationId=application_id,
            EndpointId=endpoint_id,
        )

    async def update_endpoint(
        self, application_id: str, endpoint_id: str, endpoint_request: models.EndpointRequest
    ) -> models.MessageBody:
        """Create an endpoint, or merge changes into one.

        What is ``None`` stays as it is, and so does an attribute whose key is not in the request;
        an attribute with ``[]`` loses its values. AWS accepts the change (HTTP 202) and applies
        it shortly after.

        AWS operation: ``UpdateEndpoint``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            endpoint_id: An id of your choice.
            endpoint_request: What to store.

        Returns:
            AWS's acknowledgement.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or a quota is exceeded.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "UpdateEndpoint",
            models.MessageBody,
            ApplicationId=application_id,
            EndpointId=endpoint_id,
            EndpointRequest=endpoint_request,
        )

    async def update_endpoints_batch(
        self, application_id: str, endpoint_batch_request: models.EndpointBatchRequest
    ) -> models.MessageBody:
        """Create up to 100 endpoints, or merge changes into them, as ``update_endpoint`` does.

        AWS operation: ``UpdateEndpointsBatch``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            endpoint_batch_request: What to store, one item per endpoint; 7 MB at most.

        Returns:
            AWS's acknowledgement.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or a quota is exceeded.
            NotFoundException: There is no such project.
            PayloadTooLargeException: The batch is over 7 MB.
        """
        return await self._call(
            "UpdateEndpointsBatch",
            models.MessageBody,
            ApplicationId=application_id,
            EndpointBatchRequest=endpoint_batch_request,
        )

    async def get_user_endpoints(
        self, application_id: str, user_id: str
    ) -> models.EndpointsResponse:
        """Get all endpoints of a user, 15 at most.

        AWS operation: ``GetUserEndpoints``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            user_id: The user's id.

        Returns:
            The endpoints.

        Raises:
            NotFoundException: There is no such project, or the user has no endpoints.
        """
        return await self._call(
            "GetUserEndpoints",
            models.EndpointsResponse,
            ApplicationId=application_id,
            UserId=user_id,
        )

    async def remove_attributes(
        self,
        application_id: str,
        attribute_type: str,
        update_attributes_request: models.UpdateAttributesRequest,
    ) -> models.AttributesResource:
        """Remove attributes, all of one type, from the endpoints of a project.

        AWS describes the effect in two ways. On the operation: endpoints keep what they have, and
        Pinpoint stores no new or changed values of these attributes. On request and response: the
        attributes are removed from all endpoints.

        AWS operation: ``RemoveAttributes``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            attribute_type: ``endpoint-custom-attributes``, ``endpoint-metric-attributes`` or
                ``endpoint-user-attributes``: the ``attributes`` or ``metrics`` of endpoints, or the
                ``user_attributes`` of users.
            update_attributes_request: Which ones, by exact name or glob pattern.

        Returns:
            The type and the names of what was removed.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "RemoveAttributes",
            models.AttributesResource,
            ApplicationId=application_id,
            AttributeType=attribute_type,
            UpdateAttributesRequest=update_attributes_request,
        )

    async def delete_endpoint(
        self, application_id: str, endpoint_id: str
    ) -> models.EndpointResponse:
        """Delete an endpoint.

        AWS accepts the deletion (HTTP 202) and applies it shortly after.

        AWS operation: ``DeleteEndpoint``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            endpoint_id: The endpoint's id, as it was stored.

        Returns:
            The endpoint as it was.

        Raises:
            NotFoundException: There is no such project or endpoint.
        """
        return await self._call(
            "DeleteEndpoint",
            models.EndpointResponse,
            ApplicationId=application_id,
            EndpointId=endpoint_id,
        )

    async def delete_user_endpoints(
        self, application_id: str, user_id: str
    ) -> models.EndpointsResponse:
        """Delete all endpoints of a user.

        AWS accepts the deletion (HTTP 202) and applies it shortly after.

        AWS operation: ``DeleteUserEndpoints``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            user_id: The user's id.

        Returns:
            The endpoints as they were.

        Raises:
            NotFoundException: There is no such project.
        """
        return await self._call(
            "DeleteUserEndpoints",
            models.EndpointsResponse,
            ApplicationId=application_id,
            UserId=user_id,
        )
