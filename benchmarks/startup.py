"""What a program pays before its first call: whole processes, with their bytecode cached."""

from __future__ import annotations

import os
import sys

from benchmarks.measure import BOTO3, OURS, Effort, Figure, Run, compare, rotated, take_turns
from benchmarks.sdks import ACCESS_KEY, REGION, SECRET_KEY, session
from benchmarks.server import ROOT
from pinpoint_sdk import PinpointClient

INTERPRETER = "Python alone"
IMPORTS = {OURS: "import pinpoint_sdk", BOTO3: "import boto3", INTERPRETER: "pass"}
BOTO3_CLIENT = "import boto3; boto3.client('pinpoint')"
CLIENTS = {
    OURS: "from pinpoint_sdk import PinpointClient; PinpointClient()",
    BOTO3: BOTO3_CLIENT,
}
CLIENTS_AND_MODELS = {
    OURS: (
        "from pinpoint_sdk import PinpointClient\n"
        "from pinpoint_sdk.models import MessageRequest\n"
        "PinpointClient(); MessageRequest"
    ),
    BOTO3: BOTO3_CLIENT,
}
ENVIRONMENT = {
    "AWS_DEFAULT_REGION": REGION,
    "AWS_ACCESS_KEY_ID": ACCESS_KEY,
    "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
    "AWS_EC2_METADATA_DISABLED": "true",
    "PYTHONPATH": str(ROOT),
}


def measure(effort: Effort) -> list[Figure]:
    """Compare imports and finished clients with boto3's."""
    return [
        *compared("`import pinpoint_sdk`, of `import boto3`", IMPORTS, effort, 0.15),
        *compared("a client made, of boto3's", CLIENTS, effort, 1.10),
        *compared("a client and a model, of boto3's client", CLIENTS_AND_MODELS, effort, 1.20),
        *another_client(effort),
    ]


def another_client(effort: Effort) -> list[Figure]:
    """Compare what a client costs if its session has made one before."""
    used = session()
    makers: dict[str, Run] = {
        OURS: lambda: PinpointClient(session=used),
        BOTO3: lambda: used.client("pinpoint"),
    }
    return compare("another client of a session", take_turns(makers, effort), {BOTO3: 1.10})


def compared(what: str, programs: dict[str, str], effort: Effort, target: float) -> list[Figure]:
    """Run the programs in turns."""
    for program in programs.values():
        process_time(program)  # leaves the bytecode behind
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for number in range(effort.rounds):
        for name in rotated([*programs], number):
            taken[name].append(process_time(programs[name]))
    figures = compare(what, taken, {BOTO3: target})
    if INTERPRETER in taken:
        figures += compare(f"{INTERPRETER}, of `import boto3`", taken, {BOTO3: None}, INTERPRETER)
    return figures


def process_time(program: str) -> float:
    """Measure the CPU milliseconds of a process that runs the program, from start to end."""
    command = [sys.executable, "-c", program]
    process = os.posix_spawn(sys.executable, command, {**os.environ, **ENVIRONMENT})
    _, status, usage = os.wait4(process, 0)
    assert status == 0, program
    return (usage.ru_utime + usage.ru_stime) * 1000
