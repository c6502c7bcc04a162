"""What an agreement and a meeting have in common on paper."""

from collections.abc import Iterable, Sequence
from typing import TypedDict

from db.rows.dossier import DossierEntry, DossierLink, DossierPoint, DossierRelation, Forms
from db.text.cleaning import clean_block
from desktop.reports import phrases
from desktop.reports.evidence import note_rows
from desktop.reports.runs import (
    DOT,
    Line,
    Row,
    citations,
    hyphenation_language,
    letters,
    printable,
    row,
    run,
    run_in,
    separated,
)
from desktop.reports.wording import Wording

THIRD_OF_PAGE = 17
"""Lines of a third of a page; a longer entry may break between its rows."""

_LINE_LETTERS = 64
_LABEL_LETTERS = 17
_SHORT = 160
"""Letters of two lines of the contents."""
_RUN_IN = 44
"""Letters of a point, or of all names of a row, that share a line with the next."""
_LONGEST_PARAGRAPH = 20_000


class Title(TypedDict):
    """A title with the language it is hyphenated by."""

    text: str
    lang: str


class Entry(TypedDict):
    """An entry as it is set: reference in the margin, title, rows."""

    reference: str
    anchor: str
    title: Title
    short: Title
    """The title as lists of entries have it."""
    others: list[Title]
    marks: list[Line]
    """What stands in small under the title: its kind, why it is here, its sources."""
    summary: list[Title]
    rows: list[Row]
    breakable: bool
    """True where it is long, so that only its rows are kept whole."""
    participant: bool
    listed: bool
    """Whether the contents name it."""


def titled(text: str, lang: str = "") -> Title:
    """Return a title ready to be set; a title without words is shown as a dash."""
    shown = printable(text) or "—"
    return {"text": shown, "lang": hyphenation_language(shown, lang)}


def paragraphs(text: str) -> list[Title]:
    """Return the paragraphs of a longer text, each hyphenated in its own language."""
    lines = [printable(line, _LONGEST_PARAGRAPH) for line in clean_block(text).split("\n")]
    return [{"text": line, "lang": hyphenation_language(line)} for line in lines if line]


def shortened(text: str, lang: str = "") -> Title:
    """Return a title cut after a whole word, for lists in which the entry can be looked up."""
    whole = titled(text, lang)
    if len(whole["text"]) <= _SHORT:
        return whole
    kept = whole["text"][:_SHORT].rpartition(" ")[0] or whole["text"][:_SHORT]
    return {"text": kept.rstrip(" ,;:–—(") + "…", "lang": whole["lang"]}


def other_forms(forms: Forms, title: str) -> list[Title]:
    """Return the other forms of a title, each once and none that is the title itself."""
    seen = {printable(title)}
    kept: list[Title] = []
    for lang, text in forms:
        form = titled(text, lang)
        if printable(text) and form["text"] not in seen:
            seen.add(form["text"])
            kept.append(form)
    return kept


def entry(
    wording: Wording, item: DossierEntry, *, described: Line, why: Line, rows: list[Row]
) -> Entry:
    """Return an entry with its rows."""
    news = phrases.words(wording.word("news", item.news) if item.news else "")
    review = phrases.words(wording.word("review", item.review))
    return {
        "reference": printable(item.reference),
        "anchor": printable(item.reference),
        "title": titled(item.title, item.language),
        "short": shortened(item.title, item.language),
        "others": other_forms(item.other_titles, item.title),
        "marks": [mark for mark in (news, described, review, why, _sources(wording, item)) if mark],
        "summary": paragraphs(item.summary),
        "rows": rows,
        "breakable": height([item.title, item.summary], rows) > THIRD_OF_PAGE,
        "participant": False,
        "listed": True,
    }


def height(texts: Sequence[str], rows: Iterable[Row]) -> int:
    """Return about how many lines an entry takes, rather too many than too few."""
    total = sum(_lines(len(text), _LINE_LETTERS) for text in texts)
    for each in rows:
        beside = sum(_lines(letters(line), _LINE_LETTERS) for line in each["lines"])
        total += max(beside, _lines(len(each["label"]), _LABEL_LETTERS))
    return total


def _lines(number: int, width: int) -> int:
    return number // width + 1


def role_rows(wording: Wording, links: Iterable[DossierLink]) -> list[Row]:
    """Return a row for each role, in the order in which the roles first stand."""
    by_role: dict[str, list[Line]] = {}
    for link in links:
        by_role.setdefault(link.role, []).append(phrases.participant(wording, link))
    return [
        each
        for role, lines in by_role.items()
        for each in row(wording.word("role", role), _names(lines))
    ]


def _names(lines: list[Line]) -> list[Line]:
    """Return names that are short enough on one line; posts and other particulars stand apart."""
    short = sum(letters(line) for line in lines) <= _RUN_IN
    return run_in(lines, "; ", _RUN_IN) if short else lines


def relation_rows(wording: Wording, relations: Iterable[DossierRelation]) -> list[Row]:
    """Return a row for each kind of relation and its direction."""
    by_label: dict[str, list[Line]] = {}
    for other in relations:
        label = _relation_label(wording, other)
        by_label.setdefault(label, []).append(phrases.relation(wording, other))
    return [each for label, lines in by_label.items() for each in row(label, lines)]


def _relation_label(wording: Wording, other: DossierRelation) -> str:
    if wording.has("result", other.kind):
        return wording.word("result", other.kind)
    return wording.word("inverse" if other.inverse else "relation", other.kind)


def content_rows(wording: Wording, item: DossierEntry) -> list[Row]:
    """Return the rows of points, figures and subjects."""
    rows = point_rows(wording, item.points)
    figures = [phrases.figure(wording, each) for each in item.figures]
    rows += row(wording.word("label", "figures"), figures)
    subjects = separated([[run(subject)] for subject in item.subjects], DOT)
    return rows + row(wording.word("label", "subjects"), [subjects])


def point_rows(wording: Wording, points: Iterable[DossierPoint]) -> list[Row]:
    """Return a row for each kind of point."""
    by_kind: dict[str, list[Line]] = {}
    for item in points:
        by_kind.setdefault(item.kind, []).append(phrases.point(wording, item))
    return [
        each
        for kind, lines in by_kind.items()
        for each in row(wording.word("point", kind), run_in(lines, DOT, _RUN_IN))
    ]


def closing_rows(wording: Wording, item: DossierEntry) -> list[Row]:
    """Return what every entry ends with: what is not stated, and what is to be weighed."""
    missing = separated([phrases.words(wording.field(field)) for field in item.not_stated])
    return row(wording.word("label", "not_stated"), [missing]) + note_rows(wording, item.evidence)


def why_line(wording: Wording, item: DossierEntry, vocabulary: str) -> Line:
    """Return why an entry is in the report, and through whom."""
    why = wording.word(vocabulary, item.belongs.strength)
    through = separated([phrases.told(name) for name in item.belongs.through], "; ")
    return separated([phrases.words(wording.word("phrase", "why", why=why)), through], ": ")


def _sources(wording: Wording, item: DossierEntry) -> Line:
    if not item.citations:
        return []
    named = wording.word("phrase", "source" if len(item.citations) == 1 else "sources")
    return phrases.words(named) + citations(item.citations)
