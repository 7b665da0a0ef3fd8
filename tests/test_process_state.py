"""A call, a client, an import: none of them changes what belongs to the whole process."""

from __future__ import annotations

import gc
import json
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from importlib.util import find_spec
from types import FrameType
from typing import Any

import attrs
import boto3
import pytest
from botocore.config import Config

import pinpoint_sdk
from pinpoint_sdk import PinpointClient, from_json, structure, to_json, unstructure
from pinpoint_sdk.errors import (
    NetworkError,
    NotFoundException,
    UnreadableResponseError,
    ValidationError,
    WaitFailedError,
)
from pinpoint_sdk.models import (
    AddressConfiguration,
    CampaignsResponse,
    DirectMessageConfiguration,
    EndpointLocation,
    EndpointRequest,
    MessageRequest,
    SMSMessage,
)
from tests.support import figures, forks
from tests.support.interrupts import at_every_moment, at_moment, interrupted, moments_of
from tests.support.loopback import Loopback
from tests.support.paths import on_both
from tests.support.process_state import (
    changed_by,
    changed_by_imports,
    collector_state,
    process_state,
)
from tests.support.sessions import REGION

PAGE = {"Item": [{"Id": "c", "State": {}, "Limits": {"Daily": 1}, "tags": {"a": "b"}}] * 2}
MESSAGE = MessageRequest(
    addresses={"+15555550100": AddressConfiguration(channel_type="SMS")},
    message_configuration=DirectMessageConfiguration(sms_message=SMSMessage(body="Hello")),
)
LATITUDE: Any = Decimal("1.5")
ENDPOINT = EndpointRequest(location=EndpointLocation(latitude=LATITUDE), metrics={"a": 1.5})


@attrs.frozen
class Action:
    """Something that users do with a client."""

    answer: object
    """What AWS says to it."""
    do: Callable[[PinpointClient], object]
    status: int = 200
    error: type[Exception] | None = None

    def __call__(self, pinpoint: PinpointClient) -> None:
        if self.error is None:
            self.do(pinpoint)
            return
        with pytest.raises(self.error):
            self.do(pinpoint)


ACTIONS = {
    "get": Action({"Name": "shop"}, lambda pinpoint: pinpoint.get_app("app")),
    "send": Action({"Result": {}}, lambda pinpoint: pinpoint.send_messages("app", MESSAGE)),
    "update": Action(
        {"Message": "ok"}, lambda pinpoint: pinpoint.update_endpoint("a", "e", ENDPOINT)
    ),
    "listing": Action(PAGE, lambda pinpoint: [*pinpoint.iter_campaigns("app")]),
    "wait": Action(
        {"JobStatus": "COMPLETED"},
        lambda pinpoint: pinpoint.wait_until_import_job_completed("app", "job"),
    ),
    "wait in vain": Action(
        {"JobStatus": "FAILED"},
        lambda pinpoint: pinpoint.wait_until_import_job_completed("app", "job"),
        error=WaitFailedError,
    ),
    "refused by AWS": Action(
        {"Message": "Gone"}, lambda pinpoint: pinpoint.get_app("app"), 404, NotFoundException
    ),
    "refused here": Action({}, lambda pinpoint: pinpoint.get_app(""), error=ValidationError),
    "not to be read": Action(
        b"<html>", lambda pinpoint: pinpoint.get_app("app"), error=UnreadableResponseError
    ),
}

CONVERSIONS: dict[str, Callable[[], object]] = {
    "from_json": lambda: from_json(json.dumps(PAGE), CampaignsResponse),
    "structure": lambda: structure(PAGE, CampaignsResponse),
    "to_json": lambda: to_json(ENDPOINT),
    "unstructure": lambda: unstructure(ENDPOINT),
}


@pytest.fixture(autouse=True)
def collector_on() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


@on_both
@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_a_call_changes_nothing(
    pinpoint: PinpointClient, loopback: Loopback, action: Action
) -> None:
    loopback.answer(action.answer, action.status, {"x-amzn-ErrorType": "NotFoundException"})

    assert changed_by(lambda: action(pinpoint)) == []


