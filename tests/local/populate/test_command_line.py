"""``python -m pinpoint_sdk.local --populate PATH``."""

from __future__ import annotations

import json
import logging
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from socket import socket, socketpair

import pytest

from pinpoint_sdk.local import LocalPinpoint, __main__
from tests.local.populate.samples import APP, SAMPLES


def write(folder: Path, *operations: str) -> list[str]:
    """Files with samples, as options of the command."""
    options: list[str] = []
    for each in operations:
        (folder / f"{each}.json").write_text(json.dumps(SAMPLES[each]), "utf-8")
        options += ["--populate", str(folder / f"{each}.json")]
    return options


def test_what_is_given_is_served_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    served: list[list[str]] = []

    @contextmanager
    def serve(service: LocalPinpoint, *_: object, **__: object) -> Generator[str]:
        served.append(service.inspect(lambda account, _: [*account.projects]))
        yield "http://127.0.0.1"

    @contextmanager
    def a_signal() -> Generator[socket]:
        arrives, puts = socketpair()
        with arrives, puts:
            puts.send(b"1")
            yield arrives

    monkeypatch.setattr(__main__, "serve", serve)
    monkeypatch.setattr(__main__, "first_signal", a_signal)
    caplog.set_level(logging.INFO)
    assert __main__.main(write(tmp_path, "GetCampaign", "GetApp")) == 0
    assert served == [[APP]]
    assert "loaded: projects: 1, campaigns: 1" in caplog.text
    caplog.clear()
    assert __main__.main([]) == 0
    assert "loaded" not in caplog.text


def test_what_cannot_be_loaded_ends_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.json").write_text('{"Foo": 1}', "utf-8")
    for path, words in ((tmp_path, "notes.json: expected an answer"), (tmp_path / "no", "no")):
        assert __main__.main(["--populate", str(path)]) == 2
        assert words in capsys.readouterr().err
