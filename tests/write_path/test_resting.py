"""What rests on a past act, and on that in turn: acts taken back are no longer in the way."""

import pytest

from db.catalogue import Catalogue
from db.commands.entries import set_field
from db.errors import Refused
from db.queries.acts import acts_page
from db.resting import acts_resting_on
from db.rows.acts import ActsWanted
from db.terms import LinkKind
from tests.factories import make_agreement, make_country, make_link
from tests.write_path.acts import content, rows, write


def _last(catalogue: Catalogue) -> int:
    return int(str(rows(catalogue, "SELECT max(id) FROM revision")[0][0]))


def _set(catalogue: Catalogue, entry: int, value: str) -> int:
    write(catalogue, lambda s: set_field(s, entry_id=entry, field="number", value=value))
    return _last(catalogue)


def _resting(catalogue: Catalogue, revision: int) -> list[int]:
    with catalogue.read() as session:
        return [act.revision for act in acts_resting_on(session, revision)]


def _taken_back(catalogue: Catalogue) -> list[int]:
    with catalogue.read() as session:
        page = acts_page(session, ActsWanted())
    return [act.revision for act in page.rows if act.is_taken_back]


def test_what_rests_on_what_rests_is_among_it_the_latest_first(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    before = content(catalogue)
    entry = make_agreement(catalogue, "Roadmap")
    made = _last(catalogue)
    first, second = _set(catalogue, entry, "17"), _set(catalogue, entry, "18")
    make_link(catalogue, LinkKind.PARTY, entry, country)
    linked = _last(catalogue)
    assert _resting(catalogue, made) == [linked, second, first]
    for revision in (*_resting(catalogue, made), made):
        catalogue.take_back(revision)
    assert content(catalogue) == before


def test_what_was_taken_back_is_not_in_the_way(catalogue: Catalogue) -> None:
    entry = make_agreement(catalogue, "Roadmap")
    first, second = _set(catalogue, entry, "17"), _set(catalogue, entry, "18")
    catalogue.take_back(second)
    third = _set(catalogue, entry, "19")
    assert _resting(catalogue, first) == [third]
    catalogue.take_back(third)
    assert _resting(catalogue, first) == []
    catalogue.take_back(first)
    assert rows(catalogue, "SELECT number FROM agreement") == [("",)]


def test_what_took_an_act_back_can_be_taken_back_and_the_act_stands_again(
    catalogue: Catalogue,
) -> None:
    entry = make_agreement(catalogue, "Roadmap")
    edited = _set(catalogue, entry, "17")
    catalogue.take_back(edited)
    taker = _last(catalogue)
    assert _taken_back(catalogue) == [edited]
    with pytest.raises(Refused):
        _resting(catalogue, edited)
    catalogue.take_back(taker)
    assert rows(catalogue, "SELECT number FROM agreement") == [("17",)]
    assert _taken_back(catalogue) == [taker]
    assert _resting(catalogue, edited) == []
    catalogue.take_back(edited)
    assert rows(catalogue, "SELECT number FROM agreement") == [("",)]
