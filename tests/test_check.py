"""Check finds what is wrong with a catalogue, and nothing in a sound one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.act import Act
from db.catalogue import Catalogue
from db.check import check
from db.commands.evidence import mark_passage
from db.commands.sources import add_source
from db.engine import connect_raw
from db.exchange.intake import read_release
from db.rows.evidence import Span


@pytest.fixture
def filled(template: Path, tmp_path: Path) -> Path:
    """Return a catalogue with a source and a passage."""
    path = tmp_path / "filled.chancery"
    shutil.copyfile(template, path)
    release = read_release(b"The ministers met in Baku on 5 May 2021.", name="a.txt")
    with Catalogue.open(path) as catalogue:
        source = catalogue.write(
            Act(key="source.add", run=lambda session: add_source(session, release=release))
        ).value
        catalogue.write(
            Act(
                key="passage.mark",
                run=lambda session: mark_passage(
                    session, source_id=source, span=Span(first=4, last=13)
                ),
            )
        )
    return path


def _problems(path: Path) -> Iterator[str]:
    for finding in check(path):
        if finding.problems:
            yield finding.part


def test_a_sound_catalogue_has_no_problems_and_is_left_as_it_was(filled: Path) -> None:
    before = filled.read_bytes()
    findings = list(check(filled))
    assert [finding.problems for finding in findings] == [()] * 9
    assert all(finding.looked_at for finding in findings if finding.part != "links")
    assert filled.read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "part"),
    [
        ("UPDATE passage SET words = 'somebody'", "passages"),
        ("UPDATE entry SET gap_count = 9", "derived values"),
        ("UPDATE source_text SET text = text || '!'", "stored text"),
        ("UPDATE file SET content = x'00'", "stored content"),
        ("UPDATE passage SET source_id = 99", "foreign keys"),
        ("DELETE FROM entry_words", "full-text index"),
        ("INSERT INTO entry_country VALUES (1, 'AZ', 1, 'source', 0, '')", "derived values"),
    ],
)
def test_what_is_wrong_is_found(filled: Path, damage: str, part: str) -> None:
    raw = connect_raw(filled, mode="rw")
    raw.execute(damage)
    raw.close()
    assert part in set(_problems(filled))


def test_a_catalogue_that_may_only_be_read_is_looked_at_all_the_same(filled: Path) -> None:
    with Catalogue.open(filled):  # leaves WAL mode on, and the log beside the file while open
        pass
    filled.chmod(0o444)
    assert all(not finding.problems for finding in check(filled))
