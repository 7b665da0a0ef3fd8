"""What a module that loads its names on first use shows to a type checker."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def type_checking_imports(path: Path) -> list[tuple[str, str]]:
    """The imports under ``if TYPE_CHECKING``, each with its module and name."""
    return [
        (statement.module or "", alias.name)
        for block in ast.parse(path.read_text()).body
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for statement in block.body
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    ]
