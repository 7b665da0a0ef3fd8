"""Every secret member, before every tool that prints values: none of them shows it."""

from __future__ import annotations

import io
import json
import logging
import pprint
import pydoc
import traceback
import unittest
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated, Any, TypeAlias

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pinpoint_sdk._codec.validation import check, problems, refuse
from pinpoint_sdk.errors import ValidationError
from pinpoint_sdk.models import APNSChannelRequest
from pinpoint_sdk.models.base import Member, Model, Wire, members
from tests.support import figures
from tests.support.strategies import model_classes

pytest_plugins = ["pytester"]

SECRET_MEMBERS = [(cls, each) for cls in model_classes() for each in members(cls) if each.secret]


@dataclass
class Holder:
    """A class of a user's own that holds a model."""

    held: Any


@attrs.define
class AttrsHolder:
    """The same, with attrs."""

    held: Any


def subclass(cls: type[Any]) -> type[Any]:
    return type(f"Own{cls.__name__}", (cls,), {"__slots__": ()})


def decorated(cls: type[Any]) -> type[Any]:
    return attrs.define(kw_only=True)(subclass(cls))


Make: TypeAlias = Callable[..., object]


def held_by(hold: Callable[[object], object]) -> Callable[[type[Model]], Make]:
    def way(cls: type[Model]) -> Make:
        def make(**values: object) -> object:
            return hold(cls(**values))

        return make

    return way


def itself(cls: type[Model]) -> Make:
    return cls


WAYS: dict[str, Callable[[type[Model]], Make]] = {
    "the model": itself,
    "a subclass": subclass,
    "a subclass that is decorated again": decorated,
    "in a list": held_by(lambda model: [model]),
    "in a dict": held_by(lambda model: {"key": model}),
    "in a dataclass": held_by(Holder),
    "in an attrs class": held_by(AttrsHolder),
}
"""How a user may have a model at hand."""


@dataclass
class Case:
    """Two values that differ in one secret, of digits, which a number can be made of too."""

    make: Make
    values: dict[str, object]
    member: str
    number: int

    @property
    def secret(self) -> str:
        return str(86_753_090_000 + self.number)

    @property
    def value(self) -> Any:
        return self.make(**self.values, **{self.member: self.secret})

    @property
    def other(self) -> Any:
        return self.make(**self.values, **{self.member: self.secret[::-1]})

    def is_shown(self, text: str) -> bool:
        return self.secret in text or self.secret[::-1] in text


def open_values(cls: type[Model], but: Member) -> dict[str, object]:
    """What the members that are required beside one hold."""
    return {each.name: "open" for each in members(cls) if each.required and each != but}


CASES = [
    Case(way(cls), open_values(cls, member), member.name, len(WAYS) * row + column)
    for row, (cls, member) in enumerate(SECRET_MEMBERS)
    for column, way in enumerate(WAYS.values())
]


@attrs.define(kw_only=True, repr=False)
class Open(Model):
    """A model that does not hide its member."""

    password: Annotated[str, Wire("Password")]


CONTROL = Case(Open, {}, "password", len(CASES))


# The tools

Tool: TypeAlias = Callable[[Case], str]


def raised_with(value: object) -> RuntimeError:
    """An error, with a value among the locals of its traceback."""
    try:
        raise RuntimeError(value)
    except RuntimeError as error:
        return error


def by_logging(case: Case) -> str:
    out = io.StringIO()
    logger = logging.Logger("secrets")  # noqa: LOG001  # one that nobody else gets
    logger.addHandler(logging.StreamHandler(out))
    logger.error("failed: %s %r", case.value, case.value, exc_info=raised_with(case.value))
    return out.getvalue()


def by_traceback(case: Case) -> str:
    error = raised_with(case.value)
    lines = traceback.TracebackException.from_exception(error, capture_locals=True).format()
    return "".join(lines)


def by_unittest(case: Case) -> str:
    with pytest.raises(AssertionError) as failed:
        unittest.TestCase().assertEqual(case.value, case.other)  # noqa: PT009  # the message is what counts
    return str(failed.value)


def by_rich_pretty(case: Case) -> str:
    return str(import_module("rich.pretty").pretty_repr(case.value))


def by_rich_traceback(case: Case) -> str:
    error = raised_with(case.value)
    console = import_module("rich.console").Console(file=io.StringIO(), width=500)
    trace = import_module("rich.traceback").Traceback.from_exception
    console.print(trace(type(error), error, error.__traceback__, show_locals=True))
    return str(console.file.getvalue())


def by_structlog(case: Case, **options: bool) -> str:
    error = raised_with(case.value)
    transformer = import_module("structlog.tracebacks").ExceptionDictTransformer
    transform = transformer(show_locals=True, locals_max_string=10_000, **options)
    return json.dumps(transform((type(error), error, error.__traceback__)))


