"""The dispatcher without boto3: requests that boto3 would not send."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest

from pinpoint_sdk.local.clock import Clock
from pinpoint_sdk.local.dispatcher import Dispatcher
from pinpoint_sdk.local.engine.aws import AwsClients
from pinpoint_sdk.local.failures import Failures
from pinpoint_sdk.local.operations import HANDLERS
from pinpoint_sdk.local.protocol.types import HttpRequest, HttpResponse
from pinpoint_sdk.local.quotas import Quotas
from pinpoint_sdk.local.state.account import Account
from pinpoint_sdk.local.state.ids import Ids


@pytest.fixture
def dispatcher() -> Dispatcher:
    return dispatcher_of(Account("us-east-1", "123456789012", Ids(0)))


def dispatcher_of(account: Account) -> Dispatcher:
    return Dispatcher(account, Clock(), Failures(0), AwsClients(None, account.region))


def ask(dispatcher: Dispatcher, method: str, target: str, body: object = None) -> HttpResponse:
    raw = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    return dispatcher.dispatch(HttpRequest(method, target, body=raw))


def refused(answer: HttpResponse) -> tuple[int, str, str]:
    """Status, error type and message; the form of an error is checked on the way."""
    content = json.loads(answer.body)
    assert set(content) == {"Message", "RequestID"}
    assert content["RequestID"] == answer.headers["x-amzn-RequestId"]
    assert answer.headers["Content-Type"] == "application/json"
    UUID(content["RequestID"])
    return answer.status, answer.headers["x-amzn-ErrorType"], content["Message"]


def new_app(dispatcher: Dispatcher) -> str:
    app = json.loads(ask(dispatcher, "POST", "/v1/apps", {"Name": "shop"}).body)
    return str(app["Id"])


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "",
        "/v1",
        "//v1/apps",
        "http://[",
        "/v2/apps",
        "/v1/apps/",
        "/v1/apps//campaigns",
        "/v1/apps/x/nope",
        "/v1/apps/x/",
    ],
)
def test_an_unknown_path_is_a_404(dispatcher: Dispatcher, target: str) -> None:
    status, code, message = refused(ask(dispatcher, "GET", target))
    assert (status, code) == (404, "NotFoundException")
    assert message == f"No operation has the path {target}"


@pytest.mark.parametrize(
    ("method", "target"),
    [
        ("DELETE", "/v1/apps"),
        ("PATCH", "/v1/apps/x"),
        ("POST", "/v1/apps/x/endpoints"),
        ("get", "/v1/apps"),
    ],
)
def test_a_known_path_with_another_method_is_a_405(
    dispatcher: Dispatcher, method: str, target: str
) -> None:
    status, code, message = refused(ask(dispatcher, method, target))
    assert (status, code) == (405, "MethodNotAllowedException")
    assert method in message


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b'{"Name": }',
        b"\xff\xfe",
        b'{"Name": "\xff"}',
        b'{"Name": NaN}',
        b"[" * 100_000,
        b'{"Name": ' + b"9" * 5000 + b"}",
    ],
)
def test_broken_json_is_a_400(dispatcher: Dispatcher, body: bytes) -> None:
    status, code, message = refused(ask(dispatcher, "POST", "/v1/apps", body))
    assert (status, code) == (400, "BadRequestException")
    assert "not valid JSON" in message


@pytest.mark.parametrize("body", [b"[]", b'"x"', b"7", b"null", b"true"])
def test_a_body_that_is_no_object_is_a_400(dispatcher: Dispatcher, body: bytes) -> None:
    status, code, message = refused(ask(dispatcher, "POST", "/v1/apps", body))
    assert (status, code) == (400, "BadRequestException")
    assert "expected an object" in message


@pytest.mark.parametrize("body", [b"", b" \n"])
def test_an_empty_body_where_one_is_needed_is_a_400(dispatcher: Dispatcher, body: bytes) -> None:
    target = f"/v1/apps/{new_app(dispatcher)}/channels/sms"
    status, code, message = refused(ask(dispatcher, "PUT", target, body))
    assert (status, code) == (400, "BadRequestException")
    assert "needs a body" in message


def test_a_body_where_none_is_needed_is_ignored(dispatcher: Dispatcher) -> None:
    assert ask(dispatcher, "GET", "/v1/apps", b"{broken").status == 200


def test_a_body_over_7_megabytes_is_a_413(dispatcher: Dispatcher) -> None:
    body = b'{"Name": "' + b"x" * Quotas().body_bytes + b'"}'
    assert refused(ask(dispatcher, "POST", "/v1/apps", body))[:2] == (
        413,
        "PayloadTooLargeException",
    )


UNFIT: list[tuple[str, dict[str, Any], str]] = [
    ("", {}, "Name is required"),
    ("", {"Name": None}, "Name is required"),
    ("", {"Name": 7}, "Name: expected a string, got a number"),
    ("", {"Name": "x", "tags": []}, "tags: expected an object, got an array"),
    ("", {"Name": "x", "tags": {"a": 1}}, "tags['a']: expected a string, got a number"),
    ("campaigns", {"HoldoutPercent": "5"}, "HoldoutPercent: expected a 32-bit integer"),
    ("campaigns", {"HoldoutPercent": 5.5}, "HoldoutPercent: expected a 32-bit integer"),
    ("campaigns", {"HoldoutPercent": True}, "expected a 32-bit integer, got a boolean"),
    ("campaigns", {"HoldoutPercent": 2**31}, "HoldoutPercent: expected a 32-bit integer"),
    ("campaigns", {"IsPaused": "no"}, "IsPaused: expected a boolean, got a string"),
    ("campaigns", {"Schedule": {}}, "Schedule.StartTime is required"),
    ("campaigns", {"Schedule": "now"}, "Schedule: expected an object, got a string"),
    ("campaigns", {"AdditionalTreatments": {}}, "AdditionalTreatments: expected an array"),
    ("campaigns", {"AdditionalTreatments": [{}]}, "AdditionalTreatments[0].SizePercent is"),
    ("campaigns", {"AdditionalTreatments": [None]}, "[0]: expected an object, got null"),
    ("campaigns", {"Hook": {"Mode": "MAYBE"}}, "Hook.Mode: 'MAYBE' is not one of DELIVERY"),
    (
        "messages",
        {"MessageConfiguration": {"EmailMessage": {"RawEmail": {"Data": "no base 64!"}}}},
        "MessageConfiguration.EmailMessage.RawEmail.Data: expected Base64 text",
    ),
    (
        "messages",
        {"MessageConfiguration": {}, "Addresses": {"+1": {"ChannelType": "SNS"}}},
        "Addresses['+1'].ChannelType: 'SNS' is not one of",
    ),
]


@pytest.mark.parametrize(("target", "body", "message"), UNFIT)
def test_a_body_against_its_shape_is_a_400_that_names_the_member(
    dispatcher: Dispatcher, target: str, body: dict[str, Any], message: str
) -> None:
    path = f"/v1/apps/{new_app(dispatcher)}/{target}" if target else "/v1/apps"
    status, code, text = refused(ask(dispatcher, "POST", path, body))
    assert (status, code) == (400, "BadRequestException")
    assert message in text


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'{"Metrics": {"m": 1e999}}', "Metrics['m']: expected a number"),
        (b'{"Metrics": {"m": ' + b"9" * 400 + b"}}", "Metrics['m']: expected a number"),
        (b'{"Metrics": {"m": "1"}}', "Metrics['m']: expected a number, got a string"),
        (b'{"Attributes": {"a": "x"}}', "Attributes['a']: expected an array, got a string"),
        (b'{"Attributes": {"a": [1]}}', "Attributes['a'][0]: expected a string"),
    ],
)
def test_numbers_must_be_finite_and_attribute_values_lists(
    dispatcher: Dispatcher, body: bytes, message: str
) -> None:
    answer = ask(dispatcher, "PUT", f"/v1/apps/{new_app(dispatcher)}/endpoints/e", body)
    status, _, text = refused(answer)
    assert status == 400
    assert message in text


def test_a_wrong_value_is_not_repeated_in_the_refusal(dispatcher: Dispatcher) -> None:
    body = {"ClientId": ["s3cret"], "ClientSecret": {"s3cret": 1}}
    answer = ask(dispatcher, "PUT", f"/v1/apps/{new_app(dispatcher)}/channels/adm", body)
    assert answer.status == 400
    assert b"s3cret" not in answer.body


def test_unknown_members_and_nulls_are_ignored(dispatcher: Dispatcher) -> None:
    body = {"Name": "x", "Bogus": {"a": 1}, "tags": None}
    answer = ask(dispatcher, "POST", "/v1/apps", body)
    assert answer.status == 201
    assert "Bogus" not in json.loads(answer.body)


def test_a_null_in_a_map_is_ignored(dispatcher: Dispatcher) -> None:
    target = f"/v1/apps/{new_app(dispatcher)}/endpoints/e"
    body = {"Attributes": {"a": None, "b": ["1"]}}
    assert ask(dispatcher, "PUT", target, body).status == 202
    assert json.loads(ask(dispatcher, "GET", target).body)["Attributes"] == {"b": ["1"]}


def test_text_beyond_ascii_comes_back(dispatcher: Dispatcher) -> None:
    app = new_app(dispatcher)
    body = {"Address": "ü\U0001f600\x00"}
    target = f"/v1/apps/{app}/endpoints/%F0%9F%98%80"
    assert ask(dispatcher, "PUT", target, body).status == 202
    endpoint = json.loads(ask(dispatcher, "GET", target).body)
    assert (endpoint["Id"], endpoint["Address"]) == ("\U0001f600", "ü\U0001f600\x00")


def test_half_a_surrogate_pair_breaks_nothing(dispatcher: Dispatcher) -> None:
    app = new_app(dispatcher)
    body = b'{"Item": [{"Id": "\\ud800", "Address": "\\ud800"}]}'
    assert ask(dispatcher, "PUT", f"/v1/apps/{app}/endpoints", body).status == 202


def test_a_bug_is_a_500_that_shows_itself(
    dispatcher: Dispatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> dict[str, Any]:
        raise KeyError("what was missing")

    monkeypatch.setitem(HANDLERS, "GetApps", broken)
    status, code, message = refused(ask(dispatcher, "GET", "/v1/apps"))
    assert (status, code) == (500, "InternalServerErrorException")
    assert message == "KeyError: 'what was missing'"


def test_after_a_bug_the_service_lives(
    dispatcher: Dispatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> dict[str, Any]:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setitem(HANDLERS, "GetApps", broken)
        assert ask(dispatcher, "GET", "/v1/apps").status == 500
    assert ask(dispatcher, "GET", "/v1/apps").status == 200


def test_one_call_is_served_at_a_time(
    dispatcher: Dispatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = [0]
    most = [0]

    def slow(_: object) -> dict[str, Any]:
        inside[0] += 1
        for _turn in range(2000):
            most[0] = max(most[0], inside[0])
        inside[0] -= 1
        return {}

    monkeypatch.setitem(HANDLERS, "GetApps", slow)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(ask, [dispatcher] * 200, ["GET"] * 200, ["/v1/apps"] * 200))
    finally:
        sys.setswitchinterval(interval)
    assert most == [1]


def test_secrets_are_not_even_kept() -> None:
    account = Account("us-east-1", "123456789012", Ids(0))
    dispatcher = dispatcher_of(account)
    channels = f"/v1/apps/{new_app(dispatcher)}/channels"
    body = {"ClientId": "s3cret", "ClientSecret": "s3cret"}
    assert ask(dispatcher, "PUT", f"{channels}/adm", body).status == 200
    body = {"Certificate": "s3cret", "PrivateKey": "s3cret", "TokenKey": "s3cret"}
    assert ask(dispatcher, "PUT", f"{channels}/apns", body).status == 200
    assert "APNS" in repr(account)
    assert "s3cret" not in repr(account)


def test_unknown_query_keys_are_ignored_and_the_last_value_counts(dispatcher: Dispatcher) -> None:
    for _ in range(3):
        new_app(dispatcher)
    answer = ask(dispatcher, "GET", "/v1/apps?nope=1&page-size=1&page-size=2")
    assert len(json.loads(answer.body)["Item"]) == 2
