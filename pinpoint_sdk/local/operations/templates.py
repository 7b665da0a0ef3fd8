"""Message templates: a table of template types, four handlers shared by all, and the listings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import Any, cast

from attrs import Factory, define

from pinpoint_sdk.local.engine.call import Call, found
from pinpoint_sdk.local.engine.checks import check_tags
from pinpoint_sdk.local.engine.registry import operation
from pinpoint_sdk.local.messages.rendering import parse_substitutions
from pinpoint_sdk.local.operations.pagination import page
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.state.account import MessageTemplate

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,127}")


@define(frozen=True)
class TemplateKind:
    """A type of template.

    ``name`` is the one in its operations (CreateSmsTemplate), ``type`` the TemplateType.
    ``characters`` is the greatest total length of the texts in a member, ``entries`` the greatest
    length of a list.
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
    """Create a template; its version 1 is active until another one is made active.

    A name that a template of the type has already is a 400. Whether the RecommenderId exists is
    not checked.
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
    arn = account.arn(f"templates/{name}/{kind.type}")
    document = _document(kind, call, "1", call.date, arn)
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
    return found(_template(call, kind.type).version(call.query_value("Version")))


def update_template(kind: TemplateKind, call: Call) -> JSON:
    """Overwrite the latest version as a whole, or add one that is not active yet.

    A version that is not the latest is a 400, and so is naming one for a new version. Tags are
    ignored: since 2023 the service accepts them only on create and from TagResource.
    """
    template = _template(call, kind.type)
    version = _sent_version(call, template)
    is_new = _read_flag(call, "CreateNewVersion")
    if version is not None and is_new:
        raise BadRequest("version cannot be combined with create-new-version")
    if version not in (None, template.latest):
        raise BadRequest(f"Only the latest version can be updated, {template.latest}")
    _check_content(kind, call.body)
    if is_new:
        _add_version(kind, call, template)
    else:
        latest = template.latest
        former = template.versions[latest]
        template.versions[latest] = _document(
            kind, call, latest, former["CreationDate"], former["Arn"]
        )
    return _accepted(call)


def delete_template(kind: TemplateKind, call: Call) -> JSON:
    """Delete a template with all its versions, or one version.

    With its last version a template is deleted, too. If the active version is deleted, the latest
    of the others becomes active.
    """
    template = _template(call, kind.type)
    version = _sent_version(call, template)
    if version is None or len(template.versions) == 1:
        del call.account.templates[_key(call, kind.type)]
        return _accepted(call)
    del template.versions[version]
    if template.active == version:
        template.active = template.latest
    return _accepted(call)


@operation("UpdateTemplateActiveVersion")
def update_template_active_version(call: Call) -> JSON:
    """Make a version the active one; ``latest`` means the latest one now."""
    template = _template(call, _type(call))
    version = call.body.get("Version")
    if not version:
        raise BadRequest("Version is required: latest, or the number of a version")
    if version == "latest":
        version = template.latest
    found(template.versions.get(version))
    template.active = version
    return _accepted(call)


@operation("ListTemplates")
def list_templates(call: Call) -> JSON:
    """The templates in their active versions, oldest template first."""
    wanted, prefix = call.query_value("TemplateType"), call.query_value("Prefix") or ""
    if wanted is not None:
        _check_type(wanted)
    listed: list[MessageTemplate] = []
    for key, template in call.account.templates.items():
        name, _, template_type = key.partition("/")
        if name.startswith(prefix) and wanted in (None, template_type):
            listed.append(template)
    return page(call, listed, attrgetter("position"), _in_use)


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
    return found(call.account.templates.get(_key(call, template_type)))


def _sent_version(call: Call, template: MessageTemplate) -> str | None:
    version = call.query_value("Version")
    if version is not None:
        found(template.versions.get(version))
    return version


def _add_version(kind: TemplateKind, call: Call, template: MessageTemplate) -> None:
    limit = call.account.quotas.versions_per_template
    if len(template.versions) >= limit:
        raise BadRequest(f"A template has at most {limit} versions")
    arn: str = template.versions[template.latest]["Arn"]
    template.newest += 1
    version = str(template.newest)
    template.versions[version] = _document(kind, call, version, call.date, arn)


def _document(kind: TemplateKind, call: Call, version: str, created: str, arn: str) -> JSON:
    document: JSON = {
        **call.body,
        "Arn": arn,
        "CreationDate": created,
        "LastModifiedDate": call.date,
        "TemplateName": call.path["TemplateName"],
        "TemplateType": kind.type,
        "Version": version,
    }
    document.pop("tags", None)
    return document


def _check_content(kind: TemplateKind, content: JSON) -> None:
    try:
        parse_substitutions(content.get("DefaultSubstitutions"))
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
    """The total length of the texts in a value."""
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
