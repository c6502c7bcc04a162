"""How far an English body's name reaches to the right of the noun that rules it."""

import re
from collections.abc import Sequence

from desktop.reading.bodies.english_lexicon import (
    ABROAD,
    BETWEEN,
    LEGAL_FORMS,
    ONLY_CAPITALS,
    PLURALS,
    POST_NOUNS,
    PREPOSITIONS,
    ROMANCE,
    is_abstract,
    is_stop,
    is_strong,
    is_topic,
)
from desktop.reading.bodies.english_tokens import Token
from desktop.reading.bodies.english_words import word_set
from desktop.reading.gazetteers import words_of

Tokens = Sequence[Token]
_OF_TOPICS = frozenset(("ministry", "ministries", "department", "committee", "agency"))
_ARTICLES = frozenset(("the", "its"))
_AND = frozenset(("and", "&"))
_RELATIONS = frozenset(("relations", "cooperation", "links", "ties", "liaison", "work"))
_STATES = frozenset(("government", "governments", "republic", "kingdom", "state", "federation"))
_PARTICLES = word_set("de da do del la di du des van von al el")
_NAME_PARTICLES = word_set("bin bint ibn ben al von van de da del di e")
_STYLES_OF_STATE = word_set(
    "independent sovereign united plurinational bolivarian islamic hashemite democratic federal "
    "socialist republic kingdom state states people's cooperative co-operative arab oriental"
)
_SERVED_OFFICES = word_set(
    "prosecutor attorney commissioner minister president governor mayor ombudsman representative "
    "coordinator secretary-general secretary"
)
_STATE_HEADS = frozenset(("government", "governments", "parliament", "embassy", "cabinet"))
_LISTING = frozenset(("ministry", "department", "committee", "agency", "commission"))
_MOST_LISTED = 6
_GENERAL = frozenset(("directorate", "secretariat", "consulate", "inspectorate"))
_LONGEST_ROMANCE = 9
_ROMANCE_PARTICLES = word_set(
    "de des du del della delle da do dos das di la las le les los y e et l'"
)
_ABSTRACT = re.compile(r"(?:ing|[st]ion|ity|ment|ics|ry|ure|ism|ship|[ae]nce)s?\Z")
_MATTERS = ("dies", "lties", "rities", "tives", "ials", "ings", "ences")
_NESTED = frozenset(("committee", "commission", "agency", "department", "service"))
_MEMBERS = frozenset((("member", "states"), ("member", "nations"), ("participating", "states")))
_LONGEST_ACRONYM = 12


def right_end(tokens: Tokens, head: int) -> tuple[int, str]:
    """Return the index after a name's last token, and the acronym told in brackets, or empty."""
    end = after_forms(tokens, head + 1)
    if tokens[head].lower in _GENERAL and tokens[end : end + 1] and tokens[end].text == "General":
        end += 1
    if tokens[head].lower in ROMANCE:
        end = _romance_end(tokens, end)
    acronym = ""
    while end < len(tokens):
        told, after = acronym_at(tokens, end)
        at = after if told else end
        acronym = acronym or told
        further = _further(tokens, at, head)
        if not further:
            break
        end = further
    return end, acronym


def _romance_end(tokens: Tokens, at: int) -> int:
    """Return the index after the adjectives and "de …" of a name in a Romance language."""
    end = at
    for forward in range(at, min(at + _LONGEST_ROMANCE, len(tokens))):
        token = tokens[forward]
        if token.lower in _ROMANCE_PARTICLES and token.text.islower():
            continue
        place = token.kind == "country" and forward > at
        if not (_is_name(token) or place) or token.lower in POST_NOUNS:
            break
        end = forward + 1
    return end


