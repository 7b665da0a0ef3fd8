"""Models as the JSON that travels: what is accepted, and what comes out."""

from __future__ import annotations

import enum
import json
from collections import OrderedDict
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from botocore.serialize import create_serializer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pinpoint_sdk import models, unstructure
from pinpoint_sdk._codec.json_writer import Unwritable, json_writer
from pinpoint_sdk._codec.validation import check
from pinpoint_sdk.models import (
    AddressConfiguration,
    CampaignLimits,
    EndpointRequest,
    JourneySchedule,
    MessageRequest,
)
from pinpoint_sdk.models.base import Model, members
from tests.support.operations import OPERATIONS, body_key, path_keys
from tests.support.service_model import service_model
from tests.support.strategies import JUNK, instances

WITH_BODY = [name for name in OPERATIONS if body_key(service_model().operation_model(name))]

random = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def written(model: Model) -> str:
    return json_writer(type(model))(model)


@pytest.mark.parametrize("name", WITH_BODY)
@random
@given(data=st.data())
def test_the_text_of_any_request_is_the_one_that_boto3_writes(
    name: str, data: st.DataObject
) -> None:
    operation = service_model().operation_model(name)
    body = str(body_key(operation))
    model = data.draw(instances(getattr(models, body)))

    path = dict.fromkeys(path_keys(operation), "id")
    request = create_serializer("rest-json").serialize_to_request(
        {**path, body: unstructure(model)}, operation
    )

    assert written(model).encode() == request["body"]


@pytest.mark.parametrize("name", WITH_BODY)
@random
@given(data=st.data())
def test_what_the_writer_refuses_is_what_the_check_finds_wrong(
    name: str, data: st.DataObject
) -> None:
    cls = getattr(models, str(body_key(service_model().operation_model(name))))
    model = spoiled(data, data.draw(instances(cls)))

    try:
        json_writer(cls)(model)
    except Unwritable:
        assert check(cls)(model)
    else:
        assert not check(cls)(model)


def spoiled(data: st.DataObject, model: Model) -> Model:
    """The model with any value in place of one of its own, at any depth."""
    member = data.draw(st.sampled_from(members(type(model))))
    value = getattr(model, member.name)
    inside = isinstance(value, Model) and data.draw(st.booleans())
    setattr(model, member.name, spoiled(data, value) if inside else data.draw(ANYTHING))
    return model


class Channel(str, enum.Enum):
    SMS = "SMS"


class Text(str):
    __slots__ = ()


ODD_VALUES: list[Any] = [
    Channel.SMS,
    Text("text"),
    b"bytes",
    (),
    ("a", "b"),
    {1: "key is no text"},
    {"a": "b"},
    {"a": ["b"]},
    {"a": ("b",)},
    OrderedDict[str, Any](a=["b"]),
    [["nested"]],
    10**400,
    float("nan"),
    float("inf"),
    datetime(2026, 1, 1),
    datetime(2026, 1, 1, tzinfo=timezone.utc),
    CampaignLimits(daily=1),
    AddressConfiguration(),
]
ANYTHING = JUNK | st.sampled_from(ODD_VALUES)


def test_another_model_is_refused() -> None:
    with pytest.raises(Unwritable):
        json_writer(MessageRequest)(EndpointRequest())


def test_a_subclass_of_a_model_is_written() -> None:
    class Limits(CampaignLimits):
        pass

    assert json_writer(CampaignLimits)(Limits(daily=1)) == '{"Daily": 1}'


def test_values_of_kindred_types_are_written_as_boto3_writes_them() -> None:
    address: Any = Channel.SMS
    attributes: Any = OrderedDict[str, Any](cars=("fast", Text("red")))
    model = EndpointRequest(address=address, attributes=attributes, metrics={"age": 34})

    assert json.loads(written(model)) == {
        "Address": "SMS",
        "Attributes": {"cars": ["fast", "red"]},
        "Metrics": {"age": 34},
    }


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc), "2026-01-02T03:04:05Z"),
        (datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=timezone.utc), "2026-01-02T03:04:05.000006Z"),
        (
            datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2))),
            "2026-01-02T03:04:05+02:00",
        ),
    ],
)
def test_a_timestamp_is_written_with_its_offset(moment: datetime, text: str) -> None:
    assert json.loads(written(JourneySchedule(start_time=moment))) == {"StartTime": text}
