"""The ways in which words of a query may stand in a text."""

from db.text.spellings import Sought, beginnings, spellings
from db.text.tokens import tokens_of


def spelt(text: str) -> list[list[str]]:
    return [[one.stem for one in way] for way in spellings(tokens_of(text))]


def test_a_hyphenated_word_is_spelt_apart_and_together() -> None:
    assert spelt("health-care plan") == [["health", "care", "plan"], ["healthcar", "plan"]]
    assert spelt("co-operation") == [["cooper"]]


def test_a_small_roman_number_is_itself_or_the_number() -> None:
    assert spelt("xxi century") == [["xxi", "centuri"], ["21", "centuri"]]
    assert spelt("vi") == [["vi"]]
    assert spelt("civ mix") == [["civ", "mix"]]


def test_the_ways_of_many_such_words_are_few() -> None:
    assert len(spelt("a-b " * 40)) == 8


def test_words_of_both_scripts_sound_alike_but_those_of_one_do_not() -> None:
    (latin,), (cyrillic,) = spellings(tokens_of("Sechenov"))[0], spellings(tokens_of("Сеченову"))[0]
    assert latin.sounds_like(cyrillic.stem)
    assert cyrillic.sounds_like(latin.stem)
    assert not latin.sounds_like(latin.stem)


def test_a_short_word_has_no_sound() -> None:
    assert spellings(tokens_of("mir"))[0] == (Sought("mir"),)
    assert spellings(tokens_of("2021"))[0] == (Sought("2021"),)


def test_only_the_last_word_may_go_on() -> None:
    found = [
        ([one.stem for one in way], last) for way, last in beginnings(tokens_of("the health-ca"))
    ]
    assert found == [(["the", "health"], "ca"), (["the"], "healthca")]
