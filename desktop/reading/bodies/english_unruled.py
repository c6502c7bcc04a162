"""English bodies that no ruling noun names: companies told by a chief's post, loose acronyms."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.reading.bodies.english_lexicon import POST_NOUNS, is_stop, is_strong, is_topic
from desktop.reading.bodies.english_right import acronym_at
from desktop.reading.bodies.english_tokens import Token
from desktop.reading.bodies.english_words import word_set
from desktop.reading.findings import FoundBody
from desktop.reading.gazetteers import words_of
from desktop.reading.page import Paragraph

Tokens = Sequence[Token]
KNOWN = "body known by name"
_ACRONYM = re.compile(r"[A-Z][A-Za-z&-]{1,11}")
_LETTERS = re.compile("[A-Z]{3,8}")
_NO_BODY = word_set(
    "COVID HIV AIDS TB MOU IT AI ICT ID PM CEO CFO COO CTO TV UK US USA UAE SME SMES SDG SDGS "
    "UHC LNG PPE PCR MP MPS VIP GMT AM GDP FDI NCD NCDS ODA PPP R&D STEM FTA BIT HE H.E PHD "
    "MD HR COP ICT GIS NGO EGH CBS UNIT"
)
_CHIEFS = frozenset(("ceo", "coo", "cfo", "cto", "founder", "co-founder", "executive"))
_TRADES = word_set(
    "company companies firm corporation carmaker manufacturer producer drugmaker giant "
    "operator airline conglomerate startup start-up supplier contractor"
)
_LONGEST = 4
_PARTS = re.compile("[A-Z][a-z]+")
_BRAND = re.compile(r"(?!Mac|Mc|Fitz|Des?[A-Z])(?:[A-Z][a-z]{2,}){2,}")
_MEDIA = word_set("youtube facebook whatsapp linkedin tiktok wechat")
_MATTERS_OF_BOARDS = word_set("Tourism Enterprise Business Statistics Innovation Invest Export")
_SERVICES = word_set("Customs Immigration Post")
_OF_SERVICES = word_set("duties duty officers officials clearance procedures law code union")
_LEADERS = word_set(
    "director head ceo chairman chairperson chair president manager director-general general "
    "governor chief commissioner"
)
_LONGEST_LED = 9
_IN_QUOTES = re.compile('[“«„"]([^“”«»„"]+)[”»“"]')
_SHORTEST_BARE = 4
_MOST_BARE = 40


def unruled_in(
    tokens: Tokens, here: Sequence[FoundBody], told: dict[str, FoundBody]
) -> Iterator[FoundBody]:
    """Yield the bodies of a paragraph that only their surroundings tell.

    `here` are the bodies already found in it, `told` those of the text by the acronym it explains.
    """
    left = deque(sorted((body.start, body.end) for body in here))
    busy = 0
    for at, token in enumerate(tokens):
        while left and left[0][0] <= token.start:
            busy = max(busy, left.popleft()[1])
        if token.start < busy or token.kind != "word" or not token.capital:
            continue
        body = _explained(token, told) or _company(tokens, at) or _of_a_country(tokens, at, told)
        body = body or _board_of_country(tokens, at) or _customs(tokens, at)
        body = body or _led(tokens, at) or _partners(tokens, at) or _brand(tokens, at)
        if body:
            busy = body.end
            yield body


def _explained(token: Token, told: dict[str, FoundBody]) -> FoundBody | None:
    full = told.get(token.text)
    if full is None or not _ACRONYM.fullmatch(token.text):
        return None
    return FoundBody(
        start=token.start,
        end=token.end,
        rule="acronym the text explains",
        name=full.name,
        kind=full.kind,
        country=full.country,
        acronym=token.text,
    )


def _company(tokens: Tokens, at: int) -> FoundBody | None:
    """Read "CEO of Hyundai Rotem" and "the pharmaceutical company Pharmasyntez"."""
    if at < 2 or not _is_name(tokens[at], first=True):
        return None
    before, second = tokens[at - 1].lower, tokens[at - 2].lower
    of_chief = before in {"of", "at"} and second in _CHIEFS
    of_trade = before in _TRADES and tokens[at - 1].text.islower()
    if not (of_chief or of_trade):
        return None
    end = at
    while end < len(tokens) and end - at < _LONGEST and _is_name(tokens[end], first=end == at):
        end += 1
    return FoundBody(
        start=tokens[at].start,
        end=tokens[end - 1].end,
        rule="company of a chief executive" if of_chief else "name behind the word company",
        confidence=0.7,
        name=" ".join(token.text for token in tokens[at:end]),
        kind="company",
    )


def _board_of_country(tokens: Tokens, at: int) -> FoundBody | None:
    """Read "Enterprise Ireland" and "Statistics Estonia": a matter, then the country alone."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].text not in _MATTERS_OF_BOARDS or following is None or tokens[at].first:
        return None
    behind = tokens[at + 2] if at + 2 < len(tokens) else None
    before = tokens[at - 1] if at else None
    runs_on = (behind and behind.capital) or (before and before.capital)
    if following.kind != "country" or following.adjective or runs_on:
        return None
    return FoundBody(
        start=tokens[at].start,
        end=following.end,
        rule="matter and country",
        confidence=0.65,
        name=f"{tokens[at].text} {following.text}",
        kind="agency",
        country=following.code,
    )


