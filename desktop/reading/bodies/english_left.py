"""How far an English body's name reaches to the left of the noun that rules it."""

from collections.abc import Sequence

from desktop.reading.bodies.english_lexicon import (
    OWNED_BY_POST,
    PEOPLES,
    POST_NOUNS,
    head_of,
    is_stop,
    is_strong,
    is_topic,
)
from desktop.reading.bodies.english_tokens import Token
from desktop.reading.bodies.english_words import word_set

Tokens = Sequence[Token]
_AND = frozenset(("and", "&"))
_ORDINALS = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)
_MEETING = frozenset(("committee", "commission", "council"))
_BASED = ("-based", "-led", "-owned", "-backed", "-run", "-headquartered", "-listed")
_SEATS = frozenset(("university", "college", "academy"))
_JOINT = frozenset(("intergovernmental", "interstate", "interdepartmental", "joint", "bilateral"))


def left_start(tokens: Tokens, head: int, floor: int) -> int:
    """Return the index of a name's first token; `floor` is where the name before ended."""
    at = head
    while at > floor:
        step = _step(tokens, at, head, floor)
        if not step:
            break
        at -= step
    return _without_opening(tokens, at, head)


def _is_pair(tokens: Tokens, before: int, at: int, head: int) -> bool:
    """Tell "Gem and Jewelry Institute": two words alike, the first behind an article."""
    article = before > 0 and tokens[before - 1].lower == "the"
    left, right = tokens[before], tokens[at]
    return (
        article
        and tokens[at - 1].lower in _AND
        and at < head
        and left.kind == "word"
        and left.capital
        and right.kind == "word"
        and not is_stop(left.lower)
        and left.lower not in POST_NOUNS
        and len(left.text) > 2
        and not left.text.isupper()
    )


def _step(tokens: Tokens, at: int, head: int, floor: int) -> int:
    """Return how many tokens before an index belong to the name still."""
    token = tokens[at - 1]
    if token.kind == "owner" or token.text in {"'", "’"}:
        return _owner(tokens, at, head, floor)
    if token.kind == "country":
        return 1 if token.adjective or at == head or not _is_country(tokens[at]) else 0
    if token.kind in {"city", "body"}:
        return 1
    if token.lower == "all" and token.capital and tokens[at].kind == "country":
        return 1
    if token.lower in _AND or token.text == ",":
        return _coordinated(tokens, at, head, floor)
    return int(_may_precede(token, tokens, at, head))


def _is_country(token: Token) -> bool:
    return token.kind == "country" and not token.adjective


def _may_precede(token: Token, tokens: Tokens, at: int, head: int) -> bool:
    lower = token.lower
    if token.kind in {"initial", "abbreviation"}:
        return token.text == "St." or (token.kind == "initial" and at > 1)
    if token.kind == "word" and token.adjective:
        return True
    if token.kind != "word" or is_stop(lower):
        return False
    if not token.capital:
        return tokens[head].text.islower() and (is_topic(lower) or lower in _JOINT)
    if lower in POST_NOUNS:
        return lower in {"king", "queen", "prince", "sultan", "sheikh"} or (
            lower == "prime" and at < head
        )
    ruled = is_strong(lower) and at < head and not _is_apposed(tokens[head].lower)
    return lower in _SEATS or not ruled


def _is_apposed(head: str) -> bool:
    """Tell whether a head may stand behind another: "Academy Hospital", "Bank Group"."""
    return head_of(head) not in {"ministry", "department", "government"}


def _owner(tokens: Tokens, at: int, head: int, floor: int) -> int:
    """Take "Children's" Fund and "Prosecutor General's" Office, not "Qatar's" Ministry."""
    before = at - 2
    if before < floor:
        return 0
    owner = tokens[before]
    if owner.lower in PEOPLES and owner.capital:
        return 2
    if tokens[head].lower not in OWNED_BY_POST or at != head or not owner.capital:
        return 0
    start = before
    while start > floor and tokens[start - 1].kind == "word" and tokens[start - 1].capital:
        start -= 1
    words = [tokens[k].lower for k in range(start, before + 1)]
    first = next((k for k, word in enumerate(words) if word in POST_NOUNS), None)
    return at - start - first if first is not None else 0


def _coordinated(tokens: Tokens, at: int, head: int, floor: int) -> int:
    """Take "Transport, Communications and" before a head: a list that ends in "and"."""
    before = at - 2
    if before < floor:
        return 0
    if tokens[at - 1].text == ",":
        joined = any(tokens[k].lower in _AND for k in range(at, head))
    else:
        joined = at < head or tokens[head].lower == "committee"
        if tokens[before].text == "," and before > floor:
            before -= 1
    left = tokens[before]
    if left.kind == "country" and left.adjective:
        shared = head_of(tokens[head].lower) != tokens[head].lower or tokens[head].text.islower()
        return at - before if shared and tokens[at].kind == "country" else 0
    fits = left.kind == "word" and left.capital and is_topic(left.lower)
    fits = fits or _is_pair(tokens, before, at, head)
    lowercase = left.kind == "word" and tokens[head].text.islower() and is_topic(left.lower)
    ruled = is_strong(left.lower) and left.lower not in {"administration", "media"}
    return at - before if joined and (fits or lowercase) and not ruled else 0


def _without_opening(tokens: Tokens, start: int, head: int) -> int:
    """Drop a sentence's first word where only its place gives it a capital: "Visiting …"."""
    while start < head:
        token = tokens[start]
        opening = token.first and token.kind == "word" and token.lower.endswith(("ing", "ly"))
        joint = token.text in {",", "&"} or token.lower == "and"
        ordinal = token.lower in _ORDINALS and tokens[head].lower in _MEETING
        based = token.lower.endswith(_BASED) and start + 1 < head
        if joint or ordinal or based or (opening and not is_topic(token.lower)):
            start += 1
        else:
            break
    return start
