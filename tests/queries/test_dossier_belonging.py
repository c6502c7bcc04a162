"""Why entries stand in a country's dossier: how strongly, and through whom."""

from db.catalogue import Catalogue
from db.queries.dossier import belonging
from db.rows.dossier import DossierBelonging
from db.terms import EntryKind, LinkKind, PlaceKind, Presence, StageKind
from tests.factories import (
    make_agreement,
    make_body,
    make_country,
    make_link,
    make_meeting,
    make_person,
    make_place,
    make_source,
    make_stage,
    reference_of,
    trash,
)
from tests.queries.dossiers import dossier, references

PARTY = "party_or_participant"


def _why(catalogue: Catalogue, entry: int, code: str = "AZ") -> DossierBelonging:
    """Return why an agreement belongs, told alike by the dossier and by itself."""
    reference = reference_of(catalogue, entry)
    found = dossier(catalogue, code)
    rows = {row.reference: row.belongs for row in (*found.agreements, *found.meetings)}
    kind = EntryKind.AGREEMENT if reference.startswith("A") else EntryKind.MEETING
    with catalogue.read() as session:
        alone = belonging(session, code, kind)
    assert alone[reference] == rows[reference]
    return rows[reference]


def test_a_country_that_is_party_itself_needs_nobody_between(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue, "AZ")])
    assert _why(catalogue, agreement) == DossierBelonging(strength=PARTY)


def test_a_ministry_as_party_is_named_as_the_reason(catalogue: Catalogue) -> None:
    ministry = make_body(catalogue, "Ministry of Health", country="AZ")
    part = make_body(catalogue, "Department of Pharmacy")
    make_link(catalogue, LinkKind.PART_OF, part, ministry)
    agreement = make_agreement(catalogue, parties=[part])
    assert _why(catalogue, agreement).through == ("Department of Pharmacy",)


def test_parties_are_named_before_those_who_sign_for_them(catalogue: Catalogue) -> None:
    ministry = make_body(catalogue, country="AZ")
    agreement = make_agreement(catalogue, parties=[ministry], signed="2021")
    signatory = make_person(catalogue, "Teymur Musayev")
    make_link(catalogue, LinkKind.SIGNATORY, agreement, signatory, on_behalf_of_id=ministry)
    assert _why(catalogue, agreement).through == ("Ministry of Health",)


def test_somebody_who_acts_for_the_country_is_the_reason(catalogue: Catalogue) -> None:
    country = make_country(catalogue, "AZ")
    meeting = make_meeting(catalogue)
    person = make_person(catalogue, "Ali Asadov")
    make_link(catalogue, LinkKind.ATTENDEE, meeting, person, on_behalf_of_id=country)
    assert _why(catalogue, meeting) == DossierBelonging(strength=PARTY, through=("Ali Asadov",))


def test_an_unnamed_holder_of_a_post_is_told_by_the_post(catalogue: Catalogue) -> None:
    meeting = make_meeting(catalogue)
    make_link(
        catalogue,
        LinkKind.ATTENDEE,
        meeting,
        make_country(catalogue, "AM"),
        presence=Presence.UNNAMED,
        post_as="Minister of Health",
    )
    assert _why(catalogue, meeting, "AM") == DossierBelonging(
        strength=PARTY, through=("Minister of Health",)
    )


def test_a_person_who_comes_for_himself_gives_his_people_only(catalogue: Catalogue) -> None:
    person = make_person(catalogue, "Sergey Lebedev", country="RU")
    meeting = make_meeting(catalogue, attendees=[person])
    assert _why(catalogue, meeting, "RU") == DossierBelonging(
        strength="of_its_people", through=("Sergey Lebedev",)
    )


