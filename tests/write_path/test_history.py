"""Every act is one revision, whichever way its rows were written, and can be taken back."""

from collections.abc import Callable

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.commands.entries import create_entry, ensure_country, set_field, trash_entries
from db.commands.links import add_link
from db.commands.stages import StageSpec, add_stage
from db.commands.tags import TagSpec, create_tag, tag_entries
from db.errors import Refused
from db.models import Entry, EntryTag, Link, Name
from db.rows.links import LinkSpec
from db.terms import EntryKind, LinkKind, NameKind, StageKind
from tests.factories import make_name, make_person
from tests.write_path.acts import content, rows, write


def _agreement(session: Session, title: str = "Protocol") -> int:
    return create_entry(session, kind=EntryKind.AGREEMENT, values={"title": title})


def test_an_act_that_changes_nothing_leaves_no_revision(catalogue: Catalogue) -> None:
    assert not write(catalogue, lambda _session: None).change
    assert rows(catalogue, "SELECT count(*) FROM revision") == [(0,)]


def test_a_command_that_fails_leaves_nothing_behind(catalogue: Catalogue) -> None:
    def half_done(session: Session) -> None:
        _agreement(session)
        raise Refused("title_empty")

    with pytest.raises(Refused):
        write(catalogue, half_done)
    assert rows(catalogue, "SELECT count(*) FROM entry") == [(0,)]
    assert rows(catalogue, "SELECT count(*) FROM revision") == [(0,)]
    assert write(catalogue, _agreement).change.revision == 1


def _orm(session: Session, agreement: int) -> None:
    session.get_one(Entry, agreement).note = "by ORM"


def _core(session: Session, agreement: int) -> None:
    session.connection().execute(
        update(Entry.__table__).where(Entry.__table__.c.id == agreement).values(note="by Core")  # type: ignore[arg-type]
    )


def _bulk(session: Session, agreement: int) -> None:
    session.execute(
        insert(Name),
        [{"entry_id": agreement, "text": f"form {n}", "kind": NameKind.VARIANT} for n in range(50)],
    )


def _cascade(session: Session, agreement: int) -> None:
    session.execute(delete(Entry).where(Entry.id == agreement))


@pytest.mark.parametrize("change", [_orm, _core, _bulk, _cascade])
def test_no_way_of_writing_escapes_history(catalogue: Catalogue, change: object) -> None:
    def prepare(session: Session) -> int:
        agreement = _agreement(session)
        add_stage(session, agreement_id=agreement, spec=StageSpec(kind=StageKind.SIGNED))
        session.add(Name(entry_id=agreement, text="Протокол", kind=NameKind.ORIGINAL))
        return agreement

    agreement = write(catalogue, prepare).value
    before = content(catalogue)
    assert write(catalogue, lambda session: change(session, agreement)).change  # type: ignore[operator]
    after = content(catalogue)
    assert after != before
    catalogue.undo()
    assert content(catalogue) == before
    catalogue.redo()
    assert content(catalogue) == after


def _a_life(catalogue: Catalogue) -> list[dict[str, list[tuple[object, ...]]]]:
    """Do one of everything; return the content before each act and after the last."""
    ids: dict[str, int] = {}
    acts: list[Callable[[Session], object]] = [
        lambda s: ids.update(a=_agreement(s)),
        lambda s: ids.update(az=ensure_country(s, code="AZ")),
        lambda s: set_field(s, entry_id=ids["a"], field="covers", value="2021-2024"),
        lambda s: ids.update(
            stage=add_stage(
                s, agreement_id=ids["a"], spec=StageSpec(kind=StageKind.SIGNED, date="2021?")
            )
        ),
        lambda s: add_link(
            s, spec=LinkSpec(kind=LinkKind.PARTY, subject_id=ids["a"], object_id=ids["az"])
        ),
        lambda s: ids.update(tag=create_tag(s, spec=TagSpec(label_en="health"))),
        lambda s: tag_entries(s, entry_ids=[ids["a"], ids["az"]], tag_id=ids["tag"]),
        lambda s: trash_entries(s, entry_ids=[ids["a"]]),
    ]
    states = [content(catalogue)]
    for act in acts:
        write(catalogue, act)
        states.append(content(catalogue))
    return states


def test_all_acts_can_be_undone_and_redone_also_after_a_restart(catalogue: Catalogue) -> None:
    states = _a_life(catalogue)
    path = catalogue.path
    catalogue.close()
    with Catalogue.open(path) as reopened:
        for before in reversed(states[:-1]):
            reopened.undo()
            assert content(reopened) == before
        with pytest.raises(Refused) as told:
            reopened.undo()
        assert told.value.reason == "nothing_to_undo"
        for after in states[1:]:
            reopened.redo()
            assert content(reopened) == after
        with pytest.raises(Refused) as told:
            reopened.redo()
        assert told.value.reason == "nothing_to_redo"


def test_a_new_act_closes_the_way_to_redo(catalogue: Catalogue) -> None:
    write(catalogue, _agreement)
    catalogue.undo()
    write(catalogue, lambda session: _agreement(session, "Another"))
    with pytest.raises(Refused) as told:
        catalogue.redo()
    assert told.value.reason == "nothing_to_redo"


