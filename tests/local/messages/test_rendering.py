from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinpoint_sdk.local.messages.rendering import parse_substitutions, render, render_document

ENDPOINT: dict[str, Any] = {
    "Address": "+15555550100",
    "Attributes": {"interests": ["chess", "tea"], "none": [], "a.b": ["dotted"]},
    "Location": {"City": "Seattle"},
    "Metrics": {"visits": 12.0, "score": 1.5},
    "User": {"UserId": "ana", "UserAttributes": {"FirstName": ["Ana"]}},
}


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
    assert render(text, [ENDPOINT]) == rendered


def test_the_first_source_with_a_value_counts() -> None:
    sources: list[dict[str, Any]] = [
        {"name": ["one"]},
        {"name": ["two"], "other": "three"},
        {"last": True},
    ]
    assert render("{{name}} {{other}} {{last}}", sources) == "one three true"


def test_a_value_is_not_rendered_again() -> None:
    assert render("{{a}}", [{"a": "{{b}}", "b": "no"}]) == "{{b}}"


def test_every_text_of_a_document_is_rendered_and_names_stay() -> None:
    document = {"{{x}}": "{{x}}", "list": ["{{x}}", 1, None], "map": {"y": "a{{x}}b"}}
    assert render_document(document, [{"x": "1"}]) == {
        "{{x}}": "1",
        "list": ["1", 1, None],
        "map": {"y": "a1b"},
    }


@given(st.text(alphabet="{} ab.[]01#/", max_size=300))
def test_any_text_is_rendered(text: str) -> None:
    rendered = render(text, [{"a": "A", "b": ["B", "C"]}])
    if "{{" not in text:
        assert rendered == text


@pytest.mark.no_cover
@pytest.mark.parametrize("text", ["{{" * 200_000, "{{a" * 200_000, "{{a}" * 200_000, "{" * 600_000])
def test_hostile_braces_cost_no_more_than_others(text: str) -> None:
    assert render(text, [{}]) == text


def test_default_substitutions_are_a_json_object() -> None:
    assert parse_substitutions(None) == parse_substitutions("") == {}
    assert parse_substitutions('{"User": {"UserId": "you"}}') == {"User": {"UserId": "you"}}
    for text in ("[]", "1", "{", "[" * 100_000, json.dumps("x")):
        with pytest.raises(ValueError, match=r"JSON|nested|Expecting"):
            parse_substitutions(text)
