"""Code that asks again and again while the clock stands."""

from __future__ import annotations

import warnings
from datetime import datetime

from pinpoint_sdk.local.protocol.types import HttpRequest

_SAME_REQUESTS = 5


class Polls:
    """Warns once where the same is asked again and again, and could only change with the time."""

    def __init__(self) -> None:
        self._latest: object = None
        self._repeated = 0

    def count(self, request: HttpRequest, now: datetime, next_due: datetime | None) -> None:
        """Count a request that is made while something is due at a later time of the clock."""
        asked = request.method, request.target, now
        self._repeated = self._repeated + 1 if asked == self._latest else 1
        self._latest = asked
        if self._repeated == _SAME_REQUESTS and request.method == "GET" and next_due is not None:
            warnings.warn(
                f"{request.target.partition('?')[0]} was read {_SAME_REQUESTS} times in a row, and "
                f"the clock of this LocalPinpoint stands at {now:%Y-%m-%d %H:%M:%S}. What is due "
                f"next is due at {next_due:%Y-%m-%d %H:%M:%S}. If the code waits for it, move the "
                "clock: service.clock.advance(...), or let it follow time.sleep: "
                "with service.clock.follow_sleep(): ...",
                stacklevel=2,
            )
