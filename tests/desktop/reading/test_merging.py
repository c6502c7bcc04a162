"""Merging: each thing a release speaks of stands once, with all its mentions."""

import pytest

from db.terms import How, MeetingKind, Presence
from desktop.reading.findings import Findings, FoundBody, FoundDate, FoundMeeting, FoundPerson
from desktop.reading.merging import merge, published
from desktop.reading.page import Page
from desktop.reading.records import Records

PAGE = Page(text="", language="en", paragraphs=())


def _person(start: int, name: str, **details: str) -> FoundPerson:
    return FoundPerson(start=start, end=start + len(name), rule="t", name=name, **details)  # type: ignore[arg-type]


def _body(start: int, name: str, country: str = "", acronym: str = "") -> FoundBody:
    end = start + len(name)
    return FoundBody(start=start, end=end, rule="t", name=name, country=country, acronym=acronym)


def _merged(**found: object) -> Records:
    return merge(PAGE, Findings(**found))  # type: ignore[arg-type]


def test_a_person_stands_once_with_the_post_told_first_and_the_fullest_name() -> None:
    people = (
        _person(0, "Aibek Toktosunov", post="Deputy Minister", country="KG"),
        _person(50, "A. Toktosunov"),
        _person(90, "Toktosunov", post="chief of the delegation"),
    )
    (person,) = _merged(people=people).people
    assert (person.name, person.post, person.country) == (
        "Aibek Toktosunov",
        "Deputy Minister",
        "KG",
    )
    assert [one.start for one in person.mentions] == [0, 50, 90]


def test_a_name_in_two_scripts_is_one_person() -> None:
    people = (_person(0, "Daniyar Akishev"), _person(40, "Данияр Акишев"))
    assert len(_merged(people=people).people) == 1


def test_a_surname_of_two_people_belongs_to_neither_alone() -> None:
    people = (_person(0, "Ana Petrova"), _person(20, "Ivan Petrov"), _person(40, "Ana Ruiz"))
    assert [one.name for one in _merged(people=people).people] == [
        "Ana Petrova",
        "Ivan Petrov",
        "Ana Ruiz",
    ]


def test_unnamed_holders_of_posts_are_no_people() -> None:
    people = (
        FoundPerson(
            start=0, end=9, rule="t", post="Minister", country="AM", presence=Presence.UNNAMED
        ),
    )
    assert _merged(people=people).people == ()


def test_who_only_wrote_is_marked_as_such() -> None:
    people = (FoundPerson(start=0, end=8, rule="t", name="Jan Maas", byline=True),)
    assert _merged(people=people).people[0].byline


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_body(0, "Ministry of Fisheries", "NO"), _body(50, "Ministry of Fisheries")),
        (_body(0, "Nordic Fisheries Council", "", "NFC"), _body(50, "NFC")),
        (
            _body(0, "Joint Commission on Trade between Oman and India"),
            _body(60, "Joint Commission on Trade"),
        ),
    ],
)
def test_forms_of_one_name_are_one_body(one: FoundBody, other: FoundBody) -> None:
    (body,) = _merged(bodies=(one, other)).bodies
    assert len(body.mentions) == 2


def test_ministries_of_two_countries_are_two() -> None:
    bodies = (_body(0, "Ministry of Health", "AM"), _body(40, "Ministry of Health", "GE"))
    keys = [one.key for one in _merged(bodies=bodies).bodies]
    assert keys == ["organisation:ministry of health:AM", "organisation:ministry of health:GE"]


def test_a_word_that_stands_for_a_body_is_no_body() -> None:
    generic = FoundBody(start=0, end=12, rule="t", name="the Ministry", generic=True)
    assert _merged(bodies=(generic,)).bodies == ()


def test_keys_stay_when_read_again_and_tell_likes_apart() -> None:
    def talks(start: int) -> FoundMeeting:
        return FoundMeeting(
            start=start, end=start + 5, rule="t", title="Talks", kind=MeetingKind.TALKS
        )

    keys = [one.key for one in _merged(meetings=(talks(0), talks(30))).meetings]
    assert keys == ["meeting:talks", "meeting:talks#2"]
    assert keys == [one.key for one in _merged(meetings=(talks(0), talks(30))).meetings]


def test_a_full_date_of_the_release_goes_before_one_without_its_year() -> None:
    def date(start: int, edtf: str, *, own: bool = True) -> FoundDate:
        return FoundDate(
            start=start, end=start + 4, rule="t", edtf=edtf, how=How.STATED, published=own
        )

    dates = [date(0, "XXXX-07-07"), date(9, "2021-07-07"), date(20, "2020-01-01", own=False)]
    found = published(dates)
    assert found is not None
    assert found.edtf == "2021-07-07"
    assert published(dates[2:]) is None


def test_a_country_told_goes_before_one_inferred() -> None:
    people = (
        _person(0, "Aibek Toktosunov", country="KZ", country_reason="By name."),
        _person(50, "Aibek Toktosunov", country="KG"),
    )
    (record,) = _merged(people=people).people
    assert (record.country, record.country_reason) == ("KG", "")


def test_an_inferred_country_keeps_its_reason() -> None:
    person = _person(0, "Aibek Toktosunov", country="KG", country_reason="By name.")
    (record,) = _merged(people=(person,)).people
    assert (record.country, record.country_reason) == ("KG", "By name.")
