"""Amazon Resource Names."""

from __future__ import annotations

import re

from attrs import define

from pinpoint_sdk.local.faults import BadRequest

_ARN = re.compile(
    r"arn:(?P<partition>[^:]+):(?P<service>[^:]+):(?P<region>[^:]*):(?P<account>[^:]*):"
    r"(?P<resource>.+)"
)


@define(frozen=True)
class Arn:
    """The parts of an ARN: ``arn:partition:service:region:account:resource``."""

    partition: str
    service: str
    region: str
    account: str
    resource: str


def read_arn(text: str) -> Arn | None:
    """The parts of an ARN, None where it is none."""
    match = _ARN.fullmatch(text)
    return None if match is None else Arn(*match.groups())


def check_role_arn(member: str, text: str) -> None:
    """Raise BadRequest unless a member is the ARN of an IAM role; whether that exists is not asked.

    Args:
        member: its name.
        text: its value.
    """
    arn = read_arn(text)
    if arn is None or arn.service != "iam" or not arn.resource.startswith("role/"):
        raise BadRequest(f"{member} must be the ARN of an IAM role, got {text!r}")
