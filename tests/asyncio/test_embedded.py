"""The embedded service answers clients of aiobotocore and aioboto3 as it answers boto3's."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pytest
from botocore.exceptions import ClientError, ConnectionClosedError, EndpointConnectionError

from pinpoint_sdk.local import LocalPinpoint

REGION = {"region_name": "us-east-1"}


@pytest.fixture
def service() -> Iterator[LocalPinpoint]:
    with LocalPinpoint() as service:
        yield service


def config(attempts: int) -> Any:
    return import_module("aiobotocore.config").AioConfig(retries={"total_max_attempts": attempts})


def new_client(attempts: int = 1) -> Any:
    session = import_module("aiobotocore.session").get_session()
    return session.create_client("pinpoint", config=config(attempts), **REGION)


def use(service: LocalPinpoint, job: Callable[[Any], Awaitable[Any]], attempts: int = 1) -> Any:
    """Run a job with a client that the service answers, in a loop of its own."""

    async def run() -> Any:
        with service.everywhere():
            async with new_client(attempts) as client:
                return await job(client)

    return asyncio.run(run())


async def get_apps(client: Any) -> list[Any]:
    answer = await client.get_apps()
    return answer["ApplicationsResponse"]["Item"]  # type: ignore[no-any-return]


async def new_shop(client: Any) -> str:
    answer = await client.create_app(CreateApplicationRequest={"Name": "shop"})
    app_id: str = answer["ApplicationResponse"]["Id"]
    await client.update_sms_channel(ApplicationId=app_id, SMSChannelRequest={"Enabled": True})
    return app_id


def test_many_sends_at_once(service: LocalPinpoint) -> None:
    async def send_all(client: Any) -> None:
        app_id = await new_shop(client)
        await asyncio.gather(
            *(
                client.send_messages(
                    ApplicationId=app_id,
                    MessageRequest={
                        "Addresses": {f"+1555555{number:04}": {"ChannelType": "SMS"}},
                        "MessageConfiguration": {"SMSMessage": {"Body": "Hello"}},
                    },
                )
                for number in range(100)
            )
        )

    use(service, send_all)
    assert len({message.address for message in service.inbox}) == 100


def test_an_error_is_a_client_error(service: LocalPinpoint) -> None:
    with pytest.raises(ClientError, match="Application not found") as caught:
        use(service, lambda client: client.get_app(ApplicationId="nope"))
    assert "'Code': 'NotFoundException'" in repr(caught.value.response)


def test_throttled_calls_are_retried(service: LocalPinpoint) -> None:
    service.failures.throttle("GetApps", times=2)
    with service.clock.follow_sleep():
        assert use(service, get_apps, attempts=3) == []


def test_a_region_that_is_down(service: LocalPinpoint) -> None:
    service.failures.region_down()
    with pytest.raises(EndpointConnectionError, match="Could not connect"):
        use(service, get_apps)


def test_a_lost_answer(service: LocalPinpoint) -> None:
    service.failures.drop("CreateApp", times=1)
    with pytest.raises(ConnectionClosedError):
        use(service, new_shop)
    assert len(use(service, get_apps)) == 1


def test_a_client_outlives_the_block_that_borrowed_it(service: LocalPinpoint) -> None:
    async def run() -> list[Any]:
        async with new_client() as client:
            with service.everywhere():
                await new_shop(client)
                return await get_apps(client)

    assert len(asyncio.run(run())) == 1


def test_a_client_is_entered_in_a_block_and_left_outside(service: LocalPinpoint) -> None:
    async def run() -> list[Any]:
        context = new_client()
        with service.everywhere():
            client = await context.__aenter__()
            await new_shop(client)
        apps = await get_apps(client)  # still answered: it never was to send anything
        await context.__aexit__(None, None, None)
        return apps

    assert len(asyncio.run(run())) == 1


SESSIONS = [name for name in ("aiobotocore", "aioboto3") if find_spec(name)]


@pytest.mark.parametrize("library", SESSIONS)
def test_a_session_is_attached(service: LocalPinpoint, library: str) -> None:
    async def run() -> None:
        if library == "aioboto3":
            session = import_module("aioboto3").Session()
            make = session.client
        else:
            session = import_module("aiobotocore.session").get_session()
            make = session.create_client
        service.attach(session)
        async with make("pinpoint", **REGION) as client:
            await new_shop(client)

    asyncio.run(run())
    assert [app.name for app in service.client().iter_apps()] == ["shop"]


def test_polling_in_a_loop_ends_where_the_clock_follows_sleep(service: LocalPinpoint) -> None:
    start = service.clock.now

    async def poll(_: Any) -> None:
        while (service.clock.now - start).total_seconds() < 3600:
            await asyncio.sleep(60)

    with service.clock.follow_sleep():
        use(service, poll)
    assert (service.clock.now - start).total_seconds() == 3600
