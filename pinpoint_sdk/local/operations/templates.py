"""Message templates: one row of a table a type, four functions for all, and what lists them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import Any, cast

from attrs import Factory, define

from pinpoint_sdk.local.call import Call
from pinpoint_sdk.local.faults import BadRequest, resource_not_found
from pinpoint_sdk.local.messages.rendering import read_substitutions
from pinpoint_sdk.local.operations.registry import operation
from pinpoint_sdk.local.paging import page
from pinpoint_sdk.local.quotas import check_tags
from pinpoint_sdk.local.state import MessageTemplate
from pinpoint_sdk.local.wire import JSON

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,127}")


@define(frozen=True)
class TemplateKind:
    """A type of template.

    ``name`` is the one in its operations (CreateSmsTemplate), ``type`` the TemplateType.
    ``characters`` says how long the texts in a member are together at most, ``entries`` how many
    a list has.
    """

    name: str
    type: str
    characters: Mapping[str, int]
    entries: Mapping[str, int] = Factory(dict[str, int])


TEMPLATES = (
    TemplateKind("Email", "EMAIL", {"HtmlPart": 600_000, "TextPart": 600_000}, {"Headers": 15}),
    TemplateKind("InApp", "INAPP", {"Content": 200_000}, {"Content": 5}),
    TemplateKind(
        "Push",
        "PUSH",
        {"ADM": 6_000, "APNS": 4_000, "Baidu": 4_000, "Default": 4_000, "GCM": 4_000},
    ),
    TemplateKind("Sms", "SMS", {"Body": 1_600}),
    TemplateKind("Voice", "VOICE", {"Body": 10_000}),
)
_TYPES = tuple(kind.type for kind in TEMPLATES)


def create_template(kind: TemplateKind, call: Call) -> JSON:
    """Create a template; its version 1 is the active one until another is made so.

    A name may be used once for each type; a second time is a 400. Whether RecommenderId names
    something is not checked.
    """
    account, name = call.account, call.path["TemplateName"]
    if not _NAME.fullmatch(name):
        raise BadRequest(
            "TemplateName has 1 to 128 letters, digits, hyphens and underscores, "
            "and starts with a letter or a digit"
        )
    tags = call.body.get("tags", {})
    check_tags(tags, account.quotas)
    _check_content(kind, call.body)
    key = f"{name}/{kind.type}"
    if key in account.templates:
        raise BadRequest(f"The {kind.type} template {name!r} exists already")
    if len(account.templates) >= account.quotas.templates:
        raise BadRequest(f"An account has at most {account.quotas.templates} templates")
    document = _document(kind, call, "1", call.date)
    account.templates[key] = MessageTemplate(
        position=account.next_position(),
        versions={"1": document},
        active="1",
        newest=1,
        tags=tags,
    )
    return {"Arn": document["Arn"], "Message": "Created", "RequestID": call.request_id}


def get_template(kind: TemplateKind, call: Call) -> JSON:
    """One version of a template, by default the active one."""
    document = _template(call, kind.type).version(call.query_value("Version"))
    if document is None:
        raise resource_not_found()
    return document


def update_template(kind: TemplateKind, call: Call) -> JSON:
    """Overwrite the latest version whole, or add one to it that is not active yet.

    A version that is not the latest is a 400, and so is naming one for a new version. Tags are
    looked past: since 2023 the service takes them only on create and from TagResource.
    """
    template = _template(call, kind.type)
    version = call.query_value("Version")
    if version is not None and version not in template.versions:
        raise resource_not_found()
    is_new = _read_flag(call, "CreateNewVersion")
    if version is not None and is_new:
        raise BadRequest("With create-new-version, version is not given")
    if version not in (None, template.latest):
        raise BadRequest(f"Only the latest version can be updated, {template.latest}")
    _check_content(kind, call.body)
    if is_new:
        _add_version(kind, call, template)
    else:
        latest = template.latest
        created = template.versions[latest]["CreationDate"]
        template.versions[latest] = _document(kind, call, latest, created)
    return _accepted(call)


def delete_template(kind: TemplateKind, call: Call) -> JSON:
    """Delete a template with all its versions, or one version.

    With its last version a template is gone. Where the active version is deleted, the latest of
    the others becomes active.
    """
    template = _template(call, kind.type)
    version = call.query_value("Version")
    if version is not None and version not in template.versions:
        raise resource_not_found()
    if version is None or len(template.versions) == 1:
        del call.account.templates[_key(call, kind.type)]
        return _accepted(call)
    del template.versions[version]
    if template.active == version:
        template.active = template.latest
    return _accepted(call)


@operation("UpdateTemplateActiveVersion")
def update_template_active_version(call: Call) -> JSON:
    """Make a version the active one; ``latest`` means the one that is the latest now."""
    template = _template(call, _type(call))
    version = call.body.get("Version")
    if not version:
        raise BadRequest("Version is required: latest, or the number of a version")
    if version == "latest":
        version = template.latest
    if version not in template.versions:
        raise resource_not_found()
    template.active = version
    return _accepted(call)


@operation("ListTemplates")
def list_templates(call: Call) -> JSON:
    """The templates in their active versions, oldest template first."""
    wanted, prefix = call.query_value("TemplateType"), call.query_value("Prefix") or ""
    if wanted is not None:
        _check_type(wanted)
    found: list[MessageTemplate] = []
    for key, template in call.account.templates.items():
        name, _, template_type = key.partition("/")
        if name.startswith(prefix) and wanted in (None, template_type):
            found.append(template)
    return page(call, found, attrgetter("position"), _in_use)


def _in_use(template: MessageTemplate) -> JSON:
    document = template.version()
    assert document is not None, "some version is always active"
    return document


@operation("ListTemplateVersions")
def list_template_versions(call: Call) -> JSON:
    """The versions of a template, newest first."""
    versions = [*_template(call, _type(call)).versions.values()][::-1]
    listed = page(call, versions, _newest_first, dict[str, Any])
    return {**listed, "Message": "Success", "RequestID": call.request_id}


def _newest_first(document: JSON) -> int:
    return -int(document["Version"])


def _type(call: Call) -> str:
    return _check_type(call.path["TemplateType"])


def _check_type(template_type: str) -> str:
    if template_type not in _TYPES:
        raise BadRequest(f"template-type: {template_type!r} is not one of {', '.join(_TYPES)}")
    return template_type


def _key(call: Call, template_type: str) -> str:
    return f"{call.path['TemplateName']}/{template_type}"


def _template(call: Call, template_type: str) -> MessageTemplate:
    template = call.account.templates.get(_key(call, template_type))
    if template is None:
        raise resource_not_found()
    return template


def _add_version(kind: TemplateKind, call: Call, template: MessageTemplate) -> None:
    most = call.account.quotas.versions_per_template
    if len(template.versions) >= most:
        raise BadRequest(f"A template has at most {most} versions")
    template.newest += 1
    version = str(template.newest)
    template.versions[version] = _document(kind, call, version, call.date)


def _document(kind: TemplateKind, call: Call, version: str, created: str) -> JSON:
    name = call.path["TemplateName"]
    document: JSON = {
        **call.body,
        "Arn": call.account.arn(f"templates/{name}/{kind.type}"),
        "CreationDate": created,
        "LastModifiedDate": call.date,
        "TemplateName": name,
        "TemplateType": kind.type,
        "Version": version,
    }
    document.pop("tags", None)
    return document


def _check_content(kind: TemplateKind, content: JSON) -> None:
    try:
        read_substitutions(content.get("DefaultSubstitutions"))
    except ValueError as error:
        raise BadRequest("DefaultSubstitutions must be the text of a JSON object") from error
    for member, most in kind.entries.items():
        number = len(content.get(member, []))
        if number > most:
            raise BadRequest(f"{member}: at most {most}, got {number}")
    for member, most in kind.characters.items():
        length = _characters(content.get(member))
        if length > most:
            raise BadRequest(
                f"{member} of {kind.type} templates: at most {most} characters, got {length}"
            )


def _characters(value: Any) -> int:
    """How long the texts within a value are together."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return _characters([*cast("JSON", value).values()])
    if isinstance(value, list):
        return sum(_characters(each) for each in cast("Sequence[Any]", value))
    return 0


def _read_flag(call: Call, member: str) -> bool:
    text = call.query_value(member)
    if text not in (None, "true", "false"):
        raise BadRequest(f"{member} must be true or false")
    return text == "true"


def _accepted(call: Call) -> JSON:
    return {"Message": "Accepted", "RequestID": call.request_id}


_VERBS: Mapping[str, Callable[[TemplateKind, Call], JSON]] = {
    "Create": create_template,
    "Get": get_template,
    "Update": update_template,
    "Delete": delete_template,
}

for _kind in TEMPLATES:
    for _verb, _handler in _VERBS.items():
        operation(f"{_verb}{_kind.name}Template")(partial(_handler, _kind))