def test_saves_of_one_field_in_one_visit_are_one_revision(catalogue: Catalogue) -> None:
    agreement = write(catalogue, _agreement).value
    for title in ("P", "Pro", "Protocol of the session"):
        write(
            catalogue,
            lambda session, title=title: set_field(
                session, entry_id=agreement, field="title", value=title
            ),
            visit="7:title",
        )
    assert rows(catalogue, "SELECT count(*) FROM revision") == [(2,)]
    catalogue.undo()
    assert rows(catalogue, "SELECT title FROM entry") == [("Protocol",)]


def test_what_one_visit_took_away_and_made_again_is_as_it_was_after_undo(
    catalogue: Catalogue,
) -> None:
    entry = write(catalogue, _agreement).value
    tag = write(catalogue, lambda s: create_tag(s, spec=TagSpec(label_en="health"))).value
    write(catalogue, lambda s: tag_entries(s, entry_ids=[entry], tag_id=tag))
    before = content(catalogue)
    write(catalogue, lambda s: s.execute(delete(EntryTag)), visit="7")
    write(catalogue, lambda s: tag_entries(s, entry_ids=[entry], tag_id=tag), visit="7")
    write(catalogue, _agreement, visit="7")
    after = content(catalogue)
    catalogue.undo()
    assert content(catalogue) == before
    catalogue.redo()
    assert content(catalogue) == after


def test_a_visit_after_another_act_is_a_revision_of_its_own(catalogue: Catalogue) -> None:
    agreement = write(catalogue, _agreement).value

    def title(text: str) -> None:
        write(
            catalogue,
            lambda session: set_field(session, entry_id=agreement, field="title", value=text),
            visit="7:title",
        )

    title("First")
    write(catalogue, lambda session: create_tag(session, spec=TagSpec(label_en="health")))
    title("Second")
    catalogue.undo()
    assert rows(catalogue, "SELECT title FROM entry") == [("First",)]


def test_a_reference_is_never_given_again(catalogue: Catalogue) -> None:
    write(catalogue, _agreement)
    catalogue.undo()
    write(catalogue, _agreement)
    assert rows(catalogue, "SELECT reference FROM entry") == [("A-0002",)]


def test_history_says_who_did_what_with_which_program(catalogue: Catalogue) -> None:
    write(catalogue, _agreement)
    catalogue.undo()
    assert rows(catalogue, "SELECT who, act, program, state, steps_id FROM revision") == [
        ("Tester", "entry.set", "Chancery test", "undone", None),
        ("Tester", "undo", "Chancery test", "step", 1),
    ]


def test_what_history_records_must_not_be_written_aside(catalogue: Catalogue) -> None:
    with pytest.raises(RuntimeError):
        catalogue.keep(_agreement)
    assert rows(catalogue, "SELECT count(*) FROM entry") == [(0,)]


def test_the_file_holds_no_triggers_and_no_views(catalogue: Catalogue) -> None:
    write(catalogue, _agreement)
    found = rows(catalogue, "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')")
    assert found == []


def _versions(catalogue: Catalogue) -> dict[int, int]:
    found = rows(catalogue, "SELECT id, version FROM entry")
    return {int(str(entry)): int(str(version)) for entry, version in found}


def test_touching_a_link_raises_the_versions_of_both_ends(catalogue: Catalogue) -> None:
    agreement = write(catalogue, _agreement).value
    country = write(catalogue, lambda session: ensure_country(session, code="AZ")).value
    before = _versions(catalogue)
    written = write(
        catalogue,
        lambda session: add_link(
            session,
            spec=LinkSpec(kind=LinkKind.PARTY, subject_id=agreement, object_id=country),
        ),
    )
    after = _versions(catalogue)
    assert after == {entry: version + 1 for entry, version in before.items()}
    assert written.change.entries == {agreement, country}
    assert rows(catalogue, "SELECT count(*) FROM link") == [(1,)]
    assert Link.__tablename__ in written.change.tables
    assert EntryTag.__tablename__ not in written.change.tables


def test_a_row_that_was_changed_before_it_went_is_redone_after_what_went_before_it(
    catalogue: Catalogue,
) -> None:
    entry = make_person(catalogue, "Anna")
    make_name(catalogue, entry, "Anya")
    before = content(catalogue)

    def run(session: Session) -> None:
        connection = session.connection()
        connection.exec_driver_sql("UPDATE entry SET note = 'twice' WHERE id = ?", (entry,))
        connection.exec_driver_sql("DELETE FROM name WHERE entry_id = ?", (entry,))
        connection.exec_driver_sql("DELETE FROM entry WHERE id = ?", (entry,))

    write(catalogue, run)
    catalogue.undo()
    assert content(catalogue) == before
    catalogue.redo()
    assert rows(catalogue, "SELECT id FROM name") == []
    assert rows(catalogue, f"SELECT id FROM entry WHERE id = {entry}") == []
