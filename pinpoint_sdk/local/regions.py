"""The AWS regions of the embedded service."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from pinpoint_sdk.local.arguments import REGION
from pinpoint_sdk.local.clock import Clock
from pinpoint_sdk.local.dispatcher import Dispatcher
from pinpoint_sdk.local.protocol.errors import OtherRegion
from pinpoint_sdk.local.protocol.types import HttpRequest, HttpResponse
from pinpoint_sdk.local.state.account import Account

_SCOPE = re.compile(r"Credential=[^/,]*/\d*/(?P<region>[^/,]+)/mobiletargeting/aws4_request")


class Regions:
    """The regions of a service: each has an account of its own, empty until it is first used.

    Args:
        home: The region of requests that name no region.
        held: The names of the regions; all by default.
        clock: Performs their tasks.
        open_account: Opens the account of a region.
        dispatcher: Makes what answers from an account.
    """

    def __init__(
        self,
        home: str,
        held: Collection[str] | None,
        clock: Clock,
        open_account: Callable[[str], Account],
        dispatcher: Callable[[Account], Dispatcher],
    ) -> None:
        self.home = home
        self._held = held
        self._clock = clock
        self._open_account = open_account
        self._dispatcher = dispatcher
        self._accounts: dict[str, Account] = {}
        self._dispatchers: dict[str, Dispatcher] = {}
        self._closed = False

    def hold(self, region_name: str) -> bool:
        """Whether the service has a region."""
        return self._held is None or region_name in self._held

    @property
    def accounts(self) -> Mapping[str, Account]:
        """The accounts of the regions that have been used, by region."""
        return self._accounts

    def dispatcher(self, region_name: str) -> Dispatcher:
        """What answers the requests to a region.

        Raises:
            OtherRegion: The service does not have it.
        """
        with self._clock.lock:
            known = self._dispatchers.get(region_name)
            if known is not None:
                return known
            if not self.hold(region_name):
                raise OtherRegion(
                    f"This LocalPinpoint has {', '.join(self._held or ())}, not {region_name}. "
                    "Name the regions that it should have: LocalPinpoint(regions=[...])"
                )
            return self.add(self._open_account(region_name))

    def add(self, account: Account) -> Dispatcher:
        """Serve an account as the one of its region."""
        dispatcher = self._dispatcher(account)
        self._accounts[account.region] = account
        self._dispatchers[account.region] = dispatcher
        if self._closed:
            dispatcher.close()
        return dispatcher

    def dispatch(self, request: HttpRequest) -> HttpResponse:
        """Answer a request in its region; see ``Dispatcher.dispatch``."""
        try:
            dispatcher = self.dispatcher(request.region_name or signed_region(request) or self.home)
        except OtherRegion as error:
            return error.response()
        return dispatcher.dispatch(request)

    def close(self) -> None:
        """Answer every request with an error from now on."""
        with self._clock.lock:
            self._closed = True
            for dispatcher in self._dispatchers.values():
                dispatcher.close()


def signed_region(request: HttpRequest) -> str | None:
    """The region that a request was signed for, with any key; None if it is not signed."""
    scope = _SCOPE.search(request.headers.get("AUTHORIZATION", ""))
    return scope["region"] if scope and REGION.fullmatch(scope["region"]) else None
