"""Phone numbers: whether one is valid, of what type, and where it was registered."""

from __future__ import annotations

from typing import Annotated

from attrs import define

from pinpoint_sdk.models.base import Model, Response, Wire


@define(kw_only=True, repr=False)
class NumberValidateRequest(Model):
    """A phone number to look up; body of ``phone_number_validate``.

    AWS shape: ``NumberValidateRequest``.
    """

    iso_country_code: Annotated[str | None, Wire("IsoCountryCode")] = None
    """Country or region where the number was first registered, ISO 3166-1 alpha-2, such as ``US``.
    """
    phone_number: Annotated[str | None, Wire("PhoneNumber")] = None
    """Phone number to look up, with its numeric country code; without one the call may fail."""


@define(kw_only=True, repr=False)
class NumberValidateResponse(Response):
    """What is known about a phone number; returned by ``phone_number_validate``. An invalid number
    is not an error: the call succeeds and ``phone_type`` says ``INVALID``.

    AWS shape: ``NumberValidateResponse``.
    """

    carrier: Annotated[str | None, Wire("Carrier")] = None
    """Carrier that the number belongs to now; in some countries and regions the one it was first
    registered with.
    """
    city: Annotated[str | None, Wire("City")] = None
    """City where the number was first registered."""
    cleansed_phone_number_e164: Annotated[str | None, Wire("CleansedPhoneNumberE164")] = None
    """The number in E.164 form, cleaned up, such as ``+12065550100``."""
    cleansed_phone_number_national: Annotated[str | None, Wire("CleansedPhoneNumberNational")] = (
        None
    )
    """The number, cleaned up, in the format in use where it was first registered."""
    country: Annotated[str | None, Wire("Country")] = None
    """Country or region where the number was first registered, by name."""
    country_code_iso2: Annotated[str | None, Wire("CountryCodeIso2")] = None
    """Country or region where the number was first registered, ISO 3166-1 alpha-2, such as ``US``.
    """
    country_code_numeric: Annotated[str | None, Wire("CountryCodeNumeric")] = None
    """Numeric code of the country or region where the number was first registered."""
    county: Annotated[str | None, Wire("County")] = None
    """County where the number was first registered."""
    original_country_code_iso2: Annotated[str | None, Wire("OriginalCountryCodeIso2")] = None
    """The ``iso_country_code`` of the request."""
    original_phone_number: Annotated[str | None, Wire("OriginalPhoneNumber")] = None
    """The ``phone_number`` of the request."""
    phone_type: Annotated[str | None, Wire("PhoneType")] = None
    """Type of the number: ``MOBILE``, ``LANDLINE``, ``VOIP``, ``INVALID``, ``OTHER`` or
    ``PREPAID``.
    """
    phone_type_code: Annotated[int | None, Wire("PhoneTypeCode")] = None
    """``phone_type`` as a number: ``MOBILE`` 0, ``LANDLINE`` 1, ``VOIP`` 2, ``INVALID`` 3,
    ``OTHER`` 4, ``PREPAID`` 5.
    """
    timezone: Annotated[str | None, Wire("Timezone")] = None
    """Time zone of the place where the number was first registered."""
    zip_code: Annotated[str | None, Wire("ZipCode")] = None
    """Postal or ZIP code of the place where the number was first registered."""
