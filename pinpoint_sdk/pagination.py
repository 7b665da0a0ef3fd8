"""Listings, page after page."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NoReturn, Protocol, TypeAlias, TypeVar

from pinpoint_sdk.errors import PaginationError

if TYPE_CHECKING:
    from pinpoint_sdk.models import ResponseMetadata

__all__ = ["Page", "Paginator"]

Item = TypeVar("Item")

DEFAULT_PAGE_SIZE = 100


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


class Paginator(Iterator[Item]):
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
        # Here and not at the top, because importing clients must be fast.
        from pinpoint_sdk._codec.validation import (
            check,
            check_positive,
            described,
            problems,
            refuse,
        )

        if not callable(fetch):
            raise TypeError(
                f"fetch: expected a function of page size and token, got {described(fetch)}"
            )
        refuse(
            *(
                problems(name, given, accepted)
                for name, given, accepted in (
                    ("page_size", page_size, check_positive),
                    ("max_items", max_items, check_positive),
                    ("token", token, check(str)),
                )
                if given is not None
            )
        )
        self._fetch = fetch
        self._page_size = page_size
        self._wanted = max_items
        self._unread: deque[Item] = deque()
        self._page_token: str | None = token
        self._next_token: str | None = token
        self._ended = False
        self._fetched_tokens: set[int] = set()  # hashes, because tokens can be long

    @property
    def next_token(self) -> str | None:
        """The token of the first page not read to its end, to resume in this process or another.

        None before the first page of a listing read from its beginning, and at its end.
        """
        return self._page_token if self._unread else self._next_token

    def __repr__(self) -> str:
        listing = getattr(self._fetch, "__qualname__", "a listing").removesuffix(
            ".<locals>.<lambda>"
        )
        if self._ended and not self._unread:
            return f"<Paginator of {listing}: at its end>"
        where = "at its beginning" if self.next_token is None else f"at token {self.next_token!r}"
        return f"<Paginator of {listing}: {where}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "a Paginator cannot be pickled or copied: it calls a client. Keep its next_token, and "
            "create a new one with token="
        )

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
        if self._ended or self._wanted == 0:
            return None
        token = self._next_token
        if hash(token) in self._fetched_tokens:
            raise PaginationError(f"AWS sent token {token!r} twice: the listing would never end")
        page = self._fetch(self._size_to_ask_for(), token)
        self._fetched_tokens.add(hash(token))
        self._page_token = token
        self._next_token = page.next_token or None
        self._ended = self._next_token is None
        if self._wanted is not None:
            if len(page.item) > self._wanted:
                del page.item[self._wanted :]
                self._next_token = token
            self._wanted -= len(page.item)
        return page

    def _size_to_ask_for(self) -> int | None:
        if self._wanted is None:
            return self._page_size
        return min(self._page_size or DEFAULT_PAGE_SIZE, self._wanted)
