"""Tests of `db.exchange.sheet`, `db.exchange.numerals` and `db.exchange.document`."""

from datetime import date

import pytest

from db.exchange.document import day_named, title_of
from db.exchange.numerals import numeral
from db.exchange.sheet import Paragraph, Table, headings, set_sheet


def cell(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text=text) for text in texts)


def test_items_of_lists_stand_close_and_all_else_apart() -> None:
    items = (
        Paragraph(text="Head", level=1),
        Paragraph(text=" "),
        Paragraph(text="one", label="1."),
        Paragraph(text="two\nlines", label="а)", depth=1),
        Paragraph(text="after"),
    )
    assert set_sheet(items) == "Head\n\n1. one\n  а) two\nlines\n\nafter"
    assert list(headings(items)) == ["Head"]


def test_a_table_is_lines_unless_a_cell_holds_a_whole_text() -> None:
    data = Table(
        rows=((cell("a"), cell("b\n c")), (cell(""), cell("")), (cell(""), cell("d", "e")))
    )
    assert set_sheet([data]) == "a\tb c\n\td e"
    layout = Table(rows=((cell("a", "b", "c"), (data,)),))
    assert set_sheet([layout]) == "a\n\nb\n\nc\n\na\tb c\n\td e"


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (7, "decimal", "7"), (7, "zero", "07"), (28, "latin", "bb"), (3, "russian", "в"),
        (1994, "roman", "mcmxciv"), (0, "roman", "0"), (0, "latin", "0"), (9_999, "latin", "9999"),
        (3, "", ""),
    ],
)  # fmt: skip
def test_numbers_are_written_as_word_processors_do(number: int, style: str, written: str) -> None:
    assert numeral(number, style) == written


@pytest.mark.parametrize(
    "text",
    [
        "Baku, 5 May 2025", "May 5, 2025", "on the 5th of May 2025", "05.05.2025", "5.5.2025",
        "2025-05-05", "5 мая 2025 года", "«05» мая 2025 г.",
    ],
)  # fmt: skip
def test_a_day_is_found_as_texts_write_it(text: str) -> None:
    assert day_named(text, "2025-05-05T10:00:00Z") == "2025-05-05"


@pytest.mark.parametrize(
    ("text", "created"),
    [
        ("15 May 2025", "2025-05-05"), ("5 May 2025", "2025-05-06"), ("5 May 2025", "2025-99-05"),
        ("5 May 20251", "2025-05-05"), ("5 May 2025", "5 May 2025"), ("5 May 2025", ""),
    ],
)  # fmt: skip
def test_another_day_is_none(text: str, created: str) -> None:
    assert day_named(text, created) is None


def test_every_month_is_known() -> None:
    for month in range(1, 13):
        day = date(2025, month, 1)
        assert day_named(f"{day:%B} 1, 2025", day.isoformat()) == day.isoformat()


@pytest.mark.parametrize(
    ("stated", "heads", "title"),
    [
        ("Talks in  Baku", (), "Talks in Baku"),
        ("Template", ("Ministers met\nin Baku",), "Ministers met in Baku"),
        ("", ("Annex, far below",), "12 ministers held their talks"),
        ("Talks\u202e in Baku", (), "Talks in Baku"),
    ],
)
def test_a_title_is_what_the_text_itself_begins_with(
    stated: str, heads: tuple[str, ...], title: str
) -> None:
    text = "12 ministers held their talks\n\nTalks in Baku\n\nMinisters met in Baku"
    assert title_of(text, stated=stated, headings=heads) == title
