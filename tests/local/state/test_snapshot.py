"""Saving a service to a file, and going on from it."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import attrs
import pytest
from moto import mock_aws

from pinpoint_sdk.local import Clock, LocalPinpoint, SystemClock
from pinpoint_sdk.local.inbox import Inbox, InboxMessage
from pinpoint_sdk.local.state.account import Account
from pinpoint_sdk.local.state.endpoints import EndpointStore
from pinpoint_sdk.local.state.ids import Ids
from pinpoint_sdk.local.state.scheduler import ScheduledTask
from pinpoint_sdk.local.state.snapshot import Snapshot, read, write
from tests.local.support.boto import START, Boto, boto_client, new_app
from tests.local.support.demo_data import open_shop
from tests.local.support.under_way import make_bucket, outcome, service_under_way


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state.json"


def again(service: LocalPinpoint, file: Path) -> LocalPinpoint:
    service.save(file)
    return LocalPinpoint.load(file)


def everything(client: Boto) -> list[Any]:
    """What a caller can see of all projects, and the ids that the service gives next."""
    found: list[Any] = [client.get_apps()["ApplicationsResponse"]]
    for app in found[0]["Item"]:
        name = {"ApplicationId": app["Id"]}
        found += [
            client.get_channels(**name)["ChannelsResponse"],
            client.get_application_settings(**name)["ApplicationSettingsResource"],
            client.get_campaigns(**name)["CampaignsResponse"],
            client.get_segments(**name)["SegmentsResponse"],
            client.list_journeys(**name)["JourneysResponse"],
        ]
        for user in ("ada", "grace", "katherine", "radia"):
            try:
                endpoints = client.get_user_endpoints(**name, UserId=user)["EndpointsResponse"]
            except client.exceptions.NotFoundException:
                endpoints = None
            found.append(endpoints)
    found += [
        client.list_templates()["TemplatesResponse"],
        client.create_app(CreateApplicationRequest={"Name": "next"})["ApplicationResponse"],
        client.get_apps()["ResponseMetadata"]["RequestId"],
    ]
    return found


def test_a_loaded_service_goes_on_where_it_was(file: Path) -> None:
    with open_shop() as service, again(service, file) as loaded:
        for each in (service, loaded):
            each.clock.advance(days=3)
        assert loaded.clock.now == service.clock.now
        assert [*loaded.inbox] == [*service.inbox]
        assert len(service.inbox) > 20, "campaigns ran after loading"
        answers = [everything(boto_client(each.session())) for each in (service, loaded)]
        assert answers[0] == answers[1]


def test_saving_again_gives_the_same_file(file: Path, tmp_path: Path) -> None:
    with open_shop() as service, again(service, file) as loaded:
        other = tmp_path / "other.json"
        loaded.save(other)
        assert other.read_text() == file.read_text()


def test_work_that_fell_due_meanwhile_is_done_after_loading(file: Path) -> None:
    with open_shop() as service:
        service.save(file)
        before = len(service.inbox)
    with LocalPinpoint.load(file, clock=Clock(service.clock.now + timedelta(hours=5))) as loaded:
        assert len(loaded.inbox) > before
        assert loaded.inbox.last.sent_at == datetime(2026, 3, 14, 12, 30, tzinfo=timezone.utc)


def test_time_does_not_go_back_by_loading(service: LocalPinpoint, file: Path) -> None:
    service.save(file)
    assert LocalPinpoint.load(file).clock.now == START
    late = Clock(START + timedelta(days=1))
    assert LocalPinpoint.load(file, clock=late).clock.now == START + timedelta(days=1)
    early = Clock(START - timedelta(days=1))
    assert LocalPinpoint.load(file, clock=early).clock.now == START
    ahead = SystemClock()
    ahead.advance(days=1)
    LocalPinpoint(clock=ahead).save(file)
    assert LocalPinpoint.load(file, clock=SystemClock()).clock.now >= ahead.now - timedelta(hours=1)


def test_region_and_account_are_those_of_the_file(file: Path) -> None:
    with LocalPinpoint(region_name="eu-west-1", account_id="000000000042") as service:
        loaded = again(service, file)
    assert (loaded.region_name, loaded.account_id) == ("eu-west-1", "000000000042")
    arn = boto_client(loaded.session()).create_app(CreateApplicationRequest={"Name": "x"})
    assert ":eu-west-1:000000000042:" in arn["ApplicationResponse"]["Arn"]


def test_the_endpoints_of_a_user_keep_their_order(
    service: LocalPinpoint, client: Boto, app: str, file: Path
) -> None:
    """It decides which of them is evicted first."""
    endpoint = {"ChannelType": "GCM", "User": {"UserId": "other"}}
    for name in ("first", "second", "third"):
        request = {**endpoint, "Address": name}
        client.update_endpoint(ApplicationId=app, EndpointId=name, EndpointRequest=request)
    for name in ("third", "first", "second"):
        request = {"User": {"UserId": "ada"}}
        client.update_endpoint(ApplicationId=app, EndpointId=name, EndpointRequest=request)
    loaded = again(service, file)
    for each in (service, loaded):
        store = each.inspect(lambda account, _: account.projects[app].endpoints)
        assert [document["Id"] for document in store.of_user("ada")] == ["third", "first", "second"]
        assert [document["Id"] for document in store.all()] == ["first", "second", "third"]
        assert store.of_user("other") == []
        assert [document["Id"] for document in store.at_address("GCM", "third")] == ["third"]


def test_any_text_survives(service: LocalPinpoint, client: Boto, file: Path) -> None:
    app = new_app(client, 'ü \u2028 \ud83d \x00 "')
    loaded = again(service, file)
    name = boto_client(loaded.session()).get_app(ApplicationId=app)["ApplicationResponse"]["Name"]
    assert name == 'ü \u2028 \ud83d \x00 "'


def test_a_loaded_service_is_one_of_its_own(
    service: LocalPinpoint, client: Boto, file: Path
) -> None:
    loaded = again(service, file)
    new_app(client)
    assert loaded.inspect(lambda account, _: account.projects) == {}


def test_a_closed_service_can_still_be_saved(service: LocalPinpoint, file: Path) -> None:
    service.close()
    with again(service, file) as loaded:
        new_app(boto_client(loaded.session()))


# --- every field of the state


def examples() -> Iterator[int]:
    number = 0
    while True:
        number += 1
        yield number


def example(kind: Any, numbers: Iterator[int]) -> Any:
    """A value of this type in which nothing is empty and no two numbers are the same."""
    plain: dict[Any, Callable[[], Any]] = {
        str: lambda: f"text {next(numbers)}",
        int: lambda: next(numbers),
        float: lambda: next(numbers) + 0.5,
        bool: lambda: True,
        datetime: lambda: START + timedelta(days=next(numbers), microseconds=1),
        timedelta: lambda: timedelta(minutes=next(numbers)),
        Any: lambda: [{"number": next(numbers), "text": "ü", "nothing": None}],
        Ids: lambda: _used(Ids(next(numbers))),
        EndpointStore: lambda: _endpoints(numbers),
        Inbox: lambda: _inbox(numbers),
    }
    if kind in plain:
        return plain[kind]()
    if attrs.has(kind):
        hints = get_type_hints(kind)
        values = {
            field.alias: example(hints[field.name], numbers)
            for field in attrs.fields(kind)
            if field.init
        }
        if kind is ScheduledTask:
            values["name"] = "campaign.start"
        if "calls_per_second" in values:
            values["calls_per_second"] = {"GetApp": next(numbers)}
        return kind(**values)
    origin: Any = get_origin(kind)
    inner = get_args(kind)
    collection: Any = origin
    if origin in (list, set, frozenset):
        return collection([example(inner[0], numbers), example(inner[0], numbers)])
    if origin is tuple and inner[-1] is ...:
        return (example(inner[0], numbers), example(inner[0], numbers))
    if origin is tuple:
        return tuple(example(each, numbers) for each in inner)
    if isinstance(origin, type) and issubclass(origin, dict):
        return collection({example(inner[0], numbers): example(inner[1], numbers)})
    return example(next(each for each in inner if each is not type(None)), numbers)


def _used(ids: Ids) -> Ids:
    ids.resource_id()
    ids.request_id()
    return ids


def _endpoints(numbers: Iterator[int]) -> EndpointStore:
    store = EndpointStore()
    for user in ({}, {"UserId": "ada"}):
        number = next(numbers)
        store.put({"Id": f"e{number}", "Address": "a", "ChannelType": "GCM", "User": user})
    return store


def _inbox(numbers: Iterator[int]) -> Inbox:
    inbox = Inbox()
    inbox.add(example(InboxMessage, numbers))
    return inbox


def _kind(value: object) -> Any:
    return type(value)


def plain(value: Any) -> Any:
    """A value without objects, to compare."""
    if isinstance(value, Ids):
        return value.resource_id(), value.request_id()
    if isinstance(value, EndpointStore):
        return value.all(), value.of_user("ada"), value.at_address("GCM", "a")
    if isinstance(value, Inbox):
        return [*value]
    kind = _kind(value)
    if attrs.has(kind):
        fields = attrs.fields(kind)
        return kind, {field.name: plain(getattr(value, field.name)) for field in fields}
    if issubclass(kind, dict):
        return [(key, plain(each)) for key, each in value.items()]
    if issubclass(kind, (list, tuple)):
        return kind, [plain(each) for each in value]
    return value


def test_every_field_of_the_state_is_saved(file: Path) -> None:
    """Whatever fields the classes of the state have: a new one is tested with no word here."""
    numbers = examples()
    accounts: dict[str, Account] = {"us-east-1": example(Account, numbers)}
    accounts["us-east-1"].region = "us-east-1"
    inbox: Inbox = accounts["us-east-1"].inbox
    write(Snapshot("us-east-1", accounts, inbox, START), file)
    loaded = read(file, lambda _: None)
    assert (loaded.now, loaded.region_name) == (START, "us-east-1")
    assert plain(loaded.accounts) == plain(accounts)
    assert [*loaded.inbox] == [*inbox]


# --- files of an older release


DATA = Path(__file__).parents[1] / "data"
OF_0_4_0 = DATA / "state-0.4.0.json"
OLD_FILES = [OF_0_4_0, DATA / "state-0.5.0.json"]


@pytest.mark.parametrize("old", OLD_FILES, ids=["0.4.0", "0.5.0"])
def test_work_under_way_in_a_file_of_an_older_release_continues(old: Path) -> None:
    """Campaigns, journeys and jobs do what they would have done without the file."""
    outcomes: list[list[Any]] = []
    for open_service in (service_under_way, partial(LocalPinpoint.load, old)):
        with mock_aws(), open_service() as service:
            make_bucket()
            outcomes.append(outcome(service))
    assert outcomes[0] == outcomes[1]
    assert len(outcomes[0][0]) > 400, "messages were sent after loading"


@pytest.mark.parametrize("old", OLD_FILES, ids=["0.4.0", "0.5.0"])
def test_a_file_of_an_older_release_is_saved_as_one_of_this(file: Path, old: Path) -> None:
    with LocalPinpoint.load(old) as loaded, service_under_way() as service:
        loaded.save(file)
        migrated = json.loads(file.read_text())
        service.save(file)
    assert migrated == json.loads(file.read_text())


@pytest.mark.parametrize("path", [("account", "agenda"), ("account", "projects"), ("now",)])
def test_a_damaged_file_of_0_4_0_is_refused(file: Path, path: tuple[str, ...]) -> None:
    document = json.loads(OF_0_4_0.read_text())
    _set(*path, to=7)(document)
    file.write_text(json.dumps(document))
    with pytest.raises(ValueError, match="does not hold a saved service"):
        LocalPinpoint.load(file)


def test_a_file_of_0_5_0_has_no_codes_of_messages(
    service: LocalPinpoint, client: Boto, shop: str, file: Path
) -> None:
    sent = {
        "BrandName": "Shop",
        "Channel": "SMS",
        "DestinationIdentity": "+15555550100",
        "OriginationIdentity": "+15555550101",
        "ReferenceId": "login",
    }
    client.send_otp_message(ApplicationId=shop, SendOTPMessageRequestParameters=sent)
    assert again(service, file).inbox.last == service.inbox.last
    document = json.loads(file.read_text())
    del document["inbox"][0]["otp"]
    file.write_text(json.dumps(document))
    assert LocalPinpoint.load(file).inbox.last == attrs.evolve(service.inbox.last, otp=None)


# --- files


def test_the_file_is_json_with_a_version_and_for_its_owner_only(
    service: LocalPinpoint, file: Path
) -> None:
    service.save(file)
    content = json.loads(file.read_text())
    assert (content["format"], content["version"]) == ("pinpoint_sdk.local", 3)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_save_that_fails_leaves_the_file_as_it_was(
    service: LocalPinpoint, client: Boto, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.save(file)
    before = file.read_text()
    new_app(client)

    def fail(_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        service.save(file)
    assert file.read_text() == before
    assert [*file.parent.iterdir()] == [file]


def test_saving_where_nothing_can_be_is_an_os_error(service: LocalPinpoint, file: Path) -> None:
    with pytest.raises(FileNotFoundError):
        service.save(file / "nowhere")


def test_a_link_is_followed(service: LocalPinpoint, file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)
    service.save(link)
    assert link.is_symlink()
    assert LocalPinpoint.load(file).clock.now == START


def test_a_folder_is_no_file(service: LocalPinpoint, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="director"):
        service.save(tmp_path)


def test_a_path_may_be_text(service: LocalPinpoint, file: Path) -> None:
    service.save(str(file))
    assert LocalPinpoint.load(str(file)).clock.now == START


def test_a_missing_file_is_an_os_error(file: Path) -> None:
    with pytest.raises(FileNotFoundError):
        LocalPinpoint.load(file)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "Expecting value"),
        (b"{", "Expecting"),
        (b"\xff\xfe\x00", "decode"),
        (b"[" * 100_000, ""),
        (b"[]", '"format": "pinpoint_sdk.local"'),
        (b'{"format": "tar"}', '"format": "pinpoint_sdk.local"'),
        (b'{"format": "pinpoint_sdk.local", "version": 4}', "version 4"),
        (b'{"format": "pinpoint_sdk.local", "version": true}', "version True"),
        (b'{"format": "pinpoint_sdk.local", "version": 3}', "accounts"),
        (b'{"format": "pinpoint_sdk.local", "version": 1}', "account"),
        (b'{"format": "pinpoint_sdk.local", "version": 2}', "account"),
    ],
)
def test_a_file_of_something_else_is_refused(file: Path, content: bytes, reason: str) -> None:
    file.write_bytes(content)
    with pytest.raises(ValueError, match="does not hold a saved service") as caught:
        LocalPinpoint.load(file)
    assert str(file) in str(caught.value)
    assert reason in str(caught.value)


def _set(*path: str | int, to: Any) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        for key in path[:-1]:
            document = document[key]
        document[path[-1]] = to

    return change


HOME = ("accounts", "us-east-1")
DAMAGE: list[tuple[Callable[[Any], None], str]] = [
    (_set("now", to="yesterday"), "now"),
    (_set("now", to="2017-09-27T12:00:00"), "now"),
    (_set("now", to=7), "now"),
    (_set("accounts", to=[]), "account"),
    (_set("region_name", to=7), "region_name"),
    (_set(*HOME, "region", to=7), "region"),
    (_set(*HOME, "more", to=7), "more"),
    (_set(*HOME, "ids", to={}), "ids"),
    (_set(*HOME, "ids", "resources", to="3 1 2"), "ids"),
    (_set(*HOME, "ids", "resources", to=None), "ids"),
    (_set("inbox", to=[{}]), "inbox"),
    (_set("inbox", to=7), "inbox"),
    (_set(*HOME, "last_position", to="1"), "last_position"),
    (_set(*HOME, "projects", to={"x": {"position": 1, "document": []}}), "document"),
    (_set(*HOME, "projects", to={"x": {"document": {}}}), "position"),
    (_set(*HOME, "scheduler", "tasks", to=[["x"]]), "tasks"),
]


@pytest.mark.parametrize(("change", "reason"), DAMAGE, ids=[str(n) for n in range(len(DAMAGE))])
def test_a_damaged_file_is_refused_with_the_place(
    service: LocalPinpoint, file: Path, change: Callable[[Any], None], reason: str
) -> None:
    service.save(file)
    document = json.loads(file.read_text())
    change(document)
    file.write_text(json.dumps(document))
    with pytest.raises(ValueError, match="does not hold a saved service") as caught:
        LocalPinpoint.load(file)
    assert reason in str(caught.value)


def test_a_task_that_nobody_knows_is_refused(service: LocalPinpoint, file: Path) -> None:
    due: Any = {"when": START.isoformat(), "position": 1, "name": "os.system", "key": []}
    service.save(file)
    document = json.loads(file.read_text())
    document["accounts"]["us-east-1"]["scheduler"]["tasks"] = [due]
    file.write_text(json.dumps(document))
    with pytest.raises(ValueError, match=r"os\.system"):
        LocalPinpoint.load(file)
