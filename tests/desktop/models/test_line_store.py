from dataclasses import replace

from db.rows.entries import EntryLine
from db.terms import EntryKind
from desktop.models.entry_reads import Page
from desktop.models.line_store import KEPT, LineStore

LINE = EntryLine(
    id=1,
    kind=EntryKind.PERSON,
    reference="P-0001",
    title="Ali Asadov",
    subtype="",
    state="",
    date_text="",
    body="",
    country_codes="",
    review="draft",
    evidence_count=0,
    gap_count=0,
    conflict_count=0,
)


def page(*ids: int, missing: tuple[int, ...] = ()) -> Page:
    lines = [replace(LINE, id=id_) for id_ in ids]
    return Page(asked=frozenset((*ids, *missing)), lines=lines, progress=dict.fromkeys(ids, (1, 2)))


def test_the_longest_unseen_lines_are_forgotten() -> None:
    store = LineStore()
    store.keep(page(*range(1, KEPT + 1)))
    assert store.get(1) is not None  # seen again
    store.keep(page(KEPT + 1, KEPT + 2))
    assert store.all() == frozenset(range(1, KEPT + 3)) - {2, 3}
    assert (store.progress(1), store.progress(2)) == ((1, 2), None)


def test_what_is_not_there_is_asked_for_once_until_something_changes() -> None:
    store = LineStore()
    store.keep(page(1, missing=(2,)))
    assert [store.is_unread(entry) for entry in (1, 2, 3)] == [False, False, True]
    store.ask_again()
    assert store.is_unread(2)


def test_a_line_that_has_gone_is_no_longer_held() -> None:
    store = LineStore()
    store.keep(page(1))
    store.keep(page(missing=(1,)))
    assert store.peek(1) is None
    assert store.among((1, 2)) == frozenset()
