"""The embedded service over HTTP, with clients that behave."""

from __future__ import annotations

import json
import logging
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from datetime import timedelta
from http.client import IncompleteRead, RemoteDisconnected
from logging.handlers import QueueHandler
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from threading import enumerate as enumerate_threads
from typing import Any, ClassVar, Literal, cast

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ConnectionClosedError

from pinpoint_sdk import PinpointClient
from pinpoint_sdk.local import Clock, LocalPinpoint
from pinpoint_sdk.local.__main__ import first_signal
from pinpoint_sdk.local.http import server as http_server
from pinpoint_sdk.local.http.server import serve
from pinpoint_sdk.local.times.dates import format_date
from pinpoint_sdk.models import CreateApplicationRequest
from tests.local.support.boto import APP_NOT_FOUND, START, Boto, new_app, refusal, status
from tests.local.support.campaigns import add_people, plan
from tests.local.support.http import Peer, ask, connect


@pytest.fixture
def url(service: LocalPinpoint) -> Iterator[str]:
    with serve(service) as url:
        yield url


@pytest.fixture
def remote(url: str) -> Boto:
    """A plain boto3 client that reaches the service over HTTP."""
    return remote_client(url)


def remote_client(url: str) -> Boto:
    session = boto3.Session(
        aws_access_key_id="any", aws_secret_access_key="any", region_name="us-east-1"
    )
    make = cast("Callable[..., Boto]", getattr(session, "client"))  # noqa: B009
    config = Config(retries={"total_max_attempts": 1})
    return make("pinpoint", endpoint_url=url, config=config)


def test_boto3_works_over_http_and_in_process_at_once(client: Boto, remote: Boto) -> None:
    app = new_app(remote)
    assert client.get_app(ApplicationId=app)["ApplicationResponse"]["Id"] == app
    tags = {"tagsModel": {"tags": {"team": "growth"}}}
    arn = client.get_app(ApplicationId=app)["ApplicationResponse"]["Arn"]
    assert status(remote.tag_resource(ResourceArn=arn, TagsModel=tags["tagsModel"])) == 204
    assert client.get_app(ApplicationId=app)["ApplicationResponse"]["tags"] == {"team": "growth"}
    assert refusal(remote.get_app, ApplicationId="nope") == APP_NOT_FOUND


def test_the_typed_client_works_over_http(url: str) -> None:
    session = boto3.Session(
        aws_access_key_id="any", aws_secret_access_key="any", region_name="us-east-1"
    )
    with PinpointClient(session=session, endpoint_url=url) as pinpoint:
        created = pinpoint.create_app(CreateApplicationRequest(name="shop"))
        assert created.id is not None
        assert pinpoint.get_app(created.id).name == "shop"


@pytest.mark.parametrize("endpoint_id", ["a/b", "a%2Fb", "+1 555", "ü", "?x=1", "#", ";", "a//b"])
def test_ids_arrive_as_they_were_meant(client: Boto, remote: Boto, endpoint_id: str) -> None:
    app = new_app(remote)
    request = {"Address": "+15555550100", "ChannelType": "SMS"}
    names = {"ApplicationId": app, "EndpointId": endpoint_id}
    remote.update_endpoint(**names, EndpointRequest=request)
    for each in (client, remote):
        assert each.get_endpoint(**names)["EndpointResponse"]["Id"] == endpoint_id


def test_query_keys_arrive(remote: Boto) -> None:
    apps = {new_app(remote, f"app {number}") for number in range(5)}
    first = remote.get_apps(PageSize="3")["ApplicationsResponse"]
    rest = remote.get_apps(PageSize="3", Token=first["NextToken"])["ApplicationsResponse"]
    assert {app["Id"] for app in first["Item"] + rest["Item"]} == apps


def test_an_unsigned_request_is_served(url: str) -> None:
    answer, body = ask(url, "POST", "/v1/apps", {"Name": "shop"})
    assert answer.status == 201
    assert answer.headers["Content-Type"] == "application/json"
    assert json.loads(body)["Name"] == "shop"


def test_a_connection_serves_many_requests(url: str) -> None:
    connection = connect(url)
    connection.connect()
    socket = connection.sock
    for _ in range(20):
        connection.request("GET", "/v1/apps")
        assert connection.getresponse().read() == b'{"Item": []}'
    assert connection.sock is socket
    connection.close()


