"""What all resources of a listing, and all with versions, have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeVar

from pinpoint_sdk.local.integrity.documents import check_document
from pinpoint_sdk.local.integrity.problems import expect, inside
from pinpoint_sdk.local.protocol.arns import parse_arn
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Account
from pinpoint_sdk.local.state.campaigns import Versioned


class _Placed(Protocol):
    @property
    def position(self) -> int: ...


_T = TypeVar("_T", bound=_Placed)


def check_listing(account: Account, name: str, resources: Mapping[str, _Placed]) -> None:
    """Check that resources come in the order of their positions, none of them yet to be given.

    Raises:
        Invalid: They do not.
    """
    last = 0
    for key, resource in resources.items():
        in_order = last < resource.position <= account.last_position
        expect(in_order, "is not in the order of the listing", name, key, "position")
        last = resource.position


def check_identity(document: JSON, **members: str) -> None:
    """Check members that say which resource a document is of.

    Raises:
        Invalid: It is of another.
    """
    for name, value in members.items():
        expect(document.get(name) == value, "is that of another resource", name)


def check_arn(document: JSON, resource: str) -> None:
    """Check the ARN of a resource: what it was loaded with may be of another account or region.

    Raises:
        Invalid: It is malformed, or that of another resource.
    """
    arn = parse_arn(document.get("Arn", ""))
    expect(arn is not None and arn.resource == resource, "is that of another resource", "Arn")


def check_versions(
    resource: Versioned, shape: str, resource_id: str, path: str, *needed: str
) -> None:
    """Check the documents of a resource with versions.

    Args:
        resource: The resource.
        shape: The name of their shape.
        resource_id: Its id.
        path: Its path in ARNs.
        needed: Members that the service always writes.

    Raises:
        Invalid: One of them is not a version of it.
    """
    expect(bool(resource.versions and resource.current), "is empty", "versions")
    _, project_id, _ = path.split("/", 2)
    for place, document in enumerate(resource.versions):
        if not document:  # it is not known
            continue
        with inside("versions", place):
            check_document(document, shape, "LastModifiedDate", "Version", *needed)
            check_identity(document, Id=resource_id, ApplicationId=project_id)
            check_arn(document, path)
            expect(document["Version"] == place + 1, f"must be {place + 1}", "Version")
