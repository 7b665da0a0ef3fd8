"""The dashboard at ``/``: the state of the service, for a person to read.

It is plain HTML without scripts. Text gets into it only through ``_text``, which escapes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from html import escape
from importlib.resources import files
from itertools import islice

from attrs import frozen

from pinpoint_sdk.local.inbox import Inbox, InboxMessage
from pinpoint_sdk.local.state.account import Account, Project
from pinpoint_sdk.local.state.campaigns import Campaign

SHOWN = 100
"""The most endpoints, and messages, shown; the other tables are bounded by the quotas."""
SHOWN_CHARACTERS = 600

_STYLE = files("pinpoint_sdk.local.http").joinpath("dashboard.css").read_text("utf-8")
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

_COLOURS = {
    "ACTIVE": "green",
    "CANCELLED": "red",
    "CLOSED": "",
    "COMPLETED": "green",
    "EXECUTING": "blue",
    "INVALID": "red",
    "OPT OUT": "red",
    "PAUSED": "amber",
    "PENDING_NEXT_RUN": "blue",
    "SCHEDULED": "blue",
}


class _Html(str):
    """Text that is HTML already."""

    __slots__ = ()


@frozen
class _Column:
    """A column of a table: its title, and the class of its cells."""

    title: str
    kind: str = "text"


def render(account: Account, now: datetime, regions: Sequence[str] = ()) -> str:
    """The whole HTML document.

    Args:
        account: The account of the region that is shown.
        now: The time.
        regions: The regions that can be shown.
    """
    projects = [*account.projects.values()]
    facts = {
        "Time (UTC)": _time(now),
        "Region": _regions(account.region, regions),
        "Account": account.number,
        "Projects": len(projects),
        "Endpoints": sum(len(project.endpoints.all()) for project in projects),
        "Delivered": len(account.inbox),
    }
    sections = [
        _projects(projects),
        _campaigns(projects),
        _journeys(projects),
        _endpoints(projects),
        _templates(account),
    ]
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Embedded Amazon Pinpoint</title>
<link rel="icon" href="data:,">
<style>{_STYLE}</style>
</head>
<body>
<header>
<h1>Amazon Pinpoint <span>embedded</span></h1>
<dl class="facts">{"".join(_fact(name, value) for name, value in facts.items())}</dl>
<nav aria-label="Page"><a href="/">Reload</a><a href="#inbox">Inbox</a>
<a href="/_local/inbox">Inbox as JSON</a></nav>
</header>
<main>
<div class="column">{"".join(sections)}</div>
{_inbox(account.inbox, _names(projects))}
</main>
<footer>All times are UTC. Nothing of this was really sent.</footer>
</body>
</html>
"""


def _projects(projects: Sequence[Project]) -> _Html:
    columns = (
        _Column("Project"),
        _Column("Channels"),
        *(_Column(title, "number") for title in ("Endpoints", "Segments", "Campaigns", "Journeys")),
        _Column("Attempts", "number"),
    )
    rows = [
        (
            _named(project.document.get("Name", ""), project.id),
            _together(_badge(channel) for channel in project.channels),
            len(project.endpoints.all()),
            len(project.segments),
            len(project.campaigns),
            len(project.journeys),
            len(project.attempts),
        )
        for project in projects
    ]
    return _section("projects", "Projects", len(rows), _table(columns, rows))


def _campaigns(projects: Sequence[Project]) -> _Html:
    columns = (
        _Column("Campaign"),
        _Column("Project"),
        _Column("State"),
        _Column("Next", "time"),
        _Column("Runs", "number"),
        _Column("Sent", "number"),
    )
    rows: list[Sequence[object]] = []
    for project in projects:
        delivered = _delivered_by_campaign(project)
        for campaign in project.campaigns.values():
            document = campaign.current
            upcoming = _next_of(campaign)
            rows.append(
                (
                    _named(document.get("Name", ""), document["Id"]),
                    project.document.get("Name", ""),
                    _badge(document["State"]["CampaignStatus"]),
                    _time(upcoming) if upcoming else "",
                    len(campaign.runs),
                    delivered.get(document["Id"], 0),
                )
            )
    return _section("campaigns", "Campaigns", len(rows), _table(columns, rows))


def _delivered_by_campaign(project: Project) -> dict[str, int]:
    counts: dict[str, int] = {}
    for attempt in project.attempts:
        if attempt.campaign_id is not None and attempt.message_id is not None:
            counts[attempt.campaign_id] = counts.get(attempt.campaign_id, 0) + 1
    return counts


def _next_of(campaign: Campaign) -> datetime | None:
    """When the campaign next starts a run, or performs a step of one."""
    steps = (run.next_step for run in campaign.open_runs() if run.next_step is not None)
    return min((*campaign.next_starts.values(), *steps), default=None)


def _journeys(projects: Sequence[Project]) -> _Html:
    columns = (_Column("Journey"), _Column("Project"), _Column("State"))
    rows = [
        (
            _named(journey.document.get("Name", ""), journey.document["Id"]),
            project.document.get("Name", ""),
            _badge(journey.document.get("State", "")),
        )
        for project in projects
        for journey in project.journeys.values()
    ]
    return _section("journeys", "Journeys", len(rows), _table(columns, rows))


