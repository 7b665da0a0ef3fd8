"""What results hold, the most that a long listing ever holds, and what calls leave behind."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections import deque
from collections.abc import Callable
from itertools import repeat

import boto3
import botocore.session

from benchmarks.data import APPLICATION_ID, LISTING, campaigns_pages
from benchmarks.decoding import Boto3Parser
from benchmarks.measure import BOTO3, Effort, Figure
from benchmarks.sdks import ACCESS_KEY, CAMPAIGN_ID, REGION, SECRET_KEY, session
from benchmarks.server import serving
from pinpoint_sdk import PinpointClient, from_json
from pinpoint_sdk.models import CampaignsResponse

MEGABYTE = 1e6
FLAT = 1.10
CLIENTS = 200


def measure(effort: Effort) -> list[Figure]:
    """Compare what is held with boto3's dicts, and a long listing with a shorter one."""
    fewer, more = effort.largest // 10, effort.largest
    bodies = campaigns_pages(fewer)
    parser = Boto3Parser()
    models = held(lambda body: from_json(body, CampaignsResponse).item, bodies)
    dicts = held(lambda body: parser.parse(body)["CampaignsResponse"]["Item"], bodies)
    with serving() as url:
        client = PinpointClient(session=session(), endpoint_url=url)
        peak(client, 1)  # what is made at the first call stays
        peak_of_fewer, peak_of_more = peak(client, fewer), peak(client, more)
        after_fewer, after_more = (
            in_use_after(client, fewer),
            in_use_after(client, more),
        )
    return [
        figure(f"{fewer:,} campaigns held, of boto3's dicts", models, BOTO3, dicts, 0.60),
        figure(
            f"{more:,} items through a paginator, at its peak",
            peak_of_more,
            f"ours at {fewer:,} items",
            peak_of_fewer,
            FLAT,
        ),
        figure(
            f"{CLIENTS} clients made, of boto3's",
            made(lambda of: PinpointClient(session=of)),
            BOTO3,
            made(lambda of: of.client("pinpoint")),
            None,
        ),
        Figure(
            f"blocks of memory in use after {more:,} calls",
            after_more,
            f"ours after {fewer:,} calls",
            after_fewer,
            "M",
            [after_more / after_fewer],
            FLAT,
        ),
    ]


def held(decode: Callable[[bytes], object], bodies: list[bytes]) -> float:
    """Measure the megabytes that the decoded pages take together."""
    decode(bodies[0])
    tracemalloc.start()
    pages = [decode(body) for body in bodies]
    gc.collect()
    current, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del pages
    return current / MEGABYTE


def made(make: Callable[[boto3.Session], object]) -> float:
    """Measure the megabytes that stay when clients of one botocore session are released."""
    core = botocore.session.get_session()
    core.set_credentials(ACCESS_KEY, SECRET_KEY)

    def another() -> None:
        make(boto3.Session(botocore_session=core, region_name=REGION))

    another()
    gc.collect()
    tracemalloc.start()
    for _ in repeat(None, CLIENTS):
        another()
    gc.collect()
    current, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return current / MEGABYTE


def peak(client: PinpointClient, count: int) -> float:
    """Measure the most megabytes while a listing is read and nothing of it is kept."""
    gc.collect()
    tracemalloc.start()
    deque(client.iter_campaigns(f"{LISTING}{count}"), maxlen=0)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / MEGABYTE


def in_use_after(client: PinpointClient, calls: int) -> float:
    """Count the million blocks in use by Python after this many answers were released."""
    for _ in range(calls):
        client.get_campaign(APPLICATION_ID, CAMPAIGN_ID)
    gc.collect()
    return sys.getallocatedblocks() / 1e6


def figure(what: str, ours: float, against: str, theirs: float, target: float | None) -> Figure:
    """Compare what ours takes with another; the same at every run."""
    return Figure(what, ours, against, theirs, "MB", [ours / theirs], target)
