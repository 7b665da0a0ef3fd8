"""A web service that sends one-time codes and verifies them, with asyncio and FastAPI.

    pip install 'pinpoint-sdk[async,local]' fastapi uvicorn
    python examples/fastapi_otp.py          talks to itself, on the embedded Pinpoint
    PINPOINT_PROJECT=... uvicorn examples.fastapi_otp:create --factory     on AWS

POST /codes with {"number": "+1..."} sends a code; POST /codes/verify with the number and the code
says whether it is right.
"""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from botocore.config import Config
from fastapi import FastAPI, HTTPException
from fastapi.testclient import TestClient
from pydantic import BaseModel

from pinpoint_sdk.aio import AsyncPinpointClient
from pinpoint_sdk.errors import DeliveryError, TooManyRequestsException
from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.models import (
    CreateApplicationRequest,
    SendOTPMessageRequestParameters,
    SMSChannelRequest,
    VerifyOTPMessageRequestParameters,
)

ONCE = Config(retries={"total_max_attempts": 1})
"""A code whose response was lost must not be sent again: only the second one would be valid."""

SENDER = "+15555550199"


class Number(BaseModel):
    """Who gets a code."""

    number: str


class TypedCode(Number):
    """What somebody typed."""

    code: str


class Verdict(BaseModel):
    """Whether it was right."""

    valid: bool


def create(pinpoint: AsyncPinpointClient | None = None, project_id: str | None = None) -> FastAPI:
    client = pinpoint or AsyncPinpointClient(config=ONCE)
    project = project_id or os.environ["PINPOINT_PROJECT"]

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        async with client:
            yield

    app = FastAPI(title="One-time codes", lifespan=lifespan)

    @app.post("/codes", status_code=202)
    async def send(to: Number) -> None:
        request = SendOTPMessageRequestParameters(
            channel="SMS",
            brand_name="Bistro",
            destination_identity=to.number,
            origination_identity=SENDER,
            reference_id="login",
            validity_period=10,
        )
        try:
            (await client.send_otp_message(project, request)).raise_for_failures()
        except DeliveryError as error:
            raise HTTPException(422, "This number cannot be reached") from error
        except TooManyRequestsException as error:
            raise HTTPException(503, "Try again in a moment") from error

    @app.post("/codes/verify")
    async def verify(typed: TypedCode) -> Verdict:
        request = VerifyOTPMessageRequestParameters(
            destination_identity=typed.number, otp=typed.code, reference_id="login"
        )
        return Verdict(valid=(await client.verify_otp_message(project, request)).valid or False)

    return app


def main() -> None:
    with LocalPinpoint() as service, service.client() as setup:
        project = setup.create_app(CreateApplicationRequest(name="bistro"))
        setup.update_sms_channel(project.id, SMSChannelRequest(enabled=True))
        browser = TestClient(create(service.async_client(config=ONCE), project.id))
        with browser:
            ana = {"number": "+15555550100"}
            print("sent:", browser.post("/codes", json=ana).status_code)
            print("in the inbox:", service.inbox.last.body)
            for code in ("000", service.inbox.last.otp):
                verdict = browser.post("/codes/verify", json={**ana, "code": code})
                print("verified:", verdict.json())
            print("not a number:", browser.post("/codes", json={"number": "5550"}).status_code)


if __name__ == "__main__":
    main()
