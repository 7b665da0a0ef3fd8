"""From a request to its answer: the embedded service without any transport."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TypeVar
from urllib.parse import parse_qs

from pinpoint_sdk.local.agenda import TaskFailed
from pinpoint_sdk.local.bodies import read_body, shape_document
from pinpoint_sdk.local.call import Call, Context
from pinpoint_sdk.local.clock import Clock
from pinpoint_sdk.local.failures import ConnectionDropped, Failures, RegionDown
from pinpoint_sdk.local.faults import (
    Closed,
    Fault,
    InternalServerError,
    PayloadTooLarge,
)
from pinpoint_sdk.local.operations import HANDLERS
from pinpoint_sdk.local.outside import Outside
from pinpoint_sdk.local.rates import Rates
from pinpoint_sdk.local.routing import Route, find_route
from pinpoint_sdk.local.service_model import Operation
from pinpoint_sdk.local.state import Account
from pinpoint_sdk.local.wire import JSON, HttpRequest, HttpResponse

_log = logging.getLogger(__name__)

_T = TypeVar("_T")


class Core:
    """Answers HTTP requests from the state of one account; any number of threads may ask."""

    def __init__(
        self, account: Account, clock: Clock, failures: Failures, outside: Outside
    ) -> None:
        self._account = account
        self._clock = clock
        self._failures = failures
        self._outside = outside
        self._rates = Rates()
        self._lock = clock.lock
        self._closed = False

    def close(self) -> None:
        """From now on, answer every request with a refusal."""
        with self._lock:
            self._closed = True

    def catch_up(self) -> None:
        """Do what is due by now.

        Raises:
            TaskFailed: something of it failed; the rest was done.
        """
        with self._lock:
            self._account.agenda.run(self._clock.now, self._context)

    def look(self, at: Callable[[Account, datetime], _T]) -> _T:
        """Call a function with the account and the time while nothing else happens."""
        with self._lock:
            self.catch_up()
            return at(self._account, self._clock.now)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Serve one request. Whatever goes wrong becomes an answer in AWS's form.

        Raises:
            RegionDown: no answer was to be given, and nothing was done.
            ConnectionDropped: no answer was to be given, after the work was done.
        """
        with self._lock:
            request_id = self._account.ids.request_id()
            try:
                return self._perform(request, request_id)
            except Fault as fault:
                return _refusal(fault, request_id)
            except (RegionDown, ConnectionDropped):
                raise
            except Exception as bug:
                _log.exception("The embedded Pinpoint failed on %s", request.method)
                return _refusal(InternalServerError(_described(bug)), request_id)

    def _perform(self, request: HttpRequest, request_id: str) -> HttpResponse:
        if self._closed:
            raise Closed(
                "This LocalPinpoint was closed: make a new one, and clients that were made while"
                " it was open anew"
            )
        path, _, query = request.target.partition("?")
        route = find_route(request.method, path)
        handler = HANDLERS[route.operation.name]
        seconds = self._failures.before(route.operation.name)
        with suppress(TaskFailed):  # logged; not the fault of this request
            if seconds:
                self._clock.advance(seconds=seconds)
            self.catch_up()
        self._rates.count(route.operation.name, self._clock.now, self._account.quotas)
        document = handler(self._call(route, query, request.body, request_id))
        self._failures.after(route.operation.name)
        return _success(route.operation, document, request_id)

    def _call(self, route: Route, query: str, body: bytes, request_id: str) -> Call:
        operation = route.operation
        return Call(
            operation=operation,
            account=self._account,
            now=self._clock.now,
            failures=self._failures,
            outside=self._outside,
            path=route.values,
            query=_read_query(operation, query),
            body=self._read_body(operation, body),
            request_id=request_id,
        )

    def _context(self, now: datetime) -> Context:
        return Context(
            account=self._account, now=now, failures=self._failures, outside=self._outside
        )

    def _read_body(self, operation: Operation, body: bytes) -> JSON:
        if operation.body is None:
            return {}
        if len(body) > self._account.quotas.body_bytes:
            raise PayloadTooLarge(f"A body has at most {self._account.quotas.body_bytes} bytes")
        return read_body(body, operation.body)


def _read_query(operation: Operation, query: str) -> dict[str, Sequence[str]]:
    if not query:
        return {}
    sent = parse_qs(query, keep_blank_values=True)
    members = operation.query_members
    return {members[key]: values for key, values in sent.items() if key in members}


def _success(operation: Operation, document: JSON, request_id: str) -> HttpResponse:
    body = b""
    if operation.output is not None:
        body = json.dumps(shape_document(document, operation.output)).encode()
    return HttpResponse(operation.success_status, _headers(request_id), body)


def _refusal(fault: Fault, request_id: str) -> HttpResponse:
    headers = {**_headers(request_id), "x-amzn-ErrorType": fault.code}
    body = json.dumps({"Message": fault.message, "RequestID": request_id}).encode()
    return HttpResponse(fault.status, headers, body)


def _headers(request_id: str) -> dict[str, str]:
    return {"Content-Type": "application/json", "x-amzn-RequestId": request_id}


def _described(bug: Exception) -> str:
    return f"{type(bug).__name__}: {bug}"
