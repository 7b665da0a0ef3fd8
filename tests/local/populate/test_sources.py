"""Files and folders: which are read, how, and how much of them."""

from __future__ import annotations

import gzip
import json
import os
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, cast

import pytest

from pinpoint_sdk.local import LocalPinpoint, Quotas
from pinpoint_sdk.local.populate import sources
from tests.local.populate.samples import APP, ENDPOINT, PROJECT, SAMPLES
from tests.local.support.boto import Boto

BARE = {name: value for name, value in ENDPOINT.items() if name != "ApplicationId"}


def lines(*documents: object) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in documents)


def pretty(document: object, encoding: str = "utf-8") -> bytes:
    return json.dumps(document, indent=4, ensure_ascii=False).encode(encoding)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cli.json", pretty(SAMPLES["GetApp"])),
        ("windows.json", pretty(SAMPLES["GetApp"], "utf-8-sig")),
        ("powershell.json", pretty(SAMPLES["GetApp"], "utf-16")),
        ("one-line.json", json.dumps(SAMPLES["GetApp"]).encode()),
        ("array.json", b"\n\n" + pretty([SAMPLES["GetApp"]])),
        ("packed.json.gz", gzip.compress(pretty(SAMPLES["GetApp"]))),
        ("lines.jsonl", lines(SAMPLES["GetApp"], {"Item": []})),
    ],
)
def test_forms_of_files(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    for path in (str(tmp_path / name), tmp_path / name, tmp_path):
        with LocalPinpoint() as other:
            assert other.populate(path).loaded == {"projects": 1}


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_export_has_an_endpoint_a_line(
    service: LocalPinpoint, client: Boto, tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    export = b"\n" + lines(*({**BARE, "Id": str(number)} for number in range(3))) + b"\n  \n"
    (tmp_path / "part-0.gz").write_bytes(pack(export) + pack(lines({**BARE, "Id": "3"})))
    report = service.populate(tmp_path / "part-0.gz", application_id=APP)
    assert report.loaded == {"projects": 1, "endpoints": 4}
    for number in range(4):
        found = client.get_endpoint(ApplicationId=APP, EndpointId=str(number))["EndpointResponse"]
        assert found == {**ENDPOINT, "Id": str(number), "ShardId": found["ShardId"]}


def test_a_folder_may_name_the_project(service: LocalPinpoint, tmp_path: Path) -> None:
    folder = tmp_path / APP / "deep"
    folder.mkdir(parents=True)
    (folder / "part.jsonl").write_bytes(lines(BARE, {**BARE, "Id": "other"}))
    (tmp_path / "apps.json").write_bytes(pretty(SAMPLES["GetApps"]))
    (tmp_path / "notes.txt").write_text("not for us", "utf-8")
    (tmp_path / ".DS_Store").write_text("not for us either", "utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config.json").write_text("nor this", "utf-8")
    report = service.populate(tmp_path, application_id="another")
    assert report.loaded == {"projects": 1, "endpoints": 2}
    assert [each.where for each in report.left_out] == [str(tmp_path / "notes.txt")]


def test_only_the_names_of_known_projects_count(service: LocalPinpoint, tmp_path: Path) -> None:
    folder = tmp_path / ("1b" * 16)
    folder.mkdir()
    (folder / "part.json").write_bytes(lines(BARE))
    with pytest.raises(ValueError, match=r"part\.json: ApplicationId is missing.*application_id="):
        service.populate(tmp_path)


def test_documents_of_python(service: LocalPinpoint, client: Boto) -> None:
    (journey,) = SAMPLES["GetJourney"].values()
    start = datetime(2021, 5, 1, 7, tzinfo=timezone.utc)
    body: dict[str, Any] = OrderedDict(journey, Schedule={"StartTime": start}, ClosedDays=None)
    service.populate({"JourneyResponse": body}, cast("Any", (SAMPLES["GetApp"],)))
    found = client.get_journey(ApplicationId=APP, JourneyId=journey["Id"])["JourneyResponse"]
    assert found["Schedule"]["StartTime"] == start


@pytest.mark.parametrize("source", [None, 7, b"{}", [SAMPLES["GetApp"], {"Item": [{1, 2}]}]])
def test_arguments_of_other_types(service: LocalPinpoint, source: Any) -> None:
    with pytest.raises(TypeError, match="populate:"):
        service.populate(source)
    with pytest.raises(TypeError, match="application_id"):
        service.populate(application_id=cast("Any", 5))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "it is empty"),
        (b" \n \n", "it is empty"),
        (b"APPLICATIONRESPONSE\tarn:aws", "not JSON.*--output json"),
        (b'{"ApplicationResponse": ', "not JSON"),
        (b'{"Metrics": {"a": NaN}}', "NaN is not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (lines({"Item": []}) + b"no JSON\n", r"file\.json line 2: it is not JSON"),
        (gzip.compress(lines(SAMPLES["GetApp"]) * 50)[:-20], "gzip data is damaged"),
        (gzip.compress(pretty(PROJECT))[:30] + b"x" * 40, "gzip data is damaged"),
    ],
)
def test_files_that_cannot_be_read(
    service: LocalPinpoint, tmp_path: Path, content: bytes, words: str
) -> None:
    (tmp_path / "file.json").write_bytes(content)
    with pytest.raises(ValueError, match=words):
        service.populate(tmp_path / "file.json")
    with pytest.raises(ValueError, match=words):
        service.populate(tmp_path, SAMPLES["GetApps"])
    assert not service.inspect(lambda account, _: account.projects)


def test_what_python_cannot_write_as_json(service: LocalPinpoint) -> None:
    circular: dict[str, Any] = {}
    circular["Item"] = [circular]
    for document in (circular, {"Item": [{"Metrics": {"a": float("nan")}}]}):
        with pytest.raises(ValueError, match="document 1: it cannot be written as JSON"):
            service.populate(document)


def test_a_path_that_is_not_there(service: LocalPinpoint, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        service.populate(SAMPLES["GetApp"], tmp_path / "nothing")
    assert not service.inspect(lambda account, _: account.projects)


def test_an_empty_folder(service: LocalPinpoint, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no file in it ends in \.json"):
        service.populate(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are of Unix")
def test_a_pipe_in_a_folder_is_not_opened(service: LocalPinpoint, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "app.json").write_bytes(pretty(SAMPLES["GetApp"]))
    assert service.populate(tmp_path).loaded == {"projects": 1}


def test_everything_together_has_a_bound(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(lines(*[SAMPLES["GetApp"]] * 10))
    size = (tmp_path / "a.json").stat().st_size
    for number, fits in ((size, True), (size - 1, False)):
        with LocalPinpoint(quotas=Quotas(import_job_bytes=number)) as service:
            if fits:
                service.populate(tmp_path)
                continue
            with pytest.raises(ValueError, match=f"more than {number} bytes.*import_job_bytes"):
                service.populate(tmp_path)


@pytest.mark.parametrize("before", [b"", b"{}\n"])
def test_a_bomb_does_not_go_off(
    service: LocalPinpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bytes
) -> None:
    monkeypatch.setattr(sources, "DOCUMENT_BYTES", 10_000)
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(before + b" " * 10_000_000))
    with pytest.raises(ValueError, match=r"bomb\.gz.*has more than 10000 bytes"):
        service.populate(tmp_path)
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(b"{\n" + b" " * 9_999))
    with pytest.raises(ValueError, match=r"bomb\.gz.*has more than 10000 bytes"):
        service.populate(tmp_path)