def _customs(tokens: Tokens, at: int) -> FoundBody | None:
    """Read "Jordan Customs" and "Hungarian Customs": the service, told by its country."""
    owner = tokens[at - 1] if at else None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].text not in _SERVICES or owner is None or owner.kind != "country":
        return None
    if following and (following.capital or following.lower in _OF_SERVICES):
        return None
    return FoundBody(
        start=owner.start,
        end=tokens[at].end,
        rule="service and country",
        confidence=0.65,
        name=f"{owner.text} {tokens[at].text}",
        kind="agency",
        country=owner.code,
    )


def _led(tokens: Tokens, at: int) -> FoundBody | None:
    """Read "Director of Railway Infrastructure of Montenegro (ŽICG)": led, and with letters."""
    start = at - (at > 0 and tokens[at - 1].lower == "the")
    if start < 2 or tokens[start - 1].lower not in {"of", "at"}:
        return None
    if tokens[start - 2].lower not in _LEADERS or not _is_name(tokens[at], first=True):
        return None
    if _LETTERS.fullmatch(tokens[at].text) and tokens[at].text not in _NO_BODY:
        return _of_letters(tokens[at])
    end = at + 1
    while end < len(tokens) and end - at < _LONGEST_LED and _goes_on(tokens[end]):
        end += 1
    letters, _after = acronym_at(tokens, end)
    own = tokens[at:end]
    if end - at < 2 or not letters or any(is_strong(token.lower) for token in own):
        return None
    return FoundBody(
        start=own[0].start,
        end=own[-1].end,
        rule="led by somebody, with its letters",
        confidence=0.7,
        name=" ".join(token.text for token in own),
        country=next((token.code for token in own if token.code), ""),
        acronym=letters,
    )


def _of_letters(token: Token) -> FoundBody:
    return FoundBody(
        start=token.start,
        end=token.end,
        rule="letters behind who leads it",
        confidence=0.6,
        name=token.text,
    )


def _goes_on(token: Token) -> bool:
    return (
        (token.capital and token.kind in {"word", "city"})
        or token.kind == "country"
        or token.lower in {"of", "for", "and", "the", "&"}
    )


def _partners(tokens: Tokens, at: int) -> FoundBody | None:
    """Read "Larsen & Toubro": two names that "&" joins, of which one at least is no word."""
    run = tokens[at : at + 3]
    if len(run) < 3 or run[1].text != "&" or run[2].kind != "word" or not run[2].capital:
        return None
    ends = (tokens[at - 1 : at] if at else ())[-1:], tokens[at + 3 : at + 4]
    beside = any(one.capital and one.kind in {"word", "initial"} for end in ends for one in end)
    lower = run[0].lower
    known = lower in words_of("given_names") or lower in words_of("plain_words") or is_topic(lower)
    if beside or known or len(run[0].text) < 3 or is_topic(run[2].lower):
        return None
    return FoundBody(
        start=run[0].start,
        end=run[2].end,
        rule="two names with an ampersand",
        confidence=0.6,
        name=f"{run[0].text} & {run[2].text}",
        kind="company",
    )


