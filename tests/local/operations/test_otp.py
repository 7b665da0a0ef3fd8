from __future__ import annotations

import re
from typing import Any

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from tests.local.support.boto import APP_NOT_FOUND, Boto, is_bad_request, refusal

PHONE = "+15555550100"


def parameters(**changes: Any) -> dict[str, Any]:
    given = {
        "BrandName": "Shop",
        "Channel": "SMS",
        "DestinationIdentity": PHONE,
        "OriginationIdentity": "+15555550101",
        "ReferenceId": "login",
        **changes,
    }
    return {name: value for name, value in given.items() if value is not None}


def send(client: Boto, app: str, service: LocalPinpoint, **changes: Any) -> str:
    """Send a code, and read it in the inbox."""
    client.send_otp_message(
        ApplicationId=app, SendOTPMessageRequestParameters=parameters(**changes)
    )
    code = service.inbox.last.otp
    assert code is not None
    return code


def verify(client: Boto, app: str, code: str, phone: str = PHONE, reference: str = "login") -> bool:
    answer = client.verify_otp_message(
        ApplicationId=app,
        VerifyOTPMessageRequestParameters={
            "DestinationIdentity": phone,
            "Otp": code,
            "ReferenceId": reference,
        },
    )
    return bool(answer["VerificationResponse"]["Valid"])


def test_a_code_is_sent_and_verified_once(client: Boto, shop: str, service: LocalPinpoint) -> None:
    answer = client.send_otp_message(
        ApplicationId=shop, SendOTPMessageRequestParameters=parameters(EntityId="e", TemplateId="t")
    )["MessageResponse"]
    assert answer["Result"][PHONE]["DeliveryStatus"] == "SUCCESSFUL"
    message = service.inbox.last
    assert (message.address, message.sent_by) == (PHONE, "SendOTPMessage")
    assert re.match(r"\d{6} is your Shop ", message.body)
    assert message.otp == message.body[:6]
    assert (message.document["EntityId"], message.document["TemplateId"]) == ("e", "t")
    code = message.otp
    assert code is not None
    assert verify(client, shop, code)
    assert not verify(client, shop, code)


def test_a_code_belongs_to_its_number_and_reference(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    code = send(client, shop, service)
    assert not verify(client, shop, code, phone="+15555550102")
    assert not verify(client, shop, code, reference="other")
    assert verify(client, shop, code)


def test_a_new_code_takes_the_place_of_the_old_one(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    old, new = send(client, shop, service), send(client, shop, service)
    assert old != new
    assert not verify(client, shop, old)
    assert verify(client, shop, new)


@pytest.mark.parametrize(("given", "minutes"), [(None, 15), (5, 5), (60, 60)])
def test_a_code_runs_out(
    client: Boto,
    shop: str,
    service: LocalPinpoint,
    clock: Clock,
    given: int | None,
    minutes: int,
) -> None:
    code = send(client, shop, service, ValidityPeriod=given)
    clock.advance(minutes=minutes, seconds=-0.001)
    assert verify(client, shop, code)
    code = send(client, shop, service, ValidityPeriod=given)
    clock.advance(minutes=minutes)
    assert not verify(client, shop, code)


@pytest.mark.parametrize(("given", "attempts"), [(None, 3), (1, 1), (5, 5)])
def test_wrong_codes_use_it_up(
    client: Boto, shop: str, service: LocalPinpoint, given: int | None, attempts: int
) -> None:
    for wrong, valid in ((attempts - 1, True), (attempts, False)):
        code = send(client, shop, service, AllowedAttempts=given)
        for _ in range(wrong):
            assert not verify(client, shop, "x")
        assert verify(client, shop, code) is valid


@pytest.mark.parametrize("length", [5, 8])
def test_a_code_is_as_long_as_it_is_asked_for(
    client: Boto, shop: str, service: LocalPinpoint, length: int
) -> None:
    assert len(send(client, shop, service, CodeLength=length)) == length


def test_codes_differ(client: Boto, shop: str, service: LocalPinpoint) -> None:
    codes = [send(client, shop, service) for _ in range(20)]
    assert len({*codes}) > 15


def test_a_code_that_is_not_delivered_is_not_kept(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    first = send(client, shop, service)
    service.failures.deliver(PHONE, status="OPT_OUT", times=1)
    answer = client.send_otp_message(
        ApplicationId=shop, SendOTPMessageRequestParameters=parameters()
    )["MessageResponse"]
    assert answer["Result"][PHONE]["DeliveryStatus"] == "OPT_OUT"
    assert len(service.inbox) == 1
    assert verify(client, shop, first)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"Channel": "VOICE"}, ("Channel", "SMS")),
        ({"BrandName": ""}, ("BrandName", "1 to 20")),
        ({"BrandName": "x" * 21}, ("BrandName", "got 21")),
        ({"ReferenceId": "x" * 49}, ("ReferenceId", "1 to 48")),
        ({"CodeLength": 4}, ("CodeLength", "5 to 8", "got 4")),
        ({"CodeLength": 9}, ("CodeLength",)),
        ({"ValidityPeriod": 4}, ("ValidityPeriod", "5 to 60")),
        ({"AllowedAttempts": 6}, ("AllowedAttempts", "1 to 5")),
        ({"DestinationIdentity": ""}, ("DestinationIdentity",)),
        ({"OriginationIdentity": ""}, ("OriginationIdentity",)),
    ],
)
def test_what_is_out_of_range_is_refused(
    client: Boto, shop: str, service: LocalPinpoint, changes: dict[str, Any], words: tuple[str, ...]
) -> None:
    found = refusal(
        client.send_otp_message,
        ApplicationId=shop,
        SendOTPMessageRequestParameters=parameters(**changes),
    )
    assert is_bad_request(found, *words)
    assert len(service.inbox) == 0


def test_a_missing_project_is_a_404(client: Boto) -> None:
    found = refusal(
        client.send_otp_message,
        ApplicationId="none",
        SendOTPMessageRequestParameters=parameters(),
    )
    assert found == APP_NOT_FOUND
