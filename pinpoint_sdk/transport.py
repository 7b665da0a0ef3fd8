"""boto3 in, typed out: the one module that talks to boto3."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, overload

import attrs
import boto3
from botocore import exceptions as boto
from botocore import xform_name
from botocore.loaders import Loader

from pinpoint_sdk import errors, models
from pinpoint_sdk.converter import converter, response_metadata, unstructure
from pinpoint_sdk.models.base import Response
from pinpoint_sdk.validation import (
    Check,
    check,
    check_id,
    check_positive,
    check_version,
    problems,
    refuse,
)

if TYPE_CHECKING:
    from botocore.client import BaseClient
    from botocore.config import Config
    from botocore.model import OperationModel, Shape

__all__ = ["Transport", "connect"]

ResponseT = TypeVar("ResponseT", bound=Response)

DATA_PATH = str(Path(__file__).parent / "data")
"""Adds the members of the 2017-09-27 release that AWS's model dropped; botocore merges them in."""


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
            UnreadableResponseError: AWS answered with nothing that boto3 can read.
        """
        known = self._operations.get(operation) or self._read_model(operation)
        request = known.request(parameters)
        with boto3_errors():
            try:
                answer = getattr(self._client, known.method)(**request)
            except boto.BotoCoreError:
                raise
            except PARSER_ERRORS as error:
                reason = f"boto3 cannot read the answer to {operation}: {error}"
                raise errors.UnreadableResponseError(reason) from error
        if result is None:
            return None
        body = converter.structure(answer.get(known.result), result)
        body.response_metadata = response_metadata(answer)
        return body

    def close(self) -> None:
        """Close boto3's connections."""
        self._client.close()

    def _read_model(self, operation: str) -> Operation:
        model = self._client.meta.service_model.operation_model(operation)
        return self._operations.setdefault(operation, Operation.from_model(model))


@attrs.frozen
class Parameter:
    """One member of an operation's input."""

    name: str
    """Its name in our methods."""
    optional: bool
    check: Check
    write: Callable[[Any], object]
    """Turns what our methods take into what boto3 takes."""


@attrs.frozen
class Operation:
    """What a call needs to know of one operation, read from botocore's model."""

    method: str
    result: str | None
    """What boto3 wraps the body of the answer in; None where there is no body."""
    parameters: Mapping[str, Parameter]

    @classmethod
    def from_model(cls, model: OperationModel) -> Operation:
        accepts, returns = model.input_shape, model.output_shape
        assert accepts is not None
        body = accepts.serialization.get("payload")
        return cls(
            method=xform_name(model.name),
            result=returns.serialization["payload"] if returns else None,
            parameters={
                name: (
                    body_parameter(name)
                    if name == body
                    else url_parameter(name, shape, required=name in accepts.required_members)
                )
                for name, shape in accepts.members.items()
            },
        )

    def request(self, given: Mapping[str, object]) -> dict[str, object]:
        """Check all that was given and turn it into boto3's arguments."""
        found: list[errors.Problem] = []
        accepted: dict[str, object] = {}
        for wire_name, value in given.items():
            parameter = self.parameters[wire_name]
            if value is None and parameter.optional:
                continue
            wrong = problems(parameter.name, value, parameter.check)
            if wrong:
                found += wrong
            elif not found:
                accepted[wire_name] = parameter.write(value)
        refuse(found)
        return accepted


def body_parameter(wire_name: str) -> Parameter:
    return Parameter(xform_name(wire_name), False, check(getattr(models, wire_name)), unstructure)


def url_parameter(wire_name: str, shape: Shape, *, required: bool) -> Parameter:
    name = xform_name(wire_name)
    if shape.serialization["location"] == "uri":
        return Parameter(name, False, check_version if name == "version" else check_id, str)
    if name == "page_size":
        return Parameter(name, True, check_positive, str)
    return Parameter(
        name, not required, check(QUERY_TYPES[shape.type_name]), write=lambda value: value
    )


QUERY_TYPES: dict[str, Any] = {
    "string": str,
    "boolean": bool,
    "timestamp": datetime,
    "list": list[str],
}


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
    with boto3_errors():
        session = session or boto3.DEFAULT_SESSION or boto3.Session()
        with loading_2017_members(session):
            try:
                client: BaseClient = session.client(
                    "pinpoint", region_name=region_name, config=config, endpoint_url=endpoint_url
                )
            except boto.BotoCoreError:
                raise
            except ValueError as error:  # botocore's word on an endpoint_url that is none
                raise errors.ConfigurationError(str(error)) from error
            return client


@contextmanager
def loading_2017_members(session: boto3.Session) -> Generator[None]:
    """Let the session load Pinpoint's model with our additions, and leave it as it was."""
    core = session._session  # pyright: ignore[reportPrivateUsage]  # boto3 has no public way in
    with LOADING:
        loader: Loader = core.get_component("data_loader")
        core.register_component("data_loader", extended_loader(tuple(loader.search_paths)))
        try:
            yield
        finally:
            core.register_component("data_loader", loader)


LOADING = threading.Lock()


@functools.cache
def extended_loader(search_paths: tuple[str, ...]) -> Loader:
    return Loader([*search_paths, DATA_PATH], include_default_search_paths=False)


@contextmanager
def boto3_errors() -> Generator[None]:
    """Raise our errors in place of boto3's."""
    try:
        yield
    except boto.StubResponseError:
        raise
    except boto.ClientError as error:
        raise errors.service_error(error) from error
    except boto.ParamValidationError as error:
        raise errors.ValidationError([errors.Problem("boto3", str(error))]) from error
    except (boto.NoRegionError, boto.InvalidRegionError) as error:
        raise errors.RegionError(f"{error} {REGION_HELP}") from error
    except CREDENTIAL_ERRORS as error:
        raise errors.CredentialsError(f"{error}. {CREDENTIALS_HELP}") from error
    except (boto.HTTPClientError, boto.ConnectionError) as error:
        raise errors.NetworkError(f"{error}. {NETWORK_HELP}") from error
    except boto.BotoCoreError as error:
        raise errors.ConfigurationError(f"boto3 cannot make the call: {error}") from error


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
