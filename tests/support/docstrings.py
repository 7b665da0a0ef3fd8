"""The docstrings of source files: of modules, classes, functions, members and aliases."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import attrs
from botocore.model import ServiceModel, StructureShape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RUN = 8
"""So many words in a row are a sentence of somebody, no longer a fact."""


@attrs.frozen
class Documented:
    """What can have a docstring."""

    path: Path
    line: int
    name: str
    """Empty for a module; ``Class.member`` for a member."""
    text: str | None

    def __str__(self) -> str:
        return f"{self.path.name}:{self.line} {self.name}".rstrip()


def documented(path: Path) -> Iterator[Documented]:
    """Everything in a file that can have a docstring, with it or without."""
    module = ast.parse(path.read_text())
    yield Documented(path, 1, "", ast.get_docstring(module))
    yield from _inside(path, module.body, "")


def _inside(path: Path, body: list[ast.stmt], prefix: str) -> Iterator[Documented]:
    for statement, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(statement, (ast.ClassDef, ast.FunctionDef)):
            name = prefix + statement.name
            yield Documented(path, statement.lineno, name, ast.get_docstring(statement))
            if isinstance(statement, ast.ClassDef):
                yield from _inside(path, statement.body, f"{name}.")
        else:
            for target in _assigned(statement):
                yield Documented(path, statement.lineno, prefix + target, _text(following))


def _assigned(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return [name]
        case _:
            return []


def _text(statement: ast.stmt | None) -> str | None:
    match statement:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return text
        case _:
            return None


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of words in a text, without its markup."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"<[^>]+>", " ", text).lower())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def aws_runs(model: ServiceModel) -> set[tuple[str, ...]]:
    """Every run of words in AWS's documentation of a service."""
    texts = [model.operation_model(name).documentation for name in model.operation_names]
    for name in model.shape_names:
        shape = model.shape_for(name)
        texts.append(shape.documentation)
        if isinstance(shape, StructureShape):
            texts += [member.documentation for member in shape.members.values()]
    return {run for text in texts for run in runs(text)}
