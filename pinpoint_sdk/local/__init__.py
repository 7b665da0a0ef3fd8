"""An Amazon Pinpoint inside your process: no account, no sockets."""

from pinpoint_sdk.local.clock import Clock, SystemClock
from pinpoint_sdk.local.failures import Failures
from pinpoint_sdk.local.inbox import Inbox, InboxMessage
from pinpoint_sdk.local.populate.report import LeftOut, Populated
from pinpoint_sdk.local.quotas import Quotas
from pinpoint_sdk.local.service import LocalPinpoint

__all__ = [
    "Clock",
    "Failures",
    "Inbox",
    "InboxMessage",
    "LeftOut",
    "LocalPinpoint",
    "Populated",
    "Quotas",
    "SystemClock",
]
