"""The tagger of Russian names: its model loads, and reading goes on where it does not."""

from collections.abc import Iterator

import pytest

from desktop.reading.tagger import forget, is_ready, tag, tag_all, why_not

SENTENCE = "Министр транспорта Анвар Салимов встретился в Душанбе с Иваном Громовым."


def test_the_model_loads_and_tells_people_and_places() -> None:
    assert is_ready(), why_not()
    named = {(SENTENCE[t.start : t.end], t.kind) for t in tag(SENTENCE)}
    assert named == {("Анвар Салимов", "PER"), ("Душанбе", "LOC"), ("Иваном Громовым", "PER")}


def test_several_texts_are_tagged_each_with_offsets_of_its_own() -> None:
    texts = ("Посол Рохан Перера уехал.", "ничего", "Позже прибыла Лейла Ахмедова.")
    found = tag_all(texts)
    assert [[text[t.start : t.end] for t in tags] for text, tags in zip(texts, found, strict=True)]
    assert found[1] == ()
    assert [texts[2][t.start : t.end] for t in found[2]] == ["Лейла Ахмедова"]


def test_a_long_paragraph_is_cut_and_its_names_keep_their_places() -> None:
    text = "слово и " * 400 + "директор Марат Усенов"
    tags = [t for t in tag(text) if t.kind == "PER"]
    assert [text[t.start : t.end] for t in tags] == ["Марат Усенов"]


@pytest.mark.parametrize("text", ["", " ", "нет имён", "!?.."])
def test_a_text_without_names_gives_none(text: str) -> None:
    assert tag(text) == ()


@pytest.fixture
def without_model(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def missing(_name: str) -> None:
        return None

    forget()
    monkeypatch.setattr("desktop.reading.tagger.find_spec", missing)
    yield
    forget()


@pytest.mark.usefixtures("without_model")
def test_where_the_model_is_missing_nothing_is_tagged_and_the_reason_is_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert tag(SENTENCE) == ()
    assert not is_ready()
    assert "not installed" in why_not()
    assert "could not be loaded" in caplog.text
