"""Where a document comes from, and what is said of one that cannot be loaded."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from attrs import evolve, frozen

from pinpoint_sdk.local.protocol.bodies import Path, path_text


class Refused(Exception):
    """A document cannot be loaded; the message says where it is, and why."""


@frozen
class Place:
    """Where a value is: in a file or an argument, in a line of it, and there at a path.

    ``folders`` are the names of the folders that the file is in, the innermost first.
    """

    origin: str
    folders: tuple[str, ...] = ()
    line: int | None = None
    path: Path = ()

    def __str__(self) -> str:
        return f"{self.document}: {path_text(self.path)}" if self.path else self.document

    @property
    def document(self) -> str:
        """Where the whole document is."""
        return self.origin if self.line is None else f"{self.origin} line {self.line}"

    def at(self, *path: str | int) -> Place:
        """A place inside of it."""
        return evolve(self, path=(*self.path, *path))

    def refusal(self, message: str) -> Refused:
        """The exception for what is here."""
        return Refused(f"{self}: {message}")


@contextmanager
def collecting(problems: list[str]) -> Generator[None]:
    """Add the message of a Refused that leaves the block to the problems."""
    try:
        yield
    except Refused as refusal:
        problems.append(str(refusal))
