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
import operator
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from botocore.loaders import Loader, instance_cache

if TYPE_CHECKING:
    import boto3
    from botocore.client import BaseClient
    from botocore.session import Session

__all__ = ["CONTENT_TYPE", "DATA_PATH", "loads_text", "takes_text", "view_of"]

T = TypeVar("T")
Json = dict[str, Any]

DATA_PATH = str(Path(__file__).parent / "data")
"""Adds the members of the 2017-09-27 release that AWS's model dropped; botocore merges them in."""

CONTENT_TYPE = "ContentType"
"""The input member for the header that boto3 sets by itself on the bodies that it writes."""

EVENTS_WITH_DICTS = ("provide-client-params", "before-parameter-build", "after-call")


def view_of(session: boto3.Session) -> boto3.Session:
    """The same session, but for what loads the model of Pinpoint.

    All other state is the session's own, also what it finds later, such as credentials. The
    session does not know of its view, so nobody who uses it meanwhile can notice.
    """
    core = session._session  # pyright: ignore[reportPrivateUsage]  # boto3 has no public way
    loader = _loader_for(core)

    def get_component(name: str) -> Any:
        return loader if name == "data_loader" else core.get_component(name)

    return _view(session, "_session", _view(core, "get_component", get_component))


def _view(whole: T, name: str, value: object) -> T:
    """The same object, but for one attribute."""
    cls: Any = type(whole)
    view: Any = object.__new__(_view_class(cls, name))
    view.__dict__ = whole.__dict__
    setattr(view, OWN, value)
    return cast("T", view)


OWN = "pinpoint_own"


@functools.cache
def _view_class(cls: Any, name: str) -> Any:
    # A slot, because the __dict__ of a view is the other's; a property, which goes before that.
    own = property(operator.attrgetter(OWN))
    return type(cls.__name__, (cls,), {"__slots__": (OWN,), name: own})


def loads_text(view: boto3.Session) -> bool:
    """Whether a view is for clients that take bodies as JSON text."""
    core = view._session  # pyright: ignore[reportPrivateUsage]  # boto3 has no public way
    return isinstance(core.get_component("data_loader"), TextLoader)


def takes_text(client: BaseClient) -> bool:
    """Whether a client takes bodies as JSON text, as one of a session that is patched may not."""
    answer: Any = client.meta.service_model.operation_model("GetApp").output_shape
    return bool(answer.members["ApplicationResponse"].type_name == "string")


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
