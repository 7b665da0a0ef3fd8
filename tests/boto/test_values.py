"""Values of every kind go out to the byte as boto3 sends them, or are refused on purpose."""

from __future__ import annotations

import enum
import threading
from collections import OrderedDict, UserDict, UserList, defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from typing import Any

import pytest
from botocore.config import Config

from pinpoint_sdk import PinpointClient, models, to_json, unstructure
from pinpoint_sdk.errors import ValidationError
from tests.support import figures
from tests.support.loopback import Loopback
from tests.support.paths import on_both
from tests.support.sessions import make_session


class Word(str, enum.Enum):
    """As many programs keep their constants; ``str()`` of one is not its value."""

    SHOP = "shop"
    SMS = "SMS"
    TOKEN = "a+b/c=="


class Plain(enum.Enum):
    SHOP = "shop"


class Number(enum.IntEnum):
    SEVEN = 7


class StrSubclass(str):
    __slots__ = ()

    def __str__(self) -> str:
        return "another text"


class IntSubclass(int):
    def __str__(self) -> str:
        return "another number"

    __repr__ = __str__


class FloatSubclass(float):
    def __repr__(self) -> str:
        return "another number"


@pytest.fixture
def plain(loopback: Loopback, no_retries: Config) -> Iterator[Any]:
    """boto3 as everybody has it."""
    client: Any = make_session().client("pinpoint", endpoint_url=loopback.url, config=no_retries)
    yield client
    client.close()


def endpoint(**members: Any) -> Callable[[PinpointClient], object]:
    return lambda ours: ours.update_endpoint("a", "e", models.EndpointRequest(**members))


def boto3_endpoint(**members: Any) -> Callable[[Any], object]:
    return lambda plain: plain.update_endpoint(
        ApplicationId="a", EndpointId="e", EndpointRequest=members
    )


def limits(value: Any) -> tuple[Callable[[PinpointClient], object], Callable[[Any], object]]:
    """A whole number in a body."""
    ours = models.WriteApplicationSettingsRequest(limits=models.CampaignLimits(daily=value))
    boto3s = {"Limits": {"Daily": value}}
    return (
        lambda client: client.update_application_settings("a", ours),
        lambda client: client.update_application_settings(
            ApplicationId="a", WriteApplicationSettingsRequest=boto3s
        ),
    )


