"""The words of the apparatus: whole in both languages, a word for each code of the catalogue."""

import re
from enum import StrEnum

import pytest

from db import terms
from desktop.reports.wording import WORDING, Wording, plural_form

PLACEHOLDER = re.compile(r"\{\w+\}")

VOCABULARIES = {
    "stage": terms.StageKind,
    "group": terms.StageKind,
    "result": terms.StageKind,
    "agreement_type": terms.AgreementType,
    "meeting_kind": terms.MeetingKind,
    "standing": terms.Standing,
    "format": terms.MeetingFormat,
    "organisation_kind": terms.OrganisationKind,
    "source_kind": terms.SourceKind,
    "presence": terms.Presence,
    "mode": terms.Mode,
    "point": terms.PointKind,
    "bound": terms.Bound,
    "figure_state": terms.FigureState,
    "how": terms.How,
    "review": terms.ReviewState,
}


def test_both_languages_word_the_same_codes() -> None:
    english, russian = WORDING["en"], WORDING["ru"]
    assert {name: set(codes) for name, codes in english.items()} == {
        name: set(codes) for name, codes in russian.items()
    }


def test_both_languages_fill_in_the_same_parts() -> None:
    for name, codes in WORDING["en"].items():
        for code, words in codes.items():
            russian = WORDING["ru"][name][code]
            assert set(PLACEHOLDER.findall(words)) == set(PLACEHOLDER.findall(russian)), code


@pytest.mark.parametrize(("name", "codes"), VOCABULARIES.items())
def test_each_code_of_the_catalogue_is_worded(name: str, codes: type[StrEnum]) -> None:
    assert {code.value for code in codes} <= set(WORDING["en"][name])


def test_each_strength_is_worded_for_agreements_and_meetings() -> None:
    names = {strength.name.lower() for strength in terms.Strength}
    assert names == set(WORDING["en"]["why_agreement"]) == set(WORDING["en"]["why_meeting"])


def test_each_role_is_worded_from_both_ends() -> None:
    roles = {role.value for role in (*terms.AGREEMENT_ROLES, *terms.MEETING_ROLES)}
    assert roles <= set(WORDING["en"]["role"])
    assert roles <= set(WORDING["en"]["appearance"])


def test_relations_are_worded_in_both_directions() -> None:
    assert set(WORDING["en"]["relation"]) == set(WORDING["en"]["inverse"])


@pytest.mark.parametrize(
    ("number", "noun"),
    [(1, "источник"), (3, "источника"), (5, "источников"), (11, "источников"), (21, "источник")],
)
def test_russian_nouns_follow_their_number(number: int, noun: str) -> None:
    assert Wording("ru").count("sources", number) == noun


def test_english_has_two_forms() -> None:
    assert [plural_form("en", number) for number in (0, 1, 2, 21)] == [
        "many",
        "one",
        "many",
        "many",
    ]


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "200000", "200,000"),
        ("en", "1000", "1000"),
        ("ru", "200000", "200\u00a0000"),
        ("ru", "3.5", "3,5"),
        ("en", "a few", "a few"),
    ],
)
def test_numbers_are_grouped_as_the_language_has_it(language: str, text: str, shown: str) -> None:
    assert Wording("ru" if language == "ru" else "en").number(text) == shown


def test_a_sentence_ending_in_a_russian_date_has_one_full_stop() -> None:
    assert Wording("ru").word("cover", "empty_note", day="2 мая 2021 г.").endswith("2021 г.")