def test_a_call_that_reaches_nobody_changes_nothing(
    session: boto3.Session, no_retries: Config
) -> None:
    pinpoint = PinpointClient(session=session, config=no_retries, endpoint_url="http://localhost:1")

    def call() -> None:
        with pytest.raises(NetworkError):
            pinpoint.get_app("app")

    assert changed_by(call) == []


@pytest.mark.parametrize("convert", CONVERSIONS.values(), ids=CONVERSIONS)
def test_a_conversion_changes_nothing(convert: Callable[[], object]) -> None:
    assert changed_by(convert) == []


def test_making_and_closing_a_client_changes_nothing(session: boto3.Session) -> None:
    assert changed_by(lambda: PinpointClient(session=session).close()) == []


def test_a_client_of_the_default_session_sets_that_up_and_changes_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)

    assert changed_by(lambda: PinpointClient(REGION)) == ["boto3.DEFAULT_SESSION"]
    assert changed_by(lambda: PinpointClient(REGION)) == []


def test_no_import_changes_anything() -> None:
    modules = [each.name for each in pkgutil.walk_packages(pinpoint_sdk.__path__, "pinpoint_sdk.")]
    public = ["pinpoint_sdk", *(name for name in modules if "._" not in name)]
    if not find_spec("aiobotocore"):  # make async
        public = [name for name in public if not name.startswith("pinpoint_sdk.aio.c")]

    changed = changed_by_imports(public)

    figures.record("modules whose import changes nothing", f"{len(changed)}")
    assert [*changed] == public
    assert {name: what for name, what in changed.items() if what} == {}


def moments_without(state: object, probe: Callable[[], object], run: Callable[[], object]) -> int:
    """Count the moments of a run at which the state is not as it should be."""
    seen: Counter[bool] = Counter()

    def note(frame: FrameType, event: str, arg: object) -> None:
        del frame, event, arg
        seen[probe() == state] += 1

    at_every_moment(run, note)
    assert seen[True]
    return seen[False]


@on_both
@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
@pytest.mark.no_cover
def test_the_collector_is_as_it_was_at_any_moment_of_a_call(
    pinpoint: PinpointClient, loopback: Loopback, action: Action
) -> None:
    loopback.answer(action.answer, action.status, {"x-amzn-ErrorType": "NotFoundException"})

    assert moments_without(collector_state(), collector_state, lambda: action(pinpoint)) == 0


@pytest.mark.parametrize("convert", CONVERSIONS.values(), ids=CONVERSIONS)
@pytest.mark.no_cover
def test_all_is_as_it_was_at_any_moment_of_a_conversion(convert: Callable[[], object]) -> None:
    convert()

    def state() -> object:
        return {name: each for name, each in process_state().items() if name != "sys.setprofile"}

    assert moments_without(state(), state, convert) == 0


def read() -> CampaignsResponse:
    return from_json(json.dumps(PAGE), CampaignsResponse)


@pytest.mark.no_cover
def test_a_collector_that_is_switched_off_while_something_is_read_stays_off() -> None:
    def stays_off(moment: int) -> bool:
        gc.enable()
        at_moment(read, moment, gc.disable)
        return not gc.isenabled()

    read()
    moments = range(len(moments_of(read)) - 2)
    undone = [moment for moment in moments if not stays_off(moment)]

    figures.record(
        "gc.disable() while reading", f"undone at {len(undone)} of {len(moments)} moments"
    )
    assert undone == []


@pytest.mark.no_cover
@pytest.mark.parametrize("on", [True, False], ids=["on", "off"])
def test_an_interrupt_while_something_is_read_leaves_the_collector_as_it_was(on: bool) -> None:
    def is_left(moment: int) -> bool:
        (gc.enable if on else gc.disable)()
        assert interrupted(read, moment)
        return gc.isenabled() is on

    read()
    moments = range(len(moments_of(read)) - 2)
    changed = [moment for moment in moments if not is_left(moment)]

    figures.record(
        f"interrupts while reading, collector {'on' if on else 'off'}",
        f"changed at {len(changed)} of {len(moments)} moments",
    )
    assert changed == []


@pytest.mark.no_cover
def test_a_fork_while_others_read_leaves_the_collector_on() -> None:
    endings = forks.endings_of("reading")

    figures.record("children of forks while others read", f"{dict(endings)}")
    assert endings == {forks.FINE: forks.FORKS}
