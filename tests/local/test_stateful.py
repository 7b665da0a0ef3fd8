"""Random operations in any order: what must hold whatever was done before."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import boto3
import pytest
from botocore.exceptions import ClientError
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)
from moto import mock_aws

from pinpoint_sdk.local import Clock, LocalPinpoint
from tests.local.support.boto import START, Boto, boto_client

SECRET = "s3cr3t-of-a-channel"
TEXTS = st.sampled_from(["", "a", "Grüße", "{{User.UserId}}", "x" * 40])
NAMES_IN_ORDER = ["a", "b", "c", "d"]
NAMES = st.sampled_from(NAMES_IN_ORDER)

AWS = boto3.Session("nobody", "secret", region_name="us-east-1")
BUCKET = "people"
JOB_DURATION = timedelta(hours=24)
JOBS: dict[str, dict[str, Any]] = {
    "import": {
        "Format": "CSV",
        "RoleArn": "arn:aws:iam::123456789012:role/jobs",
        "S3Url": f"s3://{BUCKET}/people.csv",
    },
    "export": {
        "RoleArn": "arn:aws:iam::123456789012:role/jobs",
        "S3UrlPrefix": f"s3://{BUCKET}/exports/",
    },
}
MOST_IMPORTS = 10

CHANNELS: dict[str, tuple[str, dict[str, Any]]] = {
    "adm": ("ADMChannelRequest", {"ClientId": SECRET, "ClientSecret": SECRET}),
    "apns": ("APNSChannelRequest", {"Certificate": SECRET, "PrivateKey": SECRET}),
    "apns_voip": (
        "APNSVoipChannelRequest",
        {"TokenKey": SECRET, "TokenKeyId": "k", "TeamId": "t", "BundleId": "b"},
    ),
    "baidu": ("BaiduChannelRequest", {"ApiKey": SECRET, "SecretKey": SECRET}),
    "gcm": ("GCMChannelRequest", {"ApiKey": SECRET}),
    "sms": ("SMSChannelRequest", {}),
}
CHANNEL = st.sampled_from([*CHANNELS])
NOTHING = cast("Any", multiple())


class Pinpoint(RuleBasedStateMachine):
    """What was created is found once, versions grow by one, pages lose nothing, gone is 404."""

    apps = Bundle("apps")
    campaigns = Bundle("campaigns")
    segments = Bundle("segments")
    journeys = Bundle("journeys")

    def __init__(self) -> None:
        super().__init__()
        self.aws = mock_aws()
        self.aws.start()
        bring_people()
        self.clock = Clock(START)
        self.serve(LocalPinpoint(clock=self.clock, aws=AWS, job_duration=JOB_DURATION))
        self.page_size = 1
        self.known: dict[str, dict[str, dict[str, int]]] = {}
        """By project and kind: the ids of what there is, and its latest version."""
        self.channels: dict[str, set[str]] = {}
        self.jobs: dict[str, dict[str, dict[str, datetime]]] = {}
        """By project and kind: the ids of jobs, and when each is done."""
        self.tags: dict[str, dict[str, str]] = {}
        """By ARN, of projects, campaigns and segments."""
        self.templates: dict[str, int] = {}

    def serve(self, service: LocalPinpoint) -> None:
        """Ask this service from now on, and look for secrets in all it says."""
        self.service = service
        self.client: Boto = boto_client(service.session())
        self.client.meta.events.register("after-call.pinpoint", no_secret)

    def teardown(self) -> None:
        self.service.close()
        self.aws.stop()

    # Projects

    @initialize(target=apps)
    def first_app(self) -> str:
        return self.new_app("first")

    @rule(target=apps, name=NAMES)
    def another_app(self, name: str) -> str:
        return self.new_app(name)

    def new_app(self, name: str) -> str:
        answer = self.client.create_app(CreateApplicationRequest={"Name": name})
        created = answer["ApplicationResponse"]
        app = str(created["Id"])
        assert app not in self.known
        self.known[app] = {"campaign": {}, "segment": {}, "endpoint": {}, "journey": {}}
        self.channels[app] = set()
        self.jobs[app] = {kind: {} for kind in JOBS}
        self.tags[created["Arn"]] = {}
        return app

    @rule(app=consumes(apps))
    def delete_app(self, app: str) -> None:
        if len(self.known) == 1:
            return
        self.client.delete_app(ApplicationId=app)
        del self.known[app], self.channels[app], self.jobs[app]
        for arn in [arn for arn in self.tags if app in arn]:
            self.is_tagged_no_more(arn)
        is_gone(self.client.get_app, ApplicationId=app)
        is_gone(self.client.get_campaigns, ApplicationId=app)

    # Channels

    @rule(app=apps, kind=CHANNEL, enabled=st.booleans())
    def update_channel(self, app: str, kind: str, enabled: bool) -> None:
        if app in self.known:
            name, secrets = CHANNELS[kind]
            update = getattr(self.client, f"update_{kind}_channel")
            update(ApplicationId=app, **{name: {**secrets, "Enabled": enabled}})
            self.channels[app].add(kind)

    @rule(app=apps, kind=CHANNEL)
    def delete_channel(self, app: str, kind: str) -> None:
        if app in self.known:
            delete = getattr(self.client, f"delete_{kind}_channel")
            if kind in self.channels[app]:
                delete(ApplicationId=app)
                self.channels[app].discard(kind)
            is_gone(delete, ApplicationId=app)
            is_gone(getattr(self.client, f"get_{kind}_channel"), ApplicationId=app)

    # Endpoints

    @rule(app=apps, name=NAMES, text=TEXTS, channel=st.sampled_from(["SMS", "GCM"]))
    def update_endpoint(self, app: str, name: str, text: str, channel: str) -> None:
        if app in self.known:
            endpoint = {
                "Address": f"+1555555010{NAMES_IN_ORDER.index(name)}",
                "ChannelType": channel,
                "Attributes": {name: [text]},
                "User": {"UserId": name},
            }
            where = {"ApplicationId": app, "EndpointId": name}
            self.client.update_endpoint(**where, EndpointRequest=endpoint)
            self.known[app]["endpoint"][name] = 1
            found = self.client.get_endpoint(**where)["EndpointResponse"]
            assert found["Attributes"][name] == [text]

    @rule(app=apps, name=NAMES)
    def delete_endpoint(self, app: str, name: str) -> None:
        if app in self.known:
            where = {"ApplicationId": app, "EndpointId": name}
            if self.known[app]["endpoint"].pop(name, None):
                self.client.delete_endpoint(**where)
            is_gone(self.client.delete_endpoint, **where)
            is_gone(self.client.get_endpoint, **where)

    # Tags

    @rule(pick=st.integers(0, 20), key=NAMES, text=TEXTS)
    def tag(self, pick: int, key: str, text: str) -> None:
        arn = [*self.tags][pick % len(self.tags)]
        self.client.tag_resource(ResourceArn=arn, TagsModel={"tags": {key: text}})
        self.tags[arn][key] = text
        self.is_tagged(arn)

    @rule(pick=st.integers(0, 20), key=NAMES)
    def untag(self, pick: int, key: str) -> None:
        arn = [*self.tags][pick % len(self.tags)]
        self.client.untag_resource(ResourceArn=arn, TagKeys=[key])
        self.tags[arn].pop(key, None)
        self.is_tagged(arn)

    def is_tagged(self, arn: str) -> None:
        answer = self.client.list_tags_for_resource(ResourceArn=arn)
        assert answer["TagsModel"]["tags"] == self.tags[arn]

    def is_tagged_no_more(self, arn: str) -> None:
        del self.tags[arn]
        is_gone(self.client.list_tags_for_resource, ResourceArn=arn)

    # Segments and campaigns

    @rule(target=segments, app=apps, name=NAMES, by_user=st.booleans())
    def create_segment(self, app: str, name: str, by_user: bool) -> Any:
        if app not in self.known:
            return NOTHING
        values = {"Values": [name], "DimensionType": "EXCLUSIVE"}
        dimensions = {"Demographic": {"Make": values}} if by_user else {}
        answer = self.client.create_segment(
            ApplicationId=app, WriteSegmentRequest={"Name": name, "Dimensions": dimensions}
        )["SegmentResponse"]
        return self.found_new(app, "segment", answer)

    @rule(
        target=campaigns,
        segment=segments,
        text=TEXTS,
        frequency=st.sampled_from(["ONCE", "HOURLY", "DAILY"]),
        in_hours=st.integers(0, 30),
    )
    def create_campaign(
        self, segment: tuple[str, str], text: str, frequency: str, in_hours: int
    ) -> Any:
        app, segment_id = segment
        if segment_id not in self.known.get(app, {}).get("segment", {}):
            return NOTHING
        start = self.clock.now + timedelta(hours=in_hours)
        answer = self.client.create_campaign(
            ApplicationId=app,
            WriteCampaignRequest={
                "SegmentId": segment_id,
                "MessageConfiguration": {"SMSMessage": {"Body": text}},
                "Schedule": {"StartTime": start.isoformat(), "Frequency": frequency},
            },
        )["CampaignResponse"]
        return self.found_new(app, "campaign", answer)

    def found_new(self, app: str, kind: str, answer: dict[str, Any]) -> tuple[str, str]:
        assert answer["Version"] == 1
        assert answer["Id"] not in self.known[app][kind]
        self.known[app][kind][answer["Id"]] = 1
        self.tags[answer["Arn"]] = {}
        return app, answer["Id"]

    @rule(campaign=campaigns, name=NAMES, paused=st.booleans())
    def update_campaign(self, campaign: tuple[str, str], name: str, paused: bool) -> None:
        app, campaign_id = campaign
        changes = {"Name": name, "IsPaused": paused}
        self.update("campaign", app, campaign_id, WriteCampaignRequest=changes)

    @rule(segment=segments, name=NAMES)
    def update_segment(self, segment: tuple[str, str], name: str) -> None:
        self.update("segment", *segment, WriteSegmentRequest={"Name": name})

    def update(self, kind: str, app: str, resource_id: str, **request: Any) -> None:
        versions = self.known.get(app, {}).get(kind, {})
        if resource_id in versions:
            call = getattr(self.client, f"update_{kind}")
            answer = call(ApplicationId=app, **{f"{kind.title()}Id": resource_id}, **request)
            versions[resource_id] += 1
            assert answer[f"{kind.title()}Response"]["Version"] == versions[resource_id]

    @rule(campaign=consumes(campaigns))
    def delete_campaign(self, campaign: tuple[str, str]) -> None:
        self.delete("campaign", *campaign)

    @rule(segment=consumes(segments))
    def delete_segment(self, segment: tuple[str, str]) -> None:
        self.delete("segment", *segment)

    def delete(self, kind: str, app: str, resource_id: str) -> None:
        where = {"ApplicationId": app, f"{kind.title()}Id": resource_id}
        call = getattr(self.client, f"delete_{kind}")
        if self.known.get(app, {}).get(kind, {}).pop(resource_id, None):
            answer = call(**where)[f"{kind.title()}Response"]
            if "Arn" in answer:
                self.is_tagged_no_more(answer["Arn"])
        is_gone(call, **where)
        is_gone(getattr(self.client, f"get_{kind}"), **where)
        pages = {"journey": "get_journey_runs"}.get(kind, f"get_{kind}_versions")
        is_gone(getattr(self.client, pages), **where)

    # Journeys

    @rule(target=journeys, app=apps, name=NAMES, state=st.sampled_from(["DRAFT", "ACTIVE"]))
    def create_journey(self, app: str, name: str, state: str) -> Any:
        if app not in self.known:
            return NOTHING
        wait = {"Wait": {"WaitTime": {"WaitFor": "PT2H"}}}
        answer = self.client.create_journey(
            ApplicationId=app,
            WriteJourneyRequest={
                "Name": name,
                "State": state,
                "Activities": {"wait": wait},
                "StartActivity": "wait",
                "StartCondition": {"SegmentStartCondition": {"SegmentId": self.anybody(app)}},
            },
        )["JourneyResponse"]
        assert answer["Id"] not in self.known[app]["journey"]
        self.known[app]["journey"][answer["Id"]] = 1
        return app, answer["Id"]

    def anybody(self, app: str) -> str:
        """A segment with everybody in it, new where there is none."""
        for segment_id in self.known[app]["segment"]:
            return segment_id
        answer = self.client.create_segment(
            ApplicationId=app, WriteSegmentRequest={"Name": "everybody"}
        )["SegmentResponse"]
        return self.found_new(app, "segment", answer)[1]

    @rule(journey=journeys)
    def cancel_journey(self, journey: tuple[str, str]) -> None:
        app, journey_id = journey
        if journey_id in self.known.get(app, {}).get("journey", {}):
            where = {"ApplicationId": app, "JourneyId": journey_id}
            state = self.client.get_journey(**where)["JourneyResponse"]["State"]
            if state in ("DRAFT", "ACTIVE"):
                cancelled = {"State": "CANCELLED"}
                self.client.update_journey_state(**where, JourneyStateRequest=cancelled)

    @rule(journey=consumes(journeys))
    def delete_journey(self, journey: tuple[str, str]) -> None:
        self.delete("journey", *journey)

    # Jobs

    @rule(app=apps, kind=st.sampled_from([*JOBS]))
    def create_job(self, app: str, kind: str) -> None:
        if app in self.known and len(self.jobs[app][kind]) < MOST_IMPORTS // len(self.known):
            request = dict(JOBS[kind])
            if kind == "export":
                request["SegmentId"] = self.anybody(app)
            create = getattr(self.client, f"create_{kind}_job")
            answer = create(ApplicationId=app, **{f"{kind.title()}JobRequest": request})
            job = answer[f"{kind.title()}JobResponse"]["Id"]
            assert job not in self.jobs[app][kind]
            self.jobs[app][kind][job] = self.clock.now + JOB_DURATION

    # Templates

    @rule(name=NAMES, text=TEXTS.filter(bool), new=st.booleans())
    def write_template(self, name: str, text: str, new: bool) -> None:
        request: dict[str, Any] = {
            "TemplateName": name,
            "VoiceTemplateRequest": {"Body": text},
        }
        if name in self.templates:
            self.client.update_voice_template(**request, CreateNewVersion=new)
            self.templates[name] += new
        else:
            self.client.create_voice_template(**request)
            self.templates[name] = 1
        latest = self.client.get_voice_template(
            TemplateName=name, Version=str(self.templates[name])
        )["VoiceTemplateResponse"]
        assert latest["Body"] == text
        versions = self.listing(
            self.client.list_template_versions, TemplateName=name, TemplateType="VOICE"
        )
        numbers = [int(each["Version"]) for each in versions]
        assert sorted(numbers) == [*range(1, self.templates[name] + 1)]

    @rule(name=NAMES)
    def delete_template(self, name: str) -> None:
        if self.templates.pop(name, None):
            self.client.delete_voice_template(TemplateName=name)
        is_gone(self.client.get_voice_template, TemplateName=name)

    # The world around

    @rule(size=st.integers(1, 4))
    def look_at_pages_of(self, size: int) -> None:
        self.page_size = size

    @rule(hours=st.integers(0, 40))
    def time_goes_by(self, hours: int) -> None:
        self.clock.advance(hours=hours)

    @rule()
    def begin_again_from_a_file(self) -> None:
        before = self.everything()
        with tempfile.TemporaryDirectory() as folder:
            self.service.save(Path(folder) / "state.json")
            self.service.close()
            self.serve(LocalPinpoint.load(Path(folder) / "state.json", clock=self.clock, aws=AWS))
        assert self.everything() == before

    def everything(self) -> str:
        """All that can be read, as one text."""
        listings = ["campaigns", "segments", "import_jobs", "export_jobs"]
        calls = [*(getattr(self.client, f"get_{name}") for name in listings)]
        documents: list[Any] = [
            self.listing(self.client.get_apps),
            self.listing(self.client.list_templates),
        ]
        for app, kinds in self.known.items():
            where = {"ApplicationId": app}
            documents += [self.listing(call, **where) for call in calls]
            documents += [self.listing(self.client.list_journeys, **where)]
            documents += [self.client.get_channels(**where)["ChannelsResponse"]]
            documents += [
                self.client.get_endpoint(**where, EndpointId=name)["EndpointResponse"]
                for name in kinds["endpoint"]
            ]
            documents += [
                self.listing(self.client.get_journey_runs, **where, JourneyId=journey)
                for journey in kinds["journey"]
            ]
        return json.dumps(documents, sort_keys=True, default=str)

    # What holds

    def listing(self, call: Callable[..., Any], **where: str) -> list[Any]:
        """All items, page by page."""
        items: list[Any] = []
        token: dict[str, str] = {}
        while True:
            answer = call(**where, **token, PageSize=str(self.page_size))
            del answer["ResponseMetadata"]
            (page,) = answer.values()
            assert len(page["Item"]) <= self.page_size
            items += page["Item"]
            if "NextToken" not in page:
                return items
            assert page["NextToken"] not in token.values()
            key = "NextToken" if call.__name__.startswith("list_template") else "Token"
            token = {key: page["NextToken"]}

    @invariant()
    def every_project_is_found_once(self) -> None:
        found = self.listing(self.client.get_apps)
        assert ids(found) == [*self.known]
        assert tags(found) == {arn: self.tags[arn] for arn in tags(found)}

    @invariant()
    def all_in_a_project_is_found_once(self) -> None:
        for app, kinds in self.known.items():
            where = {"ApplicationId": app}
            for kind, call in (
                ("campaign", self.client.get_campaigns),
                ("segment", self.client.get_segments),
                ("journey", self.client.list_journeys),
            ):
                found = self.listing(call, **where)
                assert ids(found) == [*kinds[kind]]
                assert tags(found) == {arn: self.tags[arn] for arn in tags(found)}
            answer = self.client.get_channels(**where)["ChannelsResponse"]["Channels"]
            assert {name.lower() for name in answer} == self.channels[app]

    @invariant()
    def every_version_of_a_campaign_is_kept(self) -> None:
        for app, kinds in self.known.items():
            for campaign_id, version in kinds["campaign"].items():
                where = {"ApplicationId": app, "CampaignId": campaign_id}
                versions = self.listing(self.client.get_campaign_versions, **where)
                assert [each["Version"] for each in versions] == [*range(version, 0, -1)]

    @invariant()
    def every_template_is_found_once(self) -> None:
        found = self.listing(self.client.list_templates)
        assert sorted(each["TemplateName"] for each in found) == sorted(self.templates)

    @invariant()
    def every_job_is_found_once_and_done_in_time(self) -> None:
        for app, kinds in self.jobs.items():
            for kind, done in kinds.items():
                found = self.listing(getattr(self.client, f"get_{kind}_jobs"), ApplicationId=app)
                assert {each["Id"]: each["JobStatus"] for each in found} == {
                    job: "COMPLETED" if when <= self.clock.now else "CREATED"
                    for job, when in done.items()
                }
                assert len(found) == len(done)


def ids(items: list[Any]) -> list[str]:
    return [each["Id"] for each in items]


def tags(items: list[Any]) -> dict[str, Any]:
    """By ARN; journeys have none."""
    return {each["Arn"]: each["tags"] for each in items if "Arn" in each}


def bring_people() -> None:
    """Put a file for import jobs into a bucket of moto's."""
    s3 = cast("Any", AWS).client("s3")
    s3.create_bucket(Bucket=BUCKET)
    s3.put_object(
        Bucket=BUCKET, Key="people.csv", Body=b"Id,ChannelType,Address\ni,SMS,+12065550150\n"
    )


def is_gone(call: Callable[..., object], **where: str) -> None:
    with pytest.raises(ClientError) as caught:
        call(**where)
    response: Any = caught.value.response
    assert response["Error"]["Code"] == "NotFoundException"


def no_secret(http_response: Any, **_: object) -> None:
    assert SECRET not in http_response.text


TestPinpoint = Pinpoint.TestCase
TestPinpoint.settings = settings(
    max_examples=20,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
