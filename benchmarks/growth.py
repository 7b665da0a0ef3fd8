"""Whether an item costs the same among ten and among a hundred thousand."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Sequence

from benchmarks.building import client_without_network
from benchmarks.data import APPLICATION_ID, LISTING, campaigns_page, people
from benchmarks.measure import Effort, Figure, Run, compare, take_turns
from benchmarks.requests import endpoints_in_models
from benchmarks.sdks import session
from benchmarks.server import serving
from pinpoint_sdk import PinpointClient, from_json
from pinpoint_sdk.models import CampaignsResponse

BASE = 100
ROUNDS = 3
"""At most: the largest sizes take seconds."""


def measure(effort: Effort) -> list[Figure]:
    """Compare what an item costs in each size with what it costs among 100."""
    with serving() as url:
        client = PinpointClient(session=session(), endpoint_url=url)
        offline = client_without_network()

        def reading(size: int) -> Run:
            return lambda: deque(client.iter_campaigns(f"{LISTING}{size}"), maxlen=0)

        def decoding(size: int) -> Run:
            body = campaigns_page(0, size)
            return lambda: from_json(body, CampaignsResponse)

        def decoding_json_alone(size: int) -> Run:
            body = campaigns_page(0, size)
            return lambda: json.loads(body)

        def building(size: int) -> Run:
            those = people(size)
            return lambda: offline.update_endpoints_batch(
                APPLICATION_ID, endpoints_in_models(those)
            )

        return [
            *grown("an item read through the paginator", reading, effort, tens(effort)),
            *grown("an item decoded from one body", decoding, effort, tens(effort)),
            *grown(
                "an item decoded by json.loads alone", decoding_json_alone, effort, tens(effort)
            ),
            *grown("an item built and checked as one request", building, effort, tens(effort)),
        ]


def tens(effort: Effort) -> list[int]:
    """List 1, 10, 100 and so on, to the largest number of items."""
    sizes = [1]
    while sizes[-1] < effort.largest:
        sizes.append(sizes[-1] * 10)
    return sizes


def grown(
    what: str, sized: Callable[[int], Run], effort: Effort, sizes: Sequence[int]
) -> list[Figure]:
    """Compare the cost per item among each number of items with that among 100."""
    turns = take_turns(
        {named(size): sized(size) for size in sizes},
        Effort(min(effort.rounds, ROUNDS), effort.turn),
    )
    taken = {named(size): [each * 1000 / size for each in turns[named(size)]] for size in sizes}
    return [
        figure
        for size in sizes
        if size != BASE
        for figure in compare(
            f"{what}, {named(size)}", taken, {named(BASE): None}, named(size), "µs"
        )
    ]


def named(size: int) -> str:
    """Name a contender."""
    return f"among {size:,}"
