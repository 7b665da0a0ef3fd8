"""What was saved is what is answered, by every operation that reads."""

from __future__ import annotations

from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from pinpoint_sdk import to_json, unstructure
from pinpoint_sdk.local import Clock, LocalPinpoint
from tests.local.populate.samples import APP, JSON, LEFT_OUT, SAMPLES
from tests.local.support.boto import START, Boto, boto_client
from tests.local.support.demo_data import open_shop
from tests.local.support.reading import Read, all_reads, plain, read_everything
from tests.local.support.scenario_runner import differences_between
from tests.support import figures


def read_all(service: LocalPinpoint) -> list[Read]:
    return read_everything(boto_client(service.session()), all_reads(service))


DIFFERENT = {
    "*RequestID": "it is the request's",
    "Get*Kpi*": "metrics are counted from what is sent here",
    "GetJourney*Metrics*": "they are counted from who takes part here",
    "GetJourneyRuns*": "a run does not say of which journey it is",
}
"""What may differ, as patterns, and why."""


def test_every_operation_that_reads_answers_what_was_saved(
    saved: tuple[datetime, list[Read]],
) -> None:
    now, before = saved
    documents = [each.output for each in before if each.output is not None]
    with LocalPinpoint(clock=Clock(now)) as service:
        service.populate(*documents)
        found = unequal(before, service)
    allowed = {each for each in found if any(fnmatchcase(each, one) for one in DIFFERENT)}
    operations = {each.operation for each in before}
    figures.record(
        "populate, every read operation",
        f"{len(documents)} documents loaded, {len(before)} calls of {len(operations)} operations,"
        f" {len(found - allowed)} differences",
    )
    assert found - allowed == set()
    assert {one for one in DIFFERENT if not any(fnmatchcase(each, one) for each in found)} == set()


def test_the_shop_is_the_same_and_its_campaigns_go_on() -> None:
    with open_shop() as shop:
        before = read_all(shop)
        documents = [each.output for each in before if each.output is not None]
        with LocalPinpoint(clock=Clock(shop.clock.now)) as service:
            service.populate(*documents)
            found = unequal(before, service)
            assert not [each for each in found if not any(fnmatchcase(each, o) for o in DIFFERENT)]
            for one in (shop, service):
                one.inbox.clear()
                one.clock.advance(days=2)
            mine, theirs = (
                [(each.address, each.body, each.sent_at) for each in one.inbox]
                for one in (service, shop)
            )
            assert mine == theirs != []


def unequal(before: list[Read], service: LocalPinpoint) -> set[str]:
    """The members that differ, after the operations that answer them."""
    after = read_everything(boto_client(service.session()), before)
    found = {
        f"{mine.operation}{difference}"
        for mine, theirs in zip(after, before, strict=True)
        for difference in differences_between(mine.output, theirs.output)
    }
    return {each.partition(":")[0] for each in found}


def test_documented_samples_are_answered_again() -> None:
    loaded = equal = 0
    for operation, sample in SAMPLES.items():
        with LocalPinpoint() as service:
            assert service.populate(sample).loaded
            loaded += 1
            (body,) = sample.values()
            for call in all_reads(service):
                if call.operation == operation:
                    answer = read_everything(boto_client(service.session()), [call])[0].output
                    assert answer is not None, operation
                    (found,) = answer.values()
                    assert changed(body, plain(found)) == [], operation
                    equal += 1
    for operation, sample in LEFT_OUT.items():
        with LocalPinpoint() as service:
            report = service.populate(sample)
            assert (report.loaded, len(report.left_out)) == ({}, 1), operation
    figures.record(
        "populate, answers as AWS documents them",
        f"{loaded} kinds loaded, {equal} read back, {len(LEFT_OUT)} with nothing to load",
    )
    assert equal >= loaded


def changed(saved: JSON, found: JSON) -> list[str]:
    """The members of a saved answer that another one does not have, or has differently."""
    return [each for each in differences_between(found, saved) if not each.endswith(" is not None")]


def test_all_samples_at_once_in_either_order_and_with_or_without_what_boto3_puts_around() -> None:
    samples = [*SAMPLES.values()]
    metadata = {"ResponseMetadata": {"HTTPStatusCode": 200, "RequestId": "r"}}
    bare = [*(body for each in samples for body in each.values())]
    forms: list[list[Any]] = [
        samples,
        samples[::-1],
        [{**each, **metadata} for each in samples],
        [{name: body for each in samples[1:] for name, body in each.items()}, samples[0]],
        bare,
        [bare],
    ]
    answers: list[list[JSON | None]] = []
    for documents in forms:
        with LocalPinpoint(clock=Clock(START)) as service:
            service.populate(*documents)
            calls = sorted(
                (each for each in all_reads(service) if "Kpi" not in each.operation),
                key=lambda call: (call.operation, call.input),
            )
            client = boto_client(service.session())
            answers.append([without_request_id(each) for each in read_everything(client, calls)])
    assert all(each == answers[0] for each in answers[1:])


def without_request_id(read: Read) -> JSON | None:
    for body in (read.output or {}).values():
        body.pop("RequestID", None)
        body.pop("LastEvaluatedTime", None)
    return read.output


def test_our_models_as_dicts_and_as_json(tmp_path: Path) -> None:
    with LocalPinpoint() as service:
        service.populate(*SAMPLES.values())
        with service.client() as pinpoint:
            app = pinpoint.get_app(APP)
            journeys = [*pinpoint.iter_journeys(APP)]
            campaigns = [*pinpoint.iter_campaigns(APP)]
    with LocalPinpoint() as service:
        (tmp_path / "campaign.json").write_text(to_json(campaigns[0]), "utf-8")
        report = service.populate(
            tmp_path, unstructure(app), [unstructure(each) for each in journeys]
        )
        assert report.loaded == {"projects": 1, "campaigns": 1, "journeys": 1}
        with service.client() as pinpoint:
            assert pinpoint.get_journey(APP, journeys[0].id) == journeys[0]
            assert pinpoint.get_campaign(APP, campaigns[0].id) == campaigns[0]


def test_tags_are_found_by_the_saved_arn(client: Boto, service: LocalPinpoint) -> None:
    service.populate(*SAMPLES.values())
    for sample in ("GetApp", "GetCampaign", "GetSegment", "GetSmsTemplate"):
        (body,) = SAMPLES[sample].values()
        client.tag_resource(ResourceArn=body["Arn"], TagsModel={"tags": {"a": "b"}})
        tags = client.list_tags_for_resource(ResourceArn=body["Arn"])["TagsModel"]["tags"]
        assert tags == {**body["tags"], "a": "b"}
