from __future__ import annotations

from typing import Any

import pytest

from pinpoint_sdk.local import Clock
from tests.local.support.boto import APP_NOT_FOUND, Boto, is_bad_request, refusal, status

NO_LIMITS = {"Daily": 0, "MaximumDuration": 0, "MessagesPerSecond": 0, "Session": 0, "Total": 0}


def update(client: Boto, app: str, **settings: Any) -> dict[str, Any]:
    response: dict[str, Any] = client.update_application_settings(
        ApplicationId=app, WriteApplicationSettingsRequest=settings
    )
    return response


def test_settings_never_set_read_as_zeros_and_empty_strings(client: Boto, app: str) -> None:
    response = client.get_application_settings(ApplicationId=app)
    assert status(response) == 200
    assert response["ApplicationSettingsResource"] == {
        "ApplicationId": app,
        "CampaignHook": {"LambdaFunctionName": "", "WebUrl": ""},
        "LastModifiedDate": "2017-09-27T12:00:00.581Z",
        "Limits": NO_LIMITS,
        "QuietTime": {"End": "", "Start": ""},
    }


def test_update_keeps_what_is_not_sent(client: Boto, app: str, clock: Clock) -> None:
    response = update(client, app, QuietTime={"Start": "20:00", "End": "08:00"})
    assert status(response) == 200
    clock.advance(minutes=1)
    update(
        client, app, Limits={"Daily": 5}, CampaignHook={"LambdaFunctionName": "f", "Mode": "FILTER"}
    )
    settings = client.get_application_settings(ApplicationId=app)["ApplicationSettingsResource"]
    assert settings["QuietTime"] == {"Start": "20:00", "End": "08:00"}
    assert settings["Limits"] == {**NO_LIMITS, "Daily": 5}
    assert settings["CampaignHook"] == {"LambdaFunctionName": "f", "Mode": "FILTER", "WebUrl": ""}
    assert settings["LastModifiedDate"] == "2017-09-27T12:01:00.581Z"


def test_a_sent_member_replaces_the_former_one_whole(client: Boto, app: str) -> None:
    update(client, app, Limits={"Daily": 5})
    settings = update(client, app, Limits={"Total": 9})["ApplicationSettingsResource"]
    assert settings["Limits"] == {**NO_LIMITS, "Total": 9}


def test_journey_limits_are_kept(client: Boto, app: str) -> None:
    limits = {"DailyCap": 3, "TimeframeCap": {"Cap": 2, "Days": 7}, "TotalCap": 9}
    settings = update(client, app, JourneyLimits=limits)["ApplicationSettingsResource"]
    assert settings["JourneyLimits"] == limits


def test_what_get_says_can_be_sent_back(client: Boto, app: str) -> None:
    settings = client.get_application_settings(ApplicationId=app)["ApplicationSettingsResource"]
    assert status(update(client, app, Limits=settings["Limits"])) == 200


def test_limits_outside_their_ranges_are_refused(client: Boto, app: str) -> None:
    found = refusal(
        client.update_application_settings,
        ApplicationId=app,
        WriteApplicationSettingsRequest={"Limits": {"MaximumDuration": 59}},
    )
    assert is_bad_request(found, "MaximumDuration", "60")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"QuietTime": {"Start": "25:00", "End": "06:00"}}, ("QuietTime.Start", "25:00")),
        ({"JourneyLimits": {"DailyCap": -5}}, ("JourneyLimits.DailyCap", "-5")),
        ({"JourneyLimits": {"TimeframeCap": {"Days": 31}}}, ("JourneyLimits.TimeframeCap.Days",)),
    ],
)
def test_what_no_campaign_and_no_journey_may_have_is_refused(
    client: Boto, app: str, settings: dict[str, Any], words: tuple[str, ...]
) -> None:
    found = refusal(
        client.update_application_settings,
        ApplicationId=app,
        WriteApplicationSettingsRequest=settings,
    )
    assert is_bad_request(found, *words)


@pytest.mark.parametrize("name", ["get_application_settings", "update_application_settings"])
def test_an_unknown_app_is_a_404(client: Boto, name: str) -> None:
    body: dict[str, Any] = (
        {"WriteApplicationSettingsRequest": {}} if name.startswith("update") else {}
    )
    assert refusal(getattr(client, name), ApplicationId="nope", **body) == APP_NOT_FOUND
