"""Whatever is given is loaded or refused, and what was loaded can be used: never a 500."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import datetime, timedelta
from tempfile import TemporaryDirectory
from typing import Any, cast

import pytest
from botocore import xform_name
from botocore.exceptions import ClientError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pinpoint_sdk.local import Clock, LocalPinpoint
from pinpoint_sdk.local.state.account import Account, Project
from tests.local.support.boto import Boto, boto_client
from tests.local.support.reading import Read, all_reads, plain
from tests.support import figures

VALUES: tuple[Any, ...] = (
    *(None, "", 0, -1, 1, 3, 10**12, 1.5, True, [], {}, "0", "x", "IMMEDIATE", "utc-08"),
    *("2026-01-01T00:00:00Z", "2031-01-01T00:00:00.000Z", "PT5M", "P400D"),
    *("EVENT", "HOURLY", "MONTHLY", "IMPORT", "DRAFT", "ACTIVE", "PAUSED", "CLOSED", "RUNNING"),
    *({"CampaignStatus": each} for each in ("EXECUTING", "PENDING_NEXT_RUN", "SCHEDULED", "?")),
)
DAYS = st.sampled_from([0, -400, 200])
NUMBERS: Counter[str] = Counter()


@pytest.mark.no_cover
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data(), days=DAYS)
def test_any_documents_in_any_order(
    saved: tuple[datetime, list[Read]], data: st.DataObject, days: int
) -> None:
    now, answers = saved
    documents = [plain(each.output) for each in answers if each.output is not None]
    places = st.integers(0, len(documents) - 1)
    chosen = [
        deepcopy(documents[place])
        for place in data.draw(st.lists(places, min_size=1, max_size=40, unique=True))
    ]
    for _ in range(data.draw(st.integers(0, 3))):
        damage(data, chosen)
    with LocalPinpoint(clock=Clock(now + timedelta(days=days))) as service:
        try:
            service.populate(*chosen)
        except ValueError:
            NUMBERS["refused"] += 1
            assert service.inspect(is_empty)
        else:
            NUMBERS["loaded, saved and used"] += 1
            with TemporaryDirectory() as folder:
                service.save(f"{folder}/state.json")
                LocalPinpoint.load(f"{folder}/state.json").close()
            use(service, boto_client(service.session()))
    text = ", ".join(f"{number} {what}" for what, number in sorted(NUMBERS.items()))
    figures.record("populate, random documents", f"{text}, 0 internal errors")


def is_empty(account: Account, _: datetime) -> bool:
    return not (account.projects or account.templates or account.recommenders)


def damage(data: st.DataObject, documents: list[Any]) -> None:
    """Replace or remove a value somewhere."""
    spots = [(holder, key) for holder, key in all_spots_in(documents) if holder is not documents]
    if not spots:
        return
    holder, key = data.draw(st.sampled_from(spots).map(tuple))
    if isinstance(holder, dict) and data.draw(st.booleans()):
        del holder[key]
    else:
        holder[key] = deepcopy(data.draw(st.sampled_from(VALUES)))


def spots_in(value: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, list):
        yield from ((value, index) for index, _ in enumerate(cast("Sequence[Any]", value)))
    if isinstance(value, dict):
        yield from ((value, name) for name in cast("dict[str, Any]", value))


def all_spots_in(value: Any) -> Iterator[tuple[Any, Any]]:
    for holder, key in spots_in(value):
        yield holder, key
        yield from all_spots_in(holder[key])


def use(service: LocalPinpoint, client: Boto) -> None:
    """Read, update and send, and let some days go by."""

    def call(operation: str, **arguments: Any) -> None:
        try:
            getattr(client, operation)(**arguments)
        except ClientError as error:
            response: Any = error.response
            assert response["ResponseMetadata"]["HTTPStatusCode"] < 500, (operation, arguments)

    def read() -> None:
        for each in all_reads(service):
            call(xform_name(each.operation), **dict(each.input))

    read()
    for project in service.inspect(lambda account, _: [*account.projects.values()]):
        app = {"ApplicationId": project.id}
        update(call, app, project)
        for endpoint in project.endpoints.all()[:2]:
            send(call, app, endpoint["Id"])
        service.clock.advance(days=1)
        for segment in [*project.segments][:1]:
            call("delete_segment", **app, SegmentId=segment)
        for journey in [*project.journeys][:1]:
            cancelled = {"State": "CANCELLED"}
            call("update_journey_state", **app, JourneyId=journey, JourneyStateRequest=cancelled)
    service.clock.advance(days=3)
    read()


def update(call: Any, app: dict[str, str], project: Project) -> None:
    for campaign in [*project.campaigns]:
        for paused in (True, False):
            changes: dict[str, Any] = {"IsPaused": paused}
            call("update_campaign", **app, CampaignId=campaign, WriteCampaignRequest=changes)
    for journey in [*project.journeys]:
        for state in ("ACTIVE", "PAUSED", "ACTIVE"):
            changes = {"State": state}
            call("update_journey_state", **app, JourneyId=journey, JourneyStateRequest=changes)
    for segment in [*project.segments]:
        changes = {"Name": "renamed"}
        call("update_segment", **app, SegmentId=segment, WriteSegmentRequest=changes)


def send(call: Any, app: dict[str, str], endpoint_id: str) -> None:
    attributes = {"Attributes": {"a": ["b"]}, "User": {"UserId": "ann"}}
    call("update_endpoint", **app, EndpointId=endpoint_id, EndpointRequest=attributes)
    templates = {"SMSTemplate": {"Name": "welcome-sms"}, "PushTemplate": {"Name": "welcome-push"}}
    request: dict[str, Any] = {
        "Endpoints": {endpoint_id: {}},
        "MessageConfiguration": {},
        "TemplateConfiguration": templates,
    }
    call("send_messages", **app, MessageRequest=request)
    event = {"EventType": "purchase", "Timestamp": "2026-03-03T16:00:00Z"}
    item = {"Endpoint": {}, "Events": {"one": {**event, "Metrics": {"amount": 9.5}}}}
    call("put_events", **app, EventsRequest={"BatchItem": {endpoint_id: item}})
