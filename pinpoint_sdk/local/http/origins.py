"""The web pages that may use the server, as browsers ask for it (CORS).

A browser sends the origin of the page with every request that could harm. Pages of an allowed
origin may do what any client may: call the API, read the inbox, advance the clock. Nothing here
depends on cookies, so requests with and without them are allowed alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pinpoint_sdk.local.protocol.errors import Forbidden
from pinpoint_sdk.local.protocol.types import HttpRequest, HttpResponse

EVERY_ORIGIN = "*"
NO_ORIGIN = "null"
"""The origin of pages from files and in sandboxed frames, so one that any page can take."""

_ORIGIN = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?P<host>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:(?P<port>[0-9]{1,5}))?"
)
_DEFAULT_PORTS = {"http": "80", "https": "443"}
_METHODS = "GET, POST, PUT, DELETE"
_READABLE = "x-amzn-RequestId, x-amzn-ErrorType, Date"


class Origins:
    """The origins whose pages may use a server, beside its own.

    Args:
        allowed: Origins as ``origin`` returns them; ``*`` stands for all of them.
    """

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        self._allowed = frozenset(allowed)

    def check(self, request: HttpRequest) -> None:
        """Reject what a browser sends for a page of another origin.

        Raises:
            Forbidden: It is such a request.
        """
        sent = request.headers.get("ORIGIN")
        if sent is None or self._allows(sent):
            return
        if sent.split("://", 1)[1:] != [request.headers.get("HOST", "").lower()]:
            raise Forbidden(
                f"Pages of {sent} may not use this server. To allow them, start it with "
                f"--allow-origin {sent}, or with allow_origins=[{sent!r}]."
            )

    def preflight(self, request: HttpRequest) -> HttpResponse | None:
        """The answer to a browser that asks whether a page may send a request, if it is one."""
        asked = request.headers.get("ACCESS-CONTROL-REQUEST-METHOD")
        if request.method != "OPTIONS" or asked is None:
            return None
        if not self._allows(request.headers.get("ORIGIN", "")):
            return None
        headers = {"Access-Control-Allow-Methods": _METHODS}
        names = request.headers.get("ACCESS-CONTROL-REQUEST-HEADERS")
        if names is not None:
            headers["Access-Control-Allow-Headers"] = names
        if "ACCESS-CONTROL-REQUEST-PRIVATE-NETWORK" in request.headers:
            headers["Access-Control-Allow-Private-Network"] = "true"
        return HttpResponse(204, headers, b"")

    def headers(self, sent: str | None) -> Mapping[str, str]:
        """What every answer says to a browser, errors too."""
        if not self._allowed:
            return {}
        if sent is None or not self._allows(sent):
            return {"Vary": "Origin"}
        return {
            "Access-Control-Allow-Origin": sent,
            "Access-Control-Allow-Credentials": "true",
            "Access-Control-Expose-Headers": _READABLE,
            "Vary": "Origin",
        }

    def _allows(self, sent: str) -> bool:
        return sent in self._allowed or EVERY_ORIGIN in self._allowed


def origin(text: str) -> str:
    """An origin as browsers send it.

    Raises:
        ValueError: It is something else.
    """
    if text in (EVERY_ORIGIN, NO_ORIGIN):
        return text
    match = _ORIGIN.fullmatch(text.lower())
    if match is None:
        raise ValueError(
            f"must be an origin such as http://localhost:3000, without a path, got {text!r}"
        )
    if match["port"] == _DEFAULT_PORTS.get(match["scheme"]):
        return f"{match['scheme']}://{match['host']}"
    return match[0]
