"""The index follows every act, and says what a rebuilt one says and what a reader would say."""

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from db.act import Act
from db.catalogue import Catalogue
from db.commands.content import PointSpec, add_point
from db.commands.entries import create_entry, restore_entries, set_field, trash_entries
from db.commands.names import add_name
from db.commands.sources import add_source, set_reading_state
from db.engine import dbapi2
from db.errors import CatalogueError
from db.exchange.intake import read_pasted
from db.models import Entry
from db.search.documents import Document, documents
from db.search.lit import lits_of
from db.search.soundness import index_problems
from db.search.tree import Words
from db.search.words import match_of, name_match
from db.terms import EntryKind, NameKind, ReadingState
from db.text.highlight import found_spans
from tests.factories import make_entry, make_name, make_source
from tests.write_path.acts import rows, write

WORDS = (
    "Sechenov", "Сеченова", "Сеченову", "co-operation", "cooperation", "operation", "health-care",
    "care", "healthcare", "health", "XXI", "21st", "21-го", "xxi", "V", "session", "заседания",
    "Şirin", "Azerbaijan’s", "agreement", "agreements", "Əliyev", "Алиевым", "—", "A-0001",
)  # fmt: skip
PARTS = ("agr", "shi", "ече", "ir", "ar", "o", "Сече")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
MADE = st.lists(st.tuples(st.integers(0, 2), st.just(0), TEXTS), min_size=3, max_size=5)
CHANGED = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 3), TEXTS), max_size=12)
Step = tuple[int, int, str]
ROWS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join)
COLUMNS = st.sampled_from(("", "title", "name", "text"))
ASKED = st.one_of(
    st.builds(Words, text=ROWS, phrase=st.just(value=True), column=COLUMNS),
    st.builds(Words, text=ROWS, exact=st.just(value=True), column=COLUMNS),
    st.builds(Words, text=st.sampled_from(PARTS), inside=st.just(value=True), column=COLUMNS),
)
BEGUN = st.builds(
    Words, text=st.sampled_from((*WORDS, *PARTS)), begins=st.just(value=True), exact=st.booleans()
)


def _command(step: int, entry: int, text: str) -> Callable[[Session], object]:
    commands: tuple[Callable[[Session], object], ...] = (
        lambda s: create_entry(s, kind=EntryKind.MEETING, values={"title": text}),
        lambda s: create_entry(s, kind=EntryKind.PERSON, values={"title": text}),
        lambda s: add_source(s, release=read_pasted(text), values={"title": "Release"}),
        lambda s: set_field(s, entry_id=entry, field="title", value=text),
        lambda s: set_field(s, entry_id=entry, field="note", value=text),
        lambda s: add_name(s, entry_id=entry, text=text, kind=NameKind.VARIANT),
        lambda s: add_point(s, entry_id=entry, spec=PointSpec(wording=text)),
        lambda s: trash_entries(s, entry_ids=[entry]),
        lambda s: restore_entries(s, entry_ids=[entry]),
        lambda s: s.delete(s.get_one(Entry, entry)),
    )
    return commands[step]


def _act(catalogue: Catalogue, step: int, at: int, text: str) -> None:
    entries = [entry for (entry,) in rows(catalogue, "SELECT id FROM entry ORDER BY id")]
    with contextlib.suppress(CatalogueError):  # such as a name that is there already
        if step == 10:
            catalogue.undo()
        elif step == 11:
            catalogue.redo()
        elif step < 3 or entries:
            entry = int(str(entries[at % len(entries)])) if entries else 0
            catalogue.write(Act(key="entry.set", run=_command(step, entry, text)))


def _answer(session: Session, words: Words) -> set[int]:
    match = match_of(session, words)
    if not match.text:
        return set()
    statement = f"SELECT rowid FROM {match.table} WHERE {match.table} MATCH ?"
    return set(session.connection().exec_driver_sql(statement, (match.text,)).scalars())


def _read_naively(session: Session, words: Words) -> set[int]:
    return {
        document.id
        for document in documents(session.connection(), range(1, 1_000))
        if any(
            found_spans(text, lits_of(words, column=column))
            for column, texts in _columns(document, words).items()
            for text in texts
        )
    }


def _columns(document: Document, words: Words) -> dict[str, Sequence[str]]:
    title = (document.title,) if words.inside else (document.title, document.reference)
    return {"title": title, "name": document.names, "text": document.body}


def _read_all(catalogue: Catalogue, words: Words) -> set[int]:
    with catalogue.read() as session:
        return _answer(session, words)


