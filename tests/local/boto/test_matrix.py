"""Every kind of client, whenever it was made, whatever its credentials, is answered in every way.

The kinds over aiobotocore are tried where that is installed: ``make async``.
"""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime, timezone
from importlib import import_module
from importlib.util import find_spec
from itertools import product
from typing import Any

import boto3
import pytest
from botocore.credentials import RefreshableCredentials
from botocore.loaders import create_loader

from pinpoint_sdk import PinpointClient
from pinpoint_sdk.local import LocalPinpoint
from tests.support import figures

EXPIRED = datetime(2020, 1, 1, tzinfo=timezone.utc)


def renew() -> dict[str, str]:
    raise AssertionError("credentials were to be renewed, which calls AWS")


async def renew_async() -> dict[str, str]:
    return renew()


class Sync:
    """A client that is called as boto3's are."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def create_app(self) -> None:
        self.client.create_app(CreateApplicationRequest={"Name": "shop"})

    def close(self) -> None:
        self.client.close()


class Typed(Sync):
    def create_app(self) -> None:
        from pinpoint_sdk.models import CreateApplicationRequest

        self.client.create_app(CreateApplicationRequest(name="shop"))


class Async:
    """A client of aiobotocore, in an event loop of its own."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._loop = asyncio.new_event_loop()
        self._context = make()
        self.client = self._loop.run_until_complete(self._context.__aenter__())

    def create_app(self) -> None:
        request = {"Name": "shop"}
        self._loop.run_until_complete(self.client.create_app(CreateApplicationRequest=request))

    def close(self) -> None:
        self._loop.run_until_complete(self._context.__aexit__(None, None, None))
        self._loop.close()


def core_session(credentials: str, *, is_async: bool = False) -> Any:
    """A session of botocore or aiobotocore, without credentials or with some."""
    where = "aiobotocore" if is_async else "botocore"
    core: Any = import_module(f"{where}.session").get_session()
    core.register_component("data_loader", LOADER)
    if credentials == "real-looking":
        core.set_credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG")
    if credentials == "expired":
        kind: Any = RefreshableCredentials
        if is_async:
            kind = import_module("aiobotocore.credentials").AioRefreshableCredentials
        core._credentials = kind(
            "AKIA", "secret", "token", EXPIRED, renew_async if is_async else renew, "sso"
        )
    return core


def typed(credentials: str) -> Sync:
    session = boto3.Session(botocore_session=core_session(credentials), region_name="us-east-1")
    return Typed(PinpointClient(session=session))


def of_boto3(credentials: str) -> Sync:
    session: Any = boto3.Session(botocore_session=core_session(credentials))
    return Sync(session.client("pinpoint", region_name="us-east-1"))


def of_botocore(credentials: str) -> Sync:
    return Sync(core_session(credentials).create_client("pinpoint", region_name="us-east-1"))


def of_aiobotocore(credentials: str) -> Async:
    core = core_session(credentials, is_async=True)
    return Async(lambda: core.create_client("pinpoint", region_name="us-east-1"))


def of_aioboto3(credentials: str) -> Async:
    core = core_session(credentials, is_async=True)
    session = import_module("aioboto3").Session(botocore_session=core)
    return Async(lambda: session.client("pinpoint", region_name="us-east-1"))


LOADER = create_loader()
"""Shared, since reading AWS's model is most of the time that it takes to make a client."""

KINDS: dict[str, Callable[[str], Any]] = {
    "ours": typed,
    "boto3": of_boto3,
    "botocore": of_botocore,
    **({"aiobotocore": of_aiobotocore} if find_spec("aiobotocore") else {}),
    **({"aioboto3": of_aioboto3} if find_spec("aioboto3") else {}),
}
WHEN = ["at import", "before", "inside", "kept"]
CREDENTIALS = ["absent", "real-looking", "expired"]
HOW = ["fixture", "everywhere", "attach"]
AT_IMPORT = {case: KINDS[case[0]](case[1]) for case in product(KINDS, CREDENTIALS)}
"""Clients that were made when this module was imported, as some modules of users do."""


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stands in for the network: a proxy to which nobody may connect."""
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        for name in ("HTTPS_PROXY", "HTTP_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.getsockname()[1]}")
        yield
        proxy.setblocking(False)
        with pytest.raises(BlockingIOError):
            proxy.accept()


@contextmanager
def answering(how: str, request: pytest.FixtureRequest) -> Generator[LocalPinpoint]:
    """A service that answers every client, or the one that is attached to it."""
    if how == "fixture":
        yield request.getfixturevalue("pinpoint_service")
    else:
        service = LocalPinpoint()
        with service, service.everywhere() if how == "everywhere" else nullcontext():
            yield service


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize(
    ("kind", "credentials", "when", "how"), [*product(KINDS, CREDENTIALS, WHEN, HOW)]
)
def test_a_client_is_answered(
    kind: str, credentials: str, when: str, how: str, request: pytest.FixtureRequest
) -> None:
    made: Any = AT_IMPORT[kind, credentials] if when == "at import" else None
    if when == "before":
        made = KINDS[kind](credentials)
    if when == "kept":
        with LocalPinpoint() as former, former.everywhere():
            made = KINDS[kind](credentials)
            made.create_app()
    with answering(how, request) as service:
        made = made or KINDS[kind](credentials)
        if how == "attach":
            service.attach(made.client)
        made.create_app()
        assert [app.name for app in service.client().iter_apps()] == ["shop"]
        if when != "at import":
            made.close()
    ANSWERED[kind] += 1
    of = len(CREDENTIALS) * len(WHEN) * len(HOW)
    label = f"embedded service, clients of {kind}, whenever made, however attached"
    figures.record(label, f"{ANSWERED[kind]} of {of} answered, 0 on the network")


ANSWERED = Counter[str]()
