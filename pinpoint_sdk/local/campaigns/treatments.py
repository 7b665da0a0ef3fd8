"""The treatments of a campaign, and who gets which."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from pinpoint_sdk.local.ids import percentile
from pinpoint_sdk.local.messages.content import choose_message
from pinpoint_sdk.local.messages.media import MEDIA
from pinpoint_sdk.local.wire import JSON

DEFAULT_TREATMENT = "0"
"""Stands for the campaign's own message where the id of a treatment is wanted."""


@define(frozen=True)
class Treatment:
    """One variation of a campaign: what is sent, when, and to which hundredths of the audience."""

    id: str
    hundredths: range
    schedule: JSON | None
    messages: JSON
    templates: JSON

    @property
    def origin_id(self) -> str | None:
        """Its id as messages carry it, None for the campaign's own message."""
        return None if self.id == DEFAULT_TREATMENT else self.id

    def serves(self, channel_type: str | None) -> bool:
        """Whether it has a message for a channel type.

        Custom channels have none: nothing outside is called. In-app messages are not sent either.
        """
        medium = MEDIA.get(channel_type or "")
        return medium is not None and (
            medium.template in self.templates or choose_message(medium, self.messages) is not None
        )


def treatments_of(campaign: JSON) -> list[Treatment]:
    """Every treatment; the campaign's own message comes first and gets what the others leave."""
    first = campaign["HoldoutPercent"]
    found: list[Treatment] = []
    for treatment in campaign["AdditionalTreatments"]:
        last = first + treatment["SizePercent"]
        found.append(_treatment(treatment["Id"], range(first, last), campaign, treatment))
        first = last
    return [_treatment(DEFAULT_TREATMENT, range(first, 100), campaign, campaign), *found]


def treatment_for(
    campaign_id: str, treatments: Sequence[Treatment], endpoint_id: str
) -> Treatment | None:
    """The treatment that an endpoint gets, always the same; None where it is held out."""
    hundredth = percentile(f"{campaign_id}/{endpoint_id}")
    for treatment in treatments:
        if hundredth in treatment.hundredths:
            return treatment
    return None


def _treatment(treatment_id: str, hundredths: range, campaign: JSON, own: JSON) -> Treatment:
    """A treatment with a message or a template of its own takes neither from the campaign."""
    says = own if own.get("MessageConfiguration") or own.get("TemplateConfiguration") else campaign
    return Treatment(
        treatment_id,
        hundredths,
        own.get("Schedule", campaign.get("Schedule")),
        says.get("MessageConfiguration", {}),
        says.get("TemplateConfiguration", {}),
    )