def acronym_at(tokens: Tokens, at: int) -> tuple[str, int]:
    """Return the acronym that stands in brackets at an index, and the index after them."""
    if at + 3 < len(tokens) and tokens[at].text == "," and tokens[at + 1].text == "(":
        told, after = acronym_at(tokens, at + 1)
        return (told, after) if told else ("", at)
    if at + 2 < len(tokens) and tokens[at].text == "(":
        close = next(
            (k for k in range(at + 1, min(at + 4, len(tokens))) if tokens[k].text == ")"), 0
        )
        if close:
            inner = " ".join(token.text for token in tokens[at + 1 : close]).strip("\"“”'‘’ ")
            if sum(map(str.isupper, inner)) > 1 and len(inner) <= _LONGEST_ACRONYM:
                return inner, close + 1
    return "", at


def is_legal_form(token: Token) -> bool:
    """Tell whether a token is a legal form such as LLC or Ltd."""
    lower = token.lower.replace(".", "") if token.kind == "initial" else token.lower
    return (
        token.kind in {"word", "abbreviation", "initial"}
        and token.capital
        and lower in LEGAL_FORMS
        and (lower not in ONLY_CAPITALS or token.text.isupper())
    )


def after_forms(tokens: Tokens, at: int) -> int:
    """Return the index after the legal forms or the number that stand at an index."""
    while at < len(tokens):
        token = tokens[at]
        comma = token.text == "," and at + 1 < len(tokens) and is_legal_form(tokens[at + 1])
        if is_legal_form(token):
            at += 1
        elif comma or (token.text in {"No.", "№"} and at + 1 < len(tokens)):
            at += 2
        else:
            break
    return at


def _further(tokens: Tokens, at: int, head: int) -> int:
    """Return the index after what a preposition at an index adds to the name, or 0."""
    if at + 1 >= len(tokens):
        return 0
    word = tokens[at].lower
    if word == "between" and tokens[head].lower in BETWEEN:
        return _between(tokens, at + 1)
    if word == "named" and tokens[at + 1].lower in {"after", "for"}:
        return _eponym(tokens, at + 2)
    if word not in PREPOSITIONS or tokens[at].kind != "word":
        return 0
    start = _after_styles(tokens, at + 1)
    if start >= len(tokens) or not _may_follow(tokens, word, start, head, at):
        return 0
    return _nouns(tokens, start, head)


def _after_styles(tokens: Tokens, at: int) -> int:
    """Return the index after an article, or after "Their Excellencies the"."""
    if _texts(tokens, at, 2) == ("their", "excellencies"):
        at += 2
    return at + (at < len(tokens) and tokens[at].lower in _ARTICLES)


def _may_follow(tokens: Tokens, word: str, start: int, head: int, at: int) -> bool:
    token = tokens[start]
    ruling = tokens[head].lower
    place = token.kind in {"country", "city"} and not token.adjective
    if word == "with":
        return tokens[at - 1].lower in _RELATIONS and (place or is_topic(token.lower))
    rules = {
        "in": ruling in ABROAD and place,
        "to": ruling in ABROAD and token.kind in {"country", "body", "city"},
        "under": token.capital and token.lower in POST_NOUNS,
        "at": token.capital and token.lower in POST_NOUNS,
    }
    if word in rules:
        return rules[word]
    if word != "of" and _cannot_aim(tokens, word, start, head, at):
        return False
    lowercase = word == "of" and ruling in _OF_TOPICS and is_topic(token.lower)
    return token.kind in {"country", "city", "body"} or _is_name(token) or lowercase


def _cannot_aim(tokens: Tokens, word: str, start: int, head: int, at: int) -> bool:
    """Tell whether "for" or "on" begins another thought: a ministry is of something, not on."""
    token = tokens[start]
    if token.kind == "date" or (token.kind in {"country", "city"} and not token.adjective):
        return True
    if tokens[head].lower in _STATE_HEADS and at > head + 1:
        return True
    if at > head + 1 and word == "for" and tokens[at - 1].lower in _NESTED:
        return False  # "Border Service of the State Committee for National Security"
    ministry = tokens[head].lower in {"ministry", "ministries"}
    told = at > head + 1 and tokens[at - 1].kind != "country"
    return (ministry and (word != "for" or at > head + 1)) or (told and token.lower != "europe")


