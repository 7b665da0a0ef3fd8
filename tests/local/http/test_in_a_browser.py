"""Web pages in a real browser: what an allowed page can do, and what others cannot."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from html import unescape
from threading import Event
from typing import Any

import pytest

from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.http.server import serve
from pinpoint_sdk.local.protocol.types import HttpRequest, HttpResponse
from tests.local.support.boto import Boto, new_app
from tests.local.support.browser import browse, needs_chromium
from tests.support import figures
from tests.support.loopback import Answer, Loopback, Request

pytestmark = needs_chromium

PAGE = """<!DOCTYPE html><title>page</title><pre id="found"></pre><script>
const url = %s, app = %s;
const found = {};
async function attempt(name, work) {
    try { found[name] = await work(); } catch (error) { found[name] = error.name; }
}
const seen = async answer => ({
    status: answer.status, type: answer.headers.get("x-amzn-ErrorType"),
    id: answer.headers.get("x-amzn-RequestId") !== null, text: await answer.text(),
});
const send = (method, path, body, headers, more) => fetch(
    url + path, {method, headers, body: body && JSON.stringify(body), ...more});
const json = {"Content-Type": "application/json"};
async function work() { %s }
work().catch(error => { found.error = String(error); }).then(() => {
    document.getElementById("found").textContent = JSON.stringify(found);
});
</script>"""

EVENTS = """{BatchItem: {web: {Endpoint: {}, Events: {e: {
    EventType: "_session.stop", Timestamp: "2017-09-27T12:00:00.000Z"}}}}}"""


@pytest.fixture
def app(client: Boto) -> str:
    return new_app(client, "shop")


@pytest.fixture
def site() -> Iterator[Loopback]:
    """The web server of a page."""
    with Loopback() as site:
        yield site


def html(url: str, app: str, script: str) -> Answer:
    page = PAGE % (json.dumps(url), json.dumps(app), script)
    return Answer(200, page.encode(), {"Content-Type": "text/html", "Connection": "close"})


def found_by(page: str, *options: str) -> dict[str, Any]:
    """What the script of a page found."""
    dom = browse(page, "--dump-dom", "--virtual-time-budget=60000", *options)
    match = re.search(r'<pre id="found">(.*?)</pre>', dom, re.DOTALL)
    assert match is not None, dom
    found: dict[str, Any] = json.loads(unescape(match[1]))
    assert "error" not in found, found
    return found


def arrivals(service: LocalPinpoint, monkeypatch: pytest.MonkeyPatch, path: str) -> Event:
    """An event that is set once a request for this path has been answered."""
    arrived, answer = Event(), service.answer

    def noted(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if path in request.target:
            arrived.set()
        return response

    monkeypatch.setattr(service, "answer", noted)
    return arrived


ALLOWED = f"""
    await attempt("get", async () => seen(await send("GET", "/v1/apps/" + app)));
    await attempt("missing", async () => seen(await send("GET", "/v1/apps/none")));
    await attempt("put", async () => seen(await send("PUT", "/v1/apps/" + app + "/endpoints/web",
        {{ChannelType: "CUSTOM", Address: "https://example.com"}}, {{
            ...json, "authorization": "AWS4-HMAC-SHA256 Credential=any",
            "x-amz-date": "20260302T120000Z", "x-amz-security-token": "any",
            "x-amz-content-sha256": "any", "x-amz-user-agent": "aws-sdk-js/3",
            "amz-sdk-invocation-id": "any", "amz-sdk-request": "attempt=1; max=3",
        }})));
    await attempt("delete", async () => seen(
        await send("DELETE", "/v1/apps/" + app + "/endpoints/web")));
    await attempt("large", async () => seen(
        await send("POST", "/v1/apps", "x".repeat(8000000), json)));
    await attempt("cookies", async () => seen(
        await send("POST", "/v1/apps", {{Name: "second"}}, json, {{credentials: "include"}})));
    await attempt("inbox", async () => seen(await send("GET", "/_local/inbox")));
    await attempt("clock", async () => seen(
        await send("POST", "/_local/clock", {{advance_seconds: 60}}, json)));
    found.beacon = navigator.sendBeacon(
        url + "/v1/apps/" + app + "/events/legacy?X-Amz-Algorithm=any", JSON.stringify({EVENTS}));
    await fetch("/arrived");
