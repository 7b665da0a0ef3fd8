"""What was saved of each project: every thing once, whichever answers held it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from datetime import datetime
from typing import Any, TypeAlias, cast

from attrs import Factory, define, frozen

from pinpoint_sdk.local.populate.answers import KINDS, PLATFORMS, TEMPLATE_TYPES, Answer
from pinpoint_sdk.local.populate.places import Place, collecting
from pinpoint_sdk.local.populate.report import LeftOut
from pinpoint_sdk.local.protocol.arns import parse_arn
from pinpoint_sdk.local.protocol.bodies import Path
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.times.dates import checked_date, parse_date

Key: TypeAlias = tuple[str | int, ...]

ACCOUNT = ""
"""Takes the place of a project's id for what is in no project."""

MOST_VERSIONS = 100_000
"""The highest version that a document may have: there is a place for each one below it."""

_OUTSIDE_OF_PROJECTS = frozenset({"templates", "template listings", "recommenders", "tags"})
_WITH_ID = frozenset(
    {
        "projects",
        "endpoints",
        "segments",
        "campaigns",
        "campaign activities",
        "journeys",
        "jobs",
        "recommenders",
    }
)
_VERSIONED = frozenset({"segments", "campaigns"})
_DATES = (
    "CreationDate",
    "LastModifiedDate",
    "EffectiveDate",
    "CompletionDate",
    "ScheduledStart",
    "Start",
    "End",
)
_LAST_CHANGED: Mapping[str, str] = {
    "endpoints": "EffectiveDate",
    "jobs": "CompletionDate",
    "campaign activities": "End",
}
"""The member that says which of two documents of a thing is the later one."""

_RESOURCES: Mapping[str, str] = {
    "projects": "apps/{Id}",
    "segments": "apps/{ApplicationId}/segments/{Id}",
    "campaigns": "apps/{ApplicationId}/campaigns/{Id}",
    "templates": "templates/{TemplateName}/{TemplateType}",
}
"""How the ARNs of things end."""


@frozen
class Kept:
    """A document and where it was, or the first of the places that had a part of it."""

    document: JSON
    place: Place


@define
class Saved:
    """Everything by project, kind and key; the order is that of the first appearance.

    Args:
        application_id: The project of documents that name none.
    """

    application_id: str | None
    problems: list[str]
    older: Counter[tuple[str, str]] = Factory(Counter[tuple[str, str]])
    """How many documents, by file and kind, another one has as they were later."""
    members: dict[str, dict[str, None]] = Factory(dict[str, dict[str, None]])
    """The ids of the endpoints in the folder of each imported segment, by the segment's id."""
    shelves: dict[str, dict[str, dict[Key, Kept]]] = Factory(
        lambda: defaultdict[str, dict[str, dict[Key, Kept]]](lambda: defaultdict(dict))
    )

    def add_all(self, answers: Iterable[Answer], known: Set[str]) -> None:
        """Sort answers into their projects.

        Args:
            answers: The answers, in any order.
            known: The ids of the projects that the service has.
        """
        sound = [each for each in answers if self._is_sound(each)]
        named = {project for each in sound if (project := _named_project(each))} | known
        self.members = {
            each.document["Id"]: {}
            for each in sound
            if each.document.get("SegmentType") == "IMPORT"
        }
        for answer in sound:
            with collecting(self.problems):
                self._add(answer, named)

    def of(self, project_id: str, kind: str) -> dict[Key, Kept]:
        """The things of a kind in a project."""
        return self.shelves[project_id][kind]

    def versions(self, project_id: str, kind: str) -> dict[str, dict[int, Kept]]:
        """The versions of each thing with versions, by its id and their numbers."""
        found: dict[str, dict[int, Kept]] = {}
        for (thing, version), kept in self.of(project_id, kind).items():
            found.setdefault(str(thing), {})[int(version)] = kept
        return found

    def left_out(self) -> list[LeftOut]:
        """The documents that are not the latest of their things."""
        why = "other documents have the same as it was later"
        return [
            LeftOut(origin, f"{kind}: {number}", why)
            for (origin, kind), number in self.older.items()
        ]

    @property
    def project_ids(self) -> list[str]:
        """The projects that something is in."""
        return [each for each in self.shelves if each != ACCOUNT]

    def _is_sound(self, answer: Answer) -> bool:
        with collecting(self.problems):
            _check_identity(answer)
            return True
        return False

    def _add(self, answer: Answer, named: Set[str]) -> None:
        kind, document, place = KINDS[answer.shape], answer.document, answer.place
        project_id = ACCOUNT
        if kind not in _OUTSIDE_OF_PROJECTS:
            project_id = _named_project(answer) or self._project_by_place(place, named)
            if kind != "projects":
                document = {**document, "ApplicationId": project_id}
        if kind == "endpoints":
            for folder in self.members.keys() & place.folders:
                self.members[folder][document["Id"]] = None
        shelf = self.of(project_id, kind)
        key = _key(answer, len(shelf))
        former = shelf.get(key)
        kept = Kept(document, place)
        shelf[key] = kept if former is None else self._merged(kind, former, kept)

    def _project_by_place(self, place: Place, named: Set[str]) -> str:
        found = next((each for each in place.folders if each in named), self.application_id)
        if not found:
            raise place.refusal(
                "ApplicationId is missing, and no folder around the file has the id of a project"
                " for its name; pass application_id="
            )
        return found

    def _merged(self, kind: str, former: Kept, new: Kept) -> Kept:
        """Of two documents of a thing the later one; of the same date, all that both say."""
        dates = [_last_changed(kind, each.document) for each in (former, new)]
        if dates[0] != dates[1]:
            older, newer = (former, new) if _is_later(dates[1], dates[0]) else (new, former)
            self.older[older.place.origin, kind] += 1
            return newer
        path, one, other = _difference(former.document, new.document)
        if path:
            raise new.place.at(*path).refusal(
                f"{_short(other)}, and {_short(one)} in {former.place}, which has the same"
                f" {_name_of(kind)}; leave out one of the two"
            )
        return Kept({**new.document, **former.document}, former.place)


