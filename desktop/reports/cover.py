"""The first page: whose report it is, what was asked, how much was found, how to read it."""

from typing import TypedDict

from db.rows.dossier import CountryDossier, DossierChoices
from db.text.countries import country_name
from desktop.reports import phrases
from desktop.reports.entries import Title, other_forms
from desktop.reports.runs import printable
from desktop.reports.wording import Wording


class Count(TypedDict):
    """So many of a thing."""

    number: str
    noun: str


class Cover(TypedDict):
    """The words of the first page."""

    kind: str
    country: str
    others: list[Title]
    subtitle: str
    choices: list[str]
    counts: list[Count]
    nothing: str
    note: str


def cover(wording: Wording, dossier: CountryDossier) -> Cover:
    """Return the first page; of an empty dossier it is the only one, and says so."""
    country = title_of_country(wording, dossier)
    nothing = _nothing(wording, dossier, country)
    day = phrases.date_words(wording, dossier.as_of)
    return {
        "kind": wording.word("cover", "kind"),
        "country": country,
        "others": other_forms(dossier.names, country),
        "subtitle": wording.word("cover", "subtitle"),
        "choices": choices_in_words(wording, dossier.choices),
        "counts": [] if nothing else _counts(wording, dossier),
        "nothing": nothing,
        "note": wording.word("cover", "empty_note" if nothing else "note", day=day),
    }


def title_of_country(wording: Wording, dossier: CountryDossier) -> str:
    """Return the country's name in the report's language, else CLDR's, else its code."""
    given = dict(dossier.names).get(wording.language, "")
    name = printable(given) or country_name(dossier.country, wording.language)
    return name or printable(dossier.country)


def choices_in_words(wording: Wording, choices: DossierChoices) -> list[str]:
    """Return what was asked of the report, a sentence each."""
    sentences = [_period(wording, choices)]
    if choices.tags:
        sentences.append(wording.word("cover", "tags", tags=" · ".join(choices.tags)))
    if choices.only_new:
        day = phrases.date_words(wording, choices.since)
        sentences.append(wording.word("cover", "since" if day else "first", day=day))
    kept = [printable(sentence) for sentence in sentences if sentence]
    return kept or [wording.word("cover", "all")]


def _period(wording: Wording, choices: DossierChoices) -> str:
    span = phrases.span_words(wording, choices.period_from, choices.period_to)
    return wording.word("cover", "period", span=span) if span else ""


def is_empty(dossier: CountryDossier) -> bool:
    """Say whether the dossier holds nothing that a report could tell."""
    return not (
        dossier.agreements or dossier.meetings or dossier.participants or dossier.memberships
    )


def _nothing(wording: Wording, dossier: CountryDossier, country: str) -> str:
    if not is_empty(dossier):
        return ""
    choices = dossier.choices
    day = phrases.date_words(wording, choices.since)
    if choices.only_new and day:
        return wording.word("cover", "nothing_new", country=country, day=day)
    limited = choices.period_from or choices.period_to or choices.tags
    return wording.word("cover", "nothing_chosen" if limited else "nothing", country=country)


def _counts(wording: Wording, dossier: CountryDossier) -> list[Count]:
    numbers = {
        "agreements": len(dossier.agreements),
        "meetings": len(dossier.meetings),
        "participants": len(dossier.participants),
        "sources": len(dossier.sources),
    }
    return [
        {"number": wording.number(str(number)), "noun": wording.count(code, number)}
        for code, number in numbers.items()
    ]
