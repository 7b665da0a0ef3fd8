"""The other AWS services that the embedded one works with: S3, Kinesis, Firehose."""

from __future__ import annotations

from typing import Any

import boto3
import botocore.session
from botocore.exceptions import BotoCoreError

from pinpoint_sdk.local.protocol.service_model import shared_loader


class AwsClients:
    """Creates boto3 clients of other services.

    They are created when they are needed, so that moto's ``mock_aws`` may start later. Without a
    session of the user's, only what moto answers succeeds: nothing leaves the machine.
    """

    def __init__(self, session: boto3.Session | None, region_name: str) -> None:
        self._session = session
        self._region_name = region_name

    def client(self, service_name: str, region_name: str | None = None) -> Any:
        """A client of another service, in the embedded service's region by default."""
        session: Any = self._session or _new_session()
        client = session.client(service_name, region_name=region_name or self._region_name)
        if self._session is None:
            client._endpoint.http_session = _NoNetwork()  # boto3 has no public way to cut it off
        return client


def _new_session() -> boto3.Session:
    core = botocore.session.Session()
    core.register_component("data_loader", shared_loader())
    return boto3.Session("LOCALPINPOINT", "not-a-secret", botocore_session=core)


class _NetworkNotAllowed(BotoCoreError):
    fmt = (
        "Without moto, the embedded Pinpoint needs a session to call other services with: "
        "LocalPinpoint(aws=boto3.Session()), or --aws on the command line"
    )


class _NoNetwork:
    """Takes the place of what sends the HTTP requests of a boto3 client."""

    def send(self, _: object) -> None:
        raise _NetworkNotAllowed

    def close(self) -> None:
        pass
