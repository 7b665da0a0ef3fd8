"""Checks of what a client is made with."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import TypeVar, cast

import boto3
from botocore.client import ClientMeta
from botocore.config import Config
from botocore.session import Session as BotocoreSession

from pinpoint_sdk.errors import ConfigurationError

_InitT = TypeVar("_InitT", bound=Callable[..., None])


_SESSION_ARGUMENTS = (
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
    "aws_account_id",
    "profile_name",
)


def refusing_credentials(init: _InitT) -> _InitT:
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


def require_text(
    name: str, given: object, example: str, if_empty: type[ConfigurationError]
) -> None:
    """Check that an argument is a str that is not empty, or None.

    Raises:
        TypeError: It is something else.
        ConfigurationError: It is empty; an error of the class ``if_empty``.
    """
    if given is not None and not isinstance(given, str):
        raise TypeError(f"{name}: expected a str such as {example!r}, got {shown(given)}")
    if given == "":
        raise if_empty(
            f"{name}: must not be empty. Pass one such as {example!r}, or leave it out for "
            "boto3's own choice."
        )


def require_session(given: object) -> None:
    """Check that an argument is a boto3 session, or None.

    Raises:
        TypeError: It is something else.
    """
    if given is None or isinstance(given, boto3.Session):
        return
    if isinstance(given, BotocoreSession):
        what, hint = "botocore's", "boto3.Session(botocore_session=...)"
    else:
        what, hint = shown(given), "boto3.Session(profile_name=..., region_name=...)"
    raise TypeError(f"session: expected a boto3.Session, got {what}. Pass {hint}")


def require_aio_session(given: object) -> BotocoreSession | None:
    """Check that an argument is a session of aiobotocore or aioboto3, or None.

    Returns:
        aiobotocore's session.

    Raises:
        TypeError: It is something else.
    """
    core: object = getattr(given, "_session", given)  # aioboto3's has aiobotocore's in it
    if given is None or (isinstance(core, BotocoreSession) and is_async(core, "get_credentials")):
        return cast("BotocoreSession | None", core)
    raise TypeError(
        f"session: expected a session of aiobotocore or aioboto3, got {shown(given)}. Pass "
        "aiobotocore.session.get_session() or aioboto3.Session()"
    )


def require_config(given: object) -> None:
    """Check that an argument is boto3's Config.

    Raises:
        TypeError: It is something else.
    """
    if not isinstance(given, Config):
        raise TypeError(
            f"config: expected a botocore.config.Config, got {shown(given)}. Pass "
            "Config(retries=..., read_timeout=...)"
        )


def refuse_beside_client(**others: object) -> None:
    """Check that nothing else is given where a client is.

    Raises:
        TypeError: Something is.
    """
    if given := [name for name, value in others.items() if value is not None]:
        raise TypeError(
            f"client: cannot be combined with {' or '.join(given)}. Pass that to boto3 when you "
            "create the client"
        )


def require_client(given: object) -> ClientMeta:
    """Check that an argument is a Pinpoint client of boto3, and get its meta.

    Raises:
        TypeError: It is something else.
    """
    meta = _require_pinpoint_meta(
        given,
        "boto3.client('pinpoint')",
        "For tests, stub a boto3 client with botocore.stub.Stubber, or use "
        "pinpoint_sdk.local.LocalPinpoint().client()",
    )
    if is_async(given, "close"):
        raise TypeError(
            "client: expected boto3.client('pinpoint'), got a client of aiobotocore. Pass it to "
            "pinpoint_sdk.aio.AsyncPinpointClient"
        )
    return meta


def require_aio_client(given: object) -> ClientMeta:
    """Check that an argument is a Pinpoint client of aiobotocore, and get its meta.

    Raises:
        TypeError: It is something else.
    """
    expected = "a pinpoint client of aiobotocore"
    hint = (
        "Create one with `async with session.create_client('pinpoint') as client:`. For tests, use "
        "pinpoint_sdk.local.LocalPinpoint().async_client()"
    )
    meta = _require_pinpoint_meta(given, expected, hint)
    if not is_async(given, "close"):
        raise TypeError(f"client: expected {expected}, got one of boto3. {hint}")
    return meta


def _require_pinpoint_meta(given: object, expected: str, hint: str) -> ClientMeta:
    if hasattr(type(given), "with_config"):
        raise TypeError(
            f"client: expected {expected}, got {shown(given)}, which is a typed client already. "
            "Use it as it is"
        )
    meta: object = getattr(given, "meta", None)
    if isinstance(given, type) or not isinstance(meta, ClientMeta):
        raise TypeError(f"client: expected {expected}, got {shown(given)}. {hint}")
    if (service := meta.service_model.service_name) != "pinpoint":
        raise TypeError(
            f"client: expected {expected}, got a client of {service}. Create one for pinpoint"
        )
    return meta


def is_async(given: object, method: str) -> bool:
    """Whether a method of an object is to be awaited."""
    return inspect.iscoroutinefunction(getattr(given, method, None))


def shown(value: object) -> str:
    """Show a wrong argument in an error."""
    from pinpoint_sdk._codec.validation import described  # only errors need this import

    return described(value)
