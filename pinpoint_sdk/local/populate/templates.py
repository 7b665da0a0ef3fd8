"""Message templates and their versions, and recommenders."""

from __future__ import annotations

from collections.abc import Mapping

from pinpoint_sdk.local.messages.rendering import parse_substitutions
from pinpoint_sdk.local.populate.restoring import Restoring, oldest_first
from pinpoint_sdk.local.populate.saved import ACCOUNT, Kept
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import MessageTemplate, Resource


def restore_templates(restoring: Restoring) -> dict[str, MessageTemplate]:
    """The templates by name and type, oldest first.

    The active version is the one that ListTemplates shows, or else the latest one.
    """
    by_name = restoring.saved.versions(ACCOUNT, "templates")
    listings = _listings(restoring)
    found: dict[str, MessageTemplate] = {}
    for latest in oldest_first(versions[max(versions)] for versions in by_name.values()):
        name = f"{latest.document['TemplateName']}/{latest.document['TemplateType']}"
        if name in restoring.account.templates:
            problem = latest.place.refusal(f"the template {name} exists already")
            restoring.problems.append(str(problem))
        found[name] = _template(restoring, by_name[name], listings.pop(name, {}))
    for name, listed in listings.items():
        place = next(iter(listed.values())).place
        why = "listings have no content; save the answers of get_..._template as well"
        restoring.leave_out(place, f"the template {name}", why)
    return found


def restore_recommenders(restoring: Restoring) -> dict[str, Resource]:
    """The recommenders, oldest first."""
    found: dict[str, Resource] = {}
    for kept in oldest_first(restoring.saved.of(ACCOUNT, "recommenders").values()):
        document = restoring.dated(kept.document)
        if document["Id"] in restoring.account.recommenders:
            problem = kept.place.refusal(f"the recommender {document['Id']} exists already")
            restoring.problems.append(str(problem))
        found[document["Id"]] = Resource(restoring.position(), document)
    return found


def _listings(restoring: Restoring) -> dict[str, dict[int, Kept]]:
    """What listings say of the versions of templates, by name and number."""
    found: dict[str, dict[int, Kept]] = {}
    for kept in restoring.saved.of(ACCOUNT, "template listings").values():
        name = f"{kept.document['TemplateName']}/{kept.document.get('TemplateType', '')}"
        version = int(kept.document["Version"])
        versions = found.setdefault(name, {})
        if version not in versions or "Arn" in kept.document:
            versions[version] = kept
    return found


def _template(
    restoring: Restoring, versions: Mapping[int, Kept], listed: Mapping[int, Kept]
) -> MessageTemplate:
    tags: dict[str, str] = {}
    documents: dict[str, JSON] = {}
    for number in sorted(versions):
        kept = versions[number]
        document = restoring.dated(kept.document)
        name, template_type = document["TemplateName"], document["TemplateType"]
        tags = document.pop("tags", tags)
        arn = restoring.account.arn(f"templates/{name}/{template_type}")
        documents[str(number)] = {"Arn": arn, **document}
        try:
            parse_substitutions(document.get("DefaultSubstitutions"))
        except ValueError:
            message = "DefaultSubstitutions must be the text of a JSON object"
            restoring.problems.append(str(kept.place.refusal(message)))
    for number, kept in listed.items():
        if number not in versions:
            why = "listings have no content; save it with version= as well"
            restoring.leave_out(kept.place, f"version {number} of a template", why)
    active = next((number for number, kept in listed.items() if "Arn" in kept.document), 0)
    return MessageTemplate(
        position=restoring.position(),
        versions=documents,
        active=str(active if active in versions else max(versions)),
        newest=max([*versions, *listed]),
        tags=tags,
    )
