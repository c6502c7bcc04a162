import random

import pytest

from db.terms import Presence
from desktop.reading.bodies import english as english_bodies
from desktop.reading.findings import Findings, FoundPerson
from desktop.reading.layout import lay_out
from desktop.reading.people import english
from desktop.reading.places import find_cities, find_countries


def read(text: str) -> tuple[FoundPerson, ...]:
    page = lay_out(text)
    found = Findings(countries=find_countries(page), cities=find_cities(page))
    bodies = english_bodies.bodies(page, found)
    return english.people(
        page, Findings(countries=found.countries, cities=found.cities, bodies=bodies)
    )


def told(text: str) -> list[tuple[str, str, str]]:
    return [(one.name, one.post, one.country) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister of Health of Peru Rosa Quispe spoke.",
            ("Rosa Quispe", "Minister of Health", "PE"),
        ),
        (
            "Peru's Acting Health Minister Rosa Quispe spoke.",
            ("Rosa Quispe", "Acting Health Minister", "PE"),
        ),
        (
            "Rosa Quispe, Peruvian Minister of Health, spoke.",
            ("Rosa Quispe", "Minister of Health", "PE"),
        ),
        (
            "The Minister of Health of Peru, H.E. Dr. Rosa Quispe, spoke.",
            ("Rosa Quispe", "Minister of Health", "PE"),
        ),
        (
            "Rosa Quispe (Deputy Prime Minister of Peru) spoke.",
            ("Rosa Quispe", "Deputy Prime Minister", "PE"),
        ),
        (
            "Ambassador of Peru to Kenya Rosa Quispe spoke.",
            ("Rosa Quispe", "Ambassador of Peru to Kenya", "PE"),
        ),
        (
            "Peru's Ambassador to Kenya Rosa Quispe spoke.",
            ("Rosa Quispe", "Ambassador to Kenya", "PE"),
        ),
        (
            "President Rosa Quispe of Peru spoke.",
            ("Rosa Quispe", "President", "PE"),
        ),
        (
            "Minister of Trade, Industry and Energy of Peru Rosa Quispe spoke.",
            ("Rosa Quispe", "Minister of Trade, Industry and Energy", "PE"),
        ),
        (
            "Peru's Vice President and Foreign Minister Rosa Quispe spoke.",
            ("Rosa Quispe", "Vice President and Foreign Minister", "PE"),
        ),
        (
            "Rosa Quispe, MP, Peruvian Minister of State (Ports) for Roads, spoke.",
            ("Rosa Quispe", "Minister of State (Ports) for Roads", "PE"),
        ),
        (
            "The Peruvian side was led by Deputy Minister of Labour Rosa Quispe.",
            ("Rosa Quispe", "Deputy Minister of Labour", "PE"),
        ),
    ],
)
def test_a_post_beside_a_name_is_held_by_its_bearer(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "name",
    [
        "Phạm Thị Thanh Trà",
        "LE Van Duc",
        "Park Jong-ho",
        "Xi Mingze",
        "S. Jayakumar",
        "J.P. Sharma",
        "Sicily K. Wanjiru",
        "Amina bint Khalid Al Mansoori",
        "Hala el-Masri",
        "Rashad oglu Aliyev",
        "Ivan Petrovich Sidorov",
        "Ludwig van der Berg",
        "José de la Cruz Ramírez",
        "Seán O'Brien",
        "Kassym-Jomart Aliyev",
        "Teodoro Santos Jr.",
        "Francisco Santos III",
    ],
)
def test_names_of_all_cultures_come_whole(name: str) -> None:
    assert [one.name for one in read(f"Minister of Health {name} spoke.")] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They thanked Shri Arun Sharma for it.", "Arun Sharma"),
        ("They thanked Datuk Seri Dr Ahmad Razak for it.", "Ahmad Razak"),
        ("They thanked the Rt. Hon. Anna Brown MP for it.", "Anna Brown"),
        ("They thanked His Excellency Mr. Omar Diallo for it.", "Omar Diallo"),
        ("They thanked Prof. Dr. Heike Braun for it.", "Heike Braun"),
        ("They thanked King Faisal for it.", "King Faisal"),
    ],
)
def test_honorifics_are_no_part_of_a_name(text: str, name: str) -> None:
    assert [one.name for one in read(text)] == [name]


