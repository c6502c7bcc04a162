"""The words of the apparatus: whole in both languages, a word for each code of the catalogue."""

import re
from enum import StrEnum
from typing import get_args

import pytest
from sqlalchemy import inspect

from db import terms
from db.base import Base
from db.models import Figure, Link, Name, Point, Quotation, Stage
from db.queries.dossier.gaps import GapKind
from db.rows.fields import FIELDS
from desktop.reports.wording import WORDING, Wording, plural_form

PLACEHOLDER = re.compile(r"\{\w+\}")

KEPT_FOR_ITSELF = frozenset(
    {"id", "position", "identity", "agreement_id", "subject_id", "subject_kind", "object_kind",
     "on_behalf_of_kind", "stage_id", "point_id"}
)  # fmt: skip
"""Columns that no source can tell of: keys, order, and what a part belongs to."""

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


def test_every_field_evidence_can_be_about_is_worded_in_both_languages() -> None:
    fields = {field.name for kind in FIELDS for field in FIELDS[kind]}
    kinds = {*terms.StageKind, *terms.LinkKind, *terms.PointKind}
    things = {"", "figure", "quotation"}
    for language in ("en", "ru"):
        assert fields | kinds | things <= set(WORDING[language]["field"])


@pytest.mark.parametrize("part", [Name, Link, Stage, Point, Figure, Quotation])
def test_every_column_of_a_part_that_evidence_can_be_about_is_worded(part: type[Base]) -> None:
    columns = {column.key for column in inspect(part).column_attrs}
    bounds = {name for name in columns if name.endswith(("_earliest", "_latest", "_text"))}
    told = {name.removesuffix("_id") for name in columns - bounds - KEPT_FOR_ITSELF}
    missing = {name for name in told if not Wording("en").has("field", name)}
    assert not missing


def test_russian_words_for_fields_hold_no_english() -> None:
    for code, words in WORDING["ru"]["field"].items():
        assert not re.search(r"[a-z]", words), code


def test_each_meeting_not_known_to_be_held_is_worded_by_its_kind() -> None:
    kinds = {kind.value for kind in terms.MeetingKind}
    standings = {standing.value for standing in terms.Standing} - {terms.Standing.HELD.value}
    for standing in standings:
        assert kinds == set(WORDING["ru"][f"meeting_{standing}"])


def test_each_kind_of_gap_is_worded() -> None:
    assert set(get_args(GapKind)) == set(WORDING["en"]["gap"])


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
