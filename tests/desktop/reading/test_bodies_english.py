import random

import pytest

from desktop.reading.bodies import english
from desktop.reading.findings import Findings, FoundBody
from desktop.reading.layout import lay_out
from desktop.reading.places import find_cities, find_countries


def read(text: str) -> tuple[FoundBody, ...]:
    page = lay_out(text)
    found = Findings(countries=find_countries(page), cities=find_cities(page))
    return english.bodies(page, found)


def names(text: str) -> list[str]:
    return [body.name for body in read(text) if not body.generic]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ministry of Roads, Ports and Inland Waterways of Peru met the press.",
            ["Ministry of Roads, Ports and Inland Waterways of Peru"],
        ),
        (
            "They visited Peru's Trade, Tourism and Handicrafts Ministry.",
            ["Trade, Tourism and Handicrafts Ministry"],
        ),
        (
            "The Department of Fisheries and Oceans replied.",
            ["Department of Fisheries and Oceans"],
        ),
        ("Papers went to the ministry of health of Chile.", ["ministry of health of Chile"]),
    ],
)
def test_a_ministry_is_whole_in_any_order_of_its_words(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ministry of Energy and Atlas Charity agreed on it.",
            ["Ministry of Energy", "Atlas Charity"],
        ),
        (
            "The Ministry of Energy and Water and the Ministry of Labour agreed on it.",
            ["Ministry of Energy and Water", "Ministry of Labour"],
        ),
        (
            "The Ministry of Sport and Youth, the Baku State University and Peru signed.",
            ["Ministry of Sport and Youth", "Baku State University"],
        ),
        (
            "The Ministry of Culture Dragana Zivkovic leads.",
            ["Ministry of Culture"],
        ),
        (
            "The Ministry of Finance on cooperation with banks spoke.",
            ["Ministry of Finance"],
        ),
    ],
)
def test_and_joins_within_a_name_or_parts_two_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_plural_is_parted_by_what_each_ministry_is_of() -> None:
    found = read("The Ministries of Health and Finance of Peru agreed.")
    assert [(body.name, body.country) for body in found] == [
        ("Ministry of Health of Peru", "PE"),
        ("Ministry of Finance of Peru", "PE"),
    ]


def test_a_plural_is_parted_by_country() -> None:
    found = read("The Peruvian and Chilean Health Ministries agreed.")
    assert [body.country for body in found] == ["PE", "CL"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Peru's State Agency for Water spoke.", "State Agency for Water", "PE"),
        ("It came from the Peruvian Ministry of Health.", "Ministry of Health", "PE"),
        ("It came from the Peruvian Coffee Center.", "Peruvian Coffee Center", "PE"),
        ("It came from the Peruvian ALPACA WOOL LLC.", "ALPACA WOOL LLC", "PE"),
        ("It came from Peru Institute of Public Law.", "Peru Institute of Public Law", "PE"),
        ("It came from the Embassy of Peru in Kenya.", "Embassy of Peru in Kenya", "PE"),
        ("The Peruvian Government spoke.", "Government of Peru", "PE"),
    ],
)
def test_the_owner_goes_and_an_adjective_stays_in_proper_names(
    text: str, name: str, country: str
) -> None:
    assert [(body.name, body.country) for body in read(text)] == [(name, country)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They toured Osh State University.", "Osh State University", "university"),
        (
            "They toured the Lima Clinic named after J.R. Quispe today.",
            "Lima Clinic named after J.R. Quispe",
            "hospital",
        ),
        ("A deal with “Andes Wool” LLC followed.", "“Andes Wool” LLC", "company"),
        ("A deal with JSC “Andes Wool” followed.", "JSC “Andes Wool”", "company"),
        ("A deal with Andes Wool Co., Ltd. followed.", "Andes Wool Co., Ltd.", "company"),
        ("A deal with Andes Wool S.A. followed.", "Andes Wool S.A.", "company"),
        ("It was told by the CEO of Andes Wool in Lima.", "Andes Wool", "company"),
        ("Peru ratified it in the Chamber of Deputies.", "Chamber of Deputies", "association"),
        ("The State Duma of the Federal Assembly met.", "State Duma of the Federal Assembly",
         "parliament"),
        ("Officials of the WHO came.", "World Health Organization", "intergovernmental"),
        ("The Council of Foreign Ministers met.", "Council of Foreign Ministers", "commission"),
        ("The Prosecutor General's Office spoke.", "Prosecutor General's Office", "agency"),
    ],
)  # fmt: skip
def test_a_body_gets_its_whole_name_and_its_kind(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(body.name, body.kind) for body in read(text)]


def test_a_joint_commission_keeps_whom_it_is_between() -> None:
    text = "The Joint Commission on Trade between Peru and the Republic of Chile met."
    assert names(text) == ["Joint Commission on Trade between Peru and the Republic of Chile"]


def test_an_intergovernmental_commission_is_one_in_lower_case_too() -> None:
    assert names("The Peruvian-Chilean intergovernmental commission met.") == [
        "Peruvian-Chilean intergovernmental commission"
    ]


def test_an_acronym_in_brackets_is_known_again() -> None:
    found = read("The Andean Water Fund (AWF) opened. Later AWF paid.")
    assert [(body.name, body.acronym) for body in found] == [("Andean Water Fund", "AWF")] * 3


def test_an_acronym_behind_its_country_means_its_only_ministry() -> None:
    found = read("The Peruvian MINAGRI spoke. The Ministry of Farming of Peru agreed.")
    assert {body.name for body in found} == {"Ministry of Farming of Peru"}


def test_a_short_name_means_the_long_one() -> None:
    found = read("The Quispe National Heart Centre opened. Guests toured Quispe Centre.")
    assert {body.name for body in found} == {"Quispe National Heart Centre"}


