"""How pytest explains that two models are not equal."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import attrs
import pytest

from pinpoint_sdk import models
from pinpoint_sdk._comparison import explain
from pinpoint_sdk.models import (
    AddressConfiguration,
    ADMChannelRequest,
    APNSChannelRequest,
    ChannelResponse,
    ChannelsResponse,
    DirectMessageConfiguration,
    MessageRequest,
    QuietTime,
    SMSMessage,
)
from pinpoint_sdk.models.base import ResponseMetadata
from pinpoint_sdk.pytest_plugin import pytest_assertrepr_compare

pytest_plugins = ["pytester"]


def adm(client_secret: Any, **members: Any) -> ADMChannelRequest:
    return ADMChannelRequest(client_id="id", client_secret=client_secret, **members)


def message(body: str, **addresses: AddressConfiguration) -> MessageRequest:
    direct = DirectMessageConfiguration(sms_message=SMSMessage(body=body))
    return MessageRequest(addresses=addresses, message_configuration=direct)


def test_only_what_differs_is_told() -> None:
    assert explain(
        QuietTime(start="22:00", end="07:00"), QuietTime(start="23:00", end="07:00")
    ) == [
        "QuietTime == QuietTime",
        "Equal members left out: 1",
        "start: '22:00' != '23:00'",
    ]


def test_it_is_told_by_its_path_and_down_to_the_index_or_key() -> None:
    left = message(
        "Hello",
        ana=AddressConfiguration(channel_type="SMS", substitutions={"name": ["Ana", "A", "B"]}),
        ben=AddressConfiguration(),
        cid=AddressConfiguration(channel_type="SMS"),
    )
    right = message(
        "Bye",
        ana=AddressConfiguration(channel_type="SMS", substitutions={"name": ["Anna", "A"]}),
        cid=AddressConfiguration(channel_type="SMS"),
        dan=AddressConfiguration(channel_type="GCM"),
    )
    explained = explain(left, right)
    assert explained is not None
    assert explained[0] == "MessageRequest == MessageRequest"
    assert {*explained[2:]} == {
        "addresses['ana'].substitutions['name'][0]: 'Ana' != 'Anna'",
        "addresses['ana'].substitutions['name'][2]: only on the left: 'B'",
        "addresses['ben']: only on the left: AddressConfiguration()",
        "addresses['dan']: only on the right: AddressConfiguration(channel_type='GCM')",
        "message_configuration.sms_message.body: 'Hello' != 'Bye'",
    }


@pytest.mark.parametrize(
    ("left", "right", "lines"),
    [
        ("one", "two", "client_secret: *** != *** (hidden, and they differ)"),
        (None, "two", "client_secret: None != *** (hidden, and they differ)"),
        (["one"], {"key": "two"}, "client_secret: *** != *** (hidden, and they differ)"),
    ],
)
def test_of_secrets_it_is_told_that_they_differ(left: Any, right: Any, lines: str) -> None:
    assert explain(adm(left), adm(right)) == [
        "ADMChannelRequest == ADMChannelRequest",
        "Equal members left out: 2",
        lines,
    ]


def test_secrets_that_are_equal_are_left_out() -> None:
    explained = explain(adm("8675309"), adm("8675309", enabled=True))
    assert explained is not None
    assert explained[1:] == ["Equal members left out: 2", "enabled: None != True"]


def test_the_metadata_of_a_response_takes_no_part() -> None:
    left, right = (
        ChannelsResponse(channels={"ADM": ChannelResponse(enabled=on)}) for on in (True, False)
    )
    left.response_metadata = ResponseMetadata(request_id="of the left")
    assert explain(left, right) == [
        "ChannelsResponse == ChannelsResponse",
        "Equal members left out: 8",
        "channels['ADM'].enabled: True != False",
    ]


def test_members_of_other_types_than_declared_are_told() -> None:
    wrong: Any = ("22:00",)
    explained = explain(QuietTime(start=wrong), QuietTime(start="22:00"))
    assert explained is not None
    assert explained[2:] == ["start: ('22:00',) != '22:00'"]


# Classes of the user's own that hold models


@dataclass
class Settings:
    push: ADMChannelRequest
    name: str = "shop"
    token: str = field(default="", repr=False)
    seen: int = field(default=0, compare=False)


@attrs.define
class Pair:
    first: ADMChannelRequest
    second: APNSChannelRequest


class Row(NamedTuple):
    number: int
    push: list[ADMChannelRequest]


@pytest.mark.parametrize(
    ("left", "right", "lines"),
    [
        (
            Settings(adm("one"), "a", "8675309", seen=1),
            Settings(adm("two"), "b", "9035768", seen=2),
            {
                "push.client_secret: *** != *** (hidden, and they differ)",
                "name: 'a' != 'b'",
                "token: *** != *** (hidden, and they differ)",
            },
        ),
        (
            Pair(adm("one"), APNSChannelRequest(private_key="one")),
            Pair(adm("one"), APNSChannelRequest()),
            {"second.private_key: *** != None (hidden, and they differ)"},
        ),
        (
            Row(1, [adm("one")]),
            Row(1, [adm("two")]),
            {"push[0].client_secret: *** != *** (hidden, and they differ)"},
        ),
    ],
    ids=["dataclass", "attrs", "namedtuple"],
)
def test_models_inside_are_explained(left: object, right: object, lines: set[str]) -> None:
    assert {*(explain(left, right) or [])[2:]} == lines


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (1, 2),
        ("a", "b"),
        ({"a": adm("one")}, {"a": adm("two")}),
        ([adm("one")], [adm("two")]),
        ((1, 2), (1, 3)),
        (Settings(adm("one"), "a"), Settings(adm("one"), "b")),
        (adm("one"), APNSChannelRequest()),
        (adm("one"), {"ClientId": "id"}),
        (ADMChannelRequest, APNSChannelRequest),
    ],
    ids=str,
)
def test_the_rest_is_for_pytest_to_explain(left: object, right: object) -> None:
    assert explain(left, right) is None


# The hook


@pytest.mark.parametrize("op", ["!=", "is", "in", "<"])
def test_no_other_operator_is_explained(op: str) -> None:
    assert pytest_assertrepr_compare("==", adm("one"), adm("two")) is not None
    assert pytest_assertrepr_compare(op, adm("one"), adm("two")) is None


class Awkward:
    def __eq__(self, other: object) -> bool:
        raise ValueError("the truth value is ambiguous")

    __hash__ = None  # type: ignore[assignment]


def test_an_equality_that_raises_is_left_to_pytest() -> None:
    awkward: Any = Awkward()
    assert pytest_assertrepr_compare("==", Settings(awkward), Settings(awkward)) is None


def test_an_equality_that_raises_inside_a_model_is_not_left_to_pytest_which_shows_secrets() -> None:
    awkward: Any = Awkward()
    left, right = (
        models.ADMChannelRequest(client_id=awkward, client_secret=text) for text in ("one", "two")
    )

    assert pytest_assertrepr_compare("==", left, right) == [
        "ADMChannelRequest == ADMChannelRequest",
        "Not explained: ValueError('the truth value is ambiguous')",
    ]


def test_nothing_is_imported_for_it_before_there_are_models() -> None:
    code = """
        import sys
        from pinpoint_sdk.pytest_plugin import pytest_assertrepr_compare
        assert pytest_assertrepr_compare("==", 1, 2) is None
        print(*sorted(each for each in sys.modules if each.startswith(("pinpoint_sdk", "boto"))))
    """
    ran = subprocess.run(
        [sys.executable, "-c", "\n".join(map(str.strip, code.splitlines()))],
        check=True,
        capture_output=True,
        text=True,
    )
    assert ran.stdout.split() == [
        "pinpoint_sdk",
        "pinpoint_sdk._lazy",
        "pinpoint_sdk.pytest_plugin",
    ]


def test_pytest_prints_it(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        from pinpoint_sdk.models import ADMChannelRequest

        def test_equal():
            left = ADMChannelRequest(client_id="a", client_secret="8675309")
            assert left == ADMChannelRequest(client_id="b", client_secret="9035768")
        """
    )
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    result.stdout.fnmatch_lines(
        [
            "E       *assert ADMChannelRequest == ADMChannelRequest",
            "E         Equal members left out: 1",
            "E         client_id: 'a' != 'b'",
            "E         client_secret: [*][*][*] != [*][*][*] (hidden, and they differ)",
        ],
        consecutive=True,
    )
