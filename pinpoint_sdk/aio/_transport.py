"""Calls of operations over aiobotocore: models in, models out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Any, TypeVar, overload
from weakref import WeakKeyDictionary

from attrs import define, field

from pinpoint_sdk import errors
from pinpoint_sdk._boto.attempts import max_attempts
from pinpoint_sdk._boto.exceptions import our_error
from pinpoint_sdk._boto.session import loads_text, view_of_core
from pinpoint_sdk._boto.transport import CLOSED, prepare, unchecked
from pinpoint_sdk.aio._aiobotocore import AioSession

if TYPE_CHECKING:
    from aiobotocore.client import AioBaseClient
    from botocore.client import ClientMeta
    from botocore.config import Config
    from botocore.session import Session

    from pinpoint_sdk._boto.operation import OperationCodec
    from pinpoint_sdk.models.base import Response

_ResponseT = TypeVar("_ResponseT", bound="Response")


@define
class _Connection:
    """An aiobotocore client of one event loop, which ends with the loop if it is not closed."""

    client: Any
    meta: ClientMeta
    lifetime: AsyncGenerator[None] | None
    """Closes the client in the end; None if it is the user's."""


@define
class _Loop:
    """An event loop: its connection, and who creates it."""

    creating: asyncio.Lock = field(factory=asyncio.Lock)
    connection: _Connection | None = None


class AsyncTransport:
    """An aiobotocore Pinpoint client for each event loop that uses it, called with models.

    aiobotocore's clients belong to one loop, and creating one waits for credentials: it is created
    at the first call in a loop, or by ``open``.
    """

    def __init__(
        self,
        client: AioBaseClient | None,
        region_name: str | None,
        session: Session | None,
        config: Config | None,
        endpoint_url: str | None,
    ) -> None:
        self._given = None if client is None else _Connection(client, client.meta, None)
        self._session: Any = session
        self._config = config
        self._where = {"region_name": region_name, "endpoint_url": endpoint_url}
        self._loops: WeakKeyDictionary[asyncio.AbstractEventLoop, _Loop] = WeakKeyDictionary()
        self._latest: _Connection | None = self._given
        self._operations: dict[str, OperationCodec] = {}
        self._closed = False

    @property
    def meta(self) -> ClientMeta:
        """boto3's ``meta``, as users see it.

        Raises:
            ConfigurationError: There is no client yet.
        """
        if self._latest is None:
            raise errors.ConfigurationError(
                "This client has no connection yet, and so no meta: enter it with `async with`, or "
                "make a call first"
            )
        return self._latest.meta

    @overload
    async def call(
        self, operation: str, result: type[_ResponseT], /, **parameters: object
    ) -> _ResponseT: ...

    @overload
    async def call(self, operation: str, result: None, /, **parameters: object) -> None: ...

    async def call(
        self, operation: str, result: type[_ResponseT] | None, /, **parameters: object
    ) -> _ResponseT | None:
        """Call an operation: ``Transport.call`` for asyncio."""
        connection = self._connected() or await self.open()
        client = connection.client
        known = self._operations.get(operation) or self._read_model(client, operation)
        method = getattr(client, known.method)
        try:  # without a variable for the request, which tracebacks with locals would show
            answer = await method(**known.request(parameters))
        except Exception as error:
            if (ours := our_error(error, operation, max_attempts(connection.meta.config))) is None:
                raise
            raise ours from error
        return None if result is None else known.response(answer, result)

    async def move_clock(self, seconds: float) -> float:
        """Move the clock of the embedded service: ``Transport.move_clock`` for asyncio."""
        meta: Any = (await self.open()).client.meta
        _, moved = await meta.events.emit_until_response(
            "before-wait.pinpoint", seconds=seconds, region_name=meta.region_name
        )
        return float(moved or 0)

    async def open(self) -> _Connection:
        """The connection of this event loop, which is created if there is none yet.

        Raises:
            ConfigurationError: aiobotocore cannot create a client, the client is closed, or this is
                not an event loop of asyncio.
        """
        if (connection := self._connected()) is not None:
            return connection
        loop = self._loops.setdefault(_running_loop(), _Loop())
        async with loop.creating:
            if loop.connection is None:
                loop.connection = self._latest = await self._connect()
        return loop.connection

    def _connected(self) -> _Connection | None:
        """The connection of this event loop; None if there is none yet."""
        if self._closed:
            raise errors.ConfigurationError(CLOSED)
        if self._given is not None:
            return self._given
        loop = self._loops.get(_running_loop())
        return None if loop is None else loop.connection

    async def close(self) -> None:
        """Refuse further calls, and close the connections of this loop, unless they are the user's.

        Those of other loops are closed when their loops end.
        """
        self._closed = True
        loop = self._loops.pop(_running_loop(), None)
        if (
            loop is not None
            and loop.connection is not None
            and loop.connection.lifetime is not None
        ):
            await loop.connection.lifetime.aclose()

    async def _connect(self) -> _Connection:
        try:
            if self._session is None:
                self._session = AioSession()
            view: Any = view_of_core(self._session)
            on_wire = loads_text(view)
            config = unchecked(self._config) if on_wire else self._config
            creation = view.create_client("pinpoint", config=config, **self._where)
            client = await creation.__aenter__()
        except Exception as error:
            if (ours := our_error(error)) is None:
                raise
            raise ours from error
        lifetime = _close_in_the_end(creation)
        await anext(lifetime)
        return _Connection(client, prepare(client, on_wire=on_wire), lifetime)

    def _read_model(self, client: Any, operation: str) -> OperationCodec:
        from pinpoint_sdk._boto.operation import OperationCodec  # loads the models: at first use

        model = client.meta.service_model.operation_model(operation)
        return self._operations.setdefault(operation, OperationCodec.from_model(model))


async def _close_in_the_end(creation: Any) -> AsyncGenerator[None]:
    """Close a client when this generator is closed, as a loop does with all that it began."""
    try:
        yield
    finally:
        await creation.__aexit__(None, None, None)


def _running_loop() -> asyncio.AbstractEventLoop:
    try:
        return asyncio.get_running_loop()
    except RuntimeError as error:
        raise errors.ConfigurationError(
            "The clients for asyncio need a running event loop of asyncio; aiobotocore does not "
            "run on trio. Without asyncio use PinpointClient"
        ) from error
