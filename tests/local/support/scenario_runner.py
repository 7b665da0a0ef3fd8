"""Runs the scenario with any client of Pinpoint, and compares the results."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timezone
from typing import Any, TypeAlias, cast

import attrs
import boto3
from botocore import xform_name
from botocore.model import ListShape, MapShape, Shape, StructureShape
from botocore.utils import parse_to_aware_datetime
from moto import mock_aws

from pinpoint_sdk import unstructure
from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.operations import HANDLERS
from tests.local.support.boto import boto_client
from tests.local.support.scenario import JSON, Step, new_service, outside, scenario
from tests.support.calls import call_ours
from tests.support.operations import result_key, result_of
from tests.support.service_model import service_model

Client: TypeAlias = Callable[[str, JSON], JSON]
"""Calls an operation with an input that holds only ``$date`` of the notations, and returns the
output as boto3 does, without its metadata."""


@attrs.frozen
class Result:
    """The result of a step: an output or an error; neither if its operation does not exist."""

    step: Step
    output: JSON | None = None
    error: str = ""


def run(
    service: LocalPinpoint, client: Client, steps: Sequence[Step] | None = None
) -> list[Result]:
    """Run steps, by default all, with a client; one that fails does not end the scenario."""
    kept: dict[str, Any] = {}
    chosen = scenario() if steps is None else steps
    return [_run_step(service, client, step, kept) for step in chosen]


def run_under_moto(
    client_of: Callable[[LocalPinpoint], AbstractContextManager[Client]],
) -> list[Result]:
    """Run the scenario with moto's S3 and Kinesis."""
    with mock_aws():
        session = boto3.Session()
        outside(session)
        with new_service(session) as service, client_of(service) as client:
            return run(service, client)


def _run_step(service: LocalPinpoint, client: Client, step: Step, kept: dict[str, Any]) -> Result:
    service.clock.advance(step.later)
    if step.operation not in HANDLERS:
        return Result(step)
    try:
        output = _normal(step.operation, client(step.operation, _resolved(service, step, kept)))
    except Exception as error:
        return Result(step, error=f"{type(error).__name__}: {error}")
    if step.keep:
        (kept[step.keep],) = output.values()
    return Result(step, output)


def _resolved(service: LocalPinpoint, step: Step, kept: dict[str, Any]) -> JSON:
    def look_up(path: str) -> Any:
        name, *keys = path.split(".")
        value = kept[name]
        for key in keys:
            value = value[int(key) if key.isdecimal() else key]
        return value

    def resolve(value: Any) -> Any:
        match value:
            case {"$ref": path}:
                return look_up(path)
            case {"$text": text}:
                return re.sub(r"{([^}]+)}", lambda found: str(look_up(found[1])), text)
            case {"$code": address}:
                return re.findall(r"\d+", service.inbox.to(address)[-1].body)[-1]
            case dict():
                return {key: resolve(item) for key, item in cast("JSON", value).items()}
            case [*items]:
                return [resolve(item) for item in items]
            case _:
                return value

    resolved: JSON = resolve(step.input)
    return resolved


def with_dates(value: Any, date: Callable[[str], Any]) -> Any:
    """An input with its ``$date`` notations replaced."""
    match value:
        case {"$date": text}:
            return date(text)
        case dict():
            return {key: with_dates(item, date) for key, item in cast("JSON", value).items()}
        case [*items]:
            return [with_dates(item, date) for item in items]
        case _:
            return value


def _normal(operation: str, output: JSON) -> JSON:
    """An output that is equal whichever client it is of.

    They read dates in different ways, and only ours knows the members that AWS has dropped.
    """
    shape = service_model(with_2017_members=False).operation_model(operation).output_shape
    normal: JSON = _normal_value(output, shape) if shape else output
    return normal


def _normal_value(value: Any, shape: Shape) -> Any:
    if isinstance(shape, StructureShape):
        known = shape.members
        return {
            name: _normal_value(item, known[name]) for name, item in value.items() if name in known
        }
    if isinstance(shape, ListShape):
        return [_normal_value(item, shape.member) for item in value]
    if isinstance(shape, MapShape):
        return {key: _normal_value(item, shape.value) for key, item in value.items()}
    if shape.type_name == "timestamp":
        moment: datetime = parse_to_aware_datetime(value)
        return moment.astimezone(timezone.utc).isoformat()
    return value


