"""Finds points: the items of an agenda, of what an agreement covers, of what was agreed, in order.

They stand as a list of paragraphs under words that call for one, or run on in the sentence.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from db.terms import PointKind
from desktop.reading.findings import Findings, FoundAgreement, FoundMeeting, FoundPoint
from desktop.reading.page import Page, Paragraph, Sentence

Owner = FoundMeeting | FoundAgreement | None
_K = PointKind
_CUES: Final = (
    (
        _K.PROVISION,
        r"\b(?:(?:provides?|providing|stipulates?|envisages?|envisaging)(?: for)?|"
        r"предусматрива\w+|предусмотрен\w*)\b",
    ),
    (
        _K.PROPOSAL,
        r"\b(?:propos(?:ed|als?)|suggested|put forward|предложил[аи]?|"
        r"предложени\w+|выступил\w* с инициатив\w+|инициатив\w+)\b",
    ),
    (
        _K.UNDERTAKING,
        r"\b(?:agreed (?:to|on|that|up)|actions|measures|мер[аы]?\b|мероприяти\w+|"
        r"undert(?:ake|ook)|committed to|pledged|"
        r"договорил\w+|обязал\w+|обязуются|условил\w+)",
    ),
    (
        _K.AGENDA_ITEM,
        r"\b(?:agenda|discuss(?:ed|ions?|ing)?|review(?:ed|ing)|considered|"
        r"exchanged (?:views|opinions)|"
        r"addressed the issues|touched (?:up)?on|focused on|deliberated|topics|"
        r"issues|"
        r"обсудил[аи]?|обсужд[её]н\w*|обсуждались|рассмотрел[аи]?|рассмотрен\w*|"
        r"повестк\w+|"
        r"обменял\w+ мнениями|затронул[аи]?|затронут\w*|вопрос\w*|темы|тем)\b",
    ),
    (
        _K.RESULT,
        r"\b(?:results?|outcomes?|achieved|adopted|approved|as a result|итог\w*|"
        r"результат\w*|"
        r"принят[оаы]?|одобрен\w*|утвержд[её]н\w*)\b",
    ),
    (
        _K.SUBJECT,
        r"\b(?:areas?|fields|cooperation in|covers?|covering|reflects?|includes?|"
        r"aim(?:s|ed) (?:at|to)|"
        r"directions|направлени\w+|област\w+|сфер\w*|включает|охватывает|"
        r"направлен\w*|цел[иью]\w*)\b",
    ),
)
_KINDS: Final = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _CUES)
_NO_LIST = re.compile(
    r"\b(?:signed|documents?|instruments|participants|attended|подписан\w*|"
    r"подписал\w*|документ\w*|"
    r"участие приняли|участник\w*|присутствовал\w*|read also|читайте|контакт\w*|состав\w*)\b",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"\b(?:(?:discuss(?:ed|ing)|review(?:ed|ing)|considered|exchanged views on|touched (?:up)?on|"
    r"focused on|addressed(?= (?:the |a |an )?(?:issues?|topics?|matters?|range|questions?))|"
    r"agenda (?:of the \w+ )?includ(?:ed|es))\s+(?!(?:at|during|by|and|with|on)\b)|"
    r"(?:обсудил[аи]?|обсуждались|рассмотрел[аи]?|были рассмотрены|обменял\w+ "
    r"мнениями (?:по|о|об)|"
    r"затронул[аи]?|повестк\w+ (?:дня )?(?:вошли|включала|включены))\s+(?!со?\s))",
    re.IGNORECASE,
)
_COVERING = re.compile(
    r"\b(?:provides? for|stipulates?|envisages?|covers?|covering|reflects?|focus(?:ed|es) on|"
    r"предусматрива\w+|охватывает|включает|направлен\w* на)\s+"
    r"(?!the (?:period|years)\b|"
    r"(?:\w+\s)?(?:согласовани|рассмотрени|утверждени|подпись|экспертиз)\w*)"
)
_AGREED = re.compile(
    r"\b(?:agreed (?:to|on)|committed to|договорил\w+ (?:об|обо|о)|"
    r"(?:договор|услов)ил\w+(?=\s[а-яё]+ть\w*\b))\s+"
)
_OF_INSTRUMENT = re.compile(
    r"\b(?:agreements?|memorand\w+|mou|protocols?|documents?|roadmaps?|"
    r"programmes?|plans?|deal|treaty|convention|"
    r"соглашени\w+|меморандум\w*|протокол\w*|документ\w*|дорожн\w+|"
    r"программ\w+|план\w*|договор\w*)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\A(?:such\s+)?(?:areas|events|fields|issues|topics|вопрос\w+|тем\w+|"
    r"направлени\w+|мероприяти\w+)?[^,;:]{0,60}?"
    r"(?:\bsuch as\b|\bas\b(?=\s+\w+,)|\bincluding\b|\bin the (?:fields?|"
    r"areas?|spheres?) of\b|\bв (?:област\w+|сфер\w+)\b|"
    r"\bнаправления:?|\bследующие вопросы:?|:)\s+"
)
_FURTHER_ACT = re.compile(
    r",?\s+and\s+(?:also\s+|then\s+)?(?:adopted|approved|signed|agreed|noted|decided|endorsed|"
    r"expressed|stressed|took|exchanged|confirmed|welcomed)\b|"
    r",?\s+(?:и|а также)\s+(?:приняли|подписали|утвердили|обменялись|договорились|отметили|"
    r"выразили|подтвердили|одобрили|условились)\b"
)
"""What the same did next: it is no item any more."""
_NUMBERED = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[а-яa-z]\))\s+")
_MARKS = re.compile(
    r"\A(?:\([^\W_]{1,3}\)(?=\s)|[^\w«“\"(]|\d\ufe0f?\u20e3|\d{1,2}[.)](?=\s)|[а-яa-z]\)(?=\s))+\s*"
)
_SPLIT = re.compile(r",\s+(?:and\s+|as well as\s+|а также\s+|и\s+)?|\s+as well as\s+|\s+а также\s+")
_LAST_AND = re.compile(r"\s+(?:and|и)\s+")
_DEPENDENT = re.compile(
    r"(?:including|such|which|who|with|in|as|and|also|both|где|котор\w+|включая|в том|в|с)\b"
)
_CLAUSE = re.compile(
    r"(?:[a-z]+ed\s(?:in|on|by|for|at|to|with|under)\b|which\b|who\b|including\b|such as\b|where\b|"
    r"котор\w+|включая\b|в том числе\b|где\b|[а-яё]+(?:нн|щ|вш)(?:ый|ая|ое|ые|ого|ой|ых|ую|ие|их)\s"
    r"(?:в|на|по|для|с|к|от)\b)|[^,;]{0,60}\b(?:on|of|for|in|with) which\b"
)
_SHORT = 6
_END = re.compile(r"[.;,\s]+\Z")


def find_points(page: Page, found: Findings) -> tuple[FoundPoint, ...]:
    """Return the points of the text, in order; the owner is the record they belong to."""
    owners = _Owners(found)
    points: list[FoundPoint] = []
    body = page.body
    at = 0
    while at < len(body):
        if body[at].bullet:
            last = at
            while last < len(body) and body[last].bullet:
                last += 1
            points.extend(_lists(page, body, at, last, owners))
            at = last
            continue
        for sentence in body[at].sentences:
            points.extend(_running(page, sentence, owners))
        at += 1
    return tuple(points)


def _lists(
    page: Page, body: Sequence[Paragraph], first: int, last: int, owners: "_Owners"
) -> Iterator[FoundPoint]:
    """Yield the points of a run of items; an item that ends in a colon has a list of its own."""
    marks = [_kind_of_mark(paragraph.text) for paragraph in body[first:last]]
    if len(set(marks)) < 2:
        yield from _list(page, body, first, last, owners)
        return
    begin = first
    for at in range(first, last):
        if at > begin and marks[at - first] != marks[at - 1 - first]:
            yield from _list(page, body, begin, at, owners)
            begin = at
    yield from _list(page, body, begin, last, owners)


def _kind_of_mark(words: str) -> str:
    found = _MARKS.match(words)
    mark = found[0].strip() if found else ""
    return re.sub(r"\d+", "1", re.sub(r"[^\W\d]+", "a", mark))


def _list(
    page: Page, body: Sequence[Paragraph], first: int, last: int, owners: "_Owners"
) -> Iterator[FoundPoint]:
    if not first or last - first < 2:
        return
    header = body[first - 1]
    said = header.sentences[-1].text if header.sentences else header.text
    if _NO_LIST.search(said) and not re.search(r"\b(?:provides?|предусматрива)", said):
        return
    kind = next((k for k, pattern in _KINDS if pattern.search(said)), None)
    if kind is None:
        return
    owner = owners.of(header.end, said, kind)
    for paragraph in body[first:last]:
        mark = _MARKS.match(paragraph.text)
        start = paragraph.start + (mark.end() if mark else 0)
        yield _point(page, (start, paragraph.end), kind, owner, "an item of a list")


def _running(page: Page, sentence: Sentence, owners: "_Owners") -> Iterator[FoundPoint]:
    text = sentence.text
    if text.rstrip().endswith(":"):
        return
    covering, talked = _COVERING.search(text), _RUNNING.search(text)
    if covering and _OF_INSTRUMENT.search(text, max(0, covering.start() - 300), covering.start()):
        kind = (
            _K.PROVISION if re.match(r"provide|stipul|envis|предусм", covering[0]) else _K.SUBJECT
        )
        cue = covering
    elif talked:
        kind, cue = _K.AGENDA_ITEM, talked
    else:
        agreed = _AGREED.search(text)
        if agreed:
            owner = owners.of(sentence.end, text, _K.UNDERTAKING)
            yield _point(
                page,
                (sentence.start + agreed.end(), sentence.start + _end_of(text, agreed.end())),
                _K.UNDERTAKING,
                owner,
                "what was agreed",
            )
        return
    owner = owners.of(sentence.end, text, kind)
    if owner is None:
        return
    for start, end in _items(text, cue.end()):
        yield _point(
            page,
            (sentence.start + start, sentence.start + end),
            kind,
            owner,
            "an enumeration in a sentence",
        )


def _items(text: str, pos: int) -> list[tuple[int, int]]:
    """Return where the items of a running enumeration stand; the whole of it where there is one."""
    end = _end_of(text, pos)
    lead = _LEAD.match(text[pos:end])
    pos += lead.end() if lead else 0
    if ";" in text[pos:end] or _NUMBERED.match(text[pos:end]):
        return _cut(text, pos, end, re.compile(r";\s*(?:\d{1,2}\)\s*)?"))
    if text[pos:end].count(",") < 2 and not _is_short_list(text[pos:end]):
        return [(pos, end)] if end - pos > 8 else []
    items = _cut(text, pos, end, _SPLIT)
    items = _with_dependents(text, items)
    start, stop = items[-1]
    joint = _LAST_AND.search(text, start, stop)
    if joint and "," in text[pos:start] and joint.start() - start < 40:
        items[-1:] = [(start, joint.start()), (joint.end(), stop)]
    return [
        (a, b)
        for a, b in items
        if text[a:b].strip(" .") not in {"etc", "others", "and others", "др"}
    ]


def _end_of(text: str, pos: int) -> int:
    """Return where what is enumerated ends: with the sentence, or where another act is told."""
    end = len(_END.sub("", text))
    further = _FURTHER_ACT.search(text, pos + 1, end)
    return further.start() if further else end


def _with_dependents(text: str, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give back to an item what a comma parted from it: "…, opened in May", "…, which …"."""
    whole = items[:1]
    for start, end in items[1:]:
        if _CLAUSE.match(text, start, end):
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


