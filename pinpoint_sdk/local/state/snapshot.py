"""The state of the embedded service as a file, and back.

The converter goes by the fields of the attrs classes in this package: a new field is saved without
a change here. Only classes that attrs did not make need a pair of hooks.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from itertools import chain
from types import GenericAlias
from typing import Any, cast, get_args, get_origin

from attrs import frozen
from cattrs import Converter, transform_error
from cattrs.cols import list_structure_factory
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.v import format_exception

from pinpoint_sdk.local.inbox import Inbox, InboxMessage
from pinpoint_sdk.local.protocol.bodies import parse_json
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Account
from pinpoint_sdk.local.state.endpoints import EndpointStore
from pinpoint_sdk.local.state.files import read_file, replace_file
from pinpoint_sdk.local.state.ids import Ids
from pinpoint_sdk.local.state.migration import migrate

FORMAT = "pinpoint_sdk.local"
VERSION = 3


@frozen
class Snapshot:
    """The state of a service at one time; ``accounts`` goes by region."""

    region_name: str
    accounts: dict[str, Account]
    inbox: Inbox
    now: datetime


def write(snapshot: Snapshot, path: str | os.PathLike[str]) -> None:
    """Replace a file by one with this snapshot, or leave it as it was; links are followed."""
    document = {"format": FORMAT, "version": VERSION, **_CONVERTER.unstructure(snapshot)}
    replace_file(path, json.dumps(document, indent=1).encode("ascii"))


def read(path: str | os.PathLike[str], check: Callable[[Account], None]) -> Snapshot:
    """Read the snapshot in a file.

    Args:
        path: The file, which this release or 0.4.0 wrote.
        check: Raises a ValueError for an account that the service cannot have made.

    Raises:
        OSError: The file cannot be read, or is not a regular file.
        ValueError: It does not hold a snapshot.
    """
    try:
        return _read(read_file(path), check)
    except ValueError as error:
        raise ValueError(f"{os.fspath(path)} does not hold a saved service: {error}") from error


def _read(content: bytes, check: Callable[[Account], None]) -> Snapshot:
    document = parse_json(content)
    fields = cast("JSON", document) if isinstance(document, dict) else {}
    if fields.pop("format", None) != FORMAT:
        raise ValueError(f'it does not say "format": "{FORMAT}"')
    version = fields.pop("version", None)
    if type(version) is not int or not 1 <= version <= VERSION:
        raise ValueError(f"it has version {version!r}, this release reads 1 to {VERSION}")
    snapshot = _structured(fields, version)
    for region_name, account in snapshot.accounts.items():
        if account.region != region_name:
            raise ValueError(f"accounts[{region_name!r}].region is another one")
        account.inbox = snapshot.inbox
        check(account)
    return snapshot


def _structured(fields: JSON, version: int) -> Snapshot:
    try:
        migrate(fields, version)
        return _CONVERTER.structure(fields, Snapshot)
    except KeyError as error:
        raise ValueError(f"it has no {error}") from error
    except Exception as error:  # a damaged file can lead to any
        problems = transform_error(error, format_exception=_describe)
        raise ValueError("; ".join(problems[:3])) from error


def _describe(error: BaseException, kind: type | None) -> str:
    return str(error) if isinstance(error, ValueError) else format_exception(error, kind)


def _write_ids(ids: Ids) -> JSON:
    return {name: _write_stream(stream) for name, stream in _streams(ids).items()}


def _read_ids(document: Mapping[str, str], _: object) -> Ids:
    ids = Ids(0)
    streams = _streams(ids)
    if document.keys() != streams.keys():
        raise ValueError(f"expected the streams {', '.join(streams)}")
    for name, stream in streams.items():
        _read_stream(document[name], stream)
    return ids


def _streams(ids: Ids) -> dict[str, random.Random]:
    """The random generators of ids; each goes on where it was when it was saved."""
    return {name.strip("_"): stream for name, stream in vars(ids).items()}


def _write_stream(stream: random.Random) -> str:
    version, words, _ = stream.getstate()
    return " ".join(map(str, (version, *words)))


def _read_stream(text: str, stream: random.Random) -> None:
    version, *words = map(int, text.split())
    stream.setstate((version, tuple(words), None))


def _write_endpoints(store: EndpointStore) -> JSON:
    """The documents by age, and the ids of each user's endpoints by when it got them."""
    documents = store.all()
    users = dict.fromkeys(filter(None, map(_user, documents)))
    return {
        "documents": documents,
        "users": {user: [each["Id"] for each in store.of_user(user)] for user in users},
    }


@frozen
class _SavedEndpoints:
    documents: list[JSON]
    users: dict[str, list[str]]


