"""Failures on demand, as a client of boto3 without retries has them."""

from __future__ import annotations

import json
import math
import traceback
from collections.abc import Callable
from datetime import timedelta
from typing import Any, cast, get_args
from uuid import UUID

import pytest
from botocore import exceptions
from botocore.config import Config
from botocore.exceptions import (
    ConnectionClosedError,
    EndpointConnectionError,
    ReadTimeoutError,
)

from pinpoint_sdk import PinpointClient
from pinpoint_sdk.errors import NetworkError, ServiceError
from pinpoint_sdk.local import Clock, Failures, LocalPinpoint
from pinpoint_sdk.local.failures import ConnectionFailed, ErrorCode, Undelivered, Unreachable
from pinpoint_sdk.local.protocol.common_errors import COMMON_STATUSES
from pinpoint_sdk.local.protocol.errors import SERVICE_EXCEPTIONS, ServiceException
from pinpoint_sdk.local.protocol.types import HttpRequest, HttpResponse
from pinpoint_sdk.models import CreateApplicationRequest
from tests.local.support.boto import START, Boto, boto_client, new_app, refusal
from tests.support import figures

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
    service.failures.slow("GetApp", seconds=30, times=1)
    client.get_app(ApplicationId=app)
    client.get_app(ApplicationId=app)
    assert clock.now == START + timedelta(seconds=30)


@pytest.mark.parametrize(
    ("operation", "target", "status"),
    [("GetApps", "/v1/apps", 200), ("GetApp", "/v1/apps/unknown", 404), ("GetApps", "/v1", 404)],
)
def test_a_response_tells_how_long_it_took(
    service: LocalPinpoint, operation: str, target: str, status: int
) -> None:
    for seconds in (30, 60.5):
        service.failures.slow(operation, seconds=seconds, times=1)
    answers = [service.answer(HttpRequest("GET", target)) for _ in range(2)]
    assert [answer.status for answer in answers] == [status, status]
    assert [answer.seconds for answer in answers] == [0 if target == "/v1" else 90.5, 0]


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


