"""Who signed: the people around the verb, told from those who only looked on."""

import re
from collections.abc import Iterable

from db.terms import LinkKind, StageKind
from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.scene import Scene, Span
from desktop.reading.findings import FoundBody, FoundCountry, FoundPerson, Role
from desktop.reading.morphology import parses

_REACH = 45
_JOINED = re.compile(r"(?:[,;]|\band|\bwhile)\s*(?:[A-Z][\w.’'-]*\s+){0,4}$")
_FOR = re.compile(r"(?:,[^,;.]{1,80},)?\s*(?:did so |signed )?(?:for|on behalf of)\b")
_SIDE = re.compile(r" (?:сторон|[–—-] )")
_STANDS_FOR = frozenset(("represented by", "в лице"))
_OTHER_CLAUSE = re.compile(r";|\b(?:while|and|и|а)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|shall|to|should) be (?:\w+ )?$|\b(?:будет|будут) (?:\w+ )?$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_ACCOMPANY = re.compile(
    r"\b(?:accompanied by|alongside|в сопровождении)(?:(?!\b(?:has|have|had|received|met|held|said|"
    r"встретил\w*|пров[её]л\w*|принял\w*)\b)[^;\n]){0,240}$",
    re.IGNORECASE,
)
_FAR_BACK = 1500
_PAIR = 2
_DASH = re.compile(r"[\s”»\"]*(?:[–—-]\s|:)")
_OPENS = re.compile(r"[\s”»\",]*\(")
_LEADS = re.compile(
    r"minister|secretary|president|chair|head|governor|rector|chancellor|министр|глава|премьер|"
    r"президент|председател|руководител|губернатор|ректор",
    re.IGNORECASE,
)


def signing_roles(
    scene: Scene, stage: StageKind | None, grammar: Grammar, within: Span
) -> tuple[Role, ...]:
    """Return the roles of the people a stretch of a sentence says to have signed, or looked on."""
    people = [p for p in scene.people if within[0] <= p.start < within[1] and not p.byline]
    if not people:
        return ()
    looked_on = _onlookers(scene, people, grammar, within)
    outside = [p for p in people if not _in_zone(scene, p, grammar, within)]
    signers = _signers(scene, outside, grammar, within)
    kind = LinkKind.INITIALLED_BY if stage == StageKind.INITIALLED else LinkKind.SIGNATORY
    return tuple(
        [_role(scene, p, kind, grammar, "subject or agent of the act") for p in signers]
        + [
            _role(scene, p, LinkKind.WITNESS, grammar, "in the presence of")
            for p in looked_on
            if p not in signers
        ]
    )


def bracketed_roles(
    scene: Scene, title_end: int, stage: StageKind | None, grammar: Grammar, *, listed: bool = False
) -> tuple[Role, ...]:
    """Return as those who signed the people in brackets behind a title.

    Of an item `listed` they may stand behind a dash or colon as well.
    """
    opening = _OPENS.match(scene.text, title_end, scene.end)
    dash = None if opening or not listed else _DASH.match(scene.text, title_end, scene.end)
    closing = scene.text.find(")", opening.end(), scene.end) if opening else scene.end
    opening = opening or dash
    if not opening or closing < 0:
        return ()
    people = [p for p in scene.people if opening.end() <= p.start < closing and p.name]
    words = scene.text[opening.end() : closing]
    if len(people) < _PAIR or grammar.witness.search(words):
        return ()
    kind = LinkKind.INITIALLED_BY if stage == StageKind.INITIALLED else LinkKind.SIGNATORY
    return tuple(_role(scene, p, kind, grammar, "in brackets behind the title") for p in people)


