"""Code of a user with mistakes: a line without ``refused`` has none."""

from __future__ import annotations

from typing_extensions import assert_type

from pinpoint_sdk import PinpointClient, models, structure, unstructure
from pinpoint_sdk.errors import ServiceError
from pinpoint_sdk.models import (
    AddressConfiguration,
    CampaignLimits,
    CampaignResponse,
    ChannelType,
    DirectMessageConfiguration,
    EndpointRequest,
    MessageRequest,
    MessageResponse,
    Schedule,
    SMSMessage,
    WriteCampaignRequest,
)

SMS = AddressConfiguration(channel_type="SMS")
CONTENT = DirectMessageConfiguration(sms_message=SMSMessage(body="Hello"))


def names() -> None:
    from pinpoint_sdk import PinpointCleint  # refused: member
    from pinpoint_sdk.errors import NotFoundError  # refused: member
    from pinpoint_sdk.models import MesageRequest  # refused: member

    print(MesageRequest, NotFoundError, PinpointCleint)
    print(models.MesageRequest)  # refused: member


def requests() -> None:
    AddressConfiguration(chanel_type="SMS")  # refused: call
    AddressConfiguration(channel_type="SNS")  # refused: argument
    AddressConfiguration(channel_type="sms")  # refused: argument
    AddressConfiguration("SMS")  # refused: call
    MessageRequest()  # refused: call
    MessageRequest(addresses={"+1555": SMS})  # refused: call
    MessageRequest(message_configuration=None)  # refused: argument
    MessageRequest(message_configuration={"SMSMessage": {"Body": "Hello"}})  # refused: argument
    MessageRequest(message_configuration=SMSMessage(body="Hello"))  # refused: argument
    MessageRequest(message_configuration=CONTENT, addresses=[SMS])  # refused: argument
    MessageRequest(message_configuration=CONTENT, addresses={"+1555": {}})  # refused: item
    SMSMessage(body=5)  # refused: argument
    SMSMessage(body=b"Hello")  # refused: argument
    SMSMessage(message_type="URGENT")  # refused: argument
    SMSMessage(substitutions={"name": "Ada"})  # refused: item
    EndpointRequest(attributes={"team": "red"})  # refused: item
    CampaignLimits(daily="3")  # refused: argument
    CampaignLimits(daily=0.5)  # refused: argument
    Schedule(start_time=None)  # refused: argument
    Schedule(start_time="IMMEDIATE", frequency="YEARLY")  # refused: argument
    WriteCampaignRequest(limits={"Daily": 3})  # refused: argument
    WriteCampaignRequest(is_paused="yes")  # refused: argument
    WriteCampaignRequest(tags={"team": None})  # refused: item
    SMS.channel_type = "SNS"  # refused: member's type
    SMS.chanel_type = "SMS"  # refused: member
    channel: ChannelType = "FAX"  # refused: assignment
    print(channel)


def calls(pinpoint: PinpointClient) -> None:
    request = MessageRequest(message_configuration=CONTENT, addresses={"+1555": SMS})
    pinpoint.send_message("app", request)  # refused: member
    pinpoint.sendMessages("app", request)  # refused: member
    pinpoint.send_messages("app", {"MessageConfiguration": {}})  # refused: argument
    pinpoint.send_messages("app", unstructure(request))  # refused: argument
    pinpoint.send_messages("app", CONTENT)  # refused: argument
    pinpoint.send_messages("app")  # refused: call
    pinpoint.send_messages(request, "app")  # refused: argument
    pinpoint.send_messages(None, request)  # refused: argument
    pinpoint.send_messages(ApplicationId="app", MessageRequest=request)  # refused: call
    pinpoint.get_app(5)  # refused: argument
    pinpoint.get_app(application_id="app", campaign_id="campaign")  # refused: call
    pinpoint.get_campaigns("app", page_size="5")  # refused: argument
    pinpoint.get_campaigns("app", 5)  # refused: call
    pinpoint.get_campaigns("app", pagesize=5)  # refused: call
    pinpoint.get_campaigns("app", token=5)  # refused: argument
    pinpoint.get_campaign_version("app", "campaign", None)  # refused: argument
    pinpoint.iter_campaigns("app", page_size="5")  # refused: argument
    pinpoint.iter_campaigns("app", 5)  # refused: call
    PinpointClient("us-east-1", None)  # refused: call
    PinpointClient(region="us-east-1")  # refused: call
    PinpointClient(session="profile")  # refused: argument


def results(pinpoint: PinpointClient, response: MessageResponse, error: ServiceError) -> None:
    campaign = pinpoint.get_campaign("app", "campaign")
    assert_type(campaign, models.CampaignsResponse)  # refused: type
    print(campaign.limit)  # refused: member
    print(campaign.limits.daily)  # refused: None
    print(campaign.name.upper())  # refused: None
    print(campaign["Limits"])  # refused: index
    print(response["MessageResponse"]["Result"])  # refused: index
    print(response.result["+1555"]["DeliveryStatus"])  # refused: index
    print(response.result["+1555"].status)  # refused: member
    print(response.result["+1555"].delivery_status == "DELIVERED")  # refused: comparison
    print(response.outcomes[0].delivered)  # refused: member
    print(response.response_metadata["RequestId"])  # refused: index
    print(error.http_status)  # refused: member
    print(error.status.value)  # refused: member
    for each in pinpoint.get_campaigns("app"):  # refused: iteration
        print(each)
    for each in pinpoint.iter_campaigns("app"):
        print(each.items)  # refused: member
    print(pinpoint.iter_campaigns("app")[0])  # refused: index
    print(len(pinpoint.iter_campaigns("app")))  # refused: argument
    structure({"Id": "campaign"}, "CampaignResponse")  # refused: argument
    structure([], CampaignResponse)  # refused: argument
    structure({"Id": "campaign"}, dict)  # refused: class
    unstructure({"Id": "campaign"})  # refused: argument
    total: int = unstructure(campaign)["Version"]  # refused: assignment
    print(total)
