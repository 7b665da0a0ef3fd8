"""A state that the service cannot have made is refused, with the place."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias, cast

import pytest

from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.engine.registry import TASKS
from pinpoint_sdk.local.integrity.account import TASK_CHECKS
from pinpoint_sdk.local.operations import HANDLERS
from tests.local.support.tampering import (
    JSON,
    change_everything,
    read_everything,
    saved_states,
    tamper,
)

Tampering: TypeAlias = Callable[["State"], Any]


@cache
def _states() -> tuple[str, str]:
    """At rest, and under way, as text."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        at_rest, under_way = saved_states(Path(folder))
    return json.dumps(at_rest), json.dumps(under_way)


class State:
    """A saved state with names for what is in it."""

    def __init__(self, *, at_rest: bool) -> None:
        self.document: JSON = json.loads(_states()[0 if at_rest else 1])
        self.account: JSON = self.document["accounts"]["us-east-1"]
        self.project: JSON = next(iter(self.account["projects"].values()))
        self.tasks: list[JSON] = self.account["scheduler"]["tasks"]
        self.endpoints: JSON = self.project["endpoints"]
        self.endpoint: JSON = self.endpoints["documents"][0]
        self.attempts: list[JSON] = self.project["attempts"]

    def campaign(self, name: str) -> JSON:
        return _named(self.project["campaigns"], lambda each: each["versions"][-1]["Name"], name)

    def run(self, name: str) -> JSON:
        run: JSON = next(iter(self.campaign(name)["runs"].values()))
        return run

    def segment(self, name: str) -> JSON:
        return _named(self.project["segments"], lambda each: each["versions"][-1]["Name"], name)

    def journey(self, name: str) -> JSON:
        return _named(self.project["journeys"], lambda each: each["document"]["Name"], name)

    def job(self, kind: str) -> JSON:
        job = _named(self.project["jobs"], lambda each: each["document"]["Type"], kind)
        return cast("JSON", job["document"])

    def template(self, name: str) -> JSON:
        found: JSON = self.account["templates"][name]
        return found

    def task(self, name: str) -> JSON:
        return next(each for each in self.tasks if each["name"] == name)

    def load(self, folder: Path) -> LocalPinpoint:
        path = folder / "state.json"
        path.write_text(json.dumps(self.document))
        return LocalPinpoint.load(path)


def _named(resources: JSON, name_of: Callable[[JSON], str], name: str) -> JSON:
    return next(each for each in resources.values() if name_of(each) == name)


def _first(resources: JSON) -> Any:
    return next(iter(resources.values()))


def _last_task_first(state: State) -> None:
    state.tasks.insert(0, state.tasks.pop())


def _based_on_itself(state: State) -> None:
    segment = state.segment("everyone")
    latest = segment["versions"][-1]
    source = {"Id": latest["Id"]}
    latest["SegmentGroups"] = {"Groups": [{"SourceSegments": [source]}]}


def _bad_source(version: int) -> Tampering:
    def change(state: State) -> None:
        base = state.segment("everyone")["versions"][-1]["Id"]
        source = {"Id": base, "Version": version}
        latest = state.segment("changed")["versions"][-1]
        latest["SegmentGroups"] = {"Groups": [{"SourceSegments": [source]}]}

    return change


def _second_treatment(state: State) -> None:
    treatments = state.campaign("renamed")["versions"][-1]["AdditionalTreatments"]
    treatments += [{**treatments[0], "SizePercent": 1}]


def _leads_back(state: State) -> None:
    activities = state.journey("waiting")["document"]["Activities"]
    name = state.journey("waiting")["document"]["StartActivity"]
    activities[name] = {"Wait": {"WaitTime": {"WaitFor": "PT1H"}, "NextActivity": name}}


def _renamed(resources: JSON, new: str) -> None:
    entries = [*resources.items()]
    resources.clear()
    resources.update([(new, entries[0][1]), *entries[1:]])


def _not_run_from_nowhere(state: State) -> None:
    """Leave no other reason to check that a journey can run than its state."""
    journey = state.journey("waiting")
    journey["document"]["StartActivity"] = "x"
    for name in ("runs", "participants", "waiting"):
        journey[name] = {}
    state.tasks[:] = [each for each in state.tasks if journey["document"]["Id"] not in each["key"]]


