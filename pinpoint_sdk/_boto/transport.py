"""Calls of operations: models in, models out, boto3 between them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, TypeVar, overload

from botocore.client import ClientMeta
from botocore.config import Config

from pinpoint_sdk import errors
from pinpoint_sdk._boto.attempts import max_attempts, note_attempts
from pinpoint_sdk._boto.exceptions import our_error
from pinpoint_sdk._boto.session import loads_text, takes_text, view_of

if TYPE_CHECKING:
    import boto3
    from botocore.client import BaseClient

    from pinpoint_sdk._boto.operation import OperationCodec
    from pinpoint_sdk.models.base import Response

_ResponseT = TypeVar("_ResponseT", bound="Response")

CLOSED = "This client is closed. Create a new one."


class Transport:
    """A boto3 Pinpoint client, called with models."""

    def __init__(self, client: BaseClient, meta: ClientMeta) -> None:
        self._client = client
        self._operations: dict[str, OperationCodec] = {}
        self._closed = False
        self.meta = meta
        """boto3's ``meta``, as users see it."""

    @overload
    def call(
        self, operation: str, result: type[_ResponseT], /, **parameters: object
    ) -> _ResponseT: ...

    @overload
    def call(self, operation: str, result: None, /, **parameters: object) -> None: ...

    def call(
        self, operation: str, result: type[_ResponseT] | None, /, **parameters: object
    ) -> _ResponseT | None:
        """Call an operation.

        Args:
            operation: AWS's name for it, such as ``GetCampaign``.
            result: The model of the answer's body; None if the answer has no body.
            **parameters: The input members by AWS's names. ``None`` in a query key is not sent.

        Raises:
            ValidationError: The parameters are wrong; nothing was sent.
            ConfigurationError: boto3 cannot make the call as configured, or the client is closed.
            NetworkError: AWS was not reached, or did not answer in time.
            ServiceError: AWS answered with an error.
            UnreadableResponseError: AWS answered, but the answer cannot be read.
        """
        if self._closed:
            raise errors.ConfigurationError(CLOSED)
        known = self._operations.get(operation) or self._read_model(operation)
        method = getattr(self._client, known.method)
        try:  # without a variable for the request, which tracebacks with locals would show
            answer = method(**known.request(parameters))
        except Exception as error:
            if (ours := our_error(error, operation, max_attempts(self.meta.config))) is None:
                raise
            raise ours from error
        return None if result is None else known.response(answer, result)

    def move_clock(self, seconds: float) -> float:
        """Move the clock of the embedded service that answers the client, in place of waiting.

        Returns:
            By how many seconds it was moved; 0 if it is AWS that answers.
        """
        meta: Any = self._client.meta
        _, moved = meta.events.emit_until_response(
            "before-wait.pinpoint", seconds=seconds, region_name=meta.region_name
        )
        return float(moved or 0)

    def close(self, *, connections: bool) -> None:
        """Refuse further calls, and close boto3's connections if asked to."""
        self._closed = True
        if connections:
            self._client.close()

    def _read_model(self, operation: str) -> OperationCodec:
        from pinpoint_sdk._boto.operation import OperationCodec  # loads the models: at first use

        model = self._client.meta.service_model.operation_model(operation)
        return self._operations.setdefault(operation, OperationCodec.from_model(model))


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
        on_wire = loads_text(view._session)  # pyright: ignore[reportPrivateUsage]
        client = make(unchecked(config) if on_wire else config)
        if on_wire and not takes_text(client):  # the session has a client() of its own
            on_wire, client = False, make(config)
    except Exception as error:
        if (ours := our_error(error)) is None:
            raise
        raise ours from error
    return Transport(client, prepare(client, on_wire=on_wire))


def prepare(client: BaseClient, *, on_wire: bool) -> ClientMeta:
    """Have a new client note its attempts and refuse unreadable answers.

    Args:
        client: A client of boto3 or aiobotocore.
        on_wire: Whether its bodies are JSON text.

    Returns:
        Its ``meta``, as users see it.
    """
    note_attempts(client)
    meta = copy.copy(client.meta)
    if on_wire:
        meta.__class__ = _UnstubbedMeta
    else:
        _refuse_unreadable_answers(client)
    return meta


def unchecked(config: Config | None) -> Config:
    """Switch boto3's own validation off, because requests are checked before."""
    settings = Config(parameter_validation=False)
    return config.merge(settings) if config else settings


class _UnstubbedMeta(ClientMeta):
    """The ``meta`` of a client whose bodies are JSON text, which botocore's Stubber cannot stub."""

    @property
    def method_to_api_mapping(self) -> Any:
        """The first thing that a Stubber reads."""
        raise AttributeError(
            "botocore's Stubber works on boto3's dicts, and this is a typed client. Stub a boto3 "
            "client and pass it in, PinpointClient(client=...), or test with "
            "pinpoint_sdk.local.LocalPinpoint"
        )


def _refuse_unreadable_answers(client: BaseClient) -> None:
    """Make a client that parses bodies itself raise if it finds nothing in one that has content."""

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
        from pinpoint_sdk._boto.operation import nothing_known, read_object  # see _read_model

        if read_object(name, response_dict["body"]):
            raise nothing_known(name)

    client.meta.events.register("response-received.pinpoint", refuse)
