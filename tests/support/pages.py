"""The Python blocks of the README and of docs/, and the output that stands behind them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(
    r"^```python\n(?P<code>.*?)^```\n(?:\n```text\n(?P<output>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)


ANSWER = re.compile(
    r"^<!-- answer (?P<operation>\w+): (?P<body>.*?) -->$", re.MULTILINE | re.DOTALL
)


@attrs.frozen
class Snippet:
    line: int
    code: str
    output: str | None


def pages() -> list[Path]:
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def snippets(page: Path) -> Iterator[Snippet]:
    text = page.read_text()
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start()) + 2
        yield Snippet(line, block["code"], block["output"])


def pages_with_snippets() -> list[Path]:
    return [page for page in pages() if any(snippets(page))]


def pages_that_run() -> list[Path]:
    """The pages whose snippets can run here: the one on asyncio needs aiobotocore (make async)."""
    unfit = set[str]() if find_spec("aiobotocore") else {"asyncio.md"}
    return [page for page in pages_with_snippets() if page.name not in unfit]


def canned_answers(page: Path) -> dict[str, list[Any]]:
    """What a page has the service answer where that would need S3.

    They stand in comments, ``<!-- answer CreateImportJob: {"Id": ...} -->``, in the order of the
    calls of an operation; the last one answers all further calls.
    """
    answers: dict[str, list[Any]] = {}
    for found in ANSWER.finditer(page.read_text()):
        answers.setdefault(found["operation"], []).append(json.loads(found["body"]))
    return answers
