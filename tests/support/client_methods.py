"""The methods of the client, read from their signatures, and calls with every argument filled."""

from __future__ import annotations

import inspect
from typing import Any, get_type_hints

import attrs

from pinpoint_sdk import PinpointClient, structure
from pinpoint_sdk.models.base import Model
from tests.support.service_model import fill, service_model


@attrs.frozen
class Method:
    """One method of the client that calls AWS."""

    name: str
    ids: tuple[str, ...]
    """The parameters that become part of the URL's path."""
    query: tuple[str, ...]
    body: str
    """The parameter that takes a model; empty where none does."""
    body_class: type[Model]
    """The class of that model; ``Model`` where there is none."""

    def __str__(self) -> str:
        return self.name

    def arguments(self) -> dict[str, Any]:
        """A value for every required parameter, by its name; new and full bodies each time."""
        arguments: dict[str, Any] = dict.fromkeys(self.ids, "1")
        if "tag_keys" in self.query:
            arguments["tag_keys"] = ["key"]
        if self.body:
            arguments[self.body] = full(self.body_class)
        return arguments

    def call(self, client: PinpointClient, **arguments: object) -> Any:
        """Call the method; of a listing, ask for the first item, which calls AWS."""
        result = getattr(client, self.name)(**arguments)
        return next(result, None) if self.name.startswith("iter_") else result


def full(cls: type[Model]) -> Any:
    """A model with every member set, at every depth."""
    return structure(fill(service_model().shape_for(cls.__name__)), cls)


def client_methods() -> dict[str, Method]:
    """Every public method of the client that calls one operation, by name."""
    functions = inspect.getmembers(PinpointClient, inspect.isfunction)
    return {
        name: _method(name, function)
        for name, function in functions
        if not name.startswith(("_", "close", "wait_until_", "with_config"))
    }


def _method(name: str, function: Any) -> Method:
    hints = get_type_hints(function)
    parameters = [*inspect.signature(function).parameters.values()][1:]
    query = [each.name for each in parameters if each.kind is each.KEYWORD_ONLY]
    bodies = [
        each.name
        for each in parameters
        if inspect.isclass(hints[each.name]) and issubclass(hints[each.name], Model)
    ]
    return Method(
        name=name,
        ids=tuple(each.name for each in parameters if each.name not in {*query, *bodies}),
        query=tuple(query),
        body=bodies[0] if bodies else "",
        body_class=hints[bodies[0]] if bodies else Model,
    )
