"""Validation of phone numbers, by the metadata of the ``phonenumbers`` library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from pinpoint_sdk.local.engine.call import Call
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.protocol.errors import BadRequest, MissingDependency
from pinpoint_sdk.local.protocol.types import JSON

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_PHONE_TYPE_CODES = {"MOBILE": 0, "LANDLINE": 1, "VOIP": 2, "INVALID": 3, "OTHER": 4}

_LANGUAGE = "en"
_NORTH_AMERICA = 1


@operation("PhoneNumberValidate")
def phone_number_validate(call: Call) -> JSON:
    """What the numbering plans say about a phone number, always HTTP 200.

    IsoCountryCode is for a number in national form; without it the digits are read as
    international, with or without the plus. A number that may be mobile or fixed, as all of North
    America, is MOBILE. What a plan does not say (a ZipCode never, a City seldom) is left out.
    """
    text = call.body.get("PhoneNumber", "").strip()
    country = call.body.get("IsoCountryCode", "").strip().upper()
    if not text:
        raise BadRequest("PhoneNumber is required")
    answer: JSON = {"OriginalPhoneNumber": text}
    if country:
        answer["OriginalCountryCodeIso2"] = country
    number = _read(text, country)
    return {**answer, **(_invalid() if number is None else _described(number))}


def _invalid() -> JSON:
    return {"PhoneType": "INVALID", "PhoneTypeCode": _PHONE_TYPE_CODES["INVALID"]}


def _read(text: str, country: str) -> PhoneNumber | None:
    """Parse a number; None if there is no such number."""
    try:
        import phonenumbers
    except ImportError as error:
        raise MissingDependency(
            "PhoneNumberValidate needs the phonenumbers library: pip install 'pinpoint-sdk[local]'"
        ) from error
    if not country and not text.startswith("+"):
        text = f"+{text}"
    try:
        number = phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def _described(number: PhoneNumber) -> JSON:
    from phonenumbers import PhoneNumberFormat, carrier, format_number, region_code_for_number

    phone_type = _phone_type(number)
    national = format_number(number, PhoneNumberFormat.NATIONAL)
    known = {
        **_place(number),
        "Carrier": carrier.name_for_number(number, _LANGUAGE),
        "CleansedPhoneNumberE164": format_number(number, PhoneNumberFormat.E164),
        "CleansedPhoneNumberNational": "".join(filter(str.isdigit, national)),
        "CountryCodeIso2": region_code_for_number(number),
        "CountryCodeNumeric": str(number.country_code),
        "Timezone": _zone(number),
    }
    return {
        **{name: value for name, value in known.items() if value},
        "PhoneType": phone_type,
        "PhoneTypeCode": _PHONE_TYPE_CODES[phone_type],
    }


def _phone_type(number: PhoneNumber) -> str:
    from phonenumbers import PhoneNumberType, number_type

    return {
        PhoneNumberType.MOBILE: "MOBILE",
        PhoneNumberType.FIXED_LINE_OR_MOBILE: "MOBILE",
        PhoneNumberType.FIXED_LINE: "LANDLINE",
        PhoneNumberType.VOIP: "VOIP",
    }.get(number_type(number), "OTHER")


def _zone(number: PhoneNumber) -> str | None:
    """The time zone, or the first one of those that the number may be in."""
    from phonenumbers import is_number_geographical, timezone

    zones = cast("Sequence[str]", timezone.time_zones_for_number(number))
    if len(zones) > 1 and _phone_type(number) == "OTHER" and not is_number_geographical(number):
        return None
    return zones[0] if zones[0] != timezone.UNKNOWN_TIMEZONE else None


def _place(number: PhoneNumber) -> dict[str, str]:
    """Country and City as far as the number says; the metadata have no County.

    North American places read "Seattle, WA", or a state alone where the town is not known.
    """
    from phonenumbers import geocoder

    country = geocoder.country_name_for_number(number, _LANGUAGE)
    place = geocoder.description_for_number(number, _LANGUAGE)
    city, comma, _ = place.partition(", ")
    if number.country_code == _NORTH_AMERICA:
        return {"Country": country, "City": city if comma else ""}
    return {"Country": country, "City": "" if place == country else place}
