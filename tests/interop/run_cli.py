"""Calls Pinpoint at an endpoint with the AWS CLI: a line of JSON in is one call, a line out its
output or its error.

    python run_cli.py http://127.0.0.1:8080

It runs where awscli is installed, and calls the entry point of ``aws`` many times in one process.
"""

from __future__ import annotations

import importlib
import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import Any, cast

xform_name: Any = importlib.import_module("awscli.botocore").xform_name


def with_dates(value: Any) -> Any:
    """The same with dates as the CLI takes them, as texts."""
    match value:
        case {"$date": text}:
            return text
        case dict():
            return {key: with_dates(item) for key, item in cast("dict[str, Any]", value).items()}
        case [*items]:
            return [with_dates(item) for item in items]
        case _:
            return value


def call(aws: Any, url: str, operation: str, values: Any) -> Any:
    command = [
        "pinpoint",
        xform_name(operation, "-"),
        "--cli-input-json",
        json.dumps(with_dates(values)),
    ]
    printed, complaint = io.StringIO(), io.StringIO()
    with redirect_stdout(printed), redirect_stderr(complaint):
        status = aws.main([*command, "--endpoint-url", url, "--output", "json"])
    if status:
        return {"error": complaint.getvalue().strip()}
    return {"output": json.loads(printed.getvalue() or "{}")}


def main(url: str) -> None:
    aws = importlib.import_module("awscli.clidriver").create_clidriver()
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(call(aws, url, asked["operation"], asked["input"])), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
