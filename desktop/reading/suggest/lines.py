"""Building lines: their keys, and the shapes that several kinds of record share."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from db.rows.evidence import Span
from db.rows.suggestions import LineKind, SuggestedLine
from db.terms import STAGED_LINKS, How, Presence
from db.text.folding import fold
from db.text.numbers import parse_number
from desktop.reading.findings import (
    FoundDate,
    FoundFigure,
    FoundPerson,
    FoundPoint,
    FoundQuotation,
    Role,
)
from desktop.reading.records import PersonRecord
from desktop.reading.suggest.ends import Ends, country_key, span, span_of

_LONGEST_KEY = 80


def numbered(lines: Iterable[SuggestedLine]) -> tuple[SuggestedLine, ...]:
    """Return the lines with keys that tell them apart, the same when read again."""
    times: dict[str, int] = {}
    kept: list[SuggestedLine] = []
    for line in lines:
        named = line.other or line.on_behalf_of
        key = f"{line.kind}:{line.name}:{named or fold(line.value)[:_LONGEST_KEY]}:{line.post_as}"
        times[key] = times.get(key, 0) + 1
        kept.append(replace(line, key=key if times[key] == 1 else f"{key}#{times[key]}"))
    return tuple(kept)


def field_line(
    name: str, value: str, spans: tuple[Span, ...] = (), *, rule: str = "", other: str = ""
) -> SuggestedLine:
    """Return a line that fills a field."""
    return SuggestedLine(
        key="", kind=LineKind.FIELD, name=name, value=value, spans=spans, rule=rule, other=other
    )


def date_line(name: str, date: FoundDate, value: str = "") -> SuggestedLine:
    """Return a line that fills a date field, inferred where the date is."""
    return SuggestedLine(
        key="",
        kind=LineKind.FIELD,
        name=name,
        value=value or date.edtf,
        spans=span_of(date),
        how=date.how,
        reason=date.reason,
        rule=date.rule,
        confidence=date.confidence,
    )


def role_lines(roles: Iterable[Role], ends: Ends, stage: str = "") -> Iterator[SuggestedLine]:
    """Yield a line for each role whose holder can be linked."""
    for role in roles:
        person = ends.told(role.who) if isinstance(role.who, FoundPerson) else None
        other, behalf, behalf_reason = _who(role, person, ends)
        reason = role.reason or behalf_reason
        if not other and not behalf:
            continue
        yield SuggestedLine(
            key="",
            kind=LineKind.LINK,
            name=role.kind,
            other=other,
            on_behalf_of="" if behalf == other else behalf,
            post_as=person.post if person else "",
            acting=person.acting if person else False,
            presence=_presence(role),
            stage=stage if role.kind in STAGED_LINKS else "",
            spans=_spans(role),
            how=How.INFERRED if reason else How.STATED,
            reason=reason,
            confidence=role.confidence,
            rule=role.rule,
        )


def _who(role: Role, person: FoundPerson | None, ends: Ends) -> tuple[str, str, str]:
    """Return the keys of who took part and on whose behalf, and why where that is inferred."""
    behalf = ends.key(role.on_behalf_of) if role.on_behalf_of else ""
    if person is None:
        return ends.key(role.who), behalf, ""
    reason = ""
    if not behalf:
        behalf, reason = holder_of(person, ends)
    if person.presence != Presence.NAMED:
        return behalf, "", reason
    return ends.key(person), behalf, reason


def holder_of(person: FoundPerson | PersonRecord, ends: Ends) -> tuple[str, str]:
    """Return the key of the body or country a post is of, and why where it is inferred."""
    body = ends.body(person.body)
    return (body, "") if body else (country_key(person.country), person.country_reason)


def _presence(role: Role) -> Presence:
    if isinstance(role.who, FoundPerson):
        return role.who.presence
    return Presence.BODY


def _spans(role: Role) -> tuple[Span, ...]:
    """Return the words that say the role, and the name where it stands apart from them."""
    own = span(role.start, role.end)
    who = span_of(role.who)
    if not own or (own[0].first <= who[0].first and who[0].last <= own[0].last):
        return own or who
    return tuple(sorted((*own, *who), key=lambda one: one.first))


def point_line(point: FoundPoint) -> SuggestedLine:
    """Return a line that becomes a point."""
    return SuggestedLine(
        key="",
        kind=LineKind.POINT,
        name=point.kind,
        value=point.wording,
        spans=span_of(point),
        confidence=point.confidence,
        rule=point.rule,
    )


def figure_line(figure: FoundFigure, ends: Ends) -> SuggestedLine:
    """Return a line that becomes a figure."""
    return SuggestedLine(
        key="",
        kind=LineKind.FIGURE,
        name="",
        value=parse_number(figure.number),
        unit=figure.unit,
        bound=figure.bound,
        state=figure.state,
        other=ends.key(figure.speaker),
        spans=span_of(figure),
        confidence=figure.confidence,
        rule=figure.rule,
    )


def quotation_line(quotation: FoundQuotation, ends: Ends) -> SuggestedLine:
    """Return a line that becomes a quotation."""
    return SuggestedLine(
        key="",
        kind=LineKind.QUOTATION,
        name="direct" if quotation.direct else "reported",
        value=quotation.words,
        other=ends.key(quotation.speaker),
        spans=span_of(quotation),
        confidence=quotation.confidence,
        rule=quotation.rule,
    )
