"""Under which names the server answers."""

from __future__ import annotations

import json

import pytest

from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.http.hosts import Hosts, host_name
from pinpoint_sdk.local.http.server import serve
from pinpoint_sdk.local.protocol.errors import Forbidden
from tests.local.support.boto import Boto, new_app
from tests.local.support.http import ask, refused, reply


@pytest.mark.parametrize(
    ("method", "target"),
    [
        ("GET", "/"),
        ("GET", "/_local/inbox"),
        ("DELETE", "/_local/inbox"),
        ("GET", "/_local/clock"),
        ("GET", "/v1/apps"),
        ("DELETE", "/v1/apps/{app}"),
        ("POST", "/v1/apps/{app}/events/legacy"),
        ("OPTIONS", "/v1/apps"),
        ("GET", "/nowhere"),
    ],
)
def test_a_name_that_resolves_to_this_machine_neither_reads_nor_deletes(
    service: LocalPinpoint, client: Boto, method: str, target: str
) -> None:
    app = new_app(client)
    with serve(service) as url:
        answer, body = ask(url, method, target.format(app=app), Host="evil.example:80")
    assert answer.status == 403
    assert answer.headers["x-amzn-ErrorType"] == "ForbiddenException"
    assert json.loads(body) == {
        "Message": "This server is not called evil.example. To serve it under this name too, "
        "start it with --allow-host evil.example, or with allow_hosts=['evil.example']."
    }
    assert client.get_app(ApplicationId=app)["ApplicationResponse"]["Id"] == app


@pytest.mark.parametrize(
    "header",
    [
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost",
        "LocalHost:7467",
        "localhost.",
        "localhost.:7467",
        "[::1]",
        "[::1]:8",
        "[0:0:0:0:0:0:0:1]",
        "[::1%25lo0]:8",
        "[::1%lo0]",
    ],
)
def test_this_machine_has_several_names_and_any_port(service: LocalPinpoint, header: str) -> None:
    with serve(service) as url:
        assert ask(url, "GET", "/v1/apps", Host=header)[0].status == 200


@pytest.mark.parametrize(
    "header",
    [
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "localhost..",
        "evil.example@localhost",
        "localhost@evil.example",
        "localhost/",
        "localhost:x",
        "localhost, localhost",
        "127.0.0.2",
        "[::2]",
        "[localhost]x",
        "[",
        ":80",
        "",
    ],
)
def test_other_names_are_refused(service: LocalPinpoint, header: str) -> None:
    with serve(service) as url:
        assert ask(url, "GET", "/v1/apps", Host=header)[0].status == 403


def test_a_request_without_a_host_is_malformed(service: LocalPinpoint) -> None:
    with serve(service) as url:
        found = refused(reply(url, b"GET /v1/apps HTTP/1.1\r\n\r\n"))
    assert found == (400, "BadRequestException", "Missing Host header")


def test_http_1_0_may_do_without_a_host(service: LocalPinpoint) -> None:
    with serve(service) as url:
        assert reply(url, b"GET /v1/apps HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 200 OK\r\n")
        evil = reply(url, b"GET /v1/apps HTTP/1.0\r\nHost: evil.example\r\n\r\n")
        assert refused(evil)[0] == 403


def test_names_can_be_added(service: LocalPinpoint) -> None:
    with serve(service, allow_hosts=["Pinpoint", "fe80::1", "my_box."]) as url:
        for header, status in (
            ("pinpoint:7467", 200),
            ("PINPOINT.", 200),
            ("my_box", 200),
            ("[fe80::1%eth0]:7467", 200),
            ("localhost", 200),
            ("pinpoint.evil.example", 403),
        ):
            assert ask(url, "GET", "/v1/apps", Host=header)[0].status == status, header


def test_where_others_can_reach_it_names_count_only_if_some_are_given(
    service: LocalPinpoint,
) -> None:
    for allow_hosts, status in (((), 200), (("pinpoint",), 403)):
        with serve(service, "0.0.0.0", allow_hosts=allow_hosts) as url:
            local = url.replace("0.0.0.0", "127.0.0.1")
            assert ask(local, "GET", "/v1/apps", Host="a.test")[0].status == status
            for header in ("pinpoint", "localhost", "127.0.0.1", "[::1]", "0.0.0.0"):
                assert ask(local, "GET", "/v1/apps", Host=header)[0].status == 200


def test_the_name_and_the_address_that_it_listens_on_are_its_own() -> None:
    hosts = Hosts("my-mac.local", "127.0.0.2")
    for header in ("My-Mac.local:80", "127.0.0.2", "localhost"):
        hosts.check(header)
    with pytest.raises(Forbidden, match=r"not called your-mac\.local"):
        hosts.check("your-mac.local")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "*",
        "pinpoint:7467",
        "http://pinpoint",
        "a/b",
        "a b",
        "[::1]:80",
        "münchen.example",
        "::g",
    ],
)
def test_what_is_not_a_host_name_is_said(service: LocalPinpoint, text: str) -> None:
    with (
        pytest.raises(ValueError, match="allow_hosts: must be a host name such as pinpoint"),
        serve(service, allow_hosts=[text]),
    ):
        pass


@pytest.mark.parametrize("value", ["pinpoint", [7]])
def test_names_are_several_strings(service: LocalPinpoint, value: list[str]) -> None:
    with pytest.raises(TypeError, match="allow_hosts: expected"), serve(service, allow_hosts=value):
        pass


@pytest.mark.parametrize(
    ("text", "name"),
    [("A.Example.", "a.example"), ("[::1]", "::1"), ("0:0::1", "::1"), ("127.0.0.1", "127.0.0.1")],
)
def test_a_name_is_compared_in_one_form(text: str, name: str) -> None:
    assert host_name(text) == name
