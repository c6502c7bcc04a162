"""Participants in one line: found or made, and linked, as one act."""

import pytest
from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.commands.entries import create_entry
from db.commands.names import add_name
from db.commands.participants import ParticipantSpec, add_participants, known_by_name
from db.errors import Refused
from db.queries.sheets import entry_sheet
from db.terms import EntryKind, LinkKind, NameKind, Presence
from tests.write_path.acts import rows, write

MURASHKO = ParticipantSpec(
    role=LinkKind.CHAIR, name="Mikhail Murashko", post="Minister of Health", country="RU"
)


@pytest.fixture
def meeting(catalogue: Catalogue) -> int:
    return write(
        catalogue,
        lambda session: create_entry(session, kind=EntryKind.MEETING, values={"title": "Council"}),
    ).value


def _add(catalogue: Catalogue, meeting: int, *specs: ParticipantSpec) -> tuple[int, ...]:
    return write(
        catalogue, lambda session: add_participants(session, subject_id=meeting, specs=specs)
    ).value.entries


def test_a_person_and_his_country_are_made_with_the_link_in_one_act(
    catalogue: Catalogue, meeting: int
) -> None:
    made = _add(catalogue, meeting, MURASHKO)
    assert len(made) == 2
    with catalogue.read() as session:
        sheet = entry_sheet(session, meeting)
    assert sheet is not None
    (link,) = sheet.links
    assert link.other is not None
    assert link.on_behalf_of is not None
    assert (link.other.title, link.post_as, link.on_behalf_of.title, link.presence) == (
        "Mikhail Murashko",
        "Minister of Health",
        "Russia",
        Presence.NAMED,
    )
    catalogue.undo()
    assert rows(catalogue, "SELECT count(*) FROM entry") == [(1,)]


def test_a_known_person_is_found_by_any_of_his_names(catalogue: Catalogue, meeting: int) -> None:
    person = _add(catalogue, meeting, MURASHKO)[1]
    write(
        catalogue,
        lambda session: add_name(
            session, entry_id=person, text="Мурашко Михаил", kind=NameKind.ORIGINAL
        ),
    )
    spec = ParticipantSpec(role=LinkKind.SPEAKER, name="мурашко михаил", country="RU")
    assert _add(catalogue, meeting, spec) == ()
    assert rows(catalogue, "SELECT named_as FROM link WHERE kind = 'speaker'") == [
        ("мурашко михаил",)
    ]


def test_the_same_new_name_twice_in_a_list_is_one_person(
    catalogue: Catalogue, meeting: int
) -> None:
    again = ParticipantSpec(role=LinkKind.OPENED_BY, name="Mikhail Murashko", country="RU")
    assert len(_add(catalogue, meeting, MURASHKO, again)) == 2
    assert rows(catalogue, "SELECT count(*) FROM person") == [(1,)]


def test_an_unnamed_holder_of_a_post_is_a_link_to_the_country(
    catalogue: Catalogue, meeting: int
) -> None:
    specs = [
        ParticipantSpec(
            role=LinkKind.ATTENDEE, post="Minister of Health", country=code, unnamed=True
        )
        for code in ("AM", "BY", "KZ")
    ]
    _add(catalogue, meeting, *specs)
    found = rows(
        catalogue,
        "SELECT p.code, l.presence, l.post_as FROM link l JOIN place p ON p.id = l.object_id "
        "ORDER BY p.code",
    )
    assert found == [(code, "unnamed", "Minister of Health") for code in ("AM", "BY", "KZ")]


def test_a_list_with_one_bad_line_adds_nothing(catalogue: Catalogue, meeting: int) -> None:
    with pytest.raises(Refused):
        _add(catalogue, meeting, MURASHKO, MURASHKO)
    assert rows(catalogue, "SELECT count(*) FROM link") == [(0,)]
    assert rows(catalogue, "SELECT count(*) FROM person") == [(0,)]


def test_a_known_person_is_found_among_hundreds_of_bodies_of_that_name(
    catalogue: Catalogue,
) -> None:
    def bodies(session: Session) -> None:
        for number in range(205):
            title = {"title": f"Teymur Musayev Hospital {number}"}
            create_entry(session, kind=EntryKind.ORGANISATION, values=title)

    write(catalogue, bodies)
    person = write(
        catalogue,
        lambda session: create_entry(
            session, kind=EntryKind.PERSON, values={"title": "Teymur Musayev"}
        ),
    ).value
    with catalogue.read() as session:
        found = known_by_name(session, name="teymur musayev", kind=EntryKind.PERSON)
    assert found == [person]