ATTRIBUTES = {"likes": ["rye"]}
AS_BOTO3: dict[str, tuple[Callable[[PinpointClient], object], Callable[[Any], object]]] = {
    "a str of an enum as an id": (
        lambda ours: ours.get_app(Word.SHOP),
        lambda plain: plain.get_app(ApplicationId=Word.SHOP),
    ),
    "an instance of a str subclass as an id": (
        lambda ours: ours.get_app(StrSubclass("shop")),
        lambda plain: plain.get_app(ApplicationId=StrSubclass("shop")),
    ),
    "an int of an enum as a version": (
        lambda ours: ours.get_campaign_version("a", "c", Number.SEVEN),
        lambda plain: plain.get_campaign_version(ApplicationId="a", CampaignId="c", Version="7"),
    ),
    "an instance of an int subclass as a page size": (
        lambda ours: ours.get_apps(page_size=IntSubclass(7)),
        lambda plain: plain.get_apps(PageSize="7"),
    ),
    "a str of an enum as a token": (
        lambda ours: ours.get_apps(token=Word.TOKEN),
        lambda plain: plain.get_apps(Token=Word.TOKEN.value),
    ),
    "strs of an enum as tag keys": (
        lambda ours: ours.untag_resource("arn", tag_keys=[Word.SHOP, StrSubclass("b")]),
        lambda plain: plain.untag_resource(ResourceArn="arn", TagKeys=["shop", "b"]),
    ),
    "a str of an enum in a body": (
        endpoint(address=Word.SHOP),
        boto3_endpoint(Address=Word.SHOP),
    ),
    "a str of an enum for an enum's": (
        endpoint(channel_type=Word.SMS),
        boto3_endpoint(ChannelType=Word.SMS),
    ),
    "an instance of a str subclass for an enum's": (
        endpoint(channel_type=StrSubclass("SMS")),
        boto3_endpoint(ChannelType=StrSubclass("SMS")),
    ),
    "strs of an enum as keys and items": (
        endpoint(attributes={Word.SHOP: [Word.SMS]}),
        boto3_endpoint(Attributes={Word.SHOP: [Word.SMS]}),
    ),
    "an int of an enum": limits(Number.SEVEN),
    "an instance of an int subclass": limits(IntSubclass(7)),
    "a float of another class": (
        endpoint(metrics={"m": FloatSubclass(1.5)}),
        boto3_endpoint(Metrics={"m": FloatSubclass(1.5)}),
    ),
    "an int for a float": (endpoint(metrics={"m": 7}), boto3_endpoint(Metrics={"m": 7})),
    "an int of an enum for a float": (
        endpoint(metrics={"m": Number.SEVEN}),
        boto3_endpoint(Metrics={"m": 7}),
    ),
    "a Decimal": (
        endpoint(metrics={"m": Decimal("1.10")}),
        boto3_endpoint(Metrics={"m": 1.1}),  # what newer boto3 makes of it
    ),
    "a tuple": (
        endpoint(attributes={"likes": ("rye", "oat")}),
        boto3_endpoint(Attributes={"likes": ("rye", "oat")}),
    ),
    "an ordered dict": (
        endpoint(attributes=OrderedDict(ATTRIBUTES)),
        boto3_endpoint(Attributes=OrderedDict(ATTRIBUTES)),
    ),
    "a defaultdict": (
        endpoint(attributes=defaultdict(list, ATTRIBUTES)),
        boto3_endpoint(Attributes=defaultdict(list, ATTRIBUTES)),
    ),
    "a lone surrogate in a body": (
        endpoint(address="\ud800"),
        boto3_endpoint(Address="\ud800"),
    ),
    "a text with every kind of character": (
        endpoint(address='Zoë 電話 😀 "\\\n\x00\x7f\u2028'),
        boto3_endpoint(Address='Zoë 電話 😀 "\\\n\x00\x7f\u2028'),
    ),
    "a large int": limits(10**30),
    "a float at its end": (
        endpoint(metrics={"m": 1.7976931348623157e308, "n": 5e-324, "o": -0.0}),
        boto3_endpoint(Metrics={"m": 1.7976931348623157e308, "n": 5e-324, "o": -0.0}),
    ),
}


@on_both
@pytest.mark.parametrize("name", AS_BOTO3)
def test_it_goes_out_to_the_byte_as_boto3_sends_it(
    name: str, loopback: Loopback, pinpoint: PinpointClient, plain: Any
) -> None:
    ours, boto3s = AS_BOTO3[name]

    ours(pinpoint)
    sent = loopback.take()
    boto3s(plain)

    assert sent == loopback.take()
    figures.record("kinds of values sent to the byte as boto3 sends them", f"{len(AS_BOTO3)}")


def moment(hours: float, **more: int) -> datetime:
    return datetime(2026, 3, 5, 12, 15, tzinfo=timezone(timedelta(hours=hours)), **more)


