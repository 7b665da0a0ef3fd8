"""What is wrong with a state, and where."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager

from pinpoint_sdk.local.protocol.errors import ServiceException


class Invalid(ValueError):
    """A part of a state is not what the service makes; the text says where, and quotes nothing."""

    def __init__(self, problem: str, *path: str | int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.path = path

    def __str__(self) -> str:
        return f"{_text(self.path)}: {self.problem}"

    def inside(self, *path: str | int) -> Invalid:
        """The same problem, seen from what holds the part."""
        return Invalid(self.problem, *path, *self.path)


def expect(holds: bool, problem: str, *path: str | int) -> None:
    """Check that something holds.

    Raises:
        Invalid: It does not.
    """
    if not holds:
        raise Invalid(problem, *path)


@contextmanager
def inside(*path: str | int) -> Generator[None, None, None]:
    """Say of what is wrong in this block where it is; what a request may not say is wrong, too."""
    try:
        yield
    except Invalid as invalid:
        raise invalid.inside(*path) from invalid
    except (ServiceException, ValueError) as refusal:
        raise Invalid(str(refusal), *path) from refusal


def expect_known(names: Iterable[str], known: Iterable[str], noun: str) -> None:
    """Check that all names are among those known.

    Raises:
        Invalid: One is not.
    """
    unknown = set(names).difference(known)
    if unknown:
        raise Invalid(f"there is no {noun} {min(unknown)!r}")


def _text(path: Iterable[str | int]) -> str:
    text = ""
    for part in path:
        if isinstance(part, str) and part.isidentifier():
            text += f".{part}" if text else part
        else:
            text += f"[{part!r}]"
    return text
