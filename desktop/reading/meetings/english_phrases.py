"""How far the name of an English meeting reaches: to the left of its noun and to the right."""

import re
from dataclasses import dataclass

from db.text.ordinals import parse_ordinal
from desktop.reading.meetings.english_words import (
    AFTER_STOPS,
    BEFORE_STOPS,
    DETERMINERS,
    OTHER_TIME,
    PLAIN,
)
from desktop.reading.meetings.marks import BODY, CITY, COUNTRY, DATE, PERSON, Line

_FURTHEST_BACK = 9
_FURTHEST_ON = 28
_TRIM = "()[]«»“”\"‘’'*•,;:"
_ROMAN = re.compile(r"[IVXLC]{2,}|[VX]")
_FIGURE = re.compile(r"\d{1,3}(?:st|nd|rd|th)", re.IGNORECASE)
_STOP_SIGN = re.compile(r"[.;:!?)…”»\"]+['’]?$")
_WORDED = re.compile(r"[a-z]+(?:-[a-z]+)?")
_ENDED = re.compile(r"[a-z]+ed")
_TITLE = re.compile(r"(?:[A-Z]\.){1,4}|(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Lt|Hon|Sen|Amb)\.")
_DASHED = re.compile(
    r"\s+(?:[A-Z][\w-]+\s+){1,4}(?:Dialogue|Forum|Council|Commission|Committee|Group|Partnership|Summit)\b"
)
_ACRONYM = re.compile(r"\([A-Z][A-Za-z&/-]{1,14}\)")
_SENT = frozenset(
    (
        "delegation", "representatives", "representative", "experts", "officials",
    )
)  # fmt: skip
_NUMERALS = frozenset({"Two", "Three", "Plus"})
_LINKING = frozenset(
    (
        "on", "for",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the noun; `start` is where the name begins, in the sentence."""

    start: int
    number: int | None = None
    number_as: str = ""
    determiner: str = ""
    named: bool = False
    """Whether words before the noun make it a name of its own."""
    other_time: bool = False
    before: str = ""
    """The word before all of it."""


def front_of(line: Line, head_start: int) -> Front:
    """Read leftwards from the noun: adjectives, capitalised words, the number, the article."""
    tokens = line.tokens_before(head_start, _FURTHEST_BACK + 3)
    start, named, other_time, doubtful = head_start, False, False, 0
    own = line.text[head_start].isupper()
    for back in range(len(tokens) - 1, max(-1, len(tokens) - 1 - _FURTHEST_BACK), -1):
        first, last = tokens[back]
        raw = line.text[first : min(last, head_start)]
        word, low = raw.strip(_TRIM), raw.strip(_TRIM).lower()
        if raw.endswith((",", ";", ":", ")", ".")) and not _is_inside(raw, word, own=own):
            return Front(start, named=named, other_time=other_time)
        number, number_start = _number_at(line, tokens, back, word)
        if number:
            said = line.words(number_start, last).strip(_TRIM)
            before = _word(line, tokens, back - 1 - (number_start != first))
            return Front(
                number_start + _lead(line.text[number_start:last]),
                number, said, before if before in DETERMINERS else "",
                named=named or doubtful > 0, other_time=other_time, before=before,
            )  # fmt: skip
        if low == "and" and (doubtful or start < head_start):
            doubtful += 1
            continue
        if low in DETERMINERS:
            return Front(
                start, determiner=low, named=named, other_time=other_time,
                before=_word(line, tokens, back - 1),
            )  # fmt: skip
        mark = line.marked[first + _lead(raw)] if word else ""
        if (
            mark in (PERSON, DATE)
            or (mark == CITY and not own)
            or (_stops_before(word) and not _is_round(low, line, tokens, back))
        ):
            return Front(start, named=named, other_time=other_time, before=low)
        if raw.endswith(("'s", "’s")):
            return Front(start, determiner="their", named=named, other_time=other_time, before=low)
        if low in PLAIN:
            other_time = other_time or low in OTHER_TIME
            if not doubtful:
                start = first
        elif word[:1].isupper() or word[:1].isdigit() or mark in (BODY, COUNTRY):
            if doubtful <= 1 and (back > 0 or mark in (BODY, COUNTRY, CITY) or word.isupper()):
                start, named, doubtful = first + _lead(raw), True, 0
        else:
            doubtful += 1
    return Front(start, named=named, other_time=other_time)


def _stops_before(word: str) -> bool:
    """Tell whether a word cannot be part of a name; numerals can where they are capitalised."""
    return word.lower() in BEFORE_STOPS and word not in _NUMERALS


def _is_inside(raw: str, word: str, *, own: bool) -> bool:
    """Tell whether a sign behind a word stands in a name: a comma, or an acronym's bracket."""
    return doubtful_comma(raw, word) or (own and bool(_ACRONYM.fullmatch(raw)))


def doubtful_comma(raw: str, word: str) -> bool:
    """Tell whether a stop after this word may stand inside a name ("Trade, Investment and …")."""
    return (raw.endswith(",") and word[:1].isupper()) or word.lower() in {
        "dr",
        "st",
        "no",
        "u.s",
        "u.n",
    }


def _is_round(low: str, line: Line, tokens: list[tuple[int, int]], back: int) -> bool:
    return low == "of" and _word(line, tokens, back - 1) in {"round", "cycle", "series"}


def _lead(raw: str) -> int:
    return len(raw) - len(raw.lstrip(_TRIM))


def _word(line: Line, tokens: list[tuple[int, int]], at: int) -> str:
    return line.text[slice(*tokens[at])].strip(_TRIM).lower() if at >= 0 else ""


def _number_at(
    line: Line, tokens: list[tuple[int, int]], at: int, word: str
) -> tuple[int | None, int]:
    start = tokens[at][0]
    if _FIGURE.fullmatch(word) or _ROMAN.fullmatch(word):
        return parse_ordinal(word), start
    if not _WORDED.fullmatch(word.lower()):
        return None, start
    number = parse_ordinal(word)
    if number and number < 10 and at:
        pair = parse_ordinal(f"{_word(line, tokens, at - 1)} {word}")
        if pair:
            return pair, tokens[at - 1][0]
    return number, start


def phrase_end(line: Line, pos: int, *, topics: bool = True) -> int:
    """Return where a noun phrase that begins at `pos` ends, marks counting as one word each."""
    end, before, taken = pos, "", 0
    first_token = line.token_after(pos)
    tokens = list(line.tokens[first_token : first_token + _FURTHEST_ON + 40])
    skip = pos
    for at, (begin, last) in enumerate(tokens):
        first = max(begin, pos)
        if first < skip:
            continue
        chunk = line.chunk_at(first + _lead(line.text[first:last]))
        taken += 1
        if taken > _FURTHEST_ON:
            break
        if chunk is not None:
            if chunk.mark == DATE:
                break
            if chunk.mark == CITY and before in {"in", "at"}:
                break
            end = skip = max(chunk.end, first + 1)
            rest = line.text[end:last]
            if rest[:1] in {"-", "–"} and rest[1:2].isalnum():
                end = skip = first + len(line.text[first:last].rstrip(_TRIM + ".!?…"))
                rest = line.text[end:last]
            if rest and not _carries_on(line, tokens, at, rest):
                break
            before = ""
            continue
        raw = line.text[first:last]
        word = raw.strip(_TRIM + ".!?…")
        if raw.startswith(("(", ".")):
            break
        if _stops(word, line, tokens, at, topics=topics):
            break
        end = first + _lead(raw) + len(word)
        if _STOP_SIGN.search(raw) and not _TITLE.fullmatch(raw):
            break
        if raw.endswith(",") and not _listed(line, tokens, at):
            break
        before = word.lower()
    return _without_linking(line, pos, end)


def _stops(word: str, line: Line, tokens: list[tuple[int, int]], at: int, *, topics: bool) -> bool:
    low = word.lower()
    if _goes_on(low, line, tokens, at):
        return False
    if not word or word in {"–", "—", "-", "|"} or low in AFTER_STOPS:
        return True
    if _ENDED.fullmatch(word) and not _next_is_word(line, tokens, at):
        return True
    if low == "held" or low.endswith("-chaired") or low == "chaired":
        return True
    return low in _LINKING and not (topics and _topic_follows(line, tokens, at))


def _goes_on(low: str, line: Line, tokens: list[tuple[int, int]], at: int) -> bool:
    """Tell whether a word that would end the name stands inside it here."""
    if low == "to":
        return _named_follows(line, tokens, at)
    if low == "from":
        return bool(at) and _word(line, tokens, at - 1) in _SENT
    return low in {"–", "—", "-"} and _joins_names(line, tokens, at)


def _joins_names(line: Line, tokens: list[tuple[int, int]], at: int) -> bool:
    """Tell whether a dash stands inside a name: "the Andes – Pacific Dialogue"."""
    if not at or not line.text[tokens[at - 1][0]].isupper():
        return False
    return bool(_DASHED.match(line.text, tokens[at][1]))


def _named_follows(line: Line, tokens: list[tuple[int, int]], at: int) -> bool:
    """Tell whether "the" and a capitalised word follow: "the Parties to the Convention"."""
    follower = line.text[tokens[at][1] : tokens[at][1] + 8]
    return follower.startswith(" the ") and follower[5:6].isupper()


def _next_is_word(line: Line, tokens: list[tuple[int, int]], at: int) -> bool:
    """Tell whether after a word in -ed its noun follows at once ("advanced technologies")."""
    if at + 1 >= len(tokens):
        return False
    follower = line.text[slice(*tokens[at + 1])]
    return follower[:1].islower() and follower not in AFTER_STOPS | _LINKING | DETERMINERS


def _topic_follows(line: Line, tokens: list[tuple[int, int]], at: int) -> bool:
    if at + 1 >= len(tokens):
        return False
    first, _last = tokens[at + 1]
    chunk = line.chunk_at(first)
    follower = line.text[slice(*tokens[at + 1])].lower()
    return ((chunk is None or chunk.mark != DATE) and follower not in {"the", "its"}) or (
        follower == "the" and at + 2 < len(tokens) and line.text[tokens[at + 2][0]].isupper()
    )


def _carries_on(line: Line, tokens: list[tuple[int, int]], at: int, rest: str) -> bool:
    if rest[:2] in {"'s", "’s"} or rest in {"'", "’"}:
        return True
    return rest.startswith(",") and _listed(line, tokens, at)


def _listed(line: Line, tokens: list[tuple[int, int]], at: int) -> bool:
    """Tell whether the comma after a token stands in a list of names that goes on to an "and"."""
    for first, last in tokens[at + 1 : at + 9]:
        raw = line.text[first:last]
        if raw in {"and", "&"}:
            return True
        chunk = line.chunk_at(first)
        if chunk is not None and chunk.mark in (PERSON, BODY, COUNTRY):
            continue
        if not raw[:1].isupper() and raw not in {"of", "the"}:
            return False
        if _STOP_SIGN.search(raw):
            return False
    return False


def _without_linking(line: Line, pos: int, end: int) -> int:
    """Step back over a preposition or conjunction a cut has left at the end."""
    words = line.text[pos:end].split()
    while words and words[-1].lower().strip(",") in (
        _LINKING | DETERMINERS | {"of", "and", "between", "in", "with"}
    ):
        end = line.text.rindex(words.pop(), pos, end)
    return end - (len(line.text[pos:end]) - len(line.text[pos:end].rstrip(" ,\u00a0")))
