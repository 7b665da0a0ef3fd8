"""Writes the clients for asyncio out of those in ``clients/``: ``python -m tools.asyncify``.

A method there is a signature, a docstring and one expression, of one of three forms, so that its
form says what is to be awaited. A method of another form is refused.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "pinpoint_sdk"
AIO = PACKAGE / "aio"
BY_HAND = {"base.py"}

HEADER = '# Written by "make aio" out of {name}: change that one.\n'
NAMES = (
    (r"pinpoint_sdk\.(client|clients|pagination|waiters)\b", r"pinpoint_sdk.aio.\1"),
    (r"\b(Paginator|Client|[A-Z]\w*Client)\b", r"Async\1"),
    (r"\bAn iterator over\b", "An asynchronous iterator over"),
)
AWAITED = {"self._call", "wait_until"}
ITERATED = {"Paginator"}

Insertion: TypeAlias = tuple[int, int, str]
"""A line, a column, and the text that is put there."""


class UnknownForm(Exception):
    """A method is of a form that the tool does not know."""


def asyncify(source: str, name: str) -> str:
    """Write the module for asyncio of a module of clients.

    Raises:
        UnknownForm: A method is of a form that the tool does not know.
    """
    lines = source.splitlines(keepends=True)
    for line, column, text in sorted(_insertions(ast.parse(source)), reverse=True):
        lines[line - 1] = lines[line - 1][:column] + text + lines[line - 1][column:]
    text = "".join(lines)
    for pattern, replacement in NAMES:
        text = re.sub(pattern, replacement, text)
    return _formatted(HEADER.format(name=name) + text)


def written() -> dict[Path, str]:
    """What is to be in each file that the tool writes."""
    sources = [each for each in (PACKAGE / "clients").glob("*.py") if each.name not in BY_HAND]
    return {
        AIO / source.relative_to(PACKAGE): asyncify(
            source.read_text("utf-8"), source.relative_to(ROOT).as_posix()
        )
        for source in sorted(sources)
    }


def stale() -> list[Path]:
    """The files that are not, or not any more, as the tool writes them."""
    right = written()
    found = {path for path in (AIO / "clients").glob("*.py") if path.name not in BY_HAND}
    return sorted(
        path
        for path in found | right.keys()
        if path not in right or not path.exists() or path.read_text("utf-8") != right[path]
    )


def _insertions(module: ast.Module) -> Iterator[Insertion]:
    for statement in module.body:
        if isinstance(statement, ast.ClassDef):
            for method in statement.body[1:]:
                yield from _insertions_in_method(method)


def _insertions_in_method(method: ast.stmt) -> Iterator[Insertion]:
    match method:
        case ast.FunctionDef(body=[*_, ast.Return(value=ast.Call(func=func) as call)]):
            called = ast.unparse(func)
        case _:
            raise UnknownForm(f"line {method.lineno}: {ast.unparse(method)[:80]}")
    if called in AWAITED:
        yield method.lineno, method.col_offset, "async "
        yield call.lineno, call.col_offset, "await "
    elif called not in ITERATED:
        raise UnknownForm(f"line {call.lineno}: {method.name} returns {called}(...)")
    for node in ast.walk(method):
        if isinstance(node, ast.FunctionDef) and node is not method:
            yield node.lineno, node.col_offset, "async "
        if isinstance(node, ast.For) and ast.unparse(node.iter).startswith("self.iter_"):
            yield node.lineno, node.col_offset, "async "


def _formatted(source: str) -> str:
    for command in (["check", "--select", "I", "--fix", "--quiet"], ["format"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--stdin-filename", "aio.py", "-"]
        done = subprocess.run(ruff, input=source, capture_output=True, text=True, check=True)
        source = done.stdout
    return source


def main() -> None:
    """Write the files, and remove those without a source."""
    right = written()
    for path in stale():
        if path in right:
            path.write_text(right[path], "utf-8")
        else:
            path.unlink()
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