def test_a_late_response_comes_after_the_work(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    service.failures.drop("SendMessages", how="read_timeout", times=1)
    with pytest.raises(ReadTimeoutError):
        send(client, shop, PHONE)
    assert [each.address for each in service.inbox] == [PHONE]


def test_a_response_that_is_cut_comes_after_the_work(service: LocalPinpoint) -> None:
    create = HttpRequest("POST", "/v1/apps", body=b'{"Name": "shop"}')
    service.failures.drop("CreateApp", how="cut", times=1)
    cut, whole = service.answer(create), service.answer(create)
    length = int(cut.headers["Content-Length"])
    assert (cut.status, len(cut.body), length) == (201, length // 2, len(whole.body))
    assert cut.body[:10] == whole.body[:10]
    assert "Content-Length" not in whole.headers
    assert service.inspect(lambda account, _: len(account.projects)) == 2


def test_a_response_without_a_body_is_lost_whole(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    arn = client.get_app(ApplicationId=app)["ApplicationResponse"]["Arn"]
    service.failures.drop("TagResource", how="cut", times=1)
    with pytest.raises(ConnectionClosedError):
        client.tag_resource(ResourceArn=arn, TagsModel={"tags": {"team": "shop"}})
    assert client.list_tags_for_resource(ResourceArn=arn)["TagsModel"]["tags"] == {"team": "shop"}


@pytest.mark.parametrize("how", get_args(Unreachable))
def test_without_a_connection_no_work_is_done(
    client: Boto, app: str, service: LocalPinpoint, how: Unreachable
) -> None:
    service.failures.unreachable("DeleteApp", how=how, times=1)
    with pytest.raises(exceptions.ConnectionError):
        client.delete_app(ApplicationId=app)
    assert client.get_app(ApplicationId=app)
    client.delete_app(ApplicationId=app)
    assert client.get_apps()["ApplicationsResponse"]["Item"] == []


def test_a_region_that_is_down_does_no_work(client: Boto, app: str, service: LocalPinpoint) -> None:
    service.failures.region_down()
    with pytest.raises(EndpointConnectionError):
        client.delete_app(ApplicationId=app)
    service.failures.region_up()
    assert client.get_app(ApplicationId=app)


REGIONS = ["eu-west-1", "us-east-1", "us-west-2"]
STEPS: list[tuple[list[Callable[[Failures], None]], list[str]]] = [
    ([], []),
    ([lambda failures: failures.region_down()], REGIONS),
    ([lambda failures: failures.region_down("us-west-2")], ["us-west-2"]),
    (
        [
            lambda failures: failures.region_down("us-west-2", "eu-west-1"),
            lambda failures: failures.region_up("us-west-2"),
        ],
        ["eu-west-1"],
    ),
    (
        [
            lambda failures: failures.region_down(),
            lambda failures: failures.region_up("us-east-1"),
        ],
        ["eu-west-1", "us-west-2"],
    ),
    (
        [
            lambda failures: failures.region_down(),
            lambda failures: failures.region_up("us-east-1", "us-west-2"),
            lambda failures: failures.region_down("us-west-2"),
        ],
        ["eu-west-1", "us-west-2"],
    ),
    (
        [
            lambda failures: failures.region_down("us-west-2"),
            lambda failures: failures.region_down(),
        ],
        REGIONS,
    ),
    (
        [
            lambda failures: failures.region_down("us-west-2"),
            lambda failures: failures.region_up(),
        ],
        [],
    ),
    (
        [
            lambda failures: failures.region_down(),
            lambda failures: failures.region_up("us-west-2"),
            lambda failures: failures.region_up(),
            lambda failures: failures.region_down("us-west-2"),
        ],
        ["us-west-2"],
    ),
    (
        [
            lambda failures: failures.region_down("us-west-2"),
            lambda failures: failures.region_down("us-west-2"),
        ],
        ["us-west-2"],
    ),
]


@pytest.mark.parametrize(("steps", "down"), STEPS)
def test_the_regions_that_are_named_are_down(
    steps: list[Callable[[Failures], None]], down: list[str]
) -> None:
    failures = Failures(0)
    for step in steps:
        step(failures)
    assert [region for region in REGIONS if not reaches(failures, region)] == down
    failures.clear()
    assert all(reaches(failures, region) for region in REGIONS)


def reaches(failures: Failures, region: str) -> bool:
    try:
        failures.before("GetApp", region)
    except ConnectionFailed:
        return False
    return True


def test_the_service_is_in_its_region(service: LocalPinpoint) -> None:
    request = HttpRequest("GET", "/v1/apps")
    service.failures.region_down("eu-west-1")
    assert service.answer(request).status == 200
    service.failures.region_down("us-east-1")
    with pytest.raises(ConnectionFailed) as caught:
        service.answer(request)
    assert caught.value.how == "refused"


COMMON: dict[str, tuple[int, int, int]] = {
    "AccessDeniedException": (403, 1, 1),
    "ExpiredTokenException": (403, 1, 1),
    "IncompleteSignature": (403, 1, 1),
    "InternalFailure": (500, 5, 3),
    "InvalidClientTokenId": (403, 1, 1),
    "InvalidSignatureException": (403, 1, 1),
    "MalformedHttpRequestException": (400, 1, 1),
    "MissingAuthenticationTokenException": (403, 1, 1),
    "NotAuthorized": (401, 1, 1),
    "OptInRequired": (403, 1, 1),
    "RequestAbortedException": (400, 1, 1),
    "RequestEntityTooLargeException": (413, 1, 1),
    "RequestExpired": (400, 1, 1),
    "RequestLimitExceeded": (503, 5, 3),
    "RequestTimeoutException": (408, 1, 3),
    "ServiceUnavailable": (503, 5, 3),
    "ServiceUnavailableException": (503, 5, 3),
    "SignatureDoesNotMatch": (403, 1, 1),
    "Throttling": (400, 5, 3),
    "ThrottlingException": (400, 5, 3),
    "UnknownOperationException": (404, 1, 1),
    "UnrecognizedClientException": (403, 1, 1),
    "ValidationError": (400, 1, 1),
}
"""The status of each common error, and how often boto3 sends the request in each mode."""


@pytest.mark.parametrize("code", COMMON)
def test_a_common_error_as_awss_front_sends_it(service: LocalPinpoint, code: str) -> None:
    service.failures.fail("GetApps", error=code, message="Not now")
    answer = service.answer(HttpRequest("GET", "/v1/apps"))
    assert answer.status == COMMON[code][0]
    assert json.loads(answer.body) == {"message": "Not now"}
    assert answer.headers["x-amzn-ErrorType"] == code
    assert answer.headers["Content-Type"] == "application/json"
    UUID(answer.headers["x-amzn-RequestId"])


@pytest.mark.parametrize("code", COMMON)
def test_boto3_repeats_those_that_may_pass(
    service: LocalPinpoint, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("botocore.endpoint.time.sleep", waits.append)
    service.failures.fail("GetApps", error=code, message="Not now")
    attempts: list[int] = []
    for mode in ("legacy", "standard"):
        waits.clear()
        retries: Any = {"mode": mode}
        client: Boto = service.session().client("pinpoint", config=Config(retries=retries))
        assert refusal(client.get_apps) == (COMMON[code][0], code, "Not now")
        attempts.append(1 + len(waits))
    assert (COMMON[code][0], *attempts) == COMMON[code]
    repeated = [name for name, (_, *often) in COMMON.items() if often == [5, 3]]
    figures.record("common errors that boto3 repeats", ", ".join(repeated))


def test_our_client_has_a_common_error_as_a_service_error(service: LocalPinpoint) -> None:
    service.failures.fail(error="ExpiredTokenException")
    with pytest.raises(ServiceError) as caught:
        service.client().get_apps()
    error = caught.value
    assert type(error) is ServiceError
    assert (error.code, error.status) == ("ExpiredTokenException", 403)
    assert error.message == "This failure was asked for"
    assert error.request_id


@pytest.mark.parametrize(
    ("error", "status", "expected", "members"),
    [
        ("SlowDown", 503, 503, {"message"}),
        ("aws.Any-Code_1", 599, 599, {"message"}),
        ("BandwidthLimitExceeded", 400, 400, {"message"}),
        ("AccessDeniedException", 400, 400, {"message"}),
        ("NotFoundException", None, 404, {"Message", "RequestID"}),
        ("NotFoundException", 404, 404, {"Message", "RequestID"}),
        ("NotFoundException", 410, 410, {"message"}),
    ],
)
def test_any_error_has_the_status_that_it_is_given(
    service: LocalPinpoint, error: str, status: int | None, expected: int, members: set[str]
) -> None:
    service.failures.fail("GetApps", error=error, status=status)
    answer = service.answer(HttpRequest("GET", "/v1/apps"))
    assert (answer.status, answer.headers["x-amzn-ErrorType"]) == (expected, error)
    assert {*json.loads(answer.body)} == members


def test_the_errors_that_an_editor_completes_are_those_that_are_known() -> None:
    assert {*get_args(ErrorCode)} == {*SERVICE_EXCEPTIONS, *COMMON_STATUSES}
    assert {*COMMON} == {*COMMON_STATUSES}


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


def everything(seed: int) -> Failures:
    failures = Failures(seed)
    failures.slow(seconds=1, rate=0.5)
    failures.unreachable(rate=0.2)
    failures.fail(error="Throttling", rate=0.3, times=10)
    failures.drop(how="read_timeout", rate=0.4)
    failures.drop(how="cut", rate=0.4)
    failures.deliver(status="OPT_OUT", rate=0.5)
    return failures


def story(failures: Failures) -> list[str]:
    """What becomes of calls and deliveries, one after another."""

    def call() -> str:
        seconds = failures.before("SendMessages", "us-east-1")
        return f"{seconds} {failures.after('SendMessages', HttpResponse(200, {}, b'{}'))}"

    def deliver() -> str:
        failures.at_delivery(PHONE)
        return "delivered"

    return [outcome(step) for _ in range(100) for step in (call, deliver)]


def outcome(step: Callable[[], str]) -> str:
    try:
        return step()
    except Exception as failure:
        return repr(failure)


def test_the_same_seed_and_calls_have_the_same_failures_of_every_kind() -> None:
    first = story(everything(1))
    assert first == story(everything(1))
    assert first != story(everything(2))
    assert len({*first}) > 7


def test_clear_ends_every_failure() -> None:
    failures = everything(1)
    failures.region_down("us-east-1")
    failures.clear()
    assert {*story(failures)} == {f"0.0 {HttpResponse(200, {}, b'{}')}", "delivered"}


ENDS: list[tuple[Callable[[Failures], None], Callable[[Failures], object]]] = [
    (
        lambda failures: failures.deliver(PHONE, status="OPT_OUT"),
        lambda failures: failures.at_delivery(PHONE),
    ),
    (
        lambda failures: failures.unreachable(),
        lambda failures: failures.before("GetApp", "us-east-1"),
    ),
    (
        lambda failures: failures.fail(error="Throttling"),
        lambda failures: failures.before("GetApp", "us-east-1"),
    ),
    (
        lambda failures: failures.drop(),
        lambda failures: failures.after("GetApp", HttpResponse(200, {}, b"")),
    ),
]


@pytest.mark.parametrize(("ask", "call"), ENDS)
def test_a_failure_that_comes_often_keeps_nothing(
    ask: Callable[[Failures], None], call: Callable[[Failures], object]
) -> None:
    failures = Failures(0)
    ask(failures)
    places = list[int]()
    for _ in range(10):
        with pytest.raises((Undelivered, ConnectionFailed, ServiceException)) as caught:
            call(failures)
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
    (
        lambda failures: failures.fail("GetApp", error="TeapotException"),
        r"^error: 'TeapotException' is not known. Give any code with status=, or one of BadReq",
    ),
    (
        lambda failures: failures.fail("GetApp", error="ExpiredToken"),
        "'ExpiredToken' is not known, did you mean ExpiredTokenException[?] Give any",
    ),
    (
        lambda failures: failures.fail("GetApp", error="ThrotlingException"),
        "did you mean ThrottlingException[?] Give .*one of BadRequestException, .*Throttling, ",
    ),
    (
        lambda failures: failures.fail("GetApp", error="ServerUnavailable"),
        "did you mean ServiceUnavailableException",
    ),
    (lambda failures: failures.fail("GetApp", error="", status=400), "error: expected a code"),
    (lambda failures: failures.fail("GetApp", error="a b", status=400), "error: .*, got 'a b'"),
    (lambda failures: failures.fail("GetApp", error=cast("Any", 403)), "error: expected str"),
    (
        lambda failures: failures.fail("GetApp", error="SlowDown", status=399),
        "status: must be from 400 to 599, got 399",
    ),
    (
        lambda failures: failures.fail("GetApp", error="NotFoundException", status=600),
        "status: must be from 400 to 599, got 600",
    ),
    (lambda failures: failures.fail("GetApp", status=cast("Any", "500")), "status: expected int"),
    (
        lambda failures: failures.drop("GetApp", how=cast("Any", "refused")),
        "how: 'refused' is not one of closed, read_timeout, cut$",
    ),
    (
        lambda failures: failures.unreachable("GetApp", how=cast("Any", "closed")),
        "how: 'closed' is not one of refused, connect_timeout, unknown_host, tls$",
    ),
    (lambda failures: failures.unreachable("GetApp", times=0), "times: must be at least 1, got 0"),
    (lambda failures: failures.unreachable("GetApp", rate=2), "rate: must be .*, got 2"),
    (
        lambda failures: failures.region_down("us-east-1", "mars"),
        "regions: expected one like us-east-1, got 'mars'",
    ),
    (lambda failures: failures.region_up("US-EAST-1"), "regions: .*, got 'US-EAST-1'"),
    (lambda failures: failures.region_down(""), "regions: .*, got ''"),
    (lambda failures: failures.region_down(cast("Any", ["us-east-1"])), "regions: expected str"),
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
    response = HttpResponse(200, {}, b"{}")
    assert failures.before("GetApp", "us-east-1") == 0
    assert failures.after("GetApp", response) is response
    failures.at_delivery(PHONE)
