"""Words people are quoted with are told from titles, and given to who said them."""

import pytest

from desktop.reading.findings import FoundQuotation
from desktop.reading.quotations import find_quotations
from tests.desktop.reading.markup import read


def quotations(marked: str) -> tuple[FoundQuotation, ...]:
    page, found = read(marked)
    told = find_quotations(page, found)
    for quotation in told:
        assert page.text[quotation.start : quotation.end] == quotation.words
    return told


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("“Our ports stay open all winter,” {P:Ann Roe} said.", "Our ports stay open all winter"),
        ("{P:Ann Roe} stated: “Our ports stay open.”", "Our ports stay open."),
        ('"Our ports stay open all winter," said {P:Ann Roe}.', "Our ports stay open all winter"),
        ("«Порты открыты всю зиму», – отметила {P:Анна Роу}.", "Порты открыты всю зиму"),
        ("— Порты открыты всю зиму, — сказала {P:Анна Роу}.", "Порты открыты всю зиму"),
        ("{P:Анна Роу} заявила: «Порты открыты всю зиму».", "Порты открыты всю зиму"),
    ],
)
def test_direct_speech_has_its_words_and_speaker(marked: str, words: str) -> None:
    (quotation,) = quotations(marked)
    assert quotation.direct
    assert quotation.words == words
    assert quotation.speaker
    assert quotation.speaker.name in {"Ann Roe", "Анна Роу"}


@pytest.mark.parametrize(
    "marked",
    [
        "They signed the “Roadmap for Ports and Seas” in spring.",
        "{P:Ann Roe} visited the “Northern Star Shipyard Group” and its docks.",
        "Подписана программа «Развитие портов и морей» на год.",
        "{P:Анна Роу} посетила завод «Северная звезда верфей» и доки.",
    ],
)
def test_a_title_in_quotation_marks_is_no_speech(marked: str) -> None:
    assert quotations(marked) == ()


def test_he_and_the_minister_are_who_was_named_before() -> None:
    _first, second = quotations(
        "{P:Bo Ek|Minister} noted that the ports of the north stay open.\n"
        "“We shall build three more of them next year,” the minister added."
    )
    assert second.speaker
    assert second.speaker.name == "Bo Ek"


@pytest.mark.parametrize(
    "marked",
    [
        "{P:Ann Roe} stressed that the ports of the north stay open.",
        "{P:Анна Роу} подчеркнула, что северные порты открыты.",
    ],
)
def test_what_is_retold_behind_a_strong_word_is_reported(marked: str) -> None:
    (quotation,) = quotations(marked)
    assert not quotation.direct
    assert quotation.speaker


def test_nobody_is_quoted_where_nobody_is_named() -> None:
    assert quotations("It was noted that the ports of the north stay open.") == ()


def test_a_companion_named_before_the_verb_is_not_the_speaker() -> None:
    (quotation,) = quotations(
        "{P:Ann Roe}, together with {P:Bo Ek}, stressed that the northern ports stay open."
    )
    assert quotation.speaker
    assert quotation.speaker.name == "Ann Roe"


def test_an_open_quotation_mark_runs_to_the_end_of_its_paragraph() -> None:
    (quotation,) = quotations(
        "{P:Ann Roe} said: “The ports of the north stay open and the ships sail.\nOther news."
    )
    assert quotation.words.startswith("The ports")
    assert "Other" not in quotation.words


def test_who_speaks_is_known_by_the_post_alone() -> None:
    (quotation,) = quotations(
        "{P:Ann Roe|Minister of Ports} came with {P:Bo Ek|Rector of the Academy}.\n"
        "“The ports of the north stay open,” the minister said."
    )
    assert quotation.speaker
    assert quotation.speaker.name == "Ann Roe"


def test_retold_words_in_quotation_marks_are_direct() -> None:
    (quotation,) = quotations("{P:Ann Roe} stressed that “ports that sleep lose their ships”.")
    assert quotation.direct
    assert quotation.words == "ports that sleep lose their ships"


def test_an_initial_does_not_end_the_sentence_of_saying() -> None:
    (quotation,) = quotations(
        "Пришли {P:Олег Сидоров} и другие.\n«Порты севера остаются открытыми», – отметил "
        "{P:И. Петров}."
    )
    assert quotation.speaker
    assert quotation.speaker.name == "И. Петров"
