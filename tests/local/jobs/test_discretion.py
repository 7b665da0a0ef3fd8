"""A job does not show what is in a file: who may read the one may not read the other."""

from __future__ import annotations

import csv
import gzip
import io
import json
import logging
from collections.abc import Callable
from typing import Any, cast

import pytest
from botocore.model import ListShape, MapShape, Shape, StructureShape
from hypothesis import given, settings
from hypothesis import strategies as st

from pinpoint_sdk.local.protocol.service_model import service_model
from pinpoint_sdk.local.protocol.types import JSON
from tests.local.support.jobs import jobs_service

SECRET = "xyzzy7"
SECRETS = st.sampled_from([SECRET, f"{SECRET}'\"", f"[0].{SECRET}", f"{SECRET}$" + "é" * 60])
JUNK = st.recursive(
    st.one_of(SECRETS, st.sampled_from([None, True, 1, 1e300, float("nan"), "", "SMS"])),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(SECRETS, inner)),
    max_leaves=4,
)
ENDPOINT = service_model().shape_for("EndpointBatchItem")


def often(usual: st.SearchStrategy[Any], other: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(*[usual] * 7, other)


def values(shape: Shape) -> st.SearchStrategy[Any]:
    """Mostly values that the shape allows, each with the secret where it can be."""
    right: st.SearchStrategy[Any]
    if isinstance(shape, StructureShape):
        members = {name: values(member) for name, member in shape.members.items()}
        right = st.lists(st.sampled_from([*members]), max_size=2).flatmap(
            lambda names: st.fixed_dictionaries({name: members[name] for name in names})
        )
    elif isinstance(shape, ListShape):
        right = st.lists(values(shape.member), max_size=2)
    elif isinstance(shape, MapShape):
        right = st.dictionaries(SECRETS, values(shape.value), max_size=2)
    elif shape.type_name == "double":
        right = st.just(1.5)
    else:
        right = st.one_of(
            SECRETS, st.sampled_from(["SMS", "ACTIVE", "NONE", "2026-03-02", "x" * 500])
        )
    return often(right, JUNK)


def _person(members: object) -> object:
    """What can be imported, but for what the members make of it."""
    if not isinstance(members, dict):
        return members
    return {"Id": SECRET, "ChannelType": "SMS", "Address": SECRET, **cast("JSON", members)}


def _cut(content: bytes) -> bytes:
    return content[:-3]


DOCUMENTS = values(ENDPOINT).map(_person).map(json.dumps)
PACKING = st.sampled_from([bytes, gzip.compress, _cut])
GARBAGE = st.sampled_from(
    [SECRET, f'{{"{SECRET}": ', f'"{SECRET}"', f"[[{SECRET}]]", f'{{"Id": "{SECRET}\udcff"}}']
)
NAMES = st.sampled_from(
    ["Id", "Address", "ChannelType", "OptOut", "EffectiveDate", "Metrics.x", "User.UserId"]
)
SECRET_NAMES = st.sampled_from(["", "Attributes.", "Metrics.", "Location.", "Id."]).map(
    lambda start: start + SECRET
)
CELLS = st.sampled_from([SECRET, f"{SECRET}\n{SECRET}", f'"{SECRET}', "", "SMS", "1", "nan"])


@st.composite
def tables(draw: st.DrawFn) -> str:
    names = draw(st.lists(often(NAMES, SECRET_NAMES), min_size=1, max_size=6))
    width = st.sampled_from([len(names)] * 7 + [len(names) + 1])
    rows = [
        draw(st.lists(CELLS, min_size=number, max_size=number))
        for number in draw(st.lists(width, max_size=5))
    ]
    text = io.StringIO()
    csv.writer(text, doublequote=draw(st.booleans()), escapechar="\\").writerows([names, *rows])
    return text.getvalue()


FILES: st.SearchStrategy[tuple[str, str]] = st.one_of(
    st.tuples(st.just("CSV"), often(tables(), DOCUMENTS)),
    st.tuples(st.just("JSON"), st.lists(often(DOCUMENTS, GARBAGE), max_size=5).map("\n".join)),
    st.tuples(st.just("JSON"), tables()),
)


class Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(logging.Formatter().format(record))


def shown(content: bytes, form: str, **more: Any) -> str:
    """Whatever a job shows and logs of a file, with a quota that it may exceed."""
    log, logger = Log(), logging.getLogger("pinpoint_sdk")
    level = logger.level
    logger.addHandler(log)
    logger.setLevel(logging.DEBUG)
    try:
        with jobs_service(
            {"people": content}, endpoints_per_user=1, values_per_attribute=1, endpoint_bytes=600
        ) as service:
            job = service.run_import(form, **more)
    finally:
        logger.removeHandler(log)
        logger.setLevel(level)
    assert job["JobStatus"] in ("COMPLETED", "FAILED")
    return json.dumps([job, log.lines], ensure_ascii=False)


@pytest.mark.no_cover
@settings(max_examples=400)
@given(FILES, PACKING, often(st.just(True), st.just(False)))
def test_nothing_of_a_file_is_shown(
    file: tuple[str, str], pack: Callable[[bytes], bytes], registers: bool
) -> None:
    form, text = file
    content = pack(text.encode("utf-8", "surrogateescape"))
    assert SECRET not in shown(content, form, RegisterEndpoints=registers).lower()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ({"ChannelType": SECRET}, "ChannelType: it is not one of PUSH,"),
        ({"OptOut": SECRET}, "OptOut: it is not one of ALL, NONE"),
        ({"Attributes": {SECRET: SECRET}}, "Attributes[*]: expected an array, got a string"),
        ({"Attributes": {SECRET: [1]}}, "Attributes[*][0]: expected a string, got a number"),
        ({"Attributes": {SECRET: [SECRET] * 2}}, "Attributes[*]: more than 1 values"),
        ({"Attributes": {SECRET: [SECRET * 17]}}, "Attributes[*]: a value is longer than 100 "),
        ({"Attributes": {SECRET * 9: []}}, "Attributes[*]: longer than 50 characters"),
        ({"User": {"UserAttributes": {SECRET * 9: []}}}, "UserAttributes[*]: longer than 50 "),
        ({"EffectiveDate": SECRET}, "EffectiveDate must be a date in ISO 8601 form"),
        ({"Id": f"{SECRET}$"}, "An endpoint id must not contain $ or braces"),
        ({"Address": SECRET * 100}, "An endpoint has at most 600 bytes"),
        ([SECRET], "The line: expected an object, got an array"),
    ],
)
def test_a_failure_names_the_member_and_what_is_wrong(line: Any, problem: str) -> None:
    if isinstance(line, dict):
        line = {"Id": "a", "ChannelType": "SMS", "Address": "+1", **cast("JSON", line)}
    found = shown(json.dumps(line).encode(), "JSON")
    assert SECRET not in found
    assert f'"people line 1: {problem}' in found


def test_a_new_endpoint_too_many_is_named_by_the_number_alone() -> None:
    lines = [
        {"Id": f"{SECRET}{n}", "ChannelType": "SMS", "Address": f"+{n}", "User": {"UserId": SECRET}}
        for n in range(2)
    ]
    found = shown("\n".join(map(json.dumps, lines)).encode(), "JSON")
    assert SECRET not in found
    assert "people line 2: Exceeded maximum endpoint per user count:1" in found