def test_a_dropped_connection_ends_without_an_answer_after_the_work(
    service: LocalPinpoint, client: Boto, remote: Boto
) -> None:
    service.failures.drop("CreateApp", times=1)
    with pytest.raises(ConnectionClosedError):
        new_app(remote)
    assert len(client.get_apps()["ApplicationsResponse"]["Item"]) == 1


@pytest.mark.parametrize("how", ["read_timeout", "cut"])
def test_another_lost_response_ends_with_the_connection(
    service: LocalPinpoint, url: str, how: Literal["read_timeout", "cut"]
) -> None:
    service.failures.drop("GetApps", how=how, times=1)
    connection = connect(url)
    connection.request("GET", "/v1/apps")
    if how == "cut":
        with pytest.raises(IncompleteRead) as caught:
            connection.getresponse().read()
        assert (caught.value.partial, caught.value.expected) == (b'{"Item', 6)
    else:
        with pytest.raises(RemoteDisconnected):
            connection.getresponse()
    connection.close()
    assert ask(url, "GET", "/v1/apps")[1] == b'{"Item": []}'


def test_a_connection_that_is_not_made_is_closed_before_the_work(
    service: LocalPinpoint, client: Boto, remote: Boto
) -> None:
    service.failures.unreachable("CreateApp", how="connect_timeout")
    with pytest.raises(ConnectionClosedError):
        new_app(remote)
    assert client.get_apps()["ApplicationsResponse"]["Item"] == []


@pytest.mark.parametrize(("status", "reason"), [(503, "Service Unavailable"), (509, "Unknown")])
def test_an_error_may_have_any_status(
    service: LocalPinpoint, url: str, status: int, reason: str
) -> None:
    service.failures.fail("GetApps", error="SlowDown", status=status)
    answer, body = ask(url, "GET", "/v1/apps")
    assert (answer.status, answer.reason) == (status, reason)
    assert json.loads(body) == {"message": "This failure was asked for"}


def test_a_region_that_is_down_gives_no_answer_and_comes_back(
    service: LocalPinpoint, client: Boto, remote: Boto
) -> None:
    service.failures.region_down()
    with pytest.raises(ConnectionClosedError):
        new_app(remote)
    service.failures.region_up()
    assert remote.get_apps()["ApplicationsResponse"]["Item"] == []
    assert client.get_apps()["ApplicationsResponse"]["Item"] == []


def test_64_connections_at_once_lose_nothing(url: str, client: Boto) -> None:
    def work(number: int) -> list[str]:
        connection = connect(url)
        made: list[str] = []
        for step in range(5):
            target = f"/v1/apps/{app}/endpoints/{number}-{step}"
            address = {"Address": f"token-{number}-{step}", "ChannelType": "GCM"}
            connection.request("PUT", target, body=json.dumps(address))
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 202
            made.append(f"{number}-{step}")
        connection.close()
        return made

    app = new_app(client)
    with ThreadPoolExecutor(64) as pool:
        made = [name for names in pool.map(work, range(64)) for name in names]
    assert len(made) == 320
    for name in made:
        client.get_endpoint(ApplicationId=app, EndpointId=name)


def test_stopping_lets_a_request_that_has_begun_end(
    service: LocalPinpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_server, "POLL_SECONDS", 0)
    monkeypatch.setattr(http_server, "STOP_SECONDS", 15)

    def finish() -> None:
        """Send the rest once the server takes no more connections."""
        with suppress(ConnectionRefusedError):
            while True:
                with suppress(ConnectionResetError), Peer(url):
                    pass
        connection.send(body[5:])

    with serve(service) as url:
        connection = connect(url)
        body = json.dumps({"Name": "shop"}).encode()
        connection.putrequest("POST", "/v1/apps")
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body[:5])
        begun = connect(url)  # served after the first one was given to a thread
        begun.request("GET", "/v1/apps")
        begun.getresponse().read()
        begun.close()
        late = Thread(target=finish)
        late.start()
    late.join()
    answer = connection.getresponse()
    assert answer.status == 201
    assert answer.headers["Connection"] == "close"
    answer.read()
    connection.close()


