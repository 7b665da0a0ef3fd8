"""The scenario of all 122 operations, with plain boto3 and with our client."""

from __future__ import annotations

from fnmatch import fnmatchcase

import attrs
import pytest

from tests.local.support.scenario import scenario
from tests.local.support.scenario_runner import (
    Result,
    answered,
    differences,
    errors,
    filled,
    members,
    our_client,
    plain_boto3,
    run_under_moto,
    without_empty,
)
from tests.support import figures
from tests.support.operations import OPERATIONS


@pytest.fixture(scope="module")
def results() -> list[Result]:
    """The results of plain boto3."""
    return run_under_moto(plain_boto3)


def test_every_operation_answers_plain_boto3(results: list[Result]) -> None:
    assert errors(results) == []
    assert {step.operation for step in scenario()} == set(OPERATIONS)
    figures.record("embedded service, plain boto3", f"{len(answered(results))} of 122 operations")
    assert answered(results) == set(OPERATIONS)


def test_our_client_gets_the_same(results: list[Result]) -> None:
    ours = run_under_moto(our_client)
    figures.record("embedded service, our client", f"{len(answered(ours))} of 122 operations")
    assert errors(ours) == []
    assert differences(shortened(ours), shortened(results)) == []


def shortened(results: list[Result]) -> list[Result]:
    return [attrs.evolve(each, output=without_empty(each.output)) for each in results]


EMPTY = {
    "*LastModifiedBy": "nobody signs in here",
    "*EventStream.LastUpdatedBy": "nobody signs in here",
    "*EventStream.ExternalId": "PutEventStream does not take it any more",
    "*UpdatedToken": "no push service is asked, so none gives a new token",
    "SendOTPMessage.EndpointResult*": "a code goes to an address, never to an endpoint",
    "*Segment.ImportDefinition*": "only an import makes such a segment; GetSegment has it",
    "CreateExportJob.*": "it has only begun",
    "CreateImportJob.*": "it has only begun",
    "Get*ExportJob*Failures": "an export writes what is there, all of it",
    "GetSegmentImportJobs.*Failures": "none went wrong for that segment; GetImportJobs has them",
    "Get*DateRangeKpi.NextToken": "the rows of a month fit on a page",
    "GetJourneyDateRangeKpi.KpiResult.Rows*": "no KPI of journeys is grouped",
    "GetCampaignActivities.Item*ExecutionMetrics": "AWS names no metric for it",
    "*Journey.tags": "a journey is tagged afterwards; GetJourney has them",
    "UpdateJourneyState.*": "that journey is a small one; UpdateJourney has them",
    "PhoneNumberValidate.Carrier": "the metadata knows no carrier of that number",
    "PhoneNumberValidate.County": "the metadata knows no counties",
    "PhoneNumberValidate.ZipCode": "the metadata knows no ZIP codes",
}
"""Members that stay empty, as patterns, and why."""


def test_every_member_is_filled_but_the_known_ones(results: list[Result]) -> None:
    empty = members() - filled(results)
    total = len(members())
    figures.record("embedded service, members filled", f"{total - len(empty)} of {total}")
    unknown = {path for path in empty if not any(fnmatchcase(path, each) for each in EMPTY)}
    assert unknown == set()
    needless = {each for each in EMPTY if not any(fnmatchcase(path, each) for path in empty)}
    assert needless == set()
