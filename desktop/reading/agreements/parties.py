"""Between whom an instrument is: the countries and bodies of its title, its verb, its heading."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from db.terms import LinkKind, StageKind
from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.mention import Mention
from desktop.reading.agreements.scene import Scene, Span
from desktop.reading.agreements.sides import Party, stood_for, unknown_sides
from desktop.reading.findings import (
    Findings,
    FoundBody,
    FoundCountry,
    FoundPerson,
    Role,
)
from desktop.reading.page import Page

_STATE_BODIES = frozenset(("government", "ministry", "parliament"))
_BETWEEN = re.compile(r"\b(?:between|among|между)\b", re.IGNORECASE)
_BEHIND = re.compile(r"\s*[,»”\"]*\s*(?:[\w ,]{0,90}?)\b(?:between|among|между)\b", re.IGNORECASE)
_PAIR = 2
_PLURAL_BODY = re.compile(r"[А-ЯЁа-яё-]+(?:ые|ие) ")
_JOINED = re.compile(r"\s*(?:,|и)\s+")
_FOR_THEMSELVES = frozenset(
    ("company", "university", "hospital", "association", "agency", "intergovernmental", "other")
)
_SEMICOLON = re.compile(";")
_OWN_WORDS = "between, in the title"
_AROUND = "the two bodies of the sentence"
_NEXT_CLAUSE = re.compile(r"\s*[,;]\s*(?:а|and|while)\b", re.IGNORECASE)
_NEVER = frozenset(("media", "commission", "parliament"))
_NO_SUBJECT = frozenset((StageKind.RATIFIED, StageKind.TERMINATED, StageKind.WITHDRAWN))


def parties_of(mention: Mention, grammar: Grammar) -> tuple[Role, ...]:
    """Return the parties told in the sentence of an instrument, the title's own first."""
    scene = mention.scene
    for span, rule in _regions(mention, grammar):
        parties = _in_region(scene, span, between=rule.startswith("between"))
        if len(parties) < _PAIR and rule.startswith(("subject", "agent")):
            named = rule == "subject of the act"
            parties = stood_for(scene, span, parties, grammar, unknown=named)
        if not parties and rule.startswith("between"):
            parties = stood_for(scene, span, parties, grammar, unknown=False)
        if rule == _AROUND:
            told = len(parties) == _PAIR and all(isinstance(one, FoundBody) for one in parties)
            return _roles(parties, rule) if told else ()
        if len(parties) > 1:
            return _roles(parties, rule)
        if rule == _OWN_WORDS and grammar.both.search(scene.text, *span):
            return ()
        if parties and not mention.single and not grammar.both.search(scene.text, *span):
            mention.single = _roles(parties, rule)
    return ()


def _regions(mention: Mention, grammar: Grammar) -> Iterator[tuple[Span, str]]:
    """Yield where the parties may stand and why, the surest first."""
    scene, text = mention.scene, mention.scene.text
    for found in _BETWEEN.finditer(text, mention.noun_end, mention.end):
        yield (found.end(), mention.end), _OWN_WORDS
    behind = _BEHIND.match(text, mention.end, min(mention.limit, mention.end + 400))
    if behind:
        end = min(_clause_end(scene, behind.end(), grammar), mention.limit)
        yield (behind.end(), end), "between, behind the verb"
    subject = _subject(mention)
    if mention.floor >= 0 and _NEXT_CLAUSE.match(text, mention.floor):
        yield (mention.floor, mention.start), "subject of the act"
    if subject:
        yield subject, "subject of the act"
        if mention.floor < mention.stage_start:
            yield (subject[0], mention.end), "subject and title"
    yield (mention.noun_end, mention.end), "title"
    if mention.stage_start >= mention.end:
        limit = max(mention.limit, mention.stage_end)
        end = min(_clause_end(scene, mention.stage_end, grammar), limit)
        yield (mention.stage_end, end), "agent"
    if subject:
        end = min(_clause_end(scene, mention.end, grammar), mention.limit)
        yield (subject[0], end), "subject and partner"
    elif mention.stage_start >= mention.end or mention.cited:
        yield (max(scene.start, mention.floor), mention.start), _AROUND


def _subject(mention: Mention) -> Span | None:
    """Return where the subject of the act stands: before an active verb, in its clause."""
    scene = mention.scene
    if 0 <= mention.stage_start < mention.start and mention.stage not in _NO_SUBJECT:
        return (scene.start, mention.stage_start)
    return None


def _clause_end(scene: Scene, start: int, grammar: Grammar) -> int:
    ends = [
        m for m in (_next(grammar.zone, scene, start), _next(_SEMICOLON, scene, start)) if m >= 0
    ]
    return min(ends, default=scene.end)


