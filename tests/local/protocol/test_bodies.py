from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.model import StructureShape

from pinpoint_sdk.local.protocol.bodies import parse_body, serialize
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.service_model import service_model


def shape(name: str) -> StructureShape:
    found = service_model().shape_for(name)
    assert isinstance(found, StructureShape)
    return found


@pytest.mark.parametrize("value", ["2017-09-27T12:00:00Z", 1506513600, 1506513600.5])
def test_a_timestamp_is_text_or_a_number(value: object) -> None:
    body = {"StartTime": value}
    assert parse_body(json.dumps(body).encode(), shape("JourneySchedule")) == body


@pytest.mark.parametrize("value", [True, [], {}])
def test_anything_else_is_no_timestamp(value: object) -> None:
    with pytest.raises(BadRequest, match="StartTime: expected a timestamp"):
        parse_body(json.dumps({"StartTime": value}).encode(), shape("JourneySchedule"))


def test_a_blob_is_base64_text() -> None:
    body = b'{"Data": "aGVsbG8="}'
    assert parse_body(body, shape("RawEmail")) == {"Data": "aGVsbG8="}
    with pytest.raises(BadRequest, match="Data: expected Base64 text, got a number"):
        parse_body(b'{"Data": 7}', shape("RawEmail"))


def test_bodies_go_by_wire_names_where_they_differ_from_member_names() -> None:
    condition = shape("SimpleCondition")
    assert "SegmentDimensions" in condition.members
    document: dict[str, Any] = {"segmentDimensions": {}}
    assert parse_body(json.dumps(document).encode(), condition) == document
    assert serialize({**document, "SegmentDimensions": {}}, condition) == document
    with pytest.raises(BadRequest, match="segmentDimensions: expected an object"):
        parse_body(b'{"segmentDimensions": 1}', condition)
