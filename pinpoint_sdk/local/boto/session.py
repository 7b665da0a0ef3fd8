"""Sessions of the embedded service's own."""

from __future__ import annotations

import os

import botocore.session
from botocore.configprovider import BOTOCORE_DEFAUT_SESSION_VARIABLES

from pinpoint_sdk.local.protocol.service_model import shared_loader


def isolated_session() -> botocore.session.Session:
    """A botocore session that no file and no environment variable of the user influences."""
    variables = {
        name: (None, None, default, convert)
        for name, (_, _, default, convert) in BOTOCORE_DEFAUT_SESSION_VARIABLES.items()
    }
    for name in ("config_file", "credentials_file"):
        variables[name] = (None, None, os.devnull, None)
    session = botocore.session.Session(session_vars=variables)
    session.set_config_variable("ignore_configured_endpoint_urls", True)
    session.register_component("data_loader", shared_loader())
    return session
