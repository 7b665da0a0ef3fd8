"""A client for asyncio behind the face of the other one, so that the same tests hold for both."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from importlib import import_module
from typing import Any, cast

import boto3
from botocore.config import Config

from pinpoint_sdk import PinpointClient
from tests.support.paths import see
from tests.support.sessions import REGION, core_of, handlers_of


class Awaited:
    """A client for asyncio whose every call is awaited, in a loop of its own or of another one."""

    def __init__(self, client: Any, of: Awaited | None = None) -> None:
        self._client, self._of = client, of
        self._loop: asyncio.AbstractEventLoop = of._loop if of else asyncio.new_event_loop()
        self._run(client.__aenter__())

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._client, name)
        return self._awaiting(value) if inspect.ismethod(value) else value

    def __enter__(self) -> Awaited:
        return self

    def __exit__(self, *exc_info: object) -> None:
        if self._loop.is_closed():
            return
        self._run(self._client.close())
        if self._of:
            return
        self._run(self._loop.shutdown_asyncgens())
        self._loop.close()

    def _awaiting(self, method: Any) -> Any:
        def call(*arguments: Any, **options: Any) -> Any:
            result = method(*arguments, **options)
            if inspect.isawaitable(result):
                return self._run(result)
            if hasattr(result, "__anext__"):
                return AwaitedPaginator(result, self._run)
            return type(self)(result, self) if name_of(result).startswith("Async") else result

        return call

    def _run(self, awaitable: Any) -> Any:
        return self._loop.run_until_complete(awaitable)


class AwaitedPaginator(Iterator[Any]):
    """An AsyncPaginator as an iterator."""

    def __init__(self, paginator: Any, run: Any) -> None:
        self._paginator, self._run = paginator, run

    def __next__(self) -> Any:
        try:
            return self._run(self._paginator.__anext__())
        except StopAsyncIteration:
            raise StopIteration from None

    def __repr__(self) -> str:
        return repr(self._paginator).replace("Async", "")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._paginator, name)

    def __reduce__(self) -> Any:
        return self._paginator.__reduce__()

    def pages(self) -> Iterator[Any]:
        pages = self._paginator.pages()
        try:
            while True:
                yield self._run(pages.__anext__())
        except StopAsyncIteration:
            pass
        finally:
            self._run(pages.aclose())


def name_of(value: object) -> str:
    return type(value).__name__


def awaited_client(session: boto3.Session, endpoint_url: str, config: Config) -> PinpointClient:
    """A client for asyncio with the credentials, the loader and the handlers of a session."""
    aio: Any = import_module("aiobotocore.session").get_session()
    core = core_of(session)
    aio.register_component("data_loader", core.get_component("data_loader"))
    aio.set_credentials("AKIDEXAMPLE", "secret")
    if see in handlers_of(core):
        aio.get_component("event_emitter").register("after-call.pinpoint", see)
    client = import_module("pinpoint_sdk.aio.client").AsyncPinpointClient(
        REGION, session=aio, endpoint_url=endpoint_url, config=config
    )
    return cast("PinpointClient", Awaited(client))
