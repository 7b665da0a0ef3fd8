"""Answering one client, or the clients of one session."""

from __future__ import annotations

import inspect
from typing import Any, Protocol, TypeAlias

import boto3
from botocore.client import ClientMeta
from botocore.hooks import BaseEventHooks
from botocore.session import Session

from pinpoint_sdk.local.boto.handlers import Handlers, Service

_HANDLER_ID = "pinpoint_sdk.local"


class BotoClient(Protocol):
    """A client of boto3 or aiobotocore, or a typed one."""

    @property
    def meta(self) -> ClientMeta:
        """What boto3 keeps about the client."""
        ...


class AioSession(Protocol):
    """A session of aioboto3."""

    _session: Session


BotoSession: TypeAlias = "boto3.Session | Session | AioSession"
"""A session of boto3, botocore, aioboto3 or aiobotocore."""


def attach(target: BotoSession | BotoClient, service: Service) -> None:
    """Have a service answer a session or a client, in place of the one that was attached before.

    Raises:
        TypeError: The target is neither.
        ValueError: The client belongs to another service.
    """
    core = target if isinstance(target, Session) else getattr(target, "_session", None)
    if isinstance(core, Session) and not isinstance(target, type):
        events: BaseEventHooks = core.get_component("event_emitter")
        is_async = inspect.iscoroutinefunction(getattr(core, "_create_client", None))
    else:
        events = _events_of_client(target)
        is_async = inspect.iscoroutinefunction(getattr(target, "close", None))
    Handlers(lambda _: service, _HANDLER_ID, is_async=is_async).register(events)


def _events_of_client(target: object) -> BaseEventHooks:
    meta: Any = getattr(target, "meta", None)
    if not isinstance(meta, ClientMeta):
        raise TypeError(f"attach takes a boto3 session or a pinpoint client, got {target!r}")
    if meta.service_model.service_name != "pinpoint":
        raise ValueError(
            "attach takes a boto3 session or a pinpoint client, "
            f"got a client of {meta.service_model.service_name}"
        )
    return meta.events
