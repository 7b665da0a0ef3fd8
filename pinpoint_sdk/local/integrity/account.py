"""An account: its own resources, its scheduler, and each of its projects."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from itertools import pairwise
from typing import TypeAlias

from pinpoint_sdk.local.integrity.campaigns import check_start, check_step
from pinpoint_sdk.local.integrity.documents import check_document
from pinpoint_sdk.local.integrity.journeys import check_run_start, check_wait_end
from pinpoint_sdk.local.integrity.problems import expect, expect_known, inside
from pinpoint_sdk.local.integrity.projects import check_project
from pinpoint_sdk.local.integrity.versions import check_arn, check_identity, check_listing
from pinpoint_sdk.local.messages.rendering import parse_substitutions
from pinpoint_sdk.local.state.account import Account, MessageTemplate, Project

_REGION = re.compile(r"[a-z0-9-]+")
_NUMBER = re.compile(r"[0-9]{12}")


def check_account(account: Account) -> None:
    """Check that an account is one that the service can have made.

    What it keeps is then as the service needs it: no request and no task fails for what is in it.

    Raises:
        Invalid: It is not.
    """
    with inside("accounts", account.region):
        expect(bool(_REGION.fullmatch(account.region)), "is not a region", "region")
        expect(bool(_NUMBER.fullmatch(account.number)), "is not 12 digits", "number")
        expect(account.job_duration >= timedelta(), "must not be negative", "job_duration")
        for name in ("projects", "recommenders", "templates"):
            check_listing(account, name, getattr(account, name))
        for recommender_id, recommender in account.recommenders.items():
            with inside("recommenders", recommender_id, "document"):
                check_document(recommender.document, "RecommenderConfigurationResponse")
                check_identity(recommender.document, Id=recommender_id)
        for key, template in account.templates.items():
            with inside("templates", key):
                _check_template(key, template)
        for project_id, project in account.projects.items():
            with inside("projects", project_id):
                check_project(account, project_id, project)
        with inside("scheduler", "tasks"):
            _check_tasks(account)


_SHAPES = {
    "EMAIL": "EmailTemplateResponse",
    "INAPP": "InAppTemplateResponse",
    "PUSH": "PushNotificationTemplateResponse",
    "SMS": "SMSTemplateResponse",
    "VOICE": "VoiceTemplateResponse",
}


def _check_template(key: str, template: MessageTemplate) -> None:
    name, _, template_type = key.partition("/")
    expect(template_type in _SHAPES, f"the type is not one of {', '.join(_SHAPES)}")
    expect(template.active in template.versions, "is not a version", "active")
    last = 0
    for version, document in template.versions.items():
        with inside("versions", version):
            known = version.isascii() and version.isdecimal() and len(version) < 20
            expect(known and last < int(version) <= template.newest, "is not in order")
            last = int(version)
            check_document(document, _SHAPES[template_type])
            check_identity(
                document,
                TemplateName=name,
                TemplateType=template_type,
                Version=version,
            )
            check_arn(document, f"templates/{key}")
            with inside("DefaultSubstitutions"):
                parse_substitutions(document.get("DefaultSubstitutions"))


_TaskCheck: TypeAlias = Callable[..., None]
"""Takes the project of a task and the other ids of its key."""


def _check_job_task(kind: str, project: Project, job_id: str) -> None:
    jobs = [each for each, job in project.jobs.items() if job.document["Type"] == kind]
    expect_known([job_id], jobs, "job")


def _check_close(_: Project, __: str) -> None:
    """A journey that was deleted or has ended is not closed again."""


TASK_CHECKS: Mapping[str, tuple[int, _TaskCheck]] = {
    "campaign.start": (3, check_start),
    "campaign.step": (3, check_step),
    "job.export": (2, partial(_check_job_task, "EXPORT")),
    "job.import": (2, partial(_check_job_task, "IMPORT")),
    "journey.close": (2, _check_close),
    "journey.start": (3, check_run_start),
    "journey.step": (3, check_wait_end),
}
"""How many ids the key of each task has, and how to check them."""


def _check_tasks(account: Account) -> None:
    """What a task is about may be gone by then, but nothing is to happen to it twice."""
    tasks = account.scheduler.tasks
    for place, task in enumerate(tasks):
        with inside(place):
            expect(task.name in TASK_CHECKS, f"{task.name!r} is not a task", "name")
            number, check = TASK_CHECKS[task.name]
            expect(len(task.key) == number, f"expected {number} ids", "key")
            expect(task.position <= account.scheduler.added, "was not given yet", "position")
            project = account.projects.get(task.key[0])
            if project is not None:
                check(project, *task.key[1:])
    expect(all(one <= other for one, other in pairwise(tasks)), "they are not in order")
    expect(len({(task.name, task.key) for task in tasks}) == len(tasks), "one is there twice")
