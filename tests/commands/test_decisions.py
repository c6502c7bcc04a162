"""Decisions on suggestions: kept over readings, counted, taken back; learnt noise."""

import pytest

from db.act import Act
from db.catalogue import Catalogue
from db.commands.decisions import (
    change_noise,
    forget_noise,
    keep_reading,
    learn_noise,
    refuse,
    reopen,
)
from db.commands.sources import add_source
from db.errors import Refused
from db.exchange.intake import read_pasted
from db.queries.reading import Progress, decisions_of, learnt_noise, progress_of
from db.terms import Verdict
from tests.write_path.acts import rows, write


@pytest.fixture
def source(catalogue: Catalogue) -> int:
    release = read_pasted("Subscribe to our channel.\nTogo and Benin met.")
    act = Act(key="source.add", run=lambda session: add_source(session, release=release))
    return catalogue.write(act).value


def _read(catalogue: Catalogue, source: int, *keys: str, patterns: tuple[str, ...] = ()) -> None:
    catalogue.keep(
        lambda session: keep_reading(
            session, source_id=source, version="1", keys=keys, patterns=patterns
        )
    )


def _progress(catalogue: Catalogue, source: int) -> Progress | None:
    with catalogue.read() as session:
        return progress_of(session, [source]).get(source)


def test_progress_counts_what_is_suggested_and_decided(catalogue: Catalogue, source: int) -> None:
    assert _progress(catalogue, source) is None
    _read(catalogue, source, "place:TG", "place:BJ")
    assert _progress(catalogue, source) == Progress(suggested=2, decided=0)
    write(catalogue, lambda session: refuse(session, source_id=source, keys=["place:TG", "old"]))
    assert _progress(catalogue, source) == Progress(suggested=2, decided=1)


def test_a_refusal_outlives_another_reading(catalogue: Catalogue, source: int) -> None:
    write(catalogue, lambda session: refuse(session, source_id=source, keys=["place:TG"]))
    _read(catalogue, source, "place:TG", "place:BJ")
    _read(catalogue, source, "place:TG")
    with catalogue.read() as session:
        assert [(d.key, d.verdict) for d in decisions_of(session, source)] == [
            ("place:TG", Verdict.REFUSED)
        ]
    progress = _progress(catalogue, source)
    assert progress is not None
    assert progress.decided == progress.suggested == 1


def test_the_first_decision_takes_a_source_out_of_the_inbox(
    catalogue: Catalogue, source: int
) -> None:
    write(catalogue, lambda session: refuse(session, source_id=source, keys=["place:TG"]))
    assert rows(catalogue, "SELECT reading_state FROM source") == [("reading",)]
    catalogue.undo()
    assert rows(catalogue, "SELECT reading_state FROM source") == [("inbox",)]
    assert rows(catalogue, "SELECT * FROM decision") == []


def test_a_decision_can_be_opened_again(catalogue: Catalogue, source: int) -> None:
    write(catalogue, lambda session: refuse(session, source_id=source, keys=["a", "b"]))
    write(catalogue, lambda session: reopen(session, source_id=source, key="a"))
    assert rows(catalogue, "SELECT key FROM decision") == [("b",)]


def test_reading_is_no_act_of_history(catalogue: Catalogue, source: int) -> None:
    acts = rows(catalogue, "SELECT count(*) FROM revision")
    _read(catalogue, source, "place:TG")
    assert rows(catalogue, "SELECT count(*) FROM revision") == acts


def test_only_sources_that_were_read_have_progress(catalogue: Catalogue, source: int) -> None:
    with catalogue.read() as session:
        assert progress_of(session, [source]) == {}
    _read(catalogue, source)
    with catalogue.read() as session:
        assert progress_of(session, [source]) == {source: Progress(suggested=0, decided=0)}
        assert progress_of(session, [source + 1]) == {}


def test_learnt_lines_are_listed_and_counted(catalogue: Catalogue, source: int) -> None:
    words = "subscribe to our channel."
    pattern = write(
        catalogue, lambda session: learn_noise(session, words=words, source_id=source)
    ).value
    assert write(catalogue, lambda session: learn_noise(session, words=words)).value == pattern
    _read(catalogue, source, patterns=(words,))
    with catalogue.read() as session:
        assert [(row.words, row.met) for row in learnt_noise(session)] == [(words, 1)]


def test_learnt_lines_can_be_changed_and_forgotten(catalogue: Catalogue) -> None:
    one = write(catalogue, lambda session: learn_noise(session, words="share")).value
    write(catalogue, lambda session: learn_noise(session, words="print"))
    with pytest.raises(Refused) as told:
        write(catalogue, lambda session: change_noise(session, pattern_id=one, words="print"))
    assert told.value.reason == "name_exists"
    write(catalogue, lambda session: change_noise(session, pattern_id=one, words="share it"))
    write(catalogue, lambda session: forget_noise(session, pattern_id=one))
    assert rows(catalogue, "SELECT words FROM noise_pattern") == [("print",)]
    catalogue.undo()
    assert rows(catalogue, "SELECT words FROM noise_pattern ORDER BY words") == [
        ("print",),
        ("share it",),
    ]
