"""Topics: the catalogue's own tags, proposed where a text speaks of their subjects."""

from desktop.reading.layout import lay_out
from desktop.reading.topics import MOST_TAGS, MOST_WORDS, TagName, find_topics

HEALTH = TagName(id=1, label_en="Health", label_ru="Здравоохранение")
TRADE = TagName(id=2, label_en="Trade", label_ru="")
FISH = TagName(id=3, label_en="Science and fisheries", label_ru="Наука и рыболовство")
OWN = TagName(id=9, label_en="Pearl diving", label_ru="Добыча жемчуга")


def topics(text: str, *tags: TagName) -> list[tuple[int, str]]:
    return [(tag, text[start:end]) for tag, start, end in find_topics(lay_out(text), tags)]


def test_a_tag_is_called_by_its_own_words_in_any_inflection() -> None:
    assert topics("Речь шла о добыче жемчуга у берегов.", OWN) == [(9, "добыче жемчуга")]
    assert topics("The parties spoke of pearl-diving.", OWN) == [(9, "pearl-diving")]


def test_a_tag_is_called_by_further_words_of_its_subject_in_both_languages() -> None:
    assert topics("Oman will build two hospitals.", HEALTH) == [(1, "hospitals")]
    assert topics("Больницы получат вакцины.", HEALTH) == [(1, "Больницы"), (1, "вакцины")]
    assert topics("Экспорт вырос.", TRADE) == [(2, "Экспорт")]


def test_parts_of_a_label_joined_by_and_call_for_it_too() -> None:
    assert topics("Ministers of fisheries met.", FISH) == [(3, "fisheries")]


def test_words_are_not_called_for_by_what_only_contains_them() -> None:
    assert topics("Traders of importance were healthy.", OWN, FISH) == []


def test_the_longest_words_are_taken() -> None:
    assert topics("Public health is on the agenda.", HEALTH) == [(1, "Public health")]


def test_the_tag_with_most_hits_comes_first_and_with_its_first_places() -> None:
    text = "Trade. Health, hospitals, medicine, vaccines and trade."
    found = topics(text, TRADE, HEALTH)
    assert found == [
        (1, "Health"), (1, "hospitals"), (1, "medicine"), (2, "Trade"), (2, "trade"),
    ]  # fmt: skip
    assert max([tag for tag, _ in found].count(tag.id) for tag in (TRADE, HEALTH)) == MOST_WORDS


def test_a_passing_word_calls_for_no_tag_beside_a_clear_one() -> None:
    text = "Health ministers spoke of health, healthcare and an exporter."
    assert {tag for tag, _ in topics(text, HEALTH, TRADE)} == {1}


def test_there_are_never_more_tags_than_an_archivist_will_look_at() -> None:
    labels = ("Sport", "Culture", "Tourism", "Energy", "Customs", "Space", "Youth", "Water")
    tags = [TagName(id=n, label_en=label, label_ru="") for n, label in enumerate(labels)]
    found = {tag for tag, _ in topics(", ".join(labels), *tags)}
    assert found == set(range(MOST_TAGS))


def test_noise_calls_for_no_tag() -> None:
    assert topics("Ministers met in Muscat.\nTags: health, trade", HEALTH, TRADE) == []


def test_without_tags_or_labels_nothing_is_proposed() -> None:
    assert topics("Health and trade.") == []
    assert topics("Health and trade.", TagName(id=4, label_en="", label_ru="")) == []
