"""Runs the scenario of all 122 operations with the AWS CLI and the JavaScript SDK, over HTTP.

    python -m tests.interop.run_all

Ends with 1 if one of them fails or gets something else than boto3 in process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.http.server import serve
from tests.local.support.scenario import JSON
from tests.local.support.scenario_runner import (
    Client,
    answered,
    differences,
    errors,
    plain_boto3,
    run_under_moto,
)

HERE = Path(__file__).parent
CLIENTS = {
    "AWS CLI": (str(HERE.parents[1] / ".venv-interop/bin/python"), "run_cli.py"),
    "JavaScript SDK": ("node", "run.mjs"),
}


@contextmanager
def other_process(command: Sequence[str], service: LocalPinpoint) -> Generator[Client, None, None]:
    """A client that runs in a process of its own and calls the service over HTTP."""
    nobody = {
        "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_MAX_ATTEMPTS": "1",
    }
    with (
        serve(service) as url,
        subprocess.Popen(
            [*command, url],
            cwd=HERE,
            env={**os.environ, **nobody},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process,
    ):
        assert process.stdin
        assert process.stdout
        asks, answers = process.stdin, process.stdout

        def call(operation: str, values: JSON) -> JSON:
            print(json.dumps({"operation": operation, "input": values}), file=asks, flush=True)
            answer: JSON = json.loads(answers.readline())
            if "error" in answer:
                raise RuntimeError(answer["error"])
            output: JSON = answer["output"]
            return output

        yield call
        process.communicate()


def main() -> int:
    expected = run_under_moto(plain_boto3)
    wrong = errors(expected)
    print(f"boto3 in process: {len(answered(expected))} of 122 operations answered")
    for name, command in CLIENTS.items():
        theirs = run_under_moto(partial(other_process, command))
        found = [*errors(theirs), *differences(theirs, expected)]
        print(
            f"{name} over HTTP: {len(answered(theirs))} of 122 operations answered,"
            f" {len(found)} differences from boto3's in {len(theirs)} answers"
        )
        wrong += [f"{name}: {each}" for each in found]
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
