"""Web pages as clients: what a browser asks and is told (CORS)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from http.client import HTTPMessage
from urllib.parse import unquote

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from pinpoint_sdk.local.http.origins import origin
from pinpoint_sdk.local.http.server import serve
from pinpoint_sdk.local.quotas import Quotas
from tests.local.support.boto import START, Boto, boto_client, new_app
from tests.local.support.http import Peer, ask, reply

PAGE = "http://localhost:3000"
FOREIGN = "http://evil.example"
SDK_HEADERS = (
    "amz-sdk-invocation-id,amz-sdk-request,authorization,content-type,x-amz-content-sha256,"
    "x-amz-date,x-amz-security-token,x-amz-user-agent"
)
EVENTS = {
    "BatchItem": {
        "web": {
            "Endpoint": {},
            "Events": {
                "e": {"EventType": "_session.stop", "Timestamp": "2017-09-27T12:00:00.000Z"}
            },
        }
    }
}


@pytest.fixture
def url(service: LocalPinpoint) -> Iterator[str]:
    with serve(service, allow_origins=(PAGE,)) as url:
        yield url


def cors(headers: HTTPMessage) -> dict[str, str]:
    """What concerns a browser."""
    return {
        name.lower(): value
        for name, value in headers.items()
        if name.lower().startswith("access-control-") or name == "Vary"
    }


ALLOWED = {
    "access-control-allow-origin": PAGE,
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": "x-amzn-RequestId, x-amzn-ErrorType, Date",
    "vary": "Origin",
}


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
@pytest.mark.parametrize("target", ["/v1/apps", "/v1/apps/x/events", "/_local/inbox", "/nowhere"])
def test_a_preflight_of_an_allowed_page_is_answered(url: str, method: str, target: str) -> None:
    answer, body = ask(
        url,
        "OPTIONS",
        target,
        Origin=PAGE,
        Access_Control_Request_Method=method,
        Access_Control_Request_Headers=SDK_HEADERS,
    )
    assert (answer.status, body) == (204, b"")
    assert cors(answer.headers) == {
        **ALLOWED,
        "access-control-allow-methods": "GET, POST, PUT, DELETE",
        "access-control-allow-headers": SDK_HEADERS,
    }


def test_a_preflight_may_ask_for_less_and_for_the_private_network(url: str) -> None:
    answer, _ = ask(url, "OPTIONS", "/", Origin=PAGE, Access_Control_Request_Method="GET")
    assert cors(answer.headers) == {
        **ALLOWED,
        "access-control-allow-methods": "GET, POST, PUT, DELETE",
    }
    answer, _ = ask(
        url,
        "OPTIONS",
        "/",
        Origin=PAGE,
        Access_Control_Request_Method="GET",
        Access_Control_Request_Private_Network="true",
    )
    assert answer.headers["Access-Control-Allow-Private-Network"] == "true"


def test_options_that_is_not_a_preflight_is_not_allowed(url: str) -> None:
    answer, _ = ask(url, "OPTIONS", "/v1/apps", Origin=PAGE)
    assert answer.status == 405
    answer, _ = ask(url, "OPTIONS", "/v1/apps", Access_Control_Request_Method="GET")
    assert answer.status == 405
    answer, _ = ask(url, "POST", "/v1/apps", {"Name": "x"}, Access_Control_Request_Method="GET")
    assert answer.status == 201
    answer, _ = ask(url, "GET", "/v1/apps", Origin=PAGE, Access_Control_Request_Method="GET")
    assert answer.status == 200


def test_an_allowed_page_calls_the_api_and_reads_the_answers(
    url: str, service: LocalPinpoint
) -> None:
    answer, body = ask(url, "POST", "/v1/apps", {"Name": "shop"}, Origin=PAGE)
    assert answer.status == 201
    assert cors(answer.headers) == ALLOWED
    app = json.loads(body)["Id"]
    answer, _ = ask(url, "GET", "/v1/apps/none", Origin=PAGE)
    assert answer.status == 404
    assert cors(answer.headers) == ALLOWED
    answer, _ = ask(url, "DELETE", f"/v1/apps/{app}", Origin=PAGE)
    assert answer.status == 200
    assert service.inspect(lambda account, _: account.projects) == {}


@pytest.mark.parametrize(
    "data",
    [
        b"POST /v1/apps HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: 99999999999\r\n\r\n",
        b"POST /v1/apps HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: x\r\n\r\n",
        b"GET /v1/apps HTTP/1.1\r\nHost: evil.example\r\n%s\r\n",
        b"PUT /v1/apps HTTP/1.1\r\nHost: localhost\r\n%s\r\n",
        b"POST /v1/apps HTTP/1.1\r\nHost: localhost\r\n%sTransfer-Encoding: gzip\r\n\r\n",
    ],
    ids=["413", "400", "403", "405", "501"],
)
def test_an_allowed_page_reads_every_error(
    url: str, data: bytes, request: pytest.FixtureRequest
) -> None:
    answer = reply(url, data % b"Origin: http://localhost:3000\r\nConnection: close\r\n")
    assert answer.startswith(f"HTTP/1.1 {request.node.callspec.id} ".encode())
    assert b"\r\nAccess-Control-Allow-Origin: http://localhost:3000\r\n" in answer


def test_an_allowed_page_uses_the_control_api(url: str, clock: Clock) -> None:
    answer, body = ask(url, "GET", "/_local/inbox", Origin=PAGE)
    assert (answer.status, json.loads(body)) == (200, {"messages": []})
    assert cors(answer.headers) == ALLOWED
    json_type = {"Content_Type": "application/json"}
    moved, _ = ask(url, "POST", "/_local/clock", {"advance_seconds": 60}, Origin=PAGE, **json_type)
    assert moved.status == 200
    assert clock.now == START + timedelta(minutes=1)
    assert ask(url, "DELETE", "/_local/inbox", Origin=PAGE)[0].status == 204


@pytest.mark.parametrize("target", ["events", "events/legacy?X-Amz-Signature=any"])
def test_a_beacon_of_an_allowed_page_arrives(
    service: LocalPinpoint, client: Boto, url: str, target: str
) -> None:
    """A beacon is text to the browser, so that it need not ask first."""
    app = new_app(client)
    answer, body = ask(
        url,
        "POST",
        f"/v1/apps/{app}/{target}",
        EVENTS,
        Origin=PAGE,
        Content_Type="text/plain;charset=UTF-8",
    )
    assert answer.status == 202
    assert cors(answer.headers) == ALLOWED
    (event,) = json.loads(body)["Results"]["web"]["EventsItemResponse"].values()
    assert event["StatusCode"] == 202
    assert len(service.inspect(lambda account, _: account.projects[app].events)) == 1


def test_a_beacon_is_answered_in_the_region_that_it_is_signed_for(service: LocalPinpoint) -> None:
    app = new_app(boto_client(service.session("eu-west-1")))
    credential = "AKID%2F20170927%2F{}%2Fmobiletargeting%2Faws4_request"
    with serve(service) as url:
        for region, status in (("eu-west-1", 202), ("us-east-1", 404)):
            legacy, scope = f"/v1/apps/{app}/events/legacy", credential.format(region)
            query = f"X-Amz-Algorithm=any&X-Amz-Credential={scope}"
            assert ask(url, "POST", f"{legacy}?{query}", EVENTS)[0].status == status
            signed = f"AWS4-HMAC-SHA256 Credential={unquote(scope)}"
            assert ask(url, "POST", legacy, EVENTS, Authorization=signed)[0].status == status


def test_the_legacy_path_is_that_of_put_events_and_of_nothing_else(
    service: LocalPinpoint, client: Boto
) -> None:
    app = new_app(client)
    service.failures.throttle("PutEvents", times=1)
    with serve(service) as url:
        legacy = f"/v1/apps/{app}/events/legacy"
        assert ask(url, "POST", legacy, EVENTS)[0].status == 429
        assert ask(url, "POST", legacy, EVENTS)[0].status == 202
        assert ask(url, "POST", f"{legacy}?X-Amz-Date=any", EVENTS)[0].status == 202
        assert ask(url, "GET", legacy)[0].status == 405
        assert ask(url, "POST", "/v1/apps/none/events/legacy", EVENTS)[0].status == 404
        assert ask(url, "POST", f"{legacy}/", EVENTS)[0].status == 404
        assert ask(url, "POST", f"/v1/apps/{app}/x/events/legacy", EVENTS)[0].status == 404
        assert ask(url, "GET", f"/v1/apps/{app}/segments/legacy")[0].status == 404


@pytest.mark.parametrize(
    "sent",
    [
        FOREIGN,
        "null",
        "http://localhost:3001",
        "https://localhost:3000",
        "http://localhost",
        f"{PAGE}.evil.example",
        "",
    ],
)
def test_a_foreign_page_is_refused_with_the_way_out(
    service: LocalPinpoint, url: str, sent: str
) -> None:
    for method, target in (
        ("GET", "/v1/apps"),
        ("POST", "/v1/apps"),
        ("DELETE", "/_local/inbox"),
        ("GET", "/"),
        ("OPTIONS", "/v1/apps"),
    ):
        answer, body = ask(
            url, method, target, {"Name": "x"}, Origin=sent, Access_Control_Request_Method="POST"
        )
        assert answer.status == 403
        assert cors(answer.headers) == {"vary": "Origin"}
        assert json.loads(body)["Message"] == (
            f"Pages of {sent} may not use this server. To allow them, start it with "
            f"--allow-origin {sent}, or with allow_origins=['{sent}']."
        )
    assert service.inspect(lambda account, _: account.projects) == {}


def test_a_client_that_is_not_a_page_is_served_as_ever(url: str) -> None:
    answer, _ = ask(url, "GET", "/v1/apps")
    assert answer.status == 200
    assert cors(answer.headers) == {"vary": "Origin"}


def test_without_the_option_no_page_is_let_in_and_nothing_is_said(service: LocalPinpoint) -> None:
    with serve(service) as url:
        for sent in (PAGE, "null", "*", ""):
            answer, _ = ask(url, "GET", "/v1/apps", Origin=sent)
            assert answer.status == 403
            assert cors(answer.headers) == {}


def test_the_page_of_the_server_itself_needs_no_leave(service: LocalPinpoint) -> None:
    for allow_origins in ((), (PAGE,)):
        with serve(service, allow_origins=allow_origins) as url:
            own = ask(url, "POST", "/v1/apps", {"Name": "x"}, Origin=url)
            assert own[0].status == 201
            assert "access-control-allow-origin" not in cors(own[0].headers)
            port = url.rpartition(":")[2]
            host, sent = f"LOCALHOST:{port}", f"http://localhost:{port}"
            assert ask(url, "GET", "/", Host=host, Origin=sent)[0].status == 200
            assert ask(url, "GET", "/", Origin=sent)[0].status == 403


@pytest.mark.parametrize("sent", [FOREIGN, "null", "capacitor://localhost"])
def test_a_star_lets_every_page_in(service: LocalPinpoint, sent: str) -> None:
    with serve(service, allow_origins=["*"]) as url:
        answer, _ = ask(url, "GET", "/v1/apps", Origin=sent)
    assert answer.status == 200
    assert cors(answer.headers) == {**ALLOWED, "access-control-allow-origin": sent}


def test_where_names_are_not_checked_pages_of_others_are_refused(service: LocalPinpoint) -> None:
    with serve(service, "0.0.0.0") as url:
        local = url.replace("0.0.0.0", "127.0.0.1")
        named = {"Host": "pinpoint.test"}
        assert ask(local, "GET", "/v1/apps", **named, Origin=FOREIGN)[0].status == 403
        assert (
            ask(local, "GET", "/v1/apps", **named, Origin="http://pinpoint.test")[0].status == 200
        )
        assert ask(local, "GET", "/v1/apps", Host="", Origin="null")[0].status == 403


def test_null_is_allowed_where_it_is_named(service: LocalPinpoint) -> None:
    with serve(service, allow_origins=["null"]) as url:
        assert ask(url, "GET", "/v1/apps", Origin="null")[0].status == 200
        assert ask(url, "GET", "/v1/apps", Origin=FOREIGN)[0].status == 403


def test_several_origins_are_each_told_of_themselves(service: LocalPinpoint) -> None:
    with serve(service, allow_origins=[PAGE.upper(), "https://shop.example:443"]) as url:
        for sent in (PAGE, "https://shop.example"):
            answer, _ = ask(url, "GET", "/v1/apps", Origin=sent)
            assert answer.headers["Access-Control-Allow-Origin"] == sent


def test_a_body_that_the_service_refuses_is_read_by_the_page() -> None:
    with (
        LocalPinpoint(quotas=Quotas(body_bytes=100)) as small,
        serve(small, allow_origins=[PAGE]) as url,
        Peer(url) as peer,
    ):
        peer.send(
            b"POST /v1/apps HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:3000\r\n"
            b"Content-Length: 101\r\n\r\n"
        )
        answer = peer.everything()
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"\r\nAccess-Control-Allow-Origin: http://localhost:3000\r\n" in answer


@pytest.mark.parametrize(
    ("text", "as_sent"),
    [
        ("http://localhost:3000", "http://localhost:3000"),
        ("HTTP://LocalHost:3000", "http://localhost:3000"),
        ("http://a.example:80", "http://a.example"),
        ("https://a.example:443", "https://a.example"),
        ("https://a.example:80", "https://a.example:80"),
        ("http://[::1]:3000", "http://[::1]:3000"),
        ("chrome-extension://abcdef", "chrome-extension://abcdef"),
        ("*", "*"),
        ("null", "null"),
    ],
)
def test_an_origin_is_compared_as_browsers_send_it(text: str, as_sent: str) -> None:
    assert origin(text) == as_sent


@pytest.mark.parametrize(
    "text",
    [
        "",
        "localhost:3000",
        "localhost",
        "http://",
        "http://localhost:3000/",
        "http://localhost:3000/app",
        "http://localhost:x",
        "http://*.example",
        "http://user@localhost",
        "http://localhost?",
        "http://localhost ",
        "http://a.example, http://b.example",
    ],
)
def test_what_is_not_an_origin_is_said_at_the_start(service: LocalPinpoint, text: str) -> None:
    expected = (
        "allow_origins: must be an origin such as http://localhost:3000, without a path, got "
    )
    with pytest.raises(ValueError, match=expected) as caught, serve(service, allow_origins=[text]):
        pass
    assert str(caught.value).endswith(repr(text))


@pytest.mark.parametrize("value", [PAGE, [None]])
def test_origins_are_several_strings(service: LocalPinpoint, value: list[str]) -> None:
    with (
        pytest.raises(TypeError, match="allow_origins: expected"),
        serve(service, allow_origins=value),
    ):
        pass
