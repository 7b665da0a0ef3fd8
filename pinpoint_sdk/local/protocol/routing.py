"""From method and path to an operation: a tree of the model's URI templates, built once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from urllib.parse import unquote

from attrs import define

from pinpoint_sdk.local.protocol.errors import MethodNotAllowed, NotFound
from pinpoint_sdk.local.protocol.service_model import OperationBinding, operations


@define(frozen=True)
class Route:
    """The operation of a request, and the values in its path by member name."""

    operation: OperationBinding
    values: Mapping[str, str]


class _Node:
    def __init__(self) -> None:
        self.literals: dict[str, _Node] = {}
        self.placeholder: _Node | None = None
        self.operations: dict[str, OperationBinding] = {}


def find_route(method: str, path: str) -> Route:
    """The route of a request; ``path`` is still percent-encoded.

    Raises:
        NotFound: No operation has the path; an empty segment does not match a placeholder.
        MethodNotAllowed: The path is known, with another method.
    """
    path_is_known = False
    for node, values in _matches(_tree(), path.split("/")[1:], ()):
        operation = node.operations.get(method)
        if operation is not None:
            members = operation.path_members.values()
            return Route(operation, dict(zip(members, map(unquote, values), strict=True)))
        path_is_known = True
    if path_is_known:
        raise MethodNotAllowed(f"{method} is not allowed on {path}")
    raise NotFound(f"No operation has the path {path}")


def _matches(
    node: _Node, segments: Sequence[str], values: tuple[str, ...]
) -> Iterator[tuple[_Node, tuple[str, ...]]]:
    """Every template that matches, literal segments before placeholders."""
    if not segments:
        if node.operations:
            yield node, values
        return
    head, rest = segments[0], segments[1:]
    literal = node.literals.get(head)
    if literal is not None:
        yield from _matches(literal, rest, values)
    if node.placeholder is not None and head:
        yield from _matches(node.placeholder, rest, (*values, head))


@cache
def _tree() -> _Node:
    root = _Node()
    for operation in operations():
        node = root
        for segment in operation.path.split("/")[1:]:
            node = _child(node, segment)
        node.operations[operation.method] = operation
    return root


def _child(node: _Node, segment: str) -> _Node:
    if not segment.startswith("{"):
        return node.literals.setdefault(segment, _Node())
    if node.placeholder is None:
        node.placeholder = _Node()
    return node.placeholder
