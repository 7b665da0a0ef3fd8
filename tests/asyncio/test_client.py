"""What is about asyncio alone: event loops, cancelling, closing, waiting for a connection."""

from __future__ import annotations

import asyncio
import gc
import pickle
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from threading import Barrier, Event
from typing import Any

import boto3
import pytest
from botocore.config import Config

from pinpoint_sdk import PinpointClient, models
from pinpoint_sdk.aio import AsyncAppsClient, AsyncPinpointClient
from pinpoint_sdk.errors import (
    ConfigurationError,
    CredentialsError,
    NotFoundException,
    RegionError,
    ValidationError,
)
from pinpoint_sdk.local import LocalPinpoint
from tests.support.loopback import Answer, Loopback, Request

ONCE = Config(retries={"total_max_attempts": 1})


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")


@pytest.fixture(autouse=True)
def nothing_is_left_open() -> Iterator[None]:
    """A connection or a session that nobody closed is a warning, and so an error here."""
    yield
    gc.collect()


@pytest.fixture
def aio(loopback: Loopback) -> AsyncPinpointClient:
    loopback.answer({"Id": "1", "Arn": "arn", "Name": "shop"})
    return AsyncPinpointClient("us-east-1", endpoint_url=loopback.url, config=ONCE)


@pytest.fixture
def service() -> Iterator[LocalPinpoint]:
    with LocalPinpoint() as service:
        yield service


async def name_of_app(client: AsyncPinpointClient) -> str:
    return (await client.get_app("1")).name


def closed_by(client: AsyncPinpointClient, job: Callable[[AsyncPinpointClient], Any]) -> Any:
    """Do a job in ``async with``."""

    async def run() -> Any:
        async with client:
            return await job(client)

    return asyncio.run(run())


# --- event loops


def test_a_client_is_used_in_one_loop_after_another(aio: AsyncPinpointClient) -> None:
    for _ in range(3):
        assert asyncio.run(name_of_app(aio)) == "shop"
        gc.collect()  # the connection ended with its loop: no warning


def test_a_client_is_used_in_two_loops_at_once(aio: AsyncPinpointClient) -> None:
    together = Barrier(4)

    async def call_often() -> list[str]:
        await name_of_app(aio)
        together.wait(30)
        return await asyncio.gather(*(name_of_app(aio) for _ in range(10)))

    with ThreadPoolExecutor(4) as threads:
        found = [*threads.map(asyncio.run, [call_often() for _ in range(4)])]
    assert found == [["shop"] * 10] * 4


async def name_of_pool(client: AsyncPinpointClient) -> object:
    await client.get_app("1")
    return client.meta


def test_tasks_that_begin_at_once_share_one_connection_pool(aio: AsyncPinpointClient) -> None:
    async def run() -> int:
        await asyncio.gather(*(name_of_app(aio) for _ in range(20)))
        return len({id(await name_of_pool(aio)) for _ in range(3)})

    assert asyncio.run(run()) == 1


def test_a_loop_that_is_closed_without_its_generators_leaves_the_client_usable(
    aio: AsyncPinpointClient,
) -> None:
    """As a Lambda handler does that keeps a loop of its own."""
    loop = asyncio.new_event_loop()
    assert loop.run_until_complete(name_of_app(aio)) == "shop"
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
    assert asyncio.run(name_of_app(aio)) == "shop"


def test_without_a_loop_of_asyncio_it_says_so(aio: AsyncPinpointClient) -> None:
    call = aio.get_app("1")
    with pytest.raises(ConfigurationError, match="need a running event loop of asyncio"):
        call.send(None)


# --- closing


def test_a_closed_client_refuses_calls(aio: AsyncPinpointClient) -> None:
    async def run() -> None:
        async with aio:
            await name_of_app(aio)
        await aio.close()
        for again in (name_of_app(aio), aio.__aenter__(), anext(aio.iter_apps())):
            with pytest.raises(ConfigurationError, match="This client is closed"):
                await again

    asyncio.run(run())


def test_an_error_in_the_block_closes_it_too(aio: AsyncPinpointClient) -> None:
    async def fail(_: AsyncPinpointClient) -> None:
        await aio.get_app("1")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        closed_by(aio, fail)


def test_closing_what_never_connected(aio: AsyncPinpointClient) -> None:
    asyncio.run(aio.close())


