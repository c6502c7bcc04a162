import pytest

from db.search.fields import FIELDS, Takes
from db.search.values import (
    find_value,
    value_keys,
    value_label,
    value_word,
    value_words,
    values_beginning,
)
from db.search.vocabulary import VOCABULARY
from db.terms import (
    AgreementType,
    EntryKind,
    LinkKind,
    MeetingKind,
    OrganisationKind,
    PlaceKind,
    ReadingState,
    ReviewState,
    SourceKind,
    StageKind,
    Standing,
)

_CHOICES = [field.name for field in FIELDS.values() if field.takes is Takes.CHOICE]


@pytest.mark.parametrize("field", _CHOICES)
def test_a_value_is_found_by_all_its_words(field: str) -> None:
    for key in value_keys(field):
        assert find_value(field, key) == key
        for language in ("en", "ru"):
            assert find_value(field, value_word(field, key, language)) == key
            assert not set(value_word(field, key, language)) & set(' ,()"|')


@pytest.mark.parametrize("field", sorted(VOCABULARY))
def test_no_word_names_two_values_of_a_field(field: str) -> None:
    words = [(word, key) for key in value_keys(field) for word in set(value_words(field, key))]
    assert len({word for word, _ in words}) == len(words)


@pytest.mark.parametrize(
    ("field", "typed", "key"),
    [
        ("type", "Меморандум", "memorandum"),
        ("type", "press release", "press_release"),
        ("type", "Пресс-релиз", "press_release"),
        ("type", "MoU", "memorandum"),
        ("country", "az", "AZ"),
        ("country", "Азербайджана", "AZ"),
        ("country", "saudi-arabia", "SA"),
        ("country", "Россия", "RU"),
        ("country", "Narnia", None),
        ("lang", "русский", "ru"),
        ("lang", "Azerbaijani", "az"),
        ("lang", "EN", "en"),
        ("has", "нет-доказательств", "no-evidence"),
        ("has", "нет имен", "no-name"),
        ("stage", "в силе", "in_force"),
        ("role", "председатель", "chair"),
        ("role", "co chair", "co_chair"),
        ("state", "входящие", "inbox"),
        ("kind", "Bodies", "organisation"),
        ("type", "", None),
    ],
)
def test_words_in_both_languages_name_what_is_stored(
    field: str, typed: str, key: str | None
) -> None:
    assert find_value(field, typed) == key


def test_every_term_that_is_stored_has_words() -> None:
    types = (AgreementType, SourceKind, MeetingKind, OrganisationKind, PlaceKind)
    assert set(VOCABULARY["type"]) == {str(term) for terms in types for term in terms}
    assert set(VOCABULARY["kind"]) == set(EntryKind)
    assert set(VOCABULARY["stage"]) == set(StageKind)
    assert set(VOCABULARY["state"]) == {*ReadingState, *Standing}
    assert set(VOCABULARY["review"]) == set(ReviewState)
    assert set(VOCABULARY["role"]) == set(LinkKind)


def test_values_are_offered_by_how_a_word_of_theirs_begins() -> None:
    assert values_beginning("type", "mem") == ("memorandum",)
    assert values_beginning("type", "карт") == ("roadmap",)
    assert values_beginning("country", "азер") == ("AZ",)
    assert set(values_beginning("state", "")) == set(value_keys("state"))
    assert values_beginning("state", "zz") == ()


def test_an_unknown_value_keeps_its_own_name() -> None:
    assert value_label("type", "novel", "ru") == "novel"
    assert value_label("country", "ZZ", "en") == "ZZ"
    assert value_label("lang", "xx", "en") == "xx"
