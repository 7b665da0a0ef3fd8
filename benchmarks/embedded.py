"""The embedded Pinpoint beside moto's: operations that both have, in process and over HTTP.

All runs in this process, the HTTP servers in threads of it: what counts is the CPU time of client
and service together. The client is plain boto3.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any, TypeAlias

from benchmarks.measure import MOTO, OURS, Effort, Figure, compare, competitor, take_turns
from benchmarks.sdks import session
from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.http.server import serve

Client: TypeAlias = Any

PROJECTS = 10
IN_PROCESS = "ours in process"


def measure(effort: Effort) -> list[Figure]:
    """Compare ours with moto, in process and over HTTP, and with each other."""
    figures: list[Figure] = []
    with ExitStack() as stack:
        # Before moto is imported: clients made afterwards call moto's handler as well.
        ours = with_projects(stack.enter_context(LocalPinpoint()).session().client("pinpoint"))
        served = with_projects(client_at(stack.enter_context(serve(LocalPinpoint()))))
        if moto := competitor("moto"):
            with moto.mock_aws():
                mocked = with_projects(session().client("pinpoint"))
                figures += comparison("in process", {OURS: ours, MOTO: mocked}, effort)
        over_http = {OURS: served, IN_PROCESS: ours}
        if competitor("flask") and (server := competitor("moto.server")):
            over_http[MOTO] = with_projects(client_at(stack.enter_context(serving(server))))
        figures += comparison("over HTTP", over_http, effort)
    return figures


def comparison(face: str, clients: Mapping[str, Client], effort: Effort) -> list[Figure]:
    """Time each call by each client."""
    figures: list[Figure] = []
    for call in (get_app, get_apps, update_application_settings, create_and_delete_app):
        taken = take_turns({name: partial(call, each) for name, each in clients.items()}, effort)
        figures += compare(f"`{call.__name__}` {face}", taken, {MOTO: None, IN_PROCESS: None})
    return figures


def get_app(client: Client) -> object:
    """Get one project."""
    return client.get_app(ApplicationId=client.an_app)


def get_apps(client: Client) -> object:
    """Get all projects."""
    return client.get_apps()


def update_application_settings(client: Client) -> object:
    """Send a request with a body."""
    settings = {"QuietTime": {"Start": "22:00", "End": "07:00"}, "Limits": {"Daily": 3}}
    return client.update_application_settings(
        ApplicationId=client.an_app, WriteApplicationSettingsRequest=settings
    )


def create_and_delete_app(client: Client) -> object:
    """Make two calls that leave things as they were."""
    app = client.create_app(CreateApplicationRequest={"Name": "one more"})
    return client.delete_app(ApplicationId=app["ApplicationResponse"]["Id"])


def with_projects(client: Client) -> Client:
    """Create some projects, ``an_app`` among them, and return the client."""
    for number in range(PROJECTS):
        app = client.create_app(CreateApplicationRequest={"Name": f"shop {number}"})
        client.an_app = app["ApplicationResponse"]["Id"]
    return client


def client_at(url: str) -> Client:
    """Make a client of a server."""
    return session().client("pinpoint", endpoint_url=url)


@contextmanager
def serving(server: Any) -> Generator[str]:
    """Run moto's server in a thread, without a log of requests, as ours."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    running = server.ThreadedMotoServer(port=0, verbose=False)
    running.start()
    try:
        host, port = running.get_host_and_port()
        yield f"http://{host}:{port}"
    finally:
        running.stop()
