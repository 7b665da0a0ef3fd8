from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest


@pytest.fixture
def closed_proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A proxy that refuses every connection, in place of the network; set for all clients."""
    with socket.socket() as bound:  # so that nobody else gets the port; nobody listens
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        for name in ("HTTPS_PROXY", "HTTP_PROXY"):
            monkeypatch.setenv(name, url)
        yield url
