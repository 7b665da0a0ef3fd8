"""`LocalPinpoint`: the embedded service, wired to boto3."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

import boto3
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from typing_extensions import Self

from pinpoint_sdk.local.arguments import require
from pinpoint_sdk.local.boto.client import (
    BotoClient,
    answer_boto,
    attach_handler,
    isolated_session,
)
from pinpoint_sdk.local.boto.everywhere import patched_clients
from pinpoint_sdk.local.clock import Clock
from pinpoint_sdk.local.dispatcher import Dispatcher
from pinpoint_sdk.local.engine.aws import AwsClients
from pinpoint_sdk.local.engine.registry import TASKS
from pinpoint_sdk.local.failures import Failures
from pinpoint_sdk.local.inbox import Inbox
from pinpoint_sdk.local.protocol.types import HttpRequest, HttpResponse
from pinpoint_sdk.local.quotas import Quotas
from pinpoint_sdk.local.state.account import Account
from pinpoint_sdk.local.state.ids import Ids

if TYPE_CHECKING:
    from pinpoint_sdk.client import PinpointClient

_REGION = re.compile(r"[a-z0-9-]+")
_ACCOUNT = re.compile(r"[0-9]{12}")

_T = TypeVar("_T")


class LocalPinpoint:
    """An Amazon Pinpoint in this process, for tests and for trying things out.

    It has all 122 operations, keeps what they write in memory, and answers boto3 before a request
    would leave: serializing, signing, retries and parsing are boto3's own, and no socket is
    opened. Every instance is an account of its own, and starts empty; any number of clients and
    threads may share one.

        with LocalPinpoint() as service:
            pinpoint = service.client()
            app = pinpoint.create_app(CreateApplicationRequest(name="shop"))

    Args:
        region_name: AWS region of the account, part of ARNs and of ``session()``.
        account_id: AWS account number, 12 digits, part of every ARN.
        clock: Gives the time of every call; by default one that shows the time at which the
            service was created and moves only when it is told to.
        seed: Seed of ids, codes and random behaviour: the same seed and the same calls give the
            same responses.
        aws: The boto3 session through which import and export jobs reach S3, and event streams
            Kinesis and Firehose. Without it only moto answers, if it is active: nothing leaves
            the machine.
        quotas: What the account may have and send, if that is to differ from AWS's numbers:
            ``Quotas(projects=3, calls_per_second={"SendMessages": 2})``.
        job_duration: How long import and export jobs take on the clock; by default they are done
            before the next request.

    Raises:
        TypeError: An argument has the wrong type.
        ValueError: ``region_name`` or ``account_id`` is malformed, or ``job_duration`` is
            negative.
    """

    def __init__(
        self,
        *,
        region_name: str = "us-east-1",
        account_id: str = "123456789012",
        clock: Clock | None = None,
        seed: int = 0,
        aws: boto3.Session | None = None,
        quotas: Quotas | None = None,
        job_duration: timedelta = timedelta(),
    ) -> None:
        if require("job_duration", job_duration, timedelta) < timedelta():
            raise ValueError(f"job_duration: must not be negative, got {job_duration}")
        if not _REGION.fullmatch(require("region_name", region_name, str)):
            raise ValueError(f"region_name: expected one like us-east-1, got {region_name!r}")
        if not _ACCOUNT.fullmatch(require("account_id", account_id, str)):
            raise ValueError(f"account_id: expected 12 digits, got {account_id!r}")
        if aws is not None:
            require("aws", aws, boto3.Session)
        self.region_name = region_name
        self.account_id = account_id
        self.clock = Clock() if clock is None else require("clock", clock, Clock)
        """The time of the service."""
        self.failures = Failures(seed)
        """What is to fail."""
        self._aws = AwsClients(aws, region_name)
        self._serve(
            Account(
                region_name,
                account_id,
                Ids(seed),
                quotas=Quotas() if quotas is None else require("quotas", quotas, Quotas),
                job_duration=job_duration,
            )
        )
        self.clock.watch(self._catch_up)

    def _serve(self, account: Account) -> None:
        """Serve this account."""
        self._account = account
        account.inbox.on_read(self._catch_up)
        self._dispatcher = Dispatcher(account, self.clock, self.failures, self._aws)

    def _catch_up(self) -> None:
        self._dispatcher.catch_up()

    @property
    def inbox(self) -> Inbox:
        """What would have reached people by now."""
        return self._account.inbox

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"LocalPinpoint(region_name={self.region_name!r}, account_id={self.account_id!r})"

    def close(self) -> None:
        """Close the service: from now on its clients get a ClientError that says so."""
        self.clock.unwatch(self._catch_up)
        self._dispatcher.close()

    def save(self, path: str | os.PathLike[str]) -> None:
        """Save the state of the service, and its time, to a file; ``load`` reads it.

        The file is JSON. It is replaced as a whole or not at all, and only its owner may read it:
        it has people's addresses and what they were sent. What is to fail (``failures``) is not
        saved.

        Raises:
            OSError: The file cannot be written.
        """
        from pinpoint_sdk.local.state.snapshot import Snapshot, write

        self.inspect(lambda account, now: write(Snapshot(account, now), path))

    @classmethod
    def load(
        cls,
        path: str | os.PathLike[str],
        *,
        clock: Clock | None = None,
        seed: int = 0,
        aws: boto3.Session | None = None,
    ) -> Self:
        """A service that continues where a saved one was.

        Args:
            path: A file that ``save`` wrote, in this release or in 0.4.0.
            clock: By default one that shows the time at which the service was saved. One that is
                behind that is set ahead to it.
            seed: Seed of the random behaviour of ``failures``; ids continue where they were.
            aws: As for a new service.

        Raises:
            OSError: The file cannot be read.
            ValueError: The file was not written by ``save``, or is damaged.
        """
        from pinpoint_sdk.local.state.snapshot import read

        saved = read(path, TASKS)
        clock = Clock(saved.now) if clock is None else require("clock", clock, Clock)
        if clock.now < saved.now:
            clock.advance_to(saved.now)
        service = cls(
            region_name=saved.account.region,
            account_id=saved.account.number,
            clock=clock,
            seed=seed,
            aws=aws,
        )
        service._serve(saved.account)
        return service

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Answer a request that did not come through boto3.

        Raises:
            RegionDown: No response was to be given, and nothing was done.
            ConnectionDropped: No response was to be given, after the work was done.
        """
        return self._dispatcher.dispatch(request)

    def inspect(self, function: Callable[[Account, datetime], _T]) -> _T:
        """Call a function with the state of the service and the time, and return its result.

        Nothing else happens meanwhile. It is for tools that show or save the state; what they get
        is not part of the API and may change with any release.
        """
        return self._dispatcher.inspect(function)

    def session(self) -> boto3.Session:
        """A new boto3 session whose ``pinpoint`` clients are all answered here.

        It has fake credentials and this service's region, and reads neither ``~/.aws`` nor
        environment variables. Its clients also take the members of the 2017-09-27 release that
        AWS has since dropped. Its clients of other services do use the network.
        """
        session = boto3.Session(
            botocore_session=isolated_session(),
            aws_access_key_id="LOCALPINPOINT",
            aws_secret_access_key="not-a-secret",
            region_name=self.region_name,
        )
        self.attach(session)
        return session

    def client(self) -> PinpointClient:
        """A typed client that is answered here."""
        from pinpoint_sdk.client import PinpointClient

        return PinpointClient(session=self.session())

    def attach(self, target: boto3.Session | BotoClient) -> None:
        """Answer a boto3 session or a finished client of yours from now on.

        It takes the place of a LocalPinpoint that was attached before.

        Args:
            target: A session, for the pinpoint clients that are created from it afterwards, or a
                pinpoint client, typed or boto3's. It keeps its configuration and its credentials,
                which it needs for signing; any will do.

        Raises:
            TypeError: It is neither.
            ValueError: The client belongs to another service.
        """
        attach_handler(target, self._before_send)

    @contextmanager
    def everywhere(self) -> Generator[Self]:
        """Answer every pinpoint client that is created in this block, whoever creates it.

        For code under test that creates its own clients: from new boto3 sessions and the default
        one, ours and plain boto3's, beside moto's ``mock_aws`` too. Code that names no credentials
        gets fake ones, and code that names no region gets this service's. Clients created before
        the block are not affected: use ``attach`` for them.
        """
        with patched_clients(self._before_send, self.region_name):
            yield self

    def _before_send(self, request: AWSPreparedRequest, **_: Any) -> AWSResponse | None:
        return answer_boto(self._dispatcher.dispatch, request)