def _read_endpoints(document: JSON, _: object) -> EndpointStore:
    saved = _CONVERTER.structure(document, _SavedEndpoints)
    for place, endpoint in enumerate(saved.documents):
        if not _can_be_found(endpoint):
            raise ValueError(f"documents[{place}] is not an endpoint")
    store = EndpointStore()
    complete: dict[str, JSON] = {endpoint["Id"]: endpoint for endpoint in saved.documents}
    if len(complete) < len(saved.documents):
        raise ValueError("two endpoints have one Id")
    for user_id, endpoint_ids in saved.users.items():
        if any(_user(complete.get(each, _NOBODYS)) != user_id for each in endpoint_ids):
            raise ValueError("a user has an endpoint that is not the user's")
    for endpoint in complete.values():
        store.put({**endpoint, "User": {}})
    for endpoint_id in chain(*saved.users.values(), complete):
        store.put(complete[endpoint_id])
    return store


def _can_be_found(endpoint: JSON) -> bool:
    """Whether an endpoint has what the store finds it by."""
    user = endpoint.get("User")
    names = [endpoint.get("Id"), endpoint.get("Address", ""), endpoint.get("ChannelType", "")]
    return isinstance(user, dict) and all(
        isinstance(name, str) for name in [*names, cast("JSON", user).get("UserId", "")]
    )


_NOBODYS: JSON = {"User": {}}


def _user(endpoint: JSON) -> str | None:
    user_id: str | None = endpoint["User"].get("UserId")
    return user_id


def _read_inbox(messages: list[JSON], _: object) -> Inbox:
    inbox = Inbox()
    for message in _CONVERTER.structure(messages, list[InboxMessage]):
        inbox.add(message)
    return inbox


def _write_inbox(inbox: Inbox) -> list[JSON]:
    return [_CONVERTER.unstructure(message) for message in inbox]


def _is_document(kind: Any) -> bool:
    return get_origin(kind) is dict and get_args(kind) == (str, Any)


def _unchanged(document: JSON) -> JSON:
    """It is JSON already; walking through it would only take time."""
    return document


def _exactly(kind: type) -> Callable[[Any, object], Any]:
    """A hook that takes a JSON value of this type, where cattrs would convert what it can."""

    def check(value: Any, _: object) -> Any:
        if type(value) is not kind:
            raise TypeError(f"expected {kind.__name__}, got {type(value).__name__}")
        return value

    return check


def _read_count(value: Any, _: object) -> int:
    """Every number of the state counts something."""
    if type(value) is not int:
        raise TypeError(f"expected int, got {type(value).__name__}")
    if value < 0:
        raise ValueError("must not be negative")
    return value


def _read_datetime(text: str, _: object) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone")
    moment.astimezone(timezone.utc)  # some of the years 1 and 9999 are beyond them there
    return moment


def _read_timedelta(seconds: Any, _: object) -> timedelta:
    if type(seconds) not in (int, float):
        raise TypeError(f"expected float, got {type(seconds).__name__}")
    return timedelta(seconds=seconds)


def _is_array(kind: Any) -> bool:
    return get_origin(kind) in (list, tuple)


def _array_hook(kind: Any, converter: Converter) -> Callable[[Any, object], Any]:
    """A hook that takes a JSON array, where cattrs would take the characters of a text, too."""
    items: Any = GenericAlias(list, get_args(kind)[:1])
    read = list_structure_factory(items, converter)

    def structure(value: Any, _: object) -> Any:
        if type(value) is not list:
            raise TypeError(f"expected list, got {type(value).__name__}")
        return get_origin(kind)(read(value, kind))

    return structure


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for kind in (str, bool):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(int, _read_count)
    converter.register_structure_hook_factory(_is_array, _array_hook)
    converter.register_unstructure_hook_func(_is_document, _unchanged)
    converter.register_structure_hook_func(_is_document, _exactly(dict))
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(datetime, _read_datetime)
    converter.register_unstructure_hook(timedelta, timedelta.total_seconds)
    converter.register_structure_hook(timedelta, _read_timedelta)
    converter.register_unstructure_hook(Ids, _write_ids)
    converter.register_structure_hook(Ids, _read_ids)
    converter.register_unstructure_hook(EndpointStore, _write_endpoints)
    converter.register_structure_hook(EndpointStore, _read_endpoints)
    converter.register_unstructure_hook(Inbox, _write_inbox)
    converter.register_structure_hook(Inbox, _read_inbox)
    shared = override(omit=True)  # the inbox of all accounts
    converter.register_unstructure_hook(
        Account, make_dict_unstructure_fn(Account, converter, inbox=shared)
    )
    converter.register_structure_hook(
        Account,
        make_dict_structure_fn(Account, converter, _cattrs_forbid_extra_keys=True, inbox=shared),
    )
    return converter


_CONVERTER = _converter()
