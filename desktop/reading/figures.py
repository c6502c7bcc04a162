"""Finds figures: a number told of something, with how exactly, whether it is a plan, and by whom.

"Some 200,000 doses have been delivered" is 200,000, doses, about, delivered. Dates, ordinals,
years, numbers of laws and telephones are none.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.reading.findings import Findings, FoundDate, FoundFigure, FoundQuotation
from desktop.reading.morphology import parses
from desktop.reading.page import Page, Paragraph, Sentence
from desktop.reading.quotations import find_quotations, speaker_at

_WORDS: Final = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|"
    "thousands?|dozens?|два|две|двух|три|тр[её]х|четыре|четыр[её]х|пять|пяти|шесть|шести|семь|семи|"
    "восемь|восьми|девять|девяти|десять|десяти|одиннадцати?ь?|двенадцат[ьи]|пятнадцат[ьи]|"
    "двадцат[ьи]|тридцат[ьи]|сорока?|пятидесяти|сотн[иья]|тысяч[иа]?"
)
_MULTIPLE: Final = (
    r"(?:thousand|million|billion|trillion|mln|bn|тыс(?:яч[аиу]?|\.)?|млн\.?|млрд\.?|трлн\.?|"
    r"миллион(?:а|ов)?|миллиард(?:а|ов)?)"
)
_NUMBER = re.compile(
    r"(?<![\w.,/№#+:-])(?<!№ )(?P<coin>US\$|\$|€|£|USD\s|EUR\s)?"
    r"(?P<number>\d{1,3}(?:[ ,\u00a0]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?|"
    r"\b(?:" + _WORDS + r")(?:[ -](?:and )?(?:" + _WORDS + r")){0,3}\b)"
    r"(?![\w/:]|[.,]\d|-[а-яёa-z]{1,4}\b|\s?(?:st|nd|rd|th)\b)"
    r"(?P<multiple>\s?" + _MULTIPLE + r"(?!\w))?"
    r"(?P<percent>\s?(?:%|per\s?cent\b|процент\w*))?",
    re.IGNORECASE,
)
_BOUNDS: Final = (
    (
        "at_most",
        r"not exceed(?:ing)?|не (?:\w+ )?превы\w+|up to|at most|no more than|not "
        r"more than|maximum of|less than|fewer "
        r"than|under|до|не более|менее|максимум|не свыше",
    ),
    (
        "at_least",
        r"at least|no fewer than|not less than|no less than|minimum of|не менее|"
        r"как минимум|минимум|по меньшей мере",
    ),
    (
        "more_than",
        r"more than|over|exceed(?:s|ed|ing)?|above|upwards of|in excess of|свыше|"
        r"более(?: чем)?|больше|превы[шс]\w+",
    ),
    (
        "about",
        r"about|around|approximately|some|nearly|almost|roughly|close to|an "
        r"estimated|estimated at|около|порядка|примерно|почти|приблизительно",
    ),
)
_BOUND = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _BOUNDS)
    + r")\s+(?:the\s+|a\s+)?\Z",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|shall|plans?|planned|planning|expected|intends?|is to|are to|"
    r"to be|would|target\w*|"
    r"aims?|by 20\d\d|планиру\w+|будет|будут|намечен\w*|предполага\w+|предусмотрен\w*|"
    r"ожидается|построят|поставят|направит|намерен\w*|увеличить|довести|к 20\d\d)\b",
    re.IGNORECASE,
)
_DELIVERED = re.compile(
    r"\b(?:delivered|supplied|shipped|handed over|donated|imported|exported|"
    r"transferred|dispatched|"
    r"arrived|поставлен\w*|поставил\w*|доставлен\w*|передан\w*|передал\w*|отгружен\w*|получен\w*|"
    r"направлен[аоы]?|вывезен\w*|завезен\w*)\b",
    re.IGNORECASE,
)
_UNIT_WORD = re.compile(r"\s+([^\W\d_][\w’'-]*)")
_ENGLISH_PLURAL = re.compile(r"[a-z]{2,}[^s\W]s")
_LONGEST_UNIT = 5
_UNIT_STOPS: Final = frozenset(
    (
        "was", "were", "is", "are", "be", "been", "has", "have", "had", "will", "would", "can",
        "could", "may", "might", "in", "on", "at", "to", "from", "by", "with", "during", "after",
        "before", "since", "between", "under", "over", "and", "or", "but", "which", "who",
        "that", "this", "as", "for", "than", "per", "until", "into", "through", "not", "also",
        "already", "each", "its", "their", "his", "her", "whose", "where", "when", "while", "в",
        "во", "на", "с", "со", "от", "до", "из", "по", "за", "у", "к", "о", "об", "и", "или",
        "а", "но", "для", "при", "через", "после", "также", "уже", "был", "была", "было", "были",
        "будет", "будут", "что", "который", "которые", "которая", "том", "числе", "между",
        "включая", "чем", "ещё", "еще", "не",
    )
)  # fmt: skip
_NO_UNITS: Final = frozenset(
    (
        "countries", "country", "sides", "parties", "states", "nations", "ministers", "peoples",
        "leaders", "presidents", "times", "heads", "governments", "days", "weeks", "january",
        "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "am", "pm", "gmt", "стран", "страны", "стороны", "сторон",
        "государств", "государства", "министров", "министра", "дня", "дней", "недели", "года",
        "году", "год", "лет", "г", "гг", "час", "часов", "часа", "ст", "статьи", "пункта",
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
        "октября", "ноября", "декабря", "народов", "народа", "глав", "ministries",
        "министерства", "министерств", "years", "year", "old", "one", "hours", "minutes",
        "documents", "document", "instruments", "groups", "documents:", "документа", "документов",
        "документами", "этапа", "этапов", "одна", "один", "одно", "одного", "одной", "sessions",
        "rounds", "stages", "phases",
    )
)  # fmt: skip
_PAIRED = re.compile(
    r"\w+(?:al|ic|ive|ary|an|ous|ых|их)\s+(?:and|и)\s+[a-zа-я]+(?:al|ic|ive|"
    r"ary|an|ous|ed|ых|их)\s+[a-zа-яё]"
)
_FROM_TO = re.compile(
    r"\b(?:from|between|с|со|от)\s+[\d.,\u00a0]+(?:\s\S+)?\s+(?:to|до)\s+\Z", re.IGNORECASE
)
_OTHER_CALENDAR = re.compile(r"\s[^\W\d_][\w'’ -]{2,24},?\s1[34]\d\d\b")
_SMALL_WORDS = frozenset(
    (
        "two", "два", "две", "двух",
    )
)  # fmt: skip
_CLAUSE = 110


def find_figures(page: Page, found: Findings) -> tuple[FoundFigure, ...]:
    """Return the figures of the text, in order."""
    quotations = found.quotations or find_quotations(page, found)
    taken = _Taken(found)
    return tuple(
        figure
        for paragraph, sentence in page.sentences()
        for figure in _in_sentence(paragraph, sentence, taken, quotations)
    )


class _Taken:
    """What numbers are already: dates, and parts of names."""

    def __init__(self, found: Findings) -> None:
        self.dates = sorted(found.dates, key=lambda d: d.start)
        spans = [*found.dates, *found.bodies, *found.people, *found.agreements]
        self._held = {
            o for item in spans if item.end - item.start < 500 for o in range(item.start, item.end)
        }

    def holds(self, offset: int) -> bool:
        """Tell whether a place belongs to a name or date."""
        return offset in self._held

    def period(self, start: int, end: int) -> FoundDate | None:
        """Return the date told beside a figure, within a stretch of the text."""
        return next(
            (d for d in self.dates if start <= d.start and d.end <= end and not d.published), None
        )


def _in_sentence(
    paragraph: Paragraph, sentence: Sentence, taken: _Taken, quotations: Sequence[FoundQuotation]
) -> Iterator[FoundFigure]:
    text = sentence.text
    for found in _NUMBER.finditer(text):
        start, end = found.span()
        if taken.holds(sentence.start + found.start("number")) or _is_label(
            paragraph, sentence, found
        ):
            continue
        unit, end = _unit(found, text)
        if not unit:
            continue
        before = _bound(text, start)
        bound = (before.lastgroup if before else "") or "exact"
        begin = start - (len(before[0]) if before else 0)
        first, last = max(0, start - _CLAUSE), min(len(text), end + _CLAUSE)
        period = taken.period(*_clause(sentence, start, end))
        yield FoundFigure(
            start=sentence.start + begin, end=sentence.start + end, rule="a number with its unit",
            confidence=0.8, number=_number(found), unit=unit, bound=bound,
            state=_state(text[first:last]), period=period.edtf if period else "",
            speaker=speaker_at(quotations, sentence.start + start, sentence.start + end),
        )  # fmt: skip


def _bound(text: str, start: int) -> re.Match[str] | None:
    """Return the words that bound a number; "from 9 to 12" has none."""
    if _FROM_TO.search(text[max(0, start - 40) : start]):
        return None
    return _BOUND.search(text[max(0, start - 24) : start])


def _clause(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return where the clause a figure stands in begins and ends, in the whole text."""
    before = sentence.text[max(0, start - _CLAUSE) : start]
    after = sentence.text[end : end + _CLAUSE]
    cut = max(before.rfind(sign) for sign in (", ", "; ", ": "))
    ends = [place for sign in (", ", "; ") if (place := after.find(sign)) >= 0]
    first = start - len(before) + (cut + 1 if cut >= 0 else 0)
    return sentence.start + first, sentence.start + end + min(ends, default=len(after))


