"""Removing entries for good: with all that belongs to them, in one act that can be undone."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import check
from db.catalogue import Catalogue
from db.commands.content import QuotationSpec, add_quotation
from db.commands.entries import create_entry, set_field
from db.commands.removing import remove_entries
from db.commands.stages import StageSpec, add_stage
from db.errors import Refused
from db.queries.trash import cited, removal
from db.rows.faces import Target
from db.rows.lists import Chosen, ListSpec
from db.terms import EntryKind, LinkKind, StageKind
from desktop.acts import entries as acts
from tests.commands.test_many_entries import statements
from tests.factories import (
    make_agreement,
    make_body,
    make_claim,
    make_country,
    make_entry,
    make_link,
    make_meeting,
    make_person,
    make_place,
    make_source,
    make_tag,
    trash,
)
from tests.search.rich import enrich
from tests.write_path.acts import content, rows, write

TRASH = Chosen(all_of=ListSpec(trashed=True))


def _entries(catalogue: Catalogue) -> list[int]:
    return [int(str(row[0])) for row in rows(catalogue, "SELECT id FROM entry ORDER BY id")]


def _remove(catalogue: Catalogue, *entry_ids: int) -> None:
    trash(catalogue, *entry_ids)
    write(catalogue, lambda session: remove_entries(session, entry_ids=entry_ids))


@pytest.fixture(scope="module")
def world(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small catalogue with rows in all tables."""
    path = tmp_path_factory.mktemp("world") / "world.chancery"
    shutil.copyfile(template, path)
    with Catalogue.open(path, who="Tester", program="Chancery test") as catalogue:
        enrich(catalogue)
    return path


def test_an_entry_goes_with_its_links_stages_names_and_tags(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)], signed="2021")
    make_tag(catalogue, "health", on=[agreement])
    _remove(catalogue, agreement)
    for table in ("agreement", "link", "stage", "entry_tag"):
        assert rows(catalogue, f"SELECT * FROM {table}") == []
    catalogue.undo()
    assert rows(catalogue, "SELECT kind FROM stage") == [("signed",)]
    assert len(rows(catalogue, "SELECT * FROM link")) == 1


def test_what_names_a_removed_entry_is_emptied_and_keeps_its_words(catalogue: Catalogue) -> None:
    baku, speaker = make_place(catalogue, "Baku"), make_person(catalogue, "Teymur Musayev")
    meeting = make_meeting(catalogue)
    write(catalogue, lambda s: set_field(s, entry_id=meeting, field="place", value=str(baku)))
    spec = QuotationSpec(words="We agreed.", speaker_id=speaker)
    write(catalogue, lambda s: add_quotation(s, entry_id=meeting, spec=spec))
    _remove(catalogue, baku, speaker)
    assert rows(catalogue, "SELECT place_id, place_as_stated FROM meeting") == [(None, "Baku")]
    said = rows(catalogue, "SELECT speaker_id, speaker_as, words FROM quotation")
    assert said == [(None, "Teymur Musayev", "We agreed.")]


def test_the_stage_of_a_party_goes_with_it_and_never_becomes_one_of_all(
    catalogue: Catalogue,
) -> None:
    agreement, party = make_agreement(catalogue, signed="2021"), make_body(catalogue)
    spec = StageSpec(kind=StageKind.RATIFIED, party_id=party)
    write(catalogue, lambda s: add_stage(s, agreement_id=agreement, spec=spec))
    _remove(catalogue, party)
    assert rows(catalogue, "SELECT kind FROM stage") == [("signed",)]


def test_who_acted_on_behalf_of_a_removed_body_stays_a_participant_once(
    catalogue: Catalogue,
) -> None:
    bodies = [make_body(catalogue, title) for title in ("One", "Two")]
    meeting, person = make_meeting(catalogue), make_person(catalogue)
    for body in bodies:
        make_link(catalogue, LinkKind.ATTENDEE, meeting, person, on_behalf_of_id=body)
    _remove(catalogue, *bodies)
    links = rows(catalogue, "SELECT object_id, on_behalf_of_id, on_behalf_of_kind FROM link")
    assert links == [(person, None, None)]


def test_a_source_stays_while_a_claim_about_something_else_stands_on_its_words(
    catalogue: Catalogue,
) -> None:
    source = make_source(catalogue, "Signed in Baku.")
    agreement = make_agreement(catalogue)
    make_claim(catalogue, Target("entry", agreement, "title"), source, "Signed")
    trash(catalogue, source)
    before = content(catalogue)
    with pytest.raises(Refused, match=r"Claims about other entries \(1\) stand") as refused:
        write(catalogue, lambda session: remove_entries(session, entry_ids=[source]))
    assert refused.value.reason == "sources_cited"
    assert content(catalogue) == before


def test_a_source_goes_together_with_what_its_claims_are_about(catalogue: Catalogue) -> None:
    source = make_source(catalogue, "Signed in Baku.")
    agreement = make_agreement(catalogue)
    make_claim(catalogue, Target("entry", agreement, "title"), source, "Signed")
    before = content(catalogue)
    _remove(catalogue, source, agreement)
    assert rows(catalogue, "SELECT * FROM evidence") == []
    assert rows(catalogue, "SELECT * FROM passage") == []
    catalogue.undo()
    catalogue.undo()
    assert content(catalogue) == before
    catalogue.redo()
    catalogue.redo()
    assert _entries(catalogue) == []


