"""What is kept of an unexpected error says where it was, and not a word of the catalogue."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from db.catalogue import Catalogue
from desktop.bugs.bug import Bug, bug_of

SECRET = "Протокол о намерениях"


def _fail(words: str) -> None:
    raise KeyError(words)


def _caught(words: str) -> Bug:
    def wrapped() -> None:
        try:
            _fail(words)
        except KeyError as cause:
            raise RuntimeError(words) from cause

    with pytest.raises(RuntimeError) as told:
        wrapped()
    return bug_of(told.value)


def test_a_bug_names_its_kinds_and_places_and_no_message() -> None:
    bug = _caught(SECRET)
    assert bug.kinds == ("RuntimeError", "KeyError")
    assert [place.split()[-1] for place in bug.places] == ["wrapped", "_fail", "_caught", "wrapped"]
    assert bug.places[0].startswith("tests/desktop/bugs/test_bug.py:")
    assert SECRET not in "\n".join(bug.lines())


def test_the_same_fault_in_the_same_place_has_the_same_code() -> None:
    assert _caught("one").code == _caught("another").code
    with pytest.raises(KeyError) as told:
        _fail("elsewhere")
    assert bug_of(told.value).code != _caught("one").code


def test_what_sqlite_says_is_told_by_its_name_alone(catalogue: Catalogue) -> None:
    insert = text("INSERT INTO tag (id, label_en) VALUES (1, :words), (1, :words)")
    with pytest.raises(IntegrityError) as told:
        catalogue.keep(lambda session: session.execute(insert, {"words": SECRET}))
    lines = "\n".join(bug_of(told.value).lines())
    assert "SQLITE_CONSTRAINT" in lines
    assert SECRET not in lines
    assert "sqlalchemy/" in lines
    assert str(Path.home()) not in lines
