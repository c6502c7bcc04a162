"""Single entries come back from a backup as they were, with all that is theirs, in one act."""

import json
from collections.abc import Collection
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from db.act import Act
from db.backups.bringing_back import BroughtBack, bring_back
from db.backups.comparing import How, compare
from db.backups.facts import Backup
from db.backups.restoring import restore_as
from db.backups.unpacking import unpacked
from db.backups.watching import Watch
from db.catalogue import Catalogue
from db.check import check
from db.terms import EntryKind
from tests.factories import make_entry
from tests.write_path.acts import content, rows, write


def _back(catalogue: Catalogue, backup: Backup, entries: Collection[int]) -> BroughtBack:
    with unpacked(backup.path, backup.path.parent, Watch()) as old:
        act = Act(
            key="backup.bring_back",
            run=lambda session: bring_back(session, backup=old, entry_ids=entries),
        )
        return catalogue.write(act).value


def _delete(catalogue: Catalogue, entries: Collection[int]) -> None:
    """Take entries away for good, with all that rests on them."""
    ids = json.dumps(list(entries))
    gone = "(SELECT value FROM json_each(?))"

    def run(session: Session) -> None:
        connection = session.connection()
        for statement in (
            f"UPDATE meeting SET place_id = NULL WHERE place_id IN {gone}",
            f"UPDATE place SET parent_id = NULL WHERE parent_id IN {gone}",
            f"UPDATE stage SET meeting_id = NULL WHERE meeting_id IN {gone}",
            f"UPDATE stage SET place_id = NULL WHERE place_id IN {gone}",
            f"UPDATE stage SET party_id = NULL WHERE party_id IN {gone}",
            f"UPDATE evidence SET attributed_to_id = NULL WHERE attributed_to_id IN {gone}",
            f"UPDATE quotation SET speaker_id = NULL WHERE speaker_id IN {gone}",
            f"UPDATE figure SET speaker_id = NULL WHERE speaker_id IN {gone}",
            f"UPDATE point SET owed_by_id = NULL WHERE owed_by_id IN {gone}",
            f"UPDATE point SET owed_to_id = NULL WHERE owed_to_id IN {gone}",
            f"DELETE FROM evidence WHERE source_id IN {gone}",
            f"DELETE FROM link WHERE object_id IN {gone}",
            f"DELETE FROM link WHERE on_behalf_of_id IN {gone}",
            f"DELETE FROM entry WHERE id IN {gone}",
        ):
            connection.exec_driver_sql(statement, (ids,))

    write(catalogue, run)


def _ids(catalogue: Catalogue, where: str = "1") -> list[int]:
    found = rows(catalogue, f"SELECT id FROM entry WHERE {where} ORDER BY id")
    return [int(str(row[0])) for row in found]


