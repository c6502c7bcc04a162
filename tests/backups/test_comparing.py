"""A comparison names every entry that is different today, and no other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db.backups.comparing import Comparison, How, compare
from db.backups.facts import Backup
from db.backups.ownership import NOBODYS, OWNERS
from db.backups.places import folder_beside
from db.backups.unpacking import unpacked
from db.backups.watching import Watch
from db.catalogue import Catalogue
from db.errors import Interrupted
from db.history import recorded_columns
from db.interruption import Interruption
from db.terms import EntryKind
from tests.factories import make_entry
from tests.write_path.acts import rows, write


def _compared(catalogue: Catalogue, backup: Backup, watch: Watch | None = None) -> Comparison:
    watch = watch or Watch()
    with unpacked(backup.path, backup.path.parent, watch) as old:
        return compare(catalogue.path, old, watch=watch)


def _told(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(one.how.value, one.kind.value, one.title) for one in comparison.differences]


def _run(statement: str) -> Callable[[Catalogue], None]:
    def run(catalogue: Catalogue) -> None:
        write(catalogue, lambda session: session.connection().exec_driver_sql(statement) and None)

    return run


def test_every_table_in_history_has_an_owner_or_nobody() -> None:
    assert set(OWNERS) | NOBODYS == set(recorded_columns())
    assert not set(OWNERS) & NOBODYS


def test_nothing_is_different_where_nothing_was_done(sample: Catalogue, backup: Backup) -> None:
    assert _compared(sample, backup) == Comparison(differences=(), counts={})


def test_an_entry_added_since_is_named_with_its_kind(sample: Catalogue, backup: Backup) -> None:
    made = make_entry(sample, EntryKind.PERSON, "Somebody new")
    compared = _compared(sample, backup)
    assert _told(compared) == [("added", "person", "Somebody new")]
    assert compared.differences[0].entry_id == made
    assert compared.counts == {(EntryKind.PERSON, How.ADDED): 1}


def test_an_entry_gone_or_in_the_trash_is_named_as_it_was(
    sample: Catalogue, backup: Backup
) -> None:
    gone, trashed = (
        str(row[0])
        for row in rows(sample, "SELECT title FROM entry WHERE kind = 'agreement' LIMIT 2")
    )
    entry = "(SELECT id FROM entry WHERE kind = 'agreement' LIMIT 1)"
    for statement in (
        "UPDATE entry SET trashed = 1 WHERE id = (SELECT id FROM entry WHERE "
        "kind = 'agreement' LIMIT 1 OFFSET 1)",
        f"DELETE FROM link WHERE subject_id = {entry} OR object_id = {entry}",
        f"DELETE FROM entry WHERE id = {entry}",
    ):
        _run(statement)(sample)
    told = _told(_compared(sample, backup))
    assert ("gone", "agreement", gone) in told
    assert ("trashed", "agreement", trashed) in told


@pytest.mark.parametrize(
    ("statement", "owner"),
    [
        ("UPDATE entry SET note = 'x' WHERE id = {0}", "SELECT max(id) FROM meeting"),
        ("UPDATE agreement SET number = 'x' WHERE id = {0}", "SELECT max(id) FROM agreement"),
        ("UPDATE name SET language = 'xx' WHERE entry_id = {0}", "SELECT min(entry_id) FROM name"),
        ("DELETE FROM name WHERE entry_id = {0}", "SELECT min(entry_id) FROM name"),
        (
            "UPDATE stage SET note = 'x' WHERE agreement_id = {0}",
            "SELECT min(agreement_id) FROM stage",
        ),
        ("UPDATE link SET note = 'x' WHERE subject_id = {0}", "SELECT min(subject_id) FROM link"),
        ("DELETE FROM entry_tag WHERE entry_id = {0}", "SELECT min(entry_id) FROM entry_tag"),
        ("UPDATE point SET wording = 'x' WHERE entry_id = {0}", "SELECT min(entry_id) FROM point"),
        (
            "UPDATE quotation SET words = 'x' WHERE entry_id = {0}",
            "SELECT min(entry_id) FROM quotation",
        ),
        (
            "UPDATE figure SET unit = 'x' WHERE entry_id = {0}",
            "SELECT min(entry_id) FROM figure WHERE entry_id IS NOT NULL",
        ),
        (
            "UPDATE evidence SET reason = 'x' WHERE stage_id IN "
            "(SELECT id FROM stage WHERE agreement_id = {0})",
            "SELECT min(s.agreement_id) FROM evidence e JOIN stage s ON s.id = e.stage_id",
        ),
        (
            "UPDATE evidence SET reason = 'x' WHERE link_id IN "
            "(SELECT id FROM link WHERE subject_id = {0})",
            "SELECT min(l.subject_id) FROM evidence e JOIN link l ON l.id = e.link_id",
        ),
        (
            "DELETE FROM evidence_passage WHERE evidence_id IN "
            "(SELECT id FROM evidence WHERE entry_id = {0})",
            "SELECT min(e.entry_id) FROM evidence e JOIN evidence_passage p ON p.evidence_id=e.id",
        ),
    ],
)
def test_an_entry_with_another_row_of_any_sort_has_changed(
    sample: Catalogue, backup: Backup, statement: str, owner: str
) -> None:
    entry = rows(sample, owner)[0][0]
    title = rows(sample, f"SELECT title FROM entry WHERE id = {entry}")[0][0]
    _run(statement.format(entry))(sample)
    compared = _compared(sample, backup)
    assert [(how, told) for how, _kind, told in _told(compared)] == [("changed", title)]


def test_undoing_what_was_done_leaves_no_difference(sample: Catalogue, backup: Backup) -> None:
    _run("UPDATE entry SET note = 'x', title = title || '!'")(sample)
    assert len(_compared(sample, backup).differences) == backup.facts.entry_count
    sample.undo()
    assert _compared(sample, backup).differences == ()


def test_a_comparison_stops_when_asked_and_leaves_nothing(
    sample: Catalogue, backup: Backup
) -> None:
    interruption = Interruption()

    def tell(step: object, _done: int, _total: int) -> None:
        if step == "compare":
            interruption.interrupt()

    with pytest.raises(Interrupted):
        _compared(sample, backup, Watch(interruption=interruption, tell=tell))
    assert _left(folder_beside(sample.path)) == [backup.path]


def _left(folder: Path) -> list[Path]:
    return list(folder.iterdir())