def _next(pattern: re.Pattern[str], scene: Scene, start: int) -> int:
    """Return where a pattern is first found outside names and quotes; -1 where nowhere."""
    found = pattern.finditer(scene.text, start, scene.end)
    return next((one.start() for one in found if not scene.atom_over(one.start())), -1)


def _in_region(scene: Scene, span: Span, *, between: bool = False) -> list[Party]:
    """Return the parties a stretch names, once each, in order."""
    held = _bodies_in(scene, span)
    held_by_many = {id(body) for body in held if _is_of_several(scene, body)}
    found: list[Party] = [_party(body, held, many=id(body) in held_by_many) for body in held]
    if len(held) < 2 or not any(isinstance(one, FoundBody) for one in found):
        found += _countries_in(scene, span, held)
    if between:
        found = found or _capitals_in(scene, span)
        sides = unknown_sides(scene, span, found)
        found = [one for one in found if not any(side.covers(one) for side in sides)]
        found += sides
    return _once(sorted(found, key=lambda one: one.start))


def _bodies_in(scene: Scene, span: Span) -> list[FoundBody]:
    """Return the bodies of a stretch that may be parties: no post's, none within another."""
    bodies = [
        one
        for one in scene.bodies
        if span[0] <= one.start < span[1] and not one.generic and one.kind not in _NEVER
    ]
    return [
        one
        for one in bodies
        if not _is_post(scene, one)
        and not any(o.covers(one) and (o.start, o.end) != (one.start, one.end) for o in bodies)
    ]


def _countries_in(scene: Scene, span: Span, bodies: Sequence[FoundBody]) -> list[Party]:
    """Return the countries of a stretch that belong to no body's name."""
    return [
        one
        for one in scene.countries
        if span[0] <= one.start < span[1]
        and not any(b.start <= one.start < b.end for b in scene.bodies if not b.generic)
        and not _owns(one, bodies)
    ]


def _capitals_in(scene: Scene, span: Span) -> list[Party]:
    """Return the states cities stand for: between Moscow and Washington."""
    return [
        FoundCountry(start=c.start, end=c.end, rule="a capital for its state", code=c.code)
        for c in scene.cities
        if span[0] <= c.start < span[1]
    ]


def _is_post(scene: Scene, body: FoundBody) -> bool:
    return any(p.post_start <= body.start < p.post_end for p in scene.people if p.post_start >= 0)


def _owns(country: FoundCountry, bodies: Sequence[FoundBody]) -> bool:
    """Tell whether a country only says whose a body is: "Russia's Ministry of …"."""
    return any(0 <= b.start - country.end <= 4 or 0 <= country.start - b.end <= 8 for b in bodies)


def _is_of_several(scene: Scene, body: FoundBody) -> bool:
    """Tell whether a plural names the bodies of several states: «прокуратуры Латвии и Грузии»."""
    return bool(_PLURAL_BODY.match(body.name)) and any(
        _JOINED.fullmatch(scene.text, body.end, c.start)
        for c in scene.countries
        if c.start >= body.end
    )


def _party(body: FoundBody, bodies: Sequence[FoundBody], *, many: bool = False) -> Party:
    """Return the body itself, or its country where it acts for it.

    That is a government, or ministries named in one breath: "the health ministries of A and B".
    """
    shared = any(o is not body and (o.start, o.end) == (body.start, body.end) for o in bodies)
    if body.country and (
        many or body.kind == "government" or (shared and body.kind in _STATE_BODIES)
    ):
        return FoundCountry(start=body.start, end=body.end, rule=body.kind, code=body.country)
    return body


def _once(found: Sequence[Party]) -> list[Party]:
    seen: dict[str, Party] = {}
    for one in found:
        seen.setdefault(one.code if isinstance(one, FoundCountry) else one.name, one)
    return list(seen.values())


def _roles(parties: Sequence[Party], rule: str) -> tuple[Role, ...]:
    return tuple(
        Role(
            kind=LinkKind.PARTY,
            who=one,
            start=one.start,
            end=one.end,
            on_behalf_of=_state(one),
            rule=rule,
        )
        for one in parties
    )


def _state(party: Party) -> FoundCountry | None:
    """Return the country a ministry acts for."""
    if isinstance(party, FoundBody) and party.kind in _STATE_BODIES and party.country:
        return FoundCountry(
            start=party.start,
            end=party.end,
            rule="a ministry acts for its state",
            code=party.country,
        )
    return None


def with_states(roles: tuple[Role, ...], default: tuple[Role, ...]) -> tuple[Role, ...]:
    """Return the roles; a ministry of no told country acts for the other of the page's two."""
    codes = [role.who for role in default if isinstance(role.who, FoundCountry)]
    if len(codes) != 2 or len(roles) != 2:
        return roles
    told = {_code(role) for role in roles} - {""}
    other = next((one for one in codes if one.code not in told), None)
    if len(told) != 1 or other is None:
        return roles
    return tuple(
        replace(role, on_behalf_of=replace(other, rule="the other of the two countries"))
        if not _code(role) and isinstance(role.who, FoundBody) and role.who.kind in _STATE_BODIES
        else role
        for role in roles
    )


