"""Who is in a segment."""

from __future__ import annotations

from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.engine.aws import AwsClients
from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.failures import Failures
from pinpoint_sdk.local.segments.membership import members_of


def people(service: LocalPinpoint, app: str, segment: str, version: int | None = None) -> str:
    """The ids of the endpoints in a segment."""
    account, now = service.inspect(lambda account, now: (account, now))
    context = Context(
        account=account, now=now, failures=Failures(0), aws=AwsClients(None, "us-east-1")
    )
    found = members_of(context, account.projects[app], segment, version)
    return " ".join(endpoint["Id"] for endpoint in found)
