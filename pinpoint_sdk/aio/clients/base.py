"""What every client for asyncio shares: how it is created and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from botocore.client import ClientMeta
from botocore.config import Config
from typing_extensions import Self

from pinpoint_sdk._boto.attempts import max_attempts
from pinpoint_sdk._boto.client_arguments import (
    refuse_beside_client,
    refusing_credentials,
    require_aio_client,
    require_aio_session,
    require_config,
    require_text,
)
from pinpoint_sdk.aio._transport import AsyncTransport
from pinpoint_sdk.errors import ConfigurationError, RegionError

if TYPE_CHECKING:
    from types import TracebackType

    from aiobotocore.client import AioBaseClient
    from aiobotocore.session import AioSession


__all__ = ["AsyncClient"]


class AsyncClient:
    """Base of the clients for asyncio. Tasks can share one instance, and so can event loops."""

    @refusing_credentials
    def __init__(
        self,
        region_name: str | None = None,
        *,
        session: AioSession | None = None,
        config: Config | None = None,
        endpoint_url: str | None = None,
        client: AioBaseClient | None = None,
    ) -> None:
        """Create a client.

        It connects at its first call, or where ``async with`` is entered: only then is it known
        whether aiobotocore can create a client from the arguments.

        Args:
            region_name: The AWS region, such as ``us-east-1``; by default boto3's own choice.
            session: A session of aiobotocore, or of aioboto3, to create the client with; by default
                a new one.
            config: boto3 settings: retries, timeouts, proxies. ``max_pool_connections``, by default
                10, is how many requests there can be at once; further ones wait.
            endpoint_url: An address to call instead of AWS's, with its scheme.
            client: A Pinpoint client of aiobotocore, used as it is and left open by ``close``. It
                knows only AWS's own model and refuses the members that only the 2017-09-27 release
                has. Cannot be combined with the other arguments.

        Raises:
            RegionError: ``region_name`` is empty.
            ConfigurationError: ``endpoint_url`` is empty.
            TypeError: An argument is of another type, or ``client`` came with another argument.
        """
        require_text("region_name", region_name, "us-east-1", RegionError)
        require_text("endpoint_url", endpoint_url, "http://localhost:4566", ConfigurationError)
        core = require_aio_session(session)
        if config is not None:
            require_config(config)
        self._owned = client is None
        if client is not None:
            refuse_beside_client(
                region_name=region_name, session=session, config=config, endpoint_url=endpoint_url
            )
            require_aio_client(client)
        self._settings = region_name, session, config, endpoint_url
        self._transport = AsyncTransport(client, region_name, core, config, endpoint_url)
        self._call = self._transport.call

    @property
    def meta(self) -> ClientMeta:
        """boto3's ``meta`` of the client: region, endpoint_url, config, event hooks.

        Raises:
            ConfigurationError: The client has not connected yet.
        """
        return self._transport.meta

    @property
    def max_attempts(self) -> int:
        """How often aiobotocore sends one request at most, with the settings of this client.

        Above 1 it resends a request whose answer was lost, and Pinpoint has no idempotency token:
        a message can be delivered that often. ``with_config`` makes a client that never resends.

        Raises:
            ConfigurationError: The client has not connected yet.
        """
        return max_attempts(self.meta.config)

    def with_config(self, config: Config) -> Self:
        """Make a second client of the same session, region and address, with other settings.

            once = pinpoint.with_config(Config(retries={"total_max_attempts": 1}))

        Args:
            config: boto3 settings. They take precedence over those of this client, which otherwise
                stay.

        Returns:
            A client of the same class, with connections of its own. Close it separately.

        Raises:
            TypeError: ``config`` is not a ``botocore.config.Config``, or this client was made with
                ``client=``: aiobotocore cannot change an existing client.
        """
        if not self._owned:
            raise TypeError(
                "with_config: this client was made with client=, and aiobotocore cannot change an "
                "existing client. Pass client= one that was created with this config"
            )
        require_config(config)
        region_name, session, own, endpoint_url = self._settings
        return type(self)(
            region_name,
            session=session,
            config=own.merge(config) if own else config,
            endpoint_url=endpoint_url,
        )

    async def close(self) -> None:
        """Close the client: no call works afterwards. An aiobotocore client passed in stays open.

        A client that is not closed closes its connections when the event loop ends, as
        ``asyncio.run`` ends it.
        """
        await self._transport.close()

    async def __aenter__(self) -> Self:
        await self._transport.open()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        name = type(self).__name__
        region_name, _, _, endpoint_url = self._settings
        return f"{name}(region_name={region_name!r}, endpoint_url={endpoint_url!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} cannot be pickled or copied: it holds connections and "
            "credentials. Create one in each process"
        )
