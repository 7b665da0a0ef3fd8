"""Names of a package that are loaded on first use.

The package lists them once, as imports under ``TYPE_CHECKING``, where type checkers see them. Here
they are read from its bytecode, which exists even if the source is not shipped.
"""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Callable
from types import CodeType


def lazy_attributes(package: str) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Make the ``__getattr__`` and the ``__dir__`` of the package that calls this.

    Args:
        package: Its ``__name__``.
    """
    # Not by inspect, whose import takes longer than that of the package.
    _CODES[package] = sys._getframe(1).f_code  # pyright: ignore[reportPrivateUsage]

    def get(name: str) -> object:
        if name == "__all__":
            return [*lazy_names(package)]
        home = None if name.startswith("__") else lazy_names(package).get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        if home == package:
            return importlib.import_module(f"{package}.{name}")
        value: object = getattr(importlib.import_module(home), name)
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        own = (name for name in vars(sys.modules[package]) if name.startswith("__"))
        return sorted({*own, *lazy_names(package)})

    return get, names


@functools.cache
def lazy_names(package: str) -> dict[str, str]:
    """Map the public names of a package, in their order, to the modules that define them."""
    import dis  # at first use: importing a package must cost next to nothing

    found: dict[str, str] = {}
    home = ""
    for instruction in dis.get_instructions(_CODES[package]):
        if instruction.opname == "IMPORT_NAME":
            home = str(instruction.argval)
        elif instruction.opname == "IMPORT_FROM" and home.startswith("pinpoint_sdk"):
            found[str(instruction.argval)] = home
    return {name: home for name, home in found.items() if home != __name__}


_CODES: dict[str, CodeType] = {}
"""The code of each package's module."""
