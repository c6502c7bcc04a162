"""The building of the sample: the same every time, and never on words that are not there."""

from dataclasses import replace
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from db.errors import AlreadyThere, DiskFull
from db.queries.lists import list_ids, list_lines
from db.queries.sources import source_page
from db.rows.entries import EntryLine
from db.rows.evidence import Span
from db.rows.lists import ListSpec
from db.terms import EntryKind
from resources.sample.build import write_sample
from resources.sample.reading import MisquotedError, span_of


def contents(path: Path) -> tuple[list[EntryLine], list[object]]:
    with Catalogue.open(path) as catalogue, catalogue.read() as session:
        lines = [
            replace(line, created_at=None, changed_at=None)
            for line in list_lines(session, list_ids(session, ListSpec(sort="reference")))
        ]
        pages = [source_page(session, line.id) for line in lines if line.kind == EntryKind.SOURCE]
        return lines, [(page.text, page.passages, page.made_from) for page in pages if page]


def test_two_buildings_come_out_the_same(sample_path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.chancery"
    write_sample(again)
    assert contents(again) == contents(sample_path)


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.chancery"
    path.write_bytes(b"mine")
    with pytest.raises(AlreadyThere):
        write_sample(path)
    assert path.read_bytes() == b"mine"


def test_the_sample_opens_for_writing_and_can_be_undone(sample: Catalogue) -> None:
    assert sample.read_only_because is None
    assert sample.undo().change


def test_a_quote_is_found_in_code_points() -> None:
    assert span_of("🇷🇺 talks, talks held", "held") == Span(first=16, last=20)


def test_the_words_meant_may_stand_within_those_that_tell_where() -> None:
    assert span_of("XX\nX\n", "\nX\n", inner="X") == Span(first=3, last=4)


@pytest.mark.parametrize("quote", ["seat", "talks", "aa", "", " "])
def test_a_quote_that_is_not_there_exactly_once_is_refused(quote: str) -> None:
    with pytest.raises(MisquotedError):
        span_of("talks of talks aaa ", quote)


def test_a_build_that_breaks_off_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks_off(catalogue: Catalogue) -> None:
        catalogue.path.with_name(f"{catalogue.path.name}-wal").touch()
        raise DiskFull(catalogue.path)

    monkeypatch.setattr("resources.sample.build.build_sample", breaks_off)
    with pytest.raises(DiskFull) as told:
        write_sample(tmp_path / "sample.chancery")
    assert told.value.path == tmp_path / "sample.chancery"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []
