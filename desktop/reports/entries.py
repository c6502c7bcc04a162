"""What an agreement and a meeting have in common on paper."""

from collections.abc import Iterable, Sequence
from typing import TypedDict

from db.rows.dossier import DossierEntry, DossierLink, DossierPoint, DossierRelation, Forms
from db.text.cleaning import clean_block
from desktop.reports import phrases
from desktop.reports.runs import (
    Line,
    Row,
    citations,
    hyphenation_language,
    printable,
    row,
    run,
    separated,
)
from desktop.reports.wording import Wording

PAGE_LINES = 42
"""So many lines of the smaller paper are filled for sure; a longer entry may break."""

_LINE_LETTERS = 56
_LABEL_LETTERS = 16
_SHORT = 110
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
    kind: str
    news: str
    review: str
    summary: list[Title]
    rows: list[Row]
    breakable: bool
    """True where it may not fit on a page, so that only its rows are kept whole."""


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
    wording: Wording, item: DossierEntry, *, kind: str, number: str, rows: list[Row]
) -> Entry:
    """Return an entry with its rows."""
    described = separated([phrases.words(kind), phrases.told(number)], " ")
    return {
        "reference": printable(item.reference),
        "anchor": printable(item.reference),
        "title": titled(item.title, item.language),
        "short": shortened(item.title, item.language),
        "others": other_forms(item.other_titles, item.title),
        "kind": "".join(each["text"] for each in described),
        "news": wording.word("news", item.news) if item.news else "",
        "review": wording.word("review", item.review),
        "summary": paragraphs(item.summary),
        "rows": rows,
        "breakable": height([item.title, item.summary], rows) > PAGE_LINES,
    }


def height(texts: Sequence[str], rows: Iterable[Row]) -> int:
    """Return about how many lines an entry takes, rather too many than too few."""
    total = sum(_lines(len(text), _LINE_LETTERS) for text in texts)
    for each in rows:
        lengths = [sum(len(part["text"]) for part in line) for line in each["lines"]]
        beside = sum(_lines(length, _LINE_LETTERS) for length in lengths)
        total += max(beside, _lines(len(each["label"]), _LABEL_LETTERS))
    return total


def _lines(letters: int, width: int) -> int:
    return letters // width + 1


def role_rows(wording: Wording, links: Iterable[DossierLink]) -> list[Row]:
    """Return a row for each role, in the order in which the roles first stand."""
    by_role: dict[str, list[Line]] = {}
    for link in links:
        by_role.setdefault(link.role, []).append(phrases.participant(wording, link))
    return [
        each for role, lines in by_role.items() for each in row(wording.word("role", role), lines)
    ]


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
    subjects = separated([[run(subject)] for subject in item.subjects], " · ")
    return rows + row(wording.word("label", "subjects"), [subjects])


def point_rows(wording: Wording, points: Iterable[DossierPoint]) -> list[Row]:
    """Return a row for each kind of point."""
    by_kind: dict[str, list[Line]] = {}
    for item in points:
        by_kind.setdefault(item.kind, []).append(phrases.point(wording, item))
    return [
        each for kind, lines in by_kind.items() for each in row(wording.word("point", kind), lines)
    ]


def closing_rows(wording: Wording, item: DossierEntry, vocabulary: str) -> list[Row]:
    """Return what every entry ends with: what is not stated, why it is here, its sources."""
    missing = separated([phrases.words(wording.field(field)) for field in item.not_stated])
    why = phrases.words(wording.word(vocabulary, item.belongs.strength))
    through = separated([phrases.told(name) for name in item.belongs.through], "; ")
    sources = phrases.words(wording.word("phrase", "sources")) if item.citations else []
    why = separated([separated([why, through], ": "), sources + citations(item.citations)], " · ")
    evidence = [phrases.note(wording, each) for each in item.evidence]
    return (
        row(wording.word("label", "not_stated"), [missing])
        + row(wording.word("label", "evidence"), evidence, quiet=True)
        + row(wording.word("label", "why"), [why], quiet=True)
    )
