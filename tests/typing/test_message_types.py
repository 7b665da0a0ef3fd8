"""The types of messages, one-time passwords, phone numbers, templates, recommenders and events."""

from __future__ import annotations

import pytest
from typing_extensions import assert_type

from pinpoint_sdk import Paginator, PinpointClient, models
from pinpoint_sdk.errors import DeliveryError, EventError
from tests.support.loopback import Loopback

NO_BODY = models.DirectMessageConfiguration()


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


def test_in_app_messages(pinpoint: PinpointClient, loopback: Loopback) -> None:
    loopback.answer({"InAppMessageCampaigns": [{"InAppMessage": {"Layout": "OVERLAYS"}}]})
    response = pinpoint.get_in_app_messages("app", "endpoint")
    assert_type(response, models.InAppMessagesResponse)
    for campaign in response.in_app_message_campaigns:
        assert_type(campaign.priority, int | None)
        assert campaign.in_app_message
        assert_type(campaign.in_app_message.layout, models.Layout | None)
        assert_type(campaign.in_app_message.content, list[models.InAppMessageContent])


def test_one_time_passwords(pinpoint: PinpointClient) -> None:
    send = models.SendOTPMessageRequestParameters(
        brand_name="shop",
        channel="SMS",
        destination_identity="+15555550100",
        origination_identity="+15555550101",
        reference_id="login",
    )
    verify = models.VerifyOTPMessageRequestParameters(
        destination_identity="+15555550100", otp="012345", reference_id="login"
    )
    sent = pinpoint.send_otp_message("app", send)
    assert_type(sent, models.MessageResponse)
    assert_type(sent.outcomes, list[models.DeliveryOutcome])
    verified = pinpoint.verify_otp_message("app", verify)
    assert_type(verified, models.VerificationResponse)
    assert_type(verified.valid, bool | None)


def test_phone_numbers(pinpoint: PinpointClient) -> None:
    request = models.NumberValidateRequest(phone_number="+15555550100")
    number = pinpoint.phone_number_validate(request)
    assert_type(number, models.NumberValidateResponse)
    assert_type(number.phone_type, str | None)
    assert_type(number.phone_type_code, int | None)


def test_email_templates(pinpoint: PinpointClient) -> None:
    request = models.EmailTemplateRequest(subject="Hello")
    created = pinpoint.create_email_template("hello", request)
    assert_type(created, models.CreateTemplateMessageBody)
    assert_type(created.arn, str | None)
    updated = pinpoint.update_email_template("hello", request, create_new_version=True)
    assert_type(updated, models.MessageBody)
    assert_type(pinpoint.delete_email_template("hello", version="1"), models.MessageBody)
    template = pinpoint.get_email_template("hello", version="1")
    assert_type(template, models.EmailTemplateResponse)
    assert_type(template.template_type, models.TemplateType)
    assert_type(template.headers, list[models.MessageHeader])
    assert_type(template.html_part, str | None)
    assert_type(template.tags, dict[str, str])
    assert_type(template.version, str | None)


def test_templates_of_the_other_channels(pinpoint: PinpointClient) -> None:
    sms = models.SMSTemplateRequest(body="Hello")
    assert_type(pinpoint.create_sms_template("hello", sms), models.CreateTemplateMessageBody)
    assert_type(pinpoint.get_sms_template("hello"), models.SMSTemplateResponse)
    assert_type(pinpoint.update_sms_template("hello", sms), models.MessageBody)
    assert_type(pinpoint.delete_sms_template("hello"), models.MessageBody)
    voice = models.VoiceTemplateRequest(body="Hello")
    assert_type(pinpoint.create_voice_template("hello", voice), models.CreateTemplateMessageBody)
    assert_type(pinpoint.get_voice_template("hello"), models.VoiceTemplateResponse)
    assert_type(pinpoint.update_voice_template("hello", voice), models.MessageBody)
    assert_type(pinpoint.delete_voice_template("hello"), models.MessageBody)
    push = models.PushNotificationTemplateRequest()
    assert_type(pinpoint.create_push_template("hello", push), models.CreateTemplateMessageBody)
    assert_type(pinpoint.update_push_template("hello", push), models.MessageBody)
    assert_type(pinpoint.delete_push_template("hello"), models.MessageBody)
    for_push = pinpoint.get_push_template("hello")
    assert_type(for_push, models.PushNotificationTemplateResponse)
    assert_type(for_push.apns, models.APNSPushNotificationTemplate | None)
    assert_type(for_push.gcm, models.AndroidPushNotificationTemplate | None)
    in_app = models.InAppTemplateRequest(layout="OVERLAYS")
    assert_type(pinpoint.create_in_app_template("hello", in_app), models.TemplateCreateMessageBody)
    assert_type(pinpoint.update_in_app_template("hello", in_app), models.MessageBody)
    assert_type(pinpoint.delete_in_app_template("hello"), models.MessageBody)
    for_in_app = pinpoint.get_in_app_template("hello")
    assert_type(for_in_app, models.InAppTemplateResponse)
    assert_type(for_in_app.layout, models.Layout | None)