def test_a_person_who_acts_for_another_country_gives_his_own_nothing(catalogue: Catalogue) -> None:
    person = make_person(catalogue, "Adviser", country="RU")
    meeting = make_meeting(catalogue)
    syria = make_country(catalogue, "SY")
    make_link(catalogue, LinkKind.ATTENDEE, meeting, person, on_behalf_of_id=syria)
    held = {country: references(dossier(catalogue, country)) for country in ("RU", "SY")}
    # as he also acts for Syria, Syria's people are among its participants, and Russia's stay
    assert reference_of(catalogue, meeting) in held["SY"]
    assert reference_of(catalogue, meeting) not in held["RU"]


def test_a_place_alone_is_the_weaker_reason(catalogue: Catalogue) -> None:
    baku = make_place(catalogue, "Baku", country="AZ")
    meeting = make_meeting(catalogue, place=str(baku))
    assert _why(catalogue, meeting) == DossierBelonging(strength="place_only", through=("Baku",))


def test_the_place_of_a_signing_is_a_reason_for_its_agreement(catalogue: Catalogue) -> None:
    baku = make_place(catalogue, "Baku", country="AZ")
    agreement = make_agreement(catalogue)
    make_stage(catalogue, agreement, StageKind.SIGNED, place_id=baku)
    assert _why(catalogue, agreement).through == ("Baku",)


def test_a_region_takes_part_as_its_country_does(catalogue: Catalogue) -> None:
    region = make_place(catalogue, "Tatarstan", country="RU", kind=PlaceKind.REGION)
    agreement = make_agreement(catalogue, parties=[region])
    assert _why(catalogue, agreement, "RU").through == ("Tatarstan",)


def test_being_a_member_of_a_body_adds_nothing(catalogue: Catalogue) -> None:
    body = make_body(catalogue, "Commonwealth of Independent States")
    make_link(catalogue, LinkKind.MEMBER_OF, make_country(catalogue, "AZ"), body)
    make_meeting(catalogue, attendees=[body])
    assert references(dossier(catalogue)) == set()


def test_a_source_that_only_names_the_country_is_listed_uncited(catalogue: Catalogue) -> None:
    source = make_source(catalogue, "Azerbaijan is named here.", title="A word on Azerbaijan")
    make_link(catalogue, LinkKind.ABOUT, source, make_country(catalogue, "AZ"))
    with catalogue.read() as session:
        why = belonging(session, "az", EntryKind.SOURCE)
    assert why == {reference_of(catalogue, source): DossierBelonging(strength="named_only")}
    assert [row.title for row in dossier(catalogue).sources] == ["A word on Azerbaijan"]


def test_people_and_bodies_say_through_what_they_are_of_the_country(catalogue: Catalogue) -> None:
    ministry = make_body(catalogue, "Ministry of Health", country="AZ")
    person = make_person(catalogue, "Teymur Musayev")
    make_link(catalogue, LinkKind.HOLDS_POST, person, ministry, post_as="Minister")
    with catalogue.read() as session:
        people = belonging(session, "AZ", EntryKind.PERSON)
        bodies = belonging(session, "AZ", EntryKind.ORGANISATION)
    assert [why.through for why in people.values()] == [("Ministry of Health",)]
    assert [why.through for why in bodies.values()] == [()]


def test_trashed_entries_stand_in_no_dossier(catalogue: Catalogue) -> None:
    country = make_country(catalogue, "AZ")
    kept = make_agreement(catalogue, "Kept", parties=[country])
    gone = make_agreement(catalogue, "Gone", parties=[country])
    trash(catalogue, gone)
    assert references(dossier(catalogue)) == {reference_of(catalogue, kept)}


def test_reasons_come_strongest_first(catalogue: Catalogue) -> None:
    baku = make_place(catalogue, "Baku", country="AZ")
    weak = make_meeting(catalogue, "Weak", place=str(baku))
    strong = make_meeting(catalogue, "Strong", attendees=[make_country(catalogue, "AZ")])
    with catalogue.read() as session:
        found = list(belonging(session, "AZ", EntryKind.MEETING))
    assert found == [reference_of(catalogue, strong), reference_of(catalogue, weak)]
