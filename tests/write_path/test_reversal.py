"""One past act taken back alone: where nothing rests on it, and what does where something does."""

import pytest

from db.catalogue import Catalogue
from db.commands.entries import set_field
from db.errors import Blocked, Refused
from db.terms import EntryKind, LinkKind
from tests.factories import make_agreement, make_country, make_link, make_person, make_tag
from tests.write_path.acts import content, rows, write


def _last(catalogue: Catalogue) -> int:
    return int(str(rows(catalogue, "SELECT max(id) FROM revision")[0][0]))


def _set(catalogue: Catalogue, entry: int, field: str, value: str) -> int:
    write(
        catalogue,
        lambda session: set_field(session, entry_id=entry, field=field, value=value),
    )
    return _last(catalogue)


def test_an_act_of_long_ago_is_taken_back_and_later_ones_stand(catalogue: Catalogue) -> None:
    first = make_agreement(catalogue, "Roadmap")
    edited = _set(catalogue, first, "number", "17")
    make_person(catalogue, "Anna")
    _set(catalogue, first, "summary", "As agreed")
    catalogue.take_back(edited)
    assert rows(catalogue, "SELECT number FROM agreement") == [("",)]
    assert rows(catalogue, f"SELECT summary FROM entry WHERE id = {first}") == [("As agreed",)]
    assert ("Anna",) in rows(catalogue, "SELECT title FROM entry")


def test_taking_back_is_an_act_that_undo_takes_back(catalogue: Catalogue) -> None:
    entry = make_agreement(catalogue, "Roadmap")
    edited = _set(catalogue, entry, "number", "17")
    make_person(catalogue, "Anna")
    before = content(catalogue)
    catalogue.take_back(edited)
    after = content(catalogue)
    assert before != after
    catalogue.undo()
    assert content(catalogue) == before
    catalogue.redo()
    assert content(catalogue) == after


def test_a_field_that_was_changed_again_names_the_later_change(catalogue: Catalogue) -> None:
    entry = make_agreement(catalogue, "Roadmap")
    first = _set(catalogue, entry, "number", "17")
    second = _set(catalogue, entry, "number", "18")
    before = content(catalogue)
    with pytest.raises(Blocked) as told:
        catalogue.take_back(first)
    assert told.value.by == (second,)
    assert content(catalogue) == before
    catalogue.take_back(second)
    catalogue.take_back(first)
    assert rows(catalogue, "SELECT number FROM agreement") == [("",)]


def test_an_entry_that_is_linked_is_not_unmade_under_its_links(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    agreement = make_agreement(catalogue, "Roadmap")
    made = _last(catalogue)
    make_link(catalogue, LinkKind.PARTY, agreement, country)
    linked = _last(catalogue)
    with pytest.raises(Blocked) as told:
        catalogue.take_back(made)
    assert told.value.by == (linked,)
    catalogue.take_back(linked)
    catalogue.take_back(made)
    assert rows(catalogue, f"SELECT id FROM entry WHERE kind = '{EntryKind.AGREEMENT}'") == []


def test_what_comes_back_needs_what_it_stood_under(catalogue: Catalogue) -> None:
    above = make_tag(catalogue, "health")
    below = make_tag(catalogue, "vaccines", parent=above)
    connection_act = "DELETE FROM tag WHERE id = "
    write(catalogue, lambda s: s.connection().exec_driver_sql(f"{connection_act}{below}"))
    removed = _last(catalogue)
    write(catalogue, lambda s: s.connection().exec_driver_sql(f"{connection_act}{above}"))
    above_removed = _last(catalogue)
    with pytest.raises(Blocked) as told:
        catalogue.take_back(removed)
    assert told.value.by == (above_removed,)
    catalogue.take_back(above_removed)
    catalogue.take_back(removed)
    assert len(rows(catalogue, "SELECT id FROM tag")) == 2


def test_an_act_is_taken_back_only_once(catalogue: Catalogue) -> None:
    entry = make_agreement(catalogue, "Roadmap")
    edited = _set(catalogue, entry, "number", "17")
    catalogue.take_back(edited)
    with pytest.raises(Refused) as told:
        catalogue.take_back(edited)
    assert told.value.reason == "act_not_standing"
    with pytest.raises(Refused) as told:
        catalogue.take_back(9_999)
    assert told.value.reason == "act_missing"


def test_what_lies_before_the_horizon_is_read_and_never_undone(catalogue: Catalogue) -> None:
    entry = make_agreement(catalogue, "Roadmap")
    edited = _set(catalogue, entry, "number", "17")
    line = (
        "INSERT INTO revision (at, who, act, about, program, visit, state) "
        "SELECT at, '', 'schema.horizon', '', '', '', 'step' FROM revision ORDER BY id DESC LIMIT 1"
    )
    catalogue.keep(lambda session: session.connection().exec_driver_sql(line))
    with pytest.raises(Refused) as told:
        catalogue.take_back(edited)
    assert told.value.reason == "act_before_horizon"
    with pytest.raises(Refused) as told:
        catalogue.undo()
    assert told.value.reason == "nothing_to_undo"
    after = _set(catalogue, entry, "number", "18")
    assert after > edited
    catalogue.undo()
    assert rows(catalogue, "SELECT number FROM agreement") == [("17",)]
