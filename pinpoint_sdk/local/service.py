"""`LocalPinpoint`: the embedded service, wired to boto3."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast
from urllib.parse import urlsplit

import boto3
import botocore.session
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.client import ClientMeta
from botocore.compat import HTTPHeaders
from botocore.configprovider import BOTOCORE_DEFAUT_SESSION_VARIABLES
from botocore.exceptions import ConnectionClosedError, EndpointConnectionError
from botocore.hooks import BaseEventHooks
from botocore.loaders import Loader
from typing_extensions import Self

from pinpoint_sdk.local.arguments import require
from pinpoint_sdk.local.clock import Clock
from pinpoint_sdk.local.core import Core
from pinpoint_sdk.local.everywhere import handling
from pinpoint_sdk.local.failures import ConnectionDropped, Failures, RegionDown
from pinpoint_sdk.local.ids import Ids
from pinpoint_sdk.local.inbox import Inbox
from pinpoint_sdk.local.outside import Outside
from pinpoint_sdk.local.quotas import Quotas
from pinpoint_sdk.local.service_model import shared_loader
from pinpoint_sdk.local.state import Account
from pinpoint_sdk.local.wire import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from pinpoint_sdk.client import PinpointClient

_EVENT = "before-send.pinpoint"
_HANDLER_ID = "pinpoint_sdk.local"
_ANSWERED = "answered_by_pinpoint_sdk_local"

_REGION = re.compile(r"[a-z0-9-]+")
_ACCOUNT = re.compile(r"[0-9]{12}")

_T = TypeVar("_T")


class LocalPinpoint:
    """An Amazon Pinpoint in this process, for tests and for trying things out.

    It has all 122 operations, keeps what they write in memory, and answers boto3 before a request
    would leave: serializing, signing, retries and parsing are boto3's own, and no socket is
    opened. Every instance is an account of its own, and empty at first; any number of clients and
    threads may share one.

        with LocalPinpoint() as service:
            pinpoint = service.client()
            app = pinpoint.create_app(CreateApplicationRequest(name="shop"))

    Args:
        region_name: AWS region of the account; it stands in ARNs and in ``session()``.
        account_id: AWS account number, 12 digits; it stands in ARNs.
        clock: gives the time of every call; by default one that shows the time at which the
            service was made and moves only when it is told to.
        seed: ids, codes and chance are drawn from it: the same seed and the same calls give the
            same answers.
        aws: the boto3 session through which import and export jobs reach S3, and event streams
            Kinesis and Firehose. Without it only moto is asked, where it is active: nothing
            leaves the machine.
        quotas: what the account may have and send, where that is to differ from AWS's numbers:
            ``Quotas(projects=3, calls_per_second={"SendMessages": 2})``.
        job_duration: how long import and export jobs take on the clock; by default they are done
            at the next look.

    Raises:
        TypeError: an argument is of another kind.
        ValueError: ``region_name`` or ``account_id`` has another form, or ``job_duration`` is
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
            raise ValueError(f"job_duration: from 0, got {job_duration}")
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
        """What is to go wrong."""
        self._outside = Outside(aws, region_name)
        self._hold(
            Account(
                region_name,
                account_id,
                Ids(seed),
                quotas=Quotas() if quotas is None else require("quotas", quotas, Quotas),
                job_duration=job_duration,
            )
        )
        self.clock.watch(self._catch_up)

    def _hold(self, account: Account) -> None:
        """Answer from this account."""
        self._account = account
        account.inbox.before_look(self._catch_up)
        self._core = Core(account, self.clock, self.failures, self._outside)

    def _catch_up(self) -> None:
        self._core.catch_up()

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
        """End the service: from now on its clients get a ClientError that says so."""
        self.clock.unwatch(self._catch_up)
        self._core.close()

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write all that the service holds, and its time, to a file; ``load`` reads it.

        The file is JSON. It is replaced whole or not at all, and only its owner may read it: the
        addresses of people and what they were sent are in it. What is to go wrong
        (``failures``) is not.
        """
        from pinpoint_sdk.local.snapshot import Snapshot, write

        self.look(lambda account, now: write(Snapshot(account, now), path))

    @classmethod
    def load(
        cls,
        path: str | os.PathLike[str],
        *,
        clock: Clock | None = None,
        seed: int = 0,
        aws: boto3.Session | None = None,
    ) -> Self:
        """A service that goes on where the one went that was saved to this file.

        Args:
            path: a file that ``save`` wrote.
            clock: by default one that shows the time at which the service was saved. One that is
                behind that is set ahead to it.
            seed: chance in ``failures`` is drawn from it; ids go on where they were.
            aws: as for a new service.

        Raises:
            OSError: the file cannot be read.
            ValueError: it was not written by ``save``, or is damaged.
        """
        from pinpoint_sdk.local.snapshot import read

        saved = read(path)
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
        service._hold(saved.account)
        return service

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Answer a request that came some other way than through boto3.

        Raises:
            RegionDown: no answer was to be given, and nothing was done.
            ConnectionDropped: no answer was to be given, after the work was done.
        """
        return self._core.answer(request)

    def look(self, at: Callable[[Account, datetime], _T]) -> _T:
        """Call a function with all that the service holds, and the time, and return its result.

        Nothing else happens meanwhile. It is for tools that show or keep the state; what they
        get is not part of the API and may change with any release.
        """
        return self._core.look(at)

    def session(self) -> boto3.Session:
        """A new boto3 session whose ``pinpoint`` clients are all answered here.

        It has made-up credentials and this service's region, and reads neither ``~/.aws`` nor
        environment variables. Its clients also take the members of the 2017-09-27 release that
        AWS has since dropped. Clients of other services made from it do go to the network.
        """
        session = boto3.Session(
            botocore_session=_isolated_session(),
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

        Where another LocalPinpoint was attached before, this one takes its place.

        Args:
            target: a session, for the pinpoint clients that are made from it afterwards, or a
                pinpoint client, typed or boto3's. It keeps its configuration and its credentials,
                which it needs for signing; any will do.

        Raises:
            TypeError: it is neither.
            ValueError: the client belongs to another service.
        """
        events = _events_of(target)
        # The stubs know no handler that answers.
        handler = cast("Callable[..., None]", self._before_send)
        events.unregister(_EVENT, unique_id=_HANDLER_ID)
        events.register_first(_EVENT, handler, unique_id=_HANDLER_ID)

    @contextmanager
    def everywhere(self) -> Generator[Self]:
        """Answer every pinpoint client that is made in this block, whoever makes it.

        For code under test that makes clients of its own: new boto3 sessions and the default one,
        ours and plain boto3's, beside moto's ``mock_aws`` too. Credentials and region, where the
        code names none, are made up. What was made before the block is not touched: ``attach``
        takes it.
        """
        with handling(_EVENT, self._before_send, self.region_name):
            yield self

    def _before_send(self, request: AWSPreparedRequest, **_: Any) -> AWSResponse | None:
        if hasattr(request, _ANSWERED):  # boto3 calls every handler: one that was nearer took it
            return None
        setattr(request, _ANSWERED, True)
        asked = HttpRequest(
            method=request.method,
            target=_target(request.url),
            headers=dict(request.headers.items()),
            body=_body_bytes(request),
        )
        try:
            answer = self._core.answer(asked)
        except RegionDown as error:
            raise EndpointConnectionError(endpoint_url=request.url) from error
        except ConnectionDropped as error:
            raise ConnectionClosedError(endpoint_url=request.url) from error
        return _boto_response(request.url, answer)


class BotoClient(Protocol):
    """A client of boto3, or a typed one over it."""

    @property
    def meta(self) -> ClientMeta:
        """What boto3 says of the client."""
        ...


def _events_of(target: boto3.Session | BotoClient) -> BaseEventHooks:
    if isinstance(target, boto3.Session):
        return target.events
    meta: object = getattr(target, "meta", None)
    if not isinstance(meta, ClientMeta):
        raise TypeError(f"attach takes a boto3 session or a pinpoint client, got {target!r}")
    if meta.service_model.service_name != "pinpoint":
        raise ValueError(
            "attach takes a boto3 session or a pinpoint client, "
            f"got a client of {meta.service_model.service_name}"
        )
    return meta.events


class _Body(BytesIO):
    """A body as botocore reads it from urllib3."""

    def stream(self) -> list[bytes]:
        return [self.read()]


def _boto_response(url: str, answer: HttpResponse) -> AWSResponse:
    headers = HTTPHeaders()
    for name, value in answer.headers.items():
        headers[name] = value
    return AWSResponse(url, answer.status, headers, _Body(answer.body))


def _target(url: str) -> str:
    """The path of an endpoint_url, where it has one, is not part of the operation's."""
    parts = urlsplit(url)
    _, version, path = parts.path.partition("/v1/")
    return f"{version}{path}?{parts.query}"


def _body_bytes(request: AWSPreparedRequest) -> bytes:
    body = request.body
    if body is None:
        return b""
    if not isinstance(body, (str, bytes, bytearray)):
        body = body.read()
    return body.encode() if isinstance(body, str) else bytes(body)


def _tidy(loader: Loader) -> Loader:
    """Every boto3 session adds its search path again."""
    loader.search_paths[:] = dict.fromkeys(loader.search_paths)
    return loader


def _isolated_session() -> botocore.session.Session:
    """A botocore session that no file and no environment variable of the user can reach."""
    variables = {
        name: (None, None, default, convert)
        for name, (_, _, default, convert) in BOTOCORE_DEFAUT_SESSION_VARIABLES.items()
    }
    for name in ("config_file", "credentials_file"):
        variables[name] = (None, None, os.devnull, None)
    session = botocore.session.Session(session_vars=variables)
    session.set_config_variable("ignore_configured_endpoint_urls", True)
    session.register_component("data_loader", _tidy(shared_loader()))
    return session
