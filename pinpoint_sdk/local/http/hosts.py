"""The names under which the server answers: what a Host header may say.

Any web site can let its name resolve to this machine. Were its name accepted, its pages could use
the server from a browser that runs here, as if they were its own (DNS rebinding).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from ipaddress import ip_address

from pinpoint_sdk.local.protocol.errors import Forbidden

_NAME = re.compile(r"[a-z0-9._-]+", re.IGNORECASE)
_HEADER = re.compile(rf"(?P<name>\[[^\[\]]+\]|{_NAME.pattern})(:[0-9]*)?", re.IGNORECASE)
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


class Hosts:
    """The names that a server has.

    Ports are not compared: a forwarded port differs, and a rebound name has the right one.

    Args:
        given: The host that it was told to listen on.
        bound: The address that this is.
        allowed: Other names. Without any, a server that others can reach answers to every name.
    """

    def __init__(self, given: str, bound: str, allowed: Collection[str] = ()) -> None:
        self._names: set[str] | None = None
        if allowed or ip_address(bound).is_loopback:
            self._names = {_plain(name) for name in (given, bound, *_THIS_MACHINE, *allowed)}

    def check(self, header: str | None) -> None:
        """Reject a Host header that names another host; HTTP/1.0 may do without one.

        Raises:
            Forbidden: It does.
        """
        if self._names is None or header is None:
            return
        match = _HEADER.fullmatch(header)
        if match is None:
            raise Forbidden(f"The Host header is malformed: {header}")
        if _plain(match["name"]) not in self._names:
            name = match["name"]
            raise Forbidden(
                f"This server is not called {name}. To serve it under this name too, start it "
                f"with --allow-host {name}, or with allow_hosts=[{name!r}]."
            )


def host_name(text: str) -> str:
    """A host name or address as it is compared.

    Raises:
        ValueError: It is something else.
    """
    name = _plain(text)
    if not _is_address(name) and not _NAME.fullmatch(name):
        raise ValueError(f"must be a host name such as pinpoint, without a port, got {text!r}")
    return name


def _plain(name: str) -> str:
    """In lower case, without brackets, zone and final dot; an address in its shortest form."""
    name = name.lower().removesuffix(".")
    address = name.removeprefix("[").removesuffix("]").partition("%")[0]
    return str(ip_address(address)) if _is_address(address) else name


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
