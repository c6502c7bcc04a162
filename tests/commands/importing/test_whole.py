"""A directory taken into a catalogue that has entries already: one act, and one undo."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from db.act import Act
from db.catalogue import Catalogue
from db.check import check
from db.commands.content import PointSpec
from db.commands.entries import set_field
from db.models import Entry, Evidence, Figure, Link, Name, Passage, Point, Stage
from db.rows.faces import Target
from db.rows.incoming import ForThoseHere
from db.terms import EntryKind, LinkKind, NameKind, StageKind
from tests.commands.importing.conftest import TakeIn, WriteOut
from tests.contents import contents
from tests.factories import (
    make_agreement,
    make_body,
    make_claim,
    make_country,
    make_figure,
    make_link,
    make_meeting,
    make_name,
    make_person,
    make_point,
    make_source,
    make_stage,
    make_tag,
    reference_of,
)

CHANGED_BY_ANY_ACT = frozenset(
    {"revision", "revision_change", "revision_entry", "reference_counter"}
)


@pytest.fixture
def other(template: Path, tmp_path: Path) -> Catalogue:
    path = tmp_path / "other.chancery"
    shutil.copyfile(template, path)
    return Catalogue.open(path, who="Another", program="Chancery test")


def _titles(catalogue: Catalogue) -> dict[str, str]:
    with catalogue.read() as session:
        return {row.reference: row.title for row in session.scalars(select(Entry))}


def _rename(catalogue: Catalogue, entry: int, title: str, field: str = "title") -> None:
    catalogue.write(
        Act(
            key="entry.set",
            run=lambda session: set_field(session, entry_id=entry, field=field, value=title),
        )
    )


def _without_times(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Leave out what any act changes: versions, times, and the last numbers given."""
    found = contents(
        path,
        leaving_out=CHANGED_BY_ANY_ACT | {"file", "source_text", "source_reading", "source_sketch"},
    )
    del found["sqlite_sequence"]
    found["entry"] = [(*row[:9], *row[12:]) for row in found["entry"]]
    return found


def test_a_whole_catalogue_comes_in_and_one_undo_takes_it_back(
    sample: Catalogue, catalogue: Catalogue, take_in: TakeIn, write_out: WriteOut
) -> None:
    make_agreement(catalogue, "Here before", parties=[make_country(catalogue, "AZ")])
    before = _without_times(catalogue.path)
    outcome = take_in(write_out(sample))
    assert outcome.count("new") == 102
    assert outcome.matched.count == 1
    assert [finding.part for finding in check(catalogue.path) if finding.problems] == []
    catalogue.undo()
    assert _without_times(catalogue.path) == before
    catalogue.redo()
    assert [finding.part for finding in check(catalogue.path) if finding.problems] == []
    assert take_in(write_out(sample), rehearsal=True).count("new") == 0


def test_a_rehearsal_tells_the_same_and_changes_nothing(
    sample: Catalogue, catalogue: Catalogue, take_in: TakeIn, write_out: WriteOut
) -> None:
    directory = write_out(sample)
    before = contents(catalogue.path)
    told = take_in(directory, rehearsal=True)
    assert contents(catalogue.path) == before
    done = take_in(directory)
    assert told == done


def test_the_same_again_changes_nothing_and_is_no_act(
    sample: Catalogue, take_in: TakeIn, write_out: WriteOut
) -> None:
    directory = write_out(sample)
    for wanted in ForThoseHere:
        before = contents(sample.path)
        outcome = take_in(directory, wanted, into=sample)
        assert outcome.count("same") == 103
        assert contents(sample.path) == before


def test_references_that_are_taken_are_given_anew_and_noted(
    other: Catalogue, catalogue: Catalogue, take_in: TakeIn, write_out: WriteOut
) -> None:
    make_agreement(catalogue, "Ours")
    theirs = [make_agreement(other, "Theirs, 1"), make_agreement(other, "Theirs, 2")]
    make_link(other, LinkKind.IMPLEMENTS, theirs[0], theirs[1])
    outcome = take_in(write_out(other))
    other.close()
    assert _titles(catalogue) == {
        "A-0001": "Ours", "A-0002": "Theirs, 2", "A-0003": "Theirs, 1",
    }  # fmt: skip
    assert [(one.reference, one.here) for one in outcome.renumbered.first] == [("A-0001", "A-0003")]
    with catalogue.read() as session:
        entries = {entry.title: entry for entry in session.scalars(select(Entry))}
        link = session.scalars(select(Link)).one()
        assert entries["Theirs, 1"].note == "Reference where this was imported from: A-0001"
        assert (link.subject_id, link.object_id) == (
            entries["Theirs, 1"].id, entries["Theirs, 2"].id,
        )  # fmt: skip
    assert reference_of(catalogue, make_agreement(catalogue, "Next")) == "A-0004"


def test_a_country_known_by_its_code_is_not_made_twice(
    other: Catalogue, catalogue: Catalogue, take_in: TakeIn, write_out: WriteOut
) -> None:
    here = make_country(catalogue, "AZ")
    make_agreement(other, "Theirs", parties=[make_country(other, "AZ")])
    outcome = take_in(write_out(other))
    other.close()
    assert outcome.matched.count == 1
    with catalogue.read() as session:
        assert session.scalars(select(Link.object_id)).one() == here


