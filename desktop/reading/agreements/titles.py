"""Where a title ends, and its words: from the noun to the verb, a relative clause, time or place.

A title may be parted by its verb: "an agreement was signed between A and B on …". What stands
between is no part of it, a date within it belongs to the act and not to the title.
"""

import re
from collections.abc import Iterator

from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.scene import Scene, Span
from desktop.reading.findings import FoundDate

_EDGE = " \t\xa0,;:.–—-"
_QUOTES = re.compile('[«»“”„"]')
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\s*[\w-]+")
_BEFORE_DATE = re.compile(r"(?:on|in|of|from|since|dated|от|в|с|на|за)\b", re.IGNORECASE)
_LONGEST = 600


def title_pieces(scene: Scene, start: int, noun_end: int, grammar: Grammar) -> list[Span]:
    """Return the stretches of a title in one run of words, dates and brackets left out."""
    pieces: list[Span] = []
    begin, limit = start, min(scene.end, noun_end + _LONGEST)
    position = noun_end
    for found in grammar.stop.finditer(scene.text, noun_end, limit):
        if found.start() < position:
            continue
        verdict = _verdict(scene, found, noun_end, grammar)
        if verdict is None:
            limit = found.start()
            break
        position, left_out = verdict
        if left_out:
            pieces.append((begin, left_out[0]))
            begin = left_out[1]
    verb = _verb(scene, noun_end, limit, grammar)
    if verb >= 0:
        limit = verb
        pieces = [piece for piece in pieces if piece[0] < limit]
    pieces.append((min(begin, limit), limit))
    return [piece for piece in (_trimmed(scene.text, *piece) for piece in pieces) if piece]


def _verb(scene: Scene, start: int, end: int, grammar: Grammar) -> int:
    """Return the first verb outside names that the stops do not know; -1 without one."""
    while True:
        verb = grammar.finite(scene.text, start, end)
        atom = scene.atom_over(verb) if verb >= 0 else None
        if not atom:
            return grammar.clause_start(scene.text, start, verb) if verb >= 0 else verb
        start = atom[1]


def title_words(text: str, pieces: list[Span]) -> str:
    """Return the words of the stretches as one title, without unmatched quotes."""
    words = _SPACE.sub(" ", " ".join(text[start:end] for start, end in pieces)).strip(_EDGE)
    if words.endswith((" гг", " г")):
        words += "."
    marks = _QUOTES.findall(words)
    if marks and (words[0] in '«“„"' and words[-1] in '»”“"' and len(marks) == 2):
        return words[1:-1].strip()
    return words if len(marks) % 2 == 0 else _QUOTES.sub("", words).strip()


def _verdict(
    scene: Scene, found: re.Match[str], noun_end: int, grammar: Grammar
) -> tuple[int, Span | None] | None:
    """Tell how to go on after a possible end: (where to, what to leave out); None to end there."""
    at, atom = found.start(), scene.atom_over(found.start())
    if not atom and _is_time(scene, found):
        return _past_time(scene, found, grammar)
    if atom:
        return atom[1], None
    if found.lastgroup == "bracket":
        close = scene.text.find(")", at, min(scene.end, at + 80))
        return None if close < 0 else (close + 1, (at, close + 1))
    if found.lastgroup == "pair":
        return _past_pair(scene, found, grammar), None
    return (found.end(), None) if _goes_on(scene, found, noun_end, grammar) else None


def _is_time(scene: Scene, found: re.Match[str]) -> bool:
    if found.lastgroup == "time":
        return True
    return bool(
        found.lastgroup == "hard"
        and _BEFORE_DATE.match(found[0])
        and scene.date_at(found.start(), 12)
    )


def _goes_on(scene: Scene, found: re.Match[str], noun_end: int, grammar: Grammar) -> bool:
    """Tell whether a comma, an "and" or a purpose belongs to the title."""
    if found.lastgroup == "comma":
        on = grammar.goes_on.match(scene.text, found.end(), scene.end)
        return bool(on) or _enumerates(scene, found.end(), grammar)
    if found.lastgroup == "joint":
        return not _is_new(scene, found.end(), grammar)
    before = scene.text[noun_end : found.start()]
    return found.lastgroup == "purpose" and not before.strip(' "”»')


