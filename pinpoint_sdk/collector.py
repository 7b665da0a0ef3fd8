"""Python's collector of cycles, which waits while an answer is read.

It starts whenever several hundred containers were made, and goes through all that are alive. An
answer of a hundred campaigns is four thousand containers without a cycle among them: the collector
would start half a dozen times, find nothing, and hold each half-read answer for long-lived.
"""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable
from typing import TypeVar

from typing_extensions import ParamSpec

__all__ = ["uncollected"]

P = ParamSpec("P")
T = TypeVar("T")


def uncollected(read: Callable[P, T]) -> Callable[P, T]:
    """Let the collector wait while ``read`` runs; one that is off stays off."""

    @functools.wraps(read)
    def reading(*args: P.args, **kwargs: P.kwargs) -> T:
        if not gc.isenabled():
            return read(*args, **kwargs)
        gc.disable()
        try:
            return read(*args, **kwargs)
        finally:
            gc.enable()

    return reading
