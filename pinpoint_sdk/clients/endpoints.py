"""Endpoints: the devices, phone numbers and mailboxes that messages go to."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.clients.base import Client

__all__ = ["EndpointsClient"]


class EndpointsClient(Client):
    """Endpoints: the devices, phone numbers and mailboxes that messages go to."""

    def get_endpoint(self, application_id: str, endpoint_id: str) -> models.EndpointResponse:
        """Get one endpoint: its address, channel, user and attributes.

        AWS operation: ``GetEndpoint``.

        Args:
            application_id: The project's id, 32 hex digits.
            endpoint_id: The endpoint's id, as it was stored.

        Returns:
            The endpoint.

        Raises:
            NotFoundException: There is no such project or endpoint.
        """
        return self._call(
            "GetEndpoint",
            models.EndpointResponse,
            ApplicationId=application_id,
            EndpointId=endpoint_id,
        )

    def update_endpoint(
        self, application_id: str, endpoint_id: str, endpoint_request: models.EndpointRequest
    ) -> models.MessageBody:
        """Create an endpoint, or merge changes into one.

        What is ``None`` stays as it is, and so does an attribute whose key is not in the request;
        an attribute with ``[]`` loses its values. AWS takes the change in (HTTP 202) and applies
        it shortly after.

        AWS operation: ``UpdateEndpoint``.

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
        return self._call(
            "UpdateEndpoint",
            models.MessageBody,
            ApplicationId=application_id,
            EndpointId=endpoint_id,
            EndpointRequest=endpoint_request,
        )

    def update_endpoints_batch(
        self, application_id: str, endpoint_batch_request: models.EndpointBatchRequest
    ) -> models.MessageBody:
        """Create up to 100 endpoints, or merge changes into them, as ``update_endpoint`` does.

        AWS operation: ``UpdateEndpointsBatch``.

        Args:
            application_id: The project's id, 32 hex digits.
            endpoint_batch_request: What to store, an item an endpoint; 7 MB at most.

        Returns:
            AWS's acknowledgement.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or a quota is exceeded.
            NotFoundException: There is no such project.
            PayloadTooLargeException: The batch is over 7 MB.
        """
        return self._call(
            "UpdateEndpointsBatch",
            models.MessageBody,
            ApplicationId=application_id,
            EndpointBatchRequest=endpoint_batch_request,
        )
