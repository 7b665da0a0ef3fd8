"""boto3 in, typed out: the one module that talks to boto3."""

from __future__ import annotations

import copy
import sys
import traceback
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar, overload

import boto3
from botocore import exceptions as boto
from botocore.client import ClientMeta
from botocore.config import Config

from pinpoint_sdk import errors
from pinpoint_sdk.wire import loads_text, takes_text, view_of

if TYPE_CHECKING:
    from botocore.client import BaseClient

    from pinpoint_sdk.models.base import Response
    from pinpoint_sdk.operation import Operation

__all__ = ["Transport", "connect"]

ResponseT = TypeVar("ResponseT", bound="Response")


class Transport:
    """A boto3 Pinpoint client, called with models."""

    def __init__(self, client: BaseClient, meta: ClientMeta) -> None:
        self._client = client
        self._operations: dict[str, Operation] = {}
        self._closed = False
        self.meta = meta
        """What users see as boto3's ``meta``."""

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
        if self._closed:
            raise errors.ConfigurationError(CLOSED)
        known = self._operations.get(operation) or self._read_model(operation)
        method = getattr(self._client, known.method)
        try:  # without a name for the request, which tracebacks with locals would show
            answer = method(**known.request(parameters))
        except Exception as error:
            if (ours := our_error(error, operation, max_attempts(self.meta.config))) is None:
                raise
            raise ours from error
        return None if result is None else known.response(answer, result)

    def close(self, *, connections: bool) -> None:
        """Take no further call, and close boto3's connections if they are ours to close."""
        self._closed = True
        if connections:
            self._client.close()

    def _read_model(self, operation: str) -> Operation:
        from pinpoint_sdk.operation import Operation

        model = self._client.meta.service_model.operation_model(operation)
        return self._operations.setdefault(operation, Operation.from_model(model))


def connect(
    region_name: str | None,
    session: boto3.Session,
    config: Config | None,
    endpoint_url: str | None,
) -> Transport:
    """Make a boto3 client that knows the members of the 2017-09-27 release too.

    Raises:
        ConfigurationError: boto3 cannot make a client out of this and its environment.
    """

    def make(config: Config | None) -> BaseClient:
        client: BaseClient = view.client(
            "pinpoint", region_name=region_name, config=config, endpoint_url=endpoint_url
        )
        return client

    try:
        view = view_of(session)
        on_wire = loads_text(view)
        client = make(unchecked(config) if on_wire else config)
        if on_wire and not takes_text(client):  # the session's own client() is patched
            on_wire, client = False, make(config)
    except Exception as error:
        if (ours := our_error(error)) is None:
            raise
        raise ours from error
    note_attempts(client)
    meta = copy.copy(client.meta)
    if on_wire:
        meta.__class__ = UnstubbedMeta
    else:
        refuse_unreadable_answers(client)
    return Transport(client, meta)


def unchecked(config: Config | None) -> Config:
    """The same settings, but that boto3 need not check again what is checked once."""
    settings = Config(parameter_validation=False)
    return config.merge(settings) if config else settings


def default_session() -> boto3.Session:
    """The session that ``boto3.client`` uses, set up as it does where there is none yet.

    Raises:
        ConfigurationError: boto3 cannot set it up, for example because there is no such profile.
    """
    try:
        if boto3.DEFAULT_SESSION is None:
            boto3.setup_default_session()
        return boto3.DEFAULT_SESSION or boto3.Session()
    except boto.BotoCoreError as error:
        raise errors.ConfigurationError(f"boto3 cannot set up a session: {error}") from error


class UnstubbedMeta(ClientMeta):
    """The ``meta`` of a client whose bodies are JSON text, which botocore's Stubber cannot stub."""

    @property
    def method_to_api_mapping(self) -> Any:
        """What a Stubber asks for first."""
        raise AttributeError(
            "botocore's Stubber works on boto3's dicts, and this is a typed client. Stub a boto3 "
            "client and hand it in, PinpointClient(client=...), or test with "
            "pinpoint_sdk.local.LocalPinpoint"
        )


def note_attempts(client: BaseClient) -> None:
    """Let the errors of a client know whether any attempt of their call may have arrived."""

    def note(
        response: tuple[Any, Any] | None,
        caught_exception: Exception | None,
        request_dict: dict[str, Any],
        **_: object,
    ) -> None:
        context: dict[str, Any] = request_dict["context"]
        failed = response is not None and response[0].status_code >= 500
        lost = caught_exception is not None and not never_left(caught_exception)
        context[MAY_HAVE_ARRIVED] = context.get(MAY_HAVE_ARRIVED, False) or failed or lost
        if caught_exception is not None:
            setattr(caught_exception, MAY_HAVE_ARRIVED, context[MAY_HAVE_ARRIVED])

    client.meta.events.register_first("needs-retry.pinpoint", note)


def refuse_unreadable_answers(client: BaseClient) -> None:
    """Let a client that reads bodies itself raise where it reads nothing out of something."""

    def refuse(
        event_name: str,
        response_dict: dict[str, Any],
        parsed_response: dict[str, Any] | None,
        **_: object,
    ) -> None:
        if not parsed_response or response_dict["status_code"] >= 300:
            return
        name = event_name.rpartition(".")[2]
        answer = client.meta.service_model.operation_model(name).output_shape
        if answer is None or parsed_response.get(answer.serialization["payload"]):
            return
        from pinpoint_sdk.operation import nothing_known, read_object

        if read_object(name, response_dict["body"]):
            raise nothing_known(name)

    client.meta.events.register("response-received.pinpoint", refuse)