def _signers(
    scene: Scene, people: list[FoundPerson], grammar: Grammar, within: Span
) -> list[FoundPerson]:
    found: list[FoundPerson] = []
    for verb in grammar.active.finditer(scene.text, *within):
        if not scene.atom_over(verb.start()):
            found += _before(scene, people, verb.start(), grammar)
            found += _after_active(scene, people, verb.end(), grammar, within)
    for verb in grammar.passive.finditer(scene.text, *within):
        if found and _AHEAD.search(scene.text, within[0], verb.start()):
            continue
        found += _run_after(scene, people, verb.end(), grammar, within[1])
    for words in grammar.represented.finditer(scene.text, *within):
        run = _run_after(scene, people, words.end(), grammar, within[1])
        found += run[:1] if words[0].casefold() in _STANDS_FOR else run
    return list(dict.fromkeys(found))


def _before(
    scene: Scene, people: list[FoundPerson], verb: int, grammar: Grammar
) -> list[FoundPerson]:
    """Return the people of the subject, walking back from the verb."""
    found: list[FoundPerson] = []
    edge = verb
    for person in reversed([p for p in people if _last(p) <= verb]):
        if _parted(scene, _last(person), edge, grammar):
            break
        found.insert(0, person)
        edge = _first(person)
    return found


def _after_active(
    scene: Scene, people: list[FoundPerson], verb: int, grammar: Grammar, within: Span
) -> list[FoundPerson]:
    """Return whom the subject signed with, or (Russian) the subject behind its verb."""
    if scene.paragraph.language == "ru":
        return _run_after(scene, people, verb, grammar, within[1])
    for person in (p for p in people if _first(p) >= verb):
        lead = scene.text[max(verb, _first(person) - 60) : _first(person)]
        if " with " in lead or " by " in lead:
            return _run_after(scene, people, _first(person) - 1, grammar, within[1])
    return _for_sides(scene, people, verb, within)


def _for_sides(
    scene: Scene, people: list[FoundPerson], verb: int, within: Span
) -> list[FoundPerson]:
    """Return those of "A signed for X, B for Y" behind the verb."""
    return [
        p
        for p in people
        if _first(p) > verb
        and _JOINED.search(scene.text, verb, _first(p))
        and _FOR.match(scene.text, _last(p), within[1])
    ]


def _run_after(
    scene: Scene, people: list[FoundPerson], start: int, grammar: Grammar, end: int
) -> list[FoundPerson]:
    found: list[FoundPerson] = []
    edge = start
    for person in (p for p in people if start <= _first(p) < end):
        if _first(person) - edge > 260 or _parted(scene, edge, _first(person), grammar):
            break
        found.append(person)
        edge = _last(person)
    return found


def _parted(scene: Scene, start: int, end: int, grammar: Grammar) -> bool:
    return any(
        not scene.atom_over(word.start())
        for word in grammar.gap_break.finditer(scene.text, start, max(start, end))
    )


def _first(person: FoundPerson) -> int:
    return min(person.start, person.post_start) if person.post_start >= 0 else person.start


def _last(person: FoundPerson) -> int:
    return max(person.end, person.post_end)


def _in_zone(scene: Scene, person: FoundPerson, grammar: Grammar, within: Span) -> bool:
    """Tell whether a person stands in "during …", "after talks with …", not in the main clause."""
    first = _first(person)
    for words in grammar.zone.finditer(scene.text, within[0], first):
        if scene.atom_over(words.start()):
            continue
        if not _zone_closed(scene, words.end(), first, grammar):
            return not _is_subject(scene, person)
    return False


def _is_subject(scene: Scene, person: FoundPerson) -> bool:
    """Tell whether a Russian post can but be a subject: «в рамках форума глава города …»."""
    if scene.paragraph.language != "ru" or person.post_start < 0:
        return False
    word = _WORD.match(scene.text, person.post_start, person.post_end)
    forms = parses(word[0]) if word and person.post_start <= person.start else ()
    return bool(forms) and all(one.case == "nomn" for one in forms if one.case)


