"""`LocalPinpoint`: the embedded service, wired to boto3."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import boto3
import botocore.session
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.client import BaseClient
from botocore.compat import HTTPHeaders
from botocore.configprovider import BOTOCORE_DEFAUT_SESSION_VARIABLES
from botocore.exceptions import ConnectionClosedError, EndpointConnectionError
from botocore.loaders import Loader
from typing_extensions import Self

from pinpoint_sdk.local.clock import Clock
from pinpoint_sdk.local.core import Core
from pinpoint_sdk.local.failures import ConnectionDropped, Failures, RegionDown
from pinpoint_sdk.local.ids import Ids
from pinpoint_sdk.local.inbox import Inbox
from pinpoint_sdk.local.outside import Outside
from pinpoint_sdk.local.service_model import shared_loader
from pinpoint_sdk.local.state import Account
from pinpoint_sdk.local.wire import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from pinpoint_sdk.client import PinpointClient

_EVENT = "before-send.pinpoint"
_HANDLER_ID = "pinpoint_sdk.local"


class LocalPinpoint:
    """An Amazon Pinpoint in this process, for tests and for trying things out.

    It keeps projects, channels, endpoints, segments and campaigns in memory and answers boto3
    before a request would leave: serializing, signing, retries and parsing are boto3's own, and
    no socket is opened. Every instance is an account of its own, and empty at first; any number
    of clients and threads may share one.

        with LocalPinpoint() as service:
            pinpoint = service.client()
            app = pinpoint.create_app(CreateApplicationRequest(name="shop"))

    An operation of Pinpoint that it does not have answers HTTP 501.

    Args:
        region_name: AWS region of the account; it stands in ARNs and in ``session()``.
        account_id: AWS account number, 12 digits; it stands in ARNs.
        clock: gives the time of every call; by default one that shows the time at which the
            service was made and moves only when it is told to.
        seed: ids, codes and chance are drawn from it: the same seed and the same calls give the
            same answers.
        aws: the boto3 session through which import and export jobs reach S3, and event streams
            Kinesis and Firehose; by default a new one.
    """

    def __init__(
        self,
        *,
        region_name: str = "us-east-1",
        account_id: str = "123456789012",
        clock: Clock | None = None,
        seed: int = 0,
        aws: boto3.Session | None = None,
    ) -> None:
        self.region_name = region_name
        self.account_id = account_id
        self.clock = clock or Clock()
        """The time of the service."""
        self.failures = Failures(seed)
        """What is to go wrong."""
        self._account = Account(region_name, account_id, Ids(seed))
        outside = Outside(aws, region_name)
        self._core = Core(self._account, self.clock, self.failures, outside)
        self.clock.watch(self._core.catch_up)

    @property
    def inbox(self) -> Inbox:
        """What would have reached people by now."""
        self._core.catch_up()
        return self._account.inbox

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"LocalPinpoint(region_name={self.region_name!r}, account_id={self.account_id!r})"

    def close(self) -> None:
        """End the service: from now on its clients get a ClientError that says so."""
        self.clock.unwatch(self._core.catch_up)
        self._core.close()

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

    def attach(self, target: boto3.Session | BaseClient) -> None:
        """Answer your own boto3 session or finished boto3 client from now on.

        Where another LocalPinpoint was attached before, this one takes its place.

        Args:
            target: a session, for the pinpoint clients that are made from it afterwards, or a
                pinpoint client. It keeps its configuration and its credentials, which it needs
                for signing; any will do.

        Raises:
            ValueError: the client belongs to another service.
        """
        if isinstance(target, boto3.Session):
            events = target.events
        elif target.meta.service_model.service_name == "pinpoint":
            events = target.meta.events
        else:
            name = target.meta.service_model.service_name
            raise ValueError(
                f"attach needs a boto3 session or a pinpoint client, got one of {name}"
            )
        # The stubs know no handler that answers.
        handler = cast("Callable[..., None]", self._before_send)
        events.unregister(_EVENT, unique_id=_HANDLER_ID)
        events.register_first(_EVENT, handler, unique_id=_HANDLER_ID)

    def _before_send(self, request: AWSPreparedRequest, **_: Any) -> AWSResponse:
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
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}"


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
