"""The treatments of a campaign, read from its document."""

from __future__ import annotations

from attrs import define

from pinpoint_sdk.local.protocol.types import JSON

DEFAULT_TREATMENT = "0"
"""The id that stands for the campaign's own message."""


@define(frozen=True)
class Treatment:
    """One variation of a campaign: what is sent, when, and to which of the 100 buckets."""

    id: str
    buckets: range
    schedule: JSON | None
    messages: JSON
    templates: JSON

    @property
    def origin_id(self) -> str | None:
        """Its id as messages carry it, None for the campaign's own message."""
        return None if self.id == DEFAULT_TREATMENT else self.id


def read_treatments(campaign: JSON) -> dict[str, Treatment]:
    """Every treatment by its id; the campaign's own comes first and gets what the others leave."""
    first = campaign["HoldoutPercent"]
    others: dict[str, Treatment] = {}
    for document in campaign["AdditionalTreatments"]:
        last = first + document["SizePercent"]
        others[document["Id"]] = _treatment(document["Id"], range(first, last), campaign, document)
        first = last
    default = _treatment(DEFAULT_TREATMENT, range(first, 100), campaign, campaign)
    return {default.id: default, **others}


def _treatment(treatment_id: str, buckets: range, campaign: JSON, own: JSON) -> Treatment:
    """A treatment with a message or a template of its own takes neither from the campaign."""
    says = own if own.get("MessageConfiguration") or own.get("TemplateConfiguration") else campaign
    return Treatment(
        treatment_id,
        buckets,
        own.get("Schedule", campaign.get("Schedule")),
        says.get("MessageConfiguration", {}),
        says.get("TemplateConfiguration", {}),
    )
