"""`LocalPinpoint`: the embedded service, wired to boto3."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Generator
from contextlib import contextmanager
from datetime import datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import boto3
from botocore.config import Config
from typing_extensions import Self

from pinpoint_sdk.local.arguments import require, require_region
from pinpoint_sdk.local.boto.attach import BotoClient, BotoSession, attach
from pinpoint_sdk.local.boto.everywhere import answering_everywhere
from pinpoint_sdk.local.boto.session import isolated_session
from pinpoint_sdk.local.clock import Clock
from pinpoint_sdk.local.dispatcher import Dispatcher
from pinpoint_sdk.local.engine.aws import AwsClients
from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.failures import Failures
from pinpoint_sdk.local.inbox import Inbox
from pinpoint_sdk.local.protocol.types import HttpRequest, HttpResponse
from pinpoint_sdk.local.quotas import Quotas
from pinpoint_sdk.local.regions import Regions
from pinpoint_sdk.local.seeds import take_seed
from pinpoint_sdk.local.state.account import Account
from pinpoint_sdk.local.state.ids import Ids

if TYPE_CHECKING:
    from pinpoint_sdk.aio.client import AsyncPinpointClient
    from pinpoint_sdk.client import PinpointClient
    from pinpoint_sdk.local.populate.report import Populated
    from pinpoint_sdk.local.populate.sources import Source
    from pinpoint_sdk.local.state.snapshot import Snapshot

_ACCOUNT = re.compile(r"[0-9]{12}")

_T = TypeVar("_T")


class LocalPinpoint:
    """An Amazon Pinpoint in this process, for tests and for trying things out.

    It has all 122 operations, keeps what they write in memory, and answers boto3 before a request
    would leave: serializing, retries and parsing are boto3's own, and no socket is opened. It
    starts empty; any number of clients and threads may share one. As AWS does, it keeps the
    projects of each region apart: a client of eu-west-1 sees only those of eu-west-1.

        with LocalPinpoint() as service:
            pinpoint = service.client()
            app = pinpoint.create_app(CreateApplicationRequest(name="shop"))

    Args:
        region_name: AWS region of ``client()`` and ``session()``, and of requests that name no
            region; by default that of the environment variable AWS_DEFAULT_REGION, or us-east-1.
        account_id: AWS account number, 12 digits, part of every ARN.
        clock: Gives the time of every call; by default one that shows the time at which the
            service was created and moves only when it is told to.
        seed: Seed of ids, codes and random behaviour: the same seed and the same calls give the
            same responses. By default services that exist at the same time have different ones,
            the first has 0.
        regions: The regions that it has, if that is not to be every one: a client of another one
            gets an error that says so.
        aws: The boto3 session through which import and export jobs reach S3, and event streams
            Kinesis and Firehose. Without it only moto answers, if it is active: nothing leaves
            the machine.
        quotas: What the account may have and send, if that is to differ from AWS's numbers:
            ``Quotas(projects=3, calls_per_second={"SendMessages": 2})``.
        job_duration: How long import and export jobs take on the clock; by default they are done
            before the next request.

    Raises:
        TypeError: An argument has the wrong type.
        ValueError: ``account_id`` or the name of a region is malformed, ``regions`` does not
            include ``region_name``, or ``job_duration`` is negative.
    """

    def __init__(
        self,
        *,
        region_name: str | None = None,
        account_id: str = "123456789012",
        clock: Clock | None = None,
        seed: int | None = None,
        regions: Collection[str] | None = None,
        aws: boto3.Session | None = None,
        quotas: Quotas | None = None,
        job_duration: timedelta = timedelta(),
    ) -> None:
        if require("job_duration", job_duration, timedelta) < timedelta():
            raise ValueError(f"job_duration: must not be negative, got {job_duration}")
        if not _ACCOUNT.fullmatch(require("account_id", account_id, str)):
            raise ValueError(f"account_id: expected 12 digits, got {account_id!r}")
        if aws is not None:
            require("aws", aws, boto3.Session)
        if region_name is None:
            region_name = os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"
        self.region_name = require_region("region_name", region_name)
        self.account_id = account_id
        self.clock = Clock() if clock is None else require("clock", clock, Clock)
        """The time of the service."""
        self._quotas = Quotas() if quotas is None else require("quotas", quotas, Quotas)
        self._job_duration = job_duration
        self._aws = aws
        self._release_seed: Callable[[], object] = lambda: None
        if seed is None:
            seed, self._release_seed = take_seed(self)
        self._seed = require("seed", seed, int)
        self.failures = Failures(seed)
        """What is to fail."""
        self._fill_inbox(Inbox())
        self._regions = Regions(
            region_name,
            _held(region_name, regions),
            self.clock,
            self._open_account,
            self._dispatcher,
        )

    def _fill_inbox(self, inbox: Inbox) -> None:
        self.inbox = inbox
        """What would have reached people by now, in all regions."""
        inbox.on_read(self.clock.catch_up)

    def _open_account(self, region_name: str) -> Account:
        is_home = region_name == self.region_name
        return Account(
            region_name,
            self.account_id,
            Ids(self._seed if is_home else f"{self._seed}:{region_name}"),
            quotas=self._quotas,
            inbox=self.inbox,
            job_duration=self._job_duration,
        )

    def _dispatcher(self, account: Account) -> Dispatcher:
        return Dispatcher(account, self.clock, self.failures, AwsClients(self._aws, account.region))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"LocalPinpoint(region_name={self.region_name!r}, account_id={self.account_id!r})"

    def close(self) -> None:
        """Close the service: from now on its clients get a ClientError that says so."""
        self._regions.close()
        self._release_seed()

    def save(self, path: str | os.PathLike[str]) -> None:
        """Save the state of the service, and its time, to a file; ``load`` reads it.

        The file is JSON. It is replaced as a whole or not at all, and only its owner may read it:
        it has people's addresses and what they were sent. What is to fail (``failures``) is not
        saved.

        Raises:
            OSError: The file cannot be written.
        """
        from pinpoint_sdk.local.state.snapshot import Snapshot, write

        self.clock.catch_up()
        with self.clock.lock:
            self._regions.dispatcher(self.region_name)
            accounts = dict(self._regions.accounts)
            write(Snapshot(self.region_name, accounts, self.inbox, self.clock.now), path)

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
        from pinpoint_sdk.local.integrity.account import check_account
        from pinpoint_sdk.local.state.snapshot import read

        saved = read(path, check_account)
        clock = Clock(saved.now) if clock is None else require("clock", clock, Clock)
        if clock.now < saved.now:
            clock.advance_to(saved.now)
        service = cls(region_name=saved.region_name, clock=clock, seed=seed, aws=aws)
        service._continue(saved)
        return service

    def _continue(self, saved: Snapshot) -> None:
        self._fill_inbox(saved.inbox)
        for account in saved.accounts.values():
            self._regions.add(account)
            self.account_id, self._quotas = account.number, account.quotas
            self._job_duration = account.job_duration

    @property
    def used_regions(self) -> list[str]:
        """The regions that have been used, the service's own first."""
        return [self.region_name, *sorted({*self._regions.accounts} - {self.region_name})]

    def has_region(self, region_name: str) -> bool:
        """Whether clients of a region are served."""
        return self._regions.hold(region_name)

    def populate(self, *sources: Source, application_id: str | None = None) -> Populated:
        """Load what was saved from AWS, with its ids: projects and all that is in them.

            service.populate("saved/")

        Sources are files, folders, and documents: answers as boto3, the AWS CLI and the REST API
        give them, and endpoints as export jobs write them, in JSON, also compressed with gzip. All
        of them are loaded, in whatever order, or none. Nothing is sent by that: what had to happen
        before the service's time is not made up for.

        Args:
            sources: Paths and documents.
            application_id: The project of documents that do not name theirs, and that are in no
                folder whose name is the id of a project.

        Raises:
            TypeError: An argument has the wrong type.
            OSError: A file cannot be read.
            ValueError: A document is not such an answer, or contradicts another one; or a project,
                template or recommender exists already.
        """
        from pinpoint_sdk.local.populate.load import load, read_sources

        if application_id is not None:
            require("application_id", application_id, str)
        answers = read_sources(sources, self._quotas.import_job_bytes)
        aws = AwsClients(self._aws, self.region_name)
        return self.inspect(
            lambda account, now: load(
                Context(account=account, now=now, failures=self.failures, aws=aws),
                answers,
                application_id,
            )
        )

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Answer a request that did not come through boto3.

        Raises:
            ConnectionFailed: No response was to be given.
        """
        return self._regions.dispatch(request)

    def inspect(
        self, function: Callable[[Account, datetime], _T], region_name: str | None = None
    ) -> _T:
        """Call a function with the state of a region and the time, and return its result.

        Nothing else happens meanwhile. It is for tools that show or save the state; what they get
        is not part of the API and may change with any release.
        """
        return self._regions.dispatcher(region_name or self.region_name).inspect(function)

    def session(self, region_name: str | None = None) -> boto3.Session:
        """A new boto3 session whose ``pinpoint`` clients are all answered here.

        It has fake credentials, and reads neither ``~/.aws`` nor environment variables. Its
        clients also take the members of the 2017-09-27 release that AWS has since dropped. Its
        clients of other services do use the network.

        Args:
            region_name: Its region; by default this service's.
        """
        session = boto3.Session(
            botocore_session=isolated_session(),
            region_name=region_name or self.region_name,
        )
        self.attach(session)
        return session

    def client(
        self, region_name: str | None = None, *, config: Config | None = None
    ) -> PinpointClient:
        """A typed client that is answered here.

        Args:
            region_name: Its region; by default this service's.
            config: boto3 settings, such as ``Config(retries={"total_max_attempts": 1})``.
        """
        from pinpoint_sdk.client import PinpointClient

        return PinpointClient(session=self.session(region_name), config=config)

    def async_client(
        self, region_name: str | None = None, *, config: Config | None = None
    ) -> AsyncPinpointClient:
        """A typed client for asyncio that is answered here; the extra ``async`` is needed.

        Args:
            region_name: Its region; by default this service's.
            config: boto3 settings, such as ``Config(retries={"total_max_attempts": 1})``.
        """
        from pinpoint_sdk.aio.client import AsyncPinpointClient

        module: Any = import_module("aiobotocore.session")
        session: Any = isolated_session(module.AioSession)
        self.attach(session)
        return AsyncPinpointClient(region_name or self.region_name, session=session, config=config)

    def attach(self, target: BotoSession | BotoClient) -> None:
        """Answer a session or a finished client of yours from now on.

        It takes the place of a LocalPinpoint that was attached before, and answers also in a block
        of ``everywhere``. Requests are not signed: no credentials are needed.

        Args:
            target: A session, for the pinpoint clients that are created from it afterwards, or a
                pinpoint client: of boto3, aioboto3, botocore or aiobotocore, or a typed one. It
                keeps its configuration.

        Raises:
            TypeError: It is neither.
            ValueError: The client belongs to another service.
        """
        attach(target, self)

    @contextmanager
    def everywhere(self) -> Generator[Self]:
        """Answer every pinpoint client that is used in this block, whoever created it, and when.

        For code under test that creates its own clients: at import, from new sessions and boto3's
        default one, typed ones and plain ones, boto3's, aiobotocore's and aioboto3's, beside
        moto's ``mock_aws`` too. Requests are not signed, so that credentials may be absent or
        expired. Code that names no credentials gets fake ones, and code that names no region gets
        this service's.

        Blocks may overlap, and close in any order: a client created inside belongs to the blocks
        that were open then, another one to those that are open now. Of these, the one whose
        service has the client's region as its own answers, or else the one that was opened last.
        A client that was created inside is still answered afterwards, and so never sends anything.
        """
        with answering_everywhere(self):
            yield self


def _held(region_name: str, regions: Collection[str] | None) -> tuple[str, ...] | None:
    if regions is None:
        return None
    if isinstance(regions, str):
        raise TypeError(f"regions: expected several, as in [{regions!r}], got {regions!r}")
    held = tuple(require_region("regions", each) for each in regions)
    if region_name not in held:
        raise ValueError(f"regions: must include region_name, {region_name!r}, got {held}")
    return held