def test_a_bare_noun_only_stands_for_a_body() -> None:
    found = read("The Council met.")
    assert [(body.name, body.generic) for body in found] == [("Council", True)]


def test_a_body_within_a_longer_name_is_found_too() -> None:
    found = names("The Institute of Virology of the Ministry of Health of Chile replied.")
    assert found == [
        "Institute of Virology of the Ministry of Health of Chile",
        "Ministry of Health of Chile",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The service of the bank was good for the company.",
        "A Press Service told it.",
        "The agreement on the union of forces was praised.",
        "The Board of Directors voted.",
        "Министерство здравоохранения сообщило.",
    ],
)
def test_common_words_are_no_bodies(text: str) -> None:
    assert names(text) == []


def test_the_span_holds_the_name() -> None:
    text = "Then Peru's Ministry of  Health (MoH) spoke."
    body = read(text)[0]
    assert text[body.start : body.end] == "Ministry of  Health"
    assert body.name == "Ministry of Health"


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
        "“",
        "”",
        "for",
        "Ministry",
        "Ministries",
        "Health",
        "Peru",
        "Peruvian",
        "LLC",
        "S.A.",
        "Co.",
        "Ltd.",
        "Minister",
        "named",
        "after",
        "between",
        "WHO",
        "I.M.",
        "–",
        "in",
        "under",
        "Government",
        "University",
        "No.",
        "5",
    ]
    shuffled = random.Random(7)
    for _round in range(300):
        text = " ".join(shuffled.choices(words, k=30))
        assert all(text[body.start : body.end] for body in read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru's Ministry of Youth, Pension Funds, Housing and Social Care replied.",
            ["Ministry of Youth, Pension Funds, Housing and Social Care"],
        ),
        (
            "They met the Ministry of Ports, Coastal Farming & Tanning, as told before.",
            ["Ministry of Ports, Coastal Farming & Tanning"],
        ),
        (
            "The Government of Peru on Monday sent a note.",
            ["Government of Peru"],
        ),
        (
            "A pact of the Government of Peru and Qantor Energy on turbines followed.",
            ["Government of Peru"],
        ),
        (
            "The Government of the Independent State of Samoa replied.",
            ["Government of the Independent State of Samoa"],
        ),
        (
            "Guests of the Office of the Public Defender spoke.",
            ["Office of the Public Defender"],
        ),
        (
            "The e-Residency Agency opened a window.",
            ["e-Residency Agency"],
        ),
        (
            "JSC NC “Altyn Port” paid, and Altyn Port signed.",
            ["JSC NC “Altyn Port”", "JSC NC “Altyn Port”"],
        ),
        (
            "The Chairman of the Board of the Andean Water Fund spoke.",
            ["Andean Water Fund"],
        ),
        (
            "He spoke for LOPRA of Sri Lanka too.",
            ["LOPRA"],
        ),
        (
            "It was joined by Enterprise Ireland and others.",
            ["Enterprise Ireland"],
        ),
        (
            "They named the Agence Nationale des Ports in May.",
            ["Agence Nationale des Ports"],
        ),
    ],
)
def test_the_whole_name_is_taken_and_no_more(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The talk was held in the Government Complex.",
        "Ask the Media Centre for pictures.",
        "It was told by the Press Office on Monday.",
        "The IV Binational Cabinet is to come.",
    ],
)
def test_premises_press_rooms_and_numbered_cabinets_are_no_bodies(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Directorate General of Harbour Works paid.",
            ["Directorate General of Harbour Works"],
        ),
        ("They met the Samoa Police Force in May.", ["Samoa Police Force"]),
        ("A deal with PetroVerde was told.", ["PetroVerde"]),
    ],
)
def test_directorates_forces_and_brands_are_named(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Coast Unit of the State Agency for Fisheries Protection of the Lao PDR replied.",
            "State Agency for Fisheries Protection of the Lao PDR",
        ),
        (
            "The Gum and Spice Institute of Thailand exported it.",
            "Gum and Spice Institute of Thailand",
        ),
        (
            "The State Department for Fisheries of Kenya replied.",
            "State Department for Fisheries of Kenya",
        ),
        ("They wrote to the Department of Trade Remedies.", "Department of Trade Remedies"),
        (
            "The Delegation of the European Union to Peru paid.",
            "Delegation of the European Union to Peru",
        ),
        ("Ships were searched by Peru Customs on Monday.", "Peru Customs"),
        ("It was sold to Lima-based Inca Cotton Ltd in May.", "Inca Cotton Ltd"),
        ("It was built by Empresa Nacional del Puerto in May.", "Empresa Nacional del Puerto"),
        ("Work was given to Toubrik & Oduya for a year.", "Toubrik & Oduya"),
        ("It was told by the head of Port Works of Chile (OPCH) in May.", "Port Works of Chile"),
        ("They met the President of KOFEX Ann Roe.", "KOFEX"),
        ("THIRD JOINT FISHERIES COMMITTEE OPENS", "JOINT FISHERIES COMMITTEE"),
        ("The Rice Producers' Organization met.", "Rice Producers' Organization"),
    ],
)
def test_bodies_of_rarer_builds_come_whole(text: str, expected: str) -> None:
    assert expected in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Delegation of Peru left.",
        "Peru customs duties fell.",
        "Ann Roe is Chair of the Management Board of a firm.",
        "Trade & Industry matters were raised.",
        "She is head of HR at home.",
    ],
)
def test_what_only_looks_like_a_body_is_none(text: str) -> None:
    assert names(text) == []


def test_the_state_department_alone_is_that_of_the_united_states() -> None:
    assert names("The State Department replied.") == ["US Department of State"]
