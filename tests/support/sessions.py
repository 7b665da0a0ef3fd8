"""Sessions, the clients that are made of them, and what there is to see of both."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import boto3
import botocore.session
from botocore.credentials import CredentialProvider, Credentials
from botocore.loaders import Loader, create_loader

from pinpoint_sdk import PinpointClient
from tests.support.loopback import Answer, Request

SERVICES = ("pinpoint", "s3", "sqs", "sts")
REGION = "us-east-1"

ROLE = b"""<AssumeRoleResponse><AssumeRoleResult><Credentials>
<AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
<SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>
</Credentials></AssumeRoleResult></AssumeRoleResponse>"""
IDENTITY = b"""<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>"""


def answer_each_service(request: Request) -> Answer:
    """Answer what ``use`` calls, and ``AssumeRole``."""
    if b"Action=AssumeRole" in request.body:
        return Answer(body=ROLE)
    if b"Action=GetCallerIdentity" in request.body:
        return Answer(body=IDENTITY)
    if request.method == "GET" and not request.target.startswith("/v1/"):
        return Answer(body=b"<ListAllMyBucketsResult/>")
    return Answer()


@attrs.frozen
class Maker:
    """Makes clients of one session, ours and boto3's."""

    boto3s: Callable[[str], Any]
    ours: Callable[[], PinpointClient]

    @classmethod
    def of(cls, session: boto3.Session) -> Maker:
        make: Any = session.client
        return cls(make, lambda: PinpointClient(session=session))

    @classmethod
    def of_the_default_session(cls) -> Maker:
        make: Any = boto3.client
        return cls(make, PinpointClient)

    def jobs(self) -> list[Callable[[], str]]:
        """One for each kind of client, and ours once more for each."""
        return [job for name in SERVICES for job in (self.job(name), self.our_job)]

    def job(self, service: str) -> Callable[[], str]:
        return lambda: wrong_with(self.boto3s(service))

    def our_job(self) -> str:
        return wrong_with_ours(self.ours())


def wrong_with(client: Any) -> str:
    """Use one of boto3's clients; what is wrong with it, or an empty text."""
    use(client)
    if client.meta.service_model.service_name == "pinpoint" and has_text_model(client):
        return "a plain client with a text model"
    return ""


def wrong_with_ours(pinpoint: PinpointClient) -> str:
    """Use one of our clients; what is wrong with it, or an empty text."""
    pinpoint.get_apps()
    return "" if takes_2017_members(pinpoint) else "a PinpointClient without the 2017 members"


def use(client: Any) -> None:
    match client.meta.service_model.service_name:
        case "pinpoint":
            client.get_apps()
        case "s3":
            client.list_buckets()
        case "sqs":
            client.list_queues()
        case _:
            client.get_caller_identity()


def has_text_model(client: Any) -> bool:
    """Whether a Pinpoint client's bodies are JSON text."""
    send = client.meta.service_model.operation_model("SendMessages").input_shape
    return bool(send.members["MessageRequest"].type_name != "structure")


def takes_2017_members(pinpoint: PinpointClient) -> bool:
    """Whether boto3 passes a body on as it is, or its model knows the members."""
    adm_message: Any = pinpoint.meta.service_model.shape_for("ADMMessage")
    return has_text_model(pinpoint) or "JsonData" in adm_message.members


def own_session() -> boto3.Session:
    """A session with keys of its own."""
    return boto3.Session("AKIDEXAMPLE", "secret", region_name=REGION)


def session_with_a_provider_that_makes_clients() -> boto3.Session:
    """Make a session whose credentials come from a provider that calls AWS, and Pinpoint."""
    session = boto3.Session(region_name=REGION)
    providers: Any = core_of(session).get_component("credential_provider")
    providers.providers.insert(0, MakingProvider(Maker.of(session)))
    return session


class MakingProvider(CredentialProvider):
    METHOD = CANONICAL_NAME = "making"

    def __init__(self, maker: Maker) -> None:
        super().__init__()
        self._maker = maker
        self._here = threading.local()

    def load(self) -> Credentials:
        if not getattr(self._here, "loading", False):  # its own clients ask for credentials too
            self._here.loading = True
            try:
                self._maker.boto3s("sts")
                self._maker.ours()
            finally:
                self._here.loading = False
        return Credentials("AKIDEXAMPLE", "secret")


def session_with_handlers_that_make_clients() -> boto3.Session:
    """Make a session whose SQS and STS clients make a PinpointClient, and that one for S3."""
    session = own_session()
    maker = Maker.of(session)

    def make_ours(**_: object) -> None:
        maker.ours()

    def make_s3(**_: object) -> None:
        maker.boto3s("s3")

    session.events.register("creating-client-class.sqs", make_ours)
    session.events.register("creating-client-class.sts", make_ours)
    session.events.register("creating-client-class.pinpoint", make_s3)
    return session


def core_of(session: boto3.Session) -> Any:
    """The botocore session that a boto3 session works with."""
    return session._session  # pyright: ignore[reportPrivateUsage]  # boto3 has no public way


def state_of(session: boto3.Session) -> dict[str, object]:
    """All that a session consists of, by name."""
    core = core_of(session)
    components: dict[str, object] = core._components._components
    deferred: dict[str, object] = core._components._deferred
    of_core: dict[str, object] = core.__dict__
    loader: Any = core.get_component("data_loader")
    handlers: list[object] = handlers_of(core)
    paths: list[str] = loader.search_paths
    loaded: dict[Any, object] = getattr(loader, "_cache", {})
    return {
        **named("boto3", vars(session)),
        **named("botocore", of_core),
        **named("component", components),
        **named("deferred", deferred),
        **named("handler", dict(enumerate(handlers))),
        **named("path", dict(enumerate(paths))),
        **named("loaded", loaded),
    }


def named(group: str, values: Mapping[Any, object]) -> dict[str, object]:
    return {f"{group} {name}": value for name, value in values.items()}


def handlers_of(core: Any) -> list[object]:
    """Everything that is registered with a session, in order."""
    emitter = core.get_component("event_emitter")._emitter
    return flat(emitter._handlers._root)


def flat(node: Any) -> list[object]:
    """The handlers below a node of botocore's tree of events."""
    here = [handler for handlers in node["values"] or () for handler in handlers]
    return here + [each for _, child in sorted(node["children"].items()) for each in flat(child)]


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """The names of what is not the very same object."""
    names = {**before, **after}
    return [name for name in names if before.get(name, before) is not after.get(name, after)]


def make_session() -> boto3.Session:
    """A session with made-up credentials; a loader of its own would read 60 ms of JSON."""
    core = botocore.session.Session()
    core.register_component("data_loader", shared_loader())
    return boto3.Session("AKIDEXAMPLE", "secret", botocore_session=core, region_name=REGION)


def shared_loader() -> Loader:
    loader = _loader()
    loader.search_paths[:] = dict.fromkeys(loader.search_paths)  # each boto3 session adds its own
    return loader


@functools.cache
def _loader() -> Loader:
    return create_loader()
