"""A page of 100 campaigns out of its JSON bytes, into what each library gives its user."""

from __future__ import annotations

import json
from typing import Any

from botocore.parsers import create_parser  # pyright: ignore[reportUnknownVariableType]

from benchmarks.data import PAGE_SIZE, campaigns_page
from benchmarks.measure import (
    BOTO3,
    CAPO,
    DATACLASSES,
    OURS,
    PYDANTIC,
    Effort,
    Figure,
    Run,
    compare,
    competitor,
    take_turns,
)
from benchmarks.sdks import session
from pinpoint_sdk import from_json
from pinpoint_sdk.models import CampaignsResponse

JSON_ALONE = "json.loads alone"
PYDANTIC_FASTEST = f"{PYDANTIC}, straight from JSON"
HEADERS = {"x-amzn-requestid": "5f0c8d8e-9d1c-4a77-8c53-6f0a1e7b2d34"}
TARGETS: dict[str, float | None] = {
    JSON_ALONE: None,
    BOTO3: None,
    PYDANTIC: 0.25,
    PYDANTIC_FASTEST: None,
    DATACLASSES: None,
    CAPO: 1.0,
}


class Boto3Parser:
    """boto3's way from the bytes of an answer to dicts, without HTTP."""

    def __init__(self) -> None:
        client: Any = session().client("pinpoint")
        self._shape = client.meta.service_model.operation_model("GetCampaigns").output_shape
        self._parser: Any = create_parser("rest-json")

    def parse(self, body: bytes) -> dict[str, Any]:
        """Parse what ``get_campaigns`` of boto3 returns."""
        answer = {"body": body, "headers": HEADERS, "status_code": 200}
        parsed: dict[str, Any] = self._parser.parse(answer, self._shape)
        parsed["ResponseMetadata"]["RetryAttempts"] = 0
        return parsed


def measure(effort: Effort) -> list[Figure]:
    """Compare ours with boto3's parser and with the models of others."""
    taken = take_turns(contenders(campaigns_page(0, PAGE_SIZE)), effort)
    return compare("100 campaigns from JSON bytes", taken, TARGETS)


def contenders(body: bytes) -> dict[str, Run]:
    """Read the name and the state of each campaign: some parse a member only when it is read."""
    boto3 = Boto3Parser()
    found: dict[str, Run] = {
        OURS: lambda: [
            (each.name, each.state and each.state.campaign_status)
            for each in from_json(body, CampaignsResponse).item
        ],
        JSON_ALONE: lambda: json.loads(body),
        BOTO3: lambda: [
            (each["Name"], each["State"]["CampaignStatus"])
            for each in boto3.parse(body)["CampaignsResponse"]["Item"]
        ],
    }
    pydantic = competitor("aws_resource_validator.pydantic_models.pinpoint.pinpoint_classes")
    if pydantic is not None:
        answer, page = pydantic.GetCampaignsResponseTypeDef, pydantic.CampaignsResponseTypeDef
        found[PYDANTIC] = lambda: wire_names_and_states(
            answer(**boto3.parse(body)).CampaignsResponse.Item
        )
        found[PYDANTIC_FASTEST] = lambda: wire_names_and_states(page.model_validate_json(body).Item)
    dataclasses = competitor("boto3_dataclass_pinpoint")
    if dataclasses is not None:
        cast = dataclasses.pinpoint_caster.get_campaigns
        found[DATACLASSES] = lambda: wire_names_and_states(
            cast(boto3.parse(body)).CampaignsResponse.Item
        )
    capo = competitor("capo_pinpoint.types.campaigns_response")
    if capo is not None:
        found[CAPO] = lambda: [
            (each["name"], each["state"]["campaign_status"])
            for each in capo.deserialize_json(json.loads(body))["item"]
        ]
    return found


def wire_names_and_states(campaigns: Any) -> object:
    """Read models that keep AWS's names."""
    return [(each.Name, each.State.CampaignStatus) for each in campaigns]
