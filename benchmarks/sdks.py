"""The SDKs that can call Pinpoint, each used as its documentation shows."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Protocol

import boto3

from benchmarks import requests
from benchmarks.data import APPLICATION_ID, LISTING, PAGE_SIZE, people
from benchmarks.measure import BOTO3, CAPO, OURS, competitor
from pinpoint_sdk import PinpointClient

REGION = "us-east-1"
ACCESS_KEY = "AKIDEXAMPLE"
SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
CAMPAIGN_ID = f"{7:032x}"
CAMPAIGNS = f"{LISTING}{PAGE_SIZE}"
PEOPLE = people(PAGE_SIZE)


class Sdk(Protocol):
    """Four calls, each from data of the application to what it wants to know."""

    def get_campaign(self) -> object:
        """Get the name and the state of a campaign."""
        ...

    def get_campaigns(self) -> object:
        """Get the names and states of a page of 100 campaigns."""
        ...

    def update_endpoints_batch(self) -> object:
        """Store 100 endpoints, and return the answer's message."""
        ...

    def send_messages(self) -> object:
        """Send a message to 100 addresses, and return how it was delivered."""
        ...


class Ours:
    """This SDK: models in, models out."""

    def __init__(self, client: PinpointClient) -> None:
        self.client = client

    def get_campaign(self) -> object:
        """As in ``Sdk``."""
        campaign = self.client.get_campaign(APPLICATION_ID, CAMPAIGN_ID)
        return campaign.name, campaign.state and campaign.state.campaign_status

    def get_campaigns(self) -> object:
        """As in ``Sdk``."""
        page = self.client.get_campaigns(CAMPAIGNS)
        return [(each.name, each.state and each.state.campaign_status) for each in page.item]

    def update_endpoints_batch(self) -> object:
        """As in ``Sdk``."""
        request = requests.endpoints_in_models(PEOPLE)
        return self.client.update_endpoints_batch(APPLICATION_ID, request).message

    def send_messages(self) -> object:
        """As in ``Sdk``."""
        request = requests.message_in_models(PEOPLE)
        sent = self.client.send_messages(APPLICATION_ID, request)
        return {address: each.delivery_status for address, each in sent.result.items()}


class PlainBoto3:
    """boto3: dicts in, dicts out."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def get_campaign(self) -> object:
        """As in ``Sdk``."""
        answer = self.client.get_campaign(ApplicationId=APPLICATION_ID, CampaignId=CAMPAIGN_ID)
        campaign = answer["CampaignResponse"]
        return campaign["Name"], campaign["State"]["CampaignStatus"]

    def get_campaigns(self) -> object:
        """As in ``Sdk``."""
        page = self.client.get_campaigns(ApplicationId=CAMPAIGNS)["CampaignsResponse"]
        return [(each["Name"], each["State"]["CampaignStatus"]) for each in page["Item"]]

    def update_endpoints_batch(self) -> object:
        """As in ``Sdk``."""
        answer = self.client.update_endpoints_batch(
            ApplicationId=APPLICATION_ID, EndpointBatchRequest=requests.endpoints_in_dicts(PEOPLE)
        )
        return answer["MessageBody"]["Message"]

    def send_messages(self) -> object:
        """As in ``Sdk``."""
        answer = self.client.send_messages(
            ApplicationId=APPLICATION_ID, MessageRequest=requests.message_in_dicts(PEOPLE)
        )
        result = answer["MessageResponse"]["Result"]
        return {address: each["DeliveryStatus"] for address, each in result.items()}


class Capo:
    """capo-pinpoint: TypedDicts in, TypedDicts out, over an HTTP stack of its own."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def get_campaign(self) -> object:
        """As in ``Sdk``."""
        campaign = self.client.get_campaign(APPLICATION_ID, CAMPAIGN_ID)["campaign_response"]
        return campaign["name"], campaign["state"]["campaign_status"]

    def get_campaigns(self) -> object:
        """As in ``Sdk``."""
        page = self.client.get_campaigns(CAMPAIGNS)["campaigns_response"]
        return [(each["name"], each["state"]["campaign_status"]) for each in page["item"]]

    def update_endpoints_batch(self) -> object:
        """As in ``Sdk``."""
        answer = self.client.update_endpoints_batch(
            APPLICATION_ID, endpoint_batch_request=requests.endpoints_in_typed_dicts(PEOPLE)
        )
        return answer["message_body"]["message"]

    def send_messages(self) -> object:
        """As in ``Sdk``."""
        answer = self.client.send_messages(
            APPLICATION_ID, message_request=requests.message_in_typed_dicts(PEOPLE)
        )
        result = answer["message_response"]["result"]
        return {address: each["delivery_status"] for address, each in result.items()}


@contextmanager
def sdks(url: str) -> Generator[dict[str, Sdk]]:
    """Make the SDKs that are installed, set up to call ``url``."""
    found: dict[str, Sdk] = {
        OURS: Ours(PinpointClient(session=session(), endpoint_url=url)),
        BOTO3: PlainBoto3(session().client("pinpoint", endpoint_url=url)),
    }
    capo = competitor("capo_pinpoint")
    if capo is None:
        yield found
        return
    credentials = {"access_key": ACCESS_KEY, "secret_key": SECRET_KEY}
    with capo.PinpointClient(region=REGION, endpoint=url, credentials=credentials) as client:
        yield {**found, CAPO: Capo(client)}


def session() -> boto3.Session:
    """Make a boto3 session with made-up credentials."""
    return boto3.Session(
        region_name=REGION, aws_access_key_id=ACCESS_KEY, aws_secret_access_key=SECRET_KEY
    )
