"""Which module may import which: no circles, and arrows between packages in one direction."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Set
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tests.support import figures

ROOT = Path(__file__).parents[1]
LOCAL = "pinpoint_sdk.local"

LAYERS = (
    {"protocol", "arguments"},
    {"times", "failures", "inbox", "quotas"},
    {"clock", "state"},
    {"engine"},
    {"segments", "messages", "events"},
    {"endpoints", "campaigns", "journeys"},
    {"jobs"},
    {"operations"},
    {"dispatcher", "boto"},
    {"service"},
    {"http"},
    {"__init__", "__main__"},
)
"""The packages and modules of local/: each imports only from those in lines above its own."""

OUTSIDE = {"pinpoint_sdk.client"}
"""What local/ imports of the rest: the client that it hands out."""


def modules(package: str) -> dict[str, Path]:
    """The files of a package and of those in it, by the names of their modules."""
    folder = ROOT.joinpath(*package.split("."))
    return {_module_name(path): path for path in folder.rglob("*.py")}


def _module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


ALL = modules("pinpoint_sdk")


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


def test_local_has_no_import_circles() -> None:
    arrows = {module: imports(module) for module in modules(LOCAL)}
    assert circle(arrows) == []
    number = sum(len(each) for each in arrows.values())
    figures.record("modules of local/", f"{len(arrows)}, {number} imports, 0 circles")


def test_the_packages_of_local_import_only_what_is_below_them() -> None:
    rooms = {room_of(module) for module in modules(LOCAL)}
    assert rooms == set[str]().union(*LAYERS)
    arrows = {
        (room_of(module), room_of(other))
        for module in modules(LOCAL)
        for other in imports(module)
        if other.startswith(LOCAL) and room_of(module) != room_of(other)
    }
    assert [(one, other) for one, other in sorted(arrows) if level(one) <= level(other)] == []
    figures.record("packages of local/", f"{len(rooms)}, {len(arrows)} arrows, 0 back up")


def test_local_imports_nothing_else_of_ours_but_the_client_that_it_hands_out() -> None:
    found = set[str]().union(*map(imports, modules(LOCAL)))
    assert {module for module in found if not module.startswith(LOCAL)} == OUTSIDE


def room_of(module: str) -> str:
    """The package, or the module, right below local/ that a module is in."""
    return module.removeprefix(LOCAL).strip(".").partition(".")[0] or "__init__"


def level(room: str) -> int:
    return next(number for number, rooms in enumerate(LAYERS) if room in rooms)


def test_a_circle_is_found() -> None:
    arrows: dict[str, Set[str]] = {"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}
    assert set(circle(arrows)) == {"a", "b", "c"}