def test_stopping_ends_a_long_advance_where_it_is(
    service: LocalPinpoint, client: Boto, shop: str, clock: Clock
) -> None:
    add_people(client, shop, 1)
    years = timedelta(days=3650)
    hourly = {"Frequency": "HOURLY", "EndTime": format_date(START + years)}
    plan(client, shop, format_date(START + timedelta(hours=1)), schedule=hourly)
    with serve(service) as url:
        connection = connect(url)
        body = json.dumps({"advance_seconds": years.total_seconds()})
        connection.request("POST", "/_local/clock", body, {"Content-Type": "application/json"})
        assert ask(url, "GET", "/", Host="evil.example")[0].status == 403
    answer = connection.getresponse()
    assert answer.status == 200
    assert json.loads(answer.read())["now"] == format_date(clock.now)
    assert START <= clock.now < START + years
    connection.close()


def test_after_the_block_nobody_listens(service: LocalPinpoint) -> None:
    before = enumerate_threads()
    with serve(service) as url, serve(service) as other:
        ask(url, "GET", "/v1/apps")
        assert url != other
    with pytest.raises(ConnectionRefusedError):
        ask(url, "GET", "/v1/apps")
    assert enumerate_threads() == before


def test_a_port_that_is_taken_is_an_os_error(service: LocalPinpoint, url: str) -> None:
    port = int(url.rpartition(":")[2])
    with pytest.raises(OSError, match="in use"), serve(service, port=port):
        pass


def test_the_control_face_shows_and_clears_the_inbox(
    service: LocalPinpoint, url: str, remote: Boto
) -> None:
    app = send_sms(remote, "+15555550100", "Hello")
    answer, body = ask(url, "GET", "/_local/inbox")
    assert answer.status == 200
    (message,) = json.loads(body)["messages"]
    assert message["address"] == "+15555550100"
    assert message["body"] == "Hello"
    assert message["application_id"] == app
    assert message["sent_at"] == "2017-09-27T12:00:00.581Z"
    assert message["otp"] is None
    assert set(message) >= {"channel_type", "message_id", "sent_by", "document"}
    assert ask(url, "DELETE", "/_local/inbox")[0].status == 204
    assert len(service.inbox) == 0
    assert json.loads(ask(url, "GET", "/_local/inbox")[1]) == {"messages": []}


def test_the_control_face_finds_messages_to_somebody(url: str, remote: Boto) -> None:
    send_sms(remote, "+15555550100", "one")
    send_sms(remote, "+15555550101", "two")
    for address, bodies in (
        ("%2B15555550101", ["two"]),
        ("+15555550101", ["two"]),
        ("nobody", []),
    ):
        found = json.loads(ask(url, "GET", f"/_local/inbox?to={address}")[1])["messages"]
        assert [message["body"] for message in found] == bodies


def send_sms(client: Boto, address: str, text: str) -> str:
    app = new_app(client)
    client.update_sms_channel(ApplicationId=app, SMSChannelRequest={"Enabled": True})
    client.send_messages(
        ApplicationId=app,
        MessageRequest={
            "Addresses": {address: {"ChannelType": "SMS"}},
            "MessageConfiguration": {"SMSMessage": {"Body": text}},
        },
    )
    return app


def move(url: str, seconds: object, **headers: str) -> tuple[int, Any]:
    sent = {"Content_Type": "application/json", **headers}
    answer, body = ask(url, "POST", "/_local/clock", {"advance_seconds": seconds}, **sent)
    return answer.status, json.loads(body)


def test_the_control_face_moves_the_clock(url: str, clock: Clock) -> None:
    assert move(url, 3600.5) == (200, {"now": "2017-09-27T13:00:01.081Z"})
    assert clock.now == START + timedelta(seconds=3600.5)
    assert json.loads(ask(url, "GET", "/_local/clock")[1]) == {"now": "2017-09-27T13:00:01.081Z"}


@pytest.mark.parametrize("seconds", [-1, "1", None, True, float("nan"), 1e300, [1]])
def test_a_step_that_is_none_leaves_the_clock(url: str, clock: Clock, seconds: object) -> None:
    found, answer = move(url, seconds)
    assert found == 400
    assert "advance_seconds" in answer["Message"]
    assert clock.now == START


