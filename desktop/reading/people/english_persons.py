"""From a possible name with a post to a person found: name, post, country and body."""

import re
from collections.abc import Sequence

from desktop.reading.bodies.english_tokens import Token
from desktop.reading.findings import FoundBody, FoundPerson
from desktop.reading.people.english_bylines import is_byline
from desktop.reading.people.english_countries import side_of
from desktop.reading.people.english_lexicon import (
    PLURAL_POSTS,
    ROYAL,
    SHORT_POSTS,
    STATE_POSTS,
    THINGS,
    is_given,
    is_plain,
)
from desktop.reading.people.english_pairs import Holder, speaks
from desktop.reading.people.english_posts import Post

_OF_BOTH = re.compile(r"\s+of (?:the )?(?:two|both|three) (?:countries|states|nations|sides)\Z")
_SPACES = re.compile(r"\s+")
_OPENING = frozenset("\"“«„‘'")
_CLOSING = frozenset("\"”»“’'")
_MATTERS = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_ARTICLE = re.compile(r"\Athe\s+", re.IGNORECASE)
_ACTING = re.compile(r"\b(?:acting|ad interim|a\.i\.|interim)(?!\w)", re.IGNORECASE)


def person_of(holder: Holder, text: str, told: FoundPerson | None) -> FoundPerson | None:
    """Return the person a holder is, or None where the words do not tell that it is one.

    `told` is the last person with a post before: a counterpart holds the same post.
    """
    confidence = _confidence(holder)
    if not confidence:
        return None
    tokens, name, post = holder.tokens, holder.name, holder.post
    words = tokens[name.first : name.end]
    full = _SPACES.sub(" ", text[words[0].start : words[-1].end])
    office = _office(holder, text, told)
    if post and name.length == 1 and post.tokens[post.head].lower in ROYAL and not post.plural:
        full = f"{post.tokens[post.head].text.title()} {full}"
    return FoundPerson(
        start=words[0].start,
        end=words[-1].end,
        rule=holder.rule or "a name with its given name",
        confidence=confidence,
        name=full.replace("- ", "-"),
        post=office,
        post_start=post.tokens[post.first].start if post else -1,
        post_end=post.tokens[post.end - 1].end if post else -1,
        acting=bool(_ACTING.search(office)),
        country=holder.place or (_country(holder) if post else "") or side_of(tokens, name),
        body=_body(post),
        byline=is_byline(tokens, name),
    )


def _confidence(holder: Holder) -> float:
    tokens, name = holder.tokens, holder.name
    words = tokens[name.first : name.end]
    whole = sum(1 for word in words if word.kind == "word" and len(word.text) > 1)
    if holder.post:
        if name.length == 1 and len(words[0].text) < 3 and not name.honoured:
            return 0.0
        letters = _is_initials(holder.post) and words[0].text.isupper()
        common = name.length == 1 and not name.given and (letters or _is_common(words[0]))
        return 0.95 if name.length > 1 else 0.0 if common else 0.8
    if name.honoured:
        return 0.9 if whole > 1 else 0.7
    if words[-1].lower in THINGS or _is_quoted(tokens, name.first, name.end):
        return 0.0
    if name.length > 1 and (name.given or words[0].kind == "initial"):
        return 0.8 if is_given(words[0].lower) else 0.7
    told = whole > 1 and (speaks(tokens, name) or is_byline(tokens, name))
    return 0.6 if told else 0.0


def _is_quoted(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether a name stands in quotes of its own: what is named after somebody."""
    before = tokens[first - 1].text if first else ""
    after = tokens[end].text if end < len(tokens) else ""
    return before in _OPENING and after in _CLOSING and bool(before)


def _is_initials(post: Post) -> bool:
    """Tell whether a post is told by its initials: PM, DG."""
    return post.tokens[post.head].text in SHORT_POSTS


def _is_common(word: Token) -> bool:
    return is_plain(word.lower) or (word.text.isupper() and len(word.text) < 5)


def _office(holder: Holder, text: str, told: FoundPerson | None) -> str:
    post = holder.post
    if post is None:
        return ""
    if post.is_counterpart:
        return told.post if told else ""
    words = post_words(post, text)
    return _share(words, holder) if holder.shared > 1 else words


def _share(words: str, holder: Holder) -> str:
    """Part "Minister of Health and Education" among as many holders as it names matters."""
    noun, of, matters = words.partition(" of ")
    parts = [part for part in _MATTERS.split(matters) if part]
    fits = of and len(parts) == holder.shared
    return f"{noun} of {parts[holder.number]}" if fits else words


def post_words(post: Post, text: str) -> str:
    """Return a post as the words have it, in the singular, without its country."""
    tokens = post.tokens
    first, end = post.first, post.end
    while first < post.head and (
        tokens[first].kind == "country" or tokens[first].lower in {"and", ","}
    ):
        first += 1
    end = _without_country(tokens, post.head, end)
    words = text[tokens[first].start : tokens[end - 1].end]
    head = tokens[post.head]
    single = PLURAL_POSTS.get(head.lower)
    if single:
        at = head.start - tokens[first].start
        shown = single.title() if head.capital else single
        words = words[:at] + shown + words[at + len(head.text) :]
    return _SPACES.sub(" ", _OF_BOTH.sub("", _ARTICLE.sub("", words))).strip(" ,")


def _without_country(tokens: Sequence[Token], head: int, end: int) -> int:
    """Drop "of the Russian Federation" or "of Kenya and Cuba" at the end, not "to Jordan"."""
    at = end
    while at - 1 > head and (
        tokens[at - 1].kind == "country" or tokens[at - 1].lower in {"and", ",", "the"}
    ):
        at -= 1
    return at - 1 if at < end and at - 1 > head and tokens[at - 1].lower in {"of", "from"} else end


def _country(holder: Holder) -> str:
    post = holder.post
    if post is None:
        return ""
    countries = post.countries
    if holder.shared > 1 and len(countries) == holder.shared:
        return countries[holder.number]
    return countries[0] if countries and (holder.shared == 1 or len(countries) == 1) else ""


def _body(post: Post | None) -> str:
    if post is None:
        return ""
    inside = [*post.tokens[post.first : post.end], *_apposed(post)]
    bodies = [token.found for token in inside if isinstance(token.found, FoundBody)]
    return bodies[0].name if bodies else ""


def _apposed(post: Post) -> Sequence[Token]:
    """Return the body behind a post that says nothing of what it is: "Director, Institute X"."""
    bare = all(
        token.lower not in {"of", "for", "in"} for token in post.tokens[post.head : post.end]
    )
    comma = post.end + 1 < len(post.tokens) and post.tokens[post.end].text in {",", "|"}
    if not (bare and comma and not post.plural):
        return ()
    at = post.end + 1
    at += at + 1 < len(post.tokens) and post.tokens[at].lower == "the"
    follows = post.tokens[at + 1].lower if at + 1 < len(post.tokens) else "."
    ended = follows in {",", ".", ";", ")", "and", "|", "in", "of", "at"}
    return post.tokens[at : at + 1] if ended else ()


def is_of_state(post: str) -> bool:
    """Tell whether a post is one of a state: minister, ambassador, governor."""
    return any(word in STATE_POSTS for word in re.findall(r"[\w-]+", post.casefold()))
