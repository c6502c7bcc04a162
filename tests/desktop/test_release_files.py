"""Tests of `desktop.release_files`: documents are offered and read, links in folders are not."""

from pathlib import Path

import pytest

from db.errors import Unreadable
from db.exchange.formats import READABLE_SUFFIXES
from desktop.release_files import read_file, releases_in
from tests.exchange.nasty.packages import docx, odt, p
from tests.exchange.nasty.pdfs import line, pages

MADE = {
    "a.pdf": pages([line("The ministers met", 700)]),
    "b.docx": docx(p("The ministers met")),
    "c.odt": odt("<text:p>The ministers met</text:p>"),
    "d.rtf": rb"{\rtf1 The ministers met}",
    "e.eml": b"MIME-Version: 1.0\r\n\r\nThe ministers met",
    "f.html": b"<p>The ministers met",
    "g.txt": b"The ministers met",
}


def test_every_kind_of_file_in_a_folder_is_found_and_read(tmp_path: Path) -> None:
    for name, content in MADE.items():
        (tmp_path / name).write_bytes(content)
        assert name.endswith(READABLE_SUFFIXES)
    found = releases_in([tmp_path])
    assert [file.name for file in found] == list(MADE)
    assert [read_file(file).text for file in found] == ["The ministers met"] * len(MADE)
    assert [read_file(file).original for file in found] == list(MADE.values())


def test_links_in_a_folder_are_left_out_and_one_that_is_chosen_is_read(tmp_path: Path) -> None:
    outside, inside = tmp_path / "out.txt", tmp_path / "in"
    outside.write_bytes(b"The ministers met")
    inside.mkdir()
    link = inside / "link.txt"
    link.symlink_to(outside)
    assert releases_in([inside]) == []
    assert releases_in([link]) == [link]
    assert read_file(link).text == "The ministers met"


def test_a_folder_or_a_device_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        read_file(tmp_path)
    assert "no file" in str(caught.value)