"""


def test_a_page_of_an_allowed_origin_does_all_that_an_sdk_does(
    service: LocalPinpoint, app: str, site: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived = arrivals(service, monkeypatch, "/events")
    with serve(service, allow_origins=[site.url]) as url:

        def respond(request: Request) -> Answer:
            if request.target == "/arrived":
                return Answer(200 if arrived.wait(30) else 504)
            return html(url, app, ALLOWED)

        site.respond = respond
        found = found_by(site.url)
    assert {name: each["status"] for name, each in found.items() if name != "beacon"} == {
        "get": 200, "missing": 404, "put": 202, "delete": 202, "large": 413, "cookies": 201,
        "inbox": 200, "clock": 200,
    }  # fmt: skip
    assert json.loads(found["get"]["text"])["Name"] == "shop"
    assert found["get"]["id"]
    assert found["missing"]["type"] == "NotFoundException"
    assert found["large"]["type"] == "PayloadTooLargeException"
    assert found["beacon"]
    assert len(service.inspect(lambda account, _: account.projects[app].events)) == 1
    figures.record("calls of an allowed page in Chromium", f"{len(found)} of {len(found)} served")


FOREIGN = f"""
    const app_path = "/v1/apps/" + app;
    await attempt("read", async () => seen(await send("GET", "/v1/apps")));
    await attempt("inbox", async () => seen(await send("GET", "/_local/inbox")));
    await attempt("json", async () => seen(await send("POST", "/v1/apps", {{Name: "evil"}}, json)));
    await attempt("text", async () => seen(await send("POST", "/v1/apps", {{Name: "evil"}})));
    await attempt("delete", async () => seen(await send("DELETE", app_path)));
    await attempt("clock", async () => seen(
        await send("POST", "/_local/clock", {{advance_seconds: 60}}, json)));
    await attempt("blind", async () => seen(
        await send("POST", "/v1/apps", {{Name: "evil"}}, undefined, {{mode: "no-cors"}})));
    navigator.sendBeacon(url + app_path + "/events", JSON.stringify({EVENTS}));
    const form = document.createElement("form"), frame = document.createElement("iframe");
    frame.name = "frame";
    const loaded = new Promise(resolve => {{ frame.onload = resolve; }});
    Object.assign(form, {{method: "POST", action: url + "/v1/apps", enctype: "text/plain"}});
    form.target = "frame";
    form.innerHTML = `<input name='{{"Name": "' value='evil"}}'>`;
    document.body.append(frame, form);
    form.submit();
    await loaded;
"""


@pytest.mark.parametrize("allowed", [(), ("http://localhost:1",)], ids=["nobody", "another page"])
def test_a_page_of_a_foreign_origin_reads_nothing_and_changes_nothing(
    service: LocalPinpoint, app: str, site: Loopback, allowed: tuple[str, ...]
) -> None:
    before = state(service)
    with serve(service, allow_origins=allowed) as url:
        site.respond = lambda _: html(url, app, FOREIGN)
        found = found_by(site.url)
    blind = found.pop("blind")
    assert (blind["status"], blind["text"]) == (0, "")
    assert found == dict.fromkeys(("read", "inbox", "json", "text", "delete", "clock"), "TypeError")
    assert state(service) == before
    figures.record("calls of a foreign page in Chromium", f"0 of {len(found) + 3} served")


def state(service: LocalPinpoint) -> object:
    return service.inspect(
        lambda account, now: (
            now,
            [
                (each.id, len(each.endpoints.all()), each.events)
                for each in account.projects.values()
            ],
        )
    )


REBOUND = """
    await fetch("http://localhost:%d/rebind");
    await attempt("read", async () => seen(await send("GET", "/v1/apps")));
    await attempt("inbox", async () => seen(await send("GET", "/_local/inbox")));
    await attempt("dashboard", async () => seen(await send("GET", "/")));
    await attempt("create", async () => seen(await send("POST", "/v1/apps", {Name: "evil"}, json)));
    await attempt("delete", async () => seen(await send("DELETE", "/v1/apps/" + app)));
    await attempt("clock", async () => seen(
        await send("POST", "/_local/clock", {advance_seconds: 60}, json)));
"""


def test_a_name_that_is_rebound_to_this_machine_neither_reads_nor_deletes(
    service: LocalPinpoint, app: str, site: Loopback
) -> None:
    """Once its page is there, the name of the site leads to the server, at the same port."""
    before = state(service)
    with ExitStack() as server:
        evil = Loopback()
        port = int(evil.url.rpartition(":")[2])
        script = REBOUND % int(site.url.rpartition(":")[2])
        evil.respond = lambda _: html("", app, script)
        evil.__enter__()

        def rebind(_: Request) -> Answer:
            evil.__exit__(None, None, None)
            spare_connection = Answer(408, headers={"Connection": "close"})
            evil.respond = lambda _: spare_connection  # on which the browser tries again elsewhere
            server.enter_context(serve(service, port=port))
            return Answer(headers={"Access-Control-Allow-Origin": "*"})

        site.respond = rebind
        found = found_by(
            f"http://evil.example:{port}/", "--host-resolver-rules=MAP evil.example 127.0.0.1"
        )
    assert {name: each["status"] for name, each in found.items()} == dict.fromkeys(
        ("read", "inbox", "dashboard", "create", "delete", "clock"), 403
    )
    assert all("--allow-host evil.example" in each["text"] for each in found.values())
    assert state(service) == before
    figures.record("calls of a rebound name in Chromium", f"0 of {len(found)} served")
