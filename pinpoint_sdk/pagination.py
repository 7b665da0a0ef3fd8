"""Listings, page after page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from pinpoint_sdk._listing import Listing

if TYPE_CHECKING:
    from pinpoint_sdk.models import ResponseMetadata

__all__ = ["Page", "Paginator"]

Item = TypeVar("Item")


class Page(Protocol[Item]):
    """One page of a listing: the response model of the operation that lists."""

    @property
    def item(self) -> list[Item]:
        """The items of the page; may be empty even before the last page."""
        ...

    @property
    def next_token(self) -> str | None:
        """Where the next page starts; None on the last page."""
        ...

    @property
    def response_metadata(self) -> ResponseMetadata:
        """Request id, HTTP status and retries of the call that fetched the page."""
        ...


Fetch: TypeAlias = "Callable[[int | None, str | None], Page[Item]]"


class Paginator(Listing[Item], Iterator[Item]):
    """The items of a listing, fetched page by page as they are asked for.

    A listing ends when AWS sends no further token; an empty page does not end it. After an error
    the iteration can continue: the page that failed is fetched again.

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

    def __next__(self) -> Item:
        while not self._unread:
            page = self._fetch_page()
            if page is None:
                raise StopIteration
            self._unread.extend(page.item)
        return self._unread.popleft()

    def pages(self) -> Iterator[Page[Item]]:
        """Iterate over the pages that are not begun yet, fetching each when it is needed."""
        while (page := self._fetch_page()) is not None:
            yield page

    def _fetch_page(self) -> Page[Item] | None:
        if self._is_over:
            return None
        return self._taken(self._fetch(*self._next_page()))
