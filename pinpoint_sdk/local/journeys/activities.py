"""What each kind of activity does with the participants that arrive at it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import TypeAlias

from attrs import define

from pinpoint_sdk.local.journeys.conditions import all_meeting, meeting
from pinpoint_sdk.local.journeys.limits import exceeded_cap, quiet_until
from pinpoint_sdk.local.journeys.step import Step
from pinpoint_sdk.local.messages.channels import CHANNELS
from pinpoint_sdk.local.messages.delivery import Delivery, Origin
from pinpoint_sdk.local.protocol.types import JSON

Paths: TypeAlias = list[tuple[str | None, list[str]]]
"""Which participants continue with which activity; None leads out of the journey."""

_METRICS = {
    "DUPLICATE": "DUPLICATE_ENDPOINT",
    "OPT_OUT": "UNSUBSCRIBED",
    "PERMANENT_FAILURE": "FAILURE_PERMANENT",
    "SUCCESSFUL": "SUCCESS",
    "TEMPORARY_FAILURE": "TRANSIENT_FAILURE",
    "THROTTLED": "THROTTLED",
    "UNKNOWN_FAILURE": "UNKNOWN",
}
"""The execution metric of each DeliveryStatus."""

_EVENTS = {
    ("EMAIL", "SUCCESS"): "_email.delivered",
    ("EMAIL", "FAILURE_PERMANENT"): "_email.hardbounce",
    ("SMS", "SUCCESS"): "_SMS.SUCCESS",
    ("SMS", "FAILURE_PERMANENT"): "_SMS.FAILURE",
}
"""The event that a message causes at once; opens and clicks come with PutEvents."""


def _wait(_: Step, settings: JSON, endpoint_ids: list[str]) -> Paths:
    return [(settings.get("NextActivity"), endpoint_ids)]


def _conditional_split(step: Step, settings: JSON, endpoint_ids: list[str]) -> Paths:
    true = all_meeting(step, settings.get("Condition", {}), endpoint_ids)
    paths: Paths = [
        (settings.get("TrueActivity"), [name for name in endpoint_ids if name in true]),
        (settings.get("FalseActivity"), [name for name in endpoint_ids if name not in true]),
    ]
    step.count("Branch_TRUE", len(paths[0][1]))
    step.count("Branch_FALSE", len(paths[1][1]))
    return paths


def _multi_conditional_split(step: Step, settings: JSON, endpoint_ids: list[str]) -> Paths:
    """Participants take the first branch whose condition holds."""
    left = endpoint_ids
    paths: Paths = []
    for number, branch in enumerate(settings.get("Branches", []), start=1):
        found = meeting(step, branch.get("Condition", {}), left)
        paths.append((branch.get("NextActivity"), [name for name in left if name in found]))
        step.count(f"Branch_{number}", len(paths[-1][1]))
        left = [name for name in left if name not in found]
    step.count("Branch_ELSE", len(left))
    return [*paths, (settings.get("DefaultActivity"), left)]


def _random_split(step: Step, settings: JSON, endpoint_ids: list[str]) -> Paths:
    """The branch depends on a hash of journey, activity and endpoint, and so is always the same."""
    paths: Paths = []
    bounds: list[int] = []
    for branch in settings.get("Branches", []):
        bounds.append((bounds[-1] if bounds else 0) + branch.get("Percentage", 0))
        paths.append((branch.get("NextActivity"), []))
    for name in endpoint_ids:
        chance = _chance(step, name)
        paths[next(place for place, bound in enumerate(bounds) if chance < bound)][1].append(name)
    for number, (_, names) in enumerate(paths, start=1):
        step.count(f"Branch_{number}", len(names))
    return paths


def _holdout(step: Step, settings: JSON, endpoint_ids: list[str]) -> Paths:
    held = {name for name in endpoint_ids if _chance(step, name) < settings["Percentage"]}
    passed = [name for name in endpoint_ids if name not in held]
    step.count("HOLDOUT", len(held))
    step.count("PASSED", len(passed))
    return [
        (None, [name for name in endpoint_ids if name in held]),
        (settings.get("NextActivity"), passed),
    ]


def _chance(step: Step, endpoint_id: str) -> int:
    """A number from 0 to 99."""
    text = f"{step.journey.id}/{step.activity_id}/{endpoint_id}"
    return int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest()[:8], "big") % 100


_Send: TypeAlias = Callable[[JSON], str]
"""Sends to an endpoint; returns the execution metric of the result."""


def _message(
    channels: frozenset[str],
    sender: Callable[[Step, JSON], _Send],
    step: Step,
    settings: JSON,
    endpoint_ids: list[str],
) -> Paths:
    """Send to each participant, unless it is quiet time or a cap is reached.

    Beyond the MessagesPerSecond of the whole journey, participants wait a second. A message that
    fails ends nobody's journey.
    """
    limit = step.journey.document.get("Limits", {}).get("MessagesPerSecond") or sys.maxsize
    window, now = step.journey.window, step.context.now
    send = sender(step, settings)
    continuing: list[str] = []
    quiet: dict[datetime, list[str]] = {}
    for place, name in enumerate(endpoint_ids):
        until = quiet_until(step, name)
        if until and step.journey.document.get("WaitForQuietTime"):
            quiet.setdefault(until, []).append(name)
            continue
        if window.left(limit, now) < 1:
            step.wait(now + timedelta(seconds=1), endpoint_ids[place:])
            break
        continuing.append(name)
        if until:
            step.count("QUIET_TIME")
        elif cap := exceeded_cap(step, name):
            step.count(cap)
        else:
            window.count(1, now)
            _send_to(step, name, channels or _all_channels(settings), send)
    for until, names in quiet.items():
        step.wait(until, names)
    return [(settings.get("NextActivity"), continuing)]


def _send_to(step: Step, participant: str, channels: frozenset[str], send: _Send) -> None:
    targets = [*_targets(step, participant, channels)]
    if not targets:
        step.count("ENDPOINT_CHANNEL_MISMATCH")
    for endpoint in targets:
        metric = send(endpoint)
        step.count(metric)
        if metric == "SUCCESS":
            step.journey.sent.setdefault(participant, []).append(step.context.now)
        if event := _EVENTS.get((endpoint["ChannelType"], metric)):
            step.journey.participants[participant].events.append(
                {"EventType": event, "Attributes": {"journey_activity_id": step.activity_id}}
            )


def _targets(step: Step, participant: str, channels: frozenset[str]) -> Iterator[JSON]:
    """The participant if its channel matches, else its user's active endpoints that do."""
    endpoint = step.project.endpoints.get(participant)
    if endpoint is None:
        return
    if endpoint.get("ChannelType") in channels:
        yield endpoint
    elif user_id := endpoint["User"].get("UserId"):
        for other in step.project.endpoints.of_user(user_id):
            if other.get("ChannelType") in channels and other["EndpointStatus"] == "ACTIVE":
                yield other


