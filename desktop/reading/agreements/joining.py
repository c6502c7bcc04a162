"""Joins the namings of one instrument: headline and body, full title and "the document"."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from db.terms import AgreementType, StageKind
from db.text.folding import words
from desktop.reading.agreements.mention import Mention
from desktop.reading.agreements.scene import Span
from desktop.reading.agreements.worth import is_definite
from desktop.reading.findings import FoundCity, FoundCountry, FoundDate, Role

_FAMILIES = (
    frozenset((AgreementType.AGREEMENT, AgreementType.TREATY, AgreementType.CONTRACT)),
    frozenset((AgreementType.TREATY, AgreementType.CONVENTION)),
    frozenset((AgreementType.FINAL_RECORD, AgreementType.PROTOCOL)),
    frozenset((AgreementType.ROADMAP, AgreementType.PROGRAMME)),
)
_KINDS = {
    "mou": frozenset((AgreementType.MEMORANDUM,)),
    "agr": frozenset((AgreementType.AGREEMENT, AgreementType.TREATY, AgreementType.CONVENTION,
                      AgreementType.CONTRACT)),
    "prot": frozenset((AgreementType.PROTOCOL, AgreementType.FINAL_RECORD)),
    "rm": frozenset((AgreementType.ROADMAP,)),
    "st": frozenset((AgreementType.JOINT_STATEMENT,)),
    "pr": frozenset((AgreementType.PROGRAMME,)),
    "con": frozenset((AgreementType.CONTRACT,)),
}  # fmt: skip
_PASSED_OVER = frozenset(
    (
        "the", "a", "an", "of", "on", "in", "for", "and", "to", "between", "with", "by", "at",
        "from",
        "field", "area", "sphere", "sector", "two", "countries", "their", "its", "agreement",
        "memorandum", "understanding", "mou", "memo", "deal", "pact", "accord", "treaty",
        "bilateral", "joint", "cooperation", "intergovernmental", "и", "о", "об", "в", "на", "по",
        "между", "с", "области", "сфере", "соглашение", "соглашения", "меморандум", "меморандума",
        "взаимопонимании", "договор", "договора",
        "сотрудничестве", "сотрудничества", "двумя", "странами", "межправительственное", "документ",
        "проект", "проекта", "draft",
    )
)  # fmt: skip
_ANOTHER = re.compile(
    r"\b(?:also|another|separate|additional|two|также|ещ[её]|друго\w+|"
    r"отдельн\w+)\b",
    re.IGNORECASE,
)
_PARTIES = re.compile(
    r"\b(?:between|among|with|между|с|со)\b(?:(?! (?:on|for|regarding|concerning|in the field|о|"
    r"об|по|"
    r"в (?:области|сфере)) ).)*",
    re.IGNORECASE,
)
_THIS = re.compile(r"this|these|said|эт\w+|данн\w+|указанн\w+|настоящ\w+")
_STEM = 5
_PLANS = (2, 3)
_LATER = frozenset(
    (StageKind.RATIFIED, StageKind.IN_FORCE, StageKind.EXTENDED, StageKind.TERMINATED)
)


@dataclass(slots=True, kw_only=True)
class Instrument:
    """One instrument while a page is read: its namings and all that was told of it."""

    mentions: list[Mention]
    backs: list[Span] = field(default_factory=list[Span])
    roles: list[Role] = field(default_factory=list[Role])
    date: FoundDate | None = None
    signed: FoundDate | None = None
    """The date it was signed, where the date above may be that of a later act."""
    city: FoundCity | None = None
    within: "Instrument | None" = None
    """What it is told to be contained in: "the document contains …"."""
    place: int = 0
    """The sentence where it was last spoken of."""
    listed: int = -1
    """The list it is an item of, -1 if of none."""

    @property
    def type(self) -> AgreementType:
        """Give the type of its best naming."""
        return self.best.type

    @property
    def best(self) -> Mention:
        """Give the naming whose title is the fullest, of the body rather than a heading."""
        return max(self.mentions, key=_fullness)


def _fullness(mention: Mention) -> tuple[bool, bool, bool, bool, int]:
    return (
        mention.has_content or mention.named,
        not mention.scene.paragraph.heading,
        bool(_subject(mention)),
        not mention.cited,
        min(len(mention.title), 160),
    )


def instrument_of(mention: Mention, known: list[Instrument]) -> Instrument | None:
    """Return the instrument spoken of before that a naming means, or None for a new one."""
    if mention.apposed and known:
        return max(known, key=lambda one: (one.place, one.mentions[-1].start))
    if _THIS.fullmatch(mention.article) and not mention.draft:
        same = [one for one in known if _one_family(one.type, mention.type)]
        if same:
            return max(same, key=lambda one: one.place)
    for instrument in reversed(known):
        if _is_same(mention, instrument):
            return instrument
    return None


def _is_same(mention: Mention, instrument: Instrument) -> bool:
    if not _may_be(mention, instrument):
        return False
    if any(_alike(mention, other) for other in instrument.mentions):
        return True
    return _bare_is_same(mention, instrument)


def _may_be(mention: Mention, instrument: Instrument) -> bool:
    best = instrument.best
    heading = any(m.scene.paragraph.heading for m in (best, mention))
    if best.type != mention.type and not heading and not _one_family(best.type, mention.type):
        return False
    if any(m.scene is mention.scene and m.group == mention.group for m in instrument.mentions):
        return False
    planned = rank(furthest(instrument.mentions).stage) in _PLANS
    if planned and mention.signed and not heading:
        return False
    later = mention.stage in _LATER
    theirs = instrument.signed or instrument.date
    if mention.date and theirs and not later and mention.date.edtf != theirs.edtf:
        return mention.scene.paragraph.heading or (
            not (mention.cited or best.cited) and mention.date.edtf[:4] == theirs.edtf[:4]
        )
    dated = mention.date or mention.signed or mention.stage == StageKind.DATED
    if mention.cited and dated and not best.cited and not instrument.date:
        return False
    return not _parties_differ(mention, instrument)


def _one_family(one: AgreementType, other: AgreementType) -> bool:
    return one == other or any(one in family and other in family for family in _FAMILIES)


def _parties_differ(mention: Mention, instrument: Instrument) -> bool:
    """Tell whether two namings say outright that they are between others."""
    mine = _own_parties(mention)
    return any(_apart(mine, _own_parties(other)) for other in instrument.mentions)


def _apart(mine: list[Role], theirs: list[Role]) -> bool:
    if not mine or not theirs:
        return False
    states, others = _states(mine), _states(theirs)
    if len(states) > 1 and len(others) > 1 and not (states & others):
        return True
    bodies, further = _bodies(mine), _bodies(theirs)
    return len(bodies) > 1 and len(further) > 1 and not (bodies & further)


def _own_parties(mention: Mention) -> list[Role]:
    return [role for role in mention.roles if role.rule.startswith(("between", "subject"))]


def _states(roles: list[Role]) -> frozenset[str]:
    return frozenset(
        role.who.code if isinstance(role.who, FoundCountry) else getattr(role.who, "country", "")
        for role in roles
    ) - {""}


def _bodies(roles: list[Role]) -> frozenset[str]:
    return frozenset(role.who.name for role in roles if not isinstance(role.who, FoundCountry))


def _alike(mention: Mention, other: Mention) -> bool:
    """Tell whether two titles say the same: one's words are nearly all among the other's."""
    mine, theirs = _stems(mention.title), _stems(other.title)
    if not mine or not theirs:
        return False
    if _by_initials(mention.title, theirs, other.title) or _by_initials(
        other.title, mine, mention.title
    ):
        return True
    both = len(mine & theirs)
    heading = mention.scene.paragraph.heading or other.scene.paragraph.heading
    contained = both / min(len(mine), len(theirs))
    shared = both / len(mine | theirs)
    if is_definite(mention) or heading:
        return contained >= 0.6
    return contained >= 0.75 and shared >= 0.5


def _by_initials(short: str, _stems_of_long: frozenset[str], long: str) -> bool:
    """Tell whether the one title has an acronym whose letters begin words of the other."""
    initials = "".join(word[0] for word in words(long))
    return any(
        acronym.casefold() in initials and acronym not in long
        for acronym in re.findall(r"\b[A-ZА-ЯЁ]{3,8}\b", short)
        if short != short.upper()
    )


@lru_cache(maxsize=4096)
def _stems(title: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words(title) if word not in _PASSED_OVER)


def _bare_is_same(mention: Mention, instrument: Instrument) -> bool:
    """Tell whether a naming without a subject, or after one without, means this instrument."""
    if _only_names_parties(mention, instrument):
        return True
    full = mention.has_content or mention.named
    theirs = any(m.has_content or m.named for m in instrument.mentions)
    if full and theirs:
        return _stems(mention.title) == frozenset() == _stems(instrument.best.title)
    mine = _stems(mention.title)
    if mine and theirs and not (mine & _stems(instrument.best.title)):
        return False
    lead = mention.scene.text[max(mention.scene.start, mention.start - 60) : mention.start]
    if _ANOTHER.search(lead):
        return False
    early = any(m.scene.paragraph.heading or m.scene.place < 2 for m in (mention, instrument.best))
    if not full:
        return (
            early
            or mention.article not in {"a", "an"}
            or mention.scene.place - instrument.place <= 1
        )
    return early


def _only_names_parties(mention: Mention, instrument: Instrument) -> bool:
    """Tell whether "the MoU on X" is the "memorandum with Y" told of before, or the reverse."""
    if not is_definite(mention) or instrument.listed >= 0 or mention.cited:
        return False
    mine, theirs = _subject(mention), _subject(instrument.best)
    return bool(mine) != bool(theirs)


def _subject(mention: Mention) -> frozenset[str]:
    return _stems(_PARTIES.sub("", mention.title))


def meant_by(back: re.Match[str], known: list[Instrument], place: int) -> list[Instrument]:
    """Return the instruments that words such as "the document" stand for."""
    if not known:
        return []
    if back["all"]:
        return _batch(known)
    if back["any"]:
        return [max(known, key=lambda one: one.place)]
    kind = next(name for name in _KINDS if back[name])
    fitting = [one for one in known if one.type in _KINDS[kind]]
    if fitting:
        return [max(fitting, key=lambda one: one.place)]
    nearest = max(known, key=lambda one: one.place)
    return [nearest] if kind == "agr" and place - nearest.place <= 3 else []


def _batch(known: list[Instrument]) -> list[Instrument]:
    last = max(known, key=lambda one: one.place)
    if last.listed >= 0:
        return [one for one in known if one.listed == last.listed]
    paragraph = last.mentions[-1].scene.paragraph
    return [one for one in known if any(m.scene.paragraph is paragraph for m in one.mentions)]


def rank(stage: StageKind | None) -> int:
    """Return how far an act goes."""
    return _ORDER.get(stage, 0)


def furthest(mentions: list[Mention]) -> Mention:
    """Return the naming that tells the furthest act; what merely rests on it tells least."""
    return max(
        mentions, key=lambda m: _ORDER.get(m.stage, 0) if not m.cited or m.stage_start >= 0 else 1
    )


_ORDER: dict[StageKind | None, int] = {
    None: 0,
    StageKind.PROPOSED: 2,
    StageKind.DRAFTED: 3,
    StageKind.DATED: 4,
    StageKind.INITIALLED: 5,
    StageKind.SIGNED: 6,
    StageKind.ACCEDED: 7,
    StageKind.RATIFIED: 8,
    StageKind.IN_FORCE: 9,
    StageKind.AMENDED: 10,
    StageKind.EXTENDED: 11,
    StageKind.SUSPENDED: 12,
    StageKind.WITHDRAWN: 12,
    StageKind.EXPIRED: 12,
    StageKind.TERMINATED: 13,
    StageKind.REPLACED: 13,
}
