"""What every client shares: how it is created and closed."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn, TypeVar, cast

import boto3
from botocore.client import ClientMeta
from botocore.config import Config
from botocore.session import Session as BotocoreSession
from typing_extensions import Self

from pinpoint_sdk._boto.attempts import max_attempts
from pinpoint_sdk._boto.session import default_session
from pinpoint_sdk._boto.transport import Transport, connect
from pinpoint_sdk.errors import ConfigurationError, RegionError

if TYPE_CHECKING:
    from types import TracebackType

    from botocore.client import BaseClient

__all__ = ["Client"]

_InitT = TypeVar("_InitT", bound=Callable[..., None])


_SESSION_ARGUMENTS = (
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
    "aws_account_id",
    "profile_name",
)


def _refusing_credentials(init: _InitT) -> _InitT:
    """Say where credentials belong, in place of Python's error for an unexpected argument."""

    @functools.wraps(init)
    def checked(self: object, *args: object, **kwargs: object) -> None:
        if given := [name for name in _SESSION_ARGUMENTS if name in kwargs]:
            raise TypeError(
                f"{', '.join(given)}: credentials and profiles belong to a session. "
                f"Pass session=boto3.Session({', '.join(f'{name}=...' for name in given)})"
            )
        init(self, *args, **kwargs)

    return cast("_InitT", checked)


class Client:
    """Base of the clients. Threads can share one instance."""

    @_refusing_credentials
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
        _require_text("region_name", region_name, "us-east-1", RegionError)
        _require_text("endpoint_url", endpoint_url, "http://localhost:4566", ConfigurationError)
        _require_session(session)
        if config is not None:
            _require_config(config)
        self._owned = client is None
        if client is None:
            self._session = session or default_session()
            self._settings = region_name, config, endpoint_url
            self._transport = connect(region_name, self._session, config, endpoint_url)
        else:
            _refuse_beside_client(
                region_name=region_name, session=session, config=config, endpoint_url=endpoint_url
            )
            self._transport = Transport(client, _require_pinpoint_meta(client))
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
        _require_config(config)
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


def _require_text(
    name: str, given: object, example: str, if_empty: type[ConfigurationError]
) -> None:
    if given is not None and not isinstance(given, str):
        raise TypeError(f"{name}: expected a str such as {example!r}, got {_shown(given)}")
    if given == "":
        raise if_empty(
            f"{name}: must not be empty. Pass one such as {example!r}, or leave it out for "
            "boto3's own choice."
        )


def _require_session(given: object) -> None:
    if given is None or isinstance(given, boto3.Session):
        return
    if isinstance(given, BotocoreSession):
        what, hint = "botocore's", "boto3.Session(botocore_session=...)"
    else:
        what, hint = _shown(given), "boto3.Session(profile_name=..., region_name=...)"
    raise TypeError(f"session: expected a boto3.Session, got {what}. Pass {hint}")


def _require_config(given: object) -> None:
    if not isinstance(given, Config):
        raise TypeError(
            f"config: expected a botocore.config.Config, got {_shown(given)}. Pass "
            "Config(retries=..., read_timeout=...)"
        )


def _refuse_beside_client(**others: object) -> None:
    if given := [name for name, value in others.items() if value is not None]:
        raise TypeError(
            f"client: cannot be combined with {' or '.join(given)}. Pass that to boto3 when you "
            "create the client"
        )


def _require_pinpoint_meta(given: object) -> ClientMeta:
    if isinstance(given, Client):
        raise TypeError(
            f"client: expected boto3.client('pinpoint'), got {_shown(given)}, which is a typed "
            "client already. Use it as it is"
        )
    meta: object = getattr(given, "meta", None)
    if isinstance(given, type) or not isinstance(meta, ClientMeta):
        raise TypeError(
            f"client: expected boto3.client('pinpoint'), got {_shown(given)}. For tests, stub "
            "a boto3 client with botocore.stub.Stubber, or use "
            "pinpoint_sdk.local.LocalPinpoint().client()"
        )
    if (service := meta.service_model.service_name) != "pinpoint":
        raise TypeError(
            f"client: expected boto3.client('pinpoint'), got a client of {service}. Create one "
            "for pinpoint"
        )
    return meta


def _shown(value: object) -> str:
    from pinpoint_sdk._codec.validation import described  # only errors need this import

    return described(value)
