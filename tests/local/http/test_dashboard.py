"""The page of the local server."""

from __future__ import annotations

import re
import struct
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.http.dashboard import SHOWN, render
from pinpoint_sdk.local.http.server import serve
from pinpoint_sdk.models import CreateApplicationRequest
from tests.local.support.boto import Boto, new_app
from tests.local.support.browser import browse, needs_chromium
from tests.local.support.campaigns import add_people, plan
from tests.local.support.demo_data import PICTURE, START, open_shop


class Page(HTMLParser):
    """The text of a page by the id of its sections, and all of its tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sections: dict[str, str] = {"": ""}
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self._section = ""
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "link"):
            self._open.append(tag)
        if tag == "section":
            self._section = str(dict(attrs)["id"])
            self.sections[self._section] = ""

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag == "section":
            self._section = ""

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] != "style":
            self.sections[self._section] += f"{data}\n"

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)


def page_of(service: LocalPinpoint) -> Page:
    return Page(service.inspect(render))


def test_an_empty_service_has_a_page(service: LocalPinpoint) -> None:
    page = page_of(service)
    assert [*page.sections] == [
        "", "projects", "campaigns", "journeys", "endpoints", "templates", "inbox",
    ]  # fmt: skip
    for name, text in page.sections.items():
        assert ("None yet." in text) == bool(name)
    assert page.count("table") == 0


def test_the_page_shows_what_the_service_holds() -> None:
    with open_shop() as service:
        sections = page_of(service).sections
    for text in ("2026-03-14 09:42:00", "us-east-1", "123456789012"):
        assert text in sections[""]
    for text in ("Corner shop", "Staging", "SMS", "EMAIL", "GCM"):
        assert text in sections["projects"]
    for text in ("Good morning", "Lunch break", "SCHEDULED", "PAUSED", "2026-03-14 12:30:00"):
        assert text in sections["campaigns"]
    assert "Welcome" in sections["journeys"]
    for text in ("ada-sms", "+15555550100", "katherine@example.com", "OPT OUT", "ACTIVE"):
        assert text in sections["endpoints"]
    for text in ("parcel", "spring-sale"):
        assert text in sections["templates"]
    latest, older = "Your code is 493021.", "The blue kettle is here again."
    assert sections["inbox"].index(latest) < sections["inbox"].index(older)
    assert "campaign Good morning" in sections["inbox"]


def test_each_region_has_a_page(service: LocalPinpoint) -> None:
    for region_name in ("us-east-1", "us-west-2", "eu-west-1"):
        request = CreateApplicationRequest(name=f"shop of {region_name}")
        service.client(region_name).create_app(request)

    def page(query: str) -> str:
        with serve(service) as url, urlopen(f"{url}/{query}") as answer:
            html: str = answer.read().decode()
            return html

    home, west = page(""), page("?region=us-west-2")
    assert "shop of us-east-1" in home
    assert "shop of us-west-2" not in home
    assert '<a href="/?region=eu-west-1">eu-west-1</a> <a href="/?region=us-west-2">' in home
    assert "shop of us-west-2" in west
    assert '<a href="/?region=us-east-1">us-east-1</a> <a href="/?region=eu-west-1">' in west
    assert "us-east-1" in page("?region=<script>")
    assert service.used_regions == ["us-east-1", "eu-west-1", "us-west-2"]


def test_no_secret_is_on_the_page() -> None:
    with open_shop() as service:
        html = service.inspect(render)
    assert "s3cr3t" not in html


EVIL = "<script>alert('1')</script>\"'&<!--"


def test_text_stays_text(service: LocalPinpoint, client: Boto) -> None:
    app = new_app(client, EVIL)
    client.update_sms_channel(ApplicationId=app, SMSChannelRequest={"Enabled": True})
    client.update_gcm_channel(ApplicationId=app, GCMChannelRequest={"ApiKey": "k"})
    client.update_endpoint(
        ApplicationId=app,
        EndpointId=EVIL,
        EndpointRequest={
            "Address": EVIL,
            "ChannelType": "CUSTOM",
            "User": {"UserId": EVIL},
        },
    )
    segment = client.create_segment(ApplicationId=app, WriteSegmentRequest={"Name": EVIL})
    request = {"Name": EVIL, "SegmentId": segment["SegmentResponse"]["Id"]}
    client.create_campaign(ApplicationId=app, WriteCampaignRequest=request)
    client.send_messages(
        ApplicationId=app,
        MessageRequest={
            "Addresses": {
                "+15555550100": {"ChannelType": "SMS"},
                "token": {"ChannelType": "GCM"},
            },
            "MessageConfiguration": {
                "GCMMessage": {"Title": EVIL, "Body": "x"},
                "SMSMessage": {"Body": EVIL},
            },
        },
    )
    page = page_of(service)
    assert page.count("script") == 0
    counts = {name: text.count(EVIL) for name, text in page.sections.items()}
    assert counts == {
        "": 0, "projects": 1, "campaigns": 2, "journeys": 0, "endpoints": 3, "templates": 0,
        "inbox": 2,
    }  # fmt: skip


def test_long_listings_are_cut_and_say_so(service: LocalPinpoint, client: Boto) -> None:
    app = new_app(client)
    client.update_sms_channel(ApplicationId=app, SMSChannelRequest={"Enabled": True})
    many = SHOWN + 1
    for number in range(many):
        address = f"+1555555{number:04}"
        endpoint = {"Address": address, "ChannelType": "SMS"}
        client.update_endpoint(ApplicationId=app, EndpointId=address, EndpointRequest=endpoint)
        client.send_messages(
            ApplicationId=app,
            MessageRequest={
                "Addresses": {address: {"ChannelType": "SMS"}},
                "MessageConfiguration": {"SMSMessage": {"Body": "x" * 1000}},
            },
        )
    sections = page_of(service).sections
    for name in ("endpoints", "inbox"):
        assert f"{many}, {SHOWN} shown" in sections[name]
        assert len(set(re.findall(r"\+1555555\d{4}", sections[name]))) == SHOWN
    assert "+15555550000" not in sections["inbox"]
    assert max(map(len, sections["inbox"].split("\n"))) < 1000


def test_a_lone_surrogate_does_not_break_the_page(service: LocalPinpoint, client: Boto) -> None:
    new_app(client, "half \ud83d")
    with serve(service) as url, urlopen(url) as answer:
        assert "half ?" in answer.read().decode()


def test_the_page_is_accessible() -> None:
    with open_shop() as service:
        page = page_of(service)
    assert ("html", {"lang": "en"}) in page.tags
    for landmark in ("header", "nav", "main", "footer", "h1", "title"):
        assert page.count(landmark) == 1
    tables = page.count("table")
    assert tables == 5
    headers = [fields.get("scope") for tag, fields in page.tags if tag == "th"]
    assert set(headers) == {"col", "row"}
    assert headers.count("row") == page.count("tr") - tables
    ids = [fields["id"] for _, fields in page.tags if "id" in fields]
    assert len(ids) == len(set(ids))
    for _, fields in page.tags:
        assert fields.get("aria-labelledby", ids[0]) in ids


def test_the_page_allows_itself_nothing(service: LocalPinpoint) -> None:
    with serve(service) as url, urlopen(url) as answer:
        policy = answer.headers["Content-Security-Policy"]
        html = answer.read().decode()
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert re.findall(r'(?:src|href)="(?!/|#|data:)', html) == []


@needs_chromium
def test_a_browser_shows_the_page_with_its_style(tmp_path: Path) -> None:
    """The style is applied, which the policy would prevent if its hash were wrong."""
    picture = tmp_path / "page.png"
    with open_shop() as service, serve(service) as url:
        html = browse(url, "--dump-dom")
        browse(url, f"--screenshot={picture}", "--window-size=800,600")
    text = Page(html).sections
    assert "Corner shop" in text["projects"]
    assert "The blue kettle is here again." in text["inbox"]
    width, height, red, green, blue = top_left(picture)
    assert (width, height) == (800, 600)
    assert (red, green, blue) in {(0xF6, 0xF7, 0xF9), (0x11, 0x15, 0x1C)}


@needs_chromium
def test_a_browser_runs_no_script_of_a_name(service: LocalPinpoint, client: Boto) -> None:
    new_app(client, "<script>document.title = 'owned'</script><img src=x onerror=alert(1)>")
    with serve(service) as url:
        html = browse(url, "--dump-dom")
    assert "<title>Embedded Amazon Pinpoint</title>" in html
    assert Page(html).count("script") == Page(html).count("img") == 0


def test_the_picture_in_the_docs_is_small() -> None:
    assert PICTURE.stat().st_size < 200_000


def test_a_campaign_between_runs_shows_its_next_one() -> None:
    with open_shop() as service:
        service.clock.advance_to(START + timedelta(hours=5))
        text = page_of(service).sections["campaigns"]
    for moment in ("2026-03-15 09:00:00", "2026-03-15 12:30:00"):
        assert moment in text


def test_only_what_was_delivered_counts_as_sent(
    service: LocalPinpoint, client: Boto, shop: str
) -> None:
    add_people(client, shop, 3)
    service.failures.deliver("+15550000000", "+15550000001", status="THROTTLED")
    plan(client, shop)
    assert page_of(service).sections["campaigns"].split()[-2:] == ["1", "1"]


def test_a_run_that_takes_its_time_shows_its_next_step(
    service: LocalPinpoint, client: Boto, shop: str
) -> None:
    add_people(client, shop, 2)
    plan(client, shop, Limits={"MessagesPerSecond": 1})
    assert "2017-09-27 12:00:01" in page_of(service).sections["campaigns"]


def top_left(picture: Path) -> tuple[int, int, int, int, int]:
    """Width, height and the first pixel of a PNG of 8 bits a colour."""
    import zlib

    content = picture.read_bytes()
    width, height, depth, colours = struct.unpack_from(">IIBB", content, 16)
    assert (depth, colours) in {(8, 2), (8, 6)}
    data, place = b"", 8
    while place < len(content):
        (size,) = struct.unpack_from(">I", content, place)
        if content[place + 4 : place + 8] == b"IDAT":
            data += content[place + 8 : place + 8 + size]
        place += 12 + size
    first: Any = zlib.decompress(data)[1:4]  # no filter changes the first pixel but for its own
    return width, height, first[0], first[1], first[2]
