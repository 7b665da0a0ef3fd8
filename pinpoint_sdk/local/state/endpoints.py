"""The endpoints of one project, found by id, by address and by user."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TypeAlias

from pinpoint_sdk.local.protocol.types import JSON

_Key: TypeAlias = tuple[str, ...]


class EndpointStore:
    """Keeps endpoint documents.

    A document is never changed in place: ``put`` a new one. That keeps the indexes true and lets
    ``all_or_nothing`` roll back what a failed request wrote.
    """

    def __init__(self) -> None:
        self._documents: dict[str, JSON] = {}
        # Dictionaries without values, not sets: they keep the order of arrival.
        self._by_address: dict[_Key, dict[str, None]] = {}
        self._by_user: dict[_Key, dict[str, None]] = {}
        self._journal: list[tuple[str, JSON | None]] | None = None

    def get(self, endpoint_id: str) -> JSON | None:
        """The endpoint with this id."""
        return self._documents.get(endpoint_id)

    def put(self, document: JSON) -> None:
        """Add an endpoint, or replace the one with its id."""
        self._replace(document["Id"], document)

    def remove(self, endpoint_id: str) -> None:
        """Remove the endpoint with this id, if it exists."""
        if endpoint_id in self._documents:
            self._replace(endpoint_id, None)

    def all(self) -> list[JSON]:
        """Every endpoint, in order of creation."""
        return [*self._documents.values()]

    def of_user(self, user_id: str) -> list[JSON]:
        """The endpoints of a user, in the order in which it got them."""
        return [self._documents[found] for found in self._by_user.get((user_id,), ())]

    def at_address(self, channel_type: str, address: str) -> list[JSON]:
        """The endpoints with this address on this channel."""
        found = self._by_address.get((channel_type, address), ())
        return [self._documents[endpoint_id] for endpoint_id in found]

    @contextmanager
    def all_or_nothing(self) -> Generator[None, None, None]:
        """Roll back the writes of this block if an exception leaves it; blocks may nest."""
        outer, journal = self._journal, list[tuple[str, JSON | None]]()
        self._journal = journal
        try:
            yield
        except BaseException:
            self._journal = None
            for endpoint_id, former in reversed(journal):
                self._replace(endpoint_id, former)
            raise
        else:
            if outer is not None:
                outer += journal
        finally:
            self._journal = outer

    def _replace(self, endpoint_id: str, document: JSON | None) -> None:
        former = self._documents.get(endpoint_id)
        if self._journal is not None:
            self._journal.append((endpoint_id, former))
        self._move(self._by_address, endpoint_id, _address_key(former), _address_key(document))
        self._move(self._by_user, endpoint_id, _user_key(former), _user_key(document))
        if document is None:
            self._documents.pop(endpoint_id, None)
        else:
            self._documents[endpoint_id] = document

    @staticmethod
    def _move(
        index: dict[_Key, dict[str, None]], endpoint_id: str, old: _Key | None, new: _Key | None
    ) -> None:
        if old == new:
            return
        if old is not None:
            index[old].pop(endpoint_id)
            if not index[old]:
                del index[old]
        if new is not None:
            index.setdefault(new, {})[endpoint_id] = None


def _address_key(document: JSON | None) -> _Key | None:
    if document is None or "Address" not in document or "ChannelType" not in document:
        return None
    return (document["ChannelType"], document["Address"])


def _user_key(document: JSON | None) -> _Key | None:
    user_id = document["User"].get("UserId") if document is not None else None
    return (user_id,) if user_id else None