def test_a_client_that_cannot_be_created_can_be_tried_again(
    loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = AsyncPinpointClient(endpoint_url=loopback.url)
    with pytest.raises(RegionError, match="You must specify a region"):
        asyncio.run(name_of_app(client))
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    assert asyncio.run(name_of_app(client)) == ""


# --- cancelling and waiting


class Gate:
    """Holds the answers of a server back until it is opened."""

    def __init__(self, loopback: Loopback) -> None:
        self.opened, self.arrived = Event(), Event()
        loopback.respond = self._respond

    def _respond(self, _: Request) -> Answer:
        self.arrived.set()
        self.opened.wait(30)
        return Answer(body={"Name": "late"})

    async def someone_arrives(self) -> None:
        await asyncio.get_running_loop().run_in_executor(None, self.arrived.wait, 30)


def test_cancelling_a_call_leaves_the_client_usable(
    aio: AsyncPinpointClient, loopback: Loopback
) -> None:
    gate = Gate(loopback)

    async def run(client: AsyncPinpointClient) -> str:
        task = asyncio.create_task(name_of_app(client))
        await gate.someone_arrives()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        gate.opened.set()
        return await name_of_app(client)

    assert closed_by(aio, run) == "late"


def test_cancelling_while_it_connects_leaves_the_client_usable(aio: AsyncPinpointClient) -> None:
    async def run(client: AsyncPinpointClient) -> str:
        return await name_of_app(client)

    async def cancelled() -> str:
        for steps in range(12):
            task = asyncio.create_task(name_of_app(aio))
            for _ in range(steps):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        return await name_of_app(aio)

    assert asyncio.run(cancelled()) == "shop"
    assert closed_by(aio, run) == "shop"


def test_waiting_for_a_connection_ends_with_a_timeout(loopback: Loopback) -> None:
    gate = Gate(loopback)
    config = Config(max_pool_connections=1, retries={"total_max_attempts": 1})
    client = AsyncPinpointClient("us-east-1", endpoint_url=loopback.url, config=config)

    async def run(client: AsyncPinpointClient) -> list[str]:
        first = asyncio.create_task(name_of_app(client))
        await gate.someone_arrives()
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(name_of_app(client), 0.01)
        gate.opened.set()
        return [await first, await name_of_app(client)]

    assert closed_by(client, run) == ["late", "late"]
    assert len(loopback.requests) == 2


# --- what a client is made with


def test_it_shows_its_settings_without_connecting() -> None:
    client = AsyncPinpointClient("eu-west-1")
    assert repr(client) == "AsyncPinpointClient(region_name='eu-west-1', endpoint_url=None)"
    with pytest.raises(ConfigurationError, match="no connection yet"):
        _ = client.meta


def test_its_meta_and_attempts_are_known_once_it_is_connected(aio: AsyncPinpointClient) -> None:
    async def look(client: AsyncPinpointClient) -> tuple[str, int]:
        return client.meta.region_name, client.max_attempts

    assert closed_by(aio, look) == ("us-east-1", 1)


def test_another_config_makes_another_client(aio: AsyncPinpointClient) -> None:
    async def look(client: AsyncPinpointClient) -> tuple[int, float]:
        async with client.with_config(Config(read_timeout=7)) as other:
            assert await name_of_app(other) == "shop"
            return other.max_attempts, other.meta.config.read_timeout  # type: ignore[attr-defined]

    assert closed_by(aio, look) == (1, 7)


def test_a_client_of_one_domain(loopback: Loopback) -> None:
    async def run() -> str:
        async with AsyncAppsClient("us-east-1", endpoint_url=loopback.url) as apps:
            loopback.answer({"Name": "shop"})
            return (await apps.get_app("1")).name

    assert asyncio.run(run()) == "shop"


SESSIONS = [name for name in ("aiobotocore.session", "aioboto3") if find_spec(name.split(".")[0])]


@pytest.mark.parametrize("module", SESSIONS)
def test_a_session_of_the_users_is_not_changed(loopback: Loopback, module: str) -> None:
    made = import_module(module)
    session = made.Session() if module == "aioboto3" else made.get_session()
    loopback.answer({"Name": "shop"})
    client = AsyncPinpointClient("us-east-1", session=session, endpoint_url=loopback.url)
    assert closed_by(client, name_of_app) == "shop"

    async def theirs() -> Any:
        make = session.client if module == "aioboto3" else session.create_client
        async with make("pinpoint", region_name="us-east-1", endpoint_url=loopback.url) as plain:
            return await plain.get_app(ApplicationId="1")

    assert asyncio.run(theirs())["ApplicationResponse"] == {"Name": "shop"}


def test_a_finished_client_is_used_and_left_open(loopback: Loopback) -> None:
    loopback.answer({"Name": "shop"})

    async def run() -> Any:
        session = import_module("aiobotocore.session").get_session()
        where = {"region_name": "us-east-1", "endpoint_url": loopback.url}
        async with session.create_client("pinpoint", **where) as plain:
            async with AsyncPinpointClient(client=plain) as client:
                assert await name_of_app(client) == "shop"
                with pytest.raises(TypeError, match="aiobotocore cannot change an existing client"):
                    client.with_config(Config())
            with pytest.raises(TypeError, match="got a client of aiobotocore"):
                PinpointClient(client=plain)
            return await plain.get_app(ApplicationId="1")

    assert asyncio.run(run())["ApplicationResponse"] == {"Name": "shop"}


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"session": boto3.Session()}, "expected a session of aiobotocore or aioboto3, got Session"),
    ({"session": "default"}, "expected a session of aiobotocore or aioboto3"),
    ({"config": {"retries": 1}}, "expected a botocore.config.Config"),
    ({"region_name": 7}, "region_name: expected a str"),
    ({"client": object()}, "expected a pinpoint client of aiobotocore, got object"),
    ({"client": boto3.client("pinpoint", "us-east-1")}, "got one of boto3"),
    ({"client": object(), "region_name": "us-east-1"}, "cannot be combined with region_name"),
    ({"aws_access_key_id": "AKIA"}, "credentials and profiles belong to a session"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG, ids=range(len(WRONG)))