def test_a_list_gives_each_name_its_own_post() -> None:
    text = (
        "Guests were Anna Brown, Governor of Oslo; Ivan Petrov, Chairman of the State Duma; "
        "Rosa Quispe, WHO Regional Director for Europe, and Dr. Omar Diallo, Mayor of Dakar."
    )
    assert [(one.name, one.post) for one in read(text)] == [
        ("Anna Brown", "Governor of Oslo"),
        ("Ivan Petrov", "Chairman of the State Duma"),
        ("Rosa Quispe", "WHO Regional Director for Europe"),
        ("Omar Diallo", "Mayor of Dakar"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The presidents of Peru and Kenya, Rosa Quispe and Daniel Otieno, met.",
        "Presidents Rosa Quispe of Peru and Daniel Otieno of Kenya met.",
    ],
)
def test_holders_of_a_plural_post_share_it_out(text: str) -> None:
    assert [(name, post.casefold(), country) for name, post, country in told(text)] == [
        ("Rosa Quispe", "president", "PE"),
        ("Daniel Otieno", "president", "KE"),
    ]


def test_a_plural_post_of_two_matters_is_shared_out() -> None:
    found = told("The Ministers of Health and Trade of Peru, Rosa Quispe and Juan Mamani, met.")
    assert [post for _name, post, _country in found] == ["Minister of Health", "Minister of Trade"]


def test_a_counterpart_holds_the_post_last_told() -> None:
    found = told("Peru's Health Minister Rosa Quispe and her Kenyan counterpart Daniel Otieno met.")
    assert found[1] == ("Daniel Otieno", "Health Minister", "KE")


def test_a_prince_may_hold_a_post_too() -> None:
    found = told("The Saudi Minister of Energy, Prince Faisal bin Turki, spoke.")
    assert found == [("Faisal bin Turki", "Minister of Energy", "SA")]


def test_the_body_of_a_post_is_told() -> None:
    assert read("Rosa Quispe, Director of the Andean Water Fund, spoke.")[0].body == (
        "Andean Water Fund"
    )


def test_acting_is_told() -> None:
    assert [one.acting for one in read("Acting Minister of Health Rosa Quispe spoke.")] == [True]


def test_a_later_family_name_means_the_person() -> None:
    text = "Peru's Health Minister Rosa Quispe came.\nQuispe stressed it. Dr. Quispe left."
    found = read(text)
    assert [one.name for one in found] == ["Rosa Quispe"] * 3
    assert [text[one.start : one.end] for one in found] == ["Rosa Quispe", "Quispe", "Quispe"]


def test_a_post_told_again_means_its_holder() -> None:
    found = read("Peru's Health Minister Rosa Quispe came. The Peruvian Minister of Health left.")
    assert [(one.name, one.presence) for one in found] == [("Rosa Quispe", Presence.NAMED)] * 2


def test_unnamed_holders_are_one_for_each_country() -> None:
    found = read("The health ministers of Peru, Kenya and Chile attended.")
    assert [(one.name, one.post, one.country, one.presence) for one in found] == [
        ("", "health minister", country, Presence.UNNAMED) for country in ("PE", "KE", "CL")
    ]


def test_the_home_country_is_the_one_no_foreign_guest_is_of() -> None:
    text = (
        "Peru and Kenya signed a treaty. It was signed by Minister of Health Rosa Quispe and "
        "Kenyan Minister of Health Daniel Otieno."
    )
    assert [country for _name, _post, country in told(text)] == ["PE", "KE"]


@pytest.mark.parametrize(
    "text",
    ["By Rosa Quispe", "Author: Rosa Quispe", "Reporting by Rosa Quispe; editing by Ann Brown"],
)
def test_a_byline_is_told_apart(text: str) -> None:
    found = read(text)
    assert found
    assert all(one.byline for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "They toured the clinic named after I.M. Sechenov and Heydar Aliyev Airport.",
        "Minister Opens New Cancer Hospital",
        "The meeting took place in New York in May.",
        "Health Ministry Signs Memorandum With Turkish Red Crescent",
        "The Abdullah Prize and the Nelson Mandela Street were named.",
        "They discussed Artificial Intelligence and Green Energy.",
    ],
)
def test_eponyms_and_headlines_are_no_people(text: str) -> None:
    assert [one.name for one in read(text) if one.name] == []


def test_any_order_of_words_is_read_without_failing() -> None:
    words = [
        "the",
        "of",
        "and",
        ",",
        "(",
        ")",
        ".",
        "'s",
        "-",
        "for",
        "Minister",
        "ministers",
        "Prime",
        "Deputy",
        "Health",
        "Peru",
        "Peruvian",
        "Rosa",
        "al",
        "bin",
        "Dr.",
        "H.E.",
        "J.P.",
        "Quispe",
        "counterpart",
        "by",
        "By",
        ":",
        "WHO",
        "King",
        "Dato",
        "'",
        "His",
        "Excellency",
        "said",
        "in",
        "MP",
    ]
    shuffled = random.Random(7)
    for _round in range(300):
        text = " ".join(shuffled.choices(words, k=30))
        assert all(text[person.start : person.end] for person in read(text))


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (
            "It was signed by Deputy Prime Minister, Minister of Trade Rosa Quispe.",
            "Rosa Quispe",
            "Deputy Prime Minister, Minister of Trade",
        ),
        (
            "The Minister of Justice and Prisons of Peru, Rosa Quispe, spoke.",
            "Rosa Quispe",
            "Minister of Justice and Prisons",
        ),
        (
            "It was initialled by the heads of delegation, Rosa Quispe and Mr. Juan Soto.",
            "Juan Soto",
            "head of delegation",
        ),
        ("Rosa Quispe\nPrincipal Press Officer", "Rosa Quispe", "Principal Press Officer"),
        ("Signed by the Ambassador of Peru,\nRosa Quispe.", "Rosa Quispe", "Ambassador"),
        ("Ms. Rosa Quispe | Press Officer | Lima", "Rosa Quispe", "Press Officer"),
        ("Minister Kh.Bayarmaa spoke.", "Kh.Bayarmaa", "Minister"),
    ],
)
def test_posts_over_commas_lines_and_bars(text: str, name: str, post: str) -> None:
    assert (name, post) in [(one.name, one.post) for one in read(text)]


