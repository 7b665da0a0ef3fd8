"""Answering every pinpoint client that is created within a block."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from botocore.session import Session

from pinpoint_sdk.local.boto.client import EVENT, Handler

_HANDLER_ID = "pinpoint_sdk.local.boto.everywhere"

_OPEN: list[_Block] = []


@contextmanager
def patched_clients(handler: Handler, region_name: str) -> Generator[None]:
    """Have every pinpoint client that is created in this block call a handler.

    boto3's default session is set aside. Fake credentials, and a region if none is set, are put
    into the environment, for code that names neither.
    """
    block, create_client = _Block(handler), Session.create_client

    def create(session: Session, *arguments: Any, **options: Any) -> Any:
        client = create_client(session, *arguments, **options)
        if client.meta.service_model.service_name == "pinpoint":
            events = client.meta.events
            events.unregister(EVENT, unique_id=_HANDLER_ID)  # of a block around this one
            events.register(EVENT, block.answer, unique_id=_HANDLER_ID)
        return client

    with (
        patch.dict(os.environ, _environment(region_name)),
        patch("boto3.DEFAULT_SESSION", None),
        patch.object(Session, "create_client", create),
    ):
        for name in ("AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN"):
            os.environ.pop(name, None)
        _OPEN.append(block)
        try:
            yield
        finally:
            _OPEN.remove(block)


class _Block:
    """A block, and what answers the clients that are created in it.

    A client may outlive it, in a cache of the code under test: the next block answers it then.
    """

    def __init__(self, handler: Handler) -> None:
        self._handler = handler

    def answer(self, request: Any, **others: Any) -> Any:
        """Call the handler of this block, or of the innermost open one if this one is over."""
        block = self if self in _OPEN or not _OPEN else _OPEN[-1]
        return block._handler(request, **others)


def _environment(region_name: str) -> dict[str, str]:
    return {
        "AWS_ACCESS_KEY_ID": "LOCALPINPOINT",
        "AWS_SECRET_ACCESS_KEY": "not-a-secret",
        "AWS_DEFAULT_REGION": os.environ.get("AWS_DEFAULT_REGION") or region_name,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }
