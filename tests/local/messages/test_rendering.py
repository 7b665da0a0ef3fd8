from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinpoint_sdk.local.messages.rendering import (
    Room,
    TooLong,
    parse_substitutions,
    render,
    render_document,
)

ENDPOINT: dict[str, Any] = {
    "Address": "+15555550100",
    "Attributes": {"interests": ["chess", "tea"], "none": [], "a.b": ["dotted"]},
    "Location": {"City": "Seattle"},
    "Metrics": {"visits": 12.0, "score": 1.5},
    "User": {"UserId": "ana", "UserAttributes": {"FirstName": ["Ana"]}},
}


def room(limit: int = 10**9, outer: Room | None = None) -> Room:
    return Room("It has", limit, outer)


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("Hello {{User.UserAttributes.FirstName}}", "Hello Ana"),
        ("{{ User.UserId }}/{{Location.City}}", "ana/Seattle"),
        ("{{Attributes.interests}}", "chess"),
        ("{{Attributes.interests.[1]}}", "tea"),
        ("{{Attributes.interests.[2]}}", ""),
        ("{{Location.City.[1]}}", ""),
        ("{{Attributes.a.b}}", "dotted"),
        ("{{Attributes.none}}{{Attributes.nobody}}{{Nothing}}", ""),
        ("{{Metrics.visits}} {{Metrics.score}}", "12 1.5"),
        ("{{User}} is a structure", " is a structure"),
        ("{{}} {{#if x}}y{{/if}} {{Address", "{{}} {{#if x}}y{{/if}} {{Address"),
        ("{Address} { {Address} }", "{Address} { {Address} }"),
        ("{{{Address}}}", "{+15555550100}"),
    ],
)
def test_variables_have_their_values_and_the_rest_stays(text: str, rendered: str) -> None:
    assert render(text, [ENDPOINT], room()) == rendered


def test_the_first_source_with_a_value_counts() -> None:
    sources: list[dict[str, Any]] = [
        {"name": ["one"]},
        {"name": ["two"], "other": "three"},
        {"last": True},
    ]
    assert render("{{name}} {{other}} {{last}}", sources, room()) == "one three true"


def test_a_value_is_not_rendered_again() -> None:
    assert render("{{a}}", [{"a": "{{b}}", "b": "no"}], room()) == "{{b}}"


def test_every_text_of_a_document_is_rendered_and_names_stay() -> None:
    document = {"{{x}}": "{{x}}", "list": ["{{x}}", 1, None], "map": {"y": "a{{x}}b"}}
    assert render_document(document, [{"x": "1"}], room()) == {
        "{{x}}": "1",
        "list": ["1", 1, None],
        "map": {"y": "a1b"},
    }


@given(st.text(alphabet="{} ab.[]01#/", max_size=300))
def test_any_text_is_rendered(text: str) -> None:
    rendered = render(text, [{"a": "A", "b": ["B", "C"]}], room())
    if "{{" not in text:
        assert rendered == text


@pytest.mark.no_cover
@pytest.mark.parametrize("text", ["{{" * 200_000, "{{a" * 200_000, "{{a}" * 200_000, "{" * 600_000])
def test_hostile_braces_cost_no_more_than_others(text: str) -> None:
    assert render(text, [{}], room()) == text


def test_text_and_values_have_room_in_a_message_and_in_all_of_a_request() -> None:
    sources = [{"x": ["12345"]}]
    text = "{{x}} {{x}}"
    document = {"a": text, "b": [text], "c": "no variable" * 10}
    needed = 2 * (len(text) + 2 * 5)
    all_messages = room(2 * needed)
    for _ in range(2):
        one = room(needed, all_messages)
        assert render_document(document, sources, one)["b"] == ["12345 12345"]
        assert one.used == needed
    with pytest.raises(TooLong, match=f"It has more than {2 * needed} characters"):
        render("{{x}}", sources, room(needed, all_messages))
    with pytest.raises(TooLong, match=f"It has more than {needed - 1} characters"):
        render_document(document, sources, room(needed - 1))


def test_what_has_no_room_is_not_written() -> None:
    used = room(1_000)
    with pytest.raises(TooLong):
        render("{{x}}" * 100, [{"x": "y" * 1_000}], used)
    assert used.used == 1_500
    with pytest.raises(TooLong):
        render("{{x}}" * 1_000, [{}], room(4_999))
    assert render("{{x}}" * 1_000, [{}], room(5_000)) == ""


def test_values_of_any_depth_are_found() -> None:
    nested: Any = "deep"
    for _ in range(100_000):
        nested = [nested]
    assert render("{{x}} {{x.[1]}}", [{"x": nested}], room()) == "deep "


def test_default_substitutions_are_a_json_object() -> None:
    assert parse_substitutions(None) == parse_substitutions("") == {}
    assert parse_substitutions('{"User": {"UserId": "you"}}') == {"User": {"UserId": "you"}}
    for text in ("[]", "1", "{", "[" * 100_000, json.dumps("x")):
        with pytest.raises(ValueError, match=r"JSON|nested|Expecting"):
            parse_substitutions(text)
