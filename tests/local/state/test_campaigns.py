"""What the service keeps of a campaign."""

from __future__ import annotations

from typing import Any

from pinpoint_sdk.local.state.campaigns import Campaign


def document(version: int, *sizes: int) -> dict[str, Any]:
    treatments = [{"Id": f"t{number}", "SizePercent": size} for number, size in enumerate(sizes)]
    return {
        "Id": "c",
        "Version": version,
        "HoldoutPercent": 10,
        "AdditionalTreatments": treatments,
        "MessageConfiguration": {"SMSMessage": {"Body": f"version {version}"}},
    }


def test_treatments_are_read_once_a_version() -> None:
    campaign = Campaign(1, [document(1, 20, 30)])
    first = campaign.treatments
    assert {each.id: each.buckets for each in first.values()} == {
        "0": range(60, 100),
        "t0": range(10, 30),
        "t1": range(30, 60),
    }
    campaign.versions[-1] = {**campaign.current, "State": {"CampaignStatus": "EXECUTING"}}
    assert campaign.treatments is first
    campaign.versions.append(document(2))
    assert [*campaign.treatments] == ["0"]
    assert campaign.treatments["0"].messages == {"SMSMessage": {"Body": "version 2"}}


def test_an_endpoint_gets_one_treatment_or_is_held_out() -> None:
    campaign = Campaign(1, [document(1, 20, 30)])
    found = [campaign.treatment_for(f"e{number}") for number in range(2000)]
    shares = {
        name: sum(each is not None and each.id == name for each in found) / 2000
        for name in ("0", "t0", "t1")
    }
    assert all(
        abs(shares[name] - expected) < 0.05
        for name, expected in {"0": 0.4, "t0": 0.2, "t1": 0.3}.items()
    )
    assert found == [campaign.treatment_for(f"e{number}") for number in range(2000)]
