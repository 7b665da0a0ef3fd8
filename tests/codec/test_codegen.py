"""Generated functions show their lines, each under a name of its own."""

from __future__ import annotations

import linecache
import traceback
from typing import Annotated, Any

import attrs
import pytest

from pinpoint_sdk import structure
from pinpoint_sdk._codec.codegen import CodeBuilder
from pinpoint_sdk._codec.converter import converter
from pinpoint_sdk.models.base import Model, Wire


def function(title: str, line: str) -> Any:
    builder = CodeBuilder(title)
    with builder.block("def run():"):
        builder.line(line)
    return builder.function("run")


def test_a_traceback_shows_the_line_that_failed() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        function("fails", "return 1 / 0")()

    assert "return 1 / 0" in "".join(traceback.format_exception(caught.value))


def test_functions_of_one_title_have_files_of_their_own() -> None:
    one, other = (function("twice", f"return {number}") for number in (1, 2))

    names = [each.__code__.co_filename for each in (one, other)]
    assert names == ["<twice>", "<twice 2>"]
    assert [linecache.getline(name, 2).strip() for name in names] == ["return 1", "return 2"]


def test_checking_the_cache_keeps_the_lines() -> None:
    name = function("kept", "return 3").__code__.co_filename

    linecache.checkcache()

    assert linecache.getline(name, 2).strip() == "return 3"


def test_a_hook_is_found_by_the_class_that_it_reads() -> None:
    @attrs.define(kw_only=True, repr=False)
    class Mine(Model):
        """A user's own."""

        size: Annotated[int | None, Wire("Size")] = None

    assert structure({"Size": 5}, Mine).size == 5
    hook: Any = converter.get_structure_hook(Mine)
    assert "Mine" in hook.__code__.co_filename
    assert "'Size'" in "".join(linecache.getlines(hook.__code__.co_filename))
