"""The types of projects, tags, channels and endpoints."""

from __future__ import annotations

from typing_extensions import assert_type

from pinpoint_sdk import Paginator, PinpointClient, models
from tests.support.loopback import Loopback


def test_projects(pinpoint: PinpointClient) -> None:
    create = models.CreateApplicationRequest(name="shop")
    assert_type(pinpoint.create_app(create), models.ApplicationResponse)
    assert_type(pinpoint.get_apps(page_size=5, token="next"), models.ApplicationsResponse)
    assert_type(pinpoint.iter_apps(token="next"), Paginator[models.ApplicationResponse])
    assert_type(pinpoint.delete_app("app"), models.ApplicationResponse)
    project = pinpoint.get_app("app")
    assert_type(project, models.ApplicationResponse)
    assert_type(project.arn, str)
    assert_type(project.tags, dict[str, str])
    assert_type(project.creation_date, str | None)


def test_settings_of_a_project(pinpoint: PinpointClient) -> None:
    request = models.WriteApplicationSettingsRequest()
    assert_type(
        pinpoint.update_application_settings("app", request), models.ApplicationSettingsResource
    )
    settings = pinpoint.get_application_settings("app")
    assert_type(settings, models.ApplicationSettingsResource)
    assert_type(settings.quiet_time, models.QuietTime | None)
    assert_type(settings.limits, models.CampaignLimits | None)


def test_tags(pinpoint: PinpointClient) -> None:
    tags = pinpoint.list_tags_for_resource("arn")
    assert_type(tags, models.TagsModel)
    assert_type(tags.tags, dict[str, str])
    assert_type(pinpoint.tag_resource("arn", tags), None)
    assert_type(pinpoint.untag_resource("arn", tag_keys=["team"]), None)


def test_channels(pinpoint: PinpointClient, loopback: Loopback) -> None:
    loopback.answer({"Channels": {"SMS": {"Enabled": True}}})
    channels = pinpoint.get_channels("app")
    assert_type(channels, models.ChannelsResponse)
    assert_type(channels.channels, dict[str, models.ChannelResponse])
    assert_type(channels.channels["SMS"].enabled, bool | None)


def test_push_channels(pinpoint: PinpointClient) -> None:
    adm = models.ADMChannelRequest(client_id="id", client_secret="secret")
    assert_type(pinpoint.update_adm_channel("app", adm), models.ADMChannelResponse)
    assert_type(pinpoint.get_adm_channel("app"), models.ADMChannelResponse)
    assert_type(pinpoint.delete_adm_channel("app"), models.ADMChannelResponse)
    apns = models.APNSChannelRequest()
    assert_type(pinpoint.update_apns_channel("app", apns), models.APNSChannelResponse)
    assert_type(pinpoint.get_apns_channel("app"), models.APNSChannelResponse)
    assert_type(pinpoint.delete_apns_channel("app"), models.APNSChannelResponse)
    apns_sandbox = models.APNSSandboxChannelRequest()
    assert_type(
        pinpoint.update_apns_sandbox_channel("app", apns_sandbox), models.APNSSandboxChannelResponse
    )
    assert_type(pinpoint.get_apns_sandbox_channel("app"), models.APNSSandboxChannelResponse)
    assert_type(pinpoint.delete_apns_sandbox_channel("app"), models.APNSSandboxChannelResponse)
    apns_voip = models.APNSVoipChannelRequest()
    assert_type(pinpoint.update_apns_voip_channel("app", apns_voip), models.APNSVoipChannelResponse)
    assert_type(pinpoint.get_apns_voip_channel("app"), models.APNSVoipChannelResponse)
    assert_type(pinpoint.delete_apns_voip_channel("app"), models.APNSVoipChannelResponse)
    apns_voip_sandbox = models.APNSVoipSandboxChannelRequest()
    assert_type(
        pinpoint.update_apns_voip_sandbox_channel("app", apns_voip_sandbox),
        models.APNSVoipSandboxChannelResponse,
    )
    assert_type(
        pinpoint.get_apns_voip_sandbox_channel("app"), models.APNSVoipSandboxChannelResponse
    )
    assert_type(
        pinpoint.delete_apns_voip_sandbox_channel("app"), models.APNSVoipSandboxChannelResponse
    )
    baidu = models.BaiduChannelRequest(api_key="key", secret_key="secret")
    assert_type(pinpoint.update_baidu_channel("app", baidu), models.BaiduChannelResponse)
    assert_type(pinpoint.get_baidu_channel("app"), models.BaiduChannelResponse)
    assert_type(pinpoint.delete_baidu_channel("app"), models.BaiduChannelResponse)
    gcm = models.GCMChannelRequest(service_json="{}")
    assert_type(pinpoint.update_gcm_channel("app", gcm), models.GCMChannelResponse)
    assert_type(pinpoint.get_gcm_channel("app"), models.GCMChannelResponse)
    assert_type(pinpoint.delete_gcm_channel("app"), models.GCMChannelResponse)


def test_channels_with_addresses(pinpoint: PinpointClient) -> None:
    email = models.EmailChannelRequest(from_address="shop@example.com", identity="arn")
    assert_type(pinpoint.update_email_channel("app", email), models.EmailChannelResponse)
    assert_type(pinpoint.get_email_channel("app"), models.EmailChannelResponse)
    assert_type(pinpoint.delete_email_channel("app"), models.EmailChannelResponse)
    sms = models.SMSChannelRequest(enabled=True)
    assert_type(pinpoint.update_sms_channel("app", sms), models.SMSChannelResponse)
    assert_type(pinpoint.get_sms_channel("app"), models.SMSChannelResponse)
    assert_type(pinpoint.delete_sms_channel("app"), models.SMSChannelResponse)
    voice = models.VoiceChannelRequest(enabled=True)
    assert_type(pinpoint.update_voice_channel("app", voice), models.VoiceChannelResponse)
    assert_type(pinpoint.get_voice_channel("app"), models.VoiceChannelResponse)
    assert_type(pinpoint.delete_voice_channel("app"), models.VoiceChannelResponse)


def test_endpoints(pinpoint: PinpointClient) -> None:
    request = models.EndpointRequest()
    batch = models.EndpointBatchRequest(item=[models.EndpointBatchItem(id="endpoint")])
    attributes = models.UpdateAttributesRequest(blacklist=["team"])
    accepted = pinpoint.update_endpoint("app", "endpoint", request)
    assert_type(accepted, models.MessageBody)
    assert_type(accepted.request_id, str | None)
    assert_type(pinpoint.update_endpoints_batch("app", batch), models.MessageBody)
    assert_type(pinpoint.delete_endpoint("app", "endpoint"), models.EndpointResponse)
    assert_type(pinpoint.delete_user_endpoints("app", "user"), models.EndpointsResponse)
    assert_type(
        pinpoint.remove_attributes("app", "endpoint-custom-attributes", attributes),
        models.AttributesResource,
    )
    of_a_user = pinpoint.get_user_endpoints("app", "user")
    assert_type(of_a_user, models.EndpointsResponse)
    assert_type(of_a_user.item, list[models.EndpointResponse])
    endpoint = pinpoint.get_endpoint("app", "endpoint")
    assert_type(endpoint, models.EndpointResponse)
    assert_type(endpoint.channel_type, models.ChannelType | None)
    assert_type(endpoint.attributes, dict[str, list[str]])
    assert_type(endpoint.metrics, dict[str, float])
    assert_type(endpoint.user, models.EndpointUser | None)
    assert_type(endpoint.shard_id, str | None)