def _brand(tokens: Tokens, at: int) -> FoundBody | None:
    """Read a name written as no person's is: "PetroVerde", "AstraNova"."""
    token = tokens[at]
    if not _BRAND.fullmatch(token.text) or token.lower in _MEDIA:
        return None
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    if any(one.capital and one.kind in {"word", "initial"} for one in beside):
        return None
    if all(part.lower() in words_of("plain_words") for part in _PARTS.findall(token.text)):
        return None
    return FoundBody(
        start=token.start,
        end=token.end,
        rule="name with capitals within",
        confidence=0.55,
        name=token.text,
        kind="company",
    )


def _is_name(token: Token, *, first: bool) -> bool:
    if token.kind != "word" or not token.capital or is_stop(token.lower):
        return False
    plain = token.lower in words_of("plain_words") or is_topic(token.lower)
    given = token.lower in words_of("given_names") and not plain
    return first or not (given or token.lower in POST_NOUNS)


def _of_a_country(tokens: Tokens, at: int, told: dict[str, FoundBody]) -> FoundBody | None:
    """Read an acronym behind a country that owns it: "the Cuban MINSAP"."""
    token = tokens[at]
    owner = _owner(tokens, at) or _owner_behind(tokens, at)
    if owner is None:
        return None
    upper = token.text.isupper() and len(token.text) > 2 and _ACRONYM.fullmatch(token.text)
    if not upper or token.text in told or token.text in _NO_BODY:
        return None
    return FoundBody(
        start=token.start,
        end=token.end,
        rule="acronym behind its country",
        confidence=0.6,
        name=token.text,
        country=owner.code,
    )


def _owner(tokens: Tokens, at: int) -> Token | None:
    before = tokens[at - 1] if at else None
    owner = tokens[at - 2] if before and before.kind == "owner" and at > 1 else before
    if owner is None or owner.kind != "country" or not (owner.adjective or owner is not before):
        return None
    return None if owner.text.isupper() else owner


def _owner_behind(tokens: Tokens, at: int) -> Token | None:
    """Return the country of "NARA of Sri Lanka"."""
    if at + 2 >= len(tokens) or tokens[at + 1].lower != "of":
        return None
    owner = tokens[at + 2 + (tokens[at + 2].lower == "the") : at + 4][:1]
    return owner[0] if owner and owner[0].kind == "country" and not owner[0].adjective else None


def bare_mentions(
    paragraph: Paragraph, here: Sequence[FoundBody], quoted: dict[str, FoundBody]
) -> Iterator[FoundBody]:
    """Yield where a company that stands in quotes elsewhere is named without its legal form."""
    for name, body in quoted.items():
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", paragraph.text):
            start, end = (paragraph.start + at for at in match.span())
            if not any(one.meets(start, end) for one in here):
                yield replace(body, start=start, end=end, rule="company named in quotes elsewhere")


def quoted_names(bodies: Sequence[FoundBody]) -> dict[str, FoundBody]:
    """Return the companies of a text by what of their names stands in quotes."""
    found: dict[str, FoundBody] = {}
    for body in bodies:
        inner = _IN_QUOTES.search(body.name) if body.kind == "company" else None
        if inner and len(inner[1]) >= _SHORTEST_BARE:
            found.setdefault(inner[1], body)
    return dict(list(found.items())[:_MOST_BARE])


def with_guessed_acronyms(bodies: Sequence[FoundBody]) -> dict[str, FoundBody]:
    """Return the ministries that loose acronyms mean: MINSAP, where a country has just one."""
    guessed: dict[str, FoundBody] = {}
    for body in bodies:
        if body.rule != "acronym behind its country" or not body.name.startswith("M"):
            continue
        own = {
            other.name: other
            for other in bodies
            if other.kind == "ministry" and other.country == body.country and not other.generic
        }
        if len(own) == 1:
            guessed[body.name] = next(iter(own.values()))
    return guessed