def test_wrong_arguments_are_refused(arguments: dict[str, Any], message: str) -> None:
    make: Any = AsyncPinpointClient
    with pytest.raises(TypeError, match=message):
        make(**arguments)


def test_it_is_not_pickled(aio: AsyncPinpointClient) -> None:
    with pytest.raises(TypeError, match="AsyncPinpointClient cannot be pickled"):
        pickle.dumps(aio)


def test_without_credentials_it_says_what_to_do(
    loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    client = AsyncPinpointClient("us-east-1", endpoint_url=loopback.url)
    with pytest.raises(CredentialsError, match="Unable to locate credentials"):
        asyncio.run(name_of_app(client))


# --- the embedded service


async def new_shop(client: AsyncPinpointClient) -> str:
    app = await client.create_app(models.CreateApplicationRequest(name="shop"))
    await client.update_sms_channel(app.id, models.SMSChannelRequest(enabled=True))
    return app.id


def embedded(service: LocalPinpoint, job: Callable[[AsyncPinpointClient], Awaitable[Any]]) -> Any:
    return closed_by(service.async_client(config=ONCE), job)


def test_the_embedded_service_makes_a_client(service: LocalPinpoint) -> None:
    async def run(client: AsyncPinpointClient) -> list[str]:
        await asyncio.gather(*(new_shop(client) for _ in range(30)))
        with pytest.raises(NotFoundException, match="Application not found"):
            await client.get_app("nope")
        with pytest.raises(ValidationError):
            await client.get_app("")
        paginator = client.iter_apps(page_size=7)
        some = [(await anext(paginator)).name for _ in range(10)]
        assert repr(paginator).startswith("<AsyncPaginator of AsyncAppsClient.iter_apps: at token")
        rest = [len(page.item) async for page in paginator.pages()]
        return [*some, str(rest)]

    assert embedded(service, run) == [*["shop"] * 10, "[7, 7, 2]"]


def test_a_wait_moves_its_clock(service: LocalPinpoint) -> None:
    start = service.clock.now

    async def run(client: AsyncPinpointClient) -> None:
        app = await new_shop(client)
        segment = await client.create_segment(app, models.WriteSegmentRequest(name="all"))
        sms = models.CampaignSmsMessage(body="Hello")
        request = models.WriteCampaignRequest(
            name="later",
            segment_id=segment.id,
            schedule=models.Schedule(start_time=(start + timedelta(minutes=50)).isoformat()),
            message_configuration=models.MessageConfiguration(sms_message=sms),
        )
        campaign = await client.create_campaign(app, request)
        await client.wait_until_campaign_status(app, campaign.id, "COMPLETED")

    embedded(service, run)
    assert service.clock.now - start >= timedelta(minutes=50)


def test_in_a_block_it_is_answered_whenever_it_was_made(service: LocalPinpoint) -> None:
    before = AsyncPinpointClient("us-east-1")
    with service.everywhere():
        asyncio.run(new_shop(before))
        asyncio.run(new_shop(AsyncPinpointClient()))
    assert len(list(service.client().iter_apps())) == 2


def test_a_connected_client_is_attached(service: LocalPinpoint, aio: AsyncPinpointClient) -> None:
    async def run(client: AsyncPinpointClient) -> None:
        service.attach(client)
        await new_shop(client)

    with pytest.raises(ConfigurationError, match="no connection yet"):
        service.attach(aio)
    closed_by(aio, run)
    assert len(list(service.client().iter_apps())) == 1
