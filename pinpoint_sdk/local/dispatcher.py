"""From a request to its response: the embedded service without any transport."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TypeVar
from urllib.parse import parse_qs

from attrs import evolve

from pinpoint_sdk.local.clock import Clock
from pinpoint_sdk.local.engine.aws import AwsClients
from pinpoint_sdk.local.engine.call import Call, Context
from pinpoint_sdk.local.engine.polls import Polls
from pinpoint_sdk.local.engine.rates import Rates
from pinpoint_sdk.local.engine.registry import TASKS
from pinpoint_sdk.local.failures import ConnectionFailed, Failures
from pinpoint_sdk.local.operations import HANDLERS
from pinpoint_sdk.local.protocol.bodies import parse_body, serialize
from pinpoint_sdk.local.protocol.errors import (
    Closed,
    InternalServerError,
    PayloadTooLarge,
    ServiceException,
)
from pinpoint_sdk.local.protocol.routing import Route, find_route
from pinpoint_sdk.local.protocol.service_model import OperationBinding
from pinpoint_sdk.local.protocol.types import JSON, HttpRequest, HttpResponse
from pinpoint_sdk.local.state.account import Account
from pinpoint_sdk.local.state.scheduler import ScheduledTask, TaskFailed

_log = logging.getLogger(__name__)

_T = TypeVar("_T")


class Dispatcher:
    """Answers HTTP requests from the state of one account; any number of threads may call it.

    The clock performs the tasks of the account meanwhile, until it is closed.
    """

    def __init__(self, account: Account, clock: Clock, failures: Failures, aws: AwsClients) -> None:
        self._account = account
        self._clock = clock
        self._failures = failures
        self._aws = aws
        self._rates = Rates()
        self._polls = Polls()
        self._lock = clock.lock
        self._closed = False
        clock.add(self)

    def close(self) -> None:
        """Answer every request with an error from now on."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._clock.remove(self)

    @property
    def next_due(self) -> datetime | None:
        """When the next task is due; None if there is no task."""
        return self._account.scheduler.next_due

    def perform_next(self) -> None:
        """Perform the next task.

        Raises:
            TaskFailed: It failed.
        """
        self._account.scheduler.perform_next(self._perform)

    def inspect(self, function: Callable[[Account, datetime], _T]) -> _T:
        """Call a function with the account and the time while nothing else happens."""
        self._clock.catch_up()
        with self._lock:
            return function(self._account, self._clock.now)

    def dispatch(self, request: HttpRequest) -> HttpResponse:
        """Answer one request; every error becomes a response in AWS's form.

        Raises:
            ConnectionFailed: No response was to be given.
        """
        with self._lock:
            request_id = self._account.ids.request_id()
        try:
            return self._handle(request, request_id)
        except ServiceException as error:
            return error.response(request_id)
        except ConnectionFailed:
            raise
        except Exception as bug:
            _log.exception("The embedded Pinpoint failed on %s", request.method)
            return InternalServerError.of_bug(bug).response(request_id)

    def _handle(self, request: HttpRequest, request_id: str) -> HttpResponse:
        path, _, query = request.target.partition("?")
        with self._lock:
            if self._closed:
                raise Closed(
                    "This LocalPinpoint is closed. Create a new one, and new clients for it."
                )
            route = find_route(request.method, path)
            handler = HANDLERS[route.operation.name]
            seconds = self._failures.before(route.operation.name, self._account.region)
        with suppress(TaskFailed):  # logged; not the fault of this request
            if seconds:
                self._clock.advance(seconds=seconds)
            else:
                self._clock.catch_up()
        self._polls.count(request, self._clock.now, self.next_due)
        try:
            with self._lock:
                self._rates.count(route.operation.name, self._clock.now, self._account.quotas)
                document = handler(self._call(route, query, request.body, request_id))
                response = _response(route.operation, document, request_id)
                response = self._failures.after(route.operation.name, response)
        except ServiceException as error:
            response = error.response(request_id)
        return evolve(response, seconds=seconds) if seconds else response

    def _perform(self, task: ScheduledTask) -> None:
        TASKS[task.name](
            Context(account=self._account, now=task.when, failures=self._failures, aws=self._aws),
            *task.key,
        )

    def _call(self, route: Route, query: str, body: bytes, request_id: str) -> Call:
        operation = route.operation
        return Call(
            operation=operation,
            account=self._account,
            now=self._clock.now,
            failures=self._failures,
            aws=self._aws,
            path=route.values,
            query=_parse_query(operation, query),
            body=self._parse_body(operation, body),
            request_id=request_id,
        )

    def _parse_body(self, operation: OperationBinding, body: bytes) -> JSON:
        if operation.body is None:
            return {}
        if len(body) > self._account.quotas.body_bytes:
            raise PayloadTooLarge(f"A body has at most {self._account.quotas.body_bytes} bytes")
        return parse_body(body, operation.body)


def _parse_query(operation: OperationBinding, query: str) -> dict[str, Sequence[str]]:
    if not query:
        return {}
    sent = parse_qs(query, keep_blank_values=True)
    members = operation.query_members
    return {members[key]: values for key, values in sent.items() if key in members}


def _response(operation: OperationBinding, document: JSON, request_id: str) -> HttpResponse:
    headers = {"Content-Type": "application/json", "x-amzn-RequestId": request_id}
    body = b""
    if operation.output is not None:
        body = json.dumps(serialize(document, operation.output)).encode()
    return HttpResponse(operation.success_status, headers, body)
