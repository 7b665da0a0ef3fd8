"""The 2017-09-27 release: none of its members is missing from the client and the models."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any, get_type_hints

import pytest
from botocore import xform_name

from pinpoint_sdk import PinpointClient, models, structure, unstructure
from tests.support import figures
from tests.support.contract import ContractOperation, contract_operations, count_members, fill
from tests.support.operations import path_keys, query_keys
from tests.support.service_model import service_model

OPERATIONS = {each.name: each for each in contract_operations()}


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_full_body_comes_back_from_its_model_as_it_was(name: str) -> None:
    operation = OPERATIONS[name]
    for wrapper, shape in bodies(operation):
        body = fill(shape)
        back = through_model(wrapper, body)
        assert only(shape, back) == body
        if wrapper in operation.request:
            assert back == body


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_method_takes_path_keys_and_body_by_position_and_query_keys_by_name(name: str) -> None:
    operation, aws = OPERATIONS[name], service_model().operation_model(name)
    path, query = path_keys(aws), query_keys(aws)
    body = [wrapper for wrapper, _ in bodies(operation) if wrapper in operation.request]
    assert {*operation.request} == {*path, *body, *query}

    _, *parameters = inspect.signature(
        getattr(PinpointClient, operation.method)
    ).parameters.values()
    assert [(each.name, each.kind.description, each.default) for each in parameters] == [
        *((xform_name(key), "positional or keyword", inspect.Parameter.empty) for key in path),
        *((xform_name(key), "positional or keyword", inspect.Parameter.empty) for key in body),
        *((xform_name(key), "keyword-only", None) for key in query),
    ]


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_member_of_an_operation_works(name: str) -> None:
    assert working_members(OPERATIONS[name]) == listed_members(OPERATIONS[name])


def test_all_members_of_the_release_work() -> None:
    working = sum(working_members(each) for each in OPERATIONS.values())
    listed = sum(listed_members(each) for each in OPERATIONS.values())
    assert (len(OPERATIONS), working, listed) == (23, 1761, 1761)
    figures.record(
        "2017-09-27 contract",
        f"{working:,} of {listed:,} members work, in {len(OPERATIONS)} operations",
    )


def bodies(operation: ContractOperation) -> list[tuple[str, Any]]:
    """The request's and the response's body, each with the member that wraps it."""
    return [
        (name, shape)
        for name, shape in [*operation.request.items(), *operation.response.items()]
        if isinstance(shape, Mapping)
    ]


def through_model(wrapper: str, body: Any) -> Any:
    return unstructure(structure(body, getattr(models, wrapper)))


def listed_members(operation: ContractOperation) -> int:
    return count_members(operation.request) + count_members(operation.response)


def working_members(operation: ContractOperation) -> int:
    """How many members of the operation a user has, and gets through unharmed.

    A path or query key is a parameter of the method. A body's wrapper is the class of a parameter
    or of the result; what is inside comes back from that class as it was.
    """
    hints = get_type_hints(getattr(PinpointClient, operation.method))
    working = sum(xform_name(name) in hints for name in operation.request)
    working += sum(hints["return"] is getattr(models, name) for name in operation.response)
    for wrapper, shape in bodies(operation):
        body = fill(shape)
        working += brought_back(shape, body, only(shape, through_model(wrapper, body)))
    return working


def only(shape: Any, value: Any) -> Any:
    """The members that the shape names: a response also has, empty, those that came later."""
    match shape:
        case str() | {"enum": _}:
            return value
        case {"list": inner}:
            return [only(inner, each) for each in value]
        case {"map": inner}:
            return {key: only(inner, each) for key, each in value.items()}
        case _:
            return {
                name: only(member, value[name]) for name, member in shape.items() if name in value
            }


def brought_back(shape: Any, sent: Any, back: Any) -> int:
    """How many members of a shape are, in ``back``, what they were in ``sent``."""
    match shape:
        case str() | {"enum": _}:
            return 0
        case {"list": inner} | {"map": inner}:
            inside = zip(parts(sent), parts(back), strict=False)
            return min((brought_back(inner, *pair) for pair in inside), default=0)
        case _:
            return sum(
                (back[name] == sent[name]) + brought_back(member, sent[name], back[name])
                for name, member in shape.items()
                if name in back
            )


def parts(container: Any) -> list[Any]:
    return [*container.values()] if isinstance(container, dict) else [*container]


@pytest.mark.parametrize(
    ("shape", "back", "expected"),
    [
        ({"A": "string", "B": "string"}, {"A": "string 1", "B": "string 2"}, 2),
        ({"A": "string", "B": "string"}, {"A": "string 1"}, 1),
        ({"A": "string", "B": "string"}, {"A": "string 1", "B": "string 1"}, 1),
        ({"A": {"B": "string"}}, {"A": {"B": "string 1"}}, 2),
        ({"A": {"B": "string"}}, {"A": {}}, 0),
        ({"A": {"list": {"B": "string"}}}, {"A": [{"B": "string 1"}, {"B": "string 2"}]}, 2),
        ({"A": {"list": {"B": "string"}}}, {"A": [{"B": "string 1"}, {}]}, 0),
        ({"A": {"list": {"B": "string"}}}, {"A": []}, 0),
        ({"A": {"map": "string"}}, {"A": {"key 1": "string 2", "key 3": "string 4"}}, 1),
        ({"A": {"map": "string"}}, {"A": {"key 1": "string 2"}}, 0),
        ({"A": {"map": {"B": "string"}}}, {"A": {"key 1": {"B": "string 2"}}}, 1),
    ],
)
def test_a_member_that_does_not_come_back_is_not_counted(
    shape: Any, back: Any, expected: int
) -> None:
    assert brought_back(shape, fill(shape), back) == expected
