"""The names of bodies in one English paragraph: a noun that rules, and what belongs to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.reading.bodies.english_left import left_start
from desktop.reading.bodies.english_lexicon import (
    KIND_OF_HEAD,
    NEEDS_NAME,
    PLURALS,
    POST_NOUNS,
    ROMANCE,
    head_of,
    is_stop,
    is_strong,
    is_topic,
)
from desktop.reading.bodies.english_right import after_forms, is_legal_form, right_end
from desktop.reading.bodies.english_tokens import Token
from desktop.reading.bodies.english_words import word_set
from desktop.reading.gazetteers import words_of

Tokens = Sequence[Token]
_LOWERCASE_HEADS = frozenset(("ministry", "ministries"))
_BEFORE_GENERIC = frozenset(("the", "this", "that", "its", "their"))
# Heads that "of" alone makes a name: Bank of …, Mission of …
_OF_IS_ENOUGH = word_set(
    "bank museum gallery library mission congress guild school orchestra theatre theater "
    "company corporation police community archives prosecutor"
)
# Before these a word that says what the body is of is no name: "Medical Group" is nobody's name
_PROPER_ONLY = word_set(
    "group network exchange survey services insurance industries enterprise enterprises community "
    "branch section unit police conference trust party concern club motors company "
    "corporation facility complex limited co forces force guard school museum library gallery"
)
_COMMON_SERVICES = word_set("press civil public news customer medical social health care")
_PREMISES = word_set("centre center office complex room unit desk")
_OF_PREMISES = word_set(
    "press media news government public information contact call visitor visitors"
)
"""With these a centre or office is where or by whom news is given: no body that takes part."""
_SENDS_DELEGATIONS = frozenset(("European Union", "EU", "European Commission"))
"""Bodies whose standing missions are called delegations; others send them for a visit."""
_ROMAN = re.compile(r"[IVXLC]+")
_OF_BOARDS = frozenset(("management", "executive", "supervisory", "governing", "advisory"))
_BOARDS = frozenset(("directors", "trustees", "governors"))
_INNER = frozenset(("of", "at", "under", "to", "within"))
_QUOTES = {"“": "”", "«": "»", '"': '"', "„": "“", "‘": "’", "'": "'"}
_LONGEST_QUOTED = 8
COMPANY = "legal form of a company"
_FURTHER_FORMS = frozenset(("NC", "NAC", "NJSC", "NGO", "SOE", "SUE", "FSUE", "MC", "IC"))
"""Letters that may stand between a legal form and the name in quotes: JSC NC “Name”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A body's name among the tokens of a paragraph: from `first` to before `end`."""

    tokens: Tokens
    first: int
    end: int
    head: int
    acronym: str = ""
    generic: bool = False
    rule: str = "noun of bodies"

    @property
    def words(self) -> Tokens:
        """Give the name's tokens."""
        return self.tokens[self.first : self.end]

    @property
    def kind_word(self) -> str:
        """Give the ruling noun, in the singular and lower case."""
        word = self.tokens[self.head].lower
        return head_of(word) or head_of(word.rsplit(" ", 1)[-1]) or word


def whole_phrases_in(tokens: Tokens, *, heading: bool = False) -> Iterator[Phrase]:
    """Yield the bodies of a paragraph; an office of another body that is named is passed over."""
    phrases = list(phrases_in(tokens, heading=heading))
    for at, phrase in enumerate(phrases):
        office = phrase.kind_word in {"office", "secretariat"} and phrase.end > phrase.head + 1
        if not office or not any(
            other.end == phrase.end and other.first > phrase.head
            for other in phrases[at + 1 : at + 4]
        ):
            yield phrase


