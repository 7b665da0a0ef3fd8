"""What a listing asks for next, and where it is: the same with and without asyncio."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Generic, NoReturn, TypeVar

from pinpoint_sdk.errors import PaginationError

if TYPE_CHECKING:
    from pinpoint_sdk.pagination import Page

_Item = TypeVar("_Item")

_DEFAULT_PAGE_SIZE = 100


class Listing(Generic[_Item]):
    """The state of a listing: what was read, and what is to be asked for."""

    def __init__(
        self, fetch: object, page_size: int | None, max_items: int | None, token: str | None
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
        self._name = getattr(fetch, "__qualname__", "a listing").removesuffix(".<locals>.<lambda>")
        self._page_size = page_size
        self._wanted = max_items
        self._unread: deque[_Item] = deque()
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
        name = type(self).__name__
        if self._ended and not self._unread:
            return f"<{name} of {self._name}: at its end>"
        where = "at its beginning" if self.next_token is None else f"at token {self.next_token!r}"
        return f"<{name} of {self._name}: {where}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "a Paginator cannot be pickled or copied: it calls a client. Keep its next_token, and "
            "create a new one with token="
        )

    @property
    def _is_over(self) -> bool:
        """Whether there is no further page."""
        return self._ended or self._wanted == 0

    def _next_page(self) -> tuple[int | None, str | None]:
        """The size and the token of the next page.

        Raises:
            PaginationError: It was read already.
        """
        token = self._next_token
        if hash(token) in self._fetched_tokens:
            raise PaginationError(f"AWS sent token {token!r} twice: the listing would never end")
        if self._wanted is None:
            return self._page_size, token
        return min(self._page_size or _DEFAULT_PAGE_SIZE, self._wanted), token

    def _taken(self, page: Page[_Item]) -> Page[_Item]:
        """Note that the next page came, and return what is wanted of it."""
        token = self._next_token
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
