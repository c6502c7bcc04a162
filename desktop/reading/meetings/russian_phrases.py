"""How far the name of a Russian meeting reaches: to the left of its noun and to the right."""

import re
from functools import lru_cache

from db.text.ordinals import parse_ordinal
from desktop.reading.meetings.english_phrases import Front
from desktop.reading.meetings.marks import BODY, CITY, DATE, PERSON, Chunk, Line
from desktop.reading.meetings.russian_words import AFTER_STOPS, DEMONSTRATIVE, OTHER_TIME, PLAIN
from desktop.reading.morphology import can_be, normal_form, parses

_TRIM = "()[]«»“”„\"'*•,;:.!?…"
_FIGURE = re.compile(r"\d{1,3}\s?[-‐‑–]?\s?(?:[гм]?[оа]?[ейяюм]|ое|ая|ый|ом|ой|го|му|ую)")
_ROMAN = re.compile(r"[IVXLCХІ]{1,8}(?:[-‐‑–][а-яё]{1,3})?")
_WORDED = re.compile(r"[а-яё]{4,}", re.IGNORECASE)
_NUMBER_AFTER = re.compile(r"\s*(?:№|N[oо]?\.?)\s*(\d{1,3})\b")
_SENTENCE_END = re.compile(r"[.;:!?…]$")
_FURTHEST_BACK, _FURTHEST_ON = 9, 32
_QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"'}
_MEMBERS = re.compile(r"(?:участни\w+|член\w+|стран\w*)\b")
_WITH_PEOPLE = re.compile(r"с\s+(?:участием|целью|привлечением|использованием|помощью)\b")
_PO_ASIDE = re.compile(
    r"по\s+(?:итогам|результатам|случаю|приглашению|инициативе|окончании|"
    r"видео\w*|поручению|\ue004)"
)
_IN_NAME = re.compile(r"(?:в|на)\s+(?:области|сфере|формате|тему|уровне|высшем|высоком)\b")
_FIRST_WORD = re.compile(r"[А-Яа-яёЁ-]+")
_SENT = ("делегаци", "представител", "эксперт", "специалист", "студент", "групп")
_GOVERNING = frozenset(
    (
        "борьбе", "борьбы", "сотрудничеству", "сотрудничества", "связям", "взаимодействию",
        "взаимодействия", "отношениям",
    )
)  # fmt: skip
"""Nouns that a preposition follows in the name of a body: «по связям с парламентами»."""
_VERBAL = frozenset(
    (
        "VERB", "PRTS", "GRND", "INFN",
    )
)  # fmt: skip


@lru_cache(maxsize=4096)
def _is_adjective(word: str) -> bool:
    return any(p.pos in {"ADJF", "PRTF"} for p in parses(word)[:3])


@lru_cache(maxsize=8192)
def is_verb(word: str) -> bool:
    """Tell whether a word is most likely a verb in the sentence's frame."""
    found = parses(word)
    return bool(found) and found[0].pos in _VERBAL


def number_after(line: Line, pos: int) -> tuple[int | None, str, int]:
    """Return the number written behind the noun («заседание № 5»), as it stands, and its end."""
    found = _NUMBER_AFTER.match(line.text, pos)
    return (int(found[1]), found[1], found.end()) if found else (None, "", pos)


def front_of(line: Line, head_start: int) -> Front:
    """Read leftwards from the noun: adjectives that agree with it, then its number."""
    tokens = line.tokens_before(head_start, _FURTHEST_BACK + 3)
    start, named, other_time, determiner = head_start, False, False, ""
    for back in range(len(tokens) - 1, max(-1, len(tokens) - 1 - _FURTHEST_BACK), -1):
        first, last = tokens[back]
        raw = line.text[first : min(last, head_start)]
        word, lead = raw.strip(_TRIM), len(raw) - len(raw.lstrip(_TRIM))
        low = word.lower()
        number, number_start, said = _number(line, tokens, back, word)
        if number and not (raw.endswith(".") and low.isdigit()):
            other_time = other_time or _other_time_before(line, tokens, back)
            return Front(number_start, number, said, named=named, other_time=other_time)
        if raw.endswith((",", ";", ":", ")", ".", "»")) or not word:
            break
        if (
            low == "и"
            and back
            and start < head_start
            and _is_adjective(_at(line, tokens, back - 1))
        ):
            continue
        chunk = line.chunk_at(first + lead)
        if (chunk and chunk.mark in (PERSON, DATE, BODY)) or not _adjective_like(word):
            break
        lemma = normal_form(low)
        other_time = other_time or lemma in OTHER_TIME
        determiner = "this" if lemma in DEMONSTRATIVE else determiner
        if low in {"его", "ее", "её", "их"}:
            return Front(start, determiner="their", named=named, other_time=other_time)
        if lemma not in DEMONSTRATIVE:
            start, named = first + lead, named or lemma not in PLAIN
    return Front(start, determiner=determiner, named=named, other_time=other_time)


def _adjective_like(word: str) -> bool:
    return word.lower() == "онлайн" or (word[:1].isalpha() and _is_adjective(word))


def _at(line: Line, tokens: list[tuple[int, int]], at: int) -> str:
    return line.text[slice(*tokens[at])].strip(_TRIM) if at >= 0 else ""


def _other_time_before(line: Line, tokens: list[tuple[int, int]], back: int) -> bool:
    return normal_form(_at(line, tokens, back - 1).lower()) in OTHER_TIME


