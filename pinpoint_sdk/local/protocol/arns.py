"""Amazon Resource Names."""

from __future__ import annotations

import re

from attrs import define

from pinpoint_sdk.local.protocol.errors import BadRequest

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


def parse_arn(text: str) -> Arn | None:
    """Parse an ARN; None if it is malformed."""
    match = _ARN.fullmatch(text)
    return None if match is None else Arn(*match.groups())


def check_role_arn(member: str, text: str) -> None:
    """Validate the ARN of an IAM role; whether the role exists is not checked.

    Args:
        member: The member that holds it.
        text: Its value.

    Raises:
        BadRequest: It is not the ARN of a role.
    """
    arn = parse_arn(text)
    if arn is None or arn.service != "iam" or not arn.resource.startswith("role/"):
        raise BadRequest(f"{member} must be the ARN of an IAM role, got {text!r}")
