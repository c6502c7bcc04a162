"""Rules that know noise by the lines around it: notices in another script, repeats, other news."""

import re
from collections.abc import Iterator, Sequence

from db.text.folding import fold
from db.text.scripts import script_of

_NOTICE = re.compile(
    r"\bуважаем\w+ (?:посетител|пользовател|пациент|гост|читател|коллег|граждан)|"
    r"\bуведомля\w+|\bобращаем ваше внимание|\bинформируем вас|\bвнимание[!:]|\bрежим работы|"
    r"\bприносим извинения|\bс уважением,? администрац|\bв связи с (?:проведением|ремонт)|"
    r"\bтехническ\w+ работ|\bфайл\w+ cookie|\bнастоящий сайт|\bна (?:этом|данном|нашем) сайте|"
    r"\bdear (?:visitor|user|patient|guest|customer|citizen)|\bplease (?:note|be informed)|"
    r"\bwe (?:use|inform you)\b|\bopening hours|\bunder (?:construction|maintenance)|"
    r"\bthis (?:web)?site\b|\bautomatic(?:ally)? translat|\bавтоматическ\w+ перевод"
)
_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|"
    "янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек"
)
# "Updated agreement signed in 2021" is a headline: nothing but a day and an hour may follow
_UPDATED = re.compile(
    r"\W*(?:(?:page |date )?last (?:updated?|modified|modification|reviewed|changed)|updated?|"
    r"modified|(?:дата |последнее )?(?:обновлен|изменен)[а-я]*)"
    rf"(?:[\d\W]|on\b|at\b|in\b|(?:{_MONTHS})[^\W\d_]*|[ap]m\b|gmt|utc|ist|мск|года?\b|г\b|в\b|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)*"
)
_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|\b(?:19|20)\d\d\b")
_CREDIT = re.compile(r"\s*\(?(?:photo|фото|picture|image)\s*[:/©].*$")
_ITEM = re.compile(r"\W*\d{1,2}[.)]|\s*[•●▪–—*-]|.{0,40}:")
_PROSE = 12
_STAMP = 80
_HEADLINES = 6
_TERMINAL = re.compile(r"[.!?…;][\"'»”’)\]]*\s*$")


def passage_reasons(lines: Sequence[str], reasons: Sequence[str], language: str) -> list[str]:
    """Return the reasons of all lines, with those added that only their neighbours show."""
    found = list(reasons)
    for number, reason in _notices(lines, language):
        found[number] = reason
    for number, reason in (
        *_repeats(lines, found),
        *_updates(lines),
        *_other_news(lines, reasons),
        *_appeals(lines, reasons),
    ):
        found[number] = found[number] or reason
    return found


def _notices(lines: Sequence[str], language: str) -> Iterator[tuple[int, str]]:
    """Yield runs of lines in the script the page is not in, if they speak to its visitors."""
    other = "Cyrl" if language == "en" else "Latn"
    run: list[int] = []
    for number, line in enumerate((*lines, "")):
        script = script_of(line) if number < len(lines) else ""
        if script == other:
            run.append(number)
        elif script != "Zyyy":
            yield from _notice(lines, run)
            run = []


def _notice(lines: Sequence[str], run: list[int]) -> Iterator[tuple[int, str]]:
    if not run:
        return
    block = " ".join(lines[number] for number in run)
    # both halves of a bilingual release are long; a notice is a small part of its page
    if _NOTICE.search(fold(block)) and len(block) * 3 < sum(map(len, lines)):
        yield from ((number, "notice in another script") for number in run)


def _repeats(lines: Sequence[str], reasons: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield later copies of a headline, and of a long line that is no item of a list."""
    first: dict[str, int] = {}
    for number, line in enumerate(lines):
        words = _CREDIT.sub("", fold(line)).strip(" .")
        length = len(words.split())
        if length < 4 or reasons[number]:
            continue
        before = first.setdefault(words, number)
        headline = before < _HEADLINES and not _ITEM.match(line)
        if before != number and (headline or (length >= _PROSE and not _ITEM.match(line))):
            yield number, "repeated headline" if not _TERMINAL.search(line) else "repeated line"


def _updates(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield lines that say when the page was changed, where another one dates it."""
    updates: list[int] = []
    stamped = False
    for number, line in enumerate(lines):
        if _stamp(line):
            is_update = bool(_UPDATED.fullmatch(fold(line)))
            stamped |= not is_update
            updates.extend([number] * is_update)
    yield from ((number, "last updated") for number in updates if stamped)


def _stamp(line: str) -> bool:
    return len(line) <= _STAMP and bool(_DAY.search(line))


def _other_news(lines: Sequence[str], reasons: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the headlines under "Read also" where nothing but such lines follows to the end."""
    last_prose = max((n for n, line in enumerate(lines) if _is_prose(line)), default=-1)
    began = False
    for number in range(last_prose + 1, len(lines)):
        if began:
            yield number, "related news"
        # only a bare heading opens such a tail; "Read also: …" is one line by itself
        began |= reasons[number] == "related news" and len(lines[number].split()) <= 5


def _is_prose(line: str) -> bool:
    words = len(line.split())
    return words >= 25 or (words >= _PROSE and bool(_TERMINAL.search(line)))


_ASKING = re.compile(
    r"\b(?:free press|donat\w+|subscri\w+|financially support\w*|journalis[tm]\w*)\b"
)


def _appeals(lines: Sequence[str], reasons: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield what follows "Dear reader," as far as it asks for support."""
    for number in range(1, len(lines)):
        if reasons[number - 1] == "appeal to readers" and _ASKING.search(fold(lines[number])):
            yield number, "appeal to readers"
