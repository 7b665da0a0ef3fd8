"""The source of a function that is generated for a model."""

from __future__ import annotations

import linecache
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from typing_extensions import TypeIs

from pinpoint_sdk.models.base import Model


def is_model(type_: Any) -> TypeIs[type[Model]]:
    """Whether a declared type is a model."""
    return isinstance(type_, type) and issubclass(type_, Model)


class CodeBuilder:
    """Lines of Python, and the values of the names that they use.

    Args:
        title: Shown in tracebacks.
        names: Values by name.
    """

    def __init__(self, title: str, **names: object) -> None:
        self._title = title
        self._names = names
        self._lines: list[str] = []
        self._indent = ""

    def name(self, value: object) -> str:
        """Make a new name for a value."""
        name = f"name{len(self._names)}"
        self._names[name] = value
        return name

    def line(self, text: str) -> None:
        """Add a line to the block that is open."""
        self._lines.append(self._indent + text)

    @contextmanager
    def block(self, opening: str) -> Generator[None]:
        """Open a block with a line that ends with a colon."""
        self.line(opening)
        outer, self._indent = self._indent, f"{self._indent} "
        yield
        self._indent = outer

    def function(self, name: str) -> Any:
        """Compile the lines, and return the function of that name. Tracebacks show its lines."""
        source = "\n".join(self._lines)
        filename = _register(self._title, source)
        # Safe: the source is made of names of our own and of members of attrs classes, which are
        # identifiers, and of texts that went through repr(). No value of a request or an answer is
        # in it.
        exec(compile(source, filename, "exec"), self._names)
        return self._names[name]


def _register(title: str, source: str) -> str:
    """Add the source to linecache, for tracebacks and debuggers, under a unique file name."""
    lines = source.splitlines(keepends=True)
    filename, number = f"<{title}>", 1
    while True:
        entry = (len(source), None, lines, filename)
        if linecache.cache.setdefault(filename, entry) is entry:
            return filename
        number += 1
        filename = f"<{title} {number}>"
