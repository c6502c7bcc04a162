"""Which of the dates of a text is that of the release: dateline, page line, or "today (…)"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop.reading.dates.partial import Partial
from desktop.reading.page import Page, Paragraph

_KEYWORD = re.compile(
    r"(?i:\b(?:publi(?:shed|cation date|sh date)|posted|released?|release date|issued"
    r"|date of publication|date|press release(?: of| dated)?)\b(?:\s(?:on|at|date))?"
    r"|пресс-релиз от|опубликован[оа]?|размещен[оа]?|дата(?:\sпубликации)?|добавлен[оа]?)"
    r"[\s:|—–-]*(?:\d{1,2}:\d\d[\s,|]*)?$"
)
_UPDATED = re.compile(
    r"(?i:updated?|modified|reviewed|accessed|обновлен[оа]?|изменен[оа]?|©|copyright)"
)
_CAPITAL = r"[A-ZА-ЯЁÀ-Ý][^\W\d_]*"
_LINK = r"(?:(?:de|la|le|el|al|es|of|do|du|da|am|на|ле)[ -])?"
_PLACE = rf"{_CAPITAL}(?:[ .'’‑-]{{1,2}}{_LINK}{_CAPITAL}){{0,4}}"
_DATELINE_BEFORE = re.compile(
    rf"(?:^|[.)\]]\s*)(?:г\.\s?)?{_PLACE}\.?(?:\s?[,(/]\s?{_PLACE}\)?\.?){{0,2}}"
    r"(?:\s*[(/][^()/]{2,40}[)/])?\s*[(,.:–—/|-]?\s*(?:[-–—]\s*)?$"
)
_DATELINE_AFTER = re.compile(
    r"\s*(?:г\.)?\)?\s*(?:[,/]?\s*[(/\[][^()/\]]{2,60}[)/\]])?\s*(?:[-‑–—/:|(\n]|\.(?!\w)|,\s[A-ZА-Я]{2,}|$"
    r"|,\s[A-ZА-ЯЁ«][\w«»-]*(?:\s[\w«»-]+){0,2}\s?[-–—]\s)"
)
_DATED_FROM = re.compile(
    rf"\s?(?:г\.|года)?,\s*(?:г\.\s?)?{_PLACE}\.?\s*(?:[,(/\[][^()/\]]{{2,60}}[)/\]]\s*)?(?:[-–—:]\s|\.\s|\.?$)"
)
"""What follows a day that a dateline begins with: "3 May 2024, Bonn (Agency) – "."""
_AGENCY = re.compile(
    r"\s?(?:г\.|года)?[.,]?\s*[/(]?"
    r"(?:[A-Z]{3,12}|[А-ЯЁ]{3,14}|[A-ZА-ЯЁ][\w-]+[. ](?:Press|News))[/)]?"
    r"(?:\.\s|:\s|\s?[-–—]\s|,\s[A-ZА-ЯЁ])"
)
"""The agency where the place would be: "29 января. ПРЕСС-ДОН. В …"."""
_OTHER_CALENDAR = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\s[^\W\d_][\w'’ʿʾ -]{2,24},?\s1[34]\d\d\s?(?:A\.?\s?H\.?|H\.?)?"
    r"\s*,?\s*(?:corresponding to|coinciding with|equivalent to|i\.e\.|[/=(–—-])\s*$",
    re.IGNORECASE,
)
"""The day by the Islamic or Iranian calendar, told before the other."""
_NEW_SENTENCE = re.compile(r"\s+[A-ZА-ЯЁ«“\"]")
_LETTERS = re.compile(r"[^\W\d_]+")
_FURNITURE = re.compile(
    r"(?i:\b(?:date|published|posted|on|at|by|updated|last|time|source|views?|gmt|utc|msk|мск|am|pm|est|edt|"
    r"cet|ist|news|press|release|release|просмотр[а-я]*|опубликовано|дата|публикации|версия|для|печати|года?|"
    r"г|новости|время|чтения|пресс-релиз|full|article|print|photo|share|hits|mon|tue|wed|thu|fri|sat|sun|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|понедельник|вторник|среда|четверг|пятница|"
    r"суббота|воскресенье|author|автор)\b)"
)
_TODAY_BEFORE = re.compile(r"(?i:\b(?:today|сегодня)\W{1,3}(?:on\s)?$)")
_TODAY_AFTER = re.compile(r"(?i:\W{1,3}(?:today|сегодня)\b)")
_SIGNED_OFF = re.compile(r"///?\s*[\w .]{2,30},\s*$")
_IN_SENTENCES = frozenset(("on", "in", "from", "of", "since", "until", "by", "at", "с", "от", "до",
                           "по", "на", "в"))  # fmt: skip
_POSTED_BY = re.compile(r"(?i:\s*(?:posted|published|опубликовано|размещено|добавлено)\b)")
_LONGEST_KEY = 60
_HOUR = re.compile(r"(?:at|в)\s\d")
_LONGEST_LINE, _MOST_LETTERS, _PROSE = 110, 32, 160


class _Candidate(NamedTuple):
    weight: float
    partial: Partial


def published_date(page: Page, dates: Sequence[tuple[Paragraph, Partial]]) -> Partial | None:
    """Return the one date that is the release's own, or None; each comes with its paragraph.

    A date behind "Published" goes before a page line, a page line before a dateline, and a date
    with its year before one without. Of several page lines above the text the last one counts:
    the first is often the day the page was looked at.
    """
    body = next((p for p in page.body if len(p.text) > _PROSE), None)
    candidates = [
        _Candidate(weight, partial)
        for paragraph, partial in dates
        if not partial.last and partial.first.day and partial.offset is None
        for weight in (_weight(page, paragraph, partial, body),)
        if weight
    ]
    best = max(candidates, key=lambda candidate: candidate.weight, default=None)
    return best.partial if best else None


def _weight(page: Page, paragraph: Paragraph, partial: Partial, body: Paragraph | None) -> float:
    before = page.text[paragraph.start : partial.start]
    if len(before) <= _LONGEST_LINE:
        before = _OTHER_CALENDAR.sub("", before)
    after = page.text[partial.end : paragraph.end]
    full = 10.0 if partial.first.year else 0.0
    above = body is None or paragraph.start < body.start
    weight = 0.0
    if _UPDATED.search(before[-40:]):
        return 0.0
    if len(before) < _LONGEST_KEY and (_KEYWORD.search(before) or _POSTED_BY.match(before)):
        weight = 6.0
    elif _is_page_line(paragraph, before, after):
        place = paragraph.start / max(1, len(page.text))
        weight = 4.0 + place if above else 3.0 - place / 2
    elif _is_dateline(before, after, ended=page.text[partial.end - 1] == "."):
        weight = 2.0
    elif _TODAY_BEFORE.search(before[-_LONGEST_KEY:]) or _TODAY_AFTER.match(after):
        weight = 1.0
    elif _signs_off(page, paragraph, before, after):
        weight = 0.9
    elif _SIGNED_OFF.search(before[-_LONGEST_KEY:]):
        weight = 0.8
    return full + weight if weight else 0.0


def _is_page_line(paragraph: Paragraph, before: str, after: str) -> bool:
    """Tell whether little but the date stands on its line."""
    if len(paragraph.text) > _LONGEST_LINE or paragraph.bullet:
        return False
    rest = _FURNITURE.sub("", f"{before} {after}")
    return sum(map(len, _LETTERS.findall(rest))) <= _MOST_LETTERS and not _in_prose(before, after)


def _signs_off(page: Page, paragraph: Paragraph, before: str, after: str) -> bool:
    """Tell whether a last line that has no end of a sentence ends in the day: "…, 12.05.2021"."""
    last = bool(page.body) and paragraph.start >= page.body[-1].start
    short = len(paragraph.text) <= _LONGEST_LINE and before.rstrip(" ").endswith((",", "|", "/"))
    return last and short and not after.strip(" г.")


def _in_prose(before: str, after: str) -> bool:
    """Tell whether the words beside the date run on as a sentence does."""
    last = (_LETTERS.findall(before) or [""])[-1]
    if (last[:1].islower() and not _FURNITURE.fullmatch(last)) or last.lower() in _IN_SENTENCES:
        return True
    following = after.lstrip(" ,|(")
    runs_on = following[:1].islower() and not _FURNITURE.match(following)
    return runs_on and not _HOUR.match(following)


def _is_dateline(before: str, after: str, *, ended: bool) -> bool:
    """Tell whether a place stands before the date and the text begins behind it."""
    if not before.strip(" \t/|[("):
        return bool(_DATED_FROM.match(after) or _AGENCY.match(after))
    if len(before) > _LONGEST_LINE or not _DATELINE_BEFORE.search(before[-90:]):
        return False
    return bool(_DATELINE_AFTER.match(after)) or (ended and bool(_NEW_SENTENCE.match(after)))