def sms_template(state: State) -> JSON:
    found: JSON = state.template("welcome-sms/SMS")["versions"]["1"]
    return found


def first_endpoint(state: State) -> JSON:
    return state.endpoint


def first_version(state: State) -> JSON:
    found: JSON = state.campaign("renamed")["versions"][0]
    return found


def last_version(state: State) -> JSON:
    found: JSON = state.campaign("renamed")["versions"][-1]
    return found


def slow_activity(state: State) -> JSON:
    found: JSON = state.run("slow")["activity"]
    return found


def waiting_document(state: State) -> JSON:
    found: JSON = state.journey("waiting")["document"]
    return found


def _only_version(number: str) -> Tampering:
    def change(state: State) -> None:
        template = state.template("welcome-sms/SMS")
        document = template["versions"]["1"]
        template.update(active=number, newest=10**30)
        template["versions"] = {number: {**document, "Version": number}}

    return change


def without(part: Callable[[State], JSON], name: str) -> Tampering:
    return lambda state: part(state).pop(name)


def changed(part: Callable[[State], JSON], members: JSON) -> Tampering:
    return lambda state: part(state).update(members)


def about_nothing(task: str) -> Tampering:
    return lambda state: state.task(task)["key"].__setitem__(-1, "x")


def _pairs(*pairs: tuple[JSON, str]) -> tuple[tuple[JSON, str], ...]:
    return pairs


def _moved_to_the_end(resources: JSON) -> None:
    first = next(iter(resources))
    resources[first] = resources.pop(first)


