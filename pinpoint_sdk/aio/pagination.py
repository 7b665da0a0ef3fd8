"""Listings for asyncio, page after page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeAlias, TypeVar

from pinpoint_sdk._listing import Listing
from pinpoint_sdk.pagination import Page

__all__ = ["AsyncPaginator"]

Item = TypeVar("Item")

Fetch: TypeAlias = "Callable[[int | None, str | None], Awaitable[Page[Item]]]"


class AsyncPaginator(Listing[Item], AsyncIterator[Item]):
    """The items of a listing, fetched page by page as they are asked for; for ``async for``.

    It is ``Paginator`` in everything else. One task at a time can read it.

    Args:
        fetch: Calls the operation with a page size and a token.
        page_size: Items per page, from 1; by default AWS's choice, with ``max_items`` 100.
        max_items: Stop after this many items, from 1. Pages are then no larger than what is still
            wanted, so that ``next_token`` points after the last item.
        token: Where to start: an earlier ``next_token``; by default at the beginning.

    Raises:
        ValidationError: ``page_size`` or ``max_items`` is not a positive int, or ``token`` not a
            str.
        TypeError: ``fetch`` cannot be called.
        PaginationError: While iterating: AWS sent a token twice.
    """

    def __init__(
        self,
        fetch: Fetch[Item],
        page_size: int | None,
        max_items: int | None,
        token: str | None,
    ) -> None:
        super().__init__(fetch, page_size, max_items, token)
        self._fetch = fetch

    async def __anext__(self) -> Item:
        while not self._unread:
            page = await self._fetch_page()
            if page is None:
                raise StopAsyncIteration
            self._unread.extend(page.item)
        return self._unread.popleft()

    async def pages(self) -> AsyncIterator[Page[Item]]:
        """Iterate over the pages that are not begun yet, fetching each when it is needed."""
        while (page := await self._fetch_page()) is not None:
            yield page

    async def _fetch_page(self) -> Page[Item] | None:
        if self._is_over:
            return None
        return self._taken(await self._fetch(*self._next_page()))
