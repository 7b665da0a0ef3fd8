"""JSON documents, and the HTTP requests and responses around them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from attrs import Factory, define

JSON: TypeAlias = dict[str, Any]
"""A JSON object as the service reads and writes it, members named as on the wire."""


def json_bytes(document: JSON) -> int:
    """How many bytes a document has as JSON in UTF-8."""
    return len(json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass"))


@define(frozen=True)
class HttpRequest:
    """One request: ``target`` is path and query, still percent-encoded; headers are upper case."""

    method: str
    target: str
    headers: Mapping[str, str] = Factory(dict[str, str])
    body: bytes = b""
    region_name: str | None = None
    """The region of the client; by default the one that the request is signed for."""


@define(frozen=True)
class HttpResponse:
    """One response."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float = 0
    """How long it took, by the service's clock."""
