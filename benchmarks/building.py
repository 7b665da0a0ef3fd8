"""A request for 100 endpoints, out of models to the bytes that are sent, checks included.

There is no public name for that way, so it is measured as a call is made: what a call with 100
endpoints takes more than a call with none, where a ``before-send`` handler answers at once. The
signature over the longer body is in it. botocore's part is its validation of the same dict alone.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.compat import HTTPHeaders
from botocore.validate import ParamValidator

from benchmarks.data import APPLICATION_ID
from benchmarks.measure import OURS, Effort, Figure, compare, take_turns
from benchmarks.requests import endpoints_in_dicts, endpoints_in_models
from benchmarks.sdks import PEOPLE, session
from pinpoint_sdk import PinpointClient

EMPTY_CALL = "a call without endpoints"
VALIDATION = "botocore's validation alone"
TARGETS: dict[str, float | None] = {VALIDATION: 0.50}


def measure(effort: Effort) -> list[Figure]:
    """Compare building a request with what botocore's validation of it takes."""
    client = client_without_network()
    boto3: Any = session().client("pinpoint")
    shape = boto3.meta.service_model.operation_model("UpdateEndpointsBatch").input_shape
    request = {
        "ApplicationId": APPLICATION_ID,
        "EndpointBatchRequest": endpoints_in_dicts(PEOPLE),
    }
    validator = ParamValidator()
    taken = take_turns(
        {
            OURS: lambda: client.update_endpoints_batch(
                APPLICATION_ID, endpoints_in_models(PEOPLE)
            ),
            EMPTY_CALL: lambda: client.update_endpoints_batch(
                APPLICATION_ID, endpoints_in_models([])
            ),
            VALIDATION: lambda: validator.validate(request, shape),
        },
        effort,
    )
    building = [call - empty for call, empty in zip(taken[OURS], taken[EMPTY_CALL], strict=True)]
    return compare("100 endpoints from models to bytes", {**taken, OURS: building}, TARGETS)


def client_without_network() -> PinpointClient:
    """Make a client whose calls are answered where they would be sent."""
    offline = session()
    events: Any = offline.events  # its types know of no handler that returns something
    events.register_first("before-send.pinpoint", accept)
    return PinpointClient(session=offline)


def accept(request: AWSPreparedRequest, **_: object) -> AWSResponse:
    """Answer a batch of endpoints as the service does."""
    raw = SimpleNamespace(stream=lambda: [b'{"Message":"Accepted","RequestID":"5f0c8d8e"}'])
    return AWSResponse(request.url, 202, HTTPHeaders(), raw)
