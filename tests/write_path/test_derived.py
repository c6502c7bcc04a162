"""Derived values follow the links they rest on, and a rebuild agrees with them."""

import pytest
from sqlalchemy.orm import Session

from db import derived
from db.catalogue import Catalogue
from db.commands.entries import create_entry, ensure_country, set_field, trash_entries
from db.commands.links import add_link, change_link, remove_links
from db.commands.stages import StageSpec, add_stage, remove_stage
from db.queries.faces import INCOMING
from db.rows.faces import Target
from db.rows.links import LinkSpec
from db.terms import EntryKind, LinkKind, StageKind, Strength
from tests.factories import make_claim, make_source
from tests.write_path.acts import rows, write


def _make(catalogue: Catalogue, kind: EntryKind, **values: str) -> int:
    return write(
        catalogue,
        lambda session: create_entry(session, kind=kind, values={"title": "Entry", **values}),
    ).value


def _country(catalogue: Catalogue, code: str) -> int:
    return write(catalogue, lambda session: ensure_country(session, code=code)).value


def _link(
    catalogue: Catalogue, kind: LinkKind, subject: int, other: int, behalf: int | None = None
) -> int:
    spec = LinkSpec(kind=kind, subject_id=subject, object_id=other, on_behalf_of_id=behalf)
    return write(catalogue, lambda session: add_link(session, spec=spec)).value


def _strengths(catalogue: Catalogue, entry: int) -> dict[object, Strength]:
    found = rows(catalogue, f"SELECT code, strength FROM entry_country WHERE entry_id = {entry}")
    return {code: Strength(int(str(strength))) for code, strength in found}


def test_a_company_s_country_reaches_its_agreements_when_it_is_known_later(
    catalogue: Catalogue,
) -> None:
    agreement = _make(catalogue, EntryKind.AGREEMENT)
    company = _make(catalogue, EntryKind.ORGANISATION)
    _link(catalogue, LinkKind.PARTY, agreement, company)
    assert _strengths(catalogue, agreement) == {}
    of_country = _link(catalogue, LinkKind.OF_COUNTRY, company, _country(catalogue, "RU"))
    assert _strengths(catalogue, agreement) == {"RU": Strength.PARTY_OR_PARTICIPANT}
    write(catalogue, lambda session: remove_links(session, link_ids=[of_country]))
    assert _strengths(catalogue, agreement) == {}


def test_a_branch_is_of_the_country_of_its_parent(catalogue: Catalogue) -> None:
    university = _make(catalogue, EntryKind.ORGANISATION)
    branch = _make(catalogue, EntryKind.ORGANISATION)
    meeting = _make(catalogue, EntryKind.MEETING)
    _link(catalogue, LinkKind.BRANCH_OF, branch, university)
    _link(catalogue, LinkKind.VISITED, meeting, branch)
    _link(catalogue, LinkKind.OF_COUNTRY, university, _country(catalogue, "RU"))
    assert _strengths(catalogue, meeting) == {"RU": Strength.PARTY_OR_PARTICIPANT}


def test_bodies_that_contain_each_other_end_the_search(catalogue: Catalogue) -> None:
    first, second = (_make(catalogue, EntryKind.ORGANISATION) for _ in range(2))
    _link(catalogue, LinkKind.PART_OF, first, second)
    _link(catalogue, LinkKind.PART_OF, second, first)
    assert _strengths(catalogue, first) == {}


def test_somebody_who_acts_for_a_body_of_many_states_is_of_his_own_people(
    catalogue: Catalogue,
) -> None:
    meeting = _make(catalogue, EntryKind.MEETING)
    person = _make(catalogue, EntryKind.PERSON)
    body = _make(catalogue, EntryKind.ORGANISATION, organisation_kind="intergovernmental")
    _link(catalogue, LinkKind.OF_COUNTRY, person, _country(catalogue, "RU"))
    _link(catalogue, LinkKind.WELCOMED_BY, meeting, person, body)
    assert _strengths(catalogue, meeting) == {"RU": Strength.OF_ITS_PEOPLE}