def test_emptying_the_trash_leaves_out_what_is_cited_and_what_that_is_cited_by(
    catalogue: Catalogue,
) -> None:
    cited_one = make_source(catalogue, "Signed in Baku.")
    citing = make_source(catalogue, "The release of Monday.")
    loose = make_source(catalogue, "Something else altogether.")
    agreement = make_agreement(catalogue)
    make_claim(catalogue, Target("entry", agreement, "title"), cited_one, "Signed")
    make_claim(catalogue, Target("entry", cited_one, "published"), citing, "Monday")
    trash(catalogue, cited_one, citing, loose)
    with catalogue.read() as session:
        assert cited(session, [cited_one, citing, loose]) == {cited_one: 1, citing: 1}
    assert catalogue.write(acts.remove(TRASH)).value == 1
    assert _entries(catalogue) == [cited_one, citing, agreement]


def test_only_what_lies_in_the_trash_is_removed(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue)
    with pytest.raises(Refused, match="in the trash"):
        write(catalogue, lambda session: remove_entries(session, entry_ids=[agreement]))


def test_a_reference_is_not_given_again(catalogue: Catalogue) -> None:
    _remove(catalogue, make_agreement(catalogue))
    make_agreement(catalogue)
    assert rows(catalogue, "SELECT reference FROM entry") == [("A-0002",)]


def test_a_reference_is_kept_by_what_an_undo_brings_back(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue)
    _remove(catalogue, agreement)
    other = make_agreement(catalogue)
    catalogue.undo()
    catalogue.undo()
    assert rows(catalogue, "SELECT id, reference FROM entry") == [(agreement, "A-0001")]
    assert other > agreement


def test_a_removal_says_what_goes_and_what_stays(catalogue: Catalogue) -> None:
    source = make_source(catalogue, "Signed in Baku.", title="Release")
    party = make_country(catalogue)
    agreements = [make_agreement(catalogue, f"No. {n}", parties=[party]) for n in range(3)]
    make_claim(catalogue, Target("entry", agreements[0], "title"), source, "Signed")
    trash(catalogue, source, agreements[1], agreements[2])
    with catalogue.read() as session:
        found = removal(session, [source, agreements[1], agreements[2]])
    assert (found.entries, found.titles) == (2, ("No. 1", "No. 2"))
    assert (found.cited, found.claims, found.links, found.linked_count) == (1, 1, 2, 1)
    assert [ref.title for ref in found.linked] == ["Azerbaijan"]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_is_removed_the_rest_is_whole_and_all_comes_back(
    world: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("removed") / "one.chancery"
    shutil.copyfile(world, path)
    with Catalogue.open(path, who="Tester", program="Chancery test") as catalogue:
        there = _entries(catalogue)
        chosen = data.draw(st.lists(st.sampled_from(there), min_size=1, unique=True))
        trash(catalogue, *chosen)
        before = content(catalogue)
        try:
            catalogue.write(acts.remove(chosen))
        except Refused:
            return
        end = content(catalogue)
        catalogue.undo()
        assert content(catalogue) == before
        catalogue.redo()
        assert content(catalogue) == end
    assert [problem for one in check.check(path) for problem in one.problems] == []


def test_the_whole_of_a_catalogue_can_be_removed(world: Path, tmp_path: Path) -> None:
    path = tmp_path / "emptied.chancery"
    shutil.copyfile(world, path)
    with Catalogue.open(path, who="Tester", program="Chancery test") as catalogue:
        trash(catalogue, *_entries(catalogue))
        before = content(catalogue)
        catalogue.write(acts.remove(TRASH))
        assert _entries(catalogue) == []
        catalogue.undo()
        assert content(catalogue) == before
    assert [problem for one in check.check(path) for problem in one.problems] == []


def test_the_number_of_statements_does_not_grow_with_the_entries(catalogue: Catalogue) -> None:
    def asked(number: int) -> int:
        made = write(
            catalogue,
            lambda s: [
                create_entry(s, kind=EntryKind.PERSON, values={"title": f"P {n}"})
                for n in range(number)
            ],
        ).value
        trash(catalogue, *made)
        with statements() as said:
            write(catalogue, lambda s: remove_entries(s, entry_ids=made))
        return len(said)

    assert asked(3) == asked(60)


def test_an_act_tells_how_many_entries_it_is_to_touch(catalogue: Catalogue) -> None:
    trash(catalogue, *(make_entry(catalogue, EntryKind.PERSON, f"P {n}") for n in range(3)))
    tag = make_tag(catalogue, "health", on=[make_agreement(catalogue)])
    with catalogue.read() as session:
        extents = [act.extent for act in (acts.remove(TRASH), acts.remove_tag(tag))]
        assert [extent(session) for extent in extents if extent is not None] == [3, 1]
