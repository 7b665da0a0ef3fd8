"""Answering every Pinpoint client of this process within a block."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Generator, Iterable
from contextlib import ExitStack, contextmanager
from threading import RLock
from typing import Any, Protocol
from weakref import WeakKeyDictionary

import boto3
from attrs import define
from botocore.endpoint import Endpoint
from botocore.hooks import BaseEventHooks

from pinpoint_sdk.local.boto.handlers import Handlers, Service

_HANDLER_ID = "pinpoint_sdk.local.everywhere"
_LOCK = RLock()


class RegionalService(Service, Protocol):
    """An embedded service that has some regions."""

    region_name: str

    def has_region(self, region_name: str) -> bool:
        """Whether it answers for a region."""
        ...


class _Block:
    """A block, which is over when it is no longer among the open ones."""

    def __init__(self, service: RegionalService) -> None:
        self.service = service


_OPEN: list[_Block] = []
_PROCESS = ExitStack()
"""Puts back what is changed while blocks are open."""


@define
class _Taken:
    """A client, by its endpoint, that blocks answer."""

    events: BaseEventHooks
    handlers: Handlers
    is_created_inside: bool


_TAKEN: WeakKeyDictionary[Endpoint, _Taken] = WeakKeyDictionary()


@contextmanager
def answering_everywhere(service: RegionalService) -> Generator[None]:
    """Have a service answer every Pinpoint client that is used in this block.

    What that changes in the process is changed when the first block opens, and put back when the
    last one closes: two methods of botocore, boto3's default session, which is set aside, and some
    environment variables, which hide the user's configuration from clients that are created.
    """
    block = _Block(service)
    with _LOCK:
        if not _OPEN:
            _change_process(service.region_name)
        _OPEN.append(block)
    try:
        yield
    finally:
        with _LOCK:
            _OPEN.remove(block)
            if not _OPEN:
                _PROCESS.close()


def _choose(blocks: Iterable[_Block], region_name: str) -> Service:
    """The service that answers a client, which belongs to the blocks that it was created in.

    A client may outlive its blocks, in a cache of the code under test: then the open ones answer
    it. Among several blocks, the one whose service is at home in the region goes first, then those
    that have the region, then the one that was opened last.
    """
    candidates = [block for block in blocks if block in _OPEN] or [*_OPEN] or [*blocks]
    services = [block.service for block in reversed(candidates)]
    at_home = [each for each in services if each.region_name == region_name]
    holding = [each for each in services if each.has_region(region_name)]
    return [*at_home, *holding, *services][0]


def _take(endpoint: Any, *, is_created_inside: bool) -> None:
    """Have the open blocks answer a client, by its endpoint, which sends its requests."""
    if endpoint._endpoint_prefix != "pinpoint":
        return
    with _LOCK:
        blocks = (*_OPEN,)
        if not blocks or endpoint in _TAKEN:
            return
        is_async = inspect.iscoroutinefunction(endpoint._send)
        choose = functools.partial(_choose, blocks)
        handlers = Handlers(choose, _HANDLER_ID, is_async=is_async)
        taken = _Taken(endpoint._event_emitter, handlers, is_created_inside)
        taken.handlers.register_after_others(taken.events)
        _TAKEN[endpoint] = taken


def _return_clients() -> None:
    """Let clients from outside of the blocks go; the others were never meant for the network."""
    for endpoint, taken in [*_TAKEN.items()]:
        if not taken.is_created_inside:
            taken.handlers.unregister(taken.events)
            del _TAKEN[endpoint]


def _change_process(region_name: str) -> None:
    create, send = Endpoint.__init__, Endpoint.make_request

    @functools.wraps(create)
    def create_and_take(self: Endpoint, *arguments: Any, **options: Any) -> None:
        create(self, *arguments, **options)
        _take(self, is_created_inside=True)

    @functools.wraps(send)
    def take_and_send(self: Endpoint, *arguments: Any, **options: Any) -> Any:
        _take(self, is_created_inside=False)
        return send(self, *arguments, **options)

    _PROCESS.callback(_return_clients)
    _replace(Endpoint, "__init__", create_and_take)
    _replace(Endpoint, "make_request", take_and_send)
    _PROCESS.callback(setattr, boto3, "DEFAULT_SESSION", boto3.DEFAULT_SESSION)
    boto3.DEFAULT_SESSION = None
    for name, value in _environment(region_name).items():
        _PROCESS.callback(_put_back, name, value, os.environ.get(name))
        _set(name, value)


def _replace(owner: type, name: str, ours: object) -> None:
    """Replace a method until the last block closes, or longer: while others have wrapped it."""
    before = owner.__dict__[name]

    def put_back() -> None:
        if owner.__dict__[name] is ours:
            setattr(owner, name, before)

    _PROCESS.callback(put_back)
    setattr(owner, name, ours)


def _environment(region_name: str) -> dict[str, str | None]:
    """The variables that hide the user's configuration; None where one is removed."""
    return {
        "AWS_ACCESS_KEY_ID": "LOCALPINPOINT",
        "AWS_SECRET_ACCESS_KEY": "not-a-secret",
        "AWS_SESSION_TOKEN": None,
        "AWS_PROFILE": None,
        "AWS_DEFAULT_PROFILE": None,
        "AWS_DEFAULT_REGION": os.environ.get("AWS_DEFAULT_REGION") or region_name,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
    }


def _put_back(name: str, ours: str | None, before: str | None) -> None:
    """Put a variable back, unless somebody else has changed it meanwhile."""
    if os.environ.get(name) == ours:
        _set(name, before)


def _set(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value
