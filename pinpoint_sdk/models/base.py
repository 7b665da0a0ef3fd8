"""What every model shares: a wire name on each member, and a repr that hides secrets."""

from __future__ import annotations

from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import attrs

__all__ = ["Member", "Model", "Response", "ResponseMetadata", "Wire", "members", "secret"]


@attrs.frozen
class Wire:
    """Annotates a member with the name AWS gives it.

    Args:
        name: The member's name in boto3's dicts.
        json: Its name in the JSON that travels, where that is another.
    """

    name: str
    json: str | None = attrs.field(default=None, kw_only=True)


def secret(value: object) -> str:
    """Hide the value of a member in reprs, logs and errors.

    It is given to attrs as ``field(repr=secret)``, where other tools find it too.
    """
    return "None" if value is None else "***"


class Model:
    """Base of every request and response shape of Amazon Pinpoint."""

    __slots__ = ()

    def __repr__(self) -> str:
        shown: list[str] = []
        for member in members(type(self)):
            value = getattr(self, member.name)
            if value is None or (member.never_none and not value):
                continue
            shown.append(f"{member.name}={'***' if member.secret else repr(value)}")
        return f"{type(self).__name__}({', '.join(shown)})"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """Print in IPython and hypothesis, which would print attrs fields by itself."""
        printer.text(repr(self))


@attrs.frozen(kw_only=True)
class ResponseMetadata:
    """What came with an answer of AWS beside its body.

    Every member is empty on a model that was not returned by a call.
    """

    request_id: str = ""
    """The id AWS gave the request; AWS Support asks for it."""
    http_status_code: int = 0
    """The HTTP status, 200 to 299."""
    retry_attempts: int = 0
    """How often boto3 resent the request before this answer."""
    http_headers: dict[str, str] = attrs.field(factory=dict)
    """The HTTP headers, their names in lower case."""


NO_METADATA = ResponseMetadata()


@attrs.define(eq=False, repr=False)
class Response(Model):
    """Base of the models that an operation returns."""

    response_metadata: ResponseMetadata = attrs.field(
        default=NO_METADATA, init=False, eq=False, repr=False
    )
    """Request id, HTTP status and retries; ignored in equality and repr."""


@attrs.frozen
class Member:
    """One member of a model, as the converter and the request checks need it."""

    name: str
    wire_name: str
    """Its name in boto3's dicts."""
    json_name: str
    """Its name in the JSON that travels."""
    type: Any
    """The declared type without ``Annotated`` and without ``None``."""
    required: bool
    never_none: bool
    """True for the collections of a response: empty if AWS leaves them out."""
    secret: bool
    """True if the field has a repr of its own, or is left out of reprs."""


def members(cls: type[Model]) -> tuple[Member, ...]:
    """List the members of a model, in the order of its class body."""
    if (known := _MEMBERS.get(cls)) is None:
        known = _MEMBERS[cls] = _read_members(cls)
    return known


_MEMBERS: dict[type[Model], tuple[Member, ...]] = {}


def _read_members(cls: type[Any]) -> tuple[Member, ...]:
    hints = get_type_hints(cls, include_extras=True)
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    return tuple(
        _member(field, *get_args(hints[field.name]))
        for field in fields
        if get_origin(hints[field.name]) is Annotated
    )


def _member(field: attrs.Attribute[Any], declared: Any, wire: Wire) -> Member:
    required = field.default is attrs.NOTHING
    nullable = field.default is None
    if nullable:
        (declared,) = (each for each in get_args(declared) if each is not NoneType)
    return Member(
        name=field.name,
        wire_name=wire.name,
        json_name=wire.json or wire.name,
        type=declared,
        required=required,
        never_none=not required and not nullable,
        secret=field.repr is not True,
    )