def _past_time(
    scene: Scene, found: re.Match[str], grammar: Grammar
) -> tuple[int, Span | None] | None:
    if found[0].casefold() == "for":
        return None if _ends_in_country(scene, found.end()) else (found.end(), None)
    date = scene.date_at(found.start()) or scene.date_at(found.end())
    if date and _is_period(found, date):
        return date.end, None
    if date and date.start <= found.end() + 5:
        if grammar.content.match(scene.text, date.end, scene.end):
            return date.end, (found.start(), date.end)
        return (date.end, None) if _is_of_subject(scene, date, grammar) else None
    if (
        found[0].casefold() != "of"
        and scene.city_at(found.end())
        and not scene.atom_over(found.start())
    ):
        return None
    return found.end(), None


def _is_period(found: re.Match[str], date: FoundDate) -> bool:
    """Tell whether a date is how long the instrument runs: «на 2025–2027 годы»."""
    word = found[0].split()[0].casefold()
    return (word in {"на", "for"} and len(date.edtf) == 4) or (
        word in {"на", "for", "in", "в"} and "/" in date.edtf
    )


def _ends_in_country(scene: Scene, at: int) -> bool:
    """Tell whether "for" only says for which country somebody signed."""
    country = next((c for c in scene.countries if at <= c.start <= at + 5), None)
    return country is not None and bool(
        re.compile(r"\s*(?:[,.;]|while\b|and\b|$)").match(scene.text, country.end, scene.end)
    )


def _is_of_subject(scene: Scene, date: FoundDate, grammar: Grammar) -> bool:
    """Tell whether a year belongs to what the title is about: "events in 2026 of the Year of"."""
    noun = re.compile(r"(?: г\.| году| года)? [^\W\d_]{4,}").match(scene.text, date.end, scene.end)
    if len(date.edtf) != 4 or not noun:
        return False
    stop = grammar.stop.search(scene.text, date.end, noun.end() + 1)
    return (
        stop is None
        and not grammar.new_clause.match(scene.text, date.end, scene.end)
        and grammar.finite(scene.text, date.end, noun.end()) < 0
    )


def _past_pair(scene: Scene, found: re.Match[str], grammar: Grammar) -> int:
    """Return where to read on after "between A and": behind the word that joins the two."""
    for joint in grammar.pair.finditer(scene.text, found.end(), min(scene.end, found.end() + 400)):
        if scene.atom_over(joint.start()):
            continue
        if _is_new(scene, joint.end(), grammar):
            return found.end()
        between = scene.text[found.end() : joint.start()]
        return found.end() if _has_hard_stop(between, grammar) else joint.end()
    return found.end()


def _has_hard_stop(words: str, grammar: Grammar) -> bool:
    return any(stop.lastgroup == "hard" for stop in grammar.stop.finditer(words))


def _enumerates(scene: Scene, after: int, grammar: Grammar) -> bool:
    """Tell whether a comma parts the items of a list inside the title: "trade, health and …"."""
    if _is_new(scene, after, grammar):
        return False
    item = after
    for stop in _outside_atoms(scene, after, grammar):
        words = len(scene.text[item : stop.start()].split())
        if stop.lastgroup == "joint":
            return 0 < words <= 7 and not _is_new(scene, stop.end(), grammar)
        if stop.lastgroup != "comma" or not 0 < words <= 7:
            return False
        item = stop.end()
    return False


def _outside_atoms(scene: Scene, after: int, grammar: Grammar) -> Iterator[re.Match[str]]:
    position = after
    for stop in grammar.stop.finditer(scene.text, after, min(scene.end, after + 300)):
        atom = scene.atom_over(stop.start())
        if atom:
            position = max(position, atom[1])
        if stop.start() >= position and stop.lastgroup not in {"time", "pair", "purpose"}:
            yield stop


def _is_new(scene: Scene, at: int, grammar: Grammar) -> bool:
    """Tell whether what follows a comma or "and" is another instrument or another clause."""
    if grammar.new_clause.match(scene.text, at, scene.end) or _is_verb(scene, at, grammar):
        return True
    spot = grammar.spots.search(scene.text, at, min(scene.end, at + 90))
    if not spot:
        return False
    start, article = grammar.before(scene.text, at, spot.start())
    gap = scene.text[at:start].strip(' "“«').casefold()
    return gap == article or not gap


def _is_verb(scene: Scene, at: int, grammar: Grammar) -> bool:
    word = _WORD.match(scene.text, at, scene.end)
    return bool(word) and grammar.finite(scene.text, at, word.end()) >= 0


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE + "(":
        end -= 1
    return (start, end) if start < end else None
