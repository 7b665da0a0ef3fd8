"""The 18 listings over 1,000 pages each: every item once, in order, resumable, flat in memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from pinpoint_sdk import Paginator, PinpointClient
from tests.support.loopback import Answer, Loopback, Request

PAGES = 1_000

pytestmark = pytest.mark.no_cover  # 21,000 calls that run no line the other tests do not

LISTINGS: dict[str, tuple[list[str], str]] = {
    "iter_application_date_range_kpi": (["app", "kpi"], "Values"),
    "iter_apps": ([], "Id"),
    "iter_campaign_activities": (["app", "campaign"], "Id"),
    "iter_campaign_date_range_kpi": (["app", "campaign", "kpi"], "Values"),
    "iter_campaign_versions": (["app", "campaign"], "Id"),
    "iter_campaigns": (["app"], "Id"),
    "iter_export_jobs": (["app"], "Id"),
    "iter_import_jobs": (["app"], "Id"),
    "iter_journey_date_range_kpi": (["app", "journey", "kpi"], "Values"),
    "iter_journey_runs": (["app", "journey"], "RunId"),
    "iter_journeys": (["app"], "Id"),
    "iter_recommender_configurations": ([], "Id"),
    "iter_segment_export_jobs": (["app", "segment"], "Id"),
    "iter_segment_import_jobs": (["app", "segment"], "Id"),
    "iter_segment_versions": (["app", "segment"], "Id"),
    "iter_segments": (["app"], "Id"),
    "iter_template_versions": (["template", "SMS"], "TemplateName"),
    "iter_templates": ([], "TemplateName"),
}
"""Each listing with its arguments, and the member that tells its items apart."""


def listing(pinpoint: PinpointClient, name: str, token: str | None = None) -> Paginator[Any]:
    arguments, _ = LISTINGS[name]
    paginator: Paginator[Any] = getattr(pinpoint, name)(*arguments, token=token)
    return paginator


def serve(loopback: Loopback, key: str) -> None:
    """Serve 1,000 pages of two items; every seventh page is empty; tokens are page numbers."""

    def respond(request: Request) -> Answer:
        query = parse_qs(urlsplit(request.target).query)
        (token,) = query.get("token") or query.get("next-token") or ["0"]
        number = int(token)
        ids = [] if number % 7 == 6 else [f"{number}-0", f"{number}-1"]
        items = [item(key, id_) for id_ in ids]
        page: dict[str, Any] = (
            {"KpiResult": {"Rows": items}} if key == "Values" else {"Item": items}
        )
        if number + 1 < PAGES:
            page["NextToken"] = str(number + 1)
        return Answer(body=page)

    loopback.respond = respond


def item(key: str, id_: str) -> dict[str, Any]:
    return {key: [{"Key": "k", "Type": "t", "Value": id_}] if key == "Values" else id_}


EXPECTED = [f"{page}-{n}" for page in range(PAGES) if page % 7 != 6 for n in (0, 1)]


def ids(items: Iterator[Any], key: str) -> Iterator[str]:
    for item in items:
        match key:
            case "Values":
                yield item.values[0].value
            case "RunId":
                yield item.run_id
            case "TemplateName":
                yield item.template_name
            case _:
                yield item.id


def test_these_are_all_listings() -> None:
    assert {*LISTINGS} == {name for name in dir(PinpointClient) if name.startswith("iter_")}


@pytest.mark.parametrize("name", ["iter_apps", "iter_application_date_range_kpi"])
def test_a_thousand_pages_give_every_item_once_and_in_order(
    name: str, pinpoint: PinpointClient, loopback: Loopback
) -> None:
    _, key = LISTINGS[name]
    serve(loopback, key)

    assert [*ids(listing(pinpoint, name), key)] == EXPECTED
    assert len(loopback.requests) == PAGES


@pytest.mark.parametrize("name", LISTINGS)
def test_a_listing_resumed_at_every_tenth_page_loses_and_repeats_nothing(
    name: str, pinpoint: PinpointClient, loopback: Loopback
) -> None:
    _, key = LISTINGS[name]
    serve(loopback, key)
    read: list[str] = []
    token: str | None = None
    while True:
        paginator = listing(pinpoint, name, token)
        for _, page in zip(range(10), paginator.pages(), strict=False):
            read.extend(ids(iter(page.item), key))
        token = paginator.next_token
        if token is None:
            break

    assert read == EXPECTED


def test_memory_stays_flat(pinpoint: PinpointClient, loopback: Loopback) -> None:
    """From page 100 to page 1,000 what is kept grows by less than 1 KB a hundred items."""
    serve(loopback, "Id")
    apps = pinpoint.iter_apps()
    tracemalloc.start()
    try:
        kept = [measure(apps, loopback, EXPECTED.index(f"{page}-0")) for page in (100, 998)]
    finally:
        tracemalloc.stop()

    assert kept[1] - kept[0] < 200_000, "900 pages: 1,543 items, a hash a token"


def measure(items: Iterator[Any], loopback: Loopback, until: int) -> int:
    for item in items:
        loopback.requests.clear()
        if item.id == EXPECTED[until]:
            break
    return tracemalloc.get_traced_memory()[0]
