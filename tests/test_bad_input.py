"""A wrong request is refused before it leaves, with the path of what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import datetime
from typing import Any

import attrs
import pytest

from pinpoint_sdk import PinpointClient, models, unstructure
from pinpoint_sdk.errors import PinpointError, ValidationError
from pinpoint_sdk.models.base import Model, members
from tests.support import figures
from tests.support.client_methods import Method, client_methods
from tests.support.contract import ContractOperation, contract_operations
from tests.support.loopback import Loopback
from tests.support.mistakes import SECRET, Mistake, mistakes
from tests.support.paths import on_both
from tests.support.service_model import fill, service_model

METHODS = client_methods()
WITH_BODY = [method for method in METHODS.values() if method.body]
WITH_ID = [(method, name) for method in METHODS.values() for name in method.ids]
WITH_QUERY = [(method, name) for method in METHODS.values() for name in method.query]

each_body = pytest.mark.parametrize("method", WITH_BODY, ids=str)
each_id = pytest.mark.parametrize(("method", "name"), WITH_ID, ids=str)


@attrs.define
class Tally:
    refused: int = 0
    reached: int = 0


@pytest.fixture(scope="module")
def tally() -> Iterator[Tally]:
    tally = Tally()
    yield tally
    figures.record(
        "bad input", f"{tally.refused} wrong requests refused, {tally.reached} reached the server"
    )


@attrs.frozen
class Caller:
    """Makes wrong calls, and counts them."""

    client: PinpointClient
    server: Loopback
    tally: Tally

    def refused(self, method: Method, arguments: Mapping[str, object]) -> ValidationError:
        """The error of a call that must not reach the server."""
        try:
            with pytest.raises(ValidationError) as caught:
                method.call(self.client, **arguments)
        finally:
            self.tally.reached += len(self.server.requests)
        assert not self.server.requests
        self.tally.refused += 1
        return caught.value


@pytest.fixture
def caller(pinpoint: PinpointClient, loopback: Loopback, tally: Tally) -> Caller:
    return Caller(pinpoint, loopback, tally)


def paths(error: ValidationError) -> list[str]:
    return [problem.path for problem in error.problems]


# Bodies


def test_every_body_of_the_release_is_tried() -> None:
    in_the_release = {
        operation.method
        for operation in contract_operations()
        if any(not isinstance(member, str) for member in operation.request.values())
    }
    assert in_the_release <= {method.name for method in WITH_BODY}
    assert len(in_the_release) == 12


@each_body
def test_the_full_request_that_mistakes_are_made_in_is_sent(
    pinpoint: PinpointClient, loopback: Loopback, method: Method
) -> None:
    method.call(pinpoint, **method.arguments())
    assert loopback.take().json


@pytest.mark.no_cover
@on_both
@each_body
def test_one_mistake_is_refused_by_its_path_with_what_was_given_and_what_is_accepted(
    caller: Caller, method: Method
) -> None:
    arguments = method.arguments()
    for mistake in mistakes(arguments, method.body):
        with mistake.made():
            error = caller.refused(method, arguments)
        assert paths(error) == [mistake.path], mistake
        assert_names(error.problems[0].reason, mistake)
        assert str(error) == f"{mistake.path}: {error.problems[0].reason}"
    assert arguments == method.arguments()


def assert_names(reason: str, mistake: Mistake) -> None:
    assert mistake.accepted in reason, mistake
    assert mistake.given in reason.replace(mistake.accepted, "", 1), mistake


@each_body
def test_the_mistakes_tried_are_one_or_more_for_each_member_at_every_depth(method: Method) -> None:
    arguments = method.arguments()
    tried = {mistake.path for mistake in mistakes(arguments, method.body)}
    assert tried >= {*member_paths(arguments[method.body], method.body)}


def member_paths(model: Model, path: str) -> Iterator[str]:
    """The paths of the members of a model, told by what it holds instead of by its types."""
    for member in members(type(model)):
        yield from paths_of(getattr(model, member.name), f"{path}.{member.name}")


def paths_of(value: Any, path: str) -> Iterator[str]:
    yield path
    if isinstance(value, Model):
        yield from member_paths(value, path)
    for key, item in items(value):
        yield from paths_of(item, f"{path}[{key!r}]")


def items(value: Any) -> Iterable[tuple[Any, Any]]:
    """The keys and values of a dict, the indices and items of a list, nothing of others."""
    match value:
        case {}:
            return [*value.items()]
        case [*_]:
            return enumerate(value)
        case _:
            return []


@pytest.mark.no_cover
@each_body
def test_all_mistakes_of_a_request_are_named_at_once_in_its_order(
    caller: Caller, method: Method
) -> None:
    arguments: dict[str, Any] = {**method.arguments(), **dict.fromkeys(method.ids, "/")}
    made = {
        mistake.path: mistake for mistake in mistakes(arguments, method.body) if mistake.at_leaf
    }
    with ExitStack() as all_made:
        for mistake in made.values():
            all_made.enter_context(mistake.made())
        error = caller.refused(method, arguments)
    assert paths(error) == [*method.ids, *made]
    count, *lines = str(error).splitlines()
    assert count == f"{len(error.problems)} problems:"
    assert lines[:10] == [f"{each.path}: {each.reason}" for each in error.problems[:10]]
    assert lines[10:] == ([f"and {len(made) + len(method.ids) - 10} more"] if lines[10:] else [])


def test_the_error_is_one_of_ours_and_a_value_error(pinpoint: PinpointClient) -> None:
    with pytest.raises(PinpointError) as ours:
        pinpoint.get_app("")
    assert isinstance(ours.value, ValueError)
    assert ours.value.__cause__ is None


def test_a_number_too_large_for_a_float_is_refused(caller: Caller) -> None:
    request = models.EndpointRequest(metrics={"steps": 10**400})
    arguments = {"application_id": "1", "endpoint_id": "1", "endpoint_request": request}
    assert paths(caller.refused(METHODS["update_endpoint"], arguments)) == [
        "endpoint_request.metrics['steps']"
    ]


# Parts of the URL


NAMES_NOTHING: Mapping[object, str] = {
    "": "''",
    "/": "'/'",
    "//": "'//'",
    " ": "' '",
    "/ /": "'/ /'",
    "\t": "'\\t'",
    None: "None",
    0: "0",
    -1: "-1",
    1.5: "1.5",
    b"x": "bytes",
    ("x",): "tuple",
}


@on_both
@each_id
def test_an_id_that_names_nothing_is_refused(caller: Caller, method: Method, name: str) -> None:
    for wrong, given in NAMES_NOTHING.items():
        error = caller.refused(method, {**method.arguments(), name: wrong})
        assert paths(error) == [name]
        assert given in error.problems[0].reason


@each_id
def test_a_number_is_no_id_but_a_version(
    pinpoint: PinpointClient, caller: Caller, method: Method, name: str
) -> None:
    arguments = {**method.arguments(), name: 5}
    if name == "version":
        method.call(pinpoint, **arguments)
        assert caller.server.take().target.endswith("/versions/5")
    else:
        assert paths(caller.refused(method, arguments)) == [name]


@on_both
@pytest.mark.parametrize(("method", "name"), WITH_QUERY, ids=str)
def test_a_wrong_query_key_is_refused(caller: Caller, method: Method, name: str) -> None:
    for value in WRONG_QUERY_VALUES.get(name, [5, True, b"x"]):
        error = caller.refused(method, {**method.arguments(), name: value})
        assert paths(error) == [name]


SIZES: list[object] = [0, -1, True, 1.5, "5"]
MOMENTS: list[object] = [5, "2026-01-01", datetime(2026, 1, 1)]
WRONG_QUERY_VALUES: dict[str, list[object]] = {
    "page_size": SIZES,
    "max_items": SIZES,
    "start_time": MOMENTS,
    "end_time": MOMENTS,
    "create_new_version": ["true", 1, 0],
    "tag_keys": ["key", {"key": 1}, 5, None],
}
"""What query keys other than texts do not take."""

# Secrets

SECRET_MEMBERS = [
    (method, member.name)
    for method in WITH_BODY
    for member in members(method.body_class)
    if member.secret
]


def test_there_are_secrets() -> None:
    assert {member for _, member in SECRET_MEMBERS} == {
        "api_key",
        "certificate",
        "client_secret",
        "otp",
        "private_key",
        "secret_key",
        "service_json",
        "token_key",
    }


@pytest.mark.parametrize(("method", "member"), SECRET_MEMBERS, ids=str)
@pytest.mark.parametrize(
    "wrong",
    [
        int(SECRET),
        float(SECRET),
        SECRET.encode(),
        bytearray(SECRET.encode()),
        [SECRET],
        {SECRET: 1},
    ],
    ids=lambda wrong: type(wrong).__name__,
)
def test_a_secret_of_a_wrong_type_is_shown_nowhere(
    caller: Caller, method: Method, member: str, wrong: object
) -> None:
    arguments = method.arguments()
    setattr(arguments[method.body], member, wrong)
    error = caller.refused(method, arguments)
    assert paths(error) == [f"{method.body}.{member}"]
    assert type(wrong).__name__ in str(error)
    for shown in (str(error), repr(error), repr(error.problems), repr(arguments[method.body])):
        assert SECRET not in shown


@pytest.mark.parametrize(("method", "member"), SECRET_MEMBERS, ids=str)
def test_a_right_secret_is_not_shown_with_the_mistakes_of_others(
    caller: Caller, method: Method, member: str
) -> None:
    arguments = method.arguments()
    setattr(arguments[method.body], member, SECRET)
    other = next(each.name for each in members(method.body_class) if not each.secret)
    setattr(arguments[method.body], other, b"wrong")
    error = caller.refused(method, arguments)
    assert paths(error) == [f"{method.body}.{other}"]
    for shown in (str(error), repr(error), repr(arguments[method.body])):
        assert SECRET not in shown


@pytest.mark.parametrize(("method", "member"), SECRET_MEMBERS, ids=str)
def test_a_secret_in_place_of_a_model_is_not_shown(
    caller: Caller, method: Method, member: str
) -> None:
    for wrong in (SECRET, [SECRET], {member: SECRET}):
        error = caller.refused(method, {**method.arguments(), method.body: wrong})
        assert paths(error) == [method.body]
        assert SECRET not in str(error) + repr(error)


# Responses


@pytest.mark.parametrize("operation", contract_operations(), ids=lambda each: each.name)
@pytest.mark.parametrize("wrong", ["NO SUCH VALUE", 5, 1.5, True])
def test_a_response_is_read_as_it_is_whatever_stands_in_place_of_its_texts(
    pinpoint: PinpointClient, loopback: Loopback, operation: ContractOperation, wrong: object
) -> None:
    method = METHODS[operation.method]
    (name,) = operation.response
    body = with_texts(fill(service_model().shape_for(name)), wrong)
    loopback.answer(body)
    result = method.call(pinpoint, **method.arguments())
    assert isinstance(result, getattr(models, name))
    assert unstructure(result) == body


def with_texts(value: Any, other: object) -> Any:
    """The value with each text in it, enum values too, replaced."""
    match value:
        case str():
            return other
        case {}:
            return {key: with_texts(item, other) for key, item in items(value)}
        case [*_]:
            return [with_texts(item, other) for _, item in items(value)]
        case _:
            return value
