from __future__ import annotations

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("aiobotocore") else ["test_*.py"]
"""These tests run in environments of their own, since aiobotocore pins botocore: make async."""
