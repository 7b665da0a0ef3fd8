"""What every client shares: how it is made, and how it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pinpoint_sdk.transport import Transport, connect

if TYPE_CHECKING:
    from types import TracebackType

    from boto3 import Session
    from botocore.client import BaseClient, ClientMeta
    from botocore.config import Config
    from typing_extensions import Self

__all__ = ["Client"]


class Client:
    """Base of the clients. One instance may be shared by threads.

    Args:
        region_name: The AWS region, such as ``us-east-1``; by default boto3's own choice.
        session: A boto3 session to make the client with; by default boto3's default session, or
            a new one.
        config: boto3 settings: retries, timeouts, proxies, connection pool.
        endpoint_url: Another address to call than AWS's, with scheme.
        client: A finished boto3 Pinpoint client, used as it is and left open by ``close``. It
            knows AWS's own model only and refuses the members that only the 2017-09-27 release
            has. Takes none of the other arguments.

    Raises:
        RegionError: No region was given, and boto3 finds none.
        ConfigurationError: boto3 cannot make a client out of the arguments and its environment.
    """

    def __init__(
        self,
        region_name: str | None = None,
        *,
        session: Session | None = None,
        config: Config | None = None,
        endpoint_url: str | None = None,
        client: BaseClient | None = None,
    ) -> None:
        if client is not None and (region_name or session or config or endpoint_url):
            raise TypeError("client= is finished: it takes no region, session, config or endpoint")
        self._owned = client is None
        self._transport = Transport(client or connect(region_name, session, config, endpoint_url))
        self._call = self._transport.call

    @property
    def meta(self) -> ClientMeta:
        """What boto3 says of its client: region, endpoint_url, config, event hooks.

        Handlers that are registered here on the dicts of a request or an answer see JSON text in
        place of a body; those of a session handed in see the dicts.
        """
        return self._transport.meta

    def close(self) -> None:
        """Close the connections, unless the boto3 client was handed in."""
        if self._owned:
            self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
