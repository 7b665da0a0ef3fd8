"""Saved state of an older release, as this one keeps it."""

from __future__ import annotations

from typing import Any

from pinpoint_sdk.local.protocol.types import JSON

_TASKS = {
    "campaign": "campaign.start",
    "campaign run": "campaign.step",
    "journey.go-on": "journey.step",
    "import_endpoints": "job.import",
    "export_endpoints": "job.export",
}


def migrate(snapshot: JSON, version: int) -> None:
    """Change the document of a snapshot of an older version in place.

    A damaged document may raise any exception.
    """
    for older, change in ((1, _from_version_1), (2, _from_version_2)):
        if version <= older:
            change(snapshot)


def _from_version_1(snapshot: JSON) -> None:
    """Release 0.4.0.

    The runs of a campaign were a list, which of them were open was not saved, and
    tasks and several members had other names.
    """
    account = snapshot["account"]
    _rename(account, agenda="scheduler")
    _rename(account["scheduler"], dues="tasks")
    for task in account["scheduler"]["tasks"]:
        _rename(task, task="name")
        task["name"] = _TASKS.get(task["name"], task["name"])
    for project in account["projects"].values():
        _rename(project, reached="deliveries")
        _rename(project["deliveries"], counted="indexed", places="positions")
        for campaign in project["campaigns"].values():
            _migrate_campaign(campaign)
        for journey in project["journeys"].values():
            _rename(journey, pace="window")
            _rename(journey["window"], sent="used")


def _from_version_2(snapshot: JSON) -> None:
    """Release 0.5.0: a service had one account, for one region, and the inbox was a part of it."""
    account = snapshot.pop("account")
    snapshot["inbox"] = account.pop("inbox")
    snapshot["region_name"] = account["region"]
    snapshot["accounts"] = {account["region"]: account}


def _migrate_campaign(campaign: JSON) -> None:
    _rename(campaign, begun="started_treatments", cut_off="cancelled_treatments", paces="windows")
    for window in campaign["windows"].values():
        _rename(window, sent="used")
    for run in campaign["runs"]:
        _rename(run, next_look="next_collection", waves="batches", told="notified")
    campaign["runs"] = {run["activity"]["Id"]: run for run in campaign["runs"]}
    campaign["open_run_ids"] = [
        run_id
        for run_id, run in campaign["runs"].items()
        if run["activity"]["State"] in ("RUNNING", "PAUSED")
    ]


def _rename(document: dict[str, Any], **names: str) -> None:
    for old, new in names.items():
        document[new] = document.pop(old)
