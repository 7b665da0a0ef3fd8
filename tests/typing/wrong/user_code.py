"""Code of a user with mistakes: a line without ``refused`` has none."""

from __future__ import annotations

from datetime import datetime

from typing_extensions import assert_type

from pinpoint_sdk import PinpointClient, models, structure, unstructure
from pinpoint_sdk.aio import AsyncPinpointClient
from pinpoint_sdk.errors import ServiceError, WaitError
from pinpoint_sdk.lifecycle import LIFECYCLES
from pinpoint_sdk.models import (
    Activity,
    AddressConfiguration,
    CampaignLimits,
    CampaignResponse,
    ChannelType,
    Condition,
    ConditionalSplitActivity,
    DirectMessageConfiguration,
    EmailMessageActivity,
    EndpointRequest,
    Event,
    EventsBatch,
    EventsRequest,
    EventsResponse,
    HoldoutActivity,
    ImportJobRequest,
    InAppTemplateRequest,
    JourneySchedule,
    JourneyStateRequest,
    MessageRequest,
    MessageResponse,
    OpenHours,
    RandomSplitActivity,
    RecencyDimension,
    Schedule,
    SegmentDimensions,
    SegmentGroup,
    SetDimension,
    SimpleCondition,
    SMSMessage,
    SMSMessageActivity,
    SMSTemplateRequest,
    TagsModel,
    VerifyOTPMessageRequestParameters,
    WriteCampaignRequest,
    WriteJourneyRequest,
    WriteSegmentRequest,
)

SMS = AddressConfiguration(channel_type="SMS")
CONTENT = DirectMessageConfiguration(sms_message=SMSMessage(body="Hello"))


def names() -> None:
    from pinpoint_sdk import PinpointCleint  # refused: member
    from pinpoint_sdk.errors import NotFoundError  # refused: member
    from pinpoint_sdk.models import MesageRequest  # refused: member

    print(MesageRequest, NotFoundError, PinpointCleint)
    print(models.MesageRequest)  # refused: member


def clients(pinpoint: PinpointClient) -> None:
    PinpointClient("us-east-1", aws_access_key_id="AKID")  # refused: call
    PinpointClient("us-east-1", None)  # refused: call
    PinpointClient(config={})  # refused: argument
    PinpointClient(client=pinpoint)  # refused: argument
    pinpoint.with_config({"retries": {}})  # refused: argument


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


def journeys(pinpoint: PinpointClient) -> None:
    text = SMSMessageActivity(template_name="hello", next_activity="wait")
    Activity(sms_message=text)  # refused: call
    Activity(sms=EmailMessageActivity())  # refused: argument
    Activity(conditional_split=Condition())  # refused: argument
    ConditionalSplitActivity(condition={"Operator": "ALL"})  # refused: argument
    ConditionalSplitActivity(true_activity=Activity(sms=text))  # refused: argument
    Condition(conditions=[Condition()])  # refused: list item
    Condition(conditions=[SimpleCondition()], operator="AND")  # refused: argument
    HoldoutActivity(next_activity="wait")  # refused: call
    RandomSplitActivity(branches={"first": 50})  # refused: argument
    OpenHours(sms={"Monday": []})  # refused: item
    JourneySchedule(start_time="2026-10-01T00:00:00Z")  # refused: argument
    JourneyStateRequest(state="STOPPED")  # refused: argument
    WriteJourneyRequest(name="hello", activities=[Activity(sms=text)])  # refused: argument
    WriteJourneyRequest(name="hello", activities={"text": text})  # refused: item
    pinpoint.update_journey_state("app", "journey", "ACTIVE")  # refused: argument
    pinpoint.get_journeys("app")  # refused: member
    activity = pinpoint.get_journey("app", "journey").activities["text"]
    print(activity.sms.template_name)  # refused: None
    for run in pinpoint.iter_journey_runs("app", "journey"):
        print(run.status == "ENDED")  # refused: comparison
        print(run.id)  # refused: member


