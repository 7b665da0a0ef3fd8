"""The user's boto3 session, from which clients are made without changing it."""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar, cast

import boto3
from botocore import exceptions as boto

from pinpoint_sdk._boto.loaders import TextLoader, dict_loader, text_loader
from pinpoint_sdk.errors import ConfigurationError

if TYPE_CHECKING:
    from botocore.client import BaseClient
    from botocore.loaders import Loader
    from botocore.session import Session

_T = TypeVar("_T")

_EVENTS_WITH_DICTS = ("provide-client-params", "before-parameter-build", "after-call")

_OWN = "pinpoint_own"


def default_session() -> boto3.Session:
    """Get boto3's default session, set up as ``boto3.client`` does if it does not exist yet.

    Raises:
        ConfigurationError: boto3 cannot set it up, for example because there is no such profile.
    """
    try:
        if boto3.DEFAULT_SESSION is None:
            boto3.setup_default_session()
        return boto3.DEFAULT_SESSION or boto3.Session()
    except boto.BotoCoreError as error:
        raise ConfigurationError(f"boto3 cannot set up a session: {error}") from error


def view_of(session: boto3.Session) -> boto3.Session:
    """Make a view of a session that differs only in what loads the model of Pinpoint.

    All other state is shared, including what the session finds later, such as credentials. The
    session does not know its view, so other users of the session notice nothing.
    """
    core = session._session  # pyright: ignore[reportPrivateUsage]  # boto3 has no public way
    return _view(session, "_session", view_of_core(core))


def view_of_core(core: Session) -> Session:
    """Make such a view of a session of botocore or aiobotocore."""
    loader = _loader_for(core)

    def get_component(name: str) -> Any:
        return loader if name == "data_loader" else core.get_component(name)

    return _view(core, "get_component", get_component)


def _view(whole: _T, name: str, value: object) -> _T:
    """Make a view of an object that differs in one attribute."""
    cls: Any = type(whole)
    view: Any = object.__new__(_view_class(cls, name))
    view.__dict__ = whole.__dict__
    setattr(view, _OWN, value)
    return cast("_T", view)


@functools.cache
def _view_class(cls: Any, name: str) -> Any:
    # A slot, because the view shares the __dict__; a property, because it takes precedence over it.
    own = property(operator.attrgetter(_OWN))
    return type(cls.__name__, (cls,), {"__slots__": (_OWN,), name: own})


def loads_text(core: Session) -> bool:
    """Whether a view is for clients that take bodies as JSON text."""
    return isinstance(core.get_component("data_loader"), TextLoader)


def takes_text(client: BaseClient) -> bool:
    """Whether a client takes bodies as JSON text; that of a patched session may not."""
    answer: Any = client.meta.service_model.operation_model("GetApp").output_shape
    return bool(answer.members["ApplicationResponse"].type_name == "string")


def _loader_for(session: Session) -> Loader:
    search_paths = session.get_component("data_loader").search_paths
    known = tuple(dict.fromkeys(search_paths))  # each boto3 session adds its own path again
    return dict_loader(known) if _has_dict_handlers(session) else text_loader(known)


def _has_dict_handlers(session: Session) -> bool:
    """Whether handlers other than boto3's own get requests or answers as dicts."""
    emitter: Any = session.get_component("event_emitter")
    try:
        tree: dict[str, Any] = emitter._emitter._handlers._root  # boto3 has no public way to ask
        handlers = [
            handler
            for event in _EVENTS_WITH_DICTS
            for handler in _handlers(tree, event, "pinpoint")
        ]
    except (AttributeError, LookupError, TypeError):
        return True
    return any(
        not str(getattr(each, "__module__", "")).startswith("botocore.") for each in handlers
    )


def _handlers(node: dict[str, Any], *names: str) -> Iterator[object]:
    """Yield the handlers at a node of botocore's tree of events, and below it along the names."""
    for handlers in node["values"] or ():
        yield from handlers
    for name, child in [*node["children"].items()]:  # others may register meanwhile
        if not names or name in ("*", names[0]):
            yield from _handlers(child, *names[1:])