def test_the_clock_takes_json_only(url: str, clock: Clock) -> None:
    assert move(url, 1, Content_Type="text/plain")[0] == 400
    answer, _ = ask(url, "POST", "/_local/clock", ["advance_seconds"], Content_Type="text/plain")
    assert answer.status == 400
    assert clock.now == START


def test_scripts_of_other_sites_change_nothing(url: str, clock: Clock) -> None:
    assert move(url, 1, Origin="https://evil.example")[0] == 403
    assert move(url, 1, Origin="null")[0] == 403
    assert ask(url, "DELETE", "/_local/inbox", Origin="http://evil.example")[0].status == 403
    created, _ = ask(url, "POST", "/v1/apps", {"Name": "shop"}, Origin="http://evil.example")
    assert created.status == 403
    assert json.loads(ask(url, "GET", "/v1/apps")[1]) == {"Item": []}
    assert clock.now == START
    assert move(url, 1, Origin=url)[0] == 200


@pytest.mark.parametrize("target", ["/", "/_local/inbox"])
def test_a_method_that_a_face_does_not_take_is_a_405(url: str, target: str) -> None:
    answer, body = ask(url, "PUT", target)
    assert answer.status == 405
    assert "GET" in json.loads(body)["Message"]


def test_a_mistake_in_the_control_api_is_a_500_that_says_so(
    service: LocalPinpoint, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(service, "inspect", fail)
    answer, body = ask(url, "GET", "/")
    assert (answer.status, json.loads(body)) == (500, {"Message": "ZeroDivisionError: oh"})


def test_every_request_is_logged(url: str) -> None:
    """A line is written when its answer is out, so maybe later than the client has that."""
    records: SimpleQueue[logging.LogRecord] = SimpleQueue()
    handler = QueueHandler(records)
    log = logging.getLogger("pinpoint_sdk.local.access")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        ask(url, "GET", "/v1/apps?token=%0a")
        assert records.get(timeout=10).getMessage() == "127.0.0.1 'GET /v1/apps?token=%0a' 400"
        ask(url, "DELETE", "/v1/apps")
        assert records.get(timeout=10).getMessage() == "127.0.0.1 'DELETE /v1/apps' 405"
    finally:
        log.removeHandler(handler)
        log.setLevel(logging.NOTSET)


# --- python -m pinpoint_sdk.local


STOPPING = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def heed_signals() -> None:
    """In a new process: a signal that whoever runs the tests ignores would be ignored there too."""
    for each in STOPPING:
        signal.signal(each, signal.SIG_DFL)


class Command:
    """The server as a process of its own, which ends with its test."""

    running: ClassVar[list[subprocess.Popen[str]]] = []

    def __init__(self, *options: object) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pinpoint_sdk.local", "--port", "0", *map(str, options)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=heed_signals,
        )
        self.running.append(self.process)
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        found = re.fullmatch(r"Amazon Pinpoint on (http://127\.0\.0\.1:\d+)\n", line)
        assert found, (line, self.process.communicate(timeout=10))
        self.url = found[1]

    def stop(self, by: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """Exit code and what stands on stderr."""
        self.process.send_signal(by)
        _, log = self.process.communicate(timeout=20)
        return self.process.returncode, log


@pytest.fixture(autouse=True)
def no_server_outlives_its_test() -> Iterator[None]:
    yield
    while Command.running:
        with Command.running.pop() as process:
            process.kill()


def test_the_command_stops_where_whoever_starts_the_tests_ignores_signals() -> None:
    before = {each: signal.signal(each, signal.SIG_IGN) for each in STOPPING}
    try:
        commands = {by: Command() for by in STOPPING}
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)

    assert [command.stop(by)[0] for by, command in commands.items()] == [0, 0, 0]


@pytest.mark.parametrize("by", STOPPING)
def test_the_command_serves_logs_and_stops(by: signal.Signals) -> None:
    command = Command("--region", "eu-west-1")
    arn = json.loads(ask(command.url, "POST", "/v1/apps", {"Name": "shop"})[1])["Arn"]
    assert arn.startswith("arn:aws:mobiletargeting:eu-west-1:")
    code, log = command.stop(by)
    assert code == 0
    assert log.count("\n") == 1
    assert log.endswith(" 127.0.0.1 'POST /v1/apps' 201\n")