def test_somebody_who_acts_for_a_country_brings_that_country(catalogue: Catalogue) -> None:
    meeting = _make(catalogue, EntryKind.MEETING)
    person = _make(catalogue, EntryKind.PERSON)
    _link(catalogue, LinkKind.CHAIR, meeting, person, _country(catalogue, "KZ"))
    assert _strengths(catalogue, meeting) == {"KZ": Strength.PARTY_OR_PARTICIPANT}
    assert _strengths(catalogue, person) == {"KZ": Strength.PARTY_OR_PARTICIPANT}


def test_the_city_of_a_meeting_brings_its_country_as_place_only(catalogue: Catalogue) -> None:
    country = _country(catalogue, "AZ")
    city = _make(catalogue, EntryKind.PLACE, place_kind="city")
    meeting = _make(catalogue, EntryKind.MEETING, place=str(city))
    write(
        catalogue,
        lambda s: set_field(s, entry_id=city, field="parent", value=str(country)),
    )
    assert _strengths(catalogue, meeting) == {"AZ": Strength.PLACE_ONLY}
    assert rows(catalogue, f"SELECT country_codes FROM entry WHERE id = {meeting}") == [("",)]


def test_a_party_in_the_trash_brings_no_country(catalogue: Catalogue) -> None:
    agreement = _make(catalogue, EntryKind.AGREEMENT)
    country = _country(catalogue, "AZ")
    _link(catalogue, LinkKind.PARTY, agreement, country)
    write(catalogue, lambda session: trash_entries(session, entry_ids=[country]))
    assert _strengths(catalogue, agreement) == {}
    catalogue.undo()
    assert _strengths(catalogue, agreement) == {"AZ": Strength.PARTY_OR_PARTICIPANT}


def test_membership_of_a_body_adds_nothing(catalogue: Catalogue) -> None:
    body = _make(catalogue, EntryKind.ORGANISATION, organisation_kind="intergovernmental")
    meeting = _make(catalogue, EntryKind.MEETING)
    _link(catalogue, LinkKind.SESSION_OF, meeting, body)
    _link(catalogue, LinkKind.MEMBER_OF, _country(catalogue, "AM"), body)
    assert _strengths(catalogue, meeting) == {}


def test_a_country_named_in_a_source_is_the_weakest(catalogue: Catalogue) -> None:
    source = _make(catalogue, EntryKind.SOURCE)
    _link(catalogue, LinkKind.ABOUT, source, _country(catalogue, "SY"))
    assert _strengths(catalogue, source) == {"SY": Strength.NAMED_ONLY}


def test_an_agreement_shows_its_latest_stage_and_the_date_of_signing(
    catalogue: Catalogue,
) -> None:
    agreement = _make(catalogue, EntryKind.AGREEMENT)
    shown = f"SELECT state, date_text, sort_date FROM entry WHERE id = {agreement}"
    assert rows(catalogue, shown) == [("", "", "")]
    for kind, date in (
        (StageKind.IN_FORCE, "2022-01-01"),
        (StageKind.SIGNED, "2021?"),
        (StageKind.PROPOSED, "2019"),
    ):
        spec = StageSpec(kind=kind, date=date)
        stage = write(
            catalogue,
            lambda session, spec=spec: add_stage(session, agreement_id=agreement, spec=spec),
        ).value
    assert rows(catalogue, shown) == [("in_force", "2021?", "2021-01-01")]
    write(catalogue, lambda session: remove_stage(session, stage_id=stage))
    assert rows(catalogue, shown) == [("in_force", "2021?", "2021-01-01")]


def test_one_who_no_longer_acts_for_a_country_loses_it_with_the_last_link(
    catalogue: Catalogue,
) -> None:
    person = _make(catalogue, EntryKind.PERSON)
    country = _country(catalogue, "KZ")
    meetings = [_make(catalogue, EntryKind.MEETING) for _ in range(3)]
    chairs = [_link(catalogue, LinkKind.CHAIR, one, person, country) for one in meetings]
    write(catalogue, lambda session: remove_links(session, link_ids=chairs[:1]))
    assert _strengths(catalogue, person) == {"KZ": Strength.PARTY_OR_PARTICIPANT}
    write(catalogue, lambda session: remove_links(session, link_ids=chairs[1:]))
    assert _strengths(catalogue, person) == {}
    catalogue.undo()  # two links at once
    assert _strengths(catalogue, person) == {"KZ": Strength.PARTY_OR_PARTICIPANT}


