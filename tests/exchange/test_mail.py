"""Tests of `db.exchange.mail`."""

import pytest

from db.errors import Unreadable
from db.exchange.formats import MAIL
from db.exchange.release import Parts

HTML = "<p>Министры met in <b>Baku</b>.</p><ul><li>one<li>two</ul><img src=cid:x>"


def read(mail: str, encoding: str = "utf-8") -> Parts:
    data = f"MIME-Version: 1.0\n{mail}".replace("\n", "\r\n").encode(encoding)
    return MAIL.read(data, "a.eml", None)


def mixed(*parts: str, kind: str = "mixed") -> str:
    body = "".join(f"--B\n{part}\n" for part in parts)
    return f"Content-Type: multipart/{kind}; boundary=B\n\n{body}--B--\n"


def test_subject_sender_and_date_stand_above_the_text() -> None:
    parts = read(
        "From: =?utf-8?B?0J/RgNC10YHRgS3RgdC70YPQttCx0LA=?= <press@example.org>\n"
        "Subject: =?koi8-r?B?98nEyc0=?= =?koi8-r?B?09E=?= on Monday\n"
        "Date: Mon, 12 May 2025 23:30:00 -0500\n\nThe ministers met.\n"
    )
    assert parts.text == (
        "Видимся on Monday\n\nFrom: Пресс-служба <press@example.org>\n"
        "Date: Mon, 12 May 2025 23:30:00 -0500\n\nThe ministers met."
    )
    assert (parts.title, parts.published_hint) == ("Видимся on Monday", "2025-05-12")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_a_subject_in_bare_bytes_is_recognised(encoding: str) -> None:
    title = "Министры подписали соглашение в Баку"
    assert read(f"Subject: {title}\n\nText of it.", encoding).title == title


@pytest.mark.parametrize(
    ("plain", "text"),
    [
        ("Министры met in Baku. one two", "Министры met in Baku.\n\n• one\n• two"),
        ("word " * 40, ("word " * 40).rstrip() + " "),
    ],
)
def test_of_two_forms_the_page_is_read_if_it_says_as_much(plain: str, text: str) -> None:
    parts = read(
        mixed(
            f"Content-Type: text/plain; charset=utf-8\n\n{plain}",
            f"Content-Type: text/html; charset=utf-8\n\n{HTML}",
            kind="alternative",
        )
    )
    assert parts.text.rstrip() == text.rstrip()
    assert parts.left_out == ()


def test_lines_broken_by_a_mail_program_are_joined_where_it_says_so() -> None:
    body = "The ministers met \nin Baku.\n> they said \n> so\n\n-- \nPress"
    flowed = read(f"Content-Type: text/plain; format=flowed\n\n{body}").text
    assert flowed == "The ministers met in Baku.\n> they said so\n\n-- \nPress"
    assert "met \nin" in read(f"Content-Type: text/plain\n\n{body}").text


def test_attachments_are_named_and_pictures_told() -> None:
    parts = read(
        mixed(
            "Content-Type: text/plain\n\nThe ministers met.",
            "Content-Type: application/pdf\n"
            "Content-Disposition: attachment; filename*=utf-8''..%2F%D0%90%D0%BA%D1%82.pdf\n\nxx",
            'Content-Type: text/plain; name="list.txt"\n\nnames',
            "Content-Type: image/png\n\nxx",
        )
    )
    assert parts.text == "The ministers met."
    assert set(parts.left_out) == {"Акт.pdf", "list.txt"}
    assert parts.warnings == ("pictures_left_out", "attachments_left_out")


def test_a_mail_that_says_nothing_has_the_text_of_its_attachment() -> None:
    parts = read(
        mixed(
            "Content-Type: application/rtf\nContent-Disposition: attachment; filename=a.rtf\n\n"
            "{\\rtf1 The ministers met.}",
            "Content-Type: text/plain; name=b.txt\n\nb",
        )
    )
    assert parts.text == "The ministers met."
    assert parts.left_out == ("b.txt",)
    assert parts.warnings == ("attachment_read", "attachments_left_out")


def test_a_mail_within_a_mail_is_read_with_its_own_head() -> None:
    inner = "Content-Type: message/rfc822\n\nSubject: Talks\nFrom: a@example.org\n\nThey met."
    first = "Content-Type: text/plain\n\nSee below."
    parts = read("Subject: Fwd\n" + mixed(first, inner))
    assert parts.text == "Fwd\n\nSee below.\n\nTalks\n\nFrom: a@example.org\n\nThey met."


@pytest.mark.parametrize("date", ["never", "Mon, 99 May 2025 10:00:00", ""])
def test_a_date_that_is_none_gives_no_day(date: str) -> None:
    assert read(f"Date: {date}\n\nThe ministers met.").published_hint is None


def test_a_mail_with_neither_words_nor_a_readable_attachment_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        read("Subject: Act\n" + mixed("Content-Type: image/png\n\nxx"))
    assert caught.value.reason == "no_text"