def _part_of(catalogue: Catalogue, entry: int) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of a few tables that are part of an entry."""
    asked = {
        "entry": "id",
        "agreement": "id",
        "name": "entry_id",
        "stage": "agreement_id",
        "link": "subject_id",
        "point": "entry_id",
        "figure": "entry_id",
        "quotation": "entry_id",
        "entry_tag": "entry_id",
        "evidence": "entry_id",
    }
    whole = content(catalogue)
    found = {
        table: {
            row[0] for row in rows(catalogue, f"SELECT rowid FROM {table} WHERE {owner} = {entry}")
        }
        for table, owner in asked.items()
    }
    return {
        table: [row for row in whole[table] if row[0] in found[table]]
        for table in asked
        if table != "entry_tag"
    }


@pytest.mark.parametrize("kind", list(EntryKind))
def test_an_entry_that_is_gone_comes_back_with_all_that_was_its_own(
    sample: Catalogue, backup: Backup, kind: EntryKind
) -> None:
    before = content(sample)
    entries = _ids(sample, f"kind = '{kind}'")[:3]
    _delete(sample, entries)
    assert content(sample) != before
    brought = _back(sample, backup, entries)
    assert sorted(brought.entries) == entries
    assert brought.left_behind == {}
    assert brought.renumbered == {}
    assert _ids(sample) == [row[0] for row in before["entry"]]
    for table in ("entry", "name", "passage", "evidence", "evidence_passage", "link", "entry_tag"):
        assert content(sample)[table] == before[table]
    sample.close()
    assert all(not finding.problems for finding in check(sample.path))


def test_all_that_is_gone_comes_back_and_the_catalogue_is_as_before(
    sample: Catalogue, backup: Backup
) -> None:
    before = content(sample)
    _delete(sample, _ids(sample))
    assert content(sample)["entry"] == []
    brought = _back(sample, backup, [int(str(row[0])) for row in before["entry"]])
    assert brought.left_behind == brought.loosened == {}
    assert content(sample) == before
    sample.close()
    assert all(not finding.problems for finding in check(sample.path))


def test_bringing_back_is_one_act_that_can_be_undone_and_done_again(
    sample: Catalogue, backup: Backup
) -> None:
    entries = _ids(sample, "kind IN ('agreement', 'source')")[:4]
    _delete(sample, entries)
    without = content(sample)
    _back(sample, backup, entries)
    back = content(sample)
    sample.undo()
    assert content(sample) == without
    sample.redo()
    assert content(sample) == back


def test_a_changed_entry_has_its_old_values_again_and_keeps_what_was_added(
    sample: Catalogue, backup: Backup
) -> None:
    entry = _ids(sample, "kind = 'agreement' AND id IN (SELECT agreement_id FROM stage)")[0]
    before = _part_of(sample, entry)

    def change(session: Session) -> None:
        run = session.connection().exec_driver_sql
        run("UPDATE entry SET title = 'Other', note = 'x', trashed = 1 WHERE id = ?", (entry,))
        run("UPDATE agreement SET number = '77' WHERE id = ?", (entry,))
        run("UPDATE stage SET note = 'x' WHERE agreement_id = ?", (entry,))
        run("DELETE FROM name WHERE entry_id = ?", (entry,))
        run("DELETE FROM link WHERE subject_id = ?", (entry,))
        run("INSERT INTO name (entry_id, text, kind) VALUES (?, 'Added', 'variant')", (entry,))

    write(sample, change)
    brought = _back(sample, backup, [entry])
    assert brought.left_behind == {}
    after = _part_of(sample, entry)
    added = [row for row in after["name"] if "Added" in row]
    assert len(added) == 1
    after["name"].remove(added[0])
    assert after == before


def test_what_rests_on_what_is_gone_stays_behind_and_is_counted(
    sample: Catalogue, backup: Backup
) -> None:
    link = rows(
        sample,
        "SELECT subject_id, object_id FROM link WHERE kind = 'chair' AND object_id IS NOT NULL",
    )[0]
    meeting, person = (int(str(end)) for end in link)
    _delete(sample, [meeting, person])
    brought = _back(sample, backup, [meeting])
    assert brought.left_behind.get("link", 0) >= 1
    assert rows(sample, f"SELECT 1 FROM link WHERE object_id = {person}") == []
    again = _back(sample, backup, [person])
    assert again.left_behind == {}
    assert rows(sample, f"SELECT 1 FROM link WHERE object_id = {person}") != []


def test_what_a_row_only_named_is_left_out_of_it(sample: Catalogue, backup: Backup) -> None:
    meeting, place = (
        int(str(value))
        for value in rows(
            sample, "SELECT id, place_id FROM meeting WHERE place_id IS NOT NULL LIMIT 1"
        )[0]
    )
    _delete(sample, [meeting, place])
    brought = _back(sample, backup, [meeting])
    assert brought.loosened["meeting"] == 1
    assert rows(sample, f"SELECT place_id FROM meeting WHERE id = {meeting}") == [(None,)]


def test_a_tag_that_is_gone_comes_back_with_what_carried_it(
    sample: Catalogue, backup: Backup
) -> None:
    before = content(sample)
    entries = sorted({int(str(row[0])) for row in before["entry_tag"]})
    write(sample, lambda s: s.connection().exec_driver_sql("UPDATE tag SET parent_id = NULL"))
    write(sample, lambda s: s.connection().exec_driver_sql("DELETE FROM tag"))
    brought = _back(sample, backup, entries)
    assert brought.left_behind == {}
    assert content(sample)["entry_tag"] == before["entry_tag"]
    tagged = {row[1] for row in before["entry_tag"]}
    assert {row for row in before["tag"] if row[0] in tagged} <= set(content(sample)["tag"])


def test_ids_and_references_that_are_others_by_now_are_given_anew(
    sample: Catalogue, backup: Backup, tmp_path: Path
) -> None:
    gone = make_entry(sample, EntryKind.PERSON, "Of the one branch")
    from db.backups.facts import Reason  # noqa: PLC0415 - of this test alone
    from db.backups.making import make_backup  # noqa: PLC0415 - likewise

    one_branch = make_backup(sample.path, reason=Reason.BY_HAND).backup
    other = tmp_path / "other.chancery"
    restore_as(backup.path, other)
    with Catalogue.open(other) as branch:
        theirs = make_entry(branch, EntryKind.PERSON, "Of the other branch")
        assert theirs == gone
        kept = _part_of(branch, theirs)
        brought = _back(branch, one_branch, [gone])
        (given,) = brought.entries
        assert given != theirs
        assert len(brought.renumbered) == 1
        assert _part_of(branch, theirs) == kept
        assert rows(branch, f"SELECT title FROM entry WHERE id = {given}") == [
            ("Of the one branch",)
        ]
        third = make_entry(branch, EntryKind.PERSON, "A third")
        references = rows(branch, "SELECT reference FROM entry WHERE kind = 'person'")
        assert len(set(references)) == len(references)
        assert third not in {given, theirs}
    assert all(not finding.problems for finding in check(other))


def test_bringing_back_what_is_as_it_was_changes_nothing(sample: Catalogue, backup: Backup) -> None:
    before, entries = content(sample), _ids(sample)
    with unpacked(backup.path, backup.path.parent, Watch()) as old:
        written = write(sample, lambda session: bring_back(session, backup=old, entry_ids=entries))
    assert not written.change
    assert (written.value.made, written.value.changed) == (0, 0)
    assert content(sample) == before


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_entries_taken_away_come_back_as_far_as_the_comparison_says(
    sample: Catalogue, backup: Backup, data: st.DataObject
) -> None:
    there = _ids(sample)
    taken = data.draw(st.lists(st.sampled_from(there), min_size=1, max_size=25, unique=True))
    before = content(sample)
    _delete(sample, taken)
    with ExitStack() as stack:
        old = stack.enter_context(unpacked(backup.path, backup.path.parent, Watch()))
        compared = compare(sample.path, old, watch=Watch())
        gone = {one.entry_id for one in compared.differences if one.how is How.GONE}
        assert gone == set(taken)
        _back(sample, backup, [one.entry_id for one in compared.differences])
        assert content(sample) == before
        assert compare(sample.path, old, watch=Watch()).differences == ()