REFUSED: dict[str, tuple[Callable[[PinpointClient], object], str]] = {
    "one dot as an id": (lambda ours: ours.get_app("."), "application_id: must not be '.' or '..'"),
    "two dots as an id": (
        lambda ours: ours.delete_campaign("a", ".."),
        "campaign_id: must not be '.' or '..'",
    ),
    "two dots of an enum": (
        lambda ours: ours.get_app(StrSubclass("..")),
        "application_id: must not be '.' or '..'",
    ),
    "two dots as a version": (
        lambda ours: ours.get_segment_version("a", "s", ".."),
        "version: must not be '.' or '..'",
    ),
    "two dots as a template's name": (
        lambda ours: ours.get_sms_template(".."),
        "template_name: must not be '.' or '..'",
    ),
    "a lone surrogate as an id": (
        lambda ours: ours.get_app("\ud800"),
        r"application_id: must not contain a lone surrogate, .* got '\\ud800'",
    ),
    "a lone surrogate as a token": (
        lambda ours: ours.get_apps(token="\udfff"),
        "token: must not contain a lone surrogate",
    ),
    "a lone surrogate in a listing": (
        lambda ours: next(ours.iter_apps(token="\udfff"), None),
        "token: must not contain a lone surrogate",
    ),
    "a lone surrogate in a query": (
        lambda ours: ours.list_templates(prefix="a\ud800"),
        "prefix: must not contain a lone surrogate",
    ),
    "a lone surrogate in a tag key": (
        lambda ours: ours.untag_resource("arn", tag_keys=["a", "\ud800"]),
        r"tag_keys\[1\]: must not contain a lone surrogate",
    ),
    "a Decimal that is not a number": (
        endpoint(metrics={"m": Decimal("NaN")}),
        r"metrics\['m'\]: expected finite float",
    ),
    "a signaling Decimal": (
        endpoint(metrics={"m": Decimal("sNaN")}),
        r"metrics\['m'\]: expected finite float",
    ),
    "a Decimal beyond a float": (
        endpoint(metrics={"m": Decimal("1e400")}),
        r"metrics\['m'\]: expected finite float",
    ),
    "a Decimal for an int": (limits(Decimal(5))[0], "daily: expected int"),
    "a bool for an int": (limits(value=True)[0], "daily: expected int"),
    "a UserDict": (
        endpoint(attributes=UserDict(ATTRIBUTES)),
        "attributes: expected dict, got UserDict",
    ),
    "a UserList": (
        endpoint(attributes={"likes": UserList(["rye"])}),
        r"attributes\['likes'\]: expected list, got UserList",
    ),
    "a set": (
        endpoint(attributes={"likes": {"rye"}}),
        r"attributes\['likes'\]: expected list, got set",
    ),
    "an enum that is not a str": (
        endpoint(address=Plain.SHOP),
        "address: expected str, got Plain",
    ),
}


@on_both
@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_by_its_path(name: str, loopback: Loopback, pinpoint: PinpointClient) -> None:
    call, message = REFUSED[name]

    with pytest.raises(ValidationError, match=message):
        call(pinpoint)

    assert loopback.requests == []
    figures.record("kinds of values refused on purpose", f"{len(REFUSED)}")


def journey(start: datetime) -> models.WriteJourneyRequest:
    return models.WriteJourneyRequest(
        name="j", schedule=models.JourneySchedule(start_time=start, timezone="UTC+09")
    )


class NoOffset(tzinfo):
    """A time zone that says nothing."""

    def utcoffset(self, _: datetime | None) -> None:
        return None

    dst = utcoffset

    def tzname(self, _: datetime | None) -> None:
        return None


@pytest.mark.parametrize(
    ("start", "text"),
    [
        (moment(9), "2026-03-05T12:15:00+09:00"),
        (moment(-7), "2026-03-05T12:15:00-07:00"),
        (moment(5.5), "2026-03-05T12:15:00+05:30"),
        (moment(9, microsecond=5), "2026-03-05T12:15:00.000005+09:00"),
        (moment(0), "2026-03-05T12:15:00Z"),
        (moment(0, microsecond=5), "2026-03-05T12:15:00.000005Z"),
        (moment(0.01), "2026-03-05T12:14:24Z"),  # ISO 8601 has no offset of 36 seconds
        (
            datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=1))),
            "9999-12-31T23:59:59+01:00",
        ),
    ],
)
def test_a_datetime_keeps_its_offset(
    start: datetime, text: str, loopback: Loopback, pinpoint: PinpointClient
) -> None:
    pinpoint.create_journey("a", journey(start))

    assert loopback.take().json["Schedule"]["StartTime"] == text


@on_both
@pytest.mark.parametrize(
    ("start", "message"),
    [
        (datetime(2026, 3, 5), "one without"),
        (datetime(2026, 3, 5, tzinfo=NoOffset()), "one without"),
        (
            datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-5))),
            "must not lie outside the years 1 to 9999 in UTC, got '9999-12-31T23:00:00-05:00'",
        ),
    ],
)
def test_a_datetime_that_is_not_a_moment_is_refused(
    start: datetime, message: str, loopback: Loopback, pinpoint: PinpointClient
) -> None:
    with pytest.raises(ValidationError, match=f"schedule.start_time: .*{message}"):
        pinpoint.create_journey("a", journey(start))

    assert loopback.requests == []


