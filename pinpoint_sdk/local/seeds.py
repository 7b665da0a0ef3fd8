"""Seeds for services that name none."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from threading import Lock
from weakref import finalize

_LOCK = Lock()
_TAKEN: set[int] = set()


def take_seed(owner: object) -> tuple[int, Callable[[], object]]:
    """The smallest number that no other owner has, and what gives it back.

    It is given back when the owner is gone, too.
    """
    with _LOCK:
        seed = next(number for number in count() if number not in _TAKEN)
        _TAKEN.add(seed)
    release = finalize(owner, _TAKEN.discard, seed)
    release.atexit = False
    return seed, release