def phrases_in(tokens: Tokens, *, heading: bool = False) -> Iterator[Phrase]:
    """Yield the bodies a paragraph names by a ruling noun, in order, those within others too."""
    floor = 0
    for at, token in enumerate(tokens):
        if not _is_head(tokens, at):
            continue
        phrase = _company(tokens, at, floor) if is_legal_form(token) else None
        phrase = phrase or _phrase(tokens, at, floor)
        if phrase.generic and (heading or not _stands_for_another(phrase)):
            continue
        if not phrase.generic and not _is_whole(phrase):
            continue
        if min(phrase.first, at) < floor and not _is_inner(phrase):
            continue
        floor = max(floor, phrase.end)
        yield phrase


def _is_head(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    lower = token.lower
    if token.kind == "body":
        # "State Duma of …": a listed name that goes on
        of = at + 1 < len(tokens) and tokens[at + 1].lower == "of"
        return of and bool(head_of(lower.rsplit(" ", 1)[-1]))
    if is_legal_form(token):
        return at + 1 == len(tokens) or not is_legal_form(tokens[at + 1])
    if not token.is_word or not head_of(lower):
        return False
    if not token.capital:
        return lower in _LOWERCASE_HEADS or (
            lower in {"commission", "committee"} and _is_joint(tokens, at)
        )
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    third = tokens[at + 2].lower if at + 2 < len(tokens) else ""
    if following and following.capital and KIND_OF_HEAD.get(third) == "hospital":
        return False
    # "University Hospital", "Bank Group": the last noun rules
    return not (
        following
        and following.is_word
        and following.capital
        and (head_of(following.lower) or is_legal_form(following))
    )


def _is_joint(tokens: Tokens, at: int) -> bool:
    """Tell "Russian-Armenian intergovernmental commission" from other words in lower case."""
    words = [token.lower for token in tokens[max(0, at - 4) : at]]
    between = at + 1 < len(tokens) and tokens[at + 1].lower in {"between", "on", "for"}
    joint = bool({"intergovernmental", "interstate", "interdepartmental"} & set(words))
    return joint and (between or any(token.adjective for token in tokens[max(0, at - 5) : at]))


def _phrase(tokens: Tokens, at: int, floor: int) -> Phrase:
    first = left_start(tokens, at, floor if floor <= at else _inner_floor(tokens, at))
    end, acronym = right_end(tokens, at)
    bare = first == at and end == at + 1
    return Phrase(tokens=tokens, first=first, end=end, head=at, acronym=acronym, generic=bare)


def _inner_floor(tokens: Tokens, at: int) -> int:
    """Return where a name within another may begin: behind the last preposition."""
    return next((k + 1 for k in range(at - 1, -1, -1) if tokens[k].lower in _INNER), at)


def _company(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """Read “Name” LLC, LLC “Name” and JSC Name."""
    first, end, rule = at, after_forms(tokens, at), COMPANY
    quote = end + 1 if end < len(tokens) and tokens[end].text in _FURTHER_FORMS else end
    if quote < len(tokens) and tokens[quote].text in _QUOTES:
        close = _closing(tokens, quote)
        if close:
            return Phrase(tokens=tokens, first=at, end=close + 1, head=at, rule=rule)
    end = max(end, quote)
    if at > floor and tokens[at - 1].text in _QUOTES.values():
        first = _opening(tokens, at - 1, floor)
    if first == at:
        first = left_start(tokens, at, min(floor, at))
    if first == at:
        while (
            end < len(tokens)
            and _is_name(tokens[end], first=end == after_forms(tokens, at))
            and end < at + 5
        ):
            end += 1
    if first == at and end == after_forms(tokens, at):
        return None
    return Phrase(tokens=tokens, first=first, end=end, head=at, rule=rule)


def _is_name(token: Token, *, first: bool) -> bool:
    person = not first and token.lower in words_of("given_names")
    return token.is_word and token.capital and not is_stop(token.lower) and not person


def _closing(tokens: Tokens, opening: int) -> int:
    sign = _QUOTES[tokens[opening].text]
    last = min(opening + _LONGEST_QUOTED, len(tokens))
    return next((k for k in range(opening + 1, last) if tokens[k].text in {sign, '"'}), 0)


def _opening(tokens: Tokens, closing: int, floor: int) -> int:
    last = max(floor, closing - _LONGEST_QUOTED)
    return next(
        (k for k in range(closing - 1, last - 1, -1) if tokens[k].text in _QUOTES), closing + 1
    )


def _stands_for_another(phrase: Phrase) -> bool:
    """Tell whether a bare noun is meant as a name: "the Ministry", not "Council" in a list."""
    head = phrase.tokens[phrase.head]
    before = phrase.tokens[phrase.head - 1].lower if phrase.head else ""
    strong = is_strong(head.lower) and head.lower != "board"
    return head.capital and strong and before in _BEFORE_GENERIC


def _is_whole(phrase: Phrase) -> bool:
    """Tell whether a noun with its company is a name."""
    ruling = phrase.tokens[phrase.head]
    left = phrase.tokens[phrase.first : phrase.head]
    if ruling.lower == "delegation":
        return any(token.text in _SENDS_DELEGATIONS for token in phrase.words)
    if is_legal_form(ruling) and len(phrase.words) > 1:
        return True
    if _is_common(phrase, ruling.lower, left):
        return False
    if ruling.kind == "body" or (ruling.lower in ROMANCE and not left):
        return phrase.end > phrase.head + 1
    if not left:
        return ruling.lower not in NEEDS_NAME or ruling.lower in _OF_IS_ENOUGH
    return _is_named(phrase, ruling.lower, left)


def _is_common(phrase: Phrase, head: str, left: Tokens) -> bool:
    """Tell "Press Service" and "Board of Directors" from the names of bodies."""
    if head == "cabinet" and left and _ROMAN.fullmatch(left[0].text):
        return True
    boards = all(token.lower in _OF_BOARDS for token in left)
    if head in {"board", "boards"} and boards and _serves_on(phrase):
        return True
    if head in _PREMISES and left:
        return all(token.lower in _OF_PREMISES for token in left)
    if head in {"service", "services"} and left:
        return left[-1].lower in _COMMON_SERVICES
    return head == "board" and not left and bool(_texts(phrase, 3) & _BOARDS)


def _serves_on(phrase: Phrase) -> bool:
    """Tell whether a board is part of a post: "Chairman of the Board of …"."""
    before = [token.lower for token in phrase.tokens[max(0, phrase.first - 3) : phrase.first]]
    return "of" in before[-2:] and any(word in POST_NOUNS for word in before)


def _is_named(phrase: Phrase, head: str, left: Tokens) -> bool:
    """Tell whether the words before a noun make a name of it."""
    alone = phrase.end == phrase.head + 1
    if head in {"government", "governments"}:
        return left[0].kind == "country" or not alone
    if head in _PROPER_ONLY:
        proper = any(_is_proper(token) for token in left)
        return proper or not (alone or head in {"group", "community", "conference"})
    return not (alone and all(token.lower in {"new", "other"} for token in left))


def _texts(phrase: Phrase, count: int) -> set[str]:
    after = phrase.tokens[phrase.head + 1 : phrase.head + 1 + count]
    return {"directors" if token.kind == "body" else token.lower for token in after}


def _is_proper(token: Token) -> bool:
    return token.kind in {"country", "city", "body"} or (
        token.capital and not is_topic(token.lower) and token.kind in {"word", "initial"}
    )


def _is_inner(phrase: Phrase) -> bool:
    """Tell whether a name within a longer one is a body of its own: "… of the State Duma"."""
    before = phrase.first - 1
    if before >= 0 and phrase.tokens[before].lower == "the":
        before -= 1
    head = phrase.tokens[phrase.head]
    strong = is_strong(head.lower) and head.capital
    state = head.lower != "government" or any(token.kind == "country" for token in phrase.words)
    return (
        strong
        and head.lower not in PLURALS
        and state
        and not phrase.generic
        and before >= 0
        and phrase.tokens[before].lower in _INNER
        and phrase.end - phrase.first > 1
    )
