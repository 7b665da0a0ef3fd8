"""An Amazon Pinpoint inside your process: no account, no network, no sockets."""

from pinpoint_sdk.local.service import LocalPinpoint

__all__ = ["LocalPinpoint"]
