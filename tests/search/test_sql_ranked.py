"""Best first: what fits the words best among the newest, then the rest by age."""

from collections.abc import Iterator

import pytest
from sqlalchemy import true
from sqlalchemy.orm import Session

import db.search.sql.ranked
from db.catalogue import Catalogue
from db.models import Entry
from db.search.grammar import parse
from db.search.sql import bind, ranked_ids
from tests.factories import make_agreement, make_name, make_source, make_tag, trash


@pytest.fixture
def made(catalogue: Catalogue) -> dict[str, int]:
    text = "Much was said, and customs were named once among many other words. " * 3
    made = {
        "text": make_source(catalogue, f"{text} Vaccines too.", title="Release of spring"),
        "title": make_agreement(catalogue, "Vaccines"),
        "name": make_agreement(catalogue, "A plan"),
        "gone": make_agreement(catalogue, "Vaccines of old"),
        "newest": make_source(catalogue, f"{text} Vaccines now.", title="Release of autumn"),
        "other": make_agreement(catalogue, "Customs"),
    }
    make_name(catalogue, made["name"], "Plan of vaccines for the north and for the south")
    make_tag(catalogue, "children", on=[made["other"], made["text"]])
    trash(catalogue, made["gone"])
    return made


@pytest.fixture
def session(catalogue: Catalogue, made: dict[str, int]) -> Iterator[Session]:
    with catalogue.read() as session:
        yield session


def _ranked(
    session: Session, made: dict[str, int], query: str, candidates: int = 100, limit: int = 100
) -> list[str]:
    ids = ranked_ids(
        session, bind(session, parse(query)), ~Entry.trashed, candidates=candidates, limit=limit
    )
    names = {id_: name for name, id_ in made.items()}
    return [names[id_] for id_ in ids]


def test_titles_weigh_more_than_names_and_names_more_than_texts(
    session: Session, made: dict[str, int]
) -> None:
    assert _ranked(session, made, "vaccines") == ["title", "name", "newest", "text"]


def test_only_the_newest_are_ranked_and_the_rest_follow_by_age(
    session: Session, made: dict[str, int]
) -> None:
    assert _ranked(session, made, "vaccines", candidates=2) == ["name", "newest", "title", "text"]
    assert _ranked(session, made, "vaccines", candidates=2, limit=3) == ["name", "newest", "title"]
    assert _ranked(session, made, "vaccines", limit=1) == ["title"]


def test_what_narrows_besides_words_narrows_before_ranking(
    session: Session, made: dict[str, int]
) -> None:
    assert _ranked(session, made, "vaccines kind:source", candidates=1) == ["newest", "text"]
    assert _ranked(session, made, "vaccines -autumn -plan") == ["title", "text"]
    assert _ranked(session, made, '="vaccines" vaccine') == ["title", "name", "newest", "text"]


def test_words_that_may_be_missing_rank_those_that_hold_them(
    session: Session, made: dict[str, int]
) -> None:
    assert _ranked(session, made, "plan OR tag:children") == ["name", "other", "text"]


def test_without_words_all_stand_by_age(session: Session, made: dict[str, int]) -> None:
    assert _ranked(session, made, "tag:children") == ["other", "text"]
    assert _ranked(session, made, "-customs") == ["name", "title"]
    assert len(ranked_ids(session, bind(session, parse("")), true())) == len(made)


def test_of_a_common_word_only_the_newest_holders_are_looked_at(
    session: Session, made: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db.search.sql.ranked, "LOOKED_AT", 2)
    assert _ranked(session, made, "vaccines") == ["newest", "name", "title", "text"]