def _is_label(paragraph: Paragraph, sentence: Sentence, found: re.Match[str]) -> bool:
    """Tell a list's or law's number, a bare year and a small word ("two sides") from a figure."""
    number, text = found["number"], sentence.text
    if (
        sentence.start == paragraph.start
        and found.start() == 0
        and text[found.end() : found.end() + 1] in ".)"
    ):
        return True
    bare = not (found["multiple"] or found["percent"] or found["coin"])
    year = number.isdigit() and len(number) == 4 and 1900 <= int(number) <= 2100
    aged = re.search(
        r"\b(?:aged?|No\.?|№|article|paragraph|стать\w+|пункт\w*|п\.|ст\.|tel\S*|тел\S*)\s*\Z",
        text[max(0, found.start() - 20) : found.start()],
        re.IGNORECASE,
    )
    named = number[0].isupper() and bool(text[: found.start()].strip(" \"'“«(—–-"))
    return (bare and (year or named)) or bool(aged or _OTHER_CALENDAR.match(text, found.end()))


def _number(found: re.Match[str]) -> str:
    return (
        " ".join(f"{found['number']}{found['multiple'] or ''}".split())
        if found["multiple"]
        else found["number"].strip()
    )


def _unit(found: re.Match[str], text: str) -> tuple[str, int]:
    """Return what a number counts and where its words end; nothing where it counts nothing."""
    if found["percent"]:
        return " ".join(found["percent"].split()), found.end()
    if found["coin"]:
        return found["coin"].strip(), found.end()
    words, end = _noun_phrase(text, found.end())
    first = words[0].lower().rstrip("'’") if words else "of"
    last = words[-1].lower() if words else ""
    lone_name = len(words) == 1 and words[0][0].isupper()
    small = found["number"].lower() in _SMALL_WORDS and len(words) < 2
    if first == "of" or lone_name or small or not _NO_UNITS.isdisjoint({first, last}):
        return "", end
    if not _is_counted(words):
        return "", end
    return " ".join(words), end


