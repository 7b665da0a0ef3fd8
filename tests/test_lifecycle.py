"""What AWS still runs: the reading is complete, and methods and errors tell it."""

from __future__ import annotations

import pickle
import sys
import traceback
from collections import Counter

import pytest
from botocore import xform_name

from pinpoint_sdk import PinpointClient
from pinpoint_sdk.errors import ServiceError
from pinpoint_sdk.lifecycle import ENDED_ON, LIFECYCLES
from tests.support.loopback import Loopback
from tests.support.operations import OPERATIONS

SENTENCES = {
    "RUNS": "AWS still runs it.",
    "UNCLEAR": "Whether AWS still runs it is unclear.",
    "ENDED": f"AWS ended it on {ENDED_ON}.",
}


def test_every_operation_is_read_once() -> None:
    assert {*LIFECYCLES} == {*OPERATIONS}
    assert Counter(each.status for each in LIFECYCLES.values()) == {
        "RUNS": 39,
        "UNCLEAR": 1,
        "ENDED": 82,
    }


def test_what_ended_names_what_aws_points_to() -> None:
    assert Counter(each.successor for each in LIFECYCLES.values() if each.status == "ENDED") == {
        "Amazon Connect (outbound campaigns, Customer Profiles)": 75,
        "Amazon Kinesis": 4,
        "Amazon SES": 3,
    }
    assert all(each.successor is None for each in LIFECYCLES.values() if each.status != "ENDED")


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_docstring_of_each_method_tells_it(operation: str) -> None:
    methods = [
        getattr(PinpointClient, name)
        for name in dir(PinpointClient)
        if f"``{operation}``." in (getattr(PinpointClient, name).__doc__ or "")
    ]
    assert xform_name(operation) in {method.__name__ for method in methods}
    sentence = SENTENCES[LIFECYCLES[operation].status]
    for method in methods:
        assert f"AWS operation: ``{operation}``. {sentence}" in method.__doc__


def test_an_error_on_an_ended_operation_carries_a_note(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    loopback.answer({"Message": "No."}, 403, {"x-amzn-ErrorType": "ForbiddenException"})

    with pytest.raises(ServiceError) as caught:
        pinpoint.get_campaigns("app")

    assert caught.value.lifecycle == LIFECYCLES["GetCampaigns"]
    if sys.version_info >= (3, 11):
        note = (
            "AWS ended it on 2026-10-30; it points to "
            "Amazon Connect (outbound campaigns, Customer Profiles)."
        )
        assert caught.value.__notes__ == [note]
        assert note in "".join(traceback.format_exception(caught.value))


def test_an_error_on_an_operation_that_goes_on_carries_none(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    loopback.answer({"Message": "No."}, 403, {"x-amzn-ErrorType": "ForbiddenException"})

    with pytest.raises(ServiceError) as caught:
        pinpoint.get_app("app")

    assert not hasattr(caught.value, "__notes__")
    assert caught.value.lifecycle == LIFECYCLES["GetApp"]


def test_the_note_survives_pickling(pinpoint: PinpointClient, loopback: Loopback) -> None:
    loopback.answer({"Message": "No."}, 403, {"x-amzn-ErrorType": "ForbiddenException"})
    with pytest.raises(ServiceError) as caught:
        pinpoint.get_campaigns("app")

    copy = pickle.loads(pickle.dumps(caught.value))

    assert getattr(copy, "__notes__", None) == getattr(caught.value, "__notes__", None)
