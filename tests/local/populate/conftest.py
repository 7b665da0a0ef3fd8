from __future__ import annotations

from datetime import datetime

import boto3
import pytest
from moto import mock_aws

from tests.local.support.boto import boto_client
from tests.local.support.reading import Read, all_reads, read_everything
from tests.local.support.scenario import filling, new_service, outside
from tests.local.support.scenario_runner import plain_boto3, run


@pytest.fixture(scope="package")
def saved() -> tuple[datetime, list[Read]]:
    """The time of a service with a little of everything, and all that it answers."""
    with mock_aws():
        session = boto3.Session()
        outside(session)
        with new_service(session) as service:
            with plain_boto3(service) as client:
                run(service, client, filling())
            answers = read_everything(boto_client(service.session()), all_reads(service))
            now = service.clock.now
    return now, answers
