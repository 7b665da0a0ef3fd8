"""Sessions of the embedded service's own."""

from __future__ import annotations

import os

from botocore.configprovider import BOTOCORE_DEFAUT_SESSION_VARIABLES
from botocore.session import Session

from pinpoint_sdk.local.protocol.service_model import shared_loader


def isolated_session(kind: type[Session] = Session) -> Session:
    """A session that no file and no environment variable of the user influences.

    It has fake credentials.

    Args:
        kind: The class of the session: botocore's or aiobotocore's.
    """
    variables = {
        name: (None, None, default, convert)
        for name, (_, _, default, convert) in BOTOCORE_DEFAUT_SESSION_VARIABLES.items()
    }
    for name in ("config_file", "credentials_file"):
        variables[name] = (None, None, os.devnull, None)
    session = kind(session_vars=variables)
    session.set_config_variable("ignore_configured_endpoint_urls", True)
    session.register_component("data_loader", shared_loader())
    session.set_credentials("LOCALPINPOINT", "not-a-secret")
    return session