def _template_sender(
    template: str, configuration: Callable[[JSON], JSON], step: Step, settings: JSON
) -> _Send:
    """Sends the activity's template, with its MessageConfig."""
    named = {"Name": settings.get("TemplateName"), "Version": settings.get("TemplateVersion")}
    delivery = _delivery(
        step,
        configuration(settings.get("MessageConfig", {})),
        {template: {key: value for key, value in named.items() if value is not None}},
    )
    return lambda endpoint: _METRICS[delivery.to_endpoint(endpoint["Id"])["DeliveryStatus"]]


def _recorder(channel_type: str, step: Step, settings: JSON) -> _Send:
    """Puts what a Lambda function, a web hook or a contact center would get into the inbox."""
    delivery = _delivery(step, {}, {})
    data: str = settings.get("MessageConfig", {}).get("Data", "")

    def record(endpoint: JSON) -> str:
        address: str = settings.get("DeliveryUri") or endpoint.get("Address", "")
        delivery.deliver_to_service(endpoint, channel_type, address, data, settings)
        return "SUCCESS"

    return record


def _delivery(step: Step, configuration: JSON, templates: JSON) -> Delivery:
    origin = Origin(sent_by="journey", journey_id=step.journey.id, activity_id=step.activity_id)
    return Delivery(step.context, step.project, configuration, templates, origin)


_PUSH = frozenset(name for name, channel in CHANNELS.items() if channel.is_push)
_PUSH_TYPES = {"PUSH": _PUSH}


def _all_channels(settings: JSON) -> frozenset[str]:
    """The channel types of EndpointTypes; PUSH means every push channel, an empty list all."""
    wanted: list[str] = settings.get("EndpointTypes", [])
    if not wanted:
        return frozenset({*CHANNELS, "CUSTOM", "IN_APP"})
    return frozenset[str]().union(*(_PUSH_TYPES.get(name, {name}) for name in wanted))


_LONGEST_NUMBER = 10


def _push_configuration(config: JSON) -> JSON:
    time_to_live: str = config.get("TimeToLive", "")
    if not time_to_live.isdecimal() or len(time_to_live) > _LONGEST_NUMBER:
        return {}
    names = {CHANNELS[name].message for name in _PUSH}
    return {name: {"TimeToLive": int(time_to_live)} for name in names}


@define(frozen=True)
class Kind:
    """A kind of activity: its ActivityType in metrics, and what it does."""

    type: str
    perform: Callable[[Step, JSON, list[str]], Paths]
    needs_template: bool = False


def _sends(
    kind: str,
    channels: frozenset[str],
    template: str,
    configuration: Callable[[JSON], JSON],
) -> Kind:
    sender = partial(_template_sender, template, configuration)
    return Kind(kind, partial(_message, channels, sender), needs_template=True)


def _records(kind: str) -> Kind:
    return Kind(kind, partial(_message, frozenset(), partial(_recorder, kind)))


def _under(message: str) -> Callable[[JSON], JSON]:
    return lambda config: {message: config} if config else {}


KINDS: Mapping[str, Kind] = {
    "CUSTOM": _records("CUSTOM"),
    "ConditionalSplit": Kind("CONDITIONAL_SPLIT", _conditional_split),
    "ContactCenter": _records("CONTACT_CENTER"),
    "EMAIL": _sends("EMAIL", frozenset({"EMAIL"}), "EmailTemplate", _under("EmailMessage")),
    "Holdout": Kind("HOLDOUT", _holdout),
    "MultiCondition": Kind("MULTI_CONDITIONAL_SPLIT", _multi_conditional_split),
    "PUSH": _sends("PUSH", _PUSH, "PushTemplate", _push_configuration),
    "RandomSplit": Kind("RANDOM_SPLIT", _random_split),
    "SMS": _sends("SMS", frozenset({"SMS"}), "SMSTemplate", _under("SMSMessage")),
    "Wait": Kind("WAIT", _wait),
}
"""Every kind by the member of Activity that makes an activity one of it."""


def kind_of(activity: JSON) -> str:
    """The member that says of which kind an activity is; empty if none does."""
    return next((member for member in KINDS if member in activity), "")
