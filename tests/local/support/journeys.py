"""Journeys as the tests write them."""

from __future__ import annotations

from typing import Any

from tests.local.support.boto import Boto, new_app, new_segment

JSON = dict[str, Any]


def journey_app(client: Boto) -> str:
    """A project that can send SMS, e-mail and push, with a template ``hello`` for each."""
    app = new_app(client)
    client.update_sms_channel(ApplicationId=app, SMSChannelRequest={})
    client.update_email_channel(
        ApplicationId=app,
        EmailChannelRequest={"FromAddress": "shop@example.com", "Identity": "arn:aws:ses:x"},
    )
    client.update_gcm_channel(ApplicationId=app, GCMChannelRequest={"ApiKey": "k"})
    client.create_sms_template(TemplateName="hello", SMSTemplateRequest={"Body": "Hello"})
    client.create_email_template(
        TemplateName="hello", EmailTemplateRequest={"Subject": "Hello", "TextPart": "Hello"}
    )
    client.create_push_template(
        TemplateName="hello", PushNotificationTemplateRequest={"Default": {"Body": "Hello"}}
    )
    return app


def phone(client: Boto, app: str, name: str, **more: Any) -> str:
    """An endpoint for SMS; its address."""
    address = f"+1555{sum(ord(letter) * 31**at for at, letter in enumerate(name)) % 10**7:07d}"
    request = {"ChannelType": "SMS", "Address": address, **more}
    client.update_endpoint(ApplicationId=app, EndpointId=name, EndpointRequest=request)
    return address


def mailbox(client: Boto, app: str, name: str, **more: Any) -> str:
    """An endpoint for e-mail; its address."""
    address = f"{name}@example.com"
    request = {"ChannelType": "EMAIL", "Address": address, **more}
    client.update_endpoint(ApplicationId=app, EndpointId=name, EndpointRequest=request)
    return address


def sms(following: str | None = None, **more: Any) -> JSON:
    return {"SMS": _to(following, TemplateName="hello", **more)}


def email(following: str | None = None, **more: Any) -> JSON:
    return {"EMAIL": _to(following, TemplateName="hello", **more)}


def wait(duration: str, following: str | None = None) -> JSON:
    return {"Wait": _to(following, WaitTime={"WaitFor": duration})}


def _to(following: str | None, **settings: Any) -> JSON:
    return {**settings, **({"NextActivity": following} if following else {})}


def journey(client: Boto, app: str, activities: JSON, **more: Any) -> JSON:
    """A request for a journey that begins with the first activity, for every endpoint."""
    request: JSON = {
        "Name": "journey",
        "State": "ACTIVE",
        "StartActivity": next(iter(activities)),
        "Activities": activities,
        **more,
    }
    if "StartCondition" not in request:
        segment = {"SegmentId": new_segment(client, app)}
        request["StartCondition"] = {"SegmentStartCondition": segment}
    return request


def create(client: Boto, app: str, request: JSON) -> JSON:
    response = client.create_journey(ApplicationId=app, WriteJourneyRequest=request)
    created: JSON = response["JourneyResponse"]
    return created


def start(client: Boto, app: str, activities: JSON, **more: Any) -> str:
    """The id of a new ACTIVE journey."""
    return str(create(client, app, journey(client, app, activities, **more))["Id"])


def get(client: Boto, app: str, journey_id: str) -> JSON:
    response = client.get_journey(ApplicationId=app, JourneyId=journey_id)
    found: JSON = response["JourneyResponse"]
    return found


def set_state(client: Boto, app: str, journey_id: str, state: str) -> JSON:
    response = client.update_journey_state(
        ApplicationId=app, JourneyId=journey_id, JourneyStateRequest={"State": state}
    )
    changed: JSON = response["JourneyResponse"]
    return changed


def runs(client: Boto, app: str, journey_id: str) -> list[JSON]:
    response = client.get_journey_runs(ApplicationId=app, JourneyId=journey_id)
    found: list[JSON] = response["JourneyRunsResponse"]["Item"]
    return found


def metrics(client: Boto, app: str, journey_id: str) -> dict[str, str]:
    response = client.get_journey_execution_metrics(ApplicationId=app, JourneyId=journey_id)
    found: dict[str, str] = response["JourneyExecutionMetricsResponse"]["Metrics"]
    return found


def activity_metrics(client: Boto, app: str, journey_id: str, activity: str) -> dict[str, str]:
    response = client.get_journey_execution_activity_metrics(
        ApplicationId=app, JourneyId=journey_id, JourneyActivityId=activity
    )
    found: dict[str, str] = response["JourneyExecutionActivityMetricsResponse"]["Metrics"]
    return found
