"""Records made of selected words, with what their sentence says of them.

The words are read once more by themselves, so that the finders' own judgement of a title, a kind
or a number is used where they have one; what they overlooked in the text they may know alone.
"""

import re
from collections.abc import Iterable, Iterator

from db.rows.evidence import Span
from db.rows.suggestions import LineKind, SuggestedLine, Suggestion
from db.terms import AgreementType, EntryKind, LinkKind, MeetingKind, OrganisationKind, StageKind
from db.text.countries import country_name
from db.text.scripts import script_of
from desktop.reading.agreements.instruments import ENGLISH, RUSSIAN, pattern_of
from desktop.reading.by_hand.words import RULE, Words, title_of
from desktop.reading.findings import FoundBody, FoundCountry, FoundPerson, Role
from desktop.reading.morphology import nominative, nominative_person
from desktop.reading.records import Records
from desktop.reading.suggest.ends import country_key
from desktop.reading.suggest.lines import date_line, field_line, numbered, role_lines

_ACTS = (
    (StageKind.INITIALLED, re.compile(r"\binitial(?:l)?(?:ed|ing)\b|парафир", re.IGNORECASE)),
    (StageKind.RATIFIED, re.compile(r"\bratif|ратифи", re.IGNORECASE)),
    (StageKind.IN_FORCE, re.compile(r"\b(?:came|entered|enters) into force|вступи", re.IGNORECASE)),
    (StageKind.SIGNED, re.compile(r"\bsign(?:ed|ing)\b|подпис", re.IGNORECASE)),
    (StageKind.DRAFTED, re.compile(r"\bdraft|проект", re.IGNORECASE)),
)


def suggest_by_hand(records: Records, kind: EntryKind, start: int, end: int) -> Suggestion:
    """Return a record of the kind, made of the words from ``start`` to ``end`` (code points)."""
    words = Words(records, start, end)
    return Suggestion(
        key=f"hand:{kind}:{start}-{end}",
        kind=kind,
        title=_title(words, kind),
        code=_code(words) if kind == EntryKind.PLACE else "",
        spans=(words.span,),
        lines=numbered(_LINES[kind](words)) if kind in _LINES else (),
        confidence=1.0,
        rule=RULE,
    )


def _title(words: Words, kind: EntryKind) -> str:
    found = {
        EntryKind.PERSON: words.alone.people,
        EntryKind.ORGANISATION: words.alone.bodies,
        EntryKind.PLACE: words.alone.cities,
    }.get(kind, ())
    if kind == EntryKind.PLACE and _code(words):
        return country_name(_code(words), "en")
    best = words.whole(found)
    bare = title_of(str(getattr(best, "name", "")) or words.text)
    if script_of(bare) == "Cyrl":
        bare = nominative_person(bare) if kind == EntryKind.PERSON else nominative(bare)
    return bare[:1].upper() + bare[1:]


def _code(words: Words) -> str:
    best = words.whole(words.alone.countries)
    return best.code if best else ""


def _agreement(words: Words) -> Iterator[SuggestedLine]:
    yield field_line("agreement_type", _instrument(words.text), (words.span,), rule=RULE)
    sentence = words.records.page.text[slice(*words.sentence)]
    act = next((stage for stage, pattern in _ACTS if pattern.search(sentence)), None)
    date = next((d for d in words.around(words.records.findings.dates) if not d.published), None)
    city = next(iter(words.around(words.records.findings.cities)), None)
    stage = act or (StageKind.DATED if date else None)
    if stage:
        own = (words.span, *((Span(first=date.start, last=date.end),) if date else ()))
        yield SuggestedLine(
            key="",
            kind=LineKind.STAGE,
            name=stage,
            value=date.edtf if date else "",
            place=words.ends.key(city),
            spans=tuple(sorted(dict.fromkeys(own), key=lambda one: one.first)),
            rule=RULE,
        )
    yield from _roles(words, LinkKind.PARTY, _parties(words))
    if stage in {StageKind.SIGNED, StageKind.INITIALLED}:
        signs = LinkKind.SIGNATORY if stage == StageKind.SIGNED else LinkKind.INITIALLED_BY
        yield from _roles(words, signs, words.around(words.records.findings.people))


