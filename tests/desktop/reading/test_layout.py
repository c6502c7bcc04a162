"""The page: paragraphs, sentences, bullets and headings, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reading.layout import lay_out
from desktop.reading.page import Page


def paragraphs(text: str) -> list[str]:
    return [paragraph.text for paragraph in lay_out(text).paragraphs]


def sentences(text: str) -> list[str]:
    return [sentence.text for _, sentence in lay_out(text).sentences()]


WRAPPED = (
    "The ministers of fisheries of Oman and Kenya met in Muscat and signed\n"
    "a memorandum of understanding on the sharing of data about tuna in the\n"
    "western Indian Ocean. It was prepared by a working group that met for\n"
    "Omani and Kenyan experts three times last year.\n"
)


def test_lines_broken_to_a_width_are_one_paragraph_with_whole_sentences() -> None:
    page = lay_out(WRAPPED)
    assert [paragraph.text for paragraph in page.paragraphs] == [WRAPPED.rstrip()]
    assert [sentence.text for _, sentence in page.sentences()] == [
        "The ministers of fisheries of Oman and Kenya met in Muscat and signed a memorandum of "
        "understanding on the sharing of data about tuna in the western Indian Ocean.",
        "It was prepared by a working group that met for Omani and Kenyan experts three times "
        "last year.",
    ]


def test_a_paragraph_broken_before_capitals_is_one_where_others_were_broken() -> None:
    broken = (
        "The memorandum was signed for Oman by Salim Al Harthy, Minister of\n"
        "Agriculture, Fisheries and Water Resources, and for Kenya by Hassan\n"
        "Otieno."
    )
    assert paragraphs(f"{WRAPPED}\n{broken}") == [WRAPPED.rstrip(), broken]


def test_a_sentence_across_a_line_break_keeps_its_offsets() -> None:
    for text in (WRAPPED, WRAPPED.replace("\n", "\r\n")):
        for _, sentence in lay_out(text).sentences():
            assert len(text[sentence.start : sentence.end]) == len(sentence.text)
            assert text[sentence.start : sentence.end].split() == sentence.text.split()


def test_paragraphs_of_a_line_each_stay_apart_without_blank_lines() -> None:
    text = (
        "Oman and Kenya sign a memorandum\n"
        "The ministers of fisheries met in Muscat on Sunday and signed a memorandum.\n"
        "They agreed to meet again."
    )
    assert paragraphs(text) == text.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "The memorandum was signed by\nSalim Al Harthy and Mary Wanjiku.",
        "Меморандум подписали министр транспорта Омана и\nМинистр транспорта Кении.",
        "The Kenyan side was led by Mary Wanjiku\n, Minister of Fisheries.",
        "Совместное заявление министров транспорта Омана и Кении\nо морских перевозках",
    ],
)
def test_a_sentence_broken_at_a_link_is_mended(text: str) -> None:
    assert paragraphs(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Стороны обсудили:\nподготовку кадров;\nобмен опытом;\nпоставки оборудования.",
        "training of harbour masters\nexchange of charts\nsafety at sea",
        "- training of harbour masters and of the\n- exchange of charts",
        "Share on\nfacebook",
        "Mary Wanjiku,\nSalim Al Harthy,\nJohn Otieno",
    ],
)
def test_items_and_furniture_stay_lines_of_their_own(text: str) -> None:
    assert paragraphs(text) == text.split("\n")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (" date 2019-04-11 By Salim Al Harthy", ["date 2019-04-11", "By Salim Al Harthy"]),
        ("24.04.2024 06:43 Министры встретились.", ["24.04.2024 06:43", "Министры встретились."]),
        ("2019-04-11 Oman hosted the forum.", ["2019-04-11", "Oman hosted the forum."]),
        ("It ended on Monday.///nW, 5 June 2018", ["It ended on Monday.", "///nW, 5 June 2018"]),
        ("3 May 2019, 18:40    Views: 12    Print", ["3 May 2019, 18:40", "Views: 12", "Print"]),
        ("H2 Oman and Kenya sign a memorandum", ["H2", "Oman and Kenya sign a memorandum"]),
    ],
)
def test_furniture_run_into_a_line_is_cut_off(text: str, parts: list[str]) -> None:
    assert paragraphs(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "12 мая 2021 года Министр транспорта провёл встречу.",
        "On 12.05.2021 the ministers met.",
        "Минск                    03.09.2024",
    ],
)
def test_a_date_that_belongs_to_its_words_stays_with_them(text: str) -> None:
    assert paragraphs(text) == [text]


def test_a_day_in_a_chronology_stays_with_its_event() -> None:
    text = "Chronology\n18.06.2001 Agreement on ports signed\n21.07.2004 Protocol signed"
    assert paragraphs(text) == text.split("\n")


def bullets(text: str) -> list[bool]:
    return [paragraph.bullet for paragraph in lay_out(text).paragraphs]


@pytest.mark.parametrize(
    "mark",
    ["•", "-", "–", "*", "📍", "🔹", "✅", "▪️", "➢"],
)
def test_signs_begin_the_items_of_a_list(mark: str) -> None:
    text = f"The parties agreed on:\n{mark} ports;\n{mark} ships;\n{mark} charts."
    assert bullets(text) == [False, True, True, True]


@pytest.mark.parametrize(
    "text",
    ["1. Ports\n2. Ships", "1) порты;\n2) суда.", "а) порты\nб) суда", "1️⃣ порты\n2️⃣ суда"],
)
def test_numbers_and_letters_begin_items(text: str) -> None:
    assert bullets(text) == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "— Мы рады этому дню, — сказал министр.\n— Мы тоже рады, — ответил посол.",
        "🌐 Стороны довольны итогами встречи.",
        "🇰🇪 Kenya opened the exhibition.\n🇰🇪 Kenya closed it.",
        "12 мая министры встретились.\n13 мая они подписали протокол.",
        "↪ Ports and ships\nThe parties agreed on both.",
    ],
)
def test_speech_flags_days_and_a_lone_emoji_are_no_items(text: str) -> None:
    assert bullets(text) == [False, False][: len(bullets(text))]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Oman and Kenya sign a memorandum", True),
        ("21st meeting of the Joint Commission of Oman and Kenya", True),
        ("↪ Развитие портов", True),
        ("The ministers signed a memorandum.", False),
        ("Подписаны следующие документы:", False),
        ("обмен опытом в области мореплавания", False),
        ("24.04.2024 06:43", False),
    ],
)
def test_a_heading_ends_no_sentence_and_begins_one(line: str, heading: bool) -> None:
    assert [paragraph.heading for paragraph in lay_out(line).paragraphs] == [heading]


def test_an_item_of_a_list_is_no_heading() -> None:
    assert not any(p.heading for p in lay_out("- Ports\n- Ships").paragraphs)


def test_no_break_spaces_are_plain_spaces_in_what_is_read() -> None:
    assert sentences("В\xa02021\xa0г. министры встретились.") == ["В 2021 г. министры встретились."]


def test_noise_is_laid_out_but_not_read() -> None:
    page = lay_out("Oman and Kenya sign a memorandum\nViews: 12")
    assert [paragraph.noise for paragraph in page.paragraphs] == ["", "counter"]
    assert len(page.body) == 1


def test_learnt_noise_is_passed_over() -> None:
    page = lay_out("Bulletin 7\nThe ministers met.", ["bulletin #"])
    assert [paragraph.noise for paragraph in page.paragraphs] == ["learnt", ""]


def test_each_paragraph_has_the_language_of_its_script() -> None:
    page = lay_out("Министры подписали меморандум в Маскате.\nOman and Kenya\n2021")
    assert [paragraph.language for paragraph in page.paragraphs] == ["ru", "en", "ru"]


def assert_holds_together(page: Page) -> None:
    covered = [False] * len(page.text)
    last = 0
    for paragraph in page.paragraphs:
        assert last <= paragraph.start < paragraph.end <= len(page.text)
        assert (
            page.text[paragraph.start : paragraph.end] == paragraph.text == paragraph.text.strip()
        )
        last = paragraph.end
        covered[paragraph.start : paragraph.end] = [True] * (paragraph.end - paragraph.start)
        before = paragraph.start
        for sentence in paragraph.sentences:
            assert before <= sentence.start < sentence.end <= paragraph.end
            assert len(sentence.text) == sentence.end - sentence.start
            before = sentence.end
    assert all(held or letter.isspace() for letter, held in zip(page.text, covered, strict=True))


LINES = st.sampled_from(
    [
        "The ministers of fisheries of Oman and Kenya met in Muscat and signed", "a memorandum.",
        "of the two", "Министры транспорта встретились и", "подписали протокол.", "- порты;",
        "📍 суда", "Views: 12",
        " date 2019-04-11 By A. Otieno", "24.04.2024 06:43\tПечать", "///nW", "",
        "  ", "\xa0", ", Minister", "1. Ports", "H1 Ports", "\u2028", "🇰🇪", "Share on",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(LINES, max_size=12).map("\n".join),
        st.lists(LINES, max_size=12).map("\r\n".join),
    )
)
def test_paragraphs_hold_every_letter_once_and_in_order(text: str) -> None:
    assert_holds_together(lay_out(text))
