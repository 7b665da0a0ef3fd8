from __future__ import annotations

import sys
from typing import Any

import pytest

from tests.local.support.boto import Boto, is_bad_request, refusal


def validate(client: Boto, number: str, country: str = "") -> dict[str, Any]:
    request = {"PhoneNumber": number, **({"IsoCountryCode": country} if country else {})}
    answer = client.phone_number_validate(NumberValidateRequest=request)
    found: dict[str, Any] = answer["NumberValidateResponse"]
    return found


def test_a_number_is_described(client: Boto) -> None:
    assert validate(client, "+1 206-682-0142") == {
        "City": "Seattle",
        "CleansedPhoneNumberE164": "+12066820142",
        "CleansedPhoneNumberNational": "2066820142",
        "Country": "United States",
        "CountryCodeIso2": "US",
        "CountryCodeNumeric": "1",
        "OriginalPhoneNumber": "+1 206-682-0142",
        "PhoneType": "MOBILE",
        "PhoneTypeCode": 0,
        "Timezone": "America/Los_Angeles",
    }


@pytest.mark.parametrize(
    ("number", "country", "expected"),
    [
        ("030 303986300", "de", {"PhoneType": "LANDLINE", "PhoneTypeCode": 1, "City": "Berlin"}),
        ("+49 1512 3456789", "", {"PhoneType": "MOBILE", "CountryCodeIso2": "DE"}),
        ("4915123456789", "", {"CleansedPhoneNumberE164": "+4915123456789"}),
        ("+44 56 0000 0000", "", {"PhoneType": "VOIP", "PhoneTypeCode": 2}),
        ("+1 800 234 5678", "", {"PhoneType": "OTHER", "PhoneTypeCode": 4}),
    ],
)
def test_numbers_of_other_kinds(
    client: Boto, number: str, country: str, expected: dict[str, Any]
) -> None:
    found = validate(client, number, country)
    assert {name: found.get(name) for name in expected} == expected
    assert found.get("OriginalCountryCodeIso2", "") == country.upper()


@pytest.mark.parametrize("number", ["123", "+999", "no number", "+1555", "9" * 400, "+٤٩"])
def test_what_is_no_number_is_invalid_and_no_error(client: Boto, number: str) -> None:
    found = validate(client, number)
    assert found == {
        "OriginalPhoneNumber": number,
        "PhoneType": "INVALID",
        "PhoneTypeCode": 3,
    }


def test_a_number_is_required(client: Boto) -> None:
    for request in ({}, {"PhoneNumber": " "}):
        found = refusal(client.phone_number_validate, NumberValidateRequest=request)
        assert is_bad_request(found, "PhoneNumber is required")


def test_without_the_library_it_says_what_to_install(
    client: Boto, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "phonenumbers", None)
    status, code, message = refusal(
        client.phone_number_validate, NumberValidateRequest={"PhoneNumber": "+12065550142"}
    )
    assert (status, code) == (501, "LocalPinpointMissingException")
    assert "pip install 'pinpoint-sdk[local]'" in message
