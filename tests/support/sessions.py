"""boto3 sessions with made-up credentials that share what botocore reads from its files."""

from __future__ import annotations

import functools

import boto3
import botocore.session
from botocore.loaders import Loader, create_loader


def make_session() -> boto3.Session:
    """A new session; without the shared loader each would read 60 ms of JSON."""
    core = botocore.session.Session()
    core.register_component("data_loader", shared_loader())
    return boto3.Session(
        botocore_session=core,
        region_name="us-east-1",
        aws_access_key_id="AKIDEXAMPLE",
        aws_secret_access_key="secret",
    )


def shared_loader() -> Loader:
    loader = _loader()
    loader.search_paths[:] = dict.fromkeys(loader.search_paths)  # each boto3 session adds its own
    return loader


@functools.cache
def _loader() -> Loader:
    return create_loader()