def segments_and_jobs(pinpoint: PinpointClient) -> None:
    SegmentDimensions(attributes={"team": ["red"]})  # refused: item
    SegmentDimensions(attributes={"team": SetDimension(values=["red"])})  # refused: item
    SetDimension(values="red")  # refused: argument
    SegmentGroup(source_segments=["segment"])  # refused: list item
    RecencyDimension(duration="DAY_60", recency_type="ACTIVE")  # refused: argument
    ImportJobRequest(format="XML", role_arn="arn", s3_url="s3://bucket")  # refused: argument
    ImportJobRequest(format="CSV", s3_url="s3://bucket")  # refused: call
    pinpoint.update_segment("app", WriteSegmentRequest())  # refused: call
    pinpoint.create_import_job("app", WriteSegmentRequest())  # refused: argument
    print(pinpoint.get_import_job("app", "job").job_status == "DONE")  # refused: comparison


def waiting(pinpoint: PinpointClient, error: WaitError) -> None:
    pinpoint.wait_until_campaign_status("app", "campaign", "DONE")  # refused: argument
    pinpoint.wait_until_campaign_status("app", "campaign")  # refused: call
    pinpoint.wait_until_import_job_completed("app", "job", 60)  # refused: call
    pinpoint.wait_until_export_job_completed("app", "job", timeout="60")  # refused: argument
    if error.last:
        print(error.last.job_status)  # refused: member


def metrics(pinpoint: PinpointClient, start: datetime) -> None:
    pinpoint.get_application_date_range_kpi("app", "kpi", start_time="2026")  # refused: argument
    pinpoint.get_campaign_date_range_kpi("app", "campaign", "kpi", start)  # refused: call
    pinpoint.get_journey_date_range_kpi("app", "journey", "kpi", end_time=0)  # refused: argument
    rows = pinpoint.iter_application_date_range_kpi("app", "kpi", start_time=start)
    total: float = next(rows).values[0].value  # refused: assignment
    print(total)


def tags_and_templates(pinpoint: PinpointClient) -> None:
    pinpoint.tag_resource("arn", {"team": "red"})  # refused: argument
    pinpoint.untag_resource("arn")  # refused: call
    pinpoint.untag_resource("arn", ["team"])  # refused: call
    pinpoint.untag_resource("arn", tag_keys="team")  # refused: argument
    tags = TagsModel(tags={"team": "red"})
    print(pinpoint.tag_resource("arn", tags).tags)  # refused: member, no value
    for tag in pinpoint.untag_resource("arn", tag_keys=["team"]):  # refused: iteration, no value
        print(tag)
    pinpoint.get_sms_template("hello", "1")  # refused: call
    pinpoint.get_sms_template("hello", version=1)  # refused: argument
    pinpoint.update_email_template("hello", SMSTemplateRequest(body="Hello"))  # refused: argument
    InAppTemplateRequest(layout="BANNER")  # refused: argument
    pinpoint.iter_templates(next_token="next")  # refused: call


def events_and_passwords(response: EventsResponse, error: ServiceError) -> None:
    Event(event_type="bought")  # refused: call
    Event(event_type="bought", timestamp=datetime(2026, 10, 1))  # refused: argument
    EventsRequest(batch_item=[])  # refused: argument
    EventsBatch(endpoint=EndpointRequest(), events={})  # refused: argument
    VerifyOTPMessageRequestParameters(
        destination_identity="+1555",
        otp=12345,  # refused: argument
        reference_id="login",
    )
    print(response.outcomes[0].delivery_status)  # refused: member
    print(response.results["endpoint"].endpoint_item_response.status_code)  # refused: None
    print(error.lifecycle.status)  # refused: None
    print(LIFECYCLES["CreateCampaign"].status == "DEAD")  # refused: comparison


async def with_asyncio(pinpoint: AsyncPinpointClient) -> None:
    pinpoint.delete_app("app")  # refused: await
    print(pinpoint.get_app("app").name)  # refused: member
    for app in pinpoint.iter_apps():  # refused: iteration
        print(app)
    async for app in pinpoint.get_apps():  # refused: iteration
        print(app)
    with pinpoint:  # refused: with
        pass
    await pinpoint.get_app(5)  # refused: argument
    await pinpoint.iter_apps()  # refused: awaitable
    AsyncPinpointClient(session="default")  # refused: argument