def _zone_closed(scene: Scene, start: int, end: int, grammar: Grammar) -> bool:
    if grammar.active.search(scene.text, start, end) or grammar.passive.search(
        scene.text, start, end
    ):
        return True
    comma = scene.text.find(",", start, end)
    while comma >= 0:
        if not scene.atom_over(comma) and not _lists_people(scene, start, comma, end):
            return True
        comma = scene.text.find(",", comma + 1, end)
    return False


def _lists_people(scene: Scene, start: int, comma: int, end: int) -> bool:
    """Tell whether a comma parts two of several onlookers."""
    return any(start <= _first(p) < comma for p in scene.people) and comma < end


def _onlookers(
    scene: Scene, people: list[FoundPerson], grammar: Grammar, within: Span
) -> list[FoundPerson]:
    found: list[FoundPerson] = []
    for words in grammar.witness.finditer(scene.text, *within):
        found += _run_after(scene, people, words.end(), grammar, within[1])
    return found


def _role(scene: Scene, person: FoundPerson, kind: LinkKind, grammar: Grammar, rule: str) -> Role:
    return Role(
        kind=kind,
        who=person,
        start=_first(person),
        end=_last(person),
        on_behalf_of=_behalf(scene, person, grammar),
        rule=rule,
    )


def _behalf(scene: Scene, person: FoundPerson, grammar: Grammar) -> FoundBody | FoundCountry | None:
    """Return the country or body somebody signed for, where words next to the name say so."""
    candidates: Iterable[FoundBody | FoundCountry] = (*scene.bodies, *scene.countries)
    told = [one for one in candidates if _after_behalf(scene, one, grammar)]
    behind = [one for one in told if 0 <= one.start - _last(person) <= _REACH]
    ahead = [
        one
        for one in told
        if 0 <= _first(person) - one.end <= _REACH + 15
        and not _OTHER_CLAUSE.search(scene.text, one.end, _first(person))
    ]
    behind.sort(key=lambda one: one.start)
    ahead.sort(key=lambda one: -one.start)
    near = ahead + behind if scene.paragraph.language == "ru" else behind + ahead
    return near[0] if near else None


def _after_behalf(scene: Scene, one: FoundBody | FoundCountry, grammar: Grammar) -> bool:
    lead = scene.text[max(scene.start, one.start - 40) : one.start]
    for words in grammar.behalf.finditer(lead):
        if words.end() == len(lead):
            side = "side" in words.re.groupindex and words["side"]
            return not side or bool(_SIDE.match(scene.text, one.end, scene.end))
    return False


def named_before(
    text: str, people: Iterable[FoundPerson], they: int, sentence: int, stage: StageKind | None
) -> tuple[Role, ...]:
    """Return the last two people of different countries named before "the ministers"."""
    before = [p for p in people if p.start < they and p.name and not p.byline]
    chosen: list[FoundPerson] = []
    for person in sorted(before, key=lambda p: -p.start):
        if sentence - person.start > _FAR_BACK or len(chosen) == 2:
            break
        if (
            (_LEADS.search(person.post) or not person.post)
            and not _ACCOMPANY.search(text, max(0, _first(person) - 250), _first(person))
            and not any(_is_like(person, one) for one in chosen)
        ):
            chosen.append(person)
    if len(chosen) < 2:
        return ()
    kind = LinkKind.INITIALLED_BY if stage == StageKind.INITIALLED else LinkKind.SIGNATORY
    return tuple(
        Role(
            kind=kind,
            who=p,
            start=p.start,
            end=p.end,
            rule="the two named before",
            confidence=0.6,
            reason="“The two” of the text are those it names before.",
        )
        for p in sorted(chosen, key=lambda p: p.start)
    )


def _is_like(one: FoundPerson, other: FoundPerson) -> bool:
    """Tell whether two are of one country, or one and the same."""
    if one.country and one.country == other.country:
        return True
    return bool({*one.name.split()} & {*other.name.split()})
