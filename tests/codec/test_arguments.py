"""What is given to structure and its like by mistake is named, with what to do instead."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pinpoint_sdk import from_json, structure, to_json, unstructure
from pinpoint_sdk.errors import ValidationError
from pinpoint_sdk.models import CampaignLimits, CreateApplicationRequest
from pinpoint_sdk.models.base import Model

MISUSES: list[tuple[Callable[..., object], list[object], str]] = [
    (
        structure,
        [CreateApplicationRequest, {"Name": "x"}],
        (
            "structure() takes the dict first, then the class:"
            " structure(data, CreateApplicationRequest)"
        ),
    ),
    (
        structure,
        [{"Name": "x"}, CreateApplicationRequest(name="x")],
        (
            "structure() takes a class, got an instance of CreateApplicationRequest:"
            " structure(data, CreateApplicationRequest)"
        ),
    ),
    (
        structure,
        [{}, "CampaignResponse"],
        (
            "structure() takes a class of pinpoint_sdk.models, got str:"
            " structure(data, models.CampaignResponse)"
        ),
    ),
    (
        structure,
        [{}, dict],
        (
            "structure() takes a class of pinpoint_sdk.models, got the class dict:"
            " structure(data, models.CampaignResponse)"
        ),
    ),
    (
        structure,
        [{}, Model],
        (
            "structure() takes a class of pinpoint_sdk.models, got the class Model:"
            " structure(data, models.CampaignResponse)"
        ),
    ),
    (
        structure,
        ['{"Daily": 1}', CampaignLimits],
        (
            "structure() takes a dict for CampaignLimits, got str;"
            " JSON is read by from_json(document, CampaignLimits)"
        ),
    ),
    (
        structure,
        [CampaignLimits(), CampaignLimits],
        (
            "structure() takes a dict for CampaignLimits, got CampaignLimits, which is a model "
            "already; unstructure() makes a dict of it"
        ),
    ),
    (
        from_json,
        [CampaignLimits, "{}"],
        "from_json() takes the JSON first, then the class: from_json(document, CampaignLimits)",
    ),
    (
        from_json,
        ["{}", CampaignLimits()],
        (
            "from_json() takes a class, got an instance of CampaignLimits:"
            " from_json(document, CampaignLimits)"
        ),
    ),
    (
        from_json,
        [{"Daily": 1}, CampaignLimits],
        (
            "from_json() takes JSON as str or bytes, got dict;"
            " a dict is read by structure(data, CampaignLimits)"
        ),
    ),
    (
        from_json,
        [CampaignLimits(), CampaignLimits],
        (
            "from_json() takes JSON as str or bytes, got CampaignLimits, which is a model already;"
            " to_json() makes JSON of it"
        ),
    ),
    (
        from_json,
        [io.StringIO("{}"), CampaignLimits],
        "from_json() takes JSON as str or bytes, got StringIO; pass what its read() returns",
    ),
    (
        from_json,
        [Path("limits.json"), CampaignLimits],
        (
            f"from_json() takes JSON as str or bytes, got {type(Path()).__name__};"
            " pass what its read_bytes() returns"
        ),
    ),
    (
        unstructure,
        [{"Daily": 1}],
        "unstructure() takes a model, got dict; structure(data, cls) makes a model of a dict",
    ),
    (
        unstructure,
        [CampaignLimits],
        "unstructure() takes a model, got the class CampaignLimits; make an instance of it first",
    ),
    (
        to_json,
        [{"Daily": 1}],
        "to_json() takes a model, got dict; structure(data, cls) makes a model of a dict",
    ),
    (to_json, [None], "to_json() takes a model, got None"),
]


@pytest.mark.parametrize(("function", "arguments", "message"), MISUSES)
def test_other_arguments_are_named_with_what_to_do_instead(
    function: Callable[..., object], arguments: list[object], message: str
) -> None:
    with pytest.raises(TypeError) as caught:
        function(*arguments)
    assert str(caught.value) == message


# Depth


DEEP = 100_000


def deep_list() -> Any:
    value: list[Any] = []
    for _ in range(DEEP):
        value = [value]
    return value


@pytest.mark.parametrize("cls", [CampaignLimits, CreateApplicationRequest])
def test_json_that_is_nested_too_deeply_is_a_value_error(cls: type[Model]) -> None:
    with pytest.raises(ValueError, match="nested too deeply"):
        from_json("[" * DEEP + "]" * DEEP, cls)


def test_a_model_that_is_nested_too_deeply_is_not_written() -> None:
    request = CreateApplicationRequest(name=deep_list())
    with pytest.raises(
        ValidationError, match=r"CreateApplicationRequest\.name: expected str, got "
    ):
        to_json(request)


@pytest.mark.parametrize("wrong", [object(), {1, 2}, {b"key": 1}])
def test_a_model_that_holds_what_is_not_json_is_named(wrong: Any) -> None:
    with pytest.raises(ValidationError, match=r"CampaignLimits\.daily: expected int, got "):
        to_json(CampaignLimits(daily=wrong))


def test_what_is_not_about_the_model_stays_as_it_is() -> None:
    indent: Any = 1.5
    with pytest.raises(TypeError):
        to_json(CampaignLimits(daily=1), indent=indent)
