"""What an English body is to be called, of which country it is, and which short name means it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from db.text.countries import country_name
from db.text.folding import fold
from desktop.reading.bodies.english_lexicon import ABROAD, KIND_OF_HEAD, LEGAL_FORMS, PLURALS
from desktop.reading.bodies.english_phrases import Phrase
from desktop.reading.bodies.english_tokens import Token
from desktop.reading.findings import FoundBody

_BRACKETED = re.compile(r"\s*\([^()]{1,14}\)")
_BEFORE_OF = re.compile(r" (?:of|for|on|against|under|in|between|named) ")
# A word in more bodies' names than this tells nothing, and comparing them all would take long
_TOO_COMMON = 200
_HONOURS = re.compile(r"\bTheir Excellencies (?:the )?")
_SPACES = re.compile(r"\s+")
_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "&", "a"))
_STATE_HEADS = frozenset(("ministry", "government"))
_QUOTED = frozenset('“”«»"„')


def named(phrase: Phrase, text: str) -> Iterator[FoundBody]:
    """Yield the body a phrase names; of a plural ("Ministries of A and B") one for each."""
    plural = PLURALS.get(phrase.tokens[phrase.head].lower, "")
    if plural:
        yield from _each(phrase, plural)
        return
    first = phrase.first
    word = phrase.tokens[first]
    state = phrase.kind_word in _STATE_HEADS or phrase.kind_word in LEGAL_FORMS
    adjective = word.kind == "country" and (word.adjective or phrase.kind_word == "ministry")
    if first < phrase.head and state and adjective:
        first += 1
    country = _owner(phrase) or _country(phrase.words, abroad=phrase.kind_word in ABROAD)
    name = _text(phrase.tokens[first : phrase.end], text)
    if phrase.kind_word == "government" and first == phrase.head and first > phrase.first:
        name = f"Government of {country_name(country, 'en')}"
    yield _body(phrase, name, country)


def _body(phrase: Phrase, name: str, country: str) -> FoundBody:
    return FoundBody(
        start=phrase.words[0].start,
        end=phrase.words[-1].end,
        rule=phrase.rule,
        confidence=0.5 if phrase.generic else 0.85,
        name=name,
        kind=KIND_OF_HEAD.get(phrase.kind_word, "company"),
        country=country,
        acronym=phrase.acronym,
        generic=phrase.generic,
    )


def _text(tokens: Sequence[Token], text: str) -> str:
    words = text[tokens[0].start : tokens[-1].end]
    return _HONOURS.sub("the ", _SPACES.sub(" ", _BRACKETED.sub("", words)).strip())


def _owner(phrase: Phrase) -> str:
    """Return the country that owns the body: "Qatar's" before its name."""
    at = phrase.first - 1
    if at > 0 and (phrase.tokens[at].kind == "owner" or phrase.tokens[at].text in {"'", "’"}):
        return phrase.tokens[at - 1].code
    return ""


def _country(words: Sequence[Token], *, abroad: bool) -> str:
    """Return the country a name holds: by adjective, "of …", a city or a body of one."""
    codes = [word.code for word in words if word.code and word.kind == "country"]
    return (
        codes[0] if len(set(codes)) == 1 or (codes and abroad) else "" if codes else _place(words)
    )


def _place(words: Sequence[Token]) -> str:
    return next((word.code for word in words if word.code), "")


def _each(phrase: Phrase, singular: str) -> Iterator[FoundBody]:
    """Part a plural into its bodies: by country, or by what each is of."""
    head = phrase.head
    left = [token for token in phrase.tokens[phrase.first : head] if token.kind != "country"]
    left = [token for token in left if token.lower not in {"and", "&"} or len(left) > 2]
    right = list(phrase.tokens[head + 1 : phrase.end])
    countries = [token.code for token in phrase.words if token.kind == "country"]
    owner = _owner(phrase)
    ruling = singular.title() if phrase.tokens[head].capital else singular.capitalize()
    lead = [token.text.title() if token.text.islower() else token.text for token in left]
    for of in _complements(right, split=singular in {"ministry", "department"}):
        name = " ".join([*lead, ruling, *of])
        for country in dict.fromkeys(countries) or [owner]:
            if country or of or lead:
                of_country = f" of {country_name(country, 'en')}" if country in countries else ""
                yield replace(
                    _body(phrase, _SPACES.sub(" ", name) + of_country, country),
                    generic=not country,
                )


def _complements(right: Sequence[Token], *, split: bool) -> Iterator[list[str]]:
    """Yield what each body of a plural is of: "of Health and Finance" gives two."""
    words: list[str] = []
    parts: list[list[str]] = [words]
    for at, token in enumerate(right):
        following = right[at + 1].kind if at + 1 < len(right) else "country"
        if token.kind == "country" or (following == "country" and token.lower in _JOINTS):
            continue
        if split and token.lower in {"and", ","} and words:
            words = ["of"]
            parts.append(words)
        elif token.lower != "the" or words:
            words.append(token.text.title() if _is_topic_word(token) else token.text)
    yield from (part for part in parts if part != ["of"])


_JOINTS = frozenset(("of", "and", "the", ",", "in", "&"))


def _is_topic_word(token: Token) -> bool:
    return token.text.islower() and token.lower not in _SMALL


def with_full_names(found: Iterable[FoundBody]) -> list[FoundBody]:
    """Give each short name the full one it stands for: "Almazov Centre" for the longer name."""
    bodies = list(found)
    names = {fold(body.name): body for body in bodies if not body.generic}
    holding: dict[str, list[FoundBody]] = {}
    for body in names.values():
        for word in set(_words(body.name)):
            holding.setdefault(word, []).append(body)
    full = {key: _full(body, holding) for key, body in names.items()}
    return [_renamed(body, full.get(fold(body.name))) for body in bodies]


def _renamed(body: FoundBody, full: FoundBody | None) -> FoundBody:
    if full is None or body.generic:
        return body
    return replace(body, name=full.name, kind=full.kind, country=body.country or full.country)


def _full(body: FoundBody, holding: dict[str, list[FoundBody]]) -> FoundBody | None:
    short = _words(body.name)
    if len(short) < 2:
        return None
    rarest = min((holding[word] for word in short), key=len)
    if len(rarest) > _TOO_COMMON:
        return None
    longer = [other for other in rarest if _stands_for(body, short, other)]
    longest = max(longer, key=lambda other: len(other.name), default=None)
    if longest is None or any(not _within(_words(o.name), _words(longest.name)) for o in longer):
        return None
    return longest


def _stands_for(body: FoundBody, short: Sequence[str], other: FoundBody) -> bool:
    long = _words(other.name)
    if len(long) <= len(short) or (
        body.country and other.country and body.country != other.country
    ):
        return False
    if body.kind != other.kind:
        return False
    if body.kind == "ministry":
        tail = fold(other.name).removeprefix(fold(body.name))
        prefixed = fold(other.name).endswith(f" {fold(body.name)}") and len(long) < len(short) + 2
        return prefixed or (tail != fold(other.name) and tail.startswith(" of "))
    return _ruling(body.name) == _ruling(other.name) and _within(short, long)


def _ruling(name: str) -> str:
    """Return the noun that rules a name: the last before "of", "for" or "on"."""
    return _BEFORE_OF.split(fold(name), maxsplit=1)[0].rsplit(" ", 1)[-1]


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    left = iter(long)
    return all(word in left for word in short)


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", fold(name)) if word not in _SMALL]
