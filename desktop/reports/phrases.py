"""Phrases of the report: a date, a participant, a relation, a claim, each as runs."""

from functools import lru_cache

from db.rows.dossier import DossierFigure, DossierLink, DossierPoint
from db.rows.dossier import DossierRelation as Relation
from db.rows.dossier import DossierStage as Stage
from db.text.countries import country_name
from db.text.dates import EdtfDate, display_date, parse_date
from desktop.reports.runs import (
    NO_BREAK,
    Line,
    citations,
    joined,
    printable,
    quoted,
    reference,
    remarked,
    run,
    separated,
)
from desktop.reports.wording import Wording

_DELEGATION = ("delegation", "делегаци")


def words(text: str) -> Line:
    """Return words of the apparatus, which are in the report's own language."""
    return [{"text": text, "face": "plain"}] if text else []


def aside(text: str) -> Line:
    """Return quiet words of the apparatus."""
    return [{"text": text, "face": "quiet"}] if text else []


def told(text: str, lang: str = "") -> Line:
    """Return words of the catalogue, whose language is told or guessed; nothing for no words."""
    return [run(text, lang=lang)] if text.strip() else []


def date_of(text: str) -> EdtfDate | None:
    """Return the date an EDTF text stands for, None where it stands for none."""
    try:
        return parse_date(text) if text else None
    except ValueError:
        return None


@lru_cache(maxsize=16384)
def date_words(wording: Wording, text: str) -> str:
    """Return an EDTF date (ISO 8601-2) as it is read; text that is no date stays as it is."""
    date = date_of(text)
    return joined(display_date(date, wording.language)) if date else printable(text)


def span_words(wording: Wording, start: str, end: str) -> str:
    """Return the time between two EDTF dates; an empty one leaves its side open."""
    if not start and not end:
        return ""
    span = start if start == end else f"{start or '..'}/{end or '..'}"
    if date_of(span):
        return date_words(wording, span)
    return " – ".join(date_words(wording, side) for side in (start, end) if side)


def doubt(*, doubtful: bool) -> Line:
    """Return the question mark that stands by what is inferred."""
    return words("?") if doubtful else []


def country_words(wording: Wording, code: str) -> Line:
    """Return the name of a country in the report's language, the code where it has none."""
    return words(country_name(code, wording.language) or printable(code))


def participant(wording: Wording, link: DossierLink) -> Line:
    """Return who took part, in which post that day, for whom, how present, and who says so."""
    post = _post(wording, link.post, acting=link.acting)
    name = [*told(link.name), *doubt(doubtful=link.doubtful)]
    unnamed_holder = link.presence == "unnamed" and bool(post)
    line = separated([post, name] if unnamed_holder else [name, post])
    behalf = words(wording.word("phrase", "for", name=link.on_behalf_of))
    line = separated(
        [
            line,
            country_words(wording, link.country),
            behalf if link.on_behalf_of else [],
            aside(_presence(wording, link)),
            aside(_people(wording, link.number)),
            aside(wording.word("mode", link.mode)),
            _as_named(wording, link.named_as),
        ]
    )
    return remarked(line, link.note, []) + citations(link.citations)


def _presence(wording: Wording, link: DossierLink) -> str:
    says_so = link.presence == "delegation" and link.name.casefold().startswith(_DELEGATION)
    return "" if says_so else wording.word("presence", link.presence)


def _post(wording: Wording, post: str, *, acting: bool) -> Line:
    mark = f" ({wording.word('phrase', 'acting')})" if acting else ""
    return told(post) + words(mark) if post else aside(mark.strip())


def post_words(wording: Wording, post: str, *, acting: bool) -> Line:
    """Return a post, marked where it is held by an acting holder."""
    return _post(wording, post, acting=acting)


def _people(wording: Wording, number: int | None) -> str:
    if number is None:
        return ""
    return wording.word("phrase", "people", number=wording.number(str(number)))


def _as_named(wording: Wording, name: str) -> Line:
    if not name:
        return []
    return [*aside(wording.word("phrase", "named_as", words="")), quoted(name, wording.language)]


def relation(wording: Wording, other: Relation) -> Line:
    """Return another entry: its reference, title and date."""
    mark: Line = [reference(other.reference)] if other.reference else []
    line = separated([mark, told(other.title) + doubt(doubtful=other.doubtful)], "\u2002")
    when = words(date_words(wording, other.date))
    return separated([line, when]) + citations(other.citations)


def gathering(wording: Wording, kind: str, standing: str) -> str:
    """Return what kind of meeting it is; of one not known to have been held, that as well."""
    return wording.word("meeting_kind" if standing == "held" else f"meeting_{standing}", kind)


def stage(wording: Wording, act: Stage) -> Line:
    """Return when, where and by whom an act was done; the meeting has a line of its own."""
    known = bool(act.place or act.by)
    when = words(date_words(wording, act.date))
    if act.inferred and act.date and "?" not in act.date:
        when += doubt(doubtful=True)
    line = separated(
        [
            when or (words(wording.word("phrase", "undated")) if known else []),
            told(act.place),
            words(wording.word("phrase", "by", name=act.by)) if act.by else [],
        ]
    )
    line = line or words(wording.word("phrase", "undated"))
    return remarked(line, act.note, []) + citations(act.citations)


def point(wording: Wording, item: DossierPoint) -> Line:
    """Return a point: its wording, who owes it to whom and by when."""
    due = date_words(wording, item.due)
    return separated(
        [
            told(item.wording),
            aside(_duty(wording, item)),
            aside(wording.word("phrase", "due", day=due) if due else ""),
        ]
    ) + citations(item.citations)


def _duty(wording: Wording, item: DossierPoint) -> str:
    if item.owed_by and item.owed_to:
        return wording.word("phrase", "owes_to", name=item.owed_by, to=item.owed_to)
    if item.owed_by:
        return wording.word("phrase", "owes", name=item.owed_by)
    return wording.word("phrase", "owed_to", to=item.owed_to) if item.owed_to else ""


def figure(wording: Wording, item: DossierFigure) -> Line:
    """Return a figure with its bound, unit, state, period and speaker; a count with its tally."""
    number = wording.word("bound", item.bound, number=wording.number(item.number))
    close = wording.language == "en" and item.unit.startswith("%")
    gap = words("" if close else NO_BREAK)
    line = words(number) + (gap + told(item.unit) if item.unit else [])
    found = "" if item.found is None else wording.number(str(item.found))
    tally = wording.word("phrase", "found", found=found, total=wording.number(item.number))
    speaker = wording.word("phrase", "says", name=item.speaker) if item.speaker else ""
    return separated(
        [
            line,
            words(wording.word("figure_state", item.state)),
            words(date_words(wording, item.period)),
            words(tally if found else ""),
            aside(speaker),
        ]
    ) + citations(item.citations)