def _number(
    line: Line, tokens: list[tuple[int, int]], at: int, word: str
) -> tuple[int | None, int, str]:
    start = tokens[at][0]
    begin = start + line.text[start : tokens[at][1]].find(word) if word else start
    if _FIGURE.fullmatch(word) or (_ROMAN.fullmatch(word) and word not in {"С", "М"}):
        return parse_ordinal(word), begin, word
    if not _WORDED.fullmatch(word) or not can_be(word.lower(), pos={"ADJF"}):
        return None, begin, ""
    number = parse_ordinal(word)
    if number and number < 10 and at:
        before = _at(line, tokens, at - 1)
        pair = parse_ordinal(f"{before} {word}")
        if pair:
            return pair, tokens[at - 1][0], f"{before} {word}"
    return number, begin, word


def phrase_end(line: Line, pos: int, *, partners: bool) -> int:
    """Return where the words that go with a noun end; `partners` lets «с кем» be among them."""
    end, skip, taken, before = pos, pos, 0, ""
    for at in range(line.token_after(pos), len(line.tokens)):
        first, last = max(line.tokens[at][0], pos), line.tokens[at][1]
        if first < skip:
            continue
        taken += 1
        chunk = line.chunk_at(first + _opening(line.text[first:last]))
        if taken > _FURTHEST_ON or (chunk and chunk.mark == DATE):
            break
        if chunk and chunk.mark == CITY and line.text[first] == "(":
            break
        if line.text[first:last] == "и" and _is_participle_next(line, at):
            break
        if chunk and chunk.mark == PERSON and end > pos and _acts(line, chunk, before):
            break
        quoted = _quoted_end(line.text, first)
        if chunk or quoted:
            end = skip = max(chunk.end if chunk else 0, quoted)
            rest = _rest(line.text, end)
            if rest and not (rest == "," and _list_goes_on(line, end + 1)):
                break
            before = ""
            continue
        raw = line.text[first:last]
        word = raw.strip(_TRIM)
        if _stops(line, at, first, word, before, partners=partners):
            break
        end = first + raw.find(word) + len(word)
        if raw.endswith(",") and not (_is_adjective(word) and _next_adjective(line, at)):
            if not _list_goes_on(line, last):
                break
        elif _SENTENCE_END.search(raw) and not (len(word) <= 2 and raw.endswith(".")):
            break
        before = word.lower()
    return _without_loose_end(line, pos, end)


def _acts(line: Line, chunk: Chunk, before: str) -> bool:
    """Tell whether a person named after other words can only be who acts: «… министр провёл»."""
    word = _FIRST_WORD.match(line.text, chunk.start)
    found = parses(word[0].lower()) if word else ()
    told = [p.case for p in found if p.known and p.pos in {"NOUN", "ADJF"}]
    return before not in {"и", "между"} and bool(told) and set(told) <= {"nomn", "voct"}


def _opening(raw: str) -> int:
    return len(raw) - len(raw.lstrip(_TRIM))


def _rest(text: str, end: int) -> str:
    found = re.compile(r"[^\s\w]+").match(text, end)
    return found[0] if found else ""


def _quoted_end(text: str, first: int) -> int:
    closing = _QUOTES.get(text[first])
    if not closing:
        return 0
    at = text.find(closing, first + 1, first + 180)
    return at + 1 if at > 0 else 0


def _stops(line: Line, at: int, first: int, word: str, before: str, *, partners: bool) -> bool:
    low, ahead = word.lower(), line.marked[first : first + 40].lower()
    if _IN_NAME.match(ahead) or _is_governed(low, before):
        return False
    if not word or low in {"–", "—", "-"}:
        follower = line.text[line.tokens[at][1] :].lstrip()
        return not _MEMBERS.match(follower)
    if low in {"с", "со"}:
        return not partners or bool(_WITH_PEOPLE.match(ahead))
    if low == "по":
        return bool(_PO_ASIDE.match(ahead))
    if low in AFTER_STOPS or line.text[first] == "(":
        return True
    return is_verb(low) and before not in {"по", "о", "об"} and (word[0].islower() or not before)


def _is_governed(low: str, before: str) -> bool:
    """Tell whether a preposition belongs to the noun before it, inside a name."""
    return (low == "из" and before.startswith(_SENT)) or (
        low in {"с", "со"} and before in _GOVERNING
    )


def _is_participle_next(line: Line, at: int) -> bool:
    """Tell whether after an «и» something else begins: «визита министра и подписанное тогда …»."""
    word = line.text[slice(*line.tokens[at + 1])].strip(_TRIM) if at + 1 < len(line.tokens) else ""
    found = parses(word) if word[:1].islower() else ()
    return bool(found) and found[0].pos == "PRTF" and found[0].case == "nomn"


def _next_adjective(line: Line, at: int) -> bool:
    return at + 1 < len(line.tokens) and _is_adjective(
        line.text[slice(*line.tokens[at + 1])].strip(_TRIM)
    )


def _list_goes_on(line: Line, pos: int) -> bool:
    """Tell whether after a comma further participants follow up to an «и»."""
    follower = re.compile(r"\s*(?:[\ue000-\ue002])").match(line.marked, pos)
    return bool(follower) and bool(re.compile(r"[^.;]{0,200}?\sи\s").match(line.marked, pos))


def _without_loose_end(line: Line, pos: int, end: int) -> int:
    words = line.text[pos:end].split()
    while words and words[-1].lower().strip(",") in {
        "и",
        "с",
        "со",
        "по",
        "о",
        "об",
        "между",
        "для",
        "–",
    }:
        end = line.text.rindex(words.pop(), pos, end)
    return end - (len(line.text[pos:end]) - len(line.text[pos:end].rstrip(" ,\u00a0")))
