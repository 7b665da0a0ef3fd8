"""Identifiers: unique, and the same for the same seed and the same calls."""

from __future__ import annotations

import random
from uuid import UUID
from zlib import crc32


class Ids:
    """Makes the identifiers of one account.

    Args:
        seed: The same seed gives the same ids.
    """

    def __init__(self, seed: int | str) -> None:
        # A stream each, so that a refused or repeated request does not shift the ids of resources.
        self._resources = random.Random(f"{seed}:resources")
        self._requests = random.Random(f"{seed}:requests")
        self._codes = random.Random(f"{seed}:codes")

    def resource_id(self) -> str:
        """32 lower-case hexadecimal digits: projects, campaigns, segments, messages."""
        return f"{self._resources.getrandbits(128):032x}"

    def request_id(self) -> str:
        """A UUID."""
        return str(UUID(int=self._requests.getrandbits(128), version=4))

    def code(self, length: int) -> str:
        """A one-time password of this many digits."""
        return f"{self._codes.randrange(10**length):0{length}}"


def cohort_id(endpoint_id: str) -> str:
    """The cohort of an endpoint, "0" to "99": always the same for the same endpoint id."""
    return str(_hash(endpoint_id) % 100)


def shard_id(endpoint_id: str) -> str:
    """The shard of an endpoint, "0" to "99": always the same for the same endpoint id."""
    return str(_hash(endpoint_id) // 100 % 100)


def bucket(text: str) -> int:
    """A number from 0 to 99: always the same for the same text, and evenly spread."""
    return _hash(text) % 100


def _hash(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))
