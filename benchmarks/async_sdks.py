"""The SDKs that can have many calls under way, each used as its documentation shows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, contextmanager
from typing import Any, Protocol

from aiobotocore.config import AioConfig
from aiobotocore.session import AioSession
from botocore.config import Config

from benchmarks import requests, sdks
from benchmarks.data import APPLICATION_ID
from benchmarks.measure import CAPO, OURS, competitor
from benchmarks.sdks import PEOPLE
from pinpoint_sdk import PinpointClient
from pinpoint_sdk.aio import AsyncPinpointClient

AIOBOTOCORE = "aiobotocore"
THREADS = 32
IN_THREADS = f"ours in {THREADS} threads"
KEPT = 600
"""Seconds that connections are kept: a turn must not connect again after those of others."""


class Sdk(Protocol):
    """An SDK that is called by many at once.

    The calls are ``get_app``, which returns the name of a project, and ``send_messages``, which
    sends to 100 addresses and returns how each was delivered.
    """

    def answer(self, call: str) -> object:
        """Make one call, and return what the application wants to know."""
        ...

    def at_once(self, call: str, callers: int, each: int) -> None:
        """Let callers make calls at once, each of them one call after another."""
        ...


class Tasks:
    """An SDK for asyncio, with a task for each caller."""

    def __init__(self, loop: asyncio.AbstractEventLoop, client: Any) -> None:
        self.loop = loop
        self.client = client

    def answer(self, call: str) -> object:
        """As in ``Sdk``."""
        return self.loop.run_until_complete(getattr(self, call)())

    def at_once(self, call: str, callers: int, each: int) -> None:
        """As in ``Sdk``."""
        self.loop.run_until_complete(_gather(getattr(self, call), callers, each))


async def _gather(call: Callable[[], Awaitable[object]], callers: int, each: int) -> None:
    async def caller() -> None:
        for _ in range(each):
            await call()

    await asyncio.gather(*(caller() for _ in range(callers)))


class Ours(Tasks):
    """This SDK: models in, models out."""

    client: AsyncPinpointClient

    async def get_app(self) -> object:
        """Get the name of a project."""
        return (await self.client.get_app(APPLICATION_ID)).name

    async def send_messages(self) -> object:
        """Send to 100 addresses, and return how each was delivered."""
        request = requests.message_in_models(PEOPLE)
        sent = await self.client.send_messages(APPLICATION_ID, request)
        return {address: each.delivery_status for address, each in sent.result.items()}


class Aiobotocore(Tasks):
    """aiobotocore: dicts in, dicts out."""

    async def get_app(self) -> object:
        """Get the name of a project."""
        answer = await self.client.get_app(ApplicationId=APPLICATION_ID)
        return answer["ApplicationResponse"]["Name"]

    async def send_messages(self) -> object:
        """Send to 100 addresses, and return how each was delivered."""
        answer = await self.client.send_messages(
            ApplicationId=APPLICATION_ID, MessageRequest=requests.message_in_dicts(PEOPLE)
        )
        result = answer["MessageResponse"]["Result"]
        return {address: each["DeliveryStatus"] for address, each in result.items()}


class Capo(Tasks):
    """capo-pinpoint: TypedDicts in, TypedDicts out, over an HTTP stack of its own."""

    async def get_app(self) -> object:
        """Get the name of a project."""
        return (await self.client.get_app(APPLICATION_ID))["application_response"]["name"]

    async def send_messages(self) -> object:
        """Send to 100 addresses, and return how each was delivered."""
        answer = await self.client.send_messages(
            APPLICATION_ID, message_request=requests.message_in_typed_dicts(PEOPLE)
        )
        result = answer["message_response"]["result"]
        return {address: each["delivery_status"] for address, each in result.items()}


class InThreads(sdks.Ours):
    """This SDK without asyncio, in a pool of threads; callers wait for a free one."""

    def __init__(self, threads: ThreadPoolExecutor, client: PinpointClient) -> None:
        super().__init__(client)
        self.threads = threads

    def answer(self, call: str) -> object:
        """As in ``Sdk``."""
        return getattr(self, call)()

    def at_once(self, call: str, callers: int, each: int) -> None:
        """As in ``Sdk``."""
        method: Callable[[], object] = getattr(self, call)

        def caller() -> None:
            for _ in range(each):
                method()

        for done in [self.threads.submit(caller) for _ in range(callers)]:
            done.result()

    def get_app(self) -> object:
        """Get the name of a project."""
        return self.client.get_app(APPLICATION_ID).name


@contextmanager
def async_sdks(url: str, connections: int) -> Generator[dict[str, Sdk]]:
    """Make the SDKs that are installed, set up to call ``url`` over so many connections."""
    loop = asyncio.new_event_loop()
    made = _clients(url, connections)
    clients = loop.run_until_complete(anext(made))
    sync = PinpointClient(
        session=sdks.session(), config=Config(max_pool_connections=THREADS), endpoint_url=url
    )
    with ThreadPoolExecutor(THREADS) as threads:
        found: dict[str, Sdk] = {name: SDKS[name](loop, client) for name, client in clients.items()}
        try:
            yield {**found, IN_THREADS: InThreads(threads, sync)}
        finally:
            loop.run_until_complete(made.aclose())
            loop.close()


async def _clients(url: str, connections: int) -> AsyncGenerator[dict[str, Any]]:
    config = AioConfig(max_pool_connections=connections, connector_args={"keepalive_timeout": KEPT})
    async with AsyncExitStack() as stack:
        ours = AsyncPinpointClient(session=_session(), config=config, endpoint_url=url)
        theirs: Any = _session().create_client("pinpoint", config=config, endpoint_url=url)
        clients = {OURS: ours, AIOBOTOCORE: theirs}
        capo = competitor("capo_pinpoint")
        if capo is not None:
            pool = {
                "max_connections_per_host": connections,
                "max_idle_connections_per_host": connections,
                "max_idle_seconds": KEPT,
            }
            clients[CAPO] = capo.AsyncPinpointClient(
                competitor("zapros").AsyncStdNetworkHandler(http1=pool),
                region=sdks.REGION,
                endpoint=url,
                credentials={"access_key": sdks.ACCESS_KEY, "secret_key": sdks.SECRET_KEY},
            )
        yield {name: await stack.enter_async_context(client) for name, client in clients.items()}


def _session() -> AioSession:
    made = AioSession()
    made.set_config_variable("region", sdks.REGION)
    made.set_credentials(sdks.ACCESS_KEY, sdks.SECRET_KEY)
    return made


SDKS: dict[str, type[Tasks]] = {OURS: Ours, AIOBOTOCORE: Aiobotocore, CAPO: Capo}
