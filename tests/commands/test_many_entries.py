"""Acts on many entries: set-wise, one revision, taken back as one, the index left alone."""

from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from db import derived
from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import create_entry, restore_entries, set_review, trash_entries
from db.commands.tags import TagSpec, create_tag, tag_entries, untag_entries
from db.errors import Refused
from db.rows.lists import Chosen, ListSpec
from db.terms import EntryKind, LinkKind, ReviewState
from desktop.acts import entries as acts
from tests.factories import make_country, make_link
from tests.write_path.acts import content, rows, write


def make_many(catalogue: Catalogue, number: int) -> list[int]:
    """Make agreements in one act."""

    def run(session: Session) -> list[int]:
        values = [{"title": f"Agreement {place:04}"} for place in range(number)]
        return [create_entry(session, kind=EntryKind.AGREEMENT, values=one) for one in values]

    return write(catalogue, run).value


def make_tag(catalogue: Catalogue, label: str = "health") -> int:
    return write(catalogue, lambda s: create_tag(s, spec=TagSpec(label_en=label))).value


@contextmanager
def statements() -> Generator[list[str]]:
    """Gather what is asked of SQLite; a statement for many rows counts once."""
    said: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield said
    event.remove(Engine, "before_cursor_execute", note)


ACTS: dict[str, Callable[[Session, list[int], int], None]] = {
    "tag": lambda s, ids, tag: tag_entries(s, entry_ids=ids, tag_id=tag),
    "untag": lambda s, ids, tag: untag_entries(s, entry_ids=ids, tag_id=tag),
    "trash": lambda s, ids, _tag: trash_entries(s, entry_ids=ids),
    "restore": lambda s, ids, _tag: restore_entries(s, entry_ids=ids),
    "review": lambda s, ids, _tag: set_review(s, entry_ids=ids, review=ReviewState.FINAL),
}
DEEP = (
    "entry_words",
    "exact_words",
    "name_forms",
    "index_word",
    "INTO entry_country",
    "FROM evidence",
    "SET sort_title",
)
"""What is said where more than tags and trash has changed."""
FIRST = {"untag": "tag", "restore": "trash"}


@pytest.mark.parametrize("name", ACTS)
def test_forty_times_the_entries_take_no_more_statements(catalogue: Catalogue, name: str) -> None:
    ids, tag = make_many(catalogue, 90), make_tag(catalogue)
    if name in FIRST:
        write(catalogue, lambda s: ACTS[FIRST[name]](s, ids, tag))

    def said(these: list[int]) -> tuple[int, int, int]:
        with statements() as act:
            write(catalogue, lambda s: ACTS[name](s, these, tag))
        with statements() as undone:
            catalogue.undo()
        with statements() as redone:
            catalogue.redo()
        return len(act), len(undone), len(redone)

    assert said(ids[10:]) == said(ids[5:10]) == said(ids[:5])


def test_tagging_writes_no_index_row_and_counts_no_evidence_again(catalogue: Catalogue) -> None:
    ids, tag = make_many(catalogue, 3), make_tag(catalogue)
    with statements() as said:
        write(catalogue, lambda s: tag_entries(s, entry_ids=ids, tag_id=tag))
    assert not [one for one in said if any(written in one for written in DEEP)]
    words = rows(catalogue, "SELECT words FROM entry_facets ORDER BY entry_id")
    assert len(words) == 3
    assert all(f" t{tag}" in str(row[0]) for row in words)


def test_trashing_agreements_writes_no_index_row_and_no_country_again(catalogue: Catalogue) -> None:
    ids = make_many(catalogue, 3)
    with statements() as said:
        write(catalogue, lambda s: trash_entries(s, entry_ids=ids))
    assert not [one for one in said if any(written in one for written in DEEP)]


def test_an_act_on_a_list_of_any_size_is_one_revision_and_answers_with_its_number(
    catalogue: Catalogue,
) -> None:
    ids = make_many(catalogue, 503)
    before = content(catalogue)
    whole = Chosen(all_of=ListSpec(kind=EntryKind.AGREEMENT), ids=(ids[0],))
    written = catalogue.write(acts.trash(whole))
    assert written.value == 502
    assert written.change.entries == frozenset(ids[1:])
    assert rows(catalogue, "SELECT id FROM entry WHERE NOT trashed") == [(ids[0],)]
    revisions = rows(catalogue, "SELECT count(*) FROM revision WHERE act = 'entry.trash'")
    assert revisions == [(1,)]
    catalogue.undo()
    assert content(catalogue) == before


