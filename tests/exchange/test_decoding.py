"""Tests of `db.exchange.decoding` and `db.exchange.charsets`."""

import pytest

from db.errors import Unreadable
from db.exchange.decoding import declared_charset, decode

RUSSIAN = "Министры подписали «дорожную карту» — о здравоохранении, 20 мая; Ёлкин был рядом."
ENGLISH = "The ministers signed a protocol on 20 May; Ms O’Neill’s café was the venue."
AZERBAIJANI = "Nazirlər Bakıda görüşüb, səhiyyə üzrə saziş imzalayıblar. 🇦🇿"
UNICODE = [
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be",
]  # fmt: skip


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH, AZERBAIJANI])
def test_each_unicode_encoding_is_recognised_without_doubt(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.encoding == encoding
    assert decoded.warnings == ()


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_is_no_part_of_the_text(mark: str) -> None:
    assert decode(("\ufeff" + RUSSIAN).encode(mark)).text == RUSSIAN


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
@pytest.mark.parametrize(
    "text",
    [
        "Министры подписали соглашение о здравоохранении в мае, Ереван и Баку.",
        "ПРОТОКОЛ ДЕВЯТНАДЦАТОГО ЗАСЕДАНИЯ",
        "Встреча в Бишкеке",
        "The final record (Протокол) was signed.",
    ],
)
def test_russian_in_an_eight_bit_encoding_is_told_by_its_letters(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.warnings == ("encoding_guessed",)


@pytest.mark.parametrize(
    "text",
    [ENGLISH, "L’accord a été signé à Genève.", "Größe, Straße", "São Paulo", "“So,” he said"],
)
def test_western_letters_are_not_taken_for_russian(text: str) -> None:
    decoded = decode(text.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (text, "cp1252")


def test_ukrainian_and_belarusian_letters_pass_in_windows_1251() -> None:
    for text in ("Їхній уряд схвалив угоду про співпрацю", "Маладзёжны форум у Мінску быў вялікім"):
        assert decode(text.encode("cp1251")).text == text


def test_a_page_may_name_its_encoding() -> None:
    page = f'<html><head><META http-equiv=x content="text/html; charset=KOI8-R">{"Баку" * 3}'
    decoded = decode(page.encode("koi8-r"))
    assert (decoded.text, decoded.encoding, decoded.warnings) == (page, "koi8-r", ())


def test_iso_8859_1_means_windows_1252_on_a_page() -> None:
    page = "<meta charset=iso-8859-1><p>“Genève” – été"
    assert decode(page.encode("cp1252")).text == page


def test_a_named_encoding_that_gives_no_words_is_not_believed() -> None:
    page = f"<meta charset='iso-8859-1'><p>{RUSSIAN}"
    decoded = decode(page.encode("cp1251"))
    assert (decoded.text, decoded.encoding) == (page, "cp1251")
    assert decoded.warnings == ("encoding_disagrees",)


def test_what_came_beside_the_bytes_goes_before_what_stands_in_them() -> None:
    text = "ελληνικά γράμματα"
    assert decode(text.encode("cp1253"), charset="windows-1253").text == text


@pytest.mark.parametrize("label", ["utf-16", "utf-7", "unicode_escape", "hex", "nonsense", ""])
def test_names_that_are_no_encoding_of_pages_are_passed_over(label: str) -> None:
    assert decode(RUSSIAN.encode("cp1251"), charset=label).text == RUSSIAN


def test_valid_utf_8_is_believed_against_the_page() -> None:
    page = f"<meta charset=windows-1251><p>{RUSSIAN}"
    assert decode(page.encode()).text == page


def test_a_text_cut_inside_a_letter_is_read_and_told() -> None:
    decoded = decode(RUSSIAN.encode()[:41])
    assert decoded.text.endswith("\ufffd")
    assert decoded.text[:-1] == RUSSIAN[: len(decoded.text) - 1]
    assert decoded.warnings == ("characters_replaced",)


def test_a_few_broken_bytes_in_utf_8_are_told_and_do_not_make_it_another_encoding() -> None:
    decoded = decode((RUSSIAN.encode() * 3).replace(b";", b"\xff", 1))
    assert decoded.text.count("\ufffd") == 1
    assert (decoded.encoding, decoded.warnings) == ("utf-8", ("characters_replaced",))


@pytest.mark.parametrize(
    "data",
    [
        "ελληνικά γράμματα σε οκτώ δυαδικά ψηφία".encode("cp1253"),
        "日本語で書かれた発表の文章です".encode("shift_jis"),
        b"\xff\xfe\x00\xd8\x00\x00",
    ],
)
def test_an_encoding_that_cannot_be_told_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data, name="letter.txt")
    assert (caught.value.reason, caught.value.name) == ("undecodable", "letter.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"A word\0and another\0\0word",
        b"\x01\0\x02\0\x03\0\x04\0" * 8,
        bytes(range(256)),
        b"a\x02\x03\x04\x05b",
        "a\0b".encode("utf-16"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert caught.value.reason == "binary"


def test_a_lone_control_character_is_no_reason_to_refuse() -> None:
    assert decode(b"Signed in Baku.\x0c\x1a").text == "Signed in Baku.\x0c\x1a"


def test_an_xml_declaration_names_its_encoding() -> None:
    assert (
        declared_charset(b'<?xml version="1.0" encoding="windows-1251"?><html>') == "windows-1251"
    )
    assert declared_charset(b"no page at all") is None
