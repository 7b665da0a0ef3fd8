"""Compares the client and the models with botocore's service model, difference by difference."""

from __future__ import annotations

import inspect
import re
from datetime import datetime
from inspect import Parameter
from types import GenericAlias, NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
from botocore import xform_name
from botocore.model import (
    ListShape,
    MapShape,
    OperationModel,
    ServiceModel,
    Shape,
    StringShape,
    StructureShape,
)

from pinpoint_sdk import Paginator
from pinpoint_sdk.models.base import Model, Response, Wire, secret
from tests.support.operations import (
    body_key,
    input_of,
    path_keys,
    query_keys,
    result_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SCALARS: dict[str, type] = {
    "string": str,
    "integer": int,
    "double": float,
    "boolean": bool,
    "blob": bytes,
    "timestamp": datetime,
}
SECRETS = {
    "ApiKey",
    "Certificate",
    "ClientSecret",
    "Credential",
    "Otp",
    "PrivateKey",
    "SecretKey",
    "ServiceJson",
    "TokenKey",
}
NOT_OPERATIONS = {
    "close",
    "max_attempts",
    "meta",
    "wait_until_campaign_status",
    "wait_until_export_job_completed",
    "wait_until_import_job_completed",
    "wait_until_journey_run_completed",
    "with_config",
}


def differences(
    model: ServiceModel, models: Any, client: type, wanted: Iterable[str]
) -> Iterator[str]:
    """Every way in which the client and the models are not what AWS's model says.

    Args:
        model: AWS's model.
        models: What has the model classes and enum aliases as attributes.
        client: The class whose methods are the operations.
        wanted: The operations that it must have, at least.
    """
    for name in wanted:
        if not hasattr(client, xform_name(name)):
            yield f"{client.__name__}.{xform_name(name)}: missing"
    yield from client_differences(model, models, client)
    requested, returned = request_classes(model), returned_classes(model)
    for shape in reachable_shapes(operations_of(model, client)).values():
        if isinstance(shape, StructureShape):
            yield from structure_differences(
                shape, models, requested=shape.name in requested, returned=shape.name in returned
            )
        else:
            yield from enum_differences(shape, models)


def operations_of(model: ServiceModel, client: type) -> list[OperationModel]:
    """The operations that the client has a method for."""
    return [
        model.operation_model(name)
        for name in model.operation_names
        if hasattr(client, xform_name(name))
    ]


def reachable_shapes(operations: Iterable[OperationModel]) -> dict[str, Shape]:
    """The structures and enums in the bodies of the operations, by AWS's names."""
    found: dict[str, Shape] = {}
    for operation in operations:
        for top in (operation.input_shape, operation.output_shape):
            for shape in top.members.values() if top else ():
                _reach(shape, found)
    return found


def class_name(shape: Shape) -> str:
    return shape.name.lstrip("_")


def request_classes(model: ServiceModel) -> frozenset[str]:
    """The structures that a request can hold, over the whole API."""
    found: dict[str, Shape] = {}
    for name in model.operation_names:
        for shape in input_of(model.operation_model(name)).members.values():
            _reach(shape, found)
    return frozenset(found)


def answer_classes(model: ServiceModel) -> frozenset[str]:
    """The structures that an answer can hold, over the whole API."""
    found: dict[str, Shape] = {}
    for name in model.operation_names:
        output = model.operation_model(name).output_shape
        for shape in output.members.values() if output else ():
            _reach(shape, found)
    return frozenset(found)


def returned_classes(model: ServiceModel) -> frozenset[str]:
    """The structures that are the whole body of an answer, over the whole API."""
    outputs = [model.operation_model(name).output_shape for name in model.operation_names]
    return frozenset(
        shape.name for output in outputs if output for shape in output.members.values()
    )


def _reach(shape: Shape, found: dict[str, Shape]) -> None:
    if shape.name in found:
        return
    if isinstance(shape, ListShape):
        _reach(shape.member, found)
    elif isinstance(shape, MapShape):
        _reach(shape.key, found)
        _reach(shape.value, found)
    elif isinstance(shape, StructureShape):
        found[shape.name] = shape
        for member in shape.members.values():
            _reach(member, found)
    elif _is_enum(shape):
        found[shape.name] = shape


def client_differences(model: ServiceModel, models: Any, client: type) -> Iterator[str]:
    """What is wrong with the methods of the client."""
    expected: dict[str, inspect.Signature] = {}
    for operation in operations_of(model, client):
        expected[xform_name(operation.name)] = _method(operation, models)
        if (item := _listed(operation)) is not None:
            _, _, what = xform_name(operation.name).partition("_")
            expected[f"iter_{what}"] = _iterator(operation, python_type(item, models), models)
    for name in dir(client):
        if not name.startswith("_") and name not in {*expected, *NOT_OPERATIONS}:
            yield f"{client.__name__}.{name}: AWS has no such operation"
    for name, signature in expected.items():
        where = f"{client.__name__}.{name}"
        if not hasattr(client, name):
            yield f"{where}: missing"
        else:
            yield from _signature_differences(where, getattr(client, name), signature)


def _method(operation: OperationModel, models: Any) -> inspect.Signature:
    accepts, body = input_of(operation).members, body_key(operation)
    parameters = _path_parameters(operation)
    if body:
        parameters.append(_positional(body, python_type(accepts[body], models)))
    parameters += _query_parameters(operation, models)
    result = result_of(operation)
    returns = python_type(result, models) if result else NoneType
    return inspect.Signature(parameters, return_annotation=returns)


def _iterator(operation: OperationModel, item: Any, models: Any) -> inspect.Signature:
    keywords = {"page_size": int, "max_items": int, "token": str}
    parameters = [
        *_path_parameters(operation),
        *(each for each in _query_parameters(operation, models) if each.name not in PAGING_KEYS),
        *(_keyword(name, type_) for name, type_ in keywords.items()),
    ]
    return inspect.Signature(parameters, return_annotation=Paginator[item])


PAGING_KEYS = {"page_size", "token", "next_token"}


def _listed(operation: OperationModel) -> Shape | None:
    """What an operation lists, if it goes page by page: its items, or the rows of a KPI."""
    result = result_of(operation)
    if result is None or "NextToken" not in result.members:
        return None
    kpi = result.members.get("KpiResult")
    items = kpi.members["Rows"] if isinstance(kpi, StructureShape) else result.members.get("Item")
    return items.member if isinstance(items, ListShape) else None


def _query_parameters(operation: OperationModel, models: Any) -> list[Parameter]:
    shape = input_of(operation)
    parameters: list[Parameter] = []
    for name in query_keys(operation):
        type_ = int if name == "PageSize" else python_type(shape.members[name], models)
        parameter = _keyword(xform_name(name), type_)
        if name in shape.required_members:
            parameter = parameter.replace(default=Parameter.empty, annotation=type_)
        parameters.append(parameter)
    return parameters


def _path_parameters(operation: OperationModel) -> list[Parameter]:
    types: dict[str, Any] = {"Version": str | int}
    return [_positional(name, types.get(name, str)) for name in path_keys(operation)]


def _positional(wire_name: str, type_: Any) -> Parameter:
    return Parameter(xform_name(wire_name), Parameter.POSITIONAL_OR_KEYWORD, annotation=type_)


def _keyword(name: str, type_: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=type_ | None)


def _signature_differences(where: str, method: Any, want: inspect.Signature) -> Iterator[str]:
    hints = get_type_hints(method)
    got = {
        name: parameter.replace(annotation=hints.get(name, Parameter.empty))
        for name, parameter in inspect.signature(method).parameters.items()
        if name != "self"
    }
    for name, parameter in want.parameters.items():
        if name not in got:
            yield f"{where}: no parameter {name}"
        elif got[name] != parameter:
            yield f"{where}: {_show_parameter(got[name])}, not {_show_parameter(parameter)}"
    for name in got:
        if name not in want.parameters:
            yield f"{where}: AWS has no parameter {name}"
    if [*got] != [*want.parameters] and {*got} == {*want.parameters}:
        yield f"{where}: takes {', '.join(got)}, not {', '.join(want.parameters)}"
    if hints.get("return") != want.return_annotation:
        returned, wanted = hints.get("return"), want.return_annotation
        yield f"{where}: returns {_show(returned)}, not {_show(wanted)}"


def _show_parameter(parameter: Parameter) -> str:
    default = "" if parameter.default is Parameter.empty else f" = {parameter.default!r}"
    shown = f"{parameter.name}: {_show(parameter.annotation)}{default}"
    return f"{parameter.kind.description} {shown}"


def enum_differences(shape: Shape, models: Any) -> Iterator[str]:
    """What is wrong with the alias of an enum."""
    alias = getattr(models, class_name(shape), None)
    if get_origin(alias) is not Literal:
        yield f"{class_name(shape)}: no Literal alias"
    elif get_args(alias) != tuple(_values(shape)):
        got, want = ", ".join(get_args(alias)), ", ".join(_values(shape))
        yield f"{class_name(shape)}: {got}, not {want}"


def structure_differences(
    shape: StructureShape, models: Any, *, requested: bool, returned: bool
) -> Iterator[str]:
    """What is wrong with the class of a structure.

    Args:
        shape: AWS's structure.
        models: What has the class as an attribute, and those that its members need.
        requested: Whether a request can hold it.
        returned: Whether it is the whole body of an answer.
    """
    cls = getattr(models, class_name(shape), None)
    if not (isinstance(cls, type) and issubclass(cls, Model) and attrs.has(cls)):
        yield f"{shape.name}: no class"
        return
    if issubclass(cls, Response) != returned:
        yield f"{shape.name}: {'no' if returned else 'a'} subclass of Response"
    declared = _declared(cls)
    names_by_wire_name = {each.wire.name: name for name, each in declared.items() if each.wire}
    known: set[str] = set()
    for wire_name, member in shape.members.items():
        name = xform_name(wire_name)
        found = names_by_wire_name.get(wire_name, name)
        known.add(found)
        where = f"{shape.name}.{found}"
        if found not in declared:
            yield f"{where}: missing"
            continue
        if found != name:
            yield f"{where}: not named {name}"
        required = wire_name in shape.required_members
        yield from _member_differences(
            where, declared[found], _wanted(wire_name, member, models, required, requested)
        )
    for name in declared:
        if name not in known:
            yield f"{shape.name}.{name}: AWS has no such member"


@attrs.frozen
class _Declared:
    """How a class declares a member."""

    type: Any
    wire: Wire | None
    default: Any
    secret: bool
    kw_only: bool
    spelled: str


@attrs.frozen
class _Wanted:
    """How it should."""

    type: Any
    wire: Wire
    default: Any
    secret: bool
    enum: str | None


def _declared(cls: type[Any]) -> dict[str, _Declared]:
    hints = get_type_hints(cls, include_extras=True)
    found: dict[str, _Declared] = {}
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    for field in fields:
        if field.name in attrs.fields_dict(Response):
            continue
        type_, wire = hints[field.name], None
        if get_origin(type_) is Annotated:
            type_, wire = get_args(type_)
        default: Any = field.default
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
            default = default.factory
        found[field.name] = _Declared(
            type_, wire, default, field.repr is secret, field.kw_only, str(field.type)
        )
    return found


def _wanted(wire_name: str, shape: Shape, models: Any, required: bool, requested: bool) -> _Wanted:
    type_ = python_type(shape, models)
    default: Any = None
    if required:
        default = attrs.NOTHING
    elif not requested and isinstance(shape, (ListShape, MapShape)):
        default = get_origin(type_)
    else:
        type_ = type_ | None
    while isinstance(shape, (ListShape, MapShape)):
        shape = shape.member if isinstance(shape, ListShape) else shape.value
    enum = class_name(shape) if _is_enum(shape) else None
    return _Wanted(type_, Wire(wire_name), default, wire_name in SECRETS, enum)


def _member_differences(where: str, got: _Declared, want: _Wanted) -> Iterator[str]:
    if got.wire is None:
        yield f"{where}: no wire name"
    elif got.wire.name != want.wire.name:
        yield f"{where}: wire name {got.wire.name}, not {want.wire.name}"
    if got.secret != want.secret:
        yield f"{where}: {'no' if want.secret else 'a'} secret"
    if got.type != want.type:
        yield f"{where}: {_show(got.type)}, not {_show(want.type)}"
    elif want.enum and not re.search(rf"\b{want.enum}\b", got.spelled.partition("Wire(")[0]):
        yield f"{where}: not spelled {want.enum}"
    if got.default is not want.default:
        yield f"{where}: {_show_default(got.default)}, not {_show_default(want.default)}"
    if not got.kw_only:
        yield f"{where}: not keyword-only"


def python_type(shape: Shape, models: Any) -> Any:
    """The type that a value of a shape has in our models."""
    if isinstance(shape, StructureShape) or _is_enum(shape):
        name = class_name(shape)
        return getattr(models, name, None) or type(name, (), {})
    if isinstance(shape, ListShape):
        return GenericAlias(list, (python_type(shape.member, models),))
    if isinstance(shape, MapShape):
        types = (python_type(shape.key, models), python_type(shape.value, models))
        return GenericAlias(dict, types)
    return SCALARS[shape.type_name]


def _is_enum(shape: Shape) -> bool:
    return isinstance(shape, StringShape) and bool(_values(shape))


def _values(shape: Shape) -> list[str]:
    return getattr(shape, "enum", [])


def _show(type_: Any) -> str:
    origin, arguments = get_origin(type_), get_args(type_)
    if origin in (Union, UnionType):
        return " | ".join(map(_show, arguments))
    if origin is Literal:
        return f"Literal[{', '.join(map(repr, arguments))}]"
    if arguments:
        return f"{_show(origin)}[{', '.join(map(_show, arguments))}]"
    return "None" if type_ in (None, NoneType) else getattr(type_, "__name__", str(type_))


def _show_default(default: Any) -> str:
    if default is attrs.NOTHING:
        return "required"
    return f"{default.__name__}() by default" if callable(default) else f"{default!r} by default"


def count(shapes: Mapping[str, Shape]) -> tuple[int, int, int]:
    """How many structures, enums and members of structures."""
    structures = [each for each in shapes.values() if isinstance(each, StructureShape)]
    return (
        len(structures),
        len(shapes) - len(structures),
        sum(len(each.members) for each in structures),
    )
