from __future__ import annotations

import re

import pytest

from pinpoint_sdk.local.operations import HANDLERS
from pinpoint_sdk.local.protocol.routing import find_route
from pinpoint_sdk.local.protocol.service_model import OperationBinding, operations


def example(operation: OperationBinding) -> str:
    return re.sub(r"\{[^}]+\}", "some-id", operation.path)


def test_the_embedded_service_has_all_122_operations() -> None:
    assert len(operations()) == 122
    assert set(HANDLERS) == {operation.name for operation in operations()}


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.name)
def test_every_operation_is_found_by_its_method_and_path(operation: OperationBinding) -> None:
    route = find_route(operation.method, example(operation))
    assert route.operation is operation
    assert dict(route.values) == dict.fromkeys(operation.path_members.values(), "some-id")


def test_literal_segments_win_over_placeholders_but_do_not_block_them() -> None:
    assert find_route("GET", "/v1/templates/t/email").operation.name == "GetEmailTemplate"
    versions = find_route("GET", "/v1/templates/t/email/versions")
    assert versions.operation.name == "ListTemplateVersions"
    assert versions.values == {"TemplateName": "t", "TemplateType": "email"}


def test_path_values_are_percent_decoded_after_the_path_is_split() -> None:
    route = find_route("GET", "/v1/apps/a%2Fb/endpoints/%2B1%20%C3%BC")
    assert route.values == {"ApplicationId": "a/b", "EndpointId": "+1 ü"}