def _named_project(answer: Answer) -> str | None:
    """The project that a document itself names."""
    document = answer.document
    if KINDS[answer.shape] == "projects":
        return str(document["Id"])
    if KINDS[answer.shape] in _OUTSIDE_OF_PROJECTS:
        return None
    return document.get("ApplicationId") or None


def _key(answer: Answer, number: int) -> Key:
    document, kind = answer.document, KINDS[answer.shape]
    if kind == "channels":
        return (document["Platform"],)
    if kind == "templates":
        return f"{document['TemplateName']}/{document['TemplateType']}", int(document["Version"])
    if kind in ("template listings", "tags"):
        return (number,)
    if kind in _VERSIONED:
        return document["Id"], document["Version"]
    return (document["Id"],) if kind in _WITH_ID - {"projects"} else ()


def _check_identity(answer: Answer) -> None:
    """Fill in what says which thing a document is about, and check that it says one.

    Raises:
        Refused: It does not say, or contradicts itself.
    """
    document, place, kind = answer.document, answer.place, KINDS[answer.shape]
    if kind in _WITH_ID and not document.get("Id"):
        raise place.refusal("Id is required")
    for shapes, member in ((PLATFORMS, "Platform"), (TEMPLATE_TYPES, "TemplateType")):
        if answer.shape in shapes:
            _settle(answer, member, shapes[answer.shape])
    if kind == "jobs":
        _settle(answer, "Type", answer.shape.removesuffix("JobResponse").upper())
    if kind in _VERSIONED and not 1 <= document.setdefault("Version", 1) <= MOST_VERSIONS:
        raise place.refusal(f"Version must be from 1 to {MOST_VERSIONS}, got {document['Version']}")
    if kind in ("templates", "template listings"):
        _check_template_version(answer)
    for member in _DATES:
        if not document.get(member, True):
            del document[member]
        elif member in document:
            try:
                checked_date(member, document[member])
            except BadRequest as refusal:
                raise place.refusal(refusal.message) from refusal
    _check_arn(answer)


def _settle(answer: Answer, member: str, expected: str) -> None:
    if answer.document.setdefault(member, expected) != expected:
        raise answer.place.refusal(
            f"{member} is {_short(answer.document[member])} in the answer of {expected}"
        )


def _check_template_version(answer: Answer) -> None:
    version: str = answer.document.setdefault("Version", "1")
    if not (version.isascii() and version.isdecimal() and len(version) < 10 and int(version)):
        raise answer.place.refusal(f"Version must be a whole number above 0, got {version!r}")
    answer.document["Version"] = str(int(version))
    if not answer.document["TemplateName"]:
        raise answer.place.refusal("TemplateName is required")


def _check_arn(answer: Answer) -> None:
    document, kind = answer.document, KINDS[answer.shape]
    text: str | None = document.get("Arn")
    if text is None or kind not in _RESOURCES:
        return
    arn = parse_arn(text)
    resource = arn.resource if arn is not None else ""
    if kind in _VERSIONED and not document.get("ApplicationId"):
        document["ApplicationId"] = "".join(resource.split("/")[1:2])
    expected = _RESOURCES[kind].format_map(document)
    if resource != expected:
        raise answer.place.refusal(
            f"Arn is {text!r}, and by the other members its end must be {expected}"
        )


def _last_changed(kind: str, document: JSON) -> datetime | None:
    text = document.get(_LAST_CHANGED.get(kind, "LastModifiedDate"))
    return parse_date(text) if text else None


def _is_later(one: datetime | None, other: datetime | None) -> bool:
    return other is None or (one is not None and one > other)


def _difference(one: object, other: object) -> tuple[Path, object, object]:
    """The first place inside of two different values where they differ, and what is there."""
    for key in _common_keys(one, other):
        left, right = cast("Any", one)[key], cast("Any", other)[key]
        if left != right:
            path, there, here = _difference(left, right)
            return (key, *path), there, here
    return (), one, other


def _common_keys(one: object, other: object) -> Iterable[str | int]:
    if isinstance(one, dict) and isinstance(other, dict):
        return sorted(cast("JSON", one).keys() & cast("JSON", other).keys())
    if isinstance(one, list) and isinstance(other, list):
        return range(min(len(cast("list[object]", one)), len(cast("list[object]", other))))
    return ()


def _name_of(kind: str) -> str:
    return {"campaign activities": "campaign activity", "settings": "settings"}.get(
        kind, kind.removesuffix("s")
    )


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