def _instrument(text: str) -> AgreementType:
    for nouns in (ENGLISH, RUSSIAN):
        found = pattern_of(nouns).search(text)
        if found and found.lastindex:
            return nouns[found.lastindex - 1].type
    return AgreementType.OTHER


def _parties(words: Words) -> tuple[FoundBody | FoundCountry, ...]:
    found = words.records.findings
    bodies = [one for one in words.inside(found.bodies) if not one.generic]
    return tuple(bodies) or words.inside(found.countries)


def _meeting(words: Words) -> Iterator[SuggestedLine]:
    found = words.records.findings
    best = max(words.alone.meetings, key=lambda one: one.end - one.start, default=None)
    kind = best.kind if best else MeetingKind.OTHER
    yield field_line("meeting_kind", kind, (words.span,), rule=RULE)
    if best and best.number:
        yield field_line("ordinal", str(best.number), (words.span,), rule=RULE)
        if not best.number_as.isdigit():
            yield field_line("ordinal_as_written", best.number_as, (words.span,), rule=RULE)
    date = next((one for one in words.around(found.dates) if not one.published), None)
    if date:
        first, _slash, last = date.edtf.partition("/")
        yield date_line("start", date, first)
        if last.strip("."):
            yield date_line("end", date, last)
    place = next(iter(words.around(found.cities)), None)
    if place and words.ends.key(place):
        where = (Span(first=place.start, last=place.end),)
        yield field_line("place", "", where, rule=RULE, other=words.ends.key(place))
    bodies = [one for one in words.inside(found.bodies) if not one.generic]
    yield from _roles(words, LinkKind.SESSION_OF, bodies[:1])
    yield from _roles(words, LinkKind.ATTENDEE, words.around(found.people))


def _person(words: Words) -> Iterator[SuggestedLine]:
    people = (*words.inside(words.records.findings.people), *words.alone.people)
    best = next((one for one in people if one.post), None)
    post = best.post if best else ""
    holder = ""
    if best:
        holder = words.ends.body(best.body) or country_key(best.country)
    holder = holder if holder in words.keys else words.known_country()
    if holder:
        yield SuggestedLine(
            key="",
            kind=LineKind.LINK,
            name=LinkKind.HOLDS_POST if post else LinkKind.OF_COUNTRY,
            other=holder,
            post_as=post,
            acting=best.acting if best and post else False,
            spans=(words.span,),
            rule=RULE,
        )


def _body(words: Words) -> Iterator[SuggestedLine]:
    best = max(words.alone.bodies, key=lambda one: one.end - one.start, default=None)
    kind = best.kind if best else OrganisationKind.OTHER
    yield field_line("organisation_kind", kind, rule=RULE)
    own = country_key(best.country) if best else ""
    country = own if own in words.keys else words.known_country()
    if country:
        yield SuggestedLine(
            key="",
            kind=LineKind.LINK,
            name=LinkKind.OF_COUNTRY,
            other=country,
            spans=(words.span,),
            rule=RULE,
        )


def _place(words: Words) -> Iterator[SuggestedLine]:
    if not _code(words):
        yield field_line("place_kind", "city", rule=RULE)


def _roles(
    words: Words, kind: LinkKind, found: Iterable[FoundPerson | FoundBody | FoundCountry]
) -> Iterator[SuggestedLine]:
    """Yield a line for each participant that is a record of the release, in the order told."""
    met: set[str] = set()
    for who in found:
        key = words.ends.key(who)
        if key and key in met:
            continue
        met.add(key)
        role = Role(kind=kind, who=who, start=who.start, end=who.end, rule=RULE)
        yield from role_lines((role,), words.ends)


_LINES = {
    EntryKind.AGREEMENT: _agreement,
    EntryKind.MEETING: _meeting,
    EntryKind.PERSON: _person,
    EntryKind.ORGANISATION: _body,
    EntryKind.PLACE: _place,
}
