"""What the report window says: what a report will hold, and what was printed before."""

from datetime import UTC

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from db.queries.reports import PrintedReportRow
from db.rows.dossier import CountryDossier, DossierChoices
from desktop.labels import date_label

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


def contents(dossier: CountryDossier) -> str:
    """Say what a report will hold; empty where that is nothing."""
    counts = (
        (len(dossier.agreements), "agreement", "agreements"),
        (len(dossier.meetings), "meeting", "meetings"),
        (len(dossier.participants), "participant", "participants"),
    )
    parts = [_counted(*count) for count in counts if count[0]]
    return ", ".join(parts)


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
    return f"{number} {_words(one if number == 1 else more)}"


_MARKED = (
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
