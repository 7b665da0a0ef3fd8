"""The open connections of a server: bounded in number, and in the bytes that they hold."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Protocol

MEGABYTE = 1024 * 1024
MAX_CONNECTIONS = 500  # Windows can watch 512 sockets
MAX_BYTES = 512 * MEGABYTE


class Connection(Protocol):
    """What can be dropped."""

    idle: bool
    """Whether nothing of a request has arrived, and no answer is on its way."""
    held: int
    """How many bytes of a request or an answer it keeps in memory."""

    def abort(self) -> None:
        """Close it at once."""


class Connections:
    """Drops those that wait for their clients when there are too many, or too many bytes.

    A connection waits for its client except while its request is being answered.
    """

    def __init__(self) -> None:
        self.closing = False
        self._waiting: dict[Connection, None] = {}  # the longest first
        self._open: set[Connection] = set()
        self._held = 0

    @property
    def busy(self) -> bool:
        """Whether a request is being answered."""
        return len(self._open) > len(self._waiting)

    def add(self, connection: Connection) -> None:
        """Have one more; the one that has waited longest makes room for it."""
        self._open.add(connection)
        self._waiting[connection] = None
        if self.closing:
            self._drop(connection)
        elif len(self._open) > MAX_CONNECTIONS:
            self._drop(next(iter(self._waiting)))

    def discard(self, connection: Connection) -> None:
        """Have one less."""
        self.release(connection)
        self._open.discard(connection)
        self._waiting.pop(connection, None)

    @contextmanager
    def answering(self, connection: Connection) -> Generator[None, None, None]:
        """Keep a connection within this block, where it does not wait for its client."""
        self._waiting.pop(connection, None)
        try:
            yield
        finally:
            self._waiting[connection] = None

    def hold(self, connection: Connection, size: int) -> None:
        """Count bytes; the others that hold most make room for them."""
        connection.held += size
        self._held += size
        while self._held > MAX_BYTES:
            others = [each for each in self._waiting if each is not connection and each.held]
            if not others:
                break
            self._drop(max(others, key=lambda each: each.held))

    def release(self, connection: Connection) -> None:
        """Count the bytes of a connection no longer."""
        self._held -= connection.held
        connection.held = 0

    def close_idle(self) -> None:
        """Drop those that are between requests, and from now on whatever is new."""
        self.closing = True
        for connection in [each for each in self._waiting if each.idle]:
            self._drop(connection)

    def close_waiting(self) -> None:
        """Drop those that wait for their clients."""
        for connection in [*self._waiting]:
            self._drop(connection)

    def _drop(self, connection: Connection) -> None:
        self.discard(connection)
        connection.abort()