def without_empty(value: Any) -> Any:
    """The same without empty collections, which our models do not tell from absent ones."""
    match value:
        case dict():
            shorter = {key: without_empty(item) for key, item in cast("JSON", value).items()}
            return {key: item for key, item in shorter.items() if item not in ({}, [])}
        case [*items]:
            return [without_empty(item) for item in items]
        case _:
            return value


def answered(results: Sequence[Result]) -> set[str]:
    """The operations that gave an output."""
    return {each.step.operation for each in results if each.output is not None}


def errors(results: Sequence[Result]) -> list[str]:
    """The steps that failed."""
    return [
        f"step {number}, {each.step.operation}: {each.error}"
        for number, each in enumerate(results)
        if each.error
    ]


def differences(results: Sequence[Result], expected: Sequence[Result]) -> list[str]:
    """Where two clients were not given the same."""
    return [
        f"step {number}, {mine.step.operation}{difference}"
        for number, (mine, theirs) in enumerate(zip(results, expected, strict=True))
        for difference in differences_between(mine.output, theirs.output)
    ]


def differences_between(mine: Any, theirs: Any, path: str = "") -> Iterator[str]:
    """Where two outputs are not the same."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        one, other = cast("JSON", mine), cast("JSON", theirs)
        for name in {**one, **other}:
            yield from differences_between(one.get(name), other.get(name), f"{path}.{name}")
    elif isinstance(mine, list) and isinstance(theirs, list):
        ones, others = cast("Sequence[Any]", mine), cast("Sequence[Any]", theirs)
        if len(ones) != len(others):
            yield f"{path}: {len(ones)} items are not {len(others)}"
        for index, (first, second) in enumerate(zip(ones, others, strict=False)):
            yield from differences_between(first, second, f"{path}[{index}]")
    elif mine != theirs:
        yield f"{path}: {mine!r} is not {theirs!r}"


def members() -> set[str]:
    """Every member of every answer, ``GetApp.Arn``, ``GetApps.Item[].Arn``."""
    model = service_model(with_2017_members=False)
    return {
        path
        for name in model.operation_names
        if (shape := result_of(model.operation_model(name)))
        for path in _members(shape, name)
    }


def _members(shape: Shape, path: str) -> Iterator[str]:
    if isinstance(shape, StructureShape):
        for name, member in shape.members.items():
            yield f"{path}.{name}"
            yield from _members(member, f"{path}.{name}")
    elif isinstance(shape, ListShape):
        yield from _members(shape.member, f"{path}[]")
    elif isinstance(shape, MapShape):
        yield from _members(shape.value, f"{path}{{}}")


def filled(results: Sequence[Result]) -> set[str]:
    """The members that an answer had; an empty collection counts as none."""
    return {
        path
        for each in results
        if each.output
        for path in _filled_by(each.step.operation, each.output)
    }


def _filled_by(operation: str, output: JSON) -> Iterator[str]:
    model = service_model().operation_model(operation)
    shape, key = result_of(model), result_key(model)
    if shape and key:
        yield from _filled(output[key], shape, operation)


def _filled(value: Any, shape: Shape, path: str) -> Iterator[str]:
    if isinstance(shape, StructureShape):
        for name, item in value.items():
            if item not in ({}, []):
                yield f"{path}.{name}"
            yield from _filled(item, shape.members[name], f"{path}.{name}")
    elif isinstance(shape, ListShape):
        for item in value:
            yield from _filled(item, shape.member, f"{path}[]")
    elif isinstance(shape, MapShape):
        for item in value.values():
            yield from _filled(item, shape.value, f"{path}{{}}")


@contextmanager
def plain_boto3(service: LocalPinpoint) -> Generator[Client, None, None]:
    """boto3 in process; each answer is held against botocore's model on its way."""
    client = boto_client(service.session())

    def call(operation: str, values: JSON) -> JSON:
        output: JSON = getattr(client, xform_name(operation))(**with_dates(values, str))
        del output["ResponseMetadata"]
        return output

    yield call


@contextmanager
def our_client(service: LocalPinpoint) -> Generator[Client, None, None]:
    """Our typed client in process."""
    with service.client() as client:

        def call(operation: str, values: JSON) -> JSON:
            model = service_model().operation_model(operation)
            answer = call_ours(client, model, with_dates(values, parse_to_aware_datetime))
            key = result_key(model)
            return {key: unstructure(answer)} if key else {}

        yield call
