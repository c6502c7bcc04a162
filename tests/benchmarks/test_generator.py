"""What speed is measured on is a sound catalogue, with all that real ones hold."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.check import check
from db.engine import connect_raw, dbapi2
from db.terms import EntryKind
from tests.benchmarks.generator import build

SIZE = 1_500


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("generated") / "generated.chancery"
    build(path, SIZE)
    return path


@pytest.fixture
def raw(generated: Path) -> Iterator[dbapi2.Connection]:
    with contextlib.closing(connect_raw(generated, mode="ro")) as connection:
        yield connection


def test_a_generated_catalogue_is_sound(generated: Path) -> None:
    # among the parts: derived values and index are what a rebuild would make of them
    findings = list(check(generated))
    assert {"foreign keys", "passages", "derived values", "full-text index"} <= {
        finding.part for finding in findings
    }
    assert [problem for finding in findings for problem in finding.problems] == []


def test_it_has_the_size_asked_for(raw: dbapi2.Connection) -> None:
    assert SIZE - 2 <= _number(raw, "entry") <= SIZE + 2


def test_it_has_entries_of_every_kind(raw: dbapi2.Connection) -> None:
    kinds = {row[0] for row in raw.execute("SELECT DISTINCT kind FROM entry")}
    assert kinds == {str(kind) for kind in EntryKind}


def test_it_is_half_english_and_half_russian(raw: dbapi2.Connection) -> None:
    texts = dict(raw.execute("SELECT languages, count(*) FROM source GROUP BY languages"))
    assert texts.keys() == {"en", "ru"}
    assert min(texts.values()) > sum(texts.values()) / 5


def test_some_of_it_lies_in_the_trash(raw: dbapi2.Connection) -> None:
    assert 0 < _number(raw, "entry WHERE trashed") < SIZE / 20


def test_some_dates_are_uncertain_or_of_a_month(raw: dbapi2.Connection) -> None:
    assert _number(raw, "stage WHERE date LIKE '%?'") > 0
    assert _number(raw, "stage WHERE length(date) = 7") > 0


def test_values_stand_on_evidence(raw: dbapi2.Connection) -> None:
    assert _number(raw, "entry WHERE evidence_count > 0") > SIZE / 4


def test_the_same_size_gives_the_same_catalogue(generated: Path, tmp_path: Path) -> None:
    build(tmp_path / "again.chancery", SIZE)
    told = "SELECT uid, kind, reference, title, sort_date, country_codes FROM entry ORDER BY id"
    first, second = (
        connect_raw(path, mode="ro") for path in (generated, tmp_path / "again.chancery")
    )
    with contextlib.closing(first), contextlib.closing(second):
        assert first.execute(told).fetchall() == second.execute(told).fetchall()


def _number(raw: dbapi2.Connection, of: str) -> int:
    return int(raw.execute(f"SELECT count(*) FROM {of}").fetchone()[0])
