from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint, Quotas
from tests.local.support.boto import START, boto_client, new_app, refusal


def test_an_operation_may_be_called_so_often_a_second(tmp_path: Path) -> None:
    clock = Clock(START)
    quotas = Quotas(projects=1, calls_per_second={"GetApp": 2})
    with LocalPinpoint(clock=clock, quotas=quotas) as service:
        client = boto_client(service.session())
        app = new_app(client)
        for _ in range(2):
            assert client.get_app(ApplicationId=app)
            assert client.get_app(ApplicationId=app)
            found = refusal(client.get_app, ApplicationId=app)
            assert found == (
                429,
                "TooManyRequestsException",
                "GetApp may be called 2 times a second",
            )
            assert client.get_apps()["ApplicationsResponse"]["Item"]
            clock.advance(seconds=1)
        assert refusal(client.create_app, CreateApplicationRequest={"Name": "one more"})[0] == 400
        service.save(tmp_path / "state.json")
    with LocalPinpoint.load(tmp_path / "state.json") as service:
        assert service.inspect(lambda account, _: account.quotas) == quotas


def test_quotas_do_not_change_with_what_they_were_made_of() -> None:
    rates = {"GetApp": 2}
    quotas = Quotas(calls_per_second=rates)
    rates["GetApp"] = 0
    assert quotas.calls_per_second == {"GetApp": 2}


@pytest.mark.parametrize(
    ("wrong", "error", "text"),
    [
        ({"projects": "3"}, TypeError, "'projects' must be <class 'int'> .got '3'"),
        ({"tags": None}, TypeError, "'tags' must be <class 'int'> .got None"),
        ({"projects": -1}, ValueError, "'projects' must be >= 0: -1"),
        ({"calls_per_second": None}, TypeError, "calls_per_second: expected dict, got None"),
        ({"calls_per_second": {"send_messages": 2}}, ValueError, "expected SendMessages$"),
        (
            {"calls_per_second": {"": 2}},
            ValueError,
            "'' is not an operation .* such as SendMessages",
        ),
        ({"calls_per_second": {"GetApp": "2"}}, TypeError, r"\['GetApp'\]: expected int, got '2'"),
        (
            {"calls_per_second": {"GetApp": -2}},
            ValueError,
            r"\['GetApp'\]: must be at least 0, got -2",
        ),
    ],
)
def test_quotas_are_numbers(wrong: dict[str, Any], error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=text):
        Quotas(**wrong)
