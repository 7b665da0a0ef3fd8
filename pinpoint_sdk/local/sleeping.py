"""Moving a clock where code sleeps."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from threading import Lock, get_ident
from typing import Any
from unittest.mock import patch

_LOCK = Lock()
_FOLLOWED: dict[object, tuple[int, Callable[[float], object]]] = {}
"""What moves the clock of each open block, and the thread that the block is about."""
_PATCHES = ExitStack()
_sleep, _asyncio_sleep = time.sleep, asyncio.sleep


@contextmanager
def following_sleep(advance: Callable[[float], object]) -> Generator[None]:
    """Call ``advance`` where this thread would sleep in this block; the innermost block counts."""
    block = object()
    with _LOCK:
        if not _FOLLOWED:
            _PATCHES.enter_context(patch("time.sleep", _advance_or_sleep))
            _PATCHES.enter_context(patch("asyncio.sleep", _advance_or_sleep_in_asyncio))
        _FOLLOWED[block] = get_ident(), advance
    try:
        yield
    finally:
        with _LOCK:
            del _FOLLOWED[block]
            if not _FOLLOWED:
                _PATCHES.close()


def _advances(seconds: float) -> bool:
    """Move the innermost clock of this thread, and say whether there is one."""
    mine = [advance for thread, advance in [*_FOLLOWED.values()] if thread == get_ident()]
    if not mine or not seconds > 0:
        return False
    mine[-1](seconds)
    return True


def _advance_or_sleep(seconds: float, /) -> None:
    if not _advances(seconds):
        _sleep(seconds)


async def _advance_or_sleep_in_asyncio(delay: float, result: Any = None) -> Any:
    return await _asyncio_sleep(0 if _advances(delay) else delay, result)