@on_both
def test_a_query_has_no_offset(loopback: Loopback, pinpoint: PinpointClient) -> None:
    pinpoint.get_application_date_range_kpi("a", "kpi", start_time=moment(9))

    assert loopback.take().target.endswith("?start-time=2026-03-05T03%3A15%3A00Z")


def test_values_of_other_classes_are_plain_in_json() -> None:
    limits = models.CampaignLimits(daily=Number.SEVEN, total=IntSubclass(5))
    half: Any = Decimal("1.5")
    endpoint = models.EndpointRequest(address=Word.SHOP, metrics={"m": half})

    assert to_json(limits) == '{"Daily": 7, "Total": 5}'
    assert to_json(endpoint) == '{"Address": "shop", "Metrics": {"m": 1.5}}'
    assert unstructure(endpoint) == {"Address": "shop", "Metrics": {"m": 1.5}}


class ChangingDict(dict[str, list[str]]):
    """A dict that another thread changes just when it is read."""

    def items(self) -> Any:
        for key, value in super().items():
            self[f"{key}, again"] = value
            yield key, value


class ChangingMember:
    """A member that is right and wrong in turns, as another thread may have it."""

    def __init__(self, *values: object) -> None:
        self.values = [*values]

    def __get__(self, instance: object, owner: type) -> object:
        self.values.append(self.values.pop(0))
        return self.values[-1]

    def __set__(self, instance: object, value: object) -> None:
        pass


@on_both
def test_a_dict_that_changes_while_it_is_sent_is_a_clear_error(
    loopback: Loopback, pinpoint: PinpointClient
) -> None:
    with pytest.raises(ValidationError, match="endpoint_request: another thread changed it"):
        pinpoint.update_endpoint(
            "a", "e", models.EndpointRequest(attributes=ChangingDict({"likes": ["rye"]}))
        )

    assert loopback.requests == []


@on_both
@pytest.mark.parametrize("values", [(5, "right"), ("right", 5), (None, "right"), ("right", None)])
@pytest.mark.parametrize("turns", range(3))
def test_a_member_that_changes_while_it_is_sent_is_an_error_or_one_of_the_two(
    values: tuple[object, object], turns: int, loopback: Loopback, pinpoint: PinpointClient
) -> None:
    class Changing(models.EndpointRequest):
        address: Any = ChangingMember(*values)

    request = Changing()
    for _ in range(turns):
        assert request.address in values
    try:
        pinpoint.update_endpoint("a", "e", request)
    except ValidationError:
        assert loopback.requests == []
    else:
        assert loopback.take().json in ({}, {"Address": "right"})


def is_refused(pinpoint: PinpointClient, request: models.EndpointRequest) -> bool:
    """Whether a request is refused because it changed; another refusal comes out."""
    try:
        pinpoint.update_endpoint("a", "e", request)
    except ValidationError as error:
        if "another thread changed it" not in str(error):
            raise
        return True
    return False


@pytest.mark.no_cover
@on_both
def test_a_model_that_threads_change_is_sent_as_one_of_its_states(
    loopback: Loopback, pinpoint: PinpointClient
) -> None:
    request = models.EndpointRequest(attributes={}, metrics={})
    stop = threading.Event()

    def change() -> None:
        while not stop.is_set():
            request.attributes = {"a": ["b"]}
            request.attributes["c"] = ["d"]
            request.metrics = {str(number): 1.0 for number in range(50)}
            request.metrics.clear()
            request.attributes = None

    thread = threading.Thread(target=change)
    thread.start()
    try:
        refused = sum(is_refused(pinpoint, request) for _ in range(200))
    finally:
        stop.set()
        thread.join()

    assert len(loopback.requests) == 200 - refused
    for sent in loopback.requests:
        assert sent.json.get("Attributes", {}) in ({}, {"a": ["b"]}, {"a": ["b"], "c": ["d"]})
