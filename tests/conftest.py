from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config

from pinpoint_sdk import PinpointClient
from tests.support import figures
from tests.support.awaited import awaited_client
from tests.support.loopback import Loopback
from tests.support.paths import WIRE, choose
from tests.support.sessions import make_session


@pytest.fixture(autouse=True)
def no_aws_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the account, the region or the proxies of whoever runs it."""
    import os

    for name in [*os.environ]:
        if name.startswith("AWS_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


@pytest.fixture(scope="module")
def loopback_of_module() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server


@pytest.fixture
def loopback(loopback_of_module: Loopback) -> Loopback:
    """A loopback server that has not been asked for anything yet."""
    loopback_of_module.forget()
    return loopback_of_module


@pytest.fixture
def session() -> boto3.Session:
    return make_session()


@pytest.fixture
def no_retries() -> Config:
    return Config(retries={"total_max_attempts": 1})


@pytest.fixture
def path() -> str:
    """How the client calls boto3: see ``tests.support.paths.on_both``."""
    return WIRE


@pytest.fixture
def pinpoint(
    path: str,
    session: boto3.Session,
    loopback: Loopback,
    no_retries: Config,
    request: pytest.FixtureRequest,
) -> Iterator[PinpointClient]:
    """A client that calls the loopback server, once a call."""
    choose(path, session)
    if request.config.getoption("--asyncio"):
        client = awaited_client(session, loopback.url, no_retries)
    else:
        client = PinpointClient(session=session, endpoint_url=loopback.url, config=no_retries)
    with client:
        yield client


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--asyncio", action="store_true", help="have the fixture `pinpoint` be a client for asyncio"
    )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Of a worker of pytest-xdist, hand over the figures."""
    output: dict[str, object] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["figures"] = figures.recorded()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take the figures of a worker of pytest-xdist."""
    for label, figure in getattr(node, "workeroutput", {}).get("figures", {}).items():
        figures.record(label, figure)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if lines := figures.lines():
        terminalreporter.section("figures")
        for line in lines:
            terminalreporter.write_line(line)