def _is_name(token: Token) -> bool:
    """Tell whether a token may be a word of a name: a capital, no verb or title."""
    return (
        token.kind in {"word", "initial"} and token.capital and not is_stop(token.lower)
    ) or token.text in {"St.", "No."}


def _nouns(tokens: Tokens, start: int, head: int) -> int:
    """Return the index after a list of nouns: "Trade, Industry and Energy"."""
    end = _run(tokens, start, head)
    if tokens[head].lower in _STATE_HEADS and tokens[head].lower not in PLURALS and end > start:
        return end
    while end > start and end + 1 < len(tokens):
        sign = tokens[end].lower
        joined = sign in _AND
        at = end + 1
        if sign == "," and tokens[at].lower in _AND:
            joined, at = True, at + 1
        if not joined and sign != ",":
            break
        further = _run(tokens, at, head)
        if further == at or _is_other(tokens, at, further, head, joined=joined):
            break
        end = further
    return end if end > start else 0


def _run(tokens: Tokens, start: int, head: int) -> int:
    """Return the index after the words that stand together from an index."""
    if start >= len(tokens):
        return start
    if tokens[start].kind in {"country", "city"} and not tokens[start].adjective:
        return _of_place(tokens, start)
    lowercase = tokens[head].lower in _OF_TOPICS
    at = start
    while at < len(tokens) and _continues(tokens, at, start, lowercase=lowercase):
        at += 1
    if at > start and tokens[at - 1].kind == "body" and _texts(tokens, at, 2) in _MEMBERS:
        return at + 2
    while at > start and tokens[at - 1].lower in _PARTICLES:
        at -= 1
    return at


def _of_place(tokens: Tokens, start: int) -> int:
    """Return the index after a place, or after a body it begins: "Oslo State University"."""
    at = start + 1
    while at < len(tokens) and _is_name(tokens[at]) and tokens[at].lower not in POST_NOUNS:
        at += 1
    return at if at > start + 1 and is_strong(tokens[at - 1].lower) else start + 1


def _texts(tokens: Tokens, at: int, count: int) -> tuple[str, ...]:
    return tuple(token.lower for token in tokens[at : at + count])


def _continues(tokens: Tokens, at: int, start: int, *, lowercase: bool) -> bool:
    token = tokens[at]
    lower = token.lower
    kinds = {
        "country": token.adjective or tokens[at - 1].lower in _STYLES_OF_STATE,
        "body": True,
        "city": at == start,
        "owner": tokens[at - 1].lower in {"children", "women", "people", "men"},
    }
    if token.kind in kinds:
        return kinds[token.kind]
    if lower in POST_NOUNS:
        served = at == start and lower in {"president", "minister", "prime"}
        office = lower in _SERVED_OFFICES and tokens[start - 1].lower == "the"
        return served or office or lower in {"ministers", "heads", "governors"}
    if lower in _PARTICLES and at > start:
        return at + 1 < len(tokens) and tokens[at + 1].capital
    if lowercase and token.kind == "word" and is_topic(lower):
        return True
    return _is_name(token) and not (at > start and _is_person(tokens, at, lowercase=lowercase))


def _is_person(tokens: Tokens, at: int, *, lowercase: bool) -> bool:
    """Tell whether a person's name begins at a word within a body's name."""
    lower = tokens[at].lower
    if lowercase and _begins_name(tokens, at):
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    named = lower in words_of("given_names") and not is_topic(lower)
    if following and following.lower in _NAME_PARTICLES and at + 2 < len(tokens):
        following = tokens[at + 2]
    return bool(named and following and following.capital and following.kind in {"word", "initial"})


def _begins_name(tokens: Tokens, at: int) -> bool:
    """Tell whether unknown words behind "Ministry of Culture" are rather somebody's name."""
    return (
        tokens[at].kind == "word"
        and is_topic(tokens[at - 1].lower)
        and not is_topic(tokens[at].lower)
        and not is_abstract(tokens[at].lower)
        and not tokens[at].lower.endswith(_MATTERS)
        and not is_strong(tokens[at].lower)
        and tokens[at].lower not in words_of("plain_words")
    )


