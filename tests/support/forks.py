"""Forks while other threads are at work. Run as a program, it prints how the children ended.

An alarm ends a child that waits for ever.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

FORKS = 8
FINE, WRONG = "fine", "wrong"
ENDINGS = {0: FINE, 1: WRONG, -signal.SIGALRM: "hung"}


def endings_of(work: str) -> Counter[str]:
    """Fork in a process of its own, beside a kind of work; how often a child ended how."""
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", __name__, work],
        capture_output=True,
        check=True,
        text=True,
        timeout=300,
        cwd=Path(__file__).parents[2],
    )
    return Counter(json.loads(ran.stdout))


def forked(work: Callable[[], object], is_right: Callable[[], bool]) -> Counter[str]:
    """Fork again and again while four threads work; whether each child finds things right."""
    done = threading.Event()

    def go_on() -> None:
        while not done.is_set():
            work()

    threads = [threading.Thread(target=go_on) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        return Counter(ending_of_a_child(is_right) for _ in range(FORKS))
    finally:
        done.set()
        for thread in threads:
            thread.join()


def ending_of_a_child(is_right: Callable[[], bool]) -> str:
    child = os.fork()
    if not child:
        signal.alarm(20)
        os._exit(0 if right(is_right) else 1)
    _, status = os.waitpid(child, 0)
    return ENDINGS[os.waitstatus_to_exitcode(status)]


def right(is_right: Callable[[], bool]) -> bool:
    try:
        return is_right()
    except Exception:
        return False


def beside_clients() -> Counter[str]:
    """Threads make clients of ours; the child makes one of each kind."""
    from tests.support.sessions import (
        SERVICES,
        Maker,
        has_text_model,
        own_session,
        takes_2017_members,
    )

    maker = Maker.of(own_session())

    def makes_each_kind() -> bool:
        clients = {service: maker.boto3s(service) for service in SERVICES}
        return takes_2017_members(maker.ours()) and not has_text_model(clients["pinpoint"])

    makes_each_kind()  # what is imported at first use is imported
    return forked(maker.ours, makes_each_kind)


def beside_reading() -> Counter[str]:
    """Threads read answers; the child's collector is on."""
    from pinpoint_sdk import from_json
    from pinpoint_sdk.models import CampaignsResponse

    page = json.dumps({"Item": [{"State": {}, "Limits": {}, "tags": {}}] * 100})
    from_json(page, CampaignsResponse)
    return forked(lambda: from_json(page, CampaignsResponse), gc.isenabled)


if __name__ == "__main__":
    print(json.dumps({"clients": beside_clients, "reading": beside_reading}[sys.argv[1]]()))
