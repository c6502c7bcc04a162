"""What a written document says of itself, and how a reader's findings become `Parts`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db.errors import Unreadable
from db.exchange.languages import languages_of
from db.exchange.plain import is_blank
from db.exchange.release import Parts
from db.exchange.titles import first_meaningful_line, shortened
from db.text.cleaning import clean_line, storable

LONGEST_TEXT = 10_000_000
"""The most characters a document may hold: what is more is no release."""

_HEAD = 4000
_DAYS_WITHIN = 3000
_LANGUAGE = re.compile(r"([a-z]{2})(?:$|[-_])", re.IGNORECASE)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    "ru": (
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
        "октября", "ноября", "декабря",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """Hold what a file says of itself: often of a template, so none of it is taken on trust.

    `created` begins with a day in ISO 8601 where it says anything.
    """

    title: str = ""
    created: str = ""
    language: str = ""


def parts_of(
    text: str,
    *,
    name: str,
    reader: str,
    reader_version: str,
    properties: Properties,
    headings: Sequence[str] = (),
    warnings: Sequence[str] = (),
    left_out: Sequence[str] = (),
    wordless: str = "no_text",
) -> Parts:
    """Put together what a reader of documents gives back.

    Raises Unreadable: "bomb" for a text too long, `wordless` for one that shows nothing.
    """
    if len(text) > LONGEST_TEXT:
        raise Unreadable(name, "bomb")
    kept = storable(text).strip("\n")
    if is_blank(kept):
        raise Unreadable(name, wordless)
    return Parts(
        encoding="",
        reader=reader,
        reader_version=reader_version,
        text=kept,
        title=title_of(kept, stated=properties.title, headings=headings),
        languages=languages_of(kept, stated=_language(properties.language)),
        warnings=tuple(dict.fromkeys(warnings)),
        published_hint=day_named(kept, properties.created),
        left_out=tuple(left_out),
    )


def title_of(text: str, *, stated: str, headings: Sequence[str]) -> str:
    """Choose a title: the stated one if the text begins with it, a heading, or its first line.

    Properties often keep the title of the file that a document was made from.
    """
    head = _folded(text[:_HEAD])
    for candidate in (stated, *headings[:5]):
        line = clean_line(candidate)
        if len(line.split()) > 1 and _folded(line) in head:
            return shortened(line)
    return shortened(clean_line(first_meaningful_line(text)))


def day_named(text: str, created: str) -> str | None:
    """Return the day a file was made if the text names it near its beginning, as EDTF.

    Only then is it likely to be that of the release, not of a template or of a scan.
    """
    found = _DAY.match(created)
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    if day is None:
        return None
    head = _folded(text[:_DAYS_WITHIN])
    is_named = any(re.search(rf"(?<!\d){form}(?!\d)", head) for form in _forms(day))
    return day.isoformat() if is_named else None


def _forms(day: date) -> list[str]:
    """Return how texts write a day, as patterns for folded text."""
    month, named = _MONTHS["en"][day.month - 1].casefold(), _MONTHS["ru"][day.month - 1]
    return [
        day.isoformat(),
        rf"0?{day.day}[./]0?{day.month}[./]{day.year}",
        rf"0?{day.day}(?:st|nd|rd|th)? (?:of )?{month},? {day.year}",
        rf"{month} 0?{day.day}(?:st|nd|rd|th)?,? {day.year}",
        rf"[«\"“]?0?{day.day}[»\"”]? {named} {day.year}",
    ]


def _language(stated: str) -> str:
    found = _LANGUAGE.match(stated.strip())
    return found.group(1).lower() if found else ""


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
