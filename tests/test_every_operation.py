"""What holds for each of the 122 operations: its errors and its retries."""

from __future__ import annotations

from typing import Any

import boto3
import pytest
from botocore.config import Config

from pinpoint_sdk import PinpointClient, errors
from pinpoint_sdk.errors import ServiceError
from tests.support import figures
from tests.support.calls import call_ours, values_for
from tests.support.loopback import Answer, Loopback
from tests.support.operations import OPERATIONS
from tests.support.paths import on_both
from tests.support.service_model import service_model

raised: list[str] = []


@on_both
@pytest.mark.parametrize("name", OPERATIONS)
def test_each_error_of_an_operation_is_its_class(
    name: str, pinpoint: PinpointClient, loopback: Loopback
) -> None:
    operation = service_model().operation_model(name)
    values = values_for(operation)
    for shape in operation.error_shapes or service_model().error_shapes:  # tags: none modelled
        status = shape.metadata["error"]["httpStatusCode"]
        headers = {"x-amzn-ErrorType": shape.name, "x-amzn-RequestId": f"id of {shape.name}"}
        loopback.answer({"Message": f"{shape.name} of {name}"}, status, headers)

        with pytest.raises(ServiceError) as caught:
            call_ours(pinpoint, operation, values)

        error = caught.value
        assert type(error) is getattr(errors, shape.name)
        assert (error.operation, error.status, error.code) == (name, status, shape.name)
        assert error.message == f"{shape.name} of {name}"
        assert error.request_id == f"id of {shape.name}"
        raised.append(f"{name} {shape.name}")
    figures.record("modelled errors of operations", f"{len(raised)} raised as their class")


@pytest.mark.parametrize("status", [429, 500, 502, 503])
@pytest.mark.parametrize(
    ("retries", "attempts"),
    [
        ({"total_max_attempts": 1}, 1),
        ({"total_max_attempts": 3, "mode": "standard"}, 3),
        ({"max_attempts": 3, "mode": "legacy"}, 4),
    ],
)
def test_boto3_retries_as_it_is_configured_to(
    session: boto3.Session,
    loopback: Loopback,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    retries: Any,
    attempts: int,
) -> None:
    def at_once(_: float) -> None:
        pass

    monkeypatch.setattr("botocore.endpoint.time.sleep", at_once)
    busy = Answer(status, {"Message": "Busy"}, {"x-amzn-ErrorType": "TooManyRequestsException"})
    loopback.respond = lambda _: busy
    pinpoint = PinpointClient(
        session=session, endpoint_url=loopback.url, config=Config(retries=retries)
    )

    with pytest.raises(ServiceError):
        pinpoint.get_app("app")
    assert len(loopback.requests) == attempts

    loopback.requests.clear()
    answers = [busy, Answer(200, {"Id": "app"})]
    if attempts > 1:
        loopback.respond = lambda _: answers.pop(0)
        assert pinpoint.get_app("app").response_metadata.retry_attempts == 1
