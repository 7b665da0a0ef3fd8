"""The rest of the package does without aiobotocore, and the clients for asyncio say so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

IMPORT = "from pinpoint_sdk.aio import AsyncPinpointClient"
BLOCK = """
from pinpoint_sdk.local import LocalPinpoint

with LocalPinpoint() as service, service.everywhere():
    list(service.client().iter_apps())
"""
WITHOUT = "import sys; sys.modules['aiobotocore'] = None\n"


def run(code: str, *paths: Path) -> subprocess.CompletedProcess[str]:
    head = "".join(f"import sys; sys.path.insert(0, {str(path)!r})\n" for path in paths)
    return subprocess.run(
        [sys.executable, "-c", head + code], capture_output=True, text=True, check=False
    )


def test_without_it_the_import_says_what_to_install() -> None:
    ended = run(WITHOUT + IMPORT)
    assert ended.stderr.splitlines()[-1] == (
        "ModuleNotFoundError: The clients for asyncio need aiobotocore: "
        "pip install 'pinpoint-sdk[async]'"
    )


def test_where_it_does_not_fit_the_import_says_so(tmp_path: Path) -> None:
    (tmp_path / "aiobotocore").mkdir()
    (tmp_path / "aiobotocore" / "__init__.py").write_text("")
    (tmp_path / "aiobotocore" / "session.py").write_text("from botocore.session import Nothing")
    last = run(IMPORT, tmp_path).stderr.splitlines()[-1]
    assert last.startswith(
        "ImportError: aiobotocore does not fit the botocore that is installed: cannot import name "
        "'Nothing'"
    )
    assert last.endswith("Let pip choose versions that fit: pip install 'pinpoint-sdk[async]'")


def test_an_error_inside_of_it_comes_through(tmp_path: Path) -> None:
    (tmp_path / "aiobotocore").mkdir()
    (tmp_path / "aiobotocore" / "__init__.py").write_text("import of_its_own")
    last = run(IMPORT, tmp_path).stderr.splitlines()[-1]
    assert last == "ModuleNotFoundError: No module named 'of_its_own'"


@pytest.mark.parametrize(
    "code",
    [
        "import pinpoint_sdk.aio",
        "from pinpoint_sdk import *",
        "from pinpoint_sdk import PinpointClient; PinpointClient('us-east-1')",
        BLOCK,
        "import pinpoint_sdk.pytest_plugin, pinpoint_sdk.lifecycle, pinpoint_sdk.converter",
    ],
)
def test_nothing_else_imports_it(code: str) -> None:
    ended = run(f"{code}\nimport sys; print('aiobotocore' in sys.modules)")
    assert (ended.stdout, ended.stderr) == ("False\n", "")