def test_a_new_tag_can_be_given_to_a_whole_list(catalogue: Catalogue) -> None:
    ids = make_many(catalogue, 3)
    whole = Chosen(all_of=ListSpec(kind=EntryKind.AGREEMENT))
    tag = catalogue.write(acts.create_tag(TagSpec(label_en="rail"), whole)).value
    assert rows(catalogue, "SELECT entry_id, tag_id FROM entry_tag") == [(id_, tag) for id_ in ids]
    assert catalogue.write(acts.take_tag(ids[:2], tag)).value == 2
    assert rows(catalogue, "SELECT entry_id FROM entry_tag") == [(ids[2],)]


def test_where_an_entry_counts_by_its_country_it_is_known_to_be_trashed(
    catalogue: Catalogue,
) -> None:
    ids = make_many(catalogue, 2)
    for agreement in ids:
        make_link(catalogue, LinkKind.PARTY, agreement, make_country(catalogue, "AZ"))
    write(catalogue, lambda s: trash_entries(s, entry_ids=ids[:1]))
    counted = "SELECT entry_id, trashed FROM entry_country WHERE kind = 'agreement' ORDER BY 1"
    assert rows(catalogue, counted) == [(ids[0], 1), (ids[1], 0)]
    catalogue.undo()
    assert rows(catalogue, counted) == [(ids[0], 0), (ids[1], 0)]


def test_who_rests_on_trashed_countries_follows(catalogue: Catalogue) -> None:
    (agreement,) = make_many(catalogue, 1)
    for code in ("AZ", "RU"):
        make_link(catalogue, LinkKind.PARTY, agreement, make_country(catalogue, code))
    countries = [int(str(row[0])) for row in rows(catalogue, "SELECT id FROM place")]
    codes = "SELECT country_codes FROM entry WHERE kind = 'agreement'"
    assert rows(catalogue, codes) == [("AZ RU",)]
    change = write(catalogue, lambda s: trash_entries(s, entry_ids=countries)).change
    assert rows(catalogue, codes) == [("",)]
    assert agreement in change.entries
    catalogue.undo()
    assert rows(catalogue, codes) == [("AZ RU",)]


def test_one_that_is_missing_leaves_all_as_they_were(catalogue: Catalogue) -> None:
    ids, tag = make_many(catalogue, 2), make_tag(catalogue)
    before = content(catalogue)
    for act in (ACTS["trash"], ACTS["review"], ACTS["tag"]):
        with pytest.raises(Refused) as refused:
            write(catalogue, lambda s, act=act: act(s, [*ids, 999], tag))
        assert refused.value.reason == "entry_missing"
        assert refused.value.details == {"entry_id": 999}
    assert content(catalogue) == before


def test_an_entry_made_in_the_same_act_can_be_trashed_in_it(catalogue: Catalogue) -> None:
    def run(session: Session) -> None:
        values = {"title": "Entry"}
        entry = create_entry(session, kind=EntryKind.MEETING, values=values)
        trash_entries(session, entry_ids=[entry])
        set_review(session, entry_ids=[entry], review=ReviewState.CHECKED)

    write(catalogue, run)
    assert rows(catalogue, "SELECT trashed, review FROM entry") == [(1, "checked")]


steps = st.lists(
    st.tuples(st.sampled_from([*ACTS, "undo", "redo"]), st.sets(st.integers(0, 5))), max_size=6
)


@given(steps)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_after_any_acts_derived_values_are_those_of_a_rebuild(
    catalogue: Catalogue, done: list[tuple[str, set[int]]]
) -> None:
    ids, tag = (
        make_many(catalogue, 6),
        make_tag(catalogue, f"t{id(done)} {len(content(catalogue)['tag'])}"),
    )
    for name, places in done:
        _carry_out(catalogue, name, [ids[place] for place in places], tag)
    look = (
        "SELECT f.entry_id, f.words, e.country_codes, e.evidence_count, e.gap_count, e.sort_title "
        "FROM entry_facets f JOIN entry e ON e.id = f.entry_id ORDER BY 1"
    )
    before = rows(catalogue, look)
    catalogue.write(
        Act(key="entry.set", run=lambda session: bool(derived.rebuild(session.connection())))
    )
    assert rows(catalogue, look) == before


def _carry_out(catalogue: Catalogue, name: str, ids: list[int], tag: int) -> None:
    with suppress(Refused):  # nothing to take back, or the entries themselves were taken back
        if name in ACTS:
            write(catalogue, lambda s: ACTS[name](s, ids, tag))
        else:
            getattr(catalogue, name)()
