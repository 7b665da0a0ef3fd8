"""``python -m pinpoint_sdk.local``: the embedded service for other processes and languages."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from socket import socket, socketpair

import boto3

from pinpoint_sdk.local.clock import SystemClock
from pinpoint_sdk.local.http.hosts import host_name
from pinpoint_sdk.local.http.origins import origin
from pinpoint_sdk.local.http.server import serve
from pinpoint_sdk.local.service import LocalPinpoint

_log = logging.getLogger(__name__)

PORT = 7467
"""PINP on a telephone."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until a signal comes; returns the exit code."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s")
    with first_signal() as arrives:
        try:
            service = _service(options)
            if options.populate:
                _log.info("%s", service.populate(*options.populate))
            if options.save_on_exit:
                service.save(options.seed_file)  # fail now if the file cannot be written
        except (OSError, ValueError) as error:
            return _fail(2, str(error))
        try:
            with serve(
                service,
                options.host.strip("[]"),
                options.port,
                allow_origins=options.allow_origin or (),
                allow_hosts=options.allow_host or (),
            ) as url:
                print(f"Amazon Pinpoint on {url}", flush=True)
                arrives.recv(1)
        except (OSError, ValueError) as error:
            return _fail(1, f"cannot listen on {options.host}, port {options.port}: {error}")
        try:
            if options.save_on_exit:
                service.save(options.seed_file)
        except OSError as error:
            return _fail(1, f"cannot save: {error}")
    return 0


@contextmanager
def first_signal() -> Generator[socket, None, None]:
    """A socket from which the first signal can be read; the second one ends the process at once.

    Python's own code puts it there, at whatever moment it comes. A handler that sets an Event could
    wait for itself, and be called late: Windows lets no Ctrl-C through while a thread waits.
    """
    arrives, puts = socketpair()
    with arrives, puts:
        puts.setblocking(False)
        signal.set_wakeup_fd(puts.fileno())
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)  # Windows has no SIGHUP
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, lambda number, _: signal.signal(number, signal.SIG_DFL))
        try:
            yield arrives
        finally:
            signal.set_wakeup_fd(-1)


def _service(options: argparse.Namespace) -> LocalPinpoint:
    seed_file: Path | None = options.seed_file
    if options.save_on_exit and seed_file is None:
        raise ValueError("--save-on-exit requires --seed-file")
    clock, aws = SystemClock(), boto3.Session() if options.aws else None
    if seed_file is not None and (seed_file.exists() or not options.save_on_exit):
        return LocalPinpoint.load(seed_file, clock=clock, seed=options.seed, aws=aws)
    return LocalPinpoint(region_name=options.region, clock=clock, seed=options.seed, aws=aws)


def _fail(code: int, text: str) -> int:
    print(f"pinpoint_sdk.local: {text}", file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m pinpoint_sdk.local",
        description="An Amazon Pinpoint on this machine, for any AWS SDK and the AWS CLI.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    add = parser.add_argument
    add(
        "--host",
        default="127.0.0.1",
        help="address to listen on; who can reach it has full access",
    )
    add("--port", type=_port, default=PORT, help="port to listen on; 0 for a free one")
    add(
        "--allow-origin",
        action="append",
        type=_checked(origin),
        metavar="ORIGIN",
        help="let web pages of this origin, such as http://localhost:3000, use everything; may be "
        "repeated; '*' lets every web site that you open do so",
    )
    add(
        "--allow-host",
        action="append",
        type=_checked(host_name),
        metavar="NAME",
        help="answer under this name too, beside those of this machine; may be repeated; without "
        "it, a server that is not on loopback answers under every name",
    )
    add("--region", default="us-east-1", help="AWS region of requests that name none")
    add("--seed", type=int, default=0, help="seed of ids and of random behaviour")
    add("--seed-file", type=Path, metavar="FILE", help="start with the state that was saved here")
    add("--save-on-exit", action="store_true", help="save the state to the seed file on exit")
    add(
        "--populate",
        type=Path,
        metavar="PATH",
        action="append",
        help="load what was saved from AWS: a file or a folder; may be repeated",
    )
    add("--aws", action="store_true", help="let jobs and event streams call S3, Kinesis, Firehose")
    return parser


def _checked(check: Callable[[str], str]) -> Callable[[str], str]:
    """A check whose messages argparse shows."""

    def checked(text: str) -> str:
        try:
            return check(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return checked


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to 65535, got {text!r}")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
