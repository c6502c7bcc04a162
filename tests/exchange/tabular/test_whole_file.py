"""A file is put in its place whole, or the place stays as it was."""

import errno
import os
from pathlib import Path

import pytest

from db.exchange.tabular.whole_file import whole_file


def test_what_was_written_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")
    with whole_file(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["list.csv"]


def test_whatever_goes_wrong_leaves_all_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")

    def stop_half_way() -> None:
        with whole_file(path) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_half_way()
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["list.csv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to try is Linux")
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"

    def fill_the_disk() -> None:
        with whole_file(path) as file:
            full = os.open("/dev/full", os.O_WRONLY)
            os.dup2(full, file.fileno())
            os.close(full)
            file.write(b"x" * 100_000)

    with pytest.raises(OSError, match="space") as told:
        fill_the_disk()
    assert told.value.errno == errno.ENOSPC
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == []


def test_the_file_can_be_read_by_whom_others_of_the_folder_can(tmp_path: Path) -> None:
    (tmp_path / "plain.csv").write_bytes(b"")
    with whole_file(tmp_path / "list.csv"):
        pass
    modes = {(tmp_path / name).stat().st_mode for name in ("plain.csv", "list.csv")}
    assert len(modes) == 1
