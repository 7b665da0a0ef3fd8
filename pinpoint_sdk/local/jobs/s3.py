"""Locations in S3: ``s3://bucket/key``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from attrs import define

from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON

_URL = re.compile(r"s3://(?P<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(?P<key>.*))?", re.DOTALL)


@define(frozen=True)
class S3Location:
    """An object in S3, or all objects whose keys have a prefix."""

    bucket: str
    key: str

    def sizes(self, s3: Any) -> dict[str, int]:
        """The sizes of the objects by key: of the one with this key, or of all under it.

        Args:
            s3: A boto3 client.
        """
        pages: Iterable[JSON] = s3.get_paginator("list_objects_v2").paginate(
            Bucket=self.bucket, Prefix=self.key
        )
        found = {item["Key"]: item["Size"] for page in pages for item in page.get("Contents", [])}
        return {self.key: found[self.key]} if self.key in found else found

    def open(self, s3: Any, key: str) -> Any:
        """The body of an object of this bucket, to be read and closed."""
        return s3.get_object(Bucket=self.bucket, Key=key)["Body"]

    def write(self, s3: Any, name: str, content: bytes) -> None:
        """Put an object under this key, which is used as a folder."""
        folder = f"{self.key.rstrip('/')}/" if self.key else ""
        s3.put_object(Bucket=self.bucket, Key=f"{folder}{name}", Body=content)


def parse_s3_url(member: str, text: str) -> S3Location:
    """Parse a location.

    Args:
        member: The member that holds it.
        text: Its value.

    Raises:
        BadRequest: It is not such a URL.
    """
    match = _URL.fullmatch(text)
    if match is None:
        raise BadRequest(
            f"{member} must have the form s3://BUCKET/KEY, the name of a bucket 3 to 63"
            f" lower-case letters, digits, dots and hyphens, got {text!r}"
        )
    return S3Location(match["bucket"], match["key"] or "")
