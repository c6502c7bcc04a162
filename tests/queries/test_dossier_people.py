"""The people, bodies and regions of a dossier, and the bodies the country belongs to."""

from db.catalogue import Catalogue
from db.rows.dossier import DossierAppearance, DossierMembership, DossierPost
from db.terms import LinkKind, NameKind, PlaceKind, StageKind
from tests.factories import (
    make_agreement,
    make_body,
    make_country,
    make_link,
    make_meeting,
    make_name,
    make_person,
    make_place,
    make_stage,
    reference_of,
)
from tests.queries.dossiers import dossier


def test_people_then_bodies_then_regions_by_name(catalogue: Catalogue) -> None:
    make_place(catalogue, "Ganja region", kind=PlaceKind.REGION)
    make_place(catalogue, "Baku")
    make_body(catalogue, "Ministry of Health", country="AZ")
    make_person(catalogue, "Teymur Musayev", country="AZ")
    make_person(catalogue, "Ali Asadov", country="AZ")
    make_person(catalogue, "Mikhail Murashko", country="RU")
    found = [(row.kind, row.name) for row in dossier(catalogue).participants]
    assert found == [
        ("person", "Ali Asadov"),
        ("person", "Teymur Musayev"),
        ("organisation", "Ministry of Health"),
        ("place", "Ganja region"),
    ]


def test_a_participant_has_all_names_and_kind(catalogue: Catalogue) -> None:
    body = make_body(catalogue, "Ministry of Health", country="AZ")
    make_name(catalogue, body, "Səhiyyə Nazirliyi", kind=NameKind.ORIGINAL, language="az")
    make_name(catalogue, body, "Минздрав", kind=NameKind.ACRONYM)
    (row,) = dossier(catalogue).participants
    assert row.other_names == (("az", "Səhiyyə Nazirliyi"), ("ru", "Минздрав"))
    assert row.organisation_kind == "ministry"


def test_posts_come_over_time_and_then_those_without_dates(catalogue: Catalogue) -> None:
    person = make_person(catalogue, "Musayev", country="AZ", post="Adviser")
    ministry = make_body(catalogue, "Ministry of Health", country="AZ")
    for post, since, until, acting in (
        ("Minister", "2022", "", False),
        ("Minister", "2021", "2022", True),
    ):
        make_link(
            catalogue,
            LinkKind.HOLDS_POST,
            person,
            ministry,
            post_as=post,
            since=since,
            until=until,
            acting=acting,
        )
    posts = next(row for row in dossier(catalogue).participants if row.kind == "person").posts
    assert posts == (
        DossierPost(
            post="Minister", held_in="Ministry of Health", since="2021", until="2022", acting=True
        ),
        DossierPost(post="Minister", held_in="Ministry of Health", since="2022"),
        DossierPost(post="Adviser", held_in="Azerbaijan"),
    )


def test_a_post_told_only_at_meetings_lasts_from_the_first_to_the_last(
    catalogue: Catalogue,
) -> None:
    country = make_country(catalogue)
    person = make_person(catalogue)
    for start in ("2023-07", "2021-05-20", "XXXX-07-07"):
        meeting = make_meeting(catalogue, f"Talks {start}", start=start)
        make_link(
            catalogue,
            LinkKind.ATTENDEE,
            meeting,
            person,
            on_behalf_of_id=country,
            post_as="Prime Minister",
        )
    (row,) = dossier(catalogue).participants
    assert row.posts == (
        DossierPost(
            post="Prime Minister", held_in="Azerbaijan", since="2021-05-20", until="2023-07"
        ),
    )


def test_appearances_come_by_date_with_whom_they_were_for(catalogue: Catalogue) -> None:
    ministry = make_body(catalogue, "Ministry of Health", country="AZ")
    person = make_person(catalogue, "Musayev", country="AZ")
    agreement = make_agreement(catalogue, parties=[ministry])
    stage = make_stage(catalogue, agreement, StageKind.SIGNED, date="2021-05-20")
    make_link(
        catalogue,
        LinkKind.SIGNATORY,
        agreement,
        person,
        stage_id=stage,
        on_behalf_of_id=ministry,
    )
    opening = make_meeting(catalogue, "Opening", start="2015-09-15")
    make_link(catalogue, LinkKind.SPEAKER, opening, person, on_behalf_of_id=ministry)
    musayev, health = dossier(catalogue).participants
    first = DossierAppearance(
        role="speaker",
        reference=reference_of(catalogue, opening),
        title="Opening",
        date="2015-09-15",
        on_behalf_of="Ministry of Health",
    )
    assert musayev.appearances == (
        first,
        DossierAppearance(
            role="signatory",
            reference=reference_of(catalogue, agreement),
            title="Agreement on health",
            date="2021-05-20",
            on_behalf_of="Ministry of Health",
        ),
    )
    # the ministry stands at the opening through its speaker, and in the agreement as its party
    assert [(each.role, each.on_behalf_of) for each in health.appearances] == [
        ("speaker", ""),
        ("party", ""),
    ]


def test_entries_of_other_countries_are_no_appearances(catalogue: Catalogue) -> None:
    person = make_person(catalogue, country="AZ")
    meeting = make_meeting(catalogue, "For Syria")
    syria = make_country(catalogue, "SY")
    make_link(catalogue, LinkKind.ATTENDEE, meeting, person, on_behalf_of_id=syria)
    assert [row.appearances for row in dossier(catalogue).participants] == [()]


def test_who_presides_over_a_body_is_told_with_the_others(catalogue: Catalogue) -> None:
    council = make_body(catalogue, "Council")
    russia, kyrgyzstan, belarus = (make_country(catalogue, code) for code in ("RU", "KG", "BY"))
    make_link(catalogue, LinkKind.CHAIRS, russia, council, since="2024", until="2024")
    make_link(catalogue, LinkKind.CO_CHAIRS, kyrgyzstan, council, since="2024", until="2024")
    make_link(catalogue, LinkKind.CHAIRS, belarus, council, since="2023", until="2023")
    make_link(catalogue, LinkKind.MEMBER_OF, russia, council, since="1991")
    reference = reference_of(catalogue, council)
    assert dossier(catalogue, "RU").memberships == (
        DossierMembership(role="member_of", body="Council", reference=reference, since="1991"),
        DossierMembership(
            role="chairs",
            body="Council",
            reference=reference,
            since="2024",
            until="2024",
            together_with=("Kyrgyzstan",),
        ),
    )
    (kyrgyz,) = dossier(catalogue, "KG").memberships
    assert (kyrgyz.role, kyrgyz.together_with) == ("co_chairs", ("Russia",))


def test_a_period_leaves_out_memberships_of_other_times(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    for title, since, until in (
        ("Past", "1991", "1999"),
        ("Lasting", "1995", ""),
        ("Coming", "2025", ""),
        ("Undated", "", ""),
    ):
        body = make_body(catalogue, title)
        make_link(catalogue, LinkKind.MEMBER_OF, country, body, since=since, until=until)
    found = dossier(catalogue, period_from="2000", period_to="2010").memberships
    assert [row.body for row in found] == ["Lasting", "Undated"]
