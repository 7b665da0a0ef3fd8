"""The embedded service as a WSGI application: the API, the page, and a small control face.

The control face is for tests in other languages:

    GET    /_local/inbox   {"messages": [...]}, oldest first; ?to= an address, endpoint or user id
    DELETE /_local/inbox   empties it
    GET    /_local/clock   {"now": "2017-09-27T12:00:00.000Z"}
    POST   /_local/clock   {"advance_seconds": 3600} moves it on and answers as GET
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

from pinpoint_sdk.local.dates import write_date
from pinpoint_sdk.local.failures import ConnectionDropped, RegionDown
from pinpoint_sdk.local.faults import (
    BadRequest,
    Fault,
    Forbidden,
    InternalServerError,
    MethodNotAllowed,
)
from pinpoint_sdk.local.http.page import SECURITY_HEADERS, render
from pinpoint_sdk.local.service import LocalPinpoint
from pinpoint_sdk.local.wire import JSON, HttpRequest, HttpResponse

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_log = logging.getLogger(__name__)


def error_body(message: str) -> bytes:
    """The body of an error that the service itself never saw: AWS, too, may omit the RequestID."""
    return json.dumps({"Message": message}).encode()


def error_headers(code: str) -> dict[str, str]:
    """The headers of an error."""
    return {"Content-Type": "application/json", "x-amzn-ErrorType": code}


class Application:
    """Answers WSGI requests from a service."""

    def __init__(self, service: LocalPinpoint) -> None:
        self._service = service
        self._hosts: frozenset[str] | None = None
        self._faces: Mapping[str, Mapping[str, Callable[[HttpRequest], HttpResponse]]] = {
            "/": {"GET": self._page},
            "/_local/inbox": {"GET": self._get_inbox, "DELETE": self._delete_inbox},
            "/_local/clock": {"GET": self._get_clock, "POST": self._post_clock},
        }

    def accept_hosts(self, *hosts: str) -> None:
        """Show the page and the control face only to requests for one of these hosts.

        Otherwise any web site could have its name resolve to this machine and read along in a
        browser that runs here.
        """
        self._hosts = frozenset(hosts)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """One request, as PEP 3333 has it."""
        request = _request(environ)
        try:
            answer = self._answer(request)
        except (ConnectionDropped, RegionDown) as error:
            raise ConnectionResetError(errno.ECONNRESET, "no answer was to be given") from error
        except Fault as fault:
            answer = _refusal(fault)
        except Exception as bug:
            _log.exception("The embedded Pinpoint failed on %s", request.method)
            answer = _refusal(InternalServerError(f"{type(bug).__name__}: {bug}"))
        headers = [*answer.headers.items()]
        if answer.status != HTTPStatus.NO_CONTENT:
            headers.append(("Content-Length", str(len(answer.body))))
        start_response(_status_line(answer.status), headers)
        return [] if request.method == "HEAD" else [answer.body]

    def _answer(self, request: HttpRequest) -> HttpResponse:
        self._check_origin(request)
        path = request.target.partition("?")[0]
        face = self._faces.get(path)
        if face is None:
            return self._service.answer(request)
        self._check_host(request)
        method = "GET" if request.method == "HEAD" else request.method
        if method not in face:
            raise MethodNotAllowed(f"{path} takes {', '.join(face)}, not {request.method}")
        return face[method](request)

    def _check_host(self, request: HttpRequest) -> None:
        if self._hosts is not None and _host_name(_host(request)) not in self._hosts:
            raise Forbidden("This page is for the host that the server listens on")

    def _check_origin(self, request: HttpRequest) -> None:
        """Refuse what a browser sends for some other site."""
        origin = request.headers.get("ORIGIN")
        if origin is not None and origin.partition("://")[2] != _host(request):
            raise Forbidden("This is not for other sites")

    def _page(self, _: HttpRequest) -> HttpResponse:
        headers = {"Content-Type": "text/html; charset=utf-8", **SECURITY_HEADERS}
        return HttpResponse(200, headers, self._service.look(render).encode("utf-8", "replace"))

    def _get_inbox(self, request: HttpRequest) -> HttpResponse:
        sought = parse_qs(request.target.partition("?")[2]).get("to")
        inbox = self._service.inbox
        messages = inbox.to(_recipient(sought[-1])) if sought else [*inbox]
        return _json({"messages": [asdict(each, value_serializer=_plain) for each in messages]})

    def _delete_inbox(self, _: HttpRequest) -> HttpResponse:
        self._service.inbox.clear()
        return HttpResponse(204, {}, b"")

    def _get_clock(self, _: HttpRequest) -> HttpResponse:
        return _json({"now": self._service.look(lambda _, now: write_date(now))})

    def _post_clock(self, request: HttpRequest) -> HttpResponse:
        seconds = _advance_seconds(request)
        try:
            self._service.clock.advance(seconds=seconds)
        except (ValueError, OverflowError) as error:
            raise BadRequest(f"advance_seconds: {error}") from error
        return self._get_clock(request)


def _request(environ: WSGIEnvironment) -> HttpRequest:
    """PATH_INFO is decoded already, which is too early; REQUEST_URI is as it came."""
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
        # Pages of other sites can send a form without asking, but no JSON.
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
    """A plus sign that was not encoded has become a space; no recipient starts with one."""
    return f"+{sought[1:]}" if sought.startswith(" ") else sought


def _plain(_: type, __: object, value: Any) -> Any:
    return write_date(value) if isinstance(value, datetime) else value


def _json(document: JSON) -> HttpResponse:
    headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
    return HttpResponse(200, headers, json.dumps(document).encode())


def _refusal(fault: Fault) -> HttpResponse:
    return HttpResponse(fault.status, error_headers(fault.code), error_body(fault.message))


def _status_line(status: int) -> str:
    return f"{status} {HTTPStatus(status).phrase}"