AT_REST: list[tuple[Tampering, str]] = [
    # wrong types, members that are unknown, missing or null
    (lambda s: s.endpoint.update(RequestId=7), ".RequestId: expected a string"),
    (lambda s: s.endpoint.update(Shoe="7"), ".Shoe: is not a member that the service knows"),
    (lambda s: s.endpoint.update(Demographic=None), ".Demographic: expected an object"),
    (lambda s: s.endpoint.update(Metrics={"x": float("inf")}), "Infinity is not JSON"),
    (lambda s: s.endpoint.update(Metrics={"x": "1"}), ".Metrics.x: expected a number"),
    (lambda s: s.endpoint.update(Attributes={"x y": "z"}), "Attributes['x y']: expected an array"),
    (lambda s: s.endpoint.update(Attributes={"x": ["y", 1]}), "Attributes.x[1]: expected a string"),
    (lambda s: s.endpoint.update(ChannelType="PAGER"), ".ChannelType: expected one of PUSH,"),
    (lambda s: s.endpoint.update(EffectiveDate="soon"), ".EffectiveDate: expected a date in ISO"),
    (
        lambda s: s.endpoint.update(CreationDate="0001-01-01T00:00:00+14:00"),
        ".CreationDate: expected a date in ISO",
    ),
    *(
        (without(first_endpoint, name), f".{name}: is missing")
        for name in (
            "Attributes",
            "CreationDate",
            "EffectiveDate",
            "EndpointStatus",
            "Metrics",
            "OptOut",
        )
    ),
    (lambda s: s.endpoint.update(ApplicationId="x"), "ApplicationId: is that of another resource"),
    # endpoints that cannot be found
    (
        lambda s: s.endpoint.pop("Id"),
        "documents[0] is not an endpoint @ $.accounts['us-east-1'].projects[",
    ),
    (lambda s: s.endpoint.pop("User"), "documents[0] is not an endpoint"),
    (lambda s: s.endpoint.update(User=[]), "documents[0] is not an endpoint"),
    (lambda s: s.endpoint.update(User={"UserId": []}), "documents[0] is not an endpoint"),
    (lambda s: s.endpoint.update(ChannelType=["SMS"]), "documents[0] is not an endpoint"),
    (lambda s: s.endpoint.update(Address={}), "documents[0] is not an endpoint"),
    (lambda s: s.endpoints["documents"].append({**s.endpoint}), "two endpoints have one Id"),
    (lambda s: s.endpoints["users"].update(x=["nobody"]), "has an endpoint that is not the user's"),
    (lambda s: s.endpoints["users"].update(x="nobody"), "expected list"),
    (
        lambda s: s.endpoints["users"].update(x=[s.endpoint["Id"]]),
        "has an endpoint that is not the user's",
    ),
    # the account
    (lambda s: s.account.update(region="EU West"), "region is another one"),
    (
        lambda s: s.account.update(number="12345678901"),
        "-1'].number: is not 12 digits",
    ),
    (
        lambda s: s.account.update(job_duration=-0.5),
        "-1'].job_duration: must not be negative",
    ),
    (lambda s: s.account.update(job_duration="1"), "-1'].job_duration"),
    (lambda s: s.account.update(job_duration=True), "-1'].job_duration"),
    (
        lambda s: s.account.update(last_position=-1),
        "must not be negative @ $.accounts['us-east-1'].last_pos",
    ),
    (lambda s: s.account.update(last_position=1), "position: is not in the order of the listing"),
    (
        lambda s: s.account["quotas"].update(projects=-1),
        "must not be negative @ $.accounts['us-east-1'].quotas",
    ),
    (lambda s: s.account["quotas"].update(calls_per_second={"Gt": 1}), "'Gt' is not an operation"),
    (lambda s: _moved_to_the_end(s.account["projects"]), "is not in the order of the listing"),
    (
        lambda s: _moved_to_the_end(s.account["templates"]),
        "-1'].templates['welcome-",
    ),
    (lambda s: _moved_to_the_end(s.account["recommenders"]), "-1'].recommenders["),
    (lambda s: _renamed(s.account["recommenders"], "x"), "recommenders.x.document.Id: is that of"),
    (
        lambda s: _first(s.account["recommenders"])["document"].pop("CreationDate"),
        "document.CreationDate: is missing",
    ),
    # templates
    (
        lambda s: _renamed(s.account["templates"], "x/SMS"),
        "-1'].templates['x/SMS']",
    ),
    (lambda s: _renamed(s.account["templates"], "x"), "the type is not one of EMAIL, INAPP"),
    (lambda s: s.template("welcome-sms/SMS").update(active="7"), ".active: is not a version"),
    (lambda s: s.template("welcome-sms/SMS").update(newest=0), "is not in order"),
    (lambda s: _renamed(s.template("welcome-sms/SMS")["versions"], "x"), "is not a version"),
    *(
        (_only_version(number), "is not in order")
        for number in ("0", "x", "\N{SUPERSCRIPT TWO}", "\N{ARABIC-INDIC DIGIT ONE}", "9" * 20)
    ),
    *(
        (
            changed(sms_template, change),
            f"'welcome-sms/SMS'].versions['1'].{problem}",
        )
        for change, problem in _pairs(
            ({"TemplateName": "x"}, "TemplateName: is that of another"),
            ({"TemplateType": "VOICE"}, "TemplateType: is that of another"),
            ({"Version": "2"}, "Version: is that of another"),
            ({"Arn": "arn:aws:mobiletargeting:eu-west-1:123456789012:templates/x"}, "Arn: is that"),
            ({"Body": []}, "Body: expected a string"),
            ({"DefaultSubstitutions": "[]"}, "DefaultSubstitutions: not a JSON object"),
        )
    ),
    # projects
    (lambda s: s.project["document"].update(Id="x"), ".document.Id: is that of another resource"),
    (
        lambda s: s.project["document"].update(
            Arn=s.project["document"]["Arn"].replace("apps/", "apps/1")
        ),
        ".document.Arn: is that of another resource",
    ),
    (lambda s: s.project["document"].pop("CreationDate"), ".document.CreationDate: is missing"),
    (lambda s: s.project["document"].pop("tags"), ".document.tags: is missing"),
    (lambda s: s.project["document"].pop("Name"), ".document.Name: is missing"),
    (lambda s: s.project["settings"].update(Limits=[]), ".settings.Limits: expected an object"),
    (lambda s: s.project["settings"].update(Limits={"Daily": 101}), ".settings: Limits.Daily must"),
    (
        lambda s: s.project["settings"].update(JourneyLimits={"DailyCap": 101}),
        ".settings: JourneyLimits.DailyCap must",
    ),
    (
        lambda s: s.project["settings"].update(QuietTime={"Start": "25:00"}),
        ".settings: QuietTime.Start must",
    ),
    (
        lambda s: s.project["settings"].update(CloudWatchMetricsEnabled="x"),
        ".settings.CloudWatchMetricsEnabled: expected a boolean",
    ),
    (lambda s: s.project["channels"].update(PAGER={}), ".channels: there is no channel 'PAGER'"),
    (lambda s: s.project["channels"]["SMS"].pop("Enabled"), ".channels.SMS.Enabled: is missing"),
    (lambda s: s.project["channels"]["SMS"].pop("Version"), ".channels.SMS.Version: is missing"),
    (lambda s: s.project["channels"]["SMS"].pop("CreationDate"), "SMS.CreationDate: is missing"),
    (lambda s: s.project["channels"]["SMS"].update(Platform="GCM"), "SMS.Platform: is that of"),
    (lambda s: s.project["channels"]["SMS"].update(ApplicationId="x"), "SMS.ApplicationId: is"),
    (lambda s: s.project["channels"]["SMS"].update(Credential="x"), "SMS.Credential: is not a"),
    (
        lambda s: s.project["event_stream"].update(DestinationStreamArn="x"),
        ".event_stream: DestinationStreamArn must be",
    ),
    (lambda s: s.project["event_stream"].pop("RoleArn"), ".event_stream.RoleArn: is missing"),
    (lambda s: s.project["event_stream"].update(ApplicationId="x"), ".event_stream.ApplicationId:"),
    (lambda s: s.attempts[3].update(status="LATE"), ".attempts[3].status: is not a status"),
    (lambda s: s.attempts[3].update(when="2026-03-02T12:00:00"), "has no time zone"),
    (lambda s: s.attempts[3].update(when="0001-01-01T00:00:00+14:00"), "out of range"),
    (
        lambda s: s.project["deliveries"].update(indexed=len(s.attempts) + 1),
        ".deliveries.indexed: is more than there are attempts",
    ),
    (
        lambda s: s.project["deliveries"].update(positions={"x": [0, len(s.attempts)]}),
        ".deliveries.positions.x: is not among the attempts",
    ),
    # jobs
    (lambda s: s.job("IMPORT").update(Type="OTHER"), ".document.Type: is not one of IMPORT,"),
    (lambda s: s.job("IMPORT").update(Type=["x"]), ".document.Type: is not one of IMPORT,"),
    (lambda s: s.job("IMPORT").update(Id="x"), ".document.Id: is that of another resource"),
    (lambda s: s.job("EXPORT").update(ApplicationId="x"), ".document.ApplicationId: is that of"),
    (lambda s: s.job("IMPORT").update(JobStatus="x"), ".document.JobStatus: expected one of"),
    (lambda s: s.job("IMPORT")["Definition"].update(S3Url="x"), ".Definition: S3Url must have"),
    (
        lambda s: s.job("EXPORT")["Definition"].update(S3UrlPrefix="x"),
        ".Definition: S3UrlPrefix must have",
    ),
    (lambda s: s.job("IMPORT")["Definition"].pop("DefineSegment"), "DefineSegment: is missing"),
    (
        lambda s: s.job("IMPORT")["Definition"].pop("RegisterEndpoints"),
        "RegisterEndpoints: is missing",
    ),
    (lambda s: _moved_to_the_end(s.project["jobs"]), ".jobs["),
    # segments
    (lambda s: s.segment("everyone")["versions"].clear(), ".versions: is empty"),
    (lambda s: s.segment("changed")["versions"].pop(0), ".versions[0].Version: must be 1"),
    (lambda s: s.segment("changed")["versions"][1].pop("tags"), ".versions[1].tags: is missing"),
    (lambda s: s.segment("changed")["versions"][1].pop("Version"), "[1].Version: is missing"),
    (lambda s: s.segment("everyone")["versions"][0].update(Id="x"), ".Id: is that of another"),
    (lambda s: s.segment("everyone")["versions"][0].update(Arn="x"), ".Arn: is that of another"),
    (lambda s: s.segment("everyone")["versions"][0].update(ApplicationId="x"), ".ApplicationId:"),
    (lambda s: s.segment("everyone")["versions"][0].pop("LastModifiedDate"), "is missing"),
    (
        lambda s: s.segment("everyone")["versions"][0].update(SegmentType="IMPORT"),
        ".ImportDefinition: is missing",
    ),
    (
        lambda s: s.segment("imported")["versions"][0]["ImportDefinition"].update(Size=-1),
        ".ImportDefinition.Size: must not be negative",
    ),
    (
        lambda s: s.segment("everyone")["versions"][0].update(
            Dimensions={"Metrics": {"x": {"ComparisonOperator": "NEAR", "Value": 1}}}
        ),
        ".versions[0]: Metrics.x.ComparisonOperator",
    ),
    (
        lambda s: s.segment("changed")["versions"][-1].update(
            SegmentGroups={
                "Groups": [
                    {"Dimensions": [{"Attributes": {"x": {"AttributeType": "ON", "Values": []}}}]}
                ]
            }
        ),
        ".versions[1]: Attributes.x.Values",
    ),
    (_based_on_itself, ": is based on itself"),
    (_bad_source(0), ".SegmentGroups: refers to a version of"),
    (_bad_source(2), ".SegmentGroups: refers to a version of"),
    (lambda s: s.project["imported"].update(x=[]), ".imported.x: is not an imported segment"),
    (
        lambda s: s.project["imported"].update({s.segment("everyone")["versions"][0]["Id"]: []}),
        ": is not an imported segment",
    ),
    (lambda s: _moved_to_the_end(s.project["segments"]), ".segments["),
    (
        lambda s: s.segment("changed").update(position=s.segment("everyone")["position"]),
        ".segments",
    ),
    # campaigns
    *(
        (
            without(first_version, name),
            f".versions[0].{name}: is missing",
        )
        for name in (
            "AdditionalTreatments",
            "HoldoutPercent",
            "IsPaused",
            "Limits",
            "State",
            "TemplateConfiguration",
            "tags",
        )
    ),
    (
        lambda s: s.campaign("renamed")["versions"][-1]["State"].clear(),
        ".versions[1].State.CampaignStatus: is missing",
    ),
    *(
        (
            changed(last_version, change),
            f".versions[1]{problem}",
        )
        for change, problem in _pairs(
            ({"SegmentVersion": -1}, ".SegmentVersion: must not be negative"),
            ({"Limits": {"Daily": 101}}, ": Limits.Daily must"),
            ({"HoldoutPercent": -1}, ": HoldoutPercent and SizePercent must"),
            ({"HoldoutPercent": 99}, ": HoldoutPercent and SizePercent must"),
            ({"Schedule": {"StartTime": "soon"}}, ": StartTime must be IMMEDIATE or a date"),
            ({"Schedule": {}}, ".Schedule.StartTime: is missing"),
        )
    ),
    (
        lambda s: s.campaign("renamed")["versions"][-1]["AdditionalTreatments"][0].update(
            Schedule={"StartTime": "IMMEDIATE", "Timezone": "Mars"}
        ),
        ".versions[1]: Timezone must be",
    ),
    (
        lambda s: s.campaign("renamed")["versions"][-1]["Schedule"].update(
            EventFilter={
                "FilterType": "SYSTEM",
                "Dimensions": {"Metrics": {"x": {"ComparisonOperator": "x", "Value": 1}}},
            }
        ),
        ".versions[1]: Metrics.x.ComparisonOperator",
    ),
    (_second_treatment, ".versions: two treatments have one id"),
    (
        lambda s: s.campaign("renamed")["next_starts"].update(x="2026-03-02T12:00:00+00:00"),
        ".next_starts: there is no treatment with a schedule 'x'",
    ),
    (lambda s: s.campaign("renamed")["first_days"].clear(), ".next_starts: there is no first day"),
    (lambda s: s.campaign("renamed")["first_days"].update(x=32), ".first_days.x: must be a day"),
    (lambda s: s.campaign("renamed")["first_days"].update(x=0), ".first_days.x: must be a day"),
    (lambda s: s.campaign("renamed")["defaults"].update(Limits=7), ".defaults.Limits: expected"),
    (lambda s: _moved_to_the_end(s.project["campaigns"]), ".campaigns["),
    (lambda s: _moved_to_the_end(s.campaign("sent")["runs"]), ".runs."),
    (lambda s: s.campaign("sent")["open_run_ids"].append("x"), ".open_run_ids: there is no run"),
]

