"""The meetings of a dossier: number, bodies, time, place, and the posts people held that day."""

import pytest

from db.catalogue import Catalogue
from db.commands.content import PointSpec
from db.rows.dossier import DossierMeeting
from db.terms import LinkKind, Mode, PointKind, Presence, StageKind
from tests.factories import (
    make_agreement,
    make_body,
    make_country,
    make_link,
    make_meeting,
    make_person,
    make_place,
    make_point,
    make_stage,
    reference_of,
)
from tests.queries.dossiers import dossier


def _only(catalogue: Catalogue, title: str = "Talks") -> DossierMeeting:
    return next(row for row in dossier(catalogue).meetings if row.title == title)


def test_a_session_tells_its_number_body_days_place_and_venue(catalogue: Catalogue) -> None:
    city = make_place(catalogue, "Baku")
    council, centre = make_body(catalogue, "Council"), make_body(catalogue, "Centre")
    meeting = make_meeting(
        catalogue,
        ordinal="37",
        ordinal_as_written="XXXVII",
        start="2024-12-07",
        end="2024-12-08",
        place=str(city),
        place_as_stated="in the capital",
        format="mixed",
        standing="planned",
        meeting_kind="session",
    )
    make_link(catalogue, LinkKind.SESSION_OF, meeting, council)
    make_link(catalogue, LinkKind.VENUE, meeting, centre)
    row = _only(catalogue)
    assert (row.ordinal, row.ordinal_as_written) == (37, "XXXVII")
    assert [(body.title, body.reference) for body in row.bodies] == [
        ("Council", reference_of(catalogue, council))
    ]
    assert (row.start, row.end) == ("2024-12-07", "2024-12-08")
    assert (row.place, row.venue) == ("Baku", "Centre")
    assert (row.kind, row.format, row.standing) == ("session", "mixed", "planned")


def test_a_place_named_only_in_words_is_told_in_them(catalogue: Catalogue) -> None:
    make_meeting(catalogue, attendees=[make_country(catalogue)], place_as_stated="in the capital")
    assert _only(catalogue).place == "in the capital"


def test_roles_come_in_their_order_with_mode_number_and_presence(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    meeting = make_meeting(catalogue)
    make_link(
        catalogue,
        LinkKind.ATTENDEE,
        meeting,
        country,
        presence=Presence.DELEGATION,
        number=12,
        mode=Mode.VIDEO,
    )
    chair = make_person(catalogue, "Chair")
    make_link(catalogue, LinkKind.CHAIR, meeting, chair, on_behalf_of_id=country)
    make_link(
        catalogue,
        LinkKind.GUEST,
        meeting,
        named_as="heads of hospitals",
        object_kind="person",
        presence=Presence.DELEGATION,
    )
    first, second, third = _only(catalogue).links
    assert (first.role, first.name, first.on_behalf_of) == ("chair", "Chair", "Azerbaijan")
    assert (second.role, second.presence, second.number, second.mode) == (
        "attendee",
        "delegation",
        12,
        "video",
    )
    assert (third.role, third.name, third.reference) == ("guest", "heads of hospitals", "")


def test_the_post_is_the_one_the_link_gives(catalogue: Catalogue) -> None:
    person = make_person(catalogue, country="AZ", post="Minister of Health")
    meeting = make_meeting(catalogue, start="2024-12-07")
    make_link(catalogue, LinkKind.ATTENDEE, meeting, person, post_as="special envoy")
    assert _only(catalogue).links[0].post == "special envoy"


@pytest.mark.parametrize(
    ("day", "post"),
    [
        ("2019", "Deputy Minister"),
        ("2021-05-20", "Minister"),
        ("2024-12", ""),
        ("2020", "Deputy Minister; Minister"),
        ("", ""),
    ],
)
def test_else_it_is_the_post_held_that_day(catalogue: Catalogue, day: str, post: str) -> None:
    country = make_country(catalogue)
    person = make_person(catalogue)
    for label, since, until in (
        ("Deputy Minister", "", "2020-06-30"),
        ("Minister", "2020-07-01", "2023"),
        ("Adviser", "", ""),
    ):
        make_link(
            catalogue,
            LinkKind.HOLDS_POST,
            person,
            country,
            post_as=label,
            since=since,
            until=until,
        )
    make_meeting(catalogue, attendees=[person], start=day)
    assert _only(catalogue).links[0].post == post


def test_a_post_without_dates_counts_only_where_there_is_no_other(catalogue: Catalogue) -> None:
    person = make_person(catalogue, country="AZ", post="Minister")
    make_meeting(catalogue, attendees=[person], start="2021-05-20")
    assert _only(catalogue).links[0].post == "Minister"


def test_what_was_signed_at_a_meeting_stands_on_it(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    talks = make_meeting(catalogue, attendees=[country])
    visit = make_meeting(catalogue, "Visit", attendees=[country])
    make_link(catalogue, LinkKind.PART_OF, talks, visit)
    agreement = make_agreement(catalogue)
    make_stage(catalogue, agreement, StageKind.SIGNED, date="2021-05-20", meeting_id=talks)
    make_link(catalogue, LinkKind.DISCUSSED_AT, make_agreement(catalogue, "Plan"), talks)
    told = [(row.kind, row.inverse, row.title, row.date) for row in _only(catalogue).relations]
    assert told == [
        ("signed", True, "Agreement on health", "2021-05-20"),
        ("discussed_at", True, "Plan", ""),
        ("part_of", False, "Visit", ""),
    ]


def test_points_keep_their_order_and_who_owes_what_to_whom(catalogue: Catalogue) -> None:
    syria, russia = make_country(catalogue, "SY"), make_country(catalogue, "RU")
    meeting = make_meeting(catalogue, attendees=[make_country(catalogue)])
    for wording in ("Second to none", "First aid"):
        make_point(catalogue, meeting, PointSpec(kind=PointKind.AGENDA_ITEM, wording=wording))
    make_point(
        catalogue,
        meeting,
        PointSpec(
            kind=PointKind.UNDERTAKING,
            wording="Recognise papers",
            owed_by_id=syria,
            owed_to_id=russia,
            due="2024",
        ),
    )
    points = _only(catalogue).points
    assert [point.wording for point in points[:2]] == ["Second to none", "First aid"]
    assert (points[2].owed_by, points[2].owed_to, points[2].due) == ("Syria", "Russia", "2024")


def test_meetings_come_by_date_and_undated_last(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    for title, start in (("Never", "XXXX-07-07"), ("Late", "2024"), ("Early", "2015-09-15")):
        make_meeting(catalogue, title, attendees=[country], start=start)
    assert [row.title for row in dossier(catalogue).meetings] == ["Early", "Late", "Never"]