def test_the_command_lets_pages_and_names_in() -> None:
    pages = ("http://localhost:3000", "https://shop.example")
    command = Command(
        "--allow-origin", pages[0], "--allow-host", "pinpoint",
        "--allow-host", "box", "--allow-origin", pages[1],
    )  # fmt: skip
    for page in pages:
        answer, _ = ask(command.url, "GET", "/v1/apps", Origin=page, Host="pinpoint:7467")
        assert answer.headers["Access-Control-Allow-Origin"] == page
    assert ask(command.url, "GET", "/v1/apps", Host="box")[0].status == 200
    assert ask(command.url, "GET", "/v1/apps", Host="bus")[0].status == 403
    assert ask(command.url, "GET", "/v1/apps", Origin="http://a.example")[0].status == 403


def test_the_command_stops_though_clients_drip(tmp_path: Path) -> None:
    """Each used to hold a thread for as long as a request may take to arrive."""
    file = tmp_path / "state.json"
    command = Command("--seed-file", file, "--save-on-exit")
    with ExitStack() as stack:
        for _ in range(64):
            stack.enter_context(Peer(command.url)).send(b"POST /v1/apps HTTP/1.1\r\n")
        assert ask(command.url, "POST", "/v1/apps", {"Name": "shop"})[0].status == 201
        command.process.send_signal(signal.SIGTERM)
        assert command.process.wait(timeout=8) == 0
    assert "shop" in file.read_text()


def test_the_command_starts_with_a_seed_file_and_saves_to_it(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    options = ("--seed-file", file, "--save-on-exit", "--seed", 7)
    apps: list[str] = []
    for _ in range(2):
        command = Command(*options)
        apps.append(json.loads(ask(command.url, "POST", "/v1/apps", {"Name": "shop"})[1])["Id"])
        listed = json.loads(ask(command.url, "GET", "/v1/apps")[1])["Item"]
        assert [app["Id"] for app in listed] == apps
        assert command.stop()[0] == 0
    with LocalPinpoint(seed=7) as service:
        make: Any = service.session()
        client = make.client("pinpoint")
        assert [new_app(client), new_app(client)] == apps


def test_what_cannot_be_saved_at_the_end_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    command = Command("--seed-file", folder / "state.json", "--save-on-exit")
    shutil.rmtree(folder)
    code, log = command.stop()
    assert code == 1
    assert log.startswith("pinpoint_sdk.local: cannot save: ")
    assert log.count("\n") == 1


@pytest.fixture
def old_handlers() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in STOPPING}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("old_handlers")
def test_a_second_signal_ends_the_process_at_once() -> None:
    heed_signals()
    with first_signal() as arrives:
        for number in STOPPING:
            signal.raise_signal(number)
        assert arrives.recv(10) == bytes(STOPPING)
    assert {signal.getsignal(number) for number in STOPPING} == {signal.SIG_DFL}


@pytest.mark.usefixtures("old_handlers")
def test_a_signal_that_was_to_be_ignored_stays_so() -> None:
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN)
    with first_signal():
        assert {signal.getsignal(number) for number in STOPPING} == {signal.SIG_IGN}


def test_a_port_that_is_none(service: LocalPinpoint) -> None:
    with pytest.raises(ValueError, match="from 0 to 65535, got 65536"), serve(service, port=65_536):
        pass


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--seed-file", "missing.json"], 2, "missing.json"),
        (["--save-on-exit"], 2, "--seed-file"),
        (["--port", "65536"], 2, "65535"),
        (["--port", "x"], 2, "--port: must be a number from 0 to 65535, got 'x'"),
        (["--save-on-exit", "--seed-file", "no/folder.json"], 2, "No such file or directory"),
        (["--allow-origin", "localhost:3000"], 2, "--allow-origin: must be an origin such as"),
        (["--allow-origin", "http://a.example/"], 2, "without a path, got 'http://a.example/'"),
        (["--allow-host", "http://a"], 2, "--allow-host: must be a host name such as pinpoint"),
        (["--region", "x y"], 2, "expected one like us-east-1, got 'x y'"),
        (["--host", "192.0.2.1"], 1, "192.0.2.1"),
        (["--host", ""], 1, "must not be empty"),
    ],
)
def test_the_command_says_what_is_wrong(options: list[str], code: int, words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pinpoint_sdk.local", *options],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
