"""Every pinpoint client that is made for a while, answered in one place."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from unittest.mock import patch

from botocore import handlers

__all__ = ["handling"]


@contextmanager
def handling(event: str, handler: Callable[..., object], region_name: str) -> Generator[None]:
    """Have every boto3 session that is made in this block call a handler.

    boto3's default session is put aside, and credentials and region come from the environment,
    made up, so that code which names neither finds both.
    """
    built_in = (event, handler)
    environment = {
        "AWS_ACCESS_KEY_ID": "LOCALPINPOINT",
        "AWS_SECRET_ACCESS_KEY": "not-a-secret",
        "AWS_DEFAULT_REGION": region_name,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }
    others = ("AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL")
    with patch.dict(os.environ, environment), patch("boto3.DEFAULT_SESSION", None):
        for name in others:
            os.environ.pop(name, None)
        # In place: moto puts its own handler into this list when it is imported.
        handlers.BUILTIN_HANDLERS.insert(0, built_in)
        try:
            yield
        finally:
            handlers.BUILTIN_HANDLERS.remove(built_in)