@contextlib.contextmanager
def _rebuilt(path: Path) -> Generator[Session]:
    memory = dbapi2.connect(":memory:", check_same_thread=False)
    source = dbapi2.connect(path)
    source.backup(memory)
    source.close()
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: memory, poolclass=StaticPool)
    with Session(engine) as session:
        assert list(index_problems(session.connection())) == []
        yield session
    engine.dispose()


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a smaller example takes minutes to find
)
@given(MADE, CHANGED, st.lists(ASKED, min_size=3, max_size=8), st.lists(BEGUN, max_size=4))
def test_after_any_acts_search_agrees_with_a_rebuilt_index_and_with_a_reader(
    template: Path,
    made: list[Step],
    changed: list[Step],
    asked: list[Words],
    begun: list[Words],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "edits.chancery"
        shutil.copyfile(template, path)
        with Catalogue.open(path) as catalogue:
            for step in (*made, *changed):
                _act(catalogue, *step)
            with catalogue.read() as session, _rebuilt(path) as anew:
                for words in (*asked, *begun):
                    assert _answer(session, words) == _answer(anew, words), words
                for words in asked:
                    assert _answer(session, words) == _read_naively(session, words), words
                for words in begun:  # a stem may hold words that began otherwise
                    assert _answer(session, words) >= _read_naively(session, words), words


def test_all_words_of_an_entry_are_found(catalogue: Catalogue) -> None:
    source = make_source(
        catalogue, "Text of a release.", title="Title", publisher="Newsroom", note="Noted"
    )
    meeting = make_entry(catalogue, EntryKind.MEETING, "Talks", note="Noted")
    make_name(catalogue, meeting, "Переговоры")
    write(
        catalogue,
        lambda session: add_point(session, entry_id=meeting, spec=PointSpec(wording="Customs")),
    )
    for word, entry, column in (
        ("releases", source, "text"),
        ("title", source, "title"),
        ("newsroom", source, "text"),
        ("S-0001", source, "title"),
        ("custom", meeting, "text"),
        ("переговорам", meeting, "name"),
    ):
        assert _read_all(catalogue, Words(text=word, column=column)) == {entry}, word
        assert _read_all(catalogue, Words(text=word)) == {entry}, word
    assert _read_all(catalogue, Words(text="noted", column="text")) == {source, meeting}


def test_an_act_that_is_undone_leaves_no_trace_in_answers(catalogue: Catalogue) -> None:
    entry = make_entry(catalogue, EntryKind.MEETING, "Talks with Murashko")
    asked = Words(text="Мурашко"), Words(text="rashk", inside=True)
    assert [_read_all(catalogue, words) for words in asked] == [{entry}, {entry}]
    catalogue.undo()
    assert [_read_all(catalogue, words) for words in asked] == [set(), set()]
    catalogue.redo()
    assert [_read_all(catalogue, words) for words in asked] == [{entry}, {entry}]


def test_a_word_of_a_text_is_found_by_its_parts_once_it_stands_in_a_name(
    catalogue: Catalogue,
) -> None:
    entry = make_entry(catalogue, EntryKind.MEETING, "Talks", note="customs")
    asked = Words(text="usto", inside=True)
    assert _read_all(catalogue, asked) == set()
    make_name(catalogue, entry, "Customs")
    assert _read_all(catalogue, asked) == {entry}


def test_references_are_found_but_crowd_no_dictionary(catalogue: Catalogue) -> None:
    entry = make_entry(catalogue, EntryKind.MEETING, "Talks")
    assert _read_all(catalogue, Words(text="M-0001")) == {entry}
    assert rows(catalogue, "SELECT word FROM index_word") == [("talks",)]


def test_pickers_find_names_of_the_kinds_they_ask_for(catalogue: Catalogue) -> None:
    person = make_entry(catalogue, EntryKind.PERSON, "Anna Baku")
    body = make_entry(catalogue, EntryKind.ORGANISATION, "Baku Port")

    def named(*kinds: EntryKind) -> set[int]:
        with catalogue.read() as session:
            statement = "SELECT rowid FROM name_forms WHERE name_forms MATCH ?"
            asked = (name_match("бак", kinds),)
            return set(session.connection().exec_driver_sql(statement, asked).scalars())

    assert named() == named(EntryKind.PERSON, EntryKind.ORGANISATION) == {person, body}
    assert named(EntryKind.PERSON) == {person}
    assert named(EntryKind.MEETING) == set()


def test_a_read_source_is_still_found_and_sketched_once(catalogue: Catalogue) -> None:
    source = make_source(catalogue, "One two three four five six seven eight")
    sketched = rows(catalogue, "SELECT * FROM source_sketch ORDER BY 1, 2")
    write(
        catalogue,
        lambda session: set_reading_state(session, source_id=source, state=ReadingState.READ),
    )
    write(
        catalogue,
        lambda session: set_field(session, entry_id=source, field="title", value="Other"),
    )
    assert _read_all(catalogue, Words(text="seven")) == {source}
    assert sketched
    assert rows(catalogue, "SELECT * FROM source_sketch ORDER BY 1, 2") == sketched


def test_an_index_of_more_than_one_batch_is_whole(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.search.index._BATCH", 2)
    entries = [make_entry(catalogue, EntryKind.MEETING, f"Meeting {at}") for at in range(7)]
    with _rebuilt(catalogue.path) as anew:
        assert _answer(anew, Words(text="meeting")) == set(entries)