def test_a_body_moved_with_its_people_brings_them_all_the_new_country(
    catalogue: Catalogue,
) -> None:
    body, person = (_make(catalogue, kind) for kind in (EntryKind.ORGANISATION, EntryKind.PERSON))
    agreement = _make(catalogue, EntryKind.AGREEMENT)
    old, new = _country(catalogue, "AZ"), _country(catalogue, "KZ")
    of_country = _link(catalogue, LinkKind.OF_COUNTRY, body, old)
    _link(catalogue, LinkKind.HOLDS_POST, person, body)
    spec = LinkSpec(kind=LinkKind.OF_COUNTRY, subject_id=body, object_id=new)

    def move(session: Session) -> None:
        signed = LinkSpec(kind=LinkKind.SIGNATORY, subject_id=agreement, object_id=person)
        add_link(session, spec=signed)
        change_link(session, link_id=of_country, spec=spec)

    write(catalogue, move)
    assert _strengths(catalogue, agreement) == {"KZ": Strength.OF_ITS_PEOPLE}
    catalogue.undo()
    assert _strengths(catalogue, agreement) == {}
    assert _strengths(catalogue, person) == {"AZ": Strength.PARTY_OR_PARTICIPANT}


def test_a_title_that_sorts_alike_is_shown_anew_by_those_who_show_it(catalogue: Catalogue) -> None:
    body, meeting = (_make(catalogue, kind) for kind in (EntryKind.ORGANISATION, EntryKind.MEETING))
    _link(catalogue, LinkKind.SESSION_OF, meeting, body)
    write(
        catalogue, lambda session: set_field(session, entry_id=body, field="title", value="ENTRY")
    )
    assert rows(catalogue, f"SELECT body FROM entry WHERE id = {meeting}") == [("ENTRY",)]


def test_of_the_claims_about_links_that_come_in_the_newest_count(catalogue: Catalogue) -> None:
    country = _country(catalogue, "AZ")
    agreements = [_make(catalogue, EntryKind.AGREEMENT) for _ in range(2)]
    party = _link(catalogue, LinkKind.PARTY, agreements[0], country)
    source = make_source(catalogue, "Azerbaijan is a party.")
    make_claim(catalogue, Target("link", party), source, "Azerbaijan")
    counted = f"SELECT evidence_count FROM entry WHERE id = {country}"
    assert rows(catalogue, counted) == [(1,)]

    def link_more(session: Session) -> None:
        for number in range(INCOMING):
            spec = LinkSpec(
                kind=LinkKind.PARTY,
                subject_id=agreements[1],
                object_id=country,
                post_as=f"Seat {number}",
            )
            add_link(session, spec=spec)

    write(catalogue, link_more)
    assert rows(catalogue, counted) == [(0,)]
    catalogue.undo()
    assert rows(catalogue, counted) == [(1,)]


@pytest.mark.parametrize("order", ["as_made", "reversed"])
def test_a_rebuild_agrees_with_what_the_acts_left(catalogue: Catalogue, order: str) -> None:
    test_a_branch_is_of_the_country_of_its_parent(catalogue)
    test_somebody_who_acts_for_a_body_of_many_states_is_of_his_own_people(catalogue)
    test_the_city_of_a_meeting_brings_its_country_as_place_only(catalogue)
    values = (
        "SELECT id, sort_title, sort_date, state, body, country_codes, gap_count FROM entry",
        "SELECT entry_id, code, strength FROM entry_country ORDER BY 1, 2",
    )
    before = [rows(catalogue, statement) for statement in values]

    def rebuild(session: object) -> None:
        connection = session.connection()  # type: ignore[attr-defined]
        if order == "as_made":
            derived.rebuild(connection)
        else:
            for (entry,) in reversed(connection.exec_driver_sql("SELECT id FROM entry").all()):
                derived.rewrite(connection, {entry: derived.WHOLE})

    catalogue.keep(rebuild)
    assert [rows(catalogue, statement) for statement in values] == before
