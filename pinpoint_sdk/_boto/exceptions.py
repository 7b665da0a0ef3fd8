"""Conversion of boto3's errors to ours."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator

from botocore import exceptions as boto

from pinpoint_sdk import errors
from pinpoint_sdk._boto.attempts import may_have_arrived

_CREDENTIAL_ERRORS = (
    boto.NoCredentialsError,
    boto.PartialCredentialsError,
    boto.CredentialRetrievalError,
    boto.TokenRetrievalError,
    boto.NoAuthTokenError,
    boto.SSOError,
    boto.UnauthorizedSSOTokenError,
)

_REGION_HELP = (
    "Pass region_name, such as 'us-east-1', or set AWS_DEFAULT_REGION or a region in the "
    "AWS configuration file."
)

_ENDPOINT_HELP = "Pass endpoint_url with its scheme, such as 'http://localhost:4566'."

_CREDENTIALS_HELP = (
    "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, choose a profile with AWS_PROFILE, or pass "
    "session=boto3.Session(...). To try the SDK without an account, use "
    "pinpoint_sdk.local.LocalPinpoint."
)

_NETWORK_HELP = (
    "Check the network, the proxy settings, the region and endpoint_url; timeouts and retries are "
    "set with config=botocore.config.Config(...)."
)

_PERHAPS_SENT = "AWS may have received the request: if you send it again, it can arrive twice."

_NOT_SENT = "The request was not carried out."

_BOTO = ("boto3", "botocore", "aiobotocore")

_PARSERS = ("botocore.parsers", "aiobotocore.parsers")

_HOOKS = ("botocore.hooks", "aiobotocore.hooks")


def our_error(
    error: Exception, operation: str = "", attempts: int = 1
) -> errors.PinpointError | None:
    """Convert an error of boto3's; None if it is not boto3's own, but comes from user code."""
    if isinstance(error, (boto.BotoCoreError, boto.ClientError)):
        return _our_boto_error(error, attempts) if _is_boto3s(type(error).__module__) else None
    if operation and _failed_in_the_parser(error):
        return errors.UnreadableResponseError(
            f"boto3 cannot read the answer to {operation}: {error}"
        )
    if isinstance(error, ValueError) and not operation and _failed_in_boto3(error):
        hint = f". {_ENDPOINT_HELP}" if "endpoint" in str(error) else ""
        return errors.ConfigurationError(f"boto3 cannot make a client: {error}{hint}")
    return None


def _our_boto_error(
    error: boto.BotoCoreError | boto.ClientError, attempts: int
) -> errors.PinpointError | None:
    match error:
        case boto.StubResponseError():
            return None
        case boto.ClientError():
            return errors.service_error(error)
        case boto.ParamValidationError():
            return errors.ValidationError([errors.Problem("boto3", str(error))])
        case boto.NoRegionError() | boto.InvalidRegionError():
            return errors.RegionError(f"{error} {_REGION_HELP}")
        case _ if isinstance(error, _CREDENTIAL_ERRORS):
            return errors.CredentialsError(f"{error}. {_CREDENTIALS_HELP}")
        case boto.HTTPClientError() | boto.ConnectionError():
            arrived = may_have_arrived(error, attempts)
            return errors.NetworkError(
                f"{error}. {_PERHAPS_SENT if arrived else _NOT_SENT} {_NETWORK_HELP}",
                may_have_arrived=arrived,
            )
        case _:
            return errors.ConfigurationError(f"boto3 cannot make the call: {error}")


def _failed_in_the_parser(error: Exception) -> bool:
    """Whether botocore's parser raised it, on an answer of another shape than the operation's.

    An error of a handler, or of a call that a handler makes, comes through ``botocore.hooks``.
    """
    for module in _modules_of(error):
        if module in _PARSERS:
            return True
        if module in _HOOKS:
            return False
    return False


def _failed_in_boto3(error: Exception) -> bool:
    """Whether only code of boto3 and of Python took part, and nothing that a user registered."""
    packages = {module.partition(".")[0] for module in _modules_of(error)}
    return packages <= {*_BOTO, "pinpoint_sdk", *sys.stdlib_module_names}


def _modules_of(error: Exception) -> Iterator[str]:
    """Yield the modules that an error came through, the outermost first."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        yield str(frame.f_globals.get("__name__", ""))


def _is_boto3s(module: str) -> bool:
    return module.partition(".")[0] in _BOTO
