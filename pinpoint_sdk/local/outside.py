"""The other AWS services that the embedded one works with: S3, Kinesis, Firehose."""

from __future__ import annotations

from typing import Any

import boto3

__all__ = ["Outside"]


class Outside:
    """Makes boto3 clients of other services.

    They are made when they are needed, so that moto's ``mock_aws`` may start later.
    """

    def __init__(self, session: boto3.Session | None, region_name: str) -> None:
        self._session = session
        self._region_name = region_name

    def client(self, service_name: str, region_name: str | None = None) -> Any:
        """A client of another service, in the embedded service's region by default."""
        session: Any = self._session or boto3.Session()
        return session.client(service_name, region_name=region_name or self._region_name)
