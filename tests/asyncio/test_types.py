"""The types of the clients for asyncio: those of the others, awaited."""

from __future__ import annotations

import asyncio

from typing_extensions import assert_type

from pinpoint_sdk import models
from pinpoint_sdk.aio import AsyncPaginator, AsyncPinpointClient
from pinpoint_sdk.local import LocalPinpoint


def test_calls_listings_and_clients() -> None:
    async def run(pinpoint: AsyncPinpointClient) -> None:
        create = models.CreateApplicationRequest(name="shop")
        app = await pinpoint.create_app(create)
        assert_type(app, models.ApplicationResponse)
        listing = pinpoint.iter_apps(page_size=5)
        assert_type(listing, AsyncPaginator[models.ApplicationResponse])
        async for each in listing:
            assert_type(each, models.ApplicationResponse)
        async for page in pinpoint.iter_apps().pages():
            assert_type(page.item, list[models.ApplicationResponse])
        assert_type(listing.next_token, str | None)
        tags = models.TagsModel(tags={"team": "red"})
        assert_type(await pinpoint.tag_resource(app.arn, tags), None)
        async with pinpoint as same:
            assert_type(same, AsyncPinpointClient)

    with LocalPinpoint() as service:
        client = service.async_client()
        assert_type(client, AsyncPinpointClient)
        asyncio.run(run(client))