def _endpoints(projects: Sequence[Project]) -> _Html:
    columns = (
        _Column("Endpoint"),
        _Column("Channel"),
        _Column("Address"),
        _Column("User"),
        _Column("State"),
    )
    all_endpoints = [endpoint for project in projects for endpoint in project.endpoints.all()]
    rows = [
        (
            _named(endpoint["Id"]),
            _badge(endpoint.get("ChannelType", "")),
            endpoint.get("Address", ""),
            endpoint.get("User", {}).get("UserId", ""),
            _badge("OPT OUT" if endpoint["OptOut"] == "ALL" else endpoint["EndpointStatus"]),
        )
        for endpoint in all_endpoints[:SHOWN]
    ]
    return _section("endpoints", "Endpoints", len(all_endpoints), _table(columns, rows))


def _templates(account: Account) -> _Html:
    columns = (
        _Column("Template"),
        _Column("Type"),
        _Column("Active version", "number"),
        _Column("Versions", "number"),
    )
    rows: list[Sequence[object]] = []
    for key, template in account.templates.items():
        name, _, kind = key.partition("/")
        rows.append((_named(name), _badge(kind), template.active, len(template.versions)))
    return _section("templates", "Templates", len(rows), _table(columns, rows))


def _names(projects: Sequence[Project]) -> dict[str | None, str]:
    """The names of campaigns and journeys, by id."""
    campaigns = (each.current for project in projects for each in project.campaigns.values())
    journeys = (each.document for project in projects for each in project.journeys.values())
    return {each["Id"]: each.get("Name", "") for each in (*campaigns, *journeys)}


def _inbox(inbox: Inbox, names: Mapping[str | None, str]) -> _Html:
    latest = islice(reversed(inbox), SHOWN)
    items = "".join(f"<li>{_message(message, names)}</li>" for message in latest)
    return _section("inbox", "Inbox", len(inbox), _Html(f"<ol>{items}</ol>" if items else ""))


def _message(message: InboxMessage, names: Mapping[str | None, str]) -> str:
    title = f"<p><strong>{_text(_short(message.title))}</strong></p>" if message.title else ""
    name = names.get(message.campaign_id or message.journey_id, "")
    return (
        f'<div class="meta">{_badge(message.channel_type)}<b>{_text(message.address)}</b>'
        f"{_time(message.sent_at)}</div>{title}<p>{_text(_short(message.body))}</p>"
        f'<div class="meta">{_text(f"{message.sent_by} {name}")}</div>'
    )


def _section(anchor: str, title: str, total: int, content: _Html) -> _Html:
    shown = f", {SHOWN} shown" if total > SHOWN and anchor in ("endpoints", "inbox") else ""
    body = content if total else '<p class="empty">None yet.</p>'
    return _Html(
        f'<section id="{anchor}" aria-labelledby="{anchor}-title"><h2 id="{anchor}-title">{title}'
        f"<small>{total:,}{shown}</small></h2>{body}</section>"
    )


def _table(columns: Sequence[_Column], rows: Iterable[Sequence[object]]) -> _Html:
    head = "".join(f'<th scope="col" class="{each.kind}">{each.title}</th>' for each in columns)
    body = "".join(f"<tr>{''.join(_cells(columns, row))}</tr>" for row in rows)
    return _Html(
        f'<div class="scroll" tabindex="0" role="group" aria-label="{columns[0].title}s">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cells(columns: Sequence[_Column], row: Sequence[object]) -> Iterator[str]:
    """The first cell of a row is its header."""
    for place, (column, value) in enumerate(zip(columns, row, strict=True)):
        tag, scope = ("td", "") if place else ("th", ' scope="row"')
        yield f'<{tag}{scope} class="{column.kind}">{_text(value)}</{tag}>'


def _regions(shown: str, regions: Sequence[str]) -> _Html:
    """The region that is shown, and links to the others."""
    links = (f'<a href="/?region={_text(each)}">{_text(each)}</a>' for each in regions)
    others = (link for link, each in zip(links, regions, strict=True) if each != shown)
    return _Html(" ".join([_text(shown), *others]))


def _fact(name: str, value: object) -> str:
    return f"<div><dt>{name}</dt><dd>{_text(value)}</dd></div>"


def _named(name: str, identifier: str = "") -> _Html:
    under = f'<span class="id">{_text(identifier)}</span>' if identifier else ""
    return _Html(f"{_text(name)}{under}")


def _badge(text: str) -> _Html:
    colour = _COLOURS.get(text, "")
    return _Html(f'<span class="badge {colour}">{_text(text)}</span>' if text else "")


def _together(parts: Iterable[_Html]) -> _Html:
    return _Html(" ".join(parts))


def _time(moment: datetime) -> _Html:
    return _Html(f'<time datetime="{moment.isoformat()}">{moment:%Y-%m-%d %H:%M:%S}</time>')


def _short(text: str) -> str:
    return text if len(text) <= SHOWN_CHARACTERS else f"{text[: SHOWN_CHARACTERS - 1]}…"


def _text(value: object) -> str:
    if isinstance(value, _Html):
        return value
    return escape(f"{value:,}" if isinstance(value, int) else str(value))
