"""Journeys, their runs, their participants and their tasks."""

from __future__ import annotations

from pinpoint_sdk.local.integrity.documents import check_document, check_part
from pinpoint_sdk.local.integrity.problems import expect, expect_known, inside
from pinpoint_sdk.local.integrity.versions import check_identity, check_listing
from pinpoint_sdk.local.journeys.check import check_journey, check_to_run
from pinpoint_sdk.local.state.account import Account, Project
from pinpoint_sdk.local.state.journeys import Journey

_ALWAYS = ("Activities", "CreationDate", "LastModifiedDate", "Limits", "StartCondition", "State")
_RUN_STATES = ("SCHEDULED", "RUNNING", "COMPLETED", "CANCELLED")


def check_journeys(account: Account, project: Project) -> None:
    """Check the journeys of a project; the segment of one may be deleted.

    Raises:
        Invalid: A journey is not one.
    """
    for journey_id, journey in project.journeys.items():
        with inside("journeys", journey_id):
            with inside("document"):
                check_document(journey.document, "JourneyResponse", *_ALWAYS)
                check_identity(journey.document, Id=journey_id, ApplicationId=project.id)
                check_journey(journey.document, account.quotas)
                if journey.runs or journey.state not in ("DRAFT", "CANCELLED"):
                    check_to_run(journey.document)
            check_listing(account, "runs", journey.runs)
            for run_id, run in journey.runs.items():
                with inside("runs", run_id):
                    expect(run.id == run_id, "is that of another run", "id")
                    expect(run.status in _RUN_STATES, "is not a status of runs", "status")
            _check_participants(journey)
            _check_waiting(journey)


def check_run_start(project: Project, journey_id: str, run_id: str) -> None:
    """Check the task that starts a run.

    Raises:
        Invalid: There is no such run.
    """
    journey = project.journeys.get(journey_id)
    if journey is not None:
        expect_known([run_id], journey.runs, "run")


def check_wait_end(project: Project, journey_id: str, name: str) -> None:
    """Check the task that ends a wait.

    Raises:
        Invalid: Nobody waits.
    """
    journey = project.journeys.get(journey_id)
    if journey is not None:
        expect_known([name], journey.waiting, "wait")


def _check_participants(journey: Journey) -> None:
    for endpoint_id, participant in journey.participants.items():
        with inside("participants", endpoint_id):
            expect_known([participant.run_id], journey.runs, "run")
            for place, event in enumerate(participant.events):
                with inside("events", place):
                    check_part(event, "Event")


def _check_waiting(journey: Journey) -> None:
    waiting: list[str] = []
    for name, wait in journey.waiting.items():
        with inside("waiting", name):
            given = name.isascii() and name.isdecimal() and len(name) < 20
            expect(given and 1 <= int(name) <= journey.waited, "was not given yet")
            expect_known([wait.run_id], journey.runs, "run")
            expect_known([wait.activity_id], journey.document["Activities"], "activity")
            expect_known(wait.endpoint_ids, journey.participants, "participant")
            waiting += wait.endpoint_ids
    expect(len(waiting) == len(set(waiting)), "a participant waits twice", "waiting")
