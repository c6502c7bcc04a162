"""Files read ahead of the writer, in the process that reads."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.exchange.release import Arrival, arrival_of
from desktop.files_ahead import MOST, FilesAhead
from desktop.release_files import ReadFile, read_file

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(40)


def releases(folder: Path, number: int) -> list[Path]:
    files = [folder / f"{at:04}.txt" for at in range(number)]
    for at, file in enumerate(files):
        file.write_text(f"Talks on subject {at}\n\nThey met in Baku.", "utf-8")
    return files


def all_of(ahead: FilesAhead) -> Iterator[ReadFile]:
    with ahead:
        while batch := ahead.next_batch():
            assert len(batch) <= MOST
            yield from batch


@pytest.mark.parametrize("number", [0, 3, 30, MOST + 20])
def test_files_come_in_order_as_they_would_be_read_one_by_one(tmp_path: Path, number: int) -> None:
    files = releases(tmp_path, number)
    found = list(all_of(FilesAhead(files)))
    assert [one.file for one in found] == files
    assert [one.content for one in found] == [arrival_of(read_file(file)) for file in files]


@pytest.mark.parametrize("number", [2, 20])
def test_what_can_t_be_read_is_told_in_its_place(tmp_path: Path, number: int) -> None:
    files = releases(tmp_path, number)
    files[1].write_bytes(PICTURE)
    found = list(all_of(FilesAhead([*files, tmp_path / "gone.txt"])))
    told = {one.file: one.content for one in found if not isinstance(one.content, Arrival)}
    assert {file: getattr(error, "reason", None) for file, error in told.items()} == {
        files[1]: "binary",
        tmp_path / "gone.txt": "not_opened",
    }
    assert len(found) == number + 1


def test_a_stopped_one_hands_out_what_has_been_read_and_then_nothing(tmp_path: Path) -> None:
    files = releases(tmp_path, 40)
    ahead = FilesAhead(files)
    first = ahead.next_batch()
    ahead.stop()
    rest = [one for batch in iter(ahead.next_batch, []) for one in batch]
    assert [one.file for one in (*first, *rest)] == files[: len(first) + len(rest)]
    assert ahead.next_batch() == []


def test_one_stopped_before_it_is_asked_reads_nothing(tmp_path: Path) -> None:
    ahead = FilesAhead(releases(tmp_path, 20))
    ahead.stop()
    assert ahead.next_batch() == []


def test_what_breaks_off_the_reading_is_raised_after_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = releases(tmp_path, 3)

    def broken(*_given: object) -> Iterator[list[ReadFile]]:
        yield [ReadFile(file=files[0], content=arrival_of(read_file(files[0])))]
        raise OSError

    monkeypatch.setattr("desktop.files_ahead.read_for_intake", broken)
    ahead = FilesAhead(files)
    assert [one.file for one in ahead.next_batch()] == files[:1]
    with pytest.raises(OSError):  # noqa: PT011 - the very one that was raised
        ahead.next_batch()