def test_listings_of_templates(pinpoint: PinpointClient, loopback: Loopback) -> None:
    active = models.TemplateActiveVersionRequest(version="latest")
    assert_type(pinpoint.update_template_active_version("hello", "SMS", active), models.MessageBody)
    loopback.answer({"Item": [{}]})
    assert_type(pinpoint.list_templates(prefix="he", page_size=5), models.TemplatesResponse)
    assert_type(pinpoint.list_template_versions("hello", "SMS"), models.TemplateVersionsResponse)
    templates = pinpoint.iter_templates(template_type="SMS")
    assert_type(templates, Paginator[models.TemplateResponse])
    for template in templates:
        assert_type(template.template_name, str)
        assert_type(template.template_type, models.TemplateType)
    versions = pinpoint.iter_template_versions("hello", "SMS", max_items=5)
    assert_type(versions, Paginator[models.TemplateVersionResponse])
    for version in versions:
        assert_type(version.template_type, str)
        assert_type(version.version, str | None)


def test_recommenders(pinpoint: PinpointClient) -> None:
    create = models.CreateRecommenderConfiguration(
        recommendation_provider_role_arn="arn", recommendation_provider_uri="arn"
    )
    update = models.UpdateRecommenderConfiguration(
        recommendation_provider_role_arn="arn", recommendation_provider_uri="arn"
    )
    created = pinpoint.create_recommender_configuration(create)
    assert_type(created, models.RecommenderConfigurationResponse)
    updated = pinpoint.update_recommender_configuration("recommender", update)
    assert_type(updated, models.RecommenderConfigurationResponse)
    deleted = pinpoint.delete_recommender_configuration("recommender")
    assert_type(deleted, models.RecommenderConfigurationResponse)
    listed = pinpoint.get_recommender_configurations(page_size=5)
    assert_type(listed, models.ListRecommenderConfigurationsResponse)
    recommenders = pinpoint.iter_recommender_configurations()
    assert_type(recommenders, Paginator[models.RecommenderConfigurationResponse])
    recommender = pinpoint.get_recommender_configuration("recommender")
    assert_type(recommender, models.RecommenderConfigurationResponse)
    assert_type(recommender.attributes, dict[str, str])
    assert_type(recommender.recommendations_per_message, int | None)


def test_events(pinpoint: PinpointClient, loopback: Loopback) -> None:
    event = models.Event(event_type="bought", timestamp="2026-10-01T00:00:00Z")
    batch = models.EventsBatch(endpoint=models.PublicEndpoint(), events={"event": event})
    refused = {"StatusCode": 400, "Message": "no such type"}
    result = {"EndpointItemResponse": {}, "EventsItemResponse": {"event": refused}}
    loopback.answer({"Results": {"endpoint": result}}, status=202)
    response = pinpoint.put_events("app", models.EventsRequest(batch_item={"endpoint": batch}))
    assert_type(response, models.EventsResponse)
    assert_type(response.results, dict[str, models.ItemResponse])
    item = response.results["endpoint"]
    assert_type(item.endpoint_item_response, models.EndpointItemResponse | None)
    assert_type(item.events_item_response, dict[str, models.EventItemResponse])
    assert_type(item.events_item_response["event"].status_code, int | None)
    for outcome in response.outcomes:
        assert_type(outcome, models.EventOutcome)
        assert_type(outcome.endpoint_id, str)
        assert_type(outcome.event_id, str | None)
        assert_type(outcome.status_code, int)
        assert_type(outcome.message, str | None)
        assert_type(outcome.succeeded, bool)
        assert_type(outcome.retryable, bool)
    assert_type(response.failed, list[models.EventOutcome])
    assert_type(response.retryable, list[models.EventOutcome])
    with pytest.raises(EventError) as caught:
        response.raise_for_failures()
    assert_type(caught.value.failed, tuple[models.EventOutcome, ...])


def test_event_streams(pinpoint: PinpointClient) -> None:
    request = models.WriteEventStream(destination_stream_arn="arn", role_arn="arn")
    assert_type(pinpoint.put_event_stream("app", request), models.EventStream)
    assert_type(pinpoint.delete_event_stream("app"), models.EventStream)
    stream = pinpoint.get_event_stream("app")
    assert_type(stream, models.EventStream)
    assert_type(stream.destination_stream_arn, str)
    assert_type(stream.last_modified_date, str | None)
