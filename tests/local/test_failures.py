"""Failures on demand, as a client of boto3 without retries has them."""

from __future__ import annotations

import math
import traceback
from collections.abc import Callable
from datetime import timedelta
from typing import Any, cast

import pytest
from botocore.exceptions import ConnectionClosedError, EndpointConnectionError

from pinpoint_sdk import PinpointClient
from pinpoint_sdk.errors import NetworkError
from pinpoint_sdk.local import Clock, Failures, LocalPinpoint
from pinpoint_sdk.local.failures import Undelivered
from pinpoint_sdk.models import CreateApplicationRequest
from tests.local.support.boto import START, Boto, boto_client, new_app, refusal

PHONE, OTHER = "+15555550100", "+15555550101"


def send(client: Boto, app: str, *addresses: str) -> dict[str, Any]:
    message = {"SMSMessage": {"Body": "Hello"}}
    request = {
        "Addresses": {address: {"ChannelType": "SMS"} for address in addresses},
        "MessageConfiguration": message,
    }
    answer = client.send_messages(ApplicationId=app, MessageRequest=request)
    result: dict[str, Any] = answer["MessageResponse"]["Result"]
    return result


def test_throttling_is_a_429_before_any_work(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    service.failures.throttle("SendMessages", times=2)
    for _ in range(2):
        with pytest.raises(client.exceptions.TooManyRequestsException):
            send(client, shop, PHONE)
    assert len(service.inbox) == 0
    assert send(client, shop, PHONE)[PHONE]["DeliveryStatus"] == "SUCCESSFUL"


def test_an_operation_fails_as_it_is_told(client: Boto, app: str, service: LocalPinpoint) -> None:
    service.failures.fail("GetApp", error="ForbiddenException", message="Not you")
    found = refusal(client.get_app, ApplicationId=app)
    assert found == (403, "ForbiddenException", "Not you")
    assert client.get_apps()["ApplicationsResponse"]["Item"]


def test_without_a_name_every_operation_fails(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    service.failures.fail()
    assert refusal(client.get_app, ApplicationId=app)[0] == 500
    assert refusal(client.get_apps)[0] == 500
    service.failures.clear()
    assert client.get_apps()["ApplicationsResponse"]["Item"]


def test_a_slow_operation_takes_time_on_the_clock(
    client: Boto, app: str, service: LocalPinpoint, clock: Clock
) -> None:
    service.failures.slow("GetApp", seconds=90, times=1)
    client.get_app(ApplicationId=app)
    client.get_app(ApplicationId=app)
    assert clock.now == START + timedelta(seconds=90)


def test_a_slow_operation_may_take_no_time(
    client: Boto, service: LocalPinpoint, clock: Clock
) -> None:
    service.failures.slow("GetApps", seconds=0)
    client.get_apps()
    assert clock.now == START


def test_a_dropped_connection_comes_after_the_work(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    service.failures.drop("SendMessages", times=1)
    with pytest.raises(ConnectionClosedError):
        send(client, shop, PHONE)
    assert [each.address for each in service.inbox] == [PHONE]


def test_a_region_that_is_down_does_no_work(client: Boto, app: str, service: LocalPinpoint) -> None:
    service.failures.region_down()
    with pytest.raises(EndpointConnectionError):
        client.delete_app(ApplicationId=app)
    service.failures.region_up()
    assert client.get_app(ApplicationId=app)


def test_our_client_has_them_as_network_errors(service: LocalPinpoint) -> None:
    with PinpointClient(client=boto_client(service.session())) as pinpoint:
        service.failures.drop("CreateApp")
        with pytest.raises(NetworkError):
            pinpoint.create_app(CreateApplicationRequest(name="shop"))
        assert [app.name for app in pinpoint.iter_apps()] == ["shop"]


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("OPT_OUT", 400),
        ("PERMANENT_FAILURE", 400),
        ("TEMPORARY_FAILURE", 500),
        ("THROTTLED", 429),
        ("UNKNOWN_FAILURE", 500),
    ],
)
def test_an_address_is_not_reached(
    client: Boto, shop: str, service: LocalPinpoint, status: Any, code: int
) -> None:
    service.failures.deliver(PHONE, status=status)
    result = send(client, shop, PHONE, OTHER)
    assert (result[PHONE]["DeliveryStatus"], result[PHONE]["StatusCode"]) == (status, code)
    assert "MessageId" not in result[PHONE]
    assert [each.address for each in service.inbox] == [OTHER]


def test_an_endpoint_is_not_reached_so_often(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    client.update_endpoint(
        ApplicationId=shop,
        EndpointId="phone",
        EndpointRequest={"Address": PHONE, "ChannelType": "SMS"},
    )
    service.failures.deliver(
        "phone", status="TEMPORARY_FAILURE", status_code=503, message="Try later", times=1
    )
    request: dict[str, Any] = {
        "Endpoints": {"phone": {}},
        "MessageConfiguration": {"SMSMessage": {"Body": "Hello"}},
    }
    answers = [
        client.send_messages(ApplicationId=shop, MessageRequest=request)["MessageResponse"]
        for _ in range(2)
    ]
    first, second = (each["EndpointResult"]["phone"] for each in answers)
    assert (first["StatusCode"], first["StatusMessage"]) == (503, "Try later")
    assert second["DeliveryStatus"] == "SUCCESSFUL"


def test_chance_is_the_same_for_the_same_seed() -> None:
    def outcomes(seed: int) -> list[bool]:
        with LocalPinpoint(seed=seed) as service:
            client = boto_client(service.session())
            service.failures.fail("GetApps", rate=0.5)
            return [ends_well(client.get_apps) for _ in range(40)]

    assert outcomes(1) == outcomes(1)
    assert outcomes(1) != outcomes(2)
    assert 5 < sum(outcomes(1)) < 35


def test_an_endpoint_is_one_recipient_by_two_names() -> None:
    def hits(*names: str) -> int:
        failures = Failures(1)
        failures.deliver(status="THROTTLED", rate=0.5)
        return sum(not ends_well(lambda: failures.at_delivery(*names)) for _ in range(1_000))

    assert hits(PHONE, "phone") == hits(PHONE)
    assert 400 < hits(PHONE) < 600


def test_chance_at_delivery_is_the_same_for_the_same_seed() -> None:
    def reached(seed: int) -> list[str]:
        with LocalPinpoint(seed=seed) as service:
            client = boto_client(service.session())
            app = new_app(client)
            client.update_sms_channel(ApplicationId=app, SMSChannelRequest={"Enabled": True})
            service.failures.deliver(status="TEMPORARY_FAILURE", rate=0.5)
            send(client, app, *(f"+155555501{number:02}" for number in range(40)))
            return [message.address for message in service.inbox]

    assert reached(1) == reached(1)
    assert reached(1) != reached(2)
    assert 5 < len(reached(1)) < 35


def test_a_failure_that_comes_often_keeps_nothing() -> None:
    failures = Failures(0)
    failures.deliver(PHONE, status="OPT_OUT")
    places = list[int]()
    for _ in range(10):
        with pytest.raises(Undelivered) as caught:
            failures.at_delivery(PHONE)
        places.append(len([*traceback.walk_tb(caught.value.__traceback__)]))
    assert len({*places}) == 1


def ends_well(call: Callable[[], object]) -> bool:
    try:
        call()
    except Exception:
        return False
    return True


def test_a_user_is_somebody_too(client: Boto, shop: str, service: LocalPinpoint) -> None:
    for name, user in (("ana-phone", "ana"), ("li-phone", "li")):
        endpoint = {"ChannelType": "SMS", "Address": PHONE, "User": {"UserId": user}}
        client.update_endpoint(ApplicationId=shop, EndpointId=name, EndpointRequest=endpoint)
    service.failures.deliver("li", status="THROTTLED")
    request: Any = {"Users": {"li": {}}, "MessageConfiguration": {"SMSMessage": {"Body": "Hello"}}}
    answer = client.send_users_messages(ApplicationId=shop, SendUsersMessageRequest=request)
    result = answer["SendUsersMessageResponse"]["Result"]["li"]["li-phone"]
    assert (result["DeliveryStatus"], result["StatusCode"]) == ("THROTTLED", 429)


def test_who_fails_anyhow_uses_up_no_failure(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    service.failures.deliver(status="THROTTLED", times=1)
    result = send(client, shop, "no number", PHONE)
    assert result["no number"]["DeliveryStatus"] == "PERMANENT_FAILURE"
    assert result[PHONE]["DeliveryStatus"] == "THROTTLED"


WRONG: list[tuple[Callable[[Failures], None], str]] = [
    (lambda failures: failures.throttle("SendMessage"), "'SendMessage' is not an operation"),
    (lambda failures: failures.drop("send_messages"), "expected SendMessages$"),
    (lambda failures: failures.drop(cast("Any", ["GetApp"])), "'GetApp'. is not an operation"),
    (lambda failures: failures.fail("GetApp", error="TeapotException"), "not one of Bad"),
    (lambda failures: failures.fail("GetApp", times=0), "times: must be at least 1, got 0"),
    (lambda failures: failures.fail("GetApp", times=cast("Any", 1.5)), "expected int, got 1.5"),
    (
        lambda failures: failures.slow("GetApp", seconds=-1),
        "seconds: must be a number of at least 0, got -1",
    ),
    (lambda failures: failures.slow("GetApp", seconds=math.nan), "of at least 0, got nan"),
    (lambda failures: failures.slow("GetApp", seconds=math.inf), "of at least 0, got inf"),
    (lambda failures: failures.slow("GetApp", seconds=cast("Any", "5")), "of at least 0, got '5'"),
    (
        lambda failures: failures.drop("GetApp", rate=1.1),
        "rate: must be a number from 0 to 1, got 1.1",
    ),
    (lambda failures: failures.drop("GetApp", rate=cast("Any", None)), "from 0 to 1, got None"),
    (lambda failures: failures.deliver(PHONE, status=cast("Any", "LATE")), "'LATE' is not one"),
    (lambda failures: failures.deliver(PHONE, status="THROTTLED", rate=-0.1), "got -0.1"),
    (lambda failures: failures.deliver("", status="THROTTLED"), "recipients: must not be empty"),
    (lambda failures: failures.deliver(cast("Any", 1555), status="THROTTLED"), "str, got 1555"),
]


@pytest.mark.parametrize(("ask", "text"), WRONG)
def test_what_cannot_be_is_refused(ask: Callable[[Failures], None], text: str) -> None:
    failures = Failures(0)
    with pytest.raises((TypeError, ValueError), match=text):
        ask(failures)
    failures.before("GetApp")
    failures.after("GetApp")
    failures.at_delivery(PHONE)
