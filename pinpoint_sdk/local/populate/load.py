"""Loading what was saved from AWS into an account: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256

from pinpoint_sdk.local.engine.call import Context
from pinpoint_sdk.local.operations.tags import find_tagged, set_tags
from pinpoint_sdk.local.populate.answers import Answers
from pinpoint_sdk.local.populate.projects import restore_project
from pinpoint_sdk.local.populate.report import Populated
from pinpoint_sdk.local.populate.restoring import Restoring
from pinpoint_sdk.local.populate.saved import ACCOUNT, Saved
from pinpoint_sdk.local.populate.sources import Source, Sources
from pinpoint_sdk.local.populate.templates import restore_recommenders, restore_templates
from pinpoint_sdk.local.protocol.arns import parse_arn
from pinpoint_sdk.local.state.account import Project
from pinpoint_sdk.local.state.ids import Ids
from pinpoint_sdk.local.times.dates import parse_date

_PROBLEMS_SHOWN = 10


def read_sources(sources: Iterable[Source], limit: int) -> Answers:
    """Read everything that is to be loaded.

    Args:
        sources: Files, folders, documents.
        limit: How many bytes they may have together.

    Raises:
        TypeError: A source is of another type.
        OSError: A file cannot be read.
    """
    answers = Answers()
    reader = Sources(limit, answers.problems, answers.left_out)
    for document in reader.documents(sources):
        answers.add(document.value, document.place)
    return answers


def load(context: Context, answers: Answers, application_id: str | None) -> Populated:
    """Load answers into the account, all of them or none.

    Args:
        context: The account and the time.
        answers: What was read.
        application_id: The project of documents that name none.

    Raises:
        ValueError: A document could not be read, or cannot be loaded; nothing was.
    """
    account = context.account
    saved = Saved(application_id, answers.problems)
    saved.add_all(answers.found, account.projects.keys())
    restoring = Restoring(context, saved, answers.problems, [*answers.left_out, *saved.left_out()])
    projects = _restore_projects(restoring)
    templates, recommenders = restore_templates(restoring), restore_recommenders(restoring)
    if restoring.problems:
        raise ValueError(_message(restoring.problems))
    account.projects.update(projects)
    account.templates.update(templates)
    account.recommenders.update(recommenders)
    account.ids = _new_ids(account.ids, saved)
    for schedule in restoring.afterwards:
        schedule()
    counts = _counts(projects.values())
    counts.update(templates=len(templates), recommenders=len(recommenders), tags=_tag(restoring))
    return Populated({kind: each for kind, each in counts.items() if each}, (*restoring.left_out,))


def _restore_projects(restoring: Restoring) -> dict[str, Project]:
    """The projects by id, oldest first."""
    ids = restoring.saved.project_ids
    restoring.problems += [
        f"the project {each} exists already: populate a service that does not have it, and with"
        " everything of a project at once"
        for each in ids
        if each in restoring.account.projects
    ]
    projects = [restore_project(restoring, each) for each in ids]
    projects.sort(key=lambda project: parse_date(project.document["CreationDate"]))
    for project in projects:
        project.position = restoring.position()
    return {project.id: project for project in projects}


def _new_ids(former: Ids, saved: Saved) -> Ids:
    """Ids that do not come again where what was saved has ids of an embedded service's seed."""
    keys = sorted(
        f"{project}/{kind}/{key}"
        for project, kinds in saved.shelves.items()
        for kind, things in kinds.items()
        for key in things
    )
    digest = sha256("\n".join([former.resource_id(), *keys]).encode("utf-8", "surrogatepass"))
    return Ids(int.from_bytes(digest.digest(), "big"))


def _tag(restoring: Restoring) -> int:
    """Give resources the tags of ListTagsForResource; returns how many got some."""
    tagged = 0
    for kept in restoring.saved.of(ACCOUNT, "tags").values():
        arn = parse_arn(str(kept.document.get("ResourceArn", "")))
        resource = find_tagged(restoring.account, arn.resource) if arn else None
        if resource is None:
            why = 'it is not known of what; {"ResourceArn": ..., "TagsModel": ...} would say it'
            if arn is not None:
                why = f"there is no {arn.resource}"
            restoring.leave_out(kept.place, "tags", why)
        else:
            set_tags(resource, kept.document["tags"])
            tagged += 1
    return tagged


def _counts(projects: Collection[Project]) -> dict[str, int]:
    return {
        "projects": len(projects),
        "settings": sum(each.settings is not None for each in projects),
        "channels": sum(len(each.channels) for each in projects),
        "event streams": sum(each.event_stream is not None for each in projects),
        "endpoints": sum(len(each.endpoints.all()) for each in projects),
        "segments": sum(len(each.segments) for each in projects),
        "campaigns": sum(len(each.campaigns) for each in projects),
        "campaign activities": sum(
            len(campaign.runs) for each in projects for campaign in each.campaigns.values()
        ),
        "journeys": sum(len(each.journeys) for each in projects),
        "jobs": sum(len(each.jobs) for each in projects),
    }


def _message(problems: Sequence[str]) -> str:
    shown = [*problems[:_PROBLEMS_SHOWN]]
    if len(problems) > len(shown):
        shown.append(f"and {len(problems) - len(shown)} more")
    return "\n".join(["nothing was loaded, for what cannot be:", *shown])
