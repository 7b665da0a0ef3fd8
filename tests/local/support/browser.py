"""A headless Chromium, for what only a browser can tell."""

from __future__ import annotations

import shutil
import subprocess
import tempfile

import pytest


def chromium() -> str | None:
    """The path of a headless browser, where there is one."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


needs_chromium = pytest.mark.skipif(
    chromium() is None, reason="no chromium on this machine: apt-get install chromium"
)


def browse(url: str, *options: str) -> str:
    """What the browser prints when it opens a page."""
    browser = chromium()
    assert browser is not None
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                f"--user-data-dir={profile}",
                *options,
                url,
            ],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
    return done.stdout