def test_a_source_whose_text_is_here_is_told(
    other: Catalogue, catalogue: Catalogue, take_in: TakeIn, write_out: WriteOut
) -> None:
    make_source(catalogue, "The same release.")
    make_source(other, "The same release.")
    outcome = take_in(write_out(other), rehearsal=True)
    other.close()
    assert [(one.reference, one.here) for one in outcome.doubles.first] == [("S-0001", "S-0001")]


def _enrich(catalogue: Catalogue) -> int:
    """Make an agreement with one of everything, and return it."""
    country = make_country(catalogue, "AZ")
    source = make_source(catalogue, "Signed in Baku by the minister on 20 May.")
    agreement = make_agreement(catalogue, "Ours", parties=[country])
    stage = make_stage(catalogue, agreement, StageKind.SIGNED, date="2021-05-20")
    body = make_body(catalogue, "Ministry", country="AZ")
    link = make_link(
        catalogue, LinkKind.SIGNATORY, agreement, make_person(catalogue, "Minister"),
        stage_id=stage, on_behalf_of_id=body, post_as="minister",
    )  # fmt: skip
    point = make_point(catalogue, agreement, PointSpec(wording="Health"))
    figure = make_figure(catalogue, agreement, "6", unit="documents", members=[agreement])
    name = make_name(catalogue, agreement, "Наше", kind=NameKind.ORIGINAL)
    make_tag(catalogue, "health", on=[agreement])
    for target in (
        Target("stage", stage, "date"), Target("link", link), Target("point", point),
        Target("figure", figure, "number"), Target("name", name),
    ):  # fmt: skip
        make_claim(catalogue, target, source, "20 May")
    return agreement


def _two_copies(catalogue: Catalogue, folder: Path) -> tuple[int, Catalogue]:
    agreement = _enrich(catalogue)
    catalogue.close()
    shutil.copyfile(catalogue.path, folder / "copy.chancery")
    return agreement, Catalogue.open(folder / "copy.chancery", who="Copy", program="Chancery test")


def _count(catalogue: Catalogue) -> dict[str, int]:
    models = (Name, Stage, Link, Point, Figure, Evidence, Passage)
    with catalogue.read() as session:
        return {model.__tablename__: len(session.scalars(select(model)).all()) for model in models}


def test_what_is_missing_is_added_and_nothing_that_is_there_is_changed(
    catalogue: Catalogue, tmp_path: Path, take_in: TakeIn, write_out: WriteOut
) -> None:
    agreement, copy = _two_copies(catalogue, tmp_path)
    _rename(copy, agreement, "Theirs")
    _rename(copy, agreement, "A summary", "summary")
    make_name(copy, agreement, "Their name")
    stage = make_stage(copy, agreement, StageKind.IN_FORCE, date="2022")
    make_claim(copy, Target("stage", stage), 2, "Baku")
    directory = write_out(copy)
    copy.close()
    with Catalogue.open(catalogue.path) as ours:
        before = _count(ours)
        outcome = take_in(directory, into=ours)
        after = _count(ours)
        with ours.read() as session:
            entry = session.get_one(Entry, agreement)
            assert (entry.title, entry.summary) == ("Ours", "A summary")
        assert check_is_clean(ours.path)
    (told,) = outcome.different[EntryKind.AGREEMENT].first
    assert told.about == "names 1, stages 1, summary 1, title 1"
    added = {name for name in after if after[name] != before[name]}
    assert added == {"name", "stage", "evidence", "passage"}


def test_what_differs_is_replaced_where_that_is_wanted(
    catalogue: Catalogue, tmp_path: Path, take_in: TakeIn, write_out: WriteOut
) -> None:
    agreement, copy = _two_copies(catalogue, tmp_path)
    directory = write_out(copy)
    wanted = _without_times(copy.path)
    copy.close()
    with Catalogue.open(catalogue.path) as ours:
        _rename(ours, agreement, "Changed here")
        make_name(ours, agreement, "Only here")
        make_stage(ours, agreement, StageKind.EXPIRED, date="2030")
        make_link(ours, LinkKind.MENTIONS, agreement, make_agreement(ours, "Only here"))
        take_in(directory, ForThoseHere.REPLACE, into=ours)
        found = _without_times(ours.path)
        ours.undo()
        assert _titles(ours)["A-0001"] == "Changed here"
    for table in ("name", "stage", "link", "point", "figure", "evidence", "passage"):
        assert found[table] == wanted[table], table


def test_those_that_are_to_stay_stay(
    catalogue: Catalogue, tmp_path: Path, take_in: TakeIn, write_out: WriteOut
) -> None:
    agreement, copy = _two_copies(catalogue, tmp_path)
    _rename(copy, agreement, "Theirs")
    make_name(copy, agreement, "Their name")
    make_meeting(copy, "Talks")
    directory = write_out(copy)
    copy.close()
    with Catalogue.open(catalogue.path) as ours:
        before = _count(ours)
        outcome = take_in(directory, ForThoseHere.KEEP, into=ours)
        assert _count(ours) == before
        assert outcome.new[EntryKind.MEETING].count == 1
        assert outcome.different[EntryKind.AGREEMENT].count == 1


def check_is_clean(path: Path) -> bool:
    return not any(finding.problems for finding in check(path))
