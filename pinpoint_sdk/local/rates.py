"""How often operations may be called."""

from __future__ import annotations

from datetime import datetime

from pinpoint_sdk.local.faults import TooManyRequests
from pinpoint_sdk.local.quotas import Quotas

__all__ = ["Rates"]


class Rates:
    """Counts the calls of each operation in the present second of the service's clock."""

    def __init__(self) -> None:
        self._counts: dict[str, tuple[datetime, int]] = {}

    def count(self, operation: str, now: datetime, quotas: Quotas) -> None:
        """Count a call; raises TooManyRequests where there were as many as there may be."""
        most = quotas.calls_per_second.get(operation)
        if most is None:
            return
        second = now.replace(microsecond=0)
        since, counted = self._counts.get(operation, (second, 0))
        counted = counted if since == second else 0
        if counted >= most:
            raise TooManyRequests(f"{operation} may be called {most} times a second")
        self._counts[operation] = second, counted + 1
