"""How often operations may be called."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from pinpoint_sdk.local.protocol.errors import TooManyRequests
from pinpoint_sdk.local.quotas import Quotas
from pinpoint_sdk.local.state.fixed_window import FixedWindow


class Rates:
    """Counts the calls of each operation in the present second of the service's clock."""

    def __init__(self) -> None:
        self._windows: dict[str, FixedWindow] = defaultdict(FixedWindow)

    def count(self, operation: str, now: datetime, quotas: Quotas) -> None:
        """Count a call.

        Raises:
            TooManyRequests: The second has had as many as the quota allows.
        """
        limit = quotas.calls_per_second.get(operation)
        if limit is None:
            return
        window = self._windows[operation]
        if window.left(limit, now) < 1:
            raise TooManyRequests(f"{operation} may be called {limit} times a second")
        window.count(1, now)
