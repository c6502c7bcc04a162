"""Suggestions of people, bodies and places."""

from collections.abc import Iterator

from db.rows.evidence import Span
from db.rows.suggestions import LineKind, SuggestedLine, Suggestion
from db.terms import EntryKind, How, LinkKind, NameKind, OrganisationKind, PlaceKind
from db.text.countries import country_name
from db.text.folding import fold
from desktop.reading.records import BodyRecord, CityRecord, CountryRecord, PersonRecord
from desktop.reading.suggest.ends import Ends, country_key, span, span_of
from desktop.reading.suggest.lines import field_line, holder_of, numbered

_ONE_IN_EACH_COUNTRY = frozenset(
    {
        OrganisationKind.MINISTRY,
        OrganisationKind.GOVERNMENT,
        OrganisationKind.PARLIAMENT,
        OrganisationKind.AGENCY,
    }
)
_ENOUGH_OF_ITS_OWN = 4


def person(record: PersonRecord, ends: Ends) -> Suggestion:
    """Return the suggestion of a person, with the post held."""
    mention = next((one for one in record.mentions if one.post), record.mentions[0])
    lines: list[SuggestedLine] = []
    holder, reason = holder_of(record, ends)
    if record.post and holder:
        lines.append(
            SuggestedLine(
                key="",
                kind=LineKind.LINK,
                name=LinkKind.HOLDS_POST,
                other=holder,
                post_as=record.post,
                acting=record.acting,
                spans=span(
                    min(mention.start, mention.post_start), max(mention.end, mention.post_end)
                )
                if mention.post_start >= 0
                else span_of(mention),
                how=How.INFERRED if reason else How.STATED,
                reason=reason,
                rule=mention.rule,
                confidence=mention.confidence,
            )
        )
    return Suggestion(
        key=record.key,
        kind=EntryKind.PERSON,
        title=record.name,
        spans=tuple(one for found in record.mentions for one in span_of(found)),
        lines=numbered(lines),
        confidence=max(one.confidence for one in record.mentions),
        rule=mention.rule,
    )


def body(record: BodyRecord, language: str) -> Suggestion:
    """Return the suggestion of a corporate body, with its kind, country and further names."""
    first = record.mentions[0]
    return Suggestion(
        key=record.key,
        kind=EntryKind.ORGANISATION,
        title=qualified(record, language),
        spans=tuple(one for found in record.mentions for one in span_of(found)),
        lines=numbered(_of_body(record)),
        confidence=max(one.confidence for one in record.mentions),
        rule=first.rule,
    )


def qualified(record: BodyRecord, language: str) -> str:
    """Return the name with its country in brackets where each country has one of that name."""
    if not record.country or record.kind not in _ONE_IN_EACH_COUNTRY:
        return record.name
    country = country_name(record.country, "ru" if language == "ru" else "en")
    stem = fold(country)[:_ENOUGH_OF_ITS_OWN]
    if stem in fold(record.name) or _names_a_state(record.name):
        return record.name
    return f"{record.name} ({country})"


def _names_a_state(name: str) -> bool:
    """Tell whether a name ends in a form of state: "… of the Kyrgyz Republic", «… РФ»."""
    last = name.rsplit(maxsplit=1)[-1]
    return fold(last) in {"republic", "federation", "kingdom", "emirates", "states"} or (
        last.isupper() and len(last) <= 3
    )


def _of_body(record: BodyRecord) -> Iterator[SuggestedLine]:
    first = record.mentions[0]
    yield field_line("organisation_kind", record.kind, rule=first.rule)
    if record.country:
        yield SuggestedLine(
            key="",
            kind=LineKind.LINK,
            name=LinkKind.OF_COUNTRY,
            other=country_key(record.country),
            spans=span_of(first),
            rule=first.rule,
        )
    for form in record.forms:
        kind = NameKind.ACRONYM if form == record.acronym else NameKind.VARIANT
        where = next((one for one in record.mentions if one.name == form), first)
        yield SuggestedLine(key="", kind=LineKind.NAME, name=kind, value=form, spans=span_of(where))


def country(record: CountryRecord) -> Suggestion:
    """Return the suggestion of a country: that the source is about it."""
    first = record.mentions[0]
    about = SuggestedLine(
        key="",
        kind=LineKind.LINK,
        name=LinkKind.ABOUT,
        other="source",
        outgoing=False,
        spans=span_of(first),
        rule=first.rule,
    )
    return Suggestion(
        key=record.key,
        kind=EntryKind.PLACE,
        title=country_name(record.code, "en"),
        code=record.code,
        spans=tuple(one for found in record.mentions for one in span_of(found)),
        lines=numbered([about]),
        confidence=max(one.confidence for one in record.mentions),
        rule=first.rule,
    )


def implied_country(code: str, spans: tuple[Span, ...]) -> Suggestion:
    """Return the suggestion of a country that only a post or body implies."""
    return Suggestion(
        key=country_key(code),
        kind=EntryKind.PLACE,
        title=country_name(code, "en"),
        code=code,
        spans=spans,
        confidence=0.7,
        rule="implied by a post or body",
    )


def city(record: CityRecord) -> Suggestion:
    """Return the suggestion of a city: it is made where a record needs it."""
    first = record.mentions[0]
    lines = [field_line("place_kind", PlaceKind.CITY)]
    return Suggestion(
        key=record.key,
        kind=EntryKind.PLACE,
        title=record.name,
        spans=tuple(one for found in record.mentions for one in span_of(found)),
        lines=numbered(lines),
        confidence=first.confidence,
        rule=first.rule,
    )
