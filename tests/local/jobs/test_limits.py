"""What an import may cost: bytes, characters of a line, refused endpoints."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest

from pinpoint_sdk.local.jobs import run
from pinpoint_sdk.local.jobs.endpoint_files import (
    LINE_CHARACTERS,
    NEWLINES,
    Entry,
    read_endpoints,
    write_endpoints,
)
from pinpoint_sdk.local.jobs.text_stream import (
    GROWTH,
    BadFile,
    ByteCount,
    TooManyBytes,
    open_text,
)
from tests.local.support.jobs import jobs_service

MEGABYTE = 1024 * 1024
PLENTY = 1024 * MEGABYTE
PERSON = {"Id": "a", "ChannelType": "SMS", "Address": "+1"}


class Body(io.BytesIO):
    """The body of an object in S3, which must be closed; it fails after its content."""

    error: Exception | None = None

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        if self.error is not None and not data:
            raise self.error
        return data


def entries(content: bytes, form: str = "JSON", limit: int = PLENTY) -> list[Entry]:
    with open_text(Body(content), ByteCount(limit), NEWLINES[form]) as text:
        return [*read_endpoints(text, form)]


def bomb(part: bytes, megabytes: int) -> bytes:
    """A small file of gzip that unpacks to a line and so many megabytes."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb") as file:
        file.write(b"Id\n")
        for _ in range(megabytes):
            file.write(part * (MEGABYTE // len(part)))
    return packed.getvalue()


@contextmanager
def little_memory() -> Generator[None, None, None]:
    tracemalloc.start()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10 * MEGABYTE


@pytest.mark.parametrize("form", ["CSV", "JSON"])
@pytest.mark.parametrize("part", [b" " * 63 + b"\n", b"x"], ids=["lines", "line"])
def test_a_bomb_ends_soon_and_small(form: str, part: bytes) -> None:
    content = bomb(part, 100)
    assert len(content) < 400_000
    count = ByteCount(PLENTY)
    with (
        little_memory(),
        pytest.raises(BadFile, match=r"100 times its size|longer than"),
        open_text(Body(content), count, NEWLINES[form]) as text,
    ):
        for _ in read_endpoints(text, form):
            pass
    assert count.used < 3 * MEGABYTE


def test_a_packed_file_may_grow_a_hundred_times_and_a_megabyte() -> None:
    blank = b" " * MEGABYTE
    assert len(blank) > 2 * GROWTH * len(gzip.compress(blank))
    assert entries(gzip.compress(blank)) == []
    padding = b"".join(b"%032x\n" % (number * 7**40) for number in range(20_000))
    assert 5 * len(blank) < GROWTH * len(gzip.compress(padding))
    early, late = gzip.compress(padding + 5 * blank), gzip.compress(5 * blank + padding)
    with open_text(Body(early), ByteCount(PLENTY), "\n") as text:
        assert len(text.read()) == len(padding) + 5 * MEGABYTE
    with open_text(Body(late), ByteCount(PLENTY), "\n") as text, pytest.raises(BadFile):
        text.read()


def test_a_file_of_several_packed_parts_is_read() -> None:
    line = json.dumps(PERSON).encode() + b"\n"
    content = gzip.compress(line) + gzip.compress(line) + bytes(100)
    assert [each.endpoint for each in entries(content)] == [PERSON, PERSON]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_the_bytes_of_a_job_are_counted_unpacked_and_over_all_its_files(pack: Any) -> None:
    line = json.dumps(PERSON).encode()
    count = ByteCount(2 * len(line))
    for _ in range(2):
        with open_text(Body(pack(line)), count, "\n") as text:
            assert len([*read_endpoints(text, "JSON")]) == 1
    with (
        pytest.raises(TooManyBytes, match=f"more than {2 * len(line)} bytes"),
        open_text(Body(pack(b"\n")), count, "\n") as text,
    ):
        text.read()


@pytest.mark.parametrize("length", [LINE_CHARACTERS, LINE_CHARACTERS + 1])
@pytest.mark.parametrize("end", [b"\n", b""])
def test_a_long_line_of_json_is_skipped(length: int, end: bytes) -> None:
    person = json.dumps(PERSON).encode()
    long = person + b" " * (length - len(person) - len(end)) + end
    (first, *others) = entries(person + b"\n" + long + (person if end else b""))
    assert (first.line, first.endpoint) == (1, PERSON)
    assert [each.line for each in others] == ([2, 3] if end else [2])
    problem = "" if length == LINE_CHARACTERS else f"longer than {LINE_CHARACTERS} characters"
    assert others[0].problem == problem
    assert [each.endpoint for each in others[1:]] == [PERSON] * (len(others) - 1)


def test_a_line_that_is_much_too_long_is_not_held() -> None:
    content = b'{"Id": "' + b"x" * (30 * MEGABYTE) + b"\n" + json.dumps(PERSON).encode()
    with little_memory():
        found = entries(content)
    assert [(each.line, bool(each.problem)) for each in found] == [(1, True), (2, False)]


@pytest.mark.parametrize(("spare", "fits"), [(0, True), (-1, False)])
def test_a_row_of_csv_may_be_as_long_as_a_line(spare: int, fits: bool) -> None:
    """It has many lines, and cells that are not too long for the parser."""
    cells = b",".join([b'"' + b"\n" * 100_000 + b'"'] * 10)
    row = cells + b"," + b"x" * (LINE_CHARACTERS - spare - len(cells) - 2) + b"\n"
    content = b"Id\na,b\n" + row + row + b"c,d\n"
    if fits:
        found = entries(content, "CSV")
        assert [each.line for each in found] == [2, 1_000_003, 2_000_004, 2_000_005]
        return
    with pytest.raises(BadFile, match="line 1000003: longer than 1048576"):
        entries(content, "CSV")


def test_a_row_of_csv_that_does_not_end_is_not_held() -> None:
    content = b"Id\n" + b'"' + b'","'.join([b"\n" * 100_000] * 200)
    with little_memory(), pytest.raises(BadFile, match="longer than 1048576"):
        entries(content, "CSV")


def test_lines_of_every_kind_end_a_row_of_csv() -> None:
    content = b"\xef\xbb\xbfId,ChannelType,Address\ra,SMS,+1\r\nb,SMS,+2\nc,SMS,+3"
    assert [(each.endpoint or {})["Id"] for each in entries(content, "CSV")] == ["a", "b", "c"]


def test_what_s3_does_not_send_is_not_read() -> None:
    body = Body(json.dumps(PERSON).encode() + b"\n")
    body.error = ConnectionResetError("gone")
    found: list[Entry] = []
    with (
        pytest.raises(BadFile, match="gone"),
        open_text(body, ByteCount(PLENTY), "\n") as text,
    ):
        found += read_endpoints(text, "JSON")
    assert body.closed


def test_a_body_is_closed_however_reading_ends() -> None:
    body = Body(b"\xff")
    with pytest.raises(BadFile, match="UTF-8"), open_text(body, ByteCount(PLENTY), "\n") as text:
        text.read()
    assert body.closed


def test_an_export_does_not_hold_its_text() -> None:
    endpoint = {**PERSON, "Attributes": {"a": ["x" * 900]}}
    with little_memory():
        packed = write_endpoints(endpoint for _ in range(12_000))
    assert [json.loads(line) for line in gzip.decompress(packed).splitlines()] == [
        endpoint
    ] * 12_000
    assert packed == write_endpoints(endpoint for _ in range(12_000))


# --- jobs


def test_a_job_ends_with_the_file_that_is_too_much() -> None:
    line = json.dumps(PERSON).encode() + b"\n"
    files = {"a": line, "b": gzip.compress(line * 1000), "c": line}
    with jobs_service(files, import_job_bytes=500 * len(line)) as service:
        job = service.run_import("JSON")
    assert (job["JobStatus"], job["TotalPieces"], job["FailedPieces"]) == ("FAILED", 2, 1)
    assert job["Failures"] == [f"b: The files have more than {500 * len(line)} bytes"]
    assert 300 < job["TotalProcessed"] < 501


def test_other_files_are_imported_beside_a_bomb() -> None:
    line = json.dumps(PERSON).encode()
    with jobs_service({"a": bomb(b"\n", 10), "b": line}) as service:
        job = service.run_import("JSON")
        assert service.endpoint_ids() == ["a"]
    assert (job["TotalPieces"], job["FailedPieces"], job["TotalFailures"]) == (2, 1, 1)
    assert job["Failures"][1:] == ["a: the gzip data unpacks to more than 100 times its size"]


@pytest.mark.parametrize(("refused", "failed"), [(3, 0), (4, 1)])
def test_a_file_with_too_many_bad_endpoints_is_given_up(
    monkeypatch: pytest.MonkeyPatch, refused: int, failed: int
) -> None:
    monkeypatch.setattr(run, "_MOST_REFUSED", 3)
    content = b"{}\n" * refused + json.dumps(PERSON).encode()
    with jobs_service({"a": content, "b": content}) as service:
        job = service.run_import("JSON")
    assert (job["TotalFailures"], job["FailedPieces"]) == (2 * refused, 2 * failed)
    assert job["TotalProcessed"] - job["TotalFailures"] == 2 * (1 - failed)
    if failed:
        assert job["Failures"][-1] == "b: more than 3 of its endpoints are not valid"
