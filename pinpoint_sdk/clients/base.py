"""What every client shares: how it is created and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import boto3
from botocore.client import ClientMeta
from botocore.config import Config
from typing_extensions import Self

from pinpoint_sdk._boto.attempts import max_attempts
from pinpoint_sdk._boto.client_arguments import (
    refuse_beside_client,
    refusing_credentials,
    require_client,
    require_config,
    require_session,
    require_text,
)
from pinpoint_sdk._boto.session import default_session
from pinpoint_sdk._boto.transport import Transport, connect
from pinpoint_sdk.errors import ConfigurationError, RegionError

if TYPE_CHECKING:
    from types import TracebackType

    from botocore.client import BaseClient

__all__ = ["Client"]


class Client:
    """Base of the clients. Threads can share one instance."""

    @refusing_credentials
    def __init__(
        self,
        region_name: str | None = None,
        *,
        session: boto3.Session | None = None,
        config: Config | None = None,
        endpoint_url: str | None = None,
        client: BaseClient | None = None,
    ) -> None:
        """Create a client.

        Args:
            region_name: The AWS region, such as ``us-east-1``; by default boto3's own choice.
            session: A boto3 session to create the client with; by default boto3's default session,
                which is set up as ``boto3.client`` does if it does not exist yet.
            config: boto3 settings: retries, timeouts, proxies, connection pool.
            endpoint_url: An address to call instead of AWS's, with its scheme.
            client: A boto3 Pinpoint client, used as it is and left open by ``close``. It knows
                only AWS's own model and refuses the members that only the 2017-09-27 release has.
                Cannot be combined with the other arguments.

        Raises:
            RegionError: No region was given or found by boto3, or it is not valid.
            ConfigurationError: boto3 cannot create a client from the arguments and its
                environment.
            TypeError: An argument is of another type, or ``client`` came with another argument.
        """
        require_text("region_name", region_name, "us-east-1", RegionError)
        require_text("endpoint_url", endpoint_url, "http://localhost:4566", ConfigurationError)
        require_session(session)
        if config is not None:
            require_config(config)
        self._owned = client is None
        if client is None:
            self._session = session or default_session()
            self._settings = region_name, config, endpoint_url
            self._transport = connect(region_name, self._session, config, endpoint_url)
        else:
            refuse_beside_client(
                region_name=region_name, session=session, config=config, endpoint_url=endpoint_url
            )
            self._transport = Transport(client, require_client(client))
        self._call = self._transport.call

    @property
    def meta(self) -> ClientMeta:
        """boto3's ``meta`` of the client: region, endpoint_url, config, event hooks.

        Handlers registered here on the dicts of a request or an answer get JSON text in place of a
        body; those of a session that is passed in get the dicts.
        """
        return self._transport.meta

    @property
    def max_attempts(self) -> int:
        """How often boto3 sends one request at most, with the settings of this client.

        Above 1 it resends a request whose answer was lost, and Pinpoint has no idempotency token:
        a message can be delivered that often. ``with_config`` makes a client that never resends.
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
            ConfigurationError: boto3 cannot create a client with these settings.
            TypeError: ``config`` is not a ``botocore.config.Config``, or this client was made with
                ``client=``: boto3 cannot change an existing client.
        """
        if not self._owned:
            raise TypeError(
                "with_config: this client was made with client=, and boto3 cannot change an "
                "existing client. Pass client=boto3.client('pinpoint', config=...)"
            )
        require_config(config)
        region_name, own, endpoint_url = self._settings
        return type(self)(
            region_name,
            session=self._session,
            config=own.merge(config) if own else config,
            endpoint_url=endpoint_url,
        )

    def close(self) -> None:
        """Close the client: no call works afterwards. A boto3 client passed in stays open."""
        self._transport.close(connections=self._owned)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        name, meta = type(self).__name__, self.meta
        return f"{name}(region_name={meta.region_name!r}, endpoint_url={meta.endpoint_url!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} cannot be pickled or copied: it holds connections and "
            "credentials. Create one in each process"
        )
