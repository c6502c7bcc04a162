"""What the report window says: what a report will hold, and what was printed before."""

from collections import Counter
from datetime import UTC

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from db.queries.reports import PrintedReportRow
from db.rows.dossier import CountryOverview, DossierChoices
from desktop.labels import date_label
from desktop.reports.extent import pages_of, volumes_of

LANGUAGES: dict[str, object] = {
    "en": QT_TRANSLATE_NOOP("report", "English"),
    "ru": QT_TRANSLATE_NOOP("report", "Russian"),
}
PAPERS: dict[str, object] = {
    "a4": QT_TRANSLATE_NOOP("report", "A4"),
    "letter": QT_TRANSLATE_NOOP("report", "Letter"),
}


def options(table: dict[str, object]) -> list[tuple[str, str]]:
    """Return the codes of a table with their words."""
    return [(code, _words(words)) for code, words in table.items()]


def printed_day(row: PrintedReportRow) -> str:
    """Return the day a report was printed, in words."""
    return date_label(row.printed_at.astimezone(UTC).date().isoformat())


def printed_line(row: PrintedReportRow) -> str:
    """Describe the choices of a printed report in one line."""
    choices = row.choices
    parts = [
        _counted(row.entries, "entry", "entries"),
        _period(choices),
        ", ".join(choices.tags),
        _words("only what was new") if choices.only_new else "",
        _words(LANGUAGES[choices.language]),
        _words(PAPERS[choices.paper]),
    ]
    return " · ".join(filter(None, parts))


def contents(overview: CountryOverview) -> str:
    """Say what a report will hold, and how long it will be where that is long; empty: nothing."""
    counts = (
        (overview.agreements, "agreement", "agreements"),
        (overview.meetings, "meeting", "meetings"),
        (overview.participants, "participant", "participants"),
    )
    holds = ", ".join(_counted(*count) for count in counts if count[0])
    if not holds:
        return ""
    pages = _pages(overview, overview.agreements + overview.meetings)
    volumes = volumes_of(pages)
    if volumes == 1:
        return _words("Holds {0}.").format(holds)
    sentence = _words("Holds {0}: about {1} pages in {2} volumes.")
    return sentence.format(holds, _about(pages), _number(volumes))


def narrowing(overview: CountryOverview) -> tuple[str, str]:
    """Return from which year on a long report fits into one volume, and what offers that.

    Both are empty where the report is not long, or no year parts it.
    """
    by_year: Counter[str] = Counter()
    for count in overview.counts:
        by_year[count.year] += count.entries
    total = by_year.total()
    if volumes_of(_pages(overview, total)) == 1:
        return "", ""
    entries, chosen = by_year.pop("", 0), ""
    for year in sorted(by_year, reverse=True):
        more = entries + by_year[year]
        if chosen and volumes_of(_pages(overview, more)) > 1:
            break
        entries, chosen = more, year
    if not chosen or entries == total:
        return "", ""
    words = _words("Only from {0} on: about {1} pages")
    return chosen, words.format(chosen, _about(_pages(overview, entries)))


def _pages(overview: CountryOverview, entries: int) -> int:
    """Return about how many pages so many of its agreements and meetings take."""
    whole = max(1, overview.agreements + overview.meetings)
    return pages_of(entries=entries, participants=overview.participants * entries // whole)


def _about(pages: int) -> str:
    return _number(max(10, round(pages, -1)))


def nothing(country: str, choices: DossierChoices) -> str:
    """Say beforehand that a report will hold nothing, and why."""
    if choices.only_new and choices.since:
        sentence = _words("Nothing about {0} is new or changed since {1}: the report will say so.")
        return sentence.format(country, date_label(choices.since))
    if choices.period_from or choices.period_to or choices.tags:
        sentence = _words("Nothing about {0} fits this period and these tags: the report says so.")
    else:
        sentence = _words("The catalogue has nothing about {0}: the report will say so.")
    return sentence.format(country)


def _period(choices: DossierChoices) -> str:
    start, end = date_label(choices.period_from), date_label(choices.period_to)
    if start and end:
        return f"{start} – {end}"
    if start:
        return _words("from {0}").format(start)
    return _words("to {0}").format(end) if end else ""


def _counted(number: int, one: str, more: str) -> str:
    return f"{_number(number)} {_words(one if number == 1 else more)}"


def _number(number: int) -> str:
    return QLocale().toString(number)


_MARKED = (
    QT_TRANSLATE_NOOP("report", "Holds {0}."),
    QT_TRANSLATE_NOOP("report", "Holds {0}: about {1} pages in {2} volumes."),
    QT_TRANSLATE_NOOP("report", "Only from {0} on: about {1} pages"),
    QT_TRANSLATE_NOOP("report", "entry"),
    QT_TRANSLATE_NOOP("report", "entries"),
    QT_TRANSLATE_NOOP("report", "agreement"),
    QT_TRANSLATE_NOOP("report", "agreements"),
    QT_TRANSLATE_NOOP("report", "meeting"),
    QT_TRANSLATE_NOOP("report", "meetings"),
    QT_TRANSLATE_NOOP("report", "participant"),
    QT_TRANSLATE_NOOP("report", "participants"),
)


def _words(marked: object) -> str:
    return QCoreApplication.translate("report", str(marked))
