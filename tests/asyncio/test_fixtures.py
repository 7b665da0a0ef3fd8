"""The fixtures in tests of pytest-asyncio and of anyio's plugin."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]

TEST = """
import pytest
from pinpoint_sdk import PinpointClient, models
from pinpoint_sdk.aio import AsyncPinpointClient

kept = AsyncPinpointClient("us-east-1")  # as some modules do

async def code_under_test(name):
    async with AsyncPinpointClient() as client:
        await client.create_app(models.CreateApplicationRequest(name=name))
    await kept.create_app(models.CreateApplicationRequest(name=name))

@MARK
@pytest.mark.parametrize("name", ["one", "two"])
async def test_code(name, async_pinpoint, pinpoint_service, pinpoint):
    await code_under_test(name)
    assert [app.name async for app in async_pinpoint.iter_apps()] == [name, name]
    assert [app.name for app in pinpoint.iter_apps()] == [name, name]
"""
CONFTEST = """
import pytest

@pytest.fixture
def anyio_backend():
    return "asyncio"
"""


@pytest.mark.parametrize("mark", ["pytest.mark.asyncio", "pytest.mark.anyio"])
def test_they_work_in_tests_that_are_coroutines(pytester: pytest.Pytester, mark: str) -> None:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(TEST.replace("MARK", mark))
    scope = "asyncio_default_fixture_loop_scope=function"
    options = ("-p", "no:cacheprovider", "-W", "error", "-o", scope)
    pytester.runpytest_subprocess(*options).assert_outcomes(passed=2)
