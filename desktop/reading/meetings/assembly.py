"""Makes a found meeting of the mentions gathered: title, number, body, when, where, who."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from db.terms import LinkKind, Presence, Standing
from desktop.reading.findings import (
    FoundBody,
    FoundCountry,
    FoundDate,
    FoundMeeting,
    FoundPerson,
    Role,
)
from desktop.reading.meetings.circumstances import Circumstances, circumstances_of
from desktop.reading.meetings.english_roles import RULES as ENGLISH
from desktop.reading.meetings.marks import Line
from desktop.reading.meetings.mention import Mention, Weight
from desktop.reading.meetings.merging import Gathering
from desktop.reading.meetings.roles import LED_A_DELEGATION, LED_A_SIDE, roles_in
from desktop.reading.meetings.russian_roles import RULES as RUSSIAN
from desktop.reading.meetings.surroundings import filled_in, setting_of

_BY_LANGUAGE = {"en": ENGLISH, "ru": RUSSIAN}
_STEM, _TWO = 5, 2
_CHAIRING = frozenset({LinkKind.CHAIR, LinkKind.CO_CHAIR})
_SITTINGS = frozenset(
    (
        "meeting", "session", "talks", "заседание", "совещание", "встреча", "сессия", "переговоры",
    )
)  # fmt: skip
_FORE = {
    LinkKind.CHAIR: 0, LinkKind.CO_CHAIR: 0, LinkKind.OPENED_BY: 1, LinkKind.WELCOMED_BY: 1,
    LinkKind.SPEAKER: 1, LinkKind.HOST: 1, LinkKind.ORGANISER: 1, LinkKind.GUEST: 2,
    LinkKind.ATTENDEE: 3,
}  # fmt: skip


class Register:
    """All mentions of a text, to look up by sentence."""

    def __init__(self, mentions: Iterable[Mention], lines: Sequence[Line]) -> None:
        mentions = list(mentions)
        self.setting = setting_of(lines)
        self._by_line: dict[int, list[Mention]] = {}
        self._taken: set[int] = set()
        self.with_bodies: list[Mention] = []
        for mention in mentions:
            self._by_line.setdefault(mention.line, []).append(mention)
            if mention.body and not mention.body.generic:
                self.with_bodies.append(mention)

    def keep(self, gatherings: Iterable[Gathering]) -> None:
        """Remember which mentions stand for a meeting; words for a sitting else are loose."""
        self._taken = {id(m) for g in gatherings for m in g.mentions}

    def is_loose(self, mention: Mention) -> bool:
        """Tell whether a mention like "the session" stands for no other meeting of the text."""
        generic = mention.weight is Weight.GENERIC and not mention.number and not mention.other_time
        return generic and mention.head in _SITTINGS and id(mention) not in self._taken

    def at(self, line: int) -> Sequence[Mention]:
        """Return the mentions of a sentence."""
        return self._by_line.get(line, ())


def assemble(gathering: Gathering, lines: Sequence[Line], register: Register) -> FoundMeeting:
    """Return the record of one meeting; `register` has all of the text, of others too."""
    first = gathering.first
    when = _circumstances(gathering, lines, register)
    told = _with_delegations(tuple(_roles(gathering, lines, register)), gathering.first)
    body = _body(gathering, register)
    roles = tuple(r for r in _without_doubles(told) if not _is_itself(r, body))
    held = any(m.standing is Standing.HELD for m in gathering.mentions if m.weight is Weight.OWN)
    return FoundMeeting(
        start=first.start, end=first.end, rule=first.rule, confidence=_confidence(first),
        title=_title(gathering, register), kind=first.kind, number=first.number,
        number_as=first.number_as, body=body, date=when.date, city=when.city,
        place=when.country, venue=when.venue,
        standing=Standing.HELD if held else first.standing,
        video=any(m.video for m in gathering.mentions if m.weight is Weight.OWN),
        roles=roles,
        mentions=tuple((m.start, m.end) for m in gathering.mentions if m is not first),
    )  # fmt: skip


def _title(gathering: Gathering, register: Register) -> str:
    first = gathering.first
    if first.number and not first.body and not first.body_words:
        body = _body(gathering, register)
        if body and first.head in {"meeting", "session"} and first.title.split()[-1] == first.head:
            return f"{first.title} of the {body.name}"
    return first.title


def _body(gathering: Gathering, register: Register) -> FoundBody | None:
    """Return whose session it is; "the Commission" is the one the text names in full."""
    bodies = [m.body for m in (gathering.first, *gathering.mentions) if m.body]
    named = next((b for b in bodies if not b.generic), None)
    if not named and not bodies:
        return _body_of_series(gathering.first, register)
    if named:
        return named
    word = bodies[0].name.split()[-1].casefold()[:_STEM]
    full = [m.body for m in register.with_bodies if m.body]
    return next((b for b in full if word in b.name.casefold()), bodies[0])


def _body_of_series(first: Mention, register: Register) -> FoundBody | None:
    """Return whose earlier session was told, for "the sixth session" that tells nobody's."""
    if not first.number or first.body_words or first.sides or first.head not in _SITTINGS:
        return None
    bare = len(first.title.split()) == len(first.number_as.split()) + 1
    series = {m.body.name: m.body for m in register.with_bodies if m.body and m.number}
    return next(iter(series.values())) if bare and len(series) == 1 else None


