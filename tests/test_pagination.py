"""Listings: every item once, in order, no page before it is asked for."""

from __future__ import annotations

from itertools import islice
from urllib.parse import parse_qs, urlsplit

import pytest

from pinpoint_sdk import PinpointClient
from pinpoint_sdk.errors import InternalServerErrorException, PaginationError, ValidationError
from tests.support.loopback import Answer, Loopback, Request


def serve(loopback: Loopback, total: int, *, largest_page: int = 10) -> None:
    """Serve projects 0 to ``total``; the token of a page is the number of its first item."""

    def respond(request: Request) -> Answer:
        query = parse_qs(urlsplit(request.target).query)
        start = int(query.get("token", ["0"])[0])
        size = min(int(query.get("page-size", ["10"])[0]), largest_page)
        end = min(start + size, total)
        item = [{"Id": f"{n}", "Arn": "arn", "Name": f"{n}"} for n in range(start, end)]
        return Answer(body={"Item": item, "NextToken": f"{end}"} if end < total else {"Item": item})

    loopback.respond = respond


def queries(loopback: Loopback) -> list[str]:
    return [urlsplit(request.target).query for request in loopback.requests]


def test_every_item_comes_once_and_in_order(pinpoint: PinpointClient, loopback: Loopback) -> None:
    serve(loopback, 25)

    assert [int(app.id) for app in pinpoint.iter_apps()] == [*range(25)]
    assert queries(loopback) == ["", "token=10", "token=20"]


def test_no_page_is_fetched_before_it_is_asked_for(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    serve(loopback, 25)
    apps = pinpoint.iter_apps()
    assert queries(loopback) == []

    assert len(list(islice(apps, 10))) == 10
    assert queries(loopback) == [""]

    next(apps)
    assert queries(loopback) == ["", "token=10"]


def test_an_empty_page_does_not_end_a_listing(pinpoint: PinpointClient, loopback: Loopback) -> None:
    answers: list[dict[str, object]] = [
        {"Item": [], "NextToken": "a"},
        {"Item": [{"Id": "1", "Arn": "arn", "Name": "1"}], "NextToken": "b"},
        {"NextToken": "c"},
        {"Item": [{"Id": "2", "Arn": "arn", "Name": "2"}]},
    ]
    bodies = iter(answers)
    loopback.respond = lambda _: Answer(body=next(bodies))

    assert [app.id for app in pinpoint.iter_apps()] == ["1", "2"]


def test_a_token_that_comes_twice_is_an_error(pinpoint: PinpointClient, loopback: Loopback) -> None:
    tokens = iter(["a", "b", "a", "b"])
    loopback.respond = lambda _: Answer(
        body={"Item": [{"Id": "1", "Arn": "arn", "Name": "1"}], "NextToken": next(tokens)}
    )
    read: list[str] = []

    with pytest.raises(PaginationError, match="'a'"):
        read.extend(app.id for app in pinpoint.iter_apps())

    assert len(loopback.requests) == 3


def test_page_size_goes_out_as_it_is_given(pinpoint: PinpointClient, loopback: Loopback) -> None:
    serve(loopback, 7)

    assert len(list(pinpoint.iter_apps(page_size=3))) == 7
    assert queries(loopback) == ["page-size=3", "page-size=3&token=3", "page-size=3&token=6"]


def test_max_items_stops_and_asks_for_no_more_than_is_wanted(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    serve(loopback, 25)
    apps = pinpoint.iter_apps(page_size=4, max_items=6)

    assert [app.id for app in apps] == ["0", "1", "2", "3", "4", "5"]
    assert queries(loopback) == ["page-size=4", "page-size=2&token=4"]
    assert apps.next_token == "6"
    assert [app.id for app in pinpoint.iter_apps(token=apps.next_token, max_items=1)] == ["6"]


def test_a_page_larger_than_asked_for_is_cut_and_not_lost(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    page = {"Item": [{"Id": f"{n}", "Arn": "arn", "Name": ""} for n in range(5)], "NextToken": "5"}
    loopback.answer(page)
    apps = pinpoint.iter_apps(max_items=2, token="0")

    assert [app.id for app in apps] == ["0", "1"]
    assert apps.next_token == "0"


def test_pages_are_the_response_models(pinpoint: PinpointClient, loopback: Loopback) -> None:
    serve(loopback, 25)
    paginator = pinpoint.iter_apps()

    pages = [(len(page.item), page.next_token, paginator.next_token) for page in paginator.pages()]

    assert pages == [(10, "10", "10"), (10, "20", "20"), (5, None, None)]


def test_a_listing_resumes_from_the_page_that_was_not_read_to_its_end(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    serve(loopback, 25)
    apps = pinpoint.iter_apps()
    assert apps.next_token is None
    read = [int(app.id) for app in islice(apps, 13)]

    assert apps.next_token == "10"
    resumed = [int(app.id) for app in pinpoint.iter_apps(token=apps.next_token)]
    assert sorted({*read, *resumed}) == [*range(25)]


def test_a_listing_goes_on_after_an_error(pinpoint: PinpointClient, loopback: Loopback) -> None:
    serve(loopback, 25)
    apps = pinpoint.iter_apps()
    read = [int(app.id) for app in islice(apps, 10)]
    good = loopback.respond
    loopback.answer({}, 500, {"x-amzn-ErrorType": "InternalServerErrorException"})
    with pytest.raises(InternalServerErrorException):
        next(apps)
    loopback.respond = good

    read += [int(app.id) for app in apps]
    assert read == [*range(25)]


@pytest.mark.parametrize("wrong", [0, -1, True, "10", 2.5])
def test_a_size_that_is_no_positive_int_is_refused(pinpoint: PinpointClient, wrong: int) -> None:
    with pytest.raises(ValidationError, match=r"page_size: .*\n.*max_items: "):
        pinpoint.iter_apps(page_size=wrong, max_items=wrong)


def test_campaigns_and_their_versions_are_listed(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    loopback.respond = lambda request: Answer(
        body={"Item": [{"Id": request.target}], "NextToken": "b"}
        if "token=" not in request.target
        else {"Item": [{"Id": request.target}]}
    )

    assert [campaign.id for campaign in pinpoint.iter_campaigns("app", page_size=5)] == [
        "/v1/apps/app/campaigns?page-size=5",
        "/v1/apps/app/campaigns?page-size=5&token=b",
    ]
    assert [version.id for version in pinpoint.iter_campaign_versions("app", "c")] == [
        "/v1/apps/app/campaigns/c/versions",
        "/v1/apps/app/campaigns/c/versions?token=b",
    ]
