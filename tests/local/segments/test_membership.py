"""Who is in a segment, asked the way a user finds out: by whom a campaign or message reaches."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from tests.local.support.boto import NOT_FOUND, Boto, is_bad_request, refusal
from tests.local.support.segments import people

PEOPLE: dict[str, dict[str, Any]] = {
    "ana": {
        "Address": "+15555550100",
        "ChannelType": "SMS",
        "Attributes": {"plan": ["gold"], "tags": ["chess", "green tea"], "born": ["1990-05-01"]},
        "Demographic": {"Platform": "ios", "Make": "Apple"},
        "Location": {"Country": "US", "Latitude": 47.6, "Longitude": -122.3},
        "Metrics": {"visits": 12.0},
        "User": {"UserId": "ana", "UserAttributes": {"lang": ["pt"]}},
    },
    "li": {
        "Address": "token",
        "ChannelType": "GCM",
        "Attributes": {"plan": ["silver"], "born": ["1995-01-01T00:00:00Z"]},
        "Demographic": {"Platform": "android"},
        "Location": {"Country": "CN", "Latitude": 31.2, "Longitude": 121.5},
        "Metrics": {"visits": 3.0},
    },
    "bare": {"Attributes": {"born": ["0001-01-01T00:00:00+05:00"]}},
}


@pytest.fixture
def shop(client: Boto, app: str) -> str:
    """A project with three endpoints."""
    for name, endpoint in PEOPLE.items():
        client.update_endpoint(ApplicationId=app, EndpointId=name, EndpointRequest=endpoint)
    return app


def new_segment(client: Boto, app: str, **segment: Any) -> str:
    answer = client.create_segment(
        ApplicationId=app, WriteSegmentRequest={"Name": "segment", **segment}
    )
    return str(answer["SegmentResponse"]["Id"])


def exclusive(*values: str) -> dict[str, Any]:
    return {"DimensionType": "EXCLUSIVE", "Values": [*values]}


def inclusive(*values: str) -> dict[str, Any]:
    return {"DimensionType": "INCLUSIVE", "Values": [*values]}


def attribute(kind: str | None, *values: str) -> dict[str, Any]:
    return {**({"AttributeType": kind} if kind else {}), "Values": [*values]}


def metric(operator: str, value: float) -> dict[str, Any]:
    return {"ComparisonOperator": operator, "Value": value}


def point(latitude: float, longitude: float, **reach: float) -> dict[str, Any]:
    return {"Coordinates": {"Latitude": latitude, "Longitude": longitude}, **reach}


DIMENSIONS: list[tuple[dict[str, Any], str]] = [
    ({}, "ana li bare"),
    ({"Attributes": {"plan": attribute(None, "gold", "tin")}}, "ana"),
    ({"Attributes": {"plan": attribute("INCLUSIVE", "gold")}}, "ana"),
    ({"Attributes": {"plan": attribute("EXCLUSIVE", "gold")}}, "li bare"),
    ({"Attributes": {"tags": attribute("CONTAINS", "tea")}}, "ana"),
    ({"Attributes": {"born": attribute("BEFORE", "1995-01-01")}}, "ana"),
    ({"Attributes": {"born": attribute("BEFORE", "1980-01-01", "1995-01-01")}}, "ana"),
    ({"Attributes": {"born": attribute("AFTER", "1990-05-01")}}, "li"),
    ({"Attributes": {"born": attribute("ON", "1995-01-01")}}, "li"),
    ({"Attributes": {"born": attribute("BETWEEN", "1990-05-01", "1995-01-01")}}, "ana li"),
    ({"Attributes": {"plan": attribute("BEFORE", "1995-01-01")}}, ""),
    ({"UserAttributes": {"lang": attribute(None, "pt")}}, "ana"),
    ({"Metrics": {"visits": metric("EQUAL", 3)}}, "li"),
    ({"Metrics": {"visits": metric("GREATER_THAN", 3)}}, "ana"),
    ({"Metrics": {"visits": metric("GREATER_THAN_OR_EQUAL", 3)}}, "ana li"),
    ({"Metrics": {"visits": metric("LESS_THAN", 12)}}, "li"),
    ({"Metrics": {"visits": metric("LESS_THAN_OR_EQUAL", 12)}}, "ana li"),
    ({"Metrics": {"spent": metric("LESS_THAN", 12)}}, ""),
    ({"Demographic": {"Channel": inclusive("SMS", "EMAIL")}}, "ana"),
    ({"Demographic": {"Channel": exclusive("SMS")}}, "li bare"),
    ({"Demographic": {"Platform": inclusive("ios"), "Make": inclusive("Apple")}}, "ana"),
    ({"Demographic": {"Platform": inclusive("android"), "Make": inclusive("Apple")}}, ""),
    ({"Location": {"Country": inclusive("US")}}, "ana"),
    ({"Location": {"GPSPoint": point(47.6, -122.3)}}, "ana"),
    ({"Location": {"GPSPoint": point(47.2, -122.4, RangeInKilometers=50)}}, "ana"),
    ({"Location": {"GPSPoint": point(47.2, -122.4, RangeInKilometers=40)}}, ""),
    ({"Location": {"GPSPoint": point(0, 0, RangeInKilometers=21_000)}}, "ana li"),
    (
        {
            "Attributes": {"plan": attribute(None, "gold", "silver")},
            "Metrics": {"visits": metric("LESS_THAN", 5)},
        },
        "li",
    ),
]


@pytest.mark.parametrize(("dimensions", "expected"), DIMENSIONS)
def test_an_endpoint_is_in_where_every_dimension_fits(
    client: Boto, shop: str, service: LocalPinpoint, dimensions: dict[str, Any], expected: str
) -> None:
    segment = new_segment(client, shop, Dimensions=dimensions)
    assert people(service, shop, segment) == expected


def test_recency_goes_by_the_clock(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    def recency(kind: str) -> str:
        behavior = {"Recency": {"Duration": "HR_24", "RecencyType": kind}}
        return new_segment(client, shop, Dimensions={"Behavior": behavior})

    active, inactive = recency("ACTIVE"), recency("INACTIVE")
    assert people(service, shop, active) == "ana li bare"
    clock.advance(hours=24)
    assert people(service, shop, active) == "ana li bare"
    clock.advance(timedelta(milliseconds=1))
    client.update_endpoint(ApplicationId=shop, EndpointId="li", EndpointRequest={})
    assert people(service, shop, active) == "li"
    assert people(service, shop, inactive) == "ana bare"


def group(*dimensions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"Dimensions": [*dimensions], **more}


GOLD = {"Attributes": {"plan": attribute(None, "gold")}}
SILVER = {"Attributes": {"plan": attribute(None, "silver")}}

GROUPS: list[tuple[dict[str, Any], str]] = [
    ({"Groups": [group(GOLD, SILVER)]}, "ana li"),
    ({"Groups": [group(GOLD, SILVER, Type="ANY")]}, "ana li"),
    ({"Groups": [group(GOLD, SILVER, Type="ALL")]}, ""),
    ({"Groups": [group(GOLD, SILVER, Type="NONE")]}, "bare"),
    ({"Groups": [group(GOLD), group(SILVER)]}, ""),
    ({"Groups": [group(GOLD), group(SILVER)], "Include": "ANY"}, "ana li"),
    ({"Groups": [group(GOLD), group(SILVER)], "Include": "ALL"}, ""),
    ({"Groups": [group(GOLD), group(SILVER)], "Include": "NONE"}, "bare"),
    ({"Groups": []}, "ana li bare"),
]


@pytest.mark.parametrize(("groups", "expected"), GROUPS)
def test_groups_are_combined(
    client: Boto, shop: str, service: LocalPinpoint, groups: dict[str, Any], expected: str
) -> None:
    segment = new_segment(client, shop, SegmentGroups=groups)
    assert people(service, shop, segment) == expected


def test_segments_are_based_on_others(client: Boto, shop: str, service: LocalPinpoint) -> None:
    gold = new_segment(client, shop, Dimensions=GOLD)
    silver = new_segment(client, shop, Dimensions=SILVER)
    sources = [{"Id": gold}, {"Id": silver, "Version": 1}]
    phones = {"Demographic": {"Channel": inclusive("SMS")}}
    for source_type, expected in (("ANY", "ana"), ("ALL", ""), ("NONE", "")):
        based = group(phones, SourceSegments=sources, SourceType=source_type)
        segment = new_segment(client, shop, SegmentGroups={"Groups": [based]})
        assert people(service, shop, segment) == expected
    none = group(SourceSegments=sources, SourceType="NONE")
    segment = new_segment(client, shop, SegmentGroups={"Groups": [none]})
    assert people(service, shop, segment) == "bare"
    client.delete_segment(ApplicationId=shop, SegmentId=silver)
    assert people(service, shop, segment) == "li bare", "a deleted source holds nobody"


def test_every_group_has_segments_of_its_own(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    sources = [{"Id": new_segment(client, shop, Dimensions=each)} for each in (GOLD, SILVER)]
    together = {"Groups": [{"SourceSegments": sources}]}
    apart = {"Groups": [{"SourceSegments": [each]} for each in sources], "Include": "ANY"}
    for groups in (together, apart):
        segment = new_segment(client, shop, SegmentGroups=groups)
        assert people(service, shop, segment) == "ana li"


def test_a_version_is_what_it_was(client: Boto, shop: str, service: LocalPinpoint) -> None:
    segment = new_segment(client, shop, Dimensions=GOLD)
    client.update_segment(
        ApplicationId=shop, SegmentId=segment, WriteSegmentRequest={"Dimensions": SILVER}
    )
    assert people(service, shop, segment) == "li"
    assert people(service, shop, segment, 1) == "ana"
    assert people(service, shop, segment, 3) == ""
    assert people(service, shop, "none") == ""


def test_a_segment_is_not_based_on_itself(client: Boto, shop: str) -> None:
    first = new_segment(client, shop)
    groups = {"Groups": [{"SourceSegments": [{"Id": first}]}]}
    second = new_segment(client, shop, SegmentGroups=groups)
    for source in (first, second):
        groups = {"Groups": [{"SourceSegments": [{"Id": source}]}]}
        found = refusal(
            client.update_segment,
            ApplicationId=shop,
            SegmentId=first,
            WriteSegmentRequest={"SegmentGroups": groups},
        )
        assert is_bad_request(found, "based on itself")


@pytest.mark.parametrize(
    ("dimensions", "words"),
    [
        ({"Metrics": {"m": metric("ABOUT", 1)}}, ("ComparisonOperator", "ABOUT", "EQUAL")),
        ({"Attributes": {"a": attribute("BETWEEN", "2020-01-01")}}, ("BETWEEN", "two dates")),
        ({"Attributes": {"a": attribute("BEFORE")}}, ("BEFORE", "a date")),
        ({"UserAttributes": {"a": attribute("ON", "soon")}}, ("UserAttributes.a", "'soon'")),
    ],
)
def test_what_cannot_be_evaluated_is_refused(
    client: Boto, shop: str, dimensions: dict[str, Any], words: tuple[str, ...]
) -> None:
    found = refusal(
        client.create_segment,
        ApplicationId=shop,
        WriteSegmentRequest={"Name": "s", "Dimensions": dimensions},
    )
    assert is_bad_request(found, *words)


def test_segments_have_versions_and_are_deleted(client: Boto, shop: str) -> None:
    segment = new_segment(client, shop, tags={"a": "b"})
    where = {"ApplicationId": shop, "SegmentId": segment}
    updated = client.update_segment(**where, WriteSegmentRequest={"Name": "renamed"})
    assert updated["SegmentResponse"]["Version"] == 2
    versions = client.get_segment_versions(**where)["SegmentsResponse"]["Item"]
    assert [(each["Version"], each["Name"]) for each in versions] == [
        (2, "renamed"),
        (1, "segment"),
    ]
    first = client.get_segment_version(**where, Version="1")["SegmentResponse"]
    assert (first["Name"], first["tags"]) == ("segment", {"a": "b"})
    assert refusal(client.get_segment_version, **where, Version="3") == NOT_FOUND
    assert is_bad_request(refusal(client.get_segment_version, **where, Version="x"), "Version")
    listed = client.get_segments(ApplicationId=shop)["SegmentsResponse"]["Item"]
    assert [each["Id"] for each in listed] == [segment]
    assert client.delete_segment(**where)["SegmentResponse"]["Version"] == 2
    for call in (client.get_segment, client.get_segment_versions, client.delete_segment):
        assert refusal(call, **where) == NOT_FOUND


def test_a_latitude_beyond_the_pole_is_the_place_on_its_other_side(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    beyond = {"Latitude": 169.9, "Longitude": 270.0}
    client.update_endpoint(
        ApplicationId=shop, EndpointId="beyond", EndpointRequest={"Location": beyond}
    )
    segment = new_segment(client, shop, Dimensions={"Location": {"GPSPoint": point(10.1, 90)}})
    assert people(service, shop, segment) == "beyond"
