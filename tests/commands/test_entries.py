"""Making and changing entries: values come in as text and are refused in words."""

import pytest

from db.catalogue import Catalogue
from db.commands.entries import create_entry, ensure_country, set_field, trash_entries
from db.commands.names import add_name
from db.commands.tags import TagSpec, change_tag, create_tag, remove_tag, tag_entries, untag_entries
from db.errors import EditConflict, Refused
from db.queries.sheets import entry_sheet
from db.queries.tags import complete_tag, tag_tree
from db.queries.trash import breaks
from db.rows.fields import FIELDS, FieldType
from db.terms import EntryKind, NameKind
from tests.write_path.acts import rows, write


def _make(catalogue: Catalogue, kind: EntryKind, **values: str) -> int:
    return write(
        catalogue,
        lambda session: create_entry(session, kind=kind, values={"title": "Entry", **values}),
    ).value


SAMPLES = {
    FieldType.LINE: "A line",
    FieldType.BLOCK: "Two\nlines",
    FieldType.DATE: "2021?",
    FieldType.INTEGER: "37",
    FieldType.LANGUAGES: "en ru",
}


@pytest.mark.parametrize("kind", list(EntryKind))
def test_every_field_of_every_kind_is_stored_and_read_back(
    catalogue: Catalogue, kind: EntryKind
) -> None:
    entry = _make(catalogue, kind)
    place = _make(catalogue, EntryKind.PLACE, place_kind="city")
    wanted = {
        field.name: str(place)
        if field.type == FieldType.PLACE
        else field.choices[-1]
        if field.choices
        else SAMPLES[field.type]
        for field in FIELDS[kind]
    }
    for field, value in wanted.items():
        write(
            catalogue,
            lambda session, field=field, value=value: set_field(
                session, entry_id=entry, field=field, value=value
            ),
        )
    with catalogue.read() as session:
        sheet = entry_sheet(session, entry)
    assert sheet is not None
    assert dict(sheet.values) == wanted


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("start", "the day after", "date_unreadable"),
        ("ordinal", "XXXVII", "not_a_number"),
        ("ordinal", "0", "not_a_number"),
        ("meeting_kind", "party", "not_a_choice"),
        ("title", "   ", "title_empty"),
        ("place", "4711", "entry_missing"),
        ("colour", "red", "no_such_field"),
    ],
)
def test_a_value_that_can_t_be_stored_is_refused(
    catalogue: Catalogue, field: str, value: str, reason: str
) -> None:
    meeting = _make(catalogue, EntryKind.MEETING, start="2024-12-07")
    with pytest.raises(Refused) as told:
        write(
            catalogue,
            lambda session: set_field(session, entry_id=meeting, field=field, value=value),
        )
    assert told.value.reason == reason
    assert rows(catalogue, "SELECT start FROM meeting") == [("2024-12-07",)]


def test_a_field_changed_meanwhile_is_a_conflict_with_both_values(catalogue: Catalogue) -> None:
    entry = _make(catalogue, EntryKind.AGREEMENT, number="1")
    write(catalogue, lambda s: set_field(s, entry_id=entry, field="number", value="2"))
    with pytest.raises(EditConflict) as told:
        write(
            catalogue,
            lambda s: set_field(s, entry_id=entry, field="number", value="3", shown="1"),
        )
    assert (told.value.yours, told.value.theirs) == ("3", "2")


def test_saving_what_is_there_already_is_no_conflict(catalogue: Catalogue) -> None:
    entry = _make(catalogue, EntryKind.AGREEMENT, number="1")
    write(catalogue, lambda s: set_field(s, entry_id=entry, field="number", value="2"))
    same = write(
        catalogue, lambda s: set_field(s, entry_id=entry, field="number", value="2", shown="1")
    )
    assert not same.change


def test_a_country_is_made_once(catalogue: Catalogue) -> None:
    first = write(catalogue, lambda session: ensure_country(session, code="kz")).value
    again = write(catalogue, lambda session: ensure_country(session, code="KZ")).value
    assert first == again
    assert rows(catalogue, "SELECT code FROM place") == [("KZ",)]


