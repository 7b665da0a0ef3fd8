"""What botocore's service model says about Pinpoint, read once a process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrs import define
from botocore.loaders import Loader, create_loader
from botocore.model import OperationModel, ServiceModel, Shape, StructureShape

EXTRAS_DIRECTORY = Path(__file__).resolve().parents[2] / "data"
"""A botocore search path with the members of the 2017-09-27 release that AWS dropped."""


@define(frozen=True)
class OperationBinding:
    """How one operation is bound to HTTP.

    ``path_members`` maps placeholders to members, in the order of the URI, ``query_members`` query
    keys to members. ``body`` and ``output`` are the shapes of the whole HTTP bodies.
    """

    name: str
    method: str
    path: str
    success_status: int
    path_members: Mapping[str, str]
    query_members: Mapping[str, str]
    body: StructureShape | None
    output: StructureShape | None


def shared_loader() -> Loader:
    """A loader of botocore's that reads each of its files once a process."""
    loader = _loader()
    loader.search_paths[:] = dict.fromkeys(loader.search_paths)  # each boto3 session adds its own
    return loader


@cache
def _loader() -> Loader:
    loader = create_loader()
    loader.search_paths.append(str(EXTRAS_DIRECTORY))
    return loader


@cache
def service_model() -> ServiceModel:
    """The model of the service, the dropped members of 2017-09-27 included."""
    description = shared_loader().load_service_model("pinpoint", "service-2")
    return ServiceModel(description, "pinpoint")


@cache
def operations() -> tuple[OperationBinding, ...]:
    """Every operation of the service."""
    model = service_model()
    return tuple(_operation(model.operation_model(name)) for name in model.operation_names)


def require_operation(name: str) -> str:
    """Return the name of an operation.

    Raises:
        ValueError: There is no such operation.
    """
    if any(operation.name == name for operation in operations()):
        return name
    wanted = str(name).replace("_", "").casefold()
    meant = [each.name for each in operations() if each.name.casefold() == wanted]
    expected = meant[0] if meant else "AWS's name of one, such as SendMessages"
    raise ValueError(f"{name!r} is not an operation of Amazon Pinpoint; expected {expected}")


@cache
def error_statuses() -> Mapping[str, int]:
    """The HTTP status of each modelled error, by its code."""
    return {
        shape.name: int(shape.metadata["error"]["httpStatusCode"])
        for shape in service_model().error_shapes
    }


def _operation(model: OperationModel) -> OperationBinding:
    path = str(model.http["requestUri"])
    placed = _members_at(model.input_shape, "uri")
    return OperationBinding(
        name=model.name,
        method=str(model.http["method"]),
        path=path,
        success_status=int(model.http.get("responseCode", 200)),
        path_members={name: placed[name] for name in placeholders(path)},
        query_members=_members_at(model.input_shape, "querystring"),
        body=_payload(model.input_shape),
        output=_payload(model.output_shape),
    )


def placeholders(path: str) -> list[str]:
    """The names in braces of a URI template, in order."""
    return [segment[1:-1] for segment in path.split("/") if segment.startswith("{")]


def _members_at(shape: Shape | None, location: str) -> dict[str, str]:
    if not isinstance(shape, StructureShape):
        return {}
    return {
        str(member_shape.serialization["name"]): member
        for member, member_shape in shape.members.items()
        if member_shape.serialization.get("location") == location
    }


def _payload(shape: Shape | None) -> StructureShape | None:
    if not isinstance(shape, StructureShape) or "payload" not in shape.serialization:
        return None
    payload = shape.members[shape.serialization["payload"]]
    return payload if isinstance(payload, StructureShape) else None
