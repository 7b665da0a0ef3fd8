"""What the server answers: the API, the dashboard, and a small control API.

The control API is for tests in other languages:

    GET    /_local/inbox   {"messages": [...]}, oldest first; ?to= an address, endpoint or user id
    DELETE /_local/inbox   clears it
    GET    /_local/clock   {"now": "2017-09-27T12:00:00.000Z"}
    POST   /_local/clock   {"advance_seconds": 3600} advances it and responds as GET

It is open to whoever may use the API, which can do more harm.
"""

from __future__ import annotations

import functools
import json
import logging
import math
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs

from attrs import asdict, evolve

from pinpoint_sdk.local.failures import ConnectionFailed
from pinpoint_sdk.local.http.dashboard import SECURITY_HEADERS, render
from pinpoint_sdk.local.http.hosts import Hosts
from pinpoint_sdk.local.http.origins import Origins
from pinpoint_sdk.local.protocol.errors import (
    BadRequest,
    InternalServerError,
    MethodNotAllowed,
    ServiceException,
)
from pinpoint_sdk.local.protocol.types import JSON, HttpRequest, HttpResponse
from pinpoint_sdk.local.service import LocalPinpoint
from pinpoint_sdk.local.times.dates import format_date

_LEGACY_EVENTS = re.compile(r"(?P<events>/v1/apps/[^/]+/events)/legacy")

_log = logging.getLogger(__name__)


class Application:
    """Answers HTTP requests from a service, for the hosts and the pages that may use it."""

    def __init__(self, service: LocalPinpoint, hosts: Hosts, origins: Origins) -> None:
        self._service = service
        self._hosts = hosts
        self._origins = origins
        self._routes: Mapping[str, Mapping[str, Callable[[HttpRequest], HttpResponse]]] = {
            "/": {"GET": self._dashboard},
            "/_local/inbox": {"GET": self._get_inbox, "DELETE": self._delete_inbox},
            "/_local/clock": {"GET": self._get_clock, "POST": self._post_clock},
        }

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Answer one request; every error becomes a response in AWS's form.

        Raises:
            ConnectionFailed: No response was to be given.
        """
        try:
            return self._answer(request)
        except ConnectionFailed:
            raise
        except ServiceException as error:
            return error.response()
        except Exception as bug:
            _log.exception("The embedded Pinpoint failed on %s", request.method)
            return InternalServerError.of_bug(bug).response()

    def _answer(self, request: HttpRequest) -> HttpResponse:
        self._hosts.check(request.headers.get("HOST"))
        self._origins.check(request)
        if preflight := self._origins.preflight(request):
            return preflight
        path = request.target.partition("?")[0]
        methods = self._routes.get(path)
        if methods is None:
            return self._service.answer(_as_others_send_it(request))
        method = "GET" if request.method == "HEAD" else request.method
        if method not in methods:
            raise MethodNotAllowed(f"{path} takes {', '.join(methods)}, not {request.method}")
        return methods[method](request)

    def _dashboard(self, request: HttpRequest) -> HttpResponse:
        regions = self._service.used_regions
        asked = parse_qs(request.target.partition("?")[2]).get("region", ())
        shown = next((each for each in asked if each in regions), regions[0])
        html = self._service.inspect(functools.partial(render, regions=regions), shown)
        headers = {"Content-Type": "text/html; charset=utf-8", **SECURITY_HEADERS}
        return HttpResponse(200, headers, html.encode("utf-8", "replace"))

    def _get_inbox(self, request: HttpRequest) -> HttpResponse:
        sought = parse_qs(request.target.partition("?")[2]).get("to")
        inbox = self._service.inbox
        messages = inbox.to(_recipient(sought[-1])) if sought else [*inbox]
        return _json({"messages": [asdict(each, value_serializer=_plain) for each in messages]})

    def _delete_inbox(self, _: HttpRequest) -> HttpResponse:
        self._service.inbox.clear()
        return HttpResponse(204, {}, b"")

    def _get_clock(self, _: HttpRequest) -> HttpResponse:
        return _json({"now": self._service.inspect(lambda _, now: format_date(now))})

    def _post_clock(self, request: HttpRequest) -> HttpResponse:
        seconds = _advance_seconds(request)
        try:
            self._service.clock.advance(seconds=seconds)
        except (ValueError, OverflowError) as error:
            raise BadRequest(f"advance_seconds: {error}") from error
        return self._get_clock(request)


def _as_others_send_it(request: HttpRequest) -> HttpRequest:
    """Amplify posts the last events of a page to a path of its own, signed in the query."""
    path, _, query = request.target.partition("?")
    legacy = _LEGACY_EVENTS.fullmatch(path)
    if legacy is None:
        return request
    headers = {**request.headers}
    for credential in parse_qs(query).get("X-Amz-Credential", ()):
        headers["AUTHORIZATION"] = f"Credential={credential}"
    return evolve(request, target=legacy["events"], headers=headers)


def _advance_seconds(request: HttpRequest) -> float:
    if not request.headers.get("CONTENT-TYPE", "").startswith("application/json"):
        # Other sites can send forms without asking, but not JSON.
        raise BadRequest("Content-Type must be application/json")
    try:
        document: Any = json.loads(request.body)
        seconds: Any = document["advance_seconds"]
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise BadRequest('The body must be {"advance_seconds": a number}') from error
    if type(seconds) not in (int, float) or not math.isfinite(seconds):
        raise BadRequest("advance_seconds must be a number")
    return float(seconds)


def _recipient(sought: str) -> str:
    """A plus sign that was not encoded has become a space; recipients never start with one."""
    return f"+{sought[1:]}" if sought.startswith(" ") else sought


def _plain(_: type, __: object, value: Any) -> Any:
    return format_date(value) if isinstance(value, datetime) else value


def _json(document: JSON) -> HttpResponse:
    headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
    return HttpResponse(200, headers, json.dumps(document).encode())
