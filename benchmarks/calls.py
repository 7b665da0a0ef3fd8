"""Whole calls over HTTP: the request built each time, the answer read."""

from __future__ import annotations

from benchmarks.measure import BOTO3, CAPO, Effort, Figure, compare, take_turns
from benchmarks.sdks import sdks
from benchmarks.server import serving

TARGETS: dict[str, dict[str, float | None]] = {
    "get_campaign": {BOTO3: 0.90, CAPO: None},
    "get_campaigns": {BOTO3: 0.40, CAPO: 0.95},
    "update_endpoints_batch": {BOTO3: 0.30, CAPO: 0.60},
    "send_messages": {BOTO3: 0.45, CAPO: None},
}
SIZES = {
    "get_campaigns": ", 100 items",
    "update_endpoints_batch": ", 100 items",
    "send_messages": ", 100 addresses",
}


def measure(effort: Effort) -> list[Figure]:
    """Compare the four calls with boto3 and capo-pinpoint."""
    figures: list[Figure] = []
    with serving() as url, sdks(url) as every:
        for call, targets in TARGETS.items():
            contenders = {name: getattr(sdk, call) for name, sdk in every.items()}
            answers = [run() for run in contenders.values()]
            assert all(answer == answers[0] for answer in answers), f"{call}: different answers"
            taken = take_turns(contenders, effort)
            figures += compare(f"`{call}`{SIZES.get(call, '')}", taken, targets)
    return figures
