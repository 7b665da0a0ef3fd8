"""PageSize and Token over a listing."""

from __future__ import annotations

import base64
import binascii
import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

from pinpoint_sdk.local.engine.call import Call
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON

DEFAULT_PAGE_SIZE = 100

_T = TypeVar("_T")


def page(
    call: Call, items: Sequence[_T], position: Callable[[_T], int], document: Callable[[_T], JSON]
) -> JSON:
    """One page of a listing: Item, and NextToken where more follows.

    A token holds the position of the last item of a page, so that nothing is lost or repeated
    while others add and delete; it is valid only for the listing that gave it.

    Args:
        call: The call, whose query has PageSize and Token.
        items: All items, ordered by position.
        position: The position of an item.
        document: What the response has of an item.

    Raises:
        BadRequest: The token or the page size is not valid.
    """
    token = _sent_token(call)
    start = 0 if token is None else bisect_right(items, _read_token(call, token), key=position)
    end = start + _page_size(call)
    answer: JSON = {"Item": [document(item) for item in items[start:end]]}
    if end < len(items):
        answer["NextToken"] = _write_token(call, position(items[end - 1]))
    return answer


def _sent_token(call: Call) -> str | None:
    """Some operations have Token, others NextToken."""
    token = call.query_value("Token")
    return call.query_value("NextToken") if token is None else token


def _page_size(call: Call) -> int:
    text = call.query_value("PageSize")
    if text is None:
        return DEFAULT_PAGE_SIZE
    if not (text.isascii() and text.isdecimal() and len(text) < 20 and int(text) > 0):
        raise BadRequest("PageSize must be a whole number above 0")
    return int(text)


def _listing(call: Call) -> str:
    return "/".join((call.operation.name, *call.path.values()))


def _write_token(call: Call, after: int) -> str:
    text = json.dumps({"listing": _listing(call), "after": after})
    return base64.urlsafe_b64encode(text.encode()).decode()


def _read_token(call: Call, token: str) -> int:
    try:
        content = json.loads(base64.b64decode(token.encode("ascii"), altchars=b"-_", validate=True))
        listing, after = content["listing"], content["after"]
    except (binascii.Error, ValueError, RecursionError, TypeError, KeyError) as error:
        raise BadRequest("Token is not valid") from error
    if listing != _listing(call) or not isinstance(after, int):
        raise BadRequest("Token is not valid")
    return after
