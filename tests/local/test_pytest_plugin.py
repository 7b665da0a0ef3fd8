"""The fixtures that users get."""

from __future__ import annotations

from typing import Any

import boto3
import pytest

from pinpoint_sdk import PinpointClient
from pinpoint_sdk.models import CreateApplicationRequest

pytest_plugins = ["pytester"]


def new_app(client: PinpointClient, name: str = "shop") -> str:
    return client.create_app(CreateApplicationRequest(name=name)).id


def boto_client(service_name: str, **options: Any) -> Any:
    make: Any = getattr(boto3, "client")  # noqa: B009  # the stubs know no pinpoint
    return make(service_name, **options)


def test_a_clean_installation_brings_the_fixtures(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        def test_one(pinpoint, pinpoint_service):
            assert list(pinpoint.iter_apps()) == []
            assert pinpoint_service.inbox[:] == []
        """
    )

    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)


def test_the_fixtures_are_closed_after_the_test(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest
        from botocore.exceptions import ClientError

        kept, closed = [], []

        def test_one(pinpoint, pinpoint_service):
            kept.append(pinpoint_service.session().client("pinpoint"))
            pinpoint.close = lambda: closed.append(pinpoint)
            kept[0].get_apps()

        def test_two():
            assert len(closed) == 1
            with pytest.raises(ClientError, match="closed"):
                kept[0].get_apps()
        """
    )

    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=2)


def run(pytester: pytest.Pytester, *, conftest: str = "", test: str, passed: int) -> None:
    pytester.makeconftest(conftest)
    pytester.makepyfile(test)
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=passed)


@pytest.mark.parametrize("scope", ["class", "module", "session"])
def test_a_project_is_shared_by_the_tests_of_a_scope(pytester: pytest.Pytester, scope: str) -> None:
    run(
        pytester,
        test=f"""
        import pytest
        from pinpoint_sdk import PinpointClient, models

        @pytest.fixture(scope="{scope}")
        def shop({scope}_pinpoint):
            return {scope}_pinpoint.create_app(models.CreateApplicationRequest(name="shop")).id

        class TestShop:
            def test_one(self, shop, {scope}_pinpoint_service):
                PinpointClient().delete_app(shop)
                assert list({scope}_pinpoint_service.client().iter_apps()) == []

            def test_two(self, shop, {scope}_pinpoint):
                assert list({scope}_pinpoint.iter_apps()) == []
                PinpointClient().create_app(models.CreateApplicationRequest(name="two"))
                assert len(list({scope}_pinpoint.iter_apps())) == 1

            def test_with_one_of_its_own(self, {scope}_pinpoint, pinpoint):
                assert list(PinpointClient().iter_apps()) == list(pinpoint.iter_apps()) == []
                assert len(list({scope}_pinpoint.iter_apps())) == 1
        """,
        passed=3,
    )


CONFTEST = """
import pytest
from datetime import datetime
from pinpoint_sdk.local import Clock, Quotas

@pytest.fixture
def pinpoint_options():
    return {
        "clock": Clock(datetime(2026, 3, 2, 12)),
        "region_name": "eu-west-1",
        "quotas": Quotas(projects=1),
        "seed": 7,
    }
"""


def test_the_options_of_the_service_can_be_overridden(pytester: pytest.Pytester) -> None:
    run(
        pytester,
        conftest=CONFTEST,
        test="""
        import pytest
        from pinpoint_sdk import PinpointClient, models
        from pinpoint_sdk.errors import BadRequestException

        ids = []

        @pytest.mark.parametrize("_", [1, 2])
        def test_one(pinpoint, pinpoint_service, _):
            app = PinpointClient().create_app(models.CreateApplicationRequest(name="shop"))
            ids.append(app.id)
            assert ":eu-west-1:" in app.arn
            assert pinpoint.get_app(app.id).creation_date.startswith("2026-03-02T12:00")
            with pytest.raises(Exception):
                pinpoint.create_app(models.CreateApplicationRequest(name="shop"))
            pinpoint_service.clock.advance(hours=1)
            assert len(set(ids)) == 1

        @pytest.mark.parametrize("pinpoint_options", [{"region_name": "us-west-2"}])
        def test_two(pinpoint):
            app = pinpoint.create_app(models.CreateApplicationRequest(name="shop"))
            assert ":us-west-2:" in app.arn
        """,
        passed=3,
    )


def test_a_wrong_option_is_an_error_that_names_it(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST.replace('"seed"', '"sed"'))
    pytester.makepyfile("def test_one(pinpoint): pass")
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*unexpected keyword argument 'sed'*"])
