"""aiobotocore, which the extra ``async`` installs."""

from __future__ import annotations

try:
    from aiobotocore.session import AioSession
except ModuleNotFoundError as error:
    if not str(error.name).startswith("aiobotocore"):
        raise
    raise ModuleNotFoundError(
        "The clients for asyncio need aiobotocore: pip install 'pinpoint-sdk[async]'",
        name="aiobotocore",
    ) from error
except ImportError as error:
    raise ImportError(
        f"aiobotocore does not fit the botocore that is installed: {error}. Let pip choose "
        "versions that fit: pip install 'pinpoint-sdk[async]'"
    ) from error

__all__ = ["AioSession"]
