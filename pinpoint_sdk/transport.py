"""boto3 in, typed out: the one module that talks to boto3."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar, overload

import boto3
from botocore import exceptions as boto
from botocore.config import Config

from pinpoint_sdk import errors
from pinpoint_sdk.wire import TextLoader, loader_for

if TYPE_CHECKING:
    from botocore.client import BaseClient, ClientMeta

    from pinpoint_sdk.models.base import Response
    from pinpoint_sdk.operation import Operation

__all__ = ["Transport", "connect"]

ResponseT = TypeVar("ResponseT", bound="Response")


class Transport:
    """A boto3 Pinpoint client, called with models."""

    def __init__(self, client: BaseClient) -> None:
        self._client = client
        self._operations: dict[str, Operation] = {}

    @overload
    def call(
        self, operation: str, result: type[ResponseT], /, **parameters: object
    ) -> ResponseT: ...

    @overload
    def call(self, operation: str, result: None, /, **parameters: object) -> None: ...

    def call(
        self, operation: str, result: type[ResponseT] | None, /, **parameters: object
    ) -> ResponseT | None:
        """Call an operation.

        Args:
            operation: AWS's name for it, such as ``GetCampaign``.
            result: The model of the answer's body; None where the answer has none.
            **parameters: The input members by AWS's names. ``None`` in a query key is not sent.

        Raises:
            ValidationError: The parameters are wrong; nothing was sent.
            ConfigurationError: boto3 cannot make the call as it is set up.
            NetworkError: AWS was not reached, or did not answer in time.
            ServiceError: AWS answered with an error.
            UnreadableResponseError: AWS answered with nothing that can be read.
        """
        known = self._operations.get(operation) or self._read_model(operation)
        request = known.request(parameters)
        try:
            answer = getattr(self._client, known.method)(**request)
        except boto.StubResponseError:
            raise
        except (boto.BotoCoreError, boto.ClientError) as error:
            raise our_error(error) from error
        except PARSER_ERRORS as error:
            reason = f"boto3 cannot read the answer to {operation}: {error}"
            raise errors.UnreadableResponseError(reason) from error
        return None if result is None else known.response(answer, result)

    @property
    def meta(self) -> ClientMeta:
        """The ``meta`` of boto3's client."""
        return self._client.meta

    def close(self) -> None:
        """Close boto3's connections."""
        self._client.close()

    def _read_model(self, operation: str) -> Operation:
        from pinpoint_sdk.operation import Operation

        model = self._client.meta.service_model.operation_model(operation)
        return self._operations.setdefault(operation, Operation.from_model(model))


def connect(
    region_name: str | None,
    session: boto3.Session | None,
    config: Config | None,
    endpoint_url: str | None,
) -> BaseClient:
    """Make a boto3 client that knows the members of the 2017-09-27 release too.

    Raises:
        ConfigurationError: boto3 cannot make a client out of this and its environment.
    """
    try:
        session = session or boto3.DEFAULT_SESSION or boto3.Session()
        with loading_our_model(session) as on_wire:
            if on_wire:  # what is checked once need not be checked twice
                unchecked = Config(parameter_validation=False)
                config = config.merge(unchecked) if config else unchecked
            client: BaseClient = session.client(
                "pinpoint", region_name=region_name, config=config, endpoint_url=endpoint_url
            )
            return client
    except boto.BotoCoreError as error:
        raise our_error(error) from error
    except ValueError as error:  # botocore's word on an endpoint_url that is none
        raise errors.ConfigurationError(str(error)) from error


@contextmanager
def loading_our_model(session: boto3.Session) -> Generator[bool]:
    """Let the session load our form of Pinpoint's model, and leave it as it was.

    Yields whether it is the one of the wire path.
    """
    core = session._session  # pyright: ignore[reportPrivateUsage]  # boto3 has no public way in
    with LOADING:
        own = core.get_component("data_loader")
        ours = loader_for(core)
        core.register_component("data_loader", ours)
        try:
            yield isinstance(ours, TextLoader)
        finally:
            core.register_component("data_loader", own)


LOADING = threading.Lock()


def our_error(error: boto.BotoCoreError | boto.ClientError) -> errors.PinpointError:
    """The error of ours for one of boto3's."""
    match error:
        case boto.ClientError():
            return errors.service_error(error)
        case boto.ParamValidationError():
            return errors.ValidationError([errors.Problem("boto3", str(error))])
        case boto.NoRegionError() | boto.InvalidRegionError():
            return errors.RegionError(f"{error} {REGION_HELP}")
        case _ if isinstance(error, CREDENTIAL_ERRORS):
            return errors.CredentialsError(f"{error}. {CREDENTIALS_HELP}")
        case boto.HTTPClientError() | boto.ConnectionError():
            return errors.NetworkError(f"{error}. {NETWORK_HELP}")
        case _:
            return errors.ConfigurationError(f"boto3 cannot make the call: {error}")


PARSER_ERRORS = (AttributeError, KeyError, TypeError, RecursionError, ValueError)
"""What botocore's parser raises on JSON of another shape."""

CREDENTIAL_ERRORS = (
    boto.NoCredentialsError,
    boto.PartialCredentialsError,
    boto.CredentialRetrievalError,
    boto.TokenRetrievalError,
    boto.NoAuthTokenError,
    boto.SSOError,
    boto.UnauthorizedSSOTokenError,
)
REGION_HELP = (
    "Pass region_name, such as 'us-east-1', or set AWS_DEFAULT_REGION or a region in the "
    "AWS configuration file."
)
CREDENTIALS_HELP = (
    "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, choose a profile with AWS_PROFILE, or pass "
    "session=boto3.Session(...). To try the SDK without an account, use "
    "pinpoint_sdk.local.LocalPinpoint."
)
NETWORK_HELP = (
    "Check the network, the proxy settings, the region and endpoint_url; timeouts and retries are "
    "set with config=botocore.config.Config(...)."
)