def _is_short_list(words: str) -> bool:
    """Tell whether one comma and one "and" part three things: "ports, pilots and ice"."""
    head, comma, tail = words.partition(", ")
    parts = _LAST_AND.split(tail)
    short = len(parts) == 2 and all(len(part.split()) <= _SHORT for part in (head, *parts))
    return bool(comma) and short and not _DEPENDENT.match(tail)


def _cut(text: str, pos: int, end: int, at: re.Pattern[str]) -> list[tuple[int, int]]:
    items: list[tuple[int, int]] = []
    for found in at.finditer(text, pos, end):
        items.append((pos, found.start()))
        pos = found.end()
    items.append((pos, end))
    return [(a + len(_lead(text[a:b])), b) for a, b in items if b - a > 2]


def _lead(item: str) -> str:
    found = _NUMBERED.match(item)
    return found[0] if found else ""


def _point(
    page: Page, span: tuple[int, int], kind: PointKind, owner: Owner, rule: str
) -> FoundPoint:
    start, end = span
    words = _END.sub("", page.text[start:end])
    return FoundPoint(
        start=start, end=start + len(words), rule=rule, confidence=0.7, kind=kind.value,
        wording=" ".join(words.split()), owner=owner,
    )  # fmt: skip


class _Owners:
    """The records of the text, to ask which of them points belong to."""

    def __init__(self, found: Findings) -> None:
        self._meetings = found.meetings
        self._agreements = found.agreements

    def of(self, offset: int, words: str, kind: PointKind) -> Owner:
        """Return the record spoken of before a place: an agreement where the words say so."""
        meeting = _latest(self._meetings, offset)
        agreement = _latest(self._agreements, offset)
        of_instrument = kind is _K.PROVISION or (
            kind is _K.SUBJECT and _OF_INSTRUMENT.search(words)
        )
        return (agreement or meeting) if of_instrument else (meeting or agreement)


def _latest(records: Sequence[FoundMeeting] | Sequence[FoundAgreement], offset: int) -> Owner:
    """Return the record mentioned last before a place, or the first of the text."""
    best: Owner = None
    nearest = -1
    for record in records:
        places = [record.start, *(start for start, _end in record.mentions)]
        last = max((p for p in places if p <= offset), default=-1)
        if last > nearest:
            best, nearest = record, last
    return best or (records[0] if records else None)