def _confidence(first: Mention) -> float:
    return 0.5 if first.weight is Weight.WEAK else 0.95 if first.number else 0.8


def _circumstances(
    gathering: Gathering, lines: Sequence[Line], register: Register
) -> Circumstances:
    told = Circumstances()
    ours = {id(m) for m in gathering.mentions}
    ranked = sorted(gathering.mentions, key=lambda m: (m.weight is Weight.GENERIC, m.start))
    for mention in ranked:
        line = lines[mention.line]
        rivals = [m for m in register.at(mention.line) if not m.shared and id(m) not in ours]
        here = circumstances_of(mention, line, [] if mention.shared else rivals)
        told = replace(
            told, date=_finer(told.date, here.date), city=told.city or here.city,
            country=told.country or here.country, venue=told.venue or here.venue,
        )  # fmt: skip
    own = (m for m in gathering.mentions if m.weight is Weight.OWN and not m.heading)
    first = next(own, gathering.first)
    told = filled_in(told, _body(gathering, register), first, register.setting)
    return replace(told, country=None) if told.city else told


def _finer(told: FoundDate | None, here: FoundDate | None) -> FoundDate | None:
    """Return the fuller of two dates where both may be the same, or else the one told first."""
    if not told or not here:
        return told or here
    return here if here.edtf.startswith(told.edtf) else told


def _roles(gathering: Gathering, lines: Sequence[Line], register: Register) -> Iterator[Role]:
    for mention in gathering.mentions:
        for who, kind in mention.sides:
            yield Role(
                kind=kind, who=who, start=mention.start, end=mention.end,
                rule="named in the meeting's name",
            )  # fmt: skip
    for index in sorted(_its_lines(gathering, lines, register)):
        line = lines[index]
        for role in roles_in(line, _BY_LANGUAGE[line.language], lines[max(0, index - 2) : index]):
            led = role.rule == LED_A_SIDE and not _has_chairs(gathering.first)
            yield replace(role, kind=LinkKind.ATTENDEE) if led else role


def _with_delegations(roles: Sequence[Role], first: Mention) -> Iterator[Role]:
    """Yield the roles; who led two delegations to a session chair it where nobody else does."""
    chaired = any(r.kind in _CHAIRING and r.rule != LED_A_DELEGATION for r in roles)
    leaders = {_who(r) for r in roles if r.rule == LED_A_DELEGATION}
    lead = _has_chairs(first) and not chaired and len(leaders) == _TWO
    for role in roles:
        stays = role.rule != LED_A_DELEGATION or lead
        yield role if stays else replace(role, kind=LinkKind.ATTENDEE)


def _is_itself(role: Role, body: FoundBody | None) -> bool:
    """Tell whether a body is told to take part in its own session."""
    return isinstance(role.who, FoundBody) and body is not None and role.who.name == body.name


def _has_chairs(first: Mention) -> bool:
    """Tell whether those who lead the sides of a meeting are its chairs: a commission's are."""
    return bool(first.number or first.body or first.body_words)


def _its_lines(gathering: Gathering, lines: Sequence[Line], register: Register) -> set[int]:
    """Return the sentences that speak of it and of no other, and the two after each."""
    ours = {id(m) for m in gathering.mentions}
    named = {m.line for m in gathering.mentions}
    told = {
        index
        for index in named
        if index == gathering.first.line
        or all(id(m) in ours for m in register.at(index) if m.weight is Weight.OWN)
    }
    free = {
        index + step
        for index in named
        for step in (1, 2)
        if index + step < len(lines)
        and all(
            id(m) in ours or (not gathering.in_passing and register.is_loose(m))
            for at in range(1, step + 1)
            for m in register.at(index + at)
        )
    }
    return told | free


def _without_doubles(roles: Iterable[Role]) -> Iterator[Role]:
    """Keep of each participant the first of each role, and attendance only where nothing else."""
    kept: list[Role] = []
    for role in sorted(roles, key=lambda r: (_FORE.get(r.kind, 3), r.start)):
        same = [r for r in kept if _who(r) == _who(role)]
        if any(r.kind is role.kind or role.kind is LinkKind.ATTENDEE for r in same):
            continue
        if role.kind is LinkKind.CHAIR and any(r.kind is LinkKind.CO_CHAIR for r in same):
            continue
        kept.append(role)
    yield from sorted(kept, key=lambda r: r.start)


def _who(role: Role) -> tuple[str, str]:
    who = role.who
    if isinstance(who, FoundPerson):
        named = who.presence is Presence.NAMED and who.name
        return (
            "person",
            who.name.split()[-1] if named else f"{who.post} {who.country} {who.start}",
        )
    return ("country", who.code) if isinstance(who, FoundCountry) else ("body", who.name)
