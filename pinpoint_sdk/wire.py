"""The wire path: calls whose bodies are JSON text to boto3, so that it does not walk them.

boto3 checks a request member by member, copies it into other dicts and only then writes JSON; of
an answer it reads JSON into dicts and copies those. Beside models that is work without use: they
are checked and written as JSON in one pass, and read from JSON directly.

So our boto3 clients are made with a variant of Pinpoint's model in which the body of every request
and answer is declared a string. boto3 passes such a body on as it is. All else it does as ever:
credentials, signing, retries, endpoints, errors, path and query. What travels is the same to the
byte. The variant comes from a view of the user's session; the session itself is never changed.

A boto3 client that is handed in has boto3's own model, and is called the plain way, with dicts. So
is the client of a session whose handlers (``provide-client-params.pinpoint`` and the like) see the
dict of a request or of an answer: they go on seeing it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from botocore.loaders import Loader, instance_cache

if TYPE_CHECKING:
    from botocore.session import Session

__all__ = ["CONTENT_TYPE", "DATA_PATH", "has_text_bodies", "view_of"]

Json = dict[str, Any]

DATA_PATH = str(Path(__file__).parent / "data")
"""Adds the members of the 2017-09-27 release that AWS's model dropped; botocore merges them in."""

CONTENT_TYPE = "ContentType"
"""The input member for the header that boto3 sets by itself on the bodies that it writes."""

EVENTS_WITH_DICTS = ("provide-client-params", "before-parameter-build", "after-call")


def view_of(session: Session) -> Session:
    """The same session, but for what loads the model of Pinpoint.

    All other state is the session's own, also what it finds later, such as credentials. The
    session does not know of its view, so nobody who uses it meanwhile can notice.
    """
    session_class: Any = type(session)
    view: Session = object.__new__(_view_class(session_class))
    view.__dict__ = session.__dict__
    setattr(view, LOADER, _loader_for(session))
    return view


LOADER = "pinpoint_loader"


@functools.cache
def _view_class(session_class: Any) -> Any:
    def get_component(self: Any, name: str) -> Any:
        if name == "data_loader":
            return getattr(self, LOADER)
        return session_class.get_component(self, name)

    # A slot, because the __dict__ of a view is the session's.
    return type("View", (session_class,), {"__slots__": (LOADER,), "get_component": get_component})


def has_text_bodies(view: Session) -> bool:
    """Whether the clients of a view take bodies as JSON text."""
    return isinstance(view.get_component("data_loader"), TextLoader)


def _loader_for(session: Session) -> Loader:
    search_paths = session.get_component("data_loader").search_paths
    known = tuple(dict.fromkeys(search_paths))  # each boto3 session adds its own path again
    return _dict_loader(known) if has_dict_handlers(session) else _text_loader(known)


@functools.lru_cache(maxsize=4)
def _dict_loader(search_paths: tuple[str, ...]) -> Loader:
    """Loads Pinpoint's model with the members of the 2017-09-27 release."""
    return PinpointLoader([*search_paths, DATA_PATH], include_default_search_paths=False)


@functools.lru_cache(maxsize=4)
def _text_loader(search_paths: tuple[str, ...]) -> Loader:
    """Loads Pinpoint's model with bodies as text."""
    return TextLoader([*search_paths], include_default_search_paths=False)


class PinpointLoader(Loader):
    """Knows one service, where botocore's loader looks into the folders of all of them."""

    def list_available_services(self, type_name: str) -> list[str]:  # noqa: ARG002
        """Name the services that there is data for."""
        return ["pinpoint"]


class TextLoader(PinpointLoader):
    """Loads Pinpoint's model with bodies as text."""

    @instance_cache
    def load_service_model(
        self, service_name: str, type_name: str, api_version: str | None = None
    ) -> Any:
        """Load a model, as botocore's loader does."""
        model: Json = super().load_service_model(service_name, type_name, api_version)
        return with_text_bodies(model) if type_name == "service-2" else model


def with_text_bodies(model: Json) -> Json:
    """The model with a string in place of each request and answer body."""
    shapes: Json = {**model["shapes"]}
    for operation in model["operations"].values():
        for kind, also in (("input", {CONTENT_TYPE: CONTENT_TYPE_HEADER}), ("output", {})):
            name: str = operation.get(kind, {}).get("shape", "")
            body = shapes.get(name, {}).get("payload")
            if body:
                members = {**shapes[name]["members"], body: {"shape": "__string"}, **also}
                shapes[name] = {**shapes[name], "members": members}
    return {**model, "shapes": shapes}


CONTENT_TYPE_HEADER = {
    "shape": "__string",
    "location": "header",
    "locationName": "Content-Type",
}


def has_dict_handlers(session: Session) -> bool:
    """Whether anybody but boto3 itself listens where it shows requests and answers as dicts."""
    emitter: Any = session.get_component("event_emitter")
    try:
        tree: Json = emitter._emitter._handlers._root  # boto3 has no public way to ask
        handlers = [
            handler for event in EVENTS_WITH_DICTS for handler in _handlers(tree, event, "pinpoint")
        ]
    except (AttributeError, LookupError, TypeError):
        return True
    return any(
        not str(getattr(each, "__module__", "")).startswith("botocore.") for each in handlers
    )


def _handlers(node: Json, *names: str) -> Iterator[object]:
    """The handlers at a node of botocore's tree of events, and at those that the names lead to."""
    for handlers in node["values"] or ():
        yield from handlers
    for name, child in [*node["children"].items()]:  # others may register meanwhile
        if not names or name in ("*", names[0]):
            yield from _handlers(child, *names[1:])