def max_attempts(config: Config) -> int:
    """How often boto3 sends a request at most."""
    retries: dict[str, Any] = getattr(config, "retries", None) or {}
    by_default = 5 if retries.get("mode") == "legacy" else 3
    return int(retries.get("total_max_attempts", by_default))


def our_error(
    error: Exception, operation: str = "", attempts: int = 1
) -> errors.PinpointError | None:
    """The error of ours for one of boto3's; None for what is not boto3's own, but its user's."""
    if isinstance(error, (boto.BotoCoreError, boto.ClientError)):
        return our_boto_error(error, attempts) if is_boto3s(type(error).__module__) else None
    if operation and failed_in_the_parser(error):
        return errors.UnreadableResponseError(
            f"boto3 cannot read the answer to {operation}: {error}"
        )
    if isinstance(error, ValueError) and not operation and failed_in_boto3(error):
        hint = f". {ENDPOINT_HELP}" if "endpoint" in str(error) else ""
        return errors.ConfigurationError(f"boto3 cannot make a client: {error}{hint}")
    return None


def our_boto_error(
    error: boto.BotoCoreError | boto.ClientError, attempts: int
) -> errors.PinpointError | None:
    match error:
        case boto.StubResponseError():
            return None
        case boto.ClientError():
            return errors.service_error(error)
        case boto.ParamValidationError():
            return errors.ValidationError([errors.Problem("boto3", str(error))])
        case boto.NoRegionError() | boto.InvalidRegionError():
            return errors.RegionError(f"{error} {REGION_HELP}")
        case _ if isinstance(error, CREDENTIAL_ERRORS):
            return errors.CredentialsError(f"{error}. {CREDENTIALS_HELP}")
        case boto.HTTPClientError() | boto.ConnectionError():
            unnoted = attempts > 1 or not never_left(error)
            arrived: bool = getattr(error, MAY_HAVE_ARRIVED, unnoted)
            return errors.NetworkError(
                f"{error}. {PERHAPS_SENT if arrived else NOT_SENT} {NETWORK_HELP}",
                may_have_arrived=arrived,
            )
        case _:
            return errors.ConfigurationError(f"boto3 cannot make the call: {error}")


def never_left(error: Exception) -> bool:
    """Whether an attempt ended before its request left: no address, no connection, no TLS."""
    if isinstance(error, (boto.SSLError, boto.ProxyConnectionError)):
        return failed_connecting(error)  # or later, on a connection that was there
    return isinstance(error, (boto.EndpointConnectionError, boto.ConnectTimeoutError))


def failed_connecting(error: boto.BotoCoreError) -> bool:
    """Whether urllib3 was making the connection, with tunnel and TLS, when it failed."""
    urllib3s = error.kwargs.get("error")
    first = getattr(urllib3s, "__context__", None)
    return any(
        frame.f_code.co_name == "connect" and frame.f_globals.get("__name__") == URLLIB3
        for each in (urllib3s, first)
        for frame, _ in traceback.walk_tb(getattr(each, "__traceback__", None))
    )


def failed_in_the_parser(error: Exception) -> bool:
    """Whether botocore's parser raised it, on an answer of another shape than the operation's.

    What a handler raises, or a call that a handler makes, passes through ``botocore.hooks``.
    """
    for module in modules_of(error):
        if module in PARSERS:
            return True
        if module in HOOKS:
            return False
    return False


def failed_in_boto3(error: Exception) -> bool:
    """Whether only boto3 and Python itself took part, and nothing that a user registered."""
    packages = {module.partition(".")[0] for module in modules_of(error)}
    return packages <= {"boto3", "botocore", "pinpoint_sdk", *sys.stdlib_module_names}


def modules_of(error: Exception) -> Iterator[str]:
    """The modules that an error came through, the outermost first."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        yield str(frame.f_globals.get("__name__", ""))


def is_boto3s(module: str) -> bool:
    return module.partition(".")[0] in ("boto3", "botocore")


PARSERS = ("botocore.parsers",)
HOOKS = ("botocore.hooks",)
URLLIB3 = "urllib3.connection"

MAY_HAVE_ARRIVED = "pinpoint_may_have_arrived"
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
ENDPOINT_HELP = "Pass endpoint_url with its scheme, such as 'http://localhost:4566'."
CREDENTIALS_HELP = (
    "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, choose a profile with AWS_PROFILE, or pass "
    "session=boto3.Session(...). To try the SDK without an account, use "
    "pinpoint_sdk.local.LocalPinpoint."
)
CLOSED = "This client is closed. Create a new one."
PERHAPS_SENT = "AWS may have got the request: a send that is repeated can be delivered twice."
NOT_SENT = "The request did not leave."
NETWORK_HELP = (
    "Check the network, the proxy settings, the region and endpoint_url; timeouts and retries are "
    "set with config=botocore.config.Config(...)."
)