UNDER_WAY: list[tuple[Tampering, str]] = [
    # runs of campaigns
    *(
        (without(slow_activity, name), f".activity.{name}: is")
        for name in (
            "ApplicationId",
            "CampaignId",
            "Id",
            "State",
            "SuccessfulEndpointCount",
            "TimezonesCompletedCount",
            "TimezonesTotalCount",
            "TotalEndpointCount",
            "TreatmentId",
        )
    ),
    (lambda s: s.run("slow")["activity"].update(TotalEndpointCount=-1), "must not be negative"),
    (lambda s: s.run("slow")["activity"].update(CampaignId="x"), "CampaignId: is that of another"),
    (lambda s: s.run("slow").update(treatment_id="x"), ".activity.TreatmentId: is that of another"),
    (
        lambda s: (
            s.run("slow").update(treatment_id="x"),
            s.run("slow")["activity"].update(TreatmentId="x"),
        ),
        ".open_run_ids: there is no treatment 'x'",
    ),
    (lambda s: s.run("slow").update(next_step="2026"), "-1'].projects"),
    (lambda s: s.run("slow").update(batches="x"), "expected list"),
    (
        lambda s: s.campaign("slow").update(open_run_ids=s.campaign("slow")["open_run_ids"] * 2),
        ".open_run_ids: a run is there twice",
    ),
    (lambda s: s.campaign("slow").update(open_run_ids=[]), "there is no open run"),
    # journeys
    *(
        (
            without(waiting_document, name),
            f".document.{name}: is missing",
        )
        for name in (
            "Activities",
            "CreationDate",
            "LastModifiedDate",
            "Limits",
            "Name",
            "StartCondition",
            "State",
        )
    ),
    (lambda s: s.journey("waiting")["document"].update(Id="x"), ".document.Id: is that of"),
    (lambda s: s.journey("waiting")["document"].update(ApplicationId="x"), ".ApplicationId: is"),
    (lambda s: s.journey("waiting")["document"].update(Name="x y"), ".document: Name must have"),
    (lambda s: s.journey("waiting")["document"].update(StartActivity="x"), "StartActivity: 'x' is"),
    (
        _not_run_from_nowhere,
        "StartActivity: 'x' is",
    ),
    (
        lambda s: s.journey("waiting")["document"].update(Schedule={"StartTime": 7}),
        ".document.Schedule.StartTime: expected a date",
    ),
    (_leads_back, " leads back to "),
    (lambda s: _renamed(s.journey("waiting")["runs"], "x"), ".runs.x.id: is that of another run"),
    (lambda s: _first(s.journey("waiting")["runs"]).update(status="x"), ".status: is not a status"),
    (lambda s: _moved_to_the_end(s.journey("refreshed")["runs"]), ".runs."),
    (lambda s: _moved_to_the_end(s.project["journeys"]), ".journeys["),
    (
        lambda s: s.journey("waiting")["participants"]["e1"].update(run_id="x"),
        ".participants.e1: there is no run 'x'",
    ),
    (
        lambda s: s.journey("waiting")["participants"]["e1"]["events"][0].update(EventType=7),
        ".participants.e1.events[0].EventType: expected a string",
    ),
    (lambda s: s.journey("waiting")["waiting"]["1"].update(run_id="x"), "there is no run 'x'"),
    (
        lambda s: s.journey("waiting")["waiting"]["1"].update(activity_id="x"),
        ".waiting['1']: there is no activity 'x'",
    ),
    (
        lambda s: s.journey("waiting")["waiting"]["1"]["endpoint_ids"].append("x"),
        ".waiting['1']: there is no participant 'x'",
    ),
    (
        lambda s: s.journey("waiting")["waiting"]["1"]["endpoint_ids"].append("e1"),
        ".waiting: a participant waits twice",
    ),
    (lambda s: s.journey("waiting").update(waited=0), ".waiting['1']: was not given yet"),
    (lambda s: _renamed(s.journey("waiting")["waiting"], "x"), ".waiting.x: was not given yet"),
    (lambda s: _renamed(s.journey("waiting")["waiting"], "0"), ".waiting['0']: was not given yet"),
    # the scheduler
    (lambda s: s.tasks[0].update(name="os.system"), "tasks[0].name: 'os.system' is not a task"),
    (
        lambda s: s.tasks[0].update(key="abc"),
        "expected tuple @ $.accounts['us-east-1'].scheduler.tasks[0]",
    ),
    (lambda s: s.tasks[0]["key"].pop(), "scheduler.tasks[0].key: expected 3 ids"),
    (lambda s: s.tasks[0].update(position=10**6), "tasks[0].position: was not given yet"),
    (_last_task_first, "scheduler.tasks: they are not in order"),
    (lambda s: s.tasks.insert(0, {**s.tasks[0], "position": 0}), "tasks: one is there twice"),
    *(
        (
            about_nothing(name),
            f"there is no {noun} 'x'",
        )
        for name, noun in (
            ("campaign.start", "start of the treatment"),
            ("campaign.step", "open run"),
            ("job.export", "job"),
            ("job.import", "job"),
            ("journey.start", "run"),
            ("journey.step", "wait"),
        )
    ),
    (
        lambda s: s.task("job.export")["key"].__setitem__(-1, s.task("job.import")["key"][-1]),
        "there is no job",
    ),
]