def by_ipython(case: Case) -> str:
    return str(import_module("IPython.lib.pretty").pretty(case.value))


def by_hypothesis(case: Case) -> str:
    return falsifying(st.just(case.value))


def by_hypothesis_builds(case: Case) -> str:
    """As hypothesis shows what it has built, by the call that did."""
    if not isinstance(case.make, type):
        return ""
    values = {**case.values, case.member: case.secret}
    return falsifying(
        st.builds(case.make, **{name: st.just(each) for name, each in values.items()})
    )


def falsifying(strategy: st.SearchStrategy[object]) -> str:
    @settings(max_examples=1, database=None, print_blob=False)
    @given(strategy)
    def fails(example: object) -> None:
        raise AssertionError(example)

    with pytest.raises(AssertionError) as failed:
        fails()
    notes = "".join(getattr(failed.value, "__notes__", ()))
    assert "example=" in notes
    return notes + str(failed.value)


def by_validation(case: Case) -> str:
    """Refuse a request for the secret itself, and for what is beside it."""
    value: Any = case.value
    cls: Any = value.__class__
    if not isinstance(case.value, Model):
        return ""
    names = [each.name for each in members(cls) if each.name != case.member]
    wrong = [attrs.evolve(value, **{name: b"wrong"}) for name in names]
    wrong.append(attrs.evolve(value, **{case.member: int(case.secret)}))
    text = ""
    for each in wrong:
        with pytest.raises(ValidationError) as refused:
            refuse(problems("body", each, check(cls)))
        text += f"{refused.value} {refused.value!r} {refused.value.problems}"
    return text


TOOLS: dict[str, Tool] = {
    "repr, str and format": lambda case: (
        f"{case.value!r} {case.value!s} {case.value} {[case.value]}"
    ),
    "pprint": lambda case: pprint.pformat(case.value),
    "pydoc, as cgitb": lambda case: pydoc.text.repr(case.value),
    "logging": by_logging,
    "traceback with locals": by_traceback,
    "unittest": by_unittest,
    "ValidationError": by_validation,
    "rich.pretty": by_rich_pretty,
    "rich.traceback with locals": by_rich_traceback,
    "structlog.tracebacks with locals": by_structlog,
    "structlog.tracebacks with locals, without rich": lambda case: by_structlog(
        case, use_rich=False
    ),
    "IPython.lib.pretty": by_ipython,
    "hypothesis": by_hypothesis,
    "hypothesis, st.builds": by_hypothesis_builds,
}


def record(tool: str, shown: object) -> None:
    cases = f"{len(SECRET_MEMBERS)} members, the model at hand in {len(WAYS)} ways"
    figures.record(f"secrets shown by {tool}", f"{shown} of {len(CASES)} ({cases})")


def skip_without_package(tool: str) -> None:
    """Skip what is not installed with the oldest dependencies."""
    package = tool.partition(".")[0]
    if package in ("rich", "structlog", "IPython") and not find_spec(package):
        figures.record(f"secrets shown by {tool}", "not installed")
        pytest.skip(f"needs {package}")


@pytest.mark.no_cover
@pytest.mark.parametrize("name", TOOLS)
def test_no_secret_is_shown_by(name: str) -> None:
    skip_without_package(name)
    tool = TOOLS[name]

    shown = [case for case in CASES if case.is_shown(tool(case))]
    record(name, len(shown))

    assert CONTROL.is_shown(tool(CONTROL)), "it would show no member anyway"
    assert shown == []


@pytest.mark.no_cover
def test_no_secret_is_shown_by_pytest(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest
        from tests.test_secrets import CASES, CONTROL

        @pytest.mark.parametrize("number", range(-1, len(CASES)))
        def test_equal(number):
            left, right = (lambda case: (case.value, case.other))([*CASES, CONTROL][number])
            assert left == right
        """
    )
    result = pytester.runpytest_inprocess("-vv", "--showlocals", "-p", "no:cacheprovider")
    result.assert_outcomes(failed=len(CASES) + 1)
    text = result.stdout.str()

    shown = [case for case in CASES if case.is_shown(text)]
    record("pytest", len(shown))

    assert CONTROL.is_shown(text)
    assert shown == []


@attrs.define(kw_only=True, repr=False)
class LeftOut(Model):
    """A model whose author knows attrs alone."""

    password: Annotated[str, Wire("Password")] = attrs.field(repr=False)


def test_a_member_that_attrs_leaves_out_is_hidden() -> None:
    assert repr(LeftOut(password="8675309")) == "LeftOut(password=***)"


def test_a_secret_that_is_not_there_shows_as_none() -> None:
    cls = decorated(APNSChannelRequest)
    assert "private_key=None, team_id=None, token_key=***" in repr(cls(token_key="8675309"))
