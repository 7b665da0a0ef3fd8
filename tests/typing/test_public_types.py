"""The types that a user's checker and editor see.

The checkers prove the types; running the same lines proves that what they name is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs
import pytest
from botocore.exceptions import ClientError
from typing_extensions import assert_type

from pinpoint_sdk import (
    AppsClient,
    CampaignsClient,
    Page,
    Paginator,
    PinpointClient,
    models,
    structure,
    unstructure,
)
from pinpoint_sdk.errors import (
    DeliveryError,
    NotFoundException,
    PinpointError,
    Problem,
    ServiceError,
    ValidationError,
)
from tests.support.loopback import Loopback

NO_BODY = models.DirectMessageConfiguration()


def test_projects(pinpoint: PinpointClient) -> None:
    create = models.CreateApplicationRequest(name="shop")
    settings = models.WriteApplicationSettingsRequest()
    assert_type(pinpoint.create_app(create), models.ApplicationResponse)
    assert_type(pinpoint.get_app("app"), models.ApplicationResponse)
    assert_type(pinpoint.get_apps(page_size=5, token="next"), models.ApplicationsResponse)
    assert_type(pinpoint.delete_app("app"), models.ApplicationResponse)
    assert_type(pinpoint.get_application_settings("app"), models.ApplicationSettingsResource)
    assert_type(
        pinpoint.update_application_settings("app", settings), models.ApplicationSettingsResource
    )


def test_channels(pinpoint: PinpointClient) -> None:
    adm = models.ADMChannelRequest(client_id="id", client_secret="secret")
    apns = models.APNSChannelRequest()
    sandbox = models.APNSSandboxChannelRequest()
    baidu = models.BaiduChannelRequest(api_key="key", secret_key="secret")
    sms = models.SMSChannelRequest()
    assert_type(pinpoint.update_adm_channel("app", adm), models.ADMChannelResponse)
    assert_type(pinpoint.get_adm_channel("app"), models.ADMChannelResponse)
    assert_type(pinpoint.delete_adm_channel("app"), models.ADMChannelResponse)
    assert_type(pinpoint.update_apns_channel("app", apns), models.APNSChannelResponse)
    assert_type(
        pinpoint.update_apns_sandbox_channel("app", sandbox), models.APNSSandboxChannelResponse
    )
    assert_type(pinpoint.update_baidu_channel("app", baidu), models.BaiduChannelResponse)
    assert_type(pinpoint.get_baidu_channel("app"), models.BaiduChannelResponse)
    assert_type(pinpoint.delete_baidu_channel("app"), models.BaiduChannelResponse)
    assert_type(pinpoint.update_sms_channel("app", sms), models.SMSChannelResponse)


def test_endpoints(pinpoint: PinpointClient) -> None:
    endpoint = pinpoint.get_endpoint("app", "endpoint")
    assert_type(endpoint, models.EndpointResponse)
    assert_type(endpoint.channel_type, models.ChannelType | None)
    assert_type(endpoint.attributes, dict[str, list[str]])
    assert_type(endpoint.metrics, dict[str, float])
    assert_type(endpoint.user, models.EndpointUser | None)
    assert_type(endpoint.shard_id, str | None)
    request = models.EndpointRequest()
    batch = models.EndpointBatchRequest(item=[models.EndpointBatchItem(id="endpoint")])
    accepted = pinpoint.update_endpoint("app", "endpoint", request)
    assert_type(accepted, models.MessageBody)
    assert_type(accepted.request_id, str | None)
    assert_type(pinpoint.update_endpoints_batch("app", batch), models.MessageBody)


def test_campaigns(pinpoint: PinpointClient, loopback: Loopback) -> None:
    request = models.WriteCampaignRequest(name="spring")
    assert_type(pinpoint.create_campaign("app", request), models.CampaignResponse)
    assert_type(pinpoint.get_campaigns("app", page_size=5), models.CampaignsResponse)
    assert_type(pinpoint.get_campaign_version("app", "campaign", "1"), models.CampaignResponse)
    assert_type(pinpoint.get_campaign_version("app", "campaign", 1), models.CampaignResponse)
    assert_type(pinpoint.get_campaign_versions("app", "campaign"), models.CampaignsResponse)
    assert_type(pinpoint.update_campaign("app", "campaign", request), models.CampaignResponse)
    assert_type(pinpoint.delete_campaign("app", "campaign"), models.CampaignResponse)
    loopback.answer({"Limits": {"Daily": 1}, "State": {"CampaignStatus": "PAUSED"}})
    campaign = pinpoint.get_campaign("app", "campaign")
    assert_type(campaign, models.CampaignResponse)
    assert_type(campaign.id, str)
    assert_type(campaign.segment_version, int)
    assert_type(campaign.version, int | None)
    assert_type(campaign.tags, dict[str, str])
    assert_type(campaign.additional_treatments, list[models.TreatmentResource])
    assert_type(campaign.limits, models.CampaignLimits | None)
    assert campaign.limits
    assert campaign.state
    assert_type(campaign.limits.daily, int | None)
    assert_type(campaign.state.campaign_status, models.CampaignStatus | None)
    assert (campaign.limits.daily, campaign.state.campaign_status) == (1, "PAUSED")


def test_segments(pinpoint: PinpointClient) -> None:
    request = models.WriteSegmentRequest(name="all")
    assert_type(pinpoint.create_segment("app", request), models.SegmentResponse)
    assert_type(pinpoint.get_segment("app", "segment"), models.SegmentResponse)


def test_sends_to_addresses_and_endpoints(pinpoint: PinpointClient, loopback: Loopback) -> None:
    result = {"DeliveryStatus": "THROTTLED", "StatusCode": 429}
    loopback.answer({"Result": {"+1555": result}, "EndpointResult": {"endpoint": result}})
    response = pinpoint.send_messages("app", models.MessageRequest(message_configuration=NO_BODY))
    assert_type(response, models.MessageResponse)
    assert_type(response.request_id, str | None)
    assert_type(response.result, dict[str, models.MessageResult])
    assert_type(response.result["+1555"].delivery_status, models.DeliveryStatus)
    assert_type(response.result["+1555"].status_code, int)
    assert_type(response.result["+1555"].message_id, str | None)
    assert_type(response.endpoint_result["endpoint"], models.EndpointMessageResult)
    assert_type(response.endpoint_result["endpoint"].address, str | None)
    for outcome in response.outcomes:
        assert_type(outcome, models.DeliveryOutcome)
        assert_type(outcome.recipient, str)
        assert_type(outcome.delivery_status, models.DeliveryStatus)
        assert_type(outcome.status_code, int)
        assert_type(outcome.updated_token, str | None)
        assert_type(outcome.retryable, bool)
    assert_type(response.failed, list[models.DeliveryOutcome])
    assert_type(response.retryable, list[models.DeliveryOutcome])
    with pytest.raises(DeliveryError) as caught:
        response.raise_for_failures()
    assert_type(caught.value.failed, tuple[models.DeliveryOutcome, ...])


def test_sends_to_users(pinpoint: PinpointClient, loopback: Loopback) -> None:
    result = {"DeliveryStatus": "SUCCESSFUL", "StatusCode": 200}
    loopback.answer({"Result": {"user": {"endpoint": result}}})
    request = models.SendUsersMessageRequest(message_configuration=NO_BODY, users={})
    response = pinpoint.send_users_messages("app", request)
    assert_type(response, models.SendUsersMessageResponse)
    assert_type(response.result, dict[str, dict[str, models.EndpointMessageResult]])
    assert_type(response.result["user"]["endpoint"].delivery_status, models.DeliveryStatus)
    assert_type(response.outcomes, list[models.DeliveryOutcome])
    assert_type(response.failed, list[models.DeliveryOutcome])


def test_listings(pinpoint: PinpointClient, loopback: Loopback) -> None:
    loopback.answer({"Item": [{}]})
    versions = pinpoint.iter_campaign_versions("app", "campaign", page_size=5, max_items=5)
    assert_type(versions, Paginator[models.CampaignResponse])
    assert_type(pinpoint.iter_apps(token="next"), Paginator[models.ApplicationResponse])
    campaigns = pinpoint.iter_campaigns("app")
    assert_type(campaigns, Paginator[models.CampaignResponse])
    assert_type(campaigns.next_token, str | None)
    assert_type(next(campaigns), models.CampaignResponse)
    assert_type([*campaigns], list[models.CampaignResponse])
    pages = pinpoint.iter_campaigns("app").pages()
    assert_type(pages, Iterator[Page[models.CampaignResponse]])
    for page in pages:
        assert_type(page.item, list[models.CampaignResponse])
        assert_type(page.next_token, str | None)
        assert_type(page.response_metadata, models.ResponseMetadata)
        assert len(page.item) == 1


def test_what_came_beside_the_body(pinpoint: PinpointClient) -> None:
    metadata = pinpoint.get_app("app").response_metadata
    assert_type(metadata, models.ResponseMetadata)
    assert_type(metadata.request_id, str)
    assert_type(metadata.http_status_code, int)
    assert_type(metadata.retry_attempts, int)
    assert_type(metadata.http_headers, dict[str, str])


def test_clients() -> None:
    def takes_a_part(client: AppsClient | CampaignsClient) -> None:
        with client as entered:
            assert_type(entered, AppsClient | CampaignsClient)

    with PinpointClient("us-east-1") as pinpoint:
        assert_type(pinpoint, PinpointClient)
        takes_a_part(pinpoint)


def test_models() -> None:
    limits = structure({"Daily": 1}, models.CampaignLimits)
    assert_type(limits, models.CampaignLimits)
    assert_type(unstructure(limits), dict[str, object])
    assert_type(attrs.evolve(limits, daily=2), models.CampaignLimits)
    assert_type(limits.daily, int | None)
    limits.daily = None
    address = models.AddressConfiguration(channel_type="SMS")
    assert_type(address.substitutions, dict[str, list[str]] | None)
    assert_type(models.RawEmail(data=b"x").data, bytes | None)
    kind: models.MessageType = "PROMOTIONAL"
    assert_type(models.SMSMessage(message_type=kind).message_type, models.MessageType | None)
    either: Literal["TRANSACTIONAL", "PROMOTIONAL"] = kind
    assert unstructure(models.SMSMessage(message_type=either)) == {"MessageType": "PROMOTIONAL"}


def test_errors(pinpoint: PinpointClient, loopback: Loopback) -> None:
    loopback.answer({}, status=404, headers={"x-amzn-ErrorType": "NotFoundException"})
    with pytest.raises(NotFoundException) as missing:
        pinpoint.get_app("app")
    error = missing.value
    assert_type(error, NotFoundException)
    assert_type(error.code, str)
    assert_type(error.message, str)
    assert_type(error.status, int)
    assert_type(error.request_id, str)
    assert_type(error.operation, str)
    caught_by_either: ServiceError | ClientError | PinpointError = error
    assert caught_by_either.args
    with pytest.raises(ValidationError) as wrong:
        pinpoint.get_app("")
    assert_type(wrong.value.problems, tuple[Problem, ...])
    assert_type(wrong.value.problems[0].path, str)
    assert_type(wrong.value.problems[0].reason, str)
