from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.terms import EntryKind, LinkKind
from desktop.forms.links.reading import LineDefaults, Reading, read_line, read_list
from desktop.forms.links.roles import Role

PARTNERS = (EntryKind.PERSON, EntryKind.ORGANISATION, EntryKind.PLACE)


def role(kind: LinkKind, *words: str, partners: tuple[EntryKind, ...] = PARTNERS) -> Role:
    return Role(kind=kind, outgoing=True, label=words[0], words=frozenset(words), partners=partners)


ATTENDEE = role(LinkKind.ATTENDEE, "attendee", "участник")
CHAIR = role(LinkKind.CHAIR, "chair", "председатель")
VENUE = role(LinkKind.VENUE, "venue", "место проведения", partners=(EntryKind.ORGANISATION,))
MEETING = LineDefaults(roles=(CHAIR, ATTENDEE, VENUE), role=ATTENDEE)


def one(text: str, defaults: LineDefaults = MEETING) -> Reading:
    (reading,) = read_line(text, defaults)
    return reading


def test_a_role_word_overrides_the_current_kind() -> None:
    assert one("Mikhail Murashko, Minister of Health, RU, chair").role == CHAIR
    assert one("Mikhail Murashko, Minister of Health, RU").role == ATTENDEE


def test_a_role_that_does_not_fit_here_leaves_the_current_kind() -> None:
    assert one("Mikhail Murashko, Minister of Health, RU, signed").role == ATTENDEE


def test_the_label_of_a_kind_may_stand_in_front_in_either_language() -> None:
    assert one("venue: Almazov Centre") == Reading(
        role=VENUE, name="Almazov Centre", kind=EntryKind.ORGANISATION
    )
    assert one("Место проведения: Центр Алмазова").role == VENUE


def test_a_kind_without_participants_takes_the_whole_line_as_a_name() -> None:
    venue = replace(MEETING, role=VENUE)
    assert one("Centre for Health, Tours and Talks, RU", venue).name == (
        "Centre for Health, Tours and Talks, RU"
    )


@pytest.mark.parametrize(
    "line",
    [
        "health minister, AM, BY, UZ",
        "health ministers of Armenia, Belarus and Uzbekistan",
        "health ministers from Armenia, Belarus, Uzbekistan, attendee",
        "health minister, Armenia and Belarus, UZ",
    ],
)
def test_unnamed_holders_of_a_post_are_one_link_for_each_country(line: str) -> None:
    readings = read_line(line, MEETING)
    assert [(r.post, r.country, r.unnamed) for r in readings] == [
        ("health minister", code, True) for code in ("AM", "BY", "UZ")
    ]


def test_several_countries_of_a_russian_line_are_read_in_their_cases() -> None:
    readings = read_line("министры здравоохранения Армении, Беларуси и Казахстана", MEETING)
    assert [(r.post, r.country) for r in readings] == [
        ("министр здравоохранения", code) for code in ("AM", "BY", "KZ")
    ]


def test_countries_alone_are_themselves_the_other_ends() -> None:
    readings = read_line("Azerbaijan, RU", MEETING)
    assert [(r.code, r.country, r.unnamed) for r in readings] == [
        ("AZ", "", False),
        ("RU", "", False),
    ]


def test_a_named_person_with_two_countries_stays_one_link() -> None:
    assert len(read_line("Mikhail Murashko, Minister of Health, RU, AZ", MEETING)) == 1


def test_the_country_of_the_line_before_goes_on_and_is_marked_as_such() -> None:
    after_russia = replace(MEETING, country="RU")
    reading = one("Sergey Leonov, Chairman of the Health Committee", after_russia)
    assert (reading.country, reading.carried) == ("RU", True)


@pytest.mark.parametrize(
    "line",
    [
        "Sergey Leonov, Chairman of the Health Committee, -",
        "Sergey Lebedev, CIS Secretary General",
        "Sergey Leonov",
        "chairs of the commissions",
        "World Health Organization",
    ],
)
def test_no_country_goes_on_to_who_may_not_be_of_it(line: str) -> None:
    assert one(line, replace(MEETING, country="RU")).country == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Mikhail Murashko", EntryKind.PERSON),
        ("Мурашко Михаил Альбертович", EntryKind.PERSON),
        ("Ursula von der Leyen", EntryKind.PERSON),
        ("Ministry of Health", EntryKind.ORGANISATION),
        ("Сеченовский университет", EntryKind.ORGANISATION),
        ("WHO", EntryKind.ORGANISATION),
        ("Kazakhstan", EntryKind.PLACE),
    ],
)
def test_the_kind_of_a_name_is_guessed_from_its_words(name: str, kind: EntryKind) -> None:
    assert one(name).kind == kind


def test_who_holds_a_post_is_a_person() -> None:
    assert one("WHO, Regional Director").kind == EntryKind.PERSON


def test_a_family_name_in_front_is_turned_round() -> None:
    assert one("Murashko, Mikhail, Minister of Health, RU").name == "Mikhail Murashko"


def test_in_a_list_role_and_country_stay_until_another_line_says_otherwise() -> None:
    readings = read_list(
        "Mikhail Murashko, Minister of Health, RU, chair;\n\n"
        "• Oleg Ergashev, Vice-Governor of St. Petersburg\n"
        "venue: Almazov Centre\n",
        MEETING,
    )
    assert [(r.role, r.country) for r in readings] == [(CHAIR, "RU"), (CHAIR, "RU"), (VENUE, "")]


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="ab ,;:()RU-—.1и")))
def test_any_line_is_read_without_failing(text: str) -> None:
    for reading in read_line(text, MEETING):
        assert reading.name or reading.post or reading.code
