"""What belongs to the whole process, and so to its owner: no library changes it.

Run as a program with names of modules, it imports each and prints what that changed.
"""

from __future__ import annotations

import asyncio.events
import contextlib
import decimal
import gc
import importlib
import json
import locale
import logging
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import boto3

IMPORTED_BY_OURS = ("attrs", "boto3", "boto3.session", "botocore.stub", "cattrs")
IMPORTED_BY_OURS_IF_THERE = ("orjson", "phonenumbers", "pytest")

State = Mapping[str, object]


def process_state() -> State:
    """All of it, by name."""
    any_threading: Any = threading
    any_events: Any = asyncio.events
    return {
        **{f"gc.{name}": value for name, value in collector_state().items()},
        "os.environ": dict(os.environ),
        "os.getcwd": str(Path.cwd()),
        "os.umask": umask(),
        "warnings.filters": [*warnings.filters],
        "warnings.showwarning": warnings.showwarning,
        "logging": {name: logger_state(each) for name, each in loggers().items()},
        "logging.disable": logging.root.manager.disable,
        "logging classes": (logging.getLoggerClass(), logging.getLogRecordFactory()),
        "signal": {each: signal.getsignal(each) for each in signal.valid_signals()},
        "locale": locale.setlocale(locale.LC_ALL),
        "decimal": repr(decimal.getcontext()),
        "sys.settrace": sys.gettrace(),
        "sys.setprofile": sys.getprofile(),
        "sys.recursionlimit": sys.getrecursionlimit(),
        "sys.switchinterval": sys.getswitchinterval(),
        "sys.int_max_str_digits": int_max_str_digits(),
        "sys hooks": (sys.excepthook, sys.unraisablehook, sys.displayhook, sys.breakpointhook),
        "sys.path": [*sys.path],
        "sys finders": ([*sys.meta_path], [*sys.path_hooks]),
        "sys streams": (sys.stdin, sys.stdout, sys.stderr),
        "threading.excepthook": threading.excepthook,
        "threading hooks": (any_threading._trace_hook, any_threading._profile_hook),
        "threading.stack_size": threading.stack_size(),
        "asyncio policy": any_events._event_loop_policy,
        "boto3.DEFAULT_SESSION": boto3.DEFAULT_SESSION,
        "random": random.getstate(),
        "socket timeout": socket.getdefaulttimeout(),
    }


def collector_state() -> State:
    """Whether and how Python's collector works."""
    return {
        "enabled": gc.isenabled(),
        "threshold": gc.get_threshold(),
        "callbacks": [*gc.callbacks],
        "debug": gc.get_debug(),
        "frozen": gc.get_freeze_count(),
    }


def umask() -> int:
    os.umask(now := os.umask(0))
    return now


def int_max_str_digits() -> int:
    get: Callable[[], int] = getattr(sys, "get_int_max_str_digits", lambda: 0)  # not in all 3.10
    return get()


def loggers() -> dict[str, logging.Logger]:
    """The loggers that are there, the root among them."""
    known = {
        name: each
        for name, each in logging.root.manager.loggerDict.items()
        if isinstance(each, logging.Logger)
    }
    return {"root": logging.root, **known}


def logger_state(logger: logging.Logger) -> object:
    return (
        logger.level,
        logger.disabled,
        logger.propagate,
        [*logger.handlers],
        [*logger.filters],
    )


UNTOUCHED: object = (logging.NOTSET, False, True, list[object](), list[object]())


def changes(before: State, after: State) -> list[str]:
    """The names of what is not as it was; a logger that is new and as Python makes them is not."""
    found = [name for name in before if name != "logging" and before[name] != after[name]]
    old: Any = before["logging"]
    new: Any = after["logging"]
    return found + [f"logging of {name}" for name in new if new[name] != old.get(name, UNTOUCHED)]


def changed_by(run: Callable[[], object]) -> list[str]:
    """The names of what a run changes."""
    before = process_state()
    run()
    return changes(before, process_state())


def changed_by_imports(modules: Iterable[str]) -> dict[str, list[str]]:
    """Of each module, in a new process, what its import changes beside what others' do."""
    ran = subprocess.run(
        [sys.executable, "-m", __name__, *modules], capture_output=True, check=True, text=True
    )
    found: dict[str, list[str]] = json.loads(ran.stdout)
    return found


def import_others() -> None:
    """Import what ours imports of others: what that changes is not ours to mend."""
    for name in IMPORTED_BY_OURS:
        importlib.import_module(name)
    for name in IMPORTED_BY_OURS_IF_THERE:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def changed_by_import(name: str) -> list[str]:
    return changed_by(lambda: importlib.import_module(name))


if __name__ == "__main__":
    import_others()
    print(json.dumps({name: changed_by_import(name) for name in sys.argv[1:]}))
