"""Files that are replaced as a whole, and what else may be at a path."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.local.state import files
from pinpoint_sdk.local.state.files import read_file, remove_leftovers, replace_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state.json"


def save(path: Path) -> None:
    with LocalPinpoint() as service:
        service.save(path)


def load(path: Path) -> None:
    LocalPinpoint.load(path)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path.relative_to(Path.cwd())))


@pytest.mark.parametrize("use", [save, load])
@pytest.mark.parametrize(
    ("make", "kind"),
    [(Path.mkdir, "a directory"), (os.mkfifo, "a pipe"), (make_socket, "a socket")],
)
def test_what_is_no_regular_file_is_refused_at_once_and_stays(
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    use: Callable[[Path], None],
    make: Callable[[Path], None],
    kind: str,
) -> None:
    monkeypatch.chdir(file.parent)  # the path of a socket is short
    make(file)
    link = file.with_name("link")
    link.symlink_to(file)
    before = file.stat()
    for path in (file, link):
        with pytest.raises(OSError, match=f"Not a regular file but {kind}") as caught:
            use(path)
        assert caught.value.filename == str(path)
    assert file.stat().st_ino == before.st_ino
    assert {each.name for each in file.parent.iterdir()} == {"state.json", "link"}


@pytest.mark.parametrize("use", [save, load])
def test_a_device_is_refused(use: Callable[[Path], None]) -> None:
    with pytest.raises(OSError, match=r"Not a regular file but a device: '/dev/null'"):
        use(Path("/dev/null"))


def test_what_becomes_a_pipe_meanwhile_is_refused_at_once(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("{}")

    def exchange(_: Path) -> None:
        file.unlink()
        os.mkfifo(file)

    monkeypatch.setattr(files, "remove_leftovers", exchange)
    with pytest.raises(OSError, match="Not a regular file but a pipe"):
        read_file(file)


@pytest.mark.parametrize("use", [save, load])
def test_a_link_to_itself_is_an_os_error(file: Path, use: Callable[[Path], None]) -> None:
    file.symlink_to(file)
    with pytest.raises(OSError, match="symbolic link"):
        use(file)


def test_a_link_to_nothing_is_followed(file: Path) -> None:
    link = file.with_name("link")
    link.symlink_to(file)
    save(link)
    assert link.is_symlink()
    assert file.is_file()


@pytest.mark.parametrize("size", [10, 11])
def test_a_file_has_a_largest_size(file: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    file.write_bytes(b"x" * size)
    if size == 10:
        assert read_file(file) == b"x" * 10
        replace_file(file, b"y" * 10)
        return
    with pytest.raises(OSError, match="More than 10 bytes"):
        read_file(file)
    with pytest.raises(OSError, match="More than 10 bytes to write"):
        replace_file(file, b"y" * 11)
    assert file.read_bytes() == b"x" * size


KILLED = """
import os, signal
from pathlib import Path
from pinpoint_sdk.local.state.files import replace_file

os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
replace_file(Path("state.json"), b"new")
"""


def killed_save(file: Path) -> Path:
    """What a process leaves that is killed before it replaces a file."""
    done = subprocess.run([sys.executable, "-c", KILLED], cwd=file.parent, check=False)
    assert done.returncode == -signal.SIGKILL
    (leftover,) = file.parent.glob(".*")
    return leftover


@pytest.mark.parametrize("use", [save, load])
def test_what_a_killed_save_left_is_removed_by_the_next_use(
    file: Path, use: Callable[[Path], None]
) -> None:
    save(file)
    before = file.read_bytes()
    leftover = killed_save(file)
    assert file.read_bytes() == before
    others = [
        file.with_name(name)
        for name in (".state.json.x", ".other.json.x.saving", "state.json.x.saving")
    ]
    for other in others:
        other.write_text("mine")
    (folder := file.with_name(".state.json.folder.saving")).mkdir()
    (link := file.with_name(".state.json.link.saving")).symlink_to(others[0])
    use(file)
    assert not leftover.exists()
    assert {*file.parent.iterdir()} == {file, folder, link, *others}


def test_what_somebody_is_still_writing_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(_: int) -> None:
        monkeypatch.undo()
        replace_file(file, b"other")
        remove_leftovers(file)

    monkeypatch.setattr(os, "fsync", meanwhile)
    replace_file(file, b"mine")
    assert file.read_bytes() == b"mine"
    assert [*file.parent.iterdir()] == [file]


def test_what_is_removed_before_it_is_locked_is_begun_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = files._lock  # pyright: ignore[reportPrivateUsage]
    removed: list[str] = []

    def lock_late(new: object, *, wait: bool) -> None:
        name = getattr(new, "name")  # noqa: B009
        if wait and not removed:
            remove_leftovers(file)
            removed.append(name)
            assert not Path(name).exists()
        lock(new, wait=wait)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(files, "_lock", lock_late)
    replace_file(file, b"mine")
    assert len(removed) == 1
    assert file.read_bytes() == b"mine"
    assert [*file.parent.iterdir()] == [file]


def test_files_are_written_where_there_are_no_locks(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def no_locks(*_: object) -> None:
        raise OSError("No locks available")

    leftover = file.with_name(".state.json.x.saving")
    leftover.write_text("of somebody")
    monkeypatch.setattr(fcntl, "flock", no_locks)
    replace_file(file, b"mine")
    assert file.read_bytes() == b"mine"
    assert leftover.exists()


def test_a_folder_that_cannot_be_listed_is_no_reason_not_to_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(b"x")

    def forbid(_: object) -> None:
        raise PermissionError("no")

    monkeypatch.setattr(os, "scandir", forbid)
    assert read_file(file) == b"x"


def test_a_file_may_be_read_by_its_owner_alone(file: Path) -> None:
    replace_file(file, b"x")
    assert file.stat().st_mode & 0o777 == 0o600
