"""An index that does not say what the entries say is found out, and told of by name."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from db.catalogue import Catalogue
from db.engine import dbapi2
from db.search.soundness import index_problems
from db.terms import EntryKind
from tests.factories import make_entry, make_name


@pytest.fixture
def copied(catalogue: Catalogue) -> Iterator[Connection]:
    """Give a copy of a catalogue of two meetings, to be spoilt."""
    make_name(catalogue, make_entry(catalogue, EntryKind.MEETING, "Talks on customs"), "Переговоры")
    make_entry(catalogue, EntryKind.MEETING, "Talks on culture")
    memory = dbapi2.connect(":memory:", check_same_thread=False)
    with dbapi2.connect(catalogue.path) as source:
        source.backup(memory)
    source.close()
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: memory, poolclass=StaticPool)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_an_index_that_followed_every_act_is_sound(copied: Connection) -> None:
    assert list(index_problems(copied)) == []


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE entry SET title = 'Talks' WHERE id = 1", "entry 1 is stale in entry_words"),
        ("UPDATE entry SET title = 'Talks on seas' WHERE id = 2", "the word cultur is counted"),
        ("DELETE FROM exact_words WHERE rowid = 2", "entry 2 is stale in exact_words"),
        ("DELETE FROM name WHERE entry_id = 1", "entry 1 is stale in name_forms"),
        ("DELETE FROM entry WHERE id = 2", "entry 2 is stale in entry_words"),
        ("DELETE FROM index_word WHERE word = 'culture'", "1 words are missing or wrong"),
        ("UPDATE index_word SET sound = ''", "words are missing or wrong in the dictionary"),
        ("UPDATE index_word SET in_names = 0", "words are missing or wrong in the dictionary"),
        ("DELETE FROM word_parts WHERE rowid = 1", "1 words of names can't be found by a part"),
        ("DELETE FROM entry_words_data WHERE id > 10", "entry_words: "),
    ],
)
def test_what_is_wrong_is_told(copied: Connection, damage: str, told: str) -> None:
    copied.exec_driver_sql(damage)
    assert [problem for problem in index_problems(copied) if told in problem]


def test_a_word_that_stands_nowhere_any_more_is_no_problem(copied: Connection) -> None:
    copied.exec_driver_sql(
        "INSERT INTO index_word (word, stem, sound, in_names) VALUES ('gone', 'gone', 'gan', 0)"
    )
    assert list(index_problems(copied)) == []
