"""What another program has written is told as a change of our own would be."""

from db.act import Change
from db.catalogue import Catalogue
from db.commands.entries import set_field
from db.elsewhere import change_since, last_revision
from db.terms import EntryKind
from tests.factories import make_person
from tests.write_path.acts import write


def _last(catalogue: Catalogue) -> int:
    with catalogue.read() as session:
        return last_revision(session)


def _since(catalogue: Catalogue, revision: int) -> Change:
    with catalogue.read() as session:
        return change_since(session, revision)


def test_entries_touched_since_are_named_and_those_that_are_gone_too(catalogue: Catalogue) -> None:
    assert _last(catalogue) == 0
    make_person(catalogue, "Anna")
    anna = make_person(catalogue, "Boris")
    seen = _last(catalogue)
    later = make_person(catalogue, "Clara")
    gone = make_person(catalogue, "Dora")
    catalogue.undo()
    change = _since(catalogue, seen)
    assert change.entries == {anna, later, gone}
    assert change.removed == {gone}
    assert change.kinds == set(EntryKind)
    assert {"entry", "link", "tag"} < change.tables
    assert change.revision == _last(catalogue) > seen
    assert change


def test_an_act_that_grew_in_one_visit_is_told_again(catalogue: Catalogue) -> None:
    anna = make_person(catalogue, "Anna")

    def note(words: str) -> None:
        write(
            catalogue, lambda s: set_field(s, entry_id=anna, field="note", value=words), visit="v"
        )

    note("One")
    seen = _last(catalogue)
    note("One and another")
    assert _last(catalogue) == seen
    assert _since(catalogue, seen).entries == {anna}
