"""Which module may import which: no circles, and arrows between packages in one direction."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.support import figures

ROOT = Path(__file__).parents[1]
SDK = "pinpoint_sdk"
LOCAL = "pinpoint_sdk.local"

LAYERS: dict[str, tuple[set[str], ...]] = {
    SDK: (
        {"_lazy", "lifecycle"},
        {"errors"},
        {"models"},
        {"_codec"},
        {"_boto", "_comparison", "_listing", "_waiting", "converter"},
        {"pagination", "waiters"},
        {"clients"},
        {"client", "aio"},
        {"local"},
        {"pytest_plugin"},
        {"__init__"},
    ),
    LOCAL: (
        {"protocol", "arguments"},
        {"times", "failures", "inbox", "lock", "quotas", "seeds", "sleeping"},
        {"state"},
        {"clock"},
        {"engine"},
        {"segments", "messages", "events"},
        {"endpoints", "campaigns", "journeys"},
        {"jobs"},
        {"operations"},
        {"dispatcher", "boto", "integrity", "populate"},
        {"regions"},
        {"service"},
        {"http"},
        {"__init__", "__main__"},
    ),
}
"""What is right inside a package: each imports only from what stands in lines above its own.

The errors are below the models, whose outcomes raise some of them; they name models in types alone.
"""

OUTSIDE = {"pinpoint_sdk.client", "pinpoint_sdk.aio.client"}
"""What local/ imports of the rest: the clients that it hands out."""


def modules(package: str) -> dict[str, Path]:
    """The files of a package and of those in it, by the names of their modules."""
    folder = ROOT.joinpath(*package.split("."))
    return {_module_name(path): path for path in folder.rglob("*.py")}


def _module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


ALL = modules(SDK)
DOCUMENTS = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
EXAMPLES = [*(ROOT / "examples").glob("*.py")]


def imports(module: str) -> set[str]:
    """The modules of ours that a module imports, at its top or inside a function.

    Those that only type checkers see do not count.
    """
    found = set(_imported(ast.parse(ALL[module].read_text("utf-8"))))
    return found & ALL.keys() - {module}


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names)
    if isinstance(node, ast.ImportFrom) and node.module is not None:
        paths = {name: f"{node.module}.{name}" for name in (each.name for each in node.names)}
        yield from (path if path in ALL else node.module for path in paths.values())
    for child in ast.iter_child_nodes(node):
        yield from _imported(child)


def circle(arrows: Mapping[str, Iterable[str]]) -> list[str]:
    """Modules of which each imports the one before it, and the first the last; or nothing."""
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def test_there_are_no_import_circles() -> None:
    arrows = {module: imports(module) - LAZY_PACKAGES for module in ALL}
    assert circle(arrows) == []
    number = sum(len(each) for each in arrows.values())
    figures.record("modules", f"{len(arrows)}, {number} imports, 0 circles")


LAZY_PACKAGES = {SDK, "pinpoint_sdk.models"}
"""Importing a name of these loads the module that it comes from, and nothing else."""


@pytest.mark.parametrize("package", LAYERS)
def test_what_is_inside_a_package_imports_only_what_is_below_it(package: str) -> None:
    parts = {part_of(module, package) for module in modules(package)}
    assert parts == set[str]().union(*LAYERS[package])
    arrows = {
        (part_of(module, package), part_of(other, package))
        for module in modules(package)
        for other in imports(module) - {package}
        if other.startswith(package) and part_of(module, package) != part_of(other, package)
    }
    back = [(one, other) for one, other in arrows if level(one, package) <= level(other, package)]
    assert back == []
    figures.record(f"inside {package}", f"{len(parts)} parts, {len(arrows)} arrows, 0 back up")


@pytest.mark.parametrize("page", [*DOCUMENTS, *EXAMPLES], ids=lambda path: path.name)
def test_users_are_shown_nothing_private(page: Path) -> None:
    assert re.findall(r"pinpoint_sdk(?:\.\w+)*\._\w+ import", page.read_text("utf-8")) == []


def test_local_imports_nothing_else_of_ours_but_the_client_that_it_hands_out() -> None:
    found = set[str]().union(*map(imports, modules(LOCAL)))
    assert {module for module in found if not module.startswith(LOCAL)} == OUTSIDE


def part_of(module: str, package: str) -> str:
    """The package, or the module, right inside a package that a module is in."""
    return module.removeprefix(package).strip(".").partition(".")[0] or "__init__"


def level(part: str, package: str) -> int:
    return next(number for number, parts in enumerate(LAYERS[package]) if part in parts)


def test_a_circle_is_found() -> None:
    arrows: dict[str, Set[str]] = {"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}
    assert set(circle(arrows)) == {"a", "b", "c"}