def test_the_body_behind_a_comma_is_that_of_the_post() -> None:
    (person,) = read("They met Rosa Quispe, Director, Institute of Alpine Soils, in May.")
    assert (person.post, person.body) == ("Director", "Institute of Alpine Soils")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A deed was signed by Dr. (Ms.) Kumari Perera in May.", "Kumari Perera"),
        ("Chief Executive Officer Tofa Noumea Leaupepe spoke.", "Tofa Noumea Leaupepe"),
        (
            "President of the League of Omani Chambers Salim bin Harith Al-Busaidi spoke.",
            "Salim bin Harith Al-Busaidi",
        ),
    ],
)
def test_names_with_brackets_places_and_particles_are_whole(text: str, name: str) -> None:
    assert [one.name for one in read(text)] == [name]


def test_a_country_told_has_no_reason() -> None:
    assert read("The Minister of Health of Peru Rosa Quispe spoke.")[0].country_reason == ""


def test_of_two_countries_the_name_tells_which() -> None:
    text = (
        "Japan and Peru met in Lima. Peru and Japan agreed. "
        "The text was signed by Kenji Takahashi and Rosa Quispe Huamani."
    )
    countries = {one.name: (one.country, bool(one.country_reason)) for one in read(text)}
    assert countries == {
        "Kenji Takahashi": ("JP", True),
        "Rosa Quispe Huamani": ("PE", True),
    }


def test_nothing_is_inferred_where_a_text_is_about_many() -> None:
    text = "Peru, Chile, Japan, Kenya and Ghana met. Rosa Quispe said so."
    assert [one.country for one in read(text)] == [""]


def test_a_body_tells_the_country_of_its_head() -> None:
    text = "They met Rosa Quispe, Rector, University of Lima, in May."
    assert [(one.country, bool(one.country_reason)) for one in read(text)] == [("PE", True)]


@pytest.mark.parametrize(
    "text",
    ["The Juan Soto Park opened.", "They kept the Juan Soto Day.", "DG TRALO took part."],
)
def test_parks_days_and_departments_are_no_people(text: str) -> None:
    assert read(text) == ()


def test_a_rank_before_a_name_is_no_part_of_it() -> None:
    assert [one.name for one in read("Air Commodore Juan Soto spoke.")] == ["Juan Soto"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoy of Oman to Lima Said bin Rashid Al Harthy spoke.", "Said bin Rashid Al Harthy"),
        ("Talks were led by Khalifa bin Sultan Al Ketbi, minister.", "Khalifa bin Sultan Al Ketbi"),
        ("Minister Amir bin Abdallah spoke.", "Amir bin Abdallah"),
        ("Minister Kang Do-hyeon spoke.", "Kang Do-hyeon"),
        ("Ms. Choi So-won spoke.", "Choi So-won"),
        ("Minister of Industry, Mine and Trade Farhad Karimi spoke.", "Farhad Karimi"),
    ],
)
def test_names_that_hold_common_words_come_whole(text: str, expected: str) -> None:
    assert [name for name, _post, _country in told(text)] == [expected]


@pytest.mark.parametrize(
    "text", ["They saw the Sheikh Zayed Dam.", "Minister Negotiations went on.", "Dr Reparation."]
)
def test_things_and_matters_are_nobody(text: str) -> None:
    assert told(text) == []


def test_a_body_between_commas_belongs_to_the_post_before_it() -> None:
    text = "The Under Secretary, Ministry of Water, Ms. Ann Roe, spoke."
    assert told(text) == [("Ann Roe", "Under Secretary, Ministry of Water", "")]


def test_a_post_told_of_two_is_each_one_s_own() -> None:
    people = read(
        "They saw the talks of the prime ministers of two countries, Ana Ruiz and Ben Li."
    )
    assert {one.post for one in people if one.post and one.name} == {"prime minister"}