def _is_other(tokens: Tokens, start: int, end: int, head: int, *, joined: bool) -> bool:
    """Tell whether the words after a comma or "and" are no more part of the name."""
    first, last = tokens[start], tokens[end - 1]
    if first.kind in {"country", "city", "body", "date"} and not first.adjective:
        # "of Azerbaijan and Russia" behind a plural, as "Ministries of Health of"
        both = first.kind == "country" and tokens[end - 2 - (end - start)].kind == "country"
        return not (both and tokens[head].lower in PLURALS)
    if first.lower in POST_NOUNS or tokens[start - 1].lower in _ARTICLES:
        return True
    follows = tokens[end].lower if end < len(tokens) else ""
    if is_strong(last.lower) or (is_strong(first.lower) and end - start == 1 and follows == "of"):
        return True
    listed = tokens[head].lower in _LISTING and not joined and _lists_on(tokens, start)
    if listed or is_topic(first.lower) or is_topic(last.lower):
        return not (joined or listed or follows in {",", "and", "&"})
    if not joined or follows in POST_NOUNS:
        return True
    name = first.lower in words_of("given_names")
    return name or tokens[head].lower not in {"ministry", "ministries", "department", "institute"}


def _lists_on(tokens: Tokens, at: int) -> bool:
    """Tell whether a list of matters goes on to an "and": "Labour, Pension System, Family and"."""
    for _part in range(_MOST_LISTED):
        end = at
        while end < len(tokens) and _is_matter(tokens[end]):
            end += 1
        if end + 2 >= len(tokens) or not any(_is_known(token) for token in tokens[at:end]):
            return False
        at = end + (tokens[end].text == ",")
        if tokens[at].lower in _AND:
            return _is_last_matter(tokens, at + 1)
        if at == end:
            return False
    return False


def _is_last_matter(tokens: Tokens, at: int) -> bool:
    last = tokens[at]
    known = _is_known(last) or bool(_ABSTRACT.search(last.lower))
    return known and _is_matter(last) and not _heads_next(tokens, at)


def _is_known(token: Token) -> bool:
    return is_topic(token.lower) or token.lower in words_of("plain_words")


def _is_matter(token: Token) -> bool:
    """Tell whether a word may say what a ministry is of, though not known as such."""
    lower = token.lower
    return (
        token.kind == "word"
        and token.capital
        and not is_stop(lower)
        and not is_strong(lower)
        and lower not in POST_NOUNS
        and lower not in words_of("given_names")
    ) or is_topic(lower)


def _heads_next(tokens: Tokens, at: int) -> bool:
    """Tell whether the words at an index name a body of their own."""
    end = at
    while end < len(tokens) and _is_name(tokens[end]):
        end += 1
    return end > at and any(is_strong(token.lower) for token in tokens[at:end])


def _between(tokens: Tokens, at: int) -> int:
    """Return the index after "[the Governments of] A and B", where both are countries."""
    end = _side(tokens, at)
    if end and end < len(tokens) and tokens[end].lower in _AND:
        return _side(tokens, end + 1)
    return 0


def _side(tokens: Tokens, at: int) -> int:
    while at < len(tokens) and (tokens[at].lower in _STATES or tokens[at].lower in {"the", "of"}):
        at += 1
    if at < len(tokens) and tokens[at].kind in {"country", "body"}:
        return at + 1
    return 0


def _eponym(tokens: Tokens, at: int) -> int:
    end = at + (at < len(tokens) and tokens[at].lower == "the")
    while end < len(tokens) and (
        tokens[end].kind in {"word", "initial", "abbreviation"}
        and (tokens[end].capital or tokens[end].lower in _PARTICLES)
    ):
        end += 1
    return end if end > at else 0
