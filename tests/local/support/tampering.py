"""Saved states, changes of them at random places, and everything that can be read of a service."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any, TypeAlias, cast
from urllib.parse import quote

import boto3
from moto import mock_aws

from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.protocol.service_model import OperationBinding, operations
from pinpoint_sdk.local.protocol.types import HttpRequest
from pinpoint_sdk.local.state.account import Account, Project
from tests.local.support.scenario import new_service, outside, scenario
from tests.local.support.scenario_runner import plain_boto3, run
from tests.local.support.under_way import make_bucket, service_under_way

JSON: TypeAlias = dict[str, Any]
Place: TypeAlias = tuple[Any, Any]
"""An object or an array, and a key or an index of it."""


def saved_states(folder: Path) -> list[JSON]:
    """States with everything in them: at rest, and in the middle of campaigns and journeys."""
    path = folder / "state.json"
    with mock_aws():
        session = boto3.Session()
        outside(session)
        with new_service(session) as service, plain_boto3(service) as client:
            run(service, client, [each for each in scenario() if "Delete" not in each.operation])
            service.save(path)
        at_rest = json.loads(path.read_text())
    with mock_aws(), service_under_way() as service:
        make_bucket()
        service.save(path)
    return [at_rest, json.loads(path.read_text())]


OTHERS: tuple[Any, ...] = (
    *(None, True, 0, -1, 2, 10**12, 1.5, "", "x", "-1", "7", [], {}, ["x"], {"x": 1}, [[]], [{}]),
    *("2026-03-02T12:00:00Z", "IMMEDIATE", "ACTIVE", "arn:aws:mobiletargeting:x:1:apps/x"),
)


def tamper(state: JSON, seed: int) -> None:
    """Delete, replace, rename, repeat or move something, once to three times."""
    generator = random.Random(seed)
    for _ in range(generator.choice((1, 1, 1, 2, 3))):
        if not state:
            return
        places = [*_places(state)]
        holder, key = generator.choice((generator.choice(places), _walk(state, generator)))
        how = generator.randrange(5)
        if how == 0:
            del holder[key]
        elif how == 1:
            holder[key] = generator.choice(OTHERS)
        elif how == 2 and isinstance(key, int):
            holder.append(holder[key])
        elif how == 2:
            _rename(holder, key, generator.choice(("x", "Id", "State", f"{key}x", "0")))
        else:
            other, name = generator.choice(places)
            holder[key] = json.loads(json.dumps(other[name]))


def _places(value: Any) -> Iterator[Place]:
    """The streams of ids apart: they are one text of many numbers each."""
    for key, item in _entries(value):
        if key != "ids":
            yield value, key
            yield from _places(item)


def _entries(value: Any) -> list[tuple[Any, Any]]:
    if isinstance(value, dict):
        return [*cast("JSON", value).items()]
    return [*enumerate(cast("Sequence[Any]", value))] if isinstance(value, list) else []


def _walk(state: JSON, generator: random.Random) -> Place:
    """A place that is as likely as those around it, however much is inside each."""
    holder: Any = state
    key: Any = generator.choice([*state])
    while (inner := _entries(holder[key])) and generator.random() < 0.9:
        holder = holder[key]
        key, _ = generator.choice(inner)
    return holder, key


def _rename(holder: JSON, old: str, new: str) -> None:
    renamed = [(new if key == old else key, value) for key, value in holder.items()]
    holder.clear()
    holder.update(renamed)


class Broken(AssertionError):
    """A service answers a request with a failure of its own."""


def read_everything(service: LocalPinpoint) -> int:
    """Call every operation that reads, for everything that there is; returns how many calls."""
    account = service.inspect(lambda account, _: account)
    reads = [each for each in operations() if each.method == "GET"]
    calls = 0
    for operation in reads:
        for path in _paths(account, operation):
            for query in ("", "?page-size=1"):
                ask(service, "GET", path + query)
                calls += 1
    return calls


def ask(service: LocalPinpoint, method: str, path: str, body: Any = None) -> int:
    """Call an operation; returns the status."""
    content = b"" if body is None else json.dumps(body).encode()
    answer = service.answer(HttpRequest(method, path, {}, content))
    if answer.status >= 500:
        raise Broken(f"{method} {path}: {answer.body.decode()}")
    return answer.status


def _paths(account: Account, operation: OperationBinding) -> Iterator[str]:
    for project_id, project in account.projects.items():
        known = _names(account, project)
        known["ApplicationId"] = [project_id]
        choices = [known.get(member, ["x"]) for member in operation.path_members.values()]
        for values in product(*choices):
            path = operation.path
            for placeholder, value in zip(operation.path_members, values, strict=True):
                path = path.replace(f"{{{placeholder}}}", _quoted(value))
            yield path
        if "ApplicationId" not in operation.path_members.values():
            return


def _quoted(value: str) -> str:
    return quote(value.encode("utf-8", "surrogatepass"), safe="") or "x"


KPIS = (
    "txn-sms-delivered",
    "successful-delivery-rate-grouped-by-date",
    "unique-deliveries-grouped-by-campaign-activity",
    "attempted-deliveries",
)


def _names(account: Account, project: Project) -> dict[str, list[str]]:
    runs = {run for journey in project.journeys.values() for run in journey.runs}
    activities = {
        name for journey in project.journeys.values() for name in journey.document["Activities"]
    }
    users = {endpoint["User"].get("UserId", "x") for endpoint in project.endpoints.all()}
    arns = [project.document["Arn"]]
    for resources in (project.campaigns, project.segments):
        arns += [each.current["Arn"] for each in resources.values()]
    return {
        "CampaignId": [*project.campaigns],
        "EndpointId": [each["Id"] for each in project.endpoints.all()],
        "JobId": [*project.jobs],
        "JourneyActivityId": [*activities],
        "JourneyId": [*project.journeys],
        "KpiName": [*KPIS],
        "RecommenderId": [*account.recommenders],
        "ResourceArn": arns,
        "RunId": [*runs],
        "SegmentId": [*project.segments],
        "TemplateName": [*{key.partition("/")[0] for key in account.templates}],
        "TemplateType": ["EMAIL", "SMS", "PUSH", "VOICE", "INAPP"],
        "UserId": [*users],
        "Version": ["1", "2"],
    }


def change_everything(service: LocalPinpoint) -> None:
    """Write to all that there is, send to everybody, and let time pass."""
    account = service.inspect(lambda account, _: account)
    for project_id, project in account.projects.items():
        app = f"/v1/apps/{project_id}"
        endpoints = [each["Id"] for each in project.endpoints.all() if each["Id"]]
        users = [each for each in _names(account, project)["UserId"] if each]
        for name in endpoints:
            ask(service, "PUT", f"{app}/endpoints/{_quoted(name)}", {"Metrics": {"x": 1}})
        event = {"EventType": "cart", "Timestamp": "2026-03-02T12:00:00Z"}
        batch = {name: {"Endpoint": {}, "Events": {"e": event}} for name in endpoints}
        ask(service, "POST", f"{app}/events", {"BatchItem": batch})
        message: JSON = {"MessageConfiguration": {"DefaultMessage": {"Body": "{{User.UserId}}"}}}
        everybody: JSON = {name: {} for name in endpoints}
        ask(service, "POST", f"{app}/messages", {**message, "Endpoints": everybody})
        names: JSON = {name: {} for name in users}
        ask(service, "POST", f"{app}/users-messages", {**message, "Users": names})
        for key in account.templates:
            name, _, kind = key.partition("/")
            member = {"EMAIL": "Email", "PUSH": "Push", "VOICE": "Voice"}.get(kind, "SMS")
            template = {"TemplateConfiguration": {f"{member}Template": {"Name": name}}}
            sent: JSON = {**template, "MessageConfiguration": {}, "Endpoints": everybody}
            ask(service, "POST", f"{app}/messages", sent)
        for name in [*project.segments]:
            ask(service, "PUT", f"{app}/segments/{_quoted(name)}", {"Name": "new"})
        for paused in (True, False):
            for name in [*project.campaigns]:
                path = f"{app}/campaigns/{_quoted(name)}"
                ask(service, "PUT", path, {"IsPaused": paused, "Description": "new"})
            for name in [*project.journeys]:
                path = f"{app}/journeys/{_quoted(name)}"
                ask(service, "PUT", f"{path}/state", {"State": "PAUSED" if paused else "ACTIVE"})
    service.clock.advance(hours=5)
    service.clock.advance(days=2)
