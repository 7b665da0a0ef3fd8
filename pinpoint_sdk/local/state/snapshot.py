"""The state of the embedded service as a file, and back.

The converter goes by the fields of the attrs classes in this package: a new field is saved without
a change here. Only classes that attrs did not make need a pair of hooks.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, cast, get_args, get_origin

from attrs import frozen
from cattrs import Converter, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from pinpoint_sdk.local.inbox import Inbox, InboxMessage
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Account
from pinpoint_sdk.local.state.endpoints import EndpointStore
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
    text = json.dumps(document, indent=1)
    target = Path(path).resolve()
    with NamedTemporaryFile(
        "w", encoding="ascii", dir=target.parent, prefix=f".{target.name}.", delete=False
    ) as file:
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            file.close()  # Windows cannot replace an open file
            Path(file.name).replace(target)
        except BaseException:
            file.close()
            with suppress(OSError):
                Path(file.name).unlink()
            raise


def read(path: str | os.PathLike[str], tasks: Collection[str]) -> Snapshot:
    """Read the snapshot in a file.

    Args:
        path: The file, which this release or 0.4.0 wrote.
        tasks: The names of the tasks that may be scheduled.

    Raises:
        OSError: The file cannot be read.
        ValueError: It does not hold a snapshot.
    """
    try:
        return _read(Path(path).read_bytes(), tasks)
    except ValueError as error:
        raise ValueError(f"{os.fspath(path)} does not hold a saved service: {error}") from error


def _read(content: bytes, tasks: Collection[str]) -> Snapshot:
    try:
        document: Any = json.loads(content)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    fields = cast("JSON", document) if isinstance(document, dict) else {}
    if fields.pop("format", None) != FORMAT:
        raise ValueError(f'it does not say "format": "{FORMAT}"')
    version = fields.pop("version", None)
    if type(version) is not int or not 1 <= version <= VERSION:
        raise ValueError(f"it has version {version!r}, this release reads 1 to {VERSION}")
    try:
        migrate(fields, version)
        snapshot = _CONVERTER.structure(fields, Snapshot)
        for account in snapshot.accounts.values():
            account.inbox = snapshot.inbox
    except KeyError as error:
        raise ValueError(f"it has no {error}") from error
    except Exception as error:  # a damaged file can lead to any
        raise ValueError("; ".join(transform_error(error)[:3])) from error
    for account in snapshot.accounts.values():
        for task in account.scheduler.tasks:
            if task.name not in tasks:
                raise ValueError(f"its scheduler has an unknown task, {task.name!r}")
    return snapshot


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


def _read_endpoints(document: JSON, _: object) -> EndpointStore:
    store = EndpointStore()
    complete = {endpoint["Id"]: endpoint for endpoint in document["documents"]}
    for endpoint in complete.values():
        store.put({**endpoint, "User": {}})
    for endpoint_id in chain(*document["users"].values(), complete):
        store.put(complete[endpoint_id])
    return store


def _user(endpoint: JSON) -> str | None:
    user_id: str | None = endpoint["User"].get("UserId")
    return user_id


def _read_inbox(messages: list[JSON], _: object) -> Inbox:
    inbox = Inbox()
    for message in messages:
        inbox.add(_CONVERTER.structure(message, InboxMessage))
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


def _read_datetime(text: str, _: object) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone")
    return moment


def _read_timedelta(seconds: float, _: object) -> timedelta:
    return timedelta(seconds=seconds)


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly(kind))
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
