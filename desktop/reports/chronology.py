"""The chronology: every act and meeting of the dossier in one line each, year by year."""

from datetime import date
from typing import NamedTuple, TypedDict

from db.rows.dossier import CountryDossier, DossierAgreement, DossierMeeting
from desktop.reports import phrases
from desktop.reports.entries import Title, shortened
from desktop.reports.runs import printable
from desktop.reports.wording import Wording


class Event(TypedDict):
    """One line: the date, what happened, to what."""

    date: str
    what: str
    title: Title
    reference: str


class Year(TypedDict):
    """The events of a year; those without one stand last."""

    year: str
    events: list[Event]


class _Dated(NamedTuple):
    edtf: str
    event: Event


def chronology(wording: Wording, dossier: CountryDossier) -> list[Year]:
    """Return the acts and meetings by their earliest possible day; undated ones come last."""
    found = [each for item in dossier.agreements for each in _acts(wording, item)]
    found += [_meeting(wording, item) for item in dossier.meetings]
    years: dict[str, list[Event]] = {}
    undated = wording.word("phrase", "undated")
    for dated in sorted(found, key=_order):
        day = _earliest(dated.edtf)
        years.setdefault(str(day.year) if day else undated, []).append(dated.event)
    return [{"year": year, "events": events} for year, events in years.items()]


def _acts(wording: Wording, item: DossierAgreement) -> list[_Dated]:
    return [
        _Dated(
            act.date,
            {
                "date": phrases.date_words(wording, act.date),
                "what": wording.word("stage", act.kind),
                "title": shortened(item.title, item.language),
                "reference": printable(item.reference),
            },
        )
        for act in item.stages
    ]


def _meeting(wording: Wording, item: DossierMeeting) -> _Dated:
    event: Event = {
        "date": phrases.date_words(wording, item.start),
        "what": phrases.gathering(wording, item.kind, item.standing),
        "title": shortened(item.title, item.language),
        "reference": printable(item.reference),
    }
    return _Dated(item.start, event)


def _earliest(edtf: str) -> date | None:
    day = phrases.date_of(edtf)
    return day.earliest if day else None


def _order(dated: _Dated) -> tuple[bool, date]:
    day = _earliest(dated.edtf)
    return day is None, day or date.max
