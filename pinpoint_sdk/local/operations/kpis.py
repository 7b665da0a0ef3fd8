"""Standard metrics ("KPIs"), computed from the attempts to send."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from attrs import define

from pinpoint_sdk.local.messages.channels import is_push
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import Attempt

_Filter: TypeAlias = Callable[[Attempt], bool]
_Figure: TypeAlias = Callable[[Sequence[Attempt]], float]
_Group: TypeAlias = tuple[list[JSON], Sequence[Attempt]]
"""The GroupedBys of a row, and the attempts it is about."""


def _everything(_: Attempt) -> bool:
    return True


def _is_email(attempt: Attempt) -> bool:
    return attempt.channel_type == "EMAIL"


def _is_sms(attempt: Attempt) -> bool:
    return attempt.channel_type == "SMS"


def _is_voice(attempt: Attempt) -> bool:
    return attempt.channel_type == "VOICE"


def _is_push(attempt: Attempt) -> bool:
    return is_push(attempt.channel_type)


def _is_delivered(attempt: Attempt) -> bool:
    return attempt.status == "SUCCESSFUL"


def _was_sent(attempt: Attempt) -> bool:
    """Nothing is sent to duplicates and to recipients who opted out."""
    return attempt.status not in ("OPT_OUT", "DUPLICATE")


def _sent(attempts: Sequence[Attempt]) -> float:
    return len(attempts)


def _delivered(attempts: Sequence[Attempt]) -> float:
    return sum(map(_is_delivered, attempts))


def _recipients(attempts: Sequence[Attempt]) -> float:
    return len({each.endpoint_id or each.address for each in attempts if _is_delivered(each)})


def _delivered_rate(attempts: Sequence[Attempt]) -> float:
    return _delivered(attempts) / len(attempts)


def _bounce_rate(attempts: Sequence[Attempt]) -> float:
    return sum(each.status == "PERMANENT_FAILURE" for each in attempts) / len(attempts)


@define(frozen=True)
class _Metric:
    """A figure over the attempts that it is about; None if it cannot be known here."""

    figure: _Figure | None
    about: _Filter = _everything


_UNKNOWN = _Metric(None)

_ENGAGEMENT: Mapping[str, _Metric] = {
    "attempted-deliveries": _Metric(_sent),
    "clicks": _UNKNOWN,
    "direct-email-opens": _UNKNOWN,
    "email-open-rate": _UNKNOWN,
    "hard-bounce-rate": _Metric(_bounce_rate, _is_email),
    "push-open-rate": _UNKNOWN,
    "successful-deliveries": _Metric(_delivered),
    "successful-delivery-rate": _Metric(_delivered_rate),
    "unique-deliveries": _Metric(_recipients),
}
"""Of campaigns and journeys. Rates are from 0.0 to 1.0."""

_TRANSACTIONAL: Mapping[str, _Metric] = {
    f"txn-{noun}-{end}": _Metric(figure, about)
    for noun, about in (
        ("emails", _is_email),
        ("push", _is_push),
        ("sms", _is_sms),
        ("voice", _is_voice),
    )
    for end, figure in (
        ("sent", _sent),
        ("delivered", _delivered),
        ("delivered-rate", _delivered_rate),
    )
} | dict.fromkeys(
    ("txn-emails-clicked", "txn-emails-opened", "txn-emails-complaint-rate"), _UNKNOWN
)
"""Of direct messages."""

_GROUPS: Mapping[str, tuple[str, Callable[[Attempt], str | None]]] = {
    "-grouped-by-campaign": ("CampaignId", lambda attempt: attempt.campaign_id),
    "-grouped-by-campaign-activity": (
        "CampaignActivityId",
        lambda attempt: attempt.activity_id if attempt.campaign_id else None,
    ),
    "-grouped-by-channel": ("ChannelType", lambda attempt: attempt.channel_type),
    "-grouped-by-date": ("Date", lambda attempt: f"{attempt.when:%Y-%m-%d}"),
    "-grouped-by-journey-activity": (
        "JourneyActivityId",
        lambda attempt: attempt.activity_id if attempt.journey_id else None,
    ),
}


def application_rows(name: str, attempts: Iterable[Attempt]) -> list[JSON] | None:
    """The rows of a metric of a project: of its direct messages, or of all its campaigns."""
    if name.startswith("txn-"):
        direct = [each for each in attempts if each.sent_by not in ("campaign", "journey")]
        return _rows(_TRANSACTIONAL, name, direct)
    return _rows(_ENGAGEMENT, name, [each for each in attempts if each.campaign_id])


def campaign_rows(name: str, campaign_id: str, attempts: Iterable[Attempt]) -> list[JSON] | None:
    """The rows of a metric of one campaign."""
    of_campaign = [each for each in attempts if each.campaign_id == campaign_id]
    return _rows(_ENGAGEMENT, name, of_campaign)


def journey_rows(name: str, journey_id: str, attempts: Iterable[Attempt]) -> list[JSON] | None:
    """The rows of a metric of one journey."""
    of_journey = [each for each in attempts if each.journey_id == journey_id]
    return _rows(_ENGAGEMENT, name, of_journey)


def _rows(
    metrics: Mapping[str, _Metric], name: str, attempts: Sequence[Attempt]
) -> list[JSON] | None:
    """None for an unknown metric; no rows if nothing was sent, or the figure cannot be known."""
    base, separator, group = name.partition("-grouped-by-")
    metric = metrics.get(base)
    if metric is None or (separator and separator + group not in _GROUPS):
        return None
    if metric.figure is None:
        return []
    counted = [each for each in attempts if metric.about(each) and _was_sent(each)]
    groups: list[_Group] = [([], counted)]
    if separator:
        groups = _grouped(separator + group, counted)
    key = base.title().replace("-", "")
    return [
        {
            "GroupedBys": grouped_bys,
            "Values": [{"Key": key, "Type": "Double", "Value": str(float(metric.figure(part)))}],
        }
        for grouped_bys, part in groups
        if part
    ]


def _grouped(grouping: str, attempts: Sequence[Attempt]) -> list[_Group]:
    """The groups in the order of their values; attempts without a value are left out."""
    key, value_of = _GROUPS[grouping]
    groups: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        value = value_of(attempt)
        if value:
            groups.setdefault(value, []).append(attempt)
    return [
        ([{"Key": key, "Type": "String", "Value": value}], groups[value])
        for value in sorted(groups)
    ]