def test_a_place_can_t_lie_inside_itself(catalogue: Catalogue) -> None:
    outer = _make(catalogue, EntryKind.PLACE, place_kind="region")
    inner = _make(catalogue, EntryKind.PLACE, place_kind="city", parent=str(outer))
    with pytest.raises(Refused) as told:
        write(
            catalogue,
            lambda s: set_field(s, entry_id=outer, field="parent", value=str(inner)),
        )
    assert told.value.reason == "place_inside_itself"


def test_a_person_s_name_is_split_into_family_and_given_names(catalogue: Catalogue) -> None:
    _make(catalogue, EntryKind.PERSON, title="Мурашко Михаил Альбертович")
    assert rows(catalogue, "SELECT family_name, given_names FROM person") == [
        ("Мурашко", "Михаил Альбертович")
    ]


def test_the_same_form_of_a_name_twice_is_refused(catalogue: Catalogue) -> None:
    entry = _make(catalogue, EntryKind.ORGANISATION)
    write(
        catalogue,
        lambda s: add_name(s, entry_id=entry, text="Rospatent", kind=NameKind.ACRONYM),
    )
    with pytest.raises(Refused) as told:
        write(
            catalogue,
            lambda s: add_name(s, entry_id=entry, text="Rospatent", kind=NameKind.ACRONYM),
        )
    assert told.value.reason == "name_exists"


def test_what_trashing_breaks_is_said_first(catalogue: Catalogue) -> None:
    city = _make(catalogue, EntryKind.PLACE, place_kind="city")
    meeting = _make(catalogue, EntryKind.MEETING, place=str(city))
    with catalogue.read() as session:
        found = breaks(session, [city])
    assert [ref.id for ref in found.linked] == [meeting]
    write(catalogue, lambda session: trash_entries(session, entry_ids=[city]))
    assert rows(catalogue, f"SELECT trashed FROM entry WHERE id = {city}") == [(1,)]


def test_many_entries_are_tagged_and_untagged_in_one_act(catalogue: Catalogue) -> None:
    entries = [_make(catalogue, EntryKind.AGREEMENT) for _ in range(30)]
    tag = write(catalogue, lambda s: create_tag(s, spec=TagSpec(label_en="health"))).value
    write(catalogue, lambda s: tag_entries(s, entry_ids=entries[:5], tag_id=tag))
    write(catalogue, lambda s: tag_entries(s, entry_ids=entries, tag_id=tag))
    assert rows(catalogue, "SELECT count(*) FROM entry_tag") == [(30,)]
    catalogue.undo()
    assert rows(catalogue, "SELECT count(*) FROM entry_tag") == [(5,)]
    catalogue.redo()
    write(catalogue, lambda s: untag_entries(s, entry_ids=entries[10:], tag_id=tag))
    with catalogue.read() as session:
        assert [(row.label_en, row.count) for row in tag_tree(session)] == [("health", 10)]


def test_tags_make_a_tree_that_completes_in_both_languages(catalogue: Catalogue) -> None:
    health = write(
        catalogue,
        lambda s: create_tag(s, spec=TagSpec(label_en="health", label_ru="здравоохранение")),
    ).value
    narrower = TagSpec(label_en="medicines", label_ru="лекарства", parent_id=health)
    medicines = write(catalogue, lambda s: create_tag(s, spec=narrower)).value
    with catalogue.read() as session:
        assert [row.id for row in tag_tree(session)] == [health, medicines]
        assert [row.id for row in complete_tag(session, "ЛЕК")] == [medicines]
        assert [row.id for row in complete_tag(session, "hea")] == [health]
    with pytest.raises(Refused) as told:
        write(
            catalogue,
            lambda s: change_tag(
                s, tag_id=health, spec=TagSpec(label_en="health", parent_id=medicines)
            ),
        )
    assert told.value.reason == "tag_inside_itself"
    with pytest.raises(Refused) as told:
        write(
            catalogue,
            lambda s: create_tag(s, spec=TagSpec(label_en="Medicines", parent_id=health)),
        )
    assert told.value.reason == "tag_exists"
    write(catalogue, lambda session: remove_tag(session, tag_id=health))
    with catalogue.read() as session:
        assert [(row.id, row.parent_id) for row in tag_tree(session)] == [(medicines, None)]
