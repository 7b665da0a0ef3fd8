from __future__ import annotations

from collections.abc import Iterator

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from tests.local.support.boto import START, Boto, boto_client, new_app


@pytest.fixture(autouse=True)
def no_aws_account(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's AWS configuration reaches a test."""
    for name in ("AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nonexistent/config")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent/credentials")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


@pytest.fixture
def service(clock: Clock) -> Iterator[LocalPinpoint]:
    with LocalPinpoint(clock=clock) as service:
        yield service


@pytest.fixture
def client(service: LocalPinpoint) -> Boto:
    return boto_client(service.session())


@pytest.fixture
def app(client: Boto) -> str:
    """The id of a project."""
    return new_app(client)


@pytest.fixture
def shop(client: Boto, app: str) -> str:
    """A project with an SMS channel."""
    client.update_sms_channel(ApplicationId=app, SMSChannelRequest={"Enabled": True})
    return app