CASES = [(True, *each) for each in AT_REST] + [(False, *each) for each in UNDER_WAY]


@pytest.mark.parametrize(("at_rest", "change", "reason"), CASES, ids=map(str, range(len(CASES))))
def test_what_the_service_cannot_have_made_is_refused(
    tmp_path: Path, at_rest: bool, change: Tampering, reason: str
) -> None:
    state = State(at_rest=at_rest)
    change(state)
    with pytest.raises(ValueError, match="does not hold a saved service: ") as caught:
        state.load(tmp_path)
    assert reason in str(caught.value)


@pytest.mark.parametrize("at_rest", [True, False])
def test_what_the_service_made_is_loaded_whatever_happened(tmp_path: Path, at_rest: bool) -> None:
    state = State(at_rest=at_rest)
    service = state.load(tmp_path)
    for _ in range(3):
        assert read_everything(service) > 200
        change_everything(service)
        service.save(tmp_path / "state.json")
        service = LocalPinpoint.load(tmp_path / "state.json")


@pytest.mark.parametrize("name", ["segments", "campaigns", "journeys", "jobs", "endpoints"])
@pytest.mark.parametrize("at_rest", [True, False])
def test_tasks_and_references_may_be_about_what_is_gone(
    tmp_path: Path, at_rest: bool, name: str
) -> None:
    state = State(at_rest=at_rest)
    if name == "endpoints":
        state.endpoints.update(documents=[], users={})
    else:
        gone = [*state.project[name]]
        state.project[name] = {}
        for each in gone:
            state.project["imported"].pop(each, None)
        if name == "jobs":
            state.tasks[:] = [task for task in state.tasks if "job" not in task["name"]]
    service = state.load(tmp_path)
    read_everything(service)
    change_everything(service)


