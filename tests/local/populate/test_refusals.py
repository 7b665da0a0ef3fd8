"""What cannot be recognised or contradicts itself is refused, with its place, and nothing loads."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from pinpoint_sdk.local import LocalPinpoint
from tests.local.populate.samples import (
    APP,
    CAMPAIGN_DOCUMENT,
    ENDPOINT,
    JOURNEY_DOCUMENT,
    JSON,
    PROJECT,
    SAMPLES,
    SEGMENT,
    SEGMENT_DOCUMENT,
    TEMPLATE,
)
from tests.local.support.boto import Boto, new_app
from tests.support import figures


def but(document: JSON, path: str, value: Any = None) -> JSON:
    """A document with another value at a path; without one there, if it is None."""
    changed = deepcopy(document)
    *outer, last = path.split(".")
    inner: Any = changed
    for name in outer:
        inner = inner.setdefault(name, {})
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return changed


def treatment(treatment_id: str, percent: int) -> JSON:
    return {"Id": treatment_id, "SizePercent": percent}


def group(segment_id: str, version: int | None = None) -> JSON:
    source = {"Id": segment_id} if version is None else {"Id": segment_id, "Version": version}
    return {"Groups": [{"SourceSegments": [source]}]}


OTHER = "5f" * 16
OTHER_SEGMENT = but(
    but(SEGMENT_DOCUMENT, "Id", OTHER), "Arn", SEGMENT_DOCUMENT["Arn"].replace(SEGMENT, OTHER)
)
REFUSED: list[tuple[str, list[Any]]] = [
    ("document 1: expected an answer of Amazon Pinpoint.*got Bar, Foo", [{"Foo": 1, "Bar": 2}]),
    ("a, b, c, d, e, f, g, h, and 2 more", [dict.fromkeys("abcdefghij", 1)]),
    ("got an empty object", [{}]),
    (r"document 1: \[0\]: expected an answer.*got str", [["text"]]),
    ("expected an answer.*got nothing", [[None]]),
    ("got Foo beside an answer", [{**SAMPLES["GetApp"], "Foo": 1}]),
    ("ApplicationResponse: expected an answer.*got str", [{"ApplicationResponse": "text"}]),
    ("document 2: CampaignsResponse: Item is required", [PROJECT, {"CampaignsResponse": {}}]),
    (
        r"CampaignsResponse\.Item\[1\]\.IsPaused: expected a boolean, got a string",
        [
            {
                "CampaignsResponse": {
                    "Item": [CAMPAIGN_DOCUMENT, but(CAMPAIGN_DOCUMENT, "IsPaused", "yes")]
                }
            }
        ],
    ),
    (r"Channels\['SMS'\]\.Version: expected", [{"Channels": {"SMS": {"Version": "x"}}}]),
    (r"Channels\['SMS'\]: expected an answer", [{"Channels": {"SMS": 3}}]),
    ("ChannelType: 'FAX' is not one of", [but(ENDPOINT, "ChannelType", "FAX")]),
    ("Id is required", [but(ENDPOINT, "Id")]),
    ("Id is required", [but(ENDPOINT, "Id", "")]),
    ("SegmentId is required", [{"CampaignResponse": but(CAMPAIGN_DOCUMENT, "SegmentId")}]),
    ("EffectiveDate must be a date", [but(ENDPOINT, "EffectiveDate", "yesterday")]),
    ("ApplicationId is missing", [but(ENDPOINT, "ApplicationId")]),
    (
        f"Arn is .*its end must be apps/{APP}/segments/",
        [but(SEGMENT_DOCUMENT, "Arn", SEGMENT_DOCUMENT["Arn"] + "0")],
    ),
    ("Arn is 'text'.*its end must be apps/", [but(PROJECT, "Arn", "text")]),
    ("its end must be apps/other/segments", [but(SEGMENT_DOCUMENT, "ApplicationId", "other")]),
    ("its end must be templates/ready/SMS", [but(TEMPLATE, "Arn", PROJECT["Arn"])]),
    ("Arn is 'text'", [but(but(SEGMENT_DOCUMENT, "ApplicationId"), "Arn", "text")]),
    ("Platform is 'GCM' in the answer of SMS", [{"SMSChannelResponse": {"Platform": "GCM"}}]),
    ("TemplateType is 'SMS' in the answer of EMAIL", [{"EmailTemplateResponse": TEMPLATE}]),
    (
        "Type is 'IMPORT' in the answer of EXPORT",
        [but(SAMPLES["GetExportJob"], "ExportJobResponse.Type", "IMPORT")],
    ),
    ("Version must be from 1 to 100000, got 0", [but(SEGMENT_DOCUMENT, "Version", 0)]),
    ("Version must be from 1 to 100000, got 100001", [but(CAMPAIGN_DOCUMENT, "Version", 100_001)]),
    *(
        ("Version must be a whole number above 0", [but(TEMPLATE, "Version", text)])
        for text in ("latest", "0", "", "²", "1" * 10)
    ),
    ("TemplateName is required", [{"SMSTemplateResponse": but(TEMPLATE, "TemplateName", "")}]),
    (
        "DefaultSubstitutions must be the text of a JSON object",
        [but(TEMPLATE, "DefaultSubstitutions", "[]")],
    ),
    (
        r"Title: 'Pies', and 'Buns' in document 1: CampaignResponse, which has the same campaign;",
        [
            SAMPLES["GetCampaign"],
            {
                "CampaignResponse": but(
                    CAMPAIGN_DOCUMENT, "MessageConfiguration.EmailMessage.Title", "Pies"
                )
            },
        ],
    ),
    (
        "which has the same campaign activity;",
        [
            {"Item": [{"ApplicationId": APP, "CampaignId": "c", "Id": "a", "State": state}]}
            for state in ("COMPLETED", "RUNNING")
        ],
    ),
    (
        "the ids must differ, and not be 0, got .'0'.",
        [but(CAMPAIGN_DOCUMENT, "AdditionalTreatments", [treatment("0", 10)])],
    ),
    (
        "the ids must differ",
        [but(CAMPAIGN_DOCUMENT, "AdditionalTreatments", [treatment("1", 1), treatment("1", 1)])],
    ),
    (
        r"from 0 to 100 together, got \[0, 60, 41\]",
        [but(CAMPAIGN_DOCUMENT, "AdditionalTreatments", [treatment("1", 60), treatment("2", 41)])],
    ),
    ("from 0 to 100 together, got .-1.", [but(CAMPAIGN_DOCUMENT, "HoldoutPercent", -1)]),
    ("SegmentVersion must not be negative", [but(CAMPAIGN_DOCUMENT, "SegmentVersion", -1)]),
    ("Limits.Daily must be from 0", [but(CAMPAIGN_DOCUMENT, "Limits.Daily", 500)]),
    ("StartTime must be IMMEDIATE", [but(CAMPAIGN_DOCUMENT, "Schedule.StartTime", "soon")]),
    (
        "StartTime must be IMMEDIATE",
        [
            but(
                but(CAMPAIGN_DOCUMENT, "Schedule.StartTime", "soon"),
                "State.CampaignStatus",
                "SCHEDULED",
            ),
            SEGMENT_DOCUMENT,
        ],
    ),
    ("EndTime must be later", [but(CAMPAIGN_DOCUMENT, "Schedule.EndTime", "0001-01-01T00:00Z")]),
    ("EventFilter is required", [but(CAMPAIGN_DOCUMENT, "Schedule.Frequency", "EVENT")]),
    (
        "Metrics.m.ComparisonOperator",
        [
            but(
                CAMPAIGN_DOCUMENT,
                "Schedule.EventFilter",
                {"Dimensions": {"Metrics": {"m": {"ComparisonOperator": "IS", "Value": 1}}}},
            )
        ],
    ),
    ("ImportDefinition is required", [but(SEGMENT_DOCUMENT, "SegmentType", "IMPORT")]),
    (
        "Metrics.m.ComparisonOperator",
        [
            but(
                SEGMENT_DOCUMENT,
                "Dimensions.Metrics",
                {"m": {"ComparisonOperator": "IS", "Value": 1}},
            )
        ],
    ),
    (
        "Attributes.a.Values",
        [
            but(
                SEGMENT_DOCUMENT,
                "SegmentGroups",
                {
                    "Groups": [
                        {
                            "Dimensions": [
                                {"Attributes": {"a": {"AttributeType": "ON", "Values": ["x"]}}}
                            ]
                        }
                    ]
                },
            )
        ],
    ),
    (
        "SegmentGroups: the segment is based on itself",
        [but(SEGMENT_DOCUMENT, "SegmentGroups", group(SEGMENT, 1))],
    ),
    (
        "SegmentGroups: the segment is based on itself",
        [
            but(SEGMENT_DOCUMENT, "SegmentGroups", group(OTHER)),
            but(OTHER_SEGMENT, "SegmentGroups", group(SEGMENT, 0)),
        ],
    ),
    ("Name must have 1 to 150 letters", [but(JOURNEY_DOCUMENT, "Name", "a name")]),
    ("Schedule.StartTime must be a date", [but(JOURNEY_DOCUMENT, "Schedule.StartTime", "soon")]),
    ("Schedule.EndTime must be a date", [but(JOURNEY_DOCUMENT, "Schedule.EndTime", 1e300)]),
    (
        "Limits.Total must be from 0",
        [
            {"CampaignHook": {}, "ApplicationId": APP, "Limits": {"Total": 101}},
        ],
    ),
    (
        "JourneyLimits.DailyCap must be",
        [{"CampaignHook": {}, "ApplicationId": APP, "JourneyLimits": {"DailyCap": 101}}],
    ),
    (
        "QuietTime.Start must be an hour",
        [{"CampaignHook": {}, "ApplicationId": APP, "QuietTime": {"Start": "night"}}],
    ),
    (
        "DestinationStreamArn must be the ARN",
        [but(SAMPLES["GetEventStream"], "EventStream.DestinationStreamArn", "arn:aws:s3:::b")],
    ),
    (
        "RoleArn must be the ARN of an IAM role",
        [but(SAMPLES["GetEventStream"], "EventStream.RoleArn", "me")],
    ),
]


@pytest.mark.parametrize(("words", "documents"), REFUSED)
def test_what_is_refused(service: LocalPinpoint, words: str, documents: list[Any]) -> None:
    with pytest.raises(ValueError, match=words):
        service.populate(*documents)
    assert not service.inspect(lambda account, _: account.projects)
    figures.record("populate, documents refused with their place", str(len(REFUSED)))


def test_nothing_is_loaded_and_every_problem_is_named(service: LocalPinpoint) -> None:
    wrong = [{"Foo": number} for number in range(12)]
    with pytest.raises(ValueError, match="nothing was loaded") as caught:
        service.populate(*SAMPLES.values(), *wrong)
    shown = str(caught.value).splitlines()[1:]
    assert [line.partition(":")[0] for line in shown[:-1]] == [
        f"document {len(SAMPLES) + number}" for number in range(1, 11)
    ]
    assert shown[-1] == "and 2 more"
    with pytest.raises(ValueError, match="nothing was loaded") as caught:
        service.populate(*wrong[:10])
    assert len(str(caught.value).splitlines()) == 11
    assert service.inspect(
        lambda account, _: (account.projects, account.templates, account.recommenders)
    ) == ({}, {}, {})
    assert service.inspect(lambda account, _: account.scheduler.tasks) == []


def test_what_exists_already_is_refused(service: LocalPinpoint, client: Boto) -> None:
    app = new_app(client)
    endpoint = but(ENDPOINT, "ApplicationId", app)
    with pytest.raises(ValueError, match=f"the project {app} exists already: populate a service"):
        service.populate(endpoint)
    everything = [*SAMPLES.values()]
    service.populate(*everything)
    for sample, words in (
        ("GetApp", f"the project {APP} exists already"),
        ("GetSmsTemplate", "SMSTemplateResponse: the template ready/SMS exists already"),
        ("GetRecommenderConfiguration", "the recommender 12ab34 exists already"),
    ):
        with pytest.raises(ValueError, match=words):
            service.populate(SAMPLES[sample])
    assert [each["Id"] for each in client.get_apps()["ApplicationsResponse"]["Item"]] == [app, APP]


def test_of_two_states_of_a_thing_the_later_one_is_loaded(
    service: LocalPinpoint, client: Boto
) -> None:
    older = but(but(ENDPOINT, "EffectiveDate", "2020-08-06T00:04:51.763Z"), "OptOut", "NONE")
    undated = but(but(ENDPOINT, "EffectiveDate"), "Address", "+15555550199")
    report = service.populate(older, ENDPOINT, undated)
    assert [str(each) for each in report.left_out[:2]] == [
        "document 1: endpoints: 1: other documents have the same as it was later",
        "document 3: endpoints: 1: other documents have the same as it was later",
    ]
    found = client.get_endpoint(ApplicationId=APP, EndpointId=ENDPOINT["Id"])["EndpointResponse"]
    assert (found["OptOut"], found["Address"]) == ("ALL", ENDPOINT["Address"])


def test_of_two_documents_of_a_thing_each_may_have_a_part(
    service: LocalPinpoint, client: Boto
) -> None:
    listed = but(SAMPLES["GetChannels"], "ChannelsResponse.Channels.SMS", {"Enabled": True})
    short = but(SAMPLES["GetSmsChannel"], "SMSChannelResponse", {"SenderId": "cake"})
    report = service.populate(listed, short, application_id=APP)
    assert report.loaded["channels"] == 3
    found = client.get_sms_channel(ApplicationId=APP)["SMSChannelResponse"]
    assert found["SenderId"] == "cake"
    assert (found["Enabled"], found["Id"], found["Platform"]) == (True, "sms", "SMS")
