"""What the line offers while somebody types: each way to understand it, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from db.terms import EntryKind
from db.text.countries import country_name
from db.text.participant_words import is_acting
from desktop.forms.links.options import Option, Standing
from desktop.forms.links.reading import Reading
from desktop.labels import date_label, label
from desktop.widgets.suggestion_model import Suggestion

translate = QCoreApplication.translate

_DOT = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Links to be made, and whether Enter may make them unseen."""

    readings: tuple[Reading, ...]
    certain: bool


def suggestions(options: Sequence[Sequence[Option]], language: str) -> list[Suggestion]:
    """Return the rows for a line: its options, or one row where it asks for several links."""
    if len(options) > 1:
        return [_several([found[0] for found in options], language)]
    rows = list(options[0]) if options else []
    certain = bool(rows) and rows[0].standing != Standing.LIKE
    return [_row(option, language, certain=certain) for option in rows]


def _row(option: Option, language: str, *, certain: bool) -> Suggestion:
    reading, new = option.reading, option.standing == Standing.NEW
    doubtful = option.standing == Standing.LIKE and bool(option.reading.post)
    return Suggestion(
        title=title_words(reading, new=new),
        detail=_DOT.join(filter(None, (_about(option, language), *said_words(reading, language)))),
        badge=_badge(option),
        tone="warn" if doubtful else "quiet",
        icon="new" if new else str(_kind(reading)),
        payload=Offer(readings=(reading,), certain=certain),
    )


def _several(options: Sequence[Option], language: str) -> Suggestion:
    """Word several links as one row: what they share, then for whom."""
    first = options[0].reading
    whom = ", ".join(_whom(option.reading, language) for option in options)
    count = translate("links", "{0} links").format(len(options))
    unnamed = translate("links", "unnamed") if first.unnamed else ""
    return Suggestion(
        title=_DOT.join(filter(None, (first.post, unnamed, count))),
        detail=_DOT.join((whom, first.role.label)),
        icon=str(_kind(first)),
        payload=Offer(readings=tuple(option.reading for option in options), certain=True),
    )


def _whom(reading: Reading, language: str) -> str:
    code = reading.code or reading.country
    return country(code, language) if code else reading.name


def title_words(reading: Reading, *, new: bool) -> str:
    """Return who or what is at the other end, as a row or a choice names it."""
    if reading.unnamed:
        many = (
            translate("links", "delegation, {0}").format(reading.number)
            if reading.number
            else translate("links", "unnamed")
        )
        return f"{reading.post}, {many}"
    if new and not reading.post:
        return translate("links", "Create {0} “{1}”").format(label(_kind(reading)), reading.name)
    return reading.entry.title if reading.entry else reading.name


def said_words(reading: Reading, language: str) -> list[str]:
    """Return what the link will say of the other end: post, for whom, role."""
    words: list[str] = []
    if reading.post and not reading.unnamed:
        acting = reading.acting and not is_acting(reading.post)
        words.append(
            translate("links", "{0} (acting)").format(reading.post) if acting else reading.post
        )
    if reading.behalf is not None:
        words.append(translate("links", "for {0}").format(reading.behalf.title))
    if reading.country:
        name = country(reading.country, language)
        carried = translate("links", "for {0}, as before").format(name)
        words.append(carried if reading.carried else translate("links", "for {0}").format(name))
    return [*words, reading.role.label]


def _about(option: Option, language: str) -> str:
    """Return what the catalogue knows of an entry that was found."""
    reading, found = option.reading, option.found
    if reading.post or reading.unnamed or found is None:
        known = (
            translate("links", "known, {0}").format(reading.entry.reference)
            if reading.entry
            else ""
        )
        return known or (_new(reading) if option.standing == Standing.NEW else "")
    codes = () if found.kind == EntryKind.PLACE else found.country_codes.split()[:2]
    reference = found.ref.reference if found.ref else translate("links", "not in the catalogue yet")
    date = date_label(found.date_text, language)
    named = (country(code, language) for code in codes)
    return _DOT.join(filter(None, (reference, found.matched, found.body, *named, date)))


def _new(reading: Reading) -> str:
    if reading.post:
        return translate("links", "new {0}").format(label(_kind(reading)))
    return translate("links", "not in the catalogue yet")


def _badge(option: Option) -> str:
    if option.standing == Standing.LIKE and option.reading.post:
        return translate("links", "the same?")
    return ""


def _kind(reading: Reading) -> EntryKind:
    if reading.entry is not None:
        return reading.entry.kind
    return EntryKind.PLACE if reading.code else reading.kind


def country(code: str, language: str) -> str:
    """Return the name of a country in the language of the labels."""
    return country_name(code, "ru" if language == "ru" else "en")
