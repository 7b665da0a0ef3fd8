"""Ctrl-C, and what else may happen at any moment of a run.

Python tells a profile function of each call and return, and lets it raise. It is the thread's own,
and disturbs neither a debugger nor the coverage.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pinpoint_sdk

Run = Callable[[], object]

OURS = (str(Path(pinpoint_sdk.__file__).parent), contextlib.__file__)


def moments_of(run: Run) -> list[bool]:
    """Of each moment of a run, whether it is in our code or in what that calls itself."""
    moments: list[bool] = []

    def note(frame: FrameType, event: str, arg: object) -> None:
        del event, arg
        moments.append(is_ours(frame) or is_ours(frame.f_back))

    at_every_moment(run, note)
    return moments


def interrupted(run: Run, moment: int) -> bool:
    """Interrupt a run at a moment; whether it got that far."""
    try:
        at_moment(run, moment, interrupt)
    except KeyboardInterrupt:
        return True
    return False


def interrupt() -> None:
    raise KeyboardInterrupt


def at_moment(run: Run, moment: int, act: Run) -> None:
    """Run, and do something at one moment, counted from 0."""
    passed = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal passed
        del frame, event, arg
        passed += 1
        if passed == moment + 1:
            act()

    at_every_moment(run, count)


def at_every_moment(run: Run, profile: Callable[[FrameType, str, object], None]) -> None:
    """Run, and call ``profile`` at each call and each return."""
    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        run()
    finally:
        sys.setprofile(before)


def is_ours(frame: FrameType | None) -> bool:
    return frame is not None and frame.f_code.co_filename.startswith(OURS)