def _code(role: Role) -> str:
    if isinstance(role.who, FoundCountry):
        return role.who.code
    return role.who.country or (
        role.on_behalf_of.code if isinstance(role.on_behalf_of, FoundCountry) else ""
    )


def joined(
    single: tuple[Role, ...],
    signers: Sequence[Role],
    default: tuple[Role, ...],
    bodies: Mapping[str, FoundBody],
) -> tuple[Role, ...]:
    """Return the one party told and, from those who signed or the release, the other one."""
    if not single:
        return ()
    who = single[0].who
    if isinstance(who, FoundCountry):
        others = [role for role in default if _code(role) != who.code]
        return (*others[:1], *single) if others and single[0].rule == "title" else ()
    if not isinstance(who, FoundBody) or (who.kind in _STATE_BODIES and not who.country):
        return ()
    mine = _code(single[0])
    others = [
        role
        for role in of_signers(signers, least=1, bodies=bodies) or default
        if _code(role) != mine
    ]
    return single + tuple(others[:1]) if others else ()


def of_signers(
    roles: Sequence[Role], *, least: int = 2, bodies: Mapping[str, FoundBody] | None = None
) -> tuple[Role, ...]:
    """Return as parties the countries those who signed hold their posts for.

    Who heads a university, an agency or a company of `bodies` signs for that, not for a country.
    """
    found: dict[str, Role] = {}
    for role in roles:
        own = _own_body(role, bodies or {})
        if own:
            found.setdefault(own.who.name if isinstance(own.who, FoundBody) else "", own)
            continue
        who = role.who
        code = who.country if isinstance(who, FoundPerson) else ""
        behalf = role.on_behalf_of
        if isinstance(behalf, FoundCountry):
            code = behalf.code
        if code and role.kind != LinkKind.WITNESS:
            country = FoundCountry(
                start=who.start, end=who.end, rule="country of the post", code=code
            )
            found.setdefault(
                code,
                Role(
                    kind=LinkKind.PARTY,
                    who=country,
                    start=who.start,
                    end=who.end,
                    rule="those who signed",
                    confidence=0.7,
                    reason="Those who signed it hold posts of this country.",
                ),
            )
    return tuple(found.values()) if len(found) >= least else ()


def _own_body(role: Role, bodies: Mapping[str, FoundBody]) -> Role | None:
    """Return as a party the body that somebody who signed heads, if it signs for itself."""
    who = role.who
    if role.kind == LinkKind.WITNESS or not isinstance(who, FoundPerson):
        return None
    body = role.on_behalf_of if isinstance(role.on_behalf_of, FoundBody) else bodies.get(who.body)
    if (
        body is None
        or body.kind not in _FOR_THEMSELVES
        or isinstance(role.on_behalf_of, FoundCountry)
    ):
        return None
    return Role(
        kind=LinkKind.PARTY,
        who=body,
        start=who.start,
        end=who.end,
        on_behalf_of=_state_of_agency(body, who),
        rule="the bodies of those who signed",
        confidence=0.7,
        reason="Those who signed it hold posts of this body.",
    )


def _state_of_agency(body: FoundBody, who: FoundPerson) -> FoundCountry | None:
    """Return the country an agency acts for: that of the post of who signed."""
    code = body.country or who.country
    if body.kind != "agency" or not code:
        return None
    return FoundCountry(
        start=who.start, end=who.end, rule="an agency acts for its state", code=code
    )


def of_page(page: Page, found: Findings) -> tuple[Role, ...]:
    """Return as parties the two countries a release is about: heading and first lines first."""
    noise = [(p.start, p.end) for p in page.paragraphs if p.noise]
    ordered = sorted(found.countries, key=lambda one: one.start)
    named = [c for c in ordered if not any(s <= c.start < e for s, e in noise)]
    counts = Counter(c.code for c in named)
    if len(counts) < 2:
        return ()
    first = {c.code: c for c in reversed(named)}
    top = sorted(counts, key=lambda code: (-counts[code], first[code].start))[:2]
    third = sorted(counts.values(), reverse=True)
    if len(third) > 3 and third[0] < 2 * third[3]:
        return ()
    chosen = sorted((first[code] for code in top), key=lambda one: one.start)
    return tuple(
        Role(
            kind=LinkKind.PARTY,
            who=one,
            start=one.start,
            end=one.end,
            rule="the two countries of the release",
            confidence=0.5,
            reason="The release is about this country and one other.",
        )
        for one in chosen
    )
