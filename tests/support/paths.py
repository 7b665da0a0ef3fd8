"""The two paths of a call: bodies as JSON text (wire), or as boto3's dicts (plain)."""

from __future__ import annotations

import boto3
import pytest

WIRE, PLAIN = "wire", "plain"

on_both = pytest.mark.parametrize("path", [WIRE, PLAIN])
"""Runs a test once on each path."""


def choose(path: str, session: boto3.Session) -> None:
    """Let the clients of a session go a path: a handler that sees dicts makes it the plain one."""
    if path == PLAIN:
        session.events.register("after-call.pinpoint", see)


def see(**_: object) -> None:
    """Look at an answer."""