def test_a_segment_that_others_are_based_on_may_be_gone(tmp_path: Path) -> None:
    state = State(at_rest=True)
    latest = state.segment("changed")["versions"][-1]
    latest["SegmentGroups"] = {
        "Groups": [{"SourceSegments": [{"Id": "x"}, {"Id": "y", "Version": 7}]}]
    }
    read_everything(state.load(tmp_path))


def test_a_draft_may_have_gaps_and_limits_may_be_zero(tmp_path: Path) -> None:
    state = State(at_rest=True)
    draft = state.journey("drafted")["document"]
    assert draft["State"] == "DRAFT"
    draft.update(StartActivity="nowhere", StartCondition={})
    unlimited = {"Daily": 0, "MaximumDuration": 0, "MessagesPerSecond": 0, "Total": 0}
    state.project["settings"]["Limits"] = unlimited
    read_everything(state.load(tmp_path))


def test_a_deleted_project_leaves_its_tasks(tmp_path: Path) -> None:
    state = State(at_rest=False)
    assert state.tasks
    state.account["projects"] = {}
    state.load(tmp_path).clock.advance(days=5)


def test_every_task_is_checked() -> None:
    assert HANDLERS
    assert {*TASK_CHECKS} == {*TASKS}


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(150))
def test_a_state_that_was_tampered_with_is_refused_or_serves(tmp_path: Path, seed: int) -> None:
    state = State(at_rest=seed % 2 == 0)
    tamper(state.document, seed)
    try:
        service = state.load(tmp_path)
    except ValueError:
        return
    read_everything(service)
    change_everything(service)
    read_everything(service)
