"""Tells who was what at a meeting: chaired, opened, spoke, attended, hosted.

Each rule is a pattern on a marked sentence; those it speaks of stand after it or before it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.terms import LinkKind
from desktop.reading.findings import FoundBody, FoundCountry, FoundPerson, Role
from desktop.reading.meetings.marks import BODY, COUNTRY, PERSON, Chunk, Line
from desktop.reading.meetings.subjects import subject_before

_LINKED = re.compile(
    r"[\s,;:«»“”\"()–—-]*(?:(?:and|&|as well as|along with|together with|"
    r"including|namely|among them|"
    r"jointly|by|of|from|и|а также|вместе с|в том числе|включая|от|со стороны|с|со)\b[\s,:]*)*"
    r"(?:(?:the|an?|his|her|their|its|counterparts?|other|some|senior|"
    r"high-level|officials?|Dr\.?|Mr\.?|Mrs\.?|"
    r"Ms\.?|Prof\.?|H\.?E\.?|г-н\w*|господин\w*|другие|иные)[\s,]+)*(?:from\s+|of\s+|из\s+)?"
    r"(?:[A-ZА-ЯЁ\ue002][^\s,;.()]*\s+){0,4}"
)
_CLAUSE = re.compile(r"\b(?:who|which|that|where|while|котор\w+|где|отметил\w*|подчеркнул\w*)\b|;")
_FILLER = 70
_OF_SIDE = r"(?:side|part|party|delegation|сторон\w*|част[ьи])"
_ASIDE = re.compile(
    rf"\(\s*\ue002+\s*\)|,?\s*\b(?:on|from|for|со?|от)\s+(?:the\s+)?(?:behalf of\s+)?(?:the\s+)?"
    rf"[\w\ue002'’-]+\s+{_OF_SIDE}\b|\b(?:from|for|of|от)\s+(?:the\s+)?\ue002+"
)
"""Which side somebody chairs for: "on the Latvian side", "(Fiji)", «с латвийской стороны»."""


_CO_CHAIRS = re.compile(r"co-?\s?chair|сопредседател", re.IGNORECASE)
LED_A_SIDE, LED_A_DELEGATION = "led a side", "led a delegation"


@dataclass(frozen=True, slots=True)
class RoleRule:
    """A pattern and what those beside it are."""

    kind: LinkKind
    pattern: re.Pattern[str]
    after: bool = True
    """Whether they stand after the pattern, or are the subject before it."""
    joint: LinkKind | None = None
    """What they are when two or more are named."""
    loose: bool = False
    """Whether other words may stand between them ("attended by … as well as …")."""
    people_only: bool = True
    lead: int = 24
    """How many letters may stand before the first of them."""
    sided: bool = False
    """Whether it says who led a side, which makes chairs of them at a commission's session only."""
    delegated: bool = False
    """Whether it says who led a delegation: chairs where two did, and nobody else is told to."""


def roles_in(line: Line, rules: Iterable[RoleRule], earlier: Sequence[Line]) -> tuple[Role, ...]:
    """Return what a sentence says somebody was at the meeting it speaks of."""
    roles = [
        Role(
            kind=LinkKind.CO_CHAIR, who=chunk.found, start=line.start + chunk.start,
            end=line.start + chunk.end, rule="the post of a co-chair",
        )
        for chunk in line.between(0, len(line.text), PERSON)
        if isinstance(chunk.found, FoundPerson) and _CO_CHAIRS.match(chunk.found.post)
    ]  # fmt: skip
    for rule in rules:
        for found in rule.pattern.finditer(line.marked):
            chunks = (
                _after(line, found.end(), rule)
                if rule.after
                else _before(line, found.start(), earlier, rule)
            )
            kind = rule.joint if rule.joint and len(chunks) > 1 else rule.kind
            roles.extend(
                Role(
                    kind=kind, who=chunk.found, start=line.start + found.start(),
                    end=line.start + found.end(),
                    rule=_rule_name(rule, kind),
                )
                for chunk in chunks
                if isinstance(chunk.found, FoundPerson | FoundBody | FoundCountry)
            )  # fmt: skip
    return tuple(roles)


def _rule_name(rule: RoleRule, kind: LinkKind) -> str:
    if rule.delegated:
        return LED_A_DELEGATION
    return LED_A_SIDE if rule.sided else f"words for {kind.value.replace('_', ' ')}"


def _after(line: Line, pos: int, rule: RoleRule) -> tuple[Chunk, ...]:
    taken: list[Chunk] = []
    marks = PERSON if rule.people_only else PERSON + BODY + COUNTRY
    at = pos
    for chunk in line.between(pos, len(line.text)):
        gap = line.marked[at : chunk.start]
        if rule.people_only and taken:
            gap = _ASIDE.sub("", gap)
            if chunk.mark == COUNTRY and _ASIDE.search(line.marked, at, chunk.end + 12):
                continue
        room = _FILLER if rule.loose else rule.lead if not taken else 0
        plain = len(gap) <= room and not _CLAUSE.search(gap)
        if not plain and not _LINKED.fullmatch(gap):
            break
        if chunk.mark in marks:
            if not (taken and _is_post_of(taken[-1], chunk, gap)):
                taken.append(chunk)
            at = chunk.end
        elif not rule.loose and taken:
            break
        else:
            at = chunk.end
    return tuple(taken)


def _is_post_of(named: Chunk, chunk: Chunk, gap: str) -> bool:
    """Tell whether what was read as somebody unnamed is the post of who is named before it."""
    one, other = named.found, chunk.found
    if not (isinstance(one, FoundPerson) and isinstance(other, FoundPerson)):
        return False
    return bool(one.name) and not other.name and gap.strip() == ","


def _before(line: Line, pos: int, earlier: Sequence[Line], rule: RoleRule) -> tuple[Chunk, ...]:
    subject = subject_before(line, pos, earlier)
    marks = PERSON if rule.people_only else PERSON + BODY + COUNTRY
    return tuple(c for c in subject.chunks if c.mark in marks) if subject else ()
