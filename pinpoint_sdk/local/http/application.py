"""The embedded service as a WSGI application: the API, the dashboard, and a small control API.

The control API is for tests in other languages:

    GET    /_local/inbox   {"messages": [...]}, oldest first; ?to= an address, endpoint or user id
    DELETE /_local/inbox   clears it
    GET    /_local/clock   {"now": "2017-09-27T12:00:00.000Z"}
    POST   /_local/clock   {"advance_seconds": 3600} advances it and responds as GET
"""

from __future__ import annotations

import errno
import json
import logging
import math
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from attrs import asdict

from pinpoint_sdk.local.failures import ConnectionDropped, RegionDown
from pinpoint_sdk.local.http.dashboard import SECURITY_HEADERS, render
from pinpoint_sdk.local.protocol.errors import (
    BadRequest,
    Forbidden,
    InternalServerError,
    MethodNotAllowed,
    ServiceException,
)
from pinpoint_sdk.local.protocol.types import JSON, HttpRequest, HttpResponse
from pinpoint_sdk.local.service import LocalPinpoint
from pinpoint_sdk.local.times.dates import format_date

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_log = logging.getLogger(__name__)


class Application:
    """Answers WSGI requests from a service."""

    def __init__(self, service: LocalPinpoint) -> None:
        self._service = service
        self._hosts: frozenset[str] | None = None
        self._routes: Mapping[str, Mapping[str, Callable[[HttpRequest], HttpResponse]]] = {
            "/": {"GET": self._dashboard},
            "/_local/inbox": {"GET": self._get_inbox, "DELETE": self._delete_inbox},
            "/_local/clock": {"GET": self._get_clock, "POST": self._post_clock},
        }

    def accept_hosts(self, *hosts: str) -> None:
        """Serve the dashboard and the control API only to requests for one of these hosts.

        Otherwise any web site could let its name resolve to this machine, and read them in a
        browser that runs here.
        """
        self._hosts = frozenset(hosts)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request, as PEP 3333 defines it."""
        request = _request(environ)
        try:
            response = self._answer(request)
        except (ConnectionDropped, RegionDown) as error:
            raise ConnectionResetError(errno.ECONNRESET, "dropped on demand") from error
        except ServiceException as error:
            response = error.response()
        except Exception as bug:
            _log.exception("The embedded Pinpoint failed on %s", request.method)
            response = InternalServerError.of_bug(bug).response()
        headers = [*response.headers.items()]
        if response.status != HTTPStatus.NO_CONTENT:
            headers.append(("Content-Length", str(len(response.body))))
        start_response(_status_line(response.status), headers)
        return [] if request.method == "HEAD" else [response.body]

    def _answer(self, request: HttpRequest) -> HttpResponse:
        self._check_origin(request)
        path = request.target.partition("?")[0]
        methods = self._routes.get(path)
        if methods is None:
            return self._service.answer(request)
        self._check_host(request)
        method = "GET" if request.method == "HEAD" else request.method
        if method not in methods:
            raise MethodNotAllowed(f"{path} takes {', '.join(methods)}, not {request.method}")
        return methods[method](request)

    def _check_host(self, request: HttpRequest) -> None:
        if self._hosts is not None and _host_name(_host(request)) not in self._hosts:
            raise Forbidden("The Host header must name the host that the server listens on")

    def _check_origin(self, request: HttpRequest) -> None:
        """Reject what a browser sends for another site."""
        origin = request.headers.get("ORIGIN")
        if origin is not None and origin.partition("://")[2] != _host(request):
            raise Forbidden("Requests from other sites are not allowed")

    def _dashboard(self, _: HttpRequest) -> HttpResponse:
        headers = {"Content-Type": "text/html; charset=utf-8", **SECURITY_HEADERS}
        return HttpResponse(200, headers, self._service.inspect(render).encode("utf-8", "replace"))

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


def _request(environ: WSGIEnvironment) -> HttpRequest:
    """REQUEST_URI is used because PATH_INFO is decoded already, which is too early."""
    return HttpRequest(
        method=environ["REQUEST_METHOD"],
        target=environ["REQUEST_URI"],
        headers={
            name.removeprefix("HTTP_"): value
            for name, value in environ.items()
            if name.startswith("HTTP_") or name == "CONTENT_TYPE"
        },
        body=environ["wsgi.input"].read(),
    )


def _advance_seconds(request: HttpRequest) -> float:
    if not request.headers.get("CONTENT_TYPE", "").startswith("application/json"):
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


def _host(request: HttpRequest) -> str:
    return request.headers.get("HOST", "")


def _host_name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _recipient(sought: str) -> str:
    """A plus sign that was not encoded has become a space; recipients never start with one."""
    return f"+{sought[1:]}" if sought.startswith(" ") else sought


def _plain(_: type, __: object, value: Any) -> Any:
    return format_date(value) if isinstance(value, datetime) else value


def _json(document: JSON) -> HttpResponse:
    headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
    return HttpResponse(200, headers, json.dumps(document).encode())


def _status_line(status: int) -> str:
    return f"{status} {HTTPStatus(status).phrase}"
