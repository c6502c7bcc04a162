"""A damaged catalogue opens as far as it can: mended, for reading, or with a plain refusal."""

from pathlib import Path

import pytest

from db import schema
from db.act import Act
from db.backups.watching import Watch
from db.catalogue import Catalogue
from db.check import check
from db.engine import connect_raw
from db.errors import Damaged, Interrupted
from db.interruption import Interruption
from db.queries import plain
from db.recovery.looking import look_through, only_derived
from db.rows.lists import ListSpec
from db.search.grammar import parse
from tests.recovery.conftest import counts, page_count, pages_of, spoil
from tests.write_path.acts import content, rows


def _content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with Catalogue.open(path) as catalogue:
        return content(catalogue)


@pytest.mark.parametrize(
    "tables",
    [
        ("entry_words",),
        ("exact_words", "name_forms"),
        ("word_parts",),
        ("entry_facets",),
        ("entry_country", "source_sketch"),
        ("index_word",),
        schema.FULL_TEXT,
    ],
)
def test_damage_of_derived_data_is_mended_at_opening_and_nothing_is_lost(
    closed: Path, tables: tuple[str, ...]
) -> None:
    before = _content(closed)
    spoil(closed, pages_of(closed, *tables))
    with Catalogue.open(closed) as catalogue:
        assert catalogue.is_mended
        assert catalogue.read_only_because is None
        assert content(catalogue) == before
    assert [finding for finding in check(closed) if finding.problems] == []
    with Catalogue.open(closed) as catalogue:
        assert not catalogue.is_mended
    assert not list(closed.parent.glob("*damaged*"))


def test_an_index_that_is_sound_in_its_pages_but_not_in_itself_is_mended(closed: Path) -> None:
    raw = connect_raw(closed, mode="rw")
    raw.execute("UPDATE entry_words_data SET block = zeroblob(length(block)) WHERE id > 10")
    raw.close()
    with Catalogue.open(closed) as catalogue:
        assert catalogue.is_mended
    assert [finding for finding in check(closed) if finding.problems] == []


def test_a_mended_catalogue_is_no_act(closed: Path) -> None:
    before = counts(closed, "revision", "revision_change")
    spoil(closed, pages_of(closed, "entry_words"))
    Catalogue.open(closed).close()
    assert counts(closed, "revision", "revision_change") == before


def test_damage_elsewhere_opens_for_reading_and_changes_nothing(closed: Path) -> None:
    spoil(closed, pages_of(closed, "revision_change"))
    before = closed.read_bytes()
    with Catalogue.open(closed) as catalogue:
        reason = catalogue.read_only_because
        assert isinstance(reason, Damaged)
        with catalogue.look() as execute:
            assert plain.first_of_all(execute, ListSpec(), 50).ids
        with pytest.raises(Damaged):
            catalogue.write(Act(key="entry.set", run=lambda _session: None))
    assert closed.read_bytes() == before
    assert [path.name for path in closed.parent.iterdir() if "-" in path.name] == []


@pytest.mark.parametrize("tables", [("entry",), ("link_rule",), ("alembic_version",)])
def test_what_can_t_be_shown_at_all_is_refused(closed: Path, tables: tuple[str, ...]) -> None:
    spoil(closed, pages_of(closed, *tables)[:1])
    before = closed.read_bytes()
    with pytest.raises(Damaged):
        Catalogue.open(closed)
    assert closed.read_bytes() == before


def test_a_file_that_has_lost_its_beginning_is_damaged_not_foreign(closed: Path) -> None:
    closed.write_bytes(bytes(100) + closed.read_bytes()[100:])
    with pytest.raises(Damaged, match="beginning"):
        Catalogue.open(closed)


def test_a_large_file_that_is_cut_off_or_has_lost_a_table_is_seen_at_once(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "_SMALL", 1000)
    whole = closed.read_bytes()
    closed.write_bytes(whole[:-5000])
    with pytest.raises(Damaged):
        schema.inspect(closed)
    closed.write_bytes(whole)
    assert schema.inspect(closed) == schema.HEAD
    spoil(closed, pages_of(closed, "evidence")[:1])
    with pytest.raises(Damaged):
        schema.inspect(closed)


def test_deep_damage_of_a_large_file_is_seen_by_a_thorough_look_and_in_the_background(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "_SMALL", 1000)
    raw = connect_raw(closed, mode="ro", immutable="1")
    texts = pages_of(closed, "source_text")
    raw.close()
    last = page_count(closed)
    spoil(closed, [page for page in range(last - 60, last + 1) if page not in texts])
    found = look_through(closed, immutable=True, watch=Watch())
    assert found
    with pytest.raises(Damaged):
        schema.inspect(closed, thorough=True)


def test_a_look_in_the_background_finds_nothing_in_a_sound_catalogue_and_can_be_stopped(
    sample: Catalogue,
) -> None:
    assert look_through(sample.path, watch=Watch()) == ""
    interruption = Interruption()
    interruption.interrupt()
    with pytest.raises(Interrupted):
        look_through(sample.path, watch=Watch(interruption=interruption))


def test_a_catalogue_that_is_open_elsewhere_is_not_mended_under_it(
    sample: Catalogue, template: Path
) -> None:
    sample.close()
    spoil(sample.path, pages_of(sample.path, "entry_facets"))
    assert only_derived(sample.path)
    first = Catalogue.open(template)
    first.close()
    from db.locks.lock import CatalogueLock  # noqa: PLC0415 - of this test alone

    lock = CatalogueLock(sample.path)
    lock.take()
    before = sample.path.read_bytes()
    with Catalogue.open(sample.path) as second:
        assert isinstance(second.read_only_because, Damaged)
        assert rows(second, "SELECT count(*) FROM entry") != [(0,)]
    lock.give_back()
    assert sample.path.read_bytes() == before
    assert parse("still here") is not None