def _noun_phrase(text: str, pos: int) -> tuple[list[str], int]:
    """Return the adjectives and nouns that begin at a place, up to the noun counted."""
    words: list[str] = []
    end = at = pos
    while len(words) < _LONGEST_UNIT:
        found = _UNIT_WORD.match(text, at)
        word = found[1] if found else ""
        paired = word in {"and", "и"} and words and _PAIRED.match(text, at - len(words[-1]))
        if not found or not (paired or _belongs(word, words)):
            break
        words.append(word)
        at = found.end()
        end = end if paired else at
        if _ENGLISH_PLURAL.fullmatch(word):
            break
    return words[:-1] if words and words[-1] in {"and", "и"} else words, end


def _belongs(word: str, words: list[str]) -> bool:
    low = word.lower()
    if low in _UNIT_STOPS or (words and low == "of"):
        return False
    return not words or not (re.fullmatch("[a-z]{3,}ed", word) or _is_russian_verb(low))


def _is_counted(words: Sequence[str]) -> bool:
    """Tell whether a unit has a noun that can be counted: «15 приедут» has none."""
    russian = [word for word in words if re.search("[а-яё]", word.lower())]
    if not russian:
        return True
    return any(p.pos == "NOUN" for word in russian for p in parses(word)[:2])


def _is_russian_verb(word: str) -> bool:
    found = parses(word) if re.search("[а-яё]", word) else ()
    return bool(found) and found[0].pos in {"VERB", "PRTS", "INFN", "GRND", "PREP", "CONJ", "ADVB"}


def _state(near: str) -> str:
    if _PLANNED.search(near):
        return "planned"
    return "delivered" if _DELIVERED.search(near) else "stated"
