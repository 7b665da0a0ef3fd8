"""The wire path: calls whose bodies are JSON text to boto3, so that it does not walk them.

boto3 checks a request member by member, copies it into other dicts and only then writes JSON; of
an answer it reads JSON into dicts and copies those. With models this work is wasted: they are
checked and written as JSON in one pass, and read from JSON directly.

So our boto3 clients are made with a variant of Pinpoint's model in which the body of every request
and answer is declared a string. boto3 passes such a body on as it is, and does everything else as
always: credentials, signing, retries, endpoints, errors, path and query. The bytes on the wire are
the same. The variant comes from a view of the user's session; the session itself is never changed.

A boto3 client that is passed in has boto3's own model, and is called with dicts. So is the client
of a session whose handlers (``provide-client-params.pinpoint`` and the like) see the dict of a
request or of an answer: they keep seeing it.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from botocore.loaders import Loader, instance_cache

_Json = dict[str, Any]

DATA_PATH = str(Path(__file__).parent.parent / "data")
"""Adds the members of the 2017-09-27 release that AWS's model dropped; botocore merges them in."""

CONTENT_TYPE = "ContentType"
"""The input member for the header that boto3 sets by itself on the bodies that it writes."""

_CONTENT_TYPE_HEADER = {
    "shape": "__string",
    "location": "header",
    "locationName": "Content-Type",
}


@functools.lru_cache(maxsize=4)
def dict_loader(search_paths: tuple[str, ...]) -> Loader:
    """Make a loader of Pinpoint's model with the members of the 2017-09-27 release."""
    return PinpointLoader([*search_paths, DATA_PATH], include_default_search_paths=False)


@functools.lru_cache(maxsize=4)
def text_loader(search_paths: tuple[str, ...]) -> Loader:
    """Make a loader of Pinpoint's model with bodies as text."""
    return TextLoader([*search_paths], include_default_search_paths=False)


class PinpointLoader(Loader):
    """Lists one service; botocore's loader searches the folders of all of them."""

    def list_available_services(self, type_name: str) -> list[str]:  # noqa: ARG002
        """List Pinpoint alone."""
        return ["pinpoint"]


class TextLoader(PinpointLoader):
    """Loads Pinpoint's model with bodies as text."""

    @instance_cache
    def load_service_model(
        self, service_name: str, type_name: str, api_version: str | None = None
    ) -> Any:
        """Load a model, as botocore's loader does."""
        model: _Json = super().load_service_model(service_name, type_name, api_version)
        return _with_text_bodies(model) if type_name == "service-2" else model


def _with_text_bodies(model: _Json) -> _Json:
    """Copy the model, with a string in place of each request and answer body."""
    shapes: _Json = {**model["shapes"]}
    for operation in model["operations"].values():
        for kind, also in (("input", {CONTENT_TYPE: _CONTENT_TYPE_HEADER}), ("output", {})):
            name: str = operation.get(kind, {}).get("shape", "")
            body = shapes.get(name, {}).get("payload")
            if body:
                members = {**shapes[name]["members"], body: {"shape": "__string"}, **also}
                shapes[name] = {**shapes[name], "members": members}
    return {**model, "shapes": shapes}
